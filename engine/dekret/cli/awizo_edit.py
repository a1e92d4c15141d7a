"""`dekret awizo edit`: a package, the quantity of a position in it, or a position itself changed."""

from __future__ import annotations

from argparse import Namespace

from dekret import api
from dekret.cli.awizo_options import (
    add_output,
    add_package_fields,
    add_package_number,
    awizo_arguments,
    begin,
    finish,
    number,
    package_fields,
)
from dekret.cli.console import Console


def run(words: list[str], console: Console) -> int:
    arguments = awizo_arguments("edit", console)
    add, text = arguments.option.add_argument, console.text
    add_package_number(arguments, required=False)
    add("--position", type=int, metavar="NR", help=text(("numer pozycji", "number of a position")))
    add(
        "--quantity",
        type=number,
        metavar="ILE",
        help=text(("ilość pozycji w opakowaniu; 0 rozpakowuje", "quantity of the position in the package; 0 unpacks")),
    )
    add("--item-code", metavar="KOD", help=text(("kod pozycji u kupującego", "the buyer's code of the position")))
    add_package_fields(arguments)
    add_output(arguments)
    given = arguments.parse(words)
    opened, place = begin(given, console)
    return finish(_changed(given, opened), place, given, console, _DONE)


def _changed(given: Namespace, opened: api.Awizo) -> api.Awizo:
    """What of the three is changed, the options tell."""
    of_package = package_fields(given)
    if given.package is not None and given.position is not None and given.quantity is not None:
        if of_package != api.PackageEdit() or given.item_code is not None:
            raise _UNCLEAR
        return api.set_quantity(opened, given.package, given.position, given.quantity)
    if given.quantity is not None or (given.package is None) == (given.position is None):
        raise _UNCLEAR
    if given.position is not None:
        fields = api.PositionEdit(
            ultimate_customer=given.customer, order_number=given.order, buyer_item_code=given.item_code
        )
        others = api.PackageEdit(ultimate_customer=given.customer, order_number=given.order)
        if of_package != others or fields == api.PositionEdit():
            raise _UNCLEAR
        return api.edit_position(opened, given.position, fields)
    if of_package == api.PackageEdit() or given.item_code is not None:
        raise _UNCLEAR
    return api.edit_package(opened, given.package, of_package)


_UNCLEAR = api.UsageError(
    "Zmienić można: opakowanie (--package i jego pola), ilość w nim (--package --position --quantity) albo pozycję "
    "(--position z --customer, --order, --item-code).",
    "What can be changed: a package (--package and its fields), a quantity in it (--package --position --quantity), or "
    "a position (--position with --customer, --order, --item-code).",
)
_DONE = ("Zmieniono.", "Changed.")
