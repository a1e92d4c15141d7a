"""Speed of posting: beside ledger, hledger and beancount, in several processes, by size, with many rows, many parts.

python tests/benchmarks/posting.py [--quick]

Needs `ledger`, `hledger` and, in this Python, `beancount`; a peer that is missing is left out. Times are best and
median of rounds in which all programs run in turn; CPU time is that of the user, children included. Whole
processes, from their start: reading rules and documents, posting, writing the journal. The same sums by account are
demanded of all of them.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from shutil import which

import peers
import processes
import work
from measure import seconds
from processes import Command, Rounds

QUICK = "--quick" in sys.argv[1:]
DOCUMENTS = 2_000 if QUICK else 20_000
SIZES = (1_000, 10_000) if QUICK else (10_000, 100_000, 1_000_000)
ROUNDS, SLOW_ROUNDS = (2, 1) if QUICK else (5, 2)
_SLOW = ("hledger", "beancount")
_MANY_ROWS = 500
_TWICE = """
import sys, time
from pathlib import Path
from dekret import api
from dekret.posting.compile import compile_scheme
for _ in range(3):
    start = time.perf_counter()
    found = api.library([Path(sys.argv[1])])
    middle = time.perf_counter()
    for checked in found.schemes:
        compile_scheme(checked)
    print(middle - start, time.perf_counter() - middle)
"""


def say(line: str = "") -> None:
    print(line, flush=True)  # noqa: T201 - the result


def times(rounds: Rounds) -> str:
    """Best and median of wall and CPU time, and the peak of memory."""
    wall, user = ((seconds(rounds.best(of)), seconds(rounds.median(of))) for of in ("wall", "user"))
    return f"wall {wall[0]:>7} ({wall[1]:>7})  user {user[0]:>7} ({user[1]:>7})  peak {rounds.peak:4.0f} MiB"


def against_peers(folder: Path, base: dict[str, str]) -> None:
    """The same documents by all programs, and whether their sums agree."""
    say(f"{DOCUMENTS} purchases, 22 rows; best (median) of {ROUNDS} rounds, of {SLOW_ROUNDS} beside slow peers")
    own, *others = (each for each in peers.programs(folder, DOCUMENTS) if _is_there(each.command))
    quick = [each for each in others if not each.command.name.startswith(_SLOW)]
    slow = [each for each in others if each not in quick]
    wanted = peers.expected(DOCUMENTS)
    for group, rounds in ((quick, ROUNDS), (slow, SLOW_ROUNDS)):
        found = processes.in_turn([each.command for each in (own, *group)], base, rounds, warm=group is quick)
        mine = found[own.command.name]
        for each in (own, *group):
            name, made = each.command.name, found[each.command.name]
            agrees = "sums agree" if each.sums(peers.output_of(each)) == wanted else "SUMS DIFFER"
            rate = f"{DOCUMENTS / made.best('wall'):6.0f} doc/s"
            say(f"  {name:<30} {times(made)}  {rate}  {agrees}{_ratio(mine, made, each.wanted)}")
    say()


def _ratio(mine: Rounds, other: Rounds, wanted: float | None) -> str:
    """How many times as fast Dekret is, by best wall and user time."""
    if mine is other:
        return ""
    wall, user = (other.best(of) / mine.best(of) for of in ("wall", "user"))
    return f"  Dekret {wall:.2f} x (user {user:.2f} x)" + (f" wanted >= {wanted:g} x" if wanted else "")


def _is_there(command: Command) -> bool:
    program = command.words[0]
    if "beancount" in command.name:
        return not subprocess.run([program, "-c", "import beancount"], check=False, capture_output=True).returncode
    return which(program) is not None


def jobs(folder: Path, base: dict[str, str]) -> None:
    """One process against two."""
    for count in (DOCUMENTS, DOCUMENTS * 5):
        documents = folder / "dokumenty.jsonl"
        work.write_documents(documents, count)
        one, two = (folder / f"dziennik{jobs}.jsonl" for jobs in (1, 2))
        commands = [
            peers.dekret("one process", documents, one, folder / "reguly"),
            peers.dekret("--jobs 2", documents, two, folder / "reguly", "--jobs", "2"),
        ]
        found = processes.in_turn(commands, base, max(2, ROUNDS - 2))
        same = "the same journal" if one.read_bytes() == two.read_bytes() else "JOURNALS DIFFER"
        say(f"{count} purchases, one process and two: {same}")
        single, double = (found[command.name] for command in commands)
        say(f"  {'one process':<30} {times(single)}")
        say(f"  {'--jobs 2':<30} {times(double)}  {single.best('wall') / double.best('wall'):.2f} x wanted >= 1.6 x")
    say()


def sizes(folder: Path, base: dict[str, str]) -> None:
    """The cost of a document and the memory by the number of documents; the start is that of a file of one."""
    say("cost of a document by size, one process; wanted: within 10 %, peak < 150 MiB and no growth")
    commands = {}
    for count in (1, *SIZES):
        documents = folder / f"dokumenty{count}.jsonl"
        work.write_documents(documents, count)
        commands[count] = peers.dekret(f"{count} documents", documents, folder / "dziennik.jsonl", folder / "reguly")
    found = processes.in_turn(list(commands.values()), base, max(1, ROUNDS // 2), warm=False)
    start = found[commands[1].name].best("user")
    first = 0.0
    for count, command in commands.items():
        made = found[command.name]
        cost = (made.best("user") - start) / count
        first = first or cost
        less = f"  {seconds(cost)} user a document less the start ({cost / first - 1:+.0%})" if count > 1 else ""
        say(f"  {command.name:<30} {times(made)}{less}")
    say()


def many_rows(folder: Path, base: dict[str, str]) -> None:
    """A pack of one scheme of many rows: checked by a whole process, loaded and compiled within one."""
    say(f"a pack of a scheme of {_MANY_ROWS} rows; wanted: < 1 s, < 0.1 s unchanged")
    pack = folder / "duzy"
    work.write_many_rows(pack, _MANY_ROWS)
    words = (sys.executable, "-m", "dekret", "check", str(pack))

    def fresh() -> Iterator[Rounds]:
        for number in range(max(2, ROUNDS - 2)):
            cold = base | {"PYTHONPYCACHEPREFIX": str(folder / f"zimny{number}")}
            yield processes.in_turn([Command("cold", words, folder / "check.out")], cold, 1, warm=False)["cold"]

    cold = Rounds()
    cold.runs = [rounds.runs[0] for rounds in fresh()]
    say(f"  {'check, no bytecode of Python':<30} {times(cold)}")
    warm = processes.in_turn([Command("warm", words, folder / "check.out")], base, ROUNDS)["warm"]
    say(f"  {'check, unchanged':<30} {times(warm)}")
    twice = Command("twice", (sys.executable, "-c", _TWICE, str(pack)), folder / "twice.out")
    processes.in_turn([twice], base, 1)
    for number, line in enumerate(twice.output.read_text().splitlines(), start=1):
        load, compiled = map(float, line.split())
        say(f"  in one process, time {number}: load and check {seconds(load)}, compile {seconds(compiled)}")
    say()


def many_parts(folder: Path, base: dict[str, str]) -> None:
    """Reports of many entries; as many entries in reports of ten times the size must cost the same."""
    count, entries = (4, 1_000) if QUICK else (40, 1_000)
    rules = folder / "puste"
    rules.mkdir()
    commands = []
    for name, reports in (("small", count * 100), ("many", count), ("large", 4)):
        each = count * entries // reports
        documents = folder / f"raporty-{name}.jsonl"
        work.write_reports(documents, reports, each)
        words = (sys.executable, "-m", "dekret", "post", "-s", "RAPORTY-KB-PLN-WALUTA", str(documents))
        output = ("--rules", str(rules), "-o", str(folder / f"raporty-{name}.out.jsonl"))
        commands.append(Command(f"{name}: {reports} reports of {each}", (*words, *output), folder / "raporty.said"))
    found = processes.in_turn(commands, base, max(1, ROUNDS - 2))
    say(f"{count * entries} entries of cash reports by ten conditional rows, two lines each")
    for command in commands:
        made = found[command.name]
        say(f"  {command.name:<30} {times(made)}  {count * entries / made.best('wall'):.0f} entries/s")


def main() -> None:
    say(f"{processes.load()}; bytecode is kept, as on a user's machine (PYTHONDONTWRITEBYTECODE unset), warmed up once")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        base = processes.environment(folder / "bytecode")
        for part in (against_peers, jobs, sizes, many_rows, many_parts):
            part(folder, base)
    say(processes.load())


if __name__ == "__main__":
    main()
