"""Speed of statements in: a CSV of twenty mapped fields with fifty rules of lines, beside hledger's CSV rules.

python tests/benchmarks/statements.py [--quick]

Needs `hledger` on the path. The same file, the same fifty patterns over the same column: `dekret bank import` to a
cash report, `hledger print` to a journal, each as a whole command, in turn. Then the import alone on files that grow,
with the peak of memory.
"""

import datetime as dt
import random
import shutil
import sys
import tempfile
import time
from pathlib import Path

import processes
from measure import Measured
from processes import Command

from dekret.banklines.macros import Around
from dekret.model.statements import BankLine
from dekret.packs.bank.formats import format_of
from dekret.packs.bank.proposals import Proposals
from dekret.packs.bank.statements import statement_reader
from dekret.packs.library import load

DAY = dt.date(2026, 1, 31)
QUICK = "--quick" in sys.argv[1:]
COUNT = 2_000 if QUICK else 50_000
SIZES = (10_000, 20_000) if QUICK else (10_000, 100_000, 500_000)
ROUNDS = 1 if QUICK else 2
WORDS = ("czynsz", "prąd", "woda", "gaz", "internet", "telefon", "zaliczka", "prowizja", "odsetki", "paliwo", "towar")
FIELDS = (
    "Data księgowania", "Data waluty", "Kwota płatności", "Waluta", "Nazwa podmiotu 1", "Pełny numer rachunku podmiotu",
    "Tytuł przelewu", "Referencja banku", "Kod operacji", "Nazwa operacji", "Nazwa podmiotu 2",
    "Adres podmiotu – ulica", "Adres podmiotu – kod i miasto", "NIP podmiotu", "Referencja klienta",
    "Pełny numer rachunku własnego",
    "Opis do banku (pierwsza linijka)", "Opis do banku (druga linijka)", "Nazwa banku podmiotu", "Priorytet",
)  # fmt: skip
HEAD = """format "CSV"
[Ogólne]
nazwa = CSV
format do = import
kodowanie = UTF8
separator pól = ";"
ogranicznik tekstu = '"'
format daty = RRRR-MM-DD
separator dziesiętny = "."
[Pozycje]
| Pole | Typ |
|---|---|
"""


def say(line: str = "") -> None:
    print(line, flush=True)  # noqa: T201 - the result


def rows(count: int) -> list[str]:
    """Rows of an invented statement; a third of the titles have what a rule looks for."""
    chance = random.Random(1)  # noqa: S311 - invented rows
    found = []
    for number in range(count):
        day = f"2026-{1 + number % 12:02}-{1 + number % 28:02}"
        amount = f"{chance.randint(-99_999, 99_999)}.{number % 100:02}"
        title = f"{chance.choice(WORDS)} nr {number}/2026 {chance.choice(WORDS)}"
        title += f" kod{chance.randrange(50):02}x" if number % 3 == 0 else ""
        cells = [day, day, amount, "PLN", f"firma {number % 500} sp. z o.o.", f"{number % 5000:026}", title]
        cells += [f"REF{number}", "020", "PRZELEW", *(f"inne {place} {number % 97}" for place in range(10))]
        found.append(";".join(cells) + "\n")
    return found


def laid_out(folder: Path, count: int) -> Path:
    """The statement, our format and rules, and the peer's."""
    path = folder / f"w{count}.csv"
    path.write_text("".join(rows(count)), encoding="utf-8")
    kinds = {"Kwota płatności": "Liczba <#.##"}
    table = "".join(f"| {name} | {kinds.get(name, 'Tekst')} |\n" for name in FIELDS)
    (folder / "csv.format").write_text(HEAD + table, encoding="utf-8")
    rules = "".join(f"| R{n} | %kod{n:02}x% | 402-{n:02} |\n" for n in range(50))
    head = 'wyciąg "R"\n[Ogólne]\nnazwa = R\n[Reguły]\n| Kod | Tytuł | Konto |\n|---|---|---|\n'
    (folder / "r.wyciag").write_text(head + rules, encoding="utf-8")
    peer = "separator ;\nfields date,date2,amount,currency,description,code,comment,"
    peer += ",".join(f"f{n}" for n in range(8, 21)) + "\naccount1 assets:bank\n"
    peer += "".join(f"if %comment kod{n:02}x\n  account2 expenses:{n}\n\n" for n in range(50))
    path.with_suffix(".csv.rules").write_text(peer, encoding="utf-8")
    return path


def command(folder: Path, path: Path) -> list[str]:
    words = [sys.executable, "-m", "dekret", "bank", "import", str(path), "-f", "CSV", "--line-rules", "R"]
    return [*words, "--rules", str(folder), "-o", str(folder / "raport.json")]


def read_and_proposed(folder: Path, path: Path) -> float:
    """Seconds of reading all lines and trying the rules on each, in this process: what the peer's rules do."""
    library = load([folder])
    checked, _ = format_of(library, "CSV", DAY)
    assert checked
    proposals = Proposals(library, "R", Around(DAY, "BANK"))
    start = time.process_time()
    with path.open("rb") as stream:
        for event in statement_reader(checked).read(stream):
            if isinstance(event, BankLine):
                proposals.propose(event)
    return time.process_time() - start


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        base = processes.environment(folder / "bytecode")
        path = laid_out(folder, COUNT)
        own = Command("dekret", command(folder, path), folder / "own.txt")
        if shutil.which("hledger"):
            peer = Command("hledger", ["hledger", "-f", str(path), "print"], folder / "peer.txt")
            found = processes.in_turn([own, peer], base, ROUNDS)
            ours, theirs = found["dekret"].best("wall"), found["hledger"].best("wall")
            say(Measured(f"CSV, {COUNT} lines, 20 fields, 50 rules", ours, theirs, "hledger", "≤ 0.05").line())
            say(f"  {COUNT / ours:,.0f} lines/s, hledger {COUNT / theirs:,.0f}: {theirs / ours:.1f} times as fast")
            inside = min(read_and_proposed(folder, path) for _ in range(3))
            rate = COUNT / inside
            say(f"  read and tried in one process: {rate:,.0f} lines/s, {rate * theirs / COUNT:.1f} times hledger's")
        for size in SIZES:
            grown = laid_out(folder, size)
            megabytes = grown.stat().st_size / 1e6
            run = processes.run(Command(f"{size}", command(folder, grown), folder / "own.txt"), base)
            say(f"{size:>9} lines, {megabytes:7.1f} MB: {size / run.wall:>9,.0f} lines/s, peak {run.peak:.0f} MiB")
            grown.unlink()
        say(processes.load())


if __name__ == "__main__":
    main()
