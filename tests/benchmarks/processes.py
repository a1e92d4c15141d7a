"""Whole processes measured: wall time, CPU time and peak memory of each, in rounds and in turn.

Python processes run as a user's do, with bytecode: PYTHONDONTWRITEBYTECODE is taken out of their environment and
the bytecode of all modules is kept in a folder of the benchmark's own, filled by a round that does not count.
"""

import os
import re
import select
import statistics
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

_HIGHEST = re.compile(r"VmHWM:\s+(\d+) kB")
_LOOK = 50
"""Milliseconds between two looks at the memory of a process."""


@dataclass(frozen=True, slots=True)
class Command:
    """What to run; its standard output goes to `output`."""

    name: str
    words: Sequence[str]
    output: Path
    environment: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Run:
    """One run: seconds of wall time and of CPU time (user and system, children included), peak RSS in MiB
    (of the process alone)."""

    wall: float
    user: float
    system: float
    peak: float


class Rounds:
    """All the runs of one command."""

    def __init__(self) -> None:
        self.runs: list[Run] = []

    def best(self, of: str) -> float:
        return min(getattr(run, of) for run in self.runs)

    def median(self, of: str) -> float:
        return statistics.median(getattr(run, of) for run in self.runs)

    @property
    def peak(self) -> float:
        return max(run.peak for run in self.runs)


def environment(bytecode: Path) -> dict[str, str]:
    """That of this process, with bytecode and without settings of the user."""
    left_out = ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "LEDGER_FILE")
    kept = {name: value for name, value in os.environ.items() if name not in left_out}
    return kept | {
        "PYTHONPYCACHEPREFIX": str(bytecode),
        "HOME": str(bytecode),
        "LC_ALL": "C.UTF-8",
        "BEANCOUNT_DISABLE_LOAD_CACHE": "1",
    }


def run(command: Command, base: Mapping[str, str]) -> Run:
    """Runs a command once. Raises `CalledProcessError`."""
    errors = command.output.with_suffix(".errors")
    with command.output.open("wb") as output, errors.open("wb") as messages:
        start = time.perf_counter()
        process = subprocess.Popen(command.words, stdout=output, stderr=messages, env={**base, **command.environment})
        peak = _watched(process.pid)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command.words, stderr=errors.read_text()[-2000:])
    return Run(wall, used.ru_utime, used.ru_stime, peak)


def _watched(process: int) -> float:
    """Waits for a process to end. Its peak RSS in MiB, looked at now and then: that which the kernel tells in the
    end would count the memory of this process, from which it was forked."""
    peak = 0
    handle = os.pidfd_open(process)
    try:
        ended = select.poll()
        ended.register(handle, select.POLLIN)
        while not ended.poll(_LOOK):
            status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
            peak = int(found[1]) if (found := _HIGHEST.search(status)) else peak
    finally:
        os.close(handle)
    return peak / 1024


def in_turn(
    commands: Sequence[Command], base: Mapping[str, str], rounds: int, *, warm: bool = True
) -> dict[str, Rounds]:
    """Every command once without counting (`warm`), then all of them in turn, so that a slow moment hits them all."""
    found = {command.name: Rounds() for command in commands}
    for number in range(-1 if warm else 0, rounds):
        for command in commands:
            result = run(command, base)
            if number >= 0:
                found[command.name].runs.append(result)
    return found


def load() -> str:
    """How busy the machine is besides."""
    one, five, _ = os.getloadavg()
    return f"load {one:.2f} (1 min) {five:.2f} (5 min) on {os.cpu_count()} processors"
