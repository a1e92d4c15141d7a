"""Exchange rates of a company: a table of currency, day and rate, and what holds on a day (002:1484–1488)."""

import csv
import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from dekret.company import problems
from dekret.model.base import is_rate
from dekret.text.report import Report
from dekret.text.source import Source

_COLUMNS = ("waluta", "data", "kurs")
_ENGLISH = {"currency": "waluta", "date": "data", "rate": "kurs"}
_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)?")
_OLDEST = dt.timedelta(days=10)
"""The last rate before a day is never older: longer breaks do not happen."""


@dataclass(frozen=True, slots=True)
class Rates:
    """PLN for one unit of a currency, by currency and day.

    `before` takes the last rate before the day, as tax law has it (the mean rate of the bank day before: art. 31a of
    the VAT act, art. 11a of the PIT act); else that of the day itself, as the manual has it.
    """

    by_day: Mapping[tuple[str, dt.date], Decimal] = field(default_factory=dict)
    before: bool = False

    def rate(self, currency: str, day: dt.date) -> Decimal | None:
        """The rate that holds for a day; None where there is none.

        >>> rates = Rates({("EUR", dt.date(2026, 1, 15)): Decimal("4.2")})
        >>> rates.rate("EUR", dt.date(2026, 1, 15)), rates.rate("EUR", dt.date(2026, 1, 16))
        (Decimal('4.2'), None)
        >>> Rates(rates.by_day, before=True).rate("EUR", dt.date(2026, 1, 16))
        Decimal('4.2')
        """
        if not self.before:
            return self.by_day.get((currency, day))
        days = (day - dt.timedelta(days=back) for back in range(1, _OLDEST.days + 1))
        return next((found for each in days if (found := self.by_day.get((currency, each)))), None)


def read_rates(source: Source, report: Report, *, before: bool = False) -> Rates:
    """The rates of a CSV with the columns waluta, data, kurs, in any order; what is wrong goes to the report.

    There are no others: a column that says for how many units a rate is would make it wrong, were it passed over.
    """
    rows = source.text.splitlines(keepends=True)
    separator = ";" if ";" in (rows[0] if rows else "") else ","
    named = [_named(cell) for cell in rows[0].split(separator)] if rows else []
    if sorted(named) != sorted(_COLUMNS):
        report.add(problems.RATES_HEADER.at(source.span()))
        return Rates({}, before)
    found: dict[tuple[str, dt.date], Decimal] = {}
    start = len(rows[0])
    for row in rows[1:]:
        if row.strip():
            cells = next(csv.reader((row.strip(),), delimiter=separator), [])
            rate = _rate(dict(zip(named, cells, strict=True))) if len(cells) == len(named) else None
            place = source.span(start, start + len(row.rstrip()))
            if rate is None:
                report.add(problems.BAD_RATE.at(place, row=row.strip()))
            elif found.setdefault(rate[:2], rate[2]) != rate[2]:
                report.add(problems.OTHER_RATE.at(place, currency=rate[0], day=str(rate[1])))
        start += len(row)
    return Rates(found, before)


def _named(cell: str) -> str:
    name = cell.strip().strip('"').casefold().removeprefix("\ufeff")
    return _ENGLISH.get(name, name)


def _rate(cells: Mapping[str, str]) -> tuple[str, dt.date, Decimal] | None:
    currency, written = cells["waluta"].strip().upper(), cells["kurs"].strip()
    if not _NUMBER.fullmatch(written):
        return None
    try:
        day = dt.date.fromisoformat(cells["data"].strip())
    except ValueError:
        return None
    rate = Decimal(written.replace(",", "."))
    return (currency, day, rate) if len(currency) == 3 and currency.isalpha() and is_rate(rate) else None
