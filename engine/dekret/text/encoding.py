"""From the bytes of a file to a `Source`: UTF-8, else the Polish code page that makes sense of the bytes.

Rule files are UTF-8. Files from older Windows (cp1250), DOS (cp852) and Unix (ISO 8859-2) are read with a
warning; text that is partly UTF-8 and partly something else is refused, for half of it would be garbled.
"""

import codecs
import re
from collections.abc import Iterable, Iterator

from dekret.text import problems
from dekret.text.diagnostic import Diagnostic
from dekret.text.source import Source

LEGACY = ("cp1250", "cp852", "iso8859-2")
_NAMES = {"cp1250": "Windows 1250", "cp852": "Latin II (cp852)", "iso8859-2": "ISO 8859-2"}
_POLISH = set("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ")
_TYPOGRAPHY = set("„”“’‘–—…§°\xa0×")
_UTF8_SEQUENCE = re.compile(rb"[\xc3-\xc5][\x80-\xbf]|\xe2\x80[\x90-\xba]")
_NEWLINE = re.compile("\r\n|\r|\n")


_BLOCK = 1 << 20
"""Bytes of a stream that are read at once."""


def read_source(name: str, data: bytes, *, first_line: int = 1) -> tuple[Source, tuple[Diagnostic, ...]]:
    """The text of a file and what was strange about its bytes.

    The source is empty where the bytes are not text at all (`text/not-text`, `text/mixed-encoding`).
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _decoded(name, data, "utf-16")
    if b"\0" in data:
        nowhere = Source(name, "", first_line=first_line)
        return nowhere, (problems.NOT_TEXT.at(nowhere.span()),)
    plain = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = plain.decode("utf-8")
    except UnicodeDecodeError as error:
        return _legacy(name, plain, error.start, first_line)
    return _source(name, text, "utf-8", first_line), ()


def read_blocks(name: str, lines: Iterable[bytes]) -> Iterator[tuple[Source, tuple[Diagnostic, ...]]]:
    """The text of a stream, about a mebibyte of whole lines at a time, each as `read_source` reads a file.

    The first block that is not plain ASCII tells the encoding of all; one in another encoding ends the text, as a
    file in two encodings is refused (`text/mixed-encoding`).
    """
    told, first_line = "", 1
    for data in _blocks(lines):
        source, found = read_source(name, data, first_line=first_line)
        if found and not source.text:
            yield source, found
            return
        if told and not data.isascii() and source.encoding != told:
            if "utf-8" in (told, source.encoding):
                yield _mixed(name, data, _first_odd(data, told), first_line)
                return
            source = _source(name, data.decode(told, errors="replace"), told, first_line)
        yield source, () if told else found
        told = told or ("" if data.isascii() else source.encoding)
        first_line += source.text.count("\n")


def _first_odd(data: bytes, told: str) -> int:
    """The first byte of a block that cannot be in the encoding told before."""
    try:
        data.decode("ascii" if told != "utf-8" else told)
    except UnicodeDecodeError as error:
        return error.start
    raise AssertionError(told)


def _blocks(lines: Iterable[bytes]) -> Iterator[bytes]:
    block: list[bytes] = []
    size = 0
    for line in lines:
        block.append(line)
        size += len(line)
        if size >= _BLOCK:
            yield b"".join(block)
            block, size = [], 0
    if block:
        yield b"".join(block)


def _decoded(name: str, data: bytes, encoding: str) -> tuple[Source, tuple[Diagnostic, ...]]:
    try:
        source = _source(name, data.decode(encoding), encoding)
    except UnicodeDecodeError:
        source = Source(name, "")
        return source, (problems.NOT_TEXT.at(source.span()),)
    return source, (problems.LEGACY_ENCODING.at(source.span(), encoding="UTF-16"),)


def _legacy(name: str, data: bytes, first_bad: int, first_line: int) -> tuple[Source, tuple[Diagnostic, ...]]:
    if _UTF8_SEQUENCE.search(data):
        return _mixed(name, data, first_bad, first_line)
    encoding = guess_legacy(data)
    source = _source(name, data.decode(encoding, errors="replace"), encoding, first_line)
    place = next((i for i, c in enumerate(source.text) if ord(c) > 127), 0)
    found = problems.LEGACY_ENCODING.at(source.span(place, place + 1), encoding=_NAMES[encoding])
    return source, (found,)


def _mixed(name: str, data: bytes, bad: int, first_line: int) -> tuple[Source, tuple[Diagnostic, ...]]:
    """The refusal of a text of two encodings, told by a byte up to which it can be read."""
    before = _source(name, data[:bad].decode("utf-8"), "utf-8", first_line)
    line, _ = before.position(len(before.text))
    nowhere = Source(name, "", first_line=line)
    return nowhere, (problems.MIXED_ENCODING.at(nowhere.span(), byte=f"0x{data[bad]:02X}", line=line),)


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


def _source(name: str, text: str, encoding: str, first_line: int = 1) -> Source:
    newlines = _NEWLINE.findall(text)
    newline = max(("\n", "\r\n", "\r"), key=newlines.count) if newlines else "\n"
    return Source(name, _NEWLINE.sub("\n", text.removeprefix("\ufeff")), encoding, newline, first_line)
