-- Okresy, dzienniki i plan kont każdego roku; konta analityczne podmiotów, które mają zapisy.

INSERT INTO CDN.OkresyObrach
SELECT y + 1, (getvariable('first_year') + y)::VARCHAR, make_timestamp(getvariable('first_year') + y, 1, 1, 0, 0, 0),
    make_timestamp(getvariable('first_year') + y, 12, 31, 0, 0, 0), IF(y = getvariable('years') - 1, NULL, make_timestamp(getvariable('first_year') + y + 1, 3, 31, 0, 0, 0)), 12
FROM range(getvariable('years')) AS t(y) ORDER BY 1;

CREATE TEMP TABLE k_journal AS
SELECT symbol, row_number() OVER (ORDER BY symbol) AS n, count(*) OVER () AS many
FROM (SELECT DISTINCT journal AS symbol FROM b_doc UNION VALUES ('BO'), ('AMORTYZACJA'), ('PLACE'), ('EWIDENCJA'));

INSERT INTO CDN.Dzienniki
SELECT y * many + n, y + 1, symbol, concat(symbol[1], lower(symbol[2:])) FROM k_journal, range(getvariable('years')) AS t(y) ORDER BY 1;

-- każde konto raz: a – numer na planie, q – podmiot konta analitycznego
CREATE TEMP TABLE k_account AS
SELECT row_number() OVER (ORDER BY number, cur) AS n, count(*) OVER () AS many, *
FROM (
    SELECT a, NULL::INTEGER AS q, number, cur, name, dictionary, settlement, off, NULL::INTEGER AS typ, NULL::INTEGER AS pid FROM b_chart
    UNION ALL
    SELECT c.a, u.q, c.number || '-' || p.code, c.cur, p.name, '', c.settlement, c.off, p.typ, p.id
    FROM (SELECT DISTINCT l.a, w.q FROM b_line AS l JOIN who AS w ON w.p = l.p) AS u
    JOIN b_chart AS c ON c.a = u.a JOIN b_party AS p ON p.p = u.q
    UNION ALL
    SELECT c.a, p.p, c.number || '-' || p.code, c.cur, p.name, '', c.settlement, c.off, p.typ, p.id
    FROM b_party AS p JOIN b_chart AS c ON c.number = '231' WHERE p.typ = 3
);

CREATE TEMP TABLE k_parent AS
SELECT c.n, min(p.n) AS parent
FROM k_account AS c JOIN k_account AS p ON p.number = regexp_replace(c.number, '-[^-]*$', '') AND c.number LIKE '%-%' AND (p.cur = c.cur OR p.cur = '' AND c.q IS NULL)
GROUP BY c.n;

INSERT INTO CDN.Konta BY NAME
SELECT y * many + n AS Acc_AccId, y + 1 AS Acc_OObId, y * many + parent AS Acc_ParId, len(string_split(number, '-')) AS Acc_Poziom,
    string_split(number, '-')[-1] AS Acc_Segment, number AS Acc_Numer, number || IF(cur = '', '', ' ' || cur) AS Acc_NumerIdx, substr(name, 1, 100) AS Acc_Nazwa,
    CASE WHEN off THEN 6 WHEN number[1] IN ('4', '5') THEN 5
        WHEN number[1] = '7' THEN IF(number[1:3] IN ('701', '702', '731', '741', '752', '760', '790'), 4, 5)
        WHEN number[1] = '8' THEN 2 WHEN number[1] = '2' OR number[1:3] IN ('149', '301', '302') THEN 3 WHEN number[1:3] IN ('070', '075', '134') THEN 2 ELSE 1 END AS Acc_TypKonta,
    settlement::TINYINT AS Acc_Rozrachunkowe, IF(number[1] = '4', 1, 0) AS Acc_KontrolaBudzetu, cur AS Acc_Waluta, coalesce(typ, 0) AS Acc_SlownikTyp, pid AS Acc_SlownikId,
    (n IN (SELECT parent FROM k_parent) OR dictionary <> '')::TINYINT AS Acc_Analityka, IF(y = 0, NULL, (y - 1) * many + n) AS Acc_PrevAccId,
    IF(y = getvariable('years') - 1, NULL, (y + 1) * many + n) AS Acc_NextAccId
FROM k_account LEFT JOIN k_parent USING (n), range(getvariable('years')) AS t(y) ORDER BY 1;

-- pozycje faktur handlowych są w rejestrze VAT zebrane według stawek
INSERT INTO b_elem
SELECT (SELECT coalesce(max(e), 0) FROM b_elem) + row_number() OVER (ORDER BY d, min(lp)), d, row_number() OVER (PARTITION BY d ORDER BY min(lp)), rate, symbol, flag,
    sum(net_cur), sum(vat_cur), sum(net), sum(vat), cat, ''
FROM b_pos JOIN (SELECT d, cat FROM b_doc) USING (d) GROUP BY d, rate, symbol, flag, cat;

-- ile z faktury rozliczono i kiedy
CREATE TEMP TABLE k_paid AS
SELECT d, sum(amount) AS amount, sum(pln) AS pln, max(date) AS last
FROM (SELECT d, amount, pln, date FROM b_brk UNION ALL SELECT d2, amount, pln, date FROM b_brk WHERE d2 IS NOT NULL) GROUP BY d;
CREATE TEMP TABLE k_cash AS SELECT c, sum(amount) AS amount, sum(pln) AS pln, max(date) AS last FROM b_brk WHERE c IS NOT NULL GROUP BY c;
CREATE TEMP TABLE k_advance AS SELECT l.d, sum(k.amount) AS amount FROM b_krz AS k JOIN b_line AS l ON l.l = k.ma WHERE k.kind = 'advance' GROUP BY l.d;
CREATE TEMP TABLE k_line AS
SELECT l, sum(amount) AS amount, sum(cur) AS cur, max(date) AS last
FROM (SELECT wn AS l, amount, cur, date FROM b_krz UNION ALL SELECT ma, amount, cur, date FROM b_krz) GROUP BY l;

-- konto przeciwstawne pozycji: największa po drugiej stronie zapisu
CREATE TEMP TABLE k_other AS
SELECT l.l, arg_max(c.number, (o.amount, -o.l)) AS number
FROM b_line AS l JOIN b_line AS o ON o.d = l.d AND o.wn <> l.wn JOIN b_chart AS c ON c.a = o.a WHERE l.p IS NOT NULL GROUP BY l.l;

-- numer w dzienniku i w księdze; w buforze ich nie ma
CREATE TEMP TABLE k_number AS
SELECT d, row_number() OVER (PARTITION BY journal, y ORDER BY d) AS n, row_number() OVER (PARTITION BY y ORDER BY d) AS book FROM b_doc WHERE NOT buffer;

-- numer w rejestrze i miesiącu
CREATE TEMP TABLE k_vat AS
SELECT d, row_number() OVER (PARTITION BY kind IN ('vs', 'ts'), y * 12 + month(issue) ORDER BY d) AS lp FROM b_doc WHERE kind IN ('vp', 'vs', 'tp', 'ts');

-- podmioty powtórzeń z tym, co o nich mówią dokumenty
CREATE TEMP TABLE whom AS SELECT w.r, w.p, b.typ, b.id, substr(b.name, 1, 50) AS name, b.nip, b.country, b.nrb FROM who AS w JOIN b_party AS b ON b.p = w.q ORDER BY w.r, w.p;

-- zapisy kas i banku z tym, co się w powtórzeniach nie zmienia
CREATE TEMP TABLE k_entry AS
SELECT b.*, d.m, d.cur, reg.id AS reg, reg.typ AS regtyp, g.k AS kat, coalesce(s.amount, 0) AS paid, coalesce(s.pln, 0) AS paid_pln, s.last, s.amount IS NOT NULL AS settles
FROM b_cash AS b JOIN b_doc AS d ON d.d = b.d JOIN k_register AS reg ON reg.symbol = d.register LEFT JOIN k_cash AS s ON s.c = b.c LEFT JOIN b_cat AS g ON g.account = b.contra AND g.parent IS NOT NULL AND g.first
ORDER BY b.c;

-- dokument w każdym powtórzeniu, z jego podmiotem
CREATE TEMP VIEW doc AS
SELECT b.*, c.r, c.f, c.suffix, gid(b.d, c.r) AS id, b.head || c.suffix || b.tail AS nr, w.typ, w.id AS pid, w.name AS pname, w.nip AS pnip,
    w.country AS pcountry, w.nrb AS pnrb, kat.k AS kat, kat.name AS katname, n.n AS jn, n.book
FROM b_doc AS b CROSS JOIN copy AS c LEFT JOIN whom AS w ON w.r = c.r AND w.p = b.p
LEFT JOIN b_cat AS kat ON kat.code = b.cat AND kat.parent IS NOT NULL LEFT JOIN k_number AS n ON n.d = b.d
WHERE b.m BETWEEN getvariable('from_month') AND getvariable('to_month');
