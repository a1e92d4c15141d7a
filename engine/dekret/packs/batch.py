"""Batches: documents of files posted one after the other, numbered, and held against what is posted already."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import IO, TYPE_CHECKING

from dekret.intake.read import read_documents, read_stream
from dekret.intake.received import Line, Received, Rejected
from dekret.model.documents import Document
from dekret.model.payments import Payment
from dekret.packs import problems
from dekret.packs.numbering import Journals
from dekret.packs.outcome import LEFT_OUT, Posted, Refused
from dekret.packs.poster import Poster, identity_of

if TYPE_CHECKING:
    from dekret.packs.mapping.run import Mapping

_AT_ONCE = 4000
"""Documents that the store is asked about together."""

PostedBefore = Callable[[Sequence[str]], set[str]]
"""Which of some identities are posted already."""


def received(
    poster: Poster, inputs: Sequence[Path], standard_input: IO[bytes], mapping: "Mapping | None" = None
) -> Iterator[Received[Document] | Rejected]:
    """The documents of files, one after the other; `-` is standard input. Raises `FileError`.

    `mapping` reads the files where they are no documents yet.
    """
    for path in inputs:
        if mapping:
            found = mapping.stream("-", standard_input) if str(path) == "-" else mapping.file(path)
            yield from (item if isinstance(item, Rejected) else item.received for item in found)
        elif str(path) == "-":
            yield from read_stream("-", standard_input, poster.kind, poster.own_tax_id)
        else:
            yield from read_documents(path, poster.kind, poster.own_tax_id)


def post_all(
    poster: Poster,
    documents: Iterable[Received[Document] | Rejected],
    journals: Journals,
    posted: PostedBefore | None = None,
) -> Iterator[Posted | Refused]:
    """What becomes of every document, in order, as a stream."""
    for item, known in _asked(documents, posted):
        if isinstance(item, Rejected):
            yield Refused(item.diagnostics)
        else:
            yield _posted(poster, item, journals, known)


def _posted(poster: Poster, item: Received[Document], journals: Journals, known: set[str]) -> Posted | Refused:
    if poster.leaves_out(item):
        return LEFT_OUT
    identity = identity_of(item)
    result: Posted | Refused | None = poster.repeated(item, identity)
    if result is None and identity in known:
        result = Refused((problems.POSTED_BEFORE.at(item.span, number=item.document.number),))
    if result is None:
        result = poster.post_new(item, identity)
    if isinstance(result, Refused):
        return replace(result, source=source_of(item))
    return Posted(journals.numbered(result.entry), result.remarks)


def _asked(
    documents: Iterable[Received[Document] | Rejected], posted: PostedBefore | None
) -> Iterator[tuple[Received[Document] | Rejected, set[str]]]:
    """Every document, with those of its neighbours that are posted already."""
    if posted is None:
        nothing: set[str] = set()
        for item in documents:
            yield item, nothing
        return
    stream = iter(documents)
    while chunk := list(islice(stream, _AT_ONCE)):
        known = posted([identity_of(item) for item in chunk if isinstance(item, Received)])
        for item in chunk:
            yield item, known


def source_of(item: Received[Document] | Received[Payment]) -> str:
    """The text of a document as it stands in its file; empty for one that takes a whole file of its own."""
    if isinstance(item.origin, Line):
        return item.origin.data.decode("utf-8-sig", errors="replace").strip()
    return item.origin.text.strip() if item.origin.text.lstrip().startswith("{") else item.canonical.decode()
