"""From a checked expression to a Python function over the values of its macros.

The function takes one sequence, the values laid out by a `Layout`; nothing is looked up by name and nothing of
the expression is left to be walked. Text macros that are compared for equality are laid out folded, so that a
comparison is one of two strings. Three-valued logic costs nothing where it is not asked for: a condition is
compiled to "is true", its negation to "is false", by De Morgan's rules, and NULL is tested only where it may be.
The code is as long as the expression: what is used twice is kept in a name, and a long CASE does not nest.
"""

import ast
import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from types import CodeType
from typing import TypeAlias, assert_never, cast

from dekret.expr import collation, dates, runtime
from dekret.expr.core import (
    All,
    Any,
    Apply,
    Choose,
    Compare,
    Condition,
    Constant,
    Core,
    FirstKnown,
    Given,
    Kept,
    Let,
    Load,
    Matches,
    Missing,
    Not,
    OneOf,
    Operator,
    is_cheap,
)
from dekret.expr.kinds import Value

Row: TypeAlias = Sequence[object]
"""The values of a layout, in its order."""

_RUNTIME: dict[str, Callable[..., object]] = {
    **{name: value for name, value in vars(runtime).items() if callable(value) and not name.startswith("_")},
    "text_as_date": dates.text_as_date,
    "date_as_text": dates.date_as_text,
    "format_date": dates.format_date,
    "fold": collation.fold,
    "sort_key": collation.sort_key,
}
_COMPARISONS: dict[Operator, type[ast.cmpop]] = {
    "=": ast.Eq,
    "<>": ast.NotEq,
    "<": ast.Lt,
    ">": ast.Gt,
    "<=": ast.LtE,
    ">=": ast.GtE,
}
_OPPOSITE: dict[Operator, Operator] = {"=": "<>", "<>": "=", "<": ">=", ">": "<=", "<=": ">", ">=": "<"}
_ALLOWED = (
    ast.Tuple,
    ast.Expression,
    ast.Lambda,
    ast.arguments,
    ast.arg,
    ast.Name,
    ast.Constant,
    ast.Subscript,
    ast.Call,
    ast.Compare,
    ast.BoolOp,
    ast.UnaryOp,
    ast.IfExp,
    ast.NamedExpr,
    ast.expr_context,
    ast.cmpop,
    ast.boolop,
    ast.Not,
)
"""The only Python that an expression can become."""


@dataclass(slots=True)
class Layout:
    """The order in which the values of macros are handed to compiled expressions; grows while compiling.

    A slot is a macro, its argument, and whether the value is wanted folded.
    """

    slots: dict[tuple[str, str | None, bool], int] = field(default_factory=dict)

    def place(self, load: Load, *, folded: bool) -> int:
        return self.slots.setdefault((load.macro, load.argument, folded), len(self.slots))


def compile_value(core: Core, layout: Layout) -> Callable[[Row], Value]:
    """The function that computes a value."""
    emitter = _Emitter(layout)
    return cast("Callable[[Row], Value]", _function(emitter, core, emitter.value(core)))


def compile_condition(condition: Condition, layout: Layout) -> Callable[[Row], bool]:
    """The function that says whether a condition is true; unknown is not true."""
    emitter = _Emitter(layout)
    return cast("Callable[[Row], bool]", _function(emitter, condition, emitter.holds(condition)))


def compile_refutation(condition: Condition, layout: Layout) -> Callable[[Row], bool]:
    """The function that says whether a condition is false; neither true nor false is unknown."""
    emitter = _Emitter(layout)
    return cast("Callable[[Row], bool]", _function(emitter, Not(condition), emitter.fails(condition)))


def compile_conditions(conditions: Sequence[Condition | None], layout: Layout) -> Callable[[Row], tuple[object, ...]]:
    """One function that says of every condition whether it is true (truthy); None stands for one that always is."""
    emitter = _Emitter(layout)
    tests = [ast.Constant(value=True) if each is None else emitter.holds(each) for each in conditions]
    body = ast.Tuple(tests, ast.Load())
    return cast("Callable[[Row], tuple[object, ...]]", _function(emitter, tuple(conditions), body))


_Meaning: TypeAlias = Core | Condition | tuple[Condition | None, ...]


def _function(emitter: "_Emitter", meaning: _Meaning, body: ast.expr) -> object:
    names = {"__builtins__": {}, **{name: _RUNTIME[name] for name in emitter.called}, **emitter.pool}
    return eval(_code(meaning, tuple(emitter.places), body), names)  # noqa: S307 - built here from allowed nodes alone


_CODES: dict[tuple[_Meaning, tuple[int, ...]], CodeType] = {}
"""Code objects by what they compute and the places of their macros: the same expression is compiled once."""


def _code(meaning: _Meaning, places: tuple[int, ...], body: ast.expr) -> CodeType:
    known = _CODES.get((meaning, places))
    if known is None:
        arguments = ast.arguments(posonlyargs=[], args=[ast.arg("v")], kwonlyargs=[], kw_defaults=[], defaults=[])
        tree = ast.Expression(ast.Lambda(arguments, body))
        for node in ast.walk(tree):
            assert isinstance(node, _ALLOWED), f"{type(node).__name__} is no part of an expression"
            if isinstance(node, ast.expr | ast.arg):
                node.lineno, node.col_offset = 1, 0
        known = _CODES[meaning, places] = compile(tree, "<dekret>", "eval")
    return known


class _Emitter:
    """Turns one checked expression into Python's syntax tree; constants go to the pool."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.pool: dict[str, object] = {}
        self.called: set[str] = set()
        self.places: list[int] = []
        self.temporaries = 0

    # --- values

    def value(self, core: Core) -> ast.expr:
        match core:
            case Constant(value=constant):
                return self._constant(constant)
            case Load():
                return self._load(core, folded=False)
            case Apply(run="fold", arguments=(Load() as load,)):
                return self._load(load, folded=True)
            case Apply():
                return self._apply(core)
            case Choose():
                return self._choose(core)
            case FirstKnown():
                return self._first_known(core)
            case Kept(place=place):
                return _name(f"s{place}")
            case Let(place=place, value=value, body=body):
                return ast.IfExp(_keeping(f"s{place}", self.value(value)), self.value(body), ast.Constant(None))
            case _:
                assert_never(core)

    def _choose(self, core: Choose) -> ast.expr:
        """Branches in a row rather than in one another: Python compiles no more than some hundred levels."""
        otherwise = self.value(core.otherwise)
        if len(core.branches) == 1:
            ((condition, value),) = core.branches
            return ast.IfExp(self.holds(condition), self.value(value), otherwise)
        chosen = self._fresh()
        tests = [_all([self.holds(test), _keeping(chosen, self.value(value))]) for test, value in core.branches]
        return ast.IfExp(_any(tests), _name(chosen), otherwise)

    def _first_known(self, core: FirstKnown) -> ast.expr:
        found = self._fresh()
        tests: list[ast.expr] = []
        last = core.operands[-1]
        for operand in core.operands[:-1]:
            if not operand.type.nullable:
                last = operand
                break
            tests.append(_is_known(ast.NamedExpr(ast.Name(found, ast.Store()), self.value(operand))))
        return ast.IfExp(_any(tests), _name(found), self.value(last)) if tests else self.value(last)

    def _fresh(self) -> str:
        self.temporaries += 1
        return f"t{self.temporaries}"

    def _constant(self, value: str | Decimal | dt.date | None) -> ast.expr:
        return ast.Constant(value) if value is None or isinstance(value, str) else self._pooled(value)

    def _pooled(self, value: object) -> ast.expr:
        name = f"k{len(self.pool)}"
        self.pool[name] = value
        return _name(name)

    def _load(self, load: Load, *, folded: bool) -> ast.expr:
        self.places.append(self.layout.place(load, folded=folded))
        return ast.Subscript(_name("v"), ast.Constant(self.places[-1]), ast.Load())

    def _call(self, run: str, arguments: list[ast.expr]) -> ast.expr:
        assert run in _RUNTIME, run
        self.called.add(run)
        return ast.Call(_name(run), arguments, [])

    def _apply(self, core: Apply) -> ast.expr:
        if core.takes_null:
            return self._call(core.run, [self.value(argument) for argument in core.arguments])
        tests, arguments = self._known(core.arguments)
        called = self._call(core.run, arguments)
        return ast.IfExp(_all(tests), called, ast.Constant(None)) if tests else called

    def _known(self, operands: Sequence[Core]) -> tuple[list[ast.expr], list[ast.expr]]:
        """Tests that the operands are not NULL, and the operands to be used after them."""
        tests: list[ast.expr] = []
        values: list[ast.expr] = []
        for operand in operands:
            if operand.type.nullable:
                kept, name = self._kept(operand)
                tests.append(_is_known(kept))
                values.append(name)
            else:
                values.append(self.value(operand))
        return tests, values

    def _kept(self, core: Core) -> tuple[ast.expr, ast.expr]:
        """A value given a name, and the name; a macro needs none."""
        if is_cheap(core):
            return self.value(core), self.value(core)
        name = self._fresh()
        return ast.NamedExpr(ast.Name(name, ast.Store()), self.value(core)), _name(name)

    # --- conditions

    def holds(self, condition: Condition) -> ast.expr:
        """Python that is truthy exactly where the condition is true."""
        match condition:
            case Compare():
                return self._compare(condition, condition.operator)
            case OneOf(operand=operand, values=values):
                return ast.Compare(self.value(operand), [ast.In()], [self._pooled(values)])
            case Matches():
                return self._matches(condition, wanted=True)
            case Missing(operand=operand):
                if not operand.type.nullable:
                    return ast.Constant(value=False)
                return ast.Compare(self.value(operand), [ast.Is()], [ast.Constant(None)])
            case All(operands=operands):
                return _all([self.holds(operand) for operand in operands])
            case Any(operands=operands):
                return _any([self.holds(operand) for operand in operands])
            case Not(operand=inner):
                return self.fails(inner)
            case Given(place=place, value=value, body=body):
                return _all([_keeping(f"s{place}", self.value(value)), self.holds(body)])
            case _:
                assert_never(condition)

    def fails(self, condition: Condition) -> ast.expr:
        """Python that is truthy exactly where the condition is false."""
        match condition:
            case Compare():
                return self._compare(condition, _OPPOSITE[condition.operator])
            case OneOf(operand=operand, values=values, with_null=with_null):
                if with_null:
                    return ast.Constant(value=False)
                tests, (value,) = self._known([operand])
                return _all([*tests, ast.Compare(value, [ast.NotIn()], [self._pooled(values)])])
            case Matches():
                return self._matches(condition, wanted=False)
            case Missing(operand=operand):
                return _is_known(self.value(operand)) if operand.type.nullable else ast.Constant(value=True)
            case All(operands=operands):
                return _any([self.fails(operand) for operand in operands])
            case Any(operands=operands):
                return _all([self.fails(operand) for operand in operands])
            case Not(operand=inner):
                return self.holds(inner)
            case Given(place=place, value=value, body=body):
                return _all([_keeping(f"s{place}", self.value(value)), self.fails(body)])
            case _:
                assert_never(condition)

    def _compare(self, condition: Compare, operator: Operator) -> ast.expr:
        left, right = condition.left, condition.right
        if operator == "=" and not (left.type.nullable and right.type.nullable):
            return ast.Compare(self.value(left), [ast.Eq()], [self.value(right)])
        tests, (a, b) = self._known([left, right])
        return _all([*tests, ast.Compare(a, [_COMPARISONS[operator]()], [b])])

    def _matches(self, condition: Matches, *, wanted: bool) -> ast.expr:
        tests, values = self._known([condition.operand, condition.pattern])
        if isinstance(condition.pattern, Constant) and isinstance(condition.pattern.value, str):
            matches = collation.matcher(condition.pattern.value, condition.escape)
            matched: ast.expr = ast.Constant(value=False)
            if matches:
                matched = ast.Call(self._pooled(matches), [values[0]], [])
        else:
            matched = self._call("like", [*values, ast.Constant(condition.escape)])
        return _all([*tests, matched if wanted else ast.UnaryOp(ast.Not(), matched)])


def _name(name: str) -> ast.expr:
    return ast.Name(name, ast.Load())


def _is_known(value: ast.expr) -> ast.expr:
    return ast.Compare(value, [ast.IsNot()], [ast.Constant(None)])


def _keeping(name: str, value: ast.expr) -> ast.expr:
    """What gives a value a name, and is true whatever the value."""
    return ast.Compare(ast.NamedExpr(ast.Name(name, ast.Store()), value), [ast.Is()], [_name(name)])


def _all(operands: list[ast.expr]) -> ast.expr:
    return operands[0] if len(operands) == 1 else ast.BoolOp(ast.And(), operands)


def _any(operands: list[ast.expr]) -> ast.expr:
    return operands[0] if len(operands) == 1 else ast.BoolOp(ast.Or(), operands)
