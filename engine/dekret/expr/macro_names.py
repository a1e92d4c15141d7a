"""Names of macros word by word: the macro that was meant by a name that there is none of.

@StawkaTowaru shares most letters with @NazwaTowaru, but means @StawkaVat: the first word of a name says what is asked
for, the others of what. A word that the name lacks may stand in what the macro gives.
"""

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from operator import itemgetter

from dekret.text.nearest import plain

_WORD = re.compile(r"[^\W\d_]\d*[^\WA-ZĄĆĘŁŃÓŚŹŻ\d_]+|[A-ZĄĆĘŁŃÓŚŹŻ]+(?![^\WA-ZĄĆĘŁŃÓŚŹŻ\d_])|\d+")
_SAME = {
    "kontrahent": "podmiot",
    "klient": "podmiot",
    "faktur": "dokument",
    "akronim": "kod",
    "symbol": "kod",
    "nr": "numer",
    "sposob": "forma",
    "ile": "liczba",
}
"""Words that people write, and those that names of macros have for the same, by their beginnings."""
_SAYING_LITTLE = ("kwota", "wartosc", "suma")
_FIRST, _LITTLE = 2.0, 0.3
"""What the first word of a name counts, and one that says little; the others count one."""
_IN_DOC, _SLIP, _SURPLUS = 0.8, 0.9, 0.05
"""What a word counts that stands in what the macro gives, one with a slip; what one counts that was not asked for."""
_ENOUGH = 0.6


def meant(name: str, known: Iterable[tuple[str, str]]) -> str | None:
    """The macro whose words are those of a name, of macros with what each gives; None where none is near.

    >>> rate, goods = ("@StawkaVat", "stawka VAT pozycji"), ("@NazwaTowaru", "nazwa towaru")
    >>> meant("@StawkaTowaru", [goods, rate]), meant("@Xyz", [goods, rate])
    ('@StawkaVat', None)
    """
    wanted = _weighed(_words(name))
    scored = [(_score(wanted, _words(macro), _words(gives)), macro) for macro, gives in known]
    most, best = max(scored, key=itemgetter(0), default=(0.0, None))
    return best if most >= _ENOUGH else None


def _weighed(words: Sequence[str]) -> list[tuple[str, float]]:
    """Words with what each counts: the first the most, but for those that say little."""
    first = next((place for place, word in enumerate(words) if not _says_little(word)), None)
    return [
        (word, _LITTLE if _says_little(word) else _FIRST if place == first else 1.0) for place, word in enumerate(words)
    ]


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    """`@KodPodmiotu` → kod, podmiotu; of a sentence its words."""
    return tuple(plain(found) for found in _WORD.findall(text))


def _score(wanted: Sequence[tuple[str, float]], own: Sequence[str], gives: Sequence[str]) -> float:
    """How much of what is wanted a macro has, from nothing to one."""
    if not wanted:
        return 0.0
    found = sum(weight * _found(word, own, gives) for word, weight in wanted)
    surplus = sum(not any(_likeness(word, each) for word, _ in wanted) for each in own)
    return found / sum(weight for _, weight in wanted) - _SURPLUS * surplus


def _found(word: str, own: Sequence[str], gives: Sequence[str]) -> float:
    in_name = max((_likeness(word, each) for each in own), default=0.0)
    return in_name or (_IN_DOC if any(_likeness(word, each) == 1.0 for each in gives) else 0.0)


def _likeness(written: str, own: str) -> float:
    """One for the same word in another form or shortened, less for one with a slip, nothing for another."""
    other = next((same for begins, same in _SAME.items() if written.startswith(begins)), written)
    if _is_form(written, own) or _is_form(other, own):
        return 1.0
    return _SLIP if SequenceMatcher(None, written, own, autojunk=False).ratio() >= 0.75 else 0.0


def _is_form(one: str, other: str) -> bool:
    """Whether two words begin alike: stawka, stawki; pozycji, poz."""
    shorter, longer = sorted((len(one), len(other)))
    shared = next((place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), shorter)
    return shared >= 3 and (shared == shorter or longer - shared <= 2)


def _says_little(word: str) -> bool:
    return any(_is_form(word, each) for each in _SAYING_LITTLE)
