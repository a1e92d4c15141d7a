"""The quick way through an MT940 file: items of one field 61 and one field 86, most of what a file has, taken whole.

Where anything else stands, an item goes the ordinary way, tag by tag. Nothing is decided here: without this, a file
gives the same events.
"""

from dekret.bank.charsets import Charset
from dekret.bank.mt940.reading import FileReading, Place
from dekret.bank.mt940.tags import Block, may_end, tags_of

_LONGEST = 4096
"""Longer items go the ordinary way, which knows how long one may be."""
_BYTE_ORDER_MARK = "\ufeff"


def take_block(file: FileReading, block: Block, charset: Charset) -> None:
    """Everything in a piece of a file."""
    data, line, offset, ends = block
    first, *items = data.split(b"\n:61:")
    take_tags(file, block._replace(data=first))
    line += first.count(b"\n") + 1
    offset += len(first) + 1
    marked = may_end(data)
    for item in items:
        if (marked and may_end(item)) or not _taken(file, item, (line, offset), charset):
            take_tags(file, Block(b":61:" + item, line, offset, ends))
        line += item.count(b"\n") + 1
        offset += len(item) + len(b"\n:61:")


def take_tags(file: FileReading, block: Block) -> None:
    """Everything in a piece of a file, tag by tag."""
    for tag, data, line, offset in tags_of(block):
        file.take(tag, data, (line, offset))


def _taken(file: FileReading, item: bytes, place: Place, charset: Charset) -> bool:
    """Takes an item, which begins behind `:61:`; False where it has to go the ordinary way."""
    try:
        text = charset.decode(item)
    except UnicodeDecodeError:
        return False
    field_61, found, field_86 = text.partition("\n:86:")
    if not found or "\n:" in field_86 or "\n:" in field_61 or len(text) > _LONGEST:
        return False
    if field_86.startswith(_BYTE_ORDER_MARK):  # UTF8 drops it where a tag begins
        return False
    file.take_item(field_61.rstrip("\r\n"), field_86.rstrip("\r\n"), place)
    return True
