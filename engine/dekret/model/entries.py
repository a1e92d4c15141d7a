"""What posting makes of a document: an entry of the journal with its lines."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Side = Literal["Wn", "Ma"]


@dataclass(frozen=True, slots=True)
class RuleRef:
    """Which row of which version of which scheme made a line."""

    scheme: str
    row: str
    file: str
    line: int
    version: str


@dataclass(frozen=True, slots=True)
class EntryLine:
    """One side of one account. `amount` is in PLN; the currency columns are None on PLN lines."""

    side: Side
    account: str
    amount: Decimal
    rule: RuleRef
    description: str = ""
    currency: str = "PLN"
    currency_amount: Decimal | None = None
    exchange_rate: Decimal | None = None
    settlement: bool = False


@dataclass(frozen=True, slots=True)
class DocumentRef:
    """What a journal says of the document behind an entry; `identity` is the same for the same document alone."""

    type: str
    number: str
    party: str
    identity: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A posted document. The sides agree in PLN; `opened` are accounts that had to be opened for it."""

    document: DocumentRef
    journal: str
    date: dt.date
    description: str
    lines: tuple[EntryLine, ...]
    opened: tuple[str, ...] = ()
