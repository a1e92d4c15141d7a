"""Cash reports in the making: entries are written as they come, so that memory does not grow with a statement."""

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal

import msgspec

from dekret.model.cash import CashEntry
from dekret.store.files import Output
from dekret.values.rounding import ZERO

_ENCODER = msgspec.json.Encoder(decimal_format="string")


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """What a report is of: its register, with account and currency, and its period where it is given.

    `number` is that of the report, where one is given; else it is made of the number of the statement or the last day.
    """

    register: str
    account: str = ""
    currency: str = "PLN"
    number: str = ""
    since: dt.date | None = None
    until: dt.date | None = None


@dataclass(slots=True)
class ReportWriter:
    """Writes reports as JSON, one a line. A report without entries is not written."""

    output: Output
    facts: ReportFacts
    numbers: list[str] = field(default_factory=list)
    """Those of the reports written so far."""
    count: int = 0
    receipts: Decimal = ZERO
    payments: Decimal = ZERO
    _first: dt.date | None = None
    _last: dt.date | None = None
    _held: list[CashEntry] = field(default_factory=list)
    _begun: bool = False

    def write(self, entry: CashEntry) -> None:
        """Adds an entry to the report at hand; it is counted once it is written."""
        self._held.append(entry)
        if len(self._held) >= _AT_ONCE:
            self._pour()

    def end(self, statement: str) -> None:
        """Ends the report at hand; `statement` is the number of its statement, empty where there is none."""
        self._pour()
        if not self._begun:
            return
        assert self._first
        assert self._last
        since, until = self.facts.since or self._first, self.facts.until or self._last
        number = self.facts.number or f"WB/{statement or until.isoformat()}/{until.year}/{self.facts.register}"
        if number in self.numbers:
            number = f"{number}/{len(self.numbers) + 1}"
        head: dict[str, object] = {
            "number": number,
            "date": until,
            "opening_date": since,
            "register_name": self.facts.register[:_LONGEST_NAME],
            "currency": self.facts.currency,
        }
        if self.facts.account:
            head["account"] = self.facts.account
        self.output.write_bytes(b"]," + _ENCODER.encode(head)[1:] + b"\n")
        self.numbers.append(number)
        self._first = self._last = None
        self._begun = False

    def _pour(self) -> None:
        """Writes and counts the entries that are held."""
        held = self._held
        if not held:
            return
        self.output.write_bytes(b"," if self._begun else b'{"type":"cash_report","entries":[')
        self.output.write_bytes(_ENCODER.encode(held)[1:-1])
        self._begun = True
        days = [entry.date for entry in held]
        self._first = min(days) if self._first is None else min(self._first, *days)
        self._last = max(days) if self._last is None else max(self._last, *days)
        self.count += len(held)
        self.receipts = sum([entry.amount for entry in held if entry.direction == "in"], self.receipts)
        self.payments = sum([entry.amount for entry in held if entry.direction == "out"], self.payments)
        held.clear()


_AT_ONCE = 250
"""So many entries are held before they are written."""
_LONGEST_NAME = 20
