-- Widoki i funkcje, których używają zapytania; zostają w bazie.

CREATE VIEW CDN.PodmiotyView AS
SELECT Knt_PodmiotTyp AS Pod_PodmiotTyp, Knt_KntId AS Pod_PodId, Knt_Kod AS Pod_Kod, Knt_Nazwa1 AS Pod_Nazwa1, Knt_Nazwa2 AS Pod_Nazwa2, Knt_Nip AS Pod_NIP, Knt_Kraj AS Pod_Kraj, Knt_Wojewodztwo AS Pod_Wojewodztwo, Knt_Powiat AS Pod_Powiat,
    Knt_Gmina AS Pod_Gmina, Knt_Miasto AS Pod_Miasto, Knt_Grupa AS Pod_Grupa, Knt_GlID AS Pod_GlID, coalesce((SELECT g.Knt_Kod FROM CDN.Kontrahenci AS g WHERE g.Knt_KntId = k.Knt_GlID), '') AS Pod_GlKod, Knt_Email AS Pod_Email FROM CDN.Kontrahenci AS k
UNION ALL SELECT 3, PRI_PraId, PRI_Kod, PRI_Nazwisko, PRI_Imie1, '', '', '', '', '', '', '', NULL, '', '' FROM CDN.PracIdx
UNION ALL SELECT 4, Wsp_WspId, Wsp_Kod, Wsp_Nazwisko, Wsp_Imie1, '', '', '', '', '', '', '', NULL, '', '' FROM CDN.Wspolnicy
UNION ALL SELECT 2, BNa_BNaId, BNa_Akronim, BNa_Akronim, '', '', '', '', '', '', '', '', NULL, '', '' FROM CDN.BnkNazwy
UNION ALL SELECT 5, 1, 'US', 'Urząd Skarbowy', '', '', '', '', '', '', '', '', NULL, '', '';

CREATE VIEW CDN.DekretyKonta AS
SELECT DeE_DeEId AS DeK_DeKId, DeE_DeEId AS DeK_DeEId, DeE_DeNId AS DeK_DeNId, DeN_DziId AS DeK_DziId, coalesce(DeE_AccWnId, DeE_AccMaId) AS DeK_AccId, IF(DeE_AccWnId IS NULL, 2, 1)::TINYINT AS DeK_Strona, DeN_DataDok AS DeK_DataDok,
    DeE_Kwota AS DeK_Kwota, DeE_KwotaWal AS DeK_KwotaWal, DeE_Waluta AS DeK_Waluta, DeN_Bufor AS DeK_Bufor
FROM CDN.DekretyElem JOIN CDN.DekretyNag ON DeN_DeNId = DeE_DeNId;

CREATE MACRO CDN.NazwaDnia(dzien, tryb) AS
    IF(tryb = 0, ['niedziela', 'poniedziałek', 'wtorek', 'środa', 'czwartek', 'piątek', 'sobota'], ['N', 'Pn', 'Wt', 'Śr', 'Cz', 'Pt', 'So'])[1 + dayofweek(dzien)];
CREATE MACRO CDN.SplitString(tekst, znak) AS TABLE SELECT unnest(string_split(tekst, znak)) AS Data;
CREATE MACRO CDN.Powiazania(dokument, typ) AS TABLE
SELECT t.* FROM CDN.TraNag AS t JOIN (SELECT TrR_FaId AS id FROM CDN.TraNagRelacje WHERE TrR_TrNId = dokument AND TrR_TrNTyp = typ UNION SELECT TrR_TrNId FROM CDN.TraNagRelacje WHERE TrR_FaId = dokument AND TrR_FaTyp = typ) AS r ON r.id = t.TrN_TrNID;
