-- Funkcje, którymi piszą się następne pliki; w gotowej bazie ich nie ma. draw – liczba od 0 do n - 1, zawsze ta sama.
CREATE TEMP MACRO mixed(v) AS (v * v % 2147483647 * 48271 % 2147483647);
CREATE TEMP MACRO draw(x, s, n) AS (mixed(((x::BIGINT % 1000003 + 1) * 40692 + s * 2147) % 2147483399) // 11 % n)::INTEGER;
CREATE TEMP MACRO copies() AS getvariable('copies');
CREATE TEMP MACRO gid(d, r) AS ((d - 1) * getvariable('copies') + r + 1);
CREATE TEMP MACRO ym(date) AS (year(date) * 100 + month(date));
CREATE TEMP MACRO on_day(n) AS (getvariable('first') + to_days((n)::INTEGER));
CREATE TEMP MACRO period_end() AS getvariable('last');
CREATE TEMP MACRO day_of(y) AS make_timestamp(getvariable('first_year') + y, 1, 1, 0, 0, 0);
CREATE TEMP MACRO month_end(m) AS (getvariable('first') + to_months((m + 1)::INTEGER) - to_days(1));
CREATE TEMP MACRO paid_on(date) AS (date + to_days(9));
CREATE TEMP MACRO months() AS (12 * getvariable('years'));
CREATE TEMP MACRO wage(id) AS (4800 + 350 * id);

CREATE TEMP TABLE k_size AS
SELECT copies() AS copies, (SELECT max(d) FROM b_doc) * copies() AS docs, (SELECT coalesce(max(x), 0) FROM b_pos) * copies() AS positions, (SELECT max(l) FROM b_line) * copies() AS lines,
    (SELECT max(c) FROM b_cash) * copies() AS cash, (SELECT coalesce(max(s), 0) FROM b_brk) * copies() AS settlements, (SELECT coalesce(max(s), 0) FROM b_krz) * copies() AS pairs;
SET VARIABLE docs = (SELECT docs FROM k_size);
SET VARIABLE positions = (SELECT positions FROM k_size);
SET VARIABLE lines = (SELECT lines FROM k_size);
SET VARIABLE cash = (SELECT cash FROM k_size);
SET VARIABLE settlements = (SELECT settlements FROM k_size);
SET VARIABLE pairs = (SELECT pairs FROM k_size);
CREATE TEMP MACRO docs() AS getvariable('docs');
CREATE TEMP MACRO positions() AS getvariable('positions');
CREATE TEMP MACRO lines() AS getvariable('lines');
CREATE TEMP MACRO cash() AS getvariable('cash');
CREATE TEMP MACRO settlements() AS getvariable('settlements');
CREATE TEMP MACRO pairs() AS getvariable('pairs');

-- powtórzenia dokumentów: ile razy większe kwoty i jaki dodatek do numeru; pierwsze to dokumenty takie, jak zaksięgowane
CREATE TEMP TABLE copy AS
SELECT r::INTEGER AS r, IF(r = 0, 1, 1 + draw(r, 1, 3))::INTEGER AS f, IF(r = 0, '', '-' || (r + 1)) AS suffix FROM range(copies()) AS t(r);

-- podmiot w każdym powtórzeniu inny, ale tego samego rodzaju
CREATE TEMP TABLE who AS
SELECT c.r, a.p, b.p AS q
FROM (SELECT *, row_number() OVER (PARTITION BY class ORDER BY p) - 1 AS place, count(*) OVER (PARTITION BY class) AS many FROM b_party) AS a
CROSS JOIN copy AS c JOIN (SELECT *, row_number() OVER (PARTITION BY class ORDER BY p) - 1 AS place FROM b_party) AS b ON b.class = a.class AND b.place = (a.place + c.r * 7) % a.many;

-- kasy i rachunki; na otwarcie tyle, żeby nigdy nie zabrakło
CREATE TEMP TABLE k_register AS
SELECT r.id, r.symbol, r.typ, r.opening, round(r.opening * coalesce(x.rate, 1), 2)::DECIMAL(15,2) AS opening_pln
FROM (
    SELECT t.id, t.symbol, t.typ, (ceil(coalesce(sum(IF(c.way < 0, c.amount, 0)), 0) * (SELECT sum(f) FROM copy) / 1000) * 1000 + 10000 + IF(t.id = 2, 100000 * months(), 0))::DECIMAL(15,2) AS opening
    FROM (VALUES (1, 'KASA', 1), (2, 'BANK', 2), (3, 'EUR', 2), (4, 'USD', 2), (5, 'KARTA', 3)) AS t(id, symbol, typ) LEFT JOIN b_doc AS d ON d.register = t.symbol LEFT JOIN b_cash AS c ON c.d = d.d GROUP BY t.id, t.symbol, t.typ
) AS r LEFT JOIN b_rate AS x ON x.cur = r.symbol;
UPDATE k_register SET opening = 0, opening_pln = 0 WHERE id = 5;
