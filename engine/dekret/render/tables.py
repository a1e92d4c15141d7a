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
from dekret.text.wording import Language, Wording
from dekret.values.culture import POLISH, Culture, culture_of, grouped
from dekret.values.display_formats import DisplayFormat

EMPTY = Wording("brak danych", "no data")
"""What a page and a picture say of a result without rows."""
Decimals = Literal[",", "."]


def shown(cell: Cell, kind: ColumnKind, decimal: Decimals = ",") -> str:
    """A value in plain, as files for programs and cases have it: 1234,50; 2026-01-31; tak.

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


def displayed(cell: Cell, kind: ColumnKind, form: DisplayFormat | None, culture: Culture | None = POLISH) -> str:
    """A value as a person reads it: by the display format of its column, in the manner of a region.

    One of the type None shows a number ungrouped and a moment as its day (seeds/002:2900). Without a format amounts
    have their digits in threes; whole numbers do not, for they may be years or identifiers. Without a culture, neither
    do amounts: that is for comparing.

    >>> from dekret.values.display_formats import display_format
    >>> displayed(1234, ColumnKind.WHOLE, display_format("Numeric", "n2"))
    '1 234,00'
    >>> displayed(Decimal("1234.5"), ColumnKind.NUMBER, None), displayed(2026, ColumnKind.WHOLE, None)
    ('1 234,5', '2026')
    """
    region = culture or POLISH
    if isinstance(cell, bool):
        return region.flags[cell]
    if form is None:
        return grouped(cell, culture) if culture and isinstance(cell, Decimal) else shown(cell, kind)
    if form.type == "None":
        text_kind = ColumnKind.DATE if kind is ColumnKind.DATETIME else kind
        return shown(cell, text_kind, "," if region.decimal == "," else ".")
    return form.shown(Decimal(cell) if isinstance(cell, int) else cell, region)


def texts(
    table: ResultTable,
    places: Sequence[int],
    formats: Sequence[DisplayFormat | None] = (),
    culture: Culture | None = None,
) -> "list[list[str]]":
    """The values of columns: plain, or with a culture as a person reads them.

    `formats` has one for every column of the table, or is empty.
    """
    by_place = [formats[place] if formats else None for place in places]
    return [
        [
            displayed(row[place], table.columns[place].kind, form, culture)
            for place, form in zip(places, by_place, strict=True)
        ]
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
    table: ResultTable,
    places: Sequence[int],
    head: Sequence[str],
    formats: Sequence[DisplayFormat | None] = (),
    culture: Culture = POLISH,
) -> str:
    """A table for a terminal."""
    right = frozenset(
        at for at, place in enumerate(places) if table.columns[place].kind in (ColumnKind.NUMBER, ColumnKind.WHOLE)
    )
    return "\n".join(titled(head, texts(table, places, formats, culture), right=right)) + "\n"


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


def html_text(  # noqa: PLR0913 - what a page shows
    table: ResultTable,
    places: Sequence[int],
    head: Sequence[str],
    title: str,
    *,
    formats: Sequence[DisplayFormat | None] = (),
    tips: Sequence[str] = (),
    language: Language = "pl",
) -> str:
    """A page with the table; `tips` are what is said of each column when one points at its header."""
    numeric = [table.columns[place].kind in (ColumnKind.NUMBER, ColumnKind.WHOLE) for place in places]
    rows = texts(table, places, formats, culture_of(language))
    short = [max((len(row[at]) for row in rows), default=0) <= _SHORT for at in range(len(places))]
    kinds = ["number" if number else "short" if few else "" for number, few in zip(numeric, short, strict=True)]
    record = {"title": title, "head": head, "rows": rows, "kinds": kinds, "cut": table.cut, "tips": list(tips)}
    return page("chart/table.html", {**record, "language": language, "empty": EMPTY.in_(language)})
