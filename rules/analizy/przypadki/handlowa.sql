-- Mała księga dla przypadków analiz: rok 2026 i jeden zapis z 2025. Nazwy kolumn są z arkusza schematu;
-- KsiRozliczenia i daty OkresyObrach są wywnioskowane.
CREATE SCHEMA CDN;
CREATE TABLE CDN.OkresyObrach (OOb_OObID INTEGER, OOb_Symbol VARCHAR, OOb_DataOtw TIMESTAMP, OOb_DataKoncowa TIMESTAMP);
INSERT INTO CDN.OkresyObrach VALUES
  (1, '2025', '2025-01-01', '2025-12-31'),
  (2, '2026', '2026-01-01', '2026-12-31');

CREATE TABLE CDN.Konta (Acc_AccId INTEGER, Acc_OObId INTEGER, Acc_Numer VARCHAR, Acc_Nazwa VARCHAR, Acc_TypKonta SMALLINT,
  Acc_Waluta VARCHAR);
INSERT INTO CDN.Konta VALUES
  (1, 1, '401', 'Zużycie materiałów', 5, ''),
  (2, 1, '131', 'Rachunek bankowy', 1, ''),
  (11, 2, '201', 'Odbiorcy', 3, ''),
  (12, 2, '201-KLON', 'Klon', 3, ''),
  (13, 2, '201-WILK', 'Wilk', 3, ''),
  (14, 2, '202-ALOZA', 'Aloza', 3, ''),
  (15, 2, '131', 'Rachunek bankowy', 1, ''),
  (16, 2, '138', 'Rachunek w euro', 1, 'EUR'),
  (17, 2, '401', 'Zużycie materiałów', 5, ''),
  (18, 2, '402-1', 'Usługi obce', 5, ''),
  (19, 2, '501', 'Koszty sprzedaży', 5, ''),
  (20, 2, '490', 'Rozliczenie kosztów', 3, ''),
  (21, 2, '702', 'Sprzedaż w kraju', 4, ''),
  (22, 2, '703-EUR', 'Sprzedaż w euro', 4, 'EUR'),
  (23, 2, '800', 'Kapitał', 2, '');

CREATE TABLE CDN.Kategorie (Kat_KatID INTEGER, Kat_Poziom SMALLINT, Kat_ParentID INTEGER, Kat_KodOgolny VARCHAR, Kat_KodSzczegol VARCHAR);
INSERT INTO CDN.Kategorie VALUES
  (1, 1, NULL, 'KOSZTY', 'KOSZTY'),
  (2, 2, 1, 'KOSZTY', 'KOSZTY-BIURO'),
  (3, 2, 1, 'KOSZTY', 'KOSZTY-TELEFON'),
  (4, 1, NULL, 'SPRZEDAŻ', 'SPRZEDAŻ');

CREATE TABLE CDN.DekretyNag (DeN_DeNId INTEGER, DeN_Typ INTEGER, DeN_OObId INTEGER, DeN_DziId INTEGER, DeN_Dziennik VARCHAR,
  DeN_Bufor SMALLINT, DeN_DataDok TIMESTAMP, DeN_NrDziennika INTEGER, DeN_KatId INTEGER);
INSERT INTO CDN.DekretyNag VALUES
  (1, 1, 2, 1, 'BO', 0, '2026-01-01', 1, NULL),
  (2, 0, 2, 2, 'ZAKUP', 0, '2026-01-15', 1, 4),
  (3, 0, 2, 2, 'ZAKUP', 0, '2026-02-10', 2, NULL),
  (4, 0, 2, 2, 'ZAKUP', 1, '2026-02-20', 3, NULL),
  (5, 0, 2, 3, 'SPRZEDAŻ', 0, '2026-02-05', 1, NULL),
  (6, 0, 2, 3, 'SPRZEDAŻ', 0, '2026-03-10', 2, NULL),
  (7, 0, 2, 4, 'BANK', 0, '2026-03-20', 1, NULL),
  (8, 0, 1, 2, 'ZAKUP', 0, '2025-12-10', 9, NULL);

CREATE TABLE CDN.DekretyElem (DeE_DeEId INTEGER, DeE_DeNId INTEGER, DeE_Lp INTEGER, DeE_AccWnId INTEGER, DeE_AccMaId INTEGER,
  DeE_Kwota DECIMAL(15,2), DeE_KwotaWal DECIMAL(15,2), DeE_Waluta VARCHAR, DeE_KatId INTEGER, DeE_Dokument VARCHAR,
  DeE_SlownikTyp INTEGER, DeE_SlownikId INTEGER);
INSERT INTO CDN.DekretyElem VALUES
  (1, 1, 1, 12, NULL, 500, 0, '', 4, 'BO', 1, 7),
  (2, 1, 2, 15, NULL, 1000, 0, '', NULL, 'BO', 0, NULL),
  (3, 1, 3, 16, NULL, 430, 100, 'EUR', NULL, 'BO', 0, NULL),
  (4, 1, 4, NULL, 23, 1930, 0, '', NULL, 'BO', 0, NULL),
  (5, 2, 1, 17, 14, 300, 0, '', 2, 'FZ/1', 1, 9),
  (6, 2, 2, 18, 14, 200, 0, '', 3, 'FZ/1', 1, 9),
  (7, 2, 3, 19, 20, 500, 0, '', NULL, 'FZ/1', 0, NULL),
  (8, 3, 1, 17, 14, 100, 0, '', 2, 'FZ/2', 1, 9),
  (9, 3, 2, 17, 14, -40, 0, '', 0, 'KFZ/1', 1, 9),
  (10, 4, 1, 17, 14, 60, 0, '', 3, 'FZ/3', 1, 9),
  (11, 5, 1, 12, NULL, 1230, 0, '', 4, 'FS/1', 1, 7),
  (12, 5, 2, NULL, 21, 1230, 0, '', 4, 'FS/1', 0, NULL),
  (13, 6, 1, 13, 22, 860, 200, 'EUR', 4, 'FS/2', 1, 8),
  (14, 6, 2, 13, 22, 10, 0, '', NULL, 'RK/1', 1, 8),
  (15, 7, 1, 15, 12, 500, 0, '', NULL, 'RB/1', 1, 7),
  (16, 7, 2, 16, 13, 430, 100, 'EUR', NULL, 'RB/2', 1, 8),
  (17, 8, 1, 1, 2, 700, 0, '', 2, 'FZ/9', 0, NULL);

CREATE TABLE CDN.PodmiotyView (Pod_PodmiotTyp INTEGER, Pod_PodId INTEGER, Pod_Kod VARCHAR);
INSERT INTO CDN.PodmiotyView VALUES (1, 7, 'KLON'), (1, 8, 'WILK'), (1, 9, 'ALOZA');

CREATE TABLE CDN.KsiRozrachunki (KRo_KRoId INTEGER, KRo_DeEId INTEGER, KRo_Konto VARCHAR, KRo_Dokument VARCHAR, KRo_DataDokumentu TIMESTAMP,
  KRo_TerminPlatnosci TIMESTAMP, KRo_Strona SMALLINT, KRo_KwotaDok DECIMAL(15,2), KRo_SumRozliczen DECIMAL(15,2),
  KRo_KwotaDokWal DECIMAL(15,2), KRo_SumRozliczenWal DECIMAL(15,2), KRo_Waluta VARCHAR, KRo_Bufor SMALLINT);
INSERT INTO CDN.KsiRozrachunki VALUES
  (1, 11, '201-KLON', 'FS/1', '2026-02-05', '2026-02-19', 1, 1230, 500, 0, 0, '', 0),
  (2, 15, '201-KLON', 'RB/1', '2026-03-20', '2026-03-20', 2, 500, 500, 0, 0, '', 0),
  (3, 5, '202-ALOZA', 'FZ/1', '2026-01-15', '2026-01-29', 2, 500, 0, 0, 0, '', 0),
  (4, 8, '202-ALOZA', 'FZ/2', '2026-02-10', '2026-02-24', 2, 100, 0, 0, 0, '', 0),
  (5, 9, '202-ALOZA', 'KFZ/1', '2026-02-10', '2026-02-24', 2, -40, 0, 0, 0, '', 0),
  (6, 10, '202-ALOZA', 'FZ/3', '2026-02-20', '2026-05-20', 2, 60, 0, 0, 0, '', 1),
  (7, 13, '201-WILK', 'FS/2', '2026-03-10', '2026-03-31', 1, 860, 430, 200, 100, 'EUR', 0),
  (8, 16, '201-WILK', 'RB/2', '2026-03-20', '2026-03-20', 2, 430, 430, 100, 100, 'EUR', 0),
  (9, NULL, '201-WILK', 'FS/0', '2024-12-01', '2024-12-15', 1, 55, 0, 0, 0, '', 1),
  (10, NULL, '201-KLON', 'FS/3', '2026-04-16', '2026-04-30', 1, 99, 0, 0, 0, '', 0),
  (11, NULL, '201-KLON', 'KFS/1', '2026-02-05', '2026-02-19', 1, -30, -20, 0, 0, '', 0),
  (12, NULL, '201-KLON', 'FS/4', '2026-02-06', '2026-02-20', 1, 20, 20, 0, 0, '', 0);

CREATE TABLE CDN.KsiRozliczenia (KRz_KRzId INTEGER, KRz_KRoIdWn INTEGER, KRz_KRoIdMa INTEGER, KRz_Kwota DECIMAL(15,2),
  KRz_KwotaWal DECIMAL(15,2), KRz_DataRoz TIMESTAMP);
INSERT INTO CDN.KsiRozliczenia VALUES
  (1, 1, 2, 500, 0, '2026-03-20'),
  (2, 7, 8, 430, 100, '2026-03-20'),
  (3, 12, 11, 20, 0, '2026-04-10');
