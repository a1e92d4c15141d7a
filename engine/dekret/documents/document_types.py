"""Types of document that a scheme may be written for: their macros, the parts rows run over, their dictionaries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, cast

from dekret.documents import (
    cash_macros,
    contractor_macros,
    despatch_macros,
    invoice_macros,
    order_macros,
    price_list_macros,
    settlement_macros,
)
from dekret.documents.cash_macros import EntryAmount
from dekret.documents.macros import Macro, Scope
from dekret.documents.posted import posted_lines
from dekret.expr.vocabulary import Vocabulary, vocabulary
from dekret.model.accounts import Dictionary
from dekret.model.parties import category_code
from dekret.syntax.schema import Word
from dekret.text.wording import Wording

if TYPE_CHECKING:
    from dekret.model.cash import CashEntry, CashReport
    from dekret.model.documents import Document
    from dekret.model.parties import Party


class Split(Enum):
    """Podział na słowniki: whose code is appended to a dictionary account."""

    PARTIES = "parties"
    PARTIES2 = "parties2"
    ADVANCE_HOLDERS = "advance_holders"
    EMPLOYEES = "employees"
    GOODS = "goods"
    CATEGORIES = "categories"
    FIXED_ASSETS = "fixed_assets"


@dataclass(frozen=True, slots=True)
class SplitSource:
    """Where a split finds its code: in which scope, how, and in accounts of which dictionaries it fits.

    `is_employee` says of a split by entities whether this one is an employee, whom accounts of employees are for.
    """

    scope: Scope
    read: Callable[..., str]
    fits: frozenset[Dictionary]
    is_employee: Callable[..., bool] | None = None


@dataclass(frozen=True)
class DocumentType:
    """A type of document; `kind` is the type of its records.

    `parts` gives the objects of every scope, `up` for a scope within another than the document that other scope and
    how its object is found. The rest says of a part: the currency and rate of a currency row, the category of a
    line, the dimensions of a line; `dates` are those that may be the date of the entry by configuration. `by_rate` are
    the parts that rows of a scheme see which ask for rates (`posted_lines`).
    """

    kind: str
    word: Word
    macros: tuple[Macro, ...]
    parts: Mapping[Scope, Callable[..., Iterable[object]]]
    splits: Mapping[Split, SplitSource]
    rate: Callable[..., Decimal | None]
    category: Callable[..., str]
    party: Callable[..., str]
    date: Callable[..., dt.date]
    up: Mapping[Scope, tuple[Scope, Callable[..., object]]] = field(default_factory=dict)
    by_rate: Mapping[Scope, Callable[..., Iterable[object]]] = field(default_factory=dict)

    @cached_property
    def by_name(self) -> Mapping[str, Macro]:
        return {macro.spec.name: macro for macro in self.macros}

    @cached_property
    def words(self) -> Vocabulary:
        """The macros of this type, and where those of other types are at home."""
        own = {macro.spec.name.casefold() for macro in self.macros}
        homes: dict[str, list[Word]] = {}
        for other in DOCUMENT_TYPES:
            for macro in other.macros:
                name = macro.spec.name.casefold()
                if name not in own:
                    homes.setdefault(name, []).append(other.word)
        elsewhere = {
            name: Wording(", ".join(word.pl for word in words), ", ".join(word.en for word in words))
            for name, words in homes.items()
        }
        return vocabulary((macro.spec for macro in self.macros), elsewhere)

    def chain(self, scope: Scope) -> tuple[Scope, ...]:
        """A scope and those it lies within, down to the document."""
        if scope is Scope.DOCUMENT:
            return (scope,)
        above = self.up[scope][0] if scope in self.up else Scope.DOCUMENT
        return (scope, *self.chain(above))

    def lift(self, scope: Scope, above: Scope) -> Callable[[object, object], object]:
        """The function that finds, for a document and its part of one scope, the object of a scope it lies within."""
        if scope is above:
            return lambda _, part: part
        if above is Scope.DOCUMENT:
            return lambda document, _: document
        nearer, climb = self.up[scope]
        further = self.lift(nearer, above)
        return lambda document, part: further(document, climb(part))


def _document(document: object) -> Iterable[object]:
    return (document,)


def _entry_amounts(report: CashReport) -> Iterable[EntryAmount]:
    return [EntryAmount(entry, amount) for entry in report.entries for amount in entry.additional_amounts]


def _employee(*parties: Party | None) -> str:
    """The code of the first of these who is an employee."""
    return next((party.code for party in parties if party and party.kind == "employee"), "")


_PARTY_ACCOUNTS = frozenset({Dictionary.PARTIES, Dictionary.EMPLOYEES})
_EMPLOYEE_ACCOUNTS = frozenset({Dictionary.EMPLOYEES})
_GOODS_ACCOUNTS = frozenset({Dictionary.GOODS})
_CATEGORY_ACCOUNTS = frozenset({Dictionary.CATEGORIES})
_INVOICE_SPLITS = {
    Split.PARTIES: SplitSource(
        Scope.DOCUMENT, lambda d, _: d.party.code, _PARTY_ACCOUNTS, lambda d, _: d.party.kind == "employee"
    ),
    Split.ADVANCE_HOLDERS: SplitSource(
        Scope.DOCUMENT,
        lambda d, _: d.advance_holder.code if d.advance_holder else "",
        _PARTY_ACCOUNTS,
        lambda d, _: bool(d.advance_holder) and d.advance_holder.kind == "employee",
    ),
    Split.EMPLOYEES: SplitSource(Scope.DOCUMENT, lambda d, _: _employee(d.advance_holder, d.party), _EMPLOYEE_ACCOUNTS),
}
_INVOICE_PARTS: Mapping[Scope, Callable[..., Iterable[object]]] = {
    Scope.DOCUMENT: _document,
    Scope.ADDITIONAL: lambda d: d.additional_amounts,
    Scope.ANALYTIC: lambda d: d.analytic_rows,
    Scope.ADVANCE: lambda d: d.employee_advances,
    Scope.PAYMENT: lambda d: d.payments,
}


def _line_category(d: Document, part: object) -> str:
    """The category of the element or position, else of the document."""
    return category_code(getattr(part, "category", None)) or category_code(getattr(d, "category", None))


def _invoice(kind: str, word: Word, macros: tuple[Macro, ...], scope: Scope) -> DocumentType:
    categories = SplitSource(scope, lambda _, line: category_code(line.category), _CATEGORY_ACCOUNTS)
    splits = {**_INVOICE_SPLITS, Split.CATEGORIES: categories}
    if scope is Scope.POSITION:
        splits[Split.GOODS] = SplitSource(scope, lambda _, position: position.goods.code, _GOODS_ACCOUNTS)
    return DocumentType(
        kind,
        word,
        macros,
        {**_INVOICE_PARTS, scope: lambda d: d.lines},
        splits,
        rate=lambda d, _: d.effective_rate,
        category=_line_category,
        party=lambda d: d.party.code,
        date=lambda d: d.operation_date or d.issue_date,
        by_rate={scope: posted_lines} if scope is Scope.POSITION else {},
    )


def _entry(part: object) -> CashEntry | None:
    """The cash entry of a part; None for the report itself."""
    found = part.entry if isinstance(part, EntryAmount) else part
    return None if hasattr(found, "entries") else cast("CashEntry", found)


def _cash_rate(report: CashReport, part: object) -> Decimal | None:
    entry = _entry(part)
    return report.rate(entry) if entry else report.exchange_rate


def _cash_category(_: CashReport, part: object) -> str:
    entry = _entry(part)
    return category_code(entry.category) if entry else ""


VAT_PURCHASE = _invoice(
    "vat_purchase",
    Word("Rejestr VAT zakupu", "VAT purchase register"),
    invoice_macros.VAT_PURCHASE,
    Scope.ELEMENT,
)
VAT_SALE = _invoice(
    "vat_sale", Word("Rejestr VAT sprzedaży", "VAT sale register"), invoice_macros.VAT_SALE, Scope.ELEMENT
)
PURCHASE_INVOICE = _invoice(
    "purchase_invoice",
    Word("Faktury zakupu", "Purchase invoices", ("Faktura zakupu",)),
    invoice_macros.PURCHASE_INVOICE,
    Scope.POSITION,
)
SALE_INVOICE = _invoice(
    "sale_invoice",
    Word("Faktury sprzedaży", "Sale invoices", ("Faktura sprzedaży",)),
    invoice_macros.SALE_INVOICE,
    Scope.POSITION,
)
INTERNAL_SALE = _invoice(
    "internal_sale",
    Word("Dowody wewnętrzne sprzedaży", "Internal sales", ("Dowód wewnętrzny sprzedaży", "FSW")),
    invoice_macros.INTERNAL_SALE,
    Scope.POSITION,
)
CASH_REPORT = DocumentType(
    "cash_report",
    Word("Raporty kasowe/bankowe", "Cash and bank reports", ("Raporty K/B", "Raport kasowy/bankowy")),
    cash_macros.CASH_REPORT,
    {Scope.DOCUMENT: _document, Scope.ENTRY: lambda d: d.entries, Scope.ADDITIONAL: _entry_amounts},
    {
        Split.PARTIES: SplitSource(
            Scope.ENTRY, lambda _, e: e.party.code, _PARTY_ACCOUNTS, lambda _, e: e.party.kind == "employee"
        ),
        Split.EMPLOYEES: SplitSource(Scope.ENTRY, lambda _, e: _employee(e.party), _EMPLOYEE_ACCOUNTS),
        Split.CATEGORIES: SplitSource(Scope.ENTRY, lambda _, e: category_code(e.category), _CATEGORY_ACCOUNTS),
    },
    rate=_cash_rate,
    category=_cash_category,
    party=lambda _: "",
    date=lambda d: d.date,
    up={Scope.ADDITIONAL: (Scope.ENTRY, _entry)},
)
SETTLEMENT = DocumentType(
    "settlement",
    Word("Rozliczenia", "Settlements", ("Rozliczenie",)),
    settlement_macros.SETTLEMENT,
    {Scope.DOCUMENT: _document},
    {
        Split.PARTIES: SplitSource(
            Scope.DOCUMENT,
            lambda d, _: d.left.party.code,
            _PARTY_ACCOUNTS,
            lambda d, _: d.left.party.kind == "employee",
        ),
        Split.PARTIES2: SplitSource(
            Scope.DOCUMENT,
            lambda d, _: d.right.party.code,
            _PARTY_ACCOUNTS,
            lambda d, _: d.right.party.kind == "employee",
        ),
    },
    rate=lambda *_: None,
    category=lambda d, _: category_code(d.left.category),
    party=lambda d: d.left.party.code,
    date=lambda d: d.date,
)
DOCUMENT_TYPES: tuple[DocumentType, ...] = (
    VAT_PURCHASE,
    VAT_SALE,
    PURCHASE_INVOICE,
    SALE_INVOICE,
    INTERNAL_SALE,
    CASH_REPORT,
    SETTLEMENT,
)
"""Those that schemes may be written for."""


def _of_trade(kind: str, word: Word, macros: tuple[Macro, ...], **parts: Scope) -> DocumentType:
    """A type that nothing posts: its macros, the fields that hold its parts."""
    return DocumentType(
        kind,
        word,
        macros,
        {Scope.DOCUMENT: _document, **{scope: attrgetter(name) for name, scope in parts.items()}},
        {},
        rate=lambda *_: None,
        category=lambda *_: "",
        party=lambda d: d.party.code,
        date=lambda d: d.issue_date,
    )


def _order(kind: str, word: Word) -> DocumentType:
    return _of_trade(kind, word, order_macros.ORDER, positions=Scope.POSITION, payments=Scope.PAYMENT)


CUSTOMER_ORDER = _order(
    "customer_order",
    Word("Rezerwacje odbiorcy", "Customer orders", ("Rezerwacja odbiorcy", "RO", "Zamówienia od odbiorców")),
)
SUPPLIER_ORDER = _order(
    "supplier_order",
    Word(
        "Zamówienia u dostawcy",
        "Supplier orders",
        ("Zamówienie u dostawcy", "Zamówienia u dostawców", "ZD", "Zamówienie"),
    ),
)
CONTRACTOR = _of_trade(
    "contractor",
    Word("Kontrahenci", "Contractors", ("Kontrahent",)),
    contractor_macros.CONTRACTOR,
    clients=Scope.CLIENT,
)
DESPATCH_ADVICE = _of_trade(
    "despatch_advice",
    Word("Awiza wysyłki", "Despatch advices", ("Awizo wysyłki", "Awizo")),
    despatch_macros.DESPATCH_ADVICE,
    positions=Scope.POSITION,
    packages=Scope.PACKAGE,
)
PRICE_LIST = _of_trade(
    "price_list",
    Word("Cenniki", "Price lists", ("Cennik",)),
    price_list_macros.PRICE_LIST,
    positions=Scope.POSITION,
)
RULED_TYPES: tuple[DocumentType, ...] = (
    *DOCUMENT_TYPES,
    CUSTOMER_ORDER,
    SUPPLIER_ORDER,
    CONTRACTOR,
    DESPATCH_ADVICE,
    PRICE_LIST,
)
"""Those that rules may be written for: orders, awizos, price lists and contractors, too, which nothing posts."""
