"""What an exchange goes by, and what comes of every document."""

import datetime as dt
from dataclasses import dataclass

from dekret.edi.received import BuyerCode
from dekret.packs.edi.cards import NewGoods
from dekret.text.diagnostic import Diagnostic


@dataclass(frozen=True, slots=True)
class ExchangeBy:
    """What to export or import by: the day, and the company's file (None: the one there is)."""

    today: dt.date
    directory: str | None = None


@dataclass(frozen=True, slots=True)
class Exported:
    """A file: its name, its text, the document it is of, and what is to be said of it all the same."""

    name: str
    text: str
    number: str
    remarks: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Imported:
    """A document of a file as JSON, its type and number, what it created, what is to be said of it all the same."""

    text: str
    kind: str
    number: str
    goods: tuple[NewGoods, ...]
    codes: tuple[BuyerCode, ...]
    remarks: tuple[Diagnostic, ...]
