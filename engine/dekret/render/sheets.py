"""Results as sheets of Excel: numbers stay numbers, dates dates; needs the extra `xlsx`."""

import datetime as dt
import io
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from dekret.errors import UsageError
from dekret.markup.characters import fit_for_xml
from dekret.model.results import Cell, ColumnKind, ResultTable
from dekret.render.tables import displayed
from dekret.values.display_formats import DisplayFormat
from dekret.values.sheet_formats import sheet_format


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
        from openpyxl.styles import Alignment, Font  # noqa: PLC0415
        from openpyxl.worksheet.properties import PageSetupProperties  # noqa: PLC0415
    except ImportError:
        raise UsageError(
            'Zapis .xlsx wymaga dodatku: pip install "dekret[xlsx]".',
            'Writing .xlsx needs an extra: pip install "dekret[xlsx]".',
        ) from None
    book = openpyxl.Workbook(write_only=True)
    book.properties.title = fit_for_xml(title)
    page = book.create_sheet(_name(title))
    page.freeze_panes = "A2"
    page.print_title_rows = "1:1"
    page.auto_filter.ref = f"A1:{openpyxl.utils.get_column_letter(max(len(places), 1))}{len(table.rows) + 1}"
    page.page_setup.orientation, page.page_setup.fitToHeight = "landscape", 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    columns = [_column(table, place, formats[place] if formats else None) for place in places]
    titles = []
    for at, (text, column) in enumerate(zip(head, columns, strict=True)):
        page.column_dimensions[openpyxl.utils.get_column_letter(at + 1)].width = (
            max(column.width, min(len(text), 60)) + 2
        )
        cell = openpyxl.cell.WriteOnlyCell(page, value=fit_for_xml(text))
        cell.font = Font(bold=True)
        cell.alignment = Alignment(horizontal="right" if column.is_number else "left")
        titles.append(cell)
    page.append(titles)
    for row in table.rows:
        cells = []
        for place, column in zip(places, columns, strict=True):
            cell = openpyxl.cell.WriteOnlyCell(page, value=_value(row[place]))
            if isinstance(row[place], str):
                cell.data_type = "s"
            elif column.form:
                cell.number_format = column.form
            cells.append(cell)
        page.append(cells)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


@dataclass(frozen=True, slots=True)
class _Column:
    """How a column is shown: its number format, its width in letters."""

    form: str
    width: int
    is_number: bool


def _column(table: ResultTable, place: int, display: DisplayFormat | None) -> _Column:
    """Amounts have two decimals, or as many as there are; days are shown without a time; display formats count more."""
    kind, cells = table.columns[place].kind, [row[place] for row in table.rows]
    form = (sheet_format(display, kind in _MOMENTS) if display else None) or ""
    if form:
        pass
    elif kind is ColumnKind.NUMBER:
        decimals = max(
            (len(f"{cell:f}".partition(".")[2].rstrip("0")) for cell in cells if isinstance(cell, Decimal)), default=0
        )
        form = f"#,##0.{'0' * min(max(decimals, 2), 15)}"
    elif kind in (ColumnKind.DATE, ColumnKind.DATETIME):
        timed = any(isinstance(cell, dt.datetime) and cell.time() != dt.time() for cell in cells)
        form = "yyyy-mm-dd hh:mm:ss" if timed and kind is ColumnKind.DATETIME else "yyyy-mm-dd"
    longest = max((len(displayed(cell, kind, display)) for cell in cells[:500]), default=0)
    return _Column(form, min(longest, 60), kind in (ColumnKind.NUMBER, ColumnKind.WHOLE))


_MOMENTS = (ColumnKind.DATE, ColumnKind.DATETIME)


def _name(title: str) -> str:
    r"""A name that a sheet may have: up to 31 characters, none of []:*?/\\; what a cut leaves hanging goes, too.

    >>> _name("Obroty na kontach typu koszty, przychody")
    'Obroty na kontach typu koszty'
    """
    plain = "".join(" " if character in "[]:*?/\\" else character for character in fit_for_xml(title)).strip("' ")
    return (plain if len(plain) <= _LONGEST else plain[:_LONGEST].rstrip("' ,;.–-(")) or "Wynik"


_LONGEST = 31


def _value(cell: Cell) -> Cell:
    return fit_for_xml(cell) if isinstance(cell, str) else cell
