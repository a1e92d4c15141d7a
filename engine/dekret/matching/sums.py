"""Which of a party's items, oldest first, make up an amount: a search with a hard limit of work.

Amounts are whole numbers of the smallest unit (grosz). Items that take away (corrections) are below zero.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

MOST_ITEMS = 16
"""The search looks at so many items, the oldest; a run of the oldest may be longer."""
MOST_STEPS = 4000
"""The search ends after so many steps, whatever it has found."""
LONGEST_RUN = 500


@dataclass(frozen=True, slots=True)
class Choice:
    """The items found, by place; none where there are none. `others`: some other items make the same amount.

    `complete` is false where the search ended before all could be tried.
    """

    places: tuple[int, ...] = ()
    others: bool = False
    complete: bool = True


def choose(amounts: Sequence[int], wanted: int) -> Choice:
    """Two items or more whose sum is the amount: all, or a run of the oldest; else whatever a search finds first.

    >>> choose([100, 250, 300, 50], 650)
    Choice(places=(0, 1, 2), others=False, complete=True)
    >>> choose([100, 250, 300, 50], 400).places, choose([100, 250], 999).places
    ((0, 1, 3), ())
    """
    run = _run(amounts, wanted)
    looked_at = amounts[:MOST_ITEMS]
    search = _Search(looked_at, wanted)
    search.go(0, 0, ())
    found = [run, *(places for places in search.found if places != run)] if run else search.found
    complete = search.steps <= MOST_STEPS and len(looked_at) == len(amounts)
    return Choice(found[0] if found else (), len(found) > 1, complete)


def _run(amounts: Sequence[int], wanted: int) -> tuple[int, ...]:
    for place, total in enumerate(accumulate(amounts[:LONGEST_RUN])):
        if total == wanted and place:
            return tuple(range(place + 1))
    return ()


class _Search:
    """Depth first, the oldest item taken before it is left out; ends at the second sum, or at the limit."""

    def __init__(self, amounts: Sequence[int], wanted: int) -> None:
        self.amounts = amounts
        self.wanted = wanted
        self.found: list[tuple[int, ...]] = []
        self.steps = 0
        self._most = _totals([max(amount, 0) for amount in amounts])
        self._least = _totals([min(amount, 0) for amount in amounts])

    def go(self, place: int, total: int, taken: tuple[int, ...]) -> None:
        self.steps += 1
        if total == self.wanted and len(taken) > 1 and taken[-1] == place - 1:
            self.found.append(taken)
        if len(self.found) > 1 or self.steps > MOST_STEPS or place == len(self.amounts):
            return
        if total + self._least[place] <= self.wanted <= total + self._most[place]:
            self.go(place + 1, total + self.amounts[place], (*taken, place))
            self.go(place + 1, total, taken)


def _totals(amounts: Sequence[int]) -> list[int]:
    """What all amounts from each place on add up to."""
    return [*accumulate(reversed(amounts), initial=0)][::-1]
