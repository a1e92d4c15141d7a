"""`dekret awizo remove`: a package taken away with what lies in it."""

from dekret import api
from dekret.cli.awizo_options import add_output, add_package_number, awizo_arguments, begin, finish
from dekret.cli.console import Console


def run(words: list[str], console: Console) -> int:
    arguments = awizo_arguments("remove", console)
    add_package_number(arguments)
    add_output(arguments)
    given = arguments.parse(words)
    opened, place = begin(given, console)
    changed = api.remove_package(opened, given.package)
    count = len(opened.advice.packages) - len(changed.advice.packages) if opened.advice and changed.advice else 0
    return finish(changed, place, given, console, _DONE, count=count)


_DONE = ("Usunięto opakowań: {count}.", "Packages removed: {count}.")
