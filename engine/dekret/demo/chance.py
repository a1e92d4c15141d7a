"""Seeded chance in whole numbers: the same on every machine and in every version of Python."""

import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Chance:
    """Draws from 32 random bits at a time; of `random.Random` only the seeding by a text and `getrandbits` are used.

    >>> chance = Chance("zakup", 7)
    >>> [chance.below(10) for _ in range(5)]
    [5, 4, 0, 3, 0]
    """

    __slots__ = ("_bits",)

    def __init__(self, *seed: object) -> None:
        self._bits = random.Random(" ".join(map(str, seed))).getrandbits  # noqa: S311 - samples, no secrets

    def below(self, end: int) -> int:
        """A number from 0 to one below `end`."""
        return self._bits(32) * end >> 32

    def between(self, low: int, high: int) -> int:
        """A number from `low` to `high`, both included."""
        return low + (self._bits(32) * (high - low + 1) >> 32)

    def of(self, items: Sequence[T]) -> T:
        return items[self._bits(32) * len(items) >> 32]

    def often(self, items: Sequence[T]) -> T:
        """One of the items, the first of them more often than the last."""
        bits = self._bits
        return items[bits(32) * ((bits(32) * len(items) >> 32) + 1) >> 32]

    def digits(self, count: int) -> str:
        """So many digits, the first one not zero."""
        return str(self.between(1, 9)) + "".join(str(self.below(10)) for _ in range(count - 1))
