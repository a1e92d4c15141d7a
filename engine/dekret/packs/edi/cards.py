"""What an import adds to the company's file, as rows of its tables: goods it did not have, their codes at buyers."""

from collections.abc import Sequence
from dataclasses import dataclass

from dekret.edi.received import BuyerCode
from dekret.model.invoices import PurchaseInvoice
from dekret.model.parties import code_key
from dekret.model.trade import CustomerOrder
from dekret.packs.mapping.run import Mapped
from dekret.text.table import titled

_GOODS = ("Kod", "Nazwa", "Jednostka", "EAN", "Stawka VAT", "PKWiU")
_CODES = ("Dotyczy", "Kod", "Atrybut", "Kontrahent", "Wartość")


@dataclass(frozen=True, slots=True)
class NewGoods:
    """Goods that were created from a file: code and EAN are the same (001:473–480, 510–518)."""

    code: str
    name: str
    unit: str
    ean: str
    rate: str
    pkwiu: str


def new_goods(mapped: Mapped, document: CustomerOrder | PurchaseInvoice) -> tuple[NewGoods, ...]:
    """The goods that a document created, with the unit and the rate of its first position that has them."""
    found = []
    for made in mapped.created:
        position = next(each for each in document.positions if code_key(each.goods.code) == code_key(made.code))
        goods = position.goods
        found.append(NewGoods(goods.code, goods.name, position.unit, goods.ean, position.rate, goods.pkwiu))
    return tuple(found)


def card_rows(goods: Sequence[NewGoods], codes: Sequence[BuyerCode]) -> str:
    """The rows as they stand in a company's file, under the titles of their sections; empty where there are none."""
    parts: list[str] = []
    if goods:
        rows = [[each.code, each.name, each.unit, each.ean, each.rate, each.pkwiu] for each in goods]
        parts += ["[Towary]", *titled(_GOODS, rows), ""]
    if codes:
        rows = [["towar", each.goods, "BUYERITEMCODE", each.party, each.value] for each in codes]
        parts += ["[Atrybuty]", *titled(_CODES, rows), ""]
    return "\n".join(parts)
