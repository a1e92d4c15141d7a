"""What a query of an author may do: read, with tables and variables of the session. All else is refused."""

import pytest

from chart_frames import expansion
from dekret import api
from dekret.sql import tsql
from dekret.text.source import Source

LAST = "; SELECT A=1"
REFUSED = [
    # statements one after another, with and without semicolons
    "SELECT A=1; DELETE FROM CDN.X" + LAST,
    "DELETE FROM CDN.X SELECT A=1",
    "SELECT 1 DELETE FROM CDN.X",
    "SELECT a UPDATE CDN.X SET b=1",
    "SELECT A=1 FROM CDN.X DROP TABLE CDN.X",
    "SELECT 'a'DROP TABLE CDN.X",
    "SELECT 1DROP TABLE CDN.X",
    "SELECT A=1 INSERT CDN.X SELECT 1",
    "SELECT 1 AS INSERT",
    "SELECT [a]DELETE CDN.X",
    "IF 1=1 DROP TABLE CDN.X" + LAST,
    "IF 1=1 BEGIN DELETE CDN.X END" + LAST,
    "WHILE 1=1 SELECT 1" + LAST,
    "SELECT A=1; EXEC('DROP TABLE CDN.X')",
    "EXECUTE sp_who" + LAST,
    "sp_who" + LAST,
    "sp_executesql N'DROP TABLE CDN.X'" + LAST,
    "sp_rename 'a', 'b'" + LAST,
    "TRUNCATE TABLE CDN.X" + LAST,
    "TRUNCATE TABLE #t" + LAST,
    "ALTER TABLE CDN.X ADD b int" + LAST,
    "CREATE VIEW CDN.V AS SELECT A=1" + LAST,
    "CREATE INDEX i ON #t(a)" + LAST,
    "CREATE TABLE CDN.X (a int)" + LAST,
    "GRANT SELECT ON CDN.X TO public" + LAST,
    "BACKUP DATABASE x TO DISK='a'" + LAST,
    "KILL 55" + LAST,
    "SHUTDOWN" + LAST,
    "DBCC CHECKDB" + LAST,
    "USE master" + LAST,
    "USE HINT SELECT A=1",
    "BEGIN TRAN" + LAST,
    "SELECT A=1 COMMIT",
    "BEGIN CONVERSATION TIMER (@h) TIMEOUT = 1" + LAST,
    "END CONVERSATION @h" + LAST,
    "RECEIVE TOP(1) * FROM q" + LAST,
    "SEND ON CONVERSATION @h (N'x')" + LAST,
    "DISABLE TRIGGER x ON CDN.X" + LAST,
    "UPDATE STATISTICS CDN.X" + LAST,
    "WAITFOR DELAY '0:0:9'" + LAST,
    "RAISERROR('x', 20, 1) WITH LOG" + LAST,
    "OPEN SYMMETRIC KEY k DECRYPTION BY CERTIFICATE c" + LAST,
    "DECLARE c CURSOR FOR SELECT 1" + LAST,
    "SET IDENTITY_INSERT CDN.X ON" + LAST,
    "SET CONTEXT_INFO 0x1" + LAST,
    "SET IMPLICIT_TRANSACTIONS ON" + LAST,
    "SET ROWCOUNT 1" + LAST,
    # changes inside of reading
    "SELECT A=1 INTO CDN.X" + LAST,
    "SELECT A=1 INTO ##t" + LAST,
    "SELECT A=1 INTO tempdb..t" + LAST,
    "SELECT A=1 INTO #t.x" + LAST,
    "WITH c AS (SELECT A=1 FROM CDN.X) UPDATE c SET A=2" + LAST,
    "WITH c AS (SELECT A=1) INSERT INTO CDN.X SELECT A FROM c" + LAST,
    "SELECT A=x FROM (DELETE FROM CDN.X OUTPUT deleted.x) AS d",
    "INSERT INTO #t SELECT x FROM (UPDATE CDN.X SET x=1 OUTPUT deleted.x) AS d" + LAST,
    "INSERT INTO #t OUTPUT inserted.a INTO CDN.X SELECT 1" + LAST,
    "DELETE FROM #t OUTPUT deleted.a INTO CDN.X" + LAST,
    "INSERT INTO #t EXEC sp_who" + LAST,
    "MERGE #t USING x ON 1=1 WHEN MATCHED THEN DELETE" + LAST,
    "SELECT A=NEXT VALUE FOR CDN.S",
    "SELECT A=a FROM OPENROWSET('SQLNCLI', 'x', 'DELETE FROM y') AS b",
    "SELECT A=a FROM OPENROWSET(BULK 'c:\\x', SINGLE_CLOB) AS b",
    "SELECT A=a FROM OPENQUERY(srv, 'DELETE FROM y') AS b",
    "SELECT A=a FROM OPENDATASOURCE('SQLNCLI', 'x').b.c.d",
    # tables that only look like those of the session
    "DROP TABLE #t, CDN.X" + LAST,
    "DROP TABLE IF EXISTS CDN.X" + LAST,
    "DROP TABLE ##t" + LAST,
    "DROP VIEW #t" + LAST,
    "INSERT INTO ##t SELECT 1" + LAST,
    "DELETE TOP (5) FROM CDN.X" + LAST,
    "UPDATE TOP (5) PERCENT CDN.X SET a=1" + LAST,
    "DELETE x FROM CDN.X x" + LAST,
    "DELETE FROM #t.x" + LAST,
    "DELETE FROM [#x]" + LAST,
    "WITH #x AS (SELECT a FROM CDN.X) DELETE FROM #x" + LAST,
    "WITH b AS (SELECT 1 a), #x (a) AS (SELECT a FROM CDN.X) DELETE FROM #x" + LAST,
    "WITH [#x] AS (SELECT a FROM CDN.X) DELETE FROM #x" + LAST,
    "UPDATE #x SET a=1 FROM CDN.X #x" + LAST,
    "UPDATE #x SET a=1 FROM CDN.X AS #x" + LAST,
    "UPDATE #x SET a=1 FROM CDN.X AS [#x]" + LAST,
    'UPDATE #x SET a=1 FROM CDN.X AS "#X"' + LAST,
    "UPDATE #x SET a=1 FROM [CDN].[X] #x" + LAST,
    "UPDATE #x SET a=1 FROM (SELECT a FROM CDN.X) #x" + LAST,
    "UPDATE #x# SET a=1 FROM CDN.X #x#" + LAST,
    # where readers disagree: blanks, comments, ends of lines, numbers, quotes
    "SELECT 1 AS a\x01DROP\x01TABLE\x01CDN.X",
    "SELECT 1 AS a\x0bDROP\x0bTABLE\x0bCDN.X",
    "SELECT 1 AS a\x1fDROP TABLE CDN.X",
    "SELECT 1 AS a\xa0DROP\xa0TABLE\xa0CDN.X",
    "SELECT 1 AS a\u200bDROP\u200bTABLE\u200bCDN.X",
    "SELECT 1 AS a\u3000DROP\u3000TABLE\u3000CDN.X",
    "SELECT 1 AS a -- x\rDROP TABLE CDN.X",
    "SELECT 1 AS a -- x\u2028DROP TABLE CDN.X",
    "SELECT 1 AS a -- x\x85DROP TABLE CDN.X",
    "SELECT /* /* */ */ 1 DELETE FROM CDN.X --*/",
    "SELECT /*/ */ 1 DELETE FROM CDN.X --*/",
    "SELECT /*+ ' */ 1 AS a DELETE CDN.X --' */",
    "SELECT /*+ x */ 1 AS a",
    "SELECT 1 AS a /* x",
    "SELECT 'a\\' DROP TABLE CDN.X --'",
    'SELECT "a""" DROP TABLE CDN.X --"',
    "SELECT [a]]] DROP TABLE CDN.X --]",
    "SELECT N'a'''DROP TABLE CDN.X --'",
    "SELECT 0x1UPDATE #t SET a=1" + LAST,
    "SELECT 1e1INSERT CDN.X SELECT 1",
    "SELECT 1eXEC sp_who",
    "SELECT $$ ; DROP TABLE CDN.X ; $$",
    "SELECT {# ; #} 1 DROP TABLE CDN.X",
    "SELECT `a` DROP TABLE CDN.X",
    "SELECT ＤＥＬＥＴＥ CDN.X",
    "{call sp_who}",
    "SELECT 1 AS a\nGO\nsp_who\nGO\nSELECT A=1",
    "SELECT 1 AS a FROM CDN.X\ngo 5\nSELECT A=1",
    "SELECT 1 AS a /*\nGO\nDROP TABLE CDN.X\nGO\n*/",
    "SELECT 'a\nGO\nDROP TABLE CDN.X\nGO\n' AS a",
    "SELECT 1 AS a /*\n:!! format c:\n*/",
    "SELECT A=a FROM CDN.X WHERE b=?",
    "SELECT A=a FROM CDN.X WHERE b=:b",
    "SELECT A=a FROM CDN.X WHERE b=’x’",
    # what stands last
    "SELECT A=1; DECLARE @x int",
    "SELECT @x=1",
    "DECLARE @x int; SELECT @x=a FROM CDN.X",
    "SET @x=1",
    "",
    "--",
]
ALLOWED = [
    "SELECT A=1",
    "SELECT A=1;;",
    "CREATE TABLE #t (a int); INSERT INTO #t VALUES (1); INSERT #t SELECT 2; UPDATE #t SET a=3; SELECT a FROM #t",
    "INSERT INTO #t (a, b) SELECT 1, 2; DELETE FROM #t WHERE a=1; DELETE #t; DROP TABLE #t; SELECT A=1",
    "DECLARE @t TABLE (a int)\nINSERT INTO @t SELECT 1\nSELECT a FROM @t",
    "SELECT a INTO #t FROM CDN.X\nSELECT a FROM #t AS b JOIN #t c ON b.a=c.a",
    "SELECT a INTO tempdb..#t FROM CDN.X\nSELECT a FROM #t",
    "IF OBJECT_ID('tempdb..#t') IS NOT NULL DROP TABLE #t SELECT A=1",
    "DROP TABLE IF EXISTS #t, #u; SELECT A=1",
    "DECLARE @d datetime = GETDATE() SELECT A=@d",
    "DECLARE @n int; SET @n = 5; SELECT @n = MAX(a) FROM CDN.X; SELECT A=@n",
    "SET NOCOUNT ON; SELECT A=1",
    "WITH c AS (SELECT A=1 FROM CDN.X) SELECT A FROM c",
    "SELECT TOP (5) #t.a FROM #t WHERE #t.b IN (SELECT b FROM #u)",
    "SELECT A=a FROM CDN.X OPTION (MERGE JOIN)",
    "SELECT A='DELETE', [drop]=[exec].[update] FROM [exec]",
    "SELECT A=1 /* DELETE /* FROM */ CDN.X */ -- EXEC",
    "SELECT A=1\n-- it's\n, B='-- x'",
    "SELECT A=$1, B=0x1F, C=.5, D=1e5, E=1.",
    "SELECT A=a FROM CDN.X WHERE b=1AND c=2",
    "SELECT A={d '2026-01-01'}, B={fn NOW()}",
    "SELECT A=STUFF((SELECT ',' + a FROM CDN.X FOR XML PATH('')), 1, 1, '')",
    "SELECT A=x.value('.', 'int') FROM CDN.X CROSS APPLY y.nodes('/a') AS z(x)",
    "SELECT A=a FROM CDN.X ORDER BY a OFFSET 5 ROWS FETCH NEXT 5 ROWS ONLY",
    "SELECT A=geography::Point(1, 2, 3), B=@@ROWCOUNT, Ż=1",
    "SELECT A=1 UNION ALL SELECT 2 EXCEPT SELECT 3",
]


@pytest.mark.parametrize("query", REFUSED)
def test_query_that_does_more_than_read_is_refused(query):
    assert tsql.forbidden(query)


@pytest.mark.parametrize("query", ALLOWED)
def test_query_that_only_reads_is_taken(query):
    assert tsql.forbidden(query) == ()


@pytest.mark.parametrize("query", REFUSED[:40])
def test_statement_in_small_letters_is_refused_too(query):
    assert tsql.forbidden(query.lower())


def test_statement_of_an_option_or_an_expression_is_refused():
    assert expansion("SELECT A=1 {'DELETE FROM CDN.X'}") == {"chart/not-reading"}
    assert expansion("SELECT A=?@O(A:1 DELETE CDN.X|B:b)|P|P:A@?") == {"chart/not-reading"}


def test_statement_in_an_insert_is_refused():
    chart = 'wykres "A"\n[Ogólne]\nnazwa = A\ntylko tabela = tak\n[Zapytanie]\n"""\nSELECT A=1 @INS B|| INS@\n"""\n'
    insert = 'wstawka "B"\n[Ogólne]\nnazwa = B\n[Treść]\n"""\nDELETE FROM CDN.X\n"""\n'
    found = api.check_sources([Source("a.wykres", chart), Source("b.wstawka", insert)]).report
    assert [(each.id, each.span.source.name) for each in found.diagnostics] == [("chart/not-reading", "b.wstawka")]


@pytest.mark.parametrize(
    "condition",
    [
        "1=1 ORDER BY 1",
        "1=1 UNION SELECT 1",
        "1=1; SELECT 2",
        "1=1 GROUP BY a",
        "1=1 DELETE FROM CDN.X",
        "1=1) OR (1=1",
    ],
)
def test_filter_is_one_condition(condition):
    text = f'filtr "F"\n[Ogólne]\nnazwa = F\nlista = L\n[Warunek]\n"""\n{condition}\n"""\n'
    assert api.check_sources([Source("f.filtr", text)]).report.has_errors


@pytest.mark.parametrize("list_", ["R(DELETE FROM CDN.X)", "R(SELECT a, b FROM CDN.X; DROP TABLE CDN.X)"])
def test_list_that_does_more_than_read_is_refused(list_):
    query = f"SELECT A=a FROM CDN.X WHERE b=?@{list_}|P|P:1@?"
    text = f'wykres "A"\n[Ogólne]\nnazwa = A\ntylko tabela = tak\n[Zapytanie]\n"""\n{query}\n"""\n'
    assert "chart/not-reading" in {each.id for each in api.check_sources([Source("a.wykres", text)]).report.diagnostics}
