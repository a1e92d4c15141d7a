"""The quick way through an MT940 file: items of one field 61 and one field 86, most of what a file has, taken whole.

Where anything else stands, a file goes the ordinary way, tag by tag. Nothing is decided here: without this, a file
gives the same events.
"""

import re
from codecs import BOM_UTF8

from dekret.bank.charsets import Charset
from dekret.bank.mt940.line import BEGINNING, TYPE
from dekret.bank.mt940.reading import FileReading
from dekret.bank.mt940.tags import Block, may_end, tags_of

_LONGEST = 4096
"""Longer items go the ordinary way, which knows how long one may be."""
_PAIR = re.compile(
    rf"(?<![^\n]):61:{BEGINNING}({TYPE})([^\r\n]*)\r?(?:\n(?!:)([^\n]*))?"
    r"\n:86:([^:]*+(?:(?<!\n):[^:]*+)*+)(?<=\n)(?=:61:)",
    re.ASCII,
)
"""A field 61 as in `line.LINE`, with a type and at most one line below; its field 86, with which nothing goes on."""


def take_block(file: FileReading, block: Block, charset: Charset) -> None:
    """Everything in a piece of a file."""
    text = _text(block, charset)
    if text is None:
        take_tags(file, block)
        return
    data, line, begin, ends = block
    marked, one_byte_each = may_end(data), len(text) == len(data)
    place = taken = 0  # characters and bytes
    for pair in _PAIR.finditer(text):
        start, end = pair.span()
        if end - start > _LONGEST or (marked and may_end(pair[0].encode())):
            continue
        if start > place:
            size = start - place if one_byte_each else len(text[place:start].encode())
            between = data[taken : taken + size]
            take_tags(file, Block(between, line, begin + taken, ends))
            line += between.count(b"\n")
            place, taken = start, taken + size
        if file.take_pair(pair.groups(""), (line, begin + taken)):
            line += text.count("\n", start, end)
            taken += end - start if one_byte_each else len(text[start:end].encode())
            place = end
    take_tags(file, Block(data[taken:], line, begin + taken, ends))


def take_tags(file: FileReading, block: Block) -> None:
    """Everything in a piece of a file, tag by tag."""
    for tag, data, line, offset in tags_of(block):
        file.take(tag, data, (line, offset))


def _text(block: Block, charset: Charset) -> str | None:
    """The text of a piece of a file that begins with a tag; None where its tags cannot be decoded at once."""
    data = block.data
    if not data.startswith(b":") or (not data.isascii() and BOM_UTF8 in data):  # UTF8 drops it where a tag begins
        return None
    try:
        return charset.decode(data)
    except UnicodeDecodeError:
        return None
