"""`dekret chart params`: what a chart asks for, as a table, as JSON, or as a JSON Schema."""

from dekret import api
from dekret.cli.arguments import Arguments
from dekret.cli.chart import ACTIONS
from dekret.cli.chart_options import add_chart, values_of
from dekret.cli.console import Console
from dekret.cli.reports import say_broken, show_report
from dekret.cli.rules_options import open_rules


def run(words: list[str], console: Console) -> int:
    arguments = Arguments("chart params", ACTIONS["params"], console)
    add_chart(arguments)
    arguments.option.add_argument(
        "--format",
        choices=("text", "json", "schema"),
        default="text",
        help=console.text(("tabela, JSON albo JSON Schema (text)", "a table, JSON, or a JSON Schema (text)")),
    )
    given = arguments.parse(words)
    rules = open_rules(given)
    if rules.report.has_errors:
        return say_broken(rules.report, "text", console)
    expansion, report = api.expand_chart(rules, given.symbol, values_of(given))
    show_report(report, "text", console, data=False)
    if expansion is None:
        return 1
    if given.format == "text" and not _asks(expansion):
        console.err(console.text(_NONE, symbol=given.symbol) + "\n")
        return 0
    console.out(api.chart_parameters(expansion, given.format, console.language))
    return 0


def _asks(expansion: "api.Expansion") -> bool:
    return bool(expansion.assembled.parameters or (expansion.filter and expansion.filter.assembled.parameters))


_NONE = ("{symbol} nie ma parametrów.", "{symbol} has no parameters.")
