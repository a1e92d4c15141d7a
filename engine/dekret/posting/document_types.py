"""Types of document that a scheme may be written for: their macros, the parts rows run over, their dictionaries."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING

from dekret.expr.vocabulary import Vocabulary, vocabulary
from dekret.model.accounts import Dictionary
from dekret.posting import macros
from dekret.posting.macros import Macro, Scope
from dekret.syntax.schema import Word
from dekret.text.wording import Wording

if TYPE_CHECKING:
    from dekret.model.documents import Document


class Split(Enum):
    """Podział na słowniki: whose code is appended to a dictionary account."""

    PARTIES = "parties"
    CATEGORIES = "categories"


@dataclass(frozen=True, slots=True)
class SplitSource:
    """Where a split finds its code: in which scope, how, and in accounts of which dictionaries it fits."""

    scope: Scope
    read: Callable[..., str]
    fits: frozenset[Dictionary]


@dataclass(frozen=True)
class DocumentType:
    """A type of document. `parts` gives the objects of every scope; `kind` is the type of the records."""

    kind: str
    word: Word
    macros: tuple[Macro, ...]
    parts: Mapping[Scope, Callable[..., Iterable[object]]]
    splits: Mapping[Split, SplitSource]

    @cached_property
    def by_name(self) -> Mapping[str, Macro]:
        return {macro.spec.name: macro for macro in self.macros}

    @cached_property
    def words(self) -> Vocabulary:
        """The macros of this type, and where those of other types are at home."""
        own = {macro.spec.name.casefold() for macro in self.macros}
        elsewhere = {
            macro.spec.name.casefold(): Wording(other.word.pl, other.word.en)
            for other in DOCUMENT_TYPES
            for macro in other.macros
            if macro.spec.name.casefold() not in own
        }
        return vocabulary((macro.spec for macro in self.macros), elsewhere)


def _document(document: Document) -> Iterable[object]:
    return (document,)


_VAT_PARTS: Mapping[Scope, Callable[..., Iterable[object]]] = {
    Scope.DOCUMENT: _document,
    Scope.ELEMENT: lambda document: document.elements,
    Scope.ADDITIONAL: lambda document: document.additional_amounts,
    Scope.ANALYTIC: lambda document: document.analytic_rows,
}
_PARTY_ACCOUNTS = frozenset({Dictionary.PARTIES, Dictionary.EMPLOYEES})
_VAT_SPLITS = {
    Split.PARTIES: SplitSource(Scope.DOCUMENT, lambda document, _: document.party.code, _PARTY_ACCOUNTS),
    Split.CATEGORIES: SplitSource(
        Scope.ELEMENT,
        lambda _, element: element.category.code if element.category else "",
        frozenset({Dictionary.CATEGORIES}),
    ),
}

VAT_PURCHASE = DocumentType(
    "vat_purchase", Word("Rejestr VAT zakupu", "VAT purchase register"), macros.VAT_PURCHASE, _VAT_PARTS, _VAT_SPLITS
)
VAT_SALE = DocumentType(
    "vat_sale", Word("Rejestr VAT sprzedaży", "VAT sale register"), macros.VAT_SALE, _VAT_PARTS, _VAT_SPLITS
)
DOCUMENT_TYPES: tuple[DocumentType, ...] = (VAT_PURCHASE, VAT_SALE)
