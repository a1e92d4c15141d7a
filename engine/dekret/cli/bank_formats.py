"""`dekret bank formats`: the formats at hand."""

from dekret import api
from dekret.cli.arguments import Arguments
from dekret.cli.bank import ACTIONS
from dekret.cli.console import Console
from dekret.cli.rules_options import add_rule_folders, day_of, open_rules


def run(words: list[str], console: Console) -> int:
    arguments = Arguments("bank formats", ACTIONS["formats"], console)
    arguments.positional.add_argument(
        "symbol",
        nargs="?",
        metavar="SYMBOL",
        help=console.text(("jeden format, ze wszystkimi pozycjami", "one format, with all its positions")),
    )
    add_rule_folders(arguments)
    given = arguments.parse(words)
    rules = open_rules(given)
    if given.symbol:
        checked, _ = api.bank_format(rules, given.symbol, day_of(given))
        console.out(api.format_page(checked, console.language) if checked else "")
        return 0 if checked else 1
    console.out(api.formats_table(rules, day_of(given), console.language))
    return 0
