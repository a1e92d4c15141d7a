"""Payments from files: JSON, JSONL, and the CSV of a spreadsheet."""

from collections.abc import Iterator
from pathlib import Path
from typing import IO

from dekret.intake import problems
from dekret.intake.read import Reader, read_file, read_records
from dekret.intake.received import Received, Rejected
from dekret.intake.sheet import read_sheet
from dekret.model.payments import PAYMENTS, Payment
from dekret.text.source import Source

_HEAD = 512


def read_payments(path: Path) -> Iterator[Received[Payment] | Rejected]:
    """The payments of a file. Raises `FileError` where it cannot be opened."""
    return read_file(path, _READER)


def read_payments_stream(name: str, stream: IO[bytes]) -> Iterator[Received[Payment] | Rejected]:
    """The payments of an open file or of standard input, as a stream where they stand one a line.

    Where there are none, one `Rejected` with a warning says so.
    """
    return read_records(name, stream, _READER)


def _no_xml(name: str, data: bytes) -> Rejected:
    source = Source(name, data[:_HEAD].decode("utf-8", errors="replace"))
    return Rejected((problems.XML_PAYMENTS.at(source.span(), files=problems.NOUNS[PAYMENTS.name].files),))


_READER = Reader(PAYMENTS, _no_xml, lambda name, lines: read_sheet(name, lines, PAYMENTS))
