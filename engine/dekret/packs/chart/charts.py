"""Charts of a library: found by symbol, checked, expanded with values."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import TypeVar

from dekret.chart.assemble import Assembled, Texts, assemble_once
from dekret.chart.check import allowed_tables, check_chart, check_filter, reading_faults, result_columns
from dekret.chart.check_columns import assembled_query, check_columns
from dekret.chart.check_graph import Node, check_graph
from dekret.chart.check_together import check_inserts
from dekret.chart.columns_query import everything, whole
from dekret.chart.conditions import read_condition
from dekret.chart.definitions import Chart, ChartDefinition, ChartSettings, Filter, InsertText, UserColumns
from dekret.chart.evaluate import Refused
from dekret.chart.expand import Inserts
from dekret.chart.fill import Filled, fill
from dekret.chart.graph_problems import NO_SUB_CHART, STANDARD_ELSEWHERE
from dekret.chart.graphics import graphic_values
from dekret.chart.language import CHART, INSERT, Scope
from dekret.chart.sourcemap import Fragment
from dekret.chart.sql_problems import KIND_MATTERS, NOT_FAITHFUL, TABLE_NOT_ALLOWED
from dekret.chart.values import Holding, ParameterValues, Sources, unknown_names
from dekret.errors import UsageError
from dekret.packs.library import Library
from dekret.sql import tsql
from dekret.sql.dialects import DIALECTS, translated
from dekret.store.tables import tables
from dekret.syntax.read import Reading
from dekret.text.nearest import nearest
from dekret.text.report import Report
from dekret.text.wording import Wording, listed

ANY_DAY = dt.date(2026, 1, 1)
"""The day that defaults are tried with; what is wrong with a chart does not depend on it."""
D = TypeVar("D", bound=ChartDefinition)


class LibraryInserts(Inserts):
    """The inserts that a chart may use: the user's first, then standard ones; a standard chart has those alone."""

    def __init__(
        self,
        own: Iterable[InsertText],
        standard: Iterable[InsertText] = (),
        broken: Callable[[str], bool] | None = None,
    ) -> None:
        self._found: dict[str, Fragment] = {}
        self._names: dict[str, str] = {}
        self._broken = broken
        for insert in (*standard, *own):
            self._found[insert.symbol.casefold()] = insert.content
            self._names[insert.symbol.casefold()] = insert.symbol

    def content(self, name: str) -> Fragment | None:
        return self._found.get(name.casefold())

    def names(self) -> list[str]:
        return sorted(self._names.values())

    def is_broken(self, name: str) -> bool:
        return self._broken is not None and self._broken(name)


@dataclass(frozen=True, slots=True)
class Expansion:
    """A chart or filter with values: its query, its graphic parameters, and where every value is from.

    `filter` is the filter that stands in FiltrApp, where a run named one.
    """

    assembled: Assembled
    query: Filled | None
    graphics: dict[str, str]
    holdings: dict[str, Holding]
    filter: "Expansion | None" = None


def of_kind(found: Iterable[tuple[Reading, ChartDefinition]], kind: type[D], day: dt.date | None = None) -> list[D]:
    """The definitions of one kind; those that hold on a day, if one is given."""
    return [each for reading, each in found if isinstance(each, kind) and (day is None or reading.holds_on(day))]


def inserts_for(library: Library, *, standard: bool, day: dt.date | None = None) -> LibraryInserts:
    """The inserts that a chart of the user, or a standard one, may use."""
    below = of_kind(library.charts_below, InsertText, day)
    if standard:
        return LibraryInserts((), below)
    own = of_kind(library.charts, InsertText, day)
    return LibraryInserts(own, below, lambda symbol: library.is_broken(INSERT, symbol))


def has_chart(library: Library, symbol: str) -> bool:
    """Whether there is a chart or a filter of a symbol."""
    every = (*library.charts, *library.charts_below)
    return any(isinstance(each, Chart | Filter) and each.symbol.casefold() == symbol.casefold() for _, each in every)


def find(library: Library, symbol: str, day: dt.date) -> tuple[Chart | Filter, LibraryInserts]:
    """The chart or filter of a symbol that holds on a day, and the inserts it may use.

    Of the filters of standard packs only global ones are found (`packs.chart.filters`).
    Raises `UsageError` with the symbols there are.
    """
    for definitions, standard in ((library.charts, False), (library.charts_below, True)):
        filters = [each for each in of_kind(definitions, Filter, day) if not standard or each.scope is Scope.GLOBAL]
        held: list[Chart | Filter] = [*of_kind(definitions, Chart, day), *filters]
        for definition in held:
            if definition.symbol.casefold() == symbol.casefold():
                return definition, inserts_for(library, standard=standard, day=day)
    every = (*library.charts, *library.charts_below)
    known = sorted({each.symbol for _, each in every if isinstance(each, Chart | Filter)})
    near = nearest(symbol, known)
    raise UsageError(
        f"Nie ma wykresu ani filtra {symbol}."
        + (f" Czy chodziło o {near}?" if near else f" Są: {listed(known) or '–'}."),
        f"There is no chart or filter {symbol}."
        + (f" Did you mean {near}?" if near else f" There are: {listed(known) or '–'}."),
    )


def expanded(
    definition: Chart | Filter,
    inserts: Inserts,
    sources: Sources,
    report: Report,
    allowed: Iterable[str] = (),
) -> Expansion | None:
    """A chart or filter with values; None where the report has errors. A query that does more than read is refused."""
    ready = assemble_once(Texts.of(definition), inserts, report)
    return None if ready is None else with_values(definition, ready, sources, report, allowed)


def with_values(
    definition: Chart | Filter | UserColumns,
    ready: Assembled,
    sources: Sources,
    report: Report,
    allowed: Iterable[str] = (),
) -> Expansion | None:
    """What was assembled of a definition, with values; as `expanded`."""
    if names := frozenset(name.casefold() for name in allowed):
        sources = replace(sources, allowed=names)
    place = definition.span.source.span(definition.span.start)
    report.extend(unknown_names(ready.parameters, sources, place))
    values = ParameterValues(ready.parameters, sources)
    query = _query(definition, ready, values, report)
    graphics, holdings = dict[str, str](), dict[str, Holding]()
    try:
        holdings = values.all()
    except Refused as refused:
        found = refused.at(ready.texts[0].traced)
        if found not in report.diagnostics:
            report.add(found)
    if ready.graphics and not report.has_errors:
        graphics = graphic_values(ready.graphics.traced, ready.items, values, report)
    if report.has_errors:
        return None
    return Expansion(ready, query, graphics, holdings)


def _query(
    definition: Chart | Filter | UserColumns, ready: Assembled, values: ParameterValues, report: Report
) -> Filled | None:
    if values.allowed:
        for prepared in ready.lists.values():
            each = fill(prepared, values, tsql.condition_fault)
            report.extend(allowed_tables(each, values.allowed) if isinstance(each, Filled) else each)
    if ready.query is None:
        return None
    query = fill(ready.query.prepared, values, tsql.condition_fault)
    if not isinstance(query, Filled):
        report.extend(query)
        return None
    if ready.query.sql:
        before = definition.before if isinstance(definition, Filter) else ""
        report.extend(reading_faults(query, before))
        if not report.has_errors:
            report.extend(allowed_tables(query, values.allowed, before))
    return query


def in_dialect(expansion: Expansion, dialect: str, report: Report) -> str:
    """The query in the SQL of another engine; what cannot be said there goes to the report as errors.

    Raises `UsageError` for an unknown dialect.
    """
    if dialect not in DIALECTS:
        known = ", ".join(DIALECTS)
        raise UsageError(f"Nie ma dialektu {dialect}; są: {known}.", f"There is no dialect {dialect}, only: {known}.")
    query = expansion.query
    if query is None or dialect == "tsql":
        return query.text if query else ""
    found = translated(query.text, dialect)
    for problem, faults in ((NOT_FAITHFUL, found.faults), (KIND_MATTERS, found.doubts)):
        for fault in faults:
            place = query.span(fault.start, fault.end)
            report.add(problem.at(place, reason=fault.reason, dialect=dialect))
    return found.text


@cache
def table_keys() -> dict[str, tuple[str, ...]]:
    """The keys of the tables that the sheet of the schema knows, by their names, folded."""
    return {table.name.casefold(): (table.key.name,) for table in tables() if table.key}


def check_charts(library: Library) -> None:
    """Everything that can be found wrong with the charts of a library before they run; it goes to its report."""
    sources = Sources(ANY_DAY, tried=True)
    inserts = inserts_for(library, standard=False)
    own = [definition for _, definition in library.charts]
    ready = [
        check_chart(each, inserts, sources, library.report)
        if isinstance(each, Chart)
        else check_filter(each, inserts, sources, library.report)
        for each in own
        if isinstance(each, Chart | Filter)
    ]
    for each in own:
        if isinstance(each, UserColumns):
            check_columns(each, inserts, sources, table_keys(), library.report)
    charts = [each for each in own if isinstance(each, Chart | Filter)]
    nodes = [
        Node(each, found, result_columns(found, sources))
        for each, found in zip(charts, ready, strict=True)
        if isinstance(each, Chart) and found
    ]
    for each in own:
        for call in each.calls if isinstance(each, Chart) else ():
            if call.condition and call.condition.text:
                read_condition(call.condition, library.report)
    _check_settings(library)
    known = [each for _, each in (*library.charts, *library.charts_below) if isinstance(each, Chart)]
    broken = (symbol for extension, symbol in library.broken if extension == CHART.extension)
    check_graph(nodes, frozenset({*(each.symbol.casefold() for each in known), *broken}), library.report)
    texts = [part.expanded for each in ready if each for part in each.texts]
    if ready and None not in ready:
        check_inserts([each for each in own if isinstance(each, InsertText)], texts, library.report)


def _check_settings(library: Library) -> None:
    """Settings of users: charts that are there, and for standard ones points that they hang on."""
    own = {each.symbol.casefold() for each in of_kind(library.charts, Chart)}
    standard = {each.symbol.casefold(): each for each in of_kind(library.charts_below, Chart)}
    for settings in of_kind(library.charts, ChartSettings):
        for row in settings.rows:
            key = row.chart.casefold()
            if row.condition and row.condition.text:
                read_condition(row.condition, library.report)
            if key in own or library.is_broken(CHART, key):
                continue
            if key not in standard:
                near = nearest(row.chart, [*own, *standard])
                advice = Wording(f"Czy chodziło o {near}? ", f"Did you mean {near}? ") if near else Wording("", "")
                library.report.add(NO_SUB_CHART.at(row.span, symbol=row.chart, advice=advice))
            elif not any(
                (call.procedure, call.context) == (row.procedure, row.context) for call in standard[key].calls
            ):
                library.report.add(STANDARD_ELSEWHERE.at(row.span, symbol=row.chart))


def check_allowed(library: Library, allowed: Iterable[str]) -> None:
    """Tables that charts, filters and user columns read and that are not allowed; all are where none is named."""
    names = tuple(allowed)
    if not names:
        return
    inserts, sources = inserts_for(library, standard=False), Sources(ANY_DAY, tried=True)
    for _, definition in library.charts:
        report = Report()
        match definition:
            case Chart() | Filter():
                expanded(definition, inserts, sources, report, names)
            case UserColumns():
                made = partial(whole, definition, everything(definition))
                ready = assembled_query(definition, made, inserts, report)
                if ready:
                    with_values(definition, ready, sources, report, names)
            case _:
                continue
        library.report.extend(each for each in report.diagnostics if each.problem is TABLE_NOT_ALLOWED)
