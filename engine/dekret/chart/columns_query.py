"""The query of a list with user columns as one text, each character of it with its place in the author's file.

The list's own tables come first, then those of the user, each a LEFT JOIN under the name UsrA, UsrB … in their order
(seeds/002:2863, 3306), unless it has a name of its own. `_DATASOURCE_` is the row of the list (seeds/002:3302): the
first of its own tables.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dekret.chart.aliases import Alias, as_references
from dekret.chart.definitions import Join, UserColumn, UserColumns
from dekret.chart.sourcemap import Fragment
from dekret.sql import parts
from dekret.syntax.nodes import Cell
from dekret.text.source import Span
from dekret.text.wording import Wording

ROW = "_DATASOURCE_"
_ROW = re.compile(rf"\b{ROW}\b", re.IGNORECASE)
ROWS = "Wierszy"
"""The column of a query that counts."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What of a definition goes into its query: columns of the list and of the user, tables."""

    columns: tuple[UserColumn, ...]
    joins: tuple[Join, ...]


def everything(columns: UserColumns) -> Chosen:
    """All of a definition."""
    return Chosen((*columns.own, *columns.columns), columns.joins)


def whole(columns: UserColumns, chosen: Chosen, aliases: Iterable[tuple[Alias, Span]] = ()) -> Fragment:
    """The query of a list; a list without columns of its own has the number of its row.

    `aliases` are those that the texts use, each with a place, declared at the end; without them `#Alias#` stays.
    """
    declared = tuple(aliases)
    query = _Written(columns, references=bool(declared))
    query.made("SELECT\n", columns.span)
    for place, column in enumerate(chosen.columns):
        query.made("    " if not place else ",\n    ", column.span)
        query.own(column.expression)
        quoted = column.caption.replace("]", "]]")
        query.made(f"\n        AS [{quoted}]", column.span)
    if not chosen.columns:
        query.made("    1 AS [Lp]", columns.span)
    _from(query, columns, chosen.joins)
    if columns.order:
        query.made("\nORDER BY ", columns.order.cell.span)
        query.own(columns.order)
    return query.finished(declared)


def counting(columns: UserColumns, joins: Sequence[Join], aliases: Iterable[tuple[Alias, Span]] = ()) -> Fragment:
    """The query for the number of rows with some tables of the user."""
    declared = tuple(aliases)
    query = _Written(columns, references=bool(declared))
    query.made(f"SELECT COUNT(*) AS {ROWS}", columns.span)
    _from(query, columns, joins)
    return query.finished(declared)


def _from(query: "_Written", columns: UserColumns, joins: Sequence[Join]) -> None:
    query.made("\nFROM ", columns.source.cell.span)
    query.own(columns.source)
    for join in joins:
        query.made("\nLEFT JOIN ", join.span)
        query.own(join.table)
        if not parts.own_alias(join.table.text):
            query.made(f" AS {alias_of(columns, join)}", join.table.cell.span)
        query.made(" ON ", join.span)
        query.own(join.condition)
    if columns.condition:
        query.made("\nWHERE ", columns.condition.cell.span)
        query.own(columns.condition)


def alias_of(columns: UserColumns, join: Join) -> str:
    """The name that a table of the user has in the query: its own, or UsrA, UsrB … by its place among all."""
    place = next(number for number, each in enumerate(columns.joins) if each is join)
    letters = chr(ord("A") + place % 26)
    return parts.own_alias(join.table.text) or "Usr" + letters + (str(place // 26) if place >= 26 else "")


@dataclass(slots=True)
class _Written:
    """A text under construction: what stands in it, and where each piece of it was written."""

    columns: UserColumns
    references: bool
    texts: list[str] = field(default_factory=list)
    pieces: list[tuple[int, int]] = field(default_factory=list)
    length: int = 0
    row: str = field(init=False)

    def __post_init__(self) -> None:
        self.row = parts.called(self.columns.source.text) or ROW

    def made(self, text: str, place: Span) -> None:
        """Text that nobody wrote; all of it is at one place."""
        self.pieces += [(self.length + at, place.start) for at in range(len(text))]
        self._add(text)

    def own(self, fragment: Fragment) -> None:
        """An author's text; the row of the list is called by its name."""
        start = 0
        for found in _ROW.finditer(fragment.text):
            self._part(fragment.cell, start, found.start())
            self.made(self.row, fragment.cell.place(found.start(), found.end()))
            start = found.end()
        self._part(fragment.cell, start, len(fragment.text))

    def _part(self, cell: Cell, start: int, end: int) -> None:
        if start == end:
            return
        self.pieces.append((self.length, cell.place(start, start).start))
        within = ((at, origin) for at, origin in cell.pieces if start < at < end)
        self.pieces += [(self.length + at - start, origin) for at, origin in within]
        text = cell.text[start:end]
        self._add(as_references(text) if self.references else text)

    def _add(self, text: str) -> None:
        self.texts.append(text)
        self.length += len(text)

    def finished(self, aliases: Sequence[tuple[Alias, Span]]) -> Fragment:
        for alias, place in aliases:
            self.made(f"\n{alias.declaration}", place)
        cell = Cell(self.columns.span, "".join(self.texts), tuple(self.pieces))
        return Fragment(cell, Wording(self.columns.symbol, self.columns.symbol))
