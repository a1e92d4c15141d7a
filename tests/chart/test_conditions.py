"""Conditions of connections: expressions over variables of the application (seeds/001:2064)."""

import datetime as dt
from decimal import Decimal

import pytest

from dekret.chart.conditions import Variables, holds, read_condition
from dekret.syntax.nodes import Cell
from dekret.text.report import Report
from dekret.text.source import Source

VARIABLES = Variables(dt.date(2026, 3, 31), {"BRa_Typ": Decimal(2), "Rejestr": "ZAKUP", "Dzien": dt.date(2026, 3, 1)})


def read(text):
    report = Report()
    source = Source("a.wykres", text)
    return read_condition(Cell(source.span(0, len(text)), text), report), report


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("BRa_Typ = 2", True),
        ("bra_typ = 1", False),
        ("BRa_Typ", True),
        ("Rejestr = 'zakup' AND BRa_Typ > 1", True),
        ("NOT Rejestr = 'ZAKUP'", False),
        ("Month(Dzien) = Month(Today())", True),
        ("Nieznana = 'x'", False),
        ("Rejestr + 1", False),
        ("1 / (BRa_Typ - 2)", False),
    ],
)
def test_a_condition_over_variables(text, expected):
    condition, report = read(text)
    assert not report.diagnostics
    assert holds(condition, VARIABLES) is expected


@pytest.mark.parametrize("text", ["BRa_Typ =", "", "a} {b", "Todey() = 1"])
def test_what_is_no_condition_is_told(text):
    condition, report = read(text)
    assert condition is None
    assert report.has_errors
