"""`dekret chart go`: through the charts of a session: into a row, back, forward, first, last, again."""

from dekret import api
from dekret.cli.arguments import Arguments
from dekret.cli.chart import ACTIONS
from dekret.cli.chart_options import FILTER, VALUES, values_of
from dekret.cli.chart_results import add_result, show
from dekret.cli.console import Console
from dekret.cli.reports import say_broken
from dekret.cli.rules_options import add_options, add_rule_folders, open_rules


def run(words: list[str], console: Console) -> int:
    arguments = Arguments("chart go", ACTIONS["go"], console)
    arguments.positional.add_argument(
        "step",
        choices=("explore", "back", "forward", "first", "last", "refresh"),
        metavar="KROK",
        help=console.text(
            (
                "explore: wejdź w wiersz; back, forward, first, last: historia; refresh: odśwież",
                "explore: into a row; back, forward, first, last: the history; refresh",
            )
        ),
    )
    options = (
        (
            ("--in",),
            {"type": int, "default": 1, "dest": "index", "metavar": "N"},
            ("wiersz do wejścia (1)", "the row (1)"),
        ),
        (("--to",), {"metavar": "SYMBOL"}, ("podwykres; bez opcji domyślny", "the sub-chart; the default one without")),
    )
    add_options(arguments, options)
    add_options(arguments, (*VALUES, FILTER))
    add_rule_folders(arguments)
    add_result(arguments)
    given = arguments.parse(words)
    if given.session is None:
        raise api.UsageError(
            "Wskaż plik sesji: --session sesja.json.", "Name the file of the session: --session s.json."
        )
    given.symbol = ""
    given.date = given.date or api.session_day(given.session)
    rules = open_rules(given)
    if rules.report.has_errors:
        return say_broken(rules.report, "text", console)
    explorer, database = api.open_session(rules, given.session, values_of(given), (given.limit, given.timeout))
    if given.memory:
        explorer.remembered = api.all_remembered(given.memory)
    report = api.Report()
    if given.step == "explore":
        drawn = explorer.explore(given.index - 1, given.to, report)
    else:
        if not explorer.go(given.step):
            chart = explorer.session.shown.chart
            console.err(console.text(_NOWHERE[given.step], chart=chart) + "\n")
            if given.step in ("back", "forward"):
                return 1
        drawn = explorer.draw(report)
    if drawn:
        api.keep_session(given.session, explorer, database, given.date)
        if given.memory:
            api.remember_values(given.memory, explorer.session.shown.chart, drawn.expansion)
    return show(drawn, report, given, console)


_FIRST = ("{chart} jest pierwszym wykresem sesji.", "{chart} is the first chart of the session.")
_LAST = ("{chart} jest ostatnim wykresem sesji.", "{chart} is the last chart of the session.")
_NOWHERE = {"back": _FIRST, "first": _FIRST, "forward": _LAST, "last": _LAST}
"""What is said where a step leads nowhere; first and last show the chart all the same, as it is the one asked for."""
