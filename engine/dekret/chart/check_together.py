"""Checks of charts and inserts against each other: inserts nobody uses, conditions nobody can meet."""

from collections.abc import Iterable, Iterator, Sequence

from dekret.chart import sql_problems as problems
from dekret.chart.definitions import InsertText
from dekret.chart.expand import Expanded
from dekret.chart.nodes import Conditional, Insert, Piece
from dekret.chart.parse import parse_inserts
from dekret.text.nearest import nearest
from dekret.text.report import Report
from dekret.text.wording import Wording


def check_inserts(inserts: Sequence[InsertText], expansions: Iterable[Expanded], report: Report) -> None:
    """What no chart of these expansions reaches in the inserts."""
    used: set[str] = set()
    given: dict[int, set[str]] = {}
    kept: dict[tuple[int, int], set[bool]] = {}
    for expanded in expansions:
        used |= expanded.used
        for tested in expanded.tested:
            cell = id(tested.fragment.cell)
            given.setdefault(cell, set()).update(tested.given)
            kept.setdefault((cell, tested.start), set()).add(tested.kept)
    for insert in inserts:
        if insert.symbol.casefold() not in used:
            if not insert.shared:
                report.add(problems.UNUSED_INSERT.at(insert.span, name=insert.symbol))
            continue
        cell = id(insert.content.cell)
        _check_conditions(insert, given.get(cell, set()), kept, report)


def _check_conditions(
    insert: InsertText, given: set[str], kept: dict[tuple[int, int], set[bool]], report: Report
) -> None:
    cell = id(insert.content.cell)
    for piece in _conditions(parse_inserts(insert.content.text).value or ()):
        place = insert.content.span(piece.start, piece.end)
        unknown = [segment for segment in piece.segments if segment not in given]
        for segment in unknown:
            near = nearest(segment, given)
            advice = Wording(f"Czy chodziło o {near}? ", f"Did you mean {near}? ") if near else Wording("", "")
            report.add(problems.NOBODY_PASSES.at(place, segment=segment.upper(), insert=insert.symbol, advice=advice))
        outcomes = kept.get((cell, piece.start))
        if outcomes == {False} and not unknown:
            reason = Wording(
                "wszystkie wywołania wstawki podają parametry, które go wykluczają",
                "all calls of the insert give parameters that exclude it",
            )
            report.add(problems.NEVER_KEPT.at(place, reason=reason))


def _conditions(pieces: Iterable[Piece]) -> Iterator[Conditional | Insert]:
    for piece in pieces:
        match piece:
            case Conditional():
                yield piece
                yield from _conditions(piece.body)
            case Insert() if piece.segments:
                yield piece
            case _:
                pass
