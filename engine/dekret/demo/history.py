"""Years of the sample company, posted: its documents, the payments that settle them, and what settles what.

The documents are those of `dekret demo`; bank reports are made of what the entries left open, so that invoices are
paid late, in parts, set off against each other, or not at all. Everything here is posted by the engine.
"""

import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from dekret.demo.company import STREAMS, stream
from dekret.demo.layout import packed
from dekret.demo.open_items import Item, Payment, Planner, pair, reports
from dekret.demo.parties import Roster, contractors_for, kartoteka, roster
from dekret.demo.period import Period
from dekret.demo.words import words
from dekret.intake.read import read_stream
from dekret.intake.received import Received
from dekret.model.accounts import AccountPlan
from dekret.model.documents import Document
from dekret.model.entries import Entry
from dekret.packs.library import Library, add_source, load
from dekret.packs.outcome import By, Posted
from dekret.packs.poster import Poster
from dekret.store.tables import FOLDER
from dekret.text.source import Source

PLAN = "WZORCOWY"


@cache
def settings() -> Mapping[str, Any]:
    """What the demo database is made of, beside the words of the company."""
    found: Mapping[str, Any] = json.loads((packed("demo") / FOLDER / "firma.json").read_text(encoding="utf-8"))
    return found


@dataclass(slots=True)
class Made:
    """A document with its entry; `kind` is its type, `stream` where it comes from."""

    kind: str
    stream: str
    document: Document
    entry: Entry


@dataclass(slots=True)
class History:
    """All documents, by date, and the settlements between lines of their entries."""

    period: Period
    parties: Roster
    plan: AccountPlan
    made: list[Made]
    payments: list[Payment] = field(default_factory=list)


def history(period: Period, lines: int, contractors: int | None = None) -> History:
    """Documents of a period with about so many journal lines."""
    shares, each = settings()["streams"], settings()["lines_each"]
    count = max(len(shares), round(lines / each))
    parties = roster(contractors or contractors_for(count))
    library = _library(parties)
    plan = library.plan(settings()["symbol"], period.first)
    assert plan
    made: list[Made] = []
    for found in STREAMS:
        if weight := shares.get(found.name):
            texts = stream(
                found, period=period, count=max(1, count * weight // 1000), contractors=len(parties.contractors)
            )
            made += _posted(library, period, found.scheme, found.name, texts)
    whole = History(period, parties, plan, made)
    _settle(whole, library)
    whole.made.sort(key=lambda each: (each.entry.date, each.stream))
    return whole


def _library(parties: Roster) -> Library:
    """The standard schemes, the company's file, and the chart with accounts in currencies for parties abroad."""
    library = load([packed("ksiegowosc") / "schematy"])
    add_source(library, Source("demo.kartoteka", kartoteka(parties)))
    text = (packed("ksiegowosc") / "wzorcowy.plan").read_text(encoding="utf-8")
    header = next(line for line in text.splitlines() if line.startswith("| Konto "))
    names = [cell.strip() for cell in header.strip("|").split("|")]
    rows = []
    for currency in words().exchange:
        for party in parties.foreign(currency):
            for account in settings()["foreign_dictionary"]:
                cells = {
                    "Konto": f"{account}-{party.code}",
                    "Nazwa": party.name,
                    "Waluta": currency,
                    "Rozrachunkowe": "tak",
                }
                rows.append(f"| {' | '.join(cells.get(name, '') for name in names)} |")
    plan = text.replace(f'plan "{PLAN}"', f'plan "{settings()["symbol"]}"').rstrip("\n") + "\n" + "\n".join(rows) + "\n"
    add_source(library, Source("demo.plan", plan))
    assert not library.report.has_errors, library.report.diagnostics[:3]
    return library


def _posted(library: Library, period: Period, scheme: str, name: str, texts: Iterator[str]) -> Iterator[Made]:
    """Documents posted by a scheme. One that is refused is a mistake of our own."""
    poster = Poster(library, By(scheme, period.first, settings()["symbol"], words().symbol))
    data = "".join(texts).encode()
    for item in read_stream(name, io.BytesIO(data), poster.kind, poster.own_tax_id) if data else ():
        assert isinstance(item, Received), item
        result = poster.post(item)
        assert isinstance(result, Posted), result
        yield Made(poster.kind, name, item.document, result.entry)


def _settle(whole: History, library: Library) -> None:
    """Payments, compensations and exchange differences, posted too."""
    planner = Planner(whole.period, whole.parties)
    for each in whole.made:
        if each.kind != "cash_report":
            planner.add(_open(whole.plan, each), each.document)
        else:
            planner.fills_till(each.document)
    whole.payments += planner.settled_at_once
    schemes = settings()["schemes"]
    for kind, texts in reports(planner, settings()["fee_account"]):
        for made in _posted(library, whole.period, schemes[kind], kind, texts):
            whole.made.append(made)
            whole.payments += pair(planner, made.document, made.entry)
    differences = planner.differences([each for each in whole.payments if each.kind == "cash"])
    for made in _posted(library, whole.period, schemes["difference"], "difference", differences):
        whole.made.append(made)
        whole.payments += pair(planner, made.document, made.entry)


def _open(plan: AccountPlan, made: Made) -> Item | None:
    """The line of an entry that a payment settles: the first one on an account of settlements with a contractor."""
    for place, line in enumerate(made.entry.lines):
        above = plan.nearest_above(line.account)
        if line.settlement and above and above.dictionary:
            return Item(made.entry, place, above.code, line.account[len(above.code) + 1 :])
    return None
