"""Verbs on user columns: checked against a database, run with their list, timed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from dekret.api.charts import ChartValues, running_on, sources_of
from dekret.api.rules import check, library
from dekret.packs.library import Library
from dekret.text.report import Report
from dekret.text.table import titled
from dekret.text.wording import Language, Wording

if TYPE_CHECKING:
    from dekret.packs.chart.columns import Listed
    from dekret.packs.chart.time_columns import Timing

COLUMN_RESULTS = ("txt", "csv", "xlsx", "xml", "html")
"""Kinds of files that a list with user columns may be."""


def columns_rules(what: str, named: Iterable[Path], *, standard: bool) -> tuple[Library, tuple[str, ...]]:
    """The rules with some user columns, and their symbols: those of a file, else the one that is named.

    Beside a file stand the rules that are named, for its inserts; both are checked. Without a file the rules are those
    named, else of the current folder; only what the columns need is looked at, when they run. Raises `FileError`.
    """
    from dekret.chart.definitions import UserColumns
    from dekret.packs.chart.charts import of_kind

    if Path(what).is_file():
        found = check([Path(what), *named])
        inside = (each for each in of_kind(found.charts, UserColumns) if Path(each.span.source.name) == Path(what))
        return found, tuple(each.symbol for each in inside)
    return library(list(named) or [Path()], standard=standard), (what,)


def check_user_columns(
    rules: Library, symbol: str, values: ChartValues, database: str | None, limits: tuple[int, float]
) -> tuple[int | None, Report]:
    """The number of rows of the list, and everything wrong with its user columns, on a database if one is named.

    Raises `UsageError` for an unknown symbol, `FileError` for a database that does not answer.
    """
    from dataclasses import replace

    from dekret.chart.check_columns import check_columns
    from dekret.packs.chart.charts import table_keys
    from dekret.packs.chart.columns import check_on, find_columns

    report, sources = Report(), sources_of(values)
    columns, inserts = find_columns(rules, symbol, values.today)
    if database is None:
        check_columns(columns, inserts, replace(sources, tried=True), table_keys(), report)
        return None, report
    return check_on((columns, inserts), sources, running_on(rules, values.today, database, limits), report), report


def run_user_columns(  # noqa: PLR0913 - which columns, of what, where
    rules: Library, symbol: str, values: ChartValues, database: str, limits: tuple[int, float], *, hidden: bool = False
) -> tuple[Listed | None, Report]:
    """A list with its user columns, `hidden` ones too if asked for. Raises `UsageError`, `FileError`."""
    from dekret.packs.chart.columns import chosen_columns, find_columns, run_columns

    report = Report()
    found = find_columns(rules, symbol, values.today)
    chosen = chosen_columns(found[0], hidden=hidden)
    return run_columns(
        found, chosen, sources_of(values), running_on(rules, values.today, database, limits), report
    ), report


def columns_result(listed: Listed, kind: str, language: Language = "pl") -> bytes:
    """A list with user columns as a file of a kind of `COLUMN_RESULTS`. Raises `UsageError`."""
    from dekret.packs.chart.results import columns_result

    return columns_result(listed, kind, language)


def time_user_columns(  # noqa: PLR0913, PLR0917 - what, where and by which clock
    rules: Library,
    symbol: str,
    values: ChartValues,
    database: str,
    limits: tuple[int, float],
    by: tuple[Callable[[], float], int],
) -> tuple[tuple[Timing, ...], Report]:
    """How long a list takes with each user column: by a clock of seconds, so many runs each. As `run_user_columns`."""
    from dekret.packs.chart.columns import find_columns
    from dekret.packs.chart.time_columns import time_columns

    report = Report()
    found = find_columns(rules, symbol, values.today)
    return time_columns(
        found, sources_of(values), running_on(rules, values.today, database, limits), by, report
    ), report


def timings_table(timings: Iterable[Timing], language: Language) -> str:
    """Times in milliseconds, and what each table and column adds."""
    header = [
        Wording("Zapytanie", "Query").in_(language),
        Wording("Czas [ms]", "Time [ms]").in_(language),
        Wording("Przyrost [ms]", "Added [ms]").in_(language),
    ]
    rows = [
        [each.what.in_(language), f"{each.seconds * 1000:.1f}", "" if each.more is None else f"{each.more * 1000:+.1f}"]
        for each in timings
    ]
    return "\n".join(titled(header, rows, right=frozenset((1, 2)))) + "\n"
