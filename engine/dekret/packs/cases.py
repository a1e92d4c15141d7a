"""The language `przypadek`: a document, a scheme, and what has to come out. Tests that an accountant can read."""

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal

from dekret.packs import problems
from dekret.syntax import cells
from dekret.syntax.read import Reading, Record
from dekret.syntax.schema import Field, Language, SectionSchema, Word
from dekret.text.report import Report
from dekret.text.source import Span
from dekret.text.wording import Wording

SCHEME = Field(Word("schemat", "scheme"), cells.TEXT, Wording("symbol schematu", "symbol of the scheme"), required=True)
DOCUMENT = Field(
    Word("dokument", "document"),
    cells.TEXT,
    Wording("plik z jednym dokumentem, względem tego pliku", "file with one document, relative to this one"),
    required=True,
)
PLAN = Field(Word("plan", "chart-of-accounts"), cells.TEXT, Wording("symbol planu kont", "symbol of the chart"))
DIRECTORY = Field(
    Word("kartoteka", "directory"), cells.TEXT, Wording("symbol kartoteki", "symbol of the company's file")
)
TODAY = Field(Word("na dzień", "as of"), cells.DATE, Wording("dzień, który daje GETDATE()", "the day GETDATE() gives"))
DEBIT = Field(Word("Konto Wn", "Debit account"), cells.TEXT, Wording("konto strony Wn", "debit account"))
CREDIT = Field(Word("Konto Ma", "Credit account"), cells.TEXT, Wording("konto strony Ma", "credit account"))
AMOUNT = Field(Word("Kwota", "Amount"), cells.AMOUNT, Wording("kwota w PLN", "amount in PLN"), required=True)
LINE_DESCRIPTION = Field(Word("Opis", "Description"), cells.TEXT, Wording("opis pozycji", "description of the line"))
PROBLEM = Field(
    Word("problem", "problem"),
    cells.TEXT,
    Wording("identyfikator odmowy, np. posting/unbalanced-entry", "id of the refusal"),
    required=True,
)

LINES = SectionSchema(
    Word("Dekrety", "Lines"),
    Wording("oczekiwane pozycje zapisu, w dowolnej kolejności", "the lines expected, in any order"),
    columns=(DEBIT, CREDIT, AMOUNT, LINE_DESCRIPTION),
)
REFUSAL = SectionSchema(
    Word("Odmowa", "Refusal"), Wording("oczekiwana odmowa", "the refusal expected"), keys=(PROBLEM,)
)
LANGUAGE = Language(
    Word("przypadek", "case"),
    "przypadek",
    Wording("przypadek: dokument, schemat i to, co ma wyjść", "a case: document, scheme and what has to come out"),
    (LINES, REFUSAL),
    preamble=(SCHEME, DOCUMENT, PLAN, DIRECTORY, TODAY),
    several=True,
)


@dataclass(frozen=True, slots=True)
class ExpectedLine:
    """One side of a line that has to come out; no description means any."""

    side: str
    account: str
    amount: Decimal
    description: str | None


@dataclass(frozen=True, slots=True)
class CaseRule:
    """A case: either the lines, or the id of the refusal that is expected."""

    span: Span = field(compare=False)
    name: str
    scheme: str
    scheme_place: Span = field(compare=False)
    document: str
    document_place: Span = field(compare=False)
    plan: str | None
    directory: str | None
    today: dt.date | None
    lines: tuple[ExpectedLine, ...]
    refusal: str | None
    result_place: Span = field(compare=False)


def read_case(reading: Reading, report: Report) -> CaseRule | None:
    """The case; None where it says too little to be run."""
    head = reading.preamble
    lines, refusal = reading.part(LINES), reading.part(REFUSAL)
    problem = refusal.keys.get(PROBLEM)
    expected = [line for row in lines.rows for line in _lines(row, report)]
    if not expected and problem is None:
        report.add(problems.CASE_WITHOUT_RESULT.at(reading.symbol.span))
    if expected and problem:
        report.add(problems.CASE_WITH_BOTH.at(refusal.span))
    scheme, document = head.get(SCHEME), head.get(DOCUMENT)
    if scheme is None or document is None:
        return None
    return CaseRule(
        reading.span,
        reading.symbol.text,
        scheme,
        head.place(SCHEME),
        document,
        head.place(DOCUMENT),
        head.get(PLAN),
        head.get(DIRECTORY),
        head.get(TODAY),
        tuple(expected),
        problem,
        (refusal if problem else lines).span,
    )


def _lines(row: Record, report: Report) -> list[ExpectedLine]:
    amount = row.get(AMOUNT)
    if amount is None:
        return []
    sides = (("Wn", row.get(DEBIT)), ("Ma", row.get(CREDIT)))
    found = [ExpectedLine(side, account, amount, row.get(LINE_DESCRIPTION)) for side, account in sides if account]
    if not found:
        report.add(problems.CASE_LINE_SIDES.at(row.span))
    return found
