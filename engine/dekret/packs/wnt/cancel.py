"""`dekret wnt cancel`: an internal sale, which frees its purchase invoice, or an invoice that has none (001:65–68)."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from msgspec.structs import replace

from dekret.errors import UsageError
from dekret.intake.received import Received
from dekret.model.documents import ALL_DOCUMENTS, AnyDocument
from dekret.model.invoices import InternalSale, PurchaseInvoice
from dekret.packs.library import Library
from dekret.packs.outcome import Refused
from dekret.packs.validation.rule_sets import ValidateBy
from dekret.packs.validation.validator import Validator
from dekret.packs.wnt import problems
from dekret.packs.wnt.by import Documents, WntBy, of_operation, read_all
from dekret.text.diagnostic import Diagnostic, Severity
from dekret.text.nearest import did_you_mean
from dekret.wnt.families import family_of, is_correction

OPERATION = "WNT anulowanie FZ"


@dataclass(frozen=True, slots=True)
class Cancelled:
    """The documents that were changed, the cancelled one first, and what is to be said."""

    documents: tuple[InternalSale | PurchaseInvoice, ...]
    remarks: tuple[Diagnostic, ...]


def cancel(
    library: Library, by: WntBy, number: str, files: Sequence[Path], standard_input: IO[bytes]
) -> Cancelled | Refused:
    """What becomes of the document of a number when it is cancelled.

    Raises `UsageError` where no document, or more than one, has the number; `FileError`.
    """
    documents = read_all(files, standard_input)
    if documents.rejected:
        return Refused(tuple(each for item in documents.rejected for each in item.diagnostics))
    item = _named(number, documents)
    if isinstance(item.document, InternalSale):
        return _sale(item, item.document, documents)
    assert isinstance(item.document, PurchaseInvoice)
    return _invoice(library, by, item, item.document, documents)


def _named(number: str, documents: Documents) -> Received[AnyDocument]:
    """The internal sale or purchase invoice of a number. Raises `UsageError`."""
    known = [each for each in documents.items if isinstance(each.document, InternalSale | PurchaseInvoice)]
    found = [each for each in known if each.document.number == number]
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(
            f"Numer {number} ma w tych plikach kilka dokumentów; podaj plik z jednym z nich.",
            f"Several documents of these files have the number {number}; give a file with one of them.",
        )
    near = did_you_mean(number, [each.document.number for each in known])
    raise UsageError(
        f"W tych plikach nie ma FSW ani faktury zakupu {number}. {near.pl}".strip(),
        f"These files have no internal sale or purchase invoice {number}. {near.en}".strip(),
    )


def _sale(item: Received[AnyDocument], sale: InternalSale, documents: Documents) -> Cancelled | Refused:
    """The internal sale cancelled, and its invoice without the status W; the invoice itself stays (001:68)."""
    if sale.cancelled:
        return Refused((problems.CANCELLED_BEFORE.at(item.span, number=sale.number),))
    corrections = [each for each in documents.sales if each.correction and not each.cancelled]
    if first := next((each for each in corrections if sale.number in each.corrected_numbers), None):
        return Refused((problems.HAS_CORRECTION.at(item.span, number=sale.number, correction=first.number),))
    cancelled = replace(sale, cancelled=True)
    if sale.correction:
        return Cancelled((cancelled,), ())
    others = [cancelled if other is sale else other for other in (*documents.sales, *documents.purchases)]
    freed: list[PurchaseInvoice] = []
    for invoice in documents.purchases:
        family = family_of(invoice, others)
        if not is_correction(invoice) and cancelled in family.sales:
            freed.append(replace(invoice, internal_sale=family.marked.internal_sale))
    if freed or not sale.source_numbers:
        return Cancelled((cancelled, *freed), ())
    remark = problems.INVOICE_ELSEWHERE.at(item.span, number=sale.number, invoice=sale.source_numbers[0])
    return Cancelled((cancelled,), (remark,))


def _invoice(
    library: Library, by: WntBy, item: Received[AnyDocument], invoice: PurchaseInvoice, documents: Documents
) -> Cancelled | Refused:
    """The invoice cancelled, where the rules for it allow: not while there is an internal sale of it (001:66)."""
    marked = documents.family(invoice).marked
    validator = Validator(library, ValidateBy(by.today, OPERATION, (), by.directory))
    whole = item._replace(document=marked, canonical=ALL_DOCUMENTS.encode(marked))
    said = of_operation(validator, whole, OPERATION)
    if any(each.severity is Severity.ERROR for each in said):
        return Refused(said)
    return Cancelled((replace(marked, cancelled=True),), said)
