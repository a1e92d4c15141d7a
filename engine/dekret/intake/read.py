"""The reader that fits a file: by its ending, or by how its text begins; and the encoding it is written in."""

import codecs
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import IO, Generic

from dekret.errors import FileError
from dekret.intake import problems
from dekret.intake.json_reader import ENCODINGS, read_json, read_jsonl
from dekret.intake.ksef import LARGEST, Direction, Reading, read_ksef
from dekret.intake.received import R, Received, Rejected
from dekret.model.documents import ALL_DOCUMENTS, DOCUMENTS, AnyDocument, Document
from dekret.model.family import Family
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


@dataclass(frozen=True, slots=True)
class Reader(Generic[R]):
    """How the files of a family are read: `xml` and `table` say what becomes of files that are no JSON."""

    family: Family[R]
    xml: Callable[[str, bytes], Received[R] | Rejected]
    table: Callable[[str, Iterator[bytes]], Iterator[Received[R] | Rejected]]


def read_documents(path: Path, direction: str | None, own_tax_id: str) -> Iterator[Received[Document] | Rejected]:
    """The documents of a file. Raises `FileError` where it cannot be opened.

    `direction` is the register that invoices of KSeF go to (`vat_purchase`, `vat_sale`) where the company's own NIP
    does not tell; `sale_invoice` and `purchase_invoice` ask for invoices with their lines.
    """
    return read_file(path, _documents(direction, own_tax_id))


def read_stream(
    name: str, stream: IO[bytes], direction: str | None, own_tax_id: str
) -> Iterator[Received[Document] | Rejected]:
    """The documents of an open file or of standard input, as a stream where they stand one a line.

    Where there are none, one `Rejected` with a warning says so.
    """
    return read_records(name, stream, _documents(direction, own_tax_id))


def read_any(path: Path, direction: str | None, own_tax_id: str) -> Iterator[Received[AnyDocument] | Rejected]:
    """As `read_documents`, with documents of trade that nothing posts."""
    return read_file(path, _any_documents(direction, own_tax_id))


def read_any_stream(
    name: str, stream: IO[bytes], direction: str | None, own_tax_id: str
) -> Iterator[Received[AnyDocument] | Rejected]:
    """As `read_stream`, with documents of trade that nothing posts."""
    return read_records(name, stream, _any_documents(direction, own_tax_id))


def _any_documents(direction: str | None, own_tax_id: str) -> Reader[AnyDocument]:
    how = _reading(direction, own_tax_id)

    def xml(name: str, data: bytes) -> Received[AnyDocument] | Rejected:
        found = read_ksef(name, data, how)
        return found if isinstance(found, Rejected) else Received(*found)

    return Reader(ALL_DOCUMENTS, xml, _no_table)


def _documents(direction: str | None, own_tax_id: str) -> Reader[Document]:
    how = _reading(direction, own_tax_id)
    return Reader(DOCUMENTS, lambda name, data: read_ksef(name, data, how), _no_table)


def _no_table(name: str, lines: Iterator[bytes]) -> Iterator[Rejected]:
    first = next(line for line in lines if line.strip())
    yield unknown_format(Source(name, first[:_HEAD].decode("utf-8", errors="replace")), DOCUMENTS)


def unknown_format(source: Source, family: Family[R]) -> Rejected:
    """The refusal of a text that does not look like any file of a family."""
    nouns = problems.NOUNS[family.name]
    return Rejected((problems.UNKNOWN_FORMAT.at(source.span(), many=nouns.many, files=nouns.files),))


def read_file(path: Path, how: Reader[R]) -> Iterator[Received[R] | Rejected]:
    """The records of a file. Raises `FileError` where it cannot be opened."""
    try:
        with path.open("rb") as stream:
            yield from read_records(str(path), stream, how)
    except OSError as error:
        raise FileError.reading(path, error) from error


def read_records(name: str, stream: IO[bytes], how: Reader[R]) -> Iterator[Received[R] | Rejected]:
    """The records of an open file or of standard input, as a stream where they stand one a line.

    Where there are none, one `Rejected` with a warning says so.
    """
    found = _found(name, stream, how)
    first = next(found, None)
    if first is None:
        where = Wording(f"W pliku {name}", f"The file {name}")
        if name == _STDIN:
            where = Wording("Na standardowym wejściu", "Standard input")
        none = problems.NOUNS[how.family.name].none
        first = Rejected((problems.NO_DOCUMENTS.at(Source(name, "").span(), where=where, none=none),))
    yield first
    yield from found


def _found(name: str, stream: IO[bytes], how: Reader[R]) -> Iterator[Received[R] | Rejected]:
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
        yield how.xml(name, b"".join(skipped) + first + stream.read(LARGEST))
    elif ending == ".jsonl" or (ending != ".json" and _is_object(start)):
        yield from read_jsonl(name, chain(skipped, [first], stream), how.family)
    elif start.startswith((b"{", b"[")):
        yield from _whole(name, b"".join(skipped) + first + stream.read(), how.family)
    elif start:
        yield from how.table(name, chain(skipped, [first], stream))


def _is_object(line: bytes) -> bool:
    return line.startswith(b"{") and line.rstrip().endswith(b"}")


def _utf16(name: str, data: bytes, how: Reader[R]) -> Iterator[Received[R] | Rejected]:
    """A text in UTF-16, as the Notepad and PowerShell of Windows write it."""
    start = data.decode("utf-16", errors="replace").lstrip("\ufeff \t\r\n")
    if start.startswith("<"):
        yield how.xml(name, data)
    elif start.startswith(("{", "[")):
        yield from _whole(name, data, how.family)
    elif start:
        yield from how.table(name, iter([data]))


def _whole(name: str, data: bytes, family: Family[R]) -> Iterator[Received[R] | Rejected]:
    """Records of a JSON text in any encoding that can be told; one a line, where its first line is one."""
    source, warnings = read_source(name, data)
    if warnings and not source.text:
        yield Rejected(warnings)
        return
    lines = source.text.encode().splitlines(keepends=True)
    written = [line for line in lines if line.strip()]
    by_line = Path(name).suffix.lower() == ".jsonl" or (len(written) > 1 and _is_object(written[0].lstrip()))
    found = read_jsonl(name, lines, family) if by_line else read_json(source, family)
    for item in found:
        yield with_remarks(item, warnings, source.encoding)
        warnings = ()


def with_remarks(
    item: Received[R] | Rejected, warnings: tuple[Diagnostic, ...], encoding: str
) -> Received[R] | Rejected:
    """An item that says, too, in which encoding its file was taken to be."""
    if not warnings:
        return item
    encoding = ENCODINGS.get(encoding, encoding.upper())
    remarks = tuple(problems.LEGACY_ENCODING.at(warning.span, encoding=encoding) for warning in warnings)
    if isinstance(item, Received):
        return item._replace(warnings=(*remarks, *item.warnings))
    return Rejected((*remarks, *item.diagnostics))


def _reading(kind: str | None, own_tax_id: str) -> Reading:
    """How invoices of KSeF are read for a type of document: for invoices with their lines, else for a register."""
    direction = _DIRECTIONS.get(kind or "")
    return Reading(direction, own_tax_id, positions=kind in _WITH_POSITIONS)


_WITH_POSITIONS = ("sale_invoice", "purchase_invoice")
_DIRECTIONS: Mapping[str, Direction] = {
    "vat_sale": "vat_sale",
    "vat_purchase": "vat_purchase",
    "sale_invoice": "vat_sale",
    "purchase_invoice": "vat_purchase",
}
