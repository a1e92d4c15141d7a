"""Writing records: a format and the one who orders become a function from an order to the text of its rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from contextlib import suppress
from decimal import Decimal
from typing import TYPE_CHECKING

from dekret.bank import payment_problems
from dekret.bank.assemble import Fault, Field, Piece, Rows
from dekret.bank.characters import MisfitError
from dekret.bank.compile import WRITTEN_HERE, Compiler, Query
from dekret.bank.field import BankField, Scope
from dekret.bank.fields import BY_MACRO
from dekret.bank.language import Form, Join
from dekret.bank.layout import FieldLayout, RecordLayout, layout_of
from dekret.bank.orders import FileFacts, Order
from dekret.expr.collation import fold
from dekret.expr.compile import Layout
from dekret.model.payments import KIND_WORDS, Payment
from dekret.text.wording import Wording

if TYPE_CHECKING:
    from dekret.bank.check import CheckedFormat, CheckedPosition
    from dekret.bank.nodes import Position
    from dekret.model.payments import Payer
    from dekret.text.diagnostic import Problem
    from dekret.text.wording import Value as Said

_NO_PAYMENT = Payment(number="–", state="draft", amount=Decimal(1))


class Writer:
    """Writes records of one format for one payer."""

    def __init__(self, checked: CheckedFormat, payer: Payer, query: Query | None = None) -> None:
        self.format = checked.format
        self.checked = checked
        self.payer = payer
        self.query = query
        self._currencies = checked.format.currencies
        self._priority = "@Priorytet" in macros_of(checked)
        self._by_kind: dict[str, Rows] = {}
        self._remarks: list[Fault] = []

    @property
    def remarks(self) -> tuple[Fault, ...]:
        """What was shortened in the last rows."""
        return tuple(self._remarks)

    def record(self, order: Order, file: FileFacts) -> str | tuple[Fault, ...]:
        """The rows of a payment, or everything that does not fit."""
        payment = order.payment
        rows = self._by_kind.get(payment.kind) or self._begun(payment.kind)
        currencies = self._currencies[payment.kind]
        if rows is None or (currencies and payment.currency not in currencies):
            return (self._not_taken(payment),)
        found = self._written(rows, order, file)
        if payment.priority == "high" and not self._priority and isinstance(found, str):
            self._remark(self.checked.first, payment_problems.PRIORITY_LOST, {"format": self.format.symbol})
        return found

    def _begun(self, kind: str) -> Rows | None:
        """The rows of payments of a kind; None where the format does not write them."""
        if kind not in self.format.kinds:
            return None
        rows = self._by_kind[kind] = self._rows(layout_of(self.checked.of(kind), kind))
        return rows

    def _not_taken(self, payment: Payment) -> Fault:
        """Why the format does not write payments of a kind or currency at all."""
        format_ = self.format
        position = self.checked.first
        if payment.kind not in format_.kinds:
            word = KIND_WORDS[payment.kind]
            kind = Wording(word.pl, word.en)
            return Fault(position, payment_problems.KIND_NOT_TAKEN, {"format": format_.symbol, "kind": kind})
        known = ", ".join(sorted(format_.currencies[payment.kind] or ()))
        values: dict[str, Said] = {"format": format_.symbol, "currency": payment.currency, "known": known}
        return Fault(position, payment_problems.CURRENCY_NOT_TAKEN, values)

    def header(self, file: FileFacts) -> str | tuple[Fault, ...]:
        """The rows before the payments; those of an empty section are nothing."""
        return self._written(self._rows(layout_of(self.checked.header)), self._nobody(file), file)

    def footer(self, file: FileFacts) -> str | tuple[Fault, ...]:
        """The rows after the payments."""
        return self._written(self._rows(layout_of(self.checked.footer)), self._nobody(file), file)

    def _nobody(self, file: FileFacts) -> Order:
        """An order for rows that know the payer alone."""
        return Order(_NO_PAYMENT, self.payer, file.day)

    def _written(self, rows: Rows, order: Order, file: FileFacts) -> str | tuple[Fault, ...]:
        if self._remarks:
            self._remarks.clear()
        try:
            return rows.text(order, file)
        except MisfitError:
            self._remarks.clear()
            return rows.faults(order, file)

    def _rows(self, layout: RecordLayout) -> Rows:
        compiler = Compiler(self.format, Layout(), self.query, self._remark, lambda: not self._remarks)
        separators = self.format.separators
        rows = [[self._field(field, compiler) for field in row] for row in layout.rows]
        return Rows(rows, separators.field, separators.row, _readers(compiler.values))

    def _field(self, field: FieldLayout, compiler: Compiler) -> Field:
        form = field.first.position.form
        delimiter = self.format.separators.delimiter if form is Form.TEXT else ""
        own = field.first.position.empty_parts
        padded = self.format.empty_parts if own is None else own
        # lines of a position that others follow are kept, lest those move up
        several = len(field.parts) > 1
        pieces = tuple(self._piece(checked, form, compiler, padded=padded or several) for checked in field.parts)
        return Field(delimiter, pieces, "" if padded else self.format.separators.part)

    def _piece(self, checked: CheckedPosition, form: Form, compiler: Compiler, *, padded: bool) -> Piece:
        position = checked.position
        separators = {Join.PART: self.format.separators.part, Join.BLANK: " "}
        part = compiler.part(checked, form, padded=padded)
        of = part.function()
        conditional = bool(checked.condition) and not checked.by_kind_alone
        static = None
        if not conditional and (position.field.scope is Scope.PAYER or position.field.written in WRITTEN_HERE):
            nobody = FileFacts(dt.date.min)
            with suppress(MisfitError):
                static = of(self._nobody(nobody), nobody, ())
            if self._remarks:
                static = None
        self._remarks.clear()
        return Piece(
            position,
            separators.get(position.join, ""),
            position.join is Join.BLANK,
            part,
            of,
            static,
            conditional=conditional,
        )

    def _remark(self, position: Position, problem: Problem, values: dict[str, Said]) -> None:
        self._remarks.append(Fault(position, problem, values))


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
    return any(_macros(each) & late for each in checked.header)


def macros_around(checked: CheckedFormat) -> set[str]:
    """The macros that header and footer ask for."""
    return {macro for each in (*checked.header, *checked.footer) for macro in _macros(each)}


def writes_title(checked: CheckedFormat, kind: str) -> bool:
    """Whether the record of a payment of a kind has its title with tags, in a field or in an expression."""
    given = {"@TytulPrzelewu", *(f"@OpisDoBanku{number}" for number in range(1, 5))}
    return any(_macros(each) & given for each in checked.of(kind))


def macros_of(checked: CheckedFormat) -> set[str]:
    """The macros that the records of a format ask for, by field, value or condition."""
    return {macro for table in checked.records.values() for each in table for macro in _macros(each)}


def _macros(checked: CheckedPosition) -> set[str]:
    formulas = (checked.value, checked.condition)
    return {checked.position.field.macro, *(use.spec.name for each in formulas if each for use in each.uses)}
