"""Kinds of cell that every language uses: text, numbers, flags, dates, choices."""

import datetime as dt
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import TypeVar

from dekret.syntax import problems
from dekret.syntax.schema import CellKind, Parsed, Word, advice, find
from dekret.text.diagnostic import Finding
from dekret.text.wording import Wording

T = TypeVar("T")

_AMOUNT = re.compile(r"[-+−–]?(\d{1,3}( \d{3})+|\d+)([.,]\d+)?")
_THREE_PLACES = re.compile(r"[-+−–]?(\d[\d ]*)([.,])(\d{3})")
_GROUPED = re.compile(r"[-+−–]?\d{1,3}(?:([.,])\d{3}(?:\1\d{3})*(?!\1)[.,]\d+|([.,])\d{3}(?:\2\d{3})+)")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_POLISH_DATE = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")


THREE_PLACES = Wording("ma trzy miejsca po przecinku, a kwota ma dwa", "has three decimal places; an amount has two")
_A_WHOLE = Wording("liczbą całkowitą bez znaku", "a whole number without a sign")
_A_NUMBER = Wording("liczbą", "a number")


def _read_text(text: str) -> Parsed[str]:
    return Parsed(text)


def _read_whole(text: str) -> Parsed[int]:
    if text.isascii() and text.isdigit() and len(text) <= 9:
        return Parsed(int(text))
    return Parsed(None, (problems.BAD_NUMBER.found(0, len(text), text=text, what=_A_WHOLE, example="12"),))


def read_number(text: str) -> Decimal | None:
    """A number as an accountant writes it, 1 234,50 or 1234.5; None for anything else."""
    return _read_amount(text).value


def _read_amount(text: str) -> Parsed[Decimal]:
    if _AMOUNT.fullmatch(text):
        plain = text.replace(" ", "").replace(",", ".").replace("−", "-").replace("–", "-")
        return Parsed(Decimal(plain))
    return Parsed(None, (problems.BAD_NUMBER.found(0, len(text), text=text, what=_A_NUMBER, example="1 234,50"),))


def _read_money(text: str) -> Parsed[Decimal]:
    if reason := three_places(text):
        return Parsed(None, (problems.THREE_PLACES.found(0, len(text), text=text, reason=reason),))
    return _read_amount(text)


def three_places(text: str) -> Wording | None:
    """What is wrong with an amount of money of three decimal places, as the end of a sentence: None where it has not.

    Where they may be thousands, both readings are named.

    >>> three_places("1,000").pl
    'to 1 000,00 albo 1,00: przecinek może oddzielać tysiące'
    >>> three_places("1000.500").pl, three_places("1,00")
    ('ma trzy miejsca po przecinku, a kwota ma dwa', None)
    """
    found = _THREE_PLACES.fullmatch(text)
    if not found:
        return None
    whole, mark, rest = found.groups()
    if len(whole) > 3 or whole.startswith("0"):
        return THREE_PLACES
    sign = text[: found.start(1)]
    ones = rest[:2] if rest.endswith("0") else rest
    pl, en = ("przecinek", "a comma") if mark == "," else ("kropka", "a point")
    return Wording(
        f"to {sign}{whole} {rest},00 albo {sign}{whole},{ones}: {pl} może oddzielać tysiące",
        f"is {sign}{whole},{rest}.00 or {sign}{whole}.{ones}: {en} may separate thousands",
    )


def has_grouped_digits(text: str) -> bool:
    """Whether a number has a comma or a point between its thousands.

    >>> has_grouped_digits("1,000.00"), has_grouped_digits("1.000.000"), has_grouped_digits("1,000")
    (True, True, False)
    """
    return bool(_GROUPED.fullmatch(text))


def _read_flag(text: str) -> Parsed[bool]:
    match text.casefold():
        case "tak" | "yes" | "t":
            return Parsed(value=True)
        case "nie" | "no" | "n":
            return Parsed(value=False)
        case _:
            return Parsed(None, (problems.BAD_FLAG.found(0, len(text), text=text),))


def read_date(text: str) -> dt.date | None:
    """A date as an accountant writes it: 2026-01-31 or 31.01.2026."""
    if found := _ISO.fullmatch(text):
        year, month, day = found.groups()
    elif found := _POLISH_DATE.fullmatch(text):
        day, month, year = found.groups()
    else:
        return None
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None


def _read_date(text: str) -> Parsed[dt.date]:
    date = read_date(text)
    return Parsed(date, () if date else (problems.BAD_DATE.found(0, len(text), text=text),))


TEXT = CellKind(Wording("tekst", "text"), _read_text)
WHOLE = CellKind(Wording("liczba całkowita", "whole number"), _read_whole)
AMOUNT = CellKind(Wording("kwota", "amount"), _read_amount)
MONEY = CellKind(Wording("kwota", "amount"), _read_money)
"""An amount of money: two places, so that 1,000 is refused, of which nobody knows whether it is a thousand or one."""
FLAG = CellKind(Wording("tak albo nie", "yes or no"), _read_flag)
DATE = CellKind(Wording("data RRRR-MM-DD", "date YYYY-MM-DD"), _read_date)


def choice(name: Wording, values: Mapping[Word, T]) -> CellKind[T]:
    """A cell that holds one of these words."""

    def read(text: str) -> Parsed[T]:
        word = find(values, text)
        if word:
            return Parsed(values[word])
        return Parsed(None, (unknown_choice(text, tuple(values)),))

    def tidy(text: str) -> str:
        word = find(values, text)
        return word.pl if word else text

    return CellKind(name, read, tidy, tuple(values))


def unknown_choice(text: str, words: tuple[Word, ...]) -> Finding:
    """The finding for a word that is none of these."""
    known = advice(text, words)
    return problems.UNKNOWN_CHOICE.found(0, len(text), word=text, advice=known.near, known=known.known)
