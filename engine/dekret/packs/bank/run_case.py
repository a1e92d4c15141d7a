"""Running of cases of bank formats: the file that came out is held against the one expected, and read back."""

import datetime as dt
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from dekret.bank.check import CheckedFormat
from dekret.bank.file import BankFile
from dekret.bank.orders import FileFacts
from dekret.bank.read import Reader, ReadRecord, Unread
from dekret.bank.separators import ENTER
from dekret.bank.transfer_day import DateChoice, Past, TransferDate
from dekret.errors import UsageError
from dekret.intake.received import Received
from dekret.model.payments import KIND_WORDS, PAYMENTS, Payer, Payment
from dekret.packs import problems
from dekret.packs.bank import case_problems
from dekret.packs.bank.cases import BankCase
from dekret.packs.bank.formats import format_of
from dekret.packs.bank.statements import diagnostic_of
from dekret.packs.bank.transfers import How, Ordered, Transfers
from dekret.packs.bank.transfers import diagnostic_of as fault_of
from dekret.packs.library import Library
from dekret.packs.outcome import Refused
from dekret.packs.run_case import refusal_compared, unknown_refusal
from dekret.text.diagnostic import Diagnostic, Problem
from dekret.text.wording import Wording

_AROUND = 30


@dataclass(frozen=True, slots=True)
class BankCaseResult:
    """A case that was run; it passed where `diagnostics` is empty. `file` is what came out, if anything did."""

    case: BankCase
    diagnostics: tuple[Diagnostic, ...]
    file: bytes | None = None


def run_bank_case(case: BankCase, library: Library, catalogue: Mapping[str, Problem], today: dt.date) -> BankCaseResult:
    """The result of one case; `catalogue` are the problems that a refusal may name."""
    if unknown := unknown_refusal(case.refusal, case.result_place, catalogue):
        return BankCaseResult(case, (unknown,))
    day = case.today or case.day or today
    try:
        checked, report = format_of(library, case.format, day)
    except UsageError as error:
        reason = Wording(error.pl, error.en)
        return BankCaseResult(case, (problems.UNKNOWN_SYMBOL.at(case.format_place, reason=reason),))
    if checked is None or report.has_errors:
        return BankCaseResult(case, tuple(report.diagnostics))
    read = _read(case)
    if isinstance(read, list):
        if case.refusal:
            return BankCaseResult(case, tuple(refusal_compared(case, tuple(read))))
        return BankCaseResult(case, tuple(read))
    payer, received = read
    return _sent(case, checked, payer, received, today)


def _read(case: BankCase) -> tuple[Payer, list[Received[Payment]]] | list[Diagnostic]:
    """The payer and the payments of a case, or what is wrong with their fields."""
    payer = case.payer.read() if case.payer else Payer()
    wrong = payer if isinstance(payer, list) else []
    received = []
    for each in case.payments:
        payment = each.read()
        if isinstance(payment, list):
            wrong += payment
        else:
            received.append(Received(payment, PAYMENTS.encode(payment), each.span))
    return wrong or (payer, received) if not isinstance(payer, list) else wrong


def _sent(
    case: BankCase, checked: CheckedFormat, payer: Payer, received: list[Received[Payment]], today: dt.date
) -> BankCaseResult:
    """What sending the payments gives."""
    days = [item.document.execution_date for item in received if item.document.execution_date]
    day = case.today or case.day or min(days, default=today)
    date = TransferDate(DateChoice.GIVEN, case.day, past=Past.KEEP) if case.day else TransferDate(past=Past.KEEP)
    how = How(payer, dict.fromkeys(KIND_WORDS, checked), day, date)
    file = BankFile(checked, payer, FileFacts(day, f"przelewy.{checked.format.extension}"))
    rows: list[bytes] = []
    refused: list[Diagnostic] = []
    orders: list[Ordered] = []
    for item in Transfers(how, lambda _payment, _checked: file).run(received):
        if isinstance(item, Refused):
            refused += item.diagnostics
        else:
            rows.append(item.data)
            orders.append(item)
    if refused:
        return BankCaseResult(case, tuple(refusal_compared(case, tuple(refused))))
    around = [file.header(), file.footer()]
    faults = [fault for each in around if not isinstance(each, bytes) for fault in each]
    if faults:
        return BankCaseResult(case, tuple(fault_of(fault, received[0].document, case.result_place) for fault in faults))
    header, footer = (each for each in around if isinstance(each, bytes))
    data = header + b"".join(rows) + footer
    if case.refusal:
        return BankCaseResult(case, (problems.NOT_REFUSED.at(case.result_place, id=case.refusal),), data)
    found = [*_compared(case, checked, data), *_remarked(case, orders), *_read_back(case, checked, data, orders)]
    return BankCaseResult(case, tuple(found), data)


def _compared(case: BankCase, checked: CheckedFormat, data: bytes) -> Iterator[Diagnostic]:
    """The file that came out beside the one expected, row by row."""
    assert case.file
    separator = checked.format.separators.row
    made = checked.format.charset.decode(data)
    if separator == ENTER:
        made = made.replace(ENTER, "\n")
    expected = case.file.text
    if made.rstrip("\n") == expected.rstrip("\n"):
        return
    pairs = list(_beside(expected.rstrip("\n").split("\n"), made.rstrip("\n").split("\n")))
    number, one, other = next((n, a, b) for n, (a, b) in enumerate(pairs, start=1) if a != b)
    place = next(
        (index for index, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    values = {"row": number, "column": place + 1}
    detail = Wording(_shown(one, other, place, "pl"), _shown(one, other, place, "en"))
    yield replace(case_problems.FILE_DIFFERS.filled(case.file.span, {**values}), detail=detail)


def _remarked(case: BankCase, orders: list[Ordered]) -> Iterator[Diagnostic]:
    """The warnings that came with the file, held against those expected."""
    found = tuple(sorted({remark.id for order in orders for remark in order.remarks}))
    if case.remarks is not None and found != case.remarks:
        place = case.result_place
        values = {"found": ", ".join(found) or "–", "expected": ", ".join(case.remarks) or "–"}
        yield case_problems.REMARKS_DIFFER.filled(place, {**values})


def _beside(expected: list[str], made: list[str]) -> Iterable[tuple[str, str]]:
    longest = max(len(expected), len(made))
    return zip(expected + [""] * (longest - len(expected)), made + [""] * (longest - len(made)), strict=True)


def _shown(expected: str, made: str, place: int, language: str) -> str:
    """Both rows where they begin to differ, a mark under the place."""
    start = max(0, place - _AROUND)
    more = "…" if start else ""
    names = ("oczekiwano", "wyszło") if language == "pl" else ("expected", "came out")
    width = max(len(name) for name in names)
    lines = [
        f"{name:>{width}}: {more}{row[start : place + 2 * _AROUND]}{'…' if len(row) > place + 2 * _AROUND else ''}"
        for name, row in zip(names, (expected, made), strict=True)
    ]
    whole = ["", "cały wiersz:" if language == "pl" else "the whole row:", made]
    return "\n".join([*lines, " " * (width + 2 + len(more) + place - start) + "^", *whole])


def _read_back(case: BankCase, checked: CheckedFormat, data: bytes, orders: list[Ordered]) -> Iterator[Diagnostic]:
    """A format that reads, too, must find the same days, amounts and accounts in the file."""
    if not checked.format.use.reads:
        return
    found = list(Reader(checked).read(io.BytesIO(data)))
    records = [item for item in found if isinstance(item, ReadRecord)]
    for item in found:
        if isinstance(item, Unread):
            reason = diagnostic_of(item, "").message
            yield case_problems.NOT_READ_BACK.at(case.result_place, reason=reason)
    if len(records) == len(found) and len(records) != len(orders):
        reason = Wording(f"rekordów jest {len(records)}", f"there are {len(records)} records")
        yield case_problems.NOT_READ_BACK.at(case.result_place, reason=reason)
    for record, order in zip(records, orders, strict=False):
        amount = record.values().get("Kwota płatności", order.group.payment.amount)
        if amount != order.group.payment.amount:
            reason = Wording(f"kwota to {amount}", f"the amount is {amount}")
            yield case_problems.NOT_READ_BACK.at(case.result_place, reason=reason)
