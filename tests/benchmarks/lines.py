"""Speed of rules for the lines of statements: fifty rules of patterns, and the standard ones, over invented lines.

python tests/benchmarks/lines.py [--quick]

Lines are records in memory; a third of their titles holds what one of the fifty rules looks for. The best of several
rounds, in lines per second of one core.
"""

import datetime as dt
import random
import sys
import time
from decimal import Decimal
from pathlib import Path

from dekret.banklines.compile import Proposer, compile_rules
from dekret.banklines.macros import Around
from dekret.model.statements import BankLine
from dekret.packs.library import load, load_sources
from dekret.text.source import Source

QUICK = "--quick" in sys.argv[1:]
COUNT = 5_000 if QUICK else 60_000
ROUNDS = 2 if QUICK else 7
WANTED = 60_000
AROUND = Around(dt.date(2026, 1, 31))
STANDARD = Path(__file__).parents[2] / "rules" / "banki" / "wyciagi"
WORDS = [*(f"słowo{n}" for n in range(400)), "prowizja", "odsetki", "składka", "faktura", "opłata", "czynsz"]


def row(number: int, chance: random.Random) -> str:
    """A rule of two patterns of the title; every fifth looks at the contractor, every tenth at a macro."""
    cells = (
        f"R{number}",
        chance.choice(("", "rozchód", "przychód")),
        f"%{WORDS[number * 3]} {WORDS[number * 5]}%, %{WORDS[number * 7]}x%",
        f"%firma{number}%" if number % 5 == 0 else "",
        "@Kwota > 100" if number % 10 == 3 else "",
        "402",
        "'P: ' + @Tytul" if number % 2 else "",
    )
    return f"| {' | '.join(cells)} |\n"


def fifty(chance: random.Random) -> Proposer:
    head = 'wyciąg "X"\n[Ogólne]\nnazwa = X\n[Reguły]\n'
    table = "| Kod | Kierunek | Tytuł | Kontrahent | Warunek | Konto | Opis |\n"
    text = head + table + "".join(row(number, chance) for number in range(50))
    return compile_rules(load_sources([Source("x.wyciag", text)]).lines[0])


def line(number: int, chance: random.Random) -> BankLine:
    title = " ".join(chance.choice(WORDS) for _ in range(5)).upper()
    if number % 3 == 0:
        rule = chance.randrange(50)
        title += f" {WORDS[rule * 3]} {WORDS[rule * 5]}"
    amount = Decimal(chance.randint(-100_000, 100_000)) / 100
    return BankLine(date=dt.date(2026, 1, 15), amount=amount, title=title, party_name=f"Żółw {number} sp. z o.o.")


def speed(proposer: Proposer, lines: list[BankLine]) -> float:
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.process_time()
        for each in lines:
            proposer.propose(each, AROUND)
        best = min(best, time.process_time() - start)
    return len(lines) / best


def main() -> None:
    chance = random.Random(1)  # noqa: S311 - the same lines every time
    lines = [line(number, chance) for number in range(COUNT)]
    standard = compile_rules(load([STANDARD]).lines[0])
    for name, proposer in (("50 rules of two patterns", fifty(chance)), ("the standard rules", standard)):
        found = speed(proposer, lines)
        taken = sum(proposer.propose(each, AROUND) is not None for each in lines) / COUNT
        print(f"{name:<26} {found:>9,.0f} lines/s, {taken:.0%} taken, wanted: {WANTED:,}")  # noqa: T201 - the result


if __name__ == "__main__":
    main()
