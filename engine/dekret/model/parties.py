"""Who stands on a document: contractors, employees, offices, banks, partners; and the categories they are booked by."""

from typing import Annotated, Literal

from msgspec import Meta

from dekret.model.base import Code, Record, Symbol, Text

PartyKind = Literal["contractor", "employee", "office", "bank", "partner"]


class Party(Record, frozen=True, kw_only=True, gc=False):
    """An entity of the document. The code is what a dictionary account ends with; empty while it is not known."""

    kind: Annotated[PartyKind, Meta(title="Rodzaj podmiotu")] = "contractor"
    code: Annotated[Code, Meta(title="Kod")] = ""
    name: Annotated[str, Meta(title="Nazwa", max_length=512)] = ""
    tax_id: Annotated[Code, Meta(title="NIP")] = ""
    country: Annotated[str, Meta(title="Kraj", max_length=2)] = ""


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
