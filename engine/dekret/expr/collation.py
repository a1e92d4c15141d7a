"""How texts compare: Polish_CI_AS, that is without letter case and trailing blanks, Polish letters in their order.

A hyphen sorts like any other sign before digits, so that accounts sort segment by segment (201-1 before 2011);
the word sort of Windows, which all but skips hyphens, is not followed (engine/decisions/0005).
"""

import re
from functools import lru_cache
from unicodedata import combining, normalize

_ALPHABET = "aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż"
_ORDER = {letter: chr(0xF0000 + place) for place, letter in enumerate(_ALPHABET)}
_DIGITS = {str(digit): chr(0xE0000 + digit) for digit in range(10)}
_KEYS = str.maketrans({**_ORDER, **_DIGITS})


def fold(text: str) -> str:
    """The form in which equal texts are the same.

    >>> fold("Kontrahent  "), fold("ŁÓDŹ") == fold("łódź"), fold("l") == fold("ł")
    ('kontrahent', True, False)
    """
    if not text.isascii():
        text = normalize("NFC", text)
    return text.rstrip(" ").casefold()


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
    """A LIKE pattern as a regular expression for `match`; None where the escape leads nowhere.

    `%` any text, `_` one character, `[abc]`, `[a-f]`, `[^…]`; trailing blanks of the matched text do not count.
    """
    translated = _translated(normalize("NFC", like), escape)
    if translated is None:
        return None
    return re.compile(_anchored(translated) + r" *\Z", re.IGNORECASE | re.DOTALL)


def index_pattern(like: str) -> re.Pattern[str] | None:
    """The pattern of PATINDEX for `search`: where its text begins, a leading `%` not counted."""
    inner = normalize("NFC", like)
    lead = r"\A" if not inner.startswith("%") else ""
    translated = _translated(inner.lstrip("%"), None)
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
            close = like.find("]", place + 1)
            if close < 0:
                parts.append(r"(?!)")
                break
            parts.append(_set(like[place:close]))
            place = close + 1
        else:
            parts.append(re.escape(character))
    return parts


def _set(content: str) -> str:
    """`abc`, `a-f`, `^0-9` between the brackets of a pattern."""
    negated = content.startswith("^")
    members = content[1:] if negated else content
    allowed = ""
    place = 0
    while place < len(members):
        if members[place + 1 : place + 2] == "-" and place + 2 < len(members):
            allowed += _range(members[place], members[place + 2])
            place += 3
        else:
            allowed += re.escape(members[place])
            place += 1
    if not allowed:
        return "." if negated else r"(?!)"
    return f"[^{allowed}]" if negated else f"[{allowed}]"


def _range(low: str, high: str) -> str:
    """A range in Polish order: `a-c` holds ą and ć."""
    first, last = low.casefold(), high.casefold()
    if first in _ORDER and last in _ORDER:
        return "".join(letter for letter in _ALPHABET if _ORDER[first] <= _ORDER[letter] <= _ORDER[last])
    if low > high:
        return ""
    return f"{re.escape(low)}-{re.escape(high)}"
