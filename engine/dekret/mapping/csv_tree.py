"""CSV as trees: rows that follow one another with the same value of a column are one document.

Columns are known by their titles, letter case and Polish letters forgiven. In the first row of a document stand the
values of the document itself; every row is one of its `wiersze` (rows).
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from dekret.text.nearest import plain

ROWS = ("wiersze", "rows")
"""What the rows of a document are called in a path."""
_SEPARATORS = ";\t,|"


@dataclass(frozen=True, slots=True)
class CsvRow:
    """A row of a file: its line, its cells by the plain titles of their columns, the cells beyond the last title."""

    line: int
    cells: dict[str, str]
    surplus: tuple[str, ...] = ()

    def value(self, title: str) -> str:
        """What stands in a column, by its plain title."""
        return self.cells.get(title, "").strip()


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
        return self.text or ";".join(self.rows[0].cells.values())

    def attribute(self, name: str) -> str | None:
        """CSV has none."""
        del name
        return None

    def children(self, name: str) -> "Iterator[CsvTree]":
        if name.casefold() in ROWS:
            yield from (CsvTree((row,)) for row in self.rows)
        elif plain(name) in self.rows[0].cells:
            yield CsvTree(self.rows, name)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A CSV file: the titles of its columns as they are written, its rows."""

    titles: tuple[str, ...]
    rows: tuple[CsvRow, ...]

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
    lines = text.splitlines(keepends=True)
    head = next((line for line in lines if line.strip()), "")
    separator = max(_SEPARATORS, key=head.count)
    reader = csv.reader(lines, delimiter=separator)
    titles: list[str] = []
    rows = []
    for cells in reader:
        if not any(cell.strip() for cell in cells):
            continue
        if not titles:
            titles = [cell.strip() for cell in cells]
            continue
        named = {plain(title): cell for title, cell in zip(titles, cells, strict=False) if title}
        surplus = tuple(cells[len(titles) :]) if any(cell.strip() for cell in cells[len(titles) :]) else ()
        rows.append(CsvRow(reader.line_num, named, surplus))
    return Sheet(tuple(titles), tuple(rows))
