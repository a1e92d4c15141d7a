"""Cases of bank formats: payments, a format, and the file that has to come out."""

import datetime as dt
from dataclasses import dataclass, field

from dekret.model.payments import Payer, Payment
from dekret.packs.bank import case_problems as problems
from dekret.packs.bank.inline_payments import SECTIONS as PAYMENT_SECTIONS
from dekret.packs.bank.inline_payments import read_inline_payer, read_inline_payments
from dekret.packs.inline import InlineRecord
from dekret.syntax import cells
from dekret.syntax.nodes import Cell
from dekret.syntax.read import Reading
from dekret.syntax.schema import Field, SectionSchema, Word
from dekret.text.report import Report
from dekret.text.source import Span
from dekret.text.wording import Wording

FORMAT = Field(
    Word("format", "format"),
    cells.TEXT,
    Wording("symbol formatu bankowego, zamiast schematu", "symbol of a bank format, instead of a scheme"),
)
TRANSFER_DATE = Field(
    Word("data przelewu", "transfer date"),
    cells.DATE,
    Wording("data wszystkich przelewów; bez niej data realizacji", "date of all transfers; else the execution date"),
)
REMARKS = Field(
    Word("ostrzeżenia", "warnings"),
    cells.TEXT,
    Wording("identyfikatory ostrzeżeń, po przecinku, albo: brak", "ids of the warnings, with commas, or: none"),
)
FILE = SectionSchema(
    Word("Plik", "File"),
    Wording(
        'oczekiwany plik albo plik do odczytania, między wierszami """; kodowanie i końce wierszy są według formatu;'
        r" w pliku do odczytania \x01 to bajt 01",
        'the file expected, or to be read, between lines of """; encoding and ends of rows are those of the format;'
        r" in a file to be read \x01 is the byte 01",
    ),
    keys=(REMARKS,),
    text=True,
)
SECTIONS: tuple[SectionSchema, ...] = (FILE, *PAYMENT_SECTIONS)
"""The sections of cases of formats."""


@dataclass(frozen=True, slots=True)
class BankCase:
    """A case of a format: either the file, or the id of the refusal that is expected."""

    span: Span = field(compare=False)
    name: str
    format: str
    format_place: Span = field(compare=False)
    payer: InlineRecord[Payer] | None
    payments: tuple[InlineRecord[Payment], ...]
    today: dt.date | None
    day: dt.date | None
    file: Cell | None
    remarks: tuple[str, ...] | None
    refusal: str | None
    contains: str
    result_place: Span = field(compare=False)


def read_bank_case(
    reading: Reading, today: dt.date | None, refusal: tuple[str | None, str, Span], report: Report
) -> BankCase | None:
    """The case of a format; None where it says too little to be run. `refusal` is what [Odmowa] says."""
    head = reading.preamble
    symbol = head.get(FORMAT)
    payments = read_inline_payments(reading)
    if not payments:
        report.add(problems.NO_PAYMENTS.at(reading.symbol.span))
    problem, contains, refusal_place = refusal
    file = reading.part(FILE)
    if problem is None and file.text is None:
        report.add(problems.NO_FILE.at(reading.symbol.span))
    if problem and file.text:
        report.add(problems.FILE_WITH_REFUSAL.at(refusal_place))
    if symbol is None or not payments:
        return None
    return BankCase(
        reading.span,
        reading.symbol.text,
        symbol,
        head.place(FORMAT),
        read_inline_payer(reading),
        payments,
        today,
        head.get(TRANSFER_DATE),
        file.text,
        remark_ids(file.keys.get(REMARKS)),
        problem,
        contains,
        refusal_place if problem else file.span,
    )


def remark_ids(written: str | None) -> tuple[str, ...] | None:
    """The ids of warnings; None where the case does not speak of them."""
    if written is None:
        return None
    return tuple(sorted(part.strip() for part in written.split(",") if part.strip() not in ("", "brak", "none", "–")))
