"""Numbers of invoices: the ways a number may be spelled, and those found in the title of a transfer.

A number is compared as its runs of letters and digits, in capitals, without leading zeros: FV 0001/2026, fv1-2026 and
F-ra nr 1/2026 are the same. A year may be 2026 or 26. Words such as FV are left out, and, at the price of a weaker
likeness, other letters (FS-12/2026/MAG as 12/2026), the year (FV 120) or all signs between digits (12026), or the year
goes to the other end (2026/FV/12 as 12/2026). Which of the numbers exist is told by the one who looks: nothing here
knows open items. KSeF numbers are compared as a whole.
"""

import re
from collections.abc import Sequence
from enum import IntEnum

from dekret.matching.title_words import PREFIXES, folded, words_of_number

Key = tuple[str, ...]
"""A number as it is compared: its letters and digits, as ("1", "2026")."""


LEAST_DIGITS = 5
"""How many digits a number of digits alone has, at least, to be found."""
LEAST_NAMED = 3
"""How many of them are enough behind a word such as FV."""


class Likeness(IntEnum):
    """How much of a number a spelling keeps."""

    PART = 1
    """Letters are left out that tell one series from another, or the year, or the signs between digits; or the year
    stands at the other end."""
    PLAIN = 2
    """Words such as FV are left out."""
    FULL = 3


_YEAR = re.compile(r"20[0-9]{2}")
_SHORT_YEAR = re.compile(r"[0-9]{2}")
_KSEF = re.compile(
    r"(?<![0-9])[0-9](?:\s?[0-9]){9}\s?-\s?2\s?0(?:\s?[0-9]){6}\s?-(?:\s?[0-9A-F]){6}\s?-?(?:\s?[0-9A-F]){6}"
    r"\s?-(?:\s?[0-9A-F]){2}(?![0-9A-F])"
)
_NO_SIGN = re.compile(r"[\s\-]+")


def spellings(number: str) -> dict[Key, Likeness]:
    """The keys under which a number may be found, with the best likeness of each.

    >>> [(" ".join(key), likeness.name) for key, likeness in spellings("FS-12/2026/MAG").items()]
    [('FS 12 2026 MAG', 'FULL'), ('FS 12 26 MAG', 'FULL'), ('12 2026 MAG', 'PLAIN'), ('12 26 MAG', 'PLAIN'),
     ('122026 MAG', 'PART'), ('12 2026', 'PART'), ('12 26', 'PART'), ('122026', 'PART'), ('2026 12', 'PART'),
     ('26 12', 'PART'), ('202612', 'PART')]
    >>> spellings("czynsz")
    {}
    """
    if _KSEF.fullmatch(folded(number)):
        return {_ksef_key(folded(number)): Likeness.FULL}
    full = [word.written for word in words_of_number(number)]
    plain = without_prefixes(full)
    digits = [word for word in plain if word.isdigit()]
    if not digits:
        return {}
    forms = (
        (full, Likeness.FULL),
        (plain, Likeness.PLAIN),
        ([word for word in plain if word not in PREFIXES], Likeness.PLAIN),
        (digits, Likeness.PART),
        (_turned(digits), Likeness.PART),
    )
    found: dict[Key, Likeness] = {}
    for form, likeness in forms:
        found.setdefault(key_of(form), likeness)
        found.setdefault(key_of(_with_other_year(form)), likeness)
        if likeness is not Likeness.FULL and max(map(len, _glued(form))) >= LEAST_DIGITS:
            found.setdefault(key_of(_glued(form)), Likeness.PART)
    if len(digits) == 2 and is_year(digits[1]) and len(digits[0]) >= LEAST_NAMED:
        found.setdefault(key_of(digits[:1]), Likeness.PART)
    return found


def key_of(words: Sequence[str]) -> Key:
    """The key of words as they are written."""
    return tuple([word.lstrip("0") or "0" for word in words])


def is_year(word: str) -> bool:
    return _YEAR.fullmatch(word) is not None


def without_prefixes(words: Sequence[str]) -> Sequence[str]:
    """The words, or the key, without those such as FV at both ends."""
    start, end = 0, len(words)
    while start < end and words[start] in PREFIXES:
        start += 1
    while start < end and words[end - 1] in PREFIXES:
        end -= 1
    return words[start:end]


def _with_other_year(words: Sequence[str]) -> Sequence[str]:
    """The words with their year written the other way: the last 2026 as 26, else the last 26, or first, as 2026."""
    digits = [place for place, word in enumerate(words) if word.isdigit()]
    for place in reversed(digits):
        if is_year(words[place]) and len(digits) > 1:
            return [*words[:place], words[place][2:], *words[place + 1 :]]
    for place in (digits[-1:] + digits[:1]) if len(digits) > 1 else []:
        if _SHORT_YEAR.fullmatch(words[place]):
            return [*words[:place], f"20{words[place]}", *words[place + 1 :]]
    return words


def _turned(digits: Sequence[str]) -> Sequence[str]:
    """The digits in the other order, where the year stands at either end."""
    return digits[::-1] if is_year(digits[0]) or is_year(digits[-1]) else digits


def _glued(words: Sequence[str]) -> Sequence[str]:
    """Neighbouring digits as one word."""
    found: list[str] = []
    for word in words:
        if found and word.isdigit() and found[-1].isdigit():
            found[-1] += word
        else:
            found.append(word)
    return found


def ksef_numbers(text: str) -> list[tuple[int, int, Key]]:
    """The KSeF numbers of a folded text, perhaps broken by blanks: place and key.

    >>> ksef_numbers("KSEF 5250000009-20260115-0A1B2C 3D4E5F-9B")
    [(5, 41, ('KSEF', '5250000009202601150A1B2C3D4E5F9B'))]
    """
    return [(found.start(), found.end(), _ksef_key(found[0])) for found in _KSEF.finditer(text)]


def _ksef_key(text: str) -> Key:
    return ("KSEF", _NO_SIGN.sub("", text))
