"""`dekret chart columns run`: a list with its user columns, as a table or a file."""

import sys

from dekret import api
from dekret.cli.arguments import Arguments
from dekret.cli.chart_columns import ACTIONS
from dekret.cli.chart_columns_options import add_columns, rules_and_values
from dekret.cli.chart_results import say_cut
from dekret.cli.console import Console
from dekret.cli.reports import show_report
from dekret.cli.rules_options import RESULT, Option, add_options
from dekret.cli.texts import TEXTS

_OPTIONS: tuple[Option, ...] = (
    (
        ("--format",),
        {"choices": api.COLUMN_RESULTS, "metavar": "POSTAĆ"},
        (
            "txt, csv, xlsx, xml albo html; bez opcji według pliku wyniku, na ekran txt",
            "txt, csv, xlsx, xml or html; else by the name of the result, txt on the screen",
        ),
    ),
    RESULT,
    (
        ("--hidden",),
        {"action": "store_true"},
        ("także kolumny domyślnie niewidoczne", "hidden columns, too"),
    ),
)


_NO_ROWS = ("0 wierszy: lista jest pusta.", "0 rows: the list is empty.")


def run(words: list[str], console: Console) -> int:
    arguments = Arguments("chart columns run", ACTIONS["run"], console)
    add_columns(arguments)
    add_options(arguments, _OPTIONS)
    given = arguments.parse(words)
    found = rules_and_values(given, console)
    if isinstance(found, int):
        return found
    rules, symbols, values = found
    kind = given.format or (given.output.suffix.lstrip(".").lower() if given.output else "txt")
    if kind not in api.COLUMN_RESULTS:
        kinds = ", ".join(api.COLUMN_RESULTS)
        raise api.UsageError(
            f"Po nazwie pliku nie poznać postaci wyniku: {given.output}. Użyj --format albo końcówki: {kinds}.",
            f"The name {given.output} does not tell the kind of the result. Use --format or an ending: {kinds}.",
        )
    listed, report = api.run_user_columns(
        rules, symbols[0], values, given.db, (given.limit, given.timeout), hidden=given.hidden
    )
    show_report(report, "text", console, data=False)
    if listed is None:
        return 1
    data = api.columns_result(listed, kind, console.language)
    if given.output:
        with api.open_output(given.output) as output:
            output.write_bytes(data)
            output.keep()
        console.err(console.text(TEXTS["written"], path=str(given.output)) + "\n")
    elif kind == "xlsx":
        sys.stdout.buffer.write(data)
    else:
        console.out(data.decode("utf-8-sig"))
    if not listed.table.rows:
        console.err(console.text(_NO_ROWS) + "\n")
    say_cut(listed.table.cut, given.limit, console)
    return 0
