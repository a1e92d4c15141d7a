"""Fields that only a file from a bank has: those of a line of a statement, and those of the statement as a whole.

They are in `fields.FIELDS` with all others; what becomes of them when a file is read is in `lines`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dekret.bank.field import BankField, Scope, Shape, named
from dekret.text.wording import Wording

if TYPE_CHECKING:
    from dekret.bank.orders import FileFacts, Order
    from dekret.expr.kinds import Value


def _unknown(_order: Order, _file: FileFacts) -> Value:
    """No order knows them."""
    return None


def _field(  # noqa: PLR0913, PLR0917 - a row of a table
    scope: Scope, pl: str, en: str, macro: str, shape: Shape, example: str, about: Wording
) -> BankField:
    return BankField(named(pl, en), macro, scope, shape, "", example, about, _unknown)


_L, _S = Scope.LINE, Scope.STATEMENT
LINE_FIELDS = (
    _field(
        _L, "Data księgowania", "Booking date", "@DataKsiegowania", Shape.DATE, "2026-01-15",
        Wording("dzień, w którym bank zaksięgował operację", "the day the bank booked it"),
    ),
    _field(
        _L, "Data waluty", "Value date", "@DataWaluty", Shape.DATE, "2026-01-15",
        Wording("dzień, od którego kwota się liczy", "the day from which the amount counts"),
    ),
    _field(
        _L, "Kwota uznania", "Credit amount", "@KwotaUznania", Shape.AMOUNT, "246,00",
        Wording("wpływ, gdy wpływy i wypływy mają osobne kolumny", "money in, where in and out have their own columns"),
    ),
    _field(
        _L, "Kwota obciążenia", "Debit amount", "@KwotaObciazenia", Shape.AMOUNT, "123,00",
        Wording("wypływ, gdy wpływy i wypływy mają osobne kolumny", "money out, in a column of its own"),
    ),
    _field(
        _L, "Strona operacji", "Side", "@StronaOperacji", Shape.TEXT, "D",
        Wording(
            "kod strony; co znaczy, mówią klucze „obciążenia” i „uznania”",
            "code of the side; the keys 'obciążenia' and 'uznania' say what it means",
        ),
    ),
    _field(
        _L, "Saldo po operacji", "Balance after", "@SaldoPoOperacji", Shape.AMOUNT, "1 123,00",
        Wording("saldo rachunku po tej operacji", "the balance after the line"),
    ),
    _field(
        _L, "Kod operacji", "Operation code", "@KodOperacji", Shape.TEXT, "020",
        Wording("kod operacji w banku", "the bank's code of the operation"),
    ),
    _field(
        _L, "Nazwa operacji", "Operation", "@NazwaOperacji", Shape.TEXT, "Przelew wychodzący",
        Wording("nazwa albo rodzaj operacji", "name or kind of the operation"),
    ),
    _field(
        _L, "Referencja klienta", "Client reference", "@ReferencjaKlienta", Shape.TEXT, "NONREF",
        Wording("referencja zleceniodawcy", "reference of the one who ordered it"),
    ),
    _field(
        _L, "Referencja banku", "Bank reference", "@ReferencjaBanku", Shape.TEXT, "BR0001",
        Wording("numer operacji w banku; po nim poznaje się powtórki", "the bank's number of it; tells repetitions"),
    ),
    _field(
        _L, "Dalsze cyfry rachunku podmiotu", "Rest of payee account", "@DalszeCyfryRachunku", Shape.TEXT,
        "4000000000001234",
        Wording(
            "koniec rachunku, gdy numer rozliczeniowy banku stoi osobno",
            "the end of an account whose routing number stands apart",
        ),
    ),
    _field(
        _L, "Adres podmiotu", "Payee address", "@AdresPodmiotu", Shape.TEXT, "ul. Krzywa 2, 30-002 Kraków",
        Wording("cały adres w jednym polu", "the whole address in one field"),
    ),
)  # fmt: skip
"""Those of one line."""
STATEMENT_FIELDS = (
    _field(
        _S, "Numer wyciągu", "Statement number", "@NumerWyciagu", Shape.TEXT, "7/2026",
        Wording("numer wyciągu", "number of the statement"),
    ),
    _field(
        _S, "Waluta wyciągu", "Statement currency", "@WalutaWyciagu", Shape.TEXT, "EUR",
        Wording("waluta operacji, które same jej nie podają", "the currency of lines that name none themselves"),
    ),
    _field(
        _S, "Saldo początkowe", "Opening balance", "@SaldoPoczatkowe", Shape.AMOUNT, "1 000,00",
        Wording("saldo przed pierwszą operacją", "the balance before the first line"),
    ),
    _field(
        _S, "Saldo końcowe", "Closing balance", "@SaldoKoncowe", Shape.AMOUNT, "1 123,00",
        Wording("saldo po ostatniej operacji", "the balance after the last line"),
    ),
    _field(
        _S, "Wyciąg od dnia", "Statement from", "@WyciagOd", Shape.DATE, "2026-01-14",
        Wording("pierwszy dzień wyciągu", "first day of the statement"),
    ),
    _field(
        _S, "Wyciąg do dnia", "Statement until", "@WyciagDo", Shape.DATE, "2026-01-15",
        Wording("ostatni dzień wyciągu", "last day of the statement"),
    ),
)  # fmt: skip
"""Those of the statement: in the header, in the footer, or again and again in every line."""
