-- Mała baza do przypadków księgi podatkowej.
CREATE SCHEMA CDN;
CREATE TABLE CDN.Kategorie (Kat_KatID INTEGER, Kat_KodOgolny VARCHAR(20), Kat_KodSzczegol VARCHAR(20));
INSERT INTO CDN.Kategorie VALUES (1, 'KOSZTY', 'KOSZTY'), (2, 'KOSZTY', 'KOSZTY-BIURO'), (3, 'KOSZTY', 'KOSZTY-PŁACE'),
  (4, 'SPRZEDAŻ', 'SPRZEDAŻ-TOWARY'), (5, 'SPRZEDAŻ', 'SPRZEDAŻ-USŁUGI');
CREATE TABLE CDN.ZapisyKPR (KPR_KPRID INTEGER, KPR_DataOpe TIMESTAMP, KPR_Dokument VARCHAR(256), KPR_Opis VARCHAR, KPR_KatID INTEGER,
  KPR_Sprzedaz DECIMAL(15,2), KPR_Pozostale DECIMAL(15,2), KPR_Towary DECIMAL(15,2), KPR_Uboczne DECIMAL(15,2),
  KPR_Reklama DECIMAL(15,2), KPR_Wynagrodz DECIMAL(15,2), KPR_Inne DECIMAL(15,2), KPR_Zaszlosci DECIMAL(15,2), KPR_Bufor SMALLINT,
  KPR_Skreslony SMALLINT, KPR_Typ SMALLINT);
INSERT INTO CDN.ZapisyKPR VALUES
  (1, '2026-01-01', 'SN/1', 'spis', NULL, 0, 0, 9999, 0, 0, 0, 0, 0, 0, 0, 1),
  (2, '2026-01-15', 'FS/1', 'sprzedaż', 4, 10000, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
  (3, '2026-01-20', 'FZ/1', 'towary', 1, 0, 0, 4000, 150, 0, 0, 0, 0, 0, 0, 0),
  (4, '2026-01-31', 'LP/1', 'płace', 3, 0, 0, 0, 0, 0, 3000, 0, 0, 0, 0, 0),
  (5, '2026-02-10', 'FZ/2', 'czynsz', 2, 0, 0, 0, 0, 0, 0, 1000, 0, 1, 0, 0),
  (6, '2026-02-11', 'FZ/3', 'obiad z klientem', NULL, 0, 0, 0, 0, 60, 0, 0, 0, 0, 0, 0),
  (7, '2026-02-28', 'FS/2', 'usługa', 5, 6000, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0),
  (8, '2026-02-28', 'FS/3', 'skreślony', 5, 7777, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0),
  (9, '2026-02-20', 'OD/1', 'odsetki', NULL, 0, 20, 0, 0, 0, 0, 0, 0, 0, 0, 0),
  (10, '2026-02-25', 'FS/1K', 'korekta', 4, -500, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
  (11, '2026-03-05', 'FS/4', 'sprzedaż', 4, 1000, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
  (12, '2026-02-15', 'KM/1', 'koszt przyszły', 2, 0, 0, 0, 0, 0, 0, 0, 240, 0, 0, 0),
  (13, '2027-01-10', 'FZ/9', 'towary', 1, 0, 0, 500.01, 0, 0, 0, 0, 0, 0, 0, 0);
CREATE TABLE CDN.Wspolnicy (Wsp_WspId INTEGER, Wsp_Kod VARCHAR(20), Wsp_Nazwisko VARCHAR(50));
INSERT INTO CDN.Wspolnicy VALUES (1, 'NOWAK', 'Nowak'), (2, 'KOWALSKA', 'Kowalska'), (3, 'WILK', 'Wilk');
CREATE TABLE CDN.WspolnicyUdzialy (WsU_WsUId INTEGER, WsU_WspId INTEGER, WsU_DataOd TIMESTAMP, WsU_DataDo TIMESTAMP,
  WsU_UdzialL INTEGER, WsU_UdzialM INTEGER, WsU_UdzialKosztyL INTEGER, WsU_UdzialKosztyM INTEGER);
INSERT INTO CDN.WspolnicyUdzialy VALUES
  (1, 1, '2026-01-01', '2026-01-31', 1, 2, 1, 2), (2, 1, '2026-02-01', NULL, 1, 3, 1, 4),
  (3, 2, '2026-01-01', '2026-01-31', 1, 2, 1, 2), (4, 2, '2026-02-01', NULL, 2, 3, 3, 4);
CREATE TABLE CDN.SpisyNatury (SpN_SpNId INTEGER, SpN_Data TIMESTAMP, SpN_Wartosc DECIMAL(15,2), SpN_Rodzaj SMALLINT);
INSERT INTO CDN.SpisyNatury VALUES (1, '2025-12-31', 1900, 1), (2, '2026-01-01', 2000, 0), (3, '2026-02-28', 2600, 1),
  (4, '2026-12-31', 500, 1);
