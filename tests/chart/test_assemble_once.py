"""A chart that runs again is not put together again, unless it is another, or one of its inserts is."""

import datetime as dt
from decimal import Decimal

import pytest

from dekret import api
from dekret.chart.definitions import Chart
from dekret.chart.values import Sources
from dekret.packs.chart.charts import expanded, find
from dekret.packs.library import load_sources
from dekret.sql import tsql
from dekret.text.report import Report
from dekret.text.source import Source

DAY = dt.date(2026, 1, 31)
CHART = 'wykres "W"\n[Ogólne]\nnazwa = W\n[Zapytanie]\n"""\n{query}\n"""\n'
INSERT = 'wstawka "{name}"\n[Ogólne]\nnazwa = X\n[Treść]\n"""\n{text}\n"""\n'
QUERY = "SELECT PunktID=1, B=2, C='c', D=??Par FROM T @PAR ?@n9|Par|Par:@? PAR@ @INS Dalej|| INS@"


def library(query=QUERY, **inserts):
    texts = [CHART.format(query=query), *(INSERT.format(name=name, text=text) for name, text in inserts.items())]
    return load_sources([Source(f"{place}.txt", text) for place, text in enumerate(texts)])


def run(rules, **values):
    report = Report()
    definition, inserts = find(rules, "W", DAY)
    found = expanded(definition, inserts, Sources(DAY, given=values), report)
    return " ".join(found.query.text.split()) if found else None, [each.id for each in report.diagnostics]


def test_an_insert_that_changed_is_never_the_old_one():
    first, second = library(Dalej="WHERE a = 1"), library(Dalej="WHERE a = 2")
    other = library(Dalej="@INS Jeszcze|| INS@", Jeszcze="WHERE a = 3")
    for _ in range(2):
        assert run(first, Par="5")[0].endswith("FROM T WHERE a = 1")
        assert run(second, Par="5")[0].endswith("FROM T WHERE a = 2")
        assert run(other, Par="5")[0].endswith("FROM T WHERE a = 3")


def test_inserts_of_one_library_that_come_and_go():
    rules, more = library(Dalej="WHERE a = 1"), library(Dalej="WHERE a = 9")
    assert run(rules, Par="1")[0].endswith("a = 1")
    chart = next(each for each in rules.charts if isinstance(each[1], Chart))
    rules.charts[:] = [chart]
    assert run(rules, Par="1") == (None, ["chart/unknown-insert"])
    rules.charts[:] = [chart, *more.charts[1:]]
    assert run(rules, Par="1")[0].endswith("a = 9")


def test_a_chart_that_changed_is_never_the_old_one():
    rules = library("SELECT PunktID=1, B=2, C='c', D=3")
    again = library("SELECT PunktID=1, B=2, C='c', D=4")
    assert run(rules)[0].endswith("D=3")
    assert run(again)[0].endswith("D=4")


def test_what_was_told_is_told_again():
    rules = library(QUERY.replace("??Par", "?? Par"), Dalej="WHERE a = 1")
    told = [run(rules, Par="1")[1] for _ in range(3)]
    assert told == [["chart/loose-blank"]] * 3


def test_values_of_one_shape_are_read_once(monkeypatch):
    rules = library(Dalej="WHERE a = 1")
    run(rules, Par="1")
    with monkeypatch.context() as patch:
        patch.setattr(tsql, "_parsed", lambda *_: pytest.fail("SQL was parsed again"))
        patch.setattr(tsql, "parse", lambda *_: pytest.fail("SQL was parsed again"))
        for number in range(5):
            assert f"D={number} " in run(rules, Par=str(number))[0]


def test_another_shape_is_read_by_itself():
    choice = "SELECT PunktID=1, B=2, C='c', D=?@O(a:b|c:DROP TABLE x)|Par|Par:b@?"
    rules = library(choice)
    assert run(rules, Par="b")[1] == []
    assert run(rules, Par="c") == (None, ["chart/not-reading"])
    assert run(rules, Par="b")[1] == []


def test_values_are_given_as_data_or_as_text():
    rules = library(QUERY.replace("n9", "n-14.2"), Dalej="WHERE a = 1")
    for value in (Decimal("-7.5"), "-7,5"):
        assert "D=(-7.5) " in run(rules, Par=value)[0]


@pytest.mark.parametrize(
    ("values", "read"),
    [
        ("Jeden:1|Dwa:2|Dwadzieścia:20", 0),  # whole numbers read alike
        ("Jeden:1|Kolumna:Kolumna", 1),
        ("Jeden:1|Ułamek:1.5|Dwa:2", 1),
        ("Jeden:1|Ujemna:-1|Zła:1 2", 2),
    ],
)
def test_options_that_read_alike_are_read_once(monkeypatch, values, read):
    asked = []
    monkeypatch.setattr("dekret.chart.check.tsql.forbidden", lambda text: asked.append(text) or ())
    query = f"SELECT PunktID=1, B=2, C='c', D=3 FROM T WHERE a = ?@O({values})|Co|Co:1@?"
    assert load_sources([Source("w.txt", CHART.format(query=query))]).charts
    api.check_sources([Source("w.txt", CHART.format(query=query))])
    assert len(asked) == 1 + read
