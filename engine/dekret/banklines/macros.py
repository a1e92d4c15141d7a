"""What expressions may ask of a line of a statement: one table for checker, compiler and documentation.

Texts come with one blank for every run of blanks and line breaks, and empty where the bank gave none; NULL are dates
and amounts that are not there.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from dekret.expr.calls import TODAY
from dekret.expr.collation import fold
from dekret.expr.compile import Layout
from dekret.expr.kinds import Kind, Type, Value
from dekret.expr.vocabulary import MacroSpec, vocabulary
from dekret.model.payments import KIND_WORDS
from dekret.model.statements import BankLine
from dekret.text.wording import Wording


@dataclass(frozen=True, slots=True)
class Around:
    """What is known besides the line itself: the day of the run (GETDATE()), the company's bank register."""

    today: dt.date
    register: str = ""


Reader: TypeAlias = Callable[[BankLine, Around], Value]
DIRECTIONS = {True: "przychód", False: "rozchód"}
_KINDS = ", ".join(word.pl for word in KIND_WORDS.values())


@dataclass(frozen=True, slots=True)
class LineMacro:
    """A macro and what reads it; that of one with an argument takes the argument last."""

    spec: MacroSpec
    read: Callable[..., Value]


def _tidy(text: str) -> str:
    return " ".join(text.split())


def _text(name: str, field: str, pl: str, en: str) -> LineMacro:
    """A text of the line as it stands in one of its fields."""
    return _macro(name, Kind.TEXT, lambda line, _: _tidy(getattr(line, field)), pl, en)


def _macro(name: str, kind: Kind, read: Reader, pl: str, en: str) -> LineMacro:
    return LineMacro(MacroSpec(name, Type(kind), Wording(pl, en)), read)


def _or_null(name: str, kind: Kind, read: Reader, pl: str, en: str) -> LineMacro:
    return LineMacro(MacroSpec(name, Type(kind, nullable=True), Wording(pl, en)), read)


def _flag(name: str, field: str, pl: str, en: str) -> LineMacro:
    return _macro(name, Kind.TEXT, lambda line, _: "TAK" if getattr(line, field) else "NIE", pl, en)


def _tax(name: str, field: str, pl: str, en: str) -> LineMacro:
    """A part of the title of a transfer to the tax office or to ZUS; empty for other lines."""
    return _macro(name, Kind.TEXT, lambda line, _: getattr(line.tax, field) if line.tax else "", pl, en)


_NUMBER, _DATE, _TEXT = Kind.NUMBER, Kind.DATE, Kind.TEXT
MACROS: tuple[LineMacro, ...] = (
    _text("@Tytul", "title", "tytuł pozycji", "title of the line"),
    _text("@Kontrahent", "party_name", "nazwa drugiej strony, jak podał ją bank", "name of the other side"),
    _text("@AdresPodmiotu", "party_address", "adres drugiej strony", "address of the other side"),
    _text("@RachunekPodmiotu", "party_account", "rachunek drugiej strony, bez spacji", "account of the other side"),
    _text("@RachunekWlasny", "account", "rachunek własny, bez spacji", "the company's own account"),
    _text("@NIPPodmiotu", "party_tax_id", "NIP drugiej strony, gdy bank go podał", "tax id of the other side"),
    _text("@AkronimPodmiotu", "party_code", "kod podmiotu, gdy jest znany", "code of the entity, where known"),
    _text("@KodOperacji", "code", "kod operacji według banku", "the bank's code of the operation"),
    _text("@NazwaOperacji", "operation", "nazwa operacji według banku", "the bank's name of the operation"),
    _macro("@Kwota", _NUMBER, lambda line, _: line.amount.copy_abs(), "kwota bez znaku", "amount without its sign"),
    _macro(
        "@KwotaZeZnakiem",
        _NUMBER,
        lambda line, _: line.amount,
        "kwota: wpływ dodatni, wypływ ujemny",
        "amount: above zero for money in, below for money out",
    ),
    _macro(
        "@Kierunek",
        _TEXT,
        lambda line, _: DIRECTIONS[line.is_in],
        "kierunek: przychód albo rozchód",
        "direction: przychód (in) or rozchód (out)",
    ),
    _text("@Waluta", "currency", "waluta kwoty", "currency of the amount"),
    _macro("@DataKsiegowania", _DATE, lambda line, _: line.date, "data księgowania", "booking date"),
    _or_null("@DataWaluty", _DATE, lambda line, _: line.value_date, "data waluty", "value date"),
    _text("@Referencja", "reference", "referencja klienta", "the customer's reference"),
    _text("@ReferencjaBanku", "bank_reference", "referencja banku", "the bank's reference"),
    _macro(
        "@RodzajPrzelewu",
        _TEXT,
        lambda line, _: KIND_WORDS[line.kind].pl,
        f"rodzaj przelewu: {_KINDS}",
        f"kind of transfer: {_KINDS}",
    ),
    _macro(
        "@NumeryFaktur",
        _TEXT,
        lambda line, _: ", ".join(line.invoices),
        "numery faktur z tytułu podzielonej płatności",
        "numbers of invoices of a split payment",
    ),
    _or_null("@KwotaVAT", _NUMBER, lambda line, _: line.vat_amount, "kwota VAT podzielonej płatności", "VAT amount"),
    _tax(
        "@SymbolFormularza",
        "form",
        "symbol formularza z tytułu podatku; deklaracja ZUS",
        "tax form; declaration to ZUS",
    ),
    _tax(
        "@OkresPodatku",
        "period",
        "okres z tytułu podatku albo składek ZUS: 26M01",
        "period of a tax or ZUS transfer: 26M01",
    ),
    _tax(
        "@IdentyfikatorPlatnika",
        "id",
        "identyfikator z tytułu podatku; przy ZUS NIP z rachunku",
        "taxpayer's id; of ZUS that of the account",
    ),
    _tax(
        "@Zobowiazanie",
        "liability",
        "zobowiązanie z tytułu podatku; numer deklaracji ZUS",
        "liability of a tax transfer; number of a declaration",
    ),
    _or_null("@SaldoPoOperacji", _NUMBER, lambda line, _: line.balance, "saldo po operacji", "balance after the line"),
    _flag("@CzyStorno", "reversal", "TAK, gdy bank wycofuje operację", "TAK where the bank reverses an operation"),
    _flag("@CzyOczekiwana", "expected", "TAK, gdy operacja jest dopiero oczekiwana", "TAK where it is expected only"),
    _macro("@Rejestr", _TEXT, lambda _, around: around.register, "rejestr bankowy", "the company's bank register"),
    LineMacro(
        MacroSpec(
            "@InneDane",
            Type(_TEXT),
            Wording("wartość, którą bank podał pod inną nazwą", "a value that the bank gave under another name"),
            Wording("nazwa", "name"),
        ),
        lambda line, _, name: _tidy(line.details.get(name, "")),
    ),
)
"""Every macro of a line."""
WORDS = vocabulary((macro.spec for macro in MACROS), page=Wording("wyciąg", "statement"))
_BY_NAME = {macro.spec.name: macro for macro in MACROS}


def reader(name: str, argument: str | None) -> Reader:
    """What reads a macro of a line, or GETDATE()."""
    if name == TODAY.macro:
        return lambda _, around: around.today
    read = _BY_NAME[name].read
    return read if argument is None else partial(_with_argument, read, argument)


def _with_argument(read: Callable[..., Value], argument: str, line: BankLine, around: Around) -> Value:
    return read(line, around, argument)


def readers_of(layout: Layout) -> tuple[Reader, ...]:
    """What fetches the values of a layout, in its order."""
    return tuple(
        partial(_folded, found) if folded else found
        for name, argument, folded in layout.slots
        for found in (reader(name, argument),)
    )


def _folded(read: Reader, line: BankLine, around: Around) -> Value:
    value = read(line, around)
    return fold(value) if isinstance(value, str) else value
