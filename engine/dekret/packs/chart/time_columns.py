"""How long the query of a list takes with each of the user's tables and columns (OPT074, "Sprawdź wydajność")."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from dekret.chart.columns_query import Chosen, alias_of, everything
from dekret.chart.definitions import UserColumns
from dekret.chart.values import Sources
from dekret.packs.chart import run_problems as problems
from dekret.packs.chart.columns import Found, expand_columns, narrowed, query_made
from dekret.packs.chart.run_chart import Running, rows_of
from dekret.store.engines import EngineError
from dekret.text.report import Report
from dekret.text.wording import Wording


@dataclass(frozen=True, slots=True)
class Timing:
    """How long a query took, in seconds, and how much longer than the one that it adds to; None for the list alone."""

    what: Wording
    seconds: float
    more: float | None


def time_columns(
    found: Found, sources: Sources, running: Running, by: tuple[Callable[[], float], int], report: Report
) -> tuple[Timing, ...]:
    """How much each table and each column adds to a list: the list without them, with each, with all of them.

    `by` is a clock of seconds and how many runs count. The first run of each query does not, as it may be slower
    (seeds/002:2887); of the others the shortest does, without the time of its translation. None come where the report
    has errors.
    """
    steps = _steps(found[0])
    running = replace(running, today=running.today or sources.today)
    queries, (clock, repeats) = list[Sequence[str]](), by
    for _, chosen, _ in steps:
        expansion = expand_columns(found, chosen, narrowed(sources, query_made(found[0], chosen), found), report)
        query = expansion.query if expansion else None
        if query is None or rows_of(query, running, report) is None:
            return ()
        queries.append(running.said(query.text).statements)
    try:
        taken = _taken(queries, running, clock, repeats)
    except EngineError as error:
        reason = Wording(error.reason, error.reason)
        report.add(problems.ENGINE_REFUSED.at(found[0].span, engine=running.engine.dialect, reason=reason))
        return ()
    best = [min(times) for times in taken]
    return tuple(
        Timing(what, best[at], None if below is None else best[at] - best[below])
        for at, (what, _, below) in enumerate(steps)
    )


def _taken(
    queries: Sequence[Sequence[str]], running: Running, clock: Callable[[], float], repeats: int
) -> list[list[float]]:
    """How long each query took each time; turn by turn, so that a slow moment of the machine meets all of them."""
    taken: list[list[float]] = [[] for _ in queries]
    for _ in range(repeats):
        for statements, times in zip(queries, taken, strict=True):
            start = clock()
            running.engine.run(statements, (), running.limits)
            times.append(clock() - start)
    return taken


def _steps(columns: UserColumns) -> list[tuple[Wording, Chosen, int | None]]:
    """What is timed: its name, what of the definition is in it, and the place of what it is compared with."""
    steps: list[tuple[Wording, Chosen, int | None]] = [
        (Wording("lista bez kolumn użytkownika", "the list without user columns"), Chosen(columns.own, ()), None)
    ]
    for number, join in enumerate(columns.joins, start=1):
        table = f"{join.table.text.strip()} ({alias_of(columns, join)})"
        what = Wording(f"+ tabela {table}", f"+ table {table}")
        steps.append((what, Chosen(columns.own, columns.joins[:number]), len(steps) - 1))
    base = len(steps) - 1
    for column in columns.columns:
        what = Wording(f"+ kolumna {column.caption}", f"+ column {column.caption}")
        steps.append((what, Chosen((*columns.own, column), columns.joins), base))
    steps.append((Wording("wszystkie kolumny i tabele", "all columns and tables"), everything(columns), 0))
    return steps
