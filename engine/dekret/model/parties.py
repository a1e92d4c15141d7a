"""Who stands on a document: contractors, employees, offices, banks, partners; and the categories they are booked by."""

from collections.abc import Iterable
from typing import Annotated, Literal

from msgspec import Meta

from dekret.model.base import Code, Gln, Record, Symbol, Text

TransactionKind = Literal["domestic", "eu", "triangular", "outside", "outside_refund"]
"""What trade with a party is (rodzaj transakcji): domestic, within the EU, triangular, outside, with VAT refunded."""
PartyKind = Literal["contractor", "employee", "office", "bank", "partner"]


class Attribute(Record, frozen=True, kw_only=True, gc=False):
    """An attribute (atrybut) of a document, a party, goods or a position; a date is written RRRR-MM-DD."""

    code: Annotated[Symbol, Meta(title="Kod atrybutu")]
    value: Annotated[str, Meta(title="Wartość", max_length=512)] = ""


def attribute(attributes: Iterable[Attribute], code: str) -> str:
    """The value of the attribute of a code in any letter case; empty where there is none.

    >>> attribute((Attribute(code="CODEBYBUYER", value="D-17"),), "CodeByBuyer")
    'D-17'
    """
    wanted = code.casefold()
    for each in attributes:
        if each.code.casefold() == wanted:
            return each.value
    return ""


class Party(Record, frozen=True, kw_only=True, gc=False):
    """An entity of the document. The code is what a dictionary account ends with; empty while it is not known."""

    kind: Annotated[PartyKind, Meta(title="Rodzaj podmiotu")] = "contractor"
    code: Annotated[Code, Meta(title="Kod")] = ""
    name: Annotated[str, Meta(title="Nazwa", max_length=512)] = ""
    tax_id: Annotated[Code, Meta(title="NIP")] = ""
    country: Annotated[str, Meta(title="Kraj", max_length=2)] = ""
    street: Annotated[Text, Meta(title="Ulica i numer")] = ""
    postal_code: Annotated[str, Meta(title="Kod pocztowy", max_length=16)] = ""
    city: Annotated[Text, Meta(title="Miasto")] = ""
    gln: Annotated[Gln, Meta(title="GLN")] = ""
    attributes: Annotated[tuple[Attribute, ...], Meta(title="Atrybuty")] = ()
    pesel: Annotated[str, Meta(title="PESEL", max_length=11)] = ""
    transaction: Annotated[TransactionKind | None, Meta(title="Rodzaj transakcji")] = None


class Category(Record, frozen=True, kw_only=True):
    """A category (kategoria szczegółowa): codes, description and the account segments it carries (002:787)."""

    code: Annotated[Symbol, Meta(title="Kod szczegółowy")]
    general_code: Annotated[Code, Meta(title="Kod ogólny")] = ""
    description: Annotated[Text, Meta(title="Opis")] = ""
    debit_account: Annotated[Code, Meta(title="Konto-segment Wn")] = ""
    credit_account: Annotated[Code, Meta(title="Konto-segment Ma")] = ""


CategoryOrCode = Category | Annotated[str, Meta(pattern=r"^\S(.*\S)?$", max_length=50)] | None
"""A bare text stands for the code alone; the rest is then filled in from the company's file."""


def category_code(category: CategoryOrCode) -> str:
    """The code of a category; empty where there is none."""
    if category is None:
        return ""
    return category if isinstance(category, str) else category.code


def code_key(code: str) -> str:
    """Codes of parties and categories are the same in any letter case; Ą and A are not the same."""
    return code.strip().casefold()
