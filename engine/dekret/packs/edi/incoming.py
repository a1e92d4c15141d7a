"""Files of Comarch EDI that come in: which document each holds, and in what order they were issued."""

import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from dekret.edi import import_problems as problems
from dekret.errors import FileError
from dekret.intake.received import Rejected
from dekret.mapping.places import span_of
from dekret.markup import xml
from dekret.markup.xml import Element
from dekret.packs.mapping.run import guessed, xml_fault
from dekret.text.diagnostic import Diagnostic
from dekret.text.source import Source, Span

ORDER, INVOICE, CORRECTION = "EDI-ZAMOWIENIE", "EDI-FAKTURA", "EDI-KOREKTA"
"""The maps of what comes in."""
_HEADERS: Mapping[str, tuple[str, str, str]] = {
    "Document-Order": ("Order-Header", "OrderDate", "OrderNumber"),
    "Document-Invoice": ("Invoice-Header", "InvoiceDate", "InvoiceNumber"),
}
"""The header by the root, the elements that hold day and number."""
_INVOICES = {"O": INVOICE, "D": INVOICE, "C": CORRECTION, "R": CORRECTION}
"""The map by DocumentFunctionCode (comarch-edi 5.3)."""
COPIES: Mapping[str, tuple[str, ...]] = {ORDER: ("R",), INVOICE: ("D",), CORRECTION: ("R",)}
"""The codes of documents that are sent a second time."""
_WANTED = " / ".join(_HEADERS)
_NATURAL = re.compile(r"(\d+)")
Key = tuple[str, int, tuple[tuple[int, str], ...]]


@dataclass(frozen=True, slots=True)
class Incoming:
    """A document of a file as it stands there, the map that reads it, what is to be said of the file all the same."""

    name: str
    map: str
    code: str
    key: Key
    element: Element
    remarks: tuple[Diagnostic, ...]

    @property
    def lines(self) -> list[Element]:
        """The elements of the positions, in their order."""
        return [
            found
            for root in ("Order-Lines", "Invoice-Lines")
            for part in self.element.children(root)
            for line in part.children("Line")
            for found in line.children("Line-Item")
        ]

    def place(self, position: int) -> Span:
        """The place of a position, counted from 0; the document where there is no such."""
        lines = self.lines
        return span_of(self.name, lines[position] if position < len(lines) else self.element)

    def value(self, path: str) -> str:
        """The text at a path, empty where there is none."""
        return self.element.value(path)


def files_of(paths: Iterable[Path]) -> list[Path]:
    """The files, of a folder those that end in .xml, in the order of their names. Raises `FileError`."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            try:
                found += sorted(each for each in path.iterdir() if each.suffix.lower() == ".xml")
            except OSError as error:
                raise FileError.reading(path, error) from error
        else:
            found.append(path)
    return found


def in_order(files: list[Path], stdin: Callable[[], IO[bytes]]) -> list[Path]:
    """The files in the order in which their documents were issued, invoices of a day before corrections.

    Those that cannot be read come first. Raises `FileError`.
    """
    if len(files) < 2:
        return files
    return sorted(files, key=lambda path: _first_key(path, stdin))


def _first_key(path: Path, stdin: Callable[[], IO[bytes]]) -> Key:
    keys = (item.key for item in documents(path, stdin) if isinstance(item, Incoming))
    return next(keys, ("", 0, ()))


def documents(path: Path, stdin: Callable[[], IO[bytes]]) -> Iterator[Incoming | Rejected]:
    """The documents of a file; a file that is cut or broken anywhere is `Rejected` whole. Raises `FileError`."""
    if str(path) == "-":
        yield from _documents("-", stdin)
        return
    try:
        with path.open("rb") as stream:

            def again() -> IO[bytes]:
                stream.seek(0)
                return stream

            yield from _documents(str(path), again)
    except OSError as error:
        raise FileError.reading(path, error) from error


def kept(stream: IO[bytes]) -> Callable[[], IO[bytes]]:
    """Standard input as a file that can be read twice: what it holds is kept, once it is asked for."""
    held: list[bytes] = []

    def again() -> IO[bytes]:
        if not held:
            held.append(stream.read(xml.LARGEST + 1))
        return io.BytesIO(held[0])

    return again


def _documents(name: str, opened: Callable[[], IO[bytes]]) -> Iterator[Incoming | Rejected]:
    """Read once to see that all of it is sound, and once more for what it says."""
    root, fault, remarks = _looked_at(name, opened)
    if fault:
        yield Rejected((*remarks, fault))
        return
    for item in xml.stream(opened(), (root,)):
        if isinstance(item, Element):
            yield _document(name, item, remarks)
            remarks = ()


def _looked_at(name: str, opened: Callable[[], IO[bytes]]) -> tuple[str, Diagnostic | None, tuple[Diagnostic, ...]]:
    """The root of a file, what is wrong with the file, what is to be said of it."""
    root, *others = _HEADERS
    while True:
        remarks: tuple[Diagnostic, ...] = ()
        found = ""
        for item in xml.stream(opened(), (root,)):
            if isinstance(item, Element):
                continue
            if item.kind == "guessed":
                remarks = (guessed(name, item),)
                continue
            found = item.reason.pl if item.kind == "root" else ""
            if not found:
                return root, xml_fault(name, item, _WANTED), remarks
            fault = problems.OTHER_DOCUMENT.at(Source(name, "", first_line=item.line).span(), root=found)
        if not found:
            return root, None, remarks
        if found not in others:
            return root, fault, remarks
        root, others = found, []


def _document(name: str, element: Element, remarks: tuple[Diagnostic, ...]) -> Incoming | Rejected:
    header, day, number = _HEADERS[element.name]
    code = element.value(f"{header}/DocumentFunctionCode")
    found = ORDER if header == "Order-Header" else _INVOICES.get(code, "")
    if not found:
        return Rejected((*remarks, problems.OTHER_FUNCTION.at(Source(name, "").span(), code=code)))
    written = _NATURAL.split(element.value(f"{header}/{number}"))
    natural = tuple((int(part), "") if part.isdecimal() else (0, part) for part in written)
    key = (element.value(f"{header}/{day}"), int(found == CORRECTION), natural)
    return Incoming(name, found, code, key, element, remarks)
