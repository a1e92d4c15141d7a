"""Verbs on charts: their parameters, their queries, what is remembered of a user."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, TYPE_CHECKING

from dekret.errors import UsageError
from dekret.packs.library import Library
from dekret.text.report import Report
from dekret.text.wording import Language, Wording

if TYPE_CHECKING:
    from dekret.chart.values import Sources
    from dekret.packs.chart.charts import Expansion
    from dekret.packs.chart.filter_applied import NamedFilter
    from dekret.packs.chart.filters import ShownFilter
    from dekret.packs.chart.run_chart import Drawn, Running
    from dekret.packs.chart.session import Explorer

CHART_RESULTS = ("txt", "csv", "xlsx", "xml", "html", "svg", "png", "pdf")
"""Kinds of files that a result may be."""
FILTER_FORMS = ("text", "table", "sql", "json", "file")
"""How a filter may be shown."""


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
    filter: str | None = None
    """The symbol of a filter that goes into FiltrApp, and what its user last answered to it."""
    filter_remembered: Mapping[str, str] = field(default_factory=dict)


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

    Of user columns all are in the query, hidden ones, too; they have no place for a filter.
    """
    from dekret.packs.chart.charts import find, has_chart
    from dekret.packs.chart.columns import chosen_columns, expand_columns, find_columns, has_columns, refuse_filter
    from dekret.packs.chart.filter_applied import expanded_with
    from dekret.packs.chart.functions import allowed_names

    report, sources, names = Report(), sources_of(values), allowed_names(rules, allowed)
    if has_columns(rules, symbol) and not has_chart(rules, symbol):
        refuse_filter(symbol, values.filter)
        found = find_columns(rules, symbol, values.today)
        return expand_columns(found, chosen_columns(found[0], hidden=True), sources, report, names), report
    chart = find(rules, symbol, values.today)
    return expanded_with(_named(rules, values), chart, sources, report, names), report


def _named(rules: Library, values: ChartValues) -> NamedFilter | None:
    """The filter that a run names. Raises `UsageError` for an unknown one, and for one beside a value of FiltrApp."""
    from dekret.packs.chart.filter_applied import PARAMETER, NamedFilter
    from dekret.packs.chart.filters import find_filter

    if values.filter is None:
        return None
    if PARAMETER.casefold() in (name.casefold() for name in (*values.given, *values.application)):
        raise UsageError(
            f"Filtr {values.filter} i wartość {PARAMETER} wykluczają się; zostaw jedno z nich.",
            f"The filter {values.filter} and a value of {PARAMETER} exclude each other; keep one of them.",
        )
    return NamedFilter(*find_filter(rules, values.filter, values.today), values.filter_remembered)


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

    of_filter = expansion.filter.assembled.parameters if expansion.filter else {}
    parameters = list({**of_filter, **expansion.assembled.parameters}.values())
    holdings = {**(expansion.filter.holdings if expansion.filter else {}), **expansion.holdings}
    if format_ == "json":
        return parameters_json(parameters, holdings) + "\n"
    if format_ == "schema":
        return parameters_schema(expansion.assembled.symbol, parameters) + "\n"
    return parameters_table(parameters, holdings, language)


def remembered_values(path: Path, symbol: str) -> dict[str, str]:
    """What a user last answered to a chart, from a file; nothing where there is none. Raises `FileError`."""
    return all_remembered(path).get(symbol.casefold(), {})


def all_remembered(path: Path) -> dict[str, dict[str, str]]:
    """As `remembered_values`, of every chart by its folded symbol."""
    from dekret.store.remembered import read_remembered

    return read_remembered(path)


def remember_values(path: Path, symbol: str, expansion: Expansion) -> None:
    """Keeps the answers to parameters that ask for it with `REG=`, also to those of a filter. Raises `FileError`."""
    from dekret.chart.computed import plain
    from dekret.store.remembered import write_remembered

    asked = {each.name for each in expansion.assembled.parameters.values() if each.default.remembered}
    answers = {name: plain(held.value) for name, held in expansion.holdings.items() if name in asked}
    if answers:
        write_remembered(path, symbol.casefold(), answers)
    if expansion.filter:
        remember_values(path, expansion.filter.assembled.symbol, expansion.filter)


def check_tables(found: Library, allowed: Iterable[str]) -> None:
    """Tables that charts and filters read and that are not among those allowed; all are where none is named."""
    from dekret.packs.chart.charts import check_allowed
    from dekret.packs.chart.functions import allowed_names

    check_allowed(found, allowed_names(found, allowed))


def open_charts(rules: Library, symbol: str, values: ChartValues, database: str, limits: tuple[int, float]) -> Explorer:
    """A session that starts with a chart, on a database. Raises `UsageError`, `FileError`."""
    from dekret.chart.session import Session, Visit
    from dekret.packs.chart.session import Explorer

    session = Session.start(Visit(symbol))
    running = running_on(rules, values.today, database, limits)
    return Explorer(rules, session, running, sources_of(values), _named(rules, values))


def running_on(rules: Library, day: dt.date, database: str, limits: tuple[int, float]) -> Running:
    """A database opened to run on, with the most rows and seconds, and functions of packs. Raises `FileError`."""
    from dekret.packs.chart.functions import functions_of
    from dekret.packs.chart.run_chart import Running
    from dekret.store.addresses import open_engine
    from dekret.store.engines import Limits

    functions = functions_of(rules, day)
    return Running(open_engine(database), Limits(limits[1], limits[0]), functions)


def open_session(rules: Library, path: Path, values: ChartValues, limits: tuple[int, float]) -> tuple[Explorer, str]:
    """The session kept in a file, and the database it runs on. Raises `UsageError`, `FileError`."""
    from dekret.packs.chart.session import Explorer, read_session
    from dekret.packs.library import read_bytes

    session, rest = read_session(read_bytes(path).decode("utf-8", "replace"), str(path))
    database = rest.get("database", "")
    running = running_on(rules, values.today, database, limits)
    return Explorer(rules, session, running, sources_of(values), _named(rules, values)), database


def session_day(path: Path) -> dt.date | None:
    """The day that was named for the charts of a session; None where each runs for today.

    Raises `UsageError`, `FileError`.
    """
    from dekret.packs.chart.session import read_session
    from dekret.packs.library import read_bytes

    _, rest = read_session(read_bytes(path).decode("utf-8", "replace"), str(path))
    return dt.date.fromisoformat(rest["day"]) if "day" in rest else None


def keep_session(path: Path, explorer: Explorer, database: str, day: dt.date | None) -> None:
    """Writes a session with the day that was named for it, whole or not at all. Raises `FileError`."""
    from dekret.packs.chart.session import session_text
    from dekret.store.files import write_whole

    named = {"day": day.isoformat()} if day else {}
    write_whole(path, session_text(explorer.session, {"database": database, **named}))


def chart_result(drawn: Drawn, kind: str, language: Language = "pl") -> bytes:
    """The result of a chart as a file of a kind of `CHART_RESULTS`. Raises `UsageError`."""
    from dekret.packs.chart.results import result

    return result(drawn, kind, language)


def chart_remarks(drawn: Drawn, kind: str) -> tuple[Wording, ...]:
    """What the result of a kind does not show: no rows, slices left out of a pie."""
    from dekret.packs.chart.results import remarks

    return remarks(drawn, kind)


def chart_bars(drawn: Drawn, language: Language = "pl") -> str:
    """Small bars of every series, for a terminal."""
    from dekret.packs.chart.results import bars

    return bars(drawn, language)


def charts_table(rules: Library, point: tuple[str, str, str], values: ChartValues, language: Language) -> str:
    """All charts and filters; with a call point its start charts, the default one marked."""
    from dekret.packs.chart.listed import charts_table

    return charts_table(rules, point, (values.application, values.today), language)


def named_filter(rules: Library, symbol: str, day: dt.date) -> ShownFilter:
    """A filter by its symbol, to be shown. Raises `UsageError`."""
    from dekret.packs.chart.filters import shown_filter

    return shown_filter(rules, symbol, day)


def typed_filter(text: str, name: str) -> tuple[ShownFilter | None, Report]:
    """A filter from a condition, a table of conditions or a rule file, as it was typed; None where it is broken."""
    from dekret.packs.chart.filters import typed_filter

    found, library = typed_filter(text, name)
    return found, library.report


def filter_answers(
    asked: ShownFilter, values: ChartValues, inputs: Iterable[Path], standard_input: IO[bytes], language: Language
) -> tuple[str, Report]:
    """A table of documents, each with whether a filter holds for it; what is wrong with files stands in the report.

    Raises `UsageError` where documents cannot be asked, `FileError`.
    """
    from dekret.intake.read import read_documents, read_stream
    from dekret.packs.chart.filter_documents import answers, answers_table

    report = Report()
    documents = (
        item
        for path in inputs
        for item in (read_stream("-", standard_input, None, "") if str(path) == "-" else read_documents(path, None, ""))
    )
    found = []
    for answered in answers((asked.filter, asked.inserts), sources_of(values), documents):
        report.extend(answered.rejected)
        if not answered.rejected:
            found.append(answered)
    return answers_table(found, language), report


def filter_text(shown: ShownFilter, form: str, language: Language) -> tuple[str, Wording | None]:
    """A filter in a form of `FILTER_FORMS`; and, where it is no tree, why. A table of what is no tree is empty."""
    from dekret.packs.chart import filters

    return filters.in_form(shown, form, language)
