-- Mała baza do przypadków środków trwałych.
CREATE SCHEMA CDN;
CREATE TABLE CDN.Kategorie (Kat_KatID INTEGER, Kat_KodOgolny VARCHAR(20), Kat_KodSzczegol VARCHAR(20));
INSERT INTO CDN.Kategorie VALUES (1, 'MAJĄTEK', 'MAJĄTEK-BIURO'), (2, 'MAJĄTEK', 'MAJĄTEK-HALA'), (3, 'KOSZTY', 'KOSZTY-AMORT'),
  (4, 'KOSZTY', 'KOSZTY-AMORT-NKUP');
CREATE TABLE CDN.Trwale (SrT_SrTID INTEGER, SrT_Typ INTEGER, SrT_NrInwent VARCHAR(20), SrT_Nazwa VARCHAR(100),
  SrT_Grupa VARCHAR(20), SrT_DataPrz TIMESTAMP, SrT_Stan SMALLINT, SrT_KatId INTEGER);
INSERT INTO CDN.Trwale VALUES
  (1, 11, 'ST/001', 'Tokarka', '4', '2025-12-10', 0, 2), (2, 11, 'ST/002', 'Serwer', '4', '2026-01-05', 0, 1),
  (3, 11, 'ST/003', 'Samochód', '7', '2026-01-20', 0, NULL), (4, 11, 'ST/004', 'Drukarka', '8', '2025-01-02', 1, 1),
  (5, 11, 'ST/005', 'Wózek', '7', '2025-01-02', 2, 2), (6, 12, 'WNP/1', 'Program', 'LICENCJE', '2026-01-05', 0, 1),
  (7, 11, 'ST/006', 'Prasa', '', '2026-03-30', 0, 2), (8, 11, 'ST/007', 'Piec', '3', '2026-03-31', 0, 2);
CREATE TABLE CDN.TrwaleHist (SrH_SrHID INTEGER, SrH_SrTID INTEGER, SrH_TypDokumentu INTEGER, SrH_NumerPelny VARCHAR(60),
  SrH_DataOpe TIMESTAMP, SrH_KwotaBilan DECIMAL(15,2), SrH_KwotaUm DECIMAL(15,2), SrH_KwotaAm DECIMAL(15,2), SrH_KatId INTEGER,
  SrH_Bufor SMALLINT);
INSERT INTO CDN.TrwaleHist VALUES
  (1, 1, 1, 'OT/1/2025', '2025-12-10', 12000, 0, 0, NULL, 0),
  (2, 1, 3, 'AM/1/2026', '2026-01-31', 0, 200, 200, 3, 0),
  (3, 1, 4, 'ZW/1/2026', '2026-02-28', 3000, 0, 0, NULL, 0),
  (4, 1, 3, 'AM/2/2026', '2026-02-28', 0, 200, 150, 3, 0),
  (5, 1, 5, 'MT/1/2026', '2026-03-10', 0, 0, 0, NULL, 0),
  (6, 1, 3, 'AM/3/2026', '2026-03-31', 0, 250, 200, 3, 0),
  (7, 1, 3, 'AM/4/2026', '2026-04-30', 0, 250, 250, 3, 1),
  (8, 2, 1, 'OT/1/2026', '2026-01-05', 5000, 500, 0, NULL, 0),
  (9, 2, 3, 'AM/5/2026', '2026-03-31', 0, 125, 125, 3, 0),
  (10, 3, 1, 'OT/2/2026', '2026-01-20', 90000, 0, 0, NULL, 0),
  (11, 3, 3, 'AM/6/2026', '2026-03-31', 0, 1500, 1500, NULL, 0),
  (12, 4, 1, 'OT/9/2025', '2025-01-02', 800, 0, 0, NULL, 0),
  (13, 4, 3, 'AM/7/2026', '2026-03-01', 0, 40, 40, 4, 0),
  (14, 4, 6, 'LT/1/2026', '2026-03-20', -800, -40, 0, NULL, 0),
  (15, 5, 1, 'OT/10/2025', '2025-01-02', 7000, 0, 0, NULL, 0),
  (16, 6, 1, 'OT/3/2026', '2026-01-05', 2400, 0, 0, NULL, 0),
  (17, 6, 3, 'AM/8/2026', '2026-03-31', 0, 100, 100, 3, 0),
  (18, 7, 1, 'OT/4/2026', '2026-03-30', 1000, 0, 0, NULL, 0),
  (19, 8, 1, 'OT/5/2026', '2026-03-31', 6000, 0, 0, NULL, 1);
