"""`dekret approve`: takes entries out of the buffer and numbers them."""

from pathlib import Path

from dekret import api
from dekret.cli.arguments import Arguments
from dekret.cli.console import Console
from dekret.cli.texts import COMMANDS, TEXTS


def run(words: list[str], console: Console) -> int:
    arguments = Arguments("approve", COMMANDS["approve"], console)
    option = arguments.option
    option.add_argument(
        "--db",
        type=Path,
        required=True,
        metavar="PLIK" if console.language == "pl" else "FILE",
        help=console.text(("baza zapisów (.duckdb)", "store of entries (.duckdb)")),
    )
    option.add_argument(
        "--journal",
        metavar="SYMBOL",
        help=console.text(("tylko ten dziennik (wszystkie)", "this journal alone (all)")),
    )
    option.add_argument(
        "--monthly",
        action="store_true",
        help=console.text(("numeracja miesięczna zamiast rocznej", "numbers by month instead of by year")),
    )
    given = arguments.parse(words)
    if not given.db.exists():
        raise api.FileError(f"Nie ma bazy {given.db}.", f"There is no store {given.db}.")
    count = api.approve(given.db, journal=given.journal, monthly=given.monthly)
    console.err(console.text(TEXTS["approved"], count=count) + "\n")
    return 0
