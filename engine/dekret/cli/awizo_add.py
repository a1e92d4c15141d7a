"""`dekret awizo add`: one more package."""

from dekret import api
from dekret.cli.awizo_options import add_output, add_package_fields, awizo_arguments, finish, package_fields
from dekret.cli.console import Console


def run(words: list[str], console: Console) -> int:
    arguments = awizo_arguments("add", console)
    add_package_fields(arguments)
    add_output(arguments)
    given = arguments.parse(words)
    changed = api.add_package(api.open_awizo(given.file, console.input), package_fields(given))
    number = changed.advice.packages[-1].number if changed.advice else 0
    return finish(changed, given, console, _DONE, number=number)


_DONE = ("Dodano opakowanie {number}.", "The package {number} was added.")
