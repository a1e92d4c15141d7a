"""`dekret docs`: the manual, generated from the engine's own tables."""

from dekret import api
from dekret.cli.arguments import Arguments
from dekret.cli.console import Console
from dekret.cli.texts import COMMANDS


def run(words: list[str], console: Console) -> int:
    arguments = Arguments("docs", COMMANDS["docs"], console)
    arguments.positional.add_argument(
        "topic",
        nargs="?",
        metavar="TEMAT" if console.language == "pl" else "TOPIC",
        help=console.text(("strona dokumentacji; bez niej spis", "a page of the manual; the contents without one")),
    )
    arguments.option.add_argument(
        "--problems",
        action="store_true",
        help=console.text(("cały katalog problemów", "the whole catalogue of problems")),
    )
    arguments.option.add_argument(
        "--schema",
        action="store_true",
        help=console.text(("JSON Schema dokumentów", "JSON Schema of documents")),
    )
    given = arguments.parse(words)
    if given.schema:
        console.out(api.schema_page())
    elif given.problems:
        console.out(api.problems_page(console.language))
    else:
        console.out(api.manual_page(given.topic, console.language))
    return 0
