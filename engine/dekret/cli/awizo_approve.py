"""`dekret awizo approve`: an awizo out of the buffer."""

from dekret import api
from dekret.cli.awizo_options import add_existing, add_output, awizo_arguments, begin, finish
from dekret.cli.console import Console


def run(words: list[str], console: Console) -> int:
    arguments = awizo_arguments("approve", console)
    add_existing(arguments)
    add_output(arguments)
    given = arguments.parse(words)
    opened, place = begin(given, console)
    changed = api.approve_awizo(opened, given.existing, console.input)
    return finish(changed, place, given, console, _DONE, number=changed.advice.number if changed.advice else "")


_DONE = ("Zatwierdzono awizo {number}.", "The awizo {number} was approved.")
