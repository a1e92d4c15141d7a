"""An awizo made of orders (rezerwacje odbiorcy), and the rules that they have to keep (001:266–275).

Where the manual is silent: services are not packed and do not come in; whether an order was realised, its quantities
and goods issues tell, not the word of its status, but one that was cancelled is never taken; a delivery date that is
not given is the latest one of the goods issues, then of the orders, then the day of the awizo.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from dekret.despatch import creation_problems as problems
from dekret.despatch.numbering import next_number
from dekret.despatch.objections import Objection, Objections, Place, Values, errors
from dekret.despatch.parties import filled, known_party, same_party, shown_party
from dekret.model.directory import Directory, KnownGoods
from dekret.model.parties import Party, attribute, code_key
from dekret.model.parts import Delivery
from dekret.model.trade import CustomerOrder, DespatchAdvice, DespatchPosition, ModeOfTransport, OrderPosition
from dekret.text.wording import Wording
from dekret.values.gs1 import GLN_LENGTH

CODE_BY_BUYER = "CODEBYBUYER"
ULTIMATE_CUSTOMER = "ULTIMATECUSTOMERGLN"
BUYER_ITEM_CODE = "BUYERITEMCODE"
_A_GLN = Wording("GLN, czyli 13 cyfr", "a GLN, thirteen digits")
_A_CODE = Wording("kod do 50 znaków", "a code of up to 50 characters")
_LONGEST_CODE = 50
_FIRST = Wording("pierwsza rezerwacja", "the first order")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the head of a new awizo is to say; its usual values are those of the form (001:297–305)."""

    issue_date: dt.date
    delivery_date: dt.date | None = None
    transport: ModeOfTransport = "30"
    delivery_terms: str = "DDP"


def create(
    orders: Sequence[CustomerOrder],
    wanted: Wanted,
    *,
    known: Sequence[DespatchAdvice] = (),
    directory: Directory | None = None,
) -> DespatchAdvice | Objections:
    """The awizo of orders, in their order, or everything that is said against it.

    `known` are the awizos that there are: an order stands on one alone, and numbers go on from theirs. The company's
    file gives what orders leave out: parties, names and EANs of goods, their codes at the buyer.
    """
    assert orders
    whole = [_with_parties(order, directory) for order in orders]
    found = errors(_objections(whole, known, directory))
    if found:
        return found
    first = whole[0]
    deliveries = _approved(*whole)
    delivery_date = wanted.delivery_date or _usual_date(whole, deliveries) or wanted.issue_date
    return DespatchAdvice(
        number=next_number(delivery_date, first.party, known),
        issue_date=wanted.issue_date,
        delivery_date=delivery_date,
        party=first.party,
        receiver=_receiver(first),
        supplier_code=attribute(first.attributes, CODE_BY_BUYER),
        transport=wanted.transport,
        delivery_terms=wanted.delivery_terms,
        delivery=deliveries[0] if len(deliveries) == 1 else None,
        positions=tuple(position for order in whole for position in _positions(order, directory)),
    )


def _with_parties(order: CustomerOrder, directory: Directory | None) -> CustomerOrder:
    receiver = filled(order.receiver, directory) if order.receiver else None
    return replace(order, party=filled(order.party, directory), receiver=receiver)


def _receiver(order: CustomerOrder) -> Party:
    return order.receiver or order.party


def _approved(*orders: CustomerOrder) -> tuple[Delivery, ...]:
    """The approved goods issues of orders, each once."""
    found = {each.number: each for order in orders for each in order.deliveries if each.approved}
    return tuple(found.values())


def _usual_date(orders: Sequence[CustomerOrder], deliveries: Sequence[Delivery]) -> dt.date | None:
    issued = [each.delivery_date for each in deliveries if each.delivery_date]
    return max(issued or [order.delivery_date for order in orders if order.delivery_date], default=None)


def _packable(order: CustomerOrder) -> Iterator[tuple[int, OrderPosition]]:
    """The positions of an order whose goods were delivered, with their place."""
    for index, position in enumerate(order.positions):
        if position.delivered > 0 and position.goods.kind == "goods":
            yield index, position


def _positions(order: CustomerOrder, directory: Directory | None) -> Iterator[DespatchPosition]:
    numbers = tuple(each.number for each in _approved(order))
    for _, position in _packable(order):
        known = _known_goods(position, directory)
        goods = position.goods
        if known:
            goods = replace(goods, name=goods.name or known.name, ean=goods.ean or known.ean)
        yield DespatchPosition(
            goods=goods,
            quantity=position.delivered,
            unit=position.unit,
            ultimate_customer=attribute(order.attributes, ULTIMATE_CUSTOMER),
            order_number=order.order_number,
            reservation=order.number,
            buyer_item_code=_buyer_item_code(order, position, directory),
            deliveries=numbers,
        )


def _known_goods(position: OrderPosition, directory: Directory | None) -> KnownGoods | None:
    return directory.trade.goods.get(code_key(position.goods.code)) if directory else None


def _buyer_item_code(order: CustomerOrder, position: OrderPosition, directory: Directory | None) -> str:
    """The code of the goods at the buyer: that on file first, which no order changes (001:411, 489)."""
    known, buyer = _known_goods(position, directory), known_party(order.party, directory)
    on_file = known.buyer_codes.get(code_key(buyer.code), "") if known and buyer else ""
    return on_file or position.buyer_item_code


def _objections(
    orders: Sequence[CustomerOrder], known: Sequence[DespatchAdvice], directory: Directory | None
) -> Iterator[Objection]:
    advised = {position.reservation: each.number for each in known for position in each.positions}
    numbers: dict[str, int] = {}
    for index, order in enumerate(orders):
        first = numbers.setdefault(order.number, index)
        if first != index:
            also = ((Place(("number",), first), Wording("pierwszy raz tutaj", "first here")),)
            yield Objection(problems.ORDER_REPEATED, Place(("number",), index), {"number": order.number}, also)
        elif order.number in advised:
            values: Values = {"number": order.number, "advice": advised[order.number]}
            yield Objection(problems.ORDER_ADVISED, Place(("number",), index), values)
        yield from _realised(order, index)
        yield from _attributes(order, index, directory)
        if index:
            yield from _same_parties(orders[0], order, index)
            yield from _same_supplier_code(orders[0], order, index)


def _realised(order: CustomerOrder, index: int) -> Iterator[Objection]:
    """The first rule: realised, wholly or partly, by an approved goods issue; a closed one, too (001:272)."""
    if order.status == "cancelled":
        yield Objection(problems.ORDER_CANCELLED, Place(("status",), index), {"number": order.number})
    elif not order.deliveries:
        yield Objection(problems.NO_DELIVERY, Place(("number",), index), {"number": order.number})
    elif not _approved(order):
        values: Values = {"number": order.number, "delivery": order.deliveries[0].number}
        yield Objection(problems.DELIVERY_NOT_APPROVED, Place(("deliveries", 0), index), values)
    elif not any(True for _ in _packable(order)):
        yield Objection(problems.NOTHING_DELIVERED, Place(("positions",), index), {"number": order.number})


def _same_parties(first: CustomerOrder, order: CustomerOrder, index: int) -> Iterator[Objection]:
    """The second rule: buyer and receiver are the same on all orders (001:273)."""
    buyer, receiver = Wording("nabywca", "buyer"), Wording("odbiorca", "receiver")
    pairs = (("party", buyer, first.party, order.party), ("receiver", receiver, _receiver(first), _receiver(order)))
    for name, who, one, other in pairs:
        if not same_party(one, other):
            values: Values = {
                "number": order.number,
                "who": who,
                "party": shown_party(other),
                "first": shown_party(one),
            }
            place = name if name == "party" or order.receiver else "party"
            also = ((Place((name if name == "party" or first.receiver else "party",), 0), _FIRST),)
            yield Objection(problems.OTHER_PARTY, Place((place,), index), values, also)


def _same_supplier_code(first: CustomerOrder, order: CustomerOrder, index: int) -> Iterator[Objection]:
    """The fourth rule: CODEBYBUYER is the same on all orders, or on none (001:275)."""
    one, other = (attribute(each.attributes, CODE_BY_BUYER) for each in (first, order))
    if one != other:
        values: Values = {
            "number": order.number,
            "code": other or "–",
            "first": one or "–",
            "first_number": first.number,
        }
        also = ((Place(("attributes",), 0), _FIRST),)
        yield Objection(problems.OTHER_SUPPLIER_CODE, Place(("attributes",), index), values, also)


def _attributes(order: CustomerOrder, index: int, directory: Directory | None) -> Iterator[Objection]:
    """Attributes that do not fit the fields of an awizo."""
    customer = attribute(order.attributes, ULTIMATE_CUSTOMER)
    if customer and not (len(customer) == GLN_LENGTH and customer.isascii() and customer.isdigit()):
        yield _unfit(order, Place(("attributes",), index), ULTIMATE_CUSTOMER, customer, _A_GLN)
    code = attribute(order.attributes, CODE_BY_BUYER)
    if not _is_code(code):
        yield _unfit(order, Place(("attributes",), index), CODE_BY_BUYER, code, _A_CODE)
    for at, position in _packable(order):
        code = _buyer_item_code(order, position, directory)
        if not _is_code(code):
            yield _unfit(order, Place(("positions", at, "goods"), index), BUYER_ITEM_CODE, code, _A_CODE)


def _unfit(order: CustomerOrder, place: Place, code: str, value: str, expected: Wording) -> Objection:
    values: Values = {"number": order.number, "code": code, "value": value, "expected": expected}
    return Objection(problems.BAD_ATTRIBUTE, place, values)


def _is_code(text: str) -> bool:
    return len(text) <= _LONGEST_CODE and text == text.strip()
