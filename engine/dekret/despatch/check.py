"""The rules of an awizo that hold at every moment, in the buffer too (001:331–381). Every change has to keep them.

What is asked of it only when it is approved or exported stands in `check_approval`.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from dekret.despatch import problems
from dekret.despatch.numbering import same_number
from dekret.despatch.objections import Objection, Objections, Place, Values, against
from dekret.despatch.packages import (
    outer_numbers,
    package_at,
    packed,
    position_at,
    possible_customers,
    possible_orders,
)
from dekret.model.trade import DespatchAdvice, Package
from dekret.text.wording import Wording, listed, number_wording
from dekret.values.gs1 import is_sscc

_FIRST = Wording("pierwszy raz tutaj", "first here")
_OUTER = Wording("opakowanie nadrzędne", "the outer package")


def standing_objections(advice: DespatchAdvice) -> Objections:
    """All that breaks a rule of an awizo, whatever its state."""
    return tuple(each for rule in _RULES for each in rule(advice))


def objections_beside(advice: DespatchAdvice, others: Iterable[DespatchAdvice]) -> Objections:
    """What other awizos have against one: its number is theirs, or an order of it (001:274, 295)."""
    found: list[Objection] = []
    for other in others:
        if same_number(advice, other):
            found.append(against(problems.NUMBER_TAKEN, "number", number=advice.number))
        taken = {each.reservation for each in other.positions if each.reservation}
        for at, position in enumerate(advice.positions):
            if position.reservation in taken:
                taken.discard(position.reservation)
                values: Values = {"order": position.reservation, "other": other.number}
                place = Place(("positions", at, "reservation"))
                found.append(Objection(problems.ORDER_ON_ANOTHER, place, values))
    return tuple(found)


def _numbers(advice: DespatchAdvice) -> Iterator[Objection]:
    first: dict[int, int] = {}
    for at, package in enumerate(advice.packages):
        before = first.setdefault(package.number, at)
        if before != at:
            also = ((Place(("packages", before, "number")), _FIRST),)
            place = Place(("packages", at, "number"))
            yield Objection(problems.PACKAGE_REPEATED, place, {"package": package.number}, also)


def _parents(advice: DespatchAdvice) -> Iterator[Objection]:
    for at, package in enumerate(advice.packages):
        if package.parent is None:
            continue
        values: Values = {"package": package.number, "parent": package.parent}
        found = package_at(advice, package.parent)
        if found is None or package.parent == package.number:
            yield against(problems.NO_SUCH_PARENT, "packages", at, "parent", **values)
        elif found[1].parent is not None:
            also = ((Place(("packages", found[0], "parent")), _OUTER),)
            yield Objection(problems.TOO_DEEP, Place(("packages", at, "parent")), values, also)


def _outer(advice: DespatchAdvice) -> Iterator[Objection]:
    """An outer package holds no goods and names no order (001:335, 359, 375)."""
    outer = outer_numbers(advice)
    for at, package in enumerate(advice.packages):
        if package.number in outer and package.contents:
            yield against(problems.GOODS_IN_OUTER, "packages", at, "contents", package=package.number)
        if package.number in outer and package.order_number:
            yield against(problems.ORDER_ON_OUTER, "packages", at, "order_number", package=package.number)


def _customers_within(advice: DespatchAdvice) -> Iterator[Objection]:
    """What an outer package names as ultimate customer, those within it name, too (001:357)."""
    for at, package in enumerate(advice.packages):
        found = package_at(advice, package.parent) if package.parent is not None else None
        if found is None or found[1].ultimate_customer in ("", package.ultimate_customer):
            continue
        values: Values = {
            "package": package.number,
            "customer": package.ultimate_customer or "–",
            "parent": found[1].number,
            "expected": found[1].ultimate_customer,
        }
        also = ((Place(("packages", found[0], "ultimate_customer")), _OUTER),)
        yield Objection(problems.OTHER_CUSTOMER_WITHIN, Place(("packages", at, "ultimate_customer")), values, also)


def _choices(advice: DespatchAdvice) -> Iterator[Objection]:
    """Customers and orders of packages are chosen from those of the positions (001:357–359)."""
    customers = possible_customers(advice)
    orders = {customer: possible_orders(advice, customer) for customer in ("", *customers)}
    for at, package in enumerate(advice.packages):
        number, customer, order = package.number, package.ultimate_customer, package.order_number
        if customer and customer not in customers:
            place = ("packages", at, "ultimate_customer")
            known = listed(customers) or "–"
            yield against(problems.UNKNOWN_CUSTOMER, *place, package=number, customer=customer, known=known)
        elif order and order not in orders[customer]:
            known = listed(orders[customer]) or "–"
            place = ("packages", at, "order_number")
            yield against(problems.UNKNOWN_ORDER, *place, package=number, order=order, known=known)


def _contents(advice: DespatchAdvice) -> Iterator[Objection]:
    for at, package in enumerate(advice.packages):
        seen: set[int] = set()
        for row, item in enumerate(package.contents):
            place = ("packages", at, "contents", row, "position")
            values: Values = {"package": package.number, "position": item.position}
            if position_at(advice, item.position) is None:
                yield against(problems.NO_SUCH_POSITION, *place, position=item.position, count=len(advice.positions))
            elif item.position in seen:
                yield against(problems.POSITION_REPEATED, *place, **values)
            seen.add(item.position)


def _agreement(advice: DespatchAdvice) -> Iterator[Objection]:
    """Goods have the order and the ultimate customer of their package (001:371).

    Where the package names none, those of its first goods hold, for packing takes them over (001:373).
    """
    for at, package in enumerate(advice.packages):
        yield from _in_package(advice, at, package)


def _in_package(advice: DespatchAdvice, at: int, package: Package) -> Iterator[Objection]:
    goods = [found for each in package.contents if (found := position_at(advice, each.position))]
    customer = package.ultimate_customer or (goods[0].ultimate_customer if goods else "")
    order = package.order_number or (goods[0].order_number if goods else "")
    for row, item in enumerate(package.contents):
        position = position_at(advice, item.position)
        if position is None:
            continue
        place = Place(("packages", at, "contents", row))
        both: Values = {"package": package.number, "position": item.position}
        if position.order_number != order:
            of_order: Values = {"order": position.order_number or "–", "expected": order or "–"}
            yield Objection(problems.OTHER_ORDER, place, both | of_order)
        if position.ultimate_customer != customer:
            of_customer: Values = {"customer": position.ultimate_customer or "–", "expected": customer or "–"}
            yield Objection(problems.OTHER_CUSTOMER, place, both | of_customer)


def _quantities(advice: DespatchAdvice) -> Iterator[Objection]:
    lying = packed(advice)
    for at, position in enumerate(advice.positions):
        quantity = lying[at + 1]
        if quantity > position.quantity:
            values: Values = {
                "position": at + 1,
                "goods": position.goods.code,
                "packed": number_wording(quantity),
                "total": number_wording(position.quantity),
            }
            yield Objection(problems.PACKED_TOO_MUCH, Place(("positions", at, "quantity")), values)


def _sscc(advice: DespatchAdvice) -> Iterator[Objection]:
    first: dict[str, int] = {}
    for at, package in enumerate(advice.packages):
        if not package.sscc:
            continue
        place = Place(("packages", at, "sscc"))
        values: Values = {"package": package.number, "sscc": package.sscc}
        before = first.setdefault(package.sscc, at)
        if not is_sscc(package.sscc):
            yield Objection(problems.BAD_SSCC, place, values)
        elif before != at:
            yield Objection(problems.SSCC_REPEATED, place, values, ((Place(("packages", before, "sscc")), _FIRST),))


_RULES: Sequence[Callable[[DespatchAdvice], Iterator[Objection]]] = (
    _numbers,
    _parents,
    _outer,
    _customers_within,
    _choices,
    _contents,
    _agreement,
    _quantities,
    _sscc,
)
