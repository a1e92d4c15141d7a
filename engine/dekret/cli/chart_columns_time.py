"""`dekret chart columns time`: how much time each user column adds to its list."""

import time

from dekret import api
from dekret.cli.arguments import Arguments
from dekret.cli.chart_columns import ACTIONS
from dekret.cli.chart_columns_options import add_columns, rules_and_values
from dekret.cli.console import Console
from dekret.cli.reports import show_report
from dekret.cli.rules_options import Option, add_options

_REPEAT: Option = (
    ("--repeat",),
    {"type": int, "default": 5, "choices": range(1, 101), "metavar": "N"},
    ("ile razy mierzyć każde zapytanie, bez pierwszego (5)", "how often each query is timed, besides the first (5)"),
)


def run(words: list[str], console: Console) -> int:
    arguments = Arguments("chart columns time", ACTIONS["time"], console)
    add_columns(arguments)
    add_options(arguments, (_REPEAT,))
    given = arguments.parse(words)
    found = rules_and_values(given, console)
    if isinstance(found, int):
        return found
    rules, symbols, values = found
    by = (time.perf_counter, given.repeat)
    timings, report = api.time_user_columns(rules, symbols[0], values, given.db, (given.limit, given.timeout), by)
    show_report(report, "text", console, data=False)
    if not timings:
        return 1
    console.out(api.timings_table(timings, console.language))
    return 0
