"""The days that documents are dated by: working days of a period, with the exchange rates of each."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from dekret.demo.chance import Chance
from dekret.demo.words import words

_DAY = dt.timedelta(days=1)
_TERMS = (0, 7, 14, 21, 30)
_LARGEST_STEP = 180
"""A rate moves by at most so many ten-thousandths in a day."""


@dataclass(frozen=True, slots=True)
class Day:
    """A working day with its texts, made once.

    `rates` are in ten-thousandths of a złoty for one unit and hold for documents of the day: those of the working
    day before it (art. 31a of the VAT act). `terms` are dates of payment of invoices of the day.
    """

    date: dt.date
    iso: str
    month: str
    rates: Mapping[str, int]
    rate_texts: Mapping[str, str]
    terms: tuple[str, ...]


@dataclass(frozen=True)
class Period:
    """So many months from the first day of one; `seed` moves its exchange rates."""

    first: dt.date
    months: int = 1
    seed: str = ""

    @cached_property
    def days(self) -> tuple[Day, ...]:
        """The working days, from the first to the last."""
        last = self._end() - _DAY
        dates = [self.first + _DAY * n for n in range((last - self.first).days + 1)]
        working = [date for date in dates if date.weekday() < 5]
        paths = {currency: self._path(currency, start) for currency, start in words().exchange.items()}
        return tuple(self._day(date, {name: next(path) for name, path in paths.items()}) for date in working)

    def _end(self) -> dt.date:
        """The first day after the period."""
        months = self.first.year * 12 + self.first.month - 1 + self.months
        return dt.date(months // 12, months % 12 + 1, 1)

    def _path(self, currency: str, start: int) -> Iterator[int]:
        """Rates day by day: small steps, drawn back to where they started."""
        chance = Chance("kurs", currency, self.first, self.seed)
        rate = start + chance.between(-_LARGEST_STEP, _LARGEST_STEP)
        while True:
            yield rate
            rate += chance.between(-_LARGEST_STEP, _LARGEST_STEP) + (start - rate) // 20

    @staticmethod
    def _day(date: dt.date, rates: dict[str, int]) -> Day:
        texts = {currency: rate_text(rate) for currency, rate in rates.items()}
        terms = tuple((date + _DAY * days).isoformat() for days in _TERMS)
        return Day(date, date.isoformat(), f"{date:%m/%Y}", rates, texts, terms)

    def spread(self, count: int) -> Iterator[Day]:
        """The day of each of so many documents, evenly and in order."""
        days, many = self.days, len(self.days)
        return (days[number * many // count] for number in range(count))


def rate_text(rate: int) -> str:
    """A rate of ten-thousandths as documents write it.

    >>> rate_text(42507)
    '4.2507'
    """
    return f"{rate // 10000}.{rate % 10000:04}"


def in_pln(amount: int, rate: int) -> int:
    """Grosze for an amount in hundredths of a currency, halves up.

    >>> in_pln(10001, 42507)
    42511
    """
    return (amount * rate + 5000) // 10000
