"""What was looked at from one call point, and the way back and forward (seeds/001:1698-1722). Runs nothing.

A visit keeps the values that a chart was drawn with. Going back and forward moves the place and runs the chart again
with them, for results are not kept. Exploring drops what lies behind the place and adds the chart opened.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from dekret.values.pictures import Value


@dataclass(frozen=True, slots=True)
class Visit:
    """A chart as it was drawn: its values, and the row of the chart above that was clicked to open it."""

    chart: str
    row: Mapping[str, Value] = field(default_factory=dict)
    values: Mapping[str, Value] = field(default_factory=dict)
    graphic: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Session:
    """The visits in order, and the place of the chart that is shown. The first is the start chart."""

    visits: tuple[Visit, ...]
    place: int = 0

    @classmethod
    def start(cls, visit: Visit) -> "Session":
        """A session that shows its start chart."""
        return cls((visit,))

    @property
    def shown(self) -> Visit:
        return self.visits[self.place]

    @property
    def can_go_back(self) -> bool:
        """Back and to the beginning are not offered on the start chart (seeds/001:1711)."""
        return self.place > 0

    @property
    def can_go_forward(self) -> bool:
        return self.place < len(self.visits) - 1

    def explored(self, chart: str, row: Mapping[str, Value]) -> "Session":
        """Opens a chart below the one shown, by a clicked row; what lay behind is forgotten."""
        visits = (*self.visits[: self.place + 1], Visit(chart, dict(row)))
        return Session(visits, len(visits) - 1)

    def refreshed(self, values: Mapping[str, Value], graphic: Mapping[str, Value]) -> "Session":
        """Keeps the values that the chart shown was drawn with."""
        drawn = replace(self.shown, values=dict(values), graphic=dict(graphic))
        return replace(self, visits=(*self.visits[: self.place], drawn, *self.visits[self.place + 1 :]))

    def back(self) -> "Session":
        return self._at(self.place - 1)

    def forward(self) -> "Session":
        return self._at(self.place + 1)

    def first(self) -> "Session":
        return self._at(0)

    def last(self) -> "Session":
        return self._at(len(self.visits) - 1)

    def parent(self) -> Visit | None:
        """The chart from which the one shown was opened."""
        return self.visits[self.place - 1] if self.place else None

    def _at(self, place: int) -> "Session":
        return replace(self, place=min(max(place, 0), len(self.visits) - 1))
