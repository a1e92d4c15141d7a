"""The programs of the posting benchmark: how each is run, and how the sums of its accounts are read."""

import csv
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import work
from processes import Command

Sums = dict[str, int]
"""Grosze by account, credit below zero."""
_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Program:
    """A command with what reads its output; `wanted` is how many times as fast Dekret should be."""

    command: Command
    sums: Callable[[Path], Sums]
    wanted: float | None = None


def dekret(name: str, documents: Path, output: Path, rules: Path, *options: str) -> Command:
    words = (sys.executable, "-m", "dekret", "post", "-s", "BADANY", "--rules", str(rules), *options)
    return Command(name, (*words, str(documents), "-o", str(output)), output.with_suffix(".said"))


def programs(folder: Path, count: int) -> list[Program]:
    """All of them with their input, Dekret first."""
    rules, documents, journal = folder / "reguly", folder / "dokumenty.jsonl", folder / "dziennik.jsonl"
    for_ledger, for_hledger, for_beancount = (folder / name for name in ("l.ledger", "h.csv", "b.beancount"))
    if not rules.exists():
        work.write_rules(rules)
    work.write_documents(documents, count)
    work.write_ledger(for_ledger, count)
    work.write_hledger(for_hledger, count)
    work.write_beancount(for_beancount, count)
    ledger = ("ledger", "--args-only", "-f", str(for_ledger))
    hledger = ("hledger", "-f", str(for_hledger))
    beancount = (sys.executable, str(_HERE / "beancount_rules.py"), str(for_beancount))
    flat = ("bal", "--flat", "--no-total", "--balance-format", "%(account)\t%(quantity(amount))\n")
    found = (
        ("dekret post", (), sums_of_journal, None),
        ("ledger csv", (*ledger, "csv"), sums_of_ledger_csv, 2),
        ("ledger print --generated", (*ledger, "print", "--generated"), sums_of_print, None),
        ("ledger bal", (*ledger, *flat), sums_of_balance, None),
        ("hledger print -O csv", (*hledger, "print", "-O", "csv"), sums_of_hledger_csv, 10),
        ("hledger bal", (*hledger, "bal", "--flat", "-N", "-O", "csv"), sums_of_hledger_balance, None),
        ("beancount load, plugin, print", beancount, sums_of_print, None),
    )
    made = []
    for name, words, sums, wanted in found:
        output = folder / (name.replace(" ", "-").replace(",", "") + ".out")
        command = Command(name, words, output, {"PYTHONPATH": f"{_HERE}"} if words == beancount else {})
        made.append(Program(command if words else dekret(name, documents, journal, rules), sums, wanted))
    return made


def output_of(program: Program) -> Path:
    """The file with what the program made."""
    words = program.command.words
    return Path(words[words.index("-o") + 1]) if "-o" in words else program.command.output


def expected(count: int) -> Sums:
    """The sums as they follow from the documents, by no program."""
    return _sums(
        pair
        for each in work.purchases(count)
        for pair in (
            (f"{work.PAYABLE}-{each.party}", -each.gross),
            (work.TAX, each.vat),
            (work.ACCOUNTS[each.category], each.net),
        )
    )


def _sums(pairs: Iterable[tuple[str, int]]) -> Sums:
    """Sums by account; those of categories, which stand for no account, are left out."""
    sums: Sums = {}
    for account, grosze in pairs:
        if not account.startswith("Dok:"):
            sums[account] = sums.get(account, 0) + grosze
    return sums


def _grosze(text: str) -> int:
    whole, _, part = text.strip().removesuffix(" PLN").partition(".")
    assert len(part) <= 2, text
    return (-1 if whole.startswith("-") else 1) * (abs(int(whole)) * 100 + int((part + "00")[:2]))


def sums_of_journal(path: Path) -> Sums:
    with path.open(encoding="utf-8") as lines:
        found = (json.loads(line) for line in lines)
        return _sums((each["account"], _grosze(each["amount"]) * (1 if each["side"] == "Wn" else -1)) for each in found)


def sums_of_ledger_csv(path: Path) -> Sums:
    with path.open(encoding="utf-8", newline="") as lines:
        return _sums((row[3].strip("()"), _grosze(row[5])) for row in csv.reader(lines))


def sums_of_balance(path: Path) -> Sums:
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return _sums((account, _grosze(amount)) for account, amount in rows)


def sums_of_hledger_csv(path: Path) -> Sums:
    with path.open(encoding="utf-8", newline="") as lines:
        return _sums((row["account"], _grosze(row["amount"])) for row in csv.DictReader(lines))


def sums_of_hledger_balance(path: Path) -> Sums:
    with path.open(encoding="utf-8", newline="") as lines:
        return _sums((row["account"], _grosze(row["balance"])) for row in csv.DictReader(lines))


_POSTING = re.compile(r"^\s+\(?(?:(?:Assets|Liabilities|Expenses):)?(\S+?)\)?\s+(-?[\d.]+) PLN")


def sums_of_print(path: Path) -> Sums:
    """Of the printed journals of ledger and beancount; ledger leaves out the last amount where it follows."""
    return _sums(_postings(path))


def _postings(path: Path) -> Iterator[tuple[str, int]]:
    rest = 0
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if not line[:1].isspace():
                rest = 0
            elif found := _POSTING.match(line):
                account, amount = found[1], _grosze(found[2])
                rest -= amount if not line.lstrip().startswith("(") else 0
                yield account, amount
            elif line.strip():
                yield line.strip(), rest
