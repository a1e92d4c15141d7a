"""Why a document was posted as it was: every row over every part, what it asked, what it made or why it made nothing.

The lines and refusals are those that posting itself makes; here they are only followed back.
"""

from collections.abc import Iterable
from decimal import localcontext
from itertools import compress
from typing import TYPE_CHECKING, Literal, TypeAlias

from msgspec import Struct

from dekret.documents.macros import Scope
from dekret.documents.trace import Follower, Named, Trace
from dekret.expr.cells import Formula
from dekret.expr.kinds import shown
from dekret.model.accounts import PLN
from dekret.model.entries import EntryLine
from dekret.posting import language
from dekret.posting.compile import CompiledRow
from dekret.posting.post import Draft, Posting, Reason
from dekret.syntax.schema import Word
from dekret.text.wording import Wording
from dekret.values.rounding import CONTEXT

if TYPE_CHECKING:
    from dekret.model.documents import Document

Outcome: TypeAlias = Literal["posted", "condition", "unknown", "zero", "refused"]
"""What became of a row over a part: lines, a condition that was false or unknown, an amount of zero, a refusal."""


class MadeLine(Struct, frozen=True):
    """A line, and how its account came about, step by step."""

    line: EntryLine
    steps: tuple[Wording, ...]


class PartExplained(Struct, frozen=True):
    """A row over one part of the document."""

    title: Wording
    outcome: Outcome
    condition: Trace | None
    amount: tuple[Named, ...]
    lines: tuple[MadeLine, ...]
    reasons: tuple[Wording, ...]


class RowCell(Struct, frozen=True):
    """A cell of a row under the name of its column."""

    text: Wording
    value: Wording


class RowExplained(Struct, frozen=True):
    """A row of the scheme: where it stands, what it says, what it did over each part of its scope."""

    label: str
    file: str
    line: int
    cells: tuple[RowCell, ...]
    scope: Wording
    parts: tuple[PartExplained, ...]


class Explanation(Struct, frozen=True):
    """A document explained."""

    document_type: str
    document_number: str
    scheme: str
    name: str
    file: str
    line: int
    version: str
    header: Trace | None
    date: tuple[Named, ...]
    rows: tuple[RowExplained, ...]


def explain(posting: Posting, document: "Document") -> Explanation:
    """Every row of the scheme over every part of a document that is complete."""
    with localcontext(CONTEXT):
        return _Explainer(posting, document).explanation()


class _Explainer:
    def __init__(self, posting: Posting, document: "Document") -> None:
        self.posting = posting
        self.document = document
        self.scheme = posting.scheme
        self.type = posting.type
        description = getattr(document, "own_number", "") or document.number
        self.draft = Draft(document, document.currency, description)

    def explanation(self) -> Explanation:
        scheme = self.scheme.scheme
        whole = self._follower(Scope.DOCUMENT, self.document)
        date: tuple[Named, ...] = ()
        if scheme.date:
            date = whole.computed(scheme.date)
        if scheme.description:
            text = whole.value(scheme.description)
            self.draft.description = text if isinstance(text, str) and text else self.draft.description
        rows = tuple(self._row(row) for row in self.scheme.rows)
        return Explanation(
            self.document.type,
            self.document.number,
            scheme.symbol,
            scheme.name,
            scheme.span.source.name,
            scheme.span.line,
            scheme.version,
            whole.condition(scheme.condition) if scheme.condition else None,
            date,
            rows,
        )

    def _follower(self, scope: Scope, part: object) -> Follower:
        return Follower(self.type, scope, self.document, part, self.posting.today)

    def _row(self, row: CompiledRow) -> RowExplained:
        header = self.scheme.scopes[0].values(self.document, self.document, self.posting.today)
        scope = next(scope for scope in self.scheme.scopes if row in scope.rows)
        parts = self.posting.parts(scope, self.document, header)
        explained = []
        for index, part in enumerate(parts, start=1):
            lines, reasons = len(self.draft.lines), len(self.draft.reasons)
            if any(fired is row for fired in compress(scope.rows, scope.select(part.values))):
                self.posting.run(row, part, self.draft)
            made, refused = self.draft.lines[lines:], self.draft.reasons[reasons:]
            explained.append(self._part(row, part.part, (index, len(parts)), made, refused))
        span = row.row.span
        return RowExplained(row.row.label, span.source.name, span.line, _cells(row), row.scope.value, tuple(explained))

    def _part(
        self,
        row: CompiledRow,
        part: object,
        place: tuple[int, int],
        made: list[EntryLine],
        refused: list[Reason],
    ) -> PartExplained:
        follower = self._follower(row.scope, part)
        condition = follower.condition(row.row.condition) if row.row.condition else None
        amount: tuple[Named, ...] = ()
        if condition is None or condition.truth == "true":
            amount = self._amount(row, follower, made)
        outcome: Outcome = "posted" if made else "zero"
        if refused:
            outcome = "refused"
        elif condition and condition.truth != "true":
            outcome = "unknown" if condition.truth == "unknown" else "condition"
        split = row.split(self.document, part) if row.split else None
        return PartExplained(
            _part_title(row.scope, place),
            outcome,
            condition,
            amount,
            tuple(MadeLine(line, tuple(self._steps(row, line, follower, split))) for line in made),
            tuple(reason.problem.message.fill(reason.values) for reason in refused),
        )

    def _amount(self, row: CompiledRow, follower: Follower, made: list[EntryLine]) -> tuple[Named, ...]:
        """The macros of the amount, its exact value, and what it became when it was rounded."""
        formula = row.row.amount
        assert formula
        found = list(follower.computed(formula))
        exact = shown(follower.value(formula))
        if made and f"{made[0].amount:f}" != exact:
            found.append(Named(f"ROUND({formula.cell.text}, 2)", f"{made[0].amount:f}"))
        if row.row.currency and self.document.currency != PLN:
            foreign = shown(follower.value(formula, foreign=True))
            found.append(Named(f"{formula.cell.text} [{self.document.currency}]", foreign))
        return tuple(found)

    def _steps(self, row: CompiledRow, line: EntryLine, follower: Follower, split: str | None) -> Iterable[Wording]:
        formula = row.row.debit if line.side == "Wn" else row.row.credit
        assert formula
        written = follower.value(formula)
        code = written.strip() if isinstance(written, str) else ""
        if formula.cell.text != code:
            parts = [named for named in follower.values(formula) if named.text != formula.cell.text]
            values = f" ({', '.join(f'{named.text} = {named.value}' for named in parts)})" if parts else ""
            yield Wording(f"{formula.cell.text} daje {code}{values}", f"{formula.cell.text} gives {code}{values}")
        yield from self._resolved(code, line, split)

    def _resolved(self, code: str, line: EntryLine, split: str | None) -> Iterable[Wording]:
        plan = self.posting.plan
        known = plan.find(code)
        if known and known.dictionary and line.account.casefold() != code.casefold():
            name: Wording = known.dictionary.value
            yield Wording(
                f"{code} jest kontem słownikowym ({name.pl}); dopisano kod {split}",
                f"{code} is a dictionary account ({name.en}); the code {split} was added",
            )
        elif split is not None and known and not known.dictionary:
            yield Wording(
                f"{code} nie jest kontem słownikowym, więc zostało, jak jest",
                f"{code} is no dictionary account and was left as it is",
            )
        if plan.find(line.account) is None:
            yield Wording(
                f"konta {line.account} nie było w planie {plan.symbol}: założono je w PLN",
                f"the account {line.account} was not in the chart {plan.symbol}: it was opened in PLN",
            )
        elif line.account_currency != PLN:
            yield Wording(
                f"wzięto konto prowadzone w {line.account_currency}", f"the account kept in {line.account_currency}"
            )


def _part_title(scope: Scope, place: tuple[int, int]) -> Wording:
    name: Wording = scope.value
    if scope is Scope.DOCUMENT:
        return name
    index, count = place
    return Wording(f"{name.pl} {index} z {count}", f"{name.en} {index} of {count}")


def _cells(row: CompiledRow) -> tuple[RowCell, ...]:
    """What the row says, column by column."""
    written = row.row
    columns: tuple[tuple[Word, Formula | None], ...] = (
        (language.DEBIT.word, written.debit),
        (language.CREDIT.word, written.credit),
        (language.AMOUNT.word, written.amount),
        (language.LINE_DESCRIPTION.word, written.description),
        (language.LINE_CONDITION.word, written.condition),
    )
    found = [_cell(name, Word(formula.cell.text, formula.cell.text)) for name, formula in columns if formula]
    if written.split:
        found.insert(2, _cell(language.SPLIT.word, language.split_word(written.split)))
    if written.currency:
        found.append(_cell(language.CURRENCY.word, Word("tak", "yes")))
    return tuple(found)


def _cell(column: Word, value: Word) -> RowCell:
    return RowCell(Wording(column.pl, column.en), Wording(value.pl, value.en))
