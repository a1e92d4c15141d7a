"""Traps of T-SQL: rows worked out by hand for SQL Server, compared with DuckDB and with a PostgreSQL server."""

import datetime as dt
import threading
from decimal import Decimal

import duckdb
import pytest

from dekret.errors import FileError
from dekret.model.results import ColumnKind
from dekret.sql.scopes import PackFunction
from dekret.sql.typed import typed
from dekret.store.addresses import open_engine
from dekret.store.engines import DuckDbEngine, EngineError, Limits
from dekret.store.postgres import PostgresEngine
from dekret.store.sql_server import SqlServerEngine

SCRIPT = """
CREATE SCHEMA "CDN";
CREATE TABLE "CDN"."Zapisy" ("Zap_ID" INTEGER, "Zap_Konto" VARCHAR(50), "Zap_Kwota" DECIMAL(15,2),
  "Zap_Ilosc" DECIMAL(15,4), "Zap_Data" TIMESTAMP, "Zap_Bufor" SMALLINT, "Zap_Opis" VARCHAR(20), "Zap_Flaga" BOOLEAN);
INSERT INTO "CDN"."Zapisy" VALUES
  (1, '201-1', 100.00, 3.0000, '2024-01-31 10:15:30.123', 0, 'Faktura',   true),
  (2, '2011',   50.50, 2.0000, '2024-02-29 00:00:00',     1, 'FAKTURA ',  false),
  (3, '201-2', -33.35, 7.0000, '2023-12-31 23:59:59',     0, 'Żółw',      true),
  (4, '400',     0.00, 1.0000, NULL,                      0, NULL,        NULL),
  (5, '401-01',  7.25, NULL,   '2024-03-31 12:00:00',     1, 'żółw',      false);
CREATE TABLE "CDN"."Slownik" ("Slo_ID" INTEGER, "Slo_Kod" VARCHAR(20), "Slo_Zap" INTEGER);
INSERT INTO "CDN"."Slownik" VALUES (1, 'a&b', 1), (2, 'C', 1), (3, 'b', 2), (4, NULL, 2), (5, 'ć', 1);
"""


class OfScript:
    """Both engines with the same small database."""

    def __init__(self, postgres):
        self.engines = [DuckDbEngine.of_script(SCRIPT), postgres]

    def rows(self, query, limits=Limits(30, 1000)):  # noqa: B008 - never changed
        found = []
        for engine in self.engines:
            said = typed(query, engine.dialect, engine.schema(), FUNCTIONS)
            assert not said.faults, [fault.reason.en for fault in said.faults]
            found.append(engine.run(said.statements, (), limits))
        return found


FUNCTIONS = {"cdn.polowa": PackFunction(("kwota",), "ROUND(@kwota / 2, 2)")}


@pytest.fixture(scope="module")
def postgres(postgres_address):
    psycopg = pytest.importorskip("psycopg")
    engine = PostgresEngine.of_address(postgres_address)
    with psycopg.connect(postgres_address, autocommit=True) as connection:
        connection.execute(SCRIPT)
    yield engine
    engine.close()


@pytest.fixture(scope="module")
def both(postgres):
    return OfScript(postgres)


def day(year, month, number, *time):
    return dt.datetime(year, month, number, *time)  # noqa: DTZ001 - as SQL Server has them


def of(expression, *rows, where="Zap_ID<=1"):
    """An expression over the table, row by row."""
    return f"SELECT x={expression} FROM CDN.Zapisy WHERE {where} ORDER BY Zap_ID", [(row,) for row in rows]


def one(expression, value):
    return f"SELECT {expression} AS x", [(value,)]


TRAPS = {
    # + on texts and numbers
    "plus joins texts": of("Zap_Konto + '/' + Zap_Opis", "201-1/Faktura"),
    "plus with NULL": of("Zap_Konto + Zap_Opis", None, where="Zap_ID=4"),
    "plus of text and number": one("'5' + 1", 6),
    "concat of NULL": of("CONCAT(Zap_Konto, '-', Zap_Opis)", "400-", where="Zap_ID=4"),
    # division
    "whole division": one("7/2", 3),
    "whole division of a negative": one("-7/2", -3),
    "remainder of a negative": one("-7%3", -1),
    "whole division of columns": of("Zap_ID/2", 0, 1, 1, 2, 2, where="1=1"),
    "decimal by whole": one("2.0/3", Decimal("0.666666")),
    "decimals are cut off": of("Zap_Kwota/Zap_Ilosc", Decimal("33.333333333333333333")),
    "negative decimals are cut off": of("Zap_Kwota/7", Decimal("-4.764285"), where="Zap_ID=3"),
    "product of decimals": of("Zap_Kwota*Zap_Ilosc", Decimal("300.000000")),
    "percent": of("Zap_Kwota*23/100", Decimal("23.000000")),
    "average of whole numbers": ("SELECT AVG(Zap_ID+1) AS x FROM CDN.Zapisy WHERE Zap_ID<3", [(2,)]),
    "average of quotients": (
        "SELECT AVG(Zap_Kwota/Zap_Ilosc) AS x FROM CDN.Zapisy WHERE Zap_ID<=3",
        [(Decimal("17.939682539682539682"),)],
    ),
    "average of decimals": ("SELECT AVG(Zap_Kwota) AS x FROM CDN.Zapisy", [(Decimal("24.880000"),)]),
    "sum and count": (
        "SELECT SUM(Zap_ID) AS a, COUNT(Zap_Ilosc) AS b, SUM(Zap_Ilosc) c FROM CDN.Zapisy",
        [(15, 4, Decimal("13.0000"))],
    ),
    "sum of nothing": ("SELECT SUM(Zap_Kwota) AS a, COUNT(*) AS b FROM CDN.Zapisy WHERE 1=0", [(None, 0)]),
    # TOP
    "top": ("SELECT TOP 2 Zap_ID FROM CDN.Zapisy ORDER BY Zap_Kwota DESC", [(1,), (2,)]),
    "top with ties": ("SELECT TOP 1 WITH TIES Zap_ID FROM CDN.Zapisy ORDER BY Zap_Bufor DESC", [{(2,), (5,)}]),
    "top percent rounds up": ("SELECT TOP 30 PERCENT Zap_ID FROM CDN.Zapisy ORDER BY Zap_ID", [(1,), (2,)]),
    "offset": ("SELECT Zap_ID FROM CDN.Zapisy ORDER BY Zap_ID OFFSET 1 ROWS FETCH NEXT 2 ROWS ONLY", [(2,), (3,)]),
    "NULL is lowest": ("SELECT Zap_ID FROM CDN.Zapisy ORDER BY Zap_Data", [(4,), (3,), (1,), (2,), (5,)]),
    "NULL is last downwards": ("SELECT TOP 1 Zap_ID FROM CDN.Zapisy ORDER BY Zap_Opis DESC, Zap_ID", [(3,)]),
    # dates
    "dateadd keeps to the month": of("DATEADD(month, 1, Zap_Data)", day(2024, 2, 29, 10, 15, 30, 123000)),
    "dateadd of other units": one("DATEADD(quarter, -1, '20240531')", day(2024, 2, 29)),
    "dateadd cuts its count": one("DATEADD(day, 1.9, '20240101')", day(2024, 1, 2)),
    "dateadd hours": one("DATEADD(hh, 25, '2024-01-01T01:30:00')", day(2024, 1, 2, 2, 30)),
    "datediff year counts boundaries": one("DATEDIFF(year, '20231231', '20240101')", 1),
    "datediff month": of("DATEDIFF(month, Zap_Data, '20240301')", 2, 1, 3, None, 0, where="1=1"),
    "datediff quarter": one("DATEDIFF(qq, '20231231', '20240401')", 2),
    "datediff week from Sunday": one("DATEDIFF(week, '20240106', '20240107')", 1),
    "datediff week to Saturday": one("DATEDIFF(wk, '20240107', '20240113')", 0),
    "datediff day": one("DATEDIFF(day, '2024-01-01 23:59:59', '20240102')", 1),
    "datediff hour": one("DATEDIFF(hour, '2024-01-01 10:59:59', '2024-01-01 11:00:00')", 1),
    "datediff minute backwards": one("DATEDIFF(mi, '2024-01-01 11:00:00', '2024-01-01 10:59:59')", -1),
    "datediff second": one("DATEDIFF(s, '20240101', '20240102')", 86400),
    "datediff millisecond": one("DATEDIFF(ms, '2024-01-01 00:00:00', '2024-01-01 00:00:01.250')", 1250),
    "first day of the month": of("DATEADD(month, DATEDIFF(month, 0, Zap_Data), 0)", day(2024, 1, 1)),
    "a day later": of("Zap_Data + 1", day(2024, 2, 1, 10, 15, 30, 123000)),
    "parts": (
        "SELECT YEAR(Zap_Data) a, MONTH(Zap_Data) b, DAY(Zap_Data) c, DATEPART(qq, Zap_Data) d,"
        " DATEPART(hh, Zap_Data) e, DATEPART(ss, Zap_Data) f, DATEPART(ms, Zap_Data) g, DATEPART(dy, Zap_Data) h"
        " FROM CDN.Zapisy WHERE Zap_ID=1",
        [(2024, 1, 31, 1, 10, 30, 123, 31)],
    ),
    "eomonth": one("EOMONTH('20240210', -1)", dt.date(2024, 1, 31)),
    "datefromparts": one("DATEFROMPARTS(2024, 2, 29)", dt.date(2024, 2, 29)),
    "date without time": of("CAST(Zap_Data AS date)", dt.date(2024, 1, 31)),
    "day number after noon": one("CAST(CAST('2024-01-01 13:00:00' AS datetime) AS int)", 45291),
    "a text beside a date": ("SELECT Zap_ID FROM CDN.Zapisy WHERE Zap_Data >= '20240229' ORDER BY 1", [(2,), (5,)]),
    "between dates": (
        "SELECT Zap_ID FROM CDN.Zapisy WHERE Zap_Data BETWEEN '20240101' AND '2024-02-29' ORDER BY Zap_ID",
        [(1,), (2,)],
    ),
    "ODBC date": ("SELECT COUNT(*) AS x FROM CDN.Zapisy WHERE Zap_Data < {d '2024-01-01'}", [(1,)]),
    # ISNULL, CONVERT
    "isnull has the first kind": of("ISNULL(Zap_Ilosc, 1.23456)", Decimal("1.2346"), where="Zap_ID=5"),
    "isnull cuts a text": one("ISNULL(CAST(NULL AS varchar(2)), 'abcd')", "ab"),
    "coalesce has the higher kind": of("COALESCE(Zap_Ilosc, 1)", Decimal("1.0000"), where="Zap_ID=5"),
    **{
        f"convert {style}": of(f"CONVERT(varchar(30), Zap_Data, {style})", text)
        for style, text in (
            (101, "01/31/2024"),
            (102, "2024.01.31"),
            (103, "31/01/2024"),
            (104, "31.01.2024"),
            (105, "31-01-2024"),
            (108, "10:15:30"),
            (110, "01-31-2024"),
            (111, "2024/01/31"),
            (112, "20240131"),
            (120, "2024-01-31 10:15:30"),
            (121, "2024-01-31 10:15:30.123"),
            (23, "2024-01-31"),
            (4, "31.01.24"),
        )
    },
    "convert cuts off": of("CONVERT(varchar(7), Zap_Data, 120)", "2024-01"),
    "convert char": of("CONVERT(char(10), Zap_Data, 120)", "2024-01-31"),
    "text to date 104": one("CONVERT(datetime, '31.01.2024', 104)", day(2024, 1, 31)),
    "text to date 103": one("CONVERT(date, '31/01/2024', 103)", dt.date(2024, 1, 31)),
    "text to date 101": one("CONVERT(date, '01/31/2024', 101)", dt.date(2024, 1, 31)),
    "text to date 120": one("CONVERT(datetime, '2024-01-31 10:15:30', 120)", day(2024, 1, 31, 10, 15, 30)),
    "made text to date": of("CONVERT(datetime, CAST(2023 + Zap_ID AS varchar(4)) + '0131', 112)", day(2024, 1, 31)),
    "made text to date 104": of(
        "CONVERT(date, '31.01.' + CAST(2023 + Zap_ID AS varchar(4)), 104)", dt.date(2024, 1, 31)
    ),
    "decimal to whole cuts off": of("CAST(Zap_Kwota AS int)", 100, 50, -33, 0, 7, where="1=1"),
    "decimal to decimal rounds": of("CAST(Zap_Kwota AS decimal(15,1))", Decimal("-33.4"), where="Zap_ID=3"),
    "decimal to text": of("CAST(Zap_Kwota AS varchar(20))", "-33.35", where="Zap_ID=3"),
    "quotient to text": one("CAST(CAST(1 AS decimal(5,2))/4 AS varchar(20))", "0.250000"),
    "whole to short text": one("CAST(12345 AS varchar(3))", "*"),
    "empty text to whole": one("CAST('' AS int)", 0),
    "text to decimal": one("CAST('12.345' AS decimal(10,2))", Decimal("12.35")),
    "to bit": one("CAST(7 AS bit)", True),
    "isnull of a date": of("ISNULL(Zap_Data, 0)", day(1900, 1, 1), where="Zap_ID=4"),
    "a date beside a number": ("SELECT COUNT(*) AS x FROM CDN.Zapisy WHERE Zap_Data > 0", [(4,)]),
    "quotient rounded": of(
        "CAST(Zap_Kwota/CAST(3 AS decimal(5,2)) AS decimal(15,2))", Decimal("-11.12"), where="Zap_ID=3"
    ),
    # letter case, blanks, accents
    "equal without case": ("SELECT Zap_ID FROM CDN.Zapisy WHERE Zap_Opis = 'faktura' ORDER BY 1", [(1,), (2,)]),
    "Polish letters without case": ("SELECT Zap_ID FROM CDN.Zapisy WHERE Zap_Opis = 'ŻÓŁW' ORDER BY 1", [(3,), (5,)]),
    "accents count": ("SELECT COUNT(*) AS x FROM CDN.Zapisy WHERE Zap_Opis = 'zolw'", [(0,)]),
    "unequal": ("SELECT Zap_ID FROM CDN.Zapisy WHERE Zap_Opis <> 'FAKTURA' ORDER BY 1", [(3,), (5,)]),
    "in without case": ("SELECT Zap_ID FROM CDN.Zapisy WHERE Zap_Opis IN ('FAKTURA', 'x') ORDER BY 1", [(1,), (2,)]),
    "not in with NULL": ("SELECT Zap_ID FROM CDN.Zapisy WHERE Zap_Opis NOT IN ('faktura') ORDER BY 1", [(3,), (5,)]),
    "like without case": ("SELECT Zap_ID FROM CDN.Zapisy WHERE Zap_Opis LIKE 'ŻÓ%' ORDER BY 1", [(3,), (5,)]),
    "like with letters": ("SELECT Zap_ID FROM CDN.Zapisy WHERE Zap_Konto LIKE '[24]0[0-1]-_' ORDER BY 1", [(1,), (3,)]),
    "like without letters": (
        "SELECT Zap_ID FROM CDN.Zapisy WHERE Zap_Konto LIKE '20[^0]%' ORDER BY 1",
        [(1,), (2,), (3,)],
    ),
    "like escapes": (
        "SELECT x=CASE WHEN 'a_b' LIKE 'a!_b' ESCAPE '!' THEN 1 ELSE 0 END,"
        " y=CASE WHEN 'axb' LIKE 'a!_b' ESCAPE '!' THEN 1 ELSE 0 END,"
        " z=CASE WHEN 'a\\b' LIKE 'a\\b' THEN 1 ELSE 0 END",
        [(1, 0, 1)],
    ),
    "like of a column": ("SELECT Zap_ID FROM CDN.Zapisy WHERE '201-1-5' LIKE Zap_Konto + '%'", [(1,)]),
    "group without case": (
        "SELECT COUNT(*) AS x FROM CDN.Zapisy GROUP BY Zap_Opis ORDER BY Zap_Opis",
        [(1,), (2,), (2,)],
    ),
    "distinct without case": ("SELECT COUNT(*) AS x FROM (SELECT DISTINCT Zap_Opis FROM CDN.Zapisy) q", [(3,)]),
    "distinct in order": (
        "SELECT DISTINCT UPPER(RTRIM(Zap_Opis)) AS o FROM CDN.Zapisy ORDER BY o DESC",
        [("ŻÓŁW",), ("FAKTURA",), (None,)],
    ),
    "count distinct": ("SELECT COUNT(DISTINCT Zap_Opis) AS x FROM CDN.Zapisy", [(2,)]),
    "union without case": (
        "SELECT COUNT(*) AS x FROM (SELECT Zap_Opis AS o FROM CDN.Zapisy UNION SELECT 'FaKtUrA') q",
        [(3,)],
    ),
    "join without case": (
        "SELECT a.Zap_ID, b.Zap_ID AS d FROM CDN.Zapisy a JOIN CDN.Zapisy b"
        " ON a.Zap_Opis=b.Zap_Opis AND a.Zap_ID<b.Zap_ID ORDER BY 1",
        [(1, 2), (3, 5)],
    ),
    "hyphens hardly count in order": (
        "SELECT Zap_Konto FROM CDN.Zapisy ORDER BY Zap_Konto",
        [("2011",), ("201-1",), ("201-2",), ("400",), ("401-01",)],
    ),
    "Polish order": ("SELECT Slo_Kod FROM CDN.Slownik ORDER BY Slo_Kod", [(None,), ("a&b",), ("b",), ("C",), ("ć",)]),
    "between texts": (
        "SELECT Zap_ID FROM CDN.Zapisy WHERE Zap_Konto BETWEEN '201-1' AND '400' ORDER BY 1",
        [(1,), (3,), (4,)],
    ),
    "behind a text with the same letters": (
        "SELECT Zap_Konto FROM CDN.Zapisy WHERE Zap_Konto > '2011' AND Zap_Konto <= '201-2' ORDER BY 1",
        [("201-1",), ("201-2",)],
    ),
    "not behind a text with the same letters": (
        "SELECT Zap_Konto FROM CDN.Zapisy WHERE NOT Zap_Konto >= '201-1' OR Zap_Konto < '2011'",
        [("2011",)],
    ),
    "no order of NULL": (
        "SELECT COUNT(*) AS x FROM CDN.Slownik WHERE Slo_Kod >= '' OR NOT Slo_Kod >= ''",
        [(4,)],
    ),
    "least and greatest text": ("SELECT MIN(Slo_Kod) AS a, MAX(Slo_Kod) AS b FROM CDN.Slownik", [("a&b", "ć")]),
    "names without case": ("select z.ZAP_id from cdn.ZAPISY as Z where Z.zap_ID = 1", [(1,)]),
    # functions of texts
    "len": one("LEN('ab  ')", 2),
    "charindex": one("CHARINDEX('B', 'abcabc', 3)", 5),
    "charindex of nothing": one("CHARINDEX('x', 'abc')", 0),
    "substring before the start": one("SUBSTRING('abcdef', 0, 3)", "ab"),
    "left and right": one("LEFT('abc', 2) + RIGHT('abc', 1)", "abc"),
    "replace without case": one("REPLACE('Abab', 'AB', 'x.')", "x.x."),
    "stuff": one("STUFF('abcdef', 2, 3, 'X')", "aXef"),
    "stuff behind the end": one("STUFF('abc', 5, 1, 'X')", None),
    "str": one("STR(123.456, 8, 1)", "   123.5"),
    "str too short": one("STR(12345, 3)", "***"),
    "format": of("FORMAT(Zap_Data, 'yyyy-MM') + FORMAT(Zap_ID, '000')", "2024-01001"),
    "upper": of("UPPER(Zap_Opis)", "ŻÓŁW", where="Zap_ID=5"),
    "replicate": one("REPLICATE('ab', 2) + SPACE(1) + 'c'", "abab c"),
    # numbers
    "round": of("ROUND(Zap_Kwota, 1)", Decimal("-33.40"), where="Zap_ID=3"),
    "round cuts off": of("ROUND(Zap_Kwota, 1, 1)", Decimal("-33.30"), where="Zap_ID=3"),
    "round before the point": one("ROUND(1250, -2)", 1300),
    "floor": of("FLOOR(Zap_Kwota)", Decimal(-34), where="Zap_ID=3"),
    "bits": one("(6 & 3) + (6 | 3) + (6 ^ 3)", 14),
    # choices
    "iif": one("IIF(1=1, 'a', 'b')", "a"),
    "choose": one("CHOOSE(2, 'a', 'b')", "b"),
    "choose outside": one("CHOOSE(3, 'a', 'b')", None),
    "nullif without case": one("NULLIF('A', 'a')", None),
    "case of kinds": one("CASE WHEN 1=0 THEN 1 ELSE 2.5 END", Decimal("2.5")),
    "case of a text and a number": one("CASE WHEN 1=1 THEN '7' ELSE 0 END", 7),
    "a bit": of("Zap_Flaga", True, False, True, None, False, where="1=1"),
    "a bit compared": ("SELECT Zap_ID FROM CDN.Zapisy WHERE Zap_Flaga=1 ORDER BY 1", [(1,), (3,)]),
    # aggregation of texts
    "for xml": (
        "SELECT z.Zap_ID, x=STUFF((SELECT ',' + s.Slo_Kod FROM CDN.Slownik s WHERE s.Slo_Zap=z.Zap_ID"
        " ORDER BY s.Slo_Kod DESC FOR XML PATH('')), 1, 1, '') FROM CDN.Zapisy z WHERE Zap_ID<4 ORDER BY 1",
        [(1, "ć,C,a&amp;b"), (2, "b"), (3, None)],
    ),
    "for xml by value": (
        "SELECT x=STUFF((SELECT ',' + Slo_Kod FROM CDN.Slownik ORDER BY Slo_ID FOR XML PATH(''), TYPE)"
        ".value('.', 'nvarchar(max)'), 1, 1, '')",
        [("a&b,C,b,ć",)],
    ),
    "for xml distinct": (
        "SELECT x=(SELECT DISTINCT ',' + UPPER(RTRIM(Zap_Opis)) FROM CDN.Zapisy FOR XML PATH(''))"
        " FROM CDN.Slownik WHERE Slo_ID=99",
        [],
    ),
    "string_agg": (
        "SELECT STRING_AGG(Slo_Kod, ';') WITHIN GROUP (ORDER BY Slo_ID DESC) AS x FROM CDN.Slownik",
        [("ć;b;C;a&b",)],
    ),
    # shapes of queries
    "names and brackets": (
        "SELECT a=Zap_ID, [b c]=Zap_Konto, Zap_Bufor AS 'd' FROM [CDN].[Zapisy] WHERE [Zap_ID]=2",
        [(2, "2011", 1)],
    ),
    "temporary table": (
        "SELECT Zap_Konto AS k, Zap_Kwota AS w INTO #t FROM CDN.Zapisy WHERE Zap_ID<=2"
        " INSERT INTO #t (k) VALUES ('nowe') SELECT k, w FROM #t WHERE K <> '2011' ORDER BY k",
        [("201-1", Decimal("100.00")), ("nowe", None)],
    ),
    "made temporary table": (
        "CREATE TABLE #t (a int, b varchar(10) NULL, c datetime); INSERT INTO #t VALUES"
        " (1, 'x', '20240101'), (2, NULL, NULL); SELECT * FROM #t ORDER BY a",
        [(1, "x", day(2024, 1, 1)), (2, None, None)],
    ),
    "dropped if there": (
        "IF OBJECT_ID('tempdb..#u') IS NOT NULL DROP TABLE #u; SELECT 1 AS a INTO #u; SELECT a FROM #u",
        [(1,)],
    ),
    "variables": (
        "DECLARE @od datetime = '20240101', @n int; SET @n = 2; SELECT @n = @n + 1;"
        " SELECT TOP (@n) Zap_ID, @n AS n FROM CDN.Zapisy WHERE Zap_Data >= @od ORDER BY 1",
        [(1, 3), (2, 3), (5, 3)],
    ),
    "variable of a query": (
        "DECLARE @m decimal(15,2); SELECT @m = MAX(Zap_Kwota) FROM CDN.Zapisy;"
        " SELECT Zap_ID FROM CDN.Zapisy WHERE Zap_Kwota = @m",
        [(1,)],
    ),
    "cross apply": (
        "SELECT z.Zap_ID, q.Slo_Kod FROM CDN.Zapisy z CROSS APPLY (SELECT TOP 1 s.Slo_Kod FROM CDN.Slownik"
        " s WHERE s.Slo_Zap=z.Zap_ID ORDER BY s.Slo_ID DESC) q ORDER BY 1",
        [(1, "ć"), (2, None)],
    ),
    "outer apply": (
        "SELECT z.Zap_ID, q.n FROM CDN.Zapisy z OUTER APPLY (SELECT s.Slo_ID AS n FROM CDN.Slownik s"
        " WHERE s.Slo_Zap=z.Zap_ID AND s.Slo_ID>2) q WHERE z.Zap_ID<=3 ORDER BY 1, 2",
        [(1, 5), (2, 3), (2, 4), (3, None)],
    ),
    "function of the pack": of("CDN.Polowa(Zap_Kwota)", Decimal("-16.680000"), where="Zap_ID=3"),
    "row number": (
        "SELECT Zap_ID, n=ROW_NUMBER() OVER (PARTITION BY Zap_Opis ORDER BY Zap_ID) FROM CDN.Zapisy ORDER BY Zap_ID",
        [(1, 1), (2, 2), (3, 1), (4, 1), (5, 2)],
    ),
    "running total": (
        "SELECT Zap_ID, s=SUM(Zap_Kwota) OVER (ORDER BY Zap_ID ROWS UNBOUNDED PRECEDING) FROM CDN.Zapisy"
        " WHERE Zap_ID<=3 ORDER BY 1",
        [(1, Decimal("100.00")), (2, Decimal("150.50")), (3, Decimal("117.15"))],
    ),
    "union of kinds": (
        "SELECT 1 AS a, 'x' AS b UNION ALL SELECT 2.5, NULL ORDER BY a",
        [(Decimal("1.0"), "x"), (Decimal("2.5"), None)],
    ),
    "named queries": (
        "WITH a (k, s) AS (SELECT Zap_Bufor, SUM(Zap_Kwota) FROM CDN.Zapisy GROUP BY Zap_Bufor)"
        " SELECT k, s FROM a ORDER BY k",
        [(0, Decimal("66.65")), (1, Decimal("57.75"))],
    ),
    "a query that names itself": (
        "WITH n (i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<3) SELECT i FROM n",
        [(1,), (2,), (3,)],
    ),
    "exists": (
        "SELECT Zap_ID FROM CDN.Zapisy z WHERE NOT EXISTS (SELECT 1 FROM CDN.Slownik WHERE Slo_Zap=z.Zap_ID)"
        " ORDER BY 1",
        [(3,), (4,), (5,)],
    ),
    "in a query": (
        "SELECT Zap_ID FROM CDN.Zapisy WHERE Zap_ID IN (SELECT Slo_Zap FROM CDN.Slownik) ORDER BY 1",
        [(1,), (2,)],
    ),
    "values": ("SELECT v.a, v.b FROM (VALUES (1, 'x'), (2, NULL)) v (a, b) ORDER BY 1 DESC", [(2, None), (1, "x")]),
    "having": ("SELECT Zap_Bufor, COUNT(*) AS n FROM CDN.Zapisy GROUP BY Zap_Bufor HAVING COUNT(*)>2", [(0, 3)]),
    "left join": (
        "SELECT z.Zap_ID, s.Slo_ID FROM CDN.Zapisy z LEFT OUTER JOIN CDN.Slownik s ON s.Slo_Zap=z.Zap_ID"
        " AND s.Slo_ID>4 WHERE z.Zap_ID<3 ORDER BY 1",
        [(1, 5), (2, None)],
    ),
    "nested join": (
        "SELECT z.Zap_ID, s.Slo_ID FROM CDN.Zapisy z LEFT JOIN (CDN.Slownik s JOIN CDN.Slownik t"
        " ON t.Slo_ID=s.Slo_ID) ON s.Slo_Zap=z.Zap_ID AND s.Slo_ID=1 WHERE z.Zap_ID<3 ORDER BY 1",
        [(1, 1), (2, None)],
    ),
    "star": ("SELECT s.* FROM CDN.Slownik s WITH (NOLOCK) WHERE Slo_ID=3", [(3, "b", 2)]),
    "group of an expression": (
        "SELECT k=LEFT(Zap_Konto,3), s=SUM(Zap_Kwota) FROM CDN.Zapisy GROUP BY LEFT(Zap_Konto,3)"
        " ORDER BY LEFT(Zap_Konto,3)",
        [("201", Decimal("117.15")), ("400", Decimal("0.00")), ("401", Decimal("7.25"))],
    ),
    "groups and a query": (
        "SELECT z.Zap_Bufor, n=(SELECT COUNT(*) FROM CDN.Slownik s WHERE s.Slo_Zap > z.Zap_Bufor) FROM CDN.Zapisy z"
        " GROUP BY z.Zap_Bufor ORDER BY 1",
        [(0, 5), (1, 2)],
    ),
    "sums over groups": (
        "SELECT r=RANK() OVER (ORDER BY SUM(Zap_Kwota) DESC), s=SUM(SUM(Zap_Kwota)) OVER () FROM CDN.Zapisy"
        " GROUP BY Zap_Bufor ORDER BY 1",
        [(1, Decimal("124.40")), (2, Decimal("124.40"))],
    ),
    "case over groups": (
        "SELECT x=CASE WHEN Zap_Opis IS NULL THEN 'brak' ELSE UPPER(RTRIM(Zap_Opis)) END, n=COUNT(*)"
        " FROM CDN.Zapisy GROUP BY Zap_Opis ORDER BY 1",
        [("brak", 1), ("FAKTURA", 2), ("ŻÓŁW", 2)],
    ),
}


@pytest.mark.parametrize("name", TRAPS)
def test_traps(both, name):
    query, expected = TRAPS[name]
    for table in both.rows(query):
        rows = list(table.rows)
        if expected and isinstance(expected[0], set):
            assert set(rows) == expected[0]
            continue
        assert rows == expected
        for row, wanted in zip(rows, expected, strict=True):
            assert [_shape(cell) for cell in row] == [_shape(cell) for cell in wanted]


def _shape(cell):
    """The kind of a value; of a decimal also its digits behind the point."""
    return (type(cell), cell.as_tuple().exponent) if isinstance(cell, Decimal) else type(cell)


# --- what is refused


@pytest.fixture(scope="module")
def schema():
    engine = DuckDbEngine.of_script(SCRIPT)
    yield engine.schema()
    engine.close()


REFUSED = {
    "PIVOT": "SELECT p.a FROM CDN.Zapisy PIVOT (SUM(Zap_Kwota) FOR Zap_Bufor IN ([0],[1])) p",
    "FOR XML": "SELECT x=(SELECT Zap_ID AS w FROM CDN.Zapisy FOR XML PATH('r'))",
    "GROUP BY ROLLUP": "SELECT Zap_ID FROM CDN.Zapisy GROUP BY Zap_ID WITH ROLLUP",
    "EXCEPT": "SELECT Zap_Opis FROM CDN.Zapisy EXCEPT SELECT Slo_Kod FROM CDN.Slownik",
    "CDN.Inna()": "SELECT CDN.Inna(1) AS x",
    "CDN.Tabela()": "SELECT t.a FROM CDN.Tabela(1) t",
    "DATEPART(dw, …)": "SELECT DATEPART(dw, Zap_Data) AS x FROM CDN.Zapisy",
    "DATENAME()": "SELECT DATENAME(month, Zap_Data) AS x FROM CDN.Zapisy",
    "CONVERT(varchar, data)": "SELECT CONVERT(varchar(20), Zap_Data) AS x FROM CDN.Zapisy",
    "CONVERT(…, 106)": "SELECT CONVERT(varchar(20), Zap_Data, 106) AS x FROM CDN.Zapisy",
    "CONVERT(varchar, float)": "SELECT CAST(CAST(Zap_Kwota AS float) AS varchar(20)) AS x FROM CDN.Zapisy",
    "TRY_CAST": "SELECT TRY_CAST(Zap_Opis AS int) AS x FROM CDN.Zapisy",
    "'31.01.2024'": "SELECT Zap_ID FROM CDN.Zapisy WHERE Zap_Data = '31.01.2024'",
    "FORMAT(…, '0.00')": "SELECT FORMAT(Zap_Kwota, '0.00') AS x FROM CDN.Zapisy",
    "REPLACE": "SELECT REPLACE(Zap_Opis, Zap_Konto, '') AS x FROM CDN.Zapisy",
    "LIKE '[a-c]%'": "SELECT Zap_ID FROM CDN.Zapisy WHERE Zap_Opis LIKE '[a-c]%'",
    "COLLATE POLISH_CS_AS": "SELECT Zap_ID FROM CDN.Zapisy WHERE Zap_Opis COLLATE Polish_CS_AS = 'a'",
    "MONEY": "SELECT CAST(Zap_Kwota AS money) AS x FROM CDN.Zapisy",
    "SMALLDATETIME": "SELECT CAST(Zap_Data AS smalldatetime) AS x FROM CDN.Zapisy",
    "GROUPING()": "SELECT GROUPING(Zap_Bufor) AS x FROM CDN.Zapisy GROUP BY Zap_Bufor",
    "char(n)": "SELECT CAST(Zap_Opis AS char(20)) AS x FROM CDN.Zapisy",
    "SELECT @zmienna = …": "DECLARE @x int; SELECT @x = Zap_ID FROM CDN.Zapisy; SELECT @x AS x",
    "IF": "IF 1=1 SELECT 1 AS a; SELECT 2 AS a",
    "SET DATEFIRST": "SET DATEFIRST 1; SELECT 1 AS a",
    "UPDATE": "SELECT 1 AS a INTO #t; UPDATE #t SET a=2; SELECT a FROM #t",
    "@x": "SELECT @x AS x",
    "inna.CDN.Zapisy": "SELECT Zap_ID FROM inna.CDN.Zapisy",
    "&": "SELECT Zap_ID & Zap_Bufor + 1 AS x FROM CDN.Zapisy",
    "MIN(tekst) OVER": "SELECT MIN(Zap_Opis) OVER (PARTITION BY Zap_Bufor) AS x FROM CDN.Zapisy",
    "DISTINCT … ORDER BY": "SELECT DISTINCT Zap_Bufor FROM CDN.Zapisy ORDER BY Zap_ID",
    "TOP (…)": "SELECT TOP (SELECT COUNT(*) FROM CDN.Slownik) Zap_ID FROM CDN.Zapisy",
}


@pytest.mark.parametrize("name", REFUSED)
@pytest.mark.parametrize("dialect", ["duckdb", "postgres"])
def test_what_is_not_faithful_is_refused_by_name(name, dialect, schema):
    said = typed(REFUSED[name], dialect, schema, FUNCTIONS)
    assert not said.statements
    assert said.faults[0].reason.en.startswith(name)
    assert 0 <= said.faults[0].start < said.faults[0].end <= len(REFUSED[name])


@pytest.mark.parametrize(
    ("query", "name", "near"),
    [
        ("SELECT Zap_ID FROM CDN.Zapis", "CDN.Zapis", "CDN.Zapisy"),
        ("SELECT Zap_Konta FROM CDN.Zapisy", "Zap_Konta", "Zap_Konto"),
    ],
)
def test_names_that_are_not_there_are_told(query, name, near, schema):
    said = typed(query, "duckdb", schema)
    assert not said.statements
    assert not said.faults
    assert query[said.unknown[0].start : said.unknown[0].end] == name
    assert said.unknown[0].reason.en.endswith(f"{name}; the nearest is {near}")


# --- engines


LONG = {
    "duckdb": "SELECT count(*) FROM range(10000000) a, range(10000000) b WHERE a.range + b.range = -1",
    "postgres": "SELECT count(*) FROM generate_series(1, 10000000) a, generate_series(1, 10000000) b WHERE a = -b",
}


def test_rows_are_limited(both):
    for table in both.rows("SELECT Zap_ID FROM CDN.Zapisy ORDER BY 1", Limits(10, 2)):
        assert table.rows == ((1,), (2,))
        assert table.cut
    for table in both.rows("SELECT Zap_ID FROM CDN.Zapisy ORDER BY 1", Limits(10, 5)):
        assert len(table.rows) == 5
        assert not table.cut


def test_time_is_limited_and_the_engine_goes_on(both):
    for engine in both.engines:
        with pytest.raises(EngineError) as caught:
            engine.run((LONG[engine.dialect],), (), Limits(0.3, 10))
        assert caught.value.stopped
        assert engine.run(("SELECT 1 AS a",), (), Limits(5, 10)).rows == ((1,),)


def test_a_run_is_stopped_from_outside(both):
    for engine in both.engines:
        timer = threading.Timer(0.5, engine.stop)
        timer.start()
        with pytest.raises(EngineError) as caught:
            engine.run((LONG[engine.dialect],), (), Limits(20, 10))
        timer.join()
        assert not caught.value.stopped


def test_kinds_of_columns_agree(both):
    query = (
        "SELECT Zap_ID, Zap_Konto, Zap_Kwota, Zap_Data, Zap_Flaga, d=CAST(Zap_Data AS date), n=COUNT(*) OVER ()"
        " FROM CDN.Zapisy"
    )
    kinds = [[column.kind for column in table.columns] for table in both.rows(query)]
    wanted = (ColumnKind.WHOLE, ColumnKind.TEXT, ColumnKind.NUMBER, ColumnKind.DATETIME, ColumnKind.FLAG)
    assert kinds == [[*wanted, ColumnKind.DATE, ColumnKind.WHOLE]] * 2


def test_values_are_bound(both):
    for engine in both.engines:
        table = engine.run(("SELECT '?' AS a, ? AS b",), ("x",), Limits(5, 5))
        assert table.rows == (("?", "x"),)


def test_nothing_permanent_can_be_changed(postgres):
    for statement in ('DELETE FROM "CDN"."Zapisy"', "CREATE TABLE a (b int)", "SELECT nextval('a')"):
        with pytest.raises(EngineError):
            postgres.run((statement, "SELECT 1"), (), Limits(5, 5))
    assert len(postgres.run(('SELECT * FROM "CDN"."Zapisy"',), (), Limits(5, 50)).rows) == 5


def test_errors_are_shown_where_the_author_wrote(postgres):
    query = "DECLARE @a int = 1;\nSELECT Zap_ID,\n Zap_Konto\nFROM CDN.Zapisy"
    for engine in (DuckDbEngine.of_script(SCRIPT), postgres):
        said = typed(query, engine.dialect, engine.schema())
        wrong = tuple(each.replace("Zap_Konto", "Zap_Kontx") for each in said.statements)
        with pytest.raises(EngineError) as caught:
            engine.run(wrong, (), Limits(5, 5))
        assert caught.value.place is not None
        start, end = said.place(caught.value.statement, caught.value.place)
        assert query[start:end] == "Zap_Konto"


def test_errors_of_single_values_name_the_reason(both):
    for engine in both.engines:
        said = typed("SELECT Zap_ID/(Zap_ID-1) AS x FROM CDN.Zapisy", engine.dialect, engine.schema())
        with pytest.raises(EngineError, match=r"(?i)division by zero|divide by zero"):
            engine.run(said.statements, (), Limits(5, 5))


def test_addresses(postgres_address, tmp_path):
    engine = open_engine(postgres_address)
    assert engine.dialect == "postgres"
    engine.close()
    with pytest.raises(FileError):
        open_engine(str(tmp_path / "brak.duckdb"))
    with pytest.raises(FileError):
        open_engine(f"postgresql://x@/brak?host={tmp_path}")


def test_a_file_may_be_open_twice_and_stays_shut_off(tmp_path):
    path = tmp_path / "dwa.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute(SCRIPT)
    first, second = open_engine(str(path)), open_engine(str(path))
    for engine in (first, second):
        assert engine.run(('SELECT count(*) FROM "CDN"."Zapisy"',), (), Limits()).rows == ((5,),)
        with pytest.raises(EngineError):
            engine.run((f"SELECT * FROM read_csv('{__file__}')",), (), Limits())
    first.close()
    second.close()


# --- SQL Server: a connection that only pretends


class Pretended:
    """What the engine needs of pyodbc's connection and cursor."""

    def __init__(self, rows=(), error=None):
        self.timeout, self.ran, self.rolled_back, self.cancelled = 0, [], 0, 0
        self.description, self._rows, self._error = None, list(rows), error

    def cursor(self):
        return self

    def execute(self, query, *values):
        self.ran.append((query, values))
        if self._error and not query.startswith("SET NOCOUNT"):
            raise self._error
        self.description = None
        return self

    def nextset(self):
        self.description = (("Kwota", Decimal), ("Opis", str), ("Nr", int), ("Jest", bool), ("Dnia", dt.datetime))
        return True

    def fetchmany(self, count):
        return self._rows[:count]

    def rollback(self):
        self.rolled_back += 1

    def cancel(self):
        self.cancelled += 1


def test_sql_server_has_the_query_as_it_is():
    row = (Decimal("1.50"), "a", 1, True, day(2024, 1, 1))
    server = Pretended([row] * 3)
    query = "DECLARE @a int = 1; SELECT Kwota /* tak */ FROM [CDN].[Zapisy]"
    table = SqlServerEngine(server).run((query,), (), Limits(7, 2))
    assert server.ran[-1] == (query, ())
    assert (server.timeout, server.rolled_back) == (7, 1)
    assert table.rows == (row, row)
    assert table.cut
    assert [column.kind.value for column in table.columns] == ["number", "text", "whole", "flag", "datetime"]


def test_sql_server_tells_time_outs_and_reasons():
    late = Pretended(error=RuntimeError("HYT00", "[HYT00] [Microsoft][ODBC] Query timeout expired (0)"))
    with pytest.raises(EngineError, match=r"^Query timeout expired$") as caught:
        SqlServerEngine(late).run(("SELECT 1",), (), Limits(1, 1))
    assert caught.value.stopped
    assert late.rolled_back == 1
