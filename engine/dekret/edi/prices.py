"""A price list for one contractor: the prices of a group, less its discounts (001:556–573)."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from dekret.edi.codes import rate_percent, tax_category, unit_code
from dekret.edi.parties import Texts
from dekret.model.directory import Directory, KnownDiscount, KnownGoods, KnownParty
from dekret.model.edi import EdiPriceLine, EdiPriceList
from dekret.model.invoices import Goods
from dekret.model.parties import Party, attribute, code_key
from dekret.model.trade import PriceList, PricePosition
from dekret.values.rounding import HALF_UP, rounded

_HUNDRED = Decimal(100)
_PRICE_PLACES = 4
_STREET, _CODE, _ITEM = 35, 35, 70


def discounted(price: Decimal, goods: KnownGoods, discounts: tuple[KnownDiscount, ...]) -> Decimal:
    """The price after the discounts of one contractor: a fixed price goes before all; else the narrowest percentage.

    A percentage of the goods goes before one of their group, that before one of all goods.
    """
    key = code_key(goods.code)
    fixed = [each.fixed_price for each in discounts if each.goods == key and each.fixed_price is not None]
    if fixed:
        return fixed[-1]
    levels = (
        [each for each in discounts if each.goods == key],
        [each for each in discounts if not each.goods and each.group and each.group == goods.group.casefold()],
        [each for each in discounts if not each.goods and not each.group],
    )
    percent = next((level[-1].percent for level in levels if level), None)
    return price if percent is None else rounded(price * (1 - percent / _HUNDRED), _PRICE_PLACES, mode=HALF_UP)


def contractor_price(goods: KnownGoods, group: str, discounts: tuple[KnownDiscount, ...]) -> Decimal | None:
    """What a contractor of these discounts pays by a group of prices; None where there is no price at all."""
    price = goods.prices.get(group.casefold())
    key = code_key(goods.code)
    if price is None and not any(each.goods == key and each.fixed_price is not None for each in discounts):
        return None
    return discounted(price or Decimal(0), goods, discounts)


def discounts_of(directory: Directory, code: str) -> tuple[KnownDiscount, ...]:
    """The discounts of the contractor of a code."""
    key = code_key(code)
    return tuple(each for each in directory.trade.discounts if each.party == key)


@dataclass(frozen=True, slots=True)
class Scope:
    """Which prices of which goods: those of a group of prices, of all goods or of one group of them (001:562–566)."""

    price_group: str
    goods_group: str = ""
    inactive: bool = False


def price_list(directory: Directory, party: KnownParty, scope: Scope, *, number: str, day: dt.date) -> PriceList | None:
    """The list for the contractor, of goods with a price; None where there are none."""
    positions = tuple(_positions(directory, party, scope))
    if not positions:
        return None
    shown = Party(
        code=party.code,
        name=party.name,
        tax_id=party.tax_id,
        country=party.country,
        street=party.street,
        postal_code=party.postal_code,
        city=party.city,
        gln=party.gln,
        attributes=party.attributes,
    )
    return PriceList(number=number, issue_date=day, party=shown, price_group=scope.price_group, positions=positions)


def _positions(directory: Directory, party: KnownParty, scope: Scope) -> Iterator[PricePosition]:
    key, goods_group = code_key(party.code), scope.goods_group.casefold()
    discounts = discounts_of(directory, party.code)
    for each in directory.trade.goods.values():
        price = contractor_price(each, scope.price_group, discounts)
        if price is None or not (each.active or scope.inactive):
            continue
        if goods_group and each.group.casefold() != goods_group:
            continue
        yield PricePosition(
            goods=Goods(code=each.code, name=each.name, ean=each.ean, pkwiu=each.pkwiu),
            price=price,
            unit=each.unit,
            rate=each.rate,
            buyer_item_code=each.buyer_codes.get(key, ""),
        )


def price_record(prices: PriceList, directory: Directory) -> EdiPriceList:
    """The finished record of a price list."""
    texts = Texts(street=_STREET)
    code = attribute(prices.party.attributes, "CODEBYBUYER")
    lines = tuple(
        EdiPriceLine(
            place,
            each.goods.ean,
            texts.number("BUYERITEMCODE", each.buyer_item_code, _CODE),
            texts.fit("Kod towaru", each.goods.code, _CODE),
            texts.fit("Nazwa towaru", each.goods.name, _ITEM),
            unit_code(each.unit),
            rounded(each.price, mode=HALF_UP),
            rate_percent(each.rate),
            tax_category(each.rate),
        )
        for place, each in enumerate(prices.positions, 1)
    )
    return EdiPriceList(
        prices.number,
        prices.issue_date,
        prices.currency,
        texts.party(prices.party),
        texts.company(directory, code=code),
        lines,
        tuple(texts.cuts),
    )
