"""`dekret awizo delete`: the file of an awizo that is in the buffer."""

from dekret import api
from dekret.cli.awizo_options import awizo_arguments
from dekret.cli.console import Console
from dekret.cli.reports import add_messages, show_report


def run(words: list[str], console: Console) -> int:
    arguments = awizo_arguments("delete", console)
    add_messages(arguments)
    given = arguments.parse(words)
    deleted = api.delete_awizo(given.file, console.input)
    show_report(deleted.report, given.messages, console, data=False)
    if deleted.advice is None:
        console.err(console.text(_NOTHING) + "\n")
        return 1
    console.err(console.text(_DONE, number=deleted.advice.number) + "\n")
    return 0


_DONE = ("Usunięto awizo {number}.", "The awizo {number} was deleted.")
_NOTHING = ("Niczego nie usunięto.", "Nothing was deleted.")
