"""Values into holes: the query that runs, and the way from each of its characters back to the author's text."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import assert_never

from dekret.chart import parameter_problems as problems
from dekret.chart.computed import Computed, plain
from dekret.chart.evaluate import Refused, Values, evaluate
from dekret.chart.literals import literal
from dekret.chart.nodes import Reference
from dekret.chart.pictures import Value
from dekret.chart.prepare import Filling, Fixed, Hole, Prepared
from dekret.chart.sourcemap import Traced
from dekret.text.diagnostic import Diagnostic
from dekret.text.source import Span
from dekret.text.wording import Wording

NOTHING = "(1=1)"
"""An empty condition of the application: no filter."""
_NEUTRAL_TEXT, _NEUTRAL_NUMBER = "'x'", "0"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the filled text: what it came from, and the value where it stands for one.

    `neutral` is a text of the same shape whatever the value: the text itself where it is the author's.
    """

    text: str
    start: int
    end: int
    neutral: str
    value: Value = None
    is_value: bool = False
    is_own: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class Filled:
    """A text with its values in. `neutral` has the same shape with values of no matter."""

    traced: Traced
    pieces: tuple[Piece, ...]
    text: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", "".join([piece.text for piece in self.pieces]))

    @property
    def neutral(self) -> str:
        return "".join([piece.neutral for piece in self.pieces])

    def starts(self) -> list[int]:
        """The offset of every piece."""
        return list(accumulate((len(piece.text) for piece in self.pieces), initial=0))[:-1]

    def written(self, offset: int) -> tuple[int, int]:
        """The stretch of the expanded text that a character comes from; a value comes from its whole hole."""
        return self._written(offset, [piece.text for piece in self.pieces])

    def written_neutral(self, offset: int) -> tuple[int, int]:
        """As `written`, by an offset in the neutral text."""
        return self._written(offset, [piece.neutral for piece in self.pieces])

    def _written(self, offset: int, texts: Sequence[str]) -> tuple[int, int]:
        place = 0
        for piece, text in zip(self.pieces, texts, strict=True):
            if offset < place + len(text):
                if piece.is_own and piece.end - piece.start == len(text):
                    return piece.start + offset - place, piece.start + offset - place + 1
                return piece.start, piece.end
            place += len(text)
        end = len(self.traced.text)
        return end, end

    def span(self, start: int, end: int, *, neutral: bool = False) -> Span:
        """Where a stretch of the filled (or neutral) text was written."""
        find = self.written_neutral if neutral else self.written
        first, last = find(start), find(max(end - 1, start))
        return self.traced.span(first[0], max(last[1], first[1]))


def fill(
    prepared: Prepared, values: Values, condition: Callable[[str], Wording | None]
) -> Filled | tuple[Diagnostic, ...]:
    """The text with its values; or what is wrong with them, all of it.

    `condition` says why a text is not one condition of SQL.
    """
    text = prepared.traced.text
    pieces: list[Piece] = []
    refused: list[Diagnostic] = []
    for part in prepared.parts:
        if isinstance(part, Fixed):
            own = text[part.start : part.end]
            pieces.append(Piece(own, part.start, part.end, own))
            continue
        try:
            pieces.append(_filled(part, values, condition))
        except Refused as refusal:
            refused.append(refusal.at(prepared.traced))
    return tuple(refused) if refused else Filled(prepared.traced, tuple(pieces))


def _filled(hole: Hole, values: Values, condition: Callable[[str], Wording | None]) -> Piece:
    computed = _computed(hole, values)
    match hole.filling:
        case Filling.CONDITION:
            return _condition(hole, computed, condition)
        case Filling.OWN:
            return Piece(computed.text, hole.start, hole.end, computed.text)
        case Filling.LITERAL:
            pass
        case _:
            assert_never(hole.filling)
    value: Value = plain(computed.value) if hole.quoted or isinstance(computed.value, bool) else computed.value
    if hole.expression is not None and isinstance(value, str) and not computed.foreign:
        return Piece(value, hole.start, hole.end, value)
    return Piece(literal(value), hole.start, hole.end, _neutral(value), value, is_value=True, is_own=False)


def _neutral(value: Value) -> str:
    return _NEUTRAL_TEXT if isinstance(value, str) else _NEUTRAL_NUMBER if value is not None else literal(None)


def _computed(hole: Hole, values: Values) -> Computed:
    if hole.expression is not None:
        return evaluate(hole.expression, values)
    assert hole.parameter
    return values.parameter(Reference(hole.start, hole.end, hole.parameter.name, second=hole.second))


def _condition(hole: Hole, computed: Computed, condition: Callable[[str], Wording | None]) -> Piece:
    text = computed.text
    if not text.strip():
        return Piece(NOTHING, hole.start, hole.end, NOTHING, is_own=False)
    reason = condition(text)
    if reason is not None:
        shown = text if len(text) <= 60 else text[:57] + "…"
        raise Refused(
            problems.CONDITION_REFUSED.found(hole.start, hole.end, value=shown, name=hole.name, reason=reason)
        )
    return Piece(f"({text})", hole.start, hole.end, NOTHING, is_own=False)


def plain_text(prepared: Prepared, values: Values) -> str:
    """The text with its values as they are shown to people: a title, a graphic parameter. Raises `Refused`."""
    text = prepared.traced.text
    return "".join(
        text[part.start : part.end] if isinstance(part, Fixed) else _computed(part, values).text
        for part in prepared.parts
    )
