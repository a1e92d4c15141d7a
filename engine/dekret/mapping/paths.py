"""Paths: how a map names a value of a file, `Order-Header/OrderNumber`, and how a tree is walked by them.

A path that begins with `/` starts at the document, any other at the part that its table is for (at the document in
[Pola]). `@name` is an attribute, `.` the element itself, `Order#1` the first of several `Order`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from dekret.expr.nodes import Macro, Node, walk

_STEP = r"@?[^\W\d][\w.\-]*(?: [\w.][\w.\-]*)*(?:#\d+)?"
_BARE = re.compile(rf"/?{_STEP}(?:/{_STEP})*|\.")
_NUMBERED = re.compile(r"(.*)#(\d+)")
_KEYWORDS = frozenset({"null", "case", "not", "and", "or", "is", "in", "like", "between", "end", "then", "when"})
HERE = "."


@dataclass(frozen=True, slots=True)
class Step:
    """A name on the way, and which of several is meant; None for the only one."""

    name: str
    which: int | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """A path taken apart; `start` and `end` are its offsets in the cell."""

    start: int
    end: int
    text: str
    absolute: bool
    steps: tuple[Step, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The names alone."""
        return tuple(step.name for step in self.steps)


class Tree(Protocol):
    """A place in a file: an element of XML, an object of JSON, a row of CSV."""

    @property
    def name(self) -> str: ...

    @property
    def line(self) -> int: ...

    @property
    def text(self) -> str: ...

    @property
    def written(self) -> str:
        """The place as its file has it, for messages."""

    def attribute(self, name: str) -> str | None: ...

    def children(self, name: str) -> "Iterator[Tree]": ...


def is_bare(text: str) -> bool:
    """Whether a cell holds nothing but a path that needs no brackets.

    >>> is_bare("Order-Header/OrderNumber"), is_bare("LEFT([EAN], 3)"), is_bare("NULL")
    (True, False, False)
    """
    return bool(_BARE.fullmatch(text)) and _KEYWORDS.isdisjoint(text.casefold().split())


def way(text: str, start: int = 0) -> Way:
    """A path taken apart.

    >>> way("/Order-Header/Order#1").steps
    (Step(name='Order-Header', which=None), Step(name='Order', which=1))
    """
    inner = text.strip()
    parts = [] if inner in (HERE, "/") else [part.strip() for part in inner.strip("/").split("/")]
    return Way(start, start + len(text), inner, inner.startswith("/"), tuple(_step(part) for part in parts))


def _step(text: str) -> Step:
    found = _NUMBERED.fullmatch(text)
    return Step(found[1], int(found[2])) if found else Step(text)


def ways_of(node: Node) -> tuple[Way, ...]:
    """The paths of an expression, those in brackets, in the order in which they stand."""
    fields = (part for part in walk(node) if isinstance(part, Macro) and part.name.startswith("["))
    return tuple(sorted((way_of(field) for field in fields), key=lambda found: found.start))


def way_of(field: Macro) -> Way:
    """The path of a field; its offsets are those of the path, within the brackets where there are some."""
    bracket = 1 if field.end - field.start == len(field.name) else 0
    return way(field.name[1:-1], field.start + bracket)


@dataclass(frozen=True, slots=True)
class Value:
    """What stands at the end of a path: the text, and its place."""

    text: str
    place: Tree


def values_at(tree: Tree, found: Way) -> list[Value]:
    """All that a path leads to; an empty element is as one that is not there (comarch-edi.md §0.1)."""
    steps = found.steps
    last = steps[-1].name if steps else ""
    if last.startswith("@"):
        owners = places_at(tree, steps[:-1])
        texts = ((owner, owner.attribute(last[1:])) for owner in owners)
    else:
        texts = ((place, place.text) for place in places_at(tree, steps))
    return [Value(text, place) for place, text in texts if text]


def places_at(tree: Tree, steps: tuple[Step, ...]) -> list[Tree]:
    """The places that a way leads to."""
    places = [tree]
    for step in steps:
        below = [child for place in places for child in place.children(step.name)]
        places = below if step.which is None else below[step.which - 1 : step.which]
    return places
