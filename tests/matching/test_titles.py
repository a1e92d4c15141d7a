"""Numbers of invoices in the titles of transfers: what must be found there, and what must not."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dekret.matching.invoice_numbers import LEAST_DIGITS, spellings
from dekret.matching.title_numbers import named_in
from dekret.matching.title_words import words_of

KSEF = "5250000009-20260115-0A1B2C3D4E5F-9B"


def found(title, *numbers):
    """The numbers of these that a title names, in the order of the title."""
    by_key, likeness = {}, {}
    for number in numbers:
        for key, like in spellings(number).items():
            by_key.setdefault(key, []).append(number)
            likeness[key] = max(like, likeness.get(key, like))
    longest = max((len(key) for key in by_key), default=0)
    hits = named_in(title, known=lambda key: likeness.get(key, 0), longest=longest).hits
    return [number for hit in hits for number in by_key[hit.key]]


FOUND = [
    ("FV 1/2026", ["FV 1/2026"]),
    ("FV/1/2026", ["FV 1/2026"]),
    ("fv1/2026", ["FV 1/2026"]),
    ("Fv. nr 1/2026", ["FV 1/2026"]),
    ("FV-1-2026", ["FV 1/2026"]),
    ("F-ra nr 12/01/2026", ["12/01/2026"]),
    ("fra 12/1/26", ["FV 12/01/2026"]),
    ("f-kt 123/26", ["123/2026"]),
    ("faktura 123/26", ["FV 123/2026"]),
    ("FAKTURA VAT NR: 0123/2026", ["FV/123/26"]),
    ("zapłata za fakturę nr 123/2026 z dn. 15.01.2026", ["123/2026"]),
    ("ZAPLATA ZA FAKTURE 123/2026 Z DNIA 2026-01-15", ["123/2026"]),
    ("za fv 0001/2026", ["FV 1/2026"]),
    ("FS-12/2026/MAG", ["FS-12/2026/MAG"]),
    ("fs 12/2026/mag", ["FS-12/2026/MAG"]),
    ("FS 12 2026 MAG", ["FS-12/2026/MAG"]),
    ("faktura 12/2026", ["FS-12/2026/MAG"]),
    ("FV 1 2026", ["FV 1/2026"]),
    ("FV12026", ["FV 1/2026"]),
    ("FV1/2026, 2/2026 i 3/2026", ["FV 1/2026", "FV 2/2026", "FV 3/2026"]),
    ("FV 1/2026 FV 2/2026 FV 3/2026", ["FV 1/2026", "FV 2/2026", "FV 3/2026"]),
    ("FV 1/2026;2/2026;3/2026", ["FV 1/2026", "FV 2/2026", "FV 3/2026"]),
    ("FV 1/2026+FV 2/2026", ["FV 1/2026", "FV 2/2026"]),
    ("FV 1, 2 i 3/2026", ["FV 1/2026", "FV 2/2026", "FV 3/2026"]),
    ("FV 1,2,3/2026 za towar", ["FV 1/2026", "FV 2/2026", "FV 3/2026"]),
    ("FV 10,11,12/2026", ["FV 10/2026", "FV 11/2026", "FV 12/2026"]),
    ("FV 1/2026, 2, 3", ["FV 1/2026", "FV 2/2026", "FV 3/2026"]),
    ("faktury 1/2026 oraz 2/2026", ["FV 1/2026", "FV 2/2026"]),
    ("FS/KRK/1/2026, 2/2026", ["FS/KRK/1/2026", "FS/KRK/2/2026"]),
    ("FV 2026/01/5, 6 i 7", ["FV 2026/01/5", "FV 2026/01/6", "FV 2026/01/7"]),
    ("FV 1/20 26", ["FV 1/2026"]),
    ("FV 1/ 2026", ["FV 1/2026"]),
    ("F V 1-1-2026", ["FV 1-1-2026"]),
    ("ZAPLATA ZA FAKTURY FV 118/2026, FV 11 9/2026", ["FV 118/2026", "FV 119/2026"]),
    ("FS-12/2026/M AG", ["FS-12/2026/MAG"]),
    ("/VAT/23,00/IDC/5250000009/INV/FV 1/2026/TXT/za towar", ["FV 1/2026"]),
    (f"faktura KSeF {KSEF}", [KSEF]),
    (f"faktura {KSEF[:20]} {KSEF[20:]} za towar", [KSEF]),
    (f"FV 1/2026 {KSEF}", ["FV 1/2026", KSEF]),
    (f"ksef {KSEF.lower()}", [KSEF]),
    ("15/01/2026", ["15/01/2026"]),
    ("faktura 15.01.2026", ["15/01/2026"]),
    ("FA 2026/01/000123", ["FA/2026/1/123"]),
    ("ROZ/2/1/2026/KRK", ["ROZ/2/1/2026/KRK"]),
    ("20260012345", ["20260012345"]),
    ("faktura 12345", ["12345"]),
    ("faktura nr 123", ["FV 123"]),
    ("ul. Prosta FV 120/2026", ["FV 120/2026"]),
    ("FV 1/2026/AL i FV 2/2026", ["FV 1/2026/AL", "FV 2/2026"]),
    ("FV 120, 121", ["FV 120/2026", "FV 121/2026"]),
    ("zaliczka 30% FV 120/2026", ["FV 120/2026"]),
    ("KOR 1/2026", ["KOR 1/2026"]),
    ("faktura korygująca nr KOR/1/2026", ["KOR 1/2026"]),
    ("korekta 1/2026", ["KOR 1/2026"]),
    ("FV 1/2026r.", ["FV 1/2026"]),
    ("FV nr1/2026", ["FV 1/2026"]),
    ("FV 1/2026 - 500,00; FV 2/2026 - 300,00", ["FV 1/2026", "FV 2/2026"]),
    ("faktura A/5", ["A/5"]),
    ("Źr. FV/ŁÓDŹ/7/2026", ["FV/ŁÓDŹ/7/2026"]),
    ("FV LODZ 7/2026", ["FV/ŁÓDŹ/7/2026"]),
    ("Inv. no. 77/2026", ["77/2026"]),
    ("FV_1_2026", ["FV 1/2026"]),
    ("FV 1\\2026", ["FV 1/2026"]),
    ("faktura nr:1/2026(towar)", ["FV 1/2026"]),
    ("FV 100/2026 1 234,56 PLN", ["FV 100/2026"]),
    ("FV 1-3/2026", ["FV 1/2026", "FV 2/2026", "FV 3/2026"]),
    ("za faktury nr 1 - 3/2026", ["FV 1/2026", "FV 2/2026", "FV 3/2026"]),
    ("FV 001–003/2026 i FV 7/2026", ["FV 1/2026", "FV 2/2026", "FV 3/2026", "FV 7/2026"]),
    ("FV 1-3/2026", ["FV 1/2026", "FV 3/2026"]),
    ("FV 2026/01/5-7", ["FV 2026/01/5", "FV 2026/01/6", "FV 2026/01/7"]),
    ("FV 1/2026-3/2026", ["FV 1/2026", "FV 2/2026", "FV 3/2026"]),
    ("FV 1/KRK/2026-2/KRK/2026", ["FV 1/KRK/2026", "FV 2/KRK/2026"]),
    ("FV 120-122", ["FV 120/2026", "FV 121/2026", "FV 122/2026"]),
    ("FV 2026/12", ["2026/FV/12"]),
    ("FV 12/2026", ["2026/FV/12"]),
    ("2026/FV/12", ["FV 12/2026"]),
    ("faktura 2026/FV/12, 2026/FV/13", ["2026/FV/12", "2026/FV/13"]),
    ("FV 12/01/2026", ["2026/01/FV/12"]),
]

NOT_FOUND = [
    ("zapłata z dn. 15.01.2026", "15/01/2026"),
    ("faktura z dnia 15/01/2026", "15/01/2026"),
    ("faktura nr 9 z 2026-01-15", "2026/01/15"),
    ("termin 15-01-2026", "15/01/2026"),
    ("kwota 12,26", "12/26"),
    ("zapłata 12.26", "12/26"),
    ("zapłata 1 234,56 zł", "1/234"),
    ("zapłata 12345 zł", "12345"),
    ("zapłata 12345,00", "12345"),
    ("rachunek 61 1090 1014 0000 0712 1981 2874", "1090/1014"),
    ("PL61109010140000071219812874", "61109010140000071219812874"),
    ("DE89 3704 0044 0532 0130 00", "3704/44"),
    ("NIP 525-000-00-09", "525/0"),
    ("NIP 5250000009", "5250000009"),
    ("tel. 600 100 200", "600/100/200"),
    ("tel. 600100200", "600100200"),
    ("600-100-200", "600/100"),
    ("+48 600 100 200", "600/100"),
    ("00-001 Warszawa", "0/1"),
    ("12-345 Dolna Wola", "12/345"),
    ("godz. 12:30", "12/30"),
    ("czynsz za m-c 01/2026", "FV 1/2026"),
    ("okres 01/2026", "FV 1/2026"),
    ("za 12 sztuk", "12"),
    ("zaliczka 30%, FV 120/2026", "FV 30/2026"),
    ("za 12, FV 120/2026", "FV 12/2026"),
    ("ul. Prosta 12/26 Dolna", "12/26"),
    ("UL JANA NOWAKA 12/26 DOLNA", "12/26"),
    ("FV 12", "12"),
    ("wpłata 1234", "1234"),
    ("FV 1123/2026", "FV 123/2026"),
    ("FV 123/2026", "FV 23/2026"),
    ("FV 123/2026", "FV 123/2025"),
    ("FV 2012/2026", "FV 12/2026"),
    ("FV 123456", "FV 12345"),
    ("FV 1/2026, 5 szt.", "FV 5/2026"),
    ("FV 1/2026", "FV 11/2026"),
    ("FV 126", "FV 1/26"),
    ("1-3/2026", "FV 2/2026"),
    ("umowa nr 1-3/2026", "FV 2/2026"),
    ("FV 3-1/2026", "FV 2/2026"),
    ("FV 1-3-2026", "FV 2/2026"),
    ("FV 1-300/2026", "FV 2/2026"),
    ("FV 10-12", "FV 11"),
    ("KOR 1/2026", "KOR 2/2026"),
    ("PESEL 90021512347", "90021512347"),
]


@pytest.mark.parametrize(("title", "numbers"), FOUND)
def test_found(title, numbers):
    others = ["FV 999/2026", "FV 777/2019/XYZ", "888888"]
    assert found(title, *numbers, *others) == numbers


@pytest.mark.parametrize(("title", "number"), NOT_FOUND)
def test_not_found(title, number):
    assert found(title, number) == []


def test_a_number_that_looks_like_a_range_goes_before_it():
    assert found("FV 1-3/2026", "FV 1-3/2026", "FV 2/2026") == ["FV 1-3/2026"]
    named = named_in("FV 1-3/2026", known=lambda key: 2 if key in {("1", "2026"), ("3", "2026")} else 0, longest=3)
    assert [hit.sure for hit in named.hits] == [True, True]
    assert named.unknown == ("2/2026",)


def test_the_series_of_a_number_tells():
    assert found("KOR 1/2026", "FV 1/2026", "KOR 1/2026") == ["KOR 1/2026"]
    assert found("FS 1/2026", "FV 1/2026", "FS 1/2026") == ["FS 1/2026"]
    assert found("faktura 1/2026", "FV 1/2026", "FS 1/2026") == ["FV 1/2026", "FS 1/2026"]


@pytest.mark.parametrize(
    ("title", "sure"),
    [
        ("FV 1/2026", True),
        ("1/2026", False),
        ("123/2026", True),
        ("czynsz 01/2026", False),
        ("15/01/2026", False),
        ("nr 15/01/2026", True),
        ("1/2/3/2026", True),
        ("umowa nr 123/2026", False),
        ("zam. 123/2026", False),
        ("zam. 7 FV 123/2026", True),
        ("umowa 7/123/2026", False),
        ("FV KRK/123/2026", False),
        ("FV 123/2026/7", False),
        ("FV 122-123/2026", False),
        ("FV122/2026FV123/2026", True),
        ("FV 12345, 12346", True),
    ],
)
def test_what_may_be_a_month_or_a_day_is_not_sure(title, sure):
    keys = {key for number in ("1/2026", "123/2026", "15/01/2026", "1/2/3/2026", "12345") for key in spellings(number)}
    hits = named_in(title, known=keys.__contains__, longest=9).hits
    assert [hit.sure for hit in hits] == [sure]


def test_the_number_of_a_contract_is_no_unknown_invoice():
    assert named_in("umowa nr 12/2025, rata 3/36", known=lambda key: 0, longest=2).unknown == ()


def test_numbers_that_nobody_knows():
    named = named_in("FV 1/2026, 9/2026 z dn. 15.01.2026, 5 szt.", known=lambda key: key == ("1", "2026"), longest=2)
    assert named.unknown == ("9/2026",)


# --- whatever the number

LETTERS = st.text("ABCKMŻabc", min_size=1, max_size=3)
DIGITS = st.integers(1, 99999).map(str) | st.integers(1, 999).map(lambda n: f"{n:05}")
YEARS = st.sampled_from(["2025", "2026", "26"])
PREFIX = st.sampled_from(["FV", "FS", "FA", "F"])


@st.composite
def numbers(draw):
    parts = [*draw(st.lists(LETTERS, max_size=1)), draw(DIGITS), *draw(st.lists(DIGITS, max_size=1)), draw(YEARS)]
    parts += draw(st.lists(LETTERS, max_size=1))
    return draw(st.sampled_from(["", "FV ", "FV/", "FS-"])) + draw(st.sampled_from(["/", "-", "_"])).join(parts)


def other_year(text):
    return text.replace("2026", "26") if text.count("2026") == 1 and "/2026" in text else text


def bare(number):
    """The number without what is not told apart, and a little more."""
    return re.sub(r"[\W_]", "", number).upper().lstrip("FVSA0")


SPELLED = st.sampled_from(
    [
        str,
        str.lower,
        lambda text: text.replace("/", "-"),
        lambda text: text.replace("/", " / "),
        lambda text: text.replace("/", " "),
        lambda text: text.replace("/", "/00"),
        other_year,
    ]
)


@given(numbers(), SPELLED, PREFIX, st.sampled_from([" ", ". ", " nr ", ": "]))
def test_a_number_is_found_in_any_spelling(number, spelled, prefix, between):
    assert number in found(f"zapłata za {prefix}{between}{spelled(number)} z dn. 2.03.2026, dziękuję", number)


@given(numbers(), st.data())
def test_a_number_broken_by_a_blank_is_found(number, data):
    # with hyphens what is broken off may look like a date: A- 1-1-2025
    number = number.replace("-", "/")
    place = data.draw(st.integers(1, len(number) - 1))
    assert number in found(f"faktura {number[:place]} {number[place:]}", number)


@given(
    st.lists(numbers(), min_size=1, max_size=4, unique_by=bare), st.sampled_from([", ", ";", " i ", " FV ", " oraz "])
)
def test_all_numbers_of_a_list_are_found(some, between):
    assert set(found("FV " + between.join(some), *some)) >= set(some)


@given(st.text(max_size=80) | st.text("FV0123456789/-., i\0zł", max_size=60))
def test_any_title_can_be_read(title):
    words = words_of(title)
    assert all(word.start < word.end <= len(title) for word in words)
    named = named_in(title, known=lambda key: 2, longest=3)
    assert all(hit.written == title[hit.start : hit.end] for hit in named.hits)


@given(st.text(max_size=40))
def test_any_number_has_keys_with_digits(number):
    assert all(any(character.isdigit() for word in key for character in word) for key in spellings(number))


def test_digits_alone_have_to_be_many():
    assert LEAST_DIGITS == 5
    assert found("12345", "12345") == ["12345"]
    assert found("1234", "1234") == []
