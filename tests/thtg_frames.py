"""What stands around the examples of problems of the exchange with the THTG Integrator.

`thtg: ` is a config.json, `kontrahenci: ` contractors and `faktury: ` invoices of the Integrator (in mode 2).
"""

import datetime as dt
import io
from pathlib import Path

from dekret import api
from dekret.packs.outcome import Refused
from dekret.packs.thtg.by import ThtgBy
from dekret.packs.thtg.config import read_config
from dekret.packs.thtg.contractors import Contractors
from dekret.packs.thtg.invoices import Invoices, Mode
from dekret.text.diagnostic import Diagnostic

BY = ThtgBy(dt.date(2026, 3, 31))
DIRECTORY = """kartoteka "F"
[Firma]
nazwa = Zielona sp. z o.o.
nip = 5580730219
[Podmioty]
| Kod    | Nazwa            | NIP        | PESEL       |
|--------|------------------|------------|-------------|
| ALOZA  | Aloza sp. z o.o. | 6736819308 |             |
| K_3123 | Anna Sowa        |            | 90021512347 |
| K_3130 | Bez numerów      |            |             |
"""
PLAN = """plan "P"
[Konta]
| Konto  | Nazwa   | Nieaktywne |
|--------|---------|------------|
| 501    | Koszty  |            |
| 501-1  | Koszty  |            |
| 432    | Usługi  |            |
| 402    | Obce    |            |
| 498    | Dawne   | tak        |
| 501-432-01 | Splot |          |
| 432-01-402 | Splot |          |
"""


def is_of_thtg(example: str) -> bool:
    """Whether an example is for this module."""
    return example.startswith(("thtg: ", "kontrahenci: ", "faktury: "))


def library(folder: Path) -> api.Library:
    """A company's file and its chart, with the standard packs below."""
    (folder / "f.kartoteka").write_text(DIRECTORY, encoding="utf-8")
    (folder / "p.plan").write_text(PLAN, encoding="utf-8")
    return api.library([folder])


def run(example: str, folder: Path) -> list[Diagnostic]:
    """Everything that is said of an example."""
    kind, _, text = example.partition(": ")
    if kind == "thtg":
        return list(read_config("config.json", text.encode()).diagnostics)
    rules = library(folder)
    by = Contractors(rules, BY) if kind == "kontrahenci" else Invoices(rules, BY, Mode.CATEGORIES)
    assert not by.report.diagnostics
    items = by.run([Path("-")], io.BytesIO(text.encode()))
    return [each for item in items for each in (item.diagnostics if isinstance(item, Refused) else item.remarks)]
