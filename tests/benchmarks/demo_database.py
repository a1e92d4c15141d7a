"""Time and memory of the demo database, by size; and two queries over it, as its users will ask them.

python tests/benchmarks/demo_database.py [--quick] [LINES …]

Every size is a process of its own: time of the wall, the most memory it held, the size of the file. The queries are
the age structure of receivables on a day, what was settled later counted as open, and turnovers of accounts by month.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

import duckdb

SIZES = [int(word) for word in sys.argv[1:] if word.isdigit()]
SIZES = SIZES or ([10_000] if "--quick" in sys.argv[1:] else [100_000, 1_000_000])
FILL = """
import datetime as dt, resource, sys
from pathlib import Path
from dekret.demo.database import fill_database
filled = fill_database(Path(sys.argv[1]), dt.date(2026, 1, 1), years=3, lines=int(sys.argv[2]))
found = {each.table: each.rows for each in filled}
used = resource.getrusage(resource.RUSAGE_SELF)
print(found["DekretyElem"], sum(found.values()), used.ru_maxrss // 1024, round(used.ru_utime + used.ru_stime, 1))
"""
AGES = """
SELECT
    least(greatest(date_diff('day', KRo_TerminPlatnosci, TIMESTAMP '2026-06-30') // 30, -1), 12) AS bucket,
    sum(KRo_KwotaDok - coalesce(paid, 0)) AS amount
FROM CDN.KsiRozrachunki
LEFT JOIN (
    SELECT KRz_KRoIdWn AS id, sum(KRz_Kwota) AS paid
    FROM CDN.KsiRozliczenia WHERE KRz_DataRoz <= TIMESTAMP '2026-06-30' GROUP BY id
) ON id = KRo_KRoId
WHERE KRo_Strona = 1 AND KRo_DataDokumentu <= TIMESTAMP '2026-06-30' AND KRo_Konto LIKE '201%'
GROUP BY bucket ORDER BY bucket
"""
MONTHS = """
SELECT
    Acc_Numer, year(DeN_DataDok) * 100 + month(DeN_DataDok) AS month,
    sum(DeE_Kwota) FILTER (DeE_AccWnId IS NOT NULL), sum(DeE_Kwota) FILTER (DeE_AccMaId IS NOT NULL)
FROM CDN.DekretyElem
JOIN CDN.DekretyNag ON DeN_DeNId = DeE_DeNId
JOIN CDN.Konta ON Acc_AccId = coalesce(DeE_AccWnId, DeE_AccMaId)
WHERE DeN_Typ <> 1 GROUP BY ALL
"""
HEADER = ("wanted", "lines", "rows", "time", "CPU", "memory", "file", "ages", "months")


def best(connection: duckdb.DuckDBPyConnection, query: str) -> float:
    found = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        connection.execute(query).fetchall()
        found = min(found, time.perf_counter() - start)
    return found


def row(size: int) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "demo.duckdb")
        start = time.perf_counter()
        words = [sys.executable, "-c", FILL, str(path), str(size)]
        made = subprocess.run(words, capture_output=True, text=True, check=True)
        took = time.perf_counter() - start
        lines, rows, memory, cpu = made.stdout.split()
        with duckdb.connect(str(path), read_only=True) as connection:
            ages, months = best(connection, AGES), best(connection, MONTHS)
        counts = [f"{int(count):,}" for count in (size, lines, rows)]
        sizes = [f"{took:.0f} s", f"{float(cpu):.0f} s", f"{memory} MB", f"{path.stat().st_size >> 20} MB"]
        return [*counts, *sizes, f"{ages:.3f} s", f"{months:.3f} s"]


def main() -> None:
    for cells in (HEADER, *map(row, SIZES)):
        print(*(f"{cell:>10}" for cell in cells), flush=True)  # noqa: T201 - the result


if __name__ == "__main__":
    main()
