"""Documents of trade with what the company's file knows of their goods and receivers."""

from collections.abc import Mapping
from typing import TypeVar

from msgspec.structs import replace

from dekret.company.complete import Completion
from dekret.model.directory import Directory, KnownGoods
from dekret.model.documents import AnyDocument
from dekret.model.invoices import Goods, InvoicePosition, SaleInvoice
from dekret.model.parties import Party, code_key
from dekret.model.trade import OrderPosition, SupplierOrder

P = TypeVar("P", InvoicePosition, OrderPosition)


def with_trade(document: AnyDocument, completion: Completion) -> AnyDocument:
    """The document with what the company's file knows of its goods and of its receivers beside the party."""
    directory = completion.directory
    if directory is None or not isinstance(document, SaleInvoice | SupplierOrder):
        return document
    whole = _with_receivers(document, completion) if isinstance(document, SaleInvoice) else document
    return with_goods(whole, directory)


def _with_receivers(invoice: SaleInvoice, completion: Completion) -> SaleInvoice:
    """The invoice whose receivers have GLN and address of the company's file where it says none."""

    def known(party: Party | None) -> Party | None:
        return (completion.party(party) or party) if party else None

    receiver = known(invoice.receiver)
    deliveries = tuple(
        replace(each, receiver=known(each.receiver)) if each.receiver else each for each in invoice.deliveries
    )
    if receiver is invoice.receiver and deliveries == invoice.deliveries:
        return invoice
    return replace(invoice, receiver=receiver, deliveries=deliveries)


def with_goods(document: SaleInvoice | SupplierOrder, directory: Directory) -> SaleInvoice | SupplierOrder:
    """The document whose goods have the names, codes and attributes of the company's file where it says none."""
    known = directory.trade.goods
    if not known:
        return document
    party = code_key(document.party.code)
    if isinstance(document, SaleInvoice):
        return replace(document, positions=tuple(_position(each, known, party) for each in document.positions))
    return replace(document, positions=tuple(_position(each, known, party) for each in document.positions))


def _position(position: P, known: Mapping[str, KnownGoods], party: str) -> P:
    goods = position.goods
    file = known.get(code_key(goods.code))
    if file is None:
        return position
    code = position.buyer_item_code or file.buyer_codes.get(party, "")
    if goods.ean and goods.name and goods.pkwiu == file.pkwiu and code == position.buyer_item_code:
        return position
    whole = Goods(
        code=goods.code,
        name=goods.name or file.name,
        kind=goods.kind,
        ean=goods.ean or _ean(file, position.unit),
        pkwiu=goods.pkwiu or file.pkwiu,
        attributes=goods.attributes or file.attributes,
    )
    return replace(position, goods=whole, buyer_item_code=code)


def _ean(file: KnownGoods, unit: str) -> str:
    """The code of goods in a unit: the basic unit has that of the card, another its own where it has one."""
    if unit.casefold() in ("", file.unit.casefold()):
        return file.ean
    return next((ean for ean, own in file.units.items() if own.casefold() == unit.casefold()), file.ean)
