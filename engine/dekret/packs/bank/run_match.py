"""Entries of cash reports beside open payments and invoices: what they may settle, and settlements where told so."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, TypeVar

import msgspec
from msgspec.structs import replace

from dekret.intake.payments import read_payments
from dekret.intake.problems import UNKNOWN_FORMAT
from dekret.intake.read import read_documents, read_stream
from dekret.intake.received import Received, Rejected
from dekret.matching.assign import propose_all
from dekret.matching.index import Items
from dekret.matching.open_items import OpenItem, item_of_document, items_of_payments
from dekret.matching.proposals import Match, Part
from dekret.model.cash import CashEntry, CashReport
from dekret.model.directory import UNSPECIFIED_CODE, Directory
from dekret.model.documents import Document
from dekret.model.parties import Party
from dekret.model.payments import Payment
from dekret.model.settlement import SettledDocument, Settlement
from dekret.model.statements import BankLine
from dekret.packs.bank import match_problems as problems
from dekret.packs.outcome import Refused
from dekret.text.diagnostic import Diagnostic
from dekret.text.source import Source
from dekret.text.wording import Wording

_ENCODER = msgspec.json.Encoder(decimal_format="string")
R = TypeVar("R", bound=Document | Payment)


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchBy:
    """What entries are held against: files of payments and of invoices, and the company's file.

    Of an invoice the NIP of the company tells whether it is one to be paid, else the register (`direction`).
    """

    payments: Sequence[Path] = ()
    invoices: Sequence[Path] = ()
    directory: Directory | None = None
    direction: str | None = None


@dataclass(frozen=True, slots=True)
class MatchedEntry:
    """An entry of a report, and what it may settle."""

    report: CashReport
    entry: CashEntry
    match: Match


@dataclass(frozen=True, slots=True)
class Matched:
    """All entries with their proposals, how many items there were, and what was said of the files."""

    entries: tuple[MatchedEntry, ...]
    items: int
    said: SaidOfFiles


@dataclass(slots=True)
class SaidOfFiles:
    """What was refused of files, and remarks on what was read: the encoding, an unknown field."""

    refused: list[Refused] = field(default_factory=list)
    remarks: list[Diagnostic] = field(default_factory=list)

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """All of it."""
        return [*self.remarks, *(each for refused in self.refused for each in refused.diagnostics)]


def match(reports: Sequence[Path], standard_input: IO[bytes], by: MatchBy) -> Matched:
    """Proposals for all entries of reports; `-` is standard input. Raises `FileError`."""
    said = SaidOfFiles()
    read = read_reports(reports, standard_input, said, other=_INVOICES)
    entries = [(report, entry) for report in read for entry in report.entries]
    items = Items(_items(by, said))
    found = propose_all([line_of(report, entry) for report, entry in entries], items)
    matched = (MatchedEntry(report, entry, match) for (report, entry), match in zip(entries, found, strict=True))
    return Matched(tuple(matched), len(items), said)


def settlements(matched: Matched, least: int, today: dt.date) -> tuple[list[Settlement], list[Diagnostic]]:
    """The settlements of all proposals with a score of `least` and more; what is said of those left out.

    A document to be paid is settled by a KW, one that the company is paid for by a KP (`FZ-KW`, `FS-KP`). In other
    currencies they are left out: the amount in PLN of the document is not known here.
    """
    found: list[Settlement] = []
    said: list[Diagnostic] = []
    for each in matched.entries:
        proposal = each.match.proposal
        if proposal is None or proposal.score < least:
            continue
        if each.match.line.currency != "PLN":
            said.append(_in_currency(each))
            continue
        found += [
            _settlement(each, part, f"R/{number}/{today.year}")
            for number, part in enumerate(proposal.parts, start=len(found) + 1)
            if part.amount > 0
        ]
    return found, said


def as_json(matched: Matched) -> Iterator[str]:
    """The proposals, an entry a line: its number, that of its report, and what it may settle."""
    for each in matched.entries:
        found = {"entry": each.entry.number, "report": each.report.number, "match": each.match}
        yield _ENCODER.encode(found).decode()


def _settlement(each: MatchedEntry, part: Part, number: str) -> Settlement:
    item, entry = part.item, each.entry
    kinds = ("FS", "KP") if item.direction == "in" else ("FZ", "KW")
    told = Party(code=item.party_code, name=item.party_name, tax_id=item.party_tax_id)
    party = told if item.party_code else entry.party
    return Settlement(
        number=number,
        date=entry.date,
        left=SettledDocument(kind=kinds[0], number=item.number, party=party, amount=part.amount),
        right=SettledDocument(kind=kinds[1], number=entry.number, party=entry.party, amount=part.amount),
        description=entry.description,
    )


def _in_currency(each: MatchedEntry) -> Diagnostic:
    place = Source(each.report.number, "").span()
    return problems.NOT_SETTLED.at(place, number=each.entry.number, currency=each.match.line.currency)


def line_of(report: CashReport, entry: CashEntry) -> BankLine:
    """The line of an entry, with the party that the import told; made of the entry itself where no bank gave one."""
    code = "" if entry.party.code == UNSPECIFIED_CODE else entry.party.code
    if entry.bank_line:
        tax_id = entry.bank_line.party_tax_id or entry.party.tax_id
        return replace(entry.bank_line, party_code=code, party_tax_id=tax_id)
    return BankLine(
        date=entry.date,
        amount=entry.amount if entry.direction == "in" else -entry.amount,
        currency=report.currency,
        title=f"{entry.foreign_number} {entry.description}".strip(),
        party_code=code,
        party_name=entry.party.name,
        party_tax_id=entry.party.tax_id,
    )


# --- files


_INVOICES = Wording("; faktury wskaż opcją --invoices", "; invoices are named by --invoices")
_NOTHING = Wording("", "")


def read_reports(
    inputs: Sequence[Path], standard_input: IO[bytes], said: SaidOfFiles, *, other: Wording = _NOTHING
) -> Iterator[CashReport]:
    """The cash reports of files; what cannot be read, or is no report, is refused. Raises `FileError`.

    `other` says where documents belong that are no reports.
    """
    for path in inputs:
        items = read_stream("-", standard_input, None, "") if str(path) == "-" else read_documents(path, None, "")
        for item in items:
            if isinstance(item, Rejected):
                said.refused.append(Refused(tuple(_no_report(each, path) for each in item.diagnostics)))
            elif isinstance(item.document, CashReport):
                said.remarks.extend(item.warnings)
                yield item.document
            else:
                found = problems.NO_REPORT.at(item.span, number=item.document.number, other=other)
                said.refused.append(Refused((found,)))


def _no_report(found: Diagnostic, path: Path) -> Diagnostic:
    """What is said of a file that is none of documents: where reports are wanted, it may be a statement."""
    return problems.NO_REPORT_FILE.at(found.span, file=str(path)) if found.problem is UNKNOWN_FORMAT else found


def _items(by: MatchBy, said: SaidOfFiles) -> Iterator[OpenItem]:
    """The open items of all files; an invoice that stands among the payments, too, is one item."""
    known: set[tuple[str, str, str]] = set()
    for path in by.payments:
        payments = (each.document for each in _taken(read_payments(path), said))
        for item in items_of_payments(payments, by.directory):
            known.update((number.casefold(), item.direction, item.currency) for number in item.numbers)
            yield item
    own = by.directory.tax_id if by.directory else ""
    for path in by.invoices:
        for received in _taken(read_documents(path, by.direction, own), said):
            if isinstance(received.document, CashReport | Settlement):
                said.refused.append(Refused((problems.NO_INVOICE.at(received.span, number=received.document.number),)))
                continue
            found = item_of_document(received.document, by.directory)
            if found and (found.number.casefold(), found.direction, found.currency) not in known:
                yield found


def _taken(found: Iterable[Received[R] | Rejected], said: SaidOfFiles) -> Iterator[Received[R]]:
    """The records that could be read; the others are refused."""
    for item in found:
        if isinstance(item, Rejected):
            said.refused.append(Refused(item.diagnostics))
        else:
            said.remarks.extend(item.warnings)
            yield item
