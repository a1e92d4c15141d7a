"""The known word nearest to a mistyped one, Polish letters and letter case forgiven."""

from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache
from unicodedata import combining, normalize

from dekret.text.wording import Wording

_STROKED = str.maketrans("łŁđĐøØ", "lLdDoO")


@lru_cache(maxsize=8192)
def plain(word: str) -> str:
    """A word without letter case, diacritics and doubled blanks.

    >>> plain("Nagłówek"), plain("data  księgowania")
    ('naglowek', 'data ksiegowania')
    """
    stripped = "".join(c for c in normalize("NFD", word.translate(_STROKED)) if not combining(c))
    return " ".join(stripped.casefold().split())


def nearest(word: str, known: Iterable[str], *, cutoff: float = 0.6) -> str | None:
    """The known word most like this one, or None where none is near.

    >>> nearest("@KontoRahc", ["@KontoRach", "@KontoPrzeciw"]), nearest("xyz", ["Kwota"])
    ('@KontoRach', None)
    """
    wanted = plain(word)
    best, best_ratio = None, cutoff
    matcher = SequenceMatcher(b=wanted, autojunk=False)
    for candidate in known:
        matcher.set_seq1(plain(candidate))
        if matcher.real_quick_ratio() < best_ratio or matcher.quick_ratio() < best_ratio:
            continue
        ratio = matcher.ratio()
        if ratio > best_ratio or (best is None and ratio >= best_ratio):
            best, best_ratio = candidate, ratio
    return best


def did_you_mean(word: str, known: Iterable[str]) -> Wording:
    """A sentence with the known word nearest to this one and a blank behind it; nothing where none is near.

    >>> did_you_mean("Kwotta", ["Kwota"]).pl, did_you_mean("xyz", ["Kwota"]).pl
    ('Czy chodziło o Kwota? ', '')
    """
    near = nearest(word, known)
    return Wording(f"Czy chodziło o {near}? ", f"Did you mean {near}? ") if near else Wording("", "")
