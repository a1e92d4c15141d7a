"""Running of cases: the document is posted and what came out is held against what was expected."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dekret.errors import FileError, UsageError
from dekret.intake.read import read_documents
from dekret.intake.received import Received
from dekret.model.entries import Entry
from dekret.packs import problems
from dekret.packs.cases import CaseRule, ExpectedLine
from dekret.packs.library import Library
from dekret.packs.outcome import By, Refused
from dekret.packs.poster import Poster
from dekret.text.diagnostic import Diagnostic, Problem
from dekret.text.nearest import nearest
from dekret.text.wording import Wording


@dataclass(frozen=True, slots=True)
class CaseResult:
    """A case that was run; it passed where `diagnostics` is empty."""

    case: CaseRule
    diagnostics: tuple[Diagnostic, ...]


def run_case(case: CaseRule, library: Library, catalogue: Mapping[str, Problem], today: dt.date) -> CaseResult:
    """The result of one case; `catalogue` are the problems that a refusal may name."""
    if case.refusal and case.refusal not in catalogue:
        near = nearest(case.refusal, catalogue)
        advice = Wording(f"Czy chodziło o {near}? ", f"Did you mean {near}? ") if near else Wording("", "")
        return CaseResult(case, (problems.UNKNOWN_PROBLEM.at(case.result_place, id=case.refusal, advice=advice),))
    try:
        poster = Poster(library, By(case.scheme, case.today or today, case.plan, case.directory))
    except UsageError as error:
        return CaseResult(case, (problems.UNKNOWN_SYMBOL.at(case.scheme_place, reason=Wording(error.pl, error.en)),))
    return CaseResult(case, tuple(_run(case, poster)))


def _run(case: CaseRule, poster: Poster) -> list[Diagnostic]:
    path = Path(case.span.source.name).parent / case.document
    try:
        found = list(read_documents(path, poster.kind, poster.own_tax_id))
    except FileError as error:
        return [problems.NO_DOCUMENT.at(case.document_place, path=case.document, reason=Wording(error.pl, error.en))]
    if len(found) == 1 and isinstance(found[0], Received):
        result = poster.post(found[0])
        if isinstance(result, Refused):
            return _refused(case, result.diagnostics)
        if case.refusal:
            return [problems.NOT_REFUSED.at(case.result_place, id=case.refusal)]
        return _compared(case, result.entry)
    rejected = [diagnostic for item in found if not isinstance(item, Received) for diagnostic in item.diagnostics]
    if rejected and case.refusal:
        return _refused(case, tuple(rejected))
    reason = rejected[0].message if rejected else Wording(f"jest ich {len(found)}", f"there are {len(found)}")
    return [problems.NO_DOCUMENT.at(case.document_place, path=case.document, reason=reason)]


def _refused(case: CaseRule, reasons: tuple[Diagnostic, ...]) -> list[Diagnostic]:
    if case.refusal is None:
        sentences = Wording(
            " ".join(reason.message.pl for reason in reasons), " ".join(reason.message.en for reason in reasons)
        )
        return [problems.REFUSED.at(case.result_place, reason=sentences)]
    if any(reason.id == case.refusal for reason in reasons):
        return []
    found = reasons[0]
    return [problems.OTHER_REFUSAL.at(case.result_place, found=found.id, id=case.refusal, reason=found.message)]


def _compared(case: CaseRule, entry: Entry) -> list[Diagnostic]:
    """Expected lines against those that came out; a line without a description fits any."""
    made = Counter((line.side, line.account, line.amount, line.description) for line in entry.lines)
    missing: list[ExpectedLine] = []
    for expected in sorted(case.lines, key=lambda line: line.description is None):
        key = (expected.side, expected.account, expected.amount)
        fitting = [
            line for line in made if line[:3] == key and expected.description in (None, line[3]) and made[line] > 0
        ]
        if fitting:
            made[fitting[0]] -= 1
        else:
            missing.append(expected)
    extra = [line for line, count in made.items() for _ in range(count)]
    if not missing and not extra:
        return []
    lacking = ", ".join(f"{line.side} {line.account} {line.amount:.2f}" for line in missing)
    needless = ", ".join(f"{side} {account} {amount:.2f}" for side, account, amount, _ in extra)
    differences = Wording(
        " ".join([*_part("Brakuje:", lacking), *_part("Ponad oczekiwane:", needless)]),
        " ".join([*_part("Missing:", lacking), *_part("Not expected:", needless)]),
    )
    return [problems.LINES_DIFFER.at(case.result_place, differences=differences)]


def _part(title: str, text: str) -> list[str]:
    return [f"{title} {text}."] if text else []
