"""`dekret thtg invoices`: invoices of the Integrator for the VAT registers, in either mode (000:99–132)."""

from dekret import api
from dekret.cli.arguments import Arguments
from dekret.cli.console import Console, Texts
from dekret.cli.outputs import claim, files_read
from dekret.cli.reports import say_broken
from dekret.cli.rules_options import Option, add_options, day_of, open_rules
from dekret.cli.thtg import ACTIONS
from dekret.cli.thtg_options import add_exchange, write_all

_DONE: Texts = ("Faktur: {written}; odmów: {refused}.", "Invoices: {written}; refused: {refused}.")
_FILES: Texts = (
    "faktury z Integratora, .json; - to standardowe wejście (dekret docs thtg)",
    "invoices of the Integrator, .json; - is standard input (dekret docs thtg)",
)
_OPTIONS: tuple[Option, ...] = (
    (
        ("--mode",),
        {"type": int, "choices": (1, 2), "default": 1},
        (
            "faktury kosztowe: 1 pozycje bez kategorii, 2 konta podzielone na kategorie (1)",
            "cost invoices: 1 elements without categories, 2 accounts split into categories (1)",
        ),
    ),
    (
        ("--plan",),
        {"metavar": "SYMBOL"},
        ("plan kont trybu 2, gdy jest ich kilka", "chart of accounts of mode 2, where there are several"),
    ),
)


def run(words: list[str], console: Console) -> int:
    arguments = Arguments("thtg invoices", ACTIONS["invoices"], console)
    add_options(arguments, _OPTIONS)
    add_exchange(arguments, _FILES)
    given = arguments.parse(words)
    rules = open_rules(given)
    if rules.report.has_errors:
        return say_broken(rules.report, given.format, console)
    claim((given.output,), files_read(given.files, rules))
    by = api.ThtgBy(day_of(given), given.directory, given.plan)
    found, report = api.open_thtg_invoices(rules, by, given.mode)
    if report.has_errors:
        return say_broken(report, given.format, console)
    return write_all(found, given, console, _DONE)
