"""The whole chain on sample data: rules and documents are laid out in a folder, posted, and the journal is kept."""

import datetime as dt
import shutil
from collections.abc import Iterable
from pathlib import Path

from dekret import assets
from dekret.demo import month as sample
from dekret.demo.result import KSEF_PURCHASES, KSEF_SALES, OFFICIAL, PURCHASES, SALES, Batch, Demo
from dekret.errors import FileError
from dekret.intake.read import read_documents
from dekret.intake.received import Received
from dekret.model.entries import Entry
from dekret.packs.library import Library, load
from dekret.packs.outcome import By, Posted, Refused
from dekret.packs.poster import Poster
from dekret.store.files import Output
from dekret.store.journal import jsonl
from dekret.text.wording import Wording

OFFICIAL_COMPANY = "9999999999"
"""The NIP of the seller in the Ministry's sample invoices."""
_OFFICIAL_FILE = """# Sprzedawca z przykładowych faktur Ministerstwa Finansów; nabywców poznaje się po NIP.
kartoteka "PRZYKLADY-MF"

[Firma]
nazwa = Sprzedawca z przykładów MF
nip = {nip}
nieznany podmiot = kod z NIP
"""


def run_demo(folder: Path, month: dt.date, count: int, official: Path | None) -> Demo:
    """Posts a month of `count` purchases and `count` sales, KSeF samples, and the official ones where given.

    Raises `FileError` where the folder cannot be written or the official samples are not there.
    """
    rules = folder / "reguly"
    documents = folder / "dokumenty"
    try:
        for target in (rules, documents):
            target.mkdir(parents=True, exist_ok=True)
        shutil.copytree(assets.folder("rules") / "ksiegowosc", rules / "ksiegowosc", dirs_exist_ok=True)
        shutil.copy(assets.folder("rules") / "demo" / "demo.kartoteka", rules)
        shutil.copytree(assets.folder("rules") / "demo" / "ksef", documents / "ksef", dirs_exist_ok=True)
    except OSError as error:
        raise FileError.writing(folder, error) from error
    purchases = _write(documents / "zakupy.jsonl", sample.purchases(month, count))
    sales = _write(documents / "sprzedaz.jsonl", sample.sales(month, count))
    library = load([rules])
    today = month
    batches = [
        _post(library, By("KSEF-ZAKUP", today, directory="DEMO"), PURCHASES, [purchases]),
        _post(library, By("KSEF-SPRZEDAZ", today, directory="DEMO"), SALES, [sales]),
        *_post_ksef(library, today, sorted((documents / "ksef").glob("*.xml"))),
    ]
    journal = _keep(folder / "dziennik.jsonl", [entry for batch in batches for entry in batch.entries])
    demo = Demo(folder, batches, journal)
    if official:
        _post_official(demo, rules, today, official)
    return demo


def _post_ksef(library: Library, today: dt.date, files: list[Path]) -> list[Batch]:
    """The company's invoices of either register: the names of the sample files tell which."""
    sales = [path for path in files if path.name.startswith("sprzedaz")]
    purchases = [path for path in files if path not in sales]
    return [
        _post(library, By("KSEF-ZAKUP", today, directory="DEMO"), KSEF_PURCHASES, purchases),
        _post(library, By("KSEF-SPRZEDAZ", today, directory="DEMO"), KSEF_SALES, sales),
    ]


def _post_official(demo: Demo, rules: Path, today: dt.date, official: Path) -> None:
    files = sorted(official.glob("*.xml"))
    if not files:
        raise FileError(f"W {official} nie ma faktur XML.", f"There are no XML invoices in {official}.")
    kartoteka = rules / "przyklady-mf.kartoteka"
    _write(kartoteka, [_OFFICIAL_FILE.format(nip=OFFICIAL_COMPANY)])
    library = load([rules])
    batch = _post(library, By("KSEF-SPRZEDAZ", today, directory="PRZYKLADY-MF"), OFFICIAL, files)
    demo.batches.append(batch)
    demo.official_journal = _keep(demo.folder / "dziennik-przyklady-mf.jsonl", batch.entries)


def _post(library: Library, by: By, title: Wording, files: list[Path]) -> Batch:
    poster = Poster(library, by)
    batch = Batch(title, files[0].parent if len(files) > 1 else files[0], by.scheme)
    for path in files:
        for item in read_documents(path, poster.kind, poster.own_tax_id):
            result = poster.post(item) if isinstance(item, Received) else Refused(item.diagnostics)
            if isinstance(result, Posted):
                batch.entries.append(result.entry)
                batch.diagnostics.extend(result.remarks)
            else:
                batch.diagnostics.extend(result.diagnostics)
                batch.passed_over += result.passed_over
                batch.refused += not result.passed_over
    return batch


def _write(path: Path, lines: Iterable[str]) -> Path:
    with Output(path) as output:
        for line in lines:
            output.write(line)
        output.keep()
    return path


def _keep(path: Path, entries: list[Entry]) -> Path:
    return _write(path, (jsonl(entry) for entry in entries))
