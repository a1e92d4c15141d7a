"""Writing records: a format and the one who orders become a function from an order to the text of its rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from contextlib import suppress
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, cast

from dekret.bank import problems
from dekret.bank.assemble import Fault, Field, Piece, Rows
from dekret.bank.characters import MisfitError, cleaner
from dekret.bank.fields import BY_MACRO, QUERY, BankField, Scope, Shape, Written
from dekret.bank.fit import fitter, liner
from dekret.bank.language import Form, Join
from dekret.bank.layout import FieldLayout, RecordLayout, layout_of
from dekret.bank.numbers import amount_writer
from dekret.bank.orders import FileFacts, Order
from dekret.expr import compile as expressions
from dekret.expr.collation import fold
from dekret.expr.compile import Layout, Row
from dekret.model.payments import Payment
from dekret.text.wording import Wording
from dekret.values.identifiers import plain_account

if TYPE_CHECKING:
    from dekret.bank.check import CheckedFormat, CheckedPosition
    from dekret.bank.nodes import Position
    from dekret.expr.kinds import Value
    from dekret.model.payments import Payer
    from dekret.text.diagnostic import Problem
    from dekret.text.wording import Value as Said

Query: TypeAlias = Callable[[str, str], str]
"""Runs the query of a position for the identity of a payment; raises `LookupError` where it gives no value."""


_WRITTEN_HERE = (Written.CONSTANT, Written.IGNORED)
_NO_PAYMENT = Payment(number="–", state="draft", amount=Decimal(1))


class Record(NamedTuple):
    """The rows of an order as text, with row separators between them; `remarks` tell what was shortened."""

    text: str
    remarks: tuple[Fault, ...] = ()


Part: TypeAlias = "Callable[[Order, FileFacts, Row], str | None]"
"""Gives the text of a part or field; None where its condition does not hold. Raises `MisfitError`."""
_KEPT = 4096
"""Texts of a position that are kept, so that the same payee is made fit once."""


class Writer:
    """Writes records of one format for one payer."""

    def __init__(self, checked: CheckedFormat, payer: Payer, query: Query | None = None) -> None:
        self.format = checked.format
        self.checked = checked
        self.payer = payer
        self.query = query
        self._by_kind: dict[str, Rows] = {}
        self._remarks: list[Fault] = []

    def record(self, order: Order, file: FileFacts) -> Record | tuple[Fault, ...]:
        """The rows of a payment, or everything that does not fit."""
        kind = order.payment.kind
        rows = self._by_kind.get(kind)
        if rows is None:
            rows = self._by_kind[kind] = self._rows(layout_of(self.checked.of(kind), kind))
        return self._written(rows, order, file)

    def header(self, file: FileFacts) -> Record | tuple[Fault, ...]:
        """The rows before the payments; those of an empty section are nothing."""
        return self._written(self._rows(layout_of(self.checked.header)), self._nobody(file), file)

    def footer(self, file: FileFacts) -> Record | tuple[Fault, ...]:
        """The rows after the payments."""
        return self._written(self._rows(layout_of(self.checked.footer)), self._nobody(file), file)

    def _nobody(self, file: FileFacts) -> Order:
        """An order for rows that know the payer alone."""
        return Order(_NO_PAYMENT, self.payer, file.day)

    def _written(self, rows: Rows, order: Order, file: FileFacts) -> Record | tuple[Fault, ...]:
        try:
            text = rows.text(order, file)
        except MisfitError:
            self._remarks.clear()
            return rows.faults(order, file)
        if not self._remarks:
            return Record(text)
        remarks = tuple(self._remarks)
        self._remarks.clear()
        return Record(text, remarks)

    def _rows(self, layout: RecordLayout) -> Rows:
        values = Layout()
        separators = self.format.separators
        rows = [[self._field(field, values) for field in row] for row in layout.rows]
        return Rows(rows, separators.field, separators.row, _readers(values))

    def _field(self, field: FieldLayout, values: Layout) -> Field:
        form = field.first.position.form
        delimiter = self.format.separators.delimiter if form is Form.TEXT else ""
        pieces = tuple(self._piece(checked, form, values) for checked in field.parts)
        return Field(delimiter, pieces, drop_empty=not self.format.empty_parts)

    def _piece(self, checked: CheckedPosition, form: Form, values: Layout) -> Piece:
        position = checked.position
        separators = {Join.PART: self.format.separators.part, Join.BLANK: " "}
        part = self._part(checked, form, values)
        conditional = bool(checked.condition) and not checked.by_kind_alone
        static = None
        if not conditional and (position.field.scope is Scope.PAYER or position.field.written in _WRITTEN_HERE):
            nobody = FileFacts(dt.date.min)
            with suppress(MisfitError):
                static = part(self._nobody(nobody), nobody, ())
        self._remarks.clear()
        return Piece(
            position,
            separators.get(position.join, ""),
            position.join is Join.BLANK,
            part,
            static,
            conditional=conditional,
        )

    def _part(self, checked: CheckedPosition, form: Form, values: Layout) -> Part:
        """The function of one position: its condition, its value, required, cleaned, of the right width."""
        position = checked.position
        value = self._value(checked, values)
        clean = cleaner(self.format, bare=form is not Form.TEXT)
        fit: Callable[[str], str] = fitter(position, self.format, self._remark)
        name = Wording(position.field.word.pl, position.field.word.en)
        plain = position.field.written in _WRITTEN_HERE or position.field.shape not in (Shape.TEXT, Shape.ACCOUNT)

        own_lines = position.field.lines if position.lines > 1 else None
        if own_lines:
            value = _line_reader(own_lines)
            in_lines = liner(position, self.format, self._remark)

            def fit(text: str) -> str:
                return in_lines(tuple([clean(line) if line else "" for line in text.split(_LINE_END)]))

        def finished(text: str) -> str:
            if not plain and text and not own_lines:
                text = clean(text)
            if position.required and not text.strip(_LINE_END):
                raise MisfitError(problems.REQUIRED, name=name)
            return fit(text)

        finish = _kept(finished, self._remarks) if position.field.recurs else finished
        if not checked.condition or checked.by_kind_alone:
            return lambda order, file, row: finish(value(order, file, row))
        condition = expressions.compile_condition(checked.condition.condition, values)
        return lambda order, file, row: finish(value(order, file, row)) if condition(row) else None

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
                if field.shape is Shape.TEXT:
                    return lambda order, file, _row: cast("str", read(order, file))
                return lambda order, file, _row: text(read(order, file))

    def _query(self, position: Position) -> Callable[[Order, FileFacts, Row], str]:
        query, statement = self.query, position.text
        name = Wording(QUERY.word.pl, QUERY.word.en)

        def ask(order: Order, _file: FileFacts, _row: Row) -> str:
            if query is None:
                raise MisfitError(problems.NO_QUERIES, name=name)
            try:
                return query(statement, order.payment.identity)
            except LookupError as error:
                raise MisfitError(problems.QUERY_FAILED, reason=str(error)) from error

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
                    raise MisfitError(problems.DIGITS_LOST, amount=str(value))
                return found
            return date(value)

        return text

    @property
    def _date(self) -> Callable[[dt.date], str]:
        mask = self.format.dates
        return cache(mask.write) if mask else dt.date.isoformat


_LINE_END = "\n"


def _line_reader(lines: Callable[[Order], tuple[str, ...]]) -> Callable[[Order, FileFacts, Row], str]:
    """What reads the lines of a value as one text, so that it can be kept like any other."""

    def read(order: Order, _file: FileFacts, _row: Row) -> str:
        return _LINE_END.join(lines(order))

    return read


def _kept(finished: Callable[[str], str], remarks: list[Fault]) -> Callable[[str], str]:
    """The function with its results kept, but for those that something was said of."""
    known: dict[str, str] = {}

    def look_up(text: str) -> str:
        found = known.get(text)
        if found is None:
            found = finished(text)
            if len(known) >= _KEPT:
                known.clear()
            if not remarks:
                known[text] = found
        return found

    return look_up


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
