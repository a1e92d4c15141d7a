"""Values of `{expressions}`. Checked before by `check_expressions`; what a value makes impossible is refused here."""

import datetime as dt
from decimal import Decimal, localcontext
from typing import Protocol, assert_never

from dekret.chart import parameter_problems as problems
from dekret.chart.computed import Computed
from dekret.chart.functions import BY_NAME, Function, Refusal, Scope, day_value, number_of
from dekret.chart.nodes import (
    Binary,
    Call,
    Definition,
    Expression,
    Number,
    Reference,
    Symbol,
    Text,
    Unary,
    Word,
    expressions,
)
from dekret.chart.sourcemap import Traced
from dekret.text.diagnostic import Diagnostic, Finding
from dekret.text.nearest import nearest
from dekret.text.wording import Wording
from dekret.values.clarion import day_of

SYMBOLS = ("@RECORDS", "@Records")
"""The manual's table says RECORDS, its example Records, and that letter case counts (seeds/001:1970-1986): both."""


class Values(Scope, Protocol):
    """What the expressions of one chart may ask of its run."""

    def parameter(self, asked: Reference | Definition) -> Computed:
        """The value of a parameter. Raises `Refused` where it has none."""


class Refused(Exception):  # noqa: N818 - a value is refused; no error of the program
    """What is wrong with a value: a finding in the text at hand, or a diagnostic where its text is known."""

    def __init__(self, found: Finding | Diagnostic) -> None:
        super().__init__(found.problem.id)
        self._found = found

    def at(self, traced: Traced) -> Diagnostic:
        """The diagnostic, the text that was at hand being this one."""
        found = self._found
        if isinstance(found, Diagnostic):
            return found
        place = traced.span(found.start, found.end)
        return found.problem.filled(place, dict(found.values), traced.related(found.start))


_LARGEST = Decimal(10) ** 30


def evaluate(expression: Expression, values: Values) -> Computed:
    """The value of an expression. Raises `Refused`."""
    match expression:
        case Reference() | Definition():
            return values.parameter(expression)
        case Number():
            return Computed(expression.value)
        case Text():
            return Computed(expression.value)
        case Word():
            return values.word(expression.name) or Computed(expression.name)
        case Symbol():
            records = values.records()
            if records is None:
                raise Refused(problems.NO_RECORDS.found(expression.start, expression.end, symbol=expression.name))
            return Computed(Decimal(records), foreign=True)
        case Call():
            return _call(expression, values)
        case Unary() | Binary():
            try:
                with localcontext() as context:
                    context.prec = 60
                    return _unary(expression, values) if isinstance(expression, Unary) else _binary(expression, values)
            except Refusal as refusal:
                raise _refused(expression, refusal.reason) from None
            except ArithmeticError:
                raise _refused(expression, Wording("tego nie da się obliczyć", "this cannot be computed")) from None
        case _:
            assert_never(expression)


def _refused(expression: Expression, reason: Wording) -> Refused:
    return Refused(problems.NOT_COMPUTED.found(expression.start, expression.end, reason=reason))


def _call(call: Call, values: Values) -> Computed:
    function = BY_NAME[call.name.casefold()]
    arguments = [evaluate(argument, values) for argument in call.arguments]
    try:
        return function.run(arguments, values)
    except Refusal as refusal:
        raise _refused(call, refusal.reason) from None


def _unary(node: Unary, values: Values) -> Computed:
    operand = evaluate(node.operand, values)
    if node.operator == "NOT":
        return Computed(not _truth(operand), operand.foreign)
    number = number_of(operand)
    return Computed(-number if node.operator == "-" else number, operand.foreign)


def _binary(node: Binary, values: Values) -> Computed:
    left = evaluate(node.left, values)
    if node.operator in ("AND", "OR"):
        if _truth(left) is (node.operator == "OR"):
            return Computed(node.operator == "OR", left.foreign)
        right = evaluate(node.right, values)
        return Computed(_truth(right), left.foreign or right.foreign)
    right = evaluate(node.right, values)
    foreign = left.foreign or right.foreign
    if node.operator == "&":
        return Computed(left.text + right.text, foreign, (*left.pieces, *right.pieces))
    if node.operator in _COMPARED:
        return Computed(_compared(node.operator, left, right), foreign)
    return _calculated(node.operator, left, right, foreign=foreign)


def _calculated(operator: str, left: Computed, right: Computed, *, foreign: bool) -> Computed:
    """Days may have numbers of days added and taken away; the rest is arithmetic of numbers."""
    days = isinstance(left.value, dt.date), isinstance(right.value, dt.date)
    one, other = number_of(left), number_of(right)
    match operator:
        case "+":
            found = one + other
        case "-":
            found = one - other
        case "*":
            found = one * other
        case "/" | "%" if other == 0:
            raise Refusal("nie dzieli się przez zero", "there is no dividing by zero")
        case "/":
            found = one / other
        case "%":
            found = one % other
        case _:
            found = one**other
    if abs(found) >= _LARGEST:
        raise Refusal("wynik jest za duży", "the result is too large")
    if operator in "+-" and days in ((True, False), (False, True)):
        day = day_of(int(found)) if found == found.to_integral_value() else None
        if day is None:
            raise Refusal(f"nie ma dnia o numerze {found}", f"there is no day of number {found}")
        return Computed(day, foreign)
    return Computed(found, foreign)


_COMPARED = ("=", "<>", "<", ">", "<=", ">=")


def _compared(operator: str, left: Computed, right: Computed) -> bool:
    """Dates beside anything are dates, numbers beside anything numbers; texts ignore letter case, as the database."""
    one: object
    other: object
    if isinstance(left.value, dt.date) or isinstance(right.value, dt.date):
        one, other = day_value(left), day_value(right)
    elif isinstance(left.value, str) and isinstance(right.value, str):
        one, other = left.value.casefold().rstrip(), right.value.casefold().rstrip()
    else:
        one, other = number_of(left), number_of(right)
    match operator:
        case "=":
            return one == other
        case "<>":
            return one != other
        case "<":
            return one < other  # type: ignore[operator]
        case ">":
            return one > other  # type: ignore[operator]
        case "<=":
            return one <= other  # type: ignore[operator]
        case _:
            return one >= other  # type: ignore[operator]


def _truth(value: Computed) -> bool:
    return value.value if isinstance(value.value, bool) else number_of(value) != 0


def check_expression(expression: Expression, *, graphic: bool) -> list[Finding]:
    """What is wrong with an expression whatever the values: unknown functions, symbols, bare words, arguments."""
    found: list[Finding] = []
    columns = {
        id(call.arguments[0])
        for call in expressions(expression)
        if isinstance(call, Call) and call.name.casefold() == "zaznaczenia" and call.arguments
    }
    for node in expressions(expression):
        match node:
            case Call():
                found += _check_call(node)
            case Symbol() if node.name not in SYMBOLS:
                found.append(problems.UNKNOWN_SYMBOL.found(node.start, node.end, symbol=node.name))
            case Symbol() if not graphic:
                found.append(problems.SYMBOL_IN_QUERY.found(node.start, node.end, symbol=node.name))
            case Word() if id(node) not in columns:
                found.append(problems.BARE_WORD.found(node.start, node.end, word=node.name))
            case _:
                pass
    return found


def _check_call(call: Call) -> list[Finding]:
    function = BY_NAME.get(call.name.casefold())
    if function is None:
        near = nearest(call.name, [known.name for known in BY_NAME.values()])
        advice = Wording(f"Czy chodziło o {near}? ", f"Did you mean {near}? ") if near else Wording("", "")
        return [problems.UNKNOWN_FUNCTION.found(call.start, call.end, name=call.name, advice=advice)]
    if not function.least <= len(call.arguments) <= function.most:
        wanted = _count(function)
        found = len(call.arguments)
        return [problems.ARGUMENTS.found(call.start, call.end, name=function.name, wanted=wanted, found=found)]
    if function.name == "Zaznaczenia" and not isinstance(call.arguments[0], Word):
        return [problems.SELECTION_COLUMN.found(call.start, call.end)]
    return []


def _count(function: Function) -> str:
    return str(function.least) if function.least == function.most else f"{function.least}–{function.most}"
