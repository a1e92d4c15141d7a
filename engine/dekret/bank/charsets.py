"""The encodings of bank files: five pages with Polish letters, and ASCII without them (002:1072, 002:1157).

Not here: which encoding a file without a name for it is in. That is `dekret.text.encoding`.
"""

import codecs
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from unicodedata import category, normalize

from dekret.syntax.schema import Word


@dataclass(frozen=True, slots=True, eq=False)
class Charset:
    """An encoding of bank files. Each holds all of ASCII with its own bytes, line ends and tabs among it."""

    word: Word
    _encoded: Callable[[str], bytes]
    _decoded: Callable[[bytes], str]
    _strange: re.Pattern[str]

    def encode(self, text: str) -> bytes | None:
        r"""The bytes of a text; None where a character has none, and then `holds` tells which.

        >>> MAZOVIA.encode("zażółć"), MAZOVIA.encode("5 €")
        (b'za\xa7\xa2\x92\x8d', None)
        """
        if text.isascii():
            return text.encode("ascii")
        try:
            return self._encoded(text)
        except UnicodeEncodeError:
            return None

    def decode(self, data: bytes) -> str:
        r"""The text of these bytes; of UTF8 without the byte order mark.

        Raises `UnicodeDecodeError`, whose `start` is the offset of the first byte that means nothing.

        >>> MAZOVIA.decode(b"za\xa7\xa2\x92\x8d")
        'zażółć'
        >>> WINDOWS_1250.decode(b"ab\x81")
        Traceback (most recent call last):
        UnicodeDecodeError: 'charmap' codec can't decode byte 0x81 in position 2: character maps to <undefined>
        """
        return data.decode("ascii") if data.isascii() else self._decoded(data)

    def holds(self, text: str) -> int | None:
        """None where every character has a place here, else the offset of the first that has none.

        >>> FLAT.holds("abc"), FLAT.holds("aąć")
        (None, 1)
        """
        if text.isascii():
            return None
        found = self._strange.search(text)
        return found.start() if found else None

    def simplified(self, text: str) -> str:
        """The text with a plain form for each character that has no place here; what has no such form stays.

        Letters and marks that stand apart (as macOS writes them) are joined first. It may be longer than it was.

        >>> FLAT.simplified("Żółw – „ß”"), WINDOWS_1250.simplified("Żółw – „ø” €5 → Ω")
        ('Zolw - "ss"', 'Żółw – „o” €5 → Ω')
        """
        if self.holds(text) is None:
            return text
        text = normalize("NFC", text)
        for character in set(text):
            if character > "\x7f" and self._strange.match(character):
                text = text.replace(character, flat_form(character))
        return text


_FLAT_FORMS = str.maketrans(
    {
        **dict(zip("łŁøØđĐðÐħĦŧŦŋŊı", "lLoOdDdDhHtTnNi", strict=True)),
        **dict(zip("ßẞæÆœŒþÞ", ("ss", "SS", "ae", "AE", "oe", "OE", "th", "TH"), strict=True)),
        **dict.fromkeys("„”“‟«»", '"'),
        **dict.fromkeys("‚’‘‛‹›", "'"),
        **dict.fromkeys("\u2010\u2011\u2012–—―−", "-"),
        "…": "...",
        # soft hyphen, blanks and joiners without width, marks of direction, byte order mark
        **dict.fromkeys("\xad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"),
        **dict.fromkeys("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"),
    }
)


@cache
def flat_form(character: str) -> str:
    r"""What stands for a character that has no place: ASCII, nothing, or itself where there is no such form.

    Letters and digits lose their marks and styles; quotes, dashes and blanks become the plain ones.

    >>> flat_form("ę"), flat_form("\xa0"), flat_form("\xad"), flat_form("²"), flat_form("½")
    ('e', ' ', '', '2', '½')
    """
    if ord(character) in _FLAT_FORMS:
        return character.translate(_FLAT_FORMS)
    match category(character):
        case "Zs":
            return " "
        case "Mn" | "Me":
            return ""
    letters = "".join(part for part in normalize("NFKD", character) if category(part) != "Mn").translate(_FLAT_FORMS)
    return letters if letters.isascii() and letters.isalnum() else character


_NO_CHARACTER = "\ufffe"
"""Stands in a table for a byte that means nothing, as `codecs.charmap_decode` has it."""


def _page(word: Word, table: str) -> Charset:
    """The charset whose bytes mean the characters of a table, in their order."""
    places = codecs.charmap_build(table)
    held = re.escape(table.replace(_NO_CHARACTER, ""))
    return Charset(
        word,
        lambda text: codecs.charmap_encode(text, "strict", places)[0],
        lambda data: codecs.charmap_decode(data, "strict", table)[0],
        re.compile(f"[^{held}]"),
    )


def _table(codec: str) -> str:
    return bytes(range(256)).decode(codec, errors="replace").replace("\ufffd", _NO_CHARACTER)


_BYTE_ORDER_MARK = "\ufeff"


def _utf8_encoded(text: str) -> bytes:
    mark = text.find(_BYTE_ORDER_MARK)
    if mark >= 0:
        raise UnicodeEncodeError("utf-8", text, mark, mark + 1, "a byte order mark is not written")
    return text.encode("utf-8")


_MAZOVIA_BYTES = bytes.fromhex("86 8D 91 92 A4 A2 9E A6 A7 8F 95 90 9C A5 A3 98 A0 A1")
_MAZOVIA_LETTERS = dict(zip(_MAZOVIA_BYTES, "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ", strict=True))
"""Mazovia is CP437 with these; ó has the place it has there."""

WINDOWS_1250 = _page(
    Word("Windows 1250", "Windows 1250", ("Windows (1250)", "Windows-1250", "cp1250", "1250")), _table("cp1250")
)
LATIN_II = _page(Word("Latin II", "Latin II", ("Latin 2", "cp852", "852", "ibm852")), _table("cp852"))
"""The page of DOS, as Optima has it; not what others call latin2, which is ISO 8859-2."""
ISO_8859_2 = _page(Word("ISO 8859-2", "ISO 8859-2", ("ISO-8859-2", "iso8859-2", "8859-2")), _table("iso8859_2"))
MAZOVIA = _page(
    Word("Mazovia", "Mazovia"),
    "".join(_MAZOVIA_LETTERS.get(byte, character) for byte, character in enumerate(_table("cp437"))),
)
UTF8 = Charset(
    Word("UTF8", "UTF8", ("UTF-8",)),
    _utf8_encoded,
    lambda data: data.decode("utf-8").removeprefix(_BYTE_ORDER_MARK),
    re.compile(f"[\ud800-\udfff{_BYTE_ORDER_MARK}]"),
)
"""Read with or without a byte order mark, written without: the mark is a character that it does not hold."""
FLAT = _page(Word("Flat", "Flat", ("Flat (bez polskich znaków)", "ASCII")), _table("ascii")[:128])

CHARSETS: Mapping[Word, Charset] = {
    charset.word: charset for charset in (WINDOWS_1250, LATIN_II, ISO_8859_2, MAZOVIA, UTF8, FLAT)
}
"""In the order of the manual (002:1157); for `dekret.syntax.cells.choice`."""
