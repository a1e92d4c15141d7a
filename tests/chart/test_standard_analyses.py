"""The pack `rules/analizy`: its cases, and its charts on the demo database (seeds/001:725-1203)."""

import datetime as dt

import pytest

from dekret import api, assets

PACK = assets.folder("rules") / "analizy"
RULES = api.check([PACK])
DAY = dt.date(2026, 3, 31)


def test_the_pack_is_clean():
    assert [found for found in RULES.report.diagnostics if found.severity is not api.Severity.INFO] == []


@pytest.fixture(scope="module")
def results():
    return {id(result.case): result for result in api.run_chart_cases(RULES, DAY)}


@pytest.mark.parametrize("case", RULES.chart_cases, ids=lambda case: f"{case.chart}: {case.name}")
def test_case(case, results):
    found = results[id(case)].diagnostics
    assert [each.message.pl + (each.detail.pl if each.detail else "") for each in found] == []


def test_every_analysis_has_three_cases_or_hangs_below_one():
    counts = {}
    for case in RULES.chart_cases:
        counts[case.chart.casefold()] = counts.get(case.chart.casefold(), 0) + 1
    symbols = [each.symbol for _, each in RULES.charts if type(each).__name__ == "Chart" and each.calls]
    assert symbols
    assert [symbol for symbol in symbols if counts.get(symbol.casefold(), 0) < 3] == []
