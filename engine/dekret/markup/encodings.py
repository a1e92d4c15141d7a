"""The encoding of an XML text that comes as a stream: told by its mark, its declaration, or its bytes.

What a text says of itself has to be true: bytes that are not in the encoding it declares are refused, for they would
garble names. A text that says nothing is UTF-8, or, where its bytes are not, what reads best as Polish
(comarch-edi.md §0.1: files without a declaration and in Windows-1250 occur).
"""

import codecs
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import IO

from dekret.text.encoding import guess_legacy
from dekret.text.wording import Wording

BLOCK = 1 << 16
"""Bytes that are read at once."""
_HEAD = 1024
_DECLARED = re.compile(r"""<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._:-]+)["']""")
_KNOWN = {
    "utf-8": "utf-8", "utf8": "utf-8", "us-ascii": "utf-8", "ascii": "utf-8",
    "windows-1250": "cp1250", "cp1250": "cp1250", "cp-1250": "cp1250", "win-1250": "cp1250", "x-cp1250": "cp1250",
    "iso-8859-2": "iso8859-2", "iso8859-2": "iso8859-2", "latin2": "iso8859-2", "l2": "iso8859-2",
    "windows-1252": "cp1252", "cp1252": "cp1252", "iso-8859-1": "cp1252", "latin1": "cp1252",
    "cp852": "cp852", "ibm852": "cp852",
    "utf-16": "utf-16", "utf-16le": "utf-16", "utf-16be": "utf-16",
}  # fmt: skip
"""Encodings by the names that declarations give them."""
_MARKS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_NAMES = {"cp1250": "Windows-1250", "iso8859-2": "ISO-8859-2", "cp1252": "Windows-1252", "cp852": "Latin II"}
_GUESSABLE = ("cp1250", "iso8859-2")
_CONTROLS = re.compile("[\x80-\x84\x86-\x9f]")
"""Characters that no ISO-8859-2 text has; where they stand Windows-1250 has ś, ź, quotes and dashes."""


@dataclass(frozen=True, slots=True)
class WrongEncodingError(Exception):
    """The bytes are not what the text says they are: the line, and what is wrong."""

    line: int
    reason: Wording


@dataclass(frozen=True, slots=True)
class Encoding:
    """The Python name of an encoding, and whether it was only guessed."""

    codec: str
    guessed: bool = False

    @property
    def name(self) -> str:
        return _NAMES.get(self.codec, self.codec.upper())


def is_told(head: bytes) -> bool:
    """Whether the first bytes of a text say its encoding, so that the others need not be asked."""
    marked = any(head.startswith(mark) for mark in _MARKS) or head[:2] in (b"<\0", b"\0<")
    return marked or bool(_DECLARED.search(head[:_HEAD].decode("latin-1")))


def encoding_of(head: bytes, rest: Callable[[], Iterator[bytes]]) -> Encoding:
    """The encoding of a text by its first bytes; `rest` gives all of it, and is asked where they do not tell.

    Raises `WrongEncodingError` for a declaration that names an unknown encoding or contradicts the mark.

    >>> encoding_of('<?xml version="1.0" encoding="windows-1250"?><a/>'.encode(), lambda: iter(())).codec
    'cp1250'
    """
    marked = next((codec for mark, codec in _MARKS.items() if head.startswith(mark)), None)
    if marked == "utf-16" or head[:2] in (b"<\0", b"\0<"):
        return Encoding("utf-16" if marked else "utf-16-le" if head[:2] == b"<\0" else "utf-16-be")
    found = _DECLARED.search(head[:_HEAD].decode("latin-1"))
    if found is None:
        return Encoding("utf-8") if marked else _guessed(rest())
    declared = _KNOWN.get(found[1].casefold())
    if declared is None:
        raise WrongEncodingError(
            1, Wording(f"plik podaje nieznane kodowanie {found[1]}", f"the file names an unknown encoding {found[1]}")
        )
    if (marked and declared != marked) or declared == "utf-16":
        raise WrongEncodingError(
            1,
            Wording(
                f"deklaracja podaje kodowanie {found[1]}, a plik zaczyna się jak UTF-8",
                f"the declaration says {found[1]}, and the file begins as UTF-8 does",
            ),
        )
    return Encoding(declared)


def _guessed(blocks: Iterator[bytes]) -> Encoding:
    """UTF-8 where all bytes are, else the code page in which the first bytes that are not read best."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    for block in blocks:
        try:
            decoder.decode(block)
        except UnicodeDecodeError:
            codec = guess_legacy(block)
            return Encoding(codec if codec in _GUESSABLE else "cp1250", guessed=True)
    return Encoding("utf-8")


def decoded(blocks: Iterator[bytes], encoding: Encoding) -> Iterator[str]:
    """The text of a stream, block by block. Raises `WrongEncodingError`."""
    decoder = codecs.getincrementaldecoder(encoding.codec)()
    line = 1
    first = True
    for block in blocks:
        try:
            text = decoder.decode(block)
        except UnicodeDecodeError as error:
            place = line + error.object[: error.start].count(b"\n")
            raise WrongEncodingError(place, _odd(encoding, error.object[error.start])) from None
        if encoding.codec == "iso8859-2" and (odd := _CONTROLS.search(text)):
            raise WrongEncodingError(line + text.count("\n", 0, odd.start()), _odd(encoding, ord(odd.group())))
        if first:
            text, first = text.removeprefix("\ufeff"), False
        line += text.count("\n")
        yield text
    try:
        decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        raise WrongEncodingError(line, _odd(encoding, error.object[error.start])) from None


def _odd(encoding: Encoding, byte: int) -> Wording:
    name = encoding.name
    return Wording(
        f"bajt 0x{byte:02X} nie może stać w tekście {name}, a takie jest kodowanie tego pliku",
        f"the byte 0x{byte:02X} cannot stand in {name}, which is the encoding of this file",
    )


def blocks_of(stream: IO[bytes]) -> Iterator[bytes]:
    """The bytes of a stream, a block at a time."""
    while block := stream.read(BLOCK):
        yield block
