"""Orders to suppliers as the records of a file (001:246–268; comarch-edi 1, 7.2)."""

from decimal import Decimal

from dekret.edi.codes import unit_code
from dekret.edi.parties import Texts, account_of
from dekret.model.directory import Directory
from dekret.model.edi import EdiOrderLine, EdiSupplierOrder
from dekret.model.parties import attribute
from dekret.model.trade import SupplierOrder
from dekret.values.rounding import HALF_UP, ZERO, rounded

_STREET, _CODE, _ITEM, _REMARKS = 35, 35, 70, 350


def order_record(order: SupplierOrder, directory: Directory) -> EdiSupplierOrder:
    """The finished record of an order: the company is the buyer, the contractor the seller."""
    texts, trade = Texts(street=_STREET), directory.trade
    lines = []
    for place, position in enumerate(order.positions, 1):
        goods = position.goods
        lines.append(
            EdiOrderLine(
                place,
                goods.ean,
                texts.number("BUYERITEMCODE", position.buyer_item_code, _CODE),
                texts.fit("Kod towaru", goods.code, _CODE),
                texts.fit("Nazwa towaru", goods.name, _ITEM),
                position.quantity,
                unit_code(position.unit),
                None if position.price is None else rounded(position.price, mode=HALF_UP),
            )
        )
    nets = [position.net for position in order.positions]
    code = attribute(order.attributes, "CODEBYBUYER") or attribute(order.party.attributes, "CODEBYBUYER")
    buyer = texts.company(directory, account=account_of(directory, "", chain=trade.chains.get(order.party.gln, "")))
    return EdiSupplierOrder(
        order.number,
        order.issue_date,
        order.delivery_date,
        texts.fit("Opis", order.description, _REMARKS),
        order.currency,
        buyer,
        texts.party(order.party, code=code),
        trade.head_gln,
        texts.party(order.receiver) if order.receiver else buyer,
        tuple(lines),
        sum((line.ordered_quantity for line in lines), Decimal(0)),
        None if None in nets else sum((net for net in nets if net is not None), ZERO),
        tuple(texts.cuts),
    )
