"""What the company's file adds to documents that came as files: warehouse, payment method, prices, codes of buyers.

Orders of customers become reservations (001:452–491), invoices of suppliers purchase invoices (001:493–523).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from msgspec.structs import replace

from dekret.edi.prices import contractor_price, discounts_of
from dekret.model.directory import Directory, KnownParty
from dekret.model.invoices import PurchaseInvoice
from dekret.model.parties import code_key
from dekret.model.parts import Payment
from dekret.model.trade import CustomerOrder, OrderPosition


def purchase(invoice: PurchaseInvoice, directory: Directory, party: KnownParty | None) -> PurchaseInvoice:
    """The invoice in the main warehouse, paid as the contractor's card says by the term of the file (001:500–503)."""
    method = party.payment_method if party else ""
    payments = invoice.payments or (Payment(),)
    return replace(
        invoice,
        warehouse=invoice.warehouse or directory.trade.warehouse,
        payments=tuple(replace(each, method=each.method or method) for each in payments),
    )


@dataclass(frozen=True, slots=True)
class Proposed:
    """The price that a position without one gets, counted from one; None where the company has no price for it."""

    position: int
    goods: str
    price: Decimal | None


def reservation(
    order: CustomerOrder, directory: Directory, party: KnownParty | None
) -> tuple[CustomerOrder, tuple[Proposed, ...]]:
    """The order in the main warehouse; positions without a price get the contractor's, less discounts (001:483).

    The prices of goods are those of their basic unit: a position in another unit gets none.
    """
    found: list[Proposed] = []
    positions: list[OrderPosition] = []
    discounts = discounts_of(directory, order.party.code)
    for place, position in enumerate(order.positions, 1):
        if position.price:
            positions.append(position)
            continue
        goods = directory.trade.goods.get(code_key(position.goods.code))
        same_unit = goods is not None and position.unit.casefold() in ("", goods.unit.casefold())
        price = contractor_price(goods, party.price_group if party else "", discounts) if goods and same_unit else None
        found.append(Proposed(place, position.goods.code, price))
        positions.append(replace(position, price=price))
    warehouse = order.warehouse or directory.trade.warehouse
    return replace(order, warehouse=warehouse, positions=tuple(positions)), tuple(found)


@dataclass(frozen=True, slots=True)
class BuyerCode:
    """The code that goods have at a contractor, from a file; `kept` is the other one that the company's file has."""

    goods: str
    party: str
    value: str
    kept: str = ""


def buyer_codes(order: CustomerOrder, directory: Directory) -> Iterator[BuyerCode]:
    """The codes of an order that the company's file does not have so (BUYERITEMCODE, 001:489)."""
    party = code_key(order.party.code)
    seen: set[tuple[str, str]] = set()
    for position in order.positions:
        code, value = position.goods.code, position.buyer_item_code
        if not value or (code_key(code), value) in seen:
            continue
        seen.add((code_key(code), value))
        goods = directory.trade.goods.get(code_key(code))
        known = goods.buyer_codes.get(party, "") if goods else ""
        if known != value:
            yield BuyerCode(code, order.party.code, value, known)
