-- Mała baza do przypadków rejestrów VAT: te kolumny CDN.VatNag, VatTab i Kategorie, których używają analizy.
CREATE SCHEMA CDN;
CREATE TABLE CDN.Kategorie (Kat_KatID INTEGER, Kat_Poziom SMALLINT, Kat_ParentID INTEGER, Kat_KodOgolny VARCHAR(20),
  Kat_KodSzczegol VARCHAR(20));
INSERT INTO CDN.Kategorie VALUES
  (1, 1, NULL, 'KOSZTY', 'KOSZTY'), (2, 2, 1, 'KOSZTY', 'KOSZTY-BIURO'), (3, 2, 1, 'KOSZTY', 'KOSZTY-TELEFON'),
  (4, 2, 1, 'KOSZTY', 'KOSZTY-MATERIAŁY'), (5, 2, 6, 'MIEJSCA', 'MIEJSCA-KRAKÓW'), (6, 1, NULL, 'MIEJSCA', 'MIEJSCA'),
  (11, 1, NULL, 'SPRZEDAŻ', 'SPRZEDAŻ'), (12, 2, 11, 'SPRZEDAŻ', 'SPRZEDAŻ-TOWARY'), (13, 2, 11, 'SPRZEDAŻ', 'SPRZEDAŻ-USŁUGI');
CREATE TABLE CDN.VatNag (VaN_VaNID INTEGER, VaN_Typ SMALLINT, VaN_Rejestr VARCHAR(20), VaN_RokMies INTEGER, VaN_Lp INTEGER,
  VaN_DataZap TIMESTAMP, VaN_Dokument VARCHAR(256), VaN_KntNazwa1 VARCHAR(50), VaN_KatID INTEGER, VaN_Export SMALLINT,
  VaN_Finalny SMALLINT, VaN_Fiskalna SMALLINT, VaN_Detal SMALLINT, VaN_RazemNetto DECIMAL(15,2), VaN_RazemVAT DECIMAL(15,2));
INSERT INTO CDN.VatNag VALUES
  (1, 1, 'ZAKUP', 202603, 1, '2026-03-05', 'FZ/1', 'Papier i S-ka', 2, 0, 0, 0, 0, 1200, 246),
  (2, 1, 'ZAKUP', 202603, 3, '2026-03-31', 'FZ/2', 'Stacja', NULL, 0, 0, 0, 0, 600, 115),
  (3, 1, 'ZAKUP', 202603, 2, '2026-03-20', 'FZ/1 KOR', 'Papier i S-ka', 2, 0, 0, 0, 0, -100, -23),
  (4, 1, 'ZAKUP', 202604, 1, '2026-04-01', 'FZ/3', 'Operator', 3, 0, 0, 0, 0, 50, 11.50),
  (5, 1, 'TRWAŁE', 202602, 1, '2026-02-28', 'FZ/4', 'Maszyny', 1, 0, 0, 0, 0, 10000, 2300),
  (6, 2, 'SPRZEDAŻ', 202603, 1, '2026-03-10', 'FS/1', 'Odbiorca', 12, 0, 0, 0, 0, 2300, 475),
  (7, 2, 'SPRZEDAŻ', 202603, 2, '2026-03-12', 'FS/2', 'Berlin GmbH', 13, 3, 0, 0, 0, 4000, 0),
  (8, 2, 'DETAL', 202603, 2, '2026-03-31', 'RAPORT/3', '', NULL, 0, 1, 1, 1, 150, 27),
  (9, 2, 'DETAL', 202603, 1, '2026-03-15', 'UTARG/15', '', NULL, 0, 1, 0, 1, 70, 0),
  (10, 2, 'SPRZEDAŻ', 202603, 3, '2026-03-16', 'FS/3', 'Złomowisko', 12, 5, 0, 0, 0, 600, 0),
  (11, 2, 'SPRZEDAŻ', 202603, 4, '2026-03-17', 'FS/4', 'Kyiv LLC', 13, 7, 0, 0, 0, 800, 0),
  (12, 2, 'SPRZEDAŻ', 202603, 5, '2026-03-18', 'FS/5', 'Jan Kowalski', 12, 0, 1, 0, 0, 100, 23),
  (13, 1, 'ZAKUP', 202602, 1, '2026-02-10', 'RR/1', 'Rolnik', 2, 0, 0, 0, 0, 200, 13);
CREATE TABLE CDN.VatTab (VaT_VaTID INTEGER, VaT_VaNID INTEGER, VaT_Lp INTEGER, VaT_Stawka DECIMAL(5,2), VaT_Flaga SMALLINT,
  VaT_RodzajZakupu SMALLINT, VaT_Odliczenia SMALLINT, VaT_Netto DECIMAL(15,2), VaT_VAT DECIMAL(15,2),
  VaT_NettoDoVAT DECIMAL(15,2), VaT_VATDoVAT DECIMAL(15,2), VaT_KatID INTEGER, VaT_Kat2ID INTEGER);
INSERT INTO CDN.VatTab VALUES
  (1, 1, 1, 23, 2, 1, 1, 1000, 230, 1000, 230, 2, 5),
  (2, 1, 2, 8, 2, 2, 1, 200, 16, 200, 16, 3, NULL),
  (3, 2, 1, 23, 2, 7, 2, 500, 115, 500, 115, NULL, 5),
  (4, 2, 2, 0, 1, 4, 0, 100, 0, 100, 0, 4, NULL),
  (5, 3, 1, 23, 2, 1, 1, -100, -23, -100, -23, 2, NULL),
  (6, 4, 1, 23, 2, 4, 1, 50, 11.50, 50, 11.50, 3, NULL),
  (7, 5, 1, 23, 2, 3, 1, 10000, 2300, 10000, 2300, 1, NULL),
  (8, 6, 1, 23, 2, 0, 0, 2000, 460, 2000, 460, 12, NULL),
  (9, 6, 2, 5, 2, 0, 0, 300, 15, 300, 15, 12, NULL),
  (10, 7, 1, 0, 2, 0, 0, 4000, 0, 4000, 0, 13, NULL),
  (11, 8, 1, 23, 2, 0, 0, 100, 23, 100, 23, NULL, NULL),
  (12, 8, 2, 8, 3, 0, 0, 50, 4, 50, 4, NULL, NULL),
  (13, 9, 1, 0, 1, 0, 0, 70, 0, 70, 0, NULL, NULL),
  (14, 10, 1, 0, 4, 0, 0, 600, 0, 600, 0, 12, NULL),
  (15, 11, 1, 0, 4, 0, 0, 800, 0, 810, 0, 13, NULL),
  (16, 12, 1, 23, 2, 0, 0, 100, 23, 100, 23, 12, NULL),
  (17, 13, 1, 6.5, 2, 1, 1, 200, 13, 200, 13, 2, NULL);
