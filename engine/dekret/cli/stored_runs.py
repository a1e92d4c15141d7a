"""Commands on what a store knows of: its runs listed, or one of them taken back."""

from collections.abc import Callable
from pathlib import Path

from dekret import api
from dekret.cli.arguments import Arguments
from dekret.cli.bank import ACTIONS
from dekret.cli.console import Console, Texts


def list_or_take_back(  # noqa: PLR0913 - what tells one such command from another
    words: list[str],
    console: Console,
    *,
    name: str,
    database: Texts,
    back: Texts,
    done: Texts,
    table: Callable[[Path, api.Language], str],
    take_back: Callable[[Path, int], int],
) -> int:
    """Prints the table of the runs; with `--take-back N` takes one back instead and says so (`done`)."""
    arguments = Arguments(f"bank {name}", ACTIONS[name], console)
    file = "PLIK" if console.language == "pl" else "FILE"
    add = arguments.option.add_argument
    add("--db", type=Path, required=True, metavar=file, help=console.text(database))
    add("--take-back", type=int, metavar="N", help=console.text(back))
    given = arguments.parse(words)
    if not given.db.exists():
        raise api.FileError(f"Nie ma bazy {given.db}.", f"There is no store {given.db}.")
    if given.take_back is not None:
        count = take_back(given.db, given.take_back)
        console.err(console.text(done, number=given.take_back, count=count) + "\n")
        return 0
    console.out(table(given.db, console.language))
    return 0
