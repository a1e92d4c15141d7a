"""JSON as a tree that paths walk: objects by names, every item of an array as a place of its own."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from dekret.text.source import Span

Steps: TypeAlias = tuple[str | int, ...]
_LONGEST_NUMBER = 60
"""Digits of a number that is written out; longer ones no field takes."""
PlaceOf: TypeAlias = Callable[[Steps], Span]
"""The place of the file in which what stands at a way is."""


@dataclass(frozen=True, slots=True)
class JsonTree:
    """A value of JSON, its numbers `Decimal`, and the way to it."""

    value: object
    steps: Steps
    place_of: PlaceOf

    @property
    def name(self) -> str:
        return next((step for step in reversed(self.steps) if isinstance(step, str)), "")

    @property
    def line(self) -> int:
        return self.span.line

    @property
    def span(self) -> Span:
        """Where it stands in its file."""
        return self.place_of(self.steps)

    @property
    def text(self) -> str:
        """A value as a text: numbers with a point, true and false as tak and nie; nothing of objects and null."""
        match self.value:
            case bool():
                return "tak" if self.value else "nie"
            case str():
                return " ".join(self.value.split())
            case Decimal():
                return f"{self.value:f}" if abs(self.value.adjusted()) < _LONGEST_NUMBER else str(self.value)
            case _:
                return ""

    @property
    def written(self) -> str:
        return self.span.text

    def attribute(self, name: str) -> str | None:
        """JSON has none."""
        del name
        return None

    def children(self, name: str) -> "Iterator[JsonTree]":
        below = self.value.get(name) if isinstance(self.value, dict) else None
        if below is not None:
            yield from JsonTree(below, (*self.steps, name), self.place_of).items()

    def items(self) -> "Iterator[JsonTree]":
        """The items of an array; of any other value the value itself."""
        if not isinstance(self.value, list):
            yield self
            return
        for index, item in enumerate(self.value):
            yield JsonTree(item, (*self.steps, index), self.place_of)
