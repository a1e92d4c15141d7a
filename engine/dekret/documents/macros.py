"""Macros: what a scheme may ask of a document. The tables of every type of document are made of these.

They feed the checker, the compiler, help and documentation. A macro has a scope, the part of the document that
must be at hand for it, and a reader for every scope in which it has a value of its own: @Netto of the document is
the sum, @Netto of an element is that of the element. Amounts are in PLN; `foreign` reads them in the currency of
the document, for rows that post in it. Texts that are left empty on a document are empty texts, as conditions like
`@KategoriaNag = ''` expect; NULL are dates and amounts that are not there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

from dekret.expr.kinds import Kind, Type, Value
from dekret.expr.vocabulary import MacroSpec
from dekret.text.wording import Wording

if TYPE_CHECKING:
    from dekret.model.parties import CategoryOrCode


class Scope(Enum):
    """The part of a document that a row runs over."""

    DOCUMENT = Wording("dokument", "document")
    ELEMENT = Wording("pozycja rejestru VAT", "VAT-register element")
    POSITION = Wording("pozycja faktury", "position of the invoice")
    ENTRY = Wording("zapis kasowy/bankowy", "cash or bank entry")
    ADDITIONAL = Wording("kwota dodatkowa", "additional amount")
    ANALYTIC = Wording("wiersz opisu analitycznego", "row of the analytic description")
    ADVANCE = Wording("zaliczka użyta do zapłaty", "advance used for payment")
    PAYMENT = Wording("płatność", "payment")
    CLIENT = Wording("klient umowy", "client of an agreement")
    PACKAGE = Wording("opakowanie", "package")


Reader: TypeAlias = Callable[..., Value]
"""Takes the document, the part of it that the scope names (the document itself for DOCUMENT), and, of a macro with
an argument, the argument."""


@dataclass(frozen=True, slots=True)
class Macro:
    """A macro: its name and kind, its scope, and how it is read in that scope and in finer ones."""

    spec: MacroSpec
    scope: Scope
    readers: Mapping[Scope, Reader]
    foreign: Mapping[Scope, Reader] = field(default_factory=dict)


TEXT = Type(Kind.TEXT)
ACCOUNT = Type(Kind.ACCOUNT)
NUMBER = Type(Kind.NUMBER)
NUMBER_OR_NULL = Type(Kind.NUMBER, nullable=True)
WHOLE = Type(Kind.NUMBER, whole=True)
DATE = Type(Kind.DATE)
DATE_OR_NULL = Type(Kind.DATE, nullable=True)

PARTY_KINDS = {
    "contractor": "kontrahent",
    "employee": "pracownik",
    "office": "urząd",
    "bank": "bank",
    "partner": "wspólnik",
}


@dataclass(frozen=True, slots=True)
class Of:
    """Makes macros of one scope: `Of(Scope.ELEMENT)("@StawkaVat", TEXT, reader, "stawka VAT", "VAT rate")`."""

    scope: Scope

    def __call__(  # noqa: PLR0913 - a row of a table
        self, name: str, type_: Type, read: Reader, pl: str, en: str, *, foreign: Reader | None = None
    ) -> Macro:
        foreigns = {self.scope: foreign} if foreign else {}
        return Macro(MacroSpec(name, type_, Wording(pl, en)), self.scope, {self.scope: read}, foreigns)

    def named(self, name: str, type_: Type, read: Reader, about: Wording, argument: Wording) -> Macro:
        """A macro with an argument."""
        return Macro(MacroSpec(name, type_, about, argument), self.scope, {self.scope: read})


def category_field(category: CategoryOrCode, field_: str) -> str:
    """A field of a category; a category that the company's file does not know has its code alone."""
    if category is None:
        return ""
    if isinstance(category, str):
        return category if field_ == "code" else ""
    found = getattr(category, field_)
    assert isinstance(found, str)
    return found


_CATEGORY_MACROS = (
    ("@Kategoria{}", TEXT, "code", "kod szczegółowy kategorii", "code of the category"),
    ("@KategoriaOgolna{}", TEXT, "general_code", "kod ogólny kategorii", "general code of the category"),
    ("@KategoriaOpis{}", TEXT, "description", "opis kategorii", "description of the category"),
    ("@Kat{}KontoWn", ACCOUNT, "debit_account", "konto-segment Wn kategorii", "debit segment of the category"),
    ("@Kat{}KontoMa", ACCOUNT, "credit_account", "konto-segment Ma kategorii", "credit segment of the category"),
)


def category_macros(of: Of, suffix: str, get: Callable[..., CategoryOrCode], whose: Wording) -> tuple[Macro, ...]:
    """The five macros of a category: @KategoriaNag, @KategoriaOgolnaNag, @KategoriaOpisNag, @KatNagKontoWn, …Ma."""

    def macro(name: str, type_: Type, field_: str, pl: str, en: str) -> Macro:
        def read(*at: object) -> Value:
            return category_field(get(*at), field_)

        return of(name.format(suffix), type_, read, f"{pl} {whose.pl}", f"{en} {whose.en}")

    return tuple(macro(*row) for row in _CATEGORY_MACROS)
