"""A definition made ready: its texts expanded, its parameters gathered, holes for values in their places."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from dekret.chart.definitions import Chart, Filter
from dekret.chart.evaluate import check_expression
from dekret.chart.expand import Expanded, Forced, Inserts, expand
from dekret.chart.graphics import GraphicItem, items
from dekret.chart.language import Action
from dekret.chart.nodes import Declaration, Definition, Element
from dekret.chart.parameters import Parameter, collect
from dekret.chart.parse import all_expressions, parse_inserts, parse_parameters
from dekret.chart.prepare import Prepared, check_places, prepare
from dekret.chart.sourcemap import Fragment, Traced
from dekret.text.diagnostic import Diagnostic, Severity
from dekret.text.report import Report


@dataclass(frozen=True, slots=True, eq=False)
class TextPart:
    """One text of a definition: expanded, read, and ready to be filled."""

    expanded: Expanded
    elements: tuple[Element, ...]
    prepared: Prepared
    sql: bool

    @property
    def traced(self) -> Traced:
        return self.expanded.text


@dataclass(frozen=True, slots=True, eq=False)
class Assembled:
    """A definition ready to be filled. `lists` are the queries of its lists R, by the key of their parameter."""

    symbol: str
    query: TextPart | None
    graphics: TextPart | None
    items: tuple[GraphicItem, ...]
    parameters: Mapping[str, Parameter]
    lists: Mapping[str, Prepared]

    @property
    def texts(self) -> tuple[TextPart, ...]:
        return tuple(part for part in (self.query, self.graphics) if part)


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts of a definition. `sql` tells whether its query is one, or the call of a procedure."""

    symbol: str
    query: Fragment | None
    graphics: Fragment | None = None
    sql: bool = True

    @classmethod
    def of(cls, definition: Chart | Filter) -> "Texts":
        """Those of a chart or a filter."""
        if isinstance(definition, Filter):
            return cls(definition.symbol, definition.condition)
        return cls(definition.symbol, definition.query, definition.graphics, definition.action is Action.SQL)


class _Kind(Enum):
    """What a text of a definition is."""

    QUERY = "query"
    CALL = "call"
    GRAPHIC = "graphic"


def assemble(texts: Texts, inserts: Inserts, report: Report, forced: Forced | None = None) -> Assembled | None:
    """Texts ready to be filled; everything that is wrong with them goes to the report, and None is given for errors."""
    own = Report()
    read = [
        _read(fragment, inserts, own, forced, kind)
        for fragment, kind in ((texts.query, _Kind.QUERY if texts.sql else _Kind.CALL), (texts.graphics, _Kind.GRAPHIC))
        if fragment is not None
    ]
    found = None
    if not own.has_errors:
        placed = [(expanded.text, elements, fragment is texts.graphics) for fragment, expanded, elements, _ in read]
        parameters = collect(placed, own)
        for fragment, expanded, elements, _ in read:
            _check_expressions(expanded.text, elements, own, graphic=fragment is texts.graphics)
        if not own.has_errors:
            parts = {
                id(fragment): TextPart(expanded, elements, prepare(expanded.text, elements, parameters), is_sql)
                for fragment, expanded, elements, is_sql in read
            }
            found = _assembled(texts.symbol, parts.get(id(texts.query)), parts.get(id(texts.graphics)), parameters, own)
    report.extend(own.diagnostics)
    return None if own.has_errors else found


@dataclass(frozen=True, slots=True, eq=False)
class _Kept:
    """What texts came to, what there was to say of it, and the inserts that stand in it."""

    assembled: Assembled
    diagnostics: tuple[Diagnostic, ...]
    contents: Mapping[str, Fragment | None]


@lru_cache(maxsize=256)
def _last(_texts: Texts) -> list[_Kept]:
    """What texts came to last; empty until they came to something. Texts are equal where their fragments are the same.

    A fragment never changes; a file that is read again has others.
    """
    return []


def assemble_once(texts: Texts, inserts: Inserts, report: Report) -> Assembled | None:
    """As `assemble`, but done again only where one of the texts or of the inserts in them is another than last time."""
    last = _last(texts)
    for kept in last[:1]:
        if kept.contents == {name: inserts.content(name) for name in kept.contents}:
            report.extend(kept.diagnostics)
            return kept.assembled
    own = Report()
    found = assemble(texts, inserts, own)
    if found is not None:
        used = sorted({name for part in found.texts for name in part.expanded.used})
        contents = {name: inserts.content(name) for name in used}
        last[:] = [_Kept(found, tuple(own.diagnostics), contents)]
    report.extend(own.diagnostics)
    return found


def _assembled(
    symbol: str, query: TextPart | None, graphics: TextPart | None, parameters: Mapping[str, Parameter], report: Report
) -> Assembled:
    if query:
        check_places(query.prepared, report, sql=query.sql)
    shown = items(graphics.traced, graphics.elements, parameters) if graphics else ()
    parts = [part for part in (query, graphics) if part]
    lists = {key: each for part in parts for key, each in _lists(part, parameters)}
    for each in lists.values():
        check_places(each, report)
    return Assembled(symbol, query, graphics, shown, parameters, lists)


def _read(
    fragment: Fragment, inserts: Inserts, report: Report, forced: Forced | None, kind: _Kind
) -> tuple[Fragment, Expanded, tuple[Element, ...], bool]:
    sql, graphic = kind is _Kind.QUERY, kind is _Kind.GRAPHIC
    expanded = expand(fragment, inserts, forced, graphic=graphic)
    report.extend(expanded.diagnostics)
    for origin in {id(run.origin.fragment): run.origin.fragment for run in expanded.text.runs}.values():
        report.extend(
            finding.at(origin.span(finding.start, finding.end))
            for finding in parse_inserts(origin.text, graphic=graphic).findings
            if finding.severity is not Severity.ERROR or parse_inserts(origin.text, graphic=graphic).value is not None
        )
    if report.has_errors:
        return fragment, expanded, (), sql
    traced = expanded.text
    parsed = parse_parameters(traced.text, sql=sql)
    for finding in parsed.findings:
        place = traced.span(finding.start, finding.end)
        report.add(finding.problem.filled(place, dict(finding.values), traced.related(finding.start)))
    return fragment, expanded, parsed.value or (), sql


def _check_expressions(traced: Traced, elements: tuple[Element, ...], report: Report, *, graphic: bool) -> None:
    for root in all_expressions(elements):
        for finding in check_expression(root, graphic=graphic):
            place = traced.span(finding.start, finding.end)
            report.add(finding.problem.filled(place, dict(finding.values), traced.related(finding.start)))


def _lists(part: TextPart, parameters: Mapping[str, Parameter]) -> Iterator[tuple[str, Prepared]]:
    """The queries of lists R, and of look-up windows that are fed by a query."""
    for element in part.elements:
        definition = element.definition if isinstance(element, Declaration) else element
        if not isinstance(definition, Definition) or definition.inside is None:
            continue
        parameter = next((p for p in parameters.values() if p.definition is definition), None)
        if parameter is None or not parameter.picture.query:
            continue
        start = definition.inside_start
        end = start + len(parameter.picture.query)
        inside = tuple(each for each in definition.inside if each.end <= end)
        yield parameter.key, prepare(part.traced, inside, parameters, start=start, end=end)
