"""From a checked scheme to functions: what runs for every document."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from dekret.expr import compile as expressions
from dekret.expr.calls import TODAY
from dekret.expr.check import Checked
from dekret.expr.collation import fold
from dekret.expr.compile import Layout, Row
from dekret.expr.core import Constant
from dekret.expr.kinds import Value
from dekret.posting.check import CheckedRow, CheckedScheme
from dekret.posting.document_types import DocumentType, SplitSource
from dekret.posting.macros import Reader, Scope
from dekret.posting.nodes import Scheme, SchemeRow

ValueOf = Callable[[Row], Value]
ConditionOf = Callable[[Row], bool]


@dataclass(frozen=True, slots=True)
class CompiledRow:
    row: SchemeRow
    scope: Scope
    debit: ValueOf | None
    credit: ValueOf | None
    amount: ValueOf
    description: ValueOf | None
    condition: ConditionOf | None
    split: SplitSource | None


@dataclass(frozen=True, slots=True)
class CompiledScheme:
    """A scheme ready to run. `readers` give, for every scope in use, the values its expressions take."""

    scheme: Scheme
    date: ValueOf | None
    description: ValueOf | None
    condition: ConditionOf | None
    rows: tuple[CompiledRow, ...]
    readers: dict[Scope, tuple[Reader, ...]]

    def values(self, scope: Scope, document: object, part: object, today: dt.date) -> Row:
        """The values of a part of a document, in the order of the layout of its scope."""
        return [read(document, part, today) for read in self.readers[scope]]


def compile_scheme(checked: CheckedScheme) -> CompiledScheme:
    """The scheme as functions. Only for a scheme that was checked without errors."""
    layouts: dict[Scope, Layout] = {Scope.DOCUMENT: Layout()}
    header = layouts[Scope.DOCUMENT]
    date, description = _value(checked.date, header), _value(checked.description, header)
    condition = _condition(checked.condition, header)
    type_ = checked.scheme.type
    rows = tuple(_row(row, type_, layouts.setdefault(row.scope, Layout())) for row in checked.rows)
    readers = {scope: _readers(type_, scope, layout) for scope, layout in layouts.items()}
    return CompiledScheme(checked.scheme, date, description, condition, rows, readers)


def _row(checked: CheckedRow, type_: DocumentType, layout: Layout) -> CompiledRow:
    amount = _value(checked.amount, layout)
    assert amount
    return CompiledRow(
        checked.row,
        checked.scope,
        _value(checked.debit, layout),
        _value(checked.credit, layout),
        amount,
        _value(checked.description, layout),
        _condition(checked.condition, layout),
        type_.splits.get(checked.row.split) if checked.row.split else None,
    )


def _value(checked: Checked | None, layout: Layout) -> ValueOf | None:
    if checked is None:
        return None
    if isinstance(checked.core, Constant):
        constant = checked.core.value
        return lambda _: constant
    return expressions.compile_value(checked.value, layout)


def _condition(checked: Checked | None, layout: Layout) -> ConditionOf | None:
    return expressions.compile_condition(checked.condition, layout) if checked else None


def _readers(type_: DocumentType, scope: Scope, layout: Layout) -> tuple[Reader, ...]:
    return tuple(
        _folded(reader) if folded else reader
        for name, argument, folded in layout.slots
        for reader in (_reader(type_, scope, name, argument),)
    )


def _reader(type_: DocumentType, scope: Scope, name: str, argument: str | None) -> Reader:
    """What fetches one value, given the document, its part and the day of the run."""
    if name == TODAY.macro:
        return lambda _document, _part, today: today
    readers = type_.by_name[name].readers
    if scope in readers:
        own = readers[scope]
        if argument is not None:
            return lambda document, part, _today: own(document, part, argument)
        return lambda document, part, _today: own(document, part)
    whole = readers[Scope.DOCUMENT]
    return lambda document, _part, _today: whole(document, document)


def _folded(fetch: Reader) -> Reader:
    def read(document: object, part: object, today: dt.date) -> Value:
        value = fetch(document, part, today)
        return fold(value) if isinstance(value, str) else value

    return read


def amount_of(value: Value) -> Decimal | None:
    """The value of an amount cell, whose kind the check has made sure of."""
    assert value is None or isinstance(value, Decimal)
    return value


def text_of(value: Value) -> str | None:
    """The value of a text or account cell."""
    assert value is None or isinstance(value, str)
    return value


__all__: Sequence[str] = ("CompiledRow", "CompiledScheme", "amount_of", "compile_scheme", "text_of")
