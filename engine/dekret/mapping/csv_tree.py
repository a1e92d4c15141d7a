"""CSV as trees: rows that follow one another with the same value of a column are one document.

Columns are known by their titles, letter case and Polish letters forgiven. A value of the document itself stands in its
rows, in all of them or some; where they differ nobody knows which is meant. Every row is one of its `wiersze` (rows).
"""

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby

from dekret.syntax.cells import has_grouped_digits
from dekret.text.nearest import plain

ROWS = ("wiersze", "rows")
"""What the rows of a document are called in a path."""
_SEPARATORS = ";\t,|"


@dataclass(frozen=True, slots=True)
class Columns:
    """The separator of a file, the place of each column by its plain title, in which thousands are separated."""

    separator: str
    numbers: Mapping[str, int]
    grouped: Mapping[str, str] = field(default_factory=dict)
    """A number with separated thousands by the plain title of its column."""


@dataclass(frozen=True, slots=True)
class CsvRow:
    """A row of a file: its first line, its text, its cells by the plain titles of their columns, those beyond them."""

    line: int
    cells: dict[str, str]
    surplus: tuple[str, ...] = ()
    text: str = ""
    columns: Columns = field(default_factory=lambda: Columns(";", {}))

    def value(self, title: str) -> str:
        """What stands in a column, by its plain title."""
        return self.cells.get(title, "").strip()

    def place_of(self, title: str) -> tuple[int, int]:
        """Where in its text the cell of a column stands; all of it where there is no such cell."""
        number = self.columns.numbers.get(title)
        if number is not None:
            off = re.escape(self.columns.separator)
            for index, found in enumerate(re.finditer(rf'("(?:[^"]|"")*"[^{off}]*|[^{off}]*)(?:{off}|\Z)', self.text)):
                if index == number:
                    return found.span(1) if found[1] else found.span()
        return 0, len(self.text)


@dataclass(frozen=True, slots=True)
class CsvTree:
    """A document of rows, a row of it, or a cell."""

    rows: tuple[CsvRow, ...]
    name: str = ""

    @property
    def line(self) -> int:
        return self.rows[0].line

    @property
    def text(self) -> str:
        return " ".join(self.rows[0].cells.get(plain(self.name), "").split()) if self.name else ""

    @property
    def written(self) -> str:
        start, end = self.place
        return self.rows[0].text[start:end]

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands in the text of its first row."""
        return self.rows[0].place_of(plain(self.name)) if self.name else (0, len(self.rows[0].text))

    @property
    def grouped(self) -> str:
        """A number of its column with separated thousands, such as 1,000.00; empty where there is none."""
        return self.rows[0].columns.grouped.get(plain(self.name), "")

    def attribute(self, name: str) -> str | None:
        """CSV has none."""
        del name
        return None

    def children(self, name: str) -> "Iterator[CsvTree]":
        if name.casefold() in ROWS:
            yield from (CsvTree((row,)) for row in self.rows)
        elif plain(name) in self.rows[0].cells:
            yield from (CsvTree((row,), name) for row in self.rows)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A CSV file: the titles of its columns as they are written, their row, the rows; that of a quote left open."""

    titles: tuple[str, ...]
    rows: tuple[CsvRow, ...]
    head: CsvRow | None = None
    open_quote: CsvRow | None = None

    def documents(self, by: str) -> Iterator[CsvTree]:
        """The documents: rows that follow one another with the same value of a column; without one, every row."""
        if not by:
            yield from (CsvTree((row,)) for row in self.rows)
            return
        title = plain(by)
        for _, group in groupby(self.rows, key=lambda row: row.value(title)):
            yield CsvTree(tuple(group))

    def scattered(self, by: str) -> Iterator[CsvTree]:
        """The documents whose value an earlier one has, too: the rows of one document do not stand together."""
        seen: set[str] = set()
        for item in self.documents(by) if by else ():
            value = item.rows[0].value(plain(by))
            if value and value in seen:
                yield item
            seen.add(value)


def read_sheet(text: str) -> Sheet:
    r"""The rows of a text; the first that is not empty has the titles, and tells the separator.

    >>> read_sheet("Numer;Netto\n1;2,50\n").rows[0].cells
    {'numer': '1', 'netto': '2,50'}
    """
    lines = text.split("\n")
    separator = max(_SEPARATORS, key=next((line for line in lines if line.strip()), "").count)
    reader = csv.reader((line + "\n" for line in lines), delimiter=separator)
    columns = Columns(separator, {})
    titles: list[str] = []
    head: CsvRow | None = None
    rows: list[CsvRow] = []
    first = 1
    while True:
        try:
            cells = next(reader, None)
        except csv.Error:
            return Sheet(tuple(titles), tuple(rows), head, CsvRow(first, {}, (), lines[first - 1]))
        if cells is None:
            return Sheet(tuple(titles), _with_grouped(rows, columns), head)
        row = CsvRow(first, {}, (), "\n".join(lines[first - 1 : reader.line_num]), columns)
        first = reader.line_num + 1
        if not any(cell.strip() for cell in cells):
            continue
        if ("\n" in row.text or row.text.count('"') % 2) and _is_left_open(row.text, separator):
            return Sheet(tuple(titles), tuple(rows), head, row)
        if head is None:
            titles, head = [cell.strip() for cell in cells], row
            columns = Columns(separator, {plain(title): index for index, title in enumerate(titles) if title})
            continue
        named = {plain(title): cell for title, cell in zip(titles, cells, strict=False) if title}
        surplus = tuple(cells[len(titles) :]) if any(cell.strip() for cell in cells[len(titles) :]) else ()
        rows.append(replace(row, cells=named, surplus=surplus))


def _with_grouped(rows: list[CsvRow], columns: Columns) -> tuple[CsvRow, ...]:
    """The rows with what their columns show of separated thousands."""
    cells = ((title, cell.strip()) for row in rows for title, cell in row.cells.items())
    grouped = {title: cell for title, cell in cells if has_grouped_digits(cell)}
    return tuple(replace(row, columns=replace(columns, grouped=grouped)) for row in rows) if grouped else tuple(rows)


def _is_left_open(text: str, separator: str) -> bool:
    """Whether a row has a quote that closes nowhere, or closes within a cell."""
    try:
        list(csv.reader(text.splitlines(keepends=True), delimiter=separator, strict=True))
    except csv.Error:
        return True
    return False
