"""Values as parameters of a driver, wherever T-SQL allows one; the rest stay literals."""

from dataclasses import dataclass
from decimal import Decimal

from dekret.chart.fill import Filled, Piece
from dekret.chart.literals import EMPTY_DATE
from dekret.sql import tsql
from dekret.values.pictures import Value

PLACEHOLDER = "?"
_AS_DATE = "CONVERT(DATETIME,{},120)"
"""A parameter of a driver would be a DATE, to which no number of days can be added."""


@dataclass(frozen=True, slots=True)
class Bound:
    """A query with `?` for its values, and the values in order. `pieces` are those of the text, for its map."""

    text: str
    values: tuple[Value, ...]
    pieces: tuple[Piece, ...]


def bind(filled: Filled) -> Bound:
    """The query with its values as parameters where they may be: not in ORDER BY, TOP, a type or a style."""
    marks = _marks(filled)
    marked = "".join(marks[i][0] if i in marks else piece.neutral for i, piece in enumerate(filled.pieces))
    free = tsql.bindable(marked, tuple(mark for _, mark in marks.values()))
    pieces: list[Piece] = []
    values: list[Value] = []
    for place, piece in enumerate(filled.pieces):
        if place in marks and marks[place][1] in free:
            is_date = not isinstance(piece.value, str | Decimal)
            text = _AS_DATE.format(PLACEHOLDER) if is_date else PLACEHOLDER
            values.append(EMPTY_DATE if piece.value is None else piece.value)
            pieces.append(Piece(text, piece.start, piece.end, text, is_own=False))
        else:
            pieces.append(piece)
    return Bound("".join(piece.text for piece in pieces), tuple(values), tuple(pieces))


def _marks(filled: Filled) -> dict[int, tuple[str, str]]:
    """For every value a literal that stands nowhere else, and what tells it."""
    text = filled.neutral
    base = 9_870_000
    while str(base)[:4] in text:
        base += 10_000
    found: dict[int, tuple[str, str]] = {}
    for place, piece in enumerate(filled.pieces):
        if piece.is_value:
            mark = str(base + place)
            match piece.value:
                case str():
                    found[place] = (f"'{mark}'", mark)
                case Decimal():
                    found[place] = (mark, mark)
                case _:
                    found[place] = (_AS_DATE.format(f"'{mark}'"), mark)
    return found
