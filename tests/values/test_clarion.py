"""Pictures of Clarion: what may be typed under them, and what they show."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dekret.values.clarion import NumberPicture, date_picture, day_number, day_of, number_picture

TODAY = dt.date(2026, 1, 31)
MAY = dt.date(2026, 5, 4)

NUMBERS = st.builds(
    "".join,
    st.tuples(
        st.sampled_from("nN"),
        st.sampled_from(["", "-", "("]),
        st.sampled_from(["", "0", "_", "*"]),
        st.integers(1, 45).map(str),
        st.sampled_from(["", ".", "_"]),
        st.sampled_from(["", ".2", "`2", "v2", "V4", ".0", "`1", ".12"]),
        st.sampled_from(["", "-", ")"]),
        st.sampled_from(["", "B", "b"]),
    ),
).filter(number_picture)
DATES = st.builds(
    "".join,
    st.tuples(
        st.sampled_from("dD"),
        st.sampled_from(["", "0"]),
        st.integers(1, 18).map(str),
        st.sampled_from(["", ".", "`", "-", "_"]),
        st.sampled_from(["", ">", "<", ">40", "<0", ">99"]),
        st.sampled_from(["", "B", "b"]),
    ),
)
DAYS = st.dates(dt.date(1801, 1, 1))
TEXTS = st.text(max_size=30) | st.text("0123456789 .,-/()*+r\u00a0\u2212maj", max_size=20)


@pytest.mark.parametrize(
    ("number", "day"),
    [
        (4, "1801-01-01"),
        (36527, "1900-12-31"),
        (72686, "1999-12-31"),
        (75609, "2008-01-01"),
        (82302, "2026-04-29"),
        (2994626, "9999-12-31"),
    ],
)
def test_days_have_numbers(number, day):
    assert day_number(dt.date.fromisoformat(day)) == number
    assert day_of(number) == dt.date.fromisoformat(day)


@pytest.mark.parametrize("number", [-1, 0, 3, 2994627, 10**30])
def test_numbers_of_no_day(number):
    assert day_of(number) is None


@given(DAYS)
def test_the_day_of_the_number_of_a_day(day):
    assert day_of(day_number(day)) == day


@pytest.mark.parametrize(
    ("text", "whole", "places", "signed"),
    [
        ("n3", 3, 0, False),
        ("N1", 1, 0, False),
        ("n14.2", 11, 2, False),
        ("N-15.4", 10, 4, True),
        ("n-16_.2", 13, 2, True),
        ("n_10", 10, 0, False),
        ("n010", 10, 0, False),
        ("n*9.2", 6, 2, False),
        ("n10.`2", 7, 2, False),
        ("n9.2-", 6, 2, True),
        ("n9-", 9, 0, True),
        ("n(10.2)", 7, 2, True),
        ("n_6v2", 4, 2, False),
        ("n9.", 9, 0, False),
        ("n9.0", 9, 0, False),
        ("n3.2", 0, 2, False),
        ("n99", 38, 0, False),
        ("n40.37", 1, 37, False),
        ("n41.38", 0, 38, False),
        ("n9_v2", 7, 2, False),
    ],
)
def test_digits_that_fit(text, whole, places, signed):
    picture = number_picture(text)
    assert (picture.whole, picture.places, picture.signed) == (whole, places, signed)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "n",
        "n0",
        "n-",
        "s30",
        "D17",
        "@n3",
        " n3",
        "n3 ",
        "n3\n",
        "n3.3",
        "n2.5",
        "n(10.2",
        "n10.2)",
        "n-10.2-",
        "n9..2",
        "n٣",
        "n41.39",
        "n1000",
        "n3x",
        "n$9.2",
        "n3bb",
    ],
)
def test_no_numeric_picture(text):
    assert number_picture(text) is None


@pytest.mark.parametrize(
    ("picture", "typed", "value"),
    [
        ("n3", "12", "12"),
        ("n3", "007", "7"),
        ("n3", "0000123", "123"),
        ("n3", " +12 ", "12"),
        ("n14.2", "1234,56", "1234.56"),
        ("n14.2", "1234.56", "1234.56"),
        ("n14.2", "1 234,56", "1234.56"),
        ("n14.2", "1\u00a0234\u202f567,8", "1234567.8"),
        ("n14.2", "1.234,56", "1234.56"),
        ("n14.2", "1,234.56", "1234.56"),
        ("n14.2", "1.234.567", "1234567"),
        ("n14.2", ",5", "0.5"),
        ("n14.2", "99999999999,99", "99999999999.99"),
        ("N-15.4", "-1234,5678", "-1234.5678"),
        ("N-15.4", "\u2212 1", "-1"),
        ("N-15.4", "\u20131", "-1"),
        ("N-15.4", "1-", "-1"),
        ("N-15.4", "(1 000)", "-1000"),
        ("N-15.4", "-0,00", "0.00"),
        ("N-15.4", "-9999999999", "-9999999999"),
        ("n9.2-", "-5", "-5"),
        ("n*9.2", "***45,5", "45.5"),
        ("n_6v2", "1234", "12.34"),
        ("n_6v2", "5", "0.05"),
        ("n_6v2", "12,3", "12.3"),
        ("n3.2", ",25", "0.25"),
        ("n3.2", "0,25", "0.25"),
        ("n3b", "", "0"),
        ("n99", "1" * 38, "1" * 38),
    ],
)
def test_numbers_as_people_type_them(picture, typed, value):
    assert str(number_picture(picture).read(typed)) == value


@pytest.mark.parametrize(
    ("picture", "typed"),
    [
        ("n3", ""),
        ("n3", "abc"),
        ("n3", "1234"),
        ("n3", "1,5"),
        ("n3", "-1"),
        ("n3", "1-"),
        ("n3", "\u22121"),
        ("n3", "1e2"),
        ("n3", "٣"),
        ("n3", "²"),
        ("n3", "NaN"),
        ("n3", "1_0"),
        ("n14.2", "123456789012"),
        ("n14.2", "1,234"),
        ("n14.2", "1,"),
        ("n14.2", ","),
        ("n14.2", "1 23"),
        ("n14.2", "1 234 56"),
        ("n14.2", "1,234,56"),
        ("n14.2", "1.2.3"),
        ("n14.2", "1 234.567,89"),
        ("n14.2", "10%"),
        ("n14.2", "10 zł"),
        ("N-15.4", "--1"),
        ("N-15.4", "-1-"),
        ("N-15.4", "(1"),
        ("N-15.4", "(-1)"),
        ("N-15.4", "-"),
        ("n9", "45,000"),
        ("n3.2", "1,25"),
        ("n99", "1" * 39),
        ("n99", "1" * 10000),
    ],
)
def test_what_does_not_fit_is_no_number(picture, typed):
    assert number_picture(picture).read(typed) is None


@pytest.mark.parametrize(
    ("picture", "value", "shown"),
    [
        # the rows of the Clarion Language Reference, in its order
        ("N9", "4550000", "4,550,000"),
        ("N_9B", "4550000", "  4550000"),
        ("N09", "4550000", "004550000"),
        ("N*9", "45000", "***45,000"),
        ("N9_", "4550000", "4 550 000"),
        ("N9.", "4550000", "4.550.000"),
        ("N9.2", "4550.75", "4,550.75"),
        ("N_9.2B", "4550.75", "  4550.75"),
        ("N_9`2", "4550.75", "  4550,75"),
        ("N9.`2", "4550.75", "4.550,75"),
        ("N9_`2", "4550.75", "4 550,75"),
        ("N-9.2B", "-2347.25", "-2,347.25"),
        ("N9.2-", "-2347.25", "2,347.25-"),
        ("N(10.2)", "-2347.25", "(2,347.25)"),
        # our own
        ("n10`2", "4550.75", "4.550,75"),
        ("n3", "7", "7"),
        ("n010", "7", "0000000007"),
        ("n-010", "-7", "-000000007"),
        ("n_6v2", "12.34", "  1234"),
        ("n9_v2", "12345.67", "1234567"),
        ("n-16_.2", "-1234567.5", "-1 234 567.50"),
        ("N9", "123456789", "123456789"),
        ("N-5", "-12345", "-12345"),
        ("n9.2b", "0.004", ""),
        ("n9.2", "0.004", "0.00"),
        ("n9.2", "0.005", "0.01"),
        ("n-9.2", "-0.004", "0.00"),
        ("n3.2", "0.25", ".25"),
        ("n3", "999.5", "###"),
        ("n3", "1000", "###"),
        ("n3", "-1", "###"),
        ("n3", "NaN", "###"),
        ("n3", "-Infinity", "###"),
        ("n3", "1e30000", "###"),
    ],
)
def test_numbers_as_they_are_shown(picture, value, shown):
    assert number_picture(picture).write(Decimal(value)) == shown


@given(NUMBERS, st.decimals(-(10**12), 10**12, places=4) | st.decimals())
@example("n012_.2", Decimal(45000))
def test_a_number_shown_reads_as_itself_or_not_at_all(text, value):
    """Not at all: what does not fit, and the one lone separator of `45,000` that might be a decimal one."""
    picture = number_picture(text)
    shown = picture.write(value)
    read = picture.read(shown)
    lone = not picture.places and picture.grouping in (",", ".") and shown.count(picture.grouping) == 1
    if shown.startswith("#") or lone:
        assert read is None
    else:
        assert abs(read - value) <= Decimal(1).scaleb(-picture.places) / 2
        assert picture.write(read) == shown


@given(NUMBERS, TEXTS)
@example("n3", "9" * 5000)
def test_what_is_read_can_be_shown(text, typed):
    picture = number_picture(text)
    value = picture.read(typed)
    if value is not None:
        assert not picture.write(value).startswith("#")
        assert -value.as_tuple().exponent <= picture.places
        assert picture.signed or value >= 0


@given(NUMBERS)
def test_the_example_of_a_number_fits(text):
    picture = number_picture(text)
    assert picture.read(picture.example) is not None
    assert "." not in picture.example


@pytest.mark.parametrize(
    ("picture", "typed", "polish", "english"),
    [
        ("n3", "123", "liczba całkowita, najwyżej 3 cyfry", "a whole number, at most 3 digits"),
        ("n1", "1", "liczba całkowita, najwyżej 1 cyfra", "a whole number, at most 1 digit"),
        (
            "n14.2",
            "1234,56",
            "liczba, najwyżej 11 cyfr przed przecinkiem i 2 po nim",
            "a number, at most 11 digits before the point and 2 after it",
        ),
        (
            "N-15.4",
            "1234,5600",
            "liczba, najwyżej 10 cyfr przed przecinkiem i 4 po nim, może być ujemna",
            "a number, at most 10 digits before the point and 4 after it, may be negative",
        ),
    ],
)
def test_numbers_described(picture, typed, polish, english):
    found = number_picture(picture)
    assert found.example == typed
    assert (found.describe().pl, found.describe().en) == (polish, english)


def test_a_picture_is_a_value():
    assert number_picture("N-16_.2b") == number_picture("n-16_.2B")
    assert number_picture("n-16_.2B") == NumberPicture(16, 2, ".", " ", "", ("-", ""), blank_zero=True)
    assert date_picture("D17") == date_picture("d17.") == date_picture("d017b")


@pytest.mark.parametrize(
    ("picture", "shown"),
    [
        ("D1", "5/04/26"),
        ("D01", "05/04/26"),
        ("D1.", "5.04.26"),
        ("D2-", "5-04-2026"),
        ("D3", "maj 04,2026"),
        ("D4", "maja 04, 2026"),
        ("D5_", "4 05 26"),
        ("D6`", "4,05,2026"),
        ("D06", "04/05/2026"),
        ("D7", "4 maj 26"),
        ("D8", "4 maj 2026"),
        ("D08-", "04-maj-2026"),
        ("D9", "26/05/04"),
        ("D10-", "2026-05-04"),
        ("D11", "260504"),
        ("D12", "20260504"),
        ("D13", "5/26"),
        ("D014", "05/2026"),
        ("D15", "26/05"),
        ("D16-", "2026-05"),
        ("D17", "04.05.2026"),
        ("d17b", "04.05.2026"),
        ("D18", "4 maja 2026"),
        ("d1>40", "5/04/26"),
    ],
)
def test_dates_as_they_are_shown(picture, shown):
    found = date_picture(picture)
    assert found.write(MAY) == shown
    assert found.read(shown, as_of=TODAY) in (MAY, MAY.replace(day=1))


@pytest.mark.parametrize(
    "text", ["", "D", "D0", "D19", "D20", "D100", "n3", "@D17", "D17/", "D17..", "D٣", "D17 ", "D1>100"]
)
def test_no_date_picture(text):
    assert date_picture(text) is None


@pytest.mark.parametrize(
    ("picture", "typed", "day"),
    [
        ("D17", "31.12.2026", "2026-12-31"),
        ("D17", "4.5.2026", "2026-05-04"),
        ("D17", "2026-12-31", "2026-12-31"),
        ("D17", "2026\u201112\u201131", "2026-12-31"),
        ("D17", " 31.12.2026 r. ", "2026-12-31"),
        ("D17", "31 grudnia 2026", "2026-12-31"),
        ("D17", "75609", "2008-01-01"),
        ("D17", "4", "1801-01-01"),
        ("D10-", "75609", "2008-01-01"),
        ("D10", "2026/5/4", "2026-05-04"),
        ("D10", "31.12.2026", "2026-12-31"),
        ("D12", "20261231", "2026-12-31"),
        ("D12", "31.12.2026", "2026-12-31"),
        ("D11", "20261231", "2026-12-31"),
        ("D18", "4 Maja 2026 r.", "2026-05-04"),
        ("D18", "4 października 2026", "2026-10-04"),
        ("D18", "4 paź. 2026", "2026-10-04"),
        ("D8", "4-LIS-2026", "2026-11-04"),
        ("D4", "Maj 4, 2026", "2026-05-04"),
        ("D4", "4 maja 2026", "2026-05-04"),
        # the picture's own order before the Polish one
        ("D2.", "10.11.2026", "2026-10-11"),
        ("D2", "10.11.2026", "2026-11-10"),
        ("D1", "10/31/2026", "2026-10-31"),
        ("D14", "5/2026", "2026-05-01"),
        ("D16", "2026/05", "2026-05-01"),
    ],
)
def test_dates_as_people_type_them(picture, typed, day):
    assert date_picture(picture).read(typed) == dt.date.fromisoformat(day)


@pytest.mark.parametrize(
    ("picture", "typed"),
    [
        ("D17", ""),
        ("D17", "dziś"),
        ("D17", "31.02.2026"),
        ("D17", "31.12.26"),
        ("D17", "12/31/2026"),
        ("D17", "31.12.1800"),
        ("D17", "3"),
        ("D17", "2994627"),
        ("D17", "20260504"),
        ("D17", "-75609"),
        ("D17", "7" * 5000),
        ("D17", "٤.٥.٢٠٢٦"),
        ("D12", "75609"),
        ("D11", "75609"),
        ("D12", "261231"),
        ("D2.", "31.10.2026"),
        ("D18", "4 maj-czerwiec 2026"),
        ("D18", "4 Mai 2026"),
        ("D5", "4/05/26"),
        ("D13", "5/26"),
    ],
)
def test_what_is_no_date(picture, typed):
    assert date_picture(picture).read(typed) is None


@pytest.mark.parametrize(
    ("picture", "year", "read"),
    [
        ("D5", "45", 2045),
        ("D5", "46", 1946),
        ("D5", "26", 2026),
        ("D5<", "46", 1946),
        ("D5<99", "27", 1927),
        ("D5<0", "25", 2125),
        ("D5>", "45", 2045),
        ("D5>", "07", 2007),
        ("D5>", "06", 2106),
        ("D5>40", "66", 2066),
        ("D5>40", "67", 1967),
        ("D5>99", "25", 2125),
    ],
)
def test_two_digits_of_a_year_lie_in_the_hundred_around_today(picture, year, read):
    assert date_picture(picture).read(f"1/02/{year}", as_of=TODAY) == dt.date(read, 2, 1)


@given(DATES, DAYS, st.dates(dt.date(1990, 1, 1), dt.date(2100, 1, 1)))
def test_a_day_shown_reads_as_itself(text, day, today):
    picture = date_picture(text)
    first = today.year - picture.years_back
    if "y" in picture.layout:
        day = day.replace(year=first + (day.year - first) % 100, day=min(day.day, 28))
    if "d" not in picture.layout:
        day = day.replace(day=1)
    assert picture.read(picture.write(day), as_of=today) == day


@given(DATES, TEXTS, st.none() | st.dates())
@example("D5", "1/01/99", dt.date(1, 1, 1))
@example("D5>99", "1/01/99", dt.date(9999, 1, 1))
@example("D5", "1/01/2026", dt.date(2026, 1, 1))
def test_no_text_makes_a_date_fail(text, typed, today):
    read = date_picture(text).read(typed, as_of=today)
    assert read is None or day_number(read) >= 4


@given(st.text(max_size=12))
def test_no_text_makes_a_picture_fail(text):
    for asked in (number_picture, date_picture):
        for letter in ("", "n", "d"):
            assert asked(letter + text) is None or letter + text != ""


@given(DATES)
def test_the_example_of_a_date_fits(text):
    picture = date_picture(text)
    assert picture.read(picture.example) in (MAY, MAY.replace(day=1))


@pytest.mark.parametrize(
    ("picture", "typed", "polish", "english"),
    [
        ("D17", "04.05.2026", "data DD.MM.RRRR", "a date DD.MM.YYYY"),
        ("D5", "4/05/2026", "data DD/MM/RRRR", "a date DD/MM/YYYY"),
        (
            "D18",
            "4 maja 2026",
            "data DD miesiąc RRRR",
            "a date DD month YYYY",
        ),
        ("D13", "5/2026", "data MM/RRRR", "a date MM/YYYY"),
    ],
)
def test_dates_described(picture, typed, polish, english):
    found = date_picture(picture)
    assert found.example == typed
    assert (found.describe().pl, found.describe().en) == (polish, english)
