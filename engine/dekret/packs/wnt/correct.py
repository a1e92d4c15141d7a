"""`dekret wnt correct`: corrections of internal sales (FSW) for what came to their invoices later (001:71–76).

The making stands in `wnt.correct`. A correction of the purchase that is in the internal sale already, or in one of its
corrections, is passed over.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

from dekret.company.complete import Completion
from dekret.intake.received import Received
from dekret.model.documents import AnyDocument
from dekret.model.invoices import InternalSale, PurchaseInvoice
from dekret.packs.library import Library
from dekret.packs.mapping.opened import directory_of
from dekret.packs.outcome import Refused
from dekret.packs.validation.rule_sets import ValidateBy
from dekret.packs.validation.validator import Validator
from dekret.packs.wnt import problems
from dekret.packs.wnt.by import Documents, WntBy, alone, of_correction, read_all, unclear
from dekret.packs.wnt.create import OPERATION, fault_said
from dekret.packs.wnt.held import held_back
from dekret.packs.wnt.numbers import Numbers
from dekret.text.diagnostic import Diagnostic, Severity
from dekret.wnt.convert import ConvertBy
from dekret.wnt.correct import sale_correction
from dekret.wnt.families import PurchaseFamily, is_correction


@dataclass(frozen=True, slots=True)
class Corrected:
    """A correction of an internal sale, and what is to be said all the same."""

    sale: InternalSale
    remarks: tuple[Diagnostic, ...]


class Correcting:
    """Makes the corrections of the internal sales of a run."""

    def __init__(self, library: Library, by: WntBy) -> None:
        self.by = by
        directory = directory_of(library, by.directory, by.today)
        symbol = directory.symbol if directory else None
        self._validator = Validator(library, ValidateBy(by.today, OPERATION, (), symbol))
        self._completion = Completion(directory) if directory else None

    def run(self, files: Sequence[Path], standard_input: IO[bytes]) -> Iterator[Corrected | Refused]:
        """What becomes of every later correction of files; `-` is standard input. Raises `FileError`."""
        documents = read_all(files, standard_input, self._completion)
        yield from (Refused(item.diagnostics) for item in documents.rejected)
        numbers = Numbers(self.by, documents)
        for item in documents.items:
            if isinstance(item.document, PurchaseInvoice) and not is_correction(item.document):
                yield from self._of_invoice(item, documents.family(item.document), documents, numbers)
        yield from (Refused((said,)) for said in alone(documents))

    def _of_invoice(
        self, item: Received[AnyDocument], family: PurchaseFamily, documents: Documents, numbers: Numbers
    ) -> Iterator[Corrected | Refused]:
        if family.sale is None:
            if family.corrections:
                yield Refused((problems.NO_SALE.at(item.span, number=family.invoice.number),))
            return
        if held := (*held_back(documents, item), *unclear(documents, family)):
            yield Refused(held)
            return
        for correction in family.late:
            done = self._corrected(family, correction, documents, numbers)
            yield done
            if isinstance(done, Refused):
                return
            family = replace(family, sales=(*family.sales, done.sale))

    def _corrected(
        self, family: PurchaseFamily, correction: PurchaseInvoice, documents: Documents, numbers: Numbers
    ) -> Corrected | Refused:
        item = documents.item_of(correction)
        if correction not in family.late:
            return Refused((problems.TWICE.at(item.span, number=correction.number),))
        found = of_correction(self._validator, item, OPERATION, documents)
        said = tuple(each for each in found if each.severity is not Severity.INFO)
        if any(each.severity is Severity.ERROR for each in said):
            return Refused(said)
        sale = sale_correction(family, correction, ConvertBy(numbers.next, self.by.today, {}))
        if isinstance(sale, InternalSale):
            numbers.take()
            return Corrected(sale, said)
        return Refused((*said, *(fault_said(fault, item) for fault in sale)))
