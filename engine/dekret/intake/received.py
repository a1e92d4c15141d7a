"""What a reader gives: a document with its place, or what is wrong with the place where one should be."""

from dataclasses import dataclass

from dekret.model.documents import Document
from dekret.text.diagnostic import Diagnostic
from dekret.text.source import Span


@dataclass(frozen=True, slots=True)
class Received:
    """A document, the stretch of the file it was read from, and what is to be said of it all the same."""

    document: Document
    region: Span
    warnings: tuple[Diagnostic, ...] = ()

    @property
    def span(self) -> Span:
        """The place to show when the document is spoken of: its number, where that is found as written."""
        source, number = self.region.source, self.document.number
        place = source.text.find(number, self.region.start, self.region.end)
        return Span(source, place, place + len(number)) if place >= 0 else self.region


@dataclass(frozen=True, slots=True)
class Rejected:
    """Something that is no document, and why."""

    diagnostics: tuple[Diagnostic, ...]
