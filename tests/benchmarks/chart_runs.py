"""Charts of the standard pack on many journal entries in DuckDB, beside SQL written by hand that gives the same rows.

python tests/benchmarks/chart_runs.py [--quick] [--lines N] [--folder FOLDER]

The database is made once by `dekret demo --db` in the folder and used again. A chart and its peer run on one
connection in turn: processor time of the best of several rounds, their rows equal. Then the whole command beside the
chart's query alone, and the check of the pack.
"""

import argparse
import datetime as dt
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import processes
from measure import Measured, seconds
from processes import Command, Rounds

from dekret import api, assets
from dekret.packs.library import Library
from dekret.store.addresses import open_engine
from dekret.store.engines import Engine, Limits

DAY = dt.date(2026, 3, 31)
PACK = assets.folder("rules") / "analizy"
LIMITS = Limits()
RATIO, MORE, CHECK = 2.0, 1.5, 3.0

AGES = """
WITH paid AS (
    SELECT item, sum(KRz_Kwota) AS amount
    FROM (
        SELECT unnest([KRz_KRoIdWn, KRz_KRoIdMa]) AS item, KRz_Kwota
        FROM CDN.KsiRozliczenia WHERE KRz_DataRoz <= DATE '2026-03-31'
    ) GROUP BY item
), items AS (
    SELECT
        date_diff('day', coalesce(KRo_TerminPlatnosci, KRo_DataDokumentu)::DATE, DATE '2026-03-31') AS days,
        abs(KRo_KwotaDok - sign(KRo_KwotaDok) * coalesce(paid.amount, 0)) AS amount
    FROM CDN.KsiRozrachunki LEFT JOIN paid ON item = KRo_KRoId
    WHERE KRo_DataDokumentu <= DATE '2026-03-31'
        AND CASE WHEN KRo_KwotaDok < 0 THEN 3 - KRo_Strona ELSE KRo_Strona END = 1
        AND {accounts}
), sums AS (
    SELECT
        CASE WHEN days <= 30 THEN 1 WHEN days <= 60 THEN 2 WHEN days <= 90 THEN 3 WHEN days <= 180 THEN 4
            WHEN days <= 360 THEN 5 ELSE 6 END AS number,
        sum(amount) AS amount, count(*) AS items
    FROM items WHERE days > 0 AND amount <> 0 GROUP BY number
)
SELECT number, number, text, coalesce(sums.amount, 0), coalesce(items, 0)
FROM (VALUES (1, '1–30 dni'), (2, '31–60 dni'), (3, '61–90 dni'), (4, '91–180 dni'), (5, '181–360 dni'),
    (6, 'powyżej 360 dni')) AS ranges(number, text)
LEFT JOIN sums USING (number) ORDER BY number
"""
MONTHS = """
WITH accounts AS (
    SELECT Acc_AccId AS account FROM CDN.Konta
    WHERE Acc_OObId = 3 AND (Acc_Numer = '201' OR Acc_Numer LIKE '201-%')
), lines AS (
    SELECT DeE_DeNId AS entry, DeE_AccWnId AS account, 1 AS side, DeE_Kwota AS amount FROM CDN.DekretyElem
    UNION ALL
    SELECT DeE_DeNId, DeE_AccMaId, 2, DeE_Kwota FROM CDN.DekretyElem
), sums AS (
    SELECT
        date_trunc('month', CASE WHEN DeN_Typ = 1 THEN TIMESTAMP '2026-01-01' ELSE DeN_DataDok END) AS month,
        sum(amount) FILTER (side = 1 AND DeN_Typ <> 1) AS debit,
        sum(amount) FILTER (side = 2 AND DeN_Typ <> 1) AS credit,
        sum(CASE side WHEN 1 THEN amount ELSE -amount END) AS growth
    FROM lines SEMI JOIN accounts USING (account) JOIN CDN.DekretyNag ON DeN_DeNId = entry
    WHERE DeN_OObId = 3 GROUP BY month
)
SELECT
    number, number, strftime(month, '%Y-%m'), coalesce(debit, 0), coalesce(credit, 0),
    sum(coalesce(growth, 0)) OVER (ORDER BY number), month, month + INTERVAL 1 MONTH - INTERVAL 1 DAY, 2
FROM (SELECT number, TIMESTAMP '2025-12-01' + number * INTERVAL 1 MONTH AS month FROM range(1, 13) AS numbers(number))
LEFT JOIN sums USING (month) ORDER BY number
"""
ACCOUNTS = """
WITH sums AS (
    SELECT DeE_AccWnId AS account, sum(DeE_Kwota) AS amount
    FROM CDN.DekretyElem JOIN CDN.DekretyNag ON DeN_DeNId = DeE_DeNId
    WHERE DeN_Typ <> 1 AND DeN_DataDok BETWEEN DATE '2026-01-01' AND DATE '2026-03-31'
        AND DeE_AccWnId IN (SELECT Acc_AccId FROM CDN.Konta WHERE Acc_TypKonta = 5)
    GROUP BY account
)
SELECT row_number() OVER (ORDER BY Acc_Numer), min(Acc_AccId), Acc_Numer, sum(amount), max(Acc_Nazwa), 1
FROM sums JOIN CDN.Konta ON Acc_AccId = account
GROUP BY Acc_Numer ORDER BY Acc_Numer
"""


@dataclass(frozen=True, slots=True)
class Work:
    """A chart with its values, and a query by hand that gives the same rows."""

    name: str
    chart: str
    peer: str
    given: Mapping[str, str] = field(default_factory=dict)

    def words(self) -> list[str]:
        """What the command is told of the chart."""
        return [self.chart, *(word for name, value in self.given.items() for word in ("--set", f"{name}={value}"))]


ON_DAY = {"Stan": "1", "NaDzien": "2026-03-31"}
WORKS = (
    Work("age structure on a day", "KS-STRUKTURA-WIEKOWA", AGES.format(accounts="true"), ON_DAY),
    Work(
        "age structure of accounts 201",
        "KS-STRUKTURA-WIEKOWA",
        AGES.format(accounts="KRo_Konto >= '201' AND (KRo_Konto <= '201' OR KRo_Konto LIKE '201-%')"),
        {**ON_DAY, "KontoOd": "201", "KontoDo": "201"},
    ),
    Work(
        "turnovers and balances by month", "KS-OBROTY-I-SALDA-NA-KONCIE", MONTHS, {"Konto": "201", "Narastajaco": "1"}
    ),
    Work("turnovers by account", "KS-OBROTY-NA-KONTACH", ACCOUNTS),
)


def statements(rules: Library, work: Work, path: Path) -> tuple[str, ...]:
    """The chart's query in the words of the engine."""
    explorer = api.open_charts(rules, work.chart, api.ChartValues(DAY, given=work.given), str(path), (10, 300))
    drawn = explorer.draw(api.Report())
    assert drawn
    assert drawn.expansion.query
    said = explorer.running.said(drawn.expansion.query.text)
    explorer.running.engine.close()
    return said.statements


def best(runs: list[Callable[[], object]], rounds: int) -> list[tuple[float, float]]:
    """The best processor time and the best time of the wall of each, over rounds in which all run."""
    found = [(float("inf"), float("inf"))] * len(runs)
    for _ in range(rounds):
        for index, run in enumerate(runs):
            wall, start = time.perf_counter(), time.process_time()
            run()
            took = (time.process_time() - start, time.perf_counter() - wall)
            found[index] = (min(found[index][0], took[0]), min(found[index][1], took[1]))
    return found


def beside_peer(work: Work, said: tuple[str, ...], engine: Engine, rounds: int) -> float:
    """Says the ratio; gives the time of the chart's query alone."""
    own = engine.run(said, (), LIMITS).rows
    peer = engine.run((work.peer,), (), LIMITS).rows
    assert own == peer, "\n".join(map(str, ("the chart:", *own[:9], "by hand:", *peer[:9])))
    (cpu, wall), (peer_cpu, _) = best(
        [lambda: engine.run(said, (), LIMITS), lambda: engine.run((work.peer,), (), LIMITS)], rounds
    )
    print(Measured(work.name, cpu, peer_cpu, "by hand", f"at most {RATIO:g}").line(), flush=True)  # noqa: T201 - the result
    return wall


def commands(path: Path, folder: Path, rounds: int) -> dict[str, Rounds]:
    """The whole commands: every chart to a file, and the check of the pack."""
    dekret = (sys.executable, "-m", "dekret")
    day = ("--date", DAY.isoformat())
    listed = [
        Command(
            work.name,
            (*dekret, "chart", "run", *work.words(), "--db", str(path), *day, "-o", str(folder / "rows.csv")),
            folder / "chart.out",
        )
        for work in WORKS
    ]
    listed.append(Command("check", (*dekret, "check", str(PACK)), folder / "check.out"))
    return processes.in_turn(listed, processes.environment(folder / "bytecode"), rounds)


def database(folder: Path, lines: int) -> Path:
    """The demo database of so many lines; made where there is none yet."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"demo-{lines}.duckdb"
    if not path.exists():
        words = [sys.executable, "-m", "dekret", "demo", "--db", str(path), "--lines", str(lines)]
        subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
    return path


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--quick", action="store_true", help="100,000 lines, few rounds")
    arguments.add_argument("--lines", type=int, help="5,000,000 by default")
    arguments.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir(), "dekret-benchmarks"))
    given = arguments.parse_args()
    rounds = 3 if given.quick else 9
    path = database(given.folder, given.lines or (100_000 if given.quick else 5_000_000))
    print(f"{path.name}; {processes.load()}", flush=True)  # noqa: T201 - the result
    rules = api.check([PACK])
    said = {work.name: statements(rules, work, path) for work in WORKS}
    engine = open_engine(str(path))
    walls = {work.name: beside_peer(work, said[work.name], engine, rounds) for work in WORKS}
    engine.close()
    with tempfile.TemporaryDirectory() as there:
        found = commands(path, Path(there), rounds)
    for name, wall in walls.items():
        took = found[name].best("wall")
        more = f"{seconds(took)}, the query alone {seconds(wall)}: {took - wall:.2f} s more"
        print(f"dekret chart run, {name:<34} {more}  wanted: at most {MORE:g} s more")  # noqa: T201 - the result
    took = found["check"].best("wall")
    print(f"dekret check rules/analizy {seconds(took)}  wanted: less than {CHECK:g} s")  # noqa: T201 - the result


if __name__ == "__main__":
    main()
