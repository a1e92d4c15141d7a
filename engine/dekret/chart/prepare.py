"""An expanded text made ready to be filled: author's text and holes for values, each in the place it was written.

What a hole takes depends on what stands there, not on the value: a literal (one token, or a parenthesis), a condition
in parentheses, or text of the author's own. So no value changes the shape of the query (engine/decisions/0018).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum

from dekret.chart import parameter_problems as problems
from dekret.chart.nodes import Braces, Declaration, Definition, Element, Expression, Quoting, Reference, Stray, Words
from dekret.chart.parameters import Parameter, key_of
from dekret.chart.sourcemap import Traced
from dekret.sql.words import open_at, sticks
from dekret.text.diagnostic import Diagnostic, Problem
from dekret.text.report import Report
from dekret.values.pictures import Control


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
    """A place for the value of an expression; of a `parameter` alone where that is all of it."""

    start: int
    end: int
    parameter: Parameter | None
    expression: Expression
    filling: Filling
    quoted: bool = False

    @property
    def name(self) -> str:
        return self.parameter.name if self.parameter else "{…}"

    @property
    def wanted(self) -> object:
        """What is equal for holes that the same is put into, whatever the values: the parameter and how it is asked."""
        if self.parameter is None:
            return self.start
        return (
            self.parameter.key,
            self.filling,
            self.quoted,
            isinstance(self.expression, Reference) and self.expression.second,
        )


Part = Fixed | Hole


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """A text with its holes, in order. `traced` says where all of it was written.

    `texts` are those of the parts, empty for holes. `asked` has every hole that differs from those before it in what
    is put into it, with the places of all parts that take the same.
    """

    traced: Traced
    parts: tuple[Part, ...]
    texts: tuple[str, ...] = field(init=False, repr=False)
    asked: tuple[tuple[Hole, tuple[int, ...]], ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        text = self.traced.text
        texts = tuple(text[part.start : part.end] if isinstance(part, Fixed) else "" for part in self.parts)
        object.__setattr__(self, "texts", texts)
        same: dict[object, tuple[Hole, list[int]]] = {}
        for place, part in enumerate(self.parts):
            if isinstance(part, Hole):
                same.setdefault(part.wanted, (part, []))[1].append(place)
        object.__setattr__(self, "asked", tuple((hole, tuple(places)) for hole, places in same.values()))

    @property
    def holes(self) -> tuple[Hole, ...]:
        return tuple(part for part in self.parts if isinstance(part, Hole))

    def beside(self, place: int) -> tuple[str, str]:
        """The characters right before and right behind a part; of another hole, an apostrophe."""
        left = self.texts[place - 1][-1:] or "'" if place else ""
        right = self.texts[place + 1][:1] or "'" if place + 1 < len(self.texts) else ""
        return left, right

    def joined(self, put: Iterable[str]) -> str:
        """The text with these in its holes, one for each of `asked`."""
        texts = list(self.texts)
        for (_, places), text in zip(self.asked, put, strict=True):
            for place in places:
                texts[place] = text
        return "".join(texts)


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
    asked = Reference(element.start, element.end, key, second=second)
    quoting = element.quoting or (parameter.quoting if isinstance(element, Definition) else None)
    if quoting is Quoting.RAW and parameter.picture.control is Control.TEXT:
        return Hole(element.start, element.end, parameter, asked, Filling.CONDITION)
    if quoting is not Quoting.QUOTED and parameter.picture.control is Control.CHOICE:
        return Hole(element.start, element.end, parameter, asked, Filling.OWN)
    return Hole(element.start, element.end, parameter, asked, Filling.LITERAL, quoted=quoting is Quoting.QUOTED)


def check_places(prepared: Prepared, report: Report, *, sql: bool = True) -> None:
    """Holes where a value would be no word of its own: inside a text, a name or a comment, or stuck to something.

    The chart language looks for texts and comments by itself and can take one for closed that SQL Server takes for
    open, as a comment in a comment; so every stretch before a hole is read once more, as SQL Server reads it. In the
    call of a procedure only apostrophes hold texts.
    """
    for place, part in enumerate(prepared.parts):
        if isinstance(part, Fixed):
            continue
        before = prepared.texts[place - 1] if place else ""
        if open_at(before) is not None if sql else before.count("'") % 2:
            report.add(_placed(problems.VALUE_IN_TEXT, prepared, part))
            return
        if part.filling is not Filling.OWN and part.parameter is not None and sticks(*prepared.beside(place)):
            report.add(_placed(problems.GLUED, prepared, part))


def _placed(problem: Problem, prepared: Prepared, hole: Hole) -> Diagnostic:
    related = prepared.traced.related(hole.start)
    return problem.at(prepared.traced.span(hole.start, hole.end), related=related, name=hole.name)
