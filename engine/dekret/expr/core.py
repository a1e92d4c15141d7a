"""A checked expression: every kind known, every implicit conversion made, ready to be compiled.

Nodes compare by what they mean; places in the text are left behind.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal, TypeAlias

from dekret.expr.kinds import Kind, Type

Operator: TypeAlias = Literal["=", "<>", "<", ">", "<=", ">="]


@dataclass(frozen=True, slots=True)
class Constant:
    type: Type
    value: str | Decimal | dt.date | None


@dataclass(frozen=True, slots=True)
class Load:
    """The value of a macro."""

    type: Type
    macro: str
    argument: str | None = None


@dataclass(frozen=True, slots=True)
class Apply:
    """A function of `runtime` on values; NULL where an argument is NULL, unless `takes_null`."""

    type: Type
    run: str
    arguments: "tuple[Core, ...]"
    takes_null: bool = False


@dataclass(frozen=True, slots=True)
class Choose:
    """The value of the first branch whose condition holds; else the last."""

    type: Type
    branches: "tuple[tuple[Condition, Core], ...]"
    otherwise: "Core"


@dataclass(frozen=True, slots=True)
class FirstKnown:
    """The first value that is not NULL."""

    type: Type
    operands: "tuple[Core, ...]"


@dataclass(frozen=True, slots=True)
class Kept:
    """The value that a `Let` or `Given` around it has computed, by its number."""

    type: Type
    place: int


@dataclass(frozen=True, slots=True)
class Let:
    """A value computed once and used several times in the body, where it is a `Kept`."""

    type: Type
    place: int
    value: "Core"
    body: "Core"


@dataclass(frozen=True, slots=True)
class Given:
    """As `Let`; the body is a condition."""

    place: int
    value: "Core"
    body: "Condition"


@dataclass(frozen=True, slots=True)
class Compare:
    operator: Operator
    left: "Core"
    right: "Core"


@dataclass(frozen=True, slots=True)
class OneOf:
    """A value among constants; `with_null` where NULL was one of them."""

    operand: "Core"
    values: frozenset[str | Decimal | dt.date]
    with_null: bool


@dataclass(frozen=True, slots=True)
class Matches:
    """LIKE"""

    operand: "Core"
    pattern: "Core"
    escape: str | None


@dataclass(frozen=True, slots=True)
class Missing:
    """IS NULL"""

    operand: "Core"


@dataclass(frozen=True, slots=True)
class All:
    operands: "tuple[Condition, ...]"


@dataclass(frozen=True, slots=True)
class Any:
    operands: "tuple[Condition, ...]"


@dataclass(frozen=True, slots=True)
class Not:
    operand: "Condition"


Core: TypeAlias = Constant | Load | Apply | Choose | FirstKnown | Kept | Let
"""What has a value."""
Condition: TypeAlias = Compare | OneOf | Matches | Missing | All | Any | Not | Given
"""What is true, false or unknown."""

NULL = Constant(Type(Kind.UNKNOWN, nullable=True), None)


def is_cheap(value: Core) -> bool:
    """Whether a value may be written out wherever it is used: a constant, a macro, what is kept already."""
    return isinstance(value, Constant | Load | Kept) or (
        isinstance(value, Apply) and value.run == "fold" and isinstance(value.arguments[0], Load)
    )


def once(pairs: Sequence[Compare], place: int) -> tuple[Core | None, tuple[Compare, ...]]:
    """What stands on the left of all these comparisons, if it is to be kept, and the comparisons with it kept.

    Without this an expression nested in such places would double with every level.
    """
    left = pairs[0].left if pairs else NULL
    if len(pairs) < 2 or is_cheap(left) or any(pair.left != left for pair in pairs):
        return None, tuple(pairs)
    return left, tuple(replace(pair, left=Kept(left.type, place)) for pair in pairs)
