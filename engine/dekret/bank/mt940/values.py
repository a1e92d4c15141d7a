"""What stands in the tags of MT940: dates, amounts, balances, sums, the account and the number of a statement.

A value is None where the text is none.
"""

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from dekret.bank.dates import read_mask
from dekret.model.statements import Balance
from dekret.values.identifiers import plain_account

_DAY = read_mask("RRMMDD").value
_LONGEST_AMOUNT = 17
_YEAR_APART = dt.timedelta(days=330)
_BALANCE = re.compile(r"([CD])(\d{6})?([A-Z]{3})([\d.,]+)\s*", re.ASCII)
_SUM = re.compile(r"(\d{0,9})([A-Z]{3})([\d.,]+)\s*", re.ASCII)
_CURRENCY_AFTER = re.compile(r"(\d{26}|[A-Z]{2}\d{2}[A-Z0-9]{10,30}?)([A-Z]{3})")
_ANY_DIGIT = re.compile(r"\d", re.ASCII)
_PLAIN = re.compile(r"0*(\d+)", re.ASCII)


@lru_cache(maxsize=4096)
def read_day(text: str) -> dt.date | None:
    """A day RRMMDD.

    >>> read_day("260115"), read_day("990115"), read_day("260230")
    (datetime.date(2026, 1, 15), datetime.date(1999, 1, 15), None)
    """
    assert _DAY
    return _DAY.read(text)


@lru_cache(maxsize=4096)
def read_days(value: str, entry: str) -> tuple[dt.date, dt.date] | None:
    """Value and booking date of `:61:`; the booking date MMDD has the year that brings it near the value date.

    >>> read_days("251231", "0102")
    (datetime.date(2025, 12, 31), datetime.date(2026, 1, 2))
    >>> read_days("260102", "1331")
    """
    day = read_day(value)
    if day is None:
        return None
    if not entry.strip():
        return day, day
    near = [read_day(f"{year % 100:02}{entry}") for year in (day.year, day.year - 1, day.year + 1)]
    known = [other for other in near if other]
    booked = next((other for other in known if abs(other - day) <= _YEAR_APART), None)
    return (day, booked) if booked else None


def read_amount(text: str) -> Decimal | None:
    """An amount with a comma, a dot or neither; at most two places.

    >>> read_amount("12,"), read_amount("12.5"), read_amount("100"), read_amount("1,005"), read_amount("1,2,3")
    (Decimal('12.00'), Decimal('12.50'), Decimal('100.00'), None, None)
    """
    whole = text[:-3]
    if text[-3:-2] == "," and text[-2:].isdecimal() and whole.isdecimal() and len(whole) < _LONGEST_AMOUNT:
        return Decimal(text.replace(",", "."))
    whole, _, places = text.replace(".", ",").partition(",")
    if len(places) > 2:
        places = places.rstrip("0")
    if len(places) > 2 or len(whole) >= _LONGEST_AMOUNT or "," in places or not (whole or places):
        return None
    return Decimal(f"{whole}.{places:0<2}")


def read_balance(text: str) -> Balance | None:
    """The balance of `:60F:`, `:62F:`, `:64:`: below zero where the account is overdrawn.

    >>> read_balance("D260115PLN12,5")
    Balance(date=datetime.date(2026, 1, 15), amount=Decimal('-12.50'), currency='PLN')
    >>> read_balance("260115PLN12,5")
    """
    found = _BALANCE.fullmatch(text)
    if not found:
        return None
    side, day, currency, written = found.groups()
    amount = read_amount(written)
    if amount is None or (day and not read_day(day)):
        return None
    return Balance(date=read_day(day) if day else None, amount=-amount if side == "D" else amount, currency=currency)


@dataclass(frozen=True, slots=True)
class Sum:
    """How many lines of a side a bank counted, and their sum (`:90D:`, `:90C:`)."""

    count: int | None
    amount: Decimal
    currency: str


def read_sum(text: str) -> Sum | None:
    """A count, a currency and a sum.

    >>> read_sum("2PLN369,00")
    Sum(count=2, amount=Decimal('369.00'), currency='PLN')
    """
    found = _SUM.fullmatch(text)
    amount = read_amount(found[3]) if found else None
    if not found or amount is None:
        return None
    return Sum(int(found[1]) if found[1] else None, amount, found[2])


@lru_cache(maxsize=4096)
def read_account(text: str) -> tuple[str, str]:
    """The account of `:25:` without slashes, blanks and PL, and the currency where one stands behind it.

    A text without digits is no account and stays as it is.

    >>> read_account("/PL24 1010 0000 0000 1234 5678 9012EUR")
    ('24101000000000123456789012', 'EUR')
    """
    if not _ANY_DIGIT.search(text):
        return text.strip(), ""
    plain = plain_account(text.replace("/", "").replace("\n", ""))
    found = _CURRENCY_AFTER.fullmatch(plain.removeprefix("PL"))
    return (found[1], found[2]) if found else (plain, "")


def read_number(text: str) -> tuple[str, str]:
    """The number of a statement and its page; a number of a year keeps it (`8/2026/BPL`).

    >>> read_number("00008/00001"), read_number("10"), read_number("8/2026/BPL")
    (('8', '1'), ('10', ''), ('8/2026', ''))
    """
    parts = [_bare(part.strip()) for part in text.split("/")]
    if len(parts) > 2:
        return "/".join(parts[:2]), ""
    return parts[0], parts[1] if len(parts) == 2 else ""


def _bare(text: str) -> str:
    """A number without leading zeros; another text as it is."""
    found = _PLAIN.fullmatch(text)
    return found[1] if found else text


@lru_cache(maxsize=4096)
def account_of_parts(routing: str, rest: str) -> str:
    """The account whose bank and rest stand apart: eight and sixteen digits, the two check digits before them.

    Check digits are 98 less the digits and 252100 modulo 97 (bank fact sheet 5.1). A whole account stays.

    >>> account_of_parts("11402004", "4000000000001234"), account_of_parts("", "61114020044000000000001234")
    ('61114020044000000000001234', '61114020044000000000001234')
    """
    digits = plain_account(routing) + (account := read_account(rest)[0])
    if len(account) == 16 and len(digits) == 24 and digits.isascii() and digits.isdigit():
        return f"{98 - int(digits + '252100') % 97:02}{digits}"
    return account
