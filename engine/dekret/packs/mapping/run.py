"""Files read by a map: the documents of XML, JSON and CSV as records, and those that were refused, with reasons."""

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import IO, Any, TypeAlias

from dekret.errors import FileError
from dekret.intake import json_syntax
from dekret.intake.family_problems import reason_of
from dekret.intake.json_reader import RepeatedError, object_of, repeated_field
from dekret.intake.locate import locate
from dekret.intake.received import Received, Rejected, place_of
from dekret.mapping import run_problems as problems
from dekret.mapping.check import CheckedMap
from dekret.mapping.check_sheet import document_column, wrong_sheet
from dekret.mapping.check_tree import check_tree
from dekret.mapping.compile import compile_map
from dekret.mapping.csv_tree import read_sheet as csv_sheet
from dekret.mapping.json_tree import JsonTree, Steps
from dekret.mapping.language import FileKind
from dekret.mapping.lookups import Created, Lookups
from dekret.mapping.nodes import Map
from dekret.mapping.paths import Step, Tree, places_at
from dekret.mapping.places import span_of
from dekret.mapping.read import Data, MapReader, Origin
from dekret.markup import xml
from dekret.markup.xml import Element, XmlFault
from dekret.model.documents import DOCUMENTS
from dekret.model.faults import FieldError, read_record
from dekret.model.named import named
from dekret.packs.poster import identity_of
from dekret.packs.seen import SeenInFiles
from dekret.text.diagnostic import Diagnostic, Related
from dekret.text.encoding import read_source
from dekret.text.source import Source, Span
from dekret.text.wording import Wording

_MEGABYTE = 1 << 20
Record: TypeAlias = Any
"""The record of any family: what a map reads is told by the map."""


@dataclass(frozen=True, slots=True)
class Mapped:
    """A record read by a map, and what was created on the way."""

    received: Received[Record]
    created: tuple[Created, ...]


class Mapping:
    """Reads files by one map; what one document creates, the next ones find.

    `tells_again`: whether a document that was read before is remarked on here; those who post or exchange what comes
    out refuse it themselves.
    """

    def __init__(self, checked: CheckedMap, lookups: Lookups, today: dt.date, *, tells_again: bool = False) -> None:
        self.checked = checked
        self.lookups = lookups
        self.today = today
        self.tells_again = tells_again
        self._seen = SeenInFiles()

    @cached_property
    def reader(self) -> MapReader:
        """What reads the documents. Only for a map that was checked without errors."""
        return MapReader(compile_map(self.checked), self.lookups, self.today)

    @property
    def map(self) -> Map:
        return self.checked.map

    def file(self, path: Path) -> Iterator[Mapped | Rejected]:
        """The documents of a file. Raises `FileError` where it cannot be opened."""
        try:
            with path.open("rb") as stream:
                yield from self.stream(str(path), stream)
        except OSError as error:
            raise FileError.reading(path, error) from error

    def stream(self, name: str, stream: IO[bytes]) -> Iterator[Mapped | Rejected]:
        """The documents of an open file, one after the other; a file without one is `Rejected`."""
        count = 0
        for item in _READERS[self.map.file](self, name, stream):
            count += 1
            yield self._told_again(item) if isinstance(item, Mapped) and self.tells_again else item
        if not count:
            path = self.map.document.text
            yield Rejected((problems.NOTHING_FOUND.at(Source(name, "").span(), name=name, path=path),))

    def _told_again(self, item: Mapped) -> Mapped:
        """A document with the remark that it was read before, where it was."""
        received = item.received
        if received.document.type not in DOCUMENTS.kinds:
            return item
        first = self._seen.first(int(identity_of(received)[:16], 16), *received.place)
        if first is None:
            return item
        where = Related(first, Wording("pierwszy raz tutaj", "first here"))
        said = problems.DOCUMENT_AGAIN.at(received.span, related=(where,), number=received.document.number)
        return replace(item, received=received._replace(warnings=(*received.warnings, said)))

    def element(self, name: str, element: Element, remarks: tuple[Diagnostic, ...] = ()) -> Mapped | Rejected:
        """One document of XML, held against the shape of the map."""
        shape = self.checked.shape
        found = tuple(check_tree(element, shape, name, _place(self.map))) if shape else ()
        return self.document(name, element, (*remarks, *found))

    def document(self, name: str, tree: Tree, remarks: tuple[Diagnostic, ...] = ()) -> Mapped | Rejected:
        """One document."""
        data = self.reader.read(name, tree)
        if not isinstance(data, Data):
            return Rejected((*remarks, *data))
        family = self.map.target.family
        record = read_record(data.data, family)
        if isinstance(record, tuple):
            return Rejected((*remarks, *(self._fault(name, error, data, tree) for error in record)))
        span = _origin(span_of(name, tree), record)
        made = tuple(made for made, key in data.created if self.reader.lookups.add(made, key))
        said = tuple(_created(each, span) for each in made)
        return Mapped(Received(record, family.encode(record), span, (*remarks, *said)), made)

    def _fault(self, name: str, error: FieldError, data: Data, tree: Tree) -> Diagnostic:
        """What is wrong with a field, at the value of the file that went there, and at the row of the map."""
        ways = (error.path[:end] for end in range(len(error.path), 0, -1))
        whole = Origin(self.map.span, tree)
        origin = next((data.origins[way] for way in ways if way in data.origins), whole)
        where = Related(origin.row, Wording("wiersz mapy", "the row of the map"))
        field = named(self.map.target.model, error.path)
        place = span_of(name, origin.place)
        return problems.BAD_FIELD.at(place, related=(where,), field=field.capital, reason=reason_of(error))


def _origin(whole: Span, record: Record) -> Span:
    """The place of a record: its number in JSON, whose own text is that of no record of ours; else all of it."""
    if not whole.text.startswith("{"):
        return whole
    found = place_of(whole, record.number)
    return found if found != whole else Span(whole.source, whole.start, whole.start)


def _created(made: Created, span: Span) -> Diagnostic:
    details = [text for name, text in made.values.items() if name in ("name", "tax_id", "unit") and text != made.code]
    shown = f" ({', '.join(details)})" if details else ""
    return problems.CREATED.at(span, lookup=made.lookup.word, text=made.code, details=shown)


# --- XML


def _xml(by: Mapping, name: str, stream: IO[bytes]) -> Iterator[Mapped | Rejected]:
    remarks: tuple[Diagnostic, ...] = ()
    for item in xml.stream(stream, by.map.document.names):
        if isinstance(item, Element):
            yield by.element(name, item, remarks)
            remarks = ()
        elif item.kind == "guessed":
            remarks = (guessed(name, item),)
        else:
            yield Rejected((*remarks, xml_fault(name, item, by.map.document.text)))


def _place(found: Map) -> str:
    """The path of a document within its shape."""
    return "/".join(found.document.names[1:])


def guessed(name: str, fault: XmlFault) -> Diagnostic:
    """That the encoding of a file was told by its bytes."""
    return problems.GUESSED_ENCODING.at(Source(name, "").span(), name=fault.reason)


def xml_fault(name: str, fault: XmlFault, wanted: str) -> Diagnostic:
    """Why a file of XML was refused; `wanted` is the document that it should hold."""
    span = Source(name, "", first_line=fault.line).span()
    match fault.kind:
        case "doctype":
            return problems.XML_DOCTYPE.at(span)
        case "depth":
            return problems.XML_DEEP.at(span, limit=xml.DEEPEST)
        case "size":
            return problems.TOO_LARGE.at(span, limit=xml.LARGEST // _MEGABYTE)
        case "encoding":
            return problems.WRONG_ENCODING.at(span, reason=fault.reason.capital)
        case "root":
            return problems.OTHER_FILE.at(span, found=fault.reason, wanted=wanted)
        case _:
            return problems.XML_BROKEN.at(span, reason=fault.reason)


# --- JSON


def _json(by: Mapping, name: str, stream: IO[bytes]) -> Iterator[Mapped | Rejected]:
    data = stream.read(xml.LARGEST + 1)
    if len(data) > xml.LARGEST:
        nowhere = Source(name, "").span()
        yield Rejected((problems.TOO_LARGE.at(nowhere, limit=xml.LARGEST // _MEGABYTE),))
        return
    source, warnings = read_source(name, data)
    if warnings and not source.text:
        yield Rejected(warnings)
        return
    if not source.text.strip():
        yield Rejected((*warnings, problems.EMPTY_FILE.at(source.span(), name=name, more="")))
        return
    try:
        value = _loaded(source.text)
    except json.JSONDecodeError as error:
        yield Rejected((*warnings, json_syntax.broken(source, error)))
        return
    except RepeatedError:
        yield Rejected((*warnings, repeated_field(source, 0)))
        return
    except RecursionError:
        yield Rejected((*warnings, json_syntax.too_deep(source)))
        return
    except ValueError as error:
        yield Rejected((*warnings, json_syntax.no_number(source, str(error), 0, len(source.text))))
        return

    def place(steps: Steps) -> Span:
        return source.span(*locate(source.text, steps))

    root, steps = JsonTree(value, (), place), by.map.document.steps
    if (empty := _empty_list(value, steps)) is not None:
        yield Rejected((*warnings, problems.EMPTY_LIST.at(place(empty), name=name, path=by.map.document.text)))
        return
    for item in places_at(root, steps) if steps else root.items():
        yield by.document(name, item, warnings)
        warnings = ()


def _empty_list(value: object, path: tuple[Step, ...]) -> Steps | None:
    """The way to the list of documents where it stands there empty; None where it does not."""
    for step in path:
        value = value.get(step.name) if isinstance(value, dict) else None
    return tuple(step.name for step in path) if value == [] else None


def _loaded(text: str) -> object:
    """The value of a text. Raises `JSONDecodeError`, `RepeatedError`, `RecursionError`, `ValueError` with a NaN."""
    return json.loads(
        text, object_pairs_hook=object_of, parse_float=_number, parse_int=_number, parse_constant=_no_number
    )


def _number(text: str) -> Decimal:
    """A number as it is written; one beyond all measure is infinite, which no field takes."""
    try:
        return Decimal(text)
    except ArithmeticError:
        return Decimal("Infinity")


def _no_number(name: str) -> Decimal:
    raise ValueError(name)


# --- CSV


def _csv(by: Mapping, name: str, stream: IO[bytes]) -> Iterator[Mapped | Rejected]:
    data = stream.read(xml.LARGEST + 1)
    if len(data) > xml.LARGEST:
        yield Rejected((problems.TOO_LARGE.at(Source(name, "").span(), limit=xml.LARGEST // _MEGABYTE),))
        return
    source, warnings = read_source(name, data)
    if warnings and not source.text:
        yield Rejected(warnings)
        return
    sheet = csv_sheet(source.text)
    wrong = tuple(wrong_sheet(by.reader.compiled, name, sheet))
    if wrong:
        yield Rejected((*warnings, *wrong))
        return
    for item in sheet.documents(document_column(by.map)):
        yield by.document(name, item, warnings)
        warnings = ()


_READERS = {FileKind.XML: _xml, FileKind.JSON: _json, FileKind.CSV: _csv}
