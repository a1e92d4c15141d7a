-- Mała baza do przypadków ewidencji dodatkowej i samochodów.
CREATE SCHEMA CDN;
CREATE TABLE CDN.Kategorie (Kat_KatID INTEGER, Kat_Poziom SMALLINT, Kat_ParentID INTEGER, Kat_KodOgolny VARCHAR(20),
  Kat_KodSzczegol VARCHAR(20));
INSERT INTO CDN.Kategorie VALUES
  (1, 1, NULL, 'KOSZTY', 'KOSZTY'), (2, 2, 1, 'KOSZTY', 'KOSZTY-BIURO'), (3, 2, 1, 'KOSZTY', 'KOSZTY-DELEGACJE'),
  (4, 1, NULL, 'MIEJSCA', 'MIEJSCA'), (5, 2, 4, 'MIEJSCA', 'MIEJSCA-KRAKÓW'), (6, 1, NULL, 'ODSETKI', 'ODSETKI');
CREATE TABLE CDN.EwidDodNag (EDN_EDNID INTEGER, EDN_Typ SMALLINT, EDN_Rejestr VARCHAR(20), EDN_DataDok TIMESTAMP,
  EDN_NumerPelny VARCHAR(60), EDN_Dokument VARCHAR(256), EDN_Opis VARCHAR, EDN_KatID INTEGER, EDN_KwotaRazem DECIMAL(15,2),
  EDN_KwotaRazemSys DECIMAL(15,2), EDN_Waluta VARCHAR(3));
INSERT INTO CDN.EwidDodNag VALUES
  (1, 1, 'KOSZTY', '2026-03-01', 'EDK/1/2026', 'R 17', 'paragon', 2, 100, 100, ''),
  (2, 1, 'KOSZTY', '2026-03-31', 'EDK/2/2026', 'DEL 3', 'delegacja', NULL, 300, 1290, 'EUR'),
  (3, 1, 'KOSZTY', '2026-04-01', 'EDK/3/2026', 'R 18', 'paragon', 2, 40, 40, ''),
  (4, 2, 'PRZYCHODY', '2026-03-15', 'EDP/1/2026', 'NO 1', 'odsetki', 6, 55.50, 55.50, ''),
  (5, 1, 'KOSZTY', '2026-03-20', 'EDK/4/2026', 'R 19', 'bez kwot dodatkowych', 1, 20, 20, '');
CREATE TABLE CDN.EwidDodElem (EDE_EDEID INTEGER, EDE_EDNID INTEGER, EDE_Lp INTEGER, EDE_KatID INTEGER, EDE_Kat2ID INTEGER,
  EDE_Kwota DECIMAL(15,2), EDE_KwotaSys DECIMAL(15,2));
INSERT INTO CDN.EwidDodElem VALUES
  (1, 1, 1, 2, NULL, 60, 60), (2, 1, 2, 3, 5, 40, 40), (3, 2, 1, 3, 5, 200, 860), (4, 2, 2, NULL, NULL, 100, 430),
  (5, 3, 1, 2, NULL, 40, 40), (6, 4, 1, 6, NULL, 55.50, 55.50);
CREATE TABLE CDN.Samochody (SaM_Id INTEGER, SaM_NrRej VARCHAR(20), SaM_Marka VARCHAR(50), SaM_Rodzaj SMALLINT);
INSERT INTO CDN.Samochody VALUES (1, 'KR 2BB22', 'Skoda', 1), (2, 'KR 1AA11', 'Fiat', 1), (3, 'KR FIRMA', 'Ford', 2);
CREATE TABLE CDN.SamWydatki (SaW_SaWId INTEGER, SaW_SaMId INTEGER, SaW_Data TIMESTAMP, SaW_Dokument VARCHAR(256),
  SaW_Netto DECIMAL(15,2), SaW_VAT DECIMAL(15,2), SaW_Brutto DECIMAL(15,2));
INSERT INTO CDN.SamWydatki VALUES
  (1, 1, '2026-03-02', 'F 1/03', 200, 46, 246), (2, 1, '2026-03-31', 'F 9/03', 100, 23, 123),
  (3, 2, '2026-03-10', 'F 2/03', 50, 11.50, 61.50), (4, 3, '2026-03-10', 'F 3/03', 400, 92, 492),
  (5, 2, '2026-04-01', 'F 1/04', 10, 2.30, 12.30);
CREATE TABLE CDN.SamPrzejazdy (SaP_SaPId INTEGER, SaP_SaMId INTEGER, SaP_DataWyjazdu TIMESTAMP, SaP_Trasa VARCHAR,
  SaP_Kilometry DECIMAL(15,4), SaP_Stawka DECIMAL(17,4));
INSERT INTO CDN.SamPrzejazdy VALUES
  (1, 1, '2026-03-02', 'Kraków–Tarnów', 85, 1.15), (2, 1, '2026-03-03', 'Tarnów–Kraków', 85.1, 1.15),
  (3, 2, '2026-02-28', 'Kraków–Wieliczka', 15, 0.89), (4, 3, '2026-03-04', 'Kraków–Łódź', 270, 1.15);
CREATE TABLE CDN.SamRozliczenia (SaR_SaRId INTEGER, SaR_SaMId INTEGER, SaR_RokMies INTEGER, SaR_Data TIMESTAMP,
  SaR_Kwota DECIMAL(15,2));
INSERT INTO CDN.SamRozliczenia VALUES
  (1, 1, 202512, '2025-12-31', 300), (2, 1, 202601, '2026-01-31', 120), (3, 1, 202603, '2026-03-31', 195.62),
  (4, 2, 202602, '2026-02-28', 13.35), (5, 2, 202604, '2026-04-30', 12.30);
