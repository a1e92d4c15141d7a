"""From a line of a statement to an entry of a cash report: its number, party, description, account, rate."""

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal

from dekret.banklines.compile import Proposed
from dekret.model.cash import CashEntry
from dekret.model.parties import Party
from dekret.model.statements import BankLine

_DESCRIPTION = 255
_FOREIGN_NUMBER = 256


@dataclass(slots=True)
class EntryNumbers:
    """Numbers of entries: KP and KW, each counted by year and register: KP/1/2026/BANK."""

    receipts: str
    payments: str
    register: str
    known: Callable[[int], tuple[int, int]]
    """The highest numbers of receipts and payments that a year has already."""
    last: dict[tuple[str, int], int] = field(default_factory=dict)
    year: int | None = None
    """That of the entry numbered last."""

    def next(self, line: BankLine) -> str:
        """The number of the next entry of the side and year of a line."""
        symbol = self.receipts if line.is_in else self.payments
        self.year = line.date.year
        key = (symbol, self.year)
        if key not in self.last:
            self.last[self.receipts, self.year], self.last[self.payments, self.year] = self.known(self.year)
        self.last[key] += 1
        return f"{symbol}/{self.last[key]}/{line.date.year}/{self.register}"


def entry_of(
    line: BankLine, *, number: str, party: Party, proposed: Proposed | None, rate: Decimal | None
) -> CashEntry:
    """The entry of a line. What a rule proposes goes before what the line says.

    The description is the beginning of the title where that is longer than a description may be: the whole is in
    `bank_line`, as all that the bank has said.
    """
    description = (proposed.description if proposed else None) or line.title or line.operation
    return CashEntry(
        number=number,
        date=line.date,
        direction="in" if line.is_in else "out",
        amount=abs(line.amount),
        party=party,
        contra_account=(proposed.account if proposed else None) or "",
        category=(proposed.category if proposed else None) or None,
        foreign_number=(line.bank_reference or line.reference)[:_FOREIGN_NUMBER].strip(),
        description=description[:_DESCRIPTION],
        exchange_rate=rate,
        bank_line=line,
    )
