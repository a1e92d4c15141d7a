"""One document of a file read by a map: the data of its record, where each value is from, what was created.

All or nothing: a document with a value that cannot be read gives its reasons alone, and creates nothing.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal, localcontext
from typing import TypeAlias

from dekret.mapping import run_problems as problems
from dekret.mapping.check_lookups import CODE
from dekret.mapping.compile import CompiledMap, CompiledRow, Got, Scope, UnreadError
from dekret.mapping.csv_tree import CsvTree
from dekret.mapping.language import Missing
from dekret.mapping.lookups import FIELD_OF, Created, Known, Lookups, is_number
from dekret.mapping.paths import Tree, places_at
from dekret.mapping.places import shortened, span_of
from dekret.mapping.targets import ATTRIBUTES, owner_of
from dekret.model.base import Record
from dekret.model.directory import UNSPECIFIED_CODE
from dekret.model.faults import fields_of
from dekret.model.leaves import Leaf, put
from dekret.syntax import cells
from dekret.syntax.schema import advice
from dekret.text.diagnostic import Diagnostic, Problem, Related
from dekret.text.source import Span
from dekret.text.wording import Value, Wording
from dekret.values.rounding import CONTEXT

Path: TypeAlias = tuple[str | int, ...]
_OF_DICTIONARY = ("unit",)
"""What the company's file says of goods counts more than the file that is read (001:481)."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value is from: the row of the map, the place of the file."""

    row: Span
    place: Tree


@dataclass(frozen=True, slots=True)
class Data:
    """A document as its file gives it: data as JSON would have them, origins by the way to a field."""

    data: dict[str, object]
    origins: dict[Path, Origin]
    created: tuple[tuple[Created, str], ...]


@dataclass(slots=True)
class _Filling:
    """One record, or part of it, while its rows are read."""

    model: type[Record]
    scope: Scope
    at: Path
    base: str = ""
    data: dict[str, object] = field(default_factory=dict)
    known: list[tuple[tuple[str, ...], Known]] = field(default_factory=list)
    new: list[tuple[CompiledRow, str]] = field(default_factory=list)


def _json(value: object, leaf: Leaf) -> object:
    """A value as the record has it: a whole number as `int`."""
    whole = leaf.field.kind is cells.WHOLE and isinstance(value, Decimal) and value == value.to_integral_value()
    return int(str(value).partition(".")[0]) if whole else value


class MapReader:
    """Reads documents by a map; what one of them creates the next ones find."""

    def __init__(self, compiled: CompiledMap, lookups: Lookups, today: dt.date) -> None:
        self.compiled = compiled
        self.lookups = lookups
        self.today = today

    def read(self, name: str, tree: Tree) -> Data | tuple[Diagnostic, ...]:
        """The data of a document of a file, or what is wrong with it, all of it."""
        with localcontext(CONTEXT):
            return _Reading(self, name).document(tree)


class _Reading:
    """The reading of one document."""

    def __init__(self, by: MapReader, name: str) -> None:
        self.by = by
        self.name = name
        self.found: list[Diagnostic] = []
        self.origins: dict[Path, Origin] = {}
        self.created: list[tuple[Created, str]] = []
        self.unread: set[tuple[str, int, str]] = set()

    def document(self, tree: Tree) -> Data | tuple[Diagnostic, ...]:
        compiled = self.by.compiled
        target = compiled.checked.map.target
        whole = _Filling(target.model, Scope(tree, tree, self.by.today), ())
        self._fill(whole, compiled.rows)
        data: dict[str, object] = {"type": target.kind, **whole.data}
        for part in compiled.parts:
            base, name = part.part.base, part.part.parts.name
            assert base
            items: list[object] = []
            for index, place in enumerate(places_at(tree, base.steps)):
                scope = Scope(tree, place, self.by.today)
                of_part = _Filling(part.part.parts.model, scope, (name, index), base.text)
                self.origins[of_part.at] = Origin(part.part.span, place)
                self._fill(of_part, part.rows)
                items.append(of_part.data)
            before = data.get(name, [])
            if items and isinstance(before, list):
                data[name] = [*before, *items]
        if self.found:
            return tuple(self.found)
        return Data(data, self.origins, tuple(self.created))

    def _fill(self, filling: _Filling, rows: tuple[CompiledRow, ...]) -> None:
        for row in rows:
            try:
                value = self._value(filling, row)
            except UnreadError as error:
                self._unread(error, row, filling.base)
                continue
            if value is not None:
                put(filling.data, row.checked.leaf, _json(value, row.checked.leaf))
                self.origins[*filling.at, *row.checked.leaf.path] = self._origin(row, filling.scope)
        self._complete(filling)

    def _origin(self, row: CompiledRow, scope: Scope) -> Origin:
        """The first place that the sources of a row lead to; the part itself where they lead to none."""
        ways = (path for _, paths in row.sources for path in paths)
        places: Iterator[Tree] = (
            place for path in ways for place in places_at(scope.at(path), path.steps) if not path.text.startswith("@")
        )
        return Origin(row.checked.row.span, next(places, scope.part))

    def _value(self, filling: _Filling, row: CompiledRow) -> object:
        """What goes to the field of a row; None where there is nothing, or something is wrong with it."""
        got = next((value for compute, _ in row.sources if (value := compute(filling.scope)) not in (None, "")), None)
        if row.checked.row.lookup:
            return self._looked_up(filling, row, got)
        if got is None:
            if row.checked.row.required:
                self._no_value(filling, row)
            return None
        return self._word(filling, row, got)

    def _word(self, filling: _Filling, row: CompiledRow, got: Got) -> object:
        """Of a field that takes one of a few words the word of JSON."""
        words = row.checked.leaf.field.kind.words
        if not words or not isinstance(got, str):
            return got
        parsed = row.checked.leaf.field.kind.read(got)
        if parsed.value is None:
            known, shown = advice(got, words), shortened(got)
            values: dict[str, Value] = {"text": shown, "field": _field(row)}
            self._say(problems.OTHER_VALUE, filling, row, advice=known.near, known=known.known, **values)
        return parsed.value

    def _looked_up(self, filling: _Filling, row: CompiledRow, got: Got) -> str | None:
        """The code of a party or of goods."""
        lookup, missing = row.checked.row.lookup, row.checked.row.missing
        assert lookup
        if got is None:
            if missing is Missing.UNSPECIFIED:
                return UNSPECIFIED_CODE
            if row.checked.row.required:
                self._no_value(filling, row)
            return None
        key = str(got)
        known = self.by.lookups.find(lookup, key)
        if known:
            filling.known.append((row.checked.leaf.path[:-1], known))
            return known.values["code"]
        if missing is Missing.CREATE:
            filling.new.append((row, key))
            return key
        if missing is Missing.UNSPECIFIED:
            return UNSPECIFIED_CODE
        name = _within(filling.data, row.checked.leaf.path[:-1]).get("name")
        named = Wording(f"; w pliku: {name}", f"; in the file: {name}") if name else ""
        self._say(problems.NOT_IN_DICTIONARY, filling, row, text=shortened(key), lookup=lookup.word, name=named)
        return None

    def _complete(self, filling: _Filling) -> None:
        """What a dictionary knows takes the place of what the file says of the same; what is new gets its key."""
        for way, known in filling.known:
            values, fields = _within(filling.data, way), fields_of(owner_of(filling.model, (*way, CODE)))
            values.update({name: text for name, text in known.values.items() if name in fields and text})
            outer, fields = _within(filling.data, way[:-1]), fields_of(owner_of(filling.model, way))
            for name, text in known.around.items():
                if name in fields and text and (name in _OF_DICTIONARY or name not in outer):
                    outer[name] = text
        _attributes(filling.data)
        for row, key in filling.new:
            lookup, way = row.checked.row.lookup, row.checked.leaf.path[:-1]
            assert lookup
            values, fields = _within(filling.data, way), fields_of(owner_of(filling.model, (*way, CODE)))
            if FIELD_OF[lookup.key] in fields:
                values[FIELD_OF[lookup.key]] = key
            texts = {name: text for name, text in values.items() if isinstance(text, str)}
            if not is_number(lookup.key, key, texts.get("country", "")):
                number = Wording(lookup.key.value.pl, lookup.key.value.en)
                self._say(problems.BAD_NUMBER, filling, row, text=shortened(key), key=number)
            self.created.append((Created(lookup, {**texts, FIELD_OF[lookup.key]: key}), key))

    def _no_value(self, filling: _Filling, row: CompiledRow) -> None:
        paths = ", ".join(path.text for _, ways in row.sources for path in ways) or "–"
        self._say(problems.NO_VALUE, filling, row, field=_field(row), paths=paths)

    def _say(self, problem: Problem, filling: _Filling, row: CompiledRow, **values: Value) -> None:
        place = span_of(self.name, self._origin(row, filling.scope).place)
        self.found.append(problem.filled(place, dict(values), (self._of_map(row),)))

    def _unread(self, error: UnreadError, row: CompiledRow, base: str) -> None:
        """Says of a value that it cannot be taken; of one that several rows read it is said once."""
        path = error.path if error.path.startswith("/") or not base else f"{base}/{error.path}"
        key = (path, error.place.line, error.text)
        if key in self.unread:
            return
        self.unread.add(key)
        place, related = span_of(self.name, error.place), (self._of_map(row),)
        text, name = shortened(error.text), _field(row)
        if isinstance(error.other, CsvTree):
            self.found.append(_rows_differ(self.name, error.place, error.other, self._of_map(row)))
        elif error.reason is None:
            self.found.append(problems.SEVERAL_VALUES.at(place, related=related, path=path, values=text))
        else:
            values: dict[str, Value] = {"path": path, "text": text, "field": name}
            self.found.append(problems.UNREADABLE.at(place, related=related, reason=error.reason, **values))

    def _of_map(self, row: CompiledRow) -> Related:
        return Related(row.checked.row.span, Wording("wiersz mapy", "the row of the map"))


def _field(row: CompiledRow) -> Wording:
    """The field that a row fills: as the map names it, and in English."""
    return Wording(row.checked.row.name, row.checked.leaf.field.word.en)


def _rows_differ(name: str, first: Tree, other: CsvTree, of_map: Related) -> Diagnostic:
    """That rows of one document have different values of the document, with both places."""
    there = Related(span_of(name, first), Wording("pierwszy z nich", "the first of them"))
    values: dict[str, Value] = {"column": other.name, "line": first.line, "other_line": other.line}
    values |= {"text": shortened(first.text), "other": shortened(other.text)}
    return problems.ROWS_DIFFER.filled(span_of(name, other), values, (there, of_map))


def _attributes(data: dict[str, object]) -> None:
    """Attributes, gathered by their codes, as the list that records hold."""
    found = data.get(ATTRIBUTES)
    if isinstance(found, dict):
        data[ATTRIBUTES] = [{"code": code, "value": value} for code, value in found.items()]


def _within(data: dict[str, object], way: tuple[str, ...]) -> dict[str, object]:
    """The record within a record that a way leads to."""
    for step in way:
        below = data.setdefault(step, {})
        assert isinstance(below, dict)
        data = below
    return data
