"""`dekret bank imported`: imports that a store knows of, and taking one back."""

from pathlib import Path

from dekret import api
from dekret.cli.arguments import Arguments
from dekret.cli.bank import ACTIONS
from dekret.cli.console import Console


def run(words: list[str], console: Console) -> int:
    arguments = Arguments("bank imported", ACTIONS["imported"], console)
    arguments.option.add_argument(
        "--db",
        type=Path,
        required=True,
        metavar="PLIK" if console.language == "pl" else "FILE",
        help=console.text(("baza zaimportowanych pozycji (.duckdb)", "store of imported lines (.duckdb)")),
    )
    arguments.option.add_argument(
        "--take-back",
        type=int,
        metavar="N",
        help=console.text(("cofnij import: jego pozycje można wczytać znowu", "take back an import")),
    )
    given = arguments.parse(words)
    if not given.db.exists():
        raise api.FileError(f"Nie ma bazy {given.db}.", f"There is no store {given.db}.")
    if given.take_back is not None:
        count = api.take_back_import(given.db, given.take_back)
        done = ("Cofnięto import {number}; pozycji: {count}.", "Import {number} was taken back; lines: {count}.")
        console.err(console.text(done, number=given.take_back, count=count) + "\n")
        return 0
    console.out(api.imports_table(given.db, console.language))
    return 0
