"""Speed of charts: values into a query with inserts, beside Jinja2 and templates that write the same text.

python tests/benchmarks/charts.py [--quick]

The chart: 200 lines, 20 parameters, 10 inserts on three levels with conditions and X-parameters. The templates say the
same with macros of one file, or with files included, and a filter that quotes a value by its type. Both sides are given
numbers and dates, others at every call; Dekret looks besides whether they fit their pictures, where each comes from,
and whether the query only reads. Processor time of the best of several rounds, both in turn.
"""

import datetime as dt
import itertools
import sys
import time
import tracemalloc
from collections.abc import Callable
from functools import partial

import chart_work
from chart_work import PARAMETERS, Given, Work
from jinja2 import DictLoader, Environment, StrictUndefined
from measure import Measured, seconds

from dekret.chart import assemble, check, parse
from dekret.chart.bind import bind
from dekret.chart.fill import fill
from dekret.chart.literals import literal
from dekret.chart.values import ParameterValues, Sources
from dekret.packs.chart import charts
from dekret.packs.chart.charts import Expansion
from dekret.sql import tsql
from dekret.text.report import Report

QUICK = "--quick" in sys.argv[1:]
ROUNDS, TIMES = (3, 20) if QUICK else (25, 100)
SIZES, MANY = ((1, 10), (20, 200)) if QUICK else ((1, 10, 100), (20, 200, 2000))
TODAY = dt.date(2026, 1, 31)
WANTED = "ratio 1, 2 ms"
TURN = itertools.count()
CACHES = (parse.parse_inserts, parse.parse_parameters, tsql.parse, tsql.forbidden, tsql.bindable)
OWN_CACHES = (check._faults, assemble._last)  # noqa: SLF001 - a fresh process has nothing in them


def forget() -> None:
    for cache in (*CACHES, *OWN_CACHES):
        cache.cache_clear()


def best(*runs: Callable[[], object], rounds: int = ROUNDS, times: int = TIMES) -> list[float]:
    """The best processor time of one call of each, over rounds in which all run."""
    found = [float("inf")] * len(runs)
    for _ in range(rounds):
        for index, run in enumerate(runs):
            start = time.process_time()
            for _ in range(times):
                run()
            found[index] = min(found[index], (time.process_time() - start) / times)
    return found


def sources(values: Given, parameters: int = PARAMETERS) -> list[Sources]:
    """What a hundred calls are given."""
    return [Sources(TODAY, given=values(turn, parameters)) for turn in range(100)]


def expanded(work: Work, given: list[Sources]) -> Expansion:
    found = charts.expanded(work.chart, work.inserts, given[next(TURN) % len(given)], Report())
    assert found
    return found


def beside_templates(work: Work) -> None:
    """Values to text, all else done before; the first lines of the result."""
    environment = Environment(loader=DictLoader(chart_work.templates()), undefined=StrictUndefined)  # noqa: S701 - SQL
    environment.keep_trailing_newline = True
    environment.filters["quoted"] = literal
    data, typed = sources(chart_work.context), sources(chart_work.given)
    for name in ("macros", "includes"):
        template = environment.get_template(name)
        query = charts.expanded(work.chart, work.inserts, data[0], Report())
        assert query
        assert query.query
        assert query.query.text == template.render(data[0].given)
        for given, what in ((data, "values"), (typed, "values as typed")):
            own, peer = best(
                lambda given=given: expanded(work, given),
                lambda template=template: template.render(data[next(TURN) % 100].given),
            )
            print(Measured(what, own, peer, f"Jinja2 {name}", WANTED).line())  # noqa: T201 - the result


def looked_up(expansion: Expansion) -> int:
    """A place of every line of the query; how many there are."""
    query, place = expansion.query, 0
    assert query
    lines = query.text.split("\n")
    for line in lines:
        query.span(place, place + 1)
        place += len(line) + 1
    return len(lines)


def first(work: Work, given: list[Sources]) -> Expansion:
    forget()
    return expanded(work, given)


def checked(work: Work) -> None:
    forget()
    charts.check_charts(work.library)


def the_rest(work: Work) -> None:
    """Other work on the same chart; nothing to hold it against."""
    given = sources(chart_work.context)
    found = expanded(work, given)
    assert found.query
    query = found.query
    lines = looked_up(found)
    for what, run, times in (
        ("the first time: parse, expand, assemble, check that it reads", lambda: first(work, given), 1),
        ("check of chart and inserts", lambda: checked(work), 1),
        ("bind, the first time", lambda: (tsql.bindable.cache_clear(), tsql.parse.cache_clear(), bind(query)), 1),
        ("bind", lambda: bind(query), 20),
        ("find in the library and expand", lambda: charts.find(work.library, "OBROTY", TODAY), 20),
    ):
        print(f"{what:<64} {seconds(best(run, rounds=min(ROUNDS, 7), times=times)[0]):>10}")  # noqa: T201 - as above
    [looking] = best(lambda: looked_up(found), times=3)
    print(f"{'a place in the source':<64} {seconds(looking / lines):>10}")  # noqa: T201 - as above


def read_again(text: str) -> None:
    forget()
    tsql.forbidden(text)


def by_size() -> None:
    """Time and memory for one character of the text; the same at every size, as they should be."""
    for size, parameters in (*((size, PARAMETERS) for size in SIZES), *((10, many) for many in MANY[1:])):
        work = chart_work.charts(size, parameters)
        given = sources(chart_work.context, parameters)[:3]
        found = first(work, given)
        assert found.query
        ready = found.assembled.query
        assert ready
        length = len(found.query.text)
        values = ParameterValues(found.assembled.parameters, given[0])
        runs: dict[str, tuple[Callable[[], object], int]] = {
            "first": (partial(first, work, given), 1),
            "SQL read": (partial(read_again, found.query.neutral), 1),
            "values": (partial(expanded, work, given), 3),
            "fill": (partial(fill, ready.prepared, values, tsql.condition_fault), 3),
            "map": (partial(looked_up, found), 1),
        }
        times = {what: best(run, rounds=3, times=count)[0] for what, (run, count) in runs.items()}
        forget()
        tracemalloc.start()
        parse_only(work)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        said = ", ".join(f"{what} {value / length * 1e9:,.1f}" for what, value in times.items())
        print(f"{length:>9,} characters, {parameters:>4} parameters: ns for each: {said}; bytes {peak / length:.0f}")  # noqa: T201 - as above


def parse_only(work: Work) -> None:
    """All but what sqlglot does."""
    report = Report()
    ready = assemble.assemble(assemble.Texts.of(work.chart), work.inserts, report)
    assert ready
    assert ready.query
    given = sources(chart_work.context, len(ready.parameters))[0]
    fill(ready.query.prepared, ParameterValues(ready.parameters, given), tsql.condition_fault)


def main() -> None:
    work = chart_work.charts()
    beside_templates(work)
    the_rest(work)
    by_size()


if __name__ == "__main__":
    main()
