"""`dekret unpost`: takes back the posting of a document in a store of entries."""

from pathlib import Path

from dekret import api
from dekret.cli.arguments import Arguments
from dekret.cli.console import Console
from dekret.cli.texts import COMMANDS, TEXTS


def run(words: list[str], console: Console) -> int:
    arguments = Arguments("unpost", COMMANDS["unpost"], console)
    polish = console.language == "pl"
    arguments.positional.add_argument(
        "number",
        metavar="NUMER" if polish else "NUMBER",
        help=console.text(("numer dokumentu albo jego identyfikator", "number of the document, or its identity")),
    )
    arguments.option.add_argument(
        "--db",
        type=Path,
        required=True,
        metavar="PLIK" if polish else "FILE",
        help=console.text(("baza zapisów (.duckdb)", "store of entries (.duckdb)")),
    )
    arguments.option.add_argument(
        "--type",
        choices=api.DOCUMENT_KINDS,
        help=console.text(("typ dokumentu, np. vat_purchase", "type of the document, such as vat_purchase")),
    )
    arguments.option.add_argument(
        "--party",
        default="",
        metavar="KOD" if polish else "CODE",
        help=console.text(("kod podmiotu, gdy numer się powtarza", "code of the party, where the number repeats")),
    )
    arguments.option.add_argument(
        "--approved",
        action="store_true",
        help=console.text(
            (
                "usuń także zapis zatwierdzony, z numerem w dzienniku; poprawia się go stornem",
                "remove even an approved entry, numbered in its journal; a reversing entry corrects it",
            )
        ),
    )
    given = arguments.parse(words)
    if not given.db.exists():
        raise api.FileError(f"Nie ma bazy {given.db}.", f"There is no store {given.db}.")
    removed = api.unpost(given.db, given.number, kind=given.type, party=given.party, approved=given.approved)
    console.err(
        console.text(
            TEXTS["unposted"],
            number=removed.document.number,
            entry=f"{removed.journal}/{removed.number}/{removed.period}" if removed.number else removed.journal,
            lines=removed.lines,
        )
        + "\n"
    )
    return 0
