"""JSON as a tree that paths walk: objects by names, every item of an array as a place of its own."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

Steps: TypeAlias = tuple[str | int, ...]
_LONGEST_NUMBER = 60
"""Digits of a number that is written out; longer ones no field takes."""
LineOf: TypeAlias = Callable[[Steps], int]
"""The line of the file in which what stands at a way begins."""


@dataclass(frozen=True, slots=True)
class JsonTree:
    """A value of JSON, its numbers `Decimal`, and the way to it."""

    value: object
    steps: Steps
    line_of: LineOf

    @property
    def name(self) -> str:
        return next((step for step in reversed(self.steps) if isinstance(step, str)), "")

    @property
    def line(self) -> int:
        return self.line_of(self.steps)

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
        """The way to the value and the value, where it is not made of others."""
        way = ".".join(str(step + 1) if isinstance(step, int) else step for step in self.steps)
        return f"{way}: {self.text}" if self.text else way

    def attribute(self, name: str) -> str | None:
        """JSON has none."""
        del name
        return None

    def children(self, name: str) -> "Iterator[JsonTree]":
        below = self.value.get(name) if isinstance(self.value, dict) else None
        if below is not None:
            yield from JsonTree(below, (*self.steps, name), self.line_of).items()

    def items(self) -> "Iterator[JsonTree]":
        """The items of an array; of any other value the value itself."""
        if not isinstance(self.value, list):
            yield self
            return
        for index, item in enumerate(self.value):
            yield JsonTree(item, (*self.steps, index), self.line_of)
