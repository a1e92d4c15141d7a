"""What was written in the chart language: nodes of both passes. `start` and `end` are offsets in the text.

The first pass knows inserts, conditional text and X-parameters; all else is `Words`. The second pass, over the text
with its inserts expanded, knows definitions of parameters, declarations, references and expressions.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Located:
    start: int = field(compare=False)
    end: int = field(compare=False)


@dataclass(frozen=True, slots=True)
class Words(Located):
    """Text that stands as it is. `quoted`: a T-SQL string, name in brackets or quotes, or comment."""

    quoted: bool = False


# --- first pass


@dataclass(frozen=True, slots=True)
class XReference(Located):
    """`@INSP(X)`"""

    name: str


Parts: TypeAlias = tuple[Words | XReference, ...]
"""Text that may hold X-parameters."""


@dataclass(frozen=True, slots=True)
class Given(Located):
    """`^X=value`"""

    name: str
    value: Parts


@dataclass(frozen=True, slots=True)
class Insert(Located):
    """`@INS Name|Condition|P1,P2 ^X=value INS@`; `ending` is where INS@ stands."""

    name: str
    segments: tuple[str, ...]
    parameters: tuple[Parts, ...]
    given: tuple[Given, ...]
    ending: int = field(compare=False)


class Test(Enum):
    """How a condition on ordinary parameters is held: the four kinds of conditional text."""

    ANY = "IF"
    NONE = "IFNOT"
    ALL = "IFAND"
    NOT_ALL = "IFANDNOT"

    def holds(self, segments: tuple[str, ...], given: frozenset[str]) -> bool:
        """Whether the text is kept; both sides folded (seeds/001:1862-1938). An empty condition keeps any text."""
        if not segments:
            return True
        match self:
            case Test.ANY:
                return not given.isdisjoint(segments)
            case Test.NONE:
                return given.isdisjoint(segments)
            case Test.ALL:
                return given.issuperset(segments)
            case Test.NOT_ALL:
                return not given.issuperset(segments)


@dataclass(frozen=True, slots=True)
class Conditional(Located):
    """`@IF(A,B) text IF@` and its like; `closing` is the kind that its last word says, `ending` its place."""

    test: Test
    segments: tuple[str, ...]
    body: "tuple[Piece, ...]"
    closing: Test
    ending: int = field(compare=False)


Piece: TypeAlias = Words | Insert | Conditional | XReference


# --- second pass


class Quoting(Enum):
    """`_Q` quotes whatever the value is, `_NQ` takes a condition as it is."""

    QUOTED = "_Q"
    RAW = "_NQ"


@dataclass(frozen=True, slots=True)
class Reference(Located):
    """`??_QName`; `second` is `??_RES2_Name`, the second column of the row chosen."""

    name: str
    quoting: Quoting | None = None
    second: bool = False


@dataclass(frozen=True, slots=True)
class Stray(Located):
    """`@?` or `PAR@` that closes nothing."""


@dataclass(frozen=True, slots=True)
class Braces(Located):
    """`{expression}`"""

    expression: "Expression"


@dataclass(frozen=True, slots=True)
class Default(Located):
    """What stands behind the colon: a literal as written, an expression, or nothing. `remembered`: behind `REG=`."""

    remembered: bool
    literal: str | None = None
    expression: "Expression | None" = None


@dataclass(frozen=True, slots=True)
class Definition(Located):
    """`?@[H]Picture[_Q|_NQ]|[Name|]Prompt:Default[@?]`.

    `picture` is the picture as written, for lists with its parenthesis: `R`, `O`, `LS0`, `ABC`; `inside` are then the
    pieces in the parenthesis, from `inside_start` to `inside_end`. Places of picture and name tell where to point.
    """

    hidden: bool
    picture: str
    quoting: Quoting | None
    name: str | None
    prompt: str
    default: Default
    inside: "tuple[Within, ...] | None" = None
    inside_start: int = field(default=0, compare=False)
    inside_end: int = field(default=0, compare=False)
    picture_at: tuple[int, int] = field(default=(0, 0), compare=False)
    name_at: tuple[int, int] = field(default=(0, 0), compare=False)
    closed: bool = field(default=True, compare=False)


@dataclass(frozen=True, slots=True)
class Option(Located):
    """`@TIP(text)` of a declaration; `loose` where its @ is missing."""

    name: str
    argument: str
    loose: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Declaration(Located):
    """`@PAR definition options PAR@`"""

    definition: Definition
    options: tuple[Option, ...]


Within: TypeAlias = Reference | Braces
"""What may stand in the query of a list."""
Element: TypeAlias = Words | Reference | Stray | Braces | Definition | Declaration


# --- expressions


@dataclass(frozen=True, slots=True)
class Number(Located):
    value: Decimal


@dataclass(frozen=True, slots=True)
class Text(Located):
    value: str


@dataclass(frozen=True, slots=True)
class Word(Located):
    """A bare word: the name of a column in `Zaznaczenia(Knt_KntID, 1)`; elsewhere it means nothing."""

    name: str


@dataclass(frozen=True, slots=True)
class Symbol(Located):
    """`@RECORDS`, as written"""

    name: str


@dataclass(frozen=True, slots=True)
class Call(Located):
    """A function; the name as written."""

    name: str
    arguments: "tuple[Expression, ...]"


@dataclass(frozen=True, slots=True)
class Unary(Located):
    """`-x`, `+x`, `NOT x`"""

    operator: str
    operand: "Expression"


@dataclass(frozen=True, slots=True)
class Binary(Located):
    """`operator` is one of OR AND = <> < > <= >= & + - * / % ^."""

    operator: str
    left: "Expression"
    right: "Expression"


Expression: TypeAlias = Number | Text | Word | Symbol | Call | Unary | Binary | Reference | Definition


def below(expression: Expression) -> tuple[Expression, ...]:
    """The expressions right below this one: arguments, the default of a definition, what stands in its list."""
    match expression:
        case Call():
            return expression.arguments
        case Unary():
            return (expression.operand,)
        case Binary():
            return (expression.left, expression.right)
        case Definition():
            default = expression.default.expression
            inside = (part.expression if isinstance(part, Braces) else part for part in expression.inside or ())
            return (*(() if default is None else (default,)), *inside)
        case _:
            return ()


def expressions(expression: Expression) -> Iterator[Expression]:
    """An expression and all below it; needs no recursion, so depth is no matter."""
    waiting: list[Expression] = [expression]
    while waiting:
        current = waiting.pop()
        yield current
        waiting.extend(reversed(below(current)))


def expression_depth(expression: Expression) -> int:
    """The number of nodes on the longest way down."""
    deepest, level = 0, [expression]
    while level:
        deepest += 1
        level = [part for upper in level for part in below(upper)]
    return deepest
