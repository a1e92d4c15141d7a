"""How many columns of a terminal a text takes: wide letters two, combining marks and invisible signs none."""

from functools import lru_cache
from unicodedata import category, east_asian_width


@lru_cache(maxsize=4096)
def _columns(character: str) -> int:
    if category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(character) in ("W", "F") else 1


def display_width(text: str) -> int:
    r"""Columns the text takes on a terminal.

    >>> display_width("kwota"), display_width("e\u0301"), display_width("漢")
    (5, 1, 2)
    """
    return len(text) if text.isascii() else sum(_columns(character) for character in text)


def pad(text: str, width: int, *, right: bool = False) -> str:
    """The text with blanks up to a display width, to its left where `right` aligns it."""
    blanks = " " * (width - display_width(text))
    return blanks + text if right else text + blanks
