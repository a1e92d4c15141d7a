"""Posting in several processes: lines of files go out in chunks, journal lines come back in their order.

What has to be told for the whole batch stays here: the numbers of entries, and that no document stands in it twice.
"""

import os
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, replace
from itertools import islice
from multiprocessing import get_context
from multiprocessing.context import BaseContext
from pathlib import Path
from typing import IO

from msgspec import Struct

from dekret.errors import FileError
from dekret.intake.json_reader import read_jsonl
from dekret.intake.received import Line, Received, place_of
from dekret.model.documents import Document
from dekret.packs.batch import post_all, received, source_of
from dekret.packs.library import RULES, Library, load
from dekret.packs.numbering import Journals
from dekret.packs.outcome import LEFT_OUT, By, Posted, PostedText, Refused
from dekret.packs.poster import Poster, already_seen, identity_of
from dekret.packs.together import check_symbols
from dekret.store.journal import jsonl

_LINES = 800
_UNNUMBERED = '"number":0,'
"""What a line has where the number of its entry belongs; within a text the quotes would be escaped."""


@dataclass(frozen=True, slots=True)
class RulesFrom:
    """Where rules are loaded from, so that another process loads the same."""

    paths: tuple[Path, ...]
    standard: tuple[Path, ...]

    def load(self) -> Library:
        library = load(self.paths, self.standard, languages=RULES)
        check_symbols(library)
        return library


class _Chunk(Struct, frozen=True):
    name: str
    first: int
    lines: list[bytes]


class _Made(Struct, frozen=True):
    """A document of a chunk: refused, or its journal lines without their number."""

    line: int
    identity: str = ""
    number: str = ""
    journal: str = ""
    period: str = ""
    text: str = ""
    lines: int = 0
    opened: tuple[str, ...] = ()
    posted: Posted | None = None
    refused: Refused | None = None


_poster: Poster | None = None


def _begin(rules: RulesFrom, by: By) -> None:
    """Loads the rules, where the process does not have them from the one that it was forked from."""
    global _poster  # noqa: PLW0603 - the one thing a worker keeps between its chunks
    if _poster is None:
        _poster = Poster(rules.load(), by)


def _context(poster: Poster) -> BaseContext:
    """How workers are started: on Linux by fork, which hands them the rules as they are."""
    global _poster  # noqa: PLW0603
    if sys.platform != "linux":
        return get_context("spawn")
    _poster = Poster(poster.library, poster.by)
    return get_context("fork")


def _work(chunk: _Chunk) -> list[_Made]:
    assert _poster
    journals = Journals(_poster.numbering)
    return [
        _made(_poster, journals, item) if isinstance(item, Received) else _Made(0, refused=Refused(item.diagnostics))
        for item in read_jsonl(chunk.name, chunk.lines, first=chunk.first)
    ]


def _made(poster: Poster, journals: Journals, item: Received[Document]) -> _Made:
    if poster.leaves_out(item):
        return _Made(0, refused=LEFT_OUT)
    identity = identity_of(item)
    _, line = item.place
    number = item.document.number
    result = poster.post_new(item, identity)
    if isinstance(result, Refused):
        return _Made(line, identity, number, refused=replace(result, source=source_of(item)))
    entry = journals.dated(result.entry)
    opened = tuple(account.code for account in entry.opened)
    remarks = Posted(entry, result.remarks) if result.remarks else None
    return _Made(line, identity, number, entry.journal, entry.period, jsonl(entry), len(entry.lines), opened, remarks)


class Parallel:
    """Posts files in `jobs` processes; entries come back as JSONL."""

    def __init__(self, poster: Poster, rules: RulesFrom, journals: Journals, jobs: int) -> None:
        self.poster = poster
        self.journals = journals
        self.jobs = jobs
        self._pool = ProcessPoolExecutor(
            jobs, mp_context=_context(poster), initializer=_begin, initargs=(rules, poster.by)
        )

    def post(self, inputs: Sequence[Path], standard_input: IO[bytes]) -> Iterator[Posted | PostedText | Refused]:
        """What becomes of every document, in order. Raises `FileError`."""
        with self._pool:
            for path in inputs:
                if path.suffix.lower() == ".jsonl" and _starts_plainly(path):
                    yield from self._file(path)
                else:
                    documents = received(self.poster, [path], standard_input)
                    yield from post_all(self.poster, documents, self.journals)

    def _file(self, path: Path) -> Iterator[Posted | PostedText | Refused]:
        waiting: deque[tuple[_Chunk, Future[list[_Made]]]] = deque()
        try:
            with path.open("rb") as stream:
                for chunk in _chunks(str(path), stream):
                    waiting.append((chunk, self._pool.submit(_work, chunk)))
                    if len(waiting) > self.jobs * 3:
                        yield from self._results(*waiting.popleft())
                while waiting:
                    yield from self._results(*waiting.popleft())
        except OSError as error:
            raise FileError.reading(path, error) from error

    def _results(self, chunk: _Chunk, future: Future[list[_Made]]) -> Iterator[Posted | PostedText | Refused]:
        for made in future.result():
            if made.identity:
                first = self.poster.seen_before(made.identity, chunk.name, made.line)
                if first:
                    line = Line(chunk.name, made.line, chunk.lines[made.line - chunk.first])
                    span = place_of(line.span(), made.number)
                    yield replace(already_seen(span, made.number, first), source=line.span().text.strip())
                    continue
            if made.refused:
                yield made.refused
                continue
            remarks = made.posted.remarks if made.posted else ()
            yield PostedText(self._numbered(made), made.lines, made.opened, remarks)

    def _numbered(self, made: _Made) -> str:
        number = self.journals.next(made.journal, made.period) if made.period else 0
        return made.text.replace(_UNNUMBERED, f'"number":{number},')


def _chunks(name: str, stream: IO[bytes]) -> Iterator[_Chunk]:
    first = 1
    while lines := list(islice(stream, _LINES)):
        yield _Chunk(name, first, lines)
        first += len(lines)


def _starts_plainly(path: Path) -> bool:
    """Whether a file begins as UTF-8 JSONL does; others are read whole, in this process."""
    try:
        with path.open("rb") as stream:
            start = stream.readline(4).lstrip(b"\xef\xbb\xbf")
    except OSError as error:
        raise FileError.reading(path, error) from error
    return start.startswith(b"{") and start[1:2] != b"\0"


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
