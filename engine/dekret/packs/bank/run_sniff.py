"""A sample of a bank sniffed: the proposed format and its case as files, the format tried on the sample itself."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dekret.bank.read import Remark, Unread
from dekret.bank.sniff.anonymous import anonymous
from dekret.bank.sniff.proposal import Guess, Proposal
from dekret.bank.sniff.sniff import propose
from dekret.bank.sniff.writing import case_text, format_text, symbol_of, titled_reason
from dekret.model.statements import BankLine, StatementHead
from dekret.packs.bank.formats import format_of, format_symbols
from dekret.packs.bank.statement_cases import ACCOUNT, NUMBER, OPENING
from dekret.packs.bank.statements import diagnostic_of, statement_reader
from dekret.packs.library import LANGUAGES, Library, add_source
from dekret.syntax.format import format_source
from dekret.text.diagnostic import Diagnostic
from dekret.text.report import Report
from dekret.text.source import Source
from dekret.text.table import cell_text, titled
from dekret.text.wording import Language, Wording, amount_wording

if TYPE_CHECKING:
    from dekret.bank.charsets import Charset
    from dekret.bank.check import CheckedFormat
    from dekret.bank.read import StatementEvent
    from dekret.bank.sniff.sample import Sample

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_SHOWN = 5
"""How many rows that could not be read are shown."""


@dataclass(frozen=True, slots=True)
class Sniffed:
    """A proposal as files. `lines` of the sample were read by it, `unread` rows were not; `report` says why.

    `case` is empty where the first rows are not all read. `left_out` says that the middle was not looked at.
    """

    symbol: str
    proposal: Proposal
    format: str
    case: str
    lines: int
    unread: int
    report: Report
    left_out: bool = False

    @property
    def confidence(self) -> int:
        """How certain the whole is (0–100): less where rows are not read."""
        return self.proposal.confidence * self.lines // max(self.lines + self.unread, 1)


@dataclass(frozen=True, slots=True)
class How:
    """What a sample is sniffed by: the day, a symbol or an encoding that is known, whether the case is anonymous.

    `language` is that of the comments in the files.
    """

    today: dt.date
    symbol: str = ""
    charset: Charset | None = None
    anonymous: bool = False
    language: Language = "pl"


def sniffed(sample: Sample, rules: Library, how: How) -> Sniffed | Diagnostic:
    """The format of a sample, read back; or why there is none. It is added to `rules`, the standard formats."""
    proposal = propose(sample, how.today, how.charset)
    if isinstance(proposal, Diagnostic):
        return proposal
    symbol = how.symbol or _free(symbol_of(sample.name), rules)
    written = format_text(proposal, symbol, sample.name, how.today, language=how.language)
    text = format_source(Source("", written), LANGUAGES)
    add_source(rules, Source(f"{symbol.lower()}.format", text))
    checked, report = format_of(rules, symbol, how.today)
    report.extend(rules.report.diagnostics)
    if checked is None or report.has_errors:
        return Sniffed(symbol, proposal, text, "", 0, 0, report)
    lines = unread = 0
    for event in statement_reader(checked).read(io.BytesIO(sample.data)):
        lines += isinstance(event, BankLine)
        unread += isinstance(event, Unread)
        if isinstance(event, Unread | Remark) and len(report.diagnostics) < _SHOWN and not sample.left_out:
            report.add(diagnostic_of(event, sample.name))
    return Sniffed(symbol, proposal, text, _case(proposal, checked, how), lines, unread, report, sample.left_out)


def _free(symbol: str, rules: Library) -> str:
    """The symbol, or one like it where a standard format has it."""
    known = {found.casefold() for found in format_symbols(rules)}
    return symbol if symbol.casefold() not in known else f"{symbol}-WYCIAG"


def _case(proposal: Proposal, checked: CheckedFormat, how: How) -> str:
    """The case of the first rows.

    Nothing where they are too many, or cannot stand in a rule file, or are not all read without a remark: a case that
    does not pass is none.
    """
    rows = anonymous(proposal) if how.anonymous else proposal.excerpt
    written = [*rows.before, *rows.lines, *rows.behind]
    data = checked.format.charset.encode("\n".join(written) + "\n")
    if not rows.lines or data is None or any(row.strip() == '"""' for row in written):
        return ""
    events = list(statement_reader(checked).read(io.BytesIO(data)))
    if any(isinstance(event, Unread | Remark) for event in events):
        return ""
    lines = [event for event in events if isinstance(event, BankLine)]
    kept = [_CONTROLS.sub(lambda found: f"\\x{ord(found[0]):02x}", row) for row in written]
    stated = {} if proposal.base else dict(_stated(events))
    text = case_text(checked.format.symbol, kept, lines, stated, anonymous=how.anonymous, language=how.language)
    return format_source(Source("", text), LANGUAGES) if lines else ""


def _stated(events: Iterable[StatementEvent]) -> Iterator[tuple[str, str]]:
    """What the header of the case says of the statement."""
    for event in events:
        if not isinstance(event, StatementHead):
            continue
        said = ((ACCOUNT, event.account), (NUMBER, event.number))
        yield from ((field.word.pl, value) for field, value in said if value)
        if event.opening:
            yield OPENING.word.pl, amount_wording(event.opening.amount).pl


# --- shown

_HEADER = (
    Wording("Co", "What"),
    Wording("Wartość", "Value"),
    Wording("Pewność", "Sure"),
    Wording("Dlaczego", "Why"),
    Wording("Sprawdź", "Check"),
)


def findings(found: Sniffed) -> Iterator[Guess]:
    """All guesses, those of the columns after those of the file, and what reading the sample gave."""
    yield from found.proposal.guesses
    for column in found.proposal.columns:
        what = Wording(f"kolumna {column.number}", f"column {column.number}")
        value = Wording(column.field.word.pl, column.field.word.en)
        yield Guess(what, value, column.confidence, titled_reason(column), column.check)
    what = Wording("odczyt próbki", "the sample read")
    value = Wording(
        f"operacji: {found.lines}, nieodczytanych: {found.unread}", f"{found.lines} lines, {found.unread} not"
    )
    why = _BOTH_ENDS if found.left_out else _WHOLE
    check = Wording("Zobacz niżej, czego nie odczytano.", "See below what was not read.") if found.unread else None
    yield Guess(what, value, found.confidence, why, check)


_WHOLE = Wording("plik odczytano proponowanym formatem", "the file was read by the proposed format")
_BOTH_ENDS = Wording(
    "proponowanym formatem odczytano początek i koniec pliku; więcej: --rows",
    "the beginning and the end of the file were read by the proposed format; more: --rows",
)


def as_text(found: Sniffed, language: Language) -> str:
    """The findings as a table."""
    rows = [
        [
            cell_text(guess.what.in_(language)),
            cell_text(guess.value.in_(language)),
            f"{guess.confidence} %",
            cell_text(guess.why.in_(language)),
            cell_text(guess.check.in_(language)) if guess.check else "",
        ]
        for guess in findings(found)
    ]
    return "\n".join(titled([word.in_(language) for word in _HEADER], rows, right=frozenset({2}))) + "\n"


def as_data(found: Sniffed, language: Language) -> dict[str, object]:
    """All that was found, for programs."""
    return {
        "symbol": found.symbol,
        "confidence": found.confidence,
        "lines": found.lines,
        "unread": found.unread,
        "findings": [
            {
                "what": guess.what.in_(language),
                "value": guess.value.in_(language),
                "confidence": guess.confidence,
                "why": guess.why.in_(language),
                "check": guess.check.in_(language) if guess.check else "",
            }
            for guess in findings(found)
        ],
        "problems": [
            {"id": each.id, "line": each.span.line, "message": each.message.in_(language)}
            for each in found.report.diagnostics
        ],
        "format": found.format,
        "case": found.case,
    }
