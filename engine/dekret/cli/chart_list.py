"""`dekret chart list`: the charts of the rules; the start charts of a call point."""

from dekret import api
from dekret.cli.arguments import Arguments
from dekret.cli.chart import ACTIONS
from dekret.cli.chart_options import VALUES, values_of
from dekret.cli.console import Console
from dekret.cli.reports import say_broken
from dekret.cli.rules_options import add_options, add_rule_folders, open_rules


def run(words: list[str], console: Console) -> int:
    arguments = Arguments("chart list", ACTIONS["list"], console)
    options = (
        (("--procedure",), {"default": "", "metavar": "OKNO"}, ("wywołanie: okno programu", "call point: a window")),
        (
            ("--context",),
            {"default": "", "metavar": "MIEJSCE"},
            ("wywołanie: miejsce w oknie", "call point: a place in it"),
        ),
    )
    add_options(arguments, options)
    user = (
        ("--user",),
        {"default": "", "metavar": "OPERATOR"},
        ("podłączenia tego użytkownika", "as this user sees it"),
    )
    add_options(arguments, (user,))
    add_options(arguments, VALUES)
    add_rule_folders(arguments)
    given = arguments.parse(words)
    given.symbol = ""
    rules = open_rules(given)
    if rules.report.has_errors:
        return say_broken(rules.report, "text", console)
    console.out(
        api.charts_table(rules, (given.procedure, given.context, given.user), values_of(given), console.language)
    )
    return 0
