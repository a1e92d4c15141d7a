"""The rows of a bank file as a stream: bytes cut at row separators, decoded, with their line and byte offset."""

import re
from collections.abc import Callable, Iterator
from typing import IO, NamedTuple

from dekret.bank.charsets import Charset
from dekret.bank.nodes import BankFormat
from dekret.bank.separators import ENTER

_CHUNK = 1 << 16
_LONGEST = 1 << 20
"""No row is longer: beyond it, a delimiter was opened and never closed, or the file has other row separators."""


class FileRow(NamedTuple):
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
    delimiter = format_.charset.encode(format_.separators.delimiter) or b""
    left_open = _left_open(delimiter, format_.charset.encode(format_.separators.field) or b"")
    line, offset = 1, 0
    held: list[bytes] = []
    held_line, held_offset, within = 1, 0, False
    charset, lines = format_.charset, format_.separators.row == ENTER
    for raw, ending in _pieces(stream, format_):
        begins, begins_line = offset, line
        offset += len(raw) + len(ending)
        line += 1 if lines else raw.count(b"\n")
        odd = within ^ (bool(delimiter) and raw.count(delimiter) % 2 == 1)
        within = odd and left_open(raw, within)
        if not held and not within:
            if raw.strip(b" \x1a"):
                yield _row(raw, begins_line, begins, charset)
            continue
        if not held:
            held_line, held_offset = begins_line, begins
        held.append(raw)
        if within and ending and offset - len(ending) - held_offset < _LONGEST:
            held.append(ending)
            continue
        whole, within = b"".join(held), False
        held.clear()
        if whole.strip(b" \x1a"):
            yield _row(whole, held_line, held_offset, charset)
    whole = b"".join(held)
    if whole.strip():
        yield _row(whole, held_line, held_offset, charset)


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


def _row(data: bytes, line: int, offset: int, charset: Charset) -> FileRow:
    try:
        return FileRow(charset.decode(data), line, offset)
    except UnicodeDecodeError as error:
        return FileRow(data.decode("ascii", "replace"), line, offset, error.start)


def _pieces(stream: IO[bytes], format_: BankFormat) -> Iterator[tuple[bytes, bytes]]:
    """What stands between row separators, and the separators; `<Enter>` is any end of a line."""
    if format_.separators.row == ENTER:
        for line in stream:
            body = line.rstrip(b"\r\n")
            ending = line[len(body) :]
            if b"\r" in body:
                *first, body = body.split(b"\r")
                yield from ((piece, b"\r") for piece in first)
            yield body, ending
        return
    separator = format_.charset.encode(format_.separators.row) or b"\n"
    rest = b""
    while chunk := stream.read(_CHUNK):
        *whole, rest = (rest + chunk).split(separator)
        yield from ((piece, separator) for piece in whole)
        if len(rest) > _LONGEST:
            yield rest, b""
            rest = b""
    if rest.strip(b"\r\n"):
        yield rest, b""
