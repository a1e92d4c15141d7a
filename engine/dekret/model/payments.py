"""Payments to be sent to a bank (zdarzenia preliminarza, 002:1092–1124), and the one who orders them."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Literal

from msgspec import Meta

from dekret.model.base import (
    Code,
    Currency,
    Date,
    FieldValueError,
    Money,
    Number,
    PositiveMoney,
    Rate,
    Record,
    Symbol,
    Text,
    need_amounts,
    need_rate,
)
from dekret.model.family import Family
from dekret.model.parties import PartyKind
from dekret.syntax.schema import Word
from dekret.values.identifiers import plain_account

PaymentKind = Literal["ordinary", "tax", "zus", "mpp", "sepa", "foreign", "direct_debit"]
KIND_WORDS: Mapping[str, Word] = {
    "ordinary": Word("zwykły", "ordinary"),
    "tax": Word("US", "tax", ("podatkowy",)),
    "zus": Word("ZUS", "zus"),
    "mpp": Word("MPP", "mpp", ("podzielona płatność", "split payment")),
    "sepa": Word("SEPA", "sepa"),
    "foreign": Word("zagraniczny", "foreign"),
    "direct_debit": Word("polecenie zapłaty", "direct debit"),
}
"""Kinds of payment, as formats, rules and expressions name them."""
Name = Annotated[str, Meta(max_length=512)]
Country = Annotated[str, Meta(pattern=r"^([A-Z]{2})?$", extra={"form": "country"})]


class Payee(Record, frozen=True, kw_only=True):
    """The entity of a payment (podmiot). Of an employee `name` is the surname and `name2` the first name (002:1435)."""

    code: Annotated[Code, Meta(title="Kod")] = ""
    kind: Annotated[PartyKind, Meta(title="Rodzaj podmiotu")] = "contractor"
    name: Annotated[Name, Meta(title="Nazwa")] = ""
    name2: Annotated[Name, Meta(title="Nazwa 2")] = ""
    name3: Annotated[Name, Meta(title="Nazwa 3")] = ""
    street: Annotated[Text, Meta(title="Ulica")] = ""
    postal_code: Annotated[Text, Meta(title="Kod pocztowy")] = ""
    city: Annotated[Text, Meta(title="Miasto")] = ""
    country: Annotated[Country, Meta(title="Kraj")] = ""
    tax_id: Annotated[Code, Meta(title="NIP")] = ""


class TaxLiability(Record, frozen=True, kw_only=True):
    """What a transfer to the tax office pays: the parts of its title (/TI/ /OKR/ /SFP/ /TXT/).

    Of a line of a statement that went to ZUS: the payer's NIP, the month, the declaration (DRA), its number.
    """

    id_type: Annotated[Literal["N", "R", "P", "1", "2", "3"], Meta(title="Typ identyfikatora")] = "N"
    id: Annotated[Code, Meta(title="Identyfikator")] = ""
    period: Annotated[Code, Meta(title="Okres")] = ""
    form: Annotated[Code, Meta(title="Symbol formularza")] = ""
    liability: Annotated[Text, Meta(title="Zobowiązanie")] = ""


class Payment(Record, frozen=True, kw_only=True, tag_field="type", tag="payment"):
    """A payment of the schedule (preliminarz). `id` is what tells it from all others; see `identity`.

    `state` is where it stands: a draft, approved for sending (do realizacji), sent (wysłane); `settled` how much of
    it is settled. `amount` is in `currency`; `document_total` is the whole of its source document in PLN, which the
    white list asks for. The title of a tax transfer is made of `tax`, that of a split payment of `vat_amount`, the
    NIP of the payee and the invoices, unless `description` holds the lines already.
    """

    number: Annotated[Number, Meta(title="Numer dokumentu")]
    state: Annotated[Literal["draft", "approved", "sent"], Meta(title="Stan")]
    amount: Annotated[PositiveMoney, Meta(title="Kwota")]
    party: Annotated[Payee, Meta(title="Podmiot")] = Payee()
    account: Annotated[Code, Meta(title="Rachunek podmiotu")] = ""
    kind: Annotated[PaymentKind, Meta(title="Rodzaj przelewu")] = "ordinary"
    id: Annotated[Symbol | None, Meta(title="Identyfikator zdarzenia")] = None
    register: Annotated[Code, Meta(title="Rejestr")] = ""
    direction: Annotated[Literal["out", "in"], Meta(title="Kierunek")] = "out"
    settled: Annotated[Literal["no", "partly", "wholly", "exempt"], Meta(title="Rozliczone")] = "no"
    currency: Annotated[Currency, Meta(title="Waluta")] = "PLN"
    exchange_rate: Annotated[Rate | None, Meta(title="Kurs")] = None
    document_date: Annotated[Date | None, Meta(title="Data dokumentu")] = None
    due_date: Annotated[Date | None, Meta(title="Termin płatności")] = None
    execution_date: Annotated[Date | None, Meta(title="Data realizacji")] = None
    description: Annotated[tuple[Text, ...], Meta(title="Opis do banku")] = ()
    invoices: Annotated[tuple[Text, ...], Meta(title="Numery faktur")] = ()
    vat_amount: Annotated[Money | None, Meta(title="Kwota VAT")] = None
    tax: Annotated[TaxLiability | None, Meta(title="Podatek")] = None
    bank_name: Annotated[Text, Meta(title="Nazwa banku podmiotu")] = ""
    bic: Annotated[Code, Meta(title="SWIFT banku podmiotu")] = ""
    bank_country: Annotated[Country, Meta(title="Kraj banku podmiotu")] = ""
    charges: Annotated[Literal["OUR", "SHA", "BEN"], Meta(title="Koszty")] = "SHA"
    priority: Annotated[Literal["normal", "high"], Meta(title="Priorytet")] = "normal"
    document_total: Annotated[Money | None, Meta(title="Wartość dokumentu w PLN")] = None
    info: Annotated[tuple[Text, ...], Meta(title="Informacje klient-bank")] = ()

    def __post_init__(self) -> None:
        need_amounts(self.amount, self.vat_amount, self.document_total)
        need_rate("PLN", self.exchange_rate)
        if self.amount <= 0:
            raise FieldValueError("positive", "amount")

    @property
    def type(self) -> str:
        """The type of the record, as its file names it."""
        return "payment"

    @property
    def identity(self) -> str:
        """What tells this payment from all others: its id, else its number with the account it goes to.

        Two suppliers may give the same number to their invoices; without an id, their accounts tell them apart.
        """
        return self.id or f"{self.number} → {plain_account(self.account)}"

    @property
    def total_pln(self) -> Decimal | None:
        """What the white list measures: the whole source document, else the payment, in PLN; None without a rate."""
        if self.document_total is not None:
            return self.document_total
        if self.currency == "PLN":
            return self.amount
        return None if self.exchange_rate is None else self.amount * self.exchange_rate


class Payer(Record, frozen=True, kw_only=True):
    """The one who orders the payments (zleceniodawca): the company and the bank account of the register."""

    name: Annotated[Name, Meta(title="Nazwa")] = ""
    name2: Annotated[Name, Meta(title="Nazwa 2")] = ""
    street: Annotated[Text, Meta(title="Ulica")] = ""
    postal_code: Annotated[Text, Meta(title="Kod pocztowy")] = ""
    city: Annotated[Text, Meta(title="Miasto")] = ""
    country: Annotated[Country, Meta(title="Kraj")] = ""
    tax_id: Annotated[Code, Meta(title="NIP")] = ""
    register: Annotated[Code, Meta(title="Rejestr")] = ""
    account: Annotated[Code, Meta(title="Rachunek")] = ""
    currency: Annotated[Currency, Meta(title="Waluta")] = "PLN"
    bank_name: Annotated[Text, Meta(title="Bank")] = ""
    bic: Annotated[Code, Meta(title="SWIFT")] = ""
    fee_account: Annotated[Code, Meta(title="Rachunek opłat")] = ""


PAYMENTS: Family[Payment] = Family("payments", "Typ płatności", {"payment": Payment})
"""The payments of a file; as there is one record alone, its lines need not say `"type": "payment"`."""
PAYERS: Family[Payer] = Family("payers", "Typ zleceniodawcy", {"payer": Payer})
"""The one record of a payer, which has no `type`."""
