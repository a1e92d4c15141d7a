"""The record of a template, prepared from a document by a map: nested by the steps of the targets.

Where the map names a shape values are written as it wants them: numbers with all their places, dates CCYY-MM-DD.
Text that is too long is refused rather than cut, for nobody would see what was lost.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, localcontext
from typing import TypeAlias

from dekret.expr import compile as expressions
from dekret.expr.calls import TODAY
from dekret.expr.collation import fold
from dekret.expr.compile import Layout
from dekret.expr.kinds import Value
from dekret.mapping import prepare_problems as problems
from dekret.mapping.check_prepared import CheckedPrepared, FieldUse, PreparedRow, PreparedSource
from dekret.mapping.check_record import check_record
from dekret.mapping.formats import Format, Sort, fault_of
from dekret.mapping.places import shortened
from dekret.model.leaves import Leaf, polish_words
from dekret.text.diagnostic import Diagnostic, Problem, Related, Severity
from dekret.text.source import Span
from dekret.text.wording import Value as Said
from dekret.text.wording import Wording
from dekret.values.rounding import CONTEXT, HALF_UP, rounded

Fields: TypeAlias = dict[str, object]
"""A record of a template: texts without a shape numbers and dates, too, further records, lists of records."""


@dataclass(frozen=True, slots=True)
class _Scope:
    document: Fields
    part: Fields
    today: dt.date

    def value(self, use: FieldUse) -> Value:
        return _value(self.part if use.of_part else self.document, use.leaf)


def _value(data: Fields, leaf: Leaf) -> Value:
    """What a field holds, as expressions know it; a word of JSON by its Polish one."""
    found: object = data
    for step in leaf.path:
        found = found.get(step) if isinstance(found, dict) else found if step == "code" else None
    match found:
        case bool():
            return "tak" if found else "nie"
        case str():
            words = polish_words(leaf.field.word.pl, found) if leaf.field.kind.words else ()
            return words[0] if words else found
        case Decimal() | dt.date():
            return found
        case list() | tuple():
            return (leaf.separator or ", ").join(map(str, found))
        case _:
            return None


_Compute: TypeAlias = Callable[[_Scope], Value]


class Preparer:
    """Prepares records by one map. Only for a map that was checked without errors."""

    def __init__(self, checked: CheckedPrepared, today: dt.date) -> None:
        self.checked = checked
        self.today = today
        self._rows = [(row, _computed(row)) for row in checked.rows]
        self._parts = [(part, [(row, _computed(row)) for row in part.rows]) for part in checked.parts]

    def prepare(self, data: Fields, place: Span) -> tuple[Fields, tuple[Diagnostic, ...]]:
        """The record of a document, given as builtin values by the names of JSON, and what is to be said of it.

        Where one of the diagnostics is an error the record is not to be used.
        """
        found: list[Diagnostic] = []
        record: Fields = {}
        with localcontext(CONTEXT):
            scope = _Scope(data, data, self.today)
            for row, computed in self._rows:
                self._put(record, row, computed, scope, _Said(place, found))
            for part, rows in self._parts:
                items = data.get(part.part.parts.name, ())
                assert isinstance(items, list | tuple)
                made: list[Fields] = []
                for item in items:
                    inner: Fields = {}
                    for row, computed in rows:
                        self._put(inner, row, computed, _Scope(data, item, self.today), _Said(place, found))
                    made.append(inner)
                _place(record, part.steps, made)
        if self.checked.shape and not is_refused(tuple(found)):
            found.extend(check_record(record, self.checked.shape, place))
        return record, tuple(found)

    def _put(
        self, record: Fields, row: PreparedRow, computed: tuple[_Compute, ...], scope: _Scope, said: "_Said"
    ) -> None:
        value = next((got for compute in computed if (got := compute(scope)) not in (None, "")), None)
        if value is None:
            if row.row.required:
                fields = ", ".join(text for source in row.chain for text in source.fields) or "–"
                said.say(problems.EMPTY, row, fields=fields)
            return
        _place(record, row.steps, _written(value, row, said) if row.format else value)


@dataclass(frozen=True, slots=True)
class _Said:
    """Where the document stands, and what is said of it."""

    place: Span
    found: list[Diagnostic]

    def say(self, problem: Problem, row: PreparedRow, **values: Said) -> None:
        where = Related(row.row.span, Wording("wiersz mapy", "the row of the map"))
        self.found.append(problem.filled(self.place, {"path": "/".join(row.steps), **values}, (where,)))


def _written(value: Value, row: PreparedRow, said: _Said) -> str:
    """A value as the format of its place wants it."""
    format_ = row.format
    assert format_
    text = _text(value, format_)
    if isinstance(value, Decimal) and format_.sort is Sort.NUMBER and Decimal(text) != value:
        said.say(problems.ROUNDED, row, value=f"{value:f}", rounded=text, format=format_.written)
    reason = fault_of(format_, text)
    if reason:
        said.say(problems.DOES_NOT_FIT, row, text=shortened(text), reason=reason, format=format_.written)
    return text


def _text(value: Value, format_: Format) -> str:
    match value:
        case Decimal() if format_.sort is Sort.NUMBER:
            return f"{rounded(value, format_.places, mode=HALF_UP):f}"
        case Decimal():
            return f"{value.normalize():f}"
        case dt.date():
            return value.isoformat()
        case _:
            return " ".join(str(value).split())


def _place(record: Fields, steps: tuple[str, ...], value: object) -> None:
    for step in steps[:-1]:
        below = record.setdefault(step, {})
        assert isinstance(below, dict)
        record = below
    record[steps[-1]] = value


def _computed(row: PreparedRow) -> tuple[_Compute, ...]:
    return tuple(_compute(source) for source in row.chain)


def _compute(source: PreparedSource) -> _Compute:
    if source.lone:
        use = source.lone
        return lambda scope: scope.value(use)
    assert source.formula
    layout = Layout()
    compiled = expressions.compile_value(source.formula.value, layout)
    readers = tuple(_reader(name, source, folded=folded) for name, _, folded in layout.slots)
    return lambda scope: compiled([read(scope) for read in readers])


def _reader(name: str, source: PreparedSource, *, folded: bool) -> _Compute:
    if name == TODAY.macro:
        return lambda scope: scope.today
    use = source.fields[name[1:-1].strip()]

    def read(scope: _Scope) -> Value:
        value = scope.value(use)
        return fold(value) if folded and isinstance(value, str) else value

    return read


def is_refused(found: tuple[Diagnostic, ...]) -> bool:
    """Whether one of these is an error."""
    return any(each.severity is Severity.ERROR for each in found)
