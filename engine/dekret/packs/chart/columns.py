"""User columns of a library: found by symbol, their query with values, run on an engine with the list they belong to.

A list whose rows the added tables multiply is refused (seeds/002:3006): Optima opens it without columns of the user.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from dekret.chart.aliases import Alias, known
from dekret.chart.assemble import Assembled
from dekret.chart.check_columns import Made, assembled_query, check_columns
from dekret.chart.columns_query import ROWS, Chosen, alias_of, counting, everything, whole
from dekret.chart.definitions import Join, UserColumn, UserColumns
from dekret.chart.expand import Inserts
from dekret.chart.values import Sources
from dekret.errors import UsageError
from dekret.model.results import ColumnKind, ResultColumn, ResultTable
from dekret.packs.chart import run_problems as problems
from dekret.packs.chart.charts import Expansion, inserts_for, of_kind, table_keys, with_values
from dekret.packs.chart.run_chart import Running, rows_of, translated, with_answers
from dekret.packs.library import Library
from dekret.store.engines import EngineError
from dekret.text.diagnostic import Diagnostic
from dekret.text.nearest import nearest
from dekret.text.report import Report
from dekret.text.wording import Wording, listed
from dekret.values.display_formats import DisplayFormat

Found = tuple[UserColumns, Inserts]
"""A definition and the inserts that it may use."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A list that was run, with the columns chosen: their captions, kinds, formats, and the rows."""

    definition: UserColumns
    columns: tuple[UserColumn, ...]
    expansion: Expansion
    table: ResultTable

    @property
    def formats(self) -> tuple[DisplayFormat | None, ...]:
        return tuple(column.display for column in self.columns)


def has_columns(library: Library, symbol: str) -> bool:
    """Whether there are user columns of a symbol."""
    every = (*library.charts, *library.charts_below)
    return any(each.symbol.casefold() == symbol.casefold() for each in of_kind(every, UserColumns))


def find_columns(library: Library, symbol: str, day: dt.date) -> Found:
    """The user columns of a symbol that hold on a day. Raises `UsageError` with those there are."""
    for definitions, standard in ((library.charts, False), (library.charts_below, True)):
        for each in of_kind(definitions, UserColumns, day):
            if each.symbol.casefold() == symbol.casefold():
                return each, inserts_for(library, standard=standard, day=day)
    names = sorted({each.symbol for each in of_kind((*library.charts, *library.charts_below), UserColumns)})
    near = nearest(symbol, names)
    raise UsageError(
        f"Nie ma kolumn użytkownika {symbol}."
        + (f" Czy chodziło o {near}?" if near else f" Są: {listed(names) or '–'}."),
        f"There are no user columns {symbol}."
        + (f" Did you mean {near}?" if near else f" There are: {listed(names) or '–'}."),
    )


def refuse_filter(symbol: str, filter_: str | None) -> None:
    """User columns have no parameter FiltrApp. Raises `UsageError` where a filter is named for them."""
    if filter_ is not None:
        raise UsageError(
            f"{symbol} to kolumny użytkownika, nie wykres: filtr {filter_} nie ma gdzie wejść. "
            "Warunek listy stoi w jej sekcji [Warunek].",
            f"{symbol} are user columns, not a chart: there is no place for the filter {filter_}. "
            "The condition of the list stands in its section [Warunek].",
        )


def chosen_columns(columns: UserColumns, *, hidden: bool) -> Chosen:
    """The list as it opens, or with the columns that are hidden until somebody chooses them."""
    return everything(columns) if hidden else Chosen((*columns.own, *columns.shown), columns.joins)


def expand_columns(
    found: Found, chosen: Chosen, sources: Sources, report: Report, allowed: Iterable[str] = ()
) -> Expansion | None:
    """The query of a list with values for its aliases and parameters; None where the report has errors."""
    columns, inserts = found
    ready = _ready(columns, query_made(columns, chosen), inserts, sources, report)
    return with_values(columns, ready, sources, report, allowed) if ready else None


def _ready(columns: UserColumns, made: Made, inserts: Inserts, sources: Sources, report: Report) -> Assembled | None:
    ready = assembled_query(columns, made, inserts, report)
    if ready is None or report.has_errors:
        return None
    given = {name.casefold() for name in (*sources.given, *sources.application)}
    own = (Alias(each.name, each.kind, each.default, Wording("", "")) for each in columns.aliases)
    missing = [
        problems.ALIAS_WITHOUT_VALUE.at(ready.parameters[name].span, name=alias.name)
        for name, alias in known(own).items()
        if alias.default is None and name in ready.parameters and name not in given and not sources.tried
    ]
    report.extend(missing)
    return None if missing else ready


# --- on an engine


def run_columns(found: Found, chosen: Chosen, sources: Sources, running: Running, report: Report) -> Listed | None:
    """A list with columns, run; None where the report has errors, which it has, too, where rows would multiply."""
    columns, inserts = found
    running = replace(running, today=running.today or sources.today)
    ready = assembled_query(columns, query_made(columns, chosen), inserts, Report())
    sources = with_answers(ready, sources, running) if ready else sources
    expansion = expand_columns(found, chosen, sources, report)
    if expansion is None or expansion.query is None or not _keeps_rows(found, chosen.joins, sources, running, report):
        return None
    table = rows_of(expansion.query, running, report)
    if table is None:
        return None
    shown = chosen.columns or (None,)
    names = [column.caption if column else "Lp" for column in shown]
    renamed = tuple(ResultColumn(name, of.kind) for name, of in zip(names, table.columns, strict=True))
    return Listed(columns, chosen.columns, expansion, replace(table, columns=renamed))


def check_on(found: Found, sources: Sources, running: Running, report: Report) -> int | None:
    """All columns checked against a database: names, kinds, rows. The number of rows; None where something is wrong.

    Only one row of the list is fetched; its number is counted with and without the tables of the user.
    """
    columns, inserts = found
    own = Report()
    check_columns(columns, inserts, replace(sources, tried=True), table_keys(), own)
    if not own.has_errors:
        _check_names(found, sources, running, own)
    report.extend(own.diagnostics)
    if own.has_errors:
        return None
    few = replace(running, limits=replace(running.limits, rows=1))
    result = run_columns(found, everything(columns), sources, few, report)
    if result is None:
        return None
    check_kinds(result, report)
    return count(found, (), sources, running, report)


def _check_names(found: Found, sources: Sources, running: Running, report: Report) -> None:
    """Every column by itself, so that all names that the database lacks are told; nothing is run."""
    running = replace(running, today=running.today or sources.today)
    found_wrong: list[Diagnostic] = []
    for column in everything(found[0]).columns:
        own, chosen = Report(), Chosen((column,), found[0].joins)
        given = narrowed(sources, query_made(found[0], chosen), found)
        expansion = expand_columns(found, chosen, given, own)
        try:
            if expansion and expansion.query:
                translated(expansion.query, running, own)
        except EngineError as error:
            reason = Wording(error.reason, error.reason)
            own.add(problems.ENGINE_REFUSED.at(column.span, engine=running.engine.dialect, reason=reason))
        found_wrong += own.diagnostics
    report.extend(dict.fromkeys(found_wrong))


def check_kinds(result: Listed, report: Report) -> None:
    """Formats that have no way to show what their columns hold; the number of a row has none."""
    for column, form, of in zip(result.columns, result.formats, result.table.columns, strict=False):
        is_number = of.kind in (ColumnKind.NUMBER, ColumnKind.WHOLE)
        is_moment = of.kind in (ColumnKind.DATE, ColumnKind.DATETIME)
        fits = form is None or form.type == "None" or (is_number and form.number) or (is_moment and form.moment)
        if not fits:
            report.add(
                problems.FORMAT_OF_OTHER_KIND.at(
                    column.format_place, name=column.caption, format=column.format, kind=_KINDS[of.kind]
                )
            )


_KINDS = {
    **dict.fromkeys((ColumnKind.NUMBER, ColumnKind.WHOLE), Wording("liczby", "numbers")),
    ColumnKind.FLAG: Wording("wartości tak/nie", "yes and no"),
    **dict.fromkeys((ColumnKind.DATE, ColumnKind.DATETIME), Wording("daty", "dates")),
    ColumnKind.TEXT: Wording("teksty", "texts"),
}


def query_made(columns: UserColumns, chosen: Chosen) -> Made:
    """What makes the query of a list with some of its columns and tables."""
    return lambda aliases: whole(columns, chosen, aliases)


def counting_made(columns: UserColumns, joins: Sequence[Join]) -> Made:
    """What makes the query that counts the rows of a list with some tables of the user."""
    return lambda aliases: counting(columns, joins, aliases)


def count(found: Found, joins: Sequence[Join], sources: Sources, running: Running, report: Report) -> int | None:
    """The number of rows of a list with some tables of the user; None where the report has errors."""
    columns, inserts = found
    made = counting_made(columns, joins)
    ready = assembled_query(columns, made, inserts, report)
    expansion = with_values(columns, ready, narrowed(sources, made, found), report) if ready else None
    table = rows_of(expansion.query, running, report) if expansion and expansion.query else None
    if table is None:
        return None
    value = table.rows[0][[each.name.casefold() for each in table.columns].index(ROWS.casefold())]
    assert isinstance(value, int | Decimal)
    return int(value)


def narrowed(sources: Sources, made: Made, found: Found) -> Sources:
    """The sources without what was given to parameters that a part of the query does not have."""
    columns, inserts = found
    ready = assembled_query(columns, made, inserts, Report())
    known_here = set(ready.parameters) if ready else set()
    return replace(sources, given={n: value for n, value in sources.given.items() if n.casefold() in known_here})


def _keeps_rows(found: Found, joins: Sequence[Join], sources: Sources, running: Running, report: Report) -> bool:
    """Whether the list has as many rows with the tables of the user as without; the first that adds some is told."""
    if not joins:
        return True
    columns = found[0]
    own = Report()
    alone, all_of_them = (count(found, some, sources, running, own) for some in ((), joins))
    if alone is None or all_of_them is None:
        report.extend(own.diagnostics)
        return False
    last = alone
    for number, join in enumerate(joins if all_of_them != alone else (), start=1):
        with_it = count(found, joins[:number], sources, running, own) if number < len(joins) else all_of_them
        if with_it is not None and with_it != last:
            place = join.condition.cell.span
            name = alias_of(columns, join)
            report.add(
                problems.ROWS_MULTIPLIED.at(
                    place, table=join.table.text.strip(), alias=name, before=last, after=with_it
                )
            )
        last = last if with_it is None else with_it
    report.extend(own.diagnostics)
    return not report.has_errors
