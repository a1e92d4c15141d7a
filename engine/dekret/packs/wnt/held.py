"""What holds an invoice back: documents that were refused and may belong to it.

Such a document may be a correction of the invoice, or its internal sale: without it the internal sale would have other
amounts, or be a second one (001:60, 001:75). One that could not be read is known by the number of the invoice, which
stands in it; a correction without an invoice here, by the number that it names, or by its supplier if it names none.
"""

import json
import re
from collections.abc import Iterator

from dekret.intake.locate import documents as places_of
from dekret.intake.received import Received, Rejected
from dekret.model.documents import AnyDocument
from dekret.model.invoices import PurchaseInvoice
from dekret.packs.wnt import problems
from dekret.packs.wnt.by import Documents
from dekret.text.diagnostic import Diagnostic, Related
from dekret.text.source import Span
from dekret.text.wording import Wording
from dekret.wnt.families import same_party

_TEXT = re.compile(r'"(?:[^"\\\n]|\\.)*"')


def held_back(documents: Documents, item: Received[AnyDocument]) -> Iterator[Diagnostic]:
    """The documents without which the internal sale of an invoice is not made."""
    invoice = item.document
    assert isinstance(invoice, PurchaseInvoice)
    unread = (each.diagnostics[0].span for each in documents.rejected if invoice.number in texts_of(each))
    astray = (documents.item_of(each).span for each in documents.alone if _may_correct(each, invoice, documents))
    for place in (*unread, *astray):
        where = Related(place, Wording("ten dokument", "that document"))
        yield problems.HELD_BACK.at(item.span, related=(where,), number=invoice.number)


def _may_correct(correction: PurchaseInvoice, invoice: PurchaseInvoice, documents: Documents) -> bool:
    """Whether a correction without an invoice may be meant for this one: it names its number, or no number at all."""
    if correction.corrected_numbers:
        return invoice.number in correction.corrected_numbers
    parties = documents.party_of(correction), documents.party_of(invoice)
    return correction.border_correction or same_party(*parties)


def texts_of(rejected: Rejected) -> frozenset[str]:
    """The texts within a document that could not be read; of a file that is no JSON those of all of it."""
    return frozenset(_texts(_stretch(rejected.diagnostics[0].span)))


def _stretch(span: Span) -> str:
    """The document at a place of a file; the whole file where its documents cannot be told apart."""
    text = span.source.text
    try:
        places = places_of(text)
    except (json.JSONDecodeError, RecursionError):
        return text
    return next((text[start:end] for start, end in places if start <= span.start < end), text)


def _texts(text: str) -> Iterator[str]:
    for found in _TEXT.finditer(text):
        try:
            yield str(json.loads(found[0], strict=False))
        except json.JSONDecodeError:
            yield found[0][1:-1]
