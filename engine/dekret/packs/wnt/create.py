"""`dekret wnt create`: internal sales (FSW) of the purchase invoices (FZ) that the rules let through (001:50–89).

The conditions stand in `rules/faktury/reguly/wnt-fsw.reguly` (operation WNT FSW), the making in `wnt.convert`, what an
internal sale has to be in `fsw.reguly`. Here documents are put together, numbered and marked with the status W.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from msgspec.structs import replace

from dekret.company.complete import Completion
from dekret.intake.received import Received
from dekret.model.documents import ALL_DOCUMENTS, AnyDocument
from dekret.model.invoices import InternalSale, PurchaseInvoice
from dekret.packs.library import Library
from dekret.packs.outcome import Refused
from dekret.packs.validation.rule_sets import ValidateBy
from dekret.packs.validation.validator import Validator
from dekret.packs.wnt import problems
from dekret.packs.wnt.by import Documents, WntBy, company, of_operation, read_all
from dekret.text.diagnostic import Diagnostic, Severity
from dekret.wnt.convert import ConvertBy, Fault, internal_sale
from dekret.wnt.families import PurchaseFamily, is_correction, without_invoice

OPERATION = "WNT FSW"


@dataclass(frozen=True, slots=True)
class Created:
    """An internal sale, the purchase invoice with its status W, what is to be said all the same."""

    sale: InternalSale
    invoice: PurchaseInvoice
    remarks: tuple[Diagnostic, ...]


class Creation:
    """Makes the internal sales of the purchase invoices of a run."""

    def __init__(self, library: Library, by: WntBy) -> None:
        """Raises `UsageError` where there is no company's file."""
        self.by = by
        self.directory = company(library, by)
        validate = ValidateBy(by.today, OPERATION, (), self.directory.symbol)
        self._validator = Validator(library, validate)
        self._completion = Completion(self.directory)

    def run(self, files: Sequence[Path], standard_input: IO[bytes]) -> Iterator[Created | Refused]:
        """What becomes of every invoice of files, in order; `-` is standard input. Raises `FileError`."""
        documents = read_all(files, standard_input)
        yield from (Refused(item.diagnostics) for item in documents.rejected)
        numbers = _Numbers(self.by, documents.sales)
        seen: set[tuple[str, str]] = set()
        for item in documents.items:
            if not isinstance(item.document, PurchaseInvoice):
                if not isinstance(item.document, InternalSale):
                    yield Refused((problems.OTHER_TYPE.at(item.span, number=item.document.number),))
            elif not is_correction(item.document):
                yield self._repeated(item, item.document, seen) or self._made(item, item.document, documents, numbers)
        yield from self._alone(documents)

    def _repeated(
        self, item: Received[AnyDocument], invoice: PurchaseInvoice, seen: set[tuple[str, str]]
    ) -> Refused | None:
        """That an invoice came before, marked or not: one makes one internal sale (001:60)."""
        party = self._completion.party(invoice.party) or invoice.party
        key = invoice.number, (party.code or party.tax_id or party.name).casefold()
        if key in seen:
            return Refused((problems.TWICE.at(item.span, number=invoice.number),))
        seen.add(key)
        return None

    def _made(
        self, item: Received[AnyDocument], invoice: PurchaseInvoice, documents: Documents, numbers: "_Numbers"
    ) -> Created | Refused:
        family = documents.family(invoice)
        marked = family.marked
        whole_item = item._replace(document=marked, canonical=ALL_DOCUMENTS.encode(marked))
        said = of_operation(self._validator, whole_item, OPERATION)
        late = tuple(self._late(family, documents, item))
        if any(each.severity is Severity.ERROR for each in said):
            return Refused((*said, *late))
        party = self._completion.party(marked.party) or marked.party
        whole = PurchaseFamily(replace(marked, party=party), family.corrections)
        goods = self.directory.trade.goods
        sale = internal_sale(whole, ConvertBy(numbers.next, self.by.today, goods, self.by.deduction))
        if not isinstance(sale, InternalSale):
            faults = tuple(_said(fault, documents, item) for fault in sale)
            return Refused((*said, *faults))
        numbers.take()
        return Created(sale, replace(marked, internal_sale=sale.number), said)

    def _late(self, family: PurchaseFamily, documents: Documents, item: Received[AnyDocument]) -> Iterator[Diagnostic]:
        """The corrections that are not in the internal sale, which no program adds to it (001:73–76)."""
        for correction in family.late:
            assert family.sale
            place = _place(correction.number, documents, item).span
            yield problems.CORRECTION_LATE.at(place, number=correction.number, sale=family.sale.number)

    def _alone(self, documents: Documents) -> Iterator[Refused]:
        """Corrections whose invoice is not among the files: they change nothing."""
        invoices = [each for each in documents.purchases if not is_correction(each)]
        corrections = [each for each in documents.purchases if is_correction(each)]
        for correction in without_invoice(corrections, invoices):
            item = next(each for each in documents.items if each.document is correction)
            wanted = ", ".join(correction.corrected_numbers) or "–"
            yield Refused((problems.CORRECTION_ALONE.at(item.span, number=correction.number, wanted=wanted),))


class _Numbers:
    """Numbers of internal sales: FAWFZ/1/2026, behind those of the year that are there already."""

    def __init__(self, by: WntBy, there: Sequence[InternalSale]) -> None:
        form = re.compile(rf"{re.escape(by.series)}/(\d{{1,9}})/{by.today.year}")
        used = [int(found[1]) for sale in there if (found := form.fullmatch(sale.number))]
        self._by = by
        self._count = max(used, default=0) + 1 if by.first is None else by.first

    @property
    def next(self) -> str:
        return f"{self._by.series}/{self._count}/{self._by.today.year}"

    def take(self) -> None:
        self._count += 1


_FAULTS = {
    "no-rate": problems.NO_RATE,
    "unplaced": problems.UNPLACED,
    "tax": problems.CORRECTION_TAX,
    "negative": problems.NEGATIVE,
    "nothing": problems.NOTHING_LEFT,
}


def _said(fault: Fault, documents: Documents, item: Received[AnyDocument]) -> Diagnostic:
    place = _place(fault.number, documents, item)
    return _FAULTS[fault.kind].filled(place.span, {"number": fault.number, "line": fault.line, "text": fault.text})


def _place(number: str, documents: Documents, item: Received[AnyDocument]) -> Received[AnyDocument]:
    """The document of a number; the invoice itself where that is its own."""
    if number == item.document.number:
        return item
    return next(each for each in documents.items if each.document.number == number)
