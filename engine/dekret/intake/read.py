"""The reader that fits a file: by its ending, or by how its text begins; and the encoding it is written in."""

import codecs
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import IO

from dekret.errors import FileError
from dekret.intake import problems
from dekret.intake.json_reader import ENCODINGS, read_json, read_jsonl
from dekret.intake.ksef import LARGEST, Direction, Reading, read_ksef
from dekret.intake.received import Received, Rejected
from dekret.text.diagnostic import Diagnostic
from dekret.text.encoding import read_source
from dekret.text.source import Source
from dekret.text.wording import Wording

_HEAD = 512
_STDIN = "-"
_UTF16 = {
    codecs.BOM_UTF16_LE: b"", codecs.BOM_UTF16_BE: b"",
    b"{\0": codecs.BOM_UTF16_LE, b"[\0": codecs.BOM_UTF16_LE, b"<\0": codecs.BOM_UTF16_LE,
    b"\0{": codecs.BOM_UTF16_BE, b"\0[": codecs.BOM_UTF16_BE, b"\0<": codecs.BOM_UTF16_BE,
}  # fmt: skip
"""How a text in UTF-16 may begin, and the mark that is to be put before it."""


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
    """The documents of an open file or of standard input, as a stream where they stand one a line.

    Where there are none, one `Rejected` with a warning says so.
    """
    found = _found(name, stream, Reading(_direction(direction), own_tax_id))
    first = next(found, None)
    if first is None:
        where = Wording(f"W pliku {name}", f"The file {name}")
        if name == _STDIN:
            where = Wording("Na standardowym wejściu", "Standard input")
        first = Rejected((problems.NO_DOCUMENTS.at(Source(name, "").span(), where=where),))
    yield first
    yield from found


def _found(name: str, stream: IO[bytes], how: Reading) -> Iterator[Received | Rejected]:
    skipped = []
    first = stream.readline()
    while first and not first.strip():
        skipped.append(first)
        first = stream.readline()
    ending = Path(name).suffix.lower()
    start = first.lstrip(b"\xef\xbb\xbf \t\r\n")
    if first[:2] in _UTF16:
        yield from _utf16(name, _UTF16[first[:2]] + first + stream.read(), how)
    elif start.startswith(b"<"):
        yield read_ksef(name, b"".join(skipped) + first + stream.read(LARGEST), how)
    elif ending == ".jsonl" or (ending != ".json" and _is_object(start)):
        yield from read_jsonl(name, chain(skipped, [first], stream))
    elif start.startswith((b"{", b"[")):
        yield from _whole(name, b"".join(skipped) + first + stream.read())
    elif start:
        source = Source(name, first[:_HEAD].decode("utf-8", errors="replace"))
        yield Rejected((problems.UNKNOWN_FORMAT.at(source.span()),))


def _is_object(line: bytes) -> bool:
    return line.startswith(b"{") and line.rstrip().endswith(b"}")


def _utf16(name: str, data: bytes, how: Reading) -> Iterator[Received | Rejected]:
    """A text in UTF-16, as the Notepad and PowerShell of Windows write it."""
    start = data.decode("utf-16", errors="replace").lstrip("\ufeff \t\r\n")
    if start.startswith("<"):
        yield read_ksef(name, data, how)
    elif start:
        yield from _whole(name, data)


def _whole(name: str, data: bytes) -> Iterator[Received | Rejected]:
    """Documents of a JSON text in any encoding that can be told; one a line, where its first line is one."""
    source, warnings = read_source(name, data)
    if warnings and not source.text:
        yield Rejected(warnings)
        return
    lines = source.text.encode().splitlines(keepends=True)
    written = [line for line in lines if line.strip()]
    by_line = Path(name).suffix.lower() == ".jsonl" or (len(written) > 1 and _is_object(written[0].lstrip()))
    found = read_jsonl(name, lines) if by_line else read_json(source)
    encoding = ENCODINGS.get(source.encoding, source.encoding.upper())
    remarks = tuple(problems.LEGACY_ENCODING.at(warning.span, encoding=encoding) for warning in warnings)
    for item in found:
        yield _with(item, remarks)
        remarks = ()


def _with(item: Received | Rejected, remarks: tuple[Diagnostic, ...]) -> Received | Rejected:
    """An item that says something more."""
    if not remarks:
        return item
    if isinstance(item, Received):
        return item._replace(warnings=(*remarks, *item.warnings))
    return Rejected((*remarks, *item.diagnostics))


def _direction(direction: str | None) -> Direction | None:
    return "vat_sale" if direction == "vat_sale" else "vat_purchase" if direction == "vat_purchase" else None
