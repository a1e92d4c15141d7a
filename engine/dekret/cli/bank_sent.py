"""`dekret bank sent`: exports that a store knows of, and taking back one that the bank refused."""

from pathlib import Path

from dekret import api
from dekret.cli.arguments import Arguments
from dekret.cli.bank import ACTIONS
from dekret.cli.console import Console


def run(words: list[str], console: Console) -> int:
    arguments = Arguments("bank sent", ACTIONS["sent"], console)
    arguments.option.add_argument(
        "--db",
        type=Path,
        required=True,
        metavar="PLIK" if console.language == "pl" else "FILE",
        help=console.text(("baza wysłanych (.duckdb)", "store of what was sent (.duckdb)")),
    )
    arguments.option.add_argument(
        "--take-back",
        type=int,
        metavar="N",
        help=console.text(("cofnij eksport: bank go nie przyjął", "take back an export: the bank refused it")),
    )
    given = arguments.parse(words)
    if not given.db.exists():
        raise api.FileError(f"Nie ma bazy {given.db}.", f"There is no store {given.db}.")
    if given.take_back is not None:
        count = api.take_back_export(given.db, given.take_back)
        done = ("Cofnięto eksport {number}; przelewów: {count}.", "Export {number} was taken back; payments: {count}.")
        console.err(console.text(done, number=given.take_back, count=count) + "\n")
        return 0
    console.out(api.sent_table(given.db, console.language))
    return 0
