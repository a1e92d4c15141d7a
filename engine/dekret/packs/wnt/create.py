"""`dekret wnt create`: internal sales (FSW) of the purchase invoices (FZ) that the rules let through (001:50–89).

The conditions stand in `rules/faktury/reguly/wnt-fsw.reguly` (operation WNT FSW), the making in `wnt.convert`, what an
internal sale has to be in `fsw.reguly`. Here documents are put together, numbered and marked with the status W.
"""

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
from dekret.packs.wnt.by import Documents, WntBy, alone, company, of_correction, of_operation, read_all, unclear
from dekret.packs.wnt.held import held_back
from dekret.packs.wnt.numbers import Numbers
from dekret.text.diagnostic import Diagnostic, Severity
from dekret.wnt.convert import ConvertBy, Fault, internal_sale
from dekret.wnt.families import PurchaseFamily, is_correction

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
        self.validator = Validator(library, ValidateBy(by.today, OPERATION, (), self.directory.symbol))
        self._completion = Completion(self.directory)

    def run(self, files: Sequence[Path], standard_input: IO[bytes]) -> Iterator[Created | Refused]:
        """What becomes of every invoice of files, in order; `-` is standard input. Raises `FileError`."""
        documents = read_all(files, standard_input, self._completion)
        yield from (Refused(item.diagnostics) for item in documents.rejected)
        yield from _Run(self, documents).all()


class _Run:
    """The documents of a run made into internal sales."""

    def __init__(self, creation: Creation, documents: Documents) -> None:
        self.creation = creation
        self.documents = documents
        self.numbers = Numbers(creation.by, documents)
        self.seen: set[tuple[str, str]] = set()

    def all(self) -> Iterator[Created | Refused]:
        for item in self.documents.items:
            if not isinstance(item.document, PurchaseInvoice):
                if not isinstance(item.document, InternalSale):
                    yield Refused((problems.OTHER_TYPE.at(item.span, number=item.document.number),))
            elif not is_correction(item.document):
                again = self._repeated(item, item.document, self.seen)
                yield Refused((again,)) if again else self._made(item, item.document)
        yield from (Refused((said,)) for said in alone(self.documents))

    def _repeated(
        self, item: Received[AnyDocument], invoice: PurchaseInvoice, seen: set[tuple[str, str]]
    ) -> Diagnostic | None:
        """That a document came before, marked or not: one makes one internal sale (001:60)."""
        party = self.documents.party_of(invoice)
        key = invoice.number, (party.code or party.tax_id or party.name).casefold()
        if key in seen:
            return problems.TWICE.at(item.span, number=invoice.number)
        seen.add(key)
        return None

    def _made(self, item: Received[AnyDocument], invoice: PurchaseInvoice) -> Created | Refused:
        family = self.documents.family(invoice)
        marked = family.marked
        said = (*self._said_before(item, family), *held_back(self.documents, item))
        if any(each.severity is Severity.ERROR for each in said):
            return Refused((*said, *self._late(family)))
        party_of = self.documents.party_of
        whole = PurchaseFamily(replace(marked, party=party_of(marked)), family.corrections, party_of=party_of)
        by, goods = self.creation.by, self.creation.directory.trade.goods
        sale = internal_sale(whole, ConvertBy(self.numbers.next, by.today, goods, by.deduction))
        if not isinstance(sale, InternalSale):
            return Refused((*said, *(self._fault(fault, family) for fault in sale)))
        self.numbers.take()
        return Created(sale, replace(marked, internal_sale=sale.number), said)

    def _said_before(self, item: Received[AnyDocument], family: PurchaseFamily) -> Iterator[Diagnostic]:
        """What the rules say of the invoice and of the corrections that go in with it, each of which counts once."""
        marked = item._replace(document=family.marked, canonical=ALL_DOCUMENTS.encode(family.marked))
        yield from of_operation(self.creation.validator, marked, OPERATION)
        seen: set[tuple[str, str]] = set()
        for correction in family.corrections if family.sale is None else ():
            its = self.documents.item_of(correction)
            again = self._repeated(its, correction, seen)
            yield from (again,) if again else of_correction(self.creation.validator, its, OPERATION, self.documents)

    def _late(self, family: PurchaseFamily) -> Iterator[Diagnostic]:
        """The corrections that are not in the internal sale, which no program adds to it (001:73–76)."""
        for correction in family.late:
            assert family.sale
            place = self.documents.item_of(correction).span
            yield problems.CORRECTION_LATE.at(place, number=correction.number, sale=family.sale.number)
        yield from unclear(self.documents, family)

    def _fault(self, fault: Fault, family: PurchaseFamily) -> Diagnostic:
        """A fault at its document; the invoice stands here with its party completed, so it is another record."""
        own = next((each for each in family.corrections if each is fault.document), family.invoice)
        return fault_said(fault, self.documents.item_of(own))


_FAULTS = {
    "no-rate": problems.NO_RATE,
    "unplaced": problems.UNPLACED,
    "negative": problems.NEGATIVE,
    "nothing": problems.NOTHING_LEFT,
    "no-change": problems.NOTHING_CHANGES,
    "other-currency": problems.OTHER_CURRENCY,
    "two-tax-points": problems.TWO_TAX_POINTS,
    "service-advance": problems.SERVICE_ADVANCE,
}


def fault_said(fault: Fault, item: Received[AnyDocument]) -> Diagnostic:
    """Why nothing can be made, at the document it is about."""
    return _FAULTS[fault.kind].filled(
        item.span, {"number": fault.document.number, "line": fault.line, "text": fault.text}
    )
