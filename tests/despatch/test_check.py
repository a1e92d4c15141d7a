"""Every rule of an awizo broken by itself, and what is said of that alone."""

from decimal import Decimal

import pytest
from msgspec.structs import replace

from awizos import AWIZO, BARE, OPOLE, WROCLAW, ids, lying, with_package, with_position
from dekret.despatch.approval import approve, objections
from dekret.despatch.check import standing_objections
from dekret.despatch.objections import errors
from dekret.model.parties import Party
from dekret.model.trade import Package

NEW = Package(
    number=4,
    sscc="359012345670000429",
    ultimate_customer=OPOLE,
    order_number="ZAM-8",
    weight=Decimal(1),
    volume=Decimal(1),
    contents=(lying(2, "1"),),
)
SPLIT = with_package(AWIZO, 3, contents=(lying(2, "3"),))
"""One of the second position is left for a package more."""


def plus(package, advice=SPLIT):
    return replace(advice, packages=(*advice.packages, package))


TWO = replace(NEW, contents=(lying(2, "1"), lying(3, "1")))
"""A package of the second position and of a third one."""


def with_third(**changes):
    """An awizo with one more position, like the second one but for these."""
    third = replace(AWIZO.positions[1], quantity=Decimal(1), **changes)
    return replace(SPLIT, positions=(*AWIZO.positions, third))


def test_nothing_is_said_of_the_example():
    assert objections(AWIZO) == ()
    assert objections(plus(NEW)) == ()
    assert objections(plus(TWO, with_third())) == ()


BROKEN = {
    "package-repeated": plus(replace(NEW, number=3)),
    "no-such-parent": plus(replace(NEW, parent=9)),
    "too-deep": plus(
        replace(NEW, parent=5),
        plus(replace(NEW, number=5, parent=1, sscc="", order_number="", ultimate_customer="", contents=())),
    ),
    "goods-in-outer": plus(replace(NEW, parent=3), with_package(SPLIT, 3, ultimate_customer="", order_number="")),
    "order-on-outer": with_package(AWIZO, 1, order_number="ZAM-7"),
    "other-customer-within": with_package(AWIZO, 1, ultimate_customer=OPOLE),
    "unknown-customer": with_package(AWIZO, 1, ultimate_customer="5900000000053"),
    "unknown-order": plus(replace(NEW, order_number="ZAM-9", contents=()), AWIZO),
    "no-such-position": plus(replace(NEW, contents=(lying(2, "1"), lying(3, "1")))),
    "position-repeated": with_package(AWIZO, 3, contents=(lying(2, "1"), lying(2, "3"))),
    "other-order": plus(TWO, with_third(order_number="ZAM-9")),
    "other-customer": plus(TWO, with_third(ultimate_customer=WROCLAW)),
    "packed-too-much": with_package(AWIZO, 3, contents=(lying(2, "4.0001"),)),
    "bad-sscc": with_package(AWIZO, 3, sscc="359012345670000031"),
    "sscc-repeated": with_package(AWIZO, 3, sscc="359012345670000016"),
    "no-packages": BARE,
    "empty-package": plus(replace(NEW, contents=()), AWIZO),
    "not-packed": SPLIT,
    "no-weight": with_package(AWIZO, 3, weight=None),
    "no-volume": with_package(AWIZO, 3, volume=Decimal(0)),
    "no-sscc": with_package(AWIZO, 1, sscc=""),
    "no-customer": with_package(AWIZO, 3, ultimate_customer=""),
    "no-order-number": with_package(AWIZO, 3, order_number=""),
    "bad-gln": replace(AWIZO, receiver=replace(AWIZO.receiver, gln="5900000000023")),
    "unknown-terms": replace(AWIZO, delivery_terms=""),
    "unknown-package-type": with_package(AWIZO, 1, type="EPAL"),
    "no-party-gln": replace(AWIZO, party=replace(AWIZO.party, gln="")),
    "no-ean": with_position(AWIZO, 1, goods=replace(AWIZO.positions[0].goods, ean="")),
    "no-buyer-item-code": with_position(AWIZO, 1, buyer_item_code=""),
}
WITH = {
    "no-packages": {"not-packed"},
    "too-deep": {"empty-package", "no-sscc", "other-customer-within", "goods-in-outer"},
    "unknown-customer": {"other-customer-within"},
    "unknown-order": {"empty-package"},
}
"""What cannot but be said together."""


@pytest.mark.parametrize("rule", BROKEN)
def test_a_rule_broken_by_itself(rule):
    found = set(ids(objections(BROKEN[rule])))
    assert rule in found
    assert found - {rule} <= WITH.get(rule, set())


def test_goods_of_another_order_and_customer_are_told_apart():
    other_order = with_position(AWIZO, 2, order_number="ZAM-7", ultimate_customer=OPOLE)
    assert ids(standing_objections(with_package(other_order, 3, order_number=""))) == []
    two = replace(AWIZO, positions=(*AWIZO.positions, replace(AWIZO.positions[1], order_number="ZAM-9")))
    assert ids(objections(with_package(two, 3, contents=(lying(2, "4"), lying(3, "4"))))) == ["other-order"]
    third = replace(AWIZO.positions[1], ultimate_customer=WROCLAW)
    two = replace(AWIZO, positions=(*AWIZO.positions, third))
    assert ids(objections(with_package(two, 3, contents=(lying(2, "4"), lying(3, "4"))))) == ["other-customer"]


def test_a_package_without_order_takes_that_of_its_first_goods():
    third = replace(AWIZO.positions[1], order_number="")
    advice = replace(AWIZO, positions=(*AWIZO.positions, third))
    mixed = with_package(advice, 3, order_number="", contents=(lying(3, "4"), lying(2, "4")))
    assert ids(standing_objections(mixed)) == ["other-order"]


def test_weight_of_an_outer_package_need_not_be_given_and_may_be_another():
    assert objections(with_package(AWIZO, 1, weight=Decimal(150))) == ()
    assert ids(objections(with_package(AWIZO, 2, weight=None))) == ["no-weight"]


def test_the_same_number_and_orders_on_another_awizo():
    assert ids(objections(AWIZO, [AWIZO])) == ["number-taken", "order-on-another", "order-on-another"]
    other = replace(AWIZO, number="1", positions=(replace(AWIZO.positions[0], reservation="RO/9"),))
    assert objections(AWIZO, [other]) == ()
    same_number = replace(other, number=AWIZO.number)
    assert ids(objections(AWIZO, [same_number])) == ["number-taken"]
    assert objections(AWIZO, [replace(same_number, party=Party(code="INNY"))]) == ()


@pytest.mark.parametrize("rule", BROKEN)
def test_errors_but_those_of_export_stand_in_the_way_of_approval(rule):
    approved, found = approve(BROKEN[rule])
    if rule in ("no-party-gln", "no-ean", "no-buyer-item-code"):
        assert approved
        assert rule not in ids(found)
    else:
        assert rule in ids(found)
        assert (approved is None) == bool(errors(found))


def test_places_lead_to_what_is_wrong():
    (found,) = objections(with_package(AWIZO, 3, sscc="359012345670000016"))
    assert found.place.path == ("packages", 2, "sscc")
    assert found.also[0][0].path == ("packages", 0, "sscc")
