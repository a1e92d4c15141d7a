"""Definitions of the chart languages as they were read: frozen, their texts still texts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias, cast

from dekret.chart import language, problems
from dekret.chart.filter_tree import Held, TreeRow, of_rows, text_of, values_of
from dekret.chart.language import Action, AliasKind, FormatType, Scope, Selection
from dekret.chart.operators import Operator, value_counts
from dekret.chart.sourcemap import Fragment
from dekret.syntax.nodes import Cell
from dekret.syntax.read import Reading, Record
from dekret.syntax.schema import SectionSchema
from dekret.text.report import Report
from dekret.text.source import Span
from dekret.text.wording import Wording
from dekret.values.display_formats import DisplayFormat, display_format
from dekret.values.display_formats import FormatType as FormatTypeName


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
    calls: tuple["ChartCall", ...] = ()
    below: tuple["ChartBelow", ...] = ()


@dataclass(frozen=True, slots=True)
class ChartCall:
    """A call point that a chart hangs on, as it was written."""

    span: Span = field(compare=False)
    procedure: str
    context: str
    number: int
    default: bool
    condition: Cell | None


@dataclass(frozen=True, slots=True)
class ChartBelow:
    """A sub-chart, as it was written."""

    span: Span = field(compare=False)
    symbol: str
    number: int
    default: bool


@dataclass(frozen=True, slots=True)
class InsertText:
    """An insert; charts find it by its symbol, letter case being no matter."""

    span: Span = field(compare=False)
    symbol: str
    name: str
    content: Fragment
    shared: bool = False


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
    document_type: Cell | None = None
    """The type of documents that it is for besides, as it was written."""

    @property
    def before(self) -> str:
        """What stands before the condition where it is tried: a query of the table that it filters, or of any."""
        return f"SELECT A=1 FROM {self.table or '#Lista'} WHERE "


@dataclass(frozen=True, slots=True)
class Join:
    """A table that a user joins to a list; `key` are the columns that its author says tell its rows apart."""

    span: Span = field(compare=False)
    number: int
    table: Fragment
    condition: Fragment
    key: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UserColumn:
    """A column that a user adds to a list, or one of the list's own."""

    span: Span = field(compare=False)
    caption: str
    expression: Fragment
    format_type: FormatType
    format: str
    format_place: Span = field(compare=False)
    visible: bool
    available: bool
    description: str

    @property
    def display(self) -> DisplayFormat | None:
        """How it is shown (seeds/002:2899-2985); None where what was written is no format of its type."""
        return display_format(cast("FormatTypeName", self.format_type.value.pl), self.format)


@dataclass(frozen=True, slots=True)
class OwnAlias:
    """An alias that a definition names itself; without a default it has to be given."""

    span: Span = field(compare=False)
    name: str
    kind: AliasKind
    default: str | None


@dataclass(frozen=True, slots=True)
class UserColumns:
    """The columns that a user adds to one list, and the tables they come from.

    `source` is what the list's own query has behind FROM, `condition` behind WHERE, `own` are its columns.
    """

    span: Span = field(compare=False)
    symbol: str
    name: str
    list_name: str
    source: Fragment
    condition: Fragment | None
    order: Fragment | None
    own: tuple[UserColumn, ...]
    joins: tuple[Join, ...]
    columns: tuple[UserColumn, ...]
    aliases: tuple[OwnAlias, ...]

    @property
    def shown(self) -> tuple[UserColumn, ...]:
        """The columns that the list shows unless somebody chooses otherwise."""
        return tuple(column for column in self.columns if column.visible and column.available)


@dataclass(frozen=True, slots=True)
class Setting:
    """What a user changed of a connection, or a connection of his own; None: as in the chart."""

    span: Span = field(compare=False)
    chart: str
    procedure: str
    context: str
    number: int | None
    default: bool | None
    condition: Cell | None
    available: bool | None


@dataclass(frozen=True, slots=True)
class ChartSettings:
    """The settings of one user, by symbol; those of `*` are for everybody (seeds/001:2054)."""

    span: Span = field(compare=False)
    symbol: str
    rows: tuple[Setting, ...]


@dataclass(frozen=True, slots=True)
class SqlFunction:
    """A function `CDN.…` as a pack says it: an expression of T-SQL over its parameters, which it reads alone."""

    span: Span = field(compare=False)
    symbol: str
    name: str
    written: tuple[str, ...]
    parameters_place: Span = field(compare=False)
    expression: Fragment

    @property
    def parameters(self) -> tuple[str, ...]:
        """The names without their @."""
        return tuple(each.removeprefix("@") for each in self.written)


ChartDefinition: TypeAlias = Chart | InsertText | Filter | UserColumns | ChartSettings | SqlFunction


def read_chart(reading: Reading, report: Report) -> Chart:
    """A chart; what is missing goes to the report."""
    general = reading.part(language.CHART_GENERAL).keys
    action = cast("Action | None", general.get(language.ACTION)) or Action.SQL
    query = _text(reading, language.QUERY)
    if query is None and action is not Action.QUEUE and not reading.part(language.QUERY).unquoted:
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
        tuple(
            ChartCall(
                row.span,
                row.get(language.PROCEDURE) or "",
                row.get(language.CONTEXT) or "",
                row.get(language.ORDER) or number,
                row.get(language.DEFAULT) is True,
                row.cell(language.OFFERED_IF),
            )
            for number, row in enumerate(reading.part(language.CALLS).rows, start=1)
        ),
        tuple(
            ChartBelow(
                row.place(language.BELOW),
                row.get(language.BELOW) or "",
                row.get(language.ORDER) or number,
                row.get(language.DEFAULT) is True,
            )
            for number, row in enumerate(reading.part(language.SUB_CHARTS).rows, start=1)
        ),
    )


def read_insert(reading: Reading, report: Report) -> InsertText:
    """An insert."""
    content = _text(reading, language.CONTENT, insert=reading.symbol.text)
    if content is None and _is_empty(reading, language.CONTENT):
        report.add(problems.NO_TEXT.at(reading.part(language.CONTENT).span))
    empty = Fragment(Cell(reading.symbol.span, ""), Wording("", ""), reading.symbol.text)
    keys = reading.part(language.INSERT_GENERAL).keys
    name, shared = keys.get(language.NAME) or "", keys.get(language.SHARED) is True
    return InsertText(reading.span, reading.symbol.text, name, content or empty, shared)


def read_filter(reading: Reading, report: Report) -> Filter:
    """A filter."""
    general = reading.part(language.FILTER_GENERAL).keys
    condition, tree = _text(reading, language.CONDITION), _tree(reading, report)
    untold = not reading.part(language.CONDITIONS).rows and not reading.part(language.CONDITION).unquoted
    if condition is None and tree is None and untold:
        report.add(problems.NO_CONDITION.at(reading.symbol.span))
    if condition and tree:
        report.add(problems.CONDITION_TWICE.at(reading.part(language.CONDITIONS).span))
    condition = condition or tree
    return Filter(
        reading.span,
        reading.symbol.text,
        general.get(language.NAME) or "",
        general.get(language.LIST) or "",
        general.get(language.TABLE) or "",
        cast("Scope | None", general.get(language.SCOPE)) or Scope.USER,
        condition or Fragment(Cell(reading.symbol.span, ""), Wording("", "")),
        reading.part(language.FILTER_GENERAL).keys.cell(language.DOCUMENT_TYPE),
    )


def _tree(reading: Reading, report: Report) -> Fragment | None:
    """The condition that a table of conditions says, with the declarations of its parameters before it."""
    part = reading.part(language.CONDITIONS)
    rows = []
    for row in part.rows:
        operator = cast("Operator | None", row.get(language.OPERATOR))
        name = row.get(language.FIELD)
        connector = cast("bool | None", row.get(language.CONNECTOR))
        group = (row.get(language.GROUP) or "").strip(".")
        if operator is None or name is None:
            if connector is not None and not row.cell(language.FIELD) and not row.cell(language.OPERATOR):
                rows.append(TreeRow(group, connector, None))
            else:
                report.add(problems.HALF_A_CONDITION.at(row.span))
            continue
        written = row.get(language.HELD_VALUE) or ""
        values = values_of(written)
        least, most = value_counts(operator)
        if not least <= len(values) <= most:
            report.add(problems.VALUE_COUNT.at(row.span, operator=operator.value.pl, least=least, found=len(values)))
            continue
        rows.append(TreeRow(group, connector, Held(name, operator, values)))
    if not any(row.held for row in rows):
        return None
    declared = _text(reading, language.PARAMETERS)
    text = (declared.text + "\n" if declared else "") + text_of(of_rows(rows))
    return Fragment(Cell(part.span, text), _title(reading), whole=True)


def read_columns(reading: Reading, report: Report) -> UserColumns:
    """Columns of a user."""
    general = reading.part(language.COLUMNS_GENERAL).keys
    source = _text(reading, language.FROM)
    if source is None and _is_empty(reading, language.FROM):
        report.add(problems.NO_TEXT.at(reading.part(language.FROM).span))
    title = _title(reading)
    return UserColumns(
        reading.span,
        reading.symbol.text,
        general.get(language.NAME) or "",
        general.get(language.LIST) or "",
        source or Fragment(Cell(reading.symbol.span, ""), title),
        _fragment(general.cell(language.LIST_CONDITION), title),
        _fragment(general.cell(language.LIST_ORDER), title),
        tuple(_columns(reading.part(language.OWN_COLUMNS).rows, title)),
        tuple(sorted(_joins(reading, title), key=lambda join: join.number)),
        tuple(_columns(reading.part(language.COLUMNS_TABLE).rows, title)),
        tuple(
            OwnAlias(
                row.place(language.ALIAS),
                (row.get(language.ALIAS) or "").strip("#"),
                cast("AliasKind | None", row.get(language.ALIAS_KIND)) or AliasKind.TEXT,
                row.get(language.ALIAS_DEFAULT),
            )
            for row in reading.part(language.ALIASES).rows
        ),
    )


def _joins(reading: Reading, title: Wording) -> Iterator[Join]:
    for place, row in enumerate(reading.part(language.JOINS).rows, start=1):
        table, condition = row.cell(language.TABLE_NAME), row.cell(language.JOIN)
        if table and condition:
            named = (row.get(language.KEY) or "").split(",")
            key = tuple(part.strip() for part in named if part.strip())
            number = row.get(language.NUMBER) or place
            yield Join(row.span, number, Fragment(table, title), Fragment(condition, title), key)


def _columns(rows: Iterable[Record], title: Wording) -> Iterator[UserColumn]:
    for row in rows:
        if cell := row.cell(language.EXPRESSION):
            yield UserColumn(
                row.place(language.CAPTION),
                row.get(language.CAPTION) or "",
                Fragment(cell, title),
                cast("FormatType | None", row.get(language.FORMAT_TYPE)) or FormatType.NONE,
                row.get(language.FORMAT) or "",
                row.place(language.FORMAT if row.cell(language.FORMAT) else language.CAPTION),
                row.get(language.VISIBLE) is not False,
                row.get(language.AVAILABLE) is not False,
                row.get(language.REMARK) or "",
            )


def _fragment(cell: Cell | None, title: Wording) -> Fragment | None:
    return Fragment(cell, title) if cell and cell.text.strip() else None


def read_settings(reading: Reading, report: Report) -> ChartSettings:  # noqa: ARG001 - as the other readers
    """The settings of a user."""
    return ChartSettings(
        reading.span,
        reading.symbol.text,
        tuple(
            Setting(
                row.place(language.SET_CHART),
                row.get(language.SET_CHART) or "",
                row.get(language.PROCEDURE) or "",
                row.get(language.CONTEXT) or "",
                row.get(language.ORDER),
                row.get(language.DEFAULT),
                row.cell(language.OFFERED_IF),
                row.get(language.SHOWN),
            )
            for row in reading.part(language.SETTINGS_TABLE).rows
        ),
    )


def read_function(reading: Reading, report: Report) -> SqlFunction:
    """A function of a pack."""
    keys = reading.part(language.FUNCTION_GENERAL).keys
    expression = _text(reading, language.FUNCTION_EXPRESSION)
    if expression is None and _is_empty(reading, language.FUNCTION_EXPRESSION):
        report.add(problems.NO_TEXT.at(reading.part(language.FUNCTION_EXPRESSION).span))
    written = keys.get(language.FUNCTION_PARAMETERS) or ""
    return SqlFunction(
        reading.span,
        reading.symbol.text,
        keys.get(language.NAME) or "",
        tuple(each.strip() for each in written.split(",")) if written else (),
        keys.place(language.FUNCTION_PARAMETERS),
        expression or Fragment(Cell(reading.symbol.span, ""), _title(reading)),
    )


def _is_empty(reading: Reading, schema: SectionSchema) -> bool:
    """Whether a section is there and holds nothing; that its text has no quotes is told elsewhere."""
    part = reading.part(schema)
    return part.span is not reading.span and not part.unquoted


def _text(reading: Reading, schema: SectionSchema, *, insert: str = "") -> Fragment | None:
    cell = reading.part(schema).text
    if cell is None or not cell.text.strip():
        return None
    return Fragment(cell, _title(reading), insert)


def _title(reading: Reading) -> Wording:
    return Wording(reading.symbol.text, reading.symbol.text)
