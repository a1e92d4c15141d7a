"""What the demo gives back."""

from dataclasses import dataclass, field
from pathlib import Path

from dekret.model.entries import Entry
from dekret.text.diagnostic import Diagnostic
from dekret.text.wording import Wording

PURCHASES = Wording("Zakupy miesiąca", "Purchases of the month")
SALES = Wording("Sprzedaż miesiąca", "Sales of the month")
KSEF_PURCHASES = Wording("Faktury zakupu z KSeF", "KSeF purchase invoices")
KSEF_SALES = Wording("Faktury sprzedaży z KSeF", "KSeF sale invoices")
OFFICIAL = Wording("Przykładowe faktury Ministerstwa Finansów", "The Ministry's sample invoices")


@dataclass(slots=True)
class Batch:
    """What became of one set of documents."""

    title: Wording
    source: Path
    scheme: str
    entries: list[Entry] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    refused: int = 0
    passed_over: int = 0


@dataclass(slots=True)
class Demo:
    """What the demo did: where its files are, what it posted, and the journals it wrote."""

    folder: Path
    batches: list[Batch]
    journal: Path
    official_journal: Path | None = None

    @property
    def entries(self) -> list[Entry]:
        """The entries of the sample company, without the official samples, which are another's."""
        return [entry for batch in self.batches for entry in batch.entries if batch.title is not OFFICIAL]
