"""Lines of a rule file and the structure they make: definitions, sections, entries, tables, text blocks."""

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TypeAlias

from dekret.text.source import Span


@dataclass(frozen=True, slots=True)
class Cell:
    r"""A piece of text that a language will read: a value, a key, a cell of a table.

    `text` is what is meant, `span` where it stands. The two differ where `\\|` or an invisible character was
    written or the cell was continued; `pieces` then tie offsets of the text to offsets of the source.
    """

    span: Span = field(compare=False)
    text: str
    pieces: tuple[tuple[int, int], ...] = field(default=(), compare=False)

    def place(self, start: int, end: int) -> Span:
        """The span of offsets `start` to `end` of the text."""
        begin = self._origin(start)
        last = self._origin(end - 1) + 1 if end > start else begin
        return Span(self.span.source, begin, max(begin, last))

    def _origin(self, offset: int) -> int:
        if not self.pieces:
            return self.span.start + offset
        index = bisect_right(self.pieces, (offset, 1 << 60)) - 1
        logical, origin = self.pieces[max(index, 0)]
        return origin + offset - logical

    def after(self, offset: int) -> "Cell":
        """What is left of the cell from an offset of its text on."""
        start = self._origin(offset)
        span = Span(self.span.source, start, max(start, self.span.end))
        later = tuple((logical - offset, origin) for logical, origin in self.pieces if logical > offset)
        return Cell(span, self.text[offset:], ((0, start), *later) if later else ())

    def joined(self, other: "Cell") -> "Cell":
        """This cell continued by another, with a blank between."""
        if not other.text:
            return self
        if not self.text:
            return other
        shift = len(self.text) + 1
        mine = self.pieces or ((0, self.span.start),)
        more = other.pieces or ((0, other.span.start),)
        pieces = (*mine, *((logical + shift, origin) for logical, origin in more))
        return Cell(self.span.to(other.span), f"{self.text} {other.text}", pieces)


@dataclass(frozen=True, slots=True)
class Blank:
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True)
class Comment:
    span: Span = field(compare=False)
    text: str


@dataclass(frozen=True, slots=True)
class HeaderLine:
    """`schemat "RAPORTY-KB"`"""

    span: Span = field(compare=False)
    keyword: Cell
    symbol: Cell
    rest: Cell | None


@dataclass(frozen=True, slots=True)
class SectionLine:
    """`[Nagłówek]`"""

    span: Span = field(compare=False)
    name: Cell
    rest: Cell | None


@dataclass(frozen=True, slots=True)
class EntryLine:
    """`klucz = wartość`"""

    span: Span = field(compare=False)
    key: Cell
    value: Cell


@dataclass(frozen=True, slots=True)
class MoreLine:
    """`… the rest of the value above`"""

    span: Span = field(compare=False)
    value: Cell


@dataclass(frozen=True, slots=True)
class RowLine:
    """`| a | b |`; `more` where the first cell is `…`, which is then left out of the text of that cell."""

    span: Span = field(compare=False)
    cells: tuple[Cell, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class TextLines:
    '''`"""` … `"""`; the content without the line of either fence. `closed` is false where the end is missing.'''

    span: Span = field(compare=False)
    content: Cell
    closed: bool


@dataclass(frozen=True, slots=True)
class Junk:
    """A line that is none of the others."""

    span: Span = field(compare=False)
    text: str


Line: TypeAlias = Blank | Comment | HeaderLine | SectionLine | EntryLine | MoreLine | RowLine | TextLines | Junk


@dataclass(frozen=True, slots=True)
class Row:
    span: Span = field(compare=False)
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `lost` are its rows with more or fewer cells than the header, which was told."""

    span: Span = field(compare=False)
    header: Row
    rows: tuple[Row, ...]
    lost: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    span: Span = field(compare=False)
    key: Cell
    value: Cell


@dataclass(frozen=True, slots=True)
class Section:
    """A section; without a name, what stands between the header and the first section.

    `loose` are the lines in it that are nothing a rule file knows; where a text belongs, its quotes may be missing.
    """

    span: Span = field(compare=False)
    name: Cell | None
    entries: tuple[Entry, ...]
    tables: tuple[Table, ...]
    texts: tuple[Cell, ...]
    loose: tuple[Span, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Definition:
    span: Span = field(compare=False)
    keyword: Cell
    symbol: Cell
    preamble: Section
    sections: tuple[Section, ...]
