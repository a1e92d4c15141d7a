"""Rows put together of the texts of their positions: what never changes is joined once, the rest for every payment."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dekret.bank.characters import MisfitError

if TYPE_CHECKING:
    from dekret.bank.compile import Part
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
class Piece:
    """A position: what stands before it where it is joined, its text, which is `static` where it never changes.

    `only_between` separators stand between two texts that are not empty.
    """

    position: Position
    separator: str
    only_between: bool
    part: Part
    static: str | None
    conditional: bool


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a row: its pieces within delimiters; part separators `dropped` at its end part nothing."""

    delimiter: str
    pieces: tuple[Piece, ...]
    dropped: str

    @property
    def is_plain(self) -> bool:
        """Whether the texts just stand one after the other."""
        return not any(piece.conditional or piece.only_between for piece in self.pieces) and (
            len(self.pieces) == 1 or not self.dropped
        )

    def segments(self) -> Iterator[str | Part]:
        """A plain field as texts, and functions that give them."""
        yield self.delimiter
        for index, piece in enumerate(self.pieces):
            if index:
                yield piece.separator
            yield piece.part if piece.static is None else piece.static
        yield self.delimiter

    def text(self, order: Order, file: FileFacts, row: Row) -> str | None:
        """The field; None where it is not there."""
        found: list[str] = []
        for piece in self.pieces:
            text = piece.part(order, file, row)
            if text is None:
                if not found:
                    return None
                continue
            if found and not (piece.only_between and not (text and any(found))):
                found.append(piece.separator)
            found.append(text)
        whole = "".join(found)
        while self.dropped and whole.endswith(self.dropped):
            whole = whole.removesuffix(self.dropped)
        return f"{self.delimiter}{whole}{self.delimiter}"


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
        plain = all(field.is_plain for row in rows for field in row)
        self._template: str | None = None
        self._parts: tuple[Part, ...] = ()
        if plain:
            self._template, self._parts = self._joined()

    def _joined(self) -> tuple[str, tuple[Part, ...]]:
        """The rows as one template with a place for every text that changes."""
        template, parts = "", []
        for number, row in enumerate(self.rows):
            template += self.row_separator if number else ""
            for index, field in enumerate(row):
                template += self.field_separator if index else ""
                for segment in field.segments():
                    if isinstance(segment, str):
                        template += segment.replace("%", "%%")
                    else:
                        template += "%s"
                        parts.append(segment)
        return template, tuple(parts)

    def text(self, order: Order, file: FileFacts) -> str:
        """The rows of an order. Raises `MisfitError`."""
        values = [read(order, file) for read in self.readers]
        if self._template is not None:
            return self._template % tuple([part(order, file, values) for part in self._parts])
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
                piece.part(order, file, values)
            except MisfitError as error:
                found.append(Fault(piece.position, error.problem, error.values))
        return tuple(found)
