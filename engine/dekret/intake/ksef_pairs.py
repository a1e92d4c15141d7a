"""Which state after a correction belongs to which before it, in a KSeF invoice with lines of both (StanPrzed).

What tells is asked in this order: the mark of the line (UU_ID), its number (NrWierszaFa), its goods. Numbers tell where
both sides share some; a program may as well number all lines of the file through. A state before without one after is a
line that was removed, one after without one before a line that was added; neither is guessed: where lines of both kinds
are left and nothing told them apart, they are pairs in their order if all else agrees, else the invoice is refused.

The structure FA(3) says that lines have numbers and may have marks, and not how states find each other.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from dekret.intake.ksef_find import Finder, Stop
from dekret.intake.ksef_lines import Line, refused
from dekret.text.wording import Wording

Pair: TypeAlias = tuple[int | None, int | None]
"""The places of a state before and of one after; None where there is no such state."""
_Key: TypeAlias = str | int | tuple[str, ...] | None
"""What a line says; nothing where it is empty."""


def pairs_of(find: Finder, lines: Sequence[Line]) -> list[Pair]:
    """All pairs in the order of the file; raises `Stop` where nothing tells them."""
    states = _States(lines)
    for place in states.pair(lambda line: line.element.value("UU_ID")):
        states.alone.add(place)
    numbered = _by_number(find, states)
    for key in (_goods_at_price, _goods_at_rate, _goods):
        states.pair(key)
    if not numbered:
        _in_order(find, states)
    after = set(states.found.values())
    return [
        (place, states.found.get(place)) if line.before else (None, place)
        for place, line in enumerate(lines)
        if line.before or place not in after
    ]


def ranks_of(lines: Sequence[Line], pairs: Iterable[Pair]) -> list[int]:
    """Which lines take grosze first: those that changed, then what they were, at last pairs that stayed the same."""
    ranks = [0] * len(lines)
    for was, now in pairs:
        if was is None or now is None:
            continue
        before, after = lines[was], lines[now]
        still = (before.rate, before.net, before.vat) == (after.rate, -after.net, -after.vat)
        ranks[was], ranks[now] = (2, 2) if still else (1, 0)
    return ranks


@dataclass(slots=True)
class _States:
    """The lines, what was found of them so far (before → after), and those that are known to have no other state."""

    lines: Sequence[Line]
    found: dict[int, int] = field(default_factory=dict)
    alone: set[int] = field(default_factory=set)

    def left(self, *, before: bool) -> list[int]:
        """The places of states that nothing is known of."""
        known = {*self.found, *self.found.values(), *self.alone}
        return [place for place, line in enumerate(self.lines) if line.before == before and place not in known]

    def once(self, key: Callable[[Line], _Key], *, before: bool) -> dict[_Key, int]:
        """The states left, by what is said by one of them alone."""
        places = self.left(before=before)
        said = Counter(key(self.lines[place]) for place in places)
        return {own: place for place in places if (own := key(self.lines[place])) and said[own] == 1}

    def pair(self, key: Callable[[Line], _Key]) -> list[int]:
        """Pairs states of which one on each side says the same. The places whose word met no other, where some did."""
        before, after = self.once(key, before=True), self.once(key, before=False)
        both = before.keys() & after.keys()
        self.found |= {before[own]: after[own] for own in before if own in both}
        return [place for side in (before, after) for own, place in side.items() if own not in both] if both else []


def _goods(line: Line) -> _Key:
    return line.goods


def _goods_at_rate(line: Line) -> _Key:
    return line.goods and (line.goods, line.rate, line.unit)


def _goods_at_price(line: Line) -> _Key:
    return line.goods and (line.goods, line.rate, line.unit, *_prices(line))


def _prices(line: Line) -> tuple[str, str]:
    return line.element.value("P_9A"), line.element.value("P_9B")


def _by_number(find: Finder, states: _States) -> bool:
    """Pairs by NrWierszaFa, and whether numbers tell at all; raises `Stop` where goods tell something else."""
    lines = states.lines
    sides = [[line.number for line in lines if line.before is before] for before in (True, False)]
    if any(len(set(side)) < len(side) for side in sides) or not set(sides[0]) & set(sides[1]) - {None}:
        return False
    known = set(states.found)
    unmet = states.pair(lambda line: line.number)
    moved = {was: now for was, now in states.found.items() if was not in known and lines[was].goods != lines[now].goods}
    before = {lines[place].goods for place in (*moved, *unmet) if lines[place].before}
    after = {lines[place].goods for place in (*moved.values(), *unmet) if not lines[place].before}
    for was, now in moved.items():
        if lines[was].goods in after or lines[now].goods in before:
            raise _contradicting(find, lines[was], lines[now])
    return True


def _contradicting(find: Finder, before: Line, after: Line) -> Stop:
    why = Wording(
        f"pozycja {before.number} to przed korektą „{before.goods}”, a po korekcie „{after.goods}”, "
        "choć to samo stoi też pod innym numerem (NrWierszaFa)",
        f"line {before.number} is '{before.goods}' before the correction and '{after.goods}' after it, "
        "while the same stands at another number, too (NrWierszaFa)",
    )
    return refused(find, after.element, why)


def _in_order(find: Finder, states: _States) -> None:
    """Pairs what is left of both sides in order, the same goods first, where rate, unit and either number agree."""
    lines = states.lines
    same: dict[str, tuple[list[int], list[int]]] = {}
    for place in sorted([*states.left(before=True), *states.left(before=False)]):
        same.setdefault(lines[place].goods, ([], []))[0 if lines[place].before else 1].append(place)
    for own in same.values():
        if _unlike(lines, *own) is None:
            states.found |= dict(zip(*own, strict=True))
    before, after = states.left(before=True), states.left(before=False)
    if not before or not after:
        return
    unlike = _unlike(lines, before, after)
    if unlike is not None:
        raise _untold(find, lines[unlike])
    states.found |= dict(zip(before, after, strict=True))


def _unlike(lines: Sequence[Line], before: Sequence[int], after: Sequence[int]) -> int | None:
    """The first state before that the one after it in order cannot be; None where each can."""
    if len(before) != len(after):
        return [*before, *after][0]
    pairs = zip(before, after, strict=True)
    return next((was for was, now in pairs if not _alike(lines[was], lines[now])), None)


def _untold(find: Finder, line: Line) -> Stop:
    number, shown = line.number or "–", line.goods[:60] or "–"
    why = Wording(
        f"nie wiadomo, który stan po korekcie należy do pozycji {number} sprzed korekty („{shown}”), "
        "bo nie mówi tego ani UU_ID, ani NrWierszaFa, ani towar",
        f"which state after the correction belongs to line {number} before it ('{shown}') is not known: "
        "neither UU_ID nor NrWierszaFa nor the goods tell",
    )
    return refused(find, line.element, why)


def _alike(before: Line, after: Line) -> bool:
    quantities = [line.element.value("P_8B") for line in (before, after)]
    same = quantities[0] == quantities[1] or _prices(before) == _prices(after)
    return (before.rate, before.unit) == (after.rate, after.unit) and same
