"""Running of cases: the document is posted and what came out is held against what was expected."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from dekret.errors import FileError, UsageError
from dekret.intake.read import read_documents
from dekret.intake.received import Received
from dekret.model.documents import Document, encode
from dekret.model.entries import Entry, EntryLine
from dekret.packs import problems
from dekret.packs.cases import CaseRule, ExpectedLine
from dekret.packs.inline import Inline
from dekret.packs.library import Library
from dekret.packs.outcome import By, Refused
from dekret.packs.poster import Poster
from dekret.text.diagnostic import Diagnostic, Problem
from dekret.text.nearest import did_you_mean
from dekret.text.source import Span
from dekret.text.table import cell_text, titled
from dekret.text.wording import Language, Wording, amount_wording


@dataclass(frozen=True, slots=True)
class CaseResult:
    """A case that was run; it passed where `diagnostics` is empty. `entry` is what came out, if anything did."""

    case: CaseRule
    diagnostics: tuple[Diagnostic, ...]
    entry: Entry | None = None


def run_case(case: CaseRule, library: Library, catalogue: Mapping[str, Problem], today: dt.date) -> CaseResult:
    """The result of one case; `catalogue` are the problems that a refusal may name."""
    if unknown := unknown_refusal(case.refusal, case.result_place, catalogue):
        return CaseResult(case, (unknown,))
    try:
        poster = Poster(library, By(case.scheme, case.today or today, case.plan, case.directory))
    except UsageError as error:
        reason = Wording(error.pl.partition(" Wskaż: --")[0], error.en.partition(" Name one: --")[0])
        return CaseResult(case, (problems.UNKNOWN_SYMBOL.at(case.scheme_place, reason=reason),))
    received = document_of(case, poster)
    if not isinstance(received, Received):
        rejected = bool(received) and received[0].problem is not problems.NO_DOCUMENT
        if case.refusal and rejected:
            return CaseResult(case, tuple(refusal_compared(case, received)))
        return CaseResult(case, tuple(received))
    result = poster.post(received)
    if isinstance(result, Refused):
        return CaseResult(case, tuple(refusal_compared(case, result.diagnostics)))
    entry = result.entry
    if case.refusal:
        return CaseResult(case, (problems.NOT_REFUSED.at(case.result_place, id=case.refusal),), entry)
    return CaseResult(case, tuple(_compared(case, entry)), entry)


def document_of(case: CaseRule, poster: Poster) -> Received[Document] | tuple[Diagnostic, ...]:
    """The document of a case, from its file or from its tables; or why there is none."""
    if isinstance(case.document, Inline):
        document = case.document.read(poster.kind)
        if isinstance(document, list):
            return tuple(document)
        return Received(document, encode(document), case.document.span)
    path = Path(case.span.source.name).parent / case.document
    try:
        found = list(read_documents(path, poster.kind, poster.own_tax_id))
    except FileError as error:
        reason = Wording(error.pl.rstrip("."), error.en.rstrip("."))
        return (problems.NO_DOCUMENT.at(case.document_place, path=case.document, reason=reason),)
    if len(found) == 1 and isinstance(found[0], Received):
        return found[0]
    rejected = [diagnostic for item in found if not isinstance(item, Received) for diagnostic in item.diagnostics]
    if rejected and case.refusal:
        return tuple(rejected)
    reason = rejected[0].message if rejected else Wording(f"jest ich {len(found)}", f"there are {len(found)}")
    reason = Wording(reason.pl.rstrip("."), reason.en.rstrip("."))
    return (problems.NO_DOCUMENT.at(case.document_place, path=case.document, reason=reason),)


def unknown_refusal(id_: str | None, place: Span, catalogue: Mapping[str, Problem]) -> Diagnostic | None:
    """What is wrong with the id of a refusal that no problem has."""
    if id_ is None or id_ in catalogue:
        return None
    return problems.UNKNOWN_PROBLEM.at(place, id=id_, advice=did_you_mean(id_, catalogue))


class ExpectsRefusal(Protocol):
    """A case, of a scheme or of a format, as far as its refusal is concerned."""

    @property
    def refusal(self) -> str | None: ...

    @property
    def contains(self) -> str: ...

    @property
    def result_place(self) -> Span: ...


def refusal_compared(case: ExpectsRefusal, reasons: tuple[Diagnostic, ...]) -> list[Diagnostic]:
    """What differs between the refusal that a case expects, if any, and that which came."""
    if case.refusal is None:
        sentences = Wording(
            " ".join(reason.message.pl for reason in reasons), " ".join(reason.message.en for reason in reasons)
        )
        return [problems.REFUSED.at(case.result_place, reason=sentences)]
    same = [reason for reason in reasons if reason.id == case.refusal]
    if any(case.contains in reason.message.pl or case.contains in reason.message.en for reason in same):
        return []
    found = (same or list(reasons))[0]
    if same:
        return [problems.OTHER_WORDS.at(case.result_place, id=found.id, contains=case.contains, reason=found.message)]
    return [problems.OTHER_REFUSAL.at(case.result_place, found=found.id, id=case.refusal, reason=found.message)]


# --- expected lines against those that came out


def _compared(case: CaseRule, entry: Entry) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    pairs = paired(case.lines, entry.lines)
    wrong = [pair for pair in pairs if None in pair and not (case.partial and pair[0] is None)]
    if wrong:
        detail = Wording(beside(pairs, "pl"), beside(pairs, "en"))
        found.append(replace(problems.LINES_DIFFER.at(case.result_place), detail=detail))
    if case.date and case.date != entry.date:
        values = {"date": str(entry.date), "expected": str(case.date)}
        found.append(problems.DATE_DIFFERS.filled(case.result_place, {**values}))
    opened = [account.code for account in entry.opened]
    if case.opened is not None and sorted(opened) != sorted(case.opened):
        values = {"opened": ", ".join(opened) or "–", "expected": ", ".join(case.opened) or "–"}
        found.append(problems.OPENED_DIFFER.filled(case.result_place, {**values}))
    return found


Pair = tuple[ExpectedLine | None, EntryLine | None]


def paired(expected: Sequence[ExpectedLine], made: Sequence[EntryLine]) -> list[Pair]:
    """Every expected line with the one that fits it, those that say most chosen first; then what is left over."""
    left = list(made)
    chosen: dict[int, EntryLine] = {}
    for index in sorted(range(len(expected)), key=lambda index: -_said(expected[index])):
        for position, line in enumerate(left):
            if _fits(expected[index], line):
                chosen[index] = left.pop(position)
                break
    pairs: list[Pair] = [(line, chosen.get(index)) for index, line in enumerate(expected)]
    return [*pairs, *((None, line) for line in left)]


def aligned(pairs: Sequence[Pair]) -> list[Pair]:
    """Lines that were not expected moved beside those they probably stand for: the same account or amount."""
    extra = [line for expected, line in pairs if expected is None and line]
    rows: list[Pair] = []
    for expected, line in pairs:
        if expected and line is None:
            near = [other for other in extra if other.side == expected.side and _like(expected, other)]
            if near:
                extra.remove(near[0])
                rows.append((expected, near[0]))
                continue
        if expected:
            rows.append((expected, line))
    return [*rows, *((None, line) for line in extra)]


def _like(expected: ExpectedLine, line: EntryLine) -> bool:
    return expected.account.casefold() == line.account.casefold() or expected.amount == line.amount


def _said(line: ExpectedLine) -> int:
    return sum(value is not None for value in (line.currency, line.currency_amount, line.description, line.row))


def _fits(expected: ExpectedLine, line: EntryLine) -> bool:
    return (
        expected.side == line.side
        and expected.account.casefold() == line.account.casefold()
        and expected.amount == line.amount
        and expected.currency in (None, line.currency)
        and (expected.currency_amount is None or expected.currency_amount == line.currency_amount)
        and expected.description in (None, line.description)
        and expected.category in (None, line.category)
        and expected.row in (None, line.rule.row)
    )


_EXPECTED = Wording("oczekiwano", "expected")
_MADE = Wording("wyszło", "came out")


def beside(pairs: Sequence[Pair], language: Language) -> str:
    """A table of both: `=` a line as expected, `!` another in its place, `-` missing, `+` not expected."""
    rows = [
        [
            ("=" if _fits(expected, line) else "!") if expected and line else "-" if expected else "+",
            *(_cells(expected, language) if expected else ["", "", "", ""]),
            *(_cells(line, language) if line else ["", "", "", ""]),
        ]
        for expected, line in aligned(pairs)
    ]
    names = [word.in_(language) for word in (_SIDE, _ACCOUNT, _AMOUNT, _IN_CURRENCY)]
    expected, made = _EXPECTED.in_(language), _MADE.in_(language)
    header = ["", *(f"{expected}: {names[0]}", *names[1:]), *(f"{made}: {names[0]}", *names[1:])]
    used = [index for index, name in enumerate(header) if index not in (4, 8) or any(row[index] for row in rows)]
    shown = [[row[index] for index in used] for row in rows]
    right = frozenset(position for position, index in enumerate(used) if index in (3, 4, 7, 8))
    return "\n".join(titled([header[index] for index in used], shown, right=right))


_SIDE = Wording("strona", "side")
_ACCOUNT = Wording("konto", "account")
_AMOUNT = Wording("kwota", "amount")
_IN_CURRENCY = Wording("w walucie", "in currency")


def _cells(line: ExpectedLine | EntryLine, language: Language) -> list[str]:
    foreign = ""
    if line.currency_amount is not None:
        foreign = f"{amount_wording(line.currency_amount).in_(language)} {line.currency or ''}".rstrip()
    return [line.side, cell_text(line.account), amount_wording(line.amount).in_(language), foreign]
