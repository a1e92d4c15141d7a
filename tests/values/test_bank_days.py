"""Days on which banks settle."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dekret.values.bank_days import is_bank_day, next_bank_day, previous_bank_day

FEASTS = {
    2024: ((4, 1), (5, 30)),
    2025: ((4, 21), (6, 19)),
    2026: ((4, 6), (6, 4)),
    2027: ((3, 29), (5, 27)),
    2028: ((4, 17), (6, 15)),
    2029: ((4, 2), (5, 31)),
    2030: ((4, 22), (6, 20)),
}
"""Easter Monday and Corpus Christi."""
FIXED = ((1, 1), (1, 6), (5, 1), (5, 3), (8, 15), (11, 1), (11, 11), (12, 25), (12, 26))


@pytest.mark.parametrize("year", FEASTS)
def test_the_free_days_of_a_year_are_these_and_no_others(year):
    free = {dt.date(year, *day) for day in (*FIXED, *FEASTS[year])}
    free |= {dt.date(year, 12, 24)} if year >= 2025 else set()
    day = dt.date(year, 1, 1)
    while day.year == year:
        assert is_bank_day(day) is (day.weekday() < 5 and day not in free), day
        day += dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2024-12-24", True),
        ("2025-12-24", False),
        ("2018-11-12", False),
        ("2019-11-12", True),
        ("2010-01-06", True),
        ("2011-01-06", False),
        ("2026-04-03", True),
        ("2026-05-02", False),
    ],
)
def test_days_off_count_since_their_year(day, expected):
    assert is_bank_day(dt.date.fromisoformat(day)) is expected


def test_christmas_moves_a_transfer():
    assert next_bank_day(dt.date(2026, 12, 24)) == dt.date(2026, 12, 28)
    assert previous_bank_day(dt.date(2026, 12, 27)) == dt.date(2026, 12, 23)
    assert next_bank_day(dt.date(2024, 12, 31)) == dt.date(2024, 12, 31)
    assert next_bank_day(dt.date(2025, 1, 1)) == dt.date(2025, 1, 2)


@given(st.dates(dt.date(1990, 1, 1), dt.date(2099, 12, 1)))
def test_the_next_and_the_previous_are_the_nearest(day):
    after, before = next_bank_day(day), previous_bank_day(day)
    assert is_bank_day(after)
    assert is_bank_day(before)
    assert before <= day <= after
    assert (after - before).days <= 7
    assert (before == day == after) is is_bank_day(day)
