"""Results as sheets of Excel: numbers stay numbers, dates dates; needs the extra `xlsx`."""

import datetime as dt
import io
from collections.abc import Sequence

from dekret.errors import UsageError
from dekret.markup.characters import fit_for_xml
from dekret.model.results import Cell, ColumnKind, ResultTable
from dekret.values.display_formats import DisplayFormat
from dekret.values.sheet_formats import sheet_format

_FORMATS = {
    ColumnKind.NUMBER: "#,##0.00",
    ColumnKind.DATE: "yyyy-mm-dd",
    ColumnKind.DATETIME: "yyyy-mm-dd hh:mm:ss",
}


def sheet(
    table: ResultTable,
    places: Sequence[int],
    head: Sequence[str],
    title: str,
    formats: Sequence[DisplayFormat | None] = (),
) -> bytes:
    """The table as an .xlsx file. Texts that look like formulas stay texts.

    Values stay what they are; a display format of a column becomes a number format where Excel has one that shows the
    same.
    """
    try:
        import openpyxl  # noqa: PLC0415 - an extra, and heavy
        from openpyxl.styles import Font  # noqa: PLC0415
    except ImportError:
        raise UsageError(
            "Zapis .xlsx wymaga dodatku: pip install 'dekret[xlsx]'.",
            "Writing .xlsx needs an extra: pip install 'dekret[xlsx]'.",
        ) from None
    book = openpyxl.Workbook(write_only=True)
    page = book.create_sheet(_name(title))
    page.freeze_panes = "A2"
    for at, place in enumerate(places):
        longest = max((len(str(row[place])) for row in table.rows[:500]), default=0)
        page.column_dimensions[openpyxl.utils.get_column_letter(at + 1)].width = min(
            max(longest, len(head[at])) + 2, 60
        )
    titles = []
    for text in head:
        cell = openpyxl.cell.WriteOnlyCell(page, value=fit_for_xml(text))
        cell.font = Font(bold=True)
        titles.append(cell)
    page.append(titles)
    for row in table.rows:
        cells = []
        for place in places:
            cell = openpyxl.cell.WriteOnlyCell(page, value=_value(row[place], table.columns[place].kind))
            if isinstance(row[place], str):
                cell.data_type = "s"
            elif form := _number_format(table.columns[place].kind, formats[place] if formats else None):
                cell.number_format = form
            cells.append(cell)
        page.append(cells)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _number_format(kind: ColumnKind, form: DisplayFormat | None) -> str | None:
    return (sheet_format(form, kind in _MOMENTS) if form else None) or _FORMATS.get(kind)


_MOMENTS = (ColumnKind.DATE, ColumnKind.DATETIME)


def _name(title: str) -> str:
    r"""A name that a sheet may have: up to 31 characters, none of []:*?/\\; what a cut leaves hanging goes, too.

    >>> _name("Obroty na kontach typu koszty, przychody")
    'Obroty na kontach typu koszty'
    """
    plain = "".join(" " if character in "[]:*?/\\" else character for character in fit_for_xml(title)).strip("' ")
    return (plain if len(plain) <= _LONGEST else plain[:_LONGEST].rstrip("' ,;.–-(")) or "Wynik"


_LONGEST = 31


def _value(cell: Cell, kind: ColumnKind) -> Cell:
    if isinstance(cell, dt.datetime) and kind is ColumnKind.DATE:
        return cell.date()
    return fit_for_xml(cell) if isinstance(cell, str) else cell
