"""Texts that would take the square of their length, or for ever. A test here that does not end has failed."""

import datetime as dt

import pytest

from chart_frames import InsertsByName, fragment_of
from dekret.chart import language
from dekret.chart.assemble import Texts, assemble
from dekret.chart.parse import parse_inserts, parse_parameters
from dekret.chart.values import Sources
from dekret.packs.chart.charts import expanded, find
from dekret.packs.library import load_sources
from dekret.sql import tsql
from dekret.sql.dialects import translated
from dekret.text.report import Report
from dekret.text.source import Source

LENGTH = 30_000
UNITS = (
    *(" ", "\t", "\n", "?", "@", "'", '"', "{", "}", "(", ")", "^", ",", "|", "[", "]", "-", "/", "??", "@?", "?@"),
    *("/*", "/* ", "/* */ /* ", "[a", "[a]]b", "'a''b' ", "{fn ", "{d '", "{fn {fn x}", "i", "I", "p", "NS@", "’", "ż"),
    *("@INS ", "@INS a|", "@INS a||", "@INS a|| INS@ ", "@ins a|| ins@ ", " INS@", "@INSP(", "@INSP(a) ", "@INS\n"),
    *("@IF(", "@IF(A) ", "@IF(A) b IF@ ", "@if(a) b if@ ", " IF@", "^X=", "@PAR ?@", "@PAR ?@n3|a|b:1@? PAR@ ", "PAR@"),
    *(
        "?@n3|",
        "?@n3|a|",
        "?@n3|a|b:",
        "?@n3|a|b:1 ",
        "?@n3|a|b:1@? ",
        "??a ",
        "{1} ",
        "{??a + 1} ",
        "?@R(",
        "?@O(a:b|",
    ),
    *("a(", "1+", "1 |", "x |", "_NQ ", "@TIP(", "@TIP(a)", "REG=", "/@Type={1} ", "/@", "/@a", "(1)", "NOT "),
)
BEFORE = (
    *("", "@INS a||", "@INS a||b ^X=", "@INS ", "@IF(A) ", "?@", "?@n3", "?@n3|a|b:", "?@n3|a|b:x", "?@n3|a|b:REG="),
    *(
        "@PAR ?@n3|a|b:x",
        "@PAR ?@n3|a|b:1@? ",
        "@PAR ?@n3|a|b:1@? @TIP(",
        "?@R(",
        "?@R({",
        "{",
        "{a(",
        "{'",
        "'",
        "[",
        "/*",
    ),
)


def long(unit, length=LENGTH):
    return unit * (length // len(unit))


@pytest.mark.parametrize("unit", UNITS)
def test_a_long_run_of_anything_is_read(unit):
    text = long(unit)
    for each in (text, text + "!"):
        parse_inserts.__wrapped__(each)
        parse_parameters.__wrapped__(each, sql=True)
        parse_parameters.__wrapped__(each, sql=False)
    language.SQL.read(text + "ł’")
    language.GRAPHICS.content.read(text)


@pytest.mark.parametrize("before", BEFORE)
def test_a_long_run_behind_the_beginning_of_anything_is_read(before):
    for unit in (" ", "\t", "x", "x ", "[", "(", "-", "@ ", "| ", "a'b"):
        text = before + long(unit, 10_000)
        parse_inserts.__wrapped__(text)
        parse_parameters.__wrapped__(text, sql=True)
        parse_parameters.__wrapped__(text, sql=False)


@pytest.mark.parametrize("unit", ["SELECT 1 ", "DECLARE @a int ", "SET @a=1; ", "IF 1=1 SELECT 1 ", "[", "/* ", "x,"])
def test_sql_of_many_statements_is_read(unit):
    tsql.parse.__wrapped__("SELECT a = 1 " + long(unit, 10_000))


@pytest.mark.parametrize(
    "query",
    ["SELECT a = 1 INTO + TABLE #t", "SELECT a=" + "- " * 400 + "1", "SELECT a=1 FROM t CROSS APPLY .f(1) AS x"],
)
def test_what_sqlglot_stumbles_over_is_told(query):
    tsql.forbidden(query)
    assert translated(query, "duckdb").faults


def told(query, inserts, graphics_=None):
    report = Report()
    found = assemble(
        Texts("X", fragment_of(query), fragment_of(graphics_) if graphics_ else None), InsertsByName(inserts), report
    )
    return found, [each.id for each in report.diagnostics]


def nested(count, text, last):
    return {f"w{n}": text.format(n + 1) for n in range(count)} | {f"w{count}": last}


@pytest.mark.parametrize("last", ["1=1", "@IF(nie) x IF@", "x"])
def test_inserts_that_double_are_stopped(last):
    inserts = nested(45, "@INS w{0}|| INS@ @INS w{0}|| INS@", last)
    assert told("@INS w0|| INS@", inserts) == (None, ["chart/too-long"])


@pytest.mark.parametrize("last", ["@INS brak|| INS@", "@INS a INS@", "@INSP(Z)"])
def test_inserts_that_double_and_are_wrong_are_stopped(last):
    found, said = told("@INS w0|| INS@", nested(20, "@INS w{0}|| INS@ @INS w{0}|| INS@", last))
    assert found is None
    assert said.count("chart/too-long") == 1
    assert len(said) < 20_000


def test_values_that_double_are_stopped():
    inserts = nested(45, "@INS w{0}||^X=@INSP(X)@INSP(X) INS@", "@INSP(X)")
    assert told("@INS w0||^X=a INS@", inserts) == (None, ["chart/too-long"])


def test_a_value_many_times_is_stopped():
    inserts = {"w0": "@INSP(X)" * 10_000, "w1": "@INS w0||^X=" + "@INSP(X)" * 10_000 + " INS@"}
    assert told("@INS w1||^X=" + "a" * 10_000 + " INS@", inserts) == (None, ["chart/too-long"])


def test_inserts_in_each_other_have_an_end():
    assert told("@INS w0|| INS@", nested(50, "@INS w{0}|| INS@", "a"))[1] == []
    assert told("@INS w0|| INS@", nested(5000, "@INS w{0}|| INS@", "a")) == (None, ["chart/too-deep"])
    deep = "@IF() " * 59 + "@INS w{0}|| INS@" + " IF@" * 59
    assert told("@INS w0|| INS@", nested(50, deep, "a"))[1] == []


@pytest.mark.parametrize("count", [30, 3000])
def test_defaults_that_lean_on_each_other_have_an_end(count):
    inner = "".join(f"@PAR ?@n9|P{n}|P{n}:{{??P{n + 1} + 1}}@? PAR@\n" for n in range(count))
    query = f"SELECT A=??P0\n{inner}@PAR ?@n9|P{count}|Ostatni:1@? PAR@"
    text = f'wykres "W"\n[Ogólne]\nnazwa = W\ntylko tabela = tak\n[Zapytanie]\n"""\n{query}\n"""\n'
    rules, report, day = load_sources([Source("w.wykres", text)]), Report(), dt.date(2026, 1, 31)
    definition, inserts = find(rules, "W", day)
    found = expanded(definition, inserts, Sources(day), report)
    assert {each.id for each in report.diagnostics} == (set() if count == 30 else {"chart/not-computed"})
    assert found is None or found.query.text.startswith("SELECT A=31\n")


def test_many_parameters_inserts_and_graphics():
    many = 3000
    query = "".join(f"??P{n} @PAR ?@n9|P{n}|P{n}:1@? PAR@ @INS w|| INS@\n" for n in range(many))
    shown = "".join(f"/@Type={{??P{n}}} " for n in range(many))
    found, said = told(query, {"w": "a"}, shown)
    assert said == []
    assert len(found.parameters) == len(found.items) == many
    assert all(len(item.value.parts) == 1 for item in found.items)
