"""Statements in rows: a file of a format whose records are lines of a statement, read to its head, lines and foot."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import IO, TYPE_CHECKING

from msgspec.structs import replace

from dekret.bank import line_problems
from dekret.bank.frame import Passed
from dekret.bank.lines import account_of, currency_of, line_of
from dekret.bank.numbers import amount_and_currency
from dekret.bank.quick import quick_line
from dekret.bank.read import Reader, ReadRecord, Remark, StatementEvent, Unread, UnreadError
from dekret.bank.targets import TARGETS
from dekret.model.statements import Balance, BankLine, StatementFoot, StatementHead
from dekret.text.wording import Wording, amount_wording

if TYPE_CHECKING:
    from dekret.bank.check import CheckedFormat
    from dekret.bank.read import ReadValue
    from dekret.bank.rows import FileRow
    from dekret.text.wording import Value


_HOME = ("", "PLN")
_HEADER, _FOOTER = Wording("nagłówek", "header"), Wording("stopka", "footer")


class LineReader:
    """Reads statements of one format; `quick` reads the rows that nothing is odd about, where there is a way."""

    def __init__(self, checked: CheckedFormat) -> None:
        self.reader = Reader(checked)
        self.format = checked.format
        positions = (each.position for layout, _ in self.reader.layouts for each in layout.positions)
        self.names_currency = any(TARGETS.get(position.field) == "currency" for position in positions)
        self.quick = quick_line(checked.format, [layout for layout, _ in self.reader.layouts])

    def read(self, stream: IO[bytes], passed: Passed | None = None) -> Iterator[StatementEvent]:
        """The head, the lines and the foot of the statement in a file; rows that cannot be read say why.

        Lines are in the currency that the header states, where they name none themselves. The foot has the balances:
        those that header and footer state, else those before the first and after the last line, where every line has
        one. What is passed over is counted in `passed`.
        """
        frame = self.reader.frame(stream, passed or Passed())
        header = frame.header()
        if header is None:
            yield self.reader.no_header(frame)
            return
        facts = _Facts()
        yield from facts.take(self.reader.header_of(header))
        yield (head := facts.head())
        own = "" if self.names_currency else currency_of(head.currency) or ""
        yield from self._passed_over(frame.last, _HEADER)
        balances = _Balances()
        held: list[FileRow] = []
        found = frame.records()
        quick, footer_rows = self.quick, self.reader.footer_rows
        for row in found:
            if footer_rows:
                held.append(row)
                if len(held) <= footer_rows:
                    continue
                row = held.pop(0)  # noqa: PLW2901 - the one that is no footer
            at_once = quick(row.text, row.line, row.offset) if quick and row.bad is None else None
            line = at_once or self._slow(row, held, found)
            if own not in _HOME and isinstance(line, BankLine) and line.currency in _HOME:
                line = replace(line, currency=own)
            yield line
            if isinstance(line, BankLine) and line.balance is not None:
                yield from balances.add(line, row)
        frame.end(held)
        yield from self._passed_over(frame.beyond, _FOOTER)
        yield from facts.take(self.reader.footer_of(frame))
        yield facts.foot(balances)

    def _passed_over(self, row: FileRow | None, part: Wording) -> Iterator[Remark]:
        """A remark on a row of header or footer that reads as a line: one that was miscounted would be lost unsaid."""
        line = self._slow(row, [], iter(())) if row else None
        if row and isinstance(line, BankLine):
            values: dict[str, Value] = {"part": part, "date": str(line.date), "amount": amount_wording(line.amount)}
            yield Remark(row, line_problems.LINE_PASSED_OVER, values, 0)

    def _slow(self, row: FileRow, held: list[FileRow], found: Iterator[FileRow]) -> BankLine | Unread:
        """The line of a row, read field by field."""
        record = self.reader.record(row, held, found)
        if isinstance(record, Unread):
            return record
        try:
            return line_of(record, self.format.reading)
        except UnreadError as error:
            return Unread(row, error.problem, error.values, error.start)


@dataclass(slots=True)
class _Facts:
    """What header and footer say of the statement, by attribute."""

    values: dict[str, ReadValue] = field(default_factory=dict)

    def take(self, found: Iterator[ReadRecord | Unread]) -> Iterator[Unread]:
        """Takes the facts of rows; those that cannot be read are given on."""
        for item in found:
            if isinstance(item, Unread):
                yield item
                continue
            for cell in item.cells:
                attribute = TARGETS.get(cell.position.field)
                if attribute and cell.value:
                    self.values.setdefault(attribute, cell.value)
                    if isinstance(cell.value, Decimal) and (code := amount_and_currency(cell.raw)[1]):
                        self.values.setdefault("currency", code)

    def head(self) -> StatementHead:
        """The head, of what the header says."""
        return StatementHead(
            account=account_of(str(self.values.get("account", ""))),
            number=str(self.values.get("number", "")),
            currency=str(self.values.get("currency", "")),
            opening=self._balance("opening", "from_date"),
            file_line=1,
        )

    def foot(self, balances: _Balances) -> StatementFoot:
        """The foot, of what header and footer say and the balances of the lines tell."""
        opening, closing = balances.ends()
        return StatementFoot(
            opening=self._balance("opening", "from_date") or opening,
            closing=self._balance("closing", "until_date") or closing,
        )

    def _balance(self, attribute: str, day: str) -> Balance | None:
        amount, date = self.values.get(attribute), self.values.get(day)
        if not isinstance(amount, Decimal):
            return None
        return Balance(amount=amount, date=date if isinstance(date, dt.date) else None)


@dataclass(slots=True)
class _Balances:
    """The balances of lines, one after the other, whether the file goes forward or back in time."""

    first: BankLine | None = None
    last: BankLine | None = None
    forward: bool | None = None
    """Whether a line stands on the one before it in the file (True) or behind it (False); None while both may be."""
    several: bool = False

    def add(self, line: BankLine, row: FileRow) -> Iterator[Remark]:
        """Adds the balance of a line; a remark where it does not follow from the one before."""
        previous, self.last = self.last, line
        if previous is None:
            self.first = line
            return
        if previous.account != line.account or previous.currency != line.currency:
            self.several = True
            return
        assert line.balance is not None
        assert previous.balance is not None
        ahead, back = previous.balance + line.amount, previous.balance - previous.amount
        if self.forward is None and (line.balance == ahead) != (line.balance == back):
            self.forward = line.balance == ahead
        expected = back if self.forward is False else ahead
        if line.balance != expected:
            values: dict[str, Value] = {"balance": amount_wording(line.balance), "expected": amount_wording(expected)}
            yield Remark(row, line_problems.BALANCE_BREAKS, values, 0)

    def ends(self) -> tuple[Balance | None, Balance | None]:
        """The balances before and after all lines, where they have one account and its order is known."""
        if self.first is None or self.last is None or self.several:
            return None, None
        oldest, newest = (self.last, self.first) if self.forward is False else (self.first, self.last)
        assert oldest.balance is not None
        assert newest.balance is not None
        before = oldest.balance - oldest.amount
        return (
            Balance(date=oldest.date, amount=before, currency=oldest.currency),
            Balance(date=newest.date, amount=newest.balance, currency=newest.currency),
        )
