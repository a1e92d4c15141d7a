"""An awizo of orders: the four rules, what it takes over, its number."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from awizos import AWIZO, FIRST, SECOND, ids
from dekret.despatch.create import Wanted, create
from dekret.despatch.numbering import next_number
from dekret.despatch.objections import Place
from dekret.model.directory import Directory, KnownGoods, KnownParty, TradeFile
from dekret.model.parties import Attribute, Party
from dekret.model.parts import Delivery
from dekret.model.trade import DespatchAdvice, OrderPosition

DAY = dt.date(2026, 4, 16)
WANTED = Wanted(issue_date=DAY)


def made(*orders, known=(), directory=None, wanted=WANTED):
    found = create(orders, wanted, known=known, directory=directory)
    assert isinstance(found, DespatchAdvice), found
    return found


def refused(*orders, known=()):
    found = create(orders, WANTED, known=known)
    assert not isinstance(found, DespatchAdvice)
    return found


def with_positions(order, *quantities, kind="goods"):
    goods = replace(order.positions[0].goods, kind=kind)
    positions = tuple(replace(order.positions[0], goods=goods, delivered=Decimal(each)) for each in quantities)
    return replace(order, positions=positions)


def test_one_order_gives_its_head_and_positions():
    advice = made(FIRST)
    (position,) = advice.positions
    assert (advice.number, advice.issue_date, advice.delivery_date) == ("17042026", DAY, dt.date(2026, 4, 17))
    assert (advice.party.code, advice.receiver.code, advice.supplier_code) == ("MARKET", "CENTRUM", "D-17")
    assert (advice.transport, advice.delivery_terms, advice.approved, advice.packages) == ("30", "DDP", False, ())
    assert (position.quantity, position.ultimate_customer, position.order_number) == (10, "5900000000039", "ZAM-7")
    assert (position.reservation, position.buyer_item_code, position.deliveries) == (
        "RO/1/2026",
        "82001",
        ("WZ/1/2026",),
    )


def test_positions_of_several_orders_stand_in_their_order():
    assert [each.reservation for each in made(SECOND, FIRST).positions] == ["RO/2/2026", "RO/1/2026"]


def test_only_what_was_delivered_is_to_be_packed():
    advice = made(with_positions(FIRST, "0", "2.5", "4"))
    assert [each.quantity for each in advice.positions] == [Decimal("2.5"), 4]


def test_services_are_not_packed():
    order = with_positions(FIRST, "1", kind="service")
    assert ids(refused(order)) == ["nothing-delivered"]


@pytest.mark.parametrize("status", ["open", "partly", "done", "closed"])
def test_whatever_the_status_a_goods_issue_realises(status):
    assert made(replace(FIRST, status=status)).positions


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (replace(SECOND, status="cancelled"), "order-cancelled"),
        (replace(SECOND, deliveries=()), "no-delivery"),
        (replace(SECOND, status="closed", deliveries=()), "no-delivery"),
        (replace(SECOND, deliveries=(Delivery(number="WZ/2/2026", approved=False),)), "delivery-not-approved"),
        (with_positions(SECOND, "0"), "nothing-delivered"),
        (FIRST, "order-repeated"),
        (replace(SECOND, party=Party(code="INNY")), "other-party"),
        (replace(SECOND, receiver=Party(code="INNY")), "other-party"),
        (replace(SECOND, receiver=None), "other-party"),
        (replace(SECOND, attributes=SECOND.attributes[1:]), "other-supplier-code"),
        (
            replace(SECOND, attributes=(Attribute(code="codebybuyer", value="D-18"),)),
            "other-supplier-code",
        ),
        (
            replace(SECOND, attributes=(SECOND.attributes[0], Attribute(code="ULTIMATECUSTOMERGLN", value="12"))),
            "bad-attribute",
        ),
    ],
)
def test_each_rule_by_itself(order, expected):
    (found,) = refused(FIRST, order)
    assert ids([found]) == [expected]
    assert found.place.document == 1


def test_all_that_is_wrong_is_said_of_every_order():
    third = replace(SECOND, number="RO/3/2026", deliveries=(), party=Party(code="INNY"))
    assert ids(refused(replace(FIRST, status="cancelled"), SECOND, third)) == [
        "no-delivery",
        "order-cancelled",
        "other-party",
    ]


def test_an_approved_goods_issue_is_enough():
    issues = (Delivery(number="WZ/8", approved=False), Delivery(number="WZ/9"))
    advice = made(replace(FIRST, deliveries=issues))
    assert advice.positions[0].deliveries == ("WZ/9",)
    assert advice.delivery == issues[1]


def test_the_head_names_a_goods_issue_only_where_there_is_one():
    assert made(FIRST).delivery == FIRST.deliveries[0]
    assert made(FIRST, SECOND).delivery is None


def test_an_order_stands_on_one_awizo():
    (found,) = refused(FIRST, known=(AWIZO,))
    assert ids([found]) == ["order-advised"]
    assert found.place == Place(("number",))
    assert made(replace(FIRST, number="RO/9/2026"), known=(AWIZO,)).number == "1704202601"


def test_codes_of_suppliers_are_on_none_or_the_same_on_all():
    bare = [replace(each, attributes=each.attributes[1:]) for each in (FIRST, SECOND)]
    assert made(*bare).supplier_code == ""
    assert made(FIRST, SECOND).supplier_code == "D-17"


@pytest.mark.parametrize(
    ("deliveries", "ordered", "expected"),
    [
        ([dt.date(2026, 4, 17), dt.date(2026, 4, 20)], dt.date(2026, 5, 1), dt.date(2026, 4, 20)),
        ([None], dt.date(2026, 5, 1), dt.date(2026, 5, 1)),
        ([None], None, DAY),
    ],
)
def test_the_usual_delivery_date(deliveries, ordered, expected):
    issues = tuple(Delivery(number=f"WZ/{at}", delivery_date=day) for at, day in enumerate(deliveries))
    assert made(replace(FIRST, deliveries=issues, delivery_date=ordered)).delivery_date == expected
    chosen = Wanted(issue_date=DAY, delivery_date=dt.date(2026, 6, 2))
    assert made(replace(FIRST, deliveries=issues), wanted=chosen).number == "02062026"


def directory():
    paint = KnownGoods("FARBA", "Farba z kartoteki", ean="2900000000032", buyer_codes={"market": "99001"})
    market = KnownParty("MARKET", "Market z kartoteki", tax_id="6736819308", gln="5900000000015")
    return Directory(
        "F", parties={"market": market}, trade=TradeFile(goods={"farba": paint}, parties_by_gln={market.gln: market})
    )


def test_the_file_of_the_company_fills_what_orders_leave_out():
    goods = replace(FIRST.positions[0].goods, name="", ean="")
    order = replace(
        FIRST,
        party=Party(gln="5900000000015"),
        positions=(OrderPosition(goods=goods, quantity=Decimal(1), delivered=Decimal(1)),),
    )
    advice = made(order, directory=directory())
    assert (advice.party.code, advice.party.name, advice.party.tax_id) == ("MARKET", "Market z kartoteki", "6736819308")
    assert (advice.positions[0].goods.name, advice.positions[0].goods.ean) == ("Farba z kartoteki", "2900000000032")


def test_what_an_order_says_itself_stays_but_codes_of_buyers_are_those_on_file():
    advice = made(FIRST, directory=directory())
    assert advice.party.name == "Market Dom sp. z o.o."
    assert advice.positions[0].goods.name == "Farba biała 10 l"
    assert advice.positions[0].buyer_item_code == "99001"


def test_parties_are_the_same_by_the_file_of_the_company():
    by_gln = replace(SECOND, party=Party(gln="5900000000015"))
    assert ids(create([replace(FIRST, party=Party(code="MARKET")), by_gln], WANTED)) == ["other-party"]
    assert made(replace(FIRST, party=Party(code="MARKET")), by_gln, directory=directory())


def numbered(*numbers, party=AWIZO.party):
    return [replace(AWIZO, number=number, party=party) for number in numbers]


@pytest.mark.parametrize(
    ("taken", "expected"),
    [
        ([], "17042026"),
        (["17042026"], "1704202601"),
        (["17042026", "1704202601"], "1704202602"),
        (["1704202603"], "1704202604"),
        (["17042026", "1704202699"], "17042026100"),
        (["18042026", "AW/1"], "17042026"),
        (["17042026-A"], "1704202601"),
    ],
)
def test_numbers_of_a_day(taken, expected):
    assert next_number(dt.date(2026, 4, 17), AWIZO.party, numbered(*taken)) == expected


def test_awizos_of_other_buyers_do_not_count():
    other = numbered("17042026", party=Party(code="INNY"))
    assert next_number(dt.date(2026, 4, 17), AWIZO.party, other) == "17042026"


@given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)), st.integers(1, 12))
def test_no_number_comes_twice(day, count):
    taken = []
    for _ in range(count):
        number = next_number(day, AWIZO.party, numbered(*taken))
        assert number not in taken
        taken.append(number)
