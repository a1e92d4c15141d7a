"""`dekret awizo unpack`: goods out of a package."""

from dekret import api
from dekret.cli.awizo_options import add_output, add_package_number, awizo_arguments, begin, finish
from dekret.cli.console import Console


def run(words: list[str], console: Console) -> int:
    arguments = awizo_arguments("unpack", console)
    add_package_number(arguments)
    arguments.option.add_argument(
        "--position",
        type=int,
        nargs="+",
        action="extend",
        default=[],
        metavar="NR",
        help=console.text(("pozycje (wszystkie w opakowaniu)", "positions (all in the package)")),
    )
    add_output(arguments)
    given = arguments.parse(words)
    opened, place = begin(given, console)
    changed = api.unpack_goods(opened, given.package, given.position)
    return finish(changed, place, given, console, _DONE, package=given.package)


_DONE = ("Rozpakowano z opakowania {package}.", "Taken out of the package {package}.")
