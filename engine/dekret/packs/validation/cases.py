"""Cases of rules for documents: a document, and what the rules of one symbol have to say of it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from dekret.documents.document_types import RULED_TYPES, DocumentType
from dekret.packs.inline import Inline
from dekret.packs.validation import case_problems as problems
from dekret.syntax import cells
from dekret.syntax.read import Reading, Record
from dekret.syntax.schema import Field, SectionSchema, Word
from dekret.text.diagnostic import Severity
from dekret.text.report import Report
from dekret.text.source import Span
from dekret.text.wording import Wording
from dekret.validation.compile import Truth
from dekret.validation.language import LEVELS

RULES = Field(
    Word("reguly", "rules", ("reguły",)),
    cells.TEXT,
    Wording("symbol reguł dokumentów, zamiast schematu", "symbol of rules for documents, instead of a scheme"),
)
TYPE: Field[DocumentType] = Field(
    Word("typ", "type"),
    cells.choice(Wording("typ dokumentu", "type of document"), {known.word: known for known in RULED_TYPES}),
    Wording(
        "typ dokumentu z sekcji [Dokument], gdy reguły są dla kilku typów",
        "type of the document in [Document], where the rules are for several types",
    ),
)
NOTHING = Word("brak", "none", ("-", "–"))
"""What a case writes where nothing is to be found."""
RULE = Field(
    Word("Reguła", "Rule"), cells.TEXT, Wording("kod reguły albo: brak", "code of the rule, or: none"), required=True
)
PART = Field(
    Word("Część", "Part"),
    cells.WHOLE,
    Wording("numer pozycji, płatności albo innej części, od 1", "number of the position or other part, from 1"),
)
LEVEL: Field[Severity] = Field(
    Word("Poziom", "Level"), cells.choice(Wording("poziom", "level"), LEVELS), Wording("poziom reguły", "its level")
)
OUTCOMES: Mapping[Word, Truth] = {
    Word("naruszona", "broken"): "false",
    Word("nierozstrzygnięta", "undecided"): "unknown",
}
OUTCOME: Field[Truth] = Field(
    Word("Wynik", "Outcome"),
    cells.choice(Wording("wynik reguły", "outcome of the rule"), OUTCOMES),
    Wording("czy warunek nie zachodzi, czy nie da się tego rozstrzygnąć", "whether it is broken, or undecided"),
)
MESSAGE = Field(
    Word("Komunikat", "Message"), cells.TEXT, Wording("cały komunikat po polsku", "the whole message, in Polish")
)
COLUMNS: tuple[Field[object], ...] = (RULE, PART, LEVEL, OUTCOME, MESSAGE)
FINDINGS = SectionSchema(
    Word("Ustalenia", "Findings"),
    Wording(
        "co reguły mają powiedzieć o dokumencie, w dowolnej kolejności; pusta komórka znaczy: wszystko jedno; gdy nic: "
        "jeden wiersz z kodem brak",
        "what the rules have to say of the document, in any order; an empty cell means: no matter what; where it is "
        "nothing: one row with the code brak",
    ),
    columns=COLUMNS,
)
SECTIONS: tuple[SectionSchema, ...] = (FINDINGS,)
"""The sections of cases of rules for documents."""


@dataclass(frozen=True, slots=True)
class ExpectedFinding:
    """What has to be found; None means any."""

    place: Span = field(compare=False)
    code: str
    part: int | None
    level: Severity | None
    outcome: Truth | None
    message: str | None


@dataclass(frozen=True, slots=True)
class RuleSetCase:
    """A case of rules for documents."""

    span: Span = field(compare=False)
    name: str
    rules: str
    rules_place: Span = field(compare=False)
    kind: str | None
    document: str | Inline
    document_place: Span = field(compare=False)
    directory: str | None
    today: dt.date | None
    partial: bool
    expected: tuple[ExpectedFinding, ...]
    result_place: Span = field(compare=False)
    table_place: Span = field(compare=False)


@dataclass(frozen=True, slots=True)
class CaseHead:
    """What cases of rules share with those of schemes."""

    document: str | Inline
    document_place: Span
    directory: str | None
    today: dt.date | None
    partial: bool


def read_rule_set_case(reading: Reading, head: CaseHead | None, report: Report) -> RuleSetCase | None:
    """The case; None where it says too little to be run."""
    part = reading.part(FINDINGS)
    rows = [row for row in part.rows if row.get(RULE)]
    if not rows:
        report.add(problems.NO_FINDINGS.at(reading.symbol.span))
    symbol, type_ = reading.preamble.get(RULES), reading.preamble.get(TYPE)
    if symbol is None or head is None or not rows:
        return None
    return RuleSetCase(
        reading.span,
        reading.symbol.text,
        symbol,
        reading.preamble.place(RULES),
        type_.kind if type_ else None,
        head.document,
        head.document_place,
        head.directory,
        head.today,
        head.partial,
        tuple(_expected(row) for row in rows if not NOTHING.is_(row.get(RULE) or "")),
        part.span,
        part.rows[0].span.to(part.rows[-1].span),
    )


def _expected(row: Record) -> ExpectedFinding:
    return ExpectedFinding(
        row.span, row.get(RULE) or "", row.get(PART), row.get(LEVEL), row.get(OUTCOME), row.get(MESSAGE)
    )
