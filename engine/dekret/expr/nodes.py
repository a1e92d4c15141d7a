"""What was written: nodes of an expression. `start` and `end` are offsets in the text of the cell."""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from decimal import Decimal
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Located:
    start: int = field(compare=False)
    end: int = field(compare=False)


@dataclass(frozen=True, slots=True)
class Number(Located):
    value: Decimal
    whole: bool


@dataclass(frozen=True, slots=True)
class Text(Located):
    value: str


@dataclass(frozen=True, slots=True)
class Null(Located):
    pass


@dataclass(frozen=True, slots=True)
class Macro(Located):
    """`@Netto`, `@OpisAnalitycznyElement('BUDOWY')`, in maps `[Line-Item/EAN]`; the name with its @ or brackets."""

    name: str
    arguments: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True)
class Name(Located):
    """A bare word: means something only as the part of a date (`DATEADD(day, …)`)."""

    name: str


@dataclass(frozen=True, slots=True)
class Call(Located):
    """A function; the name in capitals."""

    name: str
    arguments: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True)
class TypeName(Located):
    """`decimal(18, 2)`: the name in capitals; a size that is no whole number as written, in capitals: MAX."""

    name: str
    sizes: tuple[int | str, ...]


@dataclass(frozen=True, slots=True)
class Cast(Located):
    """CAST and CONVERT; `style` only for the latter."""

    value: "Node"
    type: TypeName
    style: "Node | None"
    convert: bool


@dataclass(frozen=True, slots=True)
class When(Located):
    condition: "Node"
    value: "Node"


@dataclass(frozen=True, slots=True)
class Case(Located):
    """Both forms of CASE: `subject` is None where every WHEN holds a condition."""

    subject: "Node | None"
    branches: tuple[When, ...]
    otherwise: "Node | None"


@dataclass(frozen=True, slots=True)
class AnyOf(Located):
    """OR"""

    operands: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True)
class AllOf(Located):
    """AND"""

    operands: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True)
class Negation(Located):
    """NOT"""

    operand: "Node"


@dataclass(frozen=True, slots=True)
class Comparison(Located):
    """`operator` is one of = <> < > <= >=; `!=` is read as `<>`."""

    operator: str
    left: "Node"
    right: "Node"


@dataclass(frozen=True, slots=True)
class IsNull(Located):
    operand: "Node"
    negated: bool


@dataclass(frozen=True, slots=True)
class Like(Located):
    operand: "Node"
    pattern: "Node"
    escape: "Node | None"
    negated: bool


@dataclass(frozen=True, slots=True)
class InList(Located):
    operand: "Node"
    options: "tuple[Node, ...]"
    negated: bool


@dataclass(frozen=True, slots=True)
class Between(Located):
    operand: "Node"
    low: "Node"
    high: "Node"
    negated: bool


@dataclass(frozen=True, slots=True)
class Arithmetic(Located):
    """`operator` is one of + - * / %."""

    operator: str
    left: "Node"
    right: "Node"


@dataclass(frozen=True, slots=True)
class Sign(Located):
    """`+x` or `-x`."""

    operator: str
    operand: "Node"


@dataclass(frozen=True, slots=True)
class Parenthesis(Located):
    """Kept because the author wrote it."""

    inner: "Node"


Node: TypeAlias = (
    Number
    | Text
    | Null
    | Macro
    | Name
    | Call
    | Cast
    | Case
    | AnyOf
    | AllOf
    | Negation
    | Comparison
    | IsNull
    | Like
    | InList
    | Between
    | Arithmetic
    | Sign
    | Parenthesis
)


def parts(node: Located) -> Iterator[Located]:
    """The nodes right below this one, in the order they were written."""
    for slot in fields(node):
        value = getattr(node, slot.name)
        if isinstance(value, Located):
            yield value
        elif isinstance(value, tuple):
            yield from (item for item in value if isinstance(item, Located))


def walk(node: Located) -> Iterator[Located]:
    """This node and all below it; needs no recursion, so depth is no matter."""
    waiting = [node]
    while waiting:
        current = waiting.pop()
        yield current
        waiting.extend(parts(current))


def depth(node: Located) -> int:
    """The number of nodes on the longest way down."""
    deepest = 0
    level = [node]
    while level:
        deepest += 1
        level = [part for upper in level for part in parts(upper)]
    return deepest
