"""Cash and bank reports (raporty kasowe/bankowe) with their entries (002:696–783)."""

from decimal import Decimal
from typing import Annotated, Literal

from msgspec import Meta

from dekret.model.base import Code, Currency, Date, Money, Number, Rate, Record, Text, need_amounts, need_rate
from dekret.model.parties import CategoryOrCode, Party
from dekret.model.parts import AdditionalAmount
from dekret.model.statements import BankLine
from dekret.values.rounding import HALF_UP, ZERO, rounded

_ONE = Decimal(1)


class CashEntry(Record, frozen=True, kw_only=True, gc=False):
    """An entry (zapis) of a report: money in or out, in the currency of the register.

    `contra_account` is the opposite account, which may be a dictionary account without its analytic part;
    `settled_currency` is the currency of the document that the entry settles, its own where it settles none.
    `bank_line` is the line of the statement that the entry was made of, all that the bank said.
    """

    number: Annotated[Number, Meta(title="Numer zapisu")]
    date: Annotated[Date, Meta(title="Data operacji")]
    direction: Annotated[Literal["in", "out"], Meta(title="Kierunek")]
    amount: Annotated[Money, Meta(title="Kwota")]
    amount_pln: Annotated[Money | None, Meta(title="Kwota w PLN")] = None
    party: Annotated[Party, Meta(title="Podmiot")] = Party()
    contra_account: Annotated[Code, Meta(title="Konto przeciwstawne")] = ""
    foreign_number: Annotated[str, Meta(title="Numer obcy", max_length=256)] = ""
    description: Annotated[Text, Meta(title="Opis")] = ""
    exchange_rate: Annotated[Rate | None, Meta(title="Kurs")] = None
    settled_currency: Annotated[Currency | None, Meta(title="Waluta rozliczenia")] = None
    category: Annotated[CategoryOrCode, Meta(title="Kategoria")] = None
    additional_amounts: Annotated[tuple[AdditionalAmount, ...], Meta(title="Kwoty dodatkowe")] = ()
    bank_line: Annotated[BankLine | None, Meta(title="Pozycja wyciągu", extra={"read_only": True})] = None

    def __post_init__(self) -> None:
        need_amounts(self.amount, self.amount_pln)
        if self.exchange_rate is not None:
            need_rate("PLN", self.exchange_rate)


class CashReport(Record, frozen=True, kw_only=True, tag_field="type", tag="cash_report"):
    """A report of one cash or bank register; `date` is the day it was closed.

    `account` is the book account of the register, `exchange_rate` that of entries without one of their own.
    """

    number: Annotated[Number, Meta(title="Numer raportu")]
    date: Annotated[Date, Meta(title="Data zamknięcia")]
    register_name: Annotated[str, Meta(title="Rejestr", max_length=20)] = ""
    account: Annotated[Code, Meta(title="Konto księgowe rejestru")] = ""
    currency: Annotated[Currency, Meta(title="Waluta rejestru")] = "PLN"
    exchange_rate: Annotated[Rate | None, Meta(title="Kurs")] = None
    opening_date: Annotated[Date | None, Meta(title="Data otwarcia")] = None
    description: Annotated[Text, Meta(title="Opis")] = ""
    entries: Annotated[tuple[CashEntry, ...], Meta(title="Zapisy", min_length=1)]

    def __post_init__(self) -> None:
        need_rate("PLN", self.exchange_rate)
        if self.exchange_rate is None and self.currency != "PLN":
            for entry in self.entries:
                if entry.amount_pln is None:
                    need_rate(self.currency, entry.exchange_rate)

    @property
    def type(self) -> str:
        """The type of the document, as its file names it."""
        return "cash_report"

    def rate(self, entry: CashEntry) -> Decimal:
        """PLN for one unit of the currency of the register; 1 for PLN. An amount stated in PLN tells the rate."""
        if self.currency == "PLN":
            return _ONE
        if entry.exchange_rate is None and entry.amount_pln is not None and entry.amount:
            return rounded(entry.amount_pln / entry.amount, 6, mode=HALF_UP)
        return entry.exchange_rate or self.exchange_rate or _ONE

    def pln(self, entry: CashEntry) -> Decimal:
        """The amount of an entry in PLN."""
        if self.currency == "PLN":
            return entry.amount
        if entry.amount_pln is not None:
            return entry.amount_pln
        return rounded(entry.amount * self.rate(entry), mode=HALF_UP)

    def sum(self, direction: str) -> Decimal:
        """All money in, or out, in the currency of the register."""
        return sum([entry.amount for entry in self.entries if entry.direction == direction], ZERO)
