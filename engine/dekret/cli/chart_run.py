"""`dekret chart run`: a chart run on a database, as a table or a picture."""

from dekret import api
from dekret.cli.arguments import Arguments
from dekret.cli.chart import ACTIONS
from dekret.cli.chart_options import add_chart, values_of
from dekret.cli.chart_results import add_result, show
from dekret.cli.console import Console
from dekret.cli.reports import say_broken
from dekret.cli.rules_options import open_rules


def run(words: list[str], console: Console) -> int:
    arguments = Arguments("chart run", ACTIONS["run"], console)
    add_chart(arguments)
    arguments.option.add_argument(
        "--db",
        required=True,
        metavar="BAZA",
        help=console.text(("plik DuckDB albo adres PostgreSQL", "a DuckDB file, or the address of PostgreSQL")),
    )
    add_result(arguments)
    given = arguments.parse(words)
    rules = open_rules(given)
    if rules.report.has_errors:
        return say_broken(rules.report, "text", console)
    explorer = api.open_charts(rules, given.symbol, values_of(given), given.db, (given.limit, given.timeout))
    report = api.Report()
    drawn = explorer.draw(report)
    if drawn and given.session:
        api.keep_session(given.session, explorer, given.db, given.date)
    if drawn and given.memory:
        api.remember_values(given.memory, given.symbol, drawn.expansion)
    return show(drawn, report, given, console)
