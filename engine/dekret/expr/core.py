"""A checked expression: every kind known, every implicit conversion made, ready to be compiled.

Nodes compare by what they mean; places in the text are left behind.
"""

import datetime as dt
from dataclasses import dataclass
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


Core: TypeAlias = Constant | Load | Apply | Choose | FirstKnown
"""What has a value."""
Condition: TypeAlias = Compare | OneOf | Matches | Missing | All | Any | Not
"""What is true, false or unknown."""

NULL = Constant(Type(Kind.UNKNOWN, nullable=True), None)
