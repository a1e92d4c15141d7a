"""Packages added, changed and removed (001:341–367), and what may be written on positions by hand (001:313–315)."""

from decimal import Decimal

from msgspec.structs import replace

from dekret.despatch.change import Found, allowed, find, in_buffer, put
from dekret.despatch.edits import NO_PARENT, PackageEdit, PositionEdit
from dekret.despatch.objections import Objections
from dekret.despatch.packages import next_package, package_at, position_at
from dekret.despatch.packing import no_position
from dekret.errors import UsageError
from dekret.model.base import is_measure
from dekret.model.trade import DespatchAdvice, Package

_TEXTS = ("description", "type", "sscc", "ultimate_customer", "order_number")
_LONGEST = {"description": 255, "type": 17, "sscc": 18, "ultimate_customer": 13, "order_number": 50}


def add_package(advice: DespatchAdvice, fields: PackageEdit) -> DespatchAdvice | Objections:
    """Adds a package with the next number. Raises `UsageError` for a value that its field does not take."""
    if said := in_buffer(advice):
        return said
    package = _edited(advice, Package(number=next_package(advice)), fields)
    return allowed(advice, replace(advice, packages=(*advice.packages, package)))


def edit_package(advice: DespatchAdvice, number: int, fields: PackageEdit) -> DespatchAdvice | Objections:
    """Changes what a package says of itself; the ultimate customer of an outer one goes to those within, too.

    Raises `UsageError` for a value that its field does not take.
    """
    found = find(advice, number)
    if not isinstance(found, Found):
        return found
    after = put(advice, found.at, _edited(advice, found.package, fields))
    if fields.ultimate_customer:
        within = (
            replace(each, ultimate_customer=fields.ultimate_customer) if each.parent == number else each
            for each in after.packages
        )
        after = replace(after, packages=tuple(within))
    return allowed(advice, after)


def remove_package(advice: DespatchAdvice, number: int) -> DespatchAdvice | Objections:
    """Removes a package with its goods and, of an outer one, with the packages within and theirs (001:367).

    The goods are to be packed again; packages keep their numbers.
    """
    found = find(advice, number)
    if not isinstance(found, Found):
        return found
    kept = (each for at, each in enumerate(advice.packages) if at != found.at and each.parent != number)
    return replace(advice, packages=tuple(kept))


def edit_position(advice: DespatchAdvice, number: int, fields: PositionEdit) -> DespatchAdvice | Objections:
    """Writes the ultimate customer, order number or the buyer's code on a position.

    Raises `UsageError` for a value that its field does not take.
    """
    if said := in_buffer(advice):
        return said
    position = position_at(advice, number)
    if position is None:
        return (no_position(advice, number),)
    changes: dict[str, object] = {}
    for name in ("ultimate_customer", "order_number", "buyer_item_code"):
        value: str | None = getattr(fields, name)
        if value is not None:
            changes[name] = _fitting(name, value)
    changed = replace(position, **changes)
    positions = (*advice.positions[: number - 1], changed, *advice.positions[number:])
    return allowed(advice, replace(advice, positions=positions))


def _edited(advice: DespatchAdvice, package: Package, fields: PackageEdit) -> Package:
    """The package changed; one that is put into another takes its ultimate customer over (001:357)."""
    changes: dict[str, object] = {}
    for name in _TEXTS:
        value: str | None = getattr(fields, name)
        if value is not None:
            changes[name] = _fitting(name, value)
    for name in ("weight", "volume"):
        number: Decimal | None = getattr(fields, name)
        if number is not None:
            changes[name] = _measure(number)
    if fields.parent is not None:
        changes["parent"] = None if fields.parent == NO_PARENT else fields.parent
        outer = package_at(advice, fields.parent)
        if outer and outer[1].ultimate_customer and not fields.ultimate_customer:
            changes["ultimate_customer"] = outer[1].ultimate_customer
    return replace(package, **changes)


def _fitting(name: str, text: str) -> str:
    """A text as a field takes it."""
    text = text.strip()
    digits = {"sscc": 18, "ultimate_customer": 13}.get(name)
    if text and digits and not (len(text) == digits and text.isascii() and text.isdigit()):
        raise UsageError(f"„{text}” to nie {digits} cyfr.", f"'{text}' is not {digits} digits.")
    longest = _LONGEST.get(name, 50)
    if len(text) > longest:
        raise UsageError(
            f"„{text}” ma {len(text)} znaków, a mieści się {longest}.",
            f"'{text}' has {len(text)} characters; {longest} fit.",
        )
    return text


def _measure(number: Decimal) -> Decimal | None:
    if not is_measure(number):
        raise UsageError(
            f"Waga i objętość to liczby nie mniejsze od zera, najwyżej z czterema miejscami, a nie {number}.",
            f"Weight and volume are not below zero, with four places at most, not {number}.",
        )
    return number or None
