"""Static checks of maps that prepare a template's record: fields of the document, names of the record, its shape."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dekret.expr.cells import Formula, check_formula
from dekret.expr.check import Checked
from dekret.expr.kinds import Kind, Type
from dekret.expr.nodes import Macro
from dekret.expr.vocabulary import MacroSpec, vocabulary
from dekret.mapping import prepare_problems as prepared
from dekret.mapping import problems
from dekret.mapping.check import kind_of
from dekret.mapping.check_chain import check_chain
from dekret.mapping.formats import Format
from dekret.mapping.nodes import Map, Part, Row, Source
from dekret.mapping.paths import Way, way_of, ways_of
from dekret.mapping.shapes import Shape, leaves
from dekret.mapping.targets import PartList, Target
from dekret.model.leaves import Leaf
from dekret.syntax.schema import advice, find
from dekret.text.diagnostic import Related
from dekret.text.report import Report
from dekret.text.source import Span
from dekret.text.wording import Wording


@dataclass(frozen=True, slots=True)
class FieldUse:
    """A field of a document that a source names: the field, and whether it is one of the part, not the document."""

    leaf: Leaf
    of_part: bool


@dataclass(frozen=True, slots=True)
class PreparedSource:
    """A source: one field, or an expression over fields. `fields` are those it names, by the text in brackets."""

    source: Source
    lone: FieldUse | None
    formula: Checked | None
    fields: Mapping[str, FieldUse]


@dataclass(frozen=True, slots=True)
class PreparedRow:
    """A row: the way in the template's record, the format of the value there, where a shape tells."""

    row: Row
    steps: tuple[str, ...]
    format: Format | None
    chain: tuple[PreparedSource, ...]


@dataclass(frozen=True, slots=True)
class PreparedPart:
    """A list of the template's record, made of a list of parts of the document."""

    part: Part
    steps: tuple[str, ...]
    rows: tuple[PreparedRow, ...]


@dataclass(frozen=True, slots=True)
class CheckedPrepared:
    """A map that prepares, checked."""

    map: Map
    shape: Shape | None
    rows: tuple[PreparedRow, ...]
    parts: tuple[PreparedPart, ...]


@dataclass(frozen=True, slots=True)
class _Ground:
    """What a table may name: fields of the document and of the part, paths of the shape below a base."""

    shape: Shape | None
    base: str
    target: Target
    part: PartList | None

    def field(self, path: Way) -> FieldUse | None:
        """The field of a title: of the part before the document, with a slash in front of the document alone."""
        title = path.text.strip("/ ")
        if self.part and not path.absolute and (leaf := _leaf(self.part.leaves, title)):
            return FieldUse(leaf, of_part=True)
        leaf = _leaf(self.target.leaves, title)
        return FieldUse(leaf, of_part=False) if leaf else None

    @property
    def titles(self) -> list[Leaf]:
        return [*(self.part.leaves if self.part else ()), *self.target.leaves]


def _leaf(known: tuple[Leaf, ...], title: str) -> Leaf | None:
    by_word = {leaf.field.word: leaf for leaf in known}
    word = find(by_word, title)
    return by_word[word] if word else None


def check_prepared(found: Map, shape: Shape | None, report: Report) -> CheckedPrepared:
    """The map with every source checked; it may run only where the report has no errors."""
    rows = tuple(_checked(found.rows, _Ground(shape, "", found.target, None), report))
    parts = []
    for part in found.parts:
        steps = _steps(part.name)
        base = "/".join(steps)
        if shape and base and base not in shape.elements:
            _unknown(part.span, base, shape, report)
        ground = _Ground(shape, base, found.target, part.parts)
        parts.append(PreparedPart(part, steps, tuple(_checked(part.rows, ground, report))))
    if shape and not report.has_errors:
        _check_filled(found, shape, rows, parts, report)
    return CheckedPrepared(found, shape, rows, tuple(parts))


def _steps(name: str) -> tuple[str, ...]:
    return tuple(step.strip() for step in name.split("/") if step.strip())


def _checked(rows: Iterable[Row], ground: _Ground, report: Report) -> Iterator[PreparedRow]:
    seen: dict[tuple[str, ...], Row] = {}
    for row in rows:
        steps = _steps(row.name)
        first = seen.setdefault(steps, row)
        if first is not row:
            where = Related(first.target.span, Wording("pierwszy raz tutaj", "first here"))
            report.add(problems.TARGET_REPEATED.at(row.target.span, related=(where,), name=row.name))
        if row.lookup or row.missing:
            report.add(prepared.LOOKUP_IN_WRITING.at(row.lookup_place if row.lookup else row.missing_place))
        format_ = _format(row, steps, ground, report)
        chain = tuple(_source(source, format_, ground, report) for source in row.chain)
        check_chain(row, [source.formula for source in chain], report)
        yield PreparedRow(row, steps, format_, chain)


def _format(row: Row, steps: tuple[str, ...], ground: _Ground, report: Report) -> Format | None:
    """The format that the shape has for the target of a row."""
    shape = ground.shape
    if shape is None:
        return None
    path = "/".join((*_steps(ground.base), *steps))
    element = shape.elements.get(path)
    if element is None:
        _unknown(row.target.span, path, shape, report)
        return None
    if shape.holds_elements(path):
        report.add(problems.PATH_TO_SECTION.at(row.target.span, path=path))
    return element.format


def _unknown(place: Span, path: str, shape: Shape, report: Report) -> None:
    near = shape.nearest(path)
    said = Wording(f"Czy chodziło o {near}? ", f"Did you mean {near}? ") if near else Wording("", "")
    report.add(problems.UNKNOWN_PATH.at(place, path=path, shape=shape.symbol, advice=said))


def _source(source: Source, format_: Format | None, ground: _Ground, report: Report) -> PreparedSource:
    written = source.written
    cell = source.cell.after(written.start)
    ways = (way_of(written.node),) if written.bare and isinstance(written.node, Macro) else ways_of(written.node)
    fields: dict[str, FieldUse] = {}
    for path in ways:
        use = ground.field(path)
        if use is None:
            known = advice(path.text, [leaf.field.word for leaf in ground.titles])
            place = cell.place(path.start, path.end)
            report.add(problems.UNKNOWN_TARGET.at(place, name=path.text, advice=known.near, known=known.known))
        else:
            fields[path.text] = use
    if len(fields) < len({path.text for path in ways}):
        return PreparedSource(source, None, None, fields)
    wanted = format_.kind if format_ else None
    if written.bare:
        use = fields[ways[0].text]
        found = kind_of(use.leaf)
        if wanted in (Kind.NUMBER, Kind.DATE) and found is not wanted:
            values = {"path": ways[0].text, "found": found.value, "wanted": wanted.value}
            report.add(problems.OTHER_KIND.at(cell.span, **values))
        return PreparedSource(source, use, None, fields)
    doc = Wording("pole dokumentu", "a field of the document")
    specs = (MacroSpec(f"[{text}]", Type(_macro_kind(use.leaf), nullable=True), doc) for text, use in fields.items())
    formula = check_formula(Formula(cell, written.node), vocabulary(specs, page=Wording("mapa", "map")), wanted, report)
    return PreparedSource(source, None, formula, fields)


def _macro_kind(leaf: Leaf) -> Kind:
    """The kind of a field in expressions: yes and no are the words tak and nie."""
    kind = kind_of(leaf)
    return Kind.TEXT if kind is Kind.CONDITION else kind


def _check_filled(
    found: Map, shape: Shape, rows: tuple[PreparedRow, ...], parts: list[PreparedPart], report: Report
) -> None:
    """Every mandatory value of the shape has a row, where all around it is mandatory or has rows of its own."""
    filled = {"/".join(row.steps) for row in rows}
    filled |= {"/".join((*part.steps, *row.steps)) for part in parts for row in part.rows}
    filled |= {"/".join(part.steps) for part in parts}
    for element in leaves(shape):
        if not element.is_mandatory or element.path in filled:
            continue
        above = [element.path.rsplit("/", count)[0] for count in range(1, element.path.count("/") + 1)]
        wanted = all(
            shape.elements[path].is_mandatory or any(each.startswith(path + "/") for each in filled) for path in above
        )
        if wanted:
            report.add(prepared.SHAPE_NOT_FILLED.at(found.span, path=element.path, shape=shape.symbol))
