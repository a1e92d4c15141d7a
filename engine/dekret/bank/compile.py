"""From a checked position to a function: its value read, cleaned, made as long as wanted, for every payment."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import count
from typing import TYPE_CHECKING, Any, TypeAlias

from dekret.bank import payment_problems
from dekret.bank.assemble import Part
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
    from dekret.bank.orders import Order
    from dekret.expr.compile import Layout
    from dekret.expr.kinds import Value

Query: TypeAlias = Callable[[str, str], str]
"""Runs the query of a position for the id of a payment; raises `QueryError` where it gives no value."""
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
    numbers: Iterator[int] = field(default_factory=count)

    def part(self, checked: CheckedPosition, form: Form, *, padded: bool = True) -> Part:
        """A position in a field of a type; `padded` where it has all its lines, empty ones, too."""
        position = checked.position
        number = next(self.numbers)
        names: dict[str, object] = {f"f{number}": self._finisher(checked, form, padded=padded)}
        value = self._value(checked, number, names)
        source = f"f{number}({value})"
        if position.field.recurs or position.field.shape is Shape.DATE:
            known: dict[object, str] = {}
            names |= {f"k{number}": known, f"f{number}": self._keeper(names[f"f{number}"], known)}
            source = f"(k{number}.get(v{number} := {value}) or f{number}(v{number}))"
        if checked.condition and not checked.by_kind_alone:
            names[f"c{number}"] = expressions.compile_condition(checked.condition.condition, self.values)
            source = f"({source} if c{number}(row) else None)"
        return Part(source, names)

    def _value(self, checked: CheckedPosition, number: int, names: dict[str, object]) -> str:
        """What fetches the value of a position, as Python over `order`, `file` and `row`."""
        position = checked.position
        field_ = position.field
        name = f"r{number}"
        if field_.written in WRITTEN_HERE:
            names[name] = self.format.charset.simplified(position.text)
            return name
        if field_.written is Written.EXPRESSION:
            assert checked.value
            names[name] = expressions.compile_value(checked.value.value, self.values)
            return f"{name}(row)"
        if field_.written is Written.QUERY:
            names[name] = self._asked(position)
            return f"{name}(order)"
        if position.lines > 1 and (lines := field_.lines):
            names[name] = lines if not field_.recurs else lambda order: _LINE_END.join(lines(order))
            return f"{name}(order)"
        if field_.path:
            return f"order.{field_.path}"
        names[name] = field_.read
        return f"{name}(order, file)"

    def _asked(self, position: Position) -> Callable[[Order], Value]:
        query, statement = self.query, position.text
        name = Wording(QUERY.word.pl, QUERY.word.en)

        def ask(order: Order) -> Value:
            if query is None:
                raise MisfitError(payment_problems.NO_QUERIES, name=name)
            if order.payment.id is None:
                raise MisfitError(payment_problems.NO_ID, name=name)
            try:
                return query(statement, order.payment.id)
            except QueryError as error:
                raise MisfitError(payment_problems.QUERY_FAILED, reason=Wording(error.pl, error.en)) from error

        return ask

    def _finisher(self, checked: CheckedPosition, form: Form, *, padded: bool) -> Finisher:
        position = checked.position
        fit = fitter(position, self.format, self.remark, padded=padded)
        if position.field.written in WRITTEN_HERE:
            return fit
        name = position.name

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
        as_text = self._as_text(position, whole=checked.value is None or checked.value.type.whole)
        return lambda value: texts(as_text(value))

    def _texts(
        self, position: Position, form: Form, fit: Finisher, empty: Callable[[], str], *, padded: bool
    ) -> Finisher:
        """How texts are finished: accounts stripped, lines kept, everything cleaned."""
        clean = cleaner(self.format, bare=form is not Form.TEXT)
        if position.lines > 1:
            in_lines = liner(position, self.format, self.remark, padded=padded)

            def of_lines(given: Iterable[str]) -> str:
                lines = tuple([clean(line) if line else "" for line in given])
                return in_lines(lines) if any(lines) else empty()

            if position.field.lines and not position.field.recurs:
                return of_lines
            return lambda text: of_lines(text.split(_LINE_END))
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

    def _as_text(self, position: Position, *, whole: bool) -> Callable[[Value], str]:
        """The value of an expression as text: dates by the mask, numbers as amounts but for those `whole` by kind.

        An amount of 100,00 is no whole number: without a decimal separator it is 10000, as one of 100,50 is 10050.
        """
        numbers = self._numbers(position)

        def text(value: Value) -> str:
            match value:
                case None:
                    return ""
                case str():
                    return value
                case Decimal():
                    return f"{value:.0f}" if whole else numbers(value)
                case _:
                    return self._date(value)

        return text

    def _date(self, day: dt.date) -> str:
        return self.format.dates.write(day) if self.format.dates else day.isoformat()

    def _keeper(self, finish: object, known: dict[object, str]) -> Finisher:
        """The function that keeps its results, but for those that something was remarked of."""
        assert callable(finish)

        def keep(value: object) -> str:
            found: str = finish(value)
            if len(known) >= _KEPT:
                known.clear()
            if self.silent():
                known[value] = found
            return found

        return keep
