"""The reader that fits a file: by its ending, or by how its text begins."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import IO

from dekret.errors import FileError
from dekret.intake import problems
from dekret.intake.json_reader import read_json, read_jsonl
from dekret.intake.ksef import LARGEST, Direction, Reading, read_ksef
from dekret.intake.received import Received, Rejected
from dekret.text.encoding import read_source
from dekret.text.source import Source

_HEAD = 512


def read_documents(path: Path, direction: str | None, own_tax_id: str) -> Iterator[Received | Rejected]:
    """The documents of a file. Raises `FileError` where it cannot be opened.

    `direction` is the register that invoices go to (`vat_purchase`, `vat_sale`) where the company's own NIP does
    not tell.
    """
    try:
        with path.open("rb") as stream:
            yield from read_stream(str(path), stream, direction, own_tax_id)
    except OSError as error:
        raise FileError.reading(path, error) from error


def read_stream(name: str, stream: IO[bytes], direction: str | None, own_tax_id: str) -> Iterator[Received | Rejected]:
    """The documents of an open file or of standard input, as a stream where they stand one a line."""
    skipped = []
    first = stream.readline()
    while first and not first.strip():
        skipped.append(first)
        first = stream.readline()
    start = first.lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"<"):
        how = Reading(_direction(direction), own_tax_id)
        yield read_ksef(name, b"".join(skipped) + first + stream.read(LARGEST), how)
    elif name.endswith(".jsonl") or (start.startswith(b"{") and start.rstrip().endswith(b"}")):
        yield from read_jsonl(name, chain(skipped, [first], stream))
    elif start.startswith((b"{", b"[")):
        source, warnings = read_source(name, b"".join(skipped) + first + stream.read())
        if not source.text:
            yield Rejected(warnings)
        else:
            yield from read_json(source)
    elif first:
        source = Source(name, first[:_HEAD].decode("utf-8", errors="replace"))
        yield Rejected((problems.UNKNOWN_FORMAT.at(source.span()),))


def _direction(direction: str | None) -> Direction | None:
    return "vat_sale" if direction == "vat_sale" else "vat_purchase" if direction == "vat_purchase" else None
