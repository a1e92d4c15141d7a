"""Cases of rules for lines: lines of a statement, and what has to be proposed for each."""

import datetime as dt
from dataclasses import dataclass, field

from dekret.banklines.language import NOTHING
from dekret.model.statements import BankLine
from dekret.packs.bank import line_case_problems as problems
from dekret.packs.bank.inline_lines import LINE, read_inline_lines
from dekret.packs.inline import InlineRecord
from dekret.syntax import cells
from dekret.syntax.read import Reading, Record
from dekret.syntax.schema import Field, SectionSchema, Word
from dekret.text.report import Report
from dekret.text.source import Span
from dekret.text.wording import Wording

RULES = Field(
    Word("wyciąg", "statement"),
    cells.TEXT,
    Wording("symbol reguł wyciągu, zamiast schematu", "symbol of rules of statements, instead of a scheme"),
)
REGISTER = Field(
    Word("rejestr", "register"),
    cells.TEXT,
    Wording("rejestr bankowy, który daje @Rejestr", "the bank register that @Rejestr gives"),
)
RULE = Field(
    Word("Reguła", "Rule"),
    cells.TEXT,
    Wording("kod reguły, która ma zadziałać, albo: brak", "code of the rule that has to be taken, or: none"),
)
ACCOUNT = Field(Word("Konto", "Account"), cells.TEXT, Wording("konto albo: brak", "account, or: none"))
CATEGORY = Field(Word("Kategoria", "Category"), cells.TEXT, Wording("kategoria albo: brak", "category, or: none"))
PARTY = Field(Word("Podmiot", "Entity"), cells.TEXT, Wording("kod podmiotu albo: brak", "code of the entity, or: none"))
DESCRIPTION = Field(Word("Opis", "Description"), cells.TEXT, Wording("opis albo: brak", "description, or: none"))
COLUMNS = (RULE, ACCOUNT, CATEGORY, PARTY, DESCRIPTION)
PROPOSAL = SectionSchema(
    Word("Propozycja", "Proposal", ("Propozycje", "Proposals")),
    Wording(
        "to, co ma zaproponować reguła: w kluczach albo w tabeli, po wierszu na pozycję; puste znaczy: wszystko jedno",
        "what has to be proposed: in keys, or in a table with a row for each line; empty means: no matter what",
    ),
    keys=COLUMNS,
    columns=COLUMNS,
)
SECTIONS: tuple[SectionSchema, ...] = (LINE, PROPOSAL)
"""The sections of cases of rules for lines."""


@dataclass(frozen=True, slots=True)
class Expected:
    """What has to be proposed for a line, in the order of COLUMNS: None means any, an empty text nothing.

    `places` are where that is written.
    """

    place: Span = field(compare=False)
    cells: tuple[str | None, ...]
    places: tuple[Span, ...] = field(compare=False)


@dataclass(frozen=True, slots=True)
class LineCase:
    """A case of rules for lines: as many lines as proposals."""

    span: Span = field(compare=False)
    name: str
    rules: str
    rules_place: Span = field(compare=False)
    register: str
    today: dt.date | None
    lines: tuple[InlineRecord[BankLine], ...]
    expected: tuple[Expected, ...]


def read_line_case(reading: Reading, today: dt.date | None, report: Report) -> LineCase | None:
    """The case; None where it says too little to be run."""
    head = reading.preamble
    symbol, lines, part = head.get(RULES), read_inline_lines(reading), reading.part(PROPOSAL)
    records = [*([part.keys] if part.keys.cells else []), *part.rows]
    expected = tuple(_expected(record) for record in records)
    if not lines:
        report.add(problems.NO_LINES.at(reading.symbol.span))
    elif all(cell is None for each in expected for cell in each.cells):
        report.add(problems.NO_PROPOSAL.at(reading.symbol.span))
    elif len(lines) != len(expected):
        report.add(problems.COUNTS_DIFFER.at(part.span, lines=len(lines), proposals=len(expected)))
    if symbol is None or not lines or len(lines) != len(expected):
        return None
    register = head.get(REGISTER) or ""
    return LineCase(reading.span, reading.symbol.text, symbol, head.place(RULES), register, today, lines, expected)


def _expected(record: Record) -> Expected:
    written = (record.get(column) for column in COLUMNS)
    said = tuple("" if text and NOTHING.is_(text) else text for text in written)
    return Expected(record.span, said, tuple(record.place(column) for column in COLUMNS))
