"""What documents that could not be read name all the same: an invoice that one of them names is held back.

One that was refused may be a correction of the invoice, or its internal sale: without it the internal sale would have
other amounts, or be a second one (001:60, 001:75). It is known by the number of the invoice, which stands in it.
"""

import json
import re
from collections.abc import Iterator

from dekret.intake.locate import documents as places_of
from dekret.intake.received import Received, Rejected
from dekret.model.documents import AnyDocument
from dekret.packs.wnt import problems
from dekret.packs.wnt.by import Documents
from dekret.text.diagnostic import Diagnostic, Related
from dekret.text.source import Span
from dekret.text.wording import Wording

_TEXT = re.compile(r'"(?:[^"\\\n]|\\.)*"')


def held_back(documents: Documents, item: Received[AnyDocument]) -> Iterator[Diagnostic]:
    """The documents without which the internal sale of an invoice is not made."""
    number = item.document.number
    for rejected in documents.rejected:
        if number in texts_of(rejected):
            where = Related(rejected.diagnostics[0].span, Wording("ten dokument", "that document"))
            yield problems.HELD_BACK.at(item.span, related=(where,), number=number)


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
