"""Rows put together of the texts of their positions: what never changes is joined once, the rest for every payment.

The rows of a layout become one Python function, made of the parts of its positions: a record has some twenty of them,
and a call for each that only hands on would take as long as the work itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from dekret.bank.characters import MisfitError

if TYPE_CHECKING:
    from dekret.bank.nodes import Position
    from dekret.bank.orders import FileFacts, Order
    from dekret.expr.compile import Row
    from dekret.text.diagnostic import Problem
    from dekret.text.wording import Value as Said


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, or was shortened, in one position of one record."""

    position: Position
    problem: Problem
    values: dict[str, Said]


@dataclass(frozen=True, slots=True)
class Part:
    """What gives the text of a position: Python over `order`, `file` and `row`, and the names in it.

    It gives None where the condition of the position does not hold, and raises `MisfitError`.
    """

    source: str
    names: Mapping[str, object]

    def function(self) -> PartOf:
        """The part as a function of its own."""
        return _function(self.source, self.names)


PartOf: TypeAlias = "Callable[[Order, FileFacts, Row], str | None]"


def _function(source: str, names: Mapping[str, object]) -> Callable[..., Any]:
    """A function of an order, the facts of its file, and the values of the macros of expressions."""
    code = compile(f"lambda order, file, row: {source}", "<format>", "eval")
    return cast("Callable[..., Any]", eval(code, dict(names)))  # noqa: S307 - made here, of the table of fields alone


@dataclass(frozen=True, slots=True)
class Piece:
    """A position: what stands before it where it is joined, its text, which is `static` where it never changes.

    `only_between` separators stand between two texts that are not empty.
    """

    position: Position
    separator: str
    only_between: bool
    part: Part
    of: PartOf
    static: str | None
    conditional: bool


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a row: its pieces within delimiters; part separators `dropped` at its end part nothing."""

    delimiter: str
    pieces: tuple[Piece, ...]
    dropped: str

    @property
    def is_there(self) -> bool:
        """Whether the field is in every record of its layout."""
        return not any(piece.conditional for piece in self.pieces)

    def segments(self) -> Iterator[str | Part]:
        """A field that is always there, as texts and functions that give them."""
        inner = list(self._inner())
        if any(piece.only_between for piece in self.pieces):
            name = f"t{id(self)}"
            yield Part(f"{name}(order, file, row)", {name: self.text})
        elif not self.dropped or len(self.pieces) == 1:
            yield from (self.delimiter, *inner, self.delimiter)
        elif all(isinstance(segment, str) for segment in inner):
            yield f"{self.delimiter}{self._trimmed(''.join(map(str, inner)))}{self.delimiter}"
        else:
            name = f"t{id(self)}"
            whole = joined(inner)
            trimmed = Part(f"{name}({whole.source})", {**whole.names, name: self._trimmed})
            yield from (self.delimiter, trimmed, self.delimiter)

    def _inner(self) -> Iterator[str | Part]:
        """What stands between the delimiters."""
        for index, piece in enumerate(self.pieces):
            if index:
                yield piece.separator
            yield piece.part if piece.static is None else piece.static

    def _trimmed(self, text: str) -> str:
        """A text without the part separators at its end."""
        if len(self.dropped) == 1:
            return text.rstrip(self.dropped)
        while self.dropped and text.endswith(self.dropped):
            text = text.removesuffix(self.dropped)
        return text

    def text(self, order: Order, file: FileFacts, row: Row) -> str | None:
        """The field; None where it is not there."""
        found: list[str] = []
        for piece in self.pieces:
            text = piece.of(order, file, row)
            if text is None:
                if not found:
                    return None
                continue
            if found and not (piece.only_between and not (text and any(found))):
                found.append(piece.separator)
            found.append(text)
        return f"{self.delimiter}{self._trimmed(''.join(found))}{self.delimiter}"


def joined(segments: Iterable[str | Part]) -> Part:
    """Texts and parts, one after the other, as one part."""
    template, sources = "", []
    names: dict[str, object] = {}
    for segment in segments:
        if isinstance(segment, str):
            template += segment.replace("%", "%%")
        else:
            template += "%s"
            sources.append(segment.source)
            names |= segment.names
    return Part(f"{template!r} % ({''.join(f'{source}, ' for source in sources)})", names)


class Rows:
    """The rows of a record as functions."""

    def __init__(
        self,
        rows: list[list[Field]],
        field_separator: str,
        row_separator: str,
        readers: Sequence[Callable[..., object]],
    ) -> None:
        self.rows = rows
        self.field_separator = field_separator
        self.row_separator = row_separator
        self.readers = readers
        whole = all(field.is_there for row in rows for field in row)
        self._whole = joined(self._segments()).function() if whole else None

    def _segments(self) -> Iterator[str | Part]:
        """The rows, all of whose fields are always there, as texts and functions."""
        for number, row in enumerate(self.rows):
            if number:
                yield self.row_separator
            for index, field in enumerate(row):
                if index:
                    yield self.field_separator
                yield from field.segments()

    def text(self, order: Order, file: FileFacts) -> str:
        """The rows of an order. Raises `MisfitError`."""
        values = [read(order, file) for read in self.readers] if self.readers else ()
        if self._whole:
            return cast("str", self._whole(order, file, values))
        written = []
        for row in self.rows:
            fields = [text for field in row if (text := field.text(order, file, values)) is not None]
            if fields:
                written.append(self.field_separator.join(fields))
        return self.row_separator.join(written)

    def faults(self, order: Order, file: FileFacts) -> tuple[Fault, ...]:
        """Everything that does not fit, position by position."""
        values = [read(order, file) for read in self.readers]
        found = []
        for piece in (piece for row in self.rows for field in row for piece in field.pieces):
            try:
                piece.of(order, file, values)
            except MisfitError as error:
                found.append(Fault(piece.position, error.problem, error.values))
        return tuple(found)
