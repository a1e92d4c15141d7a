"""What follows from an awizo as it stands: kinds of packages, what is packed and what is left, sums, what to choose.

A package is outer (nadrzędne) where another one names it, inner (podrzędne) where it names one, ordinary (zwykłe)
otherwise (001:331–339).
"""

from collections.abc import Iterator
from decimal import Decimal
from enum import Enum
from typing import Literal, TypeAlias

from dekret.model.trade import DespatchAdvice, DespatchPosition, Package, package_total
from dekret.text.wording import Wording

Measured: TypeAlias = Literal["weight", "volume"]
_NOTHING = Decimal(0)


class PackageKind(Enum):
    """The three kinds of package."""

    OUTER = Wording("nadrzędne", "outer")
    INNER = Wording("podrzędne", "inner")
    ORDINARY = Wording("zwykłe", "ordinary")


def outer_numbers(advice: DespatchAdvice) -> frozenset[int]:
    """The numbers that packages name as their outer one."""
    return frozenset(each.parent for each in advice.packages if each.parent is not None)


def kind_of(advice: DespatchAdvice, package: Package) -> PackageKind:
    """Of which kind a package is."""
    if package.number in outer_numbers(advice):
        return PackageKind.OUTER
    return PackageKind.ORDINARY if package.parent is None else PackageKind.INNER


def package_at(advice: DespatchAdvice, number: int) -> tuple[int, Package] | None:
    """The first package of a number, with its place; None where there is none."""
    return next(((at, each) for at, each in enumerate(advice.packages) if each.number == number), None)


def inner_packages(advice: DespatchAdvice, number: int) -> tuple[Package, ...]:
    """The packages within an outer one."""
    return tuple(each for each in advice.packages if each.parent == number)


def in_order(advice: DespatchAdvice) -> Iterator[Package]:
    """All packages, inner ones behind their outer one."""
    numbers = {each.number for each in advice.packages}
    for package in advice.packages:
        if package.parent is None or package.parent not in numbers:
            yield package
            yield from inner_packages(advice, package.number)


def next_package(advice: DespatchAdvice) -> int:
    """The number of the next package: one more than the highest (001:347)."""
    return max((each.number for each in advice.packages), default=0) + 1


def measure(advice: DespatchAdvice, package: Package, what: Measured) -> Decimal | None:
    """The weight or volume of a package: its own, or the sum of those within it (001:361–363).

    None where it is not known: nothing given, or nothing of one within; a zero gives nothing.
    """
    own: Decimal | None = getattr(package, what)
    if own:
        return own
    within = inner_packages(advice, package.number)
    return package_total(within, package.number, what) if all(getattr(each, what) for each in within) else None


def total(advice: DespatchAdvice, what: Measured) -> Decimal | None:
    """The weight or volume of all that is sent: of packages that are in no other; None where one is not known."""
    found = [measure(advice, each, what) for each in advice.packages if each.parent is None]
    known = [each for each in found if each is not None]
    return sum(known, _NOTHING) if known and len(known) == len(found) else None


def packed(advice: DespatchAdvice) -> dict[int, Decimal]:
    """How much of every position, counted from one, lies in packages (Ilość zapakowana, 001:321)."""
    found = dict.fromkeys(range(1, len(advice.positions) + 1), _NOTHING)
    for package in advice.packages:
        for each in package.contents:
            found[each.position] = found.get(each.position, _NOTHING) + each.quantity
    return found


def to_pack(advice: DespatchAdvice) -> dict[int, Decimal]:
    """How much of every position is not packed yet (Spakuj, 001:319)."""
    lying = packed(advice)
    return {number: position.quantity - lying[number] for number, position in enumerate(advice.positions, start=1)}


def position_at(advice: DespatchAdvice, number: int) -> DespatchPosition | None:
    """The position of a number; None where there is none."""
    return advice.positions[number - 1] if 1 <= number <= len(advice.positions) else None


def possible_customers(advice: DespatchAdvice) -> tuple[str, ...]:
    """The ultimate customers that a package may name: those of the positions (001:357)."""
    return tuple(dict.fromkeys(each.ultimate_customer for each in advice.positions if each.ultimate_customer))


def possible_orders(advice: DespatchAdvice, customer: str = "") -> tuple[str, ...]:
    """The order numbers that a package may name: those of its customer, of all where it has none (001:359)."""
    known = (each for each in advice.positions if not customer or each.ultimate_customer == customer)
    return tuple(dict.fromkeys(each.order_number for each in known if each.order_number))


def possible_parents(advice: DespatchAdvice, number: int | None = None) -> tuple[int, ...]:
    """The packages that may hold another (of this number): in none themselves, without goods and order (001:349)."""
    free = (each for each in advice.packages if each.parent is None and not each.contents and not each.order_number)
    return tuple(each.number for each in free if each.number != number)
