"""Pipe tables with aligned columns: how rule files are formatted and how results are shown on a terminal."""

from collections.abc import Sequence
from unicodedata import category

from dekret.text.width import display_width, pad
from dekret.text.wording import Language, Wording


def column_widths(rows: Sequence[Sequence[str]]) -> list[int]:
    """The display width of the widest cell of every column; rows may differ in length."""
    widths: list[int] = []
    for row in rows:
        widths.extend([0] * (len(row) - len(widths)))
        for index, cell in enumerate(row):
            widths[index] = max(widths[index], display_width(cell))
    return widths


def table_line(row: Sequence[str], widths: Sequence[int], *, right: frozenset[int] = frozenset()) -> str:
    """One row with its cells padded; columns of `right` are aligned to the right.

    >>> table_line(["1", "5,00"], [2, 6], right=frozenset({1}))
    '| 1  |   5,00 |'
    """
    cells = (pad(cell, widths[index], right=index in right) for index, cell in enumerate(row))
    return "| " + " | ".join(cells) + " |"


def delimiter_line(widths: Sequence[int]) -> str:
    """The dashes under a header: `|----|-------|`."""
    return "|" + "|".join("-" * (width + 2) for width in widths) + "|"


def cell_text(text: str) -> str:
    """A text as a cell can hold it: on one line, without control characters, bars escaped."""
    plain = "".join(" " if category(letter) in ("Cc", "Zl", "Zp") else letter for letter in text)
    return plain.replace("|", "\\|")


def titled(header: Sequence[str], rows: Sequence[Sequence[str]], *, right: frozenset[int] = frozenset()) -> list[str]:
    """The lines of a table with a header.

    >>> titled(["Lp", "Kwota"], [["1", "5,00"]], right=frozenset({1}))
    ['| Lp | Kwota |', '|----|-------|', '| 1  |  5,00 |']
    """
    widths = column_widths([header, *rows])
    return [
        table_line(header, widths),
        delimiter_line(widths),
        *(table_line(row, widths, right=right) for row in rows),
    ]


def worded(header: Sequence[Wording], rows: Sequence[Sequence[str]], language: Language) -> str:
    """A table with a header in the language; its cells hold any text."""
    return "\n".join(
        titled([word.in_(language) for word in header], [[cell_text(cell) for cell in row] for row in rows])
    )
