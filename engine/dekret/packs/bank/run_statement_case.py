"""Running of cases of formats that read: the file is read, and what came out is held against what was expected."""

import datetime as dt
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from dekret.bank.charsets import Charset
from dekret.bank.check import CheckedFormat
from dekret.bank.read import Remark, StatementEvent, Unread
from dekret.bank.separators import ENTER
from dekret.errors import UsageError
from dekret.model.leaves import Leaf
from dekret.model.statements import Balance, BankLine, StatementFoot, StatementHead
from dekret.packs import problems as cases
from dekret.packs.bank import statement_case_problems as problems
from dekret.packs.bank.case_problems import REMARKS_DIFFER
from dekret.packs.bank.cases import REMARKS
from dekret.packs.bank.formats import format_of
from dekret.packs.bank.inline_lines import details_of
from dekret.packs.bank.statement_cases import ACCOUNT, CLOSING, NUMBER, OPENING, ExpectedLine, StatementCase
from dekret.packs.bank.statements import diagnostic_of, statement_reader
from dekret.packs.library import Library
from dekret.syntax.schema import Field
from dekret.text.diagnostic import Diagnostic
from dekret.text.wording import Wording, amount_wording

_ESCAPE = re.compile(r"\\x([0-9a-fA-F]{2})")


@dataclass(frozen=True, slots=True)
class StatementCaseResult:
    """A case that was run; it passed where `diagnostics` is empty."""

    case: StatementCase
    diagnostics: tuple[Diagnostic, ...]


def run_statement_case(case: StatementCase, library: Library, today: dt.date) -> StatementCaseResult:
    """The result of one case."""
    try:
        checked, report = format_of(library, case.format, case.today or today)
        if checked is None or report.has_errors:
            return StatementCaseResult(case, tuple(report.diagnostics))
        reader = statement_reader(checked)
    except UsageError as error:
        reason = Wording(error.pl, error.en)
        return StatementCaseResult(case, (cases.UNKNOWN_SYMBOL.at(case.format_place, reason=reason),))
    data = _file(case, checked)
    if isinstance(data, Diagnostic):
        return StatementCaseResult(case, (data,))
    events = list(reader.read(io.BytesIO(data)))
    found = (*_statements(case, events), *_lines(case, events), *_remarks(case, events))
    return StatementCaseResult(case, found)


def _file(case: StatementCase, checked: CheckedFormat) -> bytes | Diagnostic:
    r"""The bytes of the file: in the encoding of the format, lines end as its rows do, `\x01` is a byte."""
    text = case.file.text
    if checked.format.separators.row == ENTER:
        text = text.replace("\n", ENTER)
    parts: list[bytes] = []
    for place, part in enumerate(_ESCAPE.split(text)):
        data = bytes.fromhex(part) if place % 2 else checked.format.charset.encode(part)
        if data is None:
            return _not_encodable(case, part, checked.format.charset)
        parts.append(data)
    return b"".join(parts)


def _not_encodable(case: StatementCase, part: str, charset: Charset) -> Diagnostic:
    bad = charset.holds(part)
    assert bad is not None
    encoding = Wording(charset.word.pl, charset.word.en)
    return problems.FILE_NOT_ENCODABLE.at(case.file.span, character=part[bad], encoding=encoding)


# --- statements


def _statements(case: StatementCase, events: list[StatementEvent]) -> Iterator[Diagnostic]:
    """Accounts, numbers and balances beside those expected."""
    heads = [event for event in events if isinstance(event, StatementHead)]
    feet = [event for event in events if isinstance(event, StatementFoot)]
    yield from _text(case, ACCOUNT, case.account, ", ".join(head.account for head in heads))
    yield from _text(case, NUMBER, case.number, ", ".join(head.number for head in heads))
    opening = (heads[0].opening if heads else None) or (feet[0].opening if feet else None)
    yield from _balance(case, OPENING, case.opening, opening)
    yield from _balance(case, CLOSING, case.closing, feet[-1].closing if feet else None)


def _text(case: StatementCase, key: Field[str], expected: str | None, found: str) -> Iterator[Diagnostic]:
    if expected is not None and expected != found:
        yield _differs(case, key, Wording(found, found))


def _balance(
    case: StatementCase, key: Field[Decimal], expected: Decimal | None, found: Balance | None
) -> Iterator[Diagnostic]:
    if expected is not None and (found is None or found.amount != expected):
        yield _differs(case, key, amount_wording(found.amount) if found else Wording("", ""))


def _differs(case: StatementCase, key: Field[str] | Field[Decimal], found: Wording) -> Diagnostic:
    shown = Wording(found.pl or "–", found.en or "–")
    return problems.STATEMENT_DIFFERS.at(case.keys.place(key), key=Wording(key.word.pl, key.word.en), found=shown)


def _remarks(case: StatementCase, events: list[StatementEvent]) -> Iterator[Diagnostic]:
    """Warnings and lines that could not be read; these fail a case that does not name them."""
    odd = [event for event in events if isinstance(event, Unread | Remark)]
    ids = tuple(sorted({event.problem.id for event in odd}))
    if case.remarks is not None and ids != case.remarks:
        values = {"found": ", ".join(ids) or "–", "expected": ", ".join(case.remarks) or "–"}
        yield REMARKS_DIFFER.filled(case.keys.place(REMARKS), {**values})
    for event in odd:
        if isinstance(event, Unread) and event.problem.id not in (case.remarks or ()):
            reason = diagnostic_of(event, "").message
            yield problems.LINE_UNREAD.at(case.file.span, row=event.row.line, reason=reason)


# --- lines


def _lines(case: StatementCase, events: list[StatementEvent]) -> Iterator[Diagnostic]:
    """The lines beside those expected, cell by cell."""
    if case.lines is None:
        return
    lines = [event for event in events if isinstance(event, BankLine)]
    for number, (expected, line) in enumerate(zip(case.lines, lines, strict=False), start=1):
        yield from _cells(number, expected, line)
    if len(lines) != len(case.lines):
        place = case.lines[-1].span if case.lines else case.span
        yield problems.LINE_COUNT_DIFFERS.at(place, found=len(lines), expected=len(case.lines))


def _cells(number: int, expected: ExpectedLine, line: BankLine) -> Iterator[Diagnostic]:
    for leaf, value, place in expected.values:
        found = _of(line, leaf)
        if not _agrees(leaf, value, found):
            word = leaf.field.word
            yield problems.LINE_DIFFERS.at(
                place, number=number, field=Wording(word.pl, word.en), found=_shown(found), expected=_shown(value)
            )


def _of(line: BankLine, leaf: Leaf) -> object:
    """The value of a line that a column is of."""
    found: object = line
    for step in leaf.path:
        found = getattr(found, step, None)
    return found


def _agrees(leaf: Leaf, value: object, found: object) -> bool:
    if isinstance(found, dict):
        return details_of(str(value)).items() <= found.items()
    if leaf.separator:
        return found == tuple(part.strip() for part in str(value).split(leaf.separator))
    return found == value


def _shown(value: object) -> Wording:
    match value:
        case Decimal():
            return amount_wording(value)
        case dict():
            text = "; ".join(f"{name}={each}" for name, each in value.items())
        case tuple():
            text = "|".join(map(str, value))
        case bool():
            return Wording("tak", "yes") if value else Wording("nie", "no")
        case _:
            text = "" if value is None else str(value)
    return Wording(text or "–", text or "–")
