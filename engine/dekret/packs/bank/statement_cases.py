r"""Cases of formats that read: a file as a bank gives it, and the statement and its lines that have to come out.

The file is that of the section [Plik]; `\x01` stands for a byte that no text has. Of a file with several statements,
accounts and numbers are those of each in order, the opening balance that of the first, the closing one of the last.
"""

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal

from dekret.model.leaves import Leaf, leaves_of
from dekret.model.statements import BankLine
from dekret.packs.bank import statement_case_problems as problems
from dekret.packs.bank.cases import FILE, FORMAT, REMARKS, remark_ids
from dekret.syntax import cells
from dekret.syntax.nodes import Cell
from dekret.syntax.read import Reading, Record
from dekret.syntax.schema import Field, SectionSchema, Word
from dekret.text.report import Report
from dekret.text.source import Span
from dekret.text.wording import Wording

ACCOUNT = Field(
    Word("rachunek", "account"),
    cells.TEXT,
    Wording("rachunek wyciągu; kilka wyciągów: po przecinku", "account of the statement; of several, with commas"),
)
NUMBER = Field(
    Word("numer", "number"),
    cells.TEXT,
    Wording("numer wyciągu; kilka wyciągów: po przecinku", "number of the statement; of several, with commas"),
)
OPENING = Field(
    Word("saldo początkowe", "opening balance"),
    cells.AMOUNT,
    Wording("saldo początkowe pierwszego wyciągu", "opening balance of the first statement"),
)
CLOSING = Field(
    Word("saldo końcowe", "closing balance"),
    cells.AMOUNT,
    Wording("saldo końcowe ostatniego wyciągu", "closing balance of the last statement"),
)
STATEMENT = SectionSchema(
    Word("Wyciąg", "Statement"),
    Wording("oczekiwany wyciąg, gdy format czyta plik", "the statement expected, where the format reads a file"),
    keys=(ACCOUNT, NUMBER, OPENING, CLOSING, REMARKS),
)
LEAVES = tuple(leaves_of(BankLine, separator="|"))
LINES = SectionSchema(
    Word("Pozycje wyciągu", "Statement lines"),
    Wording(
        "oczekiwane pozycje wyciągu, wszystkie i po kolei; pusta komórka znaczy: wszystko jedno",
        "the lines expected, all of them and in order; an empty cell means: no matter what",
    ),
    columns=tuple(leaf.field for leaf in LEAVES),
)
SECTIONS: tuple[SectionSchema, ...] = (STATEMENT, LINES)
"""The sections of cases of formats that read, besides [Plik]."""


@dataclass(frozen=True, slots=True)
class ExpectedLine:
    """A row of [Pozycje wyciągu]: what its cells say, and where they stand."""

    span: Span = field(compare=False)
    values: tuple[tuple[Leaf, object, Span], ...]


@dataclass(frozen=True, slots=True)
class StatementCase:
    """A case of a format that reads. What is None is not looked at; so are lines where `lines` is."""

    span: Span = field(compare=False)
    name: str
    format: str
    format_place: Span = field(compare=False)
    today: dt.date | None
    file: Cell
    account: str | None
    number: str | None
    opening: Decimal | None
    closing: Decimal | None
    remarks: tuple[str, ...] | None
    lines: tuple[ExpectedLine, ...] | None
    keys: Record = field(compare=False)


def reads(reading: Reading) -> bool:
    """Whether a case is of a file that is read."""
    return any(reading.part(schema).span is not reading.span for schema in SECTIONS)


def read_statement_case(reading: Reading, today: dt.date | None, report: Report) -> StatementCase | None:
    """The case; None where it has no format or no file."""
    head, file, said, lines = reading.preamble, *(reading.part(schema) for schema in (FILE, STATEMENT, LINES))
    symbol = head.get(FORMAT)
    if file.text is None:
        report.add(problems.NO_FILE_TO_READ.at(reading.symbol.span))
    if symbol is None or file.text is None:
        return None
    keys = said.keys
    return StatementCase(
        reading.span,
        reading.symbol.text,
        symbol,
        head.place(FORMAT),
        today,
        file.text,
        keys.get(ACCOUNT),
        keys.get(NUMBER),
        keys.get(OPENING),
        keys.get(CLOSING),
        remark_ids(keys.get(REMARKS)),
        tuple(map(_line, lines.rows)) if lines.span is not reading.span else None,
        keys,
    )


def _line(row: Record) -> ExpectedLine:
    said = ((leaf, row.get(leaf.field), row.place(leaf.field)) for leaf in LEAVES)
    return ExpectedLine(row.span, tuple((leaf, value, place) for leaf, value, place in said if value is not None))
