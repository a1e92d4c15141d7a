"""Options of the commands of user columns: which ones, on which database, within which limits."""

from argparse import Namespace

from dekret import api
from dekret.cli.arguments import Arguments
from dekret.cli.chart_options import VALUES, values_of
from dekret.cli.chart_results import LIMITS
from dekret.cli.console import Console
from dekret.cli.reports import say_broken
from dekret.cli.rules_options import add_options, add_rule_folders

_NAMES = ("--set", "--app", "--selected")


def add_columns(arguments: Arguments, *, needs_database: bool = True) -> None:
    """`SYMBOL|PLIK`, `--db`, the values of aliases and parameters, limits, and where the rules are."""
    arguments.positional.add_argument(
        "symbol",
        metavar="SYMBOL|PLIK" if arguments.console.language == "pl" else "SYMBOL|FILE",
        help=arguments.console.text(("kolumny użytkownika albo ich plik", "user columns, or their file")),
    )
    arguments.option.add_argument(
        "--db",
        required=needs_database,
        metavar="BAZA",
        help=arguments.console.text(
            ("plik DuckDB albo adres PostgreSQL", "a DuckDB file, or the address of PostgreSQL")
        ),
    )
    add_options(arguments, [option for option in VALUES if option[0][0] in _NAMES])
    add_options(arguments, LIMITS)
    add_rule_folders(arguments)


def rules_and_values(given: Namespace, console: Console) -> tuple[api.Library, tuple[str, ...], api.ChartValues] | int:
    """The rules, the symbols of the user columns, the values; an exit code where the rules have errors."""
    rules, symbols = api.columns_rules(given.symbol, given.rules or (), standard=not given.no_standard)
    if rules.report.has_errors:
        return say_broken(rules.report, "text", console)
    if not symbols:
        raise api.UsageError(
            f"W pliku {given.symbol} nie ma kolumn użytkownika.", f"There are no user columns in {given.symbol}."
        )
    for unused in ("row", "parent"):
        setattr(given, unused, [])
    given.memory = given.records = None
    return rules, symbols, values_of(given)
