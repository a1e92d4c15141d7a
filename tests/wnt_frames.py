"""What stands around examples of problems of internal sales: `wnt: `, `wnt correct: ` or `wnt cancel NUMBER: `."""

import datetime as dt
import io
from pathlib import Path

from dekret import api
from dekret.packs.outcome import Refused
from dekret.packs.wnt.by import WntBy
from dekret.packs.wnt.cancel import cancel
from dekret.packs.wnt.correct import Correcting
from dekret.packs.wnt.create import Creation
from dekret.text.diagnostic import Diagnostic

BY = WntBy(dt.date(2026, 3, 31))
DIRECTORY = """kartoteka "F"
[Firma]
nazwa = Zielona sp. z o.o.
nip = 5580730219
[Podmioty]
| Kod   | Nazwa            | NIP         | Kraj | Rodzaj transakcji |
|-------|------------------|-------------|------|-------------------|
| NORD  | Nord GmbH        | DE123456789 | DE   | wewnątrzunijna    |
| ALOZA | Aloza sp. z o.o. | 6736819308  | PL   | krajowa           |
[Towary]
| Kod       | Nazwa     | Rodzaj | Stawka VAT |
|-----------|-----------|--------|------------|
| DESKA     | Deska     | towar  | 23         |
| TRANSPORT | Transport | usługa | 23         |
| KSIĄŻKA   | Książka   | towar  | 5          |
| SZKOLENIE | Szkolenie | usługa | zw         |
"""


def is_of_wnt(example: str) -> bool:
    """Whether an example is for this module."""
    return example.startswith(("wnt: ", "wnt correct: ", "wnt cancel "))


def library(folder: Path) -> api.Library:
    """A company's file with goods, the standard packs below."""
    (folder / "f.kartoteka").write_text(DIRECTORY, encoding="utf-8")
    return api.library([folder])


def run(example: str, folder: Path) -> list[Diagnostic]:
    """Everything that is said of an example."""
    what, _, text = example.partition(": ")
    stream, rules = io.BytesIO(text.encode()), library(folder)
    if what == "wnt":
        items = list(Creation(rules, BY).run([Path("-")], stream))
    elif what == "wnt correct":
        items = list(Correcting(rules, BY).run([Path("-")], stream))
    else:
        items = [cancel(rules, BY, what.removeprefix("wnt cancel "), [Path("-")], stream)]
    return [each for item in items for each in (item.diagnostics if isinstance(item, Refused) else item.remarks)]
