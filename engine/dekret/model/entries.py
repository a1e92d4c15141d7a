"""What posting makes of a document: an entry of the journal with its lines."""

import datetime as dt
from decimal import Decimal
from typing import Literal

from msgspec import Struct

from dekret.model.accounts import Account

Side = Literal["Wn", "Ma"]


class RuleRef(Struct, frozen=True):
    """Which row of which version of which scheme made a line; a `file` of a standard pack begins with `dekret:`."""

    scheme: str
    row: str
    file: str
    line: int
    version: str


class EntryLine(Struct, frozen=True, gc=False):
    """One side of one account. `amount` is in PLN.

    On a line in a foreign currency `currency`, `currency_amount` and `exchange_rate` say what it is there (an
    exchange difference has an amount of zero); on others they are PLN and None. `account_currency` tells which of
    the accounts of this code it is, where the chart has it in several currencies.
    """

    side: Side
    account: str
    amount: Decimal
    rule: RuleRef
    description: str = ""
    account_currency: str = "PLN"
    currency: str = "PLN"
    currency_amount: Decimal | None = None
    exchange_rate: Decimal | None = None
    category: str = ""
    dimension: str = ""
    settlement: bool = False
    off_balance: bool = False


class DocumentRef(Struct, frozen=True):
    """What a journal says of the document behind an entry; `identity` is the same for the same document alone."""

    type: str
    number: str
    party: str
    identity: str


class Entry(Struct, frozen=True, kw_only=True):
    """A posted document. The sides agree in PLN; `opened` are accounts that had to be opened for it.

    `number` is its place in the journal within the numbering period; 0 until it is numbered, and in the buffer,
    whose entries get their number when they leave it.
    """

    document: DocumentRef
    journal: str
    date: dt.date
    description: str
    lines: tuple[EntryLine, ...]
    opened: tuple[Account, ...] = ()
    buffer: bool = False
    number: int = 0
    period: str = ""

    @property
    def full_number(self) -> str:
        """`ZAKUP/12/2026`; in the buffer, and before it is numbered, the journal alone."""
        return f"{self.journal}/{self.number}/{self.period}" if self.number else self.journal
