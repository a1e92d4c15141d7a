"""Settlements (rozliczenia): compensations and exchange differences between two documents (002:895–950)."""

from decimal import Decimal
from typing import Annotated

from msgspec import Meta

from dekret.model.base import Currency, Date, FieldValueError, Money, Number, Record, Text, need_amounts
from dekret.model.parties import CategoryOrCode, Party
from dekret.values.rounding import ZERO

SettledKind = Annotated[
    str,
    Meta(
        title="Rodzaj dokumentu",
        pattern=r"^[A-ZŁŚŻŹĆĄĘÓŃ]{2,6}$",
        description="skrót: FS, FSK, FZ, FZK, KP, KW i inne",
        extra={"form": "settled_kind"},
    ),
]
"""FZ, FZK, FS, FSK, KP, KW and the like."""


class SettledDocument(Record, frozen=True, kw_only=True):
    """One side of a settlement: the document, its entity, how much of it was settled.

    `amount` is in the currency of the settlement, `amount_pln` in PLN by the rate of this document.
    """

    kind: SettledKind
    number: Annotated[Number, Meta(title="Numer dokumentu")]
    party: Annotated[Party, Meta(title="Podmiot")]
    amount: Annotated[Money, Meta(title="Kwota rozliczona")]
    amount_pln: Annotated[Money | None, Meta(title="Kwota rozliczona w PLN")] = None
    category: Annotated[CategoryOrCode, Meta(title="Kategoria")] = None

    def __post_init__(self) -> None:
        need_amounts(self.amount, self.amount_pln)

    @property
    def pln(self) -> Decimal:
        return self.amount if self.amount_pln is None else self.amount_pln


class Settlement(Record, frozen=True, kw_only=True, tag_field="type", tag="settlement"):
    """A settlement of two documents: the left one (rozliczany) is the outgoing one, the right one the incoming.

    `difference` is the exchange difference in PLN: above zero a gain, below a loss. In a foreign currency it is what
    the two settled amounts differ by in PLN.
    """

    number: Annotated[Number, Meta(title="Numer rozliczenia")]
    date: Annotated[Date, Meta(title="Data rozliczenia")]
    left: Annotated[SettledDocument, Meta(title="Dokument lewy")]
    right: Annotated[SettledDocument, Meta(title="Dokument prawy")]
    currency: Annotated[Currency, Meta(title="Waluta")] = "PLN"
    difference: Annotated[Money, Meta(title="Różnica kursowa")] = ZERO
    description: Annotated[Text, Meta(title="Opis")] = ""

    def __post_init__(self) -> None:
        need_amounts(self.difference)
        if self.currency != "PLN" and None in (self.left.amount_pln, self.right.amount_pln):
            raise FieldValueError("missing", "amount_pln")
        if self.currency != "PLN" and self.difference and abs(self.difference) != abs(self.left.pln - self.right.pln):
            raise FieldValueError("difference", "difference")

    @property
    def type(self) -> str:
        """The type of the document, as its file names it."""
        return "settlement"

    @property
    def party(self) -> Party:
        """The entity of the left document."""
        return self.left.party

    @property
    def kinds(self) -> str:
        """The kind of the settlement: LEFT-RIGHT, as FZ-KW."""
        return f"{self.left.kind}-{self.right.kind}"
