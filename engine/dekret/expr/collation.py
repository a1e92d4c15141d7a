"""How texts compare: Polish_CI_AS, that is without letter case and trailing blanks, Polish letters in their order.

A hyphen sorts like any other sign before digits, so that accounts sort segment by segment (201-1 before 2011);
the word sort of Windows, which all but skips hyphens, is not followed (engine/decisions/0005).
"""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import TypeAlias
from unicodedata import combining, normalize

_ALPHABET = "aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż"
_ORDER = {letter: chr(0xF0000 + place) for place, letter in enumerate(_ALPHABET)}
_DIGITS = {str(digit): chr(0xE0000 + digit) for digit in range(10)}
_KEYS = str.maketrans({**_ORDER, **_DIGITS})
_Member: TypeAlias = tuple[str, bool]
"""A character between the brackets of a pattern, and whether it was escaped, that is means only itself."""


def fold(text: str) -> str:
    """The form in which equal texts are the same.

    >>> fold("Kontrahent  "), fold("ŁÓDŹ") == fold("łódź"), fold("l") == fold("ł")
    ('kontrahent', True, False)
    """
    return composed(text).rstrip(" ").casefold()


def composed(text: str) -> str:
    """The text with every letter and its accents as one character: what texts are compared, searched and cut in.

    >>> len(composed("z\u0307")), composed("z\u0307") == "ż"
    (1, True)
    """
    return text if text.isascii() else normalize("NFC", text)


@lru_cache(maxsize=4096)
def sort_key(text: str) -> tuple[str, str]:
    """The key by which texts come in Polish order.

    >>> sorted(["żal", "zebra", "ćma", "dom", "cyna", "201-1", "2011"], key=sort_key)
    ['201-1', '2011', 'cyna', 'ćma', 'dom', 'zebra', 'żal']
    """
    folded = fold(text)
    return _base(folded).translate(_KEYS), folded


def _base(folded: str) -> str:
    """The text with the accents of other alphabets taken off: é sorts with e."""
    if folded.isascii():
        return folded
    return "".join(
        c if c in _ORDER else "".join(part for part in normalize("NFD", c) if not combining(part)) for c in folded
    )


def pattern(like: str, escape: str | None) -> re.Pattern[str] | None:
    r"""A LIKE pattern as a regular expression for `match` on a composed text; None where the escape leads nowhere.

    `%` any text, `_` one character, `[abc]`, `[a-f]`, `[^…]`; trailing blanks of the matched text do not count. The
    escape character works inside brackets, too, as in T-SQL: `[x\]y]` with `\` is one of x ] y.
    """
    translated = _translated(composed(like), escape)
    if translated is None:
        return None
    return re.compile(_anchored(translated) + r" *\Z", re.IGNORECASE | re.DOTALL)


def matcher(like: str, escape: str | None) -> Callable[[str], bool] | None:
    """What says whether a text is LIKE a pattern; None where no text can be.

    >>> matcher("kon%", None)("Konto")
    True
    """
    compiled = pattern(like, escape)
    if compiled is None:
        return None
    match = compiled.match
    return lambda text: match(composed(text)) is not None


def index_pattern(like: str) -> re.Pattern[str] | None:
    """The pattern of PATINDEX for `search` in a composed text: where it begins, a leading `%` not counted."""
    inner = composed(like)
    rest = inner.lstrip("%")
    if inner and not rest:
        return re.compile("")
    lead = r"\A" if rest == inner else ""
    translated = _translated(rest, None)
    if translated is None:
        return None
    return re.compile(lead + _anchored(translated) + r" *\Z", re.IGNORECASE | re.DOTALL)


def _anchored(parts: list[str | None]) -> str:
    """Joins the parts so that matching never tries a `%` twice: each but the last takes the shortest text."""
    chunks: list[list[str]] = [[]]
    for part in parts:
        if part is None:
            chunks.append([])
        else:
            chunks[-1].append(part)
    first, *middle = ("".join(chunk) for chunk in chunks)
    if not middle:
        return first
    *middle, last = middle
    return first + "".join(f"(?>.*?{chunk})" for chunk in middle if chunk) + ".*" + last


def _translated(like: str, escape: str | None) -> list[str | None] | None:
    """The pattern in parts: None for `%`, or the regular expression of one character."""
    parts: list[str | None] = []
    place = 0
    while place < len(like):
        character = like[place]
        place += 1
        if character == escape:
            if place == len(like):
                return None
            parts.append(re.escape(like[place]))
            place += 1
        elif character == "%":
            if parts[-1:] != [None]:
                parts.append(None)
        elif character == "_":
            parts.append(".")
        elif character == "[":
            members, place = _members(like, place, escape)
            parts.append(r"(?!)" if members is None else _set(members))
        else:
            parts.append(re.escape(character))
    return parts


def _members(like: str, start: int, escape: str | None) -> tuple[list[_Member] | None, int]:
    """The characters from an opening bracket to the one that closes it, and the place behind; None without one.

    A closing bracket right behind the opening one is a character of the set.
    """
    members: list[_Member] = []
    place = start
    while place < len(like):
        character = like[place]
        if character == escape and place + 1 < len(like):
            members.append((like[place + 1], True))
            place += 2
        elif character == "]" and place > start:
            return members, place + 1
        else:
            members.append((character, False))
            place += 1
    return None, place


def _set(members: list[_Member]) -> str:
    """`abc`, `a-f`, `^0-9` between the brackets of a pattern, as the regular expression of one character."""
    negated = members[0] == ("^", False)
    waiting = members[1:] if negated else members
    allowed = signs = ""
    place = 0
    while place < len(waiting):
        low = waiting[place][0]
        if waiting[place + 1 : place + 2] == [("-", False)] and place + 2 < len(waiting):
            letters, between = _range(low, waiting[place + 2][0])
            allowed, signs = allowed + letters, signs + between
            place += 3
        else:
            allowed += re.escape(low)
            place += 1
    choices = [f"[{allowed}]"] if allowed else []
    if signs:
        choices.append(f"(?![{_letters()}])[{signs}]")
    if negated:
        return f"(?!{'|'.join(choices)})." if choices else "."
    return f"(?:{'|'.join(choices)})" if choices else r"(?!)"


def _range(low: str, high: str) -> tuple[str, str]:
    """A range in the order of texts, as members of a regular set: its letters and digits, and its signs.

    Signs come first, by code point, then digits, then letters: `a-c` holds ą and ć, `!-b` all digits.
    """
    low, high, letters = _small(low), _small(high), _letters()
    first = sort_key(low) if low in letters else ("", "")
    among = ""
    if high in letters:
        last = sort_key(high)
        among = "".join(letter for letter in letters if first <= sort_key(letter) <= last)
    elif low > high:
        return "", ""
    if low in letters:
        return among, ""
    return among, re.escape(low) + "-" + ("\U0010ffff" if high in letters else re.escape(high))


def _small(character: str) -> str:
    small = character.lower()
    return small if len(small) == 1 else character


@cache
def _letters() -> str:
    """Digits and small letters, those with the accents of other alphabets among them, in the order of texts."""
    latin = (chr(code) for part in (range(0xC0, 0x250), range(0x1E00, 0x1F00)) for code in part)
    accented = {c for c in latin if c == c.lower() and c not in _ORDER and _base(c) in _ORDER}
    return "".join(sorted({*_DIGITS, *_ALPHABET, *accented}, key=sort_key))
