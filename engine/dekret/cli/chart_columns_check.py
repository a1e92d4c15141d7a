"""`dekret chart columns check`: user columns checked, on a database their names, kinds and rows, too."""

from dekret import api
from dekret.cli.arguments import Arguments
from dekret.cli.chart_columns import ACTIONS
from dekret.cli.chart_columns_options import add_columns, rules_and_values
from dekret.cli.console import Console
from dekret.cli.reports import add_format, show_report


def run(words: list[str], console: Console) -> int:
    arguments = Arguments("chart columns check", ACTIONS["check"], console)
    add_columns(arguments, needs_database=False)
    add_format(arguments)
    given = arguments.parse(words)
    found = rules_and_values(given, console)
    if isinstance(found, int):
        return found
    rules, symbols, values = found
    code = 0
    for symbol in symbols:
        rows, report = api.check_user_columns(rules, symbol, values, given.db, (given.limit, given.timeout))
        show_report(report, given.format, console, data=True)
        if report.has_errors:
            code = 1
        elif given.format == "text":
            console.err(console.text(_FINE if rows is None else _FINE_ROWS, symbol=symbol, rows=rows or 0) + "\n")
    return code


_FINE = ("{symbol}: kolumny zostały dodane poprawnie.", "{symbol}: the columns were added correctly.")
_FINE_ROWS = (
    "{symbol}: kolumny zostały dodane poprawnie; wierszy listy: {rows}.",
    "{symbol}: the columns were added correctly; rows of the list: {rows}.",
)
"""The first sentence is the manual's (seeds/002:2886)."""
