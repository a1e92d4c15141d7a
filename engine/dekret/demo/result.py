"""What the demo gives back: counts, examples and sums, never all entries."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dekret.model.entries import Entry
from dekret.store.queries import Turnover
from dekret.text.diagnostic import Diagnostic
from dekret.text.wording import Wording

KSEF_PURCHASES = Wording("Faktury zakupu z KSeF", "KSeF purchase invoices")
KSEF_SALES = Wording("Faktury sprzedaży z KSeF", "KSeF sale invoices")
OFFICIAL = Wording("Przykładowe faktury Ministerstwa Finansów", "The Ministry's sample invoices")
_KEPT = 20


@dataclass(slots=True)
class Batch:
    """What became of one set of documents; `example` is its entry with most lines, the first of them.

    Only the first diagnostics are kept; `unsaid` is how many there were beyond them.
    """

    title: Wording
    source: Path
    scheme: str
    posted: int = 0
    lines: int = 0
    refused: int = 0
    passed_over: int = 0
    example: Entry | None = None
    diagnostics: list[Diagnostic] = field(default_factory=list)
    unsaid: int = 0

    def add(self, entry: Entry) -> None:
        self.posted += 1
        self.lines += len(entry.lines)
        if self.example is None or len(entry.lines) > len(self.example.lines):
            self.example = entry

    def say(self, found: tuple[Diagnostic, ...]) -> None:
        kept = found[: _KEPT - len(self.diagnostics)]
        self.diagnostics.extend(kept)
        self.unsaid += len(found) - len(kept)


@dataclass(slots=True)
class Demo:
    """What the demo did: where its files are, what it posted, and the journals it wrote.

    `turnovers` are those of the accounts of the chart, analytic accounts gathered in those above them; the
    official samples, which are another's, are not in them.
    """

    folder: Path
    month: dt.date
    batches: list[Batch]
    journal: Path
    turnovers: Sequence[Turnover]
    official_journal: Path | None = None

    @property
    def balances(self) -> bool:
        """Whether debit and credit agree in all."""
        return sum(row.debit for row in self.turnovers) == sum(row.credit for row in self.turnovers)
