"""The whole chain on sample data: rules and documents are laid out in a folder, posted, and the journal is kept."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import partial
from pathlib import Path

from dekret.demo.company import STREAMS, Stream, shares, stream
from dekret.demo.layout import Laid, copies, keep, lay_out, packed
from dekret.demo.parties import contractors_for, kartoteka, roster
from dekret.demo.period import Period
from dekret.demo.result import KSEF_PURCHASES, KSEF_SALES, OFFICIAL, Batch, Demo
from dekret.demo.words import words
from dekret.errors import FileError
from dekret.intake.read import read_documents
from dekret.intake.received import Received
from dekret.model.accounts import AccountPlan
from dekret.packs.explained import Explained, explained
from dekret.packs.library import APART, Library, load
from dekret.packs.numbering import Journals
from dekret.packs.outcome import By, Posted, Refused
from dekret.packs.poster import Poster
from dekret.store.journal import Turnovers, jsonl
from dekret.store.queries import Turnover
from dekret.text.wording import Wording

PLAN = "WZORCOWY"
OFFICIAL_COMPANY = "9999999999"
"""The NIP of the seller in the Ministry's sample invoices."""
_NOTHING = Decimal("0.00")
_OFFICIAL_FILE = """# Sprzedawca z przykładowych faktur Ministerstwa Finansów; nabywców poznaje się po NIP.
kartoteka "PRZYKLADY-MF"

[Firma]
nazwa = Sprzedawca z przykładów MF
nip = {nip}
nieznany podmiot = kod z NIP
"""


def run_demo(folder: Path, month: dt.date, count: int, official: Path | None, *, force: bool = False) -> Demo:
    """Posts a month of `count` documents of all types, the KSeF samples, and the official ones where given.

    Raises `FileError` where the folder cannot be written, where files in it differ from those to be written
    (without `force`), and where the official samples are not there.
    """
    samples = _official(official) if official else []
    rules, documents = folder / "reguly", folder / "dokumenty"
    period, wanted = Period(month), shares(STREAMS, count)
    made = [each for each in STREAMS if wanted[each.name]]
    files = [
        *copies(packed("ksiegowosc"), rules / "ksiegowosc"),
        Laid(folder / APART, lambda: ["Reguły tego folderu czyta się tylko, gdy się go wskaże.\n"]),
        Laid(rules / "demo.kartoteka", lambda: [kartoteka(roster(contractors_for(count)))]),
        *copies(packed("demo") / "ksef", documents / "ksef"),
        *copies(packed("demo") / "bank", folder / "bank"),
        *(_documents(each, documents, period, wanted[each.name], contractors_for(count)) for each in made),
    ]
    if samples:
        text = _OFFICIAL_FILE.format(nip=OFFICIAL_COMPANY)
        files.append(Laid(rules / "przyklady-mf.kartoteka", lambda: [text]))
    lay_out(folder, files, force=force)
    library = load([rules])
    demo = _posted(library, folder, month, _sets(library, documents, made), force=force)
    if samples:
        batch = Batch(OFFICIAL, samples[0].parent, "KSEF-SPRZEDAZ")
        by = By(batch.scheme, month, PLAN, "PRZYKLADY-MF")
        lines = _each_alone(library, by, batch, samples)
        demo.official_journal = keep(folder, folder / "dziennik-przyklady-mf.jsonl", lines, force=force)
        demo.batches.append(batch)
    return demo


def _each_alone(library: Library, by: By, batch: Batch, samples: list[Path]) -> Iterator[str]:
    """The Ministry's samples are not of one company's year: several have the same number."""
    journals = Journals(Poster(library, by).numbering)
    for sample in samples:
        yield from _post(batch, Poster(library, by), [sample], journals, Turnovers())


def _documents(found: Stream, folder: Path, period: Period, count: int, contractors: int) -> Laid:
    text = partial(stream, found, period=period, count=count, contractors=contractors)
    return Laid(folder / f"{found.name}.jsonl", text)


def _official(folder: Path) -> list[Path]:
    files = sorted(folder.glob("*.xml"))
    if not files:
        raise FileError(f"W {folder} nie ma faktur XML.", f"There are no XML invoices in {folder}.")
    return files


def _sets(library: Library, documents: Path, made: list[Stream]) -> list[tuple[Batch, list[Path]]]:
    """What is posted by what; the names of the KSeF samples tell the register they belong to."""
    found: list[tuple[Wording, str, list[Path]]] = [
        (each.title, each.scheme, [documents / f"{each.name}.jsonl"])
        for each in made
        if library.scheme_type(each.scheme)
    ]
    ksef = sorted((documents / "ksef").glob("*.xml"))
    sales = [path for path in ksef if path.name.startswith("sprzedaz")]
    found.append((KSEF_PURCHASES, "KSEF-ZAKUP", [path for path in ksef if path not in sales]))
    found.append((KSEF_SALES, "KSEF-SPRZEDAZ", sales))
    return [
        (Batch(title, files[0].parent if len(files) > 1 else files[0], scheme), files) for title, scheme, files in found
    ]


def _posted(
    library: Library, folder: Path, today: dt.date, sets: list[tuple[Batch, list[Path]]], *, force: bool
) -> Demo:
    """All sets posted one after the other into one journal."""
    turnovers = Turnovers()

    def lines() -> Iterator[str]:
        journals: Journals | None = None
        for batch, files in sets:
            poster = Poster(library, By(batch.scheme, today, PLAN, words().symbol))
            journals = journals or Journals(poster.numbering)
            yield from _post(batch, poster, files, journals, turnovers)

    journal = keep(folder, folder / "dziennik.jsonl", lines(), force=force)
    plan = library.plan(PLAN, today)
    assert plan
    return Demo(folder, today, [batch for batch, _ in sets], journal, _by_chart(turnovers.sums(), plan))


def _post(
    batch: Batch, poster: Poster, files: list[Path], journals: Journals | None, turnovers: Turnovers
) -> Iterator[str]:
    """The journal lines of the documents of a set; what became of them is gathered in the batch."""
    journals = journals or Journals(poster.numbering)
    for path in files:
        for item in read_documents(path, poster.kind, poster.own_tax_id):
            result = poster.post(item) if isinstance(item, Received) else Refused(item.diagnostics)
            if isinstance(result, Posted):
                entry = journals.numbered(result.entry)
                batch.add(entry)
                batch.say(result.remarks)
                turnovers.add(entry)
                yield jsonl(entry)
            else:
                batch.say(result.diagnostics)
                batch.passed_over += result.passed_over
                batch.refused += not result.passed_over


def _by_chart(sums: Mapping[str, tuple[Decimal, Decimal]], plan: AccountPlan) -> list[Turnover]:
    """Turnovers by accounts of the chart that are no analytic ones."""
    found: dict[str, Turnover] = {}
    for code, (debit, credit) in sums.items():
        above = plan.nearest_above(code)
        account = above if above and above.dictionary else plan.find(code) or above
        shown = account.code if account else code
        before = found.get(shown) or Turnover(shown, "PLN", account.name if account else "", _NOTHING, _NOTHING)
        found[shown] = replace(before, debit=before.debit + debit, credit=before.credit + credit)
    return list(found.values())


_EXPLAINED = "sprzedaz-koncowa.xml"
"""The KSeF sample that is explained: a final invoice, on which some rows work and some do not."""


def explained_sample(demo: Demo) -> Explained:
    """One document of the demo, explained."""
    library = load([demo.folder / "reguly"])
    poster = Poster(library, By("KSEF-SPRZEDAZ", demo.month, PLAN, words().symbol))
    path = demo.folder / "dokumenty" / "ksef" / _EXPLAINED
    (item,) = read_documents(path, poster.kind, poster.own_tax_id)
    assert isinstance(item, Received)
    return explained(poster, item)
