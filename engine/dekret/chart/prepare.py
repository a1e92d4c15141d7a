"""An expanded text made ready to be filled: author's text and holes for values, each in the place it was written.

What a hole takes depends on what stands there, not on the value: a literal (one token, or a parenthesis), a condition
in parentheses, or text of the author's own. So no value changes the shape of the query (engine/decisions/0018).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from dekret.chart import parameter_problems as problems
from dekret.chart.nodes import Braces, Declaration, Definition, Element, Expression, Quoting, Reference, Stray, Words
from dekret.chart.parameters import Parameter, key_of
from dekret.chart.pictures import Control
from dekret.chart.sourcemap import Traced
from dekret.text.report import Report


class Filling(Enum):
    """What goes into a hole."""

    LITERAL = "literal"
    CONDITION = "condition"
    OWN = "own"
    """Text of the author: an option of `O(…)`, the value of an expression that nothing from outside went into."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """Text as it was written."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hole:
    """A place for a value: of a parameter, or of an expression. `second`: the second column of a list."""

    start: int
    end: int
    parameter: Parameter | None
    expression: Expression | None
    filling: Filling
    quoted: bool = False
    second: bool = False

    @property
    def name(self) -> str:
        return self.parameter.name if self.parameter else "{…}"


Part = Fixed | Hole


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """A text with its holes, in order. `traced` says where all of it was written."""

    traced: Traced
    parts: tuple[Part, ...]

    @property
    def holes(self) -> tuple[Hole, ...]:
        return tuple(part for part in self.parts if isinstance(part, Hole))


def prepare(
    traced: Traced, elements: Iterable[Element], parameters: Mapping[str, Parameter], *, start: int = 0, end: int = -1
) -> Prepared:
    """The text from `start` to `end` with holes for what stands in it; declarations are left out.

    Every reference must have its parameter.
    """
    stop = len(traced.text) if end < 0 else end
    parts: list[Part] = []
    place = start
    for element in elements:
        if isinstance(element, Words | Stray):
            continue
        if element.start > place:
            parts.append(Fixed(place, element.start))
        if not isinstance(element, Declaration):
            parts.append(_hole(element, parameters))
        place = element.end
    if stop > place:
        parts.append(Fixed(place, stop))
    return Prepared(traced, tuple(parts))


def _hole(element: Reference | Definition | Braces, parameters: Mapping[str, Parameter]) -> Hole:
    if isinstance(element, Braces):
        return Hole(element.start, element.end, None, element.expression, Filling.LITERAL)
    key = key_of(element) if isinstance(element, Definition) else element.name.casefold()
    parameter = parameters[key]
    second = isinstance(element, Reference) and element.second
    quoting = element.quoting or (parameter.quoting if isinstance(element, Definition) else None)
    if quoting is Quoting.RAW and parameter.picture.control is Control.TEXT:
        return Hole(element.start, element.end, parameter, None, Filling.CONDITION)
    if quoting is not Quoting.QUOTED and parameter.picture.control is Control.CHOICE:
        return Hole(element.start, element.end, parameter, None, Filling.OWN)
    quoted = quoting is Quoting.QUOTED
    return Hole(element.start, element.end, parameter, None, Filling.LITERAL, quoted=quoted, second=second)


_BEFORE = frozenset("'\"@#$.:_")
_AFTER = frozenset("'\"@#$._")


def check_glued(prepared: Prepared, report: Report) -> None:
    """Holes whose literal would make one word with the text beside it, or with the next hole."""
    text = prepared.traced.text
    for hole, before, after in _neighbours(prepared):
        if hole.filling is Filling.OWN or hole.expression is not None:
            continue
        left = text[before.end - 1 : before.end] if isinstance(before, Fixed) else "'" if before else ""
        right = text[after.start : after.start + 1] if isinstance(after, Fixed) else "'" if after else ""
        if left.isalnum() or (left in _BEFORE and left) or right.isalnum() or (right in _AFTER and right):
            report.add(
                problems.GLUED.at(
                    prepared.traced.span(hole.start, hole.end),
                    related=prepared.traced.related(hole.start),
                    name=hole.name,
                )
            )


def _neighbours(prepared: Prepared) -> Iterator[tuple[Hole, Part | None, Part | None]]:
    parts: tuple[Part | None, ...] = (None, *prepared.parts, None)
    for before, part, after in zip(parts, parts[1:], parts[2:], strict=False):
        if isinstance(part, Hole):
            yield part, before, after
