"""Documents of trade from JSON and JSONL files: orders, despatch advices, price lists; those that are posted, too."""

from collections.abc import Iterator
from pathlib import Path
from typing import IO

from dekret.intake.read import Reader, read_file, read_records, unknown_format
from dekret.intake.received import Received, Rejected
from dekret.model.documents import ALL_DOCUMENTS, AnyDocument
from dekret.text.source import Source

_HEAD = 512


def read_trade(path: Path) -> Iterator[Received[AnyDocument] | Rejected]:
    """The documents of a file, of any type. Raises `FileError` where it cannot be opened."""
    return read_file(path, _READER)


def read_trade_stream(name: str, stream: IO[bytes]) -> Iterator[Received[AnyDocument] | Rejected]:
    """The documents of an open file or of standard input.

    Where there are none, one `Rejected` with a warning says so.
    """
    return read_records(name, stream, _READER)


def _unknown(name: str, data: bytes) -> Rejected:
    return unknown_format(Source(name, data[:_HEAD].decode("utf-8", errors="replace")), ALL_DOCUMENTS)


def _no_table(name: str, lines: Iterator[bytes]) -> Iterator[Rejected]:
    yield _unknown(name, next(line for line in lines if line.strip()))


_READER = Reader(ALL_DOCUMENTS, _unknown, _no_table)
