"""Field 61, trap by trap (bank fact sheet 3.3)."""

import datetime as dt
from decimal import Decimal

import pytest

from bank_statements import OWN, events, item, lines, odd, reader_of, statement
from dekret.bank.mt940.line import fault_of
from dekret.bank.mt940.problems import MT940_FORMAT
from dekret.bank.read import Unread


@pytest.mark.parametrize(
    ("mark", "amount", "currency", "reversal", "expected"),
    [
        ("C12,", "12", "PLN", False, False),
        ("D12,", "-12", "PLN", False, False),
        ("RC12,", "-12", "PLN", True, False),
        ("RD12,", "12", "PLN", True, False),
        ("EC12,", "12", "PLN", False, True),
        ("ED12,", "-12", "PLN", False, True),
        ("DN12,", "-12", "PLN", False, False),
        ("DD5,", "-5", "USD", False, False),
        ("CR5,", "5", "EUR", False, False),
        ("RD5,", "5", "PLN", True, False),
        ("RDD5,", "5", "USD", True, False),
        ("RCR5,", "-5", "EUR", True, False),
        ("C12,5", "12.5", "PLN", False, False),
        ("C12.50", "12.50", "PLN", False, False),
        ("C12", "12", "PLN", False, False),
        ("C0,5", "0.5", "PLN", False, False),
        ("C,50", "0.5", "PLN", False, False),
        ("C12,340", "12.34", "PLN", False, False),
        ("C123456789012,34", "123456789012.34", "PLN", False, False),
    ],
)
def test_marks_and_amounts(mark, amount, currency, reversal, expected):
    (line,) = lines(f":20:A\n:25:{OWN}\n:61:2601150115{mark}NTRFNONREF\n-\n")
    found = (line.amount, line.currency, line.reversal, line.expected)
    assert found == (Decimal(amount), currency, reversal, expected)


@pytest.mark.parametrize(
    ("written", "booked", "value"),
    [
        ("2601150115", (2026, 1, 15), (2026, 1, 15)),
        ("2601150116", (2026, 1, 16), (2026, 1, 15)),
        ("2512310102", (2026, 1, 2), (2025, 12, 31)),
        ("2601021231", (2025, 12, 31), (2026, 1, 2)),
        ("260115", (2026, 1, 15), (2026, 1, 15)),
        ("260115    ", (2026, 1, 15), (2026, 1, 15)),
        ("9912310103", (2000, 1, 3), (1999, 12, 31)),
        ("7001010101", (1970, 1, 1), (1970, 1, 1)),
        ("6901010101", (2069, 1, 1), (2069, 1, 1)),
        ("2402290229", (2024, 2, 29), (2024, 2, 29)),
    ],
)
def test_dates(written, booked, value):
    line = item(f"{written}C1,00NTRFNONREF")
    assert (line.date, line.value_date) == (dt.date(*booked), dt.date(*value))


@pytest.mark.parametrize(
    ("rest", "reference", "bank_reference"),
    [
        ("NTRFNONREF//BR1", "", "BR1"),
        ("NTRFFV 1/2026//BR1", "FV 1/2026", "BR1"),
        ("NTRFREF", "REF", ""),
        ("S020REFERENCJA DLUZSZA NIZ SZESNASCIE//DWADZIESCIA TRZY ZNAKI", "REFERENCJA DLUZSZA NIZ SZESNASCIE",
         "DWADZIESCIA TRZY ZNAKI"),
        ("NTRF", "", ""),
        ("", "", ""),
    ],
)  # fmt: skip
def test_references(rest, reference, bank_reference):
    line = item(f"2601150115C1,00{rest}")
    assert (line.reference, line.bank_reference) == (reference, bank_reference)


@pytest.mark.parametrize(
    ("below", "code", "operation"),
    [
        ("152 0", "152", ""),
        ("944 - PRZELEW KRAJOWY", "944", "PRZELEW KRAJOWY"),
        ("944-PRZELEW", "944", "PRZELEW"),
        ("OPLATA ZA PROWADZENIE", "NTRF", "OPLATA ZA PROWADZENIE"),
    ],
)
def test_the_second_line(below, code, operation):
    line = item(f"2601150115C1,00NTRFNONREF\n{below}")
    assert (line.code, line.operation) == (code, operation)


def test_the_second_line_may_be_what_the_format_says():
    def by(word):
        return reader_of(MT940_FORMAT.replace("postać", f"drugi wiersz pola 61 = {word}\npostać"))

    text = "2601150115C1,00NTRFNONREF\nABC 1"
    assert item(text, by=by("kod operacji")).code == "ABC 1"
    assert item(text, by=by("nazwa operacji")).operation == "ABC 1"
    assert item(text, by=by("inne dane")).details["61: drugi wiersz"] == "ABC 1"


def test_the_code_comes_from_86_unless_the_format_says_otherwise():
    first_61 = reader_of(MT940_FORMAT.replace("postać pola", "kod operacji z = pola 61\npostać pola") + _CODE)
    first_86 = reader_of(MT940_FORMAT + _CODE)
    assert item("2601150115C1,00NTRFNONREF", "020~20A", by=first_86).code == "020"
    line = item("2601150115C1,00NTRFNONREF", "020~20A", by=first_61)
    assert (line.code, line.details["86: kod"]) == ("NTRF", "020")


_CODE = "| ~ | kod | Kod operacji | |\n"


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("ABC", 0),
        ("2602300230C1,00NTRF", 0),
        ("2601151301C1,00NTRF", 0),
        ("2601150115X1,00NTRF", 10),
        ("2601150115CNTRF", 12),
        ("2601150115C1,234NTRF", 11),
        ("2601150115C12345678901234567,00NTRF", 11),
    ],
)
def test_a_line_that_cannot_be_read_is_kept_whole(text, start):
    file = statement(f":61:{text}\n:86:020~20FV 1\n", closing="C260115PLN5,00")
    (unread,) = [event for event in events(file) if isinstance(event, Unread)]
    assert unread.row.text == f":61:{text}\n:86:020~20FV 1"
    assert (unread.row.line, unread.start) == (5, 4 + start)
    assert unread.row.text[unread.start :].startswith(text[start : start + 1])
    assert odd(file) == ["bank/mt940-line"], "the balance is not said to differ besides"


@pytest.mark.parametrize("sign", ["\x1c", "\x1f", "\x85", "\xa0"])
def test_what_is_a_blank_to_unicode_alone_is_none_behind_an_amount(sign):
    fault = fault_of(f"2601150115D1{sign}\n23,00NTRF")
    assert (fault.start, fault.what.en) == (12, "an amount of digits and one comma, as 123,45")
