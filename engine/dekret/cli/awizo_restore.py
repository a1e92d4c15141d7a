"""`dekret awizo restore`: an awizo in the buffer again."""

from dekret import api
from dekret.cli.awizo_options import add_output, awizo_arguments, begin, finish
from dekret.cli.console import Console


def run(words: list[str], console: Console) -> int:
    arguments = awizo_arguments("restore", console)
    add_output(arguments)
    given = arguments.parse(words)
    opened, place = begin(given, console)
    changed = api.restore_awizo(opened)
    return finish(changed, place, given, console, _DONE, number=changed.advice.number if changed.advice else "")


_DONE = ("Awizo {number} jest znów w buforze.", "The awizo {number} is in the buffer again.")
