"""Parts that documents of several types share: additional amounts, the analytic description, payments, advances."""

from decimal import Decimal
from typing import Annotated

from msgspec import Meta, field

from dekret.model.base import (
    Code,
    Date,
    FieldValueError,
    Money,
    Number,
    Rate,
    Record,
    Symbol,
    Text,
    VatRate,
    need_amounts,
)
from dekret.model.parties import Attribute, Party


class AdditionalAmount(Record, frozen=True, kw_only=True):
    """An additional amount (kwota dodatkowa) with the accounts written beside it; amount in PLN."""

    amount: Annotated[Money, Meta(title="Kwota")]
    debit_account: Annotated[Code, Meta(title="Konto Wn")] = ""
    credit_account: Annotated[Code, Meta(title="Konto Ma")] = ""
    description: Annotated[Text, Meta(title="Opis")] = ""

    def __post_init__(self) -> None:
        need_amounts(self.amount)


class AnalyticElement(Record, frozen=True, kw_only=True):
    """The element of a dimension that describes a part of a document (004:168–466), and its account."""

    code: Annotated[Code, Meta(title="Element wymiaru")] = ""
    account: Annotated[Code, Meta(title="Konto elementu")] = ""


_POSITION = r"^(document|(line|cost|vat_cost|additional):[1-9]\d{0,5})$"


class AnalyticRow(Record, frozen=True, kw_only=True):
    """A row of the analytic description: which amount it describes, what part of it, by which elements.

    `position` is `document` (the net of all), `line:2` (its net), `cost:2` (its net, the gross where the tax is not
    deducted), `vat_cost:2` (that tax) or `additional:1`, counted from one. The part is said by `percent` or by
    `amount` in PLN; an element is its code, or code and account together.
    """

    position: Annotated[str, Meta(title="Pozycja", pattern=_POSITION, extra={"form": "analytic_position"})] = "document"
    percent: Annotated[Decimal | None, Meta(title="Procent")] = None
    amount: Annotated[Money | None, Meta(title="Wartość")] = None
    dimensions: Annotated[dict[str, AnalyticElement | Symbol], Meta(title="Wymiary")] = field(default_factory=dict)

    def __post_init__(self) -> None:
        need_amounts(self.amount)
        if self.percent is not None and not (self.percent.is_finite() and abs(self.percent) <= 1000):
            raise FieldValueError("number", "percent")
        if self.percent is None and self.amount is None:
            raise FieldValueError("missing", "percent")

    def element(self, dimension: str) -> AnalyticElement | None:
        """The element of a dimension; letter case does not matter."""
        wanted = dimension.casefold()
        found = next((found for code, found in self.dimensions.items() if code.casefold() == wanted), None)
        return AnalyticElement(code=found) if isinstance(found, str) else found


class Payment(Record, frozen=True, kw_only=True):
    """A payment due or made. Without an amount: a term whose share the document does not say."""

    method: Annotated[str, Meta(title="Forma płatności", max_length=50)] = ""
    due_date: Annotated[Date | None, Meta(title="Termin")] = None
    paid_date: Annotated[Date | None, Meta(title="Zapłacono dnia")] = None
    amount: Annotated[Money | None, Meta(title="Kwota")] = None
    account: Annotated[str, Meta(title="Rachunek", max_length=34)] = ""

    def __post_init__(self) -> None:
        need_amounts(self.amount)


class SettledAdvance(Record, frozen=True, kw_only=True):
    """An advance invoice that a final invoice settles; amounts in PLN, None where the document does not tell.

    An advance of several rates is named once for each, with its `rate`; without one it is of the only rate there is.
    `exchange_rate` is that of the advance invoice, where it was in a currency; without it that of the final one counts.
    """

    number: Annotated[str, Meta(title="Numer faktury zaliczkowej", max_length=256)] = ""
    rate: Annotated[VatRate | None, Meta(title="Stawka VAT zaliczki")] = None
    net: Annotated[Money | None, Meta(title="Netto zaliczki")] = None
    vat: Annotated[Money | None, Meta(title="VAT zaliczki")] = None
    gross: Annotated[Money | None, Meta(title="Brutto zaliczki")] = None
    exchange_rate: Annotated[Rate | None, Meta(title="Kurs zaliczki")] = None

    def __post_init__(self) -> None:
        need_amounts(self.net, self.vat, self.gross)


class EmployeeAdvance(Record, frozen=True, kw_only=True):
    """An employee's advance (the cash entry that paid it out) and how much of it paid this document (002:833–873)."""

    number: Annotated[Number, Meta(title="Numer dokumentu KW")]
    amount: Annotated[Money, Meta(title="Kwota")]

    def __post_init__(self) -> None:
        need_amounts(self.amount)


class OrderReference(Record, frozen=True, kw_only=True):
    """An order (RO) that an invoice realises: the number the buyer gave it, its days, its attributes."""

    number: Annotated[Number, Meta(title="Numer zamówienia")]
    issue_date: Annotated[Date | None, Meta(title="Data wystawienia")] = None
    reservation_date: Annotated[Date | None, Meta(title="Data rezerwacji")] = None
    attributes: Annotated[tuple[Attribute, ...], Meta(title="Atrybuty")] = ()


class Delivery(Record, frozen=True, kw_only=True):
    """Goods issued (wydanie zewnętrzne, WZ): its number and days, to whom it went."""

    number: Annotated[Number, Meta(title="Numer dostawy")]
    issue_date: Annotated[Date | None, Meta(title="Data wystawienia")] = None
    delivery_date: Annotated[Date | None, Meta(title="Data dostawy")] = None
    receiver: Annotated[Party | None, Meta(title="Odbiorca")] = None
    approved: Annotated[bool, Meta(title="Zatwierdzone")] = True
