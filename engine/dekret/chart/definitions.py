"""Definitions of the chart languages as they were read: frozen, their texts still texts."""

from dataclasses import dataclass, field
from typing import TypeAlias, cast

from dekret.chart import language, problems
from dekret.chart.language import Action, FormatType, Scope, Selection
from dekret.chart.sourcemap import Fragment
from dekret.syntax.nodes import Cell
from dekret.syntax.read import Reading
from dekret.syntax.schema import SectionSchema
from dekret.text.report import Report
from dekret.text.source import Span
from dekret.text.wording import Wording


@dataclass(frozen=True, slots=True)
class Chart:
    """An analysis. `query` is None where the application gives the rows; for a procedure it is the call."""

    span: Span = field(compare=False)
    symbol: str
    name: str
    action: Action
    table_only: bool
    selection: Selection
    query: Fragment | None
    graphics: Fragment | None


@dataclass(frozen=True, slots=True)
class InsertText:
    """An insert; charts find it by its symbol, letter case being no matter."""

    span: Span = field(compare=False)
    symbol: str
    name: str
    content: Fragment


@dataclass(frozen=True, slots=True)
class Filter:
    """A condition on the rows of a list."""

    span: Span = field(compare=False)
    symbol: str
    name: str
    list_name: str
    table: str
    scope: Scope
    condition: Fragment

    @property
    def before(self) -> str:
        """What stands before the condition where it is tried: a query of the table that it filters, or of any."""
        return f"SELECT A=1 FROM {self.table or '#Lista'} WHERE "


@dataclass(frozen=True, slots=True)
class Join:
    """A table that a user joins to a list."""

    number: int
    table: str
    condition: Fragment


@dataclass(frozen=True, slots=True)
class UserColumn:
    """A column that a user adds to a list."""

    caption: str
    expression: Fragment
    format_type: FormatType
    format: str
    visible: bool
    available: bool
    description: str


@dataclass(frozen=True, slots=True)
class UserColumns:
    """The columns that a user adds to one list, and the tables they come from."""

    span: Span = field(compare=False)
    symbol: str
    name: str
    list_name: str
    source: Fragment
    joins: tuple[Join, ...]
    columns: tuple[UserColumn, ...]


ChartDefinition: TypeAlias = Chart | InsertText | Filter | UserColumns


def read_chart(reading: Reading, report: Report) -> Chart:
    """A chart; what is missing goes to the report."""
    general = reading.part(language.CHART_GENERAL).keys
    action = cast("Action | None", general.get(language.ACTION)) or Action.SQL
    query = _text(reading, language.QUERY)
    if query is None and action is not Action.QUEUE:
        report.add(problems.NO_QUERY.at(reading.symbol.span))
    return Chart(
        reading.span,
        reading.symbol.text,
        general.get(language.NAME) or "",
        action,
        general.get(language.TABLE_ONLY) is True,
        cast("Selection | None", general.get(language.SELECTION)) or Selection.NONE,
        query,
        _text(reading, language.GRAPHICS),
    )


def read_insert(reading: Reading, report: Report) -> InsertText:
    """An insert."""
    content = _text(reading, language.CONTENT, insert=reading.symbol.text)
    if content is None and reading.part(language.CONTENT).span is not reading.span:
        report.add(problems.NO_TEXT.at(reading.part(language.CONTENT).span))
    empty = Fragment(Cell(reading.symbol.span, ""), Wording("", ""), reading.symbol.text)
    name = reading.part(language.INSERT_GENERAL).keys.get(language.NAME) or ""
    return InsertText(reading.span, reading.symbol.text, name, content or empty)


def read_filter(reading: Reading, report: Report) -> Filter:
    """A filter."""
    general = reading.part(language.FILTER_GENERAL).keys
    condition = _text(reading, language.CONDITION)
    if condition is None and reading.part(language.CONDITION).span is not reading.span:
        report.add(problems.NO_TEXT.at(reading.part(language.CONDITION).span))
    return Filter(
        reading.span,
        reading.symbol.text,
        general.get(language.NAME) or "",
        general.get(language.LIST) or "",
        general.get(language.TABLE) or "",
        cast("Scope | None", general.get(language.SCOPE)) or Scope.USER,
        condition or Fragment(Cell(reading.symbol.span, ""), Wording("", "")),
    )


def read_columns(reading: Reading, report: Report) -> UserColumns:
    """Columns of a user."""
    general = reading.part(language.COLUMNS_GENERAL).keys
    source = _text(reading, language.FROM)
    if source is None and reading.part(language.FROM).span is not reading.span:
        report.add(problems.NO_TEXT.at(reading.part(language.FROM).span))
    title = _title(reading)
    joins = tuple(
        Join(row.get(language.NUMBER) or place, row.get(language.TABLE_NAME) or "", Fragment(cell, title))
        for place, row in enumerate(reading.part(language.JOINS).rows, start=1)
        if (cell := row.cell(language.JOIN))
    )
    columns = tuple(
        UserColumn(
            row.get(language.CAPTION) or "",
            Fragment(cell, title),
            cast("FormatType | None", row.get(language.FORMAT_TYPE)) or FormatType.NONE,
            row.get(language.FORMAT) or "",
            row.get(language.VISIBLE) is not False,
            row.get(language.AVAILABLE) is not False,
            row.get(language.REMARK) or "",
        )
        for row in reading.part(language.COLUMNS_TABLE).rows
        if (cell := row.cell(language.EXPRESSION))
    )
    return UserColumns(
        reading.span,
        reading.symbol.text,
        general.get(language.NAME) or "",
        general.get(language.LIST) or "",
        source or Fragment(Cell(reading.symbol.span, ""), title),
        tuple(sorted(joins, key=lambda join: join.number)),
        columns,
    )


def _text(reading: Reading, schema: SectionSchema, *, insert: str = "") -> Fragment | None:
    cell = reading.part(schema).text
    if cell is None or not cell.text.strip():
        return None
    return Fragment(cell, _title(reading), insert)


def _title(reading: Reading) -> Wording:
    return Wording(reading.symbol.text, reading.symbol.text)
