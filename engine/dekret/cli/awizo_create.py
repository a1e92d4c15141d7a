"""`dekret awizo create`: an awizo of orders."""

from pathlib import Path

from dekret import api
from dekret.cli.arguments import Arguments
from dekret.cli.awizo import ACTIONS
from dekret.cli.awizo_options import add_existing
from dekret.cli.console import Console
from dekret.cli.outputs import claim, files_read
from dekret.cli.reports import add_messages, say_broken, show_report
from dekret.cli.rules_options import (
    DIRECTORY,
    add_files,
    add_options,
    add_rule_folders,
    date,
    day_of,
    open_rules,
    result_option,
)

_STANDARD_OUTPUT = Path("-")


def run(words: list[str], console: Console) -> int:
    given = _arguments(console).parse(words)
    output = None if given.output == _STANDARD_OUTPUT else given.output
    rules = open_rules(given)
    if rules.report.has_errors:
        return say_broken(rules.report, given.messages, console)
    claim((output,), files_read((*given.files, *given.existing), rules))
    place = api.awizo_place(output, None)
    made = api.create_awizo(
        rules,
        given.files,
        console.input,
        existing=given.existing,
        directory=given.directory,
        today=day_of(given),
        delivery_date=given.delivery_date,
        transport=given.transport,
        delivery_terms=given.terms,
    )
    show_report(made.report, given.messages, console, data=False)
    if made.advice is None:
        console.err(console.text(_NOTHING) + "\n")
        return 1
    place.write(made.text, console.out)
    console.err(console.text(_DONE, number=made.advice.number, positions=len(made.advice.positions)) + "\n")
    if not given.existing:
        console.err(console.text(_NOT_COMPARED) + "\n")
    return 0


_DONE = ("Utworzono awizo {number}; pozycji: {positions}.", "The awizo {number} was made; positions: {positions}.")
_NOTHING = ("Awiza nie utworzono.", "No awizo was made.")
_NOT_COMPARED = (
    "Nie wskazano wystawionych awiz (--existing): numeru i rezerwacji z nimi nie porównano.",
    "No other awizos were named (--existing): number and orders were not compared with theirs.",
)


def _arguments(console: Console) -> Arguments:
    arguments = Arguments("awizo create", ACTIONS["create"], console)
    text = console.text
    add_files(
        arguments, ("rezerwacje odbiorcy: .json, .jsonl; - to standardowe wejście", "orders: .json, .jsonl; - is stdin")
    )
    add = arguments.option.add_argument
    add(
        "--delivery-date",
        type=date,
        metavar="RRRR-MM-DD",
        help=text(("data dostawy, z niej numer awiza (z WZ)", "delivery date, which gives the number (of the WZ)")),
    )
    add("--transport", default="30", metavar="KOD", help=text(("typ transportu: 30 drogowy (30)", "mode of transport")))
    add("--terms", default="DDP", metavar="KOD", help=text(("warunki dostawy (DDP)", "terms of delivery (DDP)")))
    add_existing(arguments)
    add_options(
        arguments,
        [DIRECTORY, result_option(("plik awiza (standardowe wyjście)", "file of the awizo (standard output)"))],
    )
    add_rule_folders(arguments)
    add_messages(arguments)
    return arguments
