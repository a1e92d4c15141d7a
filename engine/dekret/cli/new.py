"""`dekret new`: a rule file to start from."""

import datetime as dt

from dekret import api
from dekret.cli.arguments import Arguments
from dekret.cli.console import Console
from dekret.cli.rules_options import add_options, result_option
from dekret.cli.texts import COMMANDS, TEXTS


def run(words: list[str], console: Console) -> int:
    arguments = Arguments("new", COMMANDS["new"], console)
    arguments.positional.add_argument(
        "kind",
        metavar="RODZAJ" if console.language == "pl" else "KIND",
        help=console.text((", ".join(api.starting_kinds()),) * 2),
    )
    arguments.positional.add_argument(
        "symbol", nargs="?", default="NOWY", metavar="SYMBOL", help=console.text(("symbol (NOWY)", "the symbol (NOWY)"))
    )
    add_options(arguments, [result_option(("plik, którego jeszcze nie ma", "a file that is not there yet"))])
    given = arguments.parse(words)
    text = api.starting_file(given.kind, given.symbol, dt.date.today())  # noqa: DTZ011 - the day on the desk
    if given.output is None or str(given.output) == "-":
        console.out(text)
        return 0
    api.write_new(given.output, text)
    console.err(console.text(TEXTS["written"], path=str(given.output)) + "\n")
    return 0
