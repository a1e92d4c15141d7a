"""From a checked scheme to functions: what runs for every document."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from dekret.documents.document_types import DocumentType
from dekret.documents.macros import Reader, Scope
from dekret.documents.posted import RATE_MACROS
from dekret.documents.readers import lifted, readers_of
from dekret.expr import compile as expressions
from dekret.expr.check import Checked
from dekret.expr.compile import Layout, Row
from dekret.expr.core import Constant
from dekret.expr.kinds import Value
from dekret.model.accounts import Dictionary
from dekret.posting.check import CheckedRow, CheckedScheme
from dekret.posting.nodes import Scheme, SchemeRow

ValueOf = Callable[[Row], Value]
ConditionOf = Callable[[Row], bool]


@dataclass(frozen=True, slots=True)
class CompiledRow:
    """A row as functions. `foreign` computes the amount in the currency of the document, in a currency row."""

    row: SchemeRow
    index: int
    scope: Scope
    debit: ValueOf | None
    credit: ValueOf | None
    amount: ValueOf
    foreign: ValueOf | None
    description: ValueOf | None
    split: Callable[[object, object], str] | None
    fits: frozenset[Dictionary]
    is_employee: Callable[[object, object], bool] | None


@dataclass(frozen=True, slots=True)
class CompiledScope:
    """A scope that rows run over: its objects, and what fetches the values that expressions take of each."""

    scope: Scope
    parts: Callable[..., Iterable[object]]
    readers: tuple[Reader, ...]
    foreign: tuple[Reader, ...]
    rows: tuple[CompiledRow, ...]
    select: Callable[[Row], tuple[object, ...]]
    """Says of every one of the rows of this scope whether its condition holds."""

    def values(self, document: object, part: object, today: dt.date) -> Row:
        """The values of a part of a document, in the order of the layout of its scope."""
        return [read(document, part, today) for read in self.readers]

    def foreign_values(self, document: object, part: object, today: dt.date) -> Row:
        """As `values`, amounts in the currency of the document."""
        return [read(document, part, today) for read in self.foreign]


@dataclass(frozen=True, slots=True)
class CompiledScheme:
    """A scheme ready to run; the first of its scopes is the document."""

    scheme: Scheme
    date: ValueOf | None
    description: ValueOf | None
    condition: ConditionOf | None
    rows: tuple[CompiledRow, ...]
    scopes: tuple[CompiledScope, ...]


class _Layouts:
    """The layouts of every scope in use: of values in PLN, and of those in the document's currency."""

    def __init__(self) -> None:
        self.plain: dict[Scope, Layout] = {Scope.DOCUMENT: Layout()}
        self.foreign: dict[Scope, Layout] = {}

    def of(self, scope: Scope) -> Layout:
        return self.plain.setdefault(scope, Layout())


def compile_scheme(checked: CheckedScheme) -> CompiledScheme:
    """The scheme as functions. Only for a scheme that was checked without errors."""
    layouts = _Layouts()
    header = layouts.of(Scope.DOCUMENT)
    date, description = compiled_value(checked.date, header), compiled_value(checked.description, header)
    condition = _condition(checked.condition, header)
    type_ = checked.scheme.type
    rows = tuple(_row(row, index, type_, layouts) for index, row in enumerate(checked.rows))
    scopes = tuple(found for scope in tuple(layouts.plain) for found in _scopes(scope, checked, rows, layouts))
    return CompiledScheme(checked.scheme, date, description, condition, rows, scopes)


def _scopes(
    scope: Scope, checked: CheckedScheme, rows: tuple[CompiledRow, ...], layouts: _Layouts
) -> Iterator[CompiledScope]:
    """A scope once, but twice where rows that ask for rates see other parts than the rest."""
    type_ = checked.scheme.type
    own = [each for each in zip(checked.rows, rows, strict=True) if each[0].scope is scope]
    is_parted = scope in type_.by_rate
    by_rate = [each for each in own if is_parted and _asks_rate(each[0])]
    rest = [each for each in own if not (is_parted and _asks_rate(each[0]))]
    if rest or not own:
        yield _scope(scope, type_.parts[scope], rest, type_, layouts)
    if by_rate:
        yield _scope(scope, type_.by_rate[scope], by_rate, type_, layouts)


def _asks_rate(row: CheckedRow) -> bool:
    formulas = (row.condition, row.amount, row.debit, row.credit, row.description)
    return any(use.spec.name in RATE_MACROS for formula in formulas if formula for use in formula.uses)


def _scope(
    scope: Scope,
    parts: Callable[..., Iterable[object]],
    own: Sequence[tuple[CheckedRow, CompiledRow]],
    type_: DocumentType,
    layouts: _Layouts,
) -> CompiledScope:
    layout, foreign = layouts.plain[scope], layouts.foreign.get(scope)
    conditions = [checked.condition.condition if checked.condition else None for checked, _ in own]
    select = expressions.compile_conditions(conditions, layout)
    return CompiledScope(
        scope,
        parts,
        readers_of(type_, scope, layout),
        readers_of(type_, scope, foreign, foreign=True) if foreign else (),
        tuple(row for _, row in own),
        select,
    )


def _row(checked: CheckedRow, index: int, type_: DocumentType, layouts: _Layouts) -> CompiledRow:
    scope, row = checked.scope, checked.row
    layout = layouts.of(scope)
    amount = compiled_value(checked.amount, layout)
    assert amount
    foreign = None
    if row.currency:
        foreign = compiled_value(checked.amount, layouts.foreign.setdefault(scope, Layout()))
    source = type_.splits[row.split] if row.split else None
    return CompiledRow(
        row,
        index,
        scope,
        compiled_value(checked.debit, layout),
        compiled_value(checked.credit, layout),
        amount,
        foreign,
        compiled_value(checked.description, layout),
        lifted(type_, scope, source.scope, source.read) if source else None,
        source.fits if source else frozenset(),
        lifted(type_, scope, source.scope, source.is_employee) if source and source.is_employee else None,
    )


def compiled_value(checked: Checked | None, layout: Layout) -> ValueOf | None:
    """The function of a value; of a constant, one that takes nothing from the document."""
    if checked is None:
        return None
    if isinstance(checked.core, Constant):
        constant = checked.core.value
        return lambda _: constant
    return expressions.compile_value(checked.value, layout)


def _condition(checked: Checked | None, layout: Layout) -> ConditionOf | None:
    return expressions.compile_condition(checked.condition, layout) if checked else None


def text_of(value: Value) -> str | None:
    """The value of a text or account cell, whose kind the check has made sure of."""
    assert value is None or isinstance(value, str)
    return value
