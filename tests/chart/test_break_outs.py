"""Attempts to break out of a place for a value: each is refused by name, or arrives as a value and as nothing else.

Those that a case can say stand in tests/cases/wykresy-bezpieczenstwo; here are control characters, very long values,
values of other kinds than text, and charts that would let a value out.
"""

import datetime as dt
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

import tsql_lexer
from chart_frames import TODAY, assert_held, expansion, value_places
from dekret import api
from dekret.chart.bind import bind
from dekret.chart.fill import Filled
from dekret.packs.chart.charts import expanded, find
from dekret.packs.chart.run_case import run_chart_case, sources_of
from dekret.text.report import Report

FOLDER = Path(__file__).parents[1] / "cases" / "wykresy-bezpieczenstwo"
PACK = api.check([FOLDER])
CASES = PACK.chart_cases
CATALOGUE = {problem.id: problem for problem in api.catalogue()}

TEXT = "SELECT Nazwa=a FROM CDN.Raporty WHERE b=?@s9999|Tekst|&Tekst:@? AND c=1"
NUMBER = "SELECT Nazwa=a FROM CDN.Raporty WHERE b>10-?@n-15.4|Liczba|&Liczba:0@? AND c=1"
DAY = "SELECT Nazwa=a FROM CDN.Raporty WHERE b>?@D10-|Data|&Data:@?+1 AND c=1"
LIST = "SELECT Nazwa=a FROM CDN.Raporty WHERE b=?@R(SELECT ID=x, KOD=y FROM CDN.Z)|Lista|&Lista:@? AND c=??_RES2_Lista"
CONDITION = "SELECT Nazwa=a FROM CDN.Raporty WHERE c=1 AND ?@s9999_NQ|FiltrApp|Filtr:@? ORDER BY a"


# --- the pack


def test_the_pack_is_clean_and_large():
    assert [d for d in PACK.report.diagnostics if d.severity is api.Severity.ERROR] == []
    assert len(CASES) >= 150
    assert len(Counter((case.chart, *(each.value for each in case.values)) for case in CASES)) >= 150


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.chart}: {case.name}")
def test_case(case):
    assert run_chart_case(case, PACK, CATALOGUE, TODAY).diagnostics == ()


@pytest.mark.parametrize("case", [c for c in CASES if not c.refusal], ids=lambda case: f"{case.chart}: {case.name}")
def test_values_of_a_case_stay_in_their_places(case):
    definition, inserts = find(PACK, case.chart, TODAY)
    found = expanded(definition, inserts, sources_of(case, TODAY), Report(), case.allowed)
    assert found
    assert isinstance(found.query, Filled)
    assert_held(found.query, sql=found.assembled.query.sql)


# --- values that no case can hold

TEXTS = {
    "end of line": "a\nb",
    "CR LF": "a\r\nb",
    "CR alone": "a\rb",
    "GO on a line": "a\nGO\nDROP TABLE CDN.Raporty\nGO\n",
    "a command of sqlcmd": "a\n:!! dir\n:r plik.sql\n",
    "backslash and end of line": "a\\\nb",
    "backslash and CR LF": "a\\\r\nb'",
    "many of them": "\\\n\\\\\n\\\r\n",
    "NUL": "a\x00' OR 1=1 --",
    "all control characters": "".join(map(chr, range(32))) + "\x7f",
    "C1 control characters": "\x80\x85\x9f'",
    "vertical tab as a blank": "'\x0bOR\x0b1=1",
    "line separator": "a\u2028' --",
    "no-break space": "'\xa0OR\xa01=1",
    "zero-width space": "'\u200bOR 1=1",
    "right to left": "\u202e' OR 1=1",
    "U+02BC": "ʼ; DROP TABLE x --",
    "prime": "′ OR 1=1",
    "fullwidth apostrophe": "＇ OR 1=1",
    "fullwidth semicolon": "；DROP",
    "beyond the basic plane": "😀' OR 1=1",
    "combining": "a\u0301'",
    "long": "'" * 9000,
    "long with ends of lines": "x\n" * 200 + "y" * 4000,
    "comment over lines": "/*\n*/ -- \n'",
    "N before": "N'x'",
    "markers": "?@s5|A|A:1@? ??Tekst {Today()} @INS X|| INS@ @PAR",
    "only an apostrophe": "'",
    "empty": "",
    "blanks": "   ",
    "looks like a mark of bind": "9870001",
}


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("source", ["given", "row", "parent", "application"])
def test_text_arrives_as_it_is(name, source):
    found = expansion(TEXT, **{source: {"Tekst": TEXTS[name]}})
    assert_held(found.query)
    ((start, end),) = value_places(found.query)
    assert tsql_lexer.said(found.query.text[start:end]) == TEXTS[name]
    assert not set(found.query.text) & set(map(chr, (*range(9), 11, 12, *range(14, 32), 127)))
    assert found.query.text.count("\n") == TEXT.count("\n")


@pytest.mark.parametrize("value", ["a\nb", "a\x00", "'", "😀"])
def test_second_column_and_identifier_arrive_as_they_are(value):
    found = expansion(LIST, row={"Lista": value}, second={"Lista": value})
    assert_held(found.query)
    assert [tsql_lexer.said(found.query.text[s:e]) for s, e in value_places(found.query)] == [value, value]


@pytest.mark.parametrize("text", ["\udcff", "a\ud800b"])
def test_damaged_text_is_refused(text):
    assert expansion(TEXT, given={"Tekst": text}) == {"chart/value-refused"}
    assert expansion(TEXT.replace("&Tekst:", "&Tekst:REG="), remembered={"Tekst": text}).query.text.endswith(
        "b='' AND c=1"
    )


NUMBERS = ["NaN", "sNaN", "-NaN", "Infinity", "-Infinity", "1E+999999", "1E+99999999999", "1E-99999999999", "-1E+60"]


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize(("query", "name"), [(NUMBER, "Liczba"), (LIST, "Lista"), (DAY, "Data")])
def test_number_of_a_row_that_is_none_is_refused(number, query, name):
    assert expansion(query, row={name: Decimal(number)}) == {"chart/value-refused"}


@pytest.mark.parametrize("number", ["-0", "-5", "1E+2", "1E-4", "-12345678901234567890", "0.00"])
def test_number_of_a_row_is_written_with_its_digits(number):
    found = expansion(NUMBER, row={"Liczba": Decimal(number)})
    assert_held(found.query)
    assert "e" not in found.query.text.split("10-")[1].split("AND")[0].casefold()


@pytest.mark.parametrize("text", ["1E999999999999", "-1E999999999999", "NaN", "Infinity", "1e-999999999999"])
@pytest.mark.parametrize("expression", ["Abs(??Tekst)", "Date(1, ??Tekst, 2026)", "??Tekst + 1", "Day(??Tekst)"])
def test_number_in_a_text_is_no_gigabyte(text, expression):
    query = ASKED.replace("%s", expression)
    assert expansion(query, given={"Tekst": text}) == {"chart/not-computed"}


@pytest.mark.parametrize("value", [dt.date(2026, 1, 31), None, "", "0"])
def test_day_has_one_shape(value):
    found = expansion(DAY, row={"Data": value})
    assert_held(found.query)
    assert "CONVERT(DATETIME,'" in found.query.text


@pytest.mark.parametrize(
    "condition",
    [
        "a=1\nGO\nb=2",
        "a=\nGO\n",
        "a=1 AND\n:r plik.sql\n=1",
        "a=1 AND\n!! dir",
        "a=1\x00",
        "a=1\x01OR 1=1",
        "EXEC\x0bx=1",
        "EXEC\u200bx=1",
        "EXEC\u3000x=1",
        "a=1 --\n",
        "a=1 /*\n*/",
        "a=1 /*+ ' */ OR '=1",
        "a='x",
        "ʼa=1",
        "(a=1))\n(",
        "a=1\rb",
        "[a\n]]=1",
        "a=1" + ")" * 50,
        "(" * 3000 + "a=1" + ")" * 3000,
        "a=1 OR " * 60_000 + "a=1",
        "{# ' #} a=1 {# ' #}",
        "a=0x1sp_who",
        "1=1e",
        "a=$",
        "CASE WHEN a=1 THEN 1 ELSE 0 END",
        "ISNULL(a, 1)",
        "a, b",
        "NOT 1",
    ],
)
def test_condition_is_refused(condition):
    assert expansion(CONDITION, application={"FiltrApp": condition}) in (
        {"chart/condition-refused"},
        {"chart/value-refused"},
    )


@pytest.mark.parametrize(
    "condition", ["a\n=\n1", "a=1\r\nAND b=2", "a='x\ny'", "a = 1\tOR b = 2", "[a\nb]=1", "a=1AND b=2"]
)
def test_condition_over_lines_is_held(condition):
    found = expansion(CONDITION, application={"FiltrApp": condition})
    assert_held(found.query)
    assert f"AND ({condition}) ORDER BY" in found.query.text


# --- expressions, and the queries they ask


def test_variables_of_the_application_are_values():
    query = "SELECT Nazwa={OperatorID()} FROM CDN.Raporty WHERE a={OPBK()}"
    found = expansion(query, application={"OperatorID": "1; DROP TABLE x", "OPBK": "' --\n"})
    assert_held(found.query)
    assert [tsql_lexer.said(found.query.text[s:e]) for s, e in value_places(found.query)] == [
        "1; DROP TABLE x",
        "' --\n",
    ]


ASKED = "@PAR ?@s255|Tekst|&Tekst:@? PAR@ SELECT Nazwa={%s} FROM CDN.Raporty"


def test_query_of_an_expression_holds_values_as_literals():
    asked = []

    def answer(query):
        asked.append(query)
        return "'; DROP TABLE x --"

    query = ASKED % "GetSql('SELECT MAX(a) FROM CDN.B WHERE c=' & ??Tekst & ' AND d=1', 'brak')"
    found = expansion(query, given={"Tekst": "' OR 1=1 --"}, answer=answer)
    assert set(asked) == {"SELECT MAX(a) FROM CDN.B WHERE c=''' OR 1=1 --' AND d=1"}
    assert_held(found.query)
    assert "Nazwa='''; DROP TABLE x --' FROM" in found.query.text


@pytest.mark.parametrize(
    "expression",
    [
        "GetSql('SELECT 1 FROM CDN.B WHERE c=''' & ??Tekst & '''', 0)",
        "GetSql('SELECT 1 FROM CDN.B WHERE c=''%' & ??Tekst & '%''', 0)",
        "GetSql('SELECT 1 FROM [CDN.' & ??Tekst & ']', 0)",
        "GetSql('SELECT 1 /* ' & ??Tekst & ' */', 0)",
        "GetSql('SELECT 1 /* /* */ ' & ??Tekst & ' */', 0)",
        "GetSql('SELECT 1 -- ' & ??Tekst, 0)",
        "GetSql('SELECT a' & ??Tekst, 0)",
        "GetSql('SELECT ' & ??Tekst & ??Tekst, 0)",
        "GetSql('SELECT ' & ??Tekst & 'a', 0)",
        "GetSql('DELETE FROM CDN.B WHERE c=' & ??Tekst, 0)",
        "GetSql('SELECT 1 DELETE FROM CDN.B', 0)",
        "GetSql('EXEC sp_who', 0)",
        "_QGetSQL('SELECT 1; DROP TABLE CDN.B')",
        "GetSql(??Tekst, 0)",
        "GetSql(Upper('select ' & ??Tekst), 0)",
        "GetSql('', 0)",
    ],
)
def test_query_of_an_expression_is_not_asked(expression):
    def answer(query):
        raise AssertionError(query)

    assert expansion(ASKED % expression, given={"Tekst": "x; DROP TABLE y --"}, answer=answer) == {"chart/not-computed"}


@pytest.mark.parametrize(
    ("query", "id_"),
    [
        ("SELECT A=/* /* /* */ */ ?@s9|T|T:@? */ 1", "chart/value-in-text"),
        ("SELECT A=[" + "a" * 130 + " ?@s9|T|T:@?]", "chart/value-in-text"),
        ("SELECT A=[a\n?@s9|T|T:@?]", "chart/value-in-text"),
        ("SELECT A=1 -- x\r ?@s9|T|T:@?", "chart/sql"),
        ("SELECT A='x ?@s9|T|T:@?", "chart/value-in-text"),
        ("SELECT A=a?@s9|T|T:@?", "chart/glued-value"),
        ("SELECT A=?@s9|T|T:@?'x'", "chart/glued-value"),
        ("SELECT A='x'?@s9|T|T:@?", "chart/glued-value"),
        ("SELECT A=1?@n3|N|N:1@?", "chart/glued-value"),
        ("SELECT A=0x?@n3|N|N:1@?", "chart/glued-value"),
        ("SELECT A=1.?@n3|N|N:1@?", "chart/glued-value"),
        ("SELECT A=$?@n3|N|N:1@?", "chart/glued-value"),
        ("SELECT A=?@n3|N|N:1@??@n3|M|M:1@?", "chart/glued-value"),
        ("SELECT A=@?@n3|N|N:1@?", "chart/stray-parameter-end"),
        ("SELECT A=f?@s99_NQ|T|T:@?", "chart/glued-value"),
        ("@PAR ?@s9|T|T:@? PAR@SELECT A='x'{'' & ??T}", "chart/glued-value"),
        ("@PAR ?@s9|T|T:@? PAR@SELECT A={'' & ??T}'x'", "chart/glued-value"),
        ("@PAR ?@s9|T|T:@? PAR@SELECT A={'' & ??T}{'' & ??T}", "chart/glued-value"),
        ("@PAR ?@s9|T|T:@? PAR@SELECT A=a{'' & ??T}", "chart/glued-value"),
        ("@PAR ?@s9|T|T:@? PAR@SELECT A={''''} + ??T + {''''}", "chart/open-text"),
        ("@PAR ?@s9|T|T:@? PAR@SELECT A={'/*'} + ??T + {'*/'}", "chart/open-text"),
        ("@PAR ?@s9|T|T:@? PAR@SELECT A=1{'--'} + ??T", "chart/open-text"),
        ("@PAR ?@s9|T|T:@? PAR@SELECT A=??T ORDER BY ?@O(A:[a|B:b)|P|P:A@?", "chart/open-text"),
        ("SELECT A=1 WHERE a = ??", "chart/sql"),
    ],
)
def test_chart_that_would_let_a_value_out_is_refused(query, id_):
    assert id_ in expansion(query)


@pytest.mark.parametrize("call", ["D.DLL|P('BRA?@s9|T|T:@?')", "D.DLL|P('a','?@s9|T|T:@?')", "D.DLL|P(a?@s9|T|T:@?)"])
def test_argument_of_a_procedure_stands_alone(call):
    assert isinstance(expansion(call, action="procedura"), set)


# --- values bound


@pytest.mark.parametrize(
    ("query", "bound"),
    [
        ("SELECT A=?@n5|N|N:1@?", 1),
        ("SELECT TOP (?@n5|N|N:1@?) A=a FROM CDN.B", 0),
        ("SELECT TOP ?@n5|N|N:1@? A=a FROM CDN.B", 0),
        ("SELECT A=a FROM CDN.B ORDER BY ?@n5|N|N:1@?", 0),
        ("SELECT A=CONVERT(VARCHAR(10), a, ?@n5|N|N:1@?) FROM CDN.B", 0),
        ("SELECT A=CAST(a AS DECIMAL(?@n5|N|N:1@?, 2)) FROM CDN.B", 0),
        ("SELECT A=a FROM CDN.B ORDER BY a OFFSET ?@n5|N|N:1@? ROWS", 0),
        ("SELECT A=a FROM CDN.B WHERE b IN (?@n5|N|N:1@?, ??N) AND c='?'", 2),
        ("SELECT A=a FROM CDN.B WHERE [?]=?@s9|T|T:@? AND d>=?@D10-|D|D:@?+1 -- ?", 2),
        ("SELECT A=9870001, B=?@n7|N|N:9870001@?, C='9870001'", 1),
    ],
)
def test_bound_values_have_each_its_mark(query, bound):
    found = expansion(query)
    assert_held(found.query)
    assert len(bind(found.query).values) == bound


def test_empty_day_is_bound_as_the_day_it_stands_for():
    found = bind(expansion(DAY).query)
    assert found.values == (dt.date(1900, 1, 1),)
    assert "CONVERT(DATETIME,?,120)+1" in found.text


# --- beside the query


def test_value_in_a_graphic_parameter_begins_none():
    found = expansion(
        "SELECT Nazwa=a FROM CDN.B WHERE c=?@s255|Tekst|&Tekst:@?",
        "/@HeaderName={??Tekst} /@Type=1",
        given={"Tekst": "x\n/@Type=4 ??Tekst"},
    )
    assert found.graphics["Type"] == "1"
    assert found.graphics["HeaderName"] == "x\n/@Type=4 ??Tekst"
