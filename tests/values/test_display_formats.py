"""Display formats: the examples of the manual (seed 002), patterns as .NET has them, and what always holds."""

import datetime as dt
import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dekret.values.culture import POLISH, Culture
from dekret.values.display_formats import display_format

AMERICAN = Culture(decimal=".", group=",", currency=("$", ""), date_separator="/")
DOTTED = Culture(group=".", date_separator=".")
"""The numbers of line 2924 and the date of line 2963."""
WRITTEN = dt.datetime.fromisoformat("2014-06-04T14:08")
SUNDAY = dt.datetime.fromisoformat("2014-06-22T09:05:07")
TYPES = ["None", "Numeric", "DateTime", "Custom"]


def shown(type_, text, value, culture=POLISH):
    found = display_format(type_, text)
    assert found, text
    return found.shown(Decimal(value) if isinstance(value, str) else value, culture)


@pytest.mark.parametrize(
    ("line", "type_", "text", "value", "culture", "expected"),
    [
        (2923, "Numeric", "c2", "1234", AMERICAN, "$1,234.00"),
        (2923, "Numeric", "C2", "1234", POLISH, "1 234,00 zł"),
        (2923, "Numeric", "c", "1234.567", POLISH, "1 234,57 zł"),
        (2923, "Numeric", "C", "1234", Culture(places=0), "1 234 zł"),
        (2924, "Numeric", "n0", "1234", DOTTED, "1.234"),
        (2924, "Numeric", "N3", "-1234567.8912", AMERICAN, "-1,234,567.891"),
        (2924, "Numeric", "N", "1234567", POLISH, "1 234 567,00"),
        (2925, "Numeric", "D8", "4392", POLISH, "00004392"),
        (2925, "Numeric", "d8", "-4392.00", POLISH, "-00004392"),
        (2925, "Numeric", "D", "4392", POLISH, "4392"),
        (2925, "Numeric", "D8", "4392.50", POLISH, "4392,50"),
        # the cells run together: P2 and 89,48 %, or P and 289,48 %, which four places rule out
        (2926, "Numeric", "P2", "0.8948", POLISH, "89,48 %"),
        (2926, "Numeric", "P2", "2.8948", POLISH, "289,48 %"),
        (2926, "Numeric", "p", "2.8948", POLISH, "289,4800 %"),
        (3035, "Numeric", "N4", "0.25", POLISH, "0,2500"),
        (2933, "DateTime", "d", WRITTEN, POLISH, "04-06-2014"),
        (2934, "DateTime", "D", WRITTEN, POLISH, "4 czerwca 2014"),
        (2935, "DateTime", "t", WRITTEN, POLISH, "14:08"),
        (2936, "DateTime", "T", WRITTEN, POLISH, "14:08:00"),
        (2937, "DateTime", "f", WRITTEN, POLISH, "4 czerwca 2014 14:08"),
        (2938, "DateTime", "F", WRITTEN, POLISH, "4 czerwca 2014 14:08:00"),
        (2939, "DateTime", "g", WRITTEN, POLISH, "04-06-2014 14:08"),
        (2940, "DateTime", "G", WRITTEN, POLISH, "04-06-2014 14:08:00"),
        (2941, "DateTime", "m", WRITTEN, POLISH, "4 czerwca"),
        (2941, "DateTime", "M", WRITTEN, POLISH, "4 czerwca"),
        (2942, "DateTime", "y", WRITTEN, POLISH, "czerwiec 2014"),
        (2942, "DateTime", "Y", WRITTEN, POLISH, "czerwiec 2014"),
        (2943, "DateTime", "s", WRITTEN, POLISH, "2014-06-04T14:08:00"),
        (2943, "DateTime", "s", WRITTEN, Culture(date_separator=".", time_separator="."), "2014-06-04T14:08:00"),
        (2950, "Numeric", "0000", "12", POLISH, "0012"),
        (2951, "Numeric", "####", "12", POLISH, "12"),
        (2951, "Numeric", "#.##", "0.5", POLISH, ",5"),
        (2952, "Numeric", "0.00", "12.345", POLISH, "12,35"),
        (2952, "Numeric", "0.00", "12.345", AMERICAN, "12.35"),
        (2953, "Numeric", "#,##0", "1234567", POLISH, "1 234 567"),
        (2953, "Numeric", "#,##0", "1234567", DOTTED, "1.234.567"),
        (2954, "Numeric", "0.0%", "0.8948", POLISH, "89,5%"),
        (2955, "Numeric", r"0\%", "12", POLISH, "12%"),
        (2955, "Numeric", r"\#0", "12", POLISH, "#12"),
        (3046, "Custom", "00.00”%”", "7.5", POLISH, "07,50%"),
        (2963, "DateTime", "dd/MM/yyyy", SUNDAY, DOTTED, "22.06.2014"),
        (2964, "DateTime", "yy", SUNDAY, POLISH, "14"),
        (2965, "DateTime", "yyyy", SUNDAY, POLISH, "2014"),
        (2966, "DateTime", "MM", SUNDAY, POLISH, "06"),
        (2967, "DateTime", "MMM", SUNDAY, POLISH, "cze"),
        (2968, "DateTime", "MMMM", SUNDAY, POLISH, "czerwiec"),
        (2969, "DateTime", "dd", SUNDAY, POLISH, "22"),
        (2970, "DateTime", "ddd", SUNDAY, POLISH, "N"),
        (2971, "DateTime", "dddd", SUNDAY, POLISH, "niedziela"),
        (2972, "DateTime", "dd/MM", SUNDAY, POLISH, "22-06"),
        (2977, "DateTime", "hh", WRITTEN, POLISH, "02"),
        (2978, "DateTime", "mm", WRITTEN, POLISH, "08"),
        (2979, "DateTime", "ss", SUNDAY, POLISH, "07"),
        (2980, "DateTime", "mm:ss", SUNDAY, Culture(time_separator="."), "05.07"),
    ],
)
def test_the_manual(line, type_, text, value, culture, expected):
    assert shown(type_, text, value, culture) == expected


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("0.00;(0.00)", "-5", "(5,00)"),
        ("0.00;(0.00)", "0", "0,00"),
        ("0.00;(0.00)", "-0.001", "0,00"),
        ("0.00;(0.00);zero", "0", "zero"),
        ("0.00;(0.00);zero", "0.001", "zero"),
        ("0.00;;brak", "-5", "-5,00"),
        ("0.00;;brak", "0.00", "brak"),
        ("0;-0;", "0", "0"),
        ('"Tak";;"Nie"', "1", "Tak"),
        ('"Tak";;"Nie"', "0", "Nie"),
        ('0";"0', "12", "1;2"),
        ("0.00", "-0.001", "0,00"),
        ("0.00", "-1234.5", "-1234,50"),
        ("#", "0", ""),
        (".00", "12.3", "12,30"),
        ("#.##", "12", "12"),
        ("0.0#", "12.345", "12,35"),
        ("0.0.0", "1.25", "1,25"),
        ("0-00-00", "12345", "1-23-45"),
        ("0-00", "12345", "123-45"),
        ("###-##", "5", "-5"),
        ("0,000", "5", "0 005"),
        ("0,", "1234567", "1235"),
        ("0,,.0", "1234567", "1,2"),
        ("#,##0,", "1234567", "1 235"),
        ("0,00", "5", "005"),
        ("0‰", "0.125", "125‰"),
        ("0 zł", "12", "12 zł"),
        ("0 „szt.”", "12", "12 szt."),
        ("0 'kg'", "12", "12 kg"),
        (r"0 \"x\"", "1", '1 "x"'),
        ("c2x0", "12", "c2x12"),
        ("c100", "12", "c112"),
    ],
)
def test_patterns_of_numbers(text, value, expected):
    assert shown("Numeric", text, value) == expected


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("dd MMMM yyyy", SUNDAY, "22 czerwca 2014"),
        ("dddd, MMMM", SUNDAY, "niedziela, czerwiec"),
        ("d.M.y H:m:s", SUNDAY, "22.6.14 9:5:7"),
        ("HH:mm:ss", WRITTEN, "14:08:00"),
        ("h:mm", dt.datetime.fromisoformat("2014-06-04T00:30"), "12:30"),
        ("%d", SUNDAY, "22"),
        ("yyy yyyyy", SUNDAY, "2014 02014"),
        ("dd.MM.yyyy 'rok'", SUNDAY, "22.06.2014 rok"),
        (r"yyyy \r\oku", SUNDAY, "2014 roku"),
        ("dd-MM-yyyy HH:mm", dt.date(2014, 6, 22), "22-06-2014 00:00"),
        ("yyyy", dt.date(987, 1, 1), "0987"),
    ],
)
def test_patterns_of_moments(text, value, expected):
    assert shown("DateTime", text, value) == expected


def test_days_are_in_the_order_of_weekdays():
    week = [dt.date(2014, 6, 16) + dt.timedelta(days=day) for day in range(7)]
    assert [shown("DateTime", "ddd", day) for day in week] == ["Pn", "Wt", "Śr", "Cz", "Pt", "So", "N"]


@pytest.mark.parametrize(
    ("type_", "text"),
    [
        *[("Numeric", text) for text in ["", " ", "F2", "x", "c2 ", "yyyy", '0"zł', "0\\", "0.0E+0", "١"]],
        *[("DateTime", text) for text in ["", "c2", "R", "H", "%", "dd%", "yyyy '", "ss.fff", "hh tt", "zz", "--"]],
        *[("Custom", text) for text in ["", "F2", "tekst", "0" * 256]],
    ],
)
def test_no_format(type_, text):
    assert display_format(type_, text) is None


@pytest.mark.parametrize(
    ("type_", "text", "value", "expected"),
    [
        ("None", "c2", "1234.50", "1234,50"),
        ("None", "", WRITTEN, "04-06-2014"),
        ("None", "", "-0.00", "0,00"),
        ("None", "", "1E+3", "1000"),
        ("None", "", None, ""),
        ("Numeric", "c2", WRITTEN, "04-06-2014"),
        ("Numeric", "c2", None, ""),
        ("DateTime", "G", "1.5", "1,5"),
        ("Custom", "G", "1.5", "1,5"),
        ("Custom", "c2", WRITTEN, "04-06-2014"),
        ("Custom", "d", "12", "12"),
        ("Custom", "d", WRITTEN, "04-06-2014"),
        ("Custom", "yyyy/MM", WRITTEN, "2014-06"),
        ("Custom", "0 dni", WRITTEN, "04-06-2014"),
        ("Numeric", "n2", "NaN", "NaN"),
        ("Numeric", "n2", "1E+999999999", "1E+999999999"),
        ("Numeric", "n2", f"{'9' * 39}.5", f"{'9' * 39},5"),
        ("Numeric", "n2", f"{'9' * 36}.99", f"{'999 ' * 11}999,99"),
        ("Numeric", "n2", f"{'9' * 35}.995", f"100{' 000' * 11},00"),
    ],
)
def test_what_a_format_is_not_for_is_plain(type_, text, value, expected):
    assert shown(type_, text, value) == expected


def test_text_stays_text():
    assert display_format("Numeric", "c2").shown("1234") == "1234"


def test_negative_amounts_and_rounding():
    assert shown("Numeric", "c2", "-1234.5", AMERICAN) == "-$1,234.50"
    assert [shown("Numeric", "n1", value) for value in ("0.25", "-0.25", "-0.04")] == ["0,3", "-0,3", "0,0"]


@pytest.mark.parametrize(
    ("type_", "text", "expected"),
    [
        ("None", "", "wyświetlanie domyślne, np. 1234,5"),
        ("Numeric", "c", "kwota, miejsca po przecinku: 2, np. 1 234,50 zł"),
        ("Numeric", "D8", "liczba całkowita, cyfry co najmniej: 8, np. 00004392"),
        ("Numeric", "p", "procent, miejsca po przecinku: 4, np. 89,4800 %"),
        ("Custom", "00.00”%”", "liczba według wzorca, np. 1234,50%"),
        ("DateTime", "g", "data krótka i czas krótki, np. 22-06-2014 14:08"),
        ("Custom", "MMMM yyyy", "data lub czas według wzorca, np. czerwiec 2014"),
    ],
)
def test_description(type_, text, expected):
    assert display_format(type_, text).describe().pl == expected


_TEXTS = st.text(max_size=8) | st.lists(
    st.sampled_from([*"0#.,%‰;\\'\"„”dMyhHms/:cCnNDpP2E ", "yyyy", "MMMM", "00", "zł"]), max_size=10
).map("".join)
_VALUES = st.one_of(st.none(), st.text(max_size=5), st.decimals(), st.dates(), st.datetimes())


@given(st.sampled_from(TYPES), _TEXTS, _VALUES, st.sampled_from([POLISH, AMERICAN]))
def test_nothing_raises(type_, text, value, culture):
    found = display_format(type_, text)
    if found:
        assert isinstance(found.shown(value, culture), str)
        assert found.describe().en


@given(
    st.integers(0, 12).flatmap(
        lambda places: st.tuples(st.just(places), st.decimals(-(10**20), 10**20, places=places))
    ),
    st.sampled_from("nNcC"),
    st.sampled_from([POLISH, AMERICAN, DOTTED]),
)
def test_enough_precision_loses_nothing(number, letter, culture):
    places, value = number
    text = shown("Numeric", f"{letter}{places}", value, culture)
    plain = text.replace(culture.group, "").replace(culture.decimal, ".")
    assert Decimal(re.sub("[^0-9.-]", "", plain)) == value


@given(st.decimals(-(10**15), 10**15, places=2))
def test_a_pattern_says_what_the_letter_says(value):
    assert shown("Numeric", "#,##0.00", value) == shown("Numeric", "n2", value)


@given(st.datetimes())
def test_the_sortable_date_is_read_back(moment):
    assert dt.datetime.fromisoformat(shown("DateTime", "s", moment)) == moment.replace(microsecond=0)
