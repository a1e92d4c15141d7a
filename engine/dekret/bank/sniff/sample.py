"""The part of a file that is looked at: its first rows and its last ones, and whether it is text at all."""

import os
from dataclasses import dataclass
from typing import IO

from dekret.bank.sniff import problems
from dekret.text.diagnostic import Diagnostic
from dekret.text.source import Source
from dekret.text.wording import Wording

ROWS = 2000
"""How many rows are looked at unless more are asked for."""
_BLOCK = 1 << 16
_MOST = 1 << 25
"""Bytes that are looked at, however long the rows are."""
_TAIL = 1 << 14
_KINDS = (
    (b"PK\x03\x04", Wording("archiwum ZIP albo arkusz XLSX", "a ZIP archive or an XLSX sheet")),
    (b"\xd0\xcf\x11\xe0", Wording("arkusz XLS albo dokument DOC", "an XLS sheet or a DOC document")),
    (b"%PDF", Wording("dokument PDF", "a PDF document")),
    (b"\x1f\x8b", Wording("archiwum GZIP", "a GZIP archive")),
    (b"7z\xbc\xaf", Wording("archiwum 7z", "a 7z archive")),
    (b"{\\rtf", Wording("dokument RTF", "an RTF document")),
)
_BINARY = Wording("ma znaki sterujące, których tekst nie ma", "it has control characters that no text has")
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\x01\x03\x0c\x1a"))
"""SOH and ETX stand around messages, SUB at the end of files of DOS."""
_FEW = 3


@dataclass(frozen=True, slots=True)
class Sample:
    """The bytes looked at. `left_out` says that the file goes on between the first rows and the last."""

    name: str
    data: bytes
    left_out: bool = False


def read_sample(name: str, stream: IO[bytes], rows: int = ROWS) -> Sample:
    r"""The first rows of a file, and the last ones of a longer one that can be read from its end.

    >>> import io
    >>> read_sample("a", io.BytesIO(b"1\n2\n3\n"), rows=2)
    Sample(name='a', data=b'1\n2\n3\n', left_out=False)
    """
    blocks: list[bytes] = []
    size = ends = 0
    while size < _MOST and ends <= rows and (block := stream.read(_BLOCK)):
        blocks.append(block)
        size += len(block)
        ends += max(block.count(b"\n"), block.count(b"\r"))
    data = b"".join(blocks)
    lines = data.splitlines(keepends=True)
    more = stream.read(1)
    if len(lines) <= rows and not more:
        return Sample(name, data)
    kept = b"".join(lines[: min(rows, max(len(lines) - bool(more), 1))])
    tail = _tail(stream, len(kept))
    return Sample(name, kept + tail, left_out=True) if tail != data[len(kept) :] or more else Sample(name, data)


def _tail(stream: IO[bytes], after: int) -> bytes:
    """Whole rows at the end of a stream, behind those that were kept."""
    if not stream.seekable():
        return b""
    end = stream.seek(0, os.SEEK_END)
    start = max(after, end - _TAIL)
    stream.seek(start)
    data = stream.read(_TAIL)
    return data if start == after else b"".join(data.splitlines(keepends=True)[1:])


def refusal(sample: Sample) -> Diagnostic | None:
    """Why these bytes are no rows of a bank; None where they may be."""
    data = sample.data
    found = other_file(sample.name, data)
    if found is None and len(data) - len(data.translate(None, _CONTROLS)) > _FEW:
        return problems.BINARY.at(Source(sample.name, "").span(), kind=_BINARY)
    return found


def other_file(name: str, data: bytes) -> Diagnostic | None:
    """Why a file that begins with these bytes is of another kind, or empty, whichever format it is read by."""
    place = Source(name, "").span()
    start = data[:_BLOCK]
    for mark, kind in _KINDS:
        if start.startswith(mark):
            return problems.BINARY.at(place, kind=kind)
    if start.startswith((b"\xff\xfe", b"\xfe\xff")) or _halves(start):
        return problems.UTF16.at(place)
    if not data.strip(b" \t\r\n\x1a\xef\xbb\xbf"):
        return problems.EMPTY.at(place)
    text = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    if (text[:1] == b"<" and text[1:2] in (b"?", b"!")) or (text[:1] == b"<" and b"xmlns" in text[:400]):
        return problems.XML.at(place, kind="ISO 20022 (camt)" if b"camt." in text else "XML")
    return None


def _halves(data: bytes) -> bool:
    """Whether every other byte is zero, as in UTF-16 without a mark."""
    counts = sorted((data[::2].count(0), data[1::2].count(0)))
    return len(data) > _FEW and counts[1] * 3 > len(data) > counts[0] * 9
