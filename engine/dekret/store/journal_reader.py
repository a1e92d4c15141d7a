"""Journal files (.jsonl of `dekret post`) read again, entry by entry."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Protocol

import msgspec

from dekret.errors import FileError
from dekret.store.journal import JournalLine

_DECODER = msgspec.json.Decoder(JournalLine)


class EntryOf(Protocol):
    """What tells the entry of a journal line."""

    @property
    def journal(self) -> str: ...
    @property
    def number(self) -> int: ...
    @property
    def period(self) -> str: ...
    @property
    def document_id(self) -> str: ...
    @property
    def scheme(self) -> str: ...


class Once:
    """The entries of journal files met so far: the lines of one follow each other, so that none comes again.

    A file doubled by joining it with itself would count all money twice. An entry is told by journal, number and
    period, in the buffer, where it has no number, by its document and scheme. A file that holds one entry alone,
    doubled, looks like one entry of twice as many lines and is taken for it.
    """

    def __init__(self) -> None:
        self._seen: set[tuple[str, ...]] = set()
        self._last: tuple[str, int, str, str] | None = None

    def need_new(self, line: EntryOf, path: Path, row: int) -> None:
        """Raises `FileError` for the first line of an entry that was there before."""
        entry = (line.journal, line.number, line.period, line.document_id)
        if entry == self._last:
            return
        self._last = entry
        own = ("", line.document_id, line.scheme) if line.number == 0 else (str(line.number),)
        key = (line.journal, line.period, *own)
        if key in self._seen and (line.number or line.document_id):
            number = f"{line.journal}/{line.number or 'bufor'}/{line.period}"
            raise FileError(
                f"{path}, wiersz {row}: zapis {number} jest w dzienniku po raz drugi; kwoty policzono by dwa razy. "
                "Usuń powtórzone wiersze albo podaj plik raz.",
                f"{path}, line {row}: the entry {number} is in the journal a second time; its amounts would count "
                "twice. Remove the lines that are there again, or give the file once.",
            )
        self._seen.add(key)

    def next_file(self) -> None:
        """That another file begins, whose first entry is not the rest of the last one."""
        self._last = None


def entries(path: Path, once: Once | None = None) -> Iterator[list[JournalLine]]:
    """The entries of a journal file as their lines, which follow each other.

    Raises `FileError`, also for an entry that was there before, in this file or in the others of `once`.
    """
    lines = _lines(path, once or Once())
    for _, of_entry in groupby(lines, lambda line: (line.journal, line.number, line.period, line.document_id)):
        yield list(of_entry)


def _lines(path: Path, once: Once) -> Iterator[JournalLine]:
    once.next_file()
    try:
        with path.open("rb") as stream:
            for number, text in enumerate(stream, start=1):
                if text.strip():
                    line = _line(path, number, text)
                    once.need_new(line, path, number)
                    yield line
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
