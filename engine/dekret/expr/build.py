"""Callbacks of `grammars/expression.lark`: each takes the children of an alternative and gives its node."""

from collections.abc import Sequence
from decimal import Decimal
from typing import TypeAlias, TypeVar

from dekret.expr.nodes import (
    AllOf,
    AnyOf,
    Arithmetic,
    Between,
    Call,
    Case,
    Cast,
    Comparison,
    InList,
    IsNull,
    Like,
    Located,
    Macro,
    Name,
    Negation,
    Node,
    Null,
    Number,
    Parenthesis,
    Sign,
    Text,
    TypeName,
    When,
)
from dekret.syntax.grammar import Lexeme

Child: TypeAlias = "Lexeme | Node | When | TypeName | tuple[Node, ...]"
T = TypeVar("T", bound=Located)
_COMPARISONS = {"!=": "<>"}


class Builder:
    """One method for every alias of the grammar."""

    def number(self, children: Sequence[Child]) -> Node:
        (token,) = _tokens(children)
        return Number(*_ends(token), Decimal(token), "." not in token)

    def text(self, children: Sequence[Child]) -> Node:
        (token,) = _tokens(children)
        quote = token[0]
        return Text(*_ends(token), token[1:-1].replace(quote * 2, quote))

    def null(self, children: Sequence[Child]) -> Node:
        (token,) = _tokens(children)
        return Null(*_ends(token))

    def name(self, children: Sequence[Child]) -> Node:
        (token,) = _tokens(children)
        return Name(*_ends(token), str(token))

    def macro(self, children: Sequence[Child]) -> Node:
        first, *_ = tokens = _tokens(children)
        return Macro(_ends(first)[0], _ends(tokens[-1])[1], str(first), _arguments(children))

    def call(self, children: Sequence[Child]) -> Node:
        first, last = _tokens(children)
        return Call(_ends(first)[0], _ends(last)[1], first.upper(), _arguments(children))

    def arguments(self, children: Sequence[Child]) -> tuple[Node, ...]:
        return tuple(_nodes(children))

    def type(self, children: Sequence[Child]) -> TypeName:
        first, *rest = tokens = _tokens(children)
        sizes = tuple(int(t) if t.isdecimal() else t.upper() for t in rest if t.type in ("NUMBER", "NAME"))
        return TypeName(_ends(first)[0], _ends(tokens[-1])[1], first.upper(), sizes)

    def cast(self, children: Sequence[Child]) -> Node:
        first, last = _tokens(children)
        (value,) = _nodes(children)
        (type_,) = _of(TypeName, children)
        return Cast(_ends(first)[0], _ends(last)[1], value, type_, style=None, convert=False)

    def convert(self, children: Sequence[Child]) -> Node:
        first, last = _tokens(children)
        value, *style = _nodes(children)
        (type_,) = _of(TypeName, children)
        given = style[0] if style else None
        return Cast(_ends(first)[0], _ends(last)[1], value, type_, style=given, convert=True)

    def when(self, children: Sequence[Child]) -> When:
        condition, value = _nodes(children)
        return When(condition.start, value.end, condition, value)

    def otherwise(self, children: Sequence[Child]) -> tuple[Node, ...]:
        return tuple(_nodes(children))

    def case(self, children: Sequence[Child]) -> Node:
        first, last = _tokens(children)
        subject = next(iter(_nodes(children)), None)
        otherwise = next(iter(_arguments(children)), None)
        return Case(_ends(first)[0], _ends(last)[1], subject, tuple(_of(When, children)), otherwise)

    def parenthesis(self, children: Sequence[Child]) -> Node:
        first, last = _tokens(children)
        (inner,) = _nodes(children)
        return Parenthesis(_ends(first)[0], _ends(last)[1], inner)

    def any_of(self, children: Sequence[Child]) -> Node:
        operands = _nodes(children)
        return AnyOf(operands[0].start, operands[-1].end, tuple(operands))

    def all_of(self, children: Sequence[Child]) -> Node:
        operands = _nodes(children)
        return AllOf(operands[0].start, operands[-1].end, tuple(operands))

    def negation(self, children: Sequence[Child]) -> Node:
        (token,) = _tokens(children)
        (operand,) = _nodes(children)
        return Negation(_ends(token)[0], operand.end, operand)

    def comparison(self, children: Sequence[Child]) -> Node:
        (token,) = _tokens(children)
        left, right = _nodes(children)
        return Comparison(left.start, right.end, _COMPARISONS.get(token, str(token)), left, right)

    def is_null(self, children: Sequence[Child]) -> Node:
        (operand,) = _nodes(children)
        return IsNull(operand.start, _ends(_tokens(children)[-1])[1], operand, _negated(children))

    def like(self, children: Sequence[Child]) -> Node:
        operand, pattern, *escape = _nodes(children)
        end = (escape[0] if escape else pattern).end
        return Like(operand.start, end, operand, pattern, escape[0] if escape else None, _negated(children))

    def in_list(self, children: Sequence[Child]) -> Node:
        (operand,) = _nodes(children)
        last = _tokens(children)[-1]
        return InList(operand.start, _ends(last)[1], operand, _arguments(children), _negated(children))

    def between(self, children: Sequence[Child]) -> Node:
        operand, low, high = _nodes(children)
        return Between(operand.start, high.end, operand, low, high, _negated(children))

    def arithmetic(self, children: Sequence[Child]) -> Node:
        (token,) = _tokens(children)
        left, right = _nodes(children)
        return Arithmetic(left.start, right.end, _operator(token), left, right)

    def sign(self, children: Sequence[Child]) -> Node:
        (token,) = _tokens(children)
        (operand,) = _nodes(children)
        return Sign(_ends(token)[0], operand.end, _operator(token), operand)


def _of(wanted: type[T], children: Sequence[Child]) -> list[T]:
    return [child for child in children if isinstance(child, wanted)]


def _nodes(children: Sequence[Child]) -> list[Node]:
    return [child for child in children if isinstance(child, Located) and not isinstance(child, When | TypeName)]


def _tokens(children: Sequence[Child]) -> list[Lexeme]:
    return [child for child in children if isinstance(child, Lexeme)]


def _arguments(children: Sequence[Child]) -> tuple[Node, ...]:
    return next((child for child in children if isinstance(child, tuple)), ())


def _ends(token: Lexeme) -> tuple[int, int]:
    return token.start, token.end


def _negated(children: Sequence[Child]) -> bool:
    return any(token.type == "NOT" for token in _tokens(children))


def _operator(token: Lexeme) -> str:
    return "-" if token.type == "MINUS" else str(token)
