"""`dekret awizo pack`: goods into a package."""

from dekret import api
from dekret.cli.awizo_options import add_output, add_package_number, awizo_arguments, begin, finish, number
from dekret.cli.console import Console


def run(words: list[str], console: Console) -> int:
    arguments = awizo_arguments("pack", console)
    add, text = arguments.option.add_argument, console.text
    add_package_number(arguments)
    add(
        "--position",
        type=int,
        nargs="+",
        action="extend",
        default=[],
        metavar="NR",
        help=text(("pozycje (wszystkie, które pasują do opakowania)", "positions (all that agree with the package)")),
    )
    add("--quantity", type=number, metavar="ILE", help=text(("ilość (reszta pozycji)", "quantity (all that is left)")))
    add_output(arguments)
    given = arguments.parse(words)
    if given.quantity is not None and len(given.position) != 1:
        raise api.UsageError(
            "Ilość (--quantity) podaje się dla jednej pozycji (--position).",
            "A quantity (--quantity) goes with one position (--position).",
        )
    opened, place = begin(given, console)
    changed = api.pack_goods(opened, given.package, given.position, given.quantity)
    if changed.advice and changed.advice == opened.advice:
        raise api.UsageError(
            f"Żadna niezapakowana pozycja nie pasuje do opakowania {given.package}.",
            f"No position that is left agrees with the package {given.package}.",
        )
    return finish(changed, place, given, console, _DONE, package=given.package)


_DONE = ("Zapakowano do opakowania {package}.", "Packed into the package {package}.")
