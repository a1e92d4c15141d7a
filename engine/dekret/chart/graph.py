"""How charts hang together: call points, start charts, sub-charts (seeds/001:1657-1722). Runs nothing.

A call point is a context of a procedure; above it stand the procedure and the root, whose start charts it has, too.
"""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from dekret.chart.nodes import Expression


@dataclass(frozen=True, slots=True)
class CallPoint:
    """Where a chart may be started: a context of a procedure; with no context the procedure, with neither the root."""

    procedure: str = ""
    context: str = ""

    def branches(self) -> tuple["CallPoint", ...]:
        """The point itself and those above it, up to the root.

        >>> CallPoint("Rachunki", "Lista").branches()[1:]
        (CallPoint(procedure='Rachunki', context=''), CallPoint(procedure='', context=''))
        """
        above = [self]
        if self.context:
            above.append(CallPoint(self.procedure))
        if self.procedure:
            above.append(CallPoint())
        return tuple(above)

    def is_same(self, other: "CallPoint") -> bool:
        """Letter case is no matter."""
        return (self.procedure.casefold(), self.context.casefold()) == (
            other.procedure.casefold(),
            other.context.casefold(),
        )


@dataclass(frozen=True, slots=True)
class Connection:
    """A start chart of a call point: its place in the order, whether it is the default, when it is offered."""

    chart: str
    point: CallPoint
    number: int
    default: bool = False
    condition: Expression | None = None
    standard: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """What a user changed of the connection of a chart at a point; None: as it was."""

    chart: str
    point: CallPoint
    number: int | None = None
    default: bool | None = None
    condition: Expression | None = None
    available: bool | None = None


def changed(connections: Iterable[Connection], changes: Iterable[Change]) -> tuple[Connection, ...]:
    """The connections as a user sees them; a chart of his own may be connected anew, a standard one only changed.

    Changes count in their order, the last one most. Whoever makes a chart the default of a point takes that from the
    others there; from a user's to a standard one and back it does not go, for the six steps ask for each by itself.
    """
    known = tuple(connections)
    standard = {each.chart.casefold() for each in known if each.standard}
    found = [(connection, True) for connection in known]
    for change in changes:
        if not any(_is_of(change, connection) for connection, _ in found):
            if change.chart.casefold() in standard:
                continue
            found.append((Connection(change.chart, change.point, 1), True))
        found = [_applied(connection, change, available=available) for connection, available in found]
        if change.default:
            found = [(_without_default(each, change, standard), available) for each, available in found]
    return tuple(connection for connection, available in found if available)


def _is_of(change: Change, connection: Connection) -> bool:
    return change.chart.casefold() == connection.chart.casefold() and change.point.is_same(connection.point)


def _applied(connection: Connection, change: Change, *, available: bool) -> tuple[Connection, bool]:
    if not _is_of(change, connection):
        return connection, available
    number = connection.number if change.number is None or connection.standard else change.number
    default = connection.default if change.default is None else change.default
    condition = change.condition or connection.condition
    seen = available if change.available is None else change.available
    return replace(connection, number=number, default=default, condition=condition), seen


def _without_default(connection: Connection, change: Change, standard: Container[str]) -> Connection:
    """A connection of the same point and kind as the one that became the default."""
    beside = change.point.is_same(connection.point) and not _is_of(change, connection)
    same = connection.standard is (change.chart.casefold() in standard)
    return replace(connection, default=False) if beside and same else connection


class Holds(Protocol):
    """Whether a condition of a connection holds where the chart would be started."""

    def __call__(self, condition: Expression) -> bool: ...


def start_charts(connections: Iterable[Connection], point: CallPoint, holds: Holds) -> tuple[Connection, ...]:
    """The start charts that are offered at a point: its own, then those of the branches above; in the order of lp.

    At one branch a user's charts go before standard ones.
    """
    known = tuple(connections)
    return tuple(
        connection
        for branch in point.branches()
        for connection in _at(known, branch)
        if connection.condition is None or holds(connection.condition)
    )


def _at(connections: Sequence[Connection], branch: CallPoint) -> Iterator[Connection]:
    here = [connection for connection in connections if connection.point.is_same(branch)]
    yield from sorted(here, key=lambda connection: (connection.standard, connection.number))


def default_start(connections: Iterable[Connection], point: CallPoint, holds: Holds) -> Connection | None:
    """The default start chart by the six steps of the manual (seeds/001:1674-1690).

    A user's default at the point, then above it; a standard default at the point, then above it; the first chart of a
    user, at the point or above it; the first standard one. None where nothing is offered.
    """
    offered = start_charts(connections, point, holds)
    for standard in (False, True):
        found = next((each for each in offered if each.default and each.standard is standard), None)
        if found:
            return found
    return next((each for each in offered if not each.standard), next(iter(offered), None))


@dataclass(frozen=True, slots=True)
class SubChart:
    """A chart below another one: its place in the order, and whether a click opens it."""

    parent: str
    chart: str
    number: int
    default: bool = False


def sub_charts(links: Iterable[SubChart], parent: str) -> tuple[SubChart, ...]:
    """The sub-charts of a chart in their order. A chart may stand below itself, and many times in one chain."""
    own = (link for link in links if link.parent.casefold() == parent.casefold())
    return tuple(sorted(own, key=lambda link: link.number))


def default_sub_chart(links: Iterable[SubChart], parent: str) -> SubChart | None:
    """What a click on a point opens: the default, else the first in order (seeds/001:1696)."""
    below = sub_charts(links, parent)
    return next((link for link in below if link.default), next(iter(below), None))
