"""The tree of a filter from its text, the way back of `filter_tree`. What says more than a tree can stays a text."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from sqlglot import exp

from dekret.chart.filter_tree import LIKE, Branch, Held, Joined, is_dynamic, sql_value
from dekret.chart.literals import literal
from dekret.chart.operators import Operator
from dekret.sql import tsql
from dekret.sql.words import SqlFault


def tree_of(text: str) -> Branch | None:
    """The tree of a condition; None for one that a tree does not say: functions, subqueries, parameters."""
    found = tsql.parse(f"SELECT 1 AS a WHERE {text}")
    if isinstance(found, SqlFault) or len(found) != 1:
        return None
    where = found[0].tree.args.get("where")
    return _branch(where.this) if isinstance(where, exp.Where) else None


def _branch(node: exp.Expr) -> Branch | None:
    node = node.unnest()
    empty = _emptiness(node)
    if empty:
        return empty
    if isinstance(node, exp.And | exp.Or):
        parts = [_branch(part) for part in _flat(node)]
        known = [part for part in parts if part is not None]
        return Joined(isinstance(node, exp.Or), tuple(known)) if len(known) == len(parts) else None
    return _test(node)


def _flat(node: exp.And | exp.Or) -> Iterator[exp.Expr]:
    for side in (node.left, node.right):
        if type(side) is type(node) and not _emptiness(side):
            yield from _flat(side)
        else:
            yield side


def _emptiness(node: exp.Expr) -> Held | None:
    """`(a IS NULL OR a='')` and its opposite."""
    for operator, kind, equal in ((Operator.EMPTY, exp.Or, exp.EQ), (Operator.NOT_EMPTY, exp.And, exp.NEQ)):
        if isinstance(node, kind) and isinstance(node.right, equal):
            null = node.left
            is_null = (
                isinstance(null, exp.Is)
                if kind is exp.Or
                else isinstance(null, exp.Not) and isinstance(null.this, exp.Is)
            )
            inner = null if kind is exp.Or else null.this
            name, other = _name(inner.this) if is_null else None, _name(node.right.this)
            blank = isinstance(node.right.expression, exp.Literal) and node.right.expression.name == ""
            if name and name == other and blank:
                return Held(name, operator)
    return None


_NODES: tuple[tuple[type[exp.Expr], Operator], ...] = (
    (exp.EQ, Operator.EQUAL),
    (exp.NEQ, Operator.NOT_EQUAL),
    (exp.GT, Operator.GREATER),
    (exp.GTE, Operator.AT_LEAST),
    (exp.LT, Operator.LESS),
    (exp.LTE, Operator.AT_MOST),
)


def _test(node: exp.Expr) -> Held | None:
    negated = isinstance(node, exp.Not) or bool(node.args.get("negate"))
    inner = node.this.unnest() if isinstance(node, exp.Not) else node
    name = _name(inner.this) if isinstance(inner.this, exp.Expr) else None
    if name is None:
        return None
    if isinstance(inner, exp.Between):
        values = _values((inner.args["low"], inner.args["high"]))
        return _with(name, Operator.NOT_BETWEEN if negated else Operator.BETWEEN, values)
    if isinstance(inner, exp.In) and not inner.args.get("query"):
        return _with(name, Operator.NONE_OF if negated else Operator.ONE_OF, _values(inner.expressions))
    if isinstance(inner, exp.Like):
        return _like(name, inner, negated=negated)
    operator = next((operator for kind, operator in _NODES if type(inner) is kind), None)
    if operator is None or negated:
        return None
    return _with(name, operator, _values((inner.expression,)))


def _with(name: str, operator: Operator, values: tuple[str, ...] | None) -> Held | None:
    return None if values is None else Held(name, operator, values)


def _like(name: str, node: exp.Like, *, negated: bool) -> Held | None:
    pattern = node.expression
    if not isinstance(pattern, exp.Literal | exp.National):
        return None
    text = pattern.name
    for operator, (word, before, after) in LIKE.items():
        if bool(word) is not negated or not (before or after):
            continue
        inside = text.removeprefix(before) if before else text
        inside = inside.removesuffix(after) if after else inside
        plain = re.sub(r"\[([\[%_])\]", r"\1", inside)
        if text == literal(f"{before}{re.sub(r'[%_[]', lambda f: f'[{f[0]}]', plain)}{after}")[1:-1].replace("''", "'"):
            return None if is_dynamic(plain) else Held(name, operator, (plain,))
    if is_dynamic(text):
        return None
    return Held(name, Operator.NOT_LIKE if negated else Operator.LIKE, (text,))


def _name(node: object) -> str | None:
    """The name of a column, with its table where it has one."""
    if not isinstance(node, exp.Column):
        return None
    return ".".join(f"[{part.name}]" if part.args.get("quoted") else part.name for part in node.parts)


def _values(nodes: Sequence[exp.Expr]) -> tuple[str, ...] | None:
    found = [_value(node) for node in nodes]
    known = tuple(value for value in found if value is not None)
    return known if len(known) == len(found) else None


def _value(node: exp.Expr) -> str | None:
    match node:
        case exp.Neg() if isinstance(node.this, exp.Literal) and not node.this.is_string:
            return f"-{node.this.name}"
        case exp.Paren():
            return _value(node.this)
        case exp.Literal() if not node.is_string:
            return node.name if Decimal(node.name).is_finite() else None
        case exp.Literal() | exp.National():
            return _typed(node.name)
        case exp.Convert() if isinstance(node.args.get("expression"), exp.Literal) and node.args.get("style"):
            return str(node.args["expression"].name)
        case _:
            return None


def _typed(text: str) -> str:
    """A text as it is typed: in apostrophes where its looks would make it a number, a day or a parameter."""
    return (
        text
        if sql_value(text) == literal(text) and not is_dynamic(text) and text[:1] != "'"
        else "'" + text.replace("'", "''") + "'"
    )
