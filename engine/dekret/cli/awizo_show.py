"""`dekret awizo show`: the goods and packages of an awizo as tables."""

from dekret import api
from dekret.cli.awizo_options import awizo_arguments
from dekret.cli.console import Console
from dekret.cli.reports import add_messages, show_report


def run(words: list[str], console: Console) -> int:
    arguments = awizo_arguments("show", console)
    arguments.option.add_argument(
        "--all",
        action="store_true",
        help=console.text(("wszystkie kolumny, także domyślnie ukryte", "all columns, those hidden at first, too")),
    )
    add_messages(arguments)
    given = arguments.parse(words)
    opened = api.open_awizo(given.file, console.input)
    show_report(opened.report, given.messages, console, data=False)
    if opened.advice is None:
        return 1
    console.out(api.awizo_page(opened, console.language, hidden=given.all))
    return 0
