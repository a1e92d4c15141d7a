"""Values into holes: the query that runs, and the way from each of its characters back to the author's text."""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from dekret.chart import parameter_problems as problems
from dekret.chart.computed import Computed, plain
from dekret.chart.evaluate import Refused, Values, evaluate
from dekret.chart.literals import literal, neutral
from dekret.chart.prepare import Filling, Hole, Prepared
from dekret.chart.sourcemap import Traced
from dekret.sql.words import open_at, sticks
from dekret.text.diagnostic import Diagnostic
from dekret.text.source import Span
from dekret.text.wording import Wording
from dekret.values.pictures import Value

_OWN, _CONDITION = Filling.OWN, Filling.CONDITION
"""Looked up once, which Python 3.11 takes its time for."""
NOTHING = "(1=1)"
"""An empty condition of the application: no filter."""


class Put(NamedTuple):
    """What was put into a hole. `neutral` is a text of the same shape whatever the value is."""

    text: str
    neutral: str
    value: Value = None
    is_value: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the filled text: what it came from, and the value where it stands for one.

    `is_own`: text of the author, character by character.
    """

    text: str
    start: int
    end: int
    neutral: str
    value: Value = None
    is_value: bool = False
    is_own: bool = True


@dataclass(frozen=True, eq=False)
class Filled:
    """A text with its values in: what was put where the prepared text `asked`."""

    prepared: Prepared
    puts: tuple[Put, ...]
    text: str

    @property
    def traced(self) -> Traced:
        return self.prepared.traced

    @property
    def shape(self) -> tuple[str, ...]:
        """What tells the neutral text of one prepared text from another."""
        return tuple([put.neutral for put in self.puts])

    def reads_as(self, other: "Filled") -> bool:
        """Whether a reader of SQL would tell the same of both: one text, whose values differ in whole numbers alone."""
        return self.prepared is other.prepared and all(
            own == its or (own.isdecimal() and its.isdecimal())
            for own, its in zip(self.shape, other.shape, strict=True)
        )

    @cached_property
    def neutral(self) -> str:
        """The text with values of no matter."""
        return self.prepared.joined(self.shape)

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """The text in stretches, each with where it is from."""
        by_place = {at: put for (_, places), put in zip(self.prepared.asked, self.puts, strict=True) for at in places}
        found = []
        for place, (part, own) in enumerate(zip(self.prepared.parts, self.prepared.texts, strict=True)):
            put = by_place.get(place)
            if put is None:
                found.append(Piece(own, part.start, part.end, own))
            else:
                found.append(Piece(put.text, part.start, part.end, put.neutral, put.value, put.is_value, is_own=False))
        return tuple(found)

    @cached_property
    def _ends(self) -> list[int]:
        return list(accumulate(len(piece.text) for piece in self.pieces))

    @cached_property
    def _neutral_ends(self) -> list[int]:
        return list(accumulate(len(piece.neutral) for piece in self.pieces))

    def written(self, offset: int, *, neutral: bool = False) -> tuple[int, int]:
        """The stretch of the expanded text that a character comes from; a value comes from its whole hole."""
        ends = self._neutral_ends if neutral else self._ends
        place = bisect_right(ends, max(offset, 0))
        if place == len(ends):
            end = len(self.traced.text)
            return end, end
        piece = self.pieces[place]
        if not piece.is_own:
            return piece.start, piece.end
        at = piece.end - (ends[place] - max(offset, 0))
        return at, at + 1

    def span(self, start: int, end: int, *, neutral: bool = False) -> Span:
        """Where a stretch of the filled (or neutral) text was written."""
        first, last = self.written(start, neutral=neutral), self.written(max(end - 1, start), neutral=neutral)
        return self.traced.span(first[0], max(last[1], first[1]))


def fill(
    prepared: Prepared, values: Values, condition: Callable[[str], Wording | None]
) -> Filled | tuple[Diagnostic, ...]:
    """The text with its values; or what is wrong with them, all of it.

    `condition` says why a text is not one condition of SQL.
    """
    puts: list[Put] = []
    refused: list[Diagnostic] = []
    for hole, places in prepared.asked:
        try:
            put = _put(hole, evaluate(hole.expression, values), condition)
            if hole.parameter is None or hole.filling is _OWN:
                _check_alone(prepared, hole, places[0], put)
            puts.append(put)
        except Refused as refusal:
            refused.append(refusal.at(prepared.traced))
    if refused:
        return tuple(refused)
    return Filled(prepared, tuple(puts), prepared.joined([put.text for put in puts]))


def _put(hole: Hole, computed: Computed, condition: Callable[[str], Wording | None]) -> Put:
    if hole.filling is _CONDITION:
        return _condition(hole, computed, condition)
    if hole.filling is _OWN:
        written = _as_written(hole, computed.text)
        return Put(written, written)
    value: Value = Decimal(computed.value) if isinstance(computed.value, bool) else computed.value
    if hole.quoted:
        value = plain(value)
    if hole.parameter is None and isinstance(value, str) and not computed.foreign:
        return Put(value, value)
    return Put(literal(value), neutral(value), value, True)


def _check_alone(prepared: Prepared, hole: Hole, place: int, put: Put) -> None:
    """That text of the author ends what it begins, and a literal is no part of what is beside it. Raises `Refused`.

    Of a parameter that is known before (`prepare.check_places`); of an expression only its value tells whether it is
    a literal or text of the author.
    """
    if not put.is_value:
        if open_at(put.text) is not None:
            raise Refused(problems.OPEN_TEXT.found(hole.start, hole.end, value=put.text, name=hole.name))
        return
    if sticks(*prepared.beside(place)):
        raise Refused(problems.GLUED.found(hole.start, hole.end, name=hole.name))


def _as_written(hole: Hole, value: str) -> str:
    """An option as its author wrote it: `'PL'` with its quotes."""
    chosen = hole.parameter.picture.choice(value) if hole.parameter else None
    return chosen.written if chosen else value


def _condition(hole: Hole, computed: Computed, condition: Callable[[str], Wording | None]) -> Put:
    text = computed.text
    if not text.strip():
        return Put(NOTHING, NOTHING)
    reason = condition(text)
    if reason is not None:
        shown = text if len(text) <= 60 else text[:57] + "…"
        raise Refused(
            problems.CONDITION_REFUSED.found(hole.start, hole.end, value=shown, name=hole.name, reason=reason)
        )
    return Put(f"({text})", NOTHING)


def plain_text(prepared: Prepared, values: Values) -> str:
    """The text with its values as they are shown to people: a title, a graphic parameter. Raises `Refused`."""
    return prepared.joined([evaluate(hole.expression, values).text for hole, _ in prepared.asked])
