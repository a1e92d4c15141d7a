"""Goods into packages and out of them (001:369–381). Every verb gives the awizo changed, or what is said against it."""

from collections.abc import Mapping
from decimal import Decimal
from typing import TypeAlias

from msgspec.structs import replace

from dekret.despatch import problems
from dekret.despatch.change import Found, allowed, find, put
from dekret.despatch.objections import Objection, Objections, Place, Values, against
from dekret.despatch.packages import inner_packages, outer_numbers, package_at, position_at, to_pack
from dekret.errors import UsageError
from dekret.model.base import is_quantity
from dekret.model.trade import DespatchAdvice, Package, Packed
from dekret.text.wording import listed

Quantities: TypeAlias = Mapping[int, Decimal | None]
"""How much of every position; None is all that is left of it."""


def pack(advice: DespatchAdvice, package: int, quantities: Quantities) -> DespatchAdvice | Objections:
    """Packs goods into a package, all of them or none.

    A package without order number or ultimate customer takes them over from the goods (001:373); more of a position
    that lies in it already is added to that. Raises `UsageError` for a quantity that is none above zero.
    """
    found = find(advice, package)
    if not isinstance(found, Found):
        return found
    if package in outer_numbers(advice):
        return (against(problems.GOODS_IN_OUTER, "packages", found.at, package=package),)
    said: list[Objection] = []
    left_of = to_pack(advice)
    given: dict[int, Decimal] = {}
    for number, quantity in quantities.items():
        position = position_at(advice, number)
        if position is None:
            said.append(no_position(advice, number))
            continue
        left = left_of[number]
        if left <= 0:
            values: Values = {"position": number, "goods": position.goods.code}
            said.append(Objection(problems.NOTHING_LEFT, Place(("positions", number - 1)), values))
        given[number] = left if quantity is None else _need_quantity(quantity)
    if said:
        return tuple(said)
    lying = _lying(found.package)
    for number, quantity in given.items():
        lying[number] = lying.get(number, Decimal(0)) + quantity
    first = [advice.positions[number - 1] for number in given][:1]
    packed = replace(
        found.package,
        contents=_contents(lying),
        ultimate_customer=found.package.ultimate_customer or "".join(each.ultimate_customer for each in first),
        order_number=found.package.order_number or "".join(each.order_number for each in first),
    )
    return allowed(advice, put(advice, found.at, packed))


def set_quantity(advice: DespatchAdvice, package: int, position: int, quantity: Decimal) -> DespatchAdvice | Objections:
    """Changes how much of a position lies in a package; zero unpacks it (001:377–381).

    Raises `UsageError` for a quantity that is none.
    """
    if quantity == 0:
        return unpack(advice, package, (position,))
    found = find(advice, package)
    if not isinstance(found, Found):
        return found
    lying = _lying(found.package)
    if position not in lying:
        return (_not_within(found, position),)
    less = _need_quantity(quantity) <= lying[position]
    lying[position] = quantity
    after = put(advice, found.at, replace(found.package, contents=_contents(lying)))
    return after if less else allowed(advice, after)


def unpack(advice: DespatchAdvice, package: int, positions: tuple[int, ...] = ()) -> DespatchAdvice | Objections:
    """Takes positions out of a package, all of them where none is named (001:381).

    The package keeps its order number and ultimate customer: the manual does not take them away.
    """
    found = find(advice, package)
    if not isinstance(found, Found):
        return found
    within = inner_packages(advice, package)
    if within and not found.package.contents:
        known = listed([str(each.number) for each in within])
        return (against(problems.OUTER_UNPACKED, "packages", found.at, package=package, within=known),)
    lying = _lying(found.package)
    missing = tuple(_not_within(found, each) for each in positions if each not in lying)
    if missing:
        return missing
    kept = {number: quantity for number, quantity in lying.items() if positions and number not in positions}
    return put(advice, found.at, replace(found.package, contents=_contents(kept)))


def _lying(package: Package) -> dict[int, Decimal]:
    """How much of every position lies in a package; of one that a file names twice, both."""
    found: dict[int, Decimal] = {}
    for each in package.contents:
        found[each.position] = found.get(each.position, Decimal(0)) + each.quantity
    return found


def _contents(quantities: Mapping[int, Decimal]) -> tuple[Packed, ...]:
    return tuple(Packed(position=number, quantity=quantity) for number, quantity in quantities.items())


def _need_quantity(quantity: Decimal) -> Decimal:
    if not is_quantity(quantity) or quantity <= 0:
        raise UsageError(
            f"Ilość to liczba większa od zera, najwyżej z czterema miejscami po przecinku, a nie {quantity}.",
            f"A quantity is above zero, with four decimal places at most, not {quantity}.",
        )
    return quantity


def no_position(advice: DespatchAdvice, number: int) -> Objection:
    """That there is no such position."""
    return against(problems.NO_SUCH_POSITION, "positions", position=number, count=len(advice.positions))


def _not_within(found: Found, position: int) -> Objection:
    known = listed([str(each.position) for each in found.package.contents]) or "–"
    values: Values = {"package": found.package.number, "position": position, "known": known}
    return Objection(problems.NOT_IN_PACKAGE, Place(("packages", found.at)), values)


def fitting_positions(advice: DespatchAdvice, package: int) -> tuple[int, ...]:
    """The positions with something left that agree with a package; with the first of them, where it names nothing."""
    found = package_at(advice, package)
    if found is None:
        return ()
    customer: str | None = found[1].ultimate_customer or None
    order: str | None = found[1].order_number or None
    fitting: list[int] = []
    left = to_pack(advice)
    for number, position in enumerate(advice.positions, start=1):
        agrees = customer is None or position.ultimate_customer == customer
        if left[number] > 0 and agrees and (order is None or position.order_number == order):
            customer, order = position.ultimate_customer, position.order_number
            fitting.append(number)
    return tuple(fitting)
