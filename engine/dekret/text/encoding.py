"""From the bytes of a file to a `Source`: UTF-8, else the Polish code page that makes sense of the bytes.

Rule files are UTF-8. Files from older Windows (cp1250), DOS (cp852) and Unix (ISO 8859-2) are read with a
warning; text that is partly UTF-8 and partly something else is refused, for half of it would be garbled.
"""

import codecs
import re

from dekret.text import problems
from dekret.text.diagnostic import Diagnostic
from dekret.text.source import Source

LEGACY = ("cp1250", "cp852", "iso8859-2")
_NAMES = {"cp1250": "Windows 1250", "cp852": "Latin II (cp852)", "iso8859-2": "ISO 8859-2"}
_POLISH = set("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ")
_TYPOGRAPHY = set("„”“’‘–—…§°\xa0×")
_UTF8_SEQUENCE = re.compile(rb"[\xc3-\xc5][\x80-\xbf]|\xe2\x80[\x90-\xba]")
_NEWLINE = re.compile("\r\n|\r|\n")


def read_source(name: str, data: bytes) -> tuple[Source, tuple[Diagnostic, ...]]:
    """The text of a file and what was strange about its bytes.

    The source is empty where the bytes are not text at all (`text/not-text`, `text/mixed-encoding`).
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _decoded(name, data, "utf-16")
    if b"\0" in data:
        nowhere = Source(name, "")
        return nowhere, (problems.NOT_TEXT.at(nowhere.span()),)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _legacy(name, data, error.start)
    return _source(name, text, "utf-8"), ()


def _decoded(name: str, data: bytes, encoding: str) -> tuple[Source, tuple[Diagnostic, ...]]:
    try:
        source = _source(name, data.decode(encoding), encoding)
    except UnicodeDecodeError:
        source = Source(name, "")
        return source, (problems.NOT_TEXT.at(source.span()),)
    return source, (problems.LEGACY_ENCODING.at(source.span(), encoding="UTF-16"),)


def _legacy(name: str, data: bytes, first_bad: int) -> tuple[Source, tuple[Diagnostic, ...]]:
    if _UTF8_SEQUENCE.search(data):
        before = _source(name, data[:first_bad].decode("utf-8-sig"), "utf-8")
        line, _ = before.position(len(before.text))
        nowhere = Source(name, "", first_line=line)
        found = problems.MIXED_ENCODING.at(nowhere.span(), byte=f"0x{data[first_bad]:02X}", line=line)
        return nowhere, (found,)
    encoding = guess_legacy(data)
    source = _source(name, data.decode(encoding, errors="replace"), encoding)
    place = next((i for i, c in enumerate(source.text) if ord(c) > 127), 0)
    found = problems.LEGACY_ENCODING.at(source.span(place, place + 1), encoding=_NAMES[encoding])
    return source, (found,)


def guess_legacy(data: bytes) -> str:
    """The Polish code page in which these bytes read best.

    >>> guess_legacy("Opłata za żółć".encode("cp852"))
    'cp852'
    """
    return max(LEGACY, key=lambda encoding: _sense(data, encoding))


def _sense(data: bytes, encoding: str) -> int:
    """Polish letters speak for an encoding, anything else outside ASCII against it, a capital after a small too."""
    score = 0
    previous = " "
    for character in data.decode(encoding, errors="replace"):
        if ord(character) > 127:
            if character in _POLISH:
                score += -1 if character.isupper() and previous.islower() else 2
            else:
                score += 1 if character in _TYPOGRAPHY else -3
        previous = character
    return score


def _source(name: str, text: str, encoding: str) -> Source:
    newlines = _NEWLINE.findall(text)
    newline = max(("\n", "\r\n", "\r"), key=newlines.count) if newlines else "\n"
    return Source(name, _NEWLINE.sub("\n", text.removeprefix("\ufeff")), encoding, newline)
