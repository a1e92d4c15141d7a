"""The tags of an MT940 file as a stream: bytes cut where a line begins with a tag, or where a message ends.

What a tag says is not looked at here, nor the encoding. Offsets are bytes from the beginning of the file, lines count
from 1; CR LF, LF and CR end a line.
"""

import re
from collections.abc import Iterator
from typing import IO, NamedTuple, TypeAlias

from dekret.bank.mt940.language import Envelope

_CHUNK = 1 << 16
LONGEST = 1 << 20
"""No tag is longer: beyond it, the file is none of these."""
OUTSIDE, END, MORE, UNKNOWN = "outside", "end", "more", "unknown"
"""Text before the first tag and between messages; the end of a message; a line that begins with a colon and is text of
the tag before; the text of a tag that nobody knows, its name before a colon."""
_KNOWN = (
    "20", "21", "25", "28", "28C", "60F", "60M", "61", "86", "62F", "62M", "64", "64F", "65", "65F",
    "90D", "90C", "13", "13D", "34F", "NS",
)  # fmt: skip
_NAMES = {name.encode(): name for name in _KNOWN}
_TAG_LIKE = re.compile(rb"(?:\d\d[A-Z]?|NS):")
_MAY_END = re.compile(rb"\n[-{\x01]")
_LONE_CR = re.compile(rb"\r(?!\n)")
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_LINE_END = rb"[ \t]*(?=\r|\n|\Z)"
_ENDS = {
    Envelope.DETECT: re.compile(rb"\n(?:-(?:\}|\x03?" + _LINE_END + rb")|\x01|\{[1-5]:)"),
    Envelope.SWIFT: re.compile(rb"\n(?:-\}|\{[1-5]:)"),
    Envelope.BARE: re.compile(rb"\n-" + _LINE_END),
    Envelope.SOH: re.compile(rb"\n(?:-\x03?" + _LINE_END + rb"|\x01)"),
}

Tag: TypeAlias = tuple[str, bytes, int, int]
"""Its name, what stands behind it to the next tag, the line and the byte where it begins."""


class Block(NamedTuple):
    """A piece of a file that ends before a line of a colon; its line and byte in the file; what ends a message."""

    data: bytes
    line: int
    offset: int
    ends: re.Pattern[bytes]


def blocks(stream: IO[bytes], envelope: Envelope) -> Iterator[Block]:
    """A file in pieces that no tag goes beyond."""
    ends, line = _ENDS[envelope], 1
    for data, offset in _cut(stream):
        if line == 1 and envelope is Envelope.DETECT and data.lstrip().startswith(b"{1:"):
            ends = _ENDS[Envelope.SWIFT]  # a line of a dash alone is text there
        yield Block(data, line, offset, ends)
        line += data.count(b"\n")


def may_end(data: bytes) -> bool:
    """Whether a message may end in these bytes, which begin a line or go on with one."""
    return _MAY_END.search(data) is not None


def tags_of(block: Block) -> Iterator[Tag]:
    r"""The tags of a piece of a file.

    >>> import io
    >>> found = blocks(io.BytesIO(b":20:A\r\n:86:x\r\n20:44:45\r\n-"), Envelope.BARE)
    >>> [tag for block in found for tag in tags_of(block)]
    [('20', b'A', 1, 0), ('86', b'x\r\n20:44:45', 2, 7), ('end', b'\n-', 4, 24)]
    """
    data, line, start, ends = block
    marked = may_end(b"\n" + data)
    pieces = data.split(b"\n:")
    begun = data.startswith(b":")
    offset = start if begun else start - 1
    if begun:
        pieces[0] = pieces[0][1:]
    for piece in pieces:
        found = ends.search(b"\n" + piece if not begun else piece) if marked else None
        place = len(piece) if found is None else found.start() - (not begun)
        if place < 0:
            yield END, piece.rstrip(b"\r\n"), line, offset + 1
        else:
            yield _tag(piece if found is None else piece[:place], line, offset, begun=begun)
            if found:
                yield END, piece[place:].rstrip(b"\r\n"), line + piece.count(b"\n", 0, place + 1), offset + place + 2
        begun = True
        offset += len(piece) + 2
        line += piece.count(b"\n") + 1


def _tag(piece: bytes, line: int, offset: int, *, begun: bool) -> Tag:
    """What stands between two lines that begin with a colon."""
    if not begun:
        return OUTSIDE, piece.rstrip(b"\r\n"), line, offset + 1
    head, colon, rest = piece.partition(b":")
    name = _NAMES.get(head)
    if name and colon:
        return name, rest.rstrip(b"\r\n"), line, offset
    return (UNKNOWN if _TAG_LIKE.match(piece) else MORE), piece.rstrip(b"\r\n"), line, offset


def _cut(stream: IO[bytes]) -> Iterator[tuple[bytes, int]]:
    """Pieces of the file with their offsets, cut before a line that begins with a colon."""
    rest, offset = b"", 0
    first = True
    for chunk in _chunks(stream):
        data = rest + chunk
        if first and len(data) < len(_BYTE_ORDER_MARK):
            rest = data
            continue
        if first and data.startswith(_BYTE_ORDER_MARK):
            data, offset = data[3:], 3
        if first and data.startswith(b"\x01:"):
            data, offset = data[1:], offset + 1
        if b"\x01" in data:
            data = data.replace(b"\n\x01:", b"\r\n:")  # as long as before, and no text of the tag before it
        first = False
        cut = data.rfind(b"\n:") + 1
        if not cut and len(data) > LONGEST:
            cut = len(data)
        if cut:
            yield data[:cut], offset
            offset += cut
        rest = data[cut:]
    if rest:
        yield rest, offset


def _chunks(stream: IO[bytes]) -> Iterator[bytes]:
    """A file piece by piece, a lone CR made LF; a CR at the end of a piece waits for what follows it."""
    waiting = b""
    while read := stream.read(_CHUNK):
        chunk = waiting + read
        waiting = b"\r" if chunk.endswith(b"\r") else b""
        chunk = chunk.removesuffix(waiting)
        lone = b"\r" in chunk and chunk.count(b"\r") != chunk.count(b"\r\n")
        yield _LONE_CR.sub(b"\n", chunk) if lone else chunk
    if waiting:
        yield b"\n"
