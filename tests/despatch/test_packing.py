"""Packing, unpacking, adding, changing and removing: what the manual tells, verb by verb."""

from decimal import Decimal

import pytest
from msgspec.structs import replace

from awizos import AWIZO, BARE, OPOLE, WROCLAW, ids, lying, with_package, with_position
from dekret.despatch.editing import add_package, edit_package, edit_position, remove_package
from dekret.despatch.edits import NO_PARENT, PackageEdit, PositionEdit
from dekret.despatch.packages import (
    next_package,
    packed,
    possible_customers,
    possible_orders,
    possible_parents,
    to_pack,
)
from dekret.despatch.packing import fitting_positions, pack, set_quantity, unpack
from dekret.errors import UsageError
from dekret.model.trade import DespatchAdvice

D = Decimal
EMPTY = with_package(AWIZO, 3, contents=(), ultimate_customer="", order_number="")
"""Package 3 holds nothing and names nobody; all of the second position is to be packed."""


def done(found):
    assert isinstance(found, DespatchAdvice), ids(found)
    return found


def package(advice, number):
    return next(each for each in advice.packages if each.number == number)


def test_all_that_is_left_is_packed_where_no_quantity_is_given():
    after = done(pack(EMPTY, 3, {2: None}))
    assert (packed(after)[2], to_pack(after)[2]) == (4, 0)


def test_a_part_is_packed_and_more_of_it_is_added_to_that():
    after = done(pack(done(pack(EMPTY, 3, {2: D("1.5")})), 3, {2: D("0.5")}))
    assert package(after, 3).contents == (lying(2, "2.0"),)
    assert to_pack(after)[2] == 2


def test_a_package_takes_order_and_customer_of_its_goods_over():
    after = package(done(pack(EMPTY, 3, {2: D(1)})), 3)
    assert (after.ultimate_customer, after.order_number) == (OPOLE, "ZAM-8")


def test_goods_of_others_are_not_packed_with_them():
    both = with_package(EMPTY, 2, contents=())
    assert ids(pack(both, 3, {1: None, 2: None})) == ["other-customer", "other-order"]
    assert ids(pack(both, 2, {2: D(1)})) == ["other-customer", "other-order"]


@pytest.mark.parametrize(
    ("number", "quantities", "expected"),
    [
        (1, {2: D(1)}, ["goods-in-outer"]),
        (9, {2: D(1)}, ["no-such-package"]),
        (3, {9: D(1)}, ["no-such-position"]),
        (3, {0: D(1)}, ["no-such-position"]),
        (3, {1: D(1)}, ["nothing-left"]),
        (3, {2: D("4.0001")}, ["packed-too-much"]),
    ],
)
def test_refusals_of_packing(number, quantities, expected):
    assert ids(pack(EMPTY, number, quantities)) == expected


@pytest.mark.parametrize("quantity", ["0", "-1", "0.00001", "NaN", "1e20"])
def test_quantities_that_are_none(quantity):
    with pytest.raises(UsageError):
        pack(EMPTY, 3, {2: D(quantity)})


def test_a_quantity_is_changed_and_zero_unpacks():
    fewer = done(set_quantity(AWIZO, 3, 2, D(3)))
    assert (packed(fewer)[2], to_pack(fewer)[2]) == (3, 1)
    assert packed(done(set_quantity(fewer, 3, 2, D(4))))[2] == 4
    assert package(done(set_quantity(AWIZO, 3, 2, D(0))), 3).contents == ()
    assert ids(set_quantity(AWIZO, 3, 2, D(5))) == ["packed-too-much"]
    assert ids(set_quantity(AWIZO, 3, 1, D(5))) == ["not-in-package"]


def test_what_is_wrong_already_can_be_mended_step_by_step():
    wrong = with_package(AWIZO, 3, contents=(lying(2, "9"),))
    assert packed(done(set_quantity(wrong, 3, 2, D(6))))[2] == 6
    assert ids(set_quantity(wrong, 3, 2, D(10))) == ["packed-too-much"]


def test_a_position_that_a_file_names_twice_becomes_one_and_loses_nothing():
    twice = with_package(AWIZO, 3, contents=(lying(2, "1"), lying(2, "2")))
    after = done(pack(twice, 3, {2: None}))
    assert package(after, 3).contents == (lying(2, "4"),)


def test_unpacking_one_position_or_the_whole_package():
    two = with_package(AWIZO, 3, contents=(lying(2, "3"), lying(1, "1")), order_number="", ultimate_customer="")
    assert package(done(unpack(two, 3, (2,))), 3).contents == (lying(1, "1"),)
    after = done(unpack(AWIZO, 3))
    assert (package(after, 3).contents, package(after, 3).order_number) == ((), "ZAM-8")
    assert ids(unpack(AWIZO, 3, (1,))) == ["not-in-package"]
    assert ids(unpack(AWIZO, 1)) == ["outer-unpacked"]
    assert unpack(after, 3) == after


def test_fitting_positions():
    assert fitting_positions(EMPTY, 3) == (2,)
    assert fitting_positions(BARE, 3) == ()
    assert fitting_positions(AWIZO, 2) == ()


def test_packages_get_the_next_number_and_it_is_not_that_of_a_gap():
    assert next_package(BARE) == 1
    assert next_package(done(remove_package(AWIZO, 1))) == 4
    assert package(done(add_package(AWIZO, PackageEdit(type="BX", weight=D(2)))), 4).type == "BX"


def test_a_package_within_takes_the_customer_of_its_outer_one():
    outer = with_package(AWIZO, 1, ultimate_customer=WROCLAW)
    assert package(done(add_package(outer, PackageEdit(parent=1))), 4).ultimate_customer == WROCLAW
    assert ids(add_package(outer, PackageEdit(parent=1, ultimate_customer=OPOLE))) == ["other-customer-within"]
    # goods of another customer lie in it
    assert ids(edit_package(outer, 3, PackageEdit(parent=1))) == ["other-customer", "unknown-order"]
    assert package(done(edit_package(AWIZO, 3, PackageEdit(parent=1))), 3).parent == 1


def test_the_customer_of_an_outer_package_goes_to_those_within():
    empty = done(add_package(with_package(AWIZO, 2, contents=(), order_number=""), PackageEdit(parent=1)))
    after = done(edit_package(empty, 1, PackageEdit(ultimate_customer=OPOLE)))
    assert {each.ultimate_customer for each in after.packages if each.number in (1, 2, 4)} == {OPOLE}
    assert ids(edit_package(AWIZO, 1, PackageEdit(ultimate_customer=OPOLE))) == ["other-customer", "unknown-order"]


def test_a_package_is_taken_out_of_its_outer_one():
    after = done(edit_package(AWIZO, 2, PackageEdit(parent=NO_PARENT)))
    assert package(after, 2).parent is None


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (PackageEdit(parent=9), ["no-such-parent"]),
        (PackageEdit(parent=4), ["no-such-parent"]),
        (PackageEdit(parent=2), ["goods-in-outer", "order-on-outer", "too-deep"]),
        (PackageEdit(parent=3), ["goods-in-outer", "order-on-outer"]),
        (PackageEdit(ultimate_customer="5900000000053"), ["unknown-customer"]),
        (PackageEdit(ultimate_customer=OPOLE, order_number="ZAM-7"), ["unknown-order"]),
        (PackageEdit(order_number="ZAM-9"), ["unknown-order"]),
        (PackageEdit(sscc="359012345670000016"), ["sscc-repeated"]),
        (PackageEdit(sscc="359012345670000017"), ["bad-sscc"]),
    ],
)
def test_refusals_of_packages(fields, expected):
    found = ids(add_package(AWIZO, fields))
    assert sorted(set(found) - {"other-customer-within"}) == expected


@pytest.mark.parametrize(
    "fields",
    [
        PackageEdit(ultimate_customer="59"),
        PackageEdit(sscc="1"),
        PackageEdit(type="X" * 18),
        PackageEdit(order_number="X" * 51),
        PackageEdit(description="X" * 256),
        PackageEdit(weight=D(-1)),
        PackageEdit(volume=D("0.00001")),
        PackageEdit(weight=D("NaN")),
    ],
)
def test_values_that_no_field_takes(fields):
    with pytest.raises(UsageError):
        add_package(AWIZO, fields)


def test_empty_texts_and_zeros_empty_a_field():
    after = package(done(edit_package(EMPTY, 3, PackageEdit(sscc="", weight=D(0), volume=D("0.00")))), 3)
    assert (after.sscc, after.weight, after.volume) == ("", None, None)


def test_an_outer_package_goes_with_those_within():
    after = done(remove_package(AWIZO, 1))
    assert [each.number for each in after.packages] == [3]
    assert to_pack(after)[1] == 10
    assert [each.number for each in done(remove_package(AWIZO, 2)).packages] == [1, 3]


def test_lists_to_choose_from():
    assert possible_customers(AWIZO) == (WROCLAW, OPOLE)
    assert possible_orders(AWIZO) == ("ZAM-7", "ZAM-8")
    assert possible_orders(AWIZO, OPOLE) == ("ZAM-8",)
    assert possible_parents(AWIZO) == (1,)
    assert possible_parents(AWIZO, 1) == ()


def test_positions_are_completed_by_hand():
    bare = with_position(BARE, 1, ultimate_customer="", order_number="")
    after = done(edit_position(bare, 1, PositionEdit(ultimate_customer=OPOLE, order_number="ZAM-8")))
    assert after.positions[0].ultimate_customer == OPOLE
    assert ids(edit_position(bare, 3, PositionEdit(order_number="X"))) == ["no-such-position"]
    # its goods lie in a package of another order
    refused = edit_position(AWIZO, 2, PositionEdit(order_number="ZAM-9"))
    assert ids(refused) == ["other-order", "unknown-order"]


def test_an_approved_awizo_is_not_changed():
    approved = replace(AWIZO, approved=True)
    for found in (
        add_package(approved, PackageEdit()),
        remove_package(approved, 3),
        edit_position(approved, 1, PositionEdit(order_number="X")),
        pack(approved, 3, {2: D(1)}),
    ):
        assert ids(found) == ["approved"]
