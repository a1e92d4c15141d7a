"""Cases of charts, filters and user columns: values for the parameters; the query or the refusal that comes out."""

import datetime as dt
from dataclasses import dataclass, field

from dekret.chart.origins import Origin
from dekret.packs.chart import case_problems as problems
from dekret.syntax import cells
from dekret.syntax.nodes import Cell
from dekret.syntax.read import Reading
from dekret.syntax.schema import Field, SectionSchema, Word
from dekret.text.report import Report
from dekret.text.source import Span
from dekret.text.wording import Wording

CHART = Field(
    Word("wykres", "chart"),
    cells.TEXT,
    Wording("symbol wykresu albo filtra, zamiast schematu", "symbol of a chart or filter, instead of a scheme"),
)
FILTER = Field(
    Word("filtr", "filter"),
    cells.TEXT,
    Wording("symbol filtra, który wchodzi w parametr FiltrApp", "symbol of the filter that goes into FiltrApp"),
)
COLUMNS = Field(
    Word("kolumny", "columns"),
    cells.TEXT,
    Wording("symbol kolumn użytkownika, zamiast schematu", "symbol of user columns, instead of a scheme"),
)
SELECTED = Field(
    Word("zaznaczone", "selected"),
    cells.TEXT,
    Wording("identyfikatory rekordów zaznaczonych na liście, po przecinku", "identifiers of the records marked"),
)
RECORDS = Field(
    Word("liczba wierszy", "records"),
    cells.WHOLE,
    Wording("liczba wierszy wyniku, którą daje @RECORDS", "the number of rows that @RECORDS gives"),
)
ALLOWED = Field(
    Word("dozwolone tabele", "allowed tables"),
    cells.TEXT,
    Wording("tabele, które wolno czytać, po przecinku; bez klucza wszystkie", "tables that may be read, with commas"),
)
DIALECT = Field(
    Word("dialekt", "dialect"),
    cells.TEXT,
    Wording("SQL, w którym ma wyjść zapytanie: tsql, duckdb albo postgres", "the SQL it has to come out in"),
)
DATABASE = Field(
    Word("baza", "database"),
    cells.TEXT,
    Wording(
        "plik .sql z małą bazą DuckDB, względem tego pliku; wykres zostanie na niej wykonany",
        "a file .sql with a small database of DuckDB, relative to this one; the chart is run on it",
    ),
)
SECONDS = Field(
    Word("najwyżej sekund", "seconds"),
    cells.AMOUNT,
    Wording("jak długo może trwać zapytanie (60)", "how long the query may take (60)"),
)
RESULT = SectionSchema(
    Word("Wynik", "Result"),
    Wording(
        "wiersze, które mają wyjść z bazy: tabela z kreskami, kolumny po nazwie, kwoty z przecinkiem",
        "the rows that have to come out: a table with bars, columns by name, amounts with a comma",
    ),
    text=True,
)
PARAMETER = Field(
    Word("Parametr", "Parameter"), cells.TEXT, Wording("nazwa parametru", "name of the parameter"), required=True
)
VALUE = Field(Word("Wartość", "Value"), cells.TEXT, Wording("wartość, jak się ją wpisuje", "the value, as it is typed"))
_SOURCES = {
    Word("podana", "given"): Origin.GIVEN,
    Word("wiersz", "row"): Origin.ROW,
    Word("nadrzędny", "parent"): Origin.PARENT,
    Word("aplikacja", "application"): Origin.APPLICATION,
    Word("zapamiętana", "remembered"): Origin.REMEMBERED,
}
SOURCE: Field[Origin] = Field(
    Word("Źródło", "Source"),
    cells.choice(Wording("źródło wartości", "source of a value"), _SOURCES),
    Wording(
        "skąd jest, bez tej kolumny podana",
        "where it is from, given without this column",
    ),
)
VALUES = SectionSchema(
    Word("Wartości", "Values"),
    Wording("wartości parametrów; czego tu nie ma, ma wartość domyślną", "values of parameters; the rest are defaults"),
    columns=(PARAMETER, VALUE, SOURCE),
)
CONTAINS = Field(
    Word("zawiera", "contains"),
    cells.TEXT,
    Wording("tekst, który ma być w zapytaniu", "a text that the query must have"),
)
LACKS = Field(
    Word("nie zawiera", "lacks"), cells.TEXT, Wording("tekst, którego ma nie być", "a text that the query may not have")
)
QUERY = SectionSchema(
    Word("Rozwinięcie", "Expansion"),
    Wording(
        "zapytanie, które ma wyjść; odstępy i podział na wiersze nie mają znaczenia",
        "the query that has to come out; blanks and line breaks do not matter",
    ),
    keys=(CONTAINS, LACKS),
    text=True,
)
SYMBOL = Field(Word("Symbol", "Symbol"), cells.TEXT, Wording("parametr graficzny", "graphic parameter"), required=True)
GRAPHICS = SectionSchema(
    Word("Parametry graficzne", "Graphics"),
    Wording("parametry graficzne, które mają wyjść", "the graphic parameters that have to come out"),
    columns=(SYMBOL, VALUE),
)
KEYS: tuple[Field[object], ...] = (CHART, COLUMNS, FILTER, SELECTED, RECORDS, ALLOWED, DIALECT, DATABASE, SECONDS)
"""The keys of cases of charts, besides those of all cases."""
SECTIONS: tuple[SectionSchema, ...] = (VALUES, QUERY, GRAPHICS, RESULT)
"""The sections of cases of charts."""


@dataclass(frozen=True, slots=True)
class GivenValue:
    """A value of a case, as it is typed, and where it stands to come from."""

    name: str
    value: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class ChartCase:
    """A case of a chart or filter, or of user columns; what is None or empty may be anything."""

    span: Span = field(compare=False)
    name: str
    chart: str
    chart_place: Span = field(compare=False)
    of_columns: bool
    filter: str | None
    filter_place: Span = field(compare=False)
    today: dt.date | None
    values: tuple[GivenValue, ...]
    selected: tuple[int, ...] | None
    records: int | None
    allowed: tuple[str, ...]
    dialect: str
    database: str
    seconds: float
    database_place: Span = field(compare=False)
    result: Cell | None
    query: Cell | None
    contains: str
    lacks: str
    graphics: tuple[tuple[str, str, Span], ...]
    refusal: str | None
    refusal_contains: str
    result_place: Span = field(compare=False)


def read_chart_case(
    reading: Reading, today: dt.date | None, ends: tuple[str | None, str, Span], report: Report
) -> ChartCase | None:
    """The case; None where it says too little to be run. `ends` is the refusal expected: id, words, place."""
    head = reading.preamble
    named = CHART if head.cell(CHART) else COLUMNS
    symbol = head.get(named)
    part, graphics = reading.part(QUERY), reading.part(GRAPHICS)
    contains, lacks = part.keys.get(CONTAINS) or "", part.keys.get(LACKS) or ""
    shown = tuple((row.get(SYMBOL) or "", row.get(VALUE) or "", row.span) for row in graphics.rows)
    refusal, refusal_contains, place = ends
    some = part.text or contains or lacks or shown or refusal or reading.part(RESULT).text
    if not some:
        report.add(problems.NO_EXPECTATION.at(reading.symbol.span))
        return None
    selected = _selected(reading, report)
    if symbol is None:
        return None
    values = tuple(
        GivenValue(row.get(PARAMETER) or "", row.get(VALUE) or "", row.get(SOURCE) or Origin.GIVEN)
        for row in reading.part(VALUES).rows
    )
    return ChartCase(
        reading.span,
        reading.symbol.text,
        symbol,
        head.place(named),
        named is COLUMNS,
        head.get(FILTER),
        head.place(FILTER),
        today,
        values,
        selected,
        head.get(RECORDS),
        tuple(part.strip() for part in (head.get(ALLOWED) or "").split(",") if part.strip()),
        head.get(DIALECT) or "tsql",
        head.get(DATABASE) or "",
        float(head.get(SECONDS) or 60),
        head.place(DATABASE),
        reading.part(RESULT).text,
        part.text,
        contains,
        lacks,
        shown,
        refusal,
        refusal_contains,
        place if refusal else part.span,
    )


def _selected(reading: Reading, report: Report) -> tuple[int, ...] | None:
    written = reading.preamble.get(SELECTED)
    if written is None:
        return () if reading.preamble.cell(SELECTED) else None
    parts = [part.strip() for part in written.split(",") if part.strip()]
    if not all(part.isascii() and part.isdigit() and len(part) < 10 for part in parts):
        report.add(problems.BAD_SELECTION.at(reading.preamble.place(SELECTED), text=written))
        return None
    return tuple(int(part) for part in parts)
