"""Labels of packages and the waybill: which, how many a page, what they say."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from awizo_frames import DIRECTORY
from awizos import AWIZO, ids, lying, with_package, with_position
from dekret.despatch.editing import add_package
from dekret.despatch.edits import PackageEdit
from dekret.despatch.labels import LabelsWanted, goods_issue, label_objections, labels, name_lines
from dekret.despatch.packing import pack

ALL, OUTER = LabelsWanted(), LabelsWanted(collective=True)


def with_glue_within():
    """The outer package holds a second one, of another order."""
    advice = add_package(with_package(AWIZO, 3, contents=(lying(2, "3"),)), PackageEdit(parent=1))
    return pack(advice, 4, {2: Decimal(1)})


def of(number, advice=AWIZO, directory=DIRECTORY):
    printed = labels(advice, ALL, directory)
    return next(each for page in printed.pages for each in page if each.number == number)


@pytest.mark.parametrize(
    ("wanted", "pages"),
    [
        (LabelsWanted(), [[1, 2], [3]]),
        (LabelsWanted(layout="portrait"), [[1], [2], [3]]),
        (LabelsWanted(collective=True), [[1]]),
        (LabelsWanted(layout="portrait", collective=True), [[1]]),
    ],
)
def test_the_four_printouts(wanted, pages):
    printed = labels(AWIZO, wanted, DIRECTORY)
    assert [[each.number for each in page] for page in printed.pages] == pages
    assert (printed.layout, printed.collective) == (wanted.layout, wanted.collective)
    assert [each.number for each in printed.waybill.packages] == [1, 2, 3]


@given(st.integers(0, 9), st.sampled_from(["landscape", "portrait"]))
def test_every_package_has_one_label(more, layout):
    advice = AWIZO
    for _ in range(more):
        advice = add_package(advice, PackageEdit())
    printed = labels(advice, LabelsWanted(layout=layout), None)
    size = 2 if layout == "landscape" else 1
    assert sorted(each.number for page in printed.pages for each in page) == list(range(1, more + 4))
    assert all(len(page) == size for page in printed.pages[:-1])
    assert 1 <= len(printed.pages[-1]) <= size


def test_inner_packages_stand_behind_their_outer_one():
    printed = labels(with_glue_within(), ALL, None)
    assert [each.number for page in printed.pages for each in page] == [1, 2, 4, 3]


def test_what_a_label_says():
    label = of(2)
    assert (label.kind, label.type, label.parent) == ("podrzędne", "CT – karton", 1)
    assert (label.customer_gln, label.order_number, label.goods_issue) == ("5900000000039", "ZAM-7", "WZ/1/2026")
    assert (label.sscc, label.sscc_text) == ("359012345670000023", "(00)359012345670000023")
    assert (label.weight, label.volume) == (Decimal("125.5"), Decimal("0.12"))
    assert label.bars_width == 11 * 14 + 2
    assert of(2, with_package(AWIZO, 2, sscc="")).bars == ""


def test_an_outer_package_tells_the_sum_and_what_all_within_have_in_common():
    label = of(1)
    assert (label.kind, label.weight, label.volume) == ("nadrzędne", Decimal("125.5"), Decimal("0.12"))
    assert (label.customer_gln, label.order_number, label.goods_issue) == ("5900000000039", "ZAM-7", "WZ/1/2026")
    mixed = of(1, with_glue_within())
    assert (mixed.customer_gln, mixed.order_number, mixed.goods_issue, mixed.weight) == ("", "", "ZGRUPOWANA", None)


def test_goods_issues_of_a_package():
    two = with_position(AWIZO, 1, deliveries=("WZ/1/2026", "WZ/7/2026"))
    assert goods_issue(two, two.packages[1]) == "WZ/1/2026, WZ/7/2026"
    same_order = with_package(with_glue_within(), 4, order_number="ZAM-7")
    assert goods_issue(same_order, same_order.packages[0]) == "WZ/1/2026, WZ/2/2026"
    none = with_package(AWIZO, 3, contents=())
    assert goods_issue(none, none.packages[2]) == ""


def test_the_name_of_the_customer_is_that_on_file():
    label = of(2)
    assert label.customer_name == "Market Dom 1 Wrocław"
    assert (label.customer_line1, label.customer_line2) == ("Market Dom 1", "Wrocław")
    assert of(2, directory=None).customer_name == ""


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("", ("", "")),
        ("Market", ("Market", "")),
        ("123456789012", ("123456789012", "")),
        ("1234567890123", ("123456789012", "")),
        ("12345678901234", ("123456789012", "4")),
        ("Żółta Gęś ąę Łódź i dalej", ("Żółta Gęś ąę", "Łódź i dalej")),
    ],
)
def test_two_lines_of_a_name(name, lines):
    assert name_lines(name) == lines


@given(st.text(max_size=40))
def test_a_name_loses_its_thirteenth_character_alone(name):
    first, second = name_lines(name)
    assert first + name[12:13] + second == name


def test_what_ought_to_be_looked_at():
    assert label_objections(AWIZO, ALL, DIRECTORY) == ()
    assert ids(label_objections(AWIZO, ALL, None)) == ["customer-not-on-file"] * 2
    dropped = with_package(AWIZO, 3, ultimate_customer="5900000000060")
    assert ids(label_objections(dropped, ALL, DIRECTORY)) == ["letter-dropped"]
    flat = replace(AWIZO, packages=AWIZO.packages[2:])
    assert label_objections(flat, ALL, DIRECTORY) == ()
    assert ids(label_objections(flat, OUTER, DIRECTORY)) == ["no-outer-packages"]
    assert labels(flat, OUTER, DIRECTORY).pages == ()


def test_the_waybill_counts_what_is_handed_over():
    waybill = labels(AWIZO, OUTER, DIRECTORY).waybill
    assert (waybill.count, waybill.weight, waybill.volume) == (2, Decimal("127.9"), Decimal("0.13"))
    assert (waybill.transport, waybill.delivery_terms) == ("30 – drogowy", "DDP – Dostarczone, cło opłacone")
