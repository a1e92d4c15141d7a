"""The language `przypadek`: a document, a scheme, and what has to come out. Tests that an accountant can read."""

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeAlias

from dekret.model.entries import Side
from dekret.packs import inline, problems
from dekret.packs.bank import case_problems as bank_case_problems
from dekret.packs.bank import cases as bank_cases
from dekret.packs.bank import line_cases, statement_cases
from dekret.packs.bank.cases import BankCase, read_bank_case
from dekret.packs.bank.line_cases import LineCase, read_line_case
from dekret.packs.bank.statement_cases import StatementCase, read_statement_case
from dekret.packs.chart import cases as chart_cases
from dekret.packs.chart.cases import ChartCase, read_chart_case
from dekret.packs.inline import Inline, read_inline
from dekret.packs.mapping import cases as map_cases
from dekret.packs.mapping.cases import MapCase, read_map_case
from dekret.packs.validation import cases as rule_set_cases
from dekret.packs.validation.cases import CaseHead, RuleSetCase, read_rule_set_case
from dekret.syntax import cells
from dekret.syntax.read import Reading, Record
from dekret.syntax.schema import Field, Language, SectionSchema, Word
from dekret.text.report import Report
from dekret.text.source import Span
from dekret.text.wording import Wording

SCHEME = Field(
    Word("schemat", "scheme"),
    cells.TEXT,
    Wording(
        "symbol schematu; w jego miejscu może stać klucz format, wyciąg, wykres, kolumny, mapa albo reguly",
        "symbol of the scheme, or else: format, statement, chart, columns, map, rules",
    ),
)
DOCUMENT = Field(
    Word("dokument", "document"),
    cells.TEXT,
    Wording(
        "plik z jednym dokumentem, względem tego pliku; bez niego sekcja [Dokument]",
        "file with one document, relative to this one; without it the section [Document]",
    ),
)
PLAN = Field(Word("plan", "chart-of-accounts"), cells.TEXT, Wording("symbol planu kont", "symbol of the chart"))
DIRECTORY = Field(
    Word("kartoteka", "directory"), cells.TEXT, Wording("symbol kartoteki", "symbol of the company's file")
)
TODAY = Field(
    Word("na dzień", "as of"),
    cells.DATE,
    Wording("dzień, który daje GETDATE(), w wykresach Today()", "the day that GETDATE() gives, in charts Today()"),
)
PARTIAL = Field(
    Word("częściowo", "partial"),
    cells.FLAG,
    Wording("czy wolno, by wyszły też inne pozycje", "whether other lines may come out, too"),
)
DEBIT = Field(Word("Konto Wn", "Debit account"), cells.TEXT, Wording("konto strony Wn", "debit account"))
CREDIT = Field(Word("Konto Ma", "Credit account"), cells.TEXT, Wording("konto strony Ma", "credit account"))
AMOUNT = Field(Word("Kwota", "Amount"), cells.MONEY, Wording("kwota w PLN", "amount in PLN"), required=True)
CURRENCY = Field(Word("Waluta", "Currency"), cells.TEXT, Wording("waluta pozycji", "currency of the line"))
CURRENCY_AMOUNT = Field(
    Word("Kwota w walucie", "Currency amount"), cells.MONEY, Wording("kwota w walucie", "amount in the currency")
)
LINE_DESCRIPTION = Field(Word("Opis", "Description"), cells.TEXT, Wording("opis pozycji", "description of the line"))
CATEGORY = Field(Word("Kategoria", "Category"), cells.TEXT, Wording("kategoria pozycji", "category of the line"))
ROW = Field(Word("Wiersz", "Row"), cells.TEXT, Wording("wiersz schematu, który ją dał", "the row that made it"))
PROBLEM = Field(
    Word("problem", "problem"),
    cells.TEXT,
    Wording("identyfikator odmowy, np. posting/unbalanced-entry", "id of the refusal"),
    required=True,
)
CONTAINS = Field(
    Word("zawiera", "contains"),
    cells.TEXT,
    Wording("tekst, który ma być w komunikacie, np. numer konta", "a text that the message must have"),
)
OPENED = Field(
    Word("założone konta", "opened accounts"),
    cells.TEXT,
    Wording("konta, które ma założyć, po przecinku", "the accounts it has to open, with commas"),
)
ENTRY_DATE = Field(Word("data", "date"), cells.DATE, Wording("data zapisu", "date of the entry"))

LINES = SectionSchema(
    Word("Dekrety", "Lines"),
    Wording(
        "oczekiwane pozycje zapisu, w dowolnej kolejności; pusta komórka znaczy: wszystko jedno; "
        "pustą sekcję wypełnia „dekret test --update”",
        "the lines expected, in any order; an empty cell means: no matter what; "
        "'dekret test --update' fills an empty section",
    ),
    keys=(ENTRY_DATE, OPENED),
    columns=(DEBIT, CREDIT, AMOUNT, CURRENCY, CURRENCY_AMOUNT, LINE_DESCRIPTION, CATEGORY, ROW),
)
REFUSAL = SectionSchema(
    Word("Odmowa", "Refusal"), Wording("oczekiwana odmowa", "the refusal expected"), keys=(PROBLEM, CONTAINS)
)
LANGUAGE = Language(
    Word("przypadek", "case"),
    "przypadek",
    Wording("przypadek: dokument, schemat i to, co ma wyjść", "a case: document, scheme and what has to come out"),
    (
        LINES,
        REFUSAL,
        *inline.SECTIONS,
        *bank_cases.SECTIONS,
        *statement_cases.SECTIONS,
        *line_cases.SECTIONS,
        *chart_cases.SECTIONS,
        *map_cases.SECTIONS,
        *rule_set_cases.SECTIONS,
    ),
    preamble=(
        SCHEME,
        bank_cases.FORMAT,
        line_cases.RULES,
        chart_cases.CHART,
        chart_cases.COLUMNS,
        map_cases.MAP,
        map_cases.NAMED_FILE,
        map_cases.ENCODING,
        rule_set_cases.RULES,
        rule_set_cases.TYPE,
        DOCUMENT,
        PLAN,
        DIRECTORY,
        TODAY,
        bank_cases.TRANSFER_DATE,
        line_cases.REGISTER,
        chart_cases.FILTER,
        chart_cases.SELECTED,
        chart_cases.RECORDS,
        chart_cases.ALLOWED,
        chart_cases.DIALECT,
        chart_cases.DATABASE,
        chart_cases.SECONDS,
        PARTIAL,
    ),
    several=True,
)


@dataclass(frozen=True, slots=True)
class ExpectedLine:
    """One side of a line that has to come out; None means any."""

    side: Side
    account: str
    amount: Decimal
    currency: str | None = None
    currency_amount: Decimal | None = None
    description: str | None = None
    category: str | None = None
    row: str | None = None


@dataclass(frozen=True, slots=True)
class CaseRule:
    """A case: either the lines, or the id of the refusal that is expected.

    A case may be begun with a section of lines that has none: they are then written by an update, in `table_place`.
    """

    span: Span = field(compare=False)
    name: str
    scheme: str
    scheme_place: Span = field(compare=False)
    document: str | Inline
    document_place: Span = field(compare=False)
    plan: str | None
    directory: str | None
    today: dt.date | None
    partial: bool
    lines: tuple[ExpectedLine, ...]
    date: dt.date | None
    opened: tuple[str, ...] | None
    refusal: str | None
    contains: str
    result_place: Span = field(compare=False)
    table_place: Span | None = field(compare=False)


Case: TypeAlias = CaseRule | BankCase | StatementCase | LineCase | ChartCase | MapCase | RuleSetCase


def read_case(reading: Reading, report: Report) -> Case | None:
    """The case, of a scheme, a format or rules for lines; None where it says too little to be run."""
    head = reading.preamble
    if head.cell(line_cases.RULES) and not head.cell(SCHEME):
        return read_line_case(reading, head.get(TODAY), report)
    if head.cell(rule_set_cases.RULES) and not head.cell(SCHEME):
        return read_rule_set_case(reading, _head(reading, report), report)
    if (head.cell(chart_cases.CHART) or head.cell(chart_cases.COLUMNS)) and not head.cell(SCHEME):
        said = reading.part(REFUSAL)
        ends = (said.keys.get(PROBLEM), said.keys.get(CONTAINS) or "", said.span)
        return read_chart_case(reading, head.get(TODAY), ends, report)
    if head.cell(map_cases.MAP) and not head.cell(SCHEME):
        said = reading.part(REFUSAL)
        refused = (said.keys.get(PROBLEM), said.keys.get(CONTAINS) or "", said.span)
        return read_map_case(reading, map_cases.Around(head.get(DIRECTORY), head.get(TODAY), refused), report)
    if head.cell(bank_cases.FORMAT) and not head.cell(SCHEME):
        if statement_cases.reads(reading):
            return read_statement_case(reading, head.get(TODAY), report)
        said = reading.part(REFUSAL)
        ends = (said.keys.get(PROBLEM), said.keys.get(CONTAINS) or "", said.span)
        return read_bank_case(reading, head.get(TODAY), ends, report)
    if not head.cell(SCHEME):
        report.add(bank_case_problems.NO_RULE.at(reading.symbol.span))
    lines, refusal = reading.part(LINES), reading.part(REFUSAL)
    problem = refusal.keys.get(PROBLEM)
    expected = [line for row in lines.rows for line in _lines(row, report)]
    begun = lines.span != reading.span and head.get(PARTIAL) is not True
    if not expected and problem is None and not begun:
        report.add(problems.CASE_WITHOUT_RESULT.at(reading.symbol.span))
    if expected and problem:
        report.add(problems.CASE_WITH_BOTH.at(refusal.span))
    scheme = head.get(SCHEME)
    document = _document(reading, report)
    if scheme is None or document is None:
        return None
    opened = lines.keys.get(OPENED)
    return CaseRule(
        reading.span,
        reading.symbol.text,
        scheme,
        head.place(SCHEME),
        document,
        document.span if isinstance(document, Inline) else head.place(DOCUMENT),
        head.get(PLAN),
        head.get(DIRECTORY),
        head.get(TODAY),
        head.get(PARTIAL) is True,
        tuple(expected),
        lines.keys.get(ENTRY_DATE),
        None if opened is None else tuple(part.strip() for part in opened.split(",") if part.strip(" –-")),
        problem,
        refusal.keys.get(CONTAINS) or "",
        (refusal if problem else lines).span,
        lines.rows[0].span.to(lines.rows[-1].span) if lines.rows else lines.span if begun and not problem else None,
    )


def _head(reading: Reading, report: Report) -> CaseHead | None:
    """The document of a case and how it is taken; None without a document."""
    head, document = reading.preamble, _document(reading, report)
    if document is None:
        return None
    place = document.span if isinstance(document, Inline) else head.place(DOCUMENT)
    return CaseHead(document, place, head.get(DIRECTORY), head.get(TODAY), head.get(PARTIAL) is True)


def _document(reading: Reading, report: Report) -> str | Inline | None:
    named = reading.preamble.get(DOCUMENT)
    written = read_inline(reading)
    if named and written:
        report.add(problems.DOCUMENT_TWICE.at(reading.preamble.place(DOCUMENT)))
    if named is None and written is None:
        report.add(problems.NO_DOCUMENT_AT_ALL.at(reading.symbol.span))
    return named or written


def _lines(row: Record, report: Report) -> list[ExpectedLine]:
    amount = row.get(AMOUNT)
    if amount is None:
        return []
    sides: tuple[tuple[Side, str | None], ...] = (("Wn", row.get(DEBIT)), ("Ma", row.get(CREDIT)))
    found = [
        ExpectedLine(
            side,
            account,
            amount,
            row.get(CURRENCY),
            row.get(CURRENCY_AMOUNT),
            row.get(LINE_DESCRIPTION),
            row.get(CATEGORY),
            row.get(ROW),
        )
        for side, account in sides
        if account
    ]
    if not found:
        report.add(problems.CASE_LINE_SIDES.at(row.span))
    return found
