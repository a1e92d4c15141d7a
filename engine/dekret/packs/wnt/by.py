"""What internal sales are made by; the documents of a run, all held at once, as corrections may stand anywhere."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import IO

from dekret.company.complete import Completion
from dekret.errors import UsageError
from dekret.intake.read import read_any, read_any_stream
from dekret.intake.received import Received, Rejected
from dekret.model.directory import Directory
from dekret.model.documents import AnyDocument
from dekret.model.invoices import InternalSale, Invoice, PurchaseInvoice
from dekret.model.parties import Party
from dekret.packs.library import Library
from dekret.packs.mapping.opened import directory_of
from dekret.packs.validation.rule_sets import is_for
from dekret.packs.validation.validator import Validator, diagnostic_of
from dekret.packs.wnt import problems
from dekret.text.diagnostic import Diagnostic
from dekret.wnt.convert import Deduction
from dekret.wnt.families import PurchaseFamily, by_invoice, family_of, is_correction, issuer_count, without_invoice

SERIES = "FAWFZ"
"""The numbering of internal sales that are made of purchase invoices (001:84)."""


@dataclass(frozen=True, slots=True)
class WntBy:
    """The day of the documents, the company's file (None: the one there is), deduction and numbering.

    Without `first` numbers go on behind those of the internal sales of the year that are among the files.
    """

    today: dt.date
    directory: str | None = None
    deduction: Deduction = "yes"
    series: str = SERIES
    first: int | None = None


@dataclass(frozen=True)
class Documents:
    """The purchase invoices and internal sales of a run, in the order of the files, and what could not be read.

    With `completion` parties are compared as the company knows them.
    """

    items: tuple[Received[AnyDocument], ...]
    rejected: tuple[Rejected, ...]
    completion: Completion | None = None

    @property
    def purchases(self) -> tuple[PurchaseInvoice, ...]:
        return tuple(each.document for each in self.items if isinstance(each.document, PurchaseInvoice))

    @property
    def sales(self) -> tuple[InternalSale, ...]:
        return tuple(each.document for each in self.items if isinstance(each.document, InternalSale))

    @cached_property
    def _related(self) -> Mapping[str, Sequence[Invoice]]:
        return by_invoice((*self.purchases, *self.sales))

    @cached_property
    def alone(self) -> tuple[PurchaseInvoice, ...]:
        """The corrections whose invoice is not among the files, those that were cancelled apart."""
        invoices = [each for each in self.purchases if not is_correction(each)]
        corrections = [each for each in self.purchases if is_correction(each) and not each.cancelled]
        return tuple(without_invoice(corrections, invoices, self.party_of))

    def family(self, invoice: PurchaseInvoice) -> PurchaseFamily:
        """An invoice with what belongs to it."""
        return family_of(invoice, self._related.get(invoice.number, ()), self.party_of)

    def party_of(self, document: Invoice) -> Party:
        """The party of a document as the company knows it, where it does."""
        known = self.completion.party(document.party) if self.completion else None
        return known or document.party

    def item_of(self, document: Invoice) -> Received[AnyDocument]:
        """The place of a document of this run."""
        return self._items[id(document)]

    @cached_property
    def _items(self) -> Mapping[int, Received[AnyDocument]]:
        return {id(item.document): item for item in self.items}


def read_all(files: Sequence[Path], standard_input: IO[bytes], completion: Completion | None = None) -> Documents:
    """The documents of files; `-` is standard input. Raises `FileError`."""
    items: list[Received[AnyDocument]] = []
    rejected: list[Rejected] = []
    for item in _read(files, standard_input):
        if isinstance(item, Rejected):
            rejected.append(item)
        else:
            items.append(item)
    return Documents(tuple(items), tuple(rejected), completion)


def _read(files: Sequence[Path], standard_input: IO[bytes]) -> Iterator[Received[AnyDocument] | Rejected]:
    for path in files:
        if str(path) == "-":
            yield from read_any_stream("-", standard_input, None, "")
        else:
            yield from read_any(path, None, "")


def alone(documents: Documents) -> Iterator[Diagnostic]:
    """What is to be said of corrections whose invoice is not among the files: they change nothing.

    One that names no invoice, or that of another supplier, is an error.
    """
    numbers = {each.number for each in documents.purchases if not is_correction(each)}
    for correction in documents.alone:
        number, wanted = correction.number, ", ".join(correction.corrected_numbers)
        place = documents.item_of(correction).span
        if not wanted:
            yield problems.NOTHING_CORRECTED.at(place, number=number)
        elif numbers & set(correction.corrected_numbers):
            party = documents.party_of(correction)
            who = party.code or party.name or party.tax_id or "?"
            yield problems.OTHER_PARTY.at(place, number=number, wanted=wanted, party=who)
        else:
            yield problems.CORRECTION_ALONE.at(place, number=number, wanted=wanted)


def unclear(documents: Documents, family: PurchaseFamily) -> Iterator[Diagnostic]:
    """That nobody knows which of several corrections of one number is in the internal sale already."""
    for correction in family.unclear:
        assert family.sale
        party, place = documents.party_of(correction), documents.item_of(correction).span
        who = party.code or party.name or party.tax_id or "?"
        yield problems.SAME_NUMBER.at(place, number=correction.number, party=who, sale=family.sale.number)


def of_correction(
    validator: Validator, item: Received[AnyDocument], operation: str, documents: Documents
) -> Iterator[Diagnostic]:
    """What is to be said of a correction: what rules say, and that it has to be one of a single invoice.

    A border correction names its invoice by the number alone, which invoices of two suppliers may have.
    """
    correction = item.document
    assert isinstance(correction, PurchaseInvoice)
    numbers = dict.fromkeys(correction.corrected_numbers)
    if len(numbers) > 1:
        yield problems.SEVERAL_INVOICES.at(item.span, number=correction.number, wanted=", ".join(numbers))
    named = [each for each in documents.purchases if not is_correction(each) and each.number in numbers]
    if correction.border_correction and issuer_count([documents.party_of(each) for each in named]) > len(numbers):
        yield problems.WHICH_INVOICE.at(item.span, number=correction.number, wanted=", ".join(numbers))
    yield from of_operation(validator, item, operation)


def of_operation(validator: Validator, item: Received[AnyDocument], operation: str) -> tuple[Diagnostic, ...]:
    """What the rules of an operation say of a document, what its reader said before it; other rules are not asked."""
    found = validator.validate(item).found
    said = tuple(diagnostic_of(each, item) for each in found if is_for(each.rules, operation))
    return (*item.warnings, *said)


def company(library: Library, by: WntBy) -> Directory:
    """The company's file. Raises `UsageError` where there is none."""
    found = directory_of(library, by.directory, by.today)
    if found is None:
        raise UsageError(
            "Stawki VAT na FSW pochodzą z kart towarów, a w regułach nie ma kartoteki (dekret new kartoteka; --rules).",
            "Rates of an internal sale are those of the goods on file, and the rules have no company's file (--rules).",
        )
    return found
