"""Journal files (.jsonl of `dekret post`) read again, entry by entry."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import msgspec

from dekret.errors import FileError
from dekret.store.journal import JournalLine

_DECODER = msgspec.json.Decoder(JournalLine)


def entries(path: Path) -> Iterator[list[JournalLine]]:
    """The entries of a journal file as their lines, which follow each other. Raises `FileError`."""
    for _, lines in groupby(_lines(path), lambda line: (line.journal, line.number, line.period, line.document_id)):
        yield list(lines)


def _lines(path: Path) -> Iterator[JournalLine]:
    try:
        with path.open("rb") as stream:
            for number, text in enumerate(stream, start=1):
                if text.strip():
                    yield _line(path, number, text)
    except OSError as error:
        raise FileError.reading(path, error) from error


def _line(path: Path, number: int, text: bytes) -> JournalLine:
    try:
        return _DECODER.decode(text)
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise FileError(
            f"{path}, wiersz {number}: to nie jest wiersz dziennika JSONL z dekret post.",
            f"{path}, line {number}: this is no line of a JSONL journal of dekret post.",
        ) from None
