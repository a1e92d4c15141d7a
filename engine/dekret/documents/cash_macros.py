"""Macros of cash and bank reports: of the report, of its entries, of their additional amounts."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from dekret.documents.macros import (
    ACCOUNT,
    DATE,
    NUMBER,
    PARTY_KINDS,
    TEXT,
    Macro,
    Of,
    Scope,
    category_macros,
)
from dekret.expr.vocabulary import MacroSpec
from dekret.text.wording import Wording
from dekret.values.rounding import ZERO

if TYPE_CHECKING:
    from dekret.model.cash import CashEntry, CashReport
    from dekret.model.parts import AdditionalAmount


@dataclass(frozen=True, slots=True)
class EntryAmount:
    """An additional amount with the entry it stands on."""

    entry: CashEntry
    additional: AdditionalAmount


_header = Of(Scope.DOCUMENT)
_of_entry = Of(Scope.ENTRY)
_of_additional = Of(Scope.ADDITIONAL)


def _flow(name: str, direction: str, pl: str, en: str) -> Macro:
    """Money of one direction: of an entry (zero for the other direction), and of the report in all."""

    def of_entry(d: CashReport, e: CashEntry) -> Decimal:
        return d.pln(e) if e.direction == direction else ZERO

    def foreign(_: CashReport, e: CashEntry) -> Decimal:
        return e.amount if e.direction == direction else ZERO

    return Macro(MacroSpec(name, NUMBER, Wording(pl, en)), Scope.ENTRY, {Scope.ENTRY: of_entry}, {Scope.ENTRY: foreign})


CASH_REPORT: tuple[Macro, ...] = (
    _header("@Dokument", TEXT, lambda d, _: d.number, "numer raportu", "number of the report"),
    Macro(
        MacroSpec("@NumerPelny", TEXT, Wording("numer raportu, w wierszach zapisu", "number of the report")),
        Scope.DOCUMENT,
        {Scope.DOCUMENT: lambda d, _: d.number, Scope.ENTRY: lambda _, e: e.number},
    ),
    _header("@Rejestr", TEXT, lambda d, _: d.register_name, "rejestr kasowy/bankowy", "cash or bank register"),
    Macro(
        MacroSpec("@Opis", TEXT, Wording("opis raportu, w wierszach zapisu", "description of the report or entry")),
        Scope.DOCUMENT,
        {Scope.DOCUMENT: lambda d, _: d.description, Scope.ENTRY: lambda _, e: e.description},
    ),
    _header("@Waluta", TEXT, lambda d, _: d.currency, "waluta rejestru i jego zapisów", "currency of the register"),
    Macro(
        MacroSpec(
            "@DataOperacji",
            DATE,
            Wording("data zamknięcia raportu, w wierszach data zapisu", "date of the report, or of the entry"),
        ),
        Scope.DOCUMENT,
        {Scope.DOCUMENT: lambda d, _: d.date, Scope.ENTRY: lambda _, e: e.date},
    ),
    _header("@DataZamkniecia", DATE, lambda d, _: d.date, "data zamknięcia raportu", "date of closing"),
    _header(
        "@DataOtwarcia",
        DATE,
        lambda d, _: d.opening_date or d.date,
        "data otwarcia raportu, a gdy jej nie ma, zamknięcia",
        "date of opening, else of closing",
    ),
    _header(
        "@KontoRach",
        ACCOUNT,
        lambda d, _: d.account,
        "konto księgowe rejestru (kasy, rachunku)",
        "book account of the register",
    ),
    _of_entry(
        "@KontoPrzeciw",
        ACCOUNT,
        lambda _, e: e.contra_account,
        "konto przeciwstawne zapisu; może być słownikowe, bez analityki",
        "opposite account of the entry; may be a dictionary account without its analytic part",
    ),
    _flow("@Przychod", "in", "kwota przychodu zapisu, przy rozchodzie zero", "incoming amount, zero for outgoing"),
    _flow("@Rozchod", "out", "kwota rozchodu zapisu, przy przychodzie zero", "outgoing amount, zero for incoming"),
    _of_entry(
        "@Kurs",
        NUMBER,
        lambda d, e: d.rate(e),
        "kurs zapisu, 1 dla PLN",
        "exchange rate of the entry, 1 for PLN",
        foreign=lambda d, e: d.rate(e),
    ),
    _of_entry(
        "@RozliczenieWaluta",
        TEXT,
        lambda d, e: e.settled_currency or d.currency,
        "waluta dokumentu, który zapis rozlicza; gdy żadnego, waluta zapisu",
        "currency of the document that the entry settles, else its own",
    ),
    _of_entry("@NumerObcy", TEXT, lambda _, e: e.foreign_number, "numer obcy zapisu", "foreign number of the entry"),
    _of_entry(
        "@TypZapisu",
        TEXT,
        lambda _, e: "KP" if e.direction == "in" else "KW",
        "KP przychód, KW rozchód",
        "KP incoming, KW outgoing",
    ),
    _of_entry("@KodPodmiotu", TEXT, lambda _, e: e.party.code, "kod (akronim) podmiotu", "code of the party"),
    _of_entry("@NazwaPodmiotu", TEXT, lambda _, e: e.party.name, "nazwa podmiotu", "name of the party"),
    _of_entry("@NipPodmiotu", TEXT, lambda _, e: e.party.tax_id, "numer podatkowy podmiotu", "tax number of the party"),
    _of_entry(
        "@TypPodmiotu",
        TEXT,
        lambda _, e: PARTY_KINDS[e.party.kind],
        "kontrahent, pracownik, urząd, bank albo wspólnik",
        "kind of the party: kontrahent, pracownik, urząd, bank or wspólnik",
    ),
    *category_macros(_of_entry, "Zapis", lambda _, e: e.category, Wording("zapisu", "of the entry")),
    _of_additional(
        "@KwotaDodat", NUMBER, lambda _, a: a.additional.amount, "kwota dodatkowa, w PLN", "additional amount, in PLN"
    ),
    _of_additional(
        "@KontoDodatWn",
        ACCOUNT,
        lambda _, a: a.additional.debit_account,
        "konto Wn kwoty dodatkowej",
        "its debit account",
    ),
    _of_additional(
        "@KontoDodatMa",
        ACCOUNT,
        lambda _, a: a.additional.credit_account,
        "konto Ma kwoty dodatkowej",
        "its credit account",
    ),
    _of_additional(
        "@OpisDodat",
        TEXT,
        lambda _, a: a.additional.description or a.entry.description,
        "opis kwoty dodatkowej",
        "its description",
    ),
)
