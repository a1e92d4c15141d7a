"""Results as files of rows: CSV, text, XML, HTML. Sheets and pictures stand in modules of their own."""

import csv
import datetime as dt
import io
from collections.abc import Sequence
from decimal import Decimal
from typing import Literal
from xml.sax.saxutils import escape, quoteattr

from dekret.markup.characters import fit_for_xml
from dekret.model.results import Cell, ColumnKind, ResultTable
from dekret.render.html import page
from dekret.text.table import titled

Decimals = Literal[",", "."]


def shown(cell: Cell, kind: ColumnKind, decimal: Decimals = ",") -> str:
    """A value as a person reads it: 1234,50; 2026-01-31; tak.

    >>> shown(Decimal("1234.50"), ColumnKind.NUMBER), shown(None, ColumnKind.TEXT)
    ('1234,50', '')
    """
    match cell:
        case None:
            return ""
        case bool():
            return "tak" if cell else "nie"
        case Decimal():
            return f"{cell:f}".replace(".", decimal)
        case dt.datetime():
            midnight = kind is ColumnKind.DATE or cell.time() == dt.time()
            return cell.date().isoformat() if midnight else cell.isoformat(sep=" ", timespec="seconds")
        case dt.date():
            return cell.isoformat()
        case _:
            return str(cell)


def grouped(number: Decimal) -> str:
    r"""A number as it is printed: digits in threes, all its decimals, no break within.

    >>> grouped(Decimal("-12345.60"))
    '-12\xa0345,60'
    """
    return f"{number:,f}".replace(",", "\u00a0").replace(".", ",")


def visible(table: ResultTable, hidden: Sequence[int]) -> list[int]:
    """The places of the columns that are shown; `hidden` are numbers from 1, as /@HideCols gives them."""
    return [place for place in range(len(table.columns)) if place + 1 not in hidden]


def heads(table: ResultTable, places: Sequence[int], headless: Sequence[int] = ()) -> list[str]:
    """The headers of columns; those of /@NoHeadOnCols have none."""
    return ["" if place + 1 in headless else table.columns[place].name for place in places]


def csv_text(table: ResultTable, places: Sequence[int], head: Sequence[str]) -> str:
    """CSV as a Polish sheet opens it: semicolons, decimal commas, CRLF."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows(_texts(table, places))
    return written.getvalue()


def plain_text(table: ResultTable, places: Sequence[int], head: Sequence[str]) -> str:
    """A table for a terminal."""
    right = frozenset(
        at for at, place in enumerate(places) if table.columns[place].kind in (ColumnKind.NUMBER, ColumnKind.WHOLE)
    )
    return "\n".join(titled(head, list(_texts(table, places)), right=right)) + "\n"


def xml_text(table: ResultTable, places: Sequence[int], title: str) -> str:
    """XML: an element for each row and each value, name and kind of the column in attributes, decimals with a point."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f"<wynik nazwa={quoteattr(fit_for_xml(title))}>"]
    for row in table.rows:
        cells = []
        for place in places:
            column = table.columns[place]
            text = escape(fit_for_xml(shown(row[place], column.kind, ".")))
            name = quoteattr(fit_for_xml(column.name))
            cells.append(f"<kolumna nazwa={name} rodzaj={quoteattr(column.kind.value)}>{text}</kolumna>")
        lines.append(f"  <wiersz>{''.join(cells)}</wiersz>")
    return "\n".join([*lines, "</wynik>"]) + "\n"


_SHORT = 24
"""Cells of a column with no longer texts stay on one line: dates, accounts, numbers of documents."""


def html_text(table: ResultTable, places: Sequence[int], head: Sequence[str], title: str) -> str:
    """A page with the table; amounts have their digits in threes, numbers of documents and days not."""
    numeric = [table.columns[place].kind in (ColumnKind.NUMBER, ColumnKind.WHOLE) for place in places]
    rows = [[printed(row[place], table.columns[place].kind) for place in places] for row in table.rows]
    short = [max((len(row[at]) for row in rows), default=0) <= _SHORT for at in range(len(places))]
    kinds = ["number" if number else "short" if few else "" for number, few in zip(numeric, short, strict=True)]
    return page("chart/table.html", {"title": title, "head": head, "rows": rows, "kinds": kinds, "cut": table.cut})


def printed(cell: Cell, kind: ColumnKind) -> str:
    """As `shown`, for a page: amounts with their digits in threes."""
    return grouped(cell) if isinstance(cell, Decimal) else shown(cell, kind)


def _texts(table: ResultTable, places: Sequence[int]) -> "list[list[str]]":
    return [[shown(row[place], table.columns[place].kind) for place in places] for row in table.rows]
