"""Writing records: a format and the one who orders become a function from an order to the text of its rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from dekret.bank import payment_problems
from dekret.bank.characters import MisfitError, cleaner
from dekret.bank.fields import BY_MACRO, QUERY, BankField, Scope, Shape, Written
from dekret.bank.fit import fitter
from dekret.bank.language import Form, Join
from dekret.bank.layout import FieldLayout, RecordLayout, layout_of
from dekret.bank.numbers import amount_writer
from dekret.expr import compile as expressions
from dekret.expr.collation import fold
from dekret.expr.compile import Layout, Row
from dekret.text.wording import Wording
from dekret.values.identifiers import plain_account

if TYPE_CHECKING:
    from dekret.bank.check import CheckedFormat, CheckedPosition
    from dekret.bank.nodes import Position
    from dekret.bank.orders import FileFacts, Order
    from dekret.expr.kinds import Value
    from dekret.text.diagnostic import Problem
    from dekret.text.wording import Value as Said

Query: TypeAlias = Callable[[str, str], str]
"""Runs the query of a position for the identity of a payment; raises `LookupError` where it gives no value."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, or was shortened, in one position of one record."""

    position: Position
    problem: Problem
    values: dict[str, Said]


@dataclass(frozen=True, slots=True)
class Record:
    """The rows of an order as text, with row separators between them; `remarks` tell what was shortened."""

    text: str
    remarks: tuple[Fault, ...] = ()


Part = Callable[["Order", "FileFacts", Row], "str | None"]
"""Gives the text of a part; None where its condition does not hold. Raises `MisfitError`."""


class Writer:
    """Writes records of one format."""

    def __init__(self, checked: CheckedFormat, query: Query | None = None) -> None:
        self.format = checked.format
        self.checked = checked
        self.query = query
        self._by_kind: dict[str, _Rows] = {}
        self._remarks: list[Fault] = []

    def record(self, order: Order, file: FileFacts) -> Record | tuple[Fault, ...]:
        """The rows of a payment, or everything that does not fit."""
        kind = order.payment.kind
        rows = self._by_kind.get(kind)
        if rows is None:
            rows = self._by_kind[kind] = self._rows(layout_of(self.checked.of(kind), kind))
        return self._written(rows, order, file)

    def header(self, order: Order, file: FileFacts) -> Record | tuple[Fault, ...]:
        """The rows before the payments; those of an empty section are nothing."""
        return self._written(self._rows(layout_of(self.checked.header)), order, file)

    def footer(self, order: Order, file: FileFacts) -> Record | tuple[Fault, ...]:
        """The rows after the payments."""
        return self._written(self._rows(layout_of(self.checked.footer)), order, file)

    def _written(self, rows: _Rows, order: Order, file: FileFacts) -> Record | tuple[Fault, ...]:
        self._remarks.clear()
        try:
            text = rows.text(order, file)
        except MisfitError:
            return tuple(rows.faults(order, file))
        return Record(text, tuple(self._remarks)) if self._remarks else Record(text)

    def _rows(self, layout: RecordLayout) -> _Rows:
        values = Layout()
        rows = [[self._field(field, values) for field in row] for row in layout.rows]
        return _Rows(rows, self.format.separators.field, self.format.separators.row, _readers(values))

    def _field(self, field: FieldLayout, values: Layout) -> _Field:
        form = field.first.position.form
        delimiter = self.format.separators.delimiter if form is Form.TEXT else ""
        parts = [
            (
                self._separator(checked),
                checked.position.join is Join.BLANK,
                checked.position,
                self._part(checked, form, values),
            )
            for checked in field.parts
        ]
        return _Field(delimiter, parts, drop_empty=not self.format.empty_parts)

    def _separator(self, checked: CheckedPosition) -> str:
        match checked.position.join:
            case Join.PART:
                return self.format.separators.part
            case Join.BLANK:
                return " "
            case _:
                return ""

    def _part(self, checked: CheckedPosition, form: Form, values: Layout) -> Part:
        """The function of one position: its condition, its value, required, cleaned, of the right width."""
        position = checked.position
        condition = None
        if checked.condition and not checked.by_kind_alone:
            condition = expressions.compile_condition(checked.condition.condition, values)
        value = self._value(checked, values)
        clean = cleaner(self.format, bare=form is not Form.TEXT)
        fit = fitter(position, self.format, self._remark)
        missing = Wording(position.field.word.pl, position.field.word.en)
        trusted = position.field.written in (Written.CONSTANT, Written.IGNORED)

        def part(order: Order, file: FileFacts, row: Row) -> str | None:
            if condition and not condition(row):
                return None
            text = value(order, file, row)
            if not trusted and text:
                text = clean(text)
            if not text and position.required:
                raise MisfitError(payment_problems.REQUIRED, name=missing)
            return fit(text)

        return part

    def _remark(self, position: Position, problem: Problem, values: dict[str, Said]) -> None:
        self._remarks.append(Fault(position, problem, values))

    def _value(self, checked: CheckedPosition, values: Layout) -> Callable[[Order, FileFacts, Row], str]:
        position = checked.position
        field = position.field
        text = self._as_text(position)
        match field.written:
            case Written.CONSTANT | Written.IGNORED:
                constant = self.format.charset.simplified(position.text)
                return lambda _order, _file, _row: constant
            case Written.EXPRESSION:
                assert checked.value
                compute = expressions.compile_value(checked.value.value, values)
                return lambda _order, _file, row: text(compute(row))
            case Written.QUERY:
                return self._query(position)
            case _:
                read = field.read
                return lambda order, file, _row: text(read(order, file))

    def _query(self, position: Position) -> Callable[[Order, FileFacts, Row], str]:
        query, statement = self.query, position.text
        name = Wording(QUERY.word.pl, QUERY.word.en)

        def ask(order: Order, _file: FileFacts, _row: Row) -> str:
            if query is None:
                raise MisfitError(payment_problems.NO_QUERIES, name=name)
            try:
                return query(statement, order.payment.identity)
            except LookupError as error:
                raise MisfitError(payment_problems.QUERY_FAILED, reason=str(error)) from error

        return ask

    def _as_text(self, position: Position) -> Callable[[Value], str]:
        """How a value is written where it stands."""
        separators = self.format.separators
        vat = position.field.shape is Shape.VAT_AMOUNT
        form = position.form
        write = amount_writer(form, separators.vat_decimal if vat else separators.decimal, separators.thousands)
        shape = position.field.shape
        date = self._date
        account = position.field.shape is Shape.ACCOUNT and position.strip

        def text(value: Value) -> str:
            if isinstance(value, str):
                return plain_account(value) if account else value
            if value is None:
                return ""
            if isinstance(value, Decimal):
                if shape is Shape.COUNT:
                    return str(value)
                if position.field.written and value == value.to_integral_value():
                    return f"{value:.0f}"
                found = write(value)
                if found is None:
                    raise MisfitError(payment_problems.DIGITS_LOST, amount=str(value))
                return found
            return date(value)

        return text

    @property
    def _date(self) -> Callable[[dt.date], str]:
        mask = self.format.dates
        return cache(mask.write) if mask else dt.date.isoformat


class _Field:
    """A field of a row: its parts with what stands before each, within delimiters."""

    def __init__(self, delimiter: str, parts: Sequence[tuple[str, bool, Position, Part]], *, drop_empty: bool) -> None:
        self.delimiter = delimiter
        self.parts = parts
        self.drop_empty = drop_empty
        self.single = parts[0][3] if len(parts) == 1 else None

    def text(self, order: Order, file: FileFacts, row: Row) -> str | None:
        """The field; None where it is not there."""
        if self.single:
            text = self.single(order, file, row)
            return text if text is None else f"{self.delimiter}{text}{self.delimiter}"
        found: list[str] = []
        kept = 0
        for separator, only_full, _, part in self.parts:
            text = part(order, file, row)
            if text is None:
                if not found:
                    return None
                continue
            if found and not (only_full and not (text and found[-1])):
                found.append(separator)
            found.append(text)
            if text:
                kept = len(found)
        if self.drop_empty:
            del found[max(kept, 1) :]
        return f"{self.delimiter}{''.join(found)}{self.delimiter}"


class _Rows:
    """The rows of a record as functions."""

    def __init__(
        self,
        rows: list[list[_Field]],
        field_separator: str,
        row_separator: str,
        readers: Sequence[Callable[..., object]],
    ) -> None:
        self.rows = rows
        self.field_separator = field_separator
        self.row_separator = row_separator
        self.readers = readers

    def text(self, order: Order, file: FileFacts) -> str:
        values = [read(order, file) for read in self.readers]
        written = []
        for row in self.rows:
            fields = [field.text(order, file, values) for field in row]
            if any(field is not None for field in fields):
                written.append(self.field_separator.join([field for field in fields if field is not None]))
        return self.row_separator.join(written)

    def faults(self, order: Order, file: FileFacts) -> list[Fault]:
        """Everything that does not fit, position by position."""
        values = [read(order, file) for read in self.readers]
        found = []
        for row in self.rows:
            for field in row:
                for _, _, position, part in field.parts:
                    try:
                        part(order, file, values)
                    except MisfitError as error:
                        found.append(Fault(position, error.problem, error.values))
        return found


def _readers(values: Layout) -> tuple[Callable[..., object], ...]:
    """What fetches the values of macros, in the order of a layout."""
    return tuple(_reader(BY_MACRO[name], folded=folded) for name, _, folded in values.slots)


def _reader(field: BankField, *, folded: bool) -> Callable[..., object]:
    if not folded:
        return field.read

    def read(order: Order, file: FileFacts) -> object:
        value = field.read(order, file)
        return fold(value) if isinstance(value, str) else value

    return read


def uses_totals(checked: CheckedFormat) -> bool:
    """Whether the rows before the payments tell what is known after them alone: counts and sums."""
    late = {"@LiczbaPrzelewow", "@SumaKwot", "@SumaRachunkow"}
    for each in checked.header:
        macros = {each.position.field.macro} if each.position.field.scope is Scope.FILE else set()
        for formula in (each.value, each.condition):
            macros |= {use.spec.name for use in formula.uses} if formula else set()
        if macros & late:
            return True
    return False
