-- Środki trwałe, samochody, płace, ewidencja dodatkowa: kartoteki i dokumenty, a potem ich zapisy księgowe.

INSERT INTO CDN.Trwale BY NAME
SELECT n AS SrT_SrTID, IF(n > 30, 12, 11) AS SrT_Typ, format('{}/{}', IF(n > 30, 'WNP', 'ST'), n) AS SrT_NrInwent,
    CASE WHEN n > 30 THEN 'Licencja programu ' || n WHEN g = 1 THEN 'Budynek ' || n WHEN g = 7 THEN 'Samochód ' || n ELSE 'Urządzenie ' || n END AS SrT_Nazwa, 'opis środka ' || n AS SrT_Opis,
    IF(n > 30, '', g || '0' || n % 10) AS SrT_KRST, IF(n > 30, 'WNiP', 'Grupa ' || g) AS SrT_Grupa, on_day(bought) AS SrT_DataZak, on_day(bought) AS SrT_DataPrz, IF(n IN (5, 11), on_day(500 + n), NULL) AS SrT_DataLikw,
    IF(n % 7 = 3, 2, 1) AS SrT_Metoda, rate AS SrT_Stawka, rate AS SrT_StawkaBil, IF(n % 7 = 3, 2, 1) AS SrT_Wspolczynnik, value AS SrT_WartoscBilan, value AS SrT_WartoscKoszt,
    IF(n IN (5, 11), IF(n = 5, 1, 2), 0) AS SrT_Stan, (SELECT min(k) FROM b_cat WHERE code = IF(g = 7, 'TRANSPORT', 'INFORMATYKA')) AS SrT_KatId, (SELECT min(k) FROM b_cat WHERE code = 'AMORTYZACJA') AS SrT_KatAmId,
    ['Biuro', 'Magazyn', 'Sklep'][1 + n % 3] AS SrT_MiejsceUzytkowania
FROM (SELECT n, g, IF(n > 30, 50, [2.5, 4.5, 7, 14, 18, 20, 20, 20][g]) AS rate, IF(g = 1, 400000, 4000) + draw(n, 41, 900) * 100 AS value, IF(n <= 20, -30 * (21 - n) - 10, 31 * (n - 20) + 12) AS bought
    FROM (SELECT n::INTEGER AS n, IF(n > 30, 8, [1, 4, 4, 5, 6, 7, 7, 8][1 + draw(n, 42, 8)]) AS g FROM range(1, 37) AS t(n)))
ORDER BY n;

-- miesięczne odpisy od miesiąca po przyjęciu, aż do pełnego umorzenia albo likwidacji
CREATE TEMP TABLE x_write_off AS
SELECT SrT_SrTID AS asset, k, last_day(SrT_DataPrz + to_months(k))::TIMESTAMP AS date,
    least(monthly, greatest(SrT_WartoscKoszt - monthly * (k - 1), 0))::DECIMAL(15,2) AS amount
FROM (SELECT *, round(SrT_WartoscKoszt * SrT_Stawka * SrT_Wspolczynnik / 1200, 2) AS monthly FROM CDN.Trwale), range(1, 120) AS t(k)
WHERE monthly * (k - 1) < SrT_WartoscKoszt AND SrT_DataPrz + to_months(k::INTEGER) <= period_end() AND (SrT_DataLikw IS NULL OR SrT_DataPrz + to_months(k::INTEGER) < date_trunc('month', SrT_DataLikw));

INSERT INTO CDN.TrwaleHist BY NAME
SELECT row_number() OVER (ORDER BY date, typ, asset) AS SrH_SrHID, asset AS SrH_SrTID, typ AS SrH_TypDokumentu,
    format('{}/{}/{}', ['OT', '', 'AM', 'ZW', 'MT', 'LT'][typ], row_number() OVER (PARTITION BY typ ORDER BY date, asset), year(date)) AS SrH_NumerPelny, date AS SrH_DataOpe, gross AS SrH_KwotaBilan, um AS SrH_KwotaUm, am AS SrH_KwotaAm,
    IF(typ = 3, SrT_KatAmId, SrT_KatId) AS SrH_KatId, IF(typ = 5, 'Anna Wierzbina', '') AS SrH_PrcImieNazwisko1, IF(typ = 5, 'Hubert Grabiec', '') AS SrH_PrcImieNazwisko2,
    IF(typ = 5, 'Biuro', '') AS SrH_MiejsceUzytkowania1, IF(typ = 5, 'Magazyn', '') AS SrH_MiejsceUzytkowania2
FROM (
    SELECT SrT_SrTID AS asset, 1 AS typ, SrT_DataPrz AS date, SrT_WartoscBilan AS gross, 0 AS um, 0 AS am FROM CDN.Trwale
    UNION ALL SELECT asset, 3, date, 0, amount, amount FROM x_write_off
    UNION ALL SELECT SrT_SrTID, 5, on_day(300 + SrT_SrTID), 0, 0, 0 FROM CDN.Trwale WHERE SrT_SrTID % 6 = 1 AND SrT_SrTID <= 20
    UNION ALL SELECT SrT_SrTID, 4, on_day(400), 5000, 0, 0 FROM CDN.Trwale WHERE SrT_SrTID IN (3, 9)
    UNION ALL SELECT SrT_SrTID, 6, SrT_DataLikw, -SrT_WartoscBilan, -(SELECT coalesce(sum(amount), 0) FROM x_write_off WHERE asset = SrT_SrTID), 0 FROM CDN.Trwale WHERE SrT_DataLikw <= period_end()
) JOIN CDN.Trwale ON SrT_SrTID = asset WHERE date <= period_end() ORDER BY 1;

UPDATE CDN.Trwale SET SrT_WartoscBilan = SrT_WartoscBilan + 5000 WHERE SrT_SrTID IN (3, 9) AND on_day(400) <= period_end();

INSERT INTO CDN.Samochody VALUES (1, 'GD 1A001', 'Perkoz', 'Kombi', 1598, 1, 1, 1.15, 0), (2, 'GD 1A002', 'Zawilec', 'Miejski', 899, 1, 4, 0.89, 0), (3, 'GD 1A003', 'Gawron', 'Dostawczy', 1998, 2, 7, 1.15, 0), (4, 'GD 1A004', 'Sasanka', 'Kombi', 1398, 1, 9, 1.15, 0);
INSERT INTO CDN.SamPrzejazdy
SELECT row_number() OVER (ORDER BY date, SaM_Id), SaM_Id, date, ['Gdynia – Warszawa', 'Gdynia – Kraków', 'Gdynia – Lublin'][1 + draw(n, 43, 3)], ['klient', 'targi', 'dostawa'][1 + draw(n, 44, 3)], km, SaM_Stawka, round(km * SaM_Stawka, 2)
FROM (SELECT *, on_day(7 * n + SaM_Id) AS date, 40 + draw(n * 5 + SaM_Id, 45, 500) AS km FROM CDN.Samochody, range(157 * getvariable('years') // 3) AS t(n)) WHERE date <= period_end() ORDER BY 1;
INSERT INTO CDN.SamWydatki
SELECT row_number() OVER (ORDER BY date, SaM_Id), SaM_Id, date, 'PAL/' || n || '/' || SaM_Id, (SELECT min(k) FROM b_cat WHERE code = 'TRANSPORT'), net, round(net * 0.23, 2), net + round(net * 0.23, 2)
FROM (SELECT *, on_day(10 * n + SaM_Id) AS date, (150 + draw(n * 7 + SaM_Id, 46, 400))::DECIMAL(15,2) AS net FROM CDN.Samochody, range(110 * getvariable('years') // 3) AS t(n)) WHERE date <= period_end() ORDER BY 1;
INSERT INTO CDN.SamRozliczenia
SELECT row_number() OVER (ORDER BY ym, car), car, ym, lim, spent, greatest(0, least(lim, spent)) - coalesce(lag(least(lim, spent)) OVER (PARTITION BY car, ym // 100 ORDER BY ym), 0), date
FROM (SELECT car, ym, sum(km) OVER w AS lim, sum(gross) OVER w AS spent, last_day(make_timestamp(ym // 100, ym % 100, 1, 0, 0, 0)) AS date
    FROM (SELECT car, ym, sum(km)::DECIMAL(15,2) AS km, sum(gross)::DECIMAL(15,2) AS gross FROM (SELECT SaP_SaMId AS car, ym(SaP_DataWyjazdu) AS ym, SaP_Kwota AS km, 0 AS gross FROM CDN.SamPrzejazdy
        UNION ALL SELECT SaW_SaMId, ym(SaW_Data), 0, SaW_Brutto FROM CDN.SamWydatki) GROUP BY car, ym) WINDOW w AS (PARTITION BY car, ym // 100 ORDER BY ym)) ORDER BY 1;

-- lista płac w każdym miesiącu, po jednej wypłacie na pracownika
INSERT INTO CDN.ListyPlac BY NAME
SELECT m + 1 AS LPL_LplId, 10 AS LPL_DDfId, format('LP/{}/{}', 1 + m % 12, getvariable('first_year') + m // 12) AS LPL_NumerPelny, month_end(m) AS LPL_DataDok, 1 AS LPL_ZakId FROM range(12 * getvariable('years')) AS t(m) ORDER BY 1;
INSERT INTO CDN.Wyplaty BY NAME
SELECT (LPL_LplId - 1) * 12 + id AS WPL_WplId, LPL_LplId AS WPL_LplId, id AS WPL_PraId, 2 + id % 3 AS WPL_DzlId, LPL_NumerPelny || '/' || id AS WPL_NumerPelny, year(LPL_DataDok) AS WPL_Rok, month(LPL_DataDok) AS WPL_Miesiac,
    date_trunc('month', LPL_DataDok) AS WPL_DataOd, LPL_DataDok AS WPL_DataDo, LPL_DataDok AS WPL_DataDok, (SELECT min(k) FROM b_cat WHERE code = 'WYNAGRODZENIA') AS WPL_KatId, 12 AS WPL_ProcentPodat1
FROM CDN.ListyPlac, b_party WHERE typ = 3 ORDER BY 1;
INSERT INTO CDN.WypElementy BY NAME
SELECT row_number() OVER (ORDER BY wpl, part) AS WPE_WpeId, wpl AS WPE_WplId, pra AS WPE_PraId, 1 + part AS WPE_TwpId, ['Wynagrodzenie zasadnicze', 'Premia'][1 + part] AS WPE_Nazwa, gross AS WPE_Wartosc, 110 AS WPE_TyUb, IF(part = 0, 250, 0) AS WPE_Koszty,
    IF(part = 0, 300, 0) AS WPE_Ulga, tax AS WPE_NalFis, round(tax, 0) AS WPE_ZalFis, gross AS WPE_PodstEmer, round(gross * 0.0976, 2) AS WPE_SklEmerPrac, round(gross * 0.015, 2) AS WPE_SklRentPrac, round(gross * 0.0245, 2) AS WPE_SklChorPrac,
    round(gross * 0.0777, 2) AS WPE_SklZdrow, round(gross * 0.0976, 2) AS WPE_SklEmerFirma, round(gross * 0.065, 2) AS WPE_SklRentFirma, round(gross * 0.0167, 2) AS WPE_SklWypadFirma, round(gross * 0.0245, 2) AS WPE_SklFP, round(gross * 0.001, 2) AS WPE_SklFGSP
FROM (SELECT *, greatest(round((gross * 0.8629 - IF(part = 0, 250, 0)) * 0.12 - IF(part = 0, 300, 0), 2), 0)::DECIMAL(15,2) AS tax
    FROM (SELECT WPL_WplId AS wpl, WPL_PraId AS pra, part, IF(part = 0, wage(WPL_PraId) + 400 * (WPL_Rok - getvariable('first_year')), 200 + draw(WPL_WplId, 47, 9) * 100)::DECIMAL(15,2) AS gross
        FROM CDN.Wyplaty, range(2) AS t(part) WHERE part = 0 OR draw(WPL_WplId, 48, 3) = 0)) ORDER BY 1;
CREATE TEMP TABLE x_slip AS
SELECT WPL_WplId AS wpl, WPL_LplId AS lpl, WPL_PraId AS pra, WPL_NumerPelny AS number, sum(WPE_Wartosc) AS gross, sum(WPE_SklEmerPrac + WPE_SklRentPrac + WPE_SklChorPrac) AS social, sum(WPE_SklZdrow) AS health, sum(WPE_ZalFis) AS tax,
    sum(WPE_SklEmerFirma + WPE_SklRentFirma + WPE_SklWypadFirma) AS company, sum(WPE_SklFP + WPE_SklFGSP) AS funds, LPL_DataDok AS date, paid_on(LPL_DataDok) AS paid
FROM CDN.Wyplaty JOIN CDN.WypElementy ON WPE_WplId = WPL_WplId JOIN CDN.ListyPlac ON LPL_LplId = WPL_LplId GROUP BY ALL;
ALTER TABLE x_slip ADD COLUMN net DECIMAL(15,2);
UPDATE x_slip SET net = gross - social - health - tax;

INSERT INTO CDN.EwidDodNag BY NAME
SELECT n + 1 AS EDN_EDNID, IF(n % 9 = 8, 2, 1) AS EDN_Typ, IF(n % 9 = 8, 'PRZYCHODY', 'KOSZTY') AS EDN_Rejestr, date AS EDN_DataDok, date AS EDN_DataOpe, date AS EDN_Termin,
    format('ED/{}/{}', n + 1, year(date)) AS EDN_NumerPelny, 'PAR/' || n AS EDN_Dokument, 1 AS EDN_PodmiotTyp, 2 + draw(n, 49, 20) AS EDN_PodID, kat AS EDN_KatID, 1 AS EDN_FPlId, 'dokument bez faktury' AS EDN_Opis
FROM (SELECT n, on_day(n // copies() * 4) AS date, (SELECT list(k ORDER BY k) FROM b_cat WHERE parent IS NOT NULL AND kind = 2 AND account[1] = '4')[1 + draw(n, 50, 8)] AS kat FROM range((11 * months() * copies() + 3) * 2 // 3) AS t(n)) WHERE date <= period_end() ORDER BY 1;
INSERT INTO CDN.EwidDodElem BY NAME
SELECT row_number() OVER (ORDER BY EDN_EDNID, lp) AS EDE_EDEID, EDN_EDNID AS EDE_EDNID, lp AS EDE_Lp, IF(draw(EDN_EDNID * 3 + lp, 51, 10) = 0, NULL, IF(lp = 1, EDN_KatID, alternative)) AS EDE_KatID, IF(draw(EDN_EDNID, 52, 4) = 0, NULL, EDN_KatID) AS EDE_Kat2ID,
    IF(EDN_Typ = 1, account, '139-1') AS EDE_Segment1, IF(EDN_Typ = 1, '139-1', '760-9') AS EDE_Segment2, amount AS EDE_Kwota, amount AS EDE_KwotaSys
FROM (SELECT *, (500 + draw(EDN_EDNID * 5 + lp, 53, 30000)) / 100::DECIMAL(15,2) AS amount, (SELECT min(k) FROM b_cat WHERE code = 'KURIER') AS alternative
    FROM CDN.EwidDodNag JOIN b_cat ON k = EDN_KatID, range(1, 4) AS t(lp) WHERE lp <= 1 + draw(EDN_EDNID, 54, 3)) ORDER BY 1;
UPDATE CDN.EwidDodNag SET EDN_KwotaRazem = s.amount, EDN_KwotaRazemSys = s.amount FROM (SELECT EDE_EDNID AS n, sum(EDE_Kwota) AS amount FROM CDN.EwidDodElem GROUP BY n) AS s WHERE s.n = EDN_EDNID;

-- zapisy księgowe tych dokumentów: x_part – strony przed ponumerowaniem
CREATE TEMP TABLE x_part AS
SELECT 'AMORTYZACJA' AS journal, 'AM/' || month(date) || '/' || year(date) AS number, date, 'AMORTYZACJA' AS cat, account, NULL::INTEGER AS pra, wn, sum(amount) AS amount, 0 AS ref
FROM (SELECT date, amount, IF(asset > 30, '400-2', '400-1') AS account, true AS wn FROM x_write_off
    UNION ALL SELECT date, amount, IF(asset > 30, '075', '070-' || (SELECT SrT_Grupa[7] FROM CDN.Trwale WHERE SrT_SrTID = asset)), false FROM x_write_off)
WHERE date >= on_day(0) GROUP BY ALL
UNION ALL
SELECT 'AMORTYZACJA', SrH_NumerPelny, SrH_DataOpe, '', IF(side = 0, IF(SrT_Typ = 12, '020-3', '010-' || SrT_Grupa[7]), '080-1'), NULL, side = 0, SrH_KwotaBilan, SrH_SrHID
FROM CDN.TrwaleHist JOIN CDN.Trwale ON SrT_SrTID = SrH_SrTID, range(2) AS t(side) WHERE SrH_TypDokumentu IN (1, 4) AND SrH_DataOpe >= on_day(0)
UNION ALL
SELECT 'AMORTYZACJA', SrH_NumerPelny, SrH_DataOpe, '', [IF(SrT_Typ = 12, '020-3', '010-' || SrT_Grupa[7]), IF(SrT_Typ = 12, '075', '070-' || SrT_Grupa[7]), '761-1'][side], NULL, side > 1, [-SrH_KwotaBilan, -SrH_KwotaUm, SrH_KwotaUm - SrH_KwotaBilan][side], SrH_SrHID
FROM CDN.TrwaleHist JOIN CDN.Trwale ON SrT_SrTID = SrH_SrTID, range(1, 4) AS t(side) WHERE SrH_TypDokumentu = 6
UNION ALL
SELECT 'PLACE', LPL_NumerPelny, s.date, 'WYNAGRODZENIA', ['404-01', '229-1', '229-2', '220-2', '405-01', '229-1', '405-02', '229-3'][t.n], NULL, t.n IN (1, 5, 7), sum([gross, social, health, tax, company, company, funds, funds][t.n]), lpl
FROM x_slip AS s JOIN CDN.ListyPlac ON LPL_LplId = lpl, range(1, 9) AS t(n) GROUP BY ALL
UNION ALL
SELECT 'PLACE', LPL_NumerPelny, s.date, 'WYNAGRODZENIA', '231', pra, false, net, lpl FROM x_slip AS s JOIN CDN.ListyPlac ON LPL_LplId = lpl
UNION ALL
SELECT 'KASA-BANK', 'RB/PLACE/' || lpl, paid, 'WYNAGRODZENIA', IF(t.n = 0, '231', '131'), IF(t.n = 0, pra, NULL), t.n = 0, net, lpl FROM x_slip, range(2) AS t(n) WHERE paid <= period_end()
UNION ALL
SELECT 'EWIDENCJA', EDN_NumerPelny, EDN_DataDok, code, IF(t.n = 0, EDE_Segment1, EDE_Segment2), NULL, t.n = 0, EDE_Kwota, EDN_EDNID
FROM CDN.EwidDodNag JOIN CDN.EwidDodElem ON EDE_EDNID = EDN_EDNID JOIN b_cat ON k = EDN_KatID, range(2) AS t(n);

CREATE TEMP TABLE x_entry AS
SELECT row_number() OVER (ORDER BY date, journal, number) AS n, journal, number, date, ref, cat, year(date) - getvariable('first_year') AS y, sum(amount) FILTER (wn) AS wn, sum(amount) FILTER (NOT wn) AS ma
FROM x_part GROUP BY journal, number, date, ref, cat;

-- zapisy za pierwsze dni: bilans otwarcia pierwszego roku
CREATE TEMP TABLE x_opening AS
SELECT number, cur, amount, amount_cur FROM (
    SELECT '100' AS number, '' AS cur, opening_pln AS amount, 0 AS amount_cur FROM k_register WHERE symbol = 'KASA' UNION ALL
    SELECT '131', '', opening_pln, 0 FROM k_register WHERE symbol = 'BANK' UNION ALL
    SELECT '135', symbol, opening_pln, opening FROM k_register WHERE symbol IN ('EUR', 'USD') UNION ALL
    SELECT '080-1', '', sum(SrT_WartoscKoszt) + 10000, 0 FROM CDN.Trwale WHERE SrT_DataPrz >= on_day(0) UNION ALL
    SELECT IF(SrT_Typ = 12, '020-3', '010-' || SrT_Grupa[7]), '', sum(SrT_WartoscKoszt), 0 FROM CDN.Trwale WHERE SrT_DataPrz < on_day(0) GROUP BY ALL UNION ALL
    SELECT IF(SrT_Typ = 12, '075', '070-' || SrT_Grupa[7]), '', -sum(amount), 0 FROM x_write_off JOIN CDN.Trwale ON SrT_SrTID = asset WHERE date < on_day(0) GROUP BY ALL UNION ALL
    SELECT '801', '', -50000, 0
) WHERE amount <> 0;
INSERT INTO x_opening SELECT '802', '', -sum(amount), 0 FROM x_opening;
