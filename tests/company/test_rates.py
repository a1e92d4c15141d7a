"""Exchange rates: a file that could be read in two ways is refused, row by row."""

import datetime as dt
from decimal import Decimal

import pytest

from dekret.company.rates import read_rates
from dekret.text.report import Report
from dekret.text.source import Source

DAY = dt.date(2026, 3, 5)


def read(text):
    report = Report()
    rates = read_rates(Source("kursy.csv", text), report)
    return rates, [found.problem.id for found in report.diagnostics]


@pytest.mark.parametrize(
    "text",
    [
        "waluta;data;kurs\nEUR;2026-03-05;4,25\n",
        "data;kurs;waluta\n2026-03-05;4.25;eur",
        'waluta,data,kurs\nEUR,2026-03-05,"4,25"\n',
        "currency,date,rate\nEUR,2026-03-05,4.25\nEUR,2026-03-05,4.25\n",
    ],
)
def test_rates_are_read(text):
    rates, said = read(text)
    assert said == []
    assert rates.rate("EUR", DAY) == Decimal("4.25")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("waluta,data,kurs\nEUR,2026-03-05,4,25\n", "kursy/row"),
        ("waluta;data;kurs\nEUR;2026-03-05;4,25;9\n", "kursy/row"),
        ("waluta;data;kurs\nEUR;2026-03-05\n", "kursy/row"),
        ("waluta;data;kurs\nEUR;2026-03-05;4_2\n", "kursy/row"),
        ("waluta;data;kurs\nEUR;2026-03-05;1e0\n", "kursy/row"),
        ("waluta;data;kurs\nEUR;2026-03-05;4,26\nEUR;2026-03-05;9,99\n", "kursy/twice"),
        ("waluta;data;kurs;kurs\nEUR;2026-03-05;4,25;5\n", "kursy/header"),
        ("waluta;data;kurs;jednostki\nHUF;2026-03-05;1,05;100\n", "kursy/header"),
        ("EUR;2026-03-05;4,25\n", "kursy/header"),
    ],
)
def test_what_could_be_another_rate_is_refused(text, problem):
    assert read(text)[1] == [problem]
