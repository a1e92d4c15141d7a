"""Charts run on an engine: rows, graphic parameters with their number, and what a picture of them looks like."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from dekret.chart.assemble import Assembled, Texts, assemble
from dekret.chart.computed import plain
from dekret.chart.definitions import Chart, Filter
from dekret.chart.evaluate import Refused
from dekret.chart.expand import Inserts
from dekret.chart.fill import Filled, fill
from dekret.chart.graphics import graphic_values
from dekret.chart.language import Action
from dekret.chart.parameters import references
from dekret.chart.sql_problems import NOT_FAITHFUL
from dekret.chart.values import Holding, ParameterValues, Sources
from dekret.model.results import Cell, ResultTable
from dekret.packs.chart import run_problems as problems
from dekret.packs.chart.charts import Expansion, expanded
from dekret.packs.chart.filter_applied import Applied, NamedFilter, apply
from dekret.render.pictures import PictureStyle
from dekret.sql import tsql
from dekret.sql.scopes import PackFunction
from dekret.sql.typed import Translated, typed
from dekret.store.engines import Engine, EngineError, Limits
from dekret.text.report import Report
from dekret.text.wording import Wording
from dekret.values.pictures import Value


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart that was run: its rows, or the call of a procedure in their place; its graphic parameters."""

    chart: Chart | Filter
    expansion: Expansion
    table: ResultTable | None
    call: str | None
    graphics: Mapping[str, str]

    @property
    def holdings(self) -> Mapping[str, Holding]:
        return self.expansion.holdings


@dataclass(frozen=True, slots=True)
class Running:
    """Where charts run, and how long they may take."""

    engine: Engine
    limits: Limits
    functions: Mapping[str, PackFunction] = field(default_factory=dict)
    """Functions `CDN.…` of the pack by their names in lower case; others are refused by name."""
    today: dt.date | None = None
    """The day of GETDATE; without one it is that of the database."""

    def answer(self, query: str) -> ResultTable:
        """The rows of a T-SQL query. Raises `EngineError`, also for a query that cannot be said in the engine's SQL."""
        said = self.said(query)
        if said.faults or said.unknown:
            raise EngineError((*said.faults, *said.unknown)[0].reason.en)
        return self.engine.run(said.statements, (), self.limits)

    def said(self, query: str) -> Translated:
        """A T-SQL query in the engine's SQL, by the kinds of its tables; SQL Server has it as it is."""
        if self.engine.dialect == "tsql":
            return Translated((query,), ())
        return typed(query, self.engine.dialect, self.engine.schema(), self.functions, self.today)


def run_chart(
    found: tuple[Chart | Filter, Inserts],
    sources: Sources,
    running: Running,
    report: Report,
    named: NamedFilter | None = None,
) -> Drawn | None:
    """A chart with its inserts (`packs.chart.charts.find`) and values, run; None where the report has errors.

    `named` is a filter that goes into FiltrApp.
    """
    chart, inserts = found
    running = replace(running, today=running.today or sources.today)
    applied: Applied | None = None
    if named:
        ready = assemble(Texts.of(named.filter), named.inserts, Report())
        answered = with_answers(ready, sources, running) if ready else sources
        applied = apply(named, found, answered, report)
        if applied is None:
            return None
        sources = applied.sources
    ready = assemble(Texts.of(chart), inserts, Report())
    asked = with_answers(ready, sources, running) if ready else sources
    expansion = expanded(chart, inserts, asked, report)
    if expansion is None:
        return None
    expansion = replace(expansion, filter=applied.expansion if applied else None)
    if isinstance(chart, Chart) and chart.action is not Action.SQL:
        call = expansion.query.text.strip() if expansion.query and chart.action is Action.PROCEDURE else None
        return Drawn(chart, expansion, None, call, expansion.graphics)
    assert expansion.query
    table = rows_of(expansion.query, running, report)
    if table is None:
        return None
    graphics = expansion.graphics
    ready = expansion.assembled
    if ready.graphics:
        values = ParameterValues(ready.parameters, replace(asked, records=len(table.rows)))
        graphics = graphic_values(ready.graphics.traced, ready.items, values, report)
    return Drawn(chart, expansion, table, None, graphics)


def rows_of(query: Filled, running: Running, report: Report) -> ResultTable | None:
    """The rows of a query; None where it cannot be said in the engine's SQL, or was not answered."""
    said: Translated | None = None
    try:
        said = translated(query, running, report)
        return running.engine.run(said.statements, (), running.limits) if said.statements else None
    except EngineError as error:
        start, end = _place(error, said) or (0, len(query.text))
        place = query.span(start, end)
        if error.stopped:
            report.add(problems.TOO_SLOW.at(place, seconds=int(running.limits.seconds)))
        else:
            reason = Wording(error.reason, error.reason)
            report.add(problems.ENGINE_REFUSED.at(place, engine=running.engine.dialect, reason=reason))
        return None


def translated(query: Filled, running: Running, report: Report) -> Translated:
    """A query in the engine's SQL; what cannot be said there, and names that it lacks, go to the report.

    Raises `EngineError` where the engine does not tell its tables.
    """
    said, dialect = running.said(query.text), running.engine.dialect
    for fault in said.faults:
        report.add(NOT_FAITHFUL.at(query.span(fault.start, fault.end), reason=fault.reason, dialect=dialect))
    for name in said.unknown:
        place = query.span(name.start, name.end)
        report.add(problems.ENGINE_REFUSED.at(place, engine=dialect, reason=name.reason))
    return said


def _place(error: EngineError, said: Translated | None) -> tuple[int, int] | None:
    """Where in the author's query the engine's error is, as far as the engine told one."""
    return None if said is None or error.place is None else said.place(error.statement, error.place)


def with_answers(ready: Assembled, sources: Sources, running: Running) -> Sources:
    """The sources with what only the database knows: answers to GetSql, second columns of rows chosen in lists."""

    def answer(query: str) -> str | None:
        try:
            found = None if tsql.forbidden(query) else running.answer(query)
        except EngineError:
            return None
        return None if found is None else "" if not found.rows else plain(_value(found.rows[0][0]))

    asked = replace(sources, answer=answer)
    named = (reference for part in ready.texts for reference in references(part.elements) if reference.second)
    second = {reference.name.casefold() for reference in named}
    return replace(asked, second={key: _second(ready, key, asked, running) for key in second})


def _second(ready: Assembled, key: str, sources: Sources, running: Running) -> Value:
    """The text of the row that was chosen in a list; empty where the list has none."""
    prepared = ready.lists.get(key)
    values = ParameterValues(ready.parameters, sources)
    filled = fill(prepared, values, tsql.condition_fault) if prepared else None
    if not isinstance(filled, Filled) or tsql.forbidden(filled.neutral):
        return ""
    try:
        held = plain(values.holding(ready.parameters[key]).value)
        rows = running.answer(filled.text)
    except (EngineError, Refused):
        return ""
    names = [column.name.casefold() for column in rows.columns]
    identity, shown = (names.index("id"), names.index("kod")) if {"id", "kod"} <= set(names) else (0, 1)
    return next((plain(_value(row[shown])) for row in rows.rows if plain(_value(row[identity])) == held), "")


def _value(cell: Cell) -> Value:
    """A cell of a result as a value of a parameter; a date and time at midnight is how Optima keeps days."""
    match cell:
        case dt.datetime() if cell.time() == dt.time():
            return cell.date()
        case bool() | int():
            return Decimal(int(cell))
        case _:
            return cell


def row_values(table: ResultTable, index: int) -> dict[str, Value]:
    """A row as values for the parameters of a sub-chart, by the names of its columns."""
    return {name: _value(cell) for name, cell in table.row(index).items()}


def style_of(graphics: Mapping[str, str]) -> PictureStyle:
    """How a chart is drawn by its graphic parameters; numbers that are none fall back to the defaults."""
    return PictureStyle(
        _whole(graphics.get("Type"), 1),
        graphics.get("HeaderName", ""),
        graphics.get("XAxisName", ""),
        graphics.get("YAxisName", ""),
        numbers(graphics.get("Series", "4")) or (4,),
        2 if graphics.get("NoPunktIDCol", "0") not in ("", "0") else 3,
        graphics.get("ShowDataLabels", "1") not in ("", "0"),
        _whole(graphics.get("ShowXLabelsEvery"), 1),
        _whole(graphics.get("LineWidth"), 2),
        _whole(graphics.get("PointWidth"), 0),
    )


def _whole(text: str | None, otherwise: int) -> int:
    whole = (text or "").strip().partition(".")[0]
    return int(whole) if whole.isascii() and whole.isdigit() and len(whole) < 6 else otherwise


def numbers(text: str) -> tuple[int, ...]:
    """The numbers of columns of `5,4`."""
    return tuple(int(part) for part in text.split(",") if part.strip().isdecimal())
