"""`dekret balance`: the trial balance of a journal file or of a store of entries."""

from pathlib import Path

from dekret import api
from dekret.cli.arguments import Arguments
from dekret.cli.console import Console
from dekret.cli.rules_options import add_options, result_option
from dekret.cli.texts import COMMANDS, TEXTS


def run(words: list[str], console: Console) -> int:
    arguments = Arguments("balance", COMMANDS["balance"], console)
    file = "PLIK" if console.language == "pl" else "FILE"
    arguments.positional.add_argument(
        "source",
        type=Path,
        metavar=file,
        help=console.text(("dziennik .jsonl albo baza .duckdb", "a journal .jsonl or a store .duckdb")),
    )
    arguments.option.add_argument(
        "--rules",
        type=Path,
        action="append",
        metavar="FOLDER",
        help=console.text(
            ("reguły z planem kont, z którego brać nazwy (bieżący folder)", "rules whose chart gives the names (here)")
        ),
    )
    arguments.option.add_argument(
        "--format",
        choices=("text", "csv", "json"),
        help=console.text(("text, csv albo json (text; z -o po nazwie pliku)", "text, csv or json")),
    )
    add_options(arguments, [result_option(("plik wyniku, np. obroty.csv", "file of the result, such as balance.csv"))])
    arguments.option.add_argument(
        "--without-buffer",
        action="store_true",
        help=console.text(("bez zapisów w buforze", "without entries in the buffer")),
    )
    given = arguments.parse(words)
    ending = given.output.suffix.lower().lstrip(".") if given.output else ""
    form = given.format or (ending if ending in ("csv", "json") else "text")
    names = api.account_names(api.library(given.rules or [Path()]))
    with api.open_output(given.output) as output:
        found = api.trial_balance(given.source, names, through_buffer=not given.without_buffer)
        output.write(api.balance_text(found, form, console.language))
        output.keep(console.out)
    if found.buffered:
        console.err(console.text(TEXTS["with buffer"], count=found.buffered) + "\n")
    if given.output:
        console.err(console.text(TEXTS["written"], path=str(given.output)) + "\n")
    return 0
