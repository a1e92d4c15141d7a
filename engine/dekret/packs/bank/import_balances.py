"""The balance of a report beside those of the statements in it (002:71): differences are said, not mended."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from dekret.model.statements import StatementFoot, StatementHead
from dekret.packs.bank import import_problems as problems
from dekret.text.diagnostic import Diagnostic
from dekret.text.source import Source
from dekret.text.wording import Value, amount_wording
from dekret.values.rounding import ZERO


@dataclass(slots=True)
class Balances:
    """The balance of the register: known from the last import, or told, or taken from the first statement.

    Of a statement that overlaps with what is imported already, the opening balance is taken as it was after the lines
    that are left out.
    """

    now: Decimal | None
    opening: Decimal | None = None
    """That before the first line of the run, once it is known."""
    closing_date: dt.date | None = None
    head: StatementHead = field(default_factory=StatementHead)
    taken: Decimal = ZERO
    repeated: Decimal = ZERO
    lines: int = 0
    lines_again: int = 0

    def begin(self, head: StatementHead) -> None:
        """A statement begins."""
        self.head = head
        self.taken = self.repeated = ZERO
        self.lines = self.lines_again = 0

    def take(self, amount: Decimal) -> None:
        """A line of the statement comes in."""
        self.taken += amount
        self.lines += 1

    def take_again(self, amount: Decimal) -> None:
        """A line of the statement is there already."""
        self.repeated += amount
        self.lines_again += 1

    def end(self, foot: StatementFoot, name: str) -> Iterator[Diagnostic]:
        """A statement of the register's own account ends; what its balances say against the report.

        Nothing, where every line of it was there before.
        """
        if self.lines_again and not self.lines:
            return
        opening, closing = foot.opening or self.head.opening, foot.closing
        place = Source(name, "", first_line=max(1, self.head.file_line)).span()
        if opening is not None:
            before = opening.amount + self.repeated
            if self.now is not None and self.now != before:
                known: dict[str, Value] = {
                    "opening": amount_wording(opening.amount), "repeated": amount_wording(self.repeated)
                }  # fmt: skip
                problem = problems.OVERLAP_DIFFERS if self.lines_again else problems.OPENING_DIFFERS
                yield problem.filled(place, _figures(self.now, before) | known)
            self.now = before if self.now is None else self.now
        if self.now is None:
            return
        self.opening = self.now if self.opening is None else self.opening
        self.now += self.taken
        if closing is None:
            return
        self.closing_date = closing.date or self.closing_date
        if self.now != closing.amount:
            yield problems.CLOSING_DIFFERS.filled(place, _figures(self.now, closing.amount))


def _figures(report: Decimal, statement: Decimal) -> dict[str, Value]:
    return {
        "report": amount_wording(report),
        "statement": amount_wording(statement),
        "difference": amount_wording(abs(report - statement)),
    }
