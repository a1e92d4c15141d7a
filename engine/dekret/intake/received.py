"""What a reader gives: a document with its place, or what is wrong with the place where one should be."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from dekret.model.documents import AnyDocument
from dekret.model.payments import Payment
from dekret.text.diagnostic import Diagnostic
from dekret.text.source import Source, Span

R = TypeVar("R", bound=AnyDocument | Payment)
"""What comes in: a document, or a payment."""


class Line(NamedTuple):
    """A line of a file of documents, kept as it was read; a `Span` is made of it only when it is spoken of."""

    name: str
    number: int
    data: bytes

    def span(self) -> Span:
        text = self.data.decode("utf-8-sig", errors="replace").rstrip("\r\n")
        return Source(self.name, text, first_line=self.number).span(0, len(text))


class Received(NamedTuple, Generic[R]):
    """A document, the stretch of the file it was read from, and what is to be said of it all the same.

    `document` is a payment where payments are read. `canonical` is its JSON in its one form, by which the same
    document is known again. `position` tells the place of a position, counted from 0, in a text that is not JSON.
    """

    document: R
    canonical: bytes
    origin: Span | Line
    warnings: tuple[Diagnostic, ...] = ()
    position: Callable[[int], Span] | None = None

    @property
    def region(self) -> Span:
        """The whole stretch of the file."""
        return self.origin.span() if isinstance(self.origin, Line) else self.origin

    @property
    def place(self) -> tuple[str, int]:
        """File and line."""
        if isinstance(self.origin, Line):
            return self.origin.name, self.origin.number
        return self.origin.source.name, self.origin.line

    @property
    def span(self) -> Span:
        """The place to show when the document is spoken of: its number, where that is found as written."""
        return place_of(self.region, self.document.number)

    def span_of(self, text: str) -> Span:
        """The place of a text of the document, such as an account, where it is found as written; else its number."""
        found = place_of(self.region, text) if text else self.region
        return found if found.text == text else self.span


def place_of(region: Span, number: str) -> Span:
    """The place of a number in a stretch of text; all of it where the number is written another way."""
    place = region.source.text.find(number, region.start, region.end)
    return Span(region.source, place, place + len(number)) if place >= 0 else region


@dataclass(frozen=True, slots=True)
class Rejected:
    """Something that is no document, and why."""

    diagnostics: tuple[Diagnostic, ...]
