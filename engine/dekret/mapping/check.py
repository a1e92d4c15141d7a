"""Static checks of maps: targets, paths, kinds, look-ups, fields that nobody fills, fallbacks nobody reaches.

What passes here can only fail on a file: by a value that cannot be read, or one that is not there.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dekret.expr.cells import Formula, check_formula
from dekret.expr.check import Checked
from dekret.expr.core import Constant
from dekret.expr.kinds import Kind, Type
from dekret.expr.nodes import Macro
from dekret.expr.vocabulary import MacroSpec, Vocabulary, vocabulary
from dekret.mapping import problems
from dekret.mapping.check_chain import check_chain
from dekret.mapping.check_lookups import check_lookup
from dekret.mapping.check_vat import Filled, check_vat
from dekret.mapping.kinds_by_use import kinds_by_use
from dekret.mapping.language import Direction
from dekret.mapping.nodes import Map, Part, Row, Source
from dekret.mapping.paths import Way, way_of, ways_of
from dekret.mapping.shapes import Shape
from dekret.mapping.targets import attribute_leaf, leaves_in, required_ways
from dekret.model.base import Record
from dekret.model.leaves import Leaf
from dekret.syntax import cells
from dekret.syntax.nodes import Cell
from dekret.syntax.schema import advice, find
from dekret.text.diagnostic import Related
from dekret.text.report import Report
from dekret.text.source import Span
from dekret.text.wording import Wording

_NOTHING = Wording("", "")


@dataclass(frozen=True, slots=True)
class CheckedSource:
    """A source: a path alone, whose value is read as its target needs it, or an expression over paths.

    `kinds` are those of the paths of an expression, by the path as it is written.
    """

    source: Source
    path: Way | None
    formula: Checked | None
    kinds: Mapping[str, Kind]


@dataclass(frozen=True, slots=True)
class CheckedRow:
    """A row whose target and sources are known; `kind` is what the target takes."""

    row: Row
    leaf: Leaf
    kind: Kind
    chain: tuple[CheckedSource, ...]


@dataclass(frozen=True, slots=True)
class CheckedPart:
    """A table of a part that repeats."""

    part: Part
    rows: tuple[CheckedRow, ...]


@dataclass(frozen=True, slots=True)
class CheckedMap:
    """A map, checked. `shape` is that of the file, where the map names one that is known."""

    map: Map
    shape: Shape | None
    rows: tuple[CheckedRow, ...]
    parts: tuple[CheckedPart, ...]


@dataclass(frozen=True, slots=True)
class Ground:
    """What paths of a table are held against: the shape, the path of the document in it, that of the part."""

    shape: Shape | None
    document: str
    part: str

    def full(self, path: Way) -> str:
        """A path of the map as a path of the shape."""
        steps = (self.document if path.absolute else self.part, *path.names)
        return "/".join(step for step in steps if step)


def check_map(found: Map, shape: Shape | None, report: Report) -> CheckedMap:
    """The map with every source checked; it may run only where the report has no errors."""
    assert found.direction is Direction.READ
    document = _document(found, shape, report)
    base = Ground(shape, document, document)
    rows = tuple(_checked(found.rows, found.target.model, base, report))
    _check_filled(found.target.model, rows, found.span, found.target.word.pl, report)
    parts = []
    for part in found.parts:
        place = _part_place(part, base, report)
        ground = Ground(shape, document, place)
        of_part = tuple(_checked(part.rows, part.parts.model, ground, report))
        _check_filled(part.parts.model, of_part, part.span, part.parts.title, report)
        filled = [Filled(row.row, row.leaf.path, tuple(each.formula for each in row.chain)) for row in of_part]
        check_vat(part.parts.model, filled, report)
        parts.append(CheckedPart(part, of_part))
    missing = [p for p in found.target.parts if p.needed and all(p is not part.parts for part in found.parts)]
    for each in missing:
        report.add(problems.PART_NEEDED.at(found.span, title=each.title, record=found.target.word.pl))
    _check_targets(rows, parts, report)
    for row in (*rows, *(row for part in parts for row in part.rows)):
        check_chain(row.row, [source.formula for source in row.chain], report)
    return CheckedMap(found, shape, rows, tuple(parts))


def _document(found: Map, shape: Shape | None, report: Report) -> str:
    """The path of a document within the shape; empty where it is the root."""
    steps = found.document.names
    if shape is None or not steps:
        return ""
    path = "/".join(steps[1:])
    if steps[0] != shape.root:
        report.add(problems.OTHER_ROOT.at(found.document_place, name=steps[0], shape=shape.symbol, root=shape.root))
    elif path and path not in shape.elements:
        _unknown(found.document_place, path, shape, report)
    return path


def _part_place(part: Part, ground: Ground, report: Report) -> str:
    """The path of a part within the shape."""
    if part.base is None:
        return ground.part
    path = ground.full(part.base)
    shape = ground.shape
    if shape and path not in shape.elements:
        _unknown(part.base_place, path, shape, report)
    elif shape and shape.repeated_on(path, ground.part) is None and all(step.which is None for step in part.base.steps):
        report.add(problems.NOT_REPEATED.at(part.base_place, path=path))
    return path


def _unknown(place: Span, path: str, shape: Shape, report: Report) -> None:
    near = shape.nearest(path)
    said = Wording(f"Czy chodziło o {near}? ", f"Did you mean {near}? ") if near else _NOTHING
    report.add(problems.UNKNOWN_PATH.at(place, path=path, shape=shape.symbol, advice=said))


def _checked(rows: Iterable[Row], model: type[Record], ground: Ground, report: Report) -> Iterator[CheckedRow]:
    leaves = leaves_in(model)
    by_word = {leaf.field.word: leaf for leaf in leaves}
    for row in rows:
        word = find(by_word, row.name)
        named = attribute_leaf(row.name, model)
        if word is None and named is None:
            known = advice(row.name, by_word)
            report.add(problems.UNKNOWN_TARGET.at(row.target.span, name=row.name, advice=known.near, known=known.known))
            continue
        leaf = by_word[word] if word else named
        assert leaf
        kind = kind_of(leaf)
        chain = tuple(check_source(source, leaf, kind, ground, report) for source in row.chain)
        yield CheckedRow(row, leaf, kind, chain)


_KINDS: Mapping[object, Kind] = {
    cells.AMOUNT: Kind.NUMBER,
    cells.MONEY: Kind.NUMBER,
    cells.WHOLE: Kind.NUMBER,
    cells.DATE: Kind.DATE,
    cells.FLAG: Kind.CONDITION,
}


def kind_of(leaf: Leaf) -> Kind:
    """What a field takes: a number, a date, a condition (yes or no), else a text."""
    return _KINDS.get(leaf.field.kind, Kind.TEXT)


def check_source(source: Source, leaf: Leaf, kind: Kind, ground: Ground, report: Report) -> CheckedSource:
    """A source checked for a target of a kind."""
    written = source.written
    cell = source.cell.after(written.start)
    if written.bare:
        assert isinstance(written.node, Macro)
        path = way_of(written.node)
        found = _path_kind(path, cell, ground, report)
        if found and kind in (Kind.NUMBER, Kind.DATE) and found is not kind:
            place = cell.place(path.start, path.end)
            report.add(problems.OTHER_KIND.at(place, path=path.text, found=found.value, wanted=kind.value))
        return CheckedSource(source, path, None, {})
    used = kinds_by_use(written.node) if ground.shape is None else {}
    known = {path.text: _path_kind(path, cell, ground, report) for path in ways_of(written.node)}
    if ground.shape and None in known.values():
        return CheckedSource(source, None, None, {})
    kinds = {path: kind or used.get(path, Kind.TEXT) for path, kind in known.items()}
    checked = check_formula(Formula(cell, written.node), _words(kinds), kind, report)
    if checked and isinstance(checked.core, Constant):
        _check_word(str(checked.core.value), leaf, cell, report)
    return CheckedSource(source, None, checked, kinds)


def _check_word(text: str, leaf: Leaf, cell: Cell, report: Report) -> None:
    """A constant for a field that takes one of a few words has to be one of them."""
    words = leaf.field.kind.words
    if words and find(words, text) is None:
        known = advice(text, words)
        report.add(problems.OTHER_WORD.at(cell.span, word=text, advice=known.near, known=known.known))


def _words(kinds: Mapping[str, Kind]) -> Vocabulary:
    doc = Wording("wartość z pliku", "a value of the file")
    specs = (MacroSpec(f"[{path}]", Type(kind, nullable=True), doc) for path, kind in kinds.items())
    return vocabulary(specs, page=Wording("mapa", "map"))


def _path_kind(path: Way, cell: Cell, ground: Ground, report: Report) -> Kind | None:
    """The kind of what stands at a path; None where no shape tells, or where there is no such path."""
    shape = ground.shape
    if shape is None:
        return None
    full, place = ground.full(path), cell.place(path.start, path.end)
    element = shape.elements.get(full)
    if element is None:
        _unknown(place, full, shape, report)
        return None
    if shape.holds_elements(full):
        report.add(problems.PATH_TO_SECTION.at(place, path=full))
        return None
    repeated = shape.repeated_on(full, ground.document if path.absolute else ground.part)
    if repeated and all(step.which is None for step in path.steps):
        where = Related(shape.elements[repeated].span, Wording("może stać kilka razy", "may stand several times"))
        report.add(problems.PATH_REPEATS.at(place, related=(where,), path=full, repeated=repeated))
    return element.format.kind if element.format else Kind.TEXT


def _check_filled(model: type[Record], rows: tuple[CheckedRow, ...], place: Span, what: str, report: Report) -> None:
    """Every field that a record cannot do without has a row."""
    filled = [row.leaf.path for row in rows]
    for path, title in required_ways(model):
        if not any(each[: len(path)] == path for each in filled):
            report.add(problems.NOT_FILLED.at(place, title=title, record=what))


def _check_targets(rows: tuple[CheckedRow, ...], parts: list[CheckedPart], report: Report) -> None:
    for table in (rows, *(part.rows for part in parts)):
        seen: dict[tuple[str, ...], CheckedRow] = {}
        for row in table:
            first = seen.setdefault(row.leaf.path, row)
            if first is not row:
                where = Related(first.row.target.span, Wording("pierwszy raz tutaj", "first here"))
                report.add(problems.TARGET_REPEATED.at(row.row.target.span, related=(where,), name=row.row.name))
            check_lookup(row.row, row.leaf, report)
