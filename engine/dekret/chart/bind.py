"""Values as parameters of a driver, wherever T-SQL allows one; the rest stay literals."""

from dataclasses import dataclass

from dekret.chart import tsql
from dekret.chart.fill import Filled, Piece
from dekret.chart.pictures import Value

PLACEHOLDER = "?"


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
            values.append(piece.value)
            pieces.append(Piece(PLACEHOLDER, piece.start, piece.end, PLACEHOLDER, is_own=False))
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
            found[place] = (f"'{mark}'" if isinstance(piece.value, str) else mark, mark)
    return found
