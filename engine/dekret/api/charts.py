"""Verbs on charts: their parameters, their queries, what is remembered of a user."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from dekret.packs.library import Library
from dekret.text.report import Report
from dekret.text.wording import Language

if TYPE_CHECKING:
    from dekret.chart.values import Sources
    from dekret.packs.chart.charts import Expansion
    from dekret.packs.chart.run_chart import Drawn, Running
    from dekret.packs.chart.session import Explorer

CHART_RESULTS = ("txt", "csv", "xlsx", "xml", "html", "svg", "png", "pdf")
"""Kinds of files that a result may be."""


@dataclass(frozen=True, slots=True)
class ChartValues:
    """What a run gives a chart, as it was typed; by name, letter case being no matter."""

    today: dt.date
    given: Mapping[str, str] = field(default_factory=dict)
    row: Mapping[str, str] = field(default_factory=dict)
    parent: Mapping[str, str] = field(default_factory=dict)
    application: Mapping[str, str] = field(default_factory=dict)
    remembered: Mapping[str, str] = field(default_factory=dict)
    selected: tuple[int, ...] | None = None
    records: int | None = None


def sources_of(values: ChartValues) -> Sources:
    """The values as the engine takes them."""
    from dekret.chart.values import Sources

    return Sources(
        values.today,
        given=dict(values.given),
        row=dict(values.row),
        parent=dict(values.parent),
        parent_graphic=dict(values.parent),
        application=dict(values.application),
        remembered=values.remembered,
        selection=values.selected,
        records=values.records,
    )


def expand_chart(
    rules: Library, symbol: str, values: ChartValues, allowed: Iterable[str] = ()
) -> tuple[Expansion | None, Report]:
    """A chart, a filter or user columns with values, and what is to be said. Raises `UsageError` for an unknown symbol.

    Of user columns all are in the query, hidden ones, too.
    """
    from dekret.packs.chart.charts import expanded, find, has_chart
    from dekret.packs.chart.columns import chosen_columns, expand_columns, find_columns, has_columns

    report = Report()
    if has_columns(rules, symbol) and not has_chart(rules, symbol):
        found = find_columns(rules, symbol, values.today)
        return expand_columns(found, chosen_columns(found[0], hidden=True), sources_of(values), report, allowed), report
    definition, inserts = find(rules, symbol, values.today)
    return expanded(definition, inserts, sources_of(values), report, allowed), report


def chart_text(expansion: Expansion, *, binding: bool) -> str:
    """The query as it runs, with literals or with the parameters of a driver, which stand below as comments."""
    from dekret.chart.bind import bind
    from dekret.chart.computed import plain
    from dekret.packs.chart.shown import without_margins

    if expansion.query is None:
        return ""
    if not binding:
        return without_margins(expansion.query.text)
    bound = bind(expansion.query)
    listed = "".join(f"\n-- {place}: {plain(value)!r}" for place, value in enumerate(bound.values, start=1))
    return without_margins(bound.text) + listed


def chart_json(expansion: Expansion, *, binding: bool) -> str:
    """All of an expanded chart as JSON."""
    from dekret.chart.bind import bind
    from dekret.packs.chart.shown import expansion_json

    return expansion_json(expansion, bind(expansion.query) if binding and expansion.query else None) + "\n"


def chart_map(expansion: Expansion, language: Language) -> str:
    """Where every line of the query was written."""
    from dekret.packs.chart.shown import map_lines

    return map_lines(expansion.query, language) if expansion.query else ""


def chart_dialect(expansion: Expansion, dialect: str) -> tuple[str, Report]:
    """The query in the SQL of another engine; a report with errors where it cannot be said there faithfully."""
    from dekret.packs.chart.charts import in_dialect

    report = Report()
    return in_dialect(expansion, dialect, report), report


def chart_parameters(expansion: Expansion, format_: str, language: Language) -> str:
    """The parameters of a chart as a table (text), as JSON, or as a JSON Schema (schema)."""
    from dekret.packs.chart.shown import parameters_json, parameters_schema, parameters_table

    parameters = list(expansion.assembled.parameters.values())
    if format_ == "json":
        return parameters_json(parameters, expansion.holdings) + "\n"
    if format_ == "schema":
        return parameters_schema(expansion.assembled.symbol, parameters) + "\n"
    return parameters_table(parameters, expansion.holdings, language)


def remembered_values(path: Path, symbol: str) -> dict[str, str]:
    """What a user last answered to a chart, from a file; nothing where there is none. Raises `FileError`."""
    from dekret.store.remembered import read_remembered

    return read_remembered(path).get(symbol.casefold(), {})


def remember_values(path: Path, symbol: str, expansion: Expansion) -> None:
    """Keeps the answers to parameters that ask for it with `REG=`. Raises `FileError`."""
    from dekret.chart.computed import plain
    from dekret.store.remembered import write_remembered

    asked = {each.name for each in expansion.assembled.parameters.values() if each.default.remembered}
    answers = {name: plain(held.value) for name, held in expansion.holdings.items() if name in asked}
    if answers:
        write_remembered(path, symbol.casefold(), answers)


def check_tables(found: Library, allowed: Iterable[str]) -> None:
    """Tables that charts and filters read and that are not among those allowed; all are where none is named."""
    from dekret.packs.chart.charts import check_allowed

    check_allowed(found, allowed)


def open_charts(rules: Library, symbol: str, values: ChartValues, database: str, limits: tuple[int, float]) -> Explorer:
    """A session that starts with a chart, on a database. Raises `UsageError`, `FileError`."""
    from dekret.chart.session import Session, Visit
    from dekret.packs.chart.session import Explorer

    session = Session.start(Visit(symbol))
    return Explorer(rules, session, running_on(database, limits), sources_of(values))


def running_on(database: str, limits: tuple[int, float]) -> Running:
    """A database opened to run on, with the most rows and seconds. Raises `FileError`."""
    from dekret.packs.chart.run_chart import Running
    from dekret.store.addresses import open_engine
    from dekret.store.engines import Limits

    return Running(open_engine(database), Limits(limits[1], limits[0]))


def open_session(rules: Library, path: Path, values: ChartValues, limits: tuple[int, float]) -> tuple[Explorer, str]:
    """The session kept in a file, and the database it runs on. Raises `UsageError`, `FileError`."""
    from dekret.packs.chart.session import Explorer, read_session
    from dekret.packs.library import read_bytes

    session, rest = read_session(read_bytes(path).decode("utf-8", "replace"), str(path))
    database = rest.get("database", "")
    return Explorer(rules, session, running_on(database, limits), sources_of(values)), database


def keep_session(path: Path, explorer: Explorer, database: str) -> None:
    """Writes a session, whole or not at all. Raises `FileError`."""
    from dekret.packs.chart.session import session_text
    from dekret.store.files import write_whole

    write_whole(path, session_text(explorer.session, {"database": database}))


def chart_result(drawn: Drawn, kind: str) -> bytes:
    """The result of a chart as a file of a kind of `CHART_RESULTS`. Raises `UsageError`."""
    from dekret.packs.chart.results import result

    return result(drawn, kind)


def chart_bars(drawn: Drawn) -> str:
    """Small bars of the first series, for a terminal."""
    from dekret.packs.chart.results import bars

    return bars(drawn)


def charts_table(rules: Library, point: tuple[str, str, str], values: ChartValues, language: Language) -> str:
    """All charts and filters; with a call point its start charts, the default one marked."""
    from dekret.packs.chart.listed import charts_table

    return charts_table(rules, point, (values.application, values.today), language)
