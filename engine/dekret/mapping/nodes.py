"""A map as it was written: rows with their sources, parts with their rows."""

import datetime as dt
from dataclasses import dataclass

from dekret.mapping.language import Direction, FileKind, Lookup, Missing, Written
from dekret.mapping.paths import Way
from dekret.mapping.targets import PartList, Target
from dekret.syntax.nodes import Cell
from dekret.text.source import Span


@dataclass(frozen=True, slots=True)
class Source:
    """A source of a row: what is written, and the cell it is written in."""

    written: Written
    cell: Cell


@dataclass(frozen=True, slots=True)
class Row:
    """A row: the target by its name, the chain of sources, the first that is not empty counts."""

    span: Span
    target: Cell
    chain: tuple[Source, ...]
    required: bool
    lookup: Lookup | None
    lookup_place: Span
    missing: Missing | None
    missing_place: Span

    @property
    def name(self) -> str:
        return self.target.text


@dataclass(frozen=True, slots=True)
class Part:
    """A table for a part that repeats: in reading from where, in writing under which name."""

    span: Span
    parts: PartList
    base: Way | None
    base_place: Span
    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Map:
    """A map. `target` is the record that it fills, in writing the one that it prepares a template's record from."""

    span: Span
    symbol: str
    name: str
    direction: Direction
    file: FileKind
    target: Target
    template: str
    shape: str
    shape_place: Span
    document: Way
    document_place: Span
    rows: tuple[Row, ...]
    parts: tuple[Part, ...]
    valid_from: dt.date | None
    valid_until: dt.date | None
    version: str
