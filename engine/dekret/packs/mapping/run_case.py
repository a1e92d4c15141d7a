"""Running of cases of maps: a file is read, or a document prepared, and the fields are held against those expected."""

import datetime as dt
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TypeAlias

from dekret.errors import FileError, UsageError
from dekret.intake.received import Received, Rejected
from dekret.mapping.check import CheckedMap
from dekret.mapping.check_prepared import CheckedPrepared
from dekret.mapping.lookups import Created
from dekret.mapping.prepare import Fields
from dekret.mapping.targets import PartList, Target
from dekret.model.leaves import Leaf
from dekret.packs import problems as of_packs
from dekret.packs.inline import InlineRecord
from dekret.packs.library import Library
from dekret.packs.mapping import case_problems as problems
from dekret.packs.mapping.cases import ExpectedField, MapCase
from dekret.packs.mapping.dictionaries import lookups_of
from dekret.packs.mapping.maps import find_map
from dekret.packs.mapping.plain import plain_of
from dekret.packs.mapping.prepared import Prepared, Preparing
from dekret.packs.mapping.run import Mapped
from dekret.packs.mapping.run import Mapping as MapRun
from dekret.packs.run_case import refusal_compared, unknown_refusal
from dekret.syntax import cells
from dekret.syntax.nodes import Cell
from dekret.syntax.schema import advice, find
from dekret.text.diagnostic import Diagnostic, Problem, Severity
from dekret.text.wording import Wording


@dataclass(frozen=True, slots=True)
class MapCaseResult:
    """A case that was run; it passed where `diagnostics` is empty. `said` is what the map said of the file."""

    case: MapCase
    diagnostics: tuple[Diagnostic, ...]
    said: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class _Came:
    """What came out of a map: records as plain values, what was said, what was created."""

    records: tuple[Fields, ...]
    said: tuple[Diagnostic, ...]
    created: tuple[Created, ...]

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        return tuple(each for each in self.said if each.severity is Severity.ERROR)


def run_map_case(case: MapCase, library: Library, catalogue: Mapping[str, Problem], today: dt.date) -> MapCaseResult:
    """The result of one case."""
    if unknown := unknown_refusal(case.refusal, case.result_place, catalogue):
        return MapCaseResult(case, (unknown,))
    try:
        found = find_map(library, case.map, case.today or today)
    except UsageError as error:
        reason = Wording(error.pl, error.en)
        return MapCaseResult(case, (of_packs.UNKNOWN_SYMBOL.at(case.map_place, reason=reason),))
    if found.report.has_errors:
        return MapCaseResult(case, tuple(found.report.diagnostics))
    try:
        came = _came(case, library, found.checked, today)
    except (FileError, LookupError) as error:
        text = Wording(error.pl, error.en) if isinstance(error, FileError) else Wording(str(error), str(error))
        reason = Wording(text.pl.rstrip("."), text.en.rstrip("."))
        return MapCaseResult(case, (of_packs.NO_DOCUMENT.at(case.file_place, path=str(case.file), reason=reason),))
    if case.refusal and not came.errors:
        wrong: tuple[Diagnostic, ...] = (of_packs.NOT_REFUSED.at(case.result_place, id=case.refusal),)
    elif came.errors:
        wrong = tuple(refusal_compared(case, came.errors))
    else:
        prepares = isinstance(found.checked, CheckedPrepared)
        wrong = tuple(_compared(case, came, found.map.target, prepares=prepares))
    return MapCaseResult(case, wrong, came.said)


_Checked: TypeAlias = CheckedMap | CheckedPrepared


def _came(case: MapCase, library: Library, checked: _Checked, today: dt.date) -> _Came:
    day = case.today or today
    if isinstance(checked, CheckedPrepared):
        return _prepared(case, checked, day)
    symbols = library.directory_symbols()
    symbol = case.directory or (symbols[0] if len(symbols) == 1 else None)
    directory = library.any_directory(symbol, day) if symbol else None
    by = MapRun(checked, lookups_of(directory), day, tells_again=True)
    items = list(_read(case, by))
    mapped = [item for item in items if isinstance(item, Mapped)]
    said = [each for item in items for each in _said_of(item)]
    records = tuple(plain_of(item.received.document) for item in mapped)
    return _Came(records, tuple(said), tuple(made for item in mapped for made in item.created))


def _said_of(item: Mapped | Rejected) -> tuple[Diagnostic, ...]:
    return item.received.warnings if isinstance(item, Mapped) else item.diagnostics


def _read(case: MapCase, by: MapRun) -> Iterator[Mapped | Rejected]:
    if isinstance(case.file, Cell):
        data = case.file.text.encode(case.encoding, errors="replace")
        return by.stream(case.span.source.name, io.BytesIO(data))
    assert case.file
    return by.file(Path(case.span.source.name).parent / case.file)


def _prepared(case: MapCase, checked: CheckedPrepared, day: dt.date) -> _Came:
    by = Preparing(checked, day)
    if case.document:
        family = checked.map.target.family
        data = {"type": checked.map.target.kind, **case.document.data}
        record = InlineRecord(data, case.document.places, case.document.span, family).read()
        if isinstance(record, list):
            return _Came((), tuple(record), ())
        items = [by.one(Received(record, family.encode(record), case.document.span))]
    else:
        assert isinstance(case.file, str)
        items = list(by.file(Path(case.span.source.name).parent / case.file))
    said = [each for item in items for each in (item.remarks if isinstance(item, Prepared) else item.diagnostics)]
    return _Came(tuple(item.record for item in items if isinstance(item, Prepared)), tuple(said), ())


# --- what was expected against what came


def _compared(case: MapCase, came: _Came, target: Target, *, prepares: bool) -> Iterator[Diagnostic]:
    place = case.result_place
    if case.count is not None and case.count != len(came.records):
        yield problems.OTHER_COUNT.at(place, expected=case.count, found=len(came.records))
    remarks = tuple(sorted({each.id for each in came.said}))
    made = tuple(sorted(each.code for each in came.created))
    for what, wanted, found in (("uwagi", case.remarks, remarks), ("założone", case.made, made)):
        if wanted is not None and wanted != found:
            expected, there = ", ".join(wanted) or "brak", ", ".join(found) or "brak"
            yield problems.OTHER_LIST.at(place, what=what, expected=expected, found=there)
    for field in case.expected:
        if field.document > len(came.records):
            yield problems.OTHER_COUNT.at(field.span, expected=field.document, found=len(came.records))
            continue
        record = came.records[field.document - 1]
        yield from _of_record(field, record) if prepares else _of_document(field, record, target)


def _of_record(field: ExpectedField, record: Fields) -> Iterator[Diagnostic]:
    """A field of a template's record, by its steps: `Line#2/Quantity`."""
    value: object = record
    for step in field.name.split("/"):
        name, _, index = step.partition("#")
        value = value.get(name) if isinstance(value, dict) else None
        if isinstance(value, list):
            place = int(index or 1) - 1
            value = value[place] if place < len(value) else None
    yield from _differing(field, value)


def _of_document(field: ExpectedField, record: Fields, target: Target) -> Iterator[Diagnostic]:
    """A field of a document, by its title."""
    leaves, data = target.leaves, record
    if field.part:
        part = _part(target, field.part)
        if part is None:
            titles = ", ".join(each.title for each in target.parts) or "–"
            yield problems.UNKNOWN_FIELD.at(field.span, name=field.part, advice="", known=titles)
            return
        items = record.get(part.name, ())
        assert isinstance(items, list | tuple)
        if field.index > len(items):
            yield problems.OTHER_FIELD.at(field.span, name=field.name, expected=field.value or "brak", found="brak")
            return
        leaves, data = part.leaves, items[field.index - 1]
    by_word = {leaf.field.word: leaf for leaf in leaves}
    word = find(by_word, field.name)
    if word is None:
        known = advice(field.name, by_word)
        yield problems.UNKNOWN_FIELD.at(field.span, name=field.name, advice=known.near, known=known.known)
        return
    yield from _differing(field, _value(data, by_word[word]), by_word[word])


def _part(target: Target, title: str) -> PartList | None:
    return next((part for part in target.parts if part.title.casefold() == title.casefold()), None)


def _value(data: Fields, leaf: Leaf) -> object:
    value: object = data
    for step in leaf.path:
        value = value.get(step) if isinstance(value, dict) else value if step == "code" else None
    return value


def _differing(field: ExpectedField, value: object, leaf: Leaf | None = None) -> Iterator[Diagnostic]:
    shown = _shown(value, leaf)
    if field.value is None:
        if shown:
            yield problems.OTHER_FIELD.at(field.span, name=field.name, expected="brak", found=shown)
    elif not _same(field.value, value, shown, leaf):
        yield problems.OTHER_FIELD.at(field.span, name=field.name, expected=field.value, found=shown or "brak")


def _same(wanted: str, value: object, shown: str, leaf: Leaf | None) -> bool:
    """Whether a value is the one expected: amounts by their value, words in any spelling that is known."""
    if isinstance(value, Decimal):
        return (cells.MONEY if leaf and leaf.money else cells.AMOUNT).read(wanted).value == value
    if isinstance(value, dt.date):
        return cells.read_date(wanted) == value
    if leaf and leaf.field.kind.words:
        return leaf.field.kind.read(wanted).value == value
    return wanted == shown


def _shown(value: object, leaf: Leaf | None) -> str:
    match value:
        case None | "":
            return ""
        case bool():
            return "tak" if value else "nie"
        case Decimal():
            return f"{value:f}"
        case list() | tuple():
            separator = leaf.separator if leaf else ","
            return f"{separator} ".join(map(str, value))
        case _:
            return str(value)
