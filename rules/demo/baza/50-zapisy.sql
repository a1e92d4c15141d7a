-- Zapisy ewidencji i płac, wypłaty przez bank, potem obroty i bilans otwarcia każdego roku.

CREATE TEMP TABLE x_line AS
SELECT lines() + row_number() OVER (ORDER BY e.n, p.wn DESC, p.account, p.pra, p.amount) AS id, row_number() OVER (PARTITION BY e.n ORDER BY p.wn DESC, p.account, p.pra, p.amount) AS lp, e.n, e.y, e.journal, e.number, e.date, e.ref, p.wn, p.amount, k.n AS account, k.number AS code, k.pid, g.k AS kat, g.name AS katname
FROM x_part AS p JOIN x_entry AS e USING (journal, number, date, ref, cat) LEFT JOIN b_party AS q ON q.typ = 3 AND q.id = p.pra
JOIN k_account AS k ON IF(p.pra IS NULL, k.number = p.account AND k.q IS NULL AND k.cur = '', k.number = p.account || '-' || q.code) LEFT JOIN b_cat AS g ON g.code = e.cat AND g.parent IS NOT NULL;

CREATE TEMP TABLE x_number AS
SELECT e.n, row_number() OVER (PARTITION BY e.journal, e.y ORDER BY e.n) + coalesce(j.many, 0) AS jn, row_number() OVER (PARTITION BY e.y ORDER BY e.n) + coalesce(b.many, 0) AS book
FROM x_entry AS e LEFT JOIN (SELECT journal, y, count(*) * copies() AS many FROM b_doc WHERE NOT buffer GROUP BY journal, y) AS j ON j.journal = e.journal AND j.y = e.y
LEFT JOIN (SELECT y, count(*) * copies() AS many FROM b_doc WHERE NOT buffer GROUP BY y) AS b ON b.y = e.y;

INSERT INTO CDN.DekretyNag BY NAME
SELECT docs() + e.n AS DeN_DeNId, e.y + 1 AS DeN_OObId, e.y * j.many + j.n AS DeN_DziId, journal AS DeN_Dziennik, date AS DeN_DataDok, date AS DeN_DataOpe, date AS DeN_DataWys, wn AS DeN_KwotaWn, ma AS DeN_KwotaMa, number AS DeN_Dokument,
    journal || '/' || (docs() + e.n) AS DeN_IdentKsieg, x.jn AS DeN_NrDziennika, x.book AS DeN_NrKsiegi, g.k AS DeN_KatId, coalesce(g.name, '') AS DeN_Kategoria, IF(journal = 'PLACE', 10, 0) AS DeN_Zrodlo
FROM x_entry AS e JOIN k_journal AS j ON j.symbol = journal JOIN x_number AS x ON x.n = e.n LEFT JOIN b_cat AS g ON g.code = e.cat AND g.parent IS NOT NULL ORDER BY 1;

INSERT INTO CDN.DekretyElem BY NAME
SELECT id AS DeE_DeEId, docs() + x.n AS DeE_DeNId, lp AS DeE_Lp, IF(wn, y * k.many + k.n, NULL) AS DeE_AccWnId, IF(wn, NULL, y * k.many + k.n) AS DeE_AccMaId, IF(wn, code, NULL) AS DeE_KontoWn, IF(wn, NULL, code) AS DeE_KontoMa, amount AS DeE_Kwota,
    x.number AS DeE_Dokument, kat AS DeE_KatId, coalesce(katname, '') AS DeE_Kategoria, coalesce(k.typ, 0) AS DeE_SlownikTyp, k.pid AS DeE_SlownikId
FROM x_line AS x JOIN k_account AS k ON k.n = x.account ORDER BY 1;

UPDATE CDN.TrwaleHist SET SrH_DekID = docs() + e.n FROM x_entry AS e WHERE e.journal = 'AMORTYZACJA' AND e.ref = SrH_SrHID AND SrH_TypDokumentu IN (1, 4, 6) OR e.journal = 'AMORTYZACJA' AND e.ref = 0 AND SrH_TypDokumentu = 3 AND e.date = SrH_DataOpe;
UPDATE CDN.EwidDodNag SET EDN_DekID = docs() + e.n, EDN_KPRID = docs() + e.n FROM x_entry AS e WHERE e.journal = 'EWIDENCJA' AND e.ref = EDN_EDNID;
UPDATE CDN.ListyPlac SET LPL_DekID = docs() + e.n, LPL_KPRID = docs() + e.n FROM x_entry AS e WHERE e.journal = 'PLACE' AND e.ref = LPL_LplId;

INSERT INTO CDN.ZapisyKPR BY NAME
SELECT docs() + e.n AS KPR_KPRID, date AS KPR_DataOpe, e.number AS KPR_Dokument, lower(journal) AS KPR_Opis, g.k AS KPR_KatID, IF(journal = 'EWIDENCJA' AND EDN_Typ = 2, wn, 0) AS KPR_Pozostale,
    IF(journal = 'PLACE', wn, 0) AS KPR_Wynagrodz, IF(journal = 'EWIDENCJA' AND EDN_Typ = 1 OR journal = 'AMORTYZACJA' AND e.ref = 0, wn, 0) AS KPR_Inne, 1 AS KPR_ZakID
FROM x_entry AS e LEFT JOIN b_cat AS g ON g.code = e.cat AND g.parent IS NOT NULL LEFT JOIN CDN.EwidDodNag ON journal = 'EWIDENCJA' AND EDN_EDNID = e.ref WHERE journal IN ('PLACE', 'EWIDENCJA') OR journal = 'AMORTYZACJA' AND e.ref = 0 ORDER BY 1;

-- wypłaty: zdarzenia, zapisy banku i rozliczenia jednych drugimi
INSERT INTO CDN.BnkZdarzenia BY NAME
SELECT docs() + wpl AS BZd_BZdID, 2 AS BZd_BRaID, 9 AS BZd_DDfId, number AS BZd_NumerPelny, 3 AS BZd_PodmiotTyp, pra AS BZd_PodmiotID, -1 AS BZd_Kierunek, net AS BZd_Kwota, net AS BZd_KwotaSys, IF(paid <= period_end(), net, 0) AS BZd_KwotaRoz, IF(paid <= period_end(), net, 0) AS BZd_KwotaRozSys,
    date AS BZd_DataDok, paid AS BZd_Termin, paid AS BZd_DataReal, IF(paid <= period_end(), paid, NULL) AS BZd_DataRoz, IF(paid <= period_end(), 3, 1) AS BZd_Stan, IF(paid <= period_end(), 2, 1) AS BZd_Rozliczono, IF(paid <= period_end(), 2, 1) AS BZd_Rozliczono2, 8 AS BZd_DokumentTyp, wpl AS BZd_DokumentID, 3 AS BZd_FPlId, 1 AS BZd_TypDokumentuKB
FROM x_slip ORDER BY 1;
INSERT INTO CDN.BnkZapisy BY NAME
SELECT cash() + wpl AS BZp_BZpID, 2 AS BZp_BRaID, docs() + e.n AS BZp_BRpID, 8 AS BZp_DDfId, wpl AS BZp_Numer, 'KW/PLACE/' || wpl AS BZp_NumerPelny, paid AS BZp_DataDok, paid AS BZp_DataRoz, 3 AS BZp_PodmiotTyp, pra AS BZp_PodmiotID, -1 AS BZp_Kierunek, net AS BZp_Kwota, net AS BZp_KwotaSys, net AS BZp_KwotaRoz, net AS BZp_KwotaRozSys,
    2 AS BZp_Typ, 2 AS BZp_Rozliczono, 2 AS BZp_Rozliczono2, 'Wynagrodzenie' AS BZp_Opis, '231' AS BZp_KontoPrzeciwstawne, 1 AS BZp_ZakID, 2 AS BZp_TypDokumentuKB
FROM x_slip AS s JOIN x_entry AS e ON e.journal = 'KASA-BANK' AND e.ref = lpl WHERE paid <= period_end() ORDER BY 1;
INSERT INTO CDN.BnkRozKwoty
SELECT settlements() + wpl, 1, docs() + wpl, number, 2, cash() + wpl, 'KW/PLACE/' || wpl, net, net, net, net, paid, 1 FROM x_slip WHERE paid <= period_end() ORDER BY 1;
INSERT INTO CDN.BnkRozRelacje SELECT BRK_BRKID, IF(side = 0, BRK_LDokTyp, BRK_PDokTyp), IF(side = 0, BRK_LDokID, BRK_PDokID) FROM CDN.BnkRozKwoty, range(2) AS t(side);

INSERT INTO CDN.KsiRozrachunki BY NAME
SELECT id AS KRo_KRoId, x.y + 1 AS KRo_OObId, code AS KRo_KontoIdx, code AS KRo_Konto, IF(wn, '131', '404-01') AS KRo_KontoPrzeciw, id AS KRo_DeEId, journal AS KRo_Dziennik, x.number AS KRo_Dokument, x.date AS KRo_DataDokumentu, x.date AS KRo_DataOperacji, IF(wn, x.date, paid) AS KRo_TerminPlatnosci,
    IF(paid <= period_end(), paid, NULL) AS KRo_DataRoz, IF(wn, 1, 2) AS KRo_Strona, x.amount AS KRo_Kwota, x.amount AS KRo_KwotaDok, IF(paid <= period_end(), x.amount, 0) AS KRo_SumRozliczen, book AS KRo_NrKsiegi, jn AS KRo_NrDziennika, 3 AS KRo_PodmiotTyp, x.pid AS KRo_PodmiotId
FROM x_line AS x JOIN x_slip AS s ON s.lpl = x.ref AND s.pra = x.pid JOIN x_number USING (n) WHERE x.pid IS NOT NULL ORDER BY 1;
INSERT INTO CDN.KsiRozliczenia
SELECT pairs() + row_number() OVER (ORDER BY w.id), w.id, m.id, w.amount, 0, w.date FROM x_line AS w JOIN x_line AS m ON m.ref = w.ref AND m.pid = w.pid AND NOT m.wn WHERE w.wn AND w.pid IS NOT NULL ORDER BY 1;

-- raporty: stan otwarcia to wszystko, co było przed nimi
INSERT INTO CDN.BnkRaporty BY NAME
SELECT rep AS BRp_BRpID, reg AS BRp_BRaID, IF(reg = 1, 6, 5) AS BRp_DDfId, number AS BRp_NumerPelny, date AS BRp_DataDok, IF(open, NULL, date) AS BRp_DataZam, IF(open, 0, 1) AS BRp_Zamkniety, BRa_SaldoBO + coalesce(sum(income - outgo) OVER w, 0) AS BRp_SaldoBO,
    BRa_SaldoBOSys + coalesce(sum(income_pln - outgo_pln) OVER w, 0) AS BRp_SaldoBOSys, income AS BRp_Przychody, outgo AS BRp_Rozchody, income_pln AS BRp_PrzychodySys, outgo_pln AS BRp_RozchodySys, rep AS BRp_DekID
FROM (
    SELECT rep, reg, number, date, date > period_end() - INTERVAL 5 DAY AS open, income, outgo, income_pln, outgo_pln
    FROM (SELECT BZp_BRpID AS rep, BZp_BRaID AS reg, sum(BZp_Kwota) FILTER (BZp_Kierunek > 0) AS income, sum(BZp_Kwota) FILTER (BZp_Kierunek < 0) AS outgo,
        sum(BZp_KwotaSys) FILTER (BZp_Kierunek > 0) AS income_pln, sum(BZp_KwotaSys) FILTER (BZp_Kierunek < 0) AS outgo_pln FROM CDN.BnkZapisy GROUP BY ALL)
    JOIN (SELECT DeN_DeNId, DeN_DataDok AS date, DeN_Dokument AS number FROM CDN.DekretyNag) ON DeN_DeNId = rep
) AS t(rep, reg, number, date, open, income0, outgo0, income0_pln, outgo0_pln), LATERAL (SELECT coalesce(income0, 0) AS income, coalesce(outgo0, 0) AS outgo, coalesce(income0_pln, 0) AS income_pln, coalesce(outgo0_pln, 0) AS outgo_pln)
JOIN CDN.BnkRachunki ON BRa_BRaID = reg WINDOW w AS (PARTITION BY reg ORDER BY date, rep ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) ORDER BY 1;

INSERT INTO CDN.KompensatyNag BY NAME
SELECT BRK_BRKID AS KPN_KPNID, 'KOMP/' || BRK_BRKID AS KPN_NumerPelny, BRK_DataDok AS KPN_DataDok, BZd_PodmiotTyp AS KPN_PodmiotTyp, BZd_PodmiotID AS KPN_PodmiotID, BRK_Kwota AS KPN_RazemKwotaRoz
FROM CDN.BnkRozKwoty JOIN CDN.BnkZdarzenia ON BZd_BZdID = BRK_LDokID WHERE BRK_PDokTyp = 1 ORDER BY 1;
INSERT INTO CDN.KompensatyElem SELECT KPN_KPNID, KPN_KPNID FROM CDN.KompensatyNag ORDER BY 1;

-- obroty miesięcy i kategorii; z nich bilanse otwarcia
CREATE TEMP TABLE x_turnover AS
SELECT coalesce(DeE_AccWnId, DeE_AccMaId) AS account, ym(DeN_DataDok) AS ym, DeE_KatId AS kat, DeN_Bufor AS buffer, sum(IF(DeE_AccWnId IS NULL, 0, DeE_Kwota)) AS wn, sum(IF(DeE_AccWnId IS NULL, DeE_Kwota, 0)) AS ma,
    sum(IF(DeE_AccWnId IS NULL, 0, DeE_KwotaWal)) AS wn_cur, sum(IF(DeE_AccWnId IS NULL, DeE_KwotaWal, 0)) AS ma_cur
FROM CDN.DekretyElem JOIN CDN.DekretyNag ON DeN_DeNId = DeE_DeNId GROUP BY ALL;

CREATE TEMP TABLE x_bo AS
WITH balance AS (
    SELECT y, k.n, t.kat, sum(amount)::DECIMAL(15,2) AS amount, sum(amount_cur)::DECIMAL(15,2) AS amount_cur
    FROM range(getvariable('years')) AS r(y)
    JOIN (SELECT (account - 1) // many + 1 AS since, (account - 1) % many + 1 AS n, kat, wn - ma AS amount, wn_cur - ma_cur AS amount_cur FROM x_turnover, (SELECT min(many) AS many FROM k_account)
        UNION ALL SELECT 0, k.n, NULL, o.amount, o.amount_cur FROM x_opening AS o JOIN k_account AS k ON k.number = o.number AND k.cur = o.cur) AS t ON t.since <= y
    JOIN k_account AS k ON k.n = t.n WHERE k.number[1] NOT IN ('4', '5', '7') AND NOT k.off GROUP BY ALL
)
SELECT * FROM balance WHERE amount <> 0 OR amount_cur <> 0
UNION ALL
SELECT y, (SELECT n FROM k_account WHERE number = '820'), NULL, -sum(amount), 0 FROM balance GROUP BY y HAVING sum(amount) <> 0;

INSERT INTO CDN.DekretyNag BY NAME
SELECT docs() + (SELECT count(*) FROM x_entry) + y + 1 AS DeN_DeNId, 1 AS DeN_Typ, y + 1 AS DeN_OObId, y * j.many + j.n AS DeN_DziId, 'BO' AS DeN_Dziennik, day_of(y) AS DeN_DataDok, day_of(y) AS DeN_DataOpe, day_of(y) AS DeN_DataWys,
    sum(amount) FILTER (amount > 0) AS DeN_KwotaWn, -sum(amount) FILTER (amount < 0) AS DeN_KwotaMa, 'BO/' || (getvariable('first_year') + y) AS DeN_Dokument, 'BO/' || (y + 1) AS DeN_IdentKsieg, 1 AS DeN_NrDziennika
FROM x_bo, (SELECT * FROM k_journal WHERE symbol = 'BO') AS j GROUP BY y, j.many, j.n ORDER BY 1;

INSERT INTO CDN.DekretyElem BY NAME
SELECT (SELECT max(id) FROM x_line) + row_number() OVER (ORDER BY y, b.n, kat) AS DeE_DeEId, docs() + (SELECT count(*) FROM x_entry) + y + 1 AS DeE_DeNId, row_number() OVER (PARTITION BY y ORDER BY b.n, kat) AS DeE_Lp,
    IF(amount >= 0, y * k.many + k.n, NULL) AS DeE_AccWnId, IF(amount >= 0, NULL, y * k.many + k.n) AS DeE_AccMaId, IF(amount >= 0, k.number, NULL) AS DeE_KontoWn, IF(amount >= 0, NULL, k.number) AS DeE_KontoMa, abs(amount) AS DeE_Kwota, IF(amount >= 0, amount_cur, -amount_cur) AS DeE_KwotaWal, k.cur AS DeE_Waluta,
    'BO/' || (getvariable('first_year') + y) AS DeE_Dokument, kat AS DeE_KatId, coalesce(g.name, '') AS DeE_Kategoria, coalesce(k.typ, 0) AS DeE_SlownikTyp, k.pid AS DeE_SlownikId
FROM x_bo AS b JOIN k_account AS k ON k.n = b.n LEFT JOIN b_cat AS g ON g.k = b.kat ORDER BY 1;

INSERT INTO CDN.Obroty
SELECT account, ym, 0, coalesce(sum(wn) FILTER (buffer = 0), 0), coalesce(sum(ma) FILTER (buffer = 0), 0), coalesce(sum(wn) FILTER (buffer <> 0), 0), coalesce(sum(ma) FILTER (buffer <> 0), 0),
    coalesce(sum(wn_cur) FILTER (buffer = 0), 0), coalesce(sum(ma_cur) FILTER (buffer = 0), 0), coalesce(sum(wn_cur) FILTER (buffer <> 0), 0), coalesce(sum(ma_cur) FILTER (buffer <> 0), 0)
FROM x_turnover GROUP BY account, ym
UNION ALL
SELECT y * k.many + k.n, (getvariable('first_year') + y) * 100 + 1, 1, coalesce(sum(amount) FILTER (amount >= 0), 0), coalesce(-sum(amount) FILTER (amount < 0), 0), 0, 0,
    coalesce(sum(amount_cur) FILTER (amount >= 0), 0), coalesce(-sum(amount_cur) FILTER (amount < 0), 0), 0, 0
FROM x_bo JOIN k_account AS k USING (n) GROUP BY y, k.many, k.n ORDER BY 1, 2, 3;
