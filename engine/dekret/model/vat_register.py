"""Documents of the VAT registers: purchases and sales, their elements per rate, payments (002:785–804)."""

from decimal import Decimal
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field, model_validator

from dekret.model.base import Currency, Date, Money, Rate, Record, Symbol
from dekret.model.parties import Category, Party
from dekret.values.rounding import HALF_UP, ZERO, rounded

VatRate = Annotated[
    str, Field(pattern=r"^(\d{1,2}(\.\d{1,2})?|0 (KR|WDT|EX)|zw|np( I| II)?|oo|marża|OSS)$", max_length=10)
]
"""A percentage, or one of the words: KSeF's codes, and marża (margin scheme) and OSS, for which it has no code."""


class VatElement(Record):
    """A line of the register: one rate, one category. Amounts in the currency of the document."""

    rate: VatRate = Field(title="Stawka VAT")
    net: Money = Field(title="Netto")
    vat: Money = Field(ZERO, title="VAT")
    net_pln: Money | None = Field(None, title="Netto w PLN")
    vat_pln: Money | None = Field(None, title="VAT w PLN")
    category: Category | None = Field(None, title="Kategoria")
    description: str = Field("", max_length=255, title="Opis")
    deduction: Literal["yes", "no", "conditional"] = Field("yes", title="Odliczenia")

    @cached_property
    def gross(self) -> Decimal:
        return self.net + self.vat


class AdditionalAmount(Record):
    """An additional amount (kwota dodatkowa) with the accounts written beside it; amount in PLN."""

    amount: Money = Field(title="Kwota")
    debit_account: str = Field("", max_length=50, title="Konto Wn")
    credit_account: str = Field("", max_length=50, title="Konto Ma")
    description: str = Field("", max_length=255, title="Opis")


class AnalyticElement(Record):
    """The element of a dimension that describes a part of a document (004:168–466), and its account."""

    code: str = Field("", max_length=50, title="Element wymiaru")
    account: str = Field("", max_length=50, title="Konto elementu")


class AnalyticRow(Record):
    """A row of the analytic description: an amount in PLN and the elements of its dimensions by their codes."""

    amount: Money = Field(title="Wartość")
    dimensions: dict[str, AnalyticElement] = Field(default_factory=dict, title="Wymiary")

    def element(self, dimension: str) -> AnalyticElement | None:
        """The element of a dimension; letter case does not matter."""
        wanted = dimension.casefold()
        return next((found for code, found in self.dimensions.items() if code.casefold() == wanted), None)


class Payment(Record):
    """A payment due or made. Without an amount: a term whose share the document does not say."""

    method: str = Field("", max_length=50, title="Forma płatności")
    due_date: Date | None = Field(None, title="Termin")
    paid_date: Date | None = Field(None, title="Zapłacono dnia")
    amount: Money | None = Field(None, title="Kwota")
    account: str = Field("", max_length=34, title="Rachunek")


class SettledAdvance(Record):
    """An advance invoice that a final invoice settles; amounts in PLN, None where the document does not tell."""

    number: str = Field("", max_length=256, title="Numer faktury zaliczkowej")
    net: Money | None = Field(None, title="Netto zaliczki")
    vat: Money | None = Field(None, title="VAT zaliczki")
    gross: Money | None = Field(None, title="Brutto zaliczki")


class VatDocument(Record):
    """A document of a VAT register, purchase or sale.

    `total` is what the document itself gives as due; where it differs from the sum of the elements, as invoices
    rounded to whole złotys do, `rounding` is the difference.
    """

    type: Literal["vat_purchase", "vat_sale"] = Field(title="Typ dokumentu")
    number: Symbol = Field(max_length=256, title="Numer dokumentu")
    own_number: str = Field("", max_length=50, title="Numer w rejestrze")
    ksef_number: str = Field("", max_length=36, title="Numer KSeF")
    register_name: str = Field("", max_length=20, title="Rejestr")
    issue_date: Date = Field(title="Data wystawienia")
    operation_date: Date | None = Field(None, title="Data operacji")
    receipt_date: Date | None = Field(None, title="Data wpływu")
    party: Party = Field(title="Podmiot")
    category: Category | None = Field(None, title="Kategoria")
    description: str = Field("", max_length=255, title="Opis")
    currency: Currency = Field("PLN", title="Waluta")
    exchange_rate: Rate | None = Field(None, title="Kurs")
    kind: Literal["ordinary", "advance", "final"] = Field("ordinary", title="Rodzaj faktury")
    correction: bool = Field(default=False, title="Korekta")
    corrected_numbers: tuple[str, ...] = Field((), title="Dokumenty korygowane")
    elements: tuple[VatElement, ...] = Field(min_length=1, title="Pozycje")
    total: Money | None = Field(None, title="Do zapłaty według dokumentu")
    charges: Money = Field(ZERO, title="Obciążenia poza fakturą (np. kaucja)")
    deductions: Money = Field(ZERO, title="Odliczenia od zapłaty")
    split_payment: bool = Field(default=False, title="Mechanizm podzielonej płatności")
    additional_amounts: tuple[AdditionalAmount, ...] = Field((), title="Kwoty dodatkowe")
    analytic_rows: tuple[AnalyticRow, ...] = Field((), title="Opis analityczny")
    payments: tuple[Payment, ...] = Field((), title="Płatności")
    settled_advances: tuple[SettledAdvance, ...] = Field((), title="Rozliczone zaliczki")

    @model_validator(mode="after")
    def _rate_given(self) -> "VatDocument":
        if self.currency != "PLN" and self.exchange_rate is None:
            raise ValueError("exchange_rate")
        return self

    @property
    def effective_rate(self) -> Decimal:
        """PLN for one unit of the currency; 1 for PLN."""
        return self.exchange_rate or Decimal(1)

    def element_net_pln(self, element: VatElement) -> Decimal:
        """Net in PLN, rounded element by element as the register keeps it."""
        if element.net_pln is not None:
            return element.net_pln
        return element.net if self.currency == "PLN" else rounded(element.net * self.effective_rate, mode=HALF_UP)

    def element_vat_pln(self, element: VatElement) -> Decimal:
        """Tax in PLN: as the document states it (art. 106e ust. 11 of the VAT act), else by the rate."""
        if element.vat_pln is not None:
            return element.vat_pln
        return element.vat if self.currency == "PLN" else rounded(element.vat * self.effective_rate, mode=HALF_UP)

    def element_gross_pln(self, element: VatElement) -> Decimal:
        return self.element_net_pln(element) + self.element_vat_pln(element)

    @cached_property
    def net_pln(self) -> Decimal:
        return sum((self.element_net_pln(element) for element in self.elements), ZERO)

    @cached_property
    def vat_pln(self) -> Decimal:
        return sum((self.element_vat_pln(element) for element in self.elements), ZERO)

    @cached_property
    def gross_pln(self) -> Decimal:
        return self.net_pln + self.vat_pln

    @cached_property
    def gross(self) -> Decimal:
        """The sum of the elements in the currency of the document."""
        return sum((element.gross for element in self.elements), ZERO)

    @cached_property
    def rounding(self) -> Decimal:
        """What the document asks for above the sum of its elements, in its currency."""
        return ZERO if self.total is None else self.total - self.gross

    @cached_property
    def rounding_pln(self) -> Decimal:
        return rounded(self.rounding * self.effective_rate, mode=HALF_UP)
