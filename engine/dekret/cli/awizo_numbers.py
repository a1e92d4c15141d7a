"""`dekret awizo numbers`: the SSCC that a store knows of."""

from dekret import api
from dekret.cli.arguments import Arguments
from dekret.cli.awizo import ACTIONS
from dekret.cli.awizo_options import add_database
from dekret.cli.console import Console


def run(words: list[str], console: Console) -> int:
    arguments = Arguments("awizo numbers", ACTIONS["numbers"], console)
    add_database(arguments)
    given = arguments.parse(words)
    if not given.db.exists():
        raise api.FileError(f"Nie ma bazy {given.db}.", f"There is no store {given.db}.")
    console.out(api.numbers_table(given.db, console.language))
    return 0
