"""Days on which Polish banks settle transfers: neither Saturday nor Sunday nor a statutory holiday (KIR, Elixir).

The holidays are those of ustawa o dniach wolnych od pracy as the library `holidays` knows them, each since its year:
6 January since 2011, 24 December since 2025, 12 November in 2018 alone. It knows the years 1925 to 2100; outside them
only week-ends are told. Hours of sessions, and what runs all week (Express Elixir) or by a calendar of its own
(Euro Elixir), are not here.
"""

import datetime as dt
from functools import cache

_DAY = dt.timedelta(days=1)
_SATURDAY = 5


@cache
def _holidays(year: int) -> frozenset[dt.date]:
    from holidays.countries.poland import Poland  # noqa: PLC0415 - 250 ms that only transfers need

    return frozenset(Poland(years=year))  # type: ignore[no-untyped-call]


def is_bank_day(day: dt.date) -> bool:
    """Whether banks settle on that day.

    >>> is_bank_day(dt.date(2026, 6, 3)), is_bank_day(dt.date(2026, 6, 4))
    (True, False)
    """
    return day.weekday() < _SATURDAY and day not in _holidays(day.year)


def next_bank_day(day: dt.date) -> dt.date:
    """That day itself if it is a bank day, else the first one after it.

    >>> next_bank_day(dt.date(2026, 4, 3)), next_bank_day(dt.date(2026, 4, 4))
    (datetime.date(2026, 4, 3), datetime.date(2026, 4, 7))
    """
    while not is_bank_day(day):
        day += _DAY
    return day


def previous_bank_day(day: dt.date) -> dt.date:
    """That day itself if it is a bank day, else the last one before it.

    >>> previous_bank_day(dt.date(2026, 4, 7)), previous_bank_day(dt.date(2026, 4, 6))
    (datetime.date(2026, 4, 7), datetime.date(2026, 4, 3))
    """
    while not is_bank_day(day):
        day -= _DAY
    return day
