"""Price lists for a contractor (001:556–573) and orders to suppliers (001:246–268)."""

import datetime as dt
from decimal import Decimal

import pytest

from dekret.company.known_goods import with_goods
from dekret.edi.orders import order_record
from dekret.edi.prices import Scope, price_list
from dekret.model.invoices import Goods
from dekret.model.trade import OrderPosition, SupplierOrder
from edi_samples import BUYER, COMPANY, DAY, directory


def prices(scope, party="aloza", text=COMPANY):
    company = directory(text)
    made = price_list(company, company.parties[party], scope, number="C/1", day=DAY)
    return {each.goods.code: each.price for each in made.positions} if made else None


def test_a_fixed_price_goes_before_any_group_and_discounts_lower_the_rest():
    assert prices(Scope("hurtowa")) == {
        "GUMA": Decimal("11.00"),  # the fixed price
        "KLEJ": Decimal("36.0000"),  # 10 % off goods of KLEJE
        "SOK": Decimal("4.9000"),  # 2 % off all goods
    }
    assert prices(Scope("detaliczna")) == {"GUMA": Decimal("11.00")}


def test_a_contractor_without_discounts_pays_the_price_of_the_group():
    assert prices(Scope("Hurtowa"), "siec") == {
        "GUMA": Decimal("12.50"),
        "KLEJ": Decimal("40.00"),
        "SOK": Decimal("5.00"),
    }
    assert prices(Scope("detaliczna"), "siec") is None


def test_which_goods():
    assert set(prices(Scope("hurtowa", "napoje"))) == {"SOK"}
    idle = COMPANY.replace("| NAPOJE | tak", "| NAPOJE | nie")
    assert "SOK" not in prices(Scope("hurtowa"), text=idle)
    assert "SOK" in prices(Scope("hurtowa", inactive=True), text=idle)


@pytest.mark.parametrize("price", [None, Decimal("3.2150")])
def test_an_order_to_a_supplier(price):
    position = OrderPosition(
        goods=Goods(code="GUMA"), quantity=Decimal("2.5"), price=price, net=price and Decimal("8.04")
    )
    order = SupplierOrder(
        number="ZD/1", issue_date=DAY, party=BUYER, delivery_date=dt.date(2026, 4, 2), positions=(position,)
    )
    made = order_record(with_goods(order, directory()), directory())
    (line,) = made.lines
    assert (made.buyer.iln, made.seller.iln, made.seller.code_by_buyer) == ("5900000000015", "5900000000022", "D-17")
    assert (line.ean, line.buyer_item_code, line.item_description) == ("2900000000018", "998877", "Guma arabska")
    assert line.ordered_unit_net_price == (None if price is None else Decimal("3.22"))
    assert (made.total_ordered_amount, made.delivery_point.name) == (Decimal("2.5"), "Bursztyn sp. z o.o.")
    assert made.total_net_amount == (price and Decimal("8.04"))
