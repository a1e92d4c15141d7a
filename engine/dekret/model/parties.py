"""Who stands on a document: contractors, employees, offices, banks, partners; and the categories they are booked by."""

from typing import Literal

from pydantic import Field, model_validator

from dekret.model.base import Record, Symbol

PartyKind = Literal["contractor", "employee", "office", "bank", "partner"]


class Party(Record):
    """An entity of the document. The code is what a dictionary account ends with; empty while it is not known."""

    kind: PartyKind = Field("contractor", title="Rodzaj podmiotu")
    code: str = Field("", max_length=50, title="Kod")
    name: str = Field("", max_length=512, title="Nazwa")
    tax_id: str = Field("", max_length=50, title="NIP")
    country: str = Field("", max_length=2, title="Kraj")


class Category(Record):
    """A category (kategoria szczegółowa): codes, description and the account segments it carries (002:787).

    A bare text stands for the code alone; the rest is then filled in from the company's file.
    """

    code: Symbol = Field(title="Kod szczegółowy")
    general_code: str = Field("", max_length=50, title="Kod ogólny")
    description: str = Field("", max_length=255, title="Opis")
    debit_account: str = Field("", max_length=50, title="Konto-segment Wn")
    credit_account: str = Field("", max_length=50, title="Konto-segment Ma")

    @model_validator(mode="before")
    @classmethod
    def _from_code(cls, data: object) -> object:
        return {"code": data} if isinstance(data, str) else data
