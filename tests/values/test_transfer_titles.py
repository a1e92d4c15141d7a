"""Titles of tags, what is wrong with them, and the lines of titles."""

from decimal import Decimal

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from dekret.values.transfer_titles import (
    DirectDebitTitle,
    Fault,
    SplitTitle,
    TaxTitle,
    build,
    faults,
    is_structured,
    joined,
    lines_of,
    parse,
)

NIP = "5250000009"
_PERIODS = ["0", "26R", "26P01", "26P02", "26K04", "26M01", "26M12", "26D0305", "26J3112", "24J2902"]
_IDS = [
    ("N", NIP),
    ("P", "90021512347"),
    ("R", "012345675"),
    ("R", "01234567500015"),
    ("1", "ABC123456"),
    ("2", "EH0000000"),
    ("3", "12345678901234"),
]
_TAGS = ["/", "/TXT/", "/IDC/", "/INV/", "/VAT/", "/TI/", "/NIP/", "/TXT", "IDC/", "TXT"]


def texts(most, least=0):
    """Text with a liking for tags and what is left of them."""
    piece = st.sampled_from([*_TAGS, " ", "FV 1/2026", "zażółć"]) | st.text(max_size=5)
    return st.lists(piece, max_size=6).map("".join).filter(lambda text: least <= len(text) <= most)


TITLES = st.one_of(
    st.builds(
        lambda who, period, form, kind, text: TaxTitle(*who, period, form + kind, text),
        st.sampled_from(_IDS),
        st.sampled_from(_PERIODS) | st.text(max_size=3),
        st.sampled_from(["VAT-7", "PIT37", "PIT-36L"]) | st.text(max_size=3),
        st.sampled_from(["", "//800"]),
        texts(22),
    ),
    st.builds(
        SplitTitle,
        st.decimals(0, Decimal("9999999999.99"), places=2) | st.decimals(),
        st.sampled_from([NIP, "PL5250000009", "DE136695976"]) | st.text(max_size=3),
        texts(37),
        texts(35),
    ),
    st.builds(DirectDebitTitle, st.just(NIP), texts(140), texts(140)),
)


MANY_HAVE_FAULTS = settings(suppress_health_check=[HealthCheck.filter_too_much])


@MANY_HAVE_FAULTS
@given(TITLES)
def test_a_title_without_faults_comes_back_from_its_text(title):
    assume(not faults(title))
    assert parse(build(title)) == title


@MANY_HAVE_FAULTS
@given(TITLES)
def test_a_title_without_faults_comes_back_from_its_lines(title):
    assume(not faults(title))
    lines = lines_of(build(title), 35, 4, hard=is_structured(build(title)))
    assert parse(joined(lines, 35)) == title


@given(texts(120) | st.sampled_from(["/TI/", "/VAT/", "/NIP/"]).flatmap(lambda tag: texts(120).map(tag.__add__)))
def test_reading_never_raises_and_what_is_read_is_written_again(text):
    title = parse(text)
    if title is not None:
        assert isinstance(faults(title), tuple)
        assert parse(build(title)) == title


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (TaxTitle("N", NIP, "25M12", "VAT-7"), "/TI/N5250000009/OKR/25M12/SFP/VAT-7"),
        (
            TaxTitle("N", NIP, "26J0504", "PAL//800", "ARC 123"),
            "/TI/N5250000009/OKR/26J0504/SFP/PAL//800/TXT/ARC 123",
        ),
        (TaxTitle("P", "90021512347", "0", "KARA"), "/TI/P90021512347/OKR/0/SFP/KARA"),
        (
            SplitTitle(Decimal("23.00"), NIP, "FV/2026/1", "za towar"),
            "/VAT/23,00/IDC/5250000009/INV/FV/2026/1/TXT/za towar",
        ),
        (SplitTitle(Decimal("1234567890.1"), NIP, "26M01"), "/VAT/1234567890,10/IDC/5250000009/INV/26M01"),
        (SplitTitle(Decimal("-0"), NIP, "INV/2026/1"), "/VAT/0,00/IDC/5250000009/INV/INV/2026/1"),
        (DirectDebitTitle(NIP, "ID 1/2", "abonament"), "/NIP/5250000009/IDP/ID 1/2/TXT/abonament"),
    ],
)
def test_titles_and_their_texts(title, text):
    assert faults(title) == ()
    assert build(title) == text
    assert parse(text) == title


@pytest.mark.parametrize(
    "text",
    [
        "",
        "FV 1/2026",
        "/TI/N5250000009/SFP/VAT-7",
        "/TI/N5250000009/OKR/26M01",
        "/VAT/23.00/IDC/5250000009/INV/1",
        "/VAT/1 000,00/IDC/5250000009/INV/1",
        "/VAT/23,00/INV/1/IDC/5250000009",
        "za /VAT/23,00/IDC/5250000009/INV/1",
        "/VAT/٢,00/IDC/5250000009/INV/1",
    ],
)
def test_no_title(text):
    assert parse(text) is None


def _tax(**changes):
    given_ = {"id_type": "N", "id": NIP, "period": "26M01", "form": "VAT-7", "liability": ""}
    return TaxTitle(**(given_ | changes))


def _split(**changes):
    given_ = {"vat": Decimal("23.00"), "tax_id": NIP, "invoice": "FV 1/2026", "text": ""}
    return SplitTitle(**(given_ | changes))


@pytest.mark.parametrize(
    ("title", "fault"),
    [
        (_tax(id_type=""), Fault("id_type", "missing")),
        (_tax(id_type="X"), Fault("id_type", "shape")),
        (_tax(id=""), Fault("id", "missing")),
        (_tax(id="5250000008"), Fault("id", "check-digit")),
        (_tax(id="525-000-00-09"), Fault("id", "shape")),
        (_tax(id_type="P"), Fault("id", "shape")),
        (_tax(id_type="P", id="90021512348"), Fault("id", "check-digit")),
        (_tax(id_type="R", id="012345676"), Fault("id", "check-digit")),
        (_tax(id_type="1", id="ABC 123456"), Fault("id", "shape")),
        (_tax(id_type="3", id="BRAK"), Fault("id", "shape")),
        (_tax(id_type="2", id="A12345678901234"), Fault("id", "too-long", 14)),
        (_tax(period=""), Fault("period", "missing")),
        (_tax(form=""), Fault("form", "missing")),
        (_tax(form="PIT-36LS"), Fault("form", "too-long", 7)),
        (_tax(form="VAT 7"), Fault("form", "shape")),
        (_tax(form="PAL/800"), Fault("form", "shape")),
        (_tax(form="PAL//80"), Fault("form", "shape")),
        (_tax(liability="x" * 21), Fault("liability", "too-long", 20)),
        (_tax(liability="a/SFP/b"), Fault("liability", "tag")),
        (_split(vat=Decimal("-23.00")), Fault("vat", "shape")),
        (_split(vat=Decimal("NaN")), Fault("vat", "shape")),
        (_split(vat=Decimal("sNaN")), Fault("vat", "shape")),
        (_split(vat=Decimal("23.005")), Fault("vat", "shape")),
        (_split(vat=Decimal("1E+10")), Fault("vat", "too-long", 13)),
        (_split(tax_id=""), Fault("tax_id", "missing")),
        (_split(tax_id="5250000008"), Fault("tax_id", "check-digit")),
        (_split(tax_id="PL5250000008"), Fault("tax_id", "check-digit")),
        (_split(tax_id="525000000"), Fault("tax_id", "shape")),
        (_split(tax_id="BRAK"), Fault("tax_id", "shape")),
        (_split(tax_id="DE1234567890123"), Fault("tax_id", "too-long", 14)),
        (_split(invoice=" "), Fault("invoice", "missing")),
        (_split(invoice="x" * 36), Fault("invoice", "too-long", 35)),
        (_split(invoice="FV/TXT/1"), Fault("invoice", "tag")),
        (_split(invoice="TXT/1"), Fault("invoice", "tag")),
        (_split(invoice="FV/TXT"), Fault("invoice", "tag")),
        (_split(text="x" * 34), Fault("text", "too-long", 33)),
        (_split(text="NIP /IDC/5250000009"), Fault("text", "tag")),
        (DirectDebitTitle("5250000008", "1"), Fault("tax_id", "check-digit")),
        (DirectDebitTitle(NIP, ""), Fault("payment_id", "missing")),
        (DirectDebitTitle(NIP, "x" * 120), None),
        (DirectDebitTitle(NIP, "x" * 121), Fault("payment_id", "too-long", 120)),
        (DirectDebitTitle(NIP, "1", "x" * 115), Fault("text", "too-long", 114)),
    ],
)
def test_one_thing_wrong_is_one_fault(title, fault):
    assert faults(title) == ((fault,) if fault else ())


@pytest.mark.parametrize("period", _PERIODS)
def test_periods(period):
    assert faults(_tax(period=period)) == ()


@pytest.mark.parametrize(
    "period",
    [
        "2026M01",
        "26m01",
        "26M1",
        "26M00",
        "26M13",
        "26P03",
        "26K05",
        "26D0405",
        "26D0313",
        "26J3204",
        "26J3104",
        "25J2902",
        "26J0413",
        "26",
        "R",
        "00R1",
        "26M01\n",
        "٢٦M01",
    ],
)
def test_no_periods(period):
    assert faults(_tax(period=period)) == (Fault("period", "shape"),)


def test_the_longest_titles_fit_in_their_lines():
    tax = TaxTitle("3", "1" * 14, "26D0305", "PIT-36L//800", "x" * 20)
    split = SplitTitle(Decimal("9999999999.99"), "DE123456789012", "1" * 35, "x" * 33)
    assert faults(tax) == faults(split) == ()
    assert len(build(tax)) == 73
    assert len(build(split)) == 115
    assert lines_of(build(_tax(id_type="3", id="1" * 14, liability="x" * 20)), 35, 2, hard=True)


@given(text=st.text(max_size=200), width=st.integers(1, 40))
def test_what_is_cut_hard_joins_back(text, width):
    lines = lines_of(text, width, 200, hard=True)
    assert joined(lines, width) == text
    assert all(len(line) == width for line in lines[:-1])


WORDS = st.lists(st.text("ąb/1 \xa0", max_size=12), max_size=20).map(" ".join)


@given(text=WORDS, width=st.integers(1, 20), count=st.integers(0, 12))
def test_wrapping_loses_blanks_alone(text, width, count):
    lines = lines_of(text, width, count, hard=False)
    if lines is None:
        assert len(lines_of(text, width, 1000, hard=False)) > count
        return
    assert len(lines) <= count
    assert all(0 < len(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert joined(lines, width).replace(" ", "") == text.replace(" ", "")


@given(st.lists(st.text("ab1", min_size=1, max_size=30), max_size=10).map(" ".join))
def test_wrapped_text_comes_back_where_no_line_is_full(text):
    lines = lines_of(text, 31, 20, hard=False)
    assume(all(len(line) < 31 for line in lines))
    assert joined(lines, 31) == text


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", ()),
        ("   ", ()),
        (" FV 1  i 2 ", ("FV 1  i 2",)),
        ("abcdefghij", ("abcdefghij",)),
        ("abcdefghij klm", ("abcdefghij", "klm")),
        ("abcdefghi jklm", ("abcdefghi", "jklm")),
        ("ab cdefghijklmnop", ("ab", "cdefghijkl", "mnop")),
        ("abcdefghijklm no", ("abcdefghij", "klm no")),
        ("a    bcdefghijk", ("a", "bcdefghijk")),
        ("a b c d e f g h i j k l m n o p q r", None),
        ("abcdefghijklmnopqrstuvwxyzabcdefg", None),
    ],
)
def test_wrapping(text, lines):
    assert lines_of(text, 10, 3, hard=False) == lines


def test_a_full_line_takes_the_blank_behind_it():
    assert joined(("abcdefghij", "klm"), 10) == "abcdefghijklm"
    assert joined((), 10) == ""
