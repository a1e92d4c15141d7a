"""The rows of a bank file as a stream: bytes cut at row separators, decoded, with their line and byte offset."""

import io
import re
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator
from typing import IO

from msgspec import Struct

from dekret.bank.nodes import BankFormat
from dekret.bank.separators import ENTER

_CHUNK = 1 << 16
_LONGEST = 1 << 20
"""No row is longer: beyond it, a delimiter was opened and never closed, or the file has other row separators."""
_BLANK = " \x1a"


class FileRow(Struct, frozen=True, gc=False):
    """A row: its text without the separator, the number of its first line, its offset in bytes.

    `bad` is the offset within the row of a byte that the encoding does not know.
    """

    text: str
    line: int
    offset: int
    bad: int | None = None


def rows(stream: IO[bytes], format_: BankFormat) -> Iterator[FileRow]:
    """The rows of a file; a row separator within delimiters does not end one. Empty rows are passed over.

    A delimiter in the middle of a field, as the inch of `rura 5"`, opens nothing.
    """
    cutter = Cutter(format_)
    if format_.separators.row != ENTER:
        yield from cutter.rows(_separated(stream, format_.charset.encode(format_.separators.row) or b"\n"))
    else:
        while block := stream.read(_CHUNK):
            block += stream.readline()
            plain = cutter.plain(block)
            yield from cutter.rows(_lines(block)) if plain is None else plain
    yield from cutter.end()


class Cutter:
    """Makes rows of what stands between row separators; knows how far the file has come."""

    def __init__(self, format_: BankFormat) -> None:
        self._charset = format_.charset
        self._lines = format_.separators.row == ENTER
        self._delimiter = format_.charset.encode(format_.separators.delimiter) or b""
        self._left_open = _left_open(self._delimiter, format_.charset.encode(format_.separators.field) or b"")
        self._line, self._offset = 1, 0
        self._held: list[bytes] = []
        self._held_line, self._held_offset = 1, 0

    def plain(self, block: bytes) -> Iterator[FileRow] | None:
        """The rows of a piece of a file in which nothing is delimited and all can be decoded at once; else None."""
        if self._held or (self._delimiter and self._delimiter in block) or BOM_UTF8 in block:
            return None  # the mark is taken away where a row begins with it
        returns = block.count(b"\r")
        if returns and returns != block.count(b"\r\n"):
            return None
        try:
            text = self._charset.decode(block)
        except UnicodeDecodeError:
            return None
        return self._plain(text.replace("\r\n", "\n") if returns else text, block)

    def _plain(self, text: str, block: bytes) -> Iterator[FileRow]:
        line, offset = self._line, self._offset
        for row, raw in zip(text.split("\n"), block.split(b"\n"), strict=True):
            if row.strip(_BLANK):
                yield FileRow(row, line, offset)
            line += 1
            offset += len(raw) + 1
        self._line, self._offset = self._line + block.count(b"\n"), self._offset + len(block)

    def rows(self, pieces: Iterator[tuple[bytes, bytes]]) -> Iterator[FileRow]:
        """The rows of these pieces, which stand before separators."""
        held, delimiter = self._held, self._delimiter
        for raw, ending in pieces:
            begins, begins_line = self._offset, self._line
            self._offset += len(raw) + len(ending)
            self._line += 1 if self._lines else raw.count(b"\n")
            within = bool(held)
            odd = within ^ (bool(delimiter) and raw.count(delimiter) % 2 == 1)
            within = odd and self._left_open(raw, within)
            if not held and not within:
                if row := self._row(raw, begins_line, begins):
                    yield row
                continue
            if not held:
                self._held_line, self._held_offset = begins_line, begins
            held.append(raw)
            if within and ending and self._offset - len(ending) - self._held_offset < _LONGEST:
                held.append(ending)
                continue
            yield from self.end()

    def end(self) -> Iterator[FileRow]:
        """The row that is held, where one is."""
        whole = b"".join(self._held)
        self._held.clear()
        if row := self._row(whole, self._held_line, self._held_offset):
            yield row

    def _row(self, data: bytes, line: int, offset: int) -> FileRow | None:
        """A row; None for an empty one."""
        if not data.strip(_BLANK.encode()):
            return None
        try:
            return FileRow(self._charset.decode(data), line, offset)
        except UnicodeDecodeError as error:
            return FileRow(data.decode("ascii", "replace"), line, offset, error.start)


def _left_open(delimiter: bytes, separator: bytes) -> Callable[[bytes, bool], bool]:
    """What says whether a text is open at the end of a piece of a row, where it was or was not at its beginning.

    As in `read`, it is opened at the beginning of a field alone, and closed where the field ends.
    """
    blanks, quote = (b"" if separator == b" " else b" *"), re.escape(delimiter)
    begins = rb"\A|" + re.escape(separator) if separator else rb"\A"
    opening = re.compile(b"(?:%b)%b%b" % (begins, blanks, quote))
    closing = re.compile(b"((?:%b)+)%b(%b|\\Z)?" % (quote, blanks, re.escape(separator) or b"\\Z"))

    def is_open(raw: bytes, within: bool) -> bool:  # noqa: FBT001 - a state that goes in and comes out
        place = 0
        while True:
            if not within:
                opened = opening.search(raw, place)
                if opened is None:
                    return False
                place = opened.end()
            closed = closing.search(raw, place)
            if closed is None:
                return True
            within = closed[2] is None or len(closed[1]) // len(delimiter) % 2 == 0
            place = closed.end(1) if within else closed.start(2)

    return is_open


def _lines(block: bytes) -> Iterator[tuple[bytes, bytes]]:
    """What stands before the ends of lines, whichever they are, and these ends."""
    for line in io.BytesIO(block):
        body = line.rstrip(b"\r\n")
        ending = line[len(body) :]
        if b"\r" in body:
            *first, body = body.split(b"\r")
            yield from ((piece, b"\r") for piece in first)
        yield body, ending


def _separated(stream: IO[bytes], separator: bytes) -> Iterator[tuple[bytes, bytes]]:
    """What stands between row separators, and the separators."""
    rest = b""
    while chunk := stream.read(_CHUNK):
        *whole, rest = (rest + chunk).split(separator)
        yield from ((piece, separator) for piece in whole)
        if len(rest) > _LONGEST:
            yield rest, b""
            rest = b""
    if rest.strip(b"\r\n"):
        yield rest, b""
