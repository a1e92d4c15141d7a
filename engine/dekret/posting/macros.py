"""Macros: what a scheme may ask of a document. One table for every type of document.

The table feeds the checker, the compiler, help and documentation. A macro has a scope, the part of the document
that must be at hand for it, and a reader for every scope in which it has a value of its own: @Netto of the
document is the sum, @Netto of an element is that of the element. Texts that are left empty on a document are
empty texts, as conditions like `@KategoriaNag = ''` expect; NULL are dates and amounts that are not there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

from dekret.expr.kinds import Kind, Type, Value
from dekret.expr.vocabulary import MacroSpec
from dekret.text.wording import Wording

if TYPE_CHECKING:
    from dekret.model.parties import Category
    from dekret.model.vat_register import AdditionalAmount, AnalyticRow, VatDocument


class Scope(Enum):
    """The part of a document that a row runs over."""

    DOCUMENT = Wording("dokument", "document")
    ELEMENT = Wording("pozycja rejestru VAT", "VAT-register element")
    ADDITIONAL = Wording("kwota dodatkowa", "additional amount")
    ANALYTIC = Wording("wiersz opisu analitycznego", "row of the analytic description")


Reader: TypeAlias = Callable[..., Value]
"""Takes the document, the part of it that the scope names (the document itself for DOCUMENT), and, of a macro with
an argument, the argument."""


@dataclass(frozen=True, slots=True)
class Macro:
    """A macro: its name and kind, its scope, and how it is read in that scope and in finer ones."""

    spec: MacroSpec
    scope: Scope
    readers: Mapping[Scope, Reader]


_TEXT = Type(Kind.TEXT)
_ACCOUNT = Type(Kind.ACCOUNT)
_NUMBER = Type(Kind.NUMBER)
_NUMBER_OR_NULL = Type(Kind.NUMBER, nullable=True)
_DATE = Type(Kind.DATE)
_DATE_OR_NULL = Type(Kind.DATE, nullable=True)

PARTY_KINDS = {
    "contractor": "kontrahent",
    "employee": "pracownik",
    "office": "urząd",
    "bank": "bank",
    "partner": "wspólnik",
}
_KINDS = {"advance": "TAK", "final": "FINALNA", "ordinary": "NIE"}


def _header(name: str, type_: Type, read: Reader, pl: str, en: str) -> Macro:
    return Macro(MacroSpec(name, type_, Wording(pl, en)), Scope.DOCUMENT, {Scope.DOCUMENT: read})


def _of_element(name: str, type_: Type, read: Reader, pl: str, en: str) -> Macro:
    return Macro(MacroSpec(name, type_, Wording(pl, en)), Scope.ELEMENT, {Scope.ELEMENT: read})


def _of_additional(name: str, type_: Type, read: Reader, pl: str, en: str) -> Macro:
    return Macro(MacroSpec(name, type_, Wording(pl, en)), Scope.ADDITIONAL, {Scope.ADDITIONAL: read})


def _of_analytic(name: str, type_: Type, read: Reader, texts: Wording, argument: Wording | None = None) -> Macro:
    return Macro(MacroSpec(name, type_, texts, argument), Scope.ANALYTIC, {Scope.ANALYTIC: read})


def _analytic(row: AnalyticRow, dimension: str, field: str) -> str:
    element = row.element(dimension)
    return getattr(element, field) if element else ""


def _summed(name: str, whole: Reader, element: Reader, pl: str, en: str) -> Macro:
    readers = {Scope.DOCUMENT: whole, Scope.ELEMENT: element}
    return Macro(MacroSpec(name, _NUMBER, Wording(pl, en)), Scope.DOCUMENT, readers)


def _category(category: Category | None, field: str) -> str:
    return getattr(category, field) if category else ""


def _operation_date(d: VatDocument) -> Value:
    return d.operation_date or d.issue_date


def _settled(d: VatDocument, field: str) -> Decimal | None:
    """The sum of the settled advances; NULL where the document does not tell one of them."""
    amounts = [getattr(advance, field) for advance in d.settled_advances]
    return None if None in amounts else sum(amounts, Decimal("0.00"))


def _additional_description(d: VatDocument, a: AdditionalAmount) -> str:
    return a.description or d.description


_DOCUMENT_TEXTS = (
    _header("@Dokument", _TEXT, lambda d, _: d.number, "numer dokumentu (obcy przy zakupie)", "number of the document"),
    _header(
        "@NumerPelny",
        _TEXT,
        lambda d, _: d.own_number or d.number,
        "numer w rejestrze, a gdy go nie ma, numer dokumentu",
        "number in the register, else that of the document",
    ),
    _header("@NumerKSeF", _TEXT, lambda d, _: d.ksef_number, "numer KSeF albo tekst pusty", "KSeF number, or empty"),
    _header("@Rejestr", _TEXT, lambda d, _: d.register_name, "nazwa rejestru VAT", "name of the VAT register"),
    _header("@Opis", _TEXT, lambda d, _: d.description, "opis dokumentu", "description of the document"),
    _header("@KodPodmiotu", _TEXT, lambda d, _: d.party.code, "kod (akronim) podmiotu", "code of the party"),
    _header("@NazwaPodmiotu", _TEXT, lambda d, _: d.party.name, "nazwa podmiotu", "name of the party"),
    _header("@NipPodmiotu", _TEXT, lambda d, _: d.party.tax_id, "numer podatkowy podmiotu", "tax number of the party"),
    _header("@KrajPodmiotu", _TEXT, lambda d, _: d.party.country, "kraj podmiotu, dwie litery", "country of the party"),
    _header(
        "@TypPodmiotu",
        _TEXT,
        lambda d, _: PARTY_KINDS[d.party.kind],
        "kontrahent, pracownik, urząd, bank albo wspólnik",
        "kind of the party: kontrahent, pracownik, urząd, bank or wspólnik",
    ),
    _header("@Waluta", _TEXT, lambda d, _: d.currency, "waluta dokumentu", "currency of the document"),
    _header(
        "@CzyZaliczkowa",
        _TEXT,
        lambda d, _: _KINDS[d.kind],
        "TAK faktura zaliczkowa, FINALNA końcowa, NIE zwykła",
        "TAK advance invoice, FINALNA final, NIE ordinary",
    ),
    _header(
        "@CzyKorekta",
        _TEXT,
        lambda d, _: "TAK" if d.correction else "NIE",
        "TAK korekta, NIE inny",
        "TAK for a correction",
    ),
    _header(
        "@CzyMPP",
        _TEXT,
        lambda d, _: "TAK" if d.split_payment else "NIE",
        "TAK mechanizm podzielonej płatności, NIE inny",
        "TAK for split payment",
    ),
)
_DOCUMENT_CATEGORIES = (
    _header(
        "@KategoriaNag",
        _TEXT,
        lambda d, _: _category(d.category, "code"),
        "kod szczegółowy kategorii nagłówka",
        "category",
    ),
    _header(
        "@KategoriaOgolnaNag",
        _TEXT,
        lambda d, _: _category(d.category, "general_code"),
        "kod ogólny kategorii nagłówka",
        "general code of the category",
    ),
    _header(
        "@KategoriaOpisNag",
        _TEXT,
        lambda d, _: _category(d.category, "description"),
        "opis kategorii nagłówka",
        "description of the category",
    ),
    _header(
        "@KatNagKontoWn",
        _ACCOUNT,
        lambda d, _: _category(d.category, "debit_account"),
        "konto-segment Wn kategorii nagłówka",
        "debit segment of the category",
    ),
    _header(
        "@KatNagKontoMa",
        _ACCOUNT,
        lambda d, _: _category(d.category, "credit_account"),
        "konto-segment Ma kategorii nagłówka",
        "credit segment of the category",
    ),
)
_DOCUMENT_DATES = (
    _header("@DataWystawienia", _DATE, lambda d, _: d.issue_date, "data wystawienia", "date of issue"),
    _header(
        "@DataOperacji",
        _DATE,
        lambda d, _: _operation_date(d),
        "data operacji (sprzedaży), a gdy jej nie ma, data wystawienia",
        "date of the operation (sale), else of issue",
    ),
)
_AMOUNTS = (
    _summed(
        "@Netto",
        lambda d, _: d.net_pln,
        lambda d, e: d.element_net_pln(e),
        "netto dokumentu albo pozycji, w PLN",
        "net of the document or element, in PLN",
    ),
    _summed(
        "@Vat",
        lambda d, _: d.vat_pln,
        lambda d, e: d.element_vat_pln(e),
        "VAT dokumentu albo pozycji, w PLN",
        "tax of the document or element, in PLN",
    ),
    _summed(
        "@Brutto",
        lambda d, _: d.gross_pln,
        lambda d, e: d.element_gross_pln(e),
        "brutto dokumentu albo pozycji, w PLN: suma netto i VAT",
        "gross of the document or element, in PLN: net and tax together",
    ),
    _header(
        "@Zaokraglenie",
        _NUMBER,
        lambda d, _: d.rounding_pln,
        "o ile kwota należności na dokumencie różni się od sumy pozycji, w PLN",
        "what the document asks for above the sum of its elements, in PLN",
    ),
    _header(
        "@Obciazenia",
        _NUMBER,
        lambda d, _: d.charges,
        "kwoty doliczone do zapłaty poza fakturą, np. kaucja (KSeF: Rozliczenie/Obciazenia)",
        "charges beside the invoice, such as a deposit (KSeF: Rozliczenie/Obciazenia)",
    ),
    _header(
        "@Odliczenia",
        _NUMBER,
        lambda d, _: d.deductions,
        "kwoty odjęte od zapłaty poza fakturą, np. nadpłata (KSeF: Rozliczenie/Odliczenia)",
        "deductions beside the invoice, such as an overpayment (KSeF: Rozliczenie/Odliczenia)",
    ),
    _header(
        "@Kurs", _NUMBER, lambda d, _: d.effective_rate, "kurs waluty dokumentu, 1 dla PLN", "exchange rate, 1 for PLN"
    ),
    _header(
        "@ZalNetto",
        _NUMBER_OR_NULL,
        lambda d, _: _settled(d, "net"),
        "netto zaliczek rozliczonych fakturą końcową; NULL, gdy dokument ich nie podaje",
        "net of the advances a final invoice settles; NULL where it does not tell",
    ),
    _header(
        "@ZalVat",
        _NUMBER_OR_NULL,
        lambda d, _: _settled(d, "vat"),
        "VAT rozliczonych zaliczek; NULL jak @ZalNetto",
        "tax of the settled advances",
    ),
    _header(
        "@ZalBrutto",
        _NUMBER_OR_NULL,
        lambda d, _: _settled(d, "gross"),
        "brutto rozliczonych zaliczek; NULL jak @ZalNetto",
        "gross of the settled advances",
    ),
)
_ELEMENTS = (
    _of_element("@StawkaVat", _TEXT, lambda _, e: e.rate, "stawka VAT pozycji", "VAT rate of the element"),
    _of_element("@OpisElem", _TEXT, lambda _, e: e.description, "opis pozycji", "description of the element"),
    _of_element(
        "@KategoriaElem",
        _TEXT,
        lambda _, e: _category(e.category, "code"),
        "kod kategorii pozycji",
        "category of the element",
    ),
    _of_element(
        "@KategoriaOgolnaElem",
        _TEXT,
        lambda _, e: _category(e.category, "general_code"),
        "kod ogólny kategorii pozycji",
        "general code of the category",
    ),
    _of_element(
        "@KategoriaOpisElem",
        _TEXT,
        lambda _, e: _category(e.category, "description"),
        "opis kategorii pozycji",
        "description of the category",
    ),
    _of_element(
        "@KatElemKontoWn",
        _ACCOUNT,
        lambda _, e: _category(e.category, "debit_account"),
        "konto-segment Wn kategorii pozycji",
        "debit segment of the element's category",
    ),
    _of_element(
        "@KatElemKontoMa",
        _ACCOUNT,
        lambda _, e: _category(e.category, "credit_account"),
        "konto-segment Ma kategorii pozycji",
        "credit segment of the element's category",
    ),
)
_ADDITIONAL = (
    _of_additional(
        "@KwotaDodat", _NUMBER, lambda _, a: a.amount, "kwota dodatkowa, w PLN", "additional amount, in PLN"
    ),
    _of_additional(
        "@KontoDodatWn", _ACCOUNT, lambda _, a: a.debit_account, "konto Wn kwoty dodatkowej", "its debit account"
    ),
    _of_additional(
        "@KontoDodatMa", _ACCOUNT, lambda _, a: a.credit_account, "konto Ma kwoty dodatkowej", "its credit account"
    ),
    _of_additional("@OpisDodat", _TEXT, _additional_description, "opis kwoty dodatkowej", "its description"),
)
_DIMENSION = Wording("kod wymiaru", "code of a dimension")
_ANALYTIC = (
    _of_analytic(
        "@OpisAnalitycznyElement",
        _TEXT,
        lambda _, row, dimension: _analytic(row, dimension, "code"),
        Wording("kod elementu wymiaru, np. @OpisAnalitycznyElement('BUDOWY')", "code of the element of a dimension"),
        _DIMENSION,
    ),
    _of_analytic(
        "@OpisAnalitycznyKonto1",
        _ACCOUNT,
        lambda _, row, dimension: _analytic(row, dimension, "account"),
        Wording("konto elementu wymiaru, np. @OpisAnalitycznyKonto1('BUDOWY')", "account of the element"),
        _DIMENSION,
    ),
    _of_analytic(
        "@OpisAnalitycznyKwota",
        _NUMBER,
        lambda _, row: row.amount,
        Wording("kwota wiersza opisu analitycznego, w PLN", "amount of the row, in PLN"),
    ),
)
_PURCHASE = (
    _header(
        "@DataWplywu",
        _DATE_OR_NULL,
        lambda d, _: d.receipt_date,
        "data wpływu, może być NULL",
        "date received, or NULL",
    ),
    _of_element(
        "@OdliczenieElem",
        _TEXT,
        lambda _, e: {"yes": "TAK", "no": "NIE", "conditional": "WARUNKOWO"}[e.deduction],
        "odliczenie VAT: TAK, NIE albo WARUNKOWO",
        "deduction of the tax: TAK, NIE or WARUNKOWO",
    ),
)

VAT_SALE: tuple[Macro, ...] = (
    *_DOCUMENT_TEXTS,
    *_DOCUMENT_DATES,
    *_DOCUMENT_CATEGORIES,
    *_AMOUNTS,
    *_ELEMENTS,
    *_ADDITIONAL,
    *_ANALYTIC,
)
VAT_PURCHASE: tuple[Macro, ...] = (*VAT_SALE, *_PURCHASE)
