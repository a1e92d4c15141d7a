"""Bank statements (wyciągi): their lines as the bank gave them, and what stands before and after the lines.

A statement is read as a stream: a `StatementHead`, its `BankLine`s, a `StatementFoot`; a file may hold many. Files
that know no statements have lines alone.
"""

from decimal import Decimal
from typing import Annotated, Literal

from msgspec import Meta, field

from dekret.model.base import Currency, Date, Money, Record
from dekret.model.payments import PaymentKind, TaxLiability


class Balance(Record, frozen=True, kw_only=True):
    """A balance (saldo) at the end of a day; below zero where the account is overdrawn."""

    date: Annotated[Date | None, Meta(title="Data")] = None
    amount: Annotated[Money, Meta(title="Kwota")]
    currency: Annotated[str, Meta(title="Waluta")] = ""


class StatementHead(Record, frozen=True, kw_only=True):
    """The beginning of a statement. `account` is without blanks, an NRB without `PL`.

    A statement may come in several pages: the `opening` of a later one is `intermediate` (60M). An interim report
    (MT942, historia operacji) has no balances. `file_line` and `offset` are where it begins in the file.
    """

    account: Annotated[str, Meta(title="Rachunek")] = ""
    number: Annotated[str, Meta(title="Numer wyciągu")] = ""
    page: Annotated[str, Meta(title="Strona")] = ""
    reference: Annotated[str, Meta(title="Referencja")] = ""
    currency: Annotated[str, Meta(title="Waluta")] = ""
    kind: Annotated[Literal["statement", "interim"], Meta(title="Rodzaj")] = "statement"
    opening: Annotated[Balance | None, Meta(title="Saldo początkowe")] = None
    intermediate: Annotated[bool, Meta(title="Saldo pośrednie")] = False
    file_line: Annotated[int, Meta(title="Wiersz pliku")] = 0
    offset: Annotated[int, Meta(title="Bajt pliku")] = 0


class BankLine(Record, frozen=True, kw_only=True, gc=False):
    """A line of a statement (pozycja wyciągu), as the bank gave it.

    `amount` is above zero for money in, below for money out, in `currency`; that of an `expected` line (EC, ED) does
    not touch the balance yet. `account` is the company's own, `party_account` that of the other side, both without
    blanks, an NRB without `PL`. `balance` is the one after the line. `code` and `operation` are the bank's own code
    and name of the operation. `details` are values under names that no field has: none is lost. The title of a tax
    or a ZUS transfer (`tax`), of a split payment (`vat_amount`, `tax_id`, `invoices`) is taken apart besides.
    """

    account: Annotated[str, Meta(title="Rachunek własny")] = ""
    date: Annotated[Date, Meta(title="Data księgowania")]
    value_date: Annotated[Date | None, Meta(title="Data waluty")] = None
    amount: Annotated[Money, Meta(title="Kwota")]
    currency: Annotated[Currency, Meta(title="Waluta")] = "PLN"
    party_account: Annotated[str, Meta(title="Rachunek podmiotu")] = ""
    party_code: Annotated[str, Meta(title="Akronim podmiotu")] = ""
    party_name: Annotated[str, Meta(title="Nazwa podmiotu")] = ""
    party_address: Annotated[str, Meta(title="Adres podmiotu")] = ""
    party_tax_id: Annotated[str, Meta(title="NIP podmiotu")] = ""
    title: Annotated[str, Meta(title="Tytuł")] = ""
    code: Annotated[str, Meta(title="Kod operacji")] = ""
    operation: Annotated[str, Meta(title="Nazwa operacji")] = ""
    reference: Annotated[str, Meta(title="Referencja klienta")] = ""
    bank_reference: Annotated[str, Meta(title="Referencja banku")] = ""
    balance: Annotated[Money | None, Meta(title="Saldo po operacji")] = None
    reversal: Annotated[bool, Meta(title="Storno")] = False
    expected: Annotated[bool, Meta(title="Oczekiwana")] = False
    details: Annotated[dict[str, str], Meta(title="Inne dane")] = field(default_factory=dict)
    kind: Annotated[PaymentKind, Meta(title="Rodzaj przelewu")] = "ordinary"
    tax: Annotated[TaxLiability | None, Meta(title="Podatek")] = None
    vat_amount: Annotated[Money | None, Meta(title="Kwota VAT")] = None
    invoices: Annotated[tuple[str, ...], Meta(title="Numery faktur")] = ()
    file_line: Annotated[int, Meta(title="Wiersz pliku")] = 0
    offset: Annotated[int, Meta(title="Bajt pliku")] = 0

    @property
    def is_in(self) -> bool:
        """Whether money came in (przychód)."""
        return self.amount > 0


class StatementFoot(Record, frozen=True, kw_only=True):
    """The end of a statement: its balances, and the number and sum of its lines where the bank states them.

    `opening` is that of the head, or one that only the whole file tells; `information` what the bank says of the
    statement as a whole.
    """

    opening: Annotated[Balance | None, Meta(title="Saldo początkowe")] = None
    closing: Annotated[Balance | None, Meta(title="Saldo końcowe")] = None
    intermediate: Annotated[bool, Meta(title="Saldo pośrednie")] = False
    available: Annotated[Balance | None, Meta(title="Saldo dostępne")] = None
    forward: Annotated[tuple[Balance, ...], Meta(title="Salda przyszłe")] = ()
    debit_count: Annotated[int | None, Meta(title="Liczba obciążeń")] = None
    debit_sum: Annotated[Decimal | None, Meta(title="Suma obciążeń")] = None
    credit_count: Annotated[int | None, Meta(title="Liczba uznań")] = None
    credit_sum: Annotated[Decimal | None, Meta(title="Suma uznań")] = None
    information: Annotated[str, Meta(title="Informacje")] = ""
