"""What the text of a cell may be: a date by which masks, an amount by which separators, an account, a tax number."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from dekret.bank.dates import DateMask, read_mask
from dekret.bank.numbers import amount_and_currency
from dekret.values.identifiers import is_iban, is_nip, is_nrb, plain_account

_APART = ("RRRR{0}MM{0}DD", "DD{0}MM{0}RRRR", "DD{0}MM{0}RR", "RR{0}MM{0}DD", "MM{0}DD{0}RRRR", "MM{0}DD{0}RR")
_LOOSE = ("D{0}M{0}RRRR", "D{0}M{0}RR", "RRRR{0}M{0}D", "M{0}D{0}RRRR", "M{0}D{0}RR")
_TOGETHER = ("RRRRMMDD", "DDMMRRRR", "RRMMDD", "DDMMRR")
MASKS: tuple[str, ...] = (
    *(mask.format(mark) for mark in "-./" for mask in _APART), *_TOGETHER,
    *(mask.format(mark) for mark in "-./" for mask in _LOOSE),
)  # fmt: skip
"""Masks that are tried, the likelier first; a day and a month without leading zeros only where nothing else fits."""
_DATE_LIKE = re.compile(r"\d{1,4}([-./])\d{1,2}\1\d{1,4}|\d{8}|\d{6}")
_DATE_AND_TIME = re.compile(r"\d{1,4}([-./])\d{1,2}\1\d{1,4}[ T]\d{1,2}:\d\d(:\d\d)?.*")
_TIME = re.compile(r"[ T]\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?$")
_AMOUNT_LIKE = re.compile(r"[-+]? ?\d[\d \xa0\u202f.,]*")
_ODD_AMOUNT = re.compile(
    r"[-+−–]? ?\d[\d \xa0\u202f.,']*[.,]\d\d ?(?:[A-Z]{3}|zł|[-+−–]|CR|DR|C|D)?|[−–] ?\d[\d \xa0.,]*"
)
_YEARS = range(1990, 2100)
_LONGEST_AMOUNT = 20


@cache
def mask_of(text: str) -> DateMask:
    """The mask of one of `MASKS`."""
    mask = read_mask(text).value
    assert mask
    return mask


@lru_cache(maxsize=4096)
def masks_of(text: str) -> frozenset[str]:
    """The masks by which a text is a date of our days, perhaps with a time behind it.

    >>> sorted(masks_of("2026-01-15 12:33")), sorted(masks_of("15.13.2026"))
    (['RRRR-M-D', 'RRRR-MM-DD'], [])
    """
    if not _DATE_LIKE.fullmatch(_TIME.sub("", text)):
        return frozenset()
    found = ((mask, mask_of(mask).read(text)) for mask in MASKS)
    return frozenset(mask for mask, day in found if day and day.year in _YEARS)


def has_time(text: str) -> bool:
    """Whether a text is a date with a time of day, be it one that masks read over or not."""
    return _DATE_AND_TIME.fullmatch(text) is not None


def is_amount_like(text: str) -> bool:
    """Whether a text is digits with separators, as amounts are, perhaps with a currency behind them."""
    return len(text) <= _LONGEST_AMOUNT and _AMOUNT_LIKE.fullmatch(bare_amount(text)) is not None


def bare_amount(text: str) -> str:
    """An amount without the currency behind it."""
    return amount_and_currency(text)[0] if text[-1:].isalpha() else text


def is_odd_amount(text: str) -> bool:
    """Whether a person sees an amount that formats do not read: with a sign or letters behind it, a long minus."""
    return len(text) <= _LONGEST_AMOUNT and _ODD_AMOUNT.fullmatch(text) is not None and not is_amount_like(text)


def plain_cell(text: str) -> str:
    """A cell without the apostrophe that keeps sheets from making a number of it."""
    return text.strip().strip("'").strip()


@lru_cache(maxsize=8192)
def account_in(text: str) -> str:
    """The account that a cell is: 26 digits with the right check digits, or an IBAN; else nothing.

    >>> account_in("PL61 1140 2004 4000 0000 0000 1234"), account_in("61114020044000000000001235")
    ('61114020044000000000001234', '')
    """
    plain = plain_account(plain_cell(text)).removeprefix("/")
    if is_nrb(plain):
        return plain
    return plain if len(plain) > 14 and plain[:2].isalpha() and plain.isalnum() and is_iban(plain) else ""


def looks_like_account(text: str) -> bool:
    """Whether a cell has the 26 digits of an account, right or wrong."""
    return bool(re.fullmatch(r"(PL)?\d{26}", plain_account(plain_cell(text))))


@lru_cache(maxsize=8192)
def is_tax_id(text: str) -> bool:
    """Whether a cell is a NIP, with the right check digit."""
    return bool(re.fullmatch(r"(PL)? ?[\d-]{10,13}", text)) and is_nip(text)


@dataclass(frozen=True, slots=True)
class NumberForm:
    """How amounts are written: the decimal separator, none for whole numbers, and the one of thousands."""

    decimal: str
    thousands: str

    def fits(self, text: str) -> bool:
        """Whether a text is an amount of this form.

        >>> NumberForm(",", ".").fits("1.234,50"), NumberForm(".", "").fits("1.234,50")
        (True, False)
        """
        return len(text) <= _LONGEST_AMOUNT and _pattern(self).fullmatch(bare_amount(text)) is not None


FORMS = tuple(
    NumberForm(decimal, thousands)
    for decimal, thousands in (
        (",", ""), (",", " "), (",", "."), (".", ""), (".", " "), (".", ","), ("", ""), ("", " "), ("", "."), ("", ","),
    )
)  # fmt: skip
"""Forms that are tried, the likelier first."""


@cache
def _pattern(form: NumberForm) -> re.Pattern[str]:
    between = {"": "", " ": "[ \xa0\u202f]"}.get(form.thousands, re.escape(form.thousands))
    whole = rf"\d{{1,3}}(?:{between}\d{{3}})+|\d+" if between else r"\d+"
    places = rf"(?:{re.escape(form.decimal)}(?:\d\d?|\d{{4}}))?" if form.decimal else ""
    return re.compile(rf"[-+]? ?(?:{whole}){places}")


def number_forms(texts: Iterable[str]) -> tuple[NumberForm, ...]:
    """The forms that all these amounts fit and that say no more than is seen, the simplest first.

    >>> [(form.decimal, form.thousands) for form in number_forms(["1 234,50", "-3,00"])]
    [(',', ' ')]
    """
    given = [bare_amount(text) for text in texts]
    seen = set("".join(given).replace("\xa0", " ").replace("\u202f", " ")) | {""}
    spaced = any(re.search("[ \xa0\u202f]", text.lstrip("+- ")) for text in given)
    return tuple(
        form
        for form in FORMS
        if {form.decimal, form.thousands} <= seen
        and (form.thousands != " " or spaced)
        and all(form.fits(text) for text in given)
    )


def best_mask(columns: Sequence[Sequence[str]], today: dt.date) -> tuple[str, tuple[str, ...]] | None:
    """The mask of the dates of these columns and those that fit as well, the likelier first; None where none fits all.

    What tells masks apart are years that have come, then how near the dates lie to each other. With dots the day comes
    first, here as everywhere: the month does only where no other mask fits.
    """
    texts = [text for column in columns for text in column if text]
    if not texts:
        return None
    common = frozenset.intersection(*(masks_of(text) for text in set(texts)))
    strict = [mask for mask in MASKS if mask in common and not (_loose(mask) and any(map(_tight, common)))]
    strict = [mask for mask in strict if not _odd(mask)] or strict
    if not strict:
        return None

    def cost(mask: str) -> tuple[int, int, int]:
        days = [day for text in texts if (day := mask_of(mask).read(text))]
        late = sum(day > today + dt.timedelta(days=400) for day in days) + sum(
            day.year < today.year - 20 for day in days
        )
        return late, (max(days) - min(days)).days, MASKS.index(mask)

    ordered = sorted(strict, key=cost)
    likely = [mask for mask in ordered if cost(mask)[0] == cost(ordered[0])[0]]
    return ordered[0], tuple(likely[1:])


def _odd(mask: str) -> bool:
    return mask.startswith(("MM.", "M."))


def _loose(mask: str) -> bool:
    return not _tight(mask)


def _tight(mask: str) -> bool:
    return "MM" in mask
