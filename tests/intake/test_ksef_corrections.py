"""KSeF corrections with states before and after: which belong together, what changes, what they are in PLN."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dekret.documents.posted import posted_lines
from dekret.intake.ksef import Reading
from dekret.intake.received import Rejected
from ksef_frames import OWN, invoice, lines_of, read

REGISTER = Reading(None, OWN)
CORRECTION = "<P_13_1>-20</P_13_1><P_14_1>-4.60</P_14_1><P_15>-24.60</P_15>"
TWO_RATES = "<P_13_1>-50</P_13_1><P_14_1>-11.50</P_14_1><P_13_2>20</P_13_2><P_14_2>1.60</P_14_2><P_15>-39.90</P_15>"
CUPS, FEWER_CUPS = "P_7 kubki; P_8B 10; P_9A 10; P_11 100; P_12 23", "P_7 kubki; P_8B 5; P_9A 10; P_11 50; P_12 23"
PLATES, DEARER_PLATES = (
    "P_7 talerze; P_8B 10; P_9A 20; P_11 200; P_12 8",
    "P_7 talerze; P_8B 10; P_9A 22; P_11 220; P_12 8",
)
CHANGES = [("kubki", Decimal(-50)), ("talerze", Decimal(20))]


def was(values):
    return f"{values}; StanPrzed 1"


def changes(found):
    return [(each.goods.name, each.net) for each in found.positions]


def test_states_before_and_after_are_one_position():
    before, after = "P_7 a; P_8B 5; P_9A 20; P_11 100; P_12 23; StanPrzed 1", "P_7 a; P_8B 4; P_9A 20; P_11 80; P_12 23"
    found = invoice(CORRECTION, before, after, kind="KOR")
    (position,) = found.positions
    assert (position.quantity, position.price, position.net, position.vat) == (-1, 0, -20, Decimal("-4.60"))
    assert (position.before.quantity, position.before.price, position.before.net) == (5, 20, 100)


def test_states_are_told_apart_by_their_marks():
    """Whatever their numbers and goods are."""
    lines = (
        "UU_ID x; P_7 a; P_8B 5; P_11 100; P_12 23; StanPrzed 1",
        "UU_ID y; P_7 b; P_8B 1; P_11 10; P_12 23; StanPrzed 1",
        "UU_ID y; P_7 a; P_8B 1; P_11 10; P_12 23",
        "UU_ID x; P_7 b; P_8B 4; P_11 80; P_12 23",
    )
    for numbers in (None, (1, 2, 1, 2)):
        found = invoice(CORRECTION, *lines, kind="KOR", numbers=numbers)
        assert changes(found) == [("b", Decimal(-20)), ("a", 0)]


@pytest.mark.parametrize("numbers", [(1, 2, 2, 1), (1, 2, 3, 4), (1, 1, 1, 1)])
def test_states_in_another_order_find_each_other(numbers):
    """By their numbers; by their goods where numbers run through the file, or say nothing."""
    found = invoice(TWO_RATES, was(CUPS), was(PLATES), DEARER_PLATES, FEWER_CUPS, kind="KOR", numbers=numbers)
    assert changes(found) == CHANGES
    assert [(each.price, each.before.price) for each in found.positions] == [(0, 10), (2, 20)]


def test_marks_made_anew_for_each_state_tell_nothing():
    lines = (was(CUPS), was(PLATES), DEARER_PLATES, FEWER_CUPS)
    marked = [f"UU_ID {place}; {each}" for place, each in enumerate(lines)]
    assert changes(invoice(TWO_RATES, *marked, kind="KOR", numbers=(1, 2, 2, 1))) == CHANGES


def test_other_goods_at_the_same_number_are_one_position():
    other = FEWER_CUPS.replace("kubki", "dzbanki")
    found = invoice(TWO_RATES, was(CUPS), was(PLATES), DEARER_PLATES, other, kind="KOR", numbers=(1, 2, 2, 1))
    assert changes(found) == [("dzbanki", Decimal(-50)), ("talerze", Decimal(20))]


def test_goods_named_anew_are_told_by_their_order_where_all_else_agrees():
    renamed = FEWER_CUPS.replace("kubki", "kubki z uchem")
    found = invoice(TWO_RATES, was(CUPS), was(PLATES), renamed, DEARER_PLATES, kind="KOR")
    assert changes(found) == [("kubki z uchem", Decimal(-50)), ("talerze", Decimal(20))]


def test_the_same_goods_twice_are_told_by_price_then_by_order():
    dear = "P_7 kubki; P_8B 1; P_9A 30; P_11 30; P_12 23"
    lines = (was(CUPS), was(CUPS), was(dear), dear, CUPS, CUPS.replace("10; P_9A 10; P_11 100", "8; P_9A 10; P_11 80"))
    found = invoice(CORRECTION, *lines, kind="KOR")
    assert [(each.before.net, each.net) for each in found.positions] == [(100, 0), (100, -20), (30, 0)]


@pytest.mark.parametrize(
    ("lines", "numbers", "said"),
    [
        ((was(CUPS), was(PLATES), PLATES, CUPS), (1, 2, 1, 2), "while the same stands at another number, too"),
        ((was(CUPS), was(PLATES), PLATES), (1, 2, 1), "line 1 is 'kubki' before the correction and 'talerze' after it"),
        ((was(CUPS), "P_7 miski; P_8B 3; P_9A 7; P_11 21; P_12 23"), (1, 2), "line 1 before it ('kubki') is not known"),
        ((was(CUPS), was(CUPS), FEWER_CUPS), (1, 2, 3), "neither UU_ID nor NrWierszaFa nor the goods tell"),
    ],
)
def test_states_that_nothing_tells_apart_are_refused(lines, numbers, said):
    found = read(TWO_RATES, lines_of(*lines, numbers=numbers), kind="KOR")
    assert isinstance(found, Rejected)
    assert [each.id for each in found.diagnostics] == ["ksef/no-positions"]
    assert said in found.diagnostics[0].message.en


def test_a_line_without_a_state_after_was_returned_whole():
    sums = "<P_13_1>-100</P_13_1><P_14_1>-23</P_14_1><P_15>-123</P_15>"
    (position,) = invoice(sums, was(CUPS), kind="KOR").positions
    assert (position.quantity, position.price, position.net, position.vat) == (-10, 0, -100, -23)
    assert (position.before.quantity, position.before.price, position.before.net) == (10, 10, 100)


def test_a_line_without_a_state_before_was_added():
    sums = "<P_13_2>200</P_13_2><P_14_2>16</P_14_2><P_15>216</P_15>"
    same, added = invoice(sums, was(CUPS), CUPS, PLATES, kind="KOR", numbers=(1, 1, 2)).positions
    assert (same.quantity, same.net, same.vat) == (0, 0, 0)
    assert (added.quantity, added.price, added.net, added.vat) == (10, 0, 200, 16)
    assert (added.before.quantity, added.before.price, added.before.net, added.before.rate) == (0, 20, 0, "8")


def test_a_line_removed_and_another_added_are_two():
    sums = "<P_13_1>-100</P_13_1><P_14_1>-23</P_14_1><P_13_2>200</P_13_2><P_14_2>16</P_14_2><P_15>93</P_15>"
    lines = (was("P_7 b; P_11 1; P_12 23"), "P_7 b; P_11 1; P_12 23", was(CUPS), PLATES)
    found = invoice(sums, *lines, kind="KOR", numbers=(1, 1, 2, 3))
    assert changes(found) == [("b", 0), ("kubki", Decimal(-100)), ("talerze", Decimal(200))]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("P_8B 10; P_9B 12.30; P_11A 123", "P_8B 5; P_9B 12.30; P_11A 61.50", (10, 0)),
        ("P_8B 10; P_9A 12.50; P_10 25; P_11 100", "P_8B 5; P_9A 12.50; P_10 12.50; P_11 50", (10, 0)),
        ("P_8B 10; P_9A 10; P_10 0; P_11 100", "P_8B 5; P_9A 10; P_10 0; P_11 50", (10, 0)),
        ("P_8B 8; P_11 100", "P_8B 4; P_11 50", ("12.50", 0)),
        ("P_8B 1; P_11 -50", "P_8B 2; P_11 -100", (-50, 0)),
        ("P_8B 10; P_9A 10; P_11 100", "P_8B 10; P_9A 10; P_10 50; P_11 50", (10, -5)),
        ("P_8B 10; P_9B 12.30; P_11A 123", "P_8B 10; P_9B 6.15; P_11A 61.50", (10, -5)),
        ("P_8B 10; P_11 100", "P_8B 0; P_11 50", (10, 0)),
    ],
)
def test_the_net_price_is_computed_where_the_file_gives_none(before, after, expected):
    sums = "<P_13_1>-50</P_13_1><P_14_1>-11.50</P_14_1><P_15>-61.50</P_15>"
    (position,) = invoice(sums, was(f"P_7 a; P_12 23; {before}"), f"P_7 a; P_12 23; {after}", kind="KOR").positions
    assert (position.before.price, position.price) == (Decimal(expected[0]), expected[1])


def test_a_price_that_rounding_alone_would_change_stays():
    """100.00 by 3 are 33.3333, and 66.67 by 2 would be 33.3350."""
    sums = "<P_13_1>-33.33</P_13_1><P_14_1>-7.67</P_14_1><P_15>-41</P_15>"
    lines = (was("P_7 a; P_8B 3; P_11 100; P_12 23"), "P_7 a; P_8B 2; P_11 66.67; P_12 23")
    (position,) = invoice(sums, *lines, kind="KOR").positions
    assert (position.before.price, position.price) == (Decimal("33.3333"), 0)


def test_lines_that_stay_as_they_were_take_no_grosze():
    """The sum of the rate is a grosz above what the lines give."""
    sums = "<P_13_1>-20</P_13_1><P_14_1>-4.59</P_14_1><P_15>-24.59</P_15>"
    same, cups = "P_7 b; P_11 33.01; P_12 23", ("P_7 a; P_11 100; P_12 23", "P_7 a; P_11 80; P_12 23")
    found = invoice(sums, was(cups[0]), cups[1], was(same), same, kind="KOR", numbers=(1, 1, 2, 2))
    assert [(each.vat, each.before.vat) for each in found.positions] == [
        (Decimal("-4.59"), 23),
        (0, Decimal("7.59")),
    ]


def in_euro(values, rate="4.3"):
    return f"{values}; KursWaluty {rate}"


def test_tax_in_pln_is_the_one_that_the_correction_states():
    """11.50 at 4.30 are 49.45; 49.52 are stated. Both states of the second line stay, in PLN, too."""
    sums = "<P_13_1>-50</P_13_1><P_14_1>-11.50</P_14_1><P_14_1W>-49.52</P_14_1W><P_15>-61.50</P_15>"
    lines = [in_euro(each) for each in (was(CUPS), FEWER_CUPS, was("P_7 b; P_11 3; P_12 23"), "P_7 b; P_11 3; P_12 23")]
    found = invoice(sums, *lines, kind="KOR", numbers=(1, 1, 2, 2), currency="EUR")
    assert [(each.net_pln, each.vat_pln) for each in found.positions] == [(-215, Decimal("-49.52")), (0, 0)]
    assert (found.positions[1].before.net_pln, found.positions[1].before.vat_pln) == (
        Decimal("12.90"),
        Decimal("2.97"),
    )


def test_lines_of_two_exchange_rates_are_posted_as_the_register_is():
    sums = (
        "<P_13_1>-50</P_13_1><P_14_1>-11.50</P_14_1><P_14_1W>-46.00</P_14_1W>"
        "<P_13_2>-100</P_13_2><P_14_2>-8</P_14_2><P_14_2W>-36</P_14_2W><P_15>-169.50</P_15>"
    )
    fewer = "P_7 talerze; P_8B 5; P_9A 20; P_11 100; P_12 8"
    lines = (
        *(in_euro(each, "4.00") for each in (was(CUPS), FEWER_CUPS)),
        *(in_euro(each, "4.50") for each in (was(PLATES), fewer)),
    )
    shared = {"kind": "KOR", "numbers": (1, 1, 2, 2), "currency": "EUR"}
    found, entry = invoice(sums, *lines, **shared), invoice(sums, *lines, how=REGISTER, **shared)
    assert (found.net_pln, found.vat_pln) == (entry.net_pln, entry.vat_pln) == (-650, -82)
    assert [(each.net_pln, each.vat_pln) for each in found.positions] == [(-200, -46), (-450, -36)]


def test_a_new_rate_of_tax_is_posted_by_the_tax_that_is_stated_of_each():
    """23.00 at 4.30 are 98.90, 8.00 are 34.40; 98.95 and 34.42 are stated."""
    sums = (
        "<P_13_1>-100</P_13_1><P_14_1>-23</P_14_1><P_14_1W>-98.95</P_14_1W>"
        "<P_13_2>100</P_13_2><P_14_2>8</P_14_2><P_14_2W>34.42</P_14_2W><P_15>-15</P_15>"
    )
    lines = (was(in_euro(CUPS)), in_euro(CUPS).replace("P_12 23", "P_12 8"))
    found = invoice(sums, *lines, kind="KOR", numbers=(1, 1), currency="EUR")
    assert [(each.rate, each.net_pln, each.vat_pln) for each in posted_lines(found)] == [
        ("23", -430, Decimal("-98.95")),
        ("8", 430, Decimal("34.42")),
    ]


STATES = st.lists(
    st.tuples(st.sampled_from("abc"), st.integers(1, 9), st.integers(1, 3), st.sampled_from("xyz")),
    min_size=1,
    max_size=5,
)


@given(STATES, STATES)
def test_whatever_the_states_are_the_differences_add_up(before, after):
    """Or the correction is refused; nothing is lost and nothing is counted twice."""
    text = "P_7 {0}; P_8B {1}; P_9A 10; P_11 {1}0; P_12 23; UU_ID {3}"
    lines = [*(was(text.format(*each)) for each in before), *(text.format(*each) for each in after)]
    net = 10 * (sum(each[1] for each in after) - sum(each[1] for each in before))
    vat = Decimal(net) * 23 / 100
    sums = f"<P_13_1>{net}</P_13_1><P_14_1>{vat}</P_14_1><P_15>{net + vat}</P_15>"
    written = lines_of(*lines, numbers=[each[2] for each in (*before, *after)])
    found = read(sums if net else "<P_13_1>0</P_13_1><P_15>0</P_15>", written, kind="KOR")
    if isinstance(found, Rejected):
        assert [each.id for each in found.diagnostics] == ["ksef/no-positions"]
        return
    positions = found.document.positions
    assert sum(each.net for each in positions) == net
    assert sum(each.before.net for each in positions) == 10 * sum(each[1] for each in before)
    assert max(len(before), len(after)) <= len(positions) <= len(before) + len(after)
