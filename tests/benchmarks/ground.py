"""Speed of the ground: expressions, rule files, start of the command.

python tests/benchmarks/ground.py
"""

import ast
import subprocess
import sys
import tempfile
from pathlib import Path

from measure import Measured, in_turn

from dekret import api
from dekret.documents.document_types import VAT_SALE
from dekret.expr.check import check
from dekret.expr.collation import fold
from dekret.expr.compile import Layout, compile_condition
from dekret.expr.kinds import Kind
from dekret.expr.parse import parse
from dekret.text.source import Source

CONDITION = "@CzyZaliczkowa = 'FINALNA' OR @CzyZaliczkowa = 'NIE'"
ROWS = 2000


def conditions() -> Measured:
    """A compiled OR against the same written by hand in Python."""
    node = parse(CONDITION).value
    assert node
    layout = Layout()
    compiled = compile_condition(check(node, VAT_SALE.words, Kind.CONDITION).condition, layout)
    row = [fold("NIE")]
    values = {"CzyZaliczkowa": "NIE"}

    def by_hand(document: dict[str, str]) -> bool:
        return document["CzyZaliczkowa"] == "FINALNA" or document["CzyZaliczkowa"] == "NIE"

    own, peer = in_turn(lambda: compiled(row), lambda: by_hand(values), times=200_000)
    return Measured("compiled OR condition", own, peer, "by hand in Python", "ratio ≤ 1.5")


def scheme(rows: int) -> str:
    """A scheme whose every row is unlike the others."""
    head = 'schemat "DUZY"\n[Nagłówek]\nnazwa = Duży\ntyp = Rejestr VAT zakupu\n[Pozycje]\n'
    columns = "| Lp | Konto Wn | Konto Ma | Słownik | Kwota | Warunek |\n|---|---|---|---|---|---|\n"
    body = "".join(
        f"| {n} | 401-{n:04} | 202-2-1 | Podmioty | @Netto * {n}.5 | @KategoriaElem = 'K{n}' AND @Netto > {n} |\n"
        for n in range(rows)
    )
    return head + columns + body


def parsing() -> Measured:
    """2,000 scheme rows read, parsed and checked; beside it Python's own parser on as many expressions."""
    python = "".join(f"x = netto * {n}.5 if kategoria == 'K{n}' and netto > {n} else None\n" for n in range(ROWS))

    def own() -> None:
        parse.cache_clear()
        found = api.check_sources([Source("duzy.schemat", scheme(ROWS))])
        assert not found.report.diagnostics

    best, peer = in_turn(own, lambda: ast.parse(python), rounds=3)
    return Measured(f"{ROWS} scheme rows read and checked", best, peer, "ast.parse of as many", "< 1 s")


def processes() -> list[Measured]:
    """Whole processes, beside a Python that does nothing."""

    def run(*words: str) -> None:
        subprocess.run([sys.executable, *words], check=True, capture_output=True)

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "zakup.schemat"
        path.write_text(api.starting_file("schemat", "ZAKUP"), encoding="utf-8")
        found = []
        for words, wanted in ((("--help",), "< 0.2 s"), (("check", str(path)), "< 0.4 s")):
            own, peer = in_turn(lambda words=words: run("-m", "dekret", *words), lambda: run("-c", "pass"))
            found.append(Measured(f"dekret {words[0]}, whole process", own, peer, "python -c pass", wanted))
        return found


def main() -> None:
    for measured in (conditions(), parsing(), *processes()):
        print(measured.line())  # noqa: T201 - the result


if __name__ == "__main__":
    main()
