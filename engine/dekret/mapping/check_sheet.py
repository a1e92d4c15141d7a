"""What is wrong with a CSV as a whole, before its documents are read: its columns, its rows and their order."""

from collections.abc import Iterator

from dekret.mapping import run_problems as problems
from dekret.mapping.compile import CompiledMap
from dekret.mapping.csv_tree import ROWS, CsvRow, Sheet
from dekret.mapping.nodes import Map
from dekret.text.diagnostic import Diagnostic
from dekret.text.nearest import did_you_mean, plain
from dekret.text.source import Source, Span
from dekret.text.wording import Wording, listed

_SHOWN = 30


def wrong_sheet(compiled: CompiledMap, name: str, sheet: Sheet) -> Iterator[Diagnostic]:
    """Everything that keeps a file from being read by a map; `name` is that of the file."""
    wanted = _wanted(compiled)
    if sheet.open_quote:
        yield problems.OPEN_QUOTE.at(_span(name, sheet.open_quote), line=sheet.open_quote.line)
    elif sheet.head is None:
        columns = listed(wanted, limit=_SHOWN)
        more = Wording(f"; mapa czyta kolumny {columns}", f"; the map reads the columns {columns}")
        yield problems.EMPTY_FILE.at(Source(name, "").span(), name=name, more=more)
    else:
        told = tuple(_columns(wanted, sheet, _span(name, sheet.head)))
        yield from told
        if not (sheet.rows or told):
            yield problems.ONLY_TITLES.at(_span(name, sheet.head), name=name)
        yield from _rows(compiled.checked.map, name, sheet)


def document_column(found: Map) -> str:
    """The column whose value rows of one document share; nothing where every row is one."""
    return found.document.text.strip("/ ")


def _wanted(compiled: CompiledMap) -> list[str]:
    """The columns that a map reads, each once."""
    rows = (*compiled.rows, *(row for part in compiled.parts for row in part.rows))
    ways = (way for row in rows for _, ways in row.sources for way in ways)
    names = (name for way in (*ways, compiled.checked.map.document) for name in way.names)
    return list({plain(name): name for name in names if name.casefold() not in ROWS}.values())


def _columns(wanted: list[str], sheet: Sheet, head: Span) -> Iterator[Diagnostic]:
    """Columns that the file does not have, and columns of one title."""
    titles = [plain(title) for title in sheet.titles]
    missing = [name for name in wanted if plain(name) not in titles]
    if len(missing) > 1 and len(missing) == len(wanted):
        yield problems.NO_HEADING.at(head, columns=listed(wanted, limit=_SHOWN))
        return
    for name in missing:
        near, known = did_you_mean(name, sheet.titles), listed(list(sheet.titles), limit=_SHOWN)
        yield problems.NO_COLUMN.at(head, name=name, advice=near, known=known)
    for place, title in enumerate(titles):
        if title and title in titles[:place]:
            yield problems.COLUMN_TWICE.at(head, name=sheet.titles[place])


def _rows(found: Map, name: str, sheet: Sheet) -> Iterator[Diagnostic]:
    """Rows with more cells than titles, documents whose rows do not stand together."""
    wanted = len(sheet.titles)
    for row in sheet.rows:
        if row.surplus:
            cells = listed([cell.strip() for cell in row.surplus], limit=5)
            count = wanted + len(row.surplus)
            yield problems.SURPLUS_CELLS.at(_span(name, row), line=row.line, count=count, wanted=wanted, cells=cells)
    column = document_column(found)
    for item in sheet.scattered(column):
        row = item.rows[0]
        yield problems.SCATTERED.at(_span(name, row, column), line=row.line, value=row.value(plain(column)))


def _span(name: str, row: CsvRow, column: str = "") -> Span:
    """A row in its file, or its cell in a column."""
    return Source(name, row.text, first_line=row.line).span(*row.place_of(plain(column)))
