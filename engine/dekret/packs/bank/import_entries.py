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
    """Numbers of entries: KP and KW, each counted by year and register: KP/1/2026/BANK.

    `before` tells the last numbers of a year that were given in earlier runs, receipts first; `year` is that of the
    entry numbered last.
    """

    receipts: str
    payments: str
    register: str
    before: Callable[[int], tuple[int, int]] = lambda _year: (0, 0)
    year: int = 0
    _last: dict[int, list[int]] = field(default_factory=dict)

    def next(self, line: BankLine) -> str:
        """The number of the next entry of the side and year of a line."""
        self.year = year = line.date.year
        last = self._last.get(year) or self.last(year)
        symbol, side = (self.receipts, 0) if line.amount > 0 else (self.payments, 1)
        last[side] = number = last[side] + 1
        return f"{symbol}/{number}/{year}/{self.register}"

    def others(self) -> list[int]:
        """The years that entries were numbered in besides the last one."""
        return sorted(set(self._last) - {self.year})

    def last(self, year: int) -> list[int]:
        """The last numbers of a year so far: of receipts, of payments."""
        if year not in self._last:
            self._last[year] = list(self.before(year))
        return self._last[year]


def entry_of(
    line: BankLine, *, number: str, party: Party, proposed: Proposed | None, rate: Decimal | None
) -> CashEntry:
    """The entry of a line. What a rule proposes goes before what the line says.

    The description is the beginning of the title where that is longer than a description may be: the whole is in
    `bank_line`, as all that the bank has said.
    """
    amount = line.amount
    account = category = description = None
    if proposed:
        account, category, description = proposed.account, proposed.category, proposed.description
    return CashEntry(
        number=number,
        date=line.date,
        direction="in" if amount > 0 else "out",
        amount=abs(amount),
        party=party,
        contra_account=account or "",
        category=category or None,
        foreign_number=(line.bank_reference or line.reference)[:_FOREIGN_NUMBER].strip(),
        description=(description or line.title or line.operation)[:_DESCRIPTION],
        exchange_rate=rate,
        bank_line=line,
    )
