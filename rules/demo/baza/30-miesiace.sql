-- Dokumenty i ich zapisy, część po części, według miesięcy.

INSERT INTO CDN.VatNag BY NAME
SELECT id AS VaN_VaNID, IF(kind IN ('vp', 'tp'), 1, 2) AS VaN_Typ, IF(kind IN ('vp', 'tp'), 'ZAKUP', 'SPRZEDAZ') AS VaN_Rejestr, ym(issue) AS VaN_RokMies,
    (v.lp - 1) * copies() + r + 1 AS VaN_Lp, IF(kind IN ('tp', 'ts'), id, NULL) AS VaN_TrnID, id AS VaN_DekID, id AS VaN_KPRID, 1 AS VaN_PodmiotTyp, pid AS VaN_PodID,
    IF(kind IN ('vs', 'ts'), 1, 0) AS VaN_PodatekVat, nr AS VaN_Dokument, journal || '/' || id AS VaN_IdentKsieg, coalesce(cor.head || suffix || cor.tail, '') AS VaN_KorektaDo,
    correction::TINYINT AS VaN_Korekta, issue AS VaN_DataWys, issue AS VaN_DataOpe, receipt AS VaN_DataZap, issue AS VaN_DataObowiazkuPodatkowego, receipt AS VaN_DataPrawaOdliczenia,
    IF(cur = '', NULL, issue) AS VaN_DataKur, IF(cur = '', NULL, issue) AS VaN_DataKurDoVAT, due AS VaN_Termin,
    IF(draw(id, 1, 50) = 0, 0, ym(receipt)) AS VaN_DeklRokMies, IF(draw(id, 1, 50) = 0, 0, 1) AS VaN_RozliczacVat7,
    IF(pcountry NOT IN ('', 'US'), 1, 0) AS VaN_RozliczacVatUE, 1 AS VaN_JPK_FA, IF(sold AND cur = '' AND draw(id, 2, 14) = 0, 1, 0) AS VaN_Fiskalna,
    IF(sold AND cur = '' AND draw(id, 2, 14) < 2, 1, 0) AS VaN_Finalny, CASE WHEN pcountry = 'US' THEN 1 WHEN pcountry <> '' THEN 3 ELSE 0 END AS VaN_Export,
    IF(sold AND cur = '' AND draw(id, 2, 14) IN (0, 2), 1, 0) AS VaN_Detal, substr(pname, 1, 50) AS VaN_KntNazwa1, IF(pcountry = '', 'PL', pcountry) AS VaN_KntNipKraj,
    IF(pcountry = '', 'Polska', pcountry) AS VaN_KntKraj, pnip AS VaN_KntNipE, 1 AS VaN_PlatnikTyp, pid AS VaN_PlatnikID, pnrb AS VaN_PlatnikRachunekNr, kat AS VaN_KatID,
    coalesce(katname, '') AS VaN_Kategoria, IF(adv.amount IS NULL, 3, 1) AS VaN_FplID, CASE WHEN coalesce(paid.amount, 0) + coalesce(adv.amount, 0) = pay THEN 2 ELSE 1 END AS VaN_Rozliczono,
    f * net AS VaN_RazemNetto, f * vat AS VaN_RazemVAT, f * (net + vat) AS VaN_RazemBrutto, f * (net_cur + vat_cur) AS VaN_RazemBruttoWal, cur AS VaN_Waluta, rate AS VaN_KursL,
    cur AS VaN_WalutaDoVAT, split::TINYINT AS VaN_SplitPay, IF(r = 0, ksef, '') AS VaN_NrKSeF, 1 AS VaN_ZakID,
    1 AS VaN_OpeZalID, 2 AS VaN_OpeModID, 'ADMIN' AS VaN_OpeZalKod, 'KSIEGOWA' AS VaN_OpeModKod, issue AS VaN_TS_Zal, issue AS VaN_TS_Mod
FROM (SELECT *, kind IN ('vs', 'ts') AS sold FROM doc WHERE kind IN ('vp', 'vs', 'tp', 'ts')) AS dd
JOIN k_vat AS v USING (d) LEFT JOIN k_paid AS paid USING (d) LEFT JOIN k_advance AS adv USING (d) LEFT JOIN (SELECT d AS cord, head, tail FROM b_doc) AS cor ON cor.cord = dd.corrected;

INSERT INTO CDN.VatTab BY NAME
SELECT (e - 1) * copies() + c.r + 1 AS VaT_VaTID, gid(e.d, c.r) AS VaT_VaNID, e.lp AS VaT_Lp, e.rate AS VaT_Stawka, e.flag AS VaT_Flaga, e.rate AS VaT_Zrodlowa, e.symbol AS VaT_StawkaSymbol,
    CASE WHEN sold THEN 0 WHEN e.cat = 'TOWARY' OR d.cat = 'TOWARY' THEN 1 WHEN draw(e, 31, 25) = 0 THEN [3, 5, 6, 7][1 + draw(e, 32, 4)] WHEN g.general = 'USŁUGI' THEN 4 ELSE 2 END AS VaT_RodzajZakupu,
    CASE WHEN sold THEN 0 WHEN draw(e, 33, 20) = 0 THEN 0 WHEN draw(e, 33, 20) = 1 THEN 2 ELSE 1 END AS VaT_Odliczenia, c.f * e.net AS VaT_Netto, c.f * e.vat AS VaT_VAT,
    c.f * e.net AS VaT_NettoDoVAT, c.f * e.vat AS VaT_VATDoVAT, c.f * e.net_cur AS VaT_NettoWal, c.f * e.vat_cur AS VaT_VATWal,
    CASE WHEN sold THEN 7 ELSE coalesce(g.kpir, 14) END AS VaT_KolumnaKPR, IF(draw(e, 34, 12) = 0, NULL, g.k) AS VaT_KatID, IF(draw(e, 34, 12) = 0, '', coalesce(g.name, '')) AS VaT_KatOpis,
    IF(g2.k IS NULL, 2 + draw(e, 35, 3), g2.k) AS VaT_Kat2ID, coalesce(g2.name, '') AS VaT_Kat2Opis
FROM (SELECT *, kind IN ('vs', 'ts') AS sold FROM b_doc WHERE m BETWEEN getvariable('from_month') AND getvariable('to_month')) AS d
JOIN b_elem AS e ON e.d = d.d CROSS JOIN copy AS c LEFT JOIN b_cat AS g ON g.code = e.cat AND g.parent IS NOT NULL LEFT JOIN b_cat AS g2 ON g2.code = e.cat2 AND g2.parent IS NOT NULL;

INSERT INTO CDN.TraNag BY NAME
SELECT id + t.shift * docs() AS TrN_TrNID, CASE WHEN t.shift > 0 THEN t.ddf WHEN kind = 'ts' THEN IF(correction, 12, 1) ELSE IF(correction, 13, 2) END AS TrN_DDfId,
    CASE WHEN t.shift > 0 THEN t.typ ELSE IF(kind = 'ts', 302, 301) END AS TrN_TypDokumentu,
    CASE WHEN t.shift > 0 THEN t.typ * 1000 WHEN kind = 'ts' THEN CASE WHEN correction THEN 302001 WHEN fkind = 'advance' THEN 302100 WHEN fkind = 'final' THEN 302101 ELSE 302000 END
        ELSE IF(correction, 301001, 301000) END AS TrN_Rodzaj,
    CASE t.shift WHEN 0 THEN nr WHEN 1 THEN 'WZ/' || nr ELSE 'RO/' || nr END AS TrN_NumerPelny, '@symbol/@numerN/@miesiac/@rok_kal' AS TrN_NumerString, id AS TrN_NumerNr,
    IF(kind = 'tp', nr, '') AS TrN_NumerObcy, 0 AS TrN_Bufor, correction::TINYINT AS TrN_Korekta, issue - to_days(t.earlier) AS TrN_DataDok, issue - to_days(t.earlier) AS TrN_DataWys,
    issue - to_days(t.earlier) AS TrN_DataOpe, IF(cur = '', NULL, issue) AS TrN_DataKur, due AS TrN_Termin, 1 AS TrN_PodmiotTyp, pid AS TrN_PodID, substr(pname, 1, 50) AS TrN_PodNazwa1,
    IF(pcountry = '', 'Polska', pcountry) AS TrN_PodKraj, IF(pcountry = '', 'PL', pcountry) AS TrN_PodNipKraj, pnip AS TrN_PodNipE, 1 AS TrN_OdbiorcaTyp, pid AS TrN_OdbID,
    substr(pname, 1, 50) AS TrN_OdbNazwa1, 1 AS TrN_PlatnikTyp, pid AS TrN_PlatnikID, 1 AS TrN_PodatekVat, CASE WHEN pcountry = 'US' THEN 1 WHEN pcountry <> '' THEN 3 ELSE 0 END AS TrN_Export,
    3 AS TrN_FPlId, kat AS TrN_KatID, coalesce(katname, '') AS TrN_Kategoria, f * total.net AS TrN_RazemNetto, f * total.vat AS TrN_RazemVAT, f * (total.net + total.vat) AS TrN_RazemBrutto,
    f * total.net_cur AS TrN_RazemNettoWal, f * total.vat_cur AS TrN_RazemVATWal, f * (total.net_cur + total.vat_cur) AS TrN_RazemBruttoWal, cur AS TrN_Waluta, rate AS TrN_KursL, 1 AS TrN_KursNumer,
    IF(kind = 'tp', NULL, 1) AS TrN_MagZrdId, IF(kind = 'tp', 1, NULL) AS TrN_MagDocId, 1 AS TrN_TypNB, f * total.cost AS TrN_WartoscZakupu,
    IF(t.shift = 0 AND corrected IS NOT NULL, gid(corrected, r), NULL) AS TrN_ZwrId, IF(t.shift > 0, id, NULL) AS TrN_FaId, IF(t.shift = 2, 3, 0) AS TrN_ZwroconoCalaIlosc,
    IF(t.shift = 2, 5, 0) AS TrN_eSklepZrodlo, IF(t.shift = 2, 1 + draw(id, 3, 2), 0) AS TrN_eSklepRodzajDokumentu, split::TINYINT AS TrN_SplitPay, 1 AS TrN_ZakID,
    'Dokument ' || nr AS TrN_Opis, 3 AS TrN_OpeZalID, 1 + draw(id, 4, 3) AS TrN_OpeModID, 'HANDEL' AS TrN_OpeZalKod, issue AS TrN_TS_Zal, issue AS TrN_TS_Mod
FROM (SELECT * FROM doc WHERE kind IN ('tp', 'ts')) AS dd
JOIN (VALUES (0, 0, 0, 1, 0), (1, 306, 3, 3, 1), (2, 308, 4, 6, 5)) AS t(shift, typ, ddf, every, earlier) ON t.shift = 0 OR kind = 'ts' AND fkind = 'ordinary' AND NOT correction AND dd.d % t.every = 0
JOIN (SELECT d, sum(round(net * 0.7, 2)) AS cost, sum(net) AS net, sum(vat) AS vat, sum(net_cur) AS net_cur, sum(vat_cur) AS vat_cur FROM b_pos GROUP BY d) AS total USING (d);

INSERT INTO CDN.TraElem BY NAME
SELECT (x - 1) * copies() + c.r + 1 + t.shift * positions() AS TrE_TrEID, gid(d.d, c.r) + t.shift * docs() AS TrE_TrNId, e.lp AS TrE_Lp, CASE WHEN t.shift > 0 THEN t.typ ELSE IF(d.kind = 'ts', 302, 301) END AS TrE_TypDokumentu,
    1 AS TrE_Aktywny, d.issue - to_days(t.earlier) AS TrE_DataDok, d.issue - to_days(t.earlier) AS TrE_DataOpe, 1 AS TrE_PodmiotTyp, w.id AS TrE_PodID, e.i AS TrE_TwrId, 1 AS TrE_MagId, i.code AS TrE_TwrKod, i.name AS TrE_TwrNazwa,
    i.ean AS TrE_TwrEAN, IF(i.service, 0, 1) AS TrE_TwrTyp, e.rate AS TrE_Stawka, e.flag AS TrE_Flaga, e.rate AS TrE_Zrodlowa, 1 AS TrE_TypNB, 2 AS TrE_TwCNumer, i.price AS TrE_Cena0,
    i.price AS TrE_CenaW, i.price AS TrE_CenaT, i.price AS TrE_Cena0WD, i.price AS TrE_CenaWWD, d.cur AS TrE_Waluta, d.rate AS TrE_KursL, c.f * e.qty AS TrE_Ilosc, c.f * e.qty AS TrE_IloscJM, i.unit AS TrE_Jm,
    c.f * e.net AS TrE_WartoscNetto, c.f * (e.net + e.vat) AS TrE_WartoscBrutto, c.f * e.net_cur AS TrE_WartoscNettoWal, c.f * (e.net_cur + e.vat_cur) AS TrE_WartoscBruttoWal,
    c.f * round(e.net * 0.7, 2) AS TrE_WartoscZakupu, c.f * round(e.net * 0.7, 2) AS TrE_WartoscZakupuWylicz, g.k AS TrE_KatID, 0 AS TrE_UslugaZlozonaId, coalesce(kcn.KCN_Kod, '') AS TrE_KodCN
FROM (SELECT * FROM b_doc WHERE m BETWEEN getvariable('from_month') AND getvariable('to_month')) AS d
JOIN b_pos AS e ON e.d = d.d CROSS JOIN copy AS c JOIN b_item AS i ON i.i = e.i JOIN whom AS w ON w.r = c.r AND w.p = d.p
JOIN (VALUES (0, 0, 1, 0), (1, 306, 3, 1), (2, 308, 6, 5)) AS t(shift, typ, every, earlier) ON t.shift = 0 OR d.kind = 'ts' AND d.fkind = 'ordinary' AND NOT d.correction AND d.d % t.every = 0
LEFT JOIN b_cat AS g ON g.code = d.cat AND g.parent IS NOT NULL LEFT JOIN CDN.Towary AS twr ON twr.Twr_TwrId = e.i LEFT JOIN CDN.KodyCN AS kcn ON kcn.KCN_KCNId = twr.Twr_KCNId;

INSERT INTO CDN.TraVat
SELECT gid(e.d, c.r), e.rate, e.flag, c.f * e.net, c.f * e.vat, c.f * (e.net + e.vat)
FROM b_doc AS d JOIN b_elem AS e ON e.d = d.d CROSS JOIN copy AS c WHERE e.lp < 91 AND d.kind IN ('tp', 'ts') AND d.m BETWEEN getvariable('from_month') AND getvariable('to_month');

INSERT INTO CDN.TraSElem BY NAME
SELECT (x - 1) * copies() + c.r + 1 AS TrS_TrSID, (x - 1) * copies() + c.r + 1 AS TrS_TreId, e.i AS TrS_TwrId, d.issue AS TrS_DataOpe, c.f * e.qty AS TrS_Ilosc, c.f * round(e.net * 0.7, 2) AS TrS_Wartosc,
    round(i.price * 0.7, 2) AS TrS_Cena, IF(d.kind = 'ts', 302000, 301000) AS TrS_Rodzaj, 1 AS TrS_MagId, IF(d.kind = 'ts', 2, 1) AS TrS_Typ
FROM b_doc AS d JOIN b_pos AS e ON e.d = d.d JOIN b_item AS i ON i.i = e.i AND NOT i.service CROSS JOIN copy AS c WHERE d.m BETWEEN getvariable('from_month') AND getvariable('to_month');

INSERT INTO CDN.TraNagRelacje
SELECT id + s.a * docs(), s.typ_a, id + s.b * docs(), s.typ_b, 0
FROM doc JOIN (VALUES (1, 306, 0, 302, 3), (2, 308, 1, 306, 6)) AS s(a, typ_a, b, typ_b, every) ON d % s.every = 0
WHERE kind = 'ts' AND fkind = 'ordinary' AND NOT correction;

INSERT INTO CDN.TraElemRelacje
SELECT (x - 1) * copies() + r + 1 + s.a * positions(), s.typ_a, (x - 1) * copies() + r + 1 + s.b * positions(), s.typ_b
FROM doc JOIN b_pos AS e ON e.d = doc.d JOIN (VALUES (1, 306, 0, 302, 3), (2, 308, 1, 306, 6)) AS s(a, typ_a, b, typ_b, every) ON doc.d % s.every = 0
WHERE kind = 'ts' AND fkind = 'ordinary' AND NOT correction;

INSERT INTO CDN.DokumentyKSeF
SELECT id, ksef, IF(kind IN ('tp', 'ts'), id, NULL), id FROM doc WHERE r = 0 AND ksef <> '';

INSERT INTO CDN.KwotyDodatkowe
SELECT (x - 1) * copies() + c.r + 1, gid(e.d, c.r), IF(e.c IS NULL, 2, 14), e.lp, e.wn, e.ma, c.f * e.amount, g.k, NULL, e.txt
FROM b_doc AS d JOIN b_extra AS e ON e.d = d.d CROSS JOIN copy AS c LEFT JOIN b_cat AS g ON g.code = d.cat AND g.parent IS NOT NULL
WHERE d.m BETWEEN getvariable('from_month') AND getvariable('to_month');

INSERT INTO CDN.WymiaryWartosci
SELECT (x - 1) * copies() + c.r + 1, e.dim, 20, gid(e.d, c.r), 0, 2, NULL, e.percent, c.f * e.amount, e.element
FROM b_doc AS d JOIN b_dim AS e ON e.d = d.d CROSS JOIN copy AS c WHERE d.m BETWEEN getvariable('from_month') AND getvariable('to_month');

INSERT INTO CDN.ZapisyKPR BY NAME
SELECT id AS KPR_KPRID, issue AS KPR_DataOpe, nr AS KPR_Dokument, IF(sold, 'sprzedaż', 'zakup') AS KPR_Opis, 1 AS KPR_PodmiotTyp, pid AS KPR_PodID, kat AS KPR_KatID,
    IF(sold, f * net, 0) AS KPR_Sprzedaz, IF(NOT sold AND col = 10, f * net, 0) AS KPR_Towary, IF(NOT sold AND col = 11, f * net, 0) AS KPR_Uboczne,
    IF(NOT sold AND col = 14 AND draw(id, 5, 30) = 0, f * net, 0) AS KPR_Reklama, IF(NOT sold AND col = 14 AND draw(id, 5, 30) > 0, f * net, 0) AS KPR_Inne,
    buffer::TINYINT AS KPR_Bufor, 1 AS KPR_ZakID
FROM (SELECT doc.*, kind IN ('vs', 'ts') AS sold, coalesce((SELECT min(kpir) FROM b_cat WHERE k = kat), 14) AS col FROM doc WHERE kind IN ('vp', 'vs', 'tp', 'ts'));

INSERT INTO CDN.BnkZapisy BY NAME
SELECT (b.c - 1) * copies() + c.r + 1 AS BZp_BZpID, b.reg AS BZp_BRaID, gid(b.d, c.r) AS BZp_BRpID, IF(b.way > 0, 7, 8) AS BZp_DDfId, b.c AS BZp_Numer, b.number || c.suffix AS BZp_NumerPelny,
    IF(b.foreign_number = '', '', b.foreign_number || c.suffix) AS BZp_NumerObcy, b.date AS BZp_DataDok, IF(b.settles AND b.paid = b.amount, b.last, NULL) AS BZp_DataRoz, coalesce(w.typ, 0) AS BZp_PodmiotTyp, w.id AS BZp_PodmiotID,
    coalesce(w.name, '') AS BZp_Nazwa1, b.way AS BZp_Kierunek, c.f * b.amount AS BZp_Kwota, c.f * b.pln AS BZp_KwotaSys, c.f * b.paid AS BZp_KwotaRoz, c.f * b.paid_pln AS BZp_KwotaRozSys,
    b.cur AS BZp_Waluta, b.regtyp AS BZp_Typ, CASE WHEN NOT b.settles THEN 0 WHEN b.paid = b.amount THEN 2 ELSE 1 END AS BZp_Rozliczono, IF(b.settles, 2, 0) AS BZp_Rozliczono2,
    b.kat AS BZp_KatID, b.txt AS BZp_Opis, b.contra AS BZp_KontoPrzeciwstawne, 1 AS BZp_ZakID, 2 AS BZp_TypDokumentuKB
FROM (SELECT * FROM k_entry WHERE m BETWEEN getvariable('from_month') AND getvariable('to_month')) AS b CROSS JOIN copy AS c LEFT JOIN whom AS w ON w.r = c.r AND w.p = b.p;

INSERT INTO CDN.BnkZdarzenia BY NAME
SELECT id AS BZd_BZdID, CASE pay_cur WHEN 'EUR' THEN 3 WHEN 'USD' THEN 4 ELSE 2 END AS BZd_BRaID, 9 AS BZd_DDfId, dd.d AS BZd_Numer, nr AS BZd_NumerPelny, nr AS BZd_NumerObcy, 1 AS BZd_PodmiotTyp, pid AS BZd_PodmiotID,
    sign(pay)::INTEGER * IF(kind IN ('vs', 'ts'), 1, -1) AS BZd_Kierunek, f * abs(pay) AS BZd_Kwota, f * abs(pay_pln) AS BZd_KwotaSys, f * coalesce(s.amount, 0) AS BZd_KwotaRoz, f * coalesce(s.pln, 0) AS BZd_KwotaRozSys,
    f * coalesce(a.amount, 0) AS BZd_KwotaNP, f * coalesce(a.amount, 0) AS BZd_KwotaNPSys, pay_cur AS BZd_Waluta, issue AS BZd_DataDok, due AS BZd_Termin, coalesce(s.last, due) AS BZd_DataReal,
    IF(done, coalesce(s.last, issue), NULL) AS BZd_DataRoz, CASE WHEN done THEN 3 WHEN buffer THEN 0 ELSE 1 END AS BZd_Stan, IF(done, 2, 1) AS BZd_Rozliczono,
    CASE WHEN done OR s.amount > 0 OR a.amount > 0 THEN 2 ELSE 1 END AS BZd_Rozliczono2, IF(kind IN ('tp', 'ts'), 1, 2) AS BZd_DokumentTyp, id AS BZd_DokumentID, IF(a.amount IS NULL, 3, 1) AS BZd_FPlId,
    kat AS BZd_KatID, pnrb AS BZd_RachunekNr, split::TINYINT AS BZd_SplitPay, 1 AS BZd_TypDokumentuKB
FROM (SELECT doc.*, coalesce(p.amount, 0) + coalesce(a.amount, 0) = pay AS done FROM doc LEFT JOIN k_paid AS p USING (d) LEFT JOIN k_advance AS a USING (d)
    WHERE kind IN ('vp', 'vs', 'tp', 'ts') AND pay <> 0) AS dd
LEFT JOIN k_paid AS s USING (d) LEFT JOIN k_advance AS a USING (d);

INSERT INTO CDN.BnkRozKwoty BY NAME
SELECT (b.s - 1) * copies() + c.r + 1 AS BRK_BRKID, 1 AS BRK_LDokTyp, gid(b.d, c.r) AS BRK_LDokID, l.head || c.suffix || l.tail AS BRK_LNumer, IF(b.c IS NULL, 1, 2) AS BRK_PDokTyp,
    IF(b.c IS NULL, gid(b.d2, c.r), (b.c - 1) * copies() + c.r + 1) AS BRK_PDokID, coalesce(k.number || c.suffix, r.head || c.suffix || r.tail) AS BRK_PNumer, c.f * b.amount AS BRK_Kwota,
    c.f * b.pln AS BRK_KwotaSys, c.f * b.pln_left AS BRK_KwotaSysL, c.f * b.pln_right AS BRK_KwotaSysP, b.date AS BRK_DataDok, 1 AS BRK_ZakID
FROM b_brk AS b CROSS JOIN copy AS c JOIN b_doc AS l ON l.d = b.d LEFT JOIN b_cash AS k ON k.c = b.c LEFT JOIN b_doc AS r ON r.d = b.d2
WHERE l.m BETWEEN getvariable('from_month') AND getvariable('to_month');

INSERT INTO CDN.DekretyNag BY NAME
SELECT id AS DeN_DeNId, y + 1 AS DeN_OObId, y * j.many + j.n AS DeN_DziId, journal AS DeN_Dziennik, buffer::TINYINT AS DeN_Bufor, date AS DeN_DataDok, issue AS DeN_DataOpe, issue AS DeN_DataWys, f * turnover AS DeN_KwotaWn,
    f * turnover AS DeN_KwotaMa, nr AS DeN_Dokument, journal || '/' || id AS DeN_IdentKsieg, coalesce((jn - 1) * copies() + r + 1, 0) AS DeN_NrDziennika, coalesce((book - 1) * copies() + r + 1, 0) AS DeN_NrKsiegi,
    coalesce(typ, 0) AS DeN_PodmiotTyp, pid AS DeN_PodmiotId, kat AS DeN_KatId, coalesce(katname, '') AS DeN_Kategoria
FROM doc JOIN k_journal AS j ON j.symbol = journal;

INSERT INTO CDN.DekretyElem BY NAME
SELECT (l.l - 1) * copies() + c.r + 1 AS DeE_DeEId, gid(d.d, c.r) AS DeE_DeNId, l.lp AS DeE_Lp, IF(l.wn, d.y * k.many + k.n, NULL) AS DeE_AccWnId, IF(l.wn, NULL, d.y * k.many + k.n) AS DeE_AccMaId,
    IF(l.wn, k.number, NULL) AS DeE_KontoWn, IF(l.wn, NULL, k.number) AS DeE_KontoMa, c.f * l.amount AS DeE_Kwota, c.f * l.amount_cur AS DeE_KwotaWal, l.cur AS DeE_Waluta, d.head || c.suffix || d.tail AS DeE_Dokument,
    g.k AS DeE_KatId, coalesce(g.name, '') AS DeE_Kategoria, coalesce(k.typ, 0) AS DeE_SlownikTyp, k.pid AS DeE_SlownikId, IF(d.kind = 'cr', NULL, 3) AS DeE_FPlID,
    gid(d.d, c.r) AS DeE_DokumentId, CASE d.kind WHEN 'vp' THEN 2 WHEN 'vs' THEN 2 WHEN 'cr' THEN 1122 WHEN 'st' THEN 1145 ELSE 1 END AS DeE_DokumentTyp
FROM (SELECT * FROM b_doc WHERE m BETWEEN getvariable('from_month') AND getvariable('to_month')) AS d
JOIN b_line AS l ON l.d = d.d CROSS JOIN copy AS c LEFT JOIN who AS w ON w.r = c.r AND w.p = l.p
JOIN k_account AS k ON k.a = l.a AND k.q IS NOT DISTINCT FROM w.q LEFT JOIN b_cat AS g ON g.code = l.cat AND g.parent IS NOT NULL;

INSERT INTO CDN.KsiRozrachunki BY NAME
SELECT (l.l - 1) * copies() + c.r + 1 AS KRo_KRoId, d.y + 1 AS KRo_OObId, k.number || IF(k.cur = '', '', ' ' || k.cur) AS KRo_KontoIdx, k.number AS KRo_Konto, coalesce(o.number, '') AS KRo_KontoPrzeciw,
    (l.l - 1) * copies() + c.r + 1 AS KRo_DeEId, d.journal AS KRo_Dziennik, d.head || c.suffix || d.tail AS KRo_Dokument, d.journal || '/' || gid(d.d, c.r) AS KRo_IdentKsieg, l.txt AS KRo_Opis, d.date AS KRo_DataDokumentu,
    d.issue AS KRo_DataOperacji, coalesce(d.due, d.date) AS KRo_TerminPlatnosci, IF(s.amount = l.amount, s.last, NULL) AS KRo_DataRoz, IF(l.wn, 1, 2) AS KRo_Strona, c.f * l.amount AS KRo_Kwota, c.f * l.amount AS KRo_KwotaDok,
    c.f * l.amount_cur AS KRo_KwotaDokWal, c.f * l.amount_cur AS KRo_KwotaWal, c.f * coalesce(s.amount, 0) AS KRo_SumRozliczen, c.f * coalesce(s.cur, 0) AS KRo_SumRozliczenWal, l.cur AS KRo_Waluta,
    coalesce((n.book - 1) * copies() + c.r + 1, 0) AS KRo_NrKsiegi, coalesce((n.n - 1) * copies() + c.r + 1, 0) AS KRo_NrDziennika, d.buffer::TINYINT AS KRo_Bufor, k.typ AS KRo_PodmiotTyp, k.pid AS KRo_PodmiotId
FROM (SELECT * FROM b_doc WHERE m BETWEEN getvariable('from_month') AND getvariable('to_month')) AS d
JOIN b_line AS l ON l.d = d.d AND l.p IS NOT NULL CROSS JOIN copy AS c JOIN who AS w ON w.r = c.r AND w.p = l.p
JOIN k_account AS k ON k.a = l.a AND k.q = w.q LEFT JOIN k_line AS s ON s.l = l.l LEFT JOIN k_number AS n ON n.d = d.d LEFT JOIN k_other AS o ON o.l = l.l
WHERE k.settlement;

INSERT INTO CDN.KsiRozliczenia
SELECT (b.s - 1) * copies() + c.r + 1, (b.wn - 1) * copies() + c.r + 1, (b.ma - 1) * copies() + c.r + 1, c.f * b.amount, c.f * b.cur, b.date
FROM b_krz AS b CROSS JOIN copy AS c JOIN b_line AS l ON l.l = b.wn JOIN b_doc AS d ON d.d = l.d WHERE d.m BETWEEN getvariable('from_month') AND getvariable('to_month');
