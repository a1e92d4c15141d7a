"""What a reader gives: a document with its place, or what is wrong with the place where one should be."""

from dataclasses import dataclass

from dekret.model.documents import Document
from dekret.text.diagnostic import Diagnostic
from dekret.text.source import Span


@dataclass(frozen=True, slots=True)
class Received:
    """A document, where it was read from, and what is to be said of it all the same."""

    document: Document
    span: Span
    warnings: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Rejected:
    """Something that is no document, and why."""

    diagnostics: tuple[Diagnostic, ...]
