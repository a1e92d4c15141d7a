"""`dekret thtg contractors`: which contractors of the Integrator are in Optima, which are to be created."""

from dekret import api
from dekret.cli.arguments import Arguments
from dekret.cli.console import Console, Texts
from dekret.cli.outputs import claim, files_read
from dekret.cli.reports import say_broken
from dekret.cli.rules_options import day_of, open_rules
from dekret.cli.thtg import ACTIONS
from dekret.cli.thtg_options import add_exchange, write_all

_DONE: Texts = (
    "Kontrahentów: {written}, w tym do utworzenia: {created}; odmów: {refused}.",
    "Contractors: {written}, of them to be created: {created}; refused: {refused}.",
)
_FILES: Texts = (
    "karty kontrahentów i umowy z Integratora, .json; - to standardowe wejście (dekret docs thtg)",
    "cards of contractors and agreements, .json; - is standard input (dekret docs thtg)",
)


def run(words: list[str], console: Console) -> int:
    arguments = Arguments("thtg contractors", ACTIONS["contractors"], console)
    add_exchange(arguments, _FILES)
    given = arguments.parse(words)
    rules = open_rules(given)
    if rules.report.has_errors:
        return say_broken(rules.report, given.format, console)
    claim((given.output,), files_read(given.files, rules))
    found, report = api.open_thtg_contractors(rules, api.ThtgBy(day_of(given), given.directory))
    if report.has_errors:
        return say_broken(report, given.format, console)
    return write_all(found, given, console, _DONE)
