"""Results as files of rows: CSV, text, XML, HTML. Sheets and pictures stand in modules of their own."""

import csv
import datetime as dt
import io
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Literal
from xml.sax.saxutils import escape, quoteattr

from dekret.markup.characters import fit_for_xml
from dekret.model.results import Cell, ColumnKind, ResultTable
from dekret.render.html import page
from dekret.text.table import titled
from dekret.values.display_formats import DisplayFormat

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


def displayed(cell: Cell, kind: ColumnKind, form: DisplayFormat | None) -> str:
    """A value by the display format of its column; one of the type None shows a moment as its day (seeds/002:2900).

    >>> from dekret.values.display_formats import display_format
    >>> displayed(1234, ColumnKind.WHOLE, display_format("Numeric", "n2"))
    '1 234,00'
    """
    if form is None or isinstance(cell, bool):
        return shown(cell, kind)
    if form.type == "None":
        return shown(cell, ColumnKind.DATE if kind is ColumnKind.DATETIME else kind)
    return form.shown(Decimal(cell) if isinstance(cell, int) else cell)


def texts(
    table: ResultTable,
    places: Sequence[int],
    formats: Sequence[DisplayFormat | None] = (),
    *,
    plain: Callable[[Cell, ColumnKind], str] = shown,
) -> "list[list[str]]":
    """The values of columns as a person reads them; `formats` has one for every column of the table, or is empty.

    `plain` writes those of columns without a format.
    """
    columns = [(place, table.columns[place].kind, formats[place] if formats else None) for place in places]
    return [
        [displayed(row[place], kind, form) if form else plain(row[place], kind) for place, kind, form in columns]
        for row in table.rows
    ]


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
    writer.writerows(texts(table, places))
    return written.getvalue()


def plain_text(
    table: ResultTable, places: Sequence[int], head: Sequence[str], formats: Sequence[DisplayFormat | None] = ()
) -> str:
    """A table for a terminal."""
    right = frozenset(
        at for at, place in enumerate(places) if table.columns[place].kind in (ColumnKind.NUMBER, ColumnKind.WHOLE)
    )
    return "\n".join(titled(head, texts(table, places, formats), right=right)) + "\n"


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


def printed(cell: Cell, kind: ColumnKind) -> str:
    """As `shown`, for a page: amounts with their digits in threes."""
    return grouped(cell) if isinstance(cell, Decimal) else shown(cell, kind)


def html_text(  # noqa: PLR0913 - what a page shows
    table: ResultTable,
    places: Sequence[int],
    head: Sequence[str],
    title: str,
    *,
    formats: Sequence[DisplayFormat | None] = (),
    tips: Sequence[str] = (),
) -> str:
    """A page with the table; `tips` are what is said of each column when one points at its header."""
    numeric = [table.columns[place].kind in (ColumnKind.NUMBER, ColumnKind.WHOLE) for place in places]
    rows = texts(table, places, formats, plain=printed)
    short = [max((len(row[at]) for row in rows), default=0) <= _SHORT for at in range(len(places))]
    kinds = ["number" if number else "short" if few else "" for number, few in zip(numeric, short, strict=True)]
    record = {"title": title, "head": head, "rows": rows, "kinds": kinds, "cut": table.cut, "tips": list(tips)}
    return page("chart/table.html", record)
