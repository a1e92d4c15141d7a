"""How a benchmark measures: the best of several rounds, two things in turn, so that a slow moment hits both."""

import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Measured:
    """A figure beside its peer's, in seconds."""

    name: str
    own: float
    peer: float
    peer_name: str
    wanted: str

    @property
    def ratio(self) -> float:
        return self.own / self.peer

    def line(self) -> str:
        own, peer = seconds(self.own), seconds(self.peer)
        return (
            f"{self.name:<46} {own:>10}  {self.peer_name}: {peer:>10}  ratio {self.ratio:6.2f}  wanted: {self.wanted}"
        )


def seconds(value: float) -> str:
    for unit, factor in (("s", 1.0), ("ms", 1e3), ("µs", 1e6)):
        if value * factor >= 1 or unit == "µs":
            return f"{value * factor:.3g} {unit}"
    raise AssertionError


def in_turn(
    own: Callable[[], object], peer: Callable[[], object], *, rounds: int = 7, times: int = 1
) -> tuple[float, float]:
    """The best time of one call of each, over rounds in which both run `times` times."""
    best = [float("inf"), float("inf")]
    for _ in range(rounds):
        for index, run in enumerate((own, peer)):
            start = time.perf_counter()
            for _ in range(times):
                run()
            best[index] = min(best[index], (time.perf_counter() - start) / times)
    return best[0], best[1]
