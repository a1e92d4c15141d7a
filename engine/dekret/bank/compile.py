"""From a checked position to a function: its value read, cleaned, made as long as wanted, for every payment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeAlias

from dekret.bank import payment_problems
from dekret.bank.characters import MisfitError, cleaner
from dekret.bank.field import Shape, Written
from dekret.bank.fields import QUERY
from dekret.bank.fit import Remark, fitter, liner
from dekret.bank.language import Form
from dekret.bank.numbers import amount_writer
from dekret.errors import QueryError
from dekret.expr import compile as expressions
from dekret.text.wording import Wording
from dekret.values.identifiers import plain_account

if TYPE_CHECKING:
    import datetime as dt

    from dekret.bank.check import CheckedPosition
    from dekret.bank.nodes import BankFormat, Position
    from dekret.bank.orders import FileFacts, Order
    from dekret.expr.compile import Layout, Row
    from dekret.expr.kinds import Value

Query: TypeAlias = Callable[[str, str], str]
"""Runs the query of a position for the id of a payment; raises `QueryError` where it gives no value."""
Part: TypeAlias = "Callable[[Order, FileFacts, Row], str | None]"
"""Gives the text of a position; None where its condition does not hold. Raises `MisfitError`."""
Finisher: TypeAlias = Callable[[Any], str]
"""Makes the text of a position of its value."""
WRITTEN_HERE = (Written.CONSTANT, Written.IGNORED)
_KEPT = 4096
"""Texts of a position that are kept, so that the same payee is made fit once."""
_LINE_END = "\n"


@dataclass(frozen=True, slots=True)
class Compiler:
    """Makes functions of the positions of a format. `values` lays out the macros that its expressions ask for."""

    format: BankFormat
    values: Layout
    query: Query | None
    remark: Remark
    silent: Callable[[], bool]
    """Whether nothing was remarked of the payment at hand."""

    def part(self, checked: CheckedPosition, form: Form, *, padded: bool = True) -> Part:
        """The function of a position in a field of a type; `padded` where it has all its lines, empty ones, too."""
        position = checked.position
        read = self._reader(checked)
        finish = self._finisher(position, form, padded=padded)
        recurs = position.field.recurs or position.field.shape is Shape.DATE
        if checked.condition and not checked.by_kind_alone:
            condition = expressions.compile_condition(checked.condition.condition, self.values)
            return lambda order, file, row: finish(read(order, file, row)) if condition(row) else None
        if position.field.path and not (position.lines > 1 and position.field.lines):
            get = attrgetter(position.field.path)
            if not recurs:
                return lambda order, _file, _row: finish(get(order))
            known: dict[object, str] = {}
            keep = self._keeper(finish, known)
            return lambda order, _file, _row: known.get(value := get(order)) or keep(value)
        if recurs:
            finish = self._kept(finish)
        return lambda order, file, row: finish(read(order, file, row))

    def _reader(self, checked: CheckedPosition) -> Callable[[Order, FileFacts, Row], Value]:
        """What fetches the value of a position."""
        position = checked.position
        field = position.field
        match field.written:
            case Written.CONSTANT | Written.IGNORED:
                constant = self.format.charset.simplified(position.text)
                return lambda _order, _file, _row: constant
            case Written.EXPRESSION:
                assert checked.value
                compute = expressions.compile_value(checked.value.value, self.values)
                return lambda _order, _file, row: compute(row)
            case Written.QUERY:
                return self._asked(position)
        if position.lines > 1 and (lines := field.lines):
            return lambda order, _file, _row: _LINE_END.join(lines(order))
        read = field.read
        return lambda order, file, _row: read(order, file)

    def _asked(self, position: Position) -> Callable[[Order, FileFacts, Row], Value]:
        query, statement = self.query, position.text
        name = Wording(QUERY.word.pl, QUERY.word.en)

        def ask(order: Order, _file: FileFacts, _row: Row) -> Value:
            if query is None:
                raise MisfitError(payment_problems.NO_QUERIES, name=name)
            if order.payment.id is None:
                raise MisfitError(payment_problems.NO_ID, name=name)
            try:
                return query(statement, order.payment.id)
            except QueryError as error:
                raise MisfitError(payment_problems.QUERY_FAILED, reason=Wording(error.pl, error.en)) from error

        return ask

    def _finisher(self, position: Position, form: Form, *, padded: bool) -> Finisher:
        fit = fitter(position, self.format, self.remark, padded=padded)
        if position.field.written in WRITTEN_HERE:
            return fit
        name = Wording(position.field.word.pl, position.field.word.en)

        def missing() -> str:
            raise MisfitError(payment_problems.REQUIRED, name=name)

        blank = fit("")
        empty: Callable[[], str] = missing if position.required else (lambda: blank)
        texts = self._texts(position, form, fit, empty, padded=padded)
        match position.field.shape:
            case Shape.AMOUNT | Shape.VAT_AMOUNT | Shape.COUNT:
                write = self._numbers(position)
                return lambda value: empty() if value is None else fit(write(value))
            case Shape.DATE:
                return lambda value: empty() if value is None else fit(self._date(value))
        if position.field.written is None:
            return texts
        as_text = self._as_text(position)
        return lambda value: texts(as_text(value))

    def _texts(
        self, position: Position, form: Form, fit: Finisher, empty: Callable[[], str], *, padded: bool
    ) -> Finisher:
        """How texts are finished: accounts stripped, lines kept, everything cleaned."""
        clean = cleaner(self.format, bare=form is not Form.TEXT)
        if position.lines > 1:
            in_lines = liner(position, self.format, self.remark, padded=padded)

            def of_lines(text: str) -> str:
                lines = tuple([clean(line) if line else "" for line in text.split(_LINE_END)])
                return in_lines(lines) if any(lines) else empty()

            return of_lines
        account = position.field.shape is Shape.ACCOUNT and position.strip

        blank = None if position.required else fit("")

        def of_text(text: str) -> str:
            if not text and blank is not None:
                return blank
            text = clean(text)
            return fit(text) if text else empty()

        return (lambda text: of_text(plain_account(text))) if account else of_text

    def _numbers(self, position: Position) -> Callable[[Decimal], str]:
        separators = self.format.separators
        if position.field.shape is Shape.COUNT:
            return str
        decimal = separators.vat_decimal if position.field.shape is Shape.VAT_AMOUNT else separators.decimal
        write = amount_writer(position.form, decimal, separators.thousands)

        def written(amount: Decimal) -> str:
            text = write(amount)
            if text is None:
                raise MisfitError(payment_problems.DIGITS_LOST, amount=str(amount))
            return text

        return written

    def _as_text(self, position: Position) -> Callable[[Value], str]:
        """The value of an expression as text: whole numbers bare, others as amounts, dates by the mask."""
        numbers = self._numbers(position)

        def text(value: Value) -> str:
            match value:
                case None:
                    return ""
                case str():
                    return value
                case Decimal():
                    return f"{value:.0f}" if value == value.to_integral_value() else numbers(value)
                case _:
                    return self._date(value)

        return text

    def _date(self, day: dt.date) -> str:
        return self.format.dates.write(day) if self.format.dates else day.isoformat()

    def _kept(self, finish: Finisher) -> Finisher:
        """The function with its results kept."""
        known: dict[object, str] = {}
        keep = self._keeper(finish, known)
        return lambda value: known.get(value) or keep(value)

    def _keeper(self, finish: Finisher, known: dict[object, str]) -> Finisher:
        """The function that keeps its results, but for those that something was remarked of."""

        def keep(value: object) -> str:
            found = finish(value)
            if len(known) >= _KEPT:
                known.clear()
            if self.silent():
                known[value] = found
            return found

        return keep
