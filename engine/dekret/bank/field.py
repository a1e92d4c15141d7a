"""What a field of a bank format is; the fields themselves are in `fields`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from operator import attrgetter
from typing import TYPE_CHECKING, TypeAlias, cast

from dekret.expr.kinds import Kind, Type, Value
from dekret.syntax.schema import Word
from dekret.text.wording import Wording

if TYPE_CHECKING:
    from dekret.bank.orders import FileFacts, Order

PRIORITY_WORDS: Mapping[str, Word] = {"normal": Word("normalny", "normal"), "high": Word("wysoki", "high")}


class Scope(Enum):
    """What must be at hand for a field to have a value."""

    PAYMENT = Wording("przelew", "payment")
    PAYER = Wording("zleceniodawca", "payer")
    FILE = Wording("plik", "file")
    LINE = Wording("pozycja wyciągu", "line of a statement")
    STATEMENT = Wording("wyciąg", "statement")


class Shape(Enum):
    """How the value of a field is written, and read."""

    TEXT = Wording("tekst", "text")
    ACCOUNT = Wording("numer rachunku", "account number")
    AMOUNT = Wording("kwota", "amount")
    VAT_AMOUNT = Wording("kwota VAT", "VAT amount")
    DATE = Wording("data", "date")
    COUNT = Wording("liczba całkowita", "whole number")


class Written(Enum):
    """Where the value of a position comes from where it is not a field of a payment."""

    CONSTANT = "constant"
    IGNORED = "ignored"
    EXPRESSION = "expression"
    QUERY = "query"


Read: TypeAlias = "Callable[[Order, FileFacts], Value]"


@dataclass(frozen=True, slots=True, eq=False)
class BankField:
    """A field: its name and macro, its scope and shape, where it comes from, an example.

    `written` says what else than a field of the payment it is. `lines` gives the lines that a value has of itself,
    where it has any: they are kept where they fit. A `title` with tags is cut anywhere between its lines. `path` leads
    from an order to the value where nothing has to be made of it.
    """

    word: Word
    macro: str
    scope: Scope
    shape: Shape
    source: str
    example: str
    doc: Wording
    read: Read
    path: str = ""
    written: Written | None = None
    title: bool = False
    lines: Callable[[Order], tuple[str, ...]] | None = None

    @property
    def recurs(self) -> bool:
        """Whether the same texts come again and again from payment to payment, so that they are worth keeping."""
        return self.source.startswith(("party.", "account", "bank", "bic", "currency"))

    @property
    def type(self) -> Type:
        """The kind of the macro."""
        match self.shape:
            case Shape.DATE:
                return Type(Kind.DATE, nullable=True)
            case Shape.AMOUNT | Shape.VAT_AMOUNT:
                return Type(Kind.NUMBER, nullable=True)
            case Shape.COUNT:
                return Type(Kind.NUMBER, whole=True)
            case _:
                return Type(Kind.TEXT)


def named(pl: str, en: str, *also: str) -> Word:
    """A name with the ways in which it is written besides: hyphens for dashes."""
    plain = (pl.replace("–", "-"),) if "–" in pl else ()
    return Word(pl, en, (*plain, *also))


def along(path: str) -> Read:
    """What reads the value that a path leads to."""
    get = attrgetter(path)
    return lambda order, _file: cast("Value", get(order))
