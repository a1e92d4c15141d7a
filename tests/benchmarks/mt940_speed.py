"""Speed of statements in: an MT940 file of the tilde form beside mt-940 reading the same.

python tests/benchmarks/mt940_speed.py [--quick]
python tests/benchmarks/mt940_speed.py --memory [MEBIBYTES]

Needs, in this Python, `mt-940` (PyPI). It gets the file as text, which spares it the decoding, and leaves field 86 as
it stands; ours gets bytes and gives titles, names and accounts. With `--memory`, only the peak of memory of reading a
file of so many mebibytes (300) is measured.
"""

import datetime as dt
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from measure import Measured

from dekret.bank.mt940.reader import Mt940Reader
from dekret.model.statements import BankLine
from dekret.packs.bank.formats import format_of
from dekret.packs.library import load

ARGUMENTS = sys.argv[1:]
COUNT = 5_000 if "--quick" in ARGUMENTS else 50_000
ROUNDS = 5
FORMAT = "MT940"
HEAD = ":20:MT940\r\n:25:/PL24101000000000123456789012\r\n:28C:{number}/1\r\n:60F:C260114PLN{opening}\r\n"
ITEM = (
    ":61:2601150115C{amount}NTRFNONREF//BR{index:08}\r\n:86:020~00PRZELEW\r\n~20ZAPLATA ZA FAKTURE FV {index:06}\r\n"
    "~21/2026 TOWARY HANDLOWE\r\n~30~31~32KLIENT TESTOWY NUMER {who}\r\n~33UL. KRZYWA 2\r\n"
    "~38PL61114020044000000000001234\r\n"
)


def say(line: str = "") -> None:
    print(line, flush=True)  # noqa: T201 - the result


def written(cents: int) -> str:
    return f"{cents // 100},{cents % 100:02}"


def statement(count: int, *, number: int = 1, opening: int = 100_000) -> Iterator[str]:
    """The text of a statement of so many transfers in, piece by piece."""
    yield HEAD.format(number=number, opening=written(opening))
    total = opening
    for index in range(count):
        amount = 100 + index * 7 % 900_000
        total += amount
        yield ITEM.format(amount=written(amount), index=index, who=index % 500)
    yield f":62F:C260115PLN{written(total)}\r\n-\r\n"


def reader() -> Mt940Reader:
    checked, _ = format_of(load([Path(__file__).parents[2] / "rules" / "banki"]), FORMAT, dt.date(2026, 1, 15))
    assert checked
    return Mt940Reader(checked)


def read(own: Mt940Reader, path: Path) -> int:
    """How many lines our reader gives."""
    with path.open("rb") as stream:
        return sum(isinstance(event, BankLine) for event in own.read(stream))


def peer(text: str) -> int:
    """How many transactions mt-940 gives."""
    import mt940

    return len(mt940.parse(text).transactions)


def in_turn(*runs: Callable[[], int]) -> list[float]:
    """The best time of each, over rounds in which they run one after the other; each must give all transactions."""
    best = [float("inf")] * len(runs)
    for _ in range(ROUNDS):
        for index, run in enumerate(runs):
            start = time.process_time()
            assert run() == COUNT
            best[index] = min(best[index], time.process_time() - start)
    return best


def beside() -> None:
    reading = reader()
    with tempfile.TemporaryDirectory() as folder:
        path, text = Path(folder) / "wyciag.sta", "".join(statement(COUNT))
        path.write_bytes(text.encode())
        own, theirs = in_turn(lambda: read(reading, path), lambda: peer(text))
    say(Measured(f"{COUNT} transactions of the tilde form", own, theirs, "mt-940", "<= 0.2").line())
    say(f"  {COUNT / own:,.0f} and {COUNT / theirs:,.0f} transactions/s: {theirs / own:.1f} x, wanted 5 x")


def memory(mebibytes: int) -> None:
    """The peak of memory of reading a large file of many statements, beside that before it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "wyciag.sta"
        size = number = 0
        with path.open("wb") as file:
            while size < mebibytes << 20:
                number += 1
                size += file.write("".join(statement(20_000, number=number)).encode())
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        start = time.perf_counter()
        count = read(reader(), path)
        wall = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    say(
        f"  {size >> 20} MiB, {count:,} lines: {wall:.1f} s, peak {peak / 1024:.0f} MiB, before {before / 1024:.0f} MiB"
    )


if __name__ == "__main__":
    if "--memory" in ARGUMENTS:
        memory(int(next((word for word in ARGUMENTS if word.isdigit()), "300")))
    else:
        beside()
