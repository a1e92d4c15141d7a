"""Verbs on purchases within the EU: internal sales made of purchase invoices, and cancelled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING

from dekret.packs.library import Library
from dekret.packs.wnt.by import WntBy
from dekret.text.diagnostic import Diagnostic

if TYPE_CHECKING:
    from dekret.packs.outcome import Refused


@dataclass(frozen=True, slots=True)
class CreatedTexts:
    """An internal sale and its purchase invoice with the status W, each as JSON; what is to be said all the same."""

    sale: str
    invoice: str
    remarks: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class CorrectedText:
    """A correction of an internal sale as JSON; what is to be said all the same."""

    sale: str
    remarks: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class CancelledTexts:
    """The documents that a cancellation changed, as JSON, the cancelled one first; what is to be said."""

    documents: tuple[str, ...]
    remarks: tuple[Diagnostic, ...]


def create_internal_sales(
    rules: Library, by: WntBy, files: Sequence[Path], standard_input: IO[bytes]
) -> Iterator[CreatedTexts | Refused]:
    """What becomes of every purchase invoice of files; `-` is standard input. Raises `UsageError`, `FileError`."""
    from dekret.model.documents import encode
    from dekret.packs.outcome import Refused
    from dekret.packs.wnt.create import Creation

    for item in Creation(rules, by).run(files, standard_input):
        if isinstance(item, Refused):
            yield item
        else:
            yield CreatedTexts(encode(item.sale).decode(), encode(item.invoice).decode(), item.remarks)


def correct_internal_sales(
    rules: Library, by: WntBy, files: Sequence[Path], standard_input: IO[bytes]
) -> Iterator[CorrectedText | Refused]:
    """The corrections of internal sales that later corrections of their invoices ask for. Raises `FileError`."""
    from dekret.model.documents import encode
    from dekret.packs.outcome import Refused
    from dekret.packs.wnt.correct import Correcting

    for item in Correcting(rules, by).run(files, standard_input):
        yield item if isinstance(item, Refused) else CorrectedText(encode(item.sale).decode(), item.remarks)


def cancel_document(
    rules: Library, by: WntBy, number: str, files: Sequence[Path], standard_input: IO[bytes]
) -> CancelledTexts | Refused:
    """An internal sale or a purchase invoice cancelled, or why it cannot be. Raises `UsageError`, `FileError`."""
    from dekret.model.documents import encode
    from dekret.packs.outcome import Refused
    from dekret.packs.wnt.cancel import cancel

    found = cancel(rules, by, number, files, standard_input)
    if isinstance(found, Refused):
        return found
    return CancelledTexts(tuple(encode(each).decode() for each in found.documents), found.remarks)
