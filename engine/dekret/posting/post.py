"""Posting: a document and a compiled scheme give an entry of the journal, or the reasons why not.

All or nothing for every document. A row runs once for every part of its scope; a zero amount makes no line, a
negative one stays on its side (storno czerwone); amounts are rounded to the grosz, halves away from zero.
"""

import datetime as dt
from dataclasses import dataclass, field, replace
from decimal import Decimal, localcontext
from typing import TYPE_CHECKING

from dekret.expr.compile import Row
from dekret.model.accounts import AccountPlan
from dekret.model.entries import DocumentRef, Entry, EntryLine, RuleRef, Side
from dekret.posting import problems
from dekret.posting.accounts import NoAccount, resolve
from dekret.posting.compile import CompiledRow, CompiledScheme, ValueOf, amount_of, text_of
from dekret.posting.macros import Scope
from dekret.text.diagnostic import Problem
from dekret.text.source import Span
from dekret.text.wording import Value
from dekret.values.rounding import CONTEXT, HALF_UP, ZERO, rounded_or_none

if TYPE_CHECKING:
    from dekret.model.documents import Document


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason for a refusal, and the row it came from."""

    problem: Problem
    values: dict[str, Value]
    rule: Span | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """A document that was not posted, and why; nothing of it is in the journal."""

    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class _Amount:
    """What a row makes of one part of a document, before its accounts are known."""

    row: CompiledRow
    amount: Decimal
    split: str | None
    text: str


@dataclass(slots=True)
class _Draft:
    """The lines of a document so far, and what stands against it."""

    document: "Document"
    description: str
    lines: list[EntryLine] = field(default_factory=list)
    reasons: list[Reason] = field(default_factory=list)
    opened: dict[str, None] = field(default_factory=dict)
    debit: Decimal = ZERO
    credit: Decimal = ZERO


class Posting:
    """One scheme applied to documents by one chart of accounts, on one day."""

    def __init__(self, scheme: CompiledScheme, plan: AccountPlan, today: dt.date) -> None:
        self.scheme = scheme
        self.plan = plan
        self.today = today
        self._rules = {id(row): self._rule(row) for row in scheme.rows}

    def _rule(self, row: CompiledRow) -> RuleRef:
        scheme, span = self.scheme.scheme, row.row.span
        return RuleRef(scheme.symbol, row.row.label, span.source.name, span.line, scheme.version)

    def post(self, document: "Document", identity: str) -> Entry | Refusal:
        """The entry of a document, or why it is refused. `identity` tells the document from all others."""
        scheme = self.scheme.scheme
        if document.type != scheme.type.kind:
            values: dict[str, Value] = {"type": scheme.type.word.pl, "symbol": scheme.symbol}
            return Refusal((Reason(problems.WRONG_DOCUMENT_TYPE, values, scheme.span),))
        with localcontext(CONTEXT):
            return self._post(document, identity)

    def _post(self, document: "Document", identity: str) -> Entry | Refusal:
        scheme = self.scheme
        header = scheme.values(Scope.DOCUMENT, document, document, self.today)
        if scheme.condition and not scheme.condition(header):
            return Refusal((Reason(problems.CONDITION_NOT_MET, {}, scheme.scheme.span),))
        description = _text(scheme.description, header) or document.own_number or document.number
        draft = _Draft(document, description)
        date = self._date(header, draft)
        parts = self._parts(document, header)
        for row in scheme.rows:
            for part, values in parts[row.scope]:
                self._run(row, part, values, draft)
        self._check_sums(draft)
        if draft.reasons or date is None:
            return Refusal(tuple(draft.reasons))
        lines = merged(draft.lines) if scheme.scheme.merge else tuple(draft.lines)
        reference = DocumentRef(document.type, document.number, document.party.code, identity)
        return Entry(reference, scheme.scheme.journal, date, description, lines, tuple(draft.opened))

    def _date(self, header: Row, draft: _Draft) -> dt.date | None:
        if self.scheme.date is None:
            return draft.document.operation_date or draft.document.issue_date
        date = self.scheme.date(header)
        if isinstance(date, dt.date):
            return date
        draft.reasons.append(Reason(problems.NO_DATE, {}, self.scheme.scheme.span))
        return None

    def _parts(self, document: "Document", header: Row) -> dict[Scope, list[tuple[object, Row]]]:
        """For every scope in use the parts of the document with the values of their macros."""
        found: dict[Scope, list[tuple[object, Row]]] = {}
        for scope in self.scheme.readers:
            if scope is Scope.DOCUMENT:
                found[scope] = [(document, header)]
            else:
                objects = self.scheme.scheme.type.parts[scope](document)
                found[scope] = [(part, self.scheme.values(scope, document, part, self.today)) for part in objects]
        return found

    def _run(self, row: CompiledRow, part: object, values: Row, draft: _Draft) -> None:
        """The lines that a row makes of one part of the document."""
        if row.condition and not row.condition(values):
            return
        computed = amount_of(row.amount(values))
        amount = None if computed is None else rounded_or_none(computed, 2, mode=HALF_UP)
        if amount is None:
            draft.reasons.append(Reason(problems.UNKNOWN_AMOUNT, {"row": row.row.label}, row.row.span))
            return
        if not amount:
            return
        split = row.split.read(draft.document, part) if row.split else None
        made = _Amount(row, amount, split, _text(row.description, values) or draft.description)
        if row.debit:
            self._line(made, "Wn", text_of(row.debit(values)), draft)
        if row.credit:
            self._line(made, "Ma", text_of(row.credit(values)), draft)

    def _line(self, made: _Amount, side: Side, account: str | None, draft: _Draft) -> None:
        row = made.row
        fits = row.split.fits if row.split else frozenset()
        found = resolve(self.plan, account or "", split=made.split, fits=fits)
        if isinstance(found, NoAccount):
            values = {**found.values, "row": row.row.label, "side": side}
            draft.reasons.append(Reason(found.problem, values, row.row.span))
            return
        if found.opened:
            draft.opened[found.code] = None
        if not found.off_balance:
            if side == "Wn":
                draft.debit += made.amount
            else:
                draft.credit += made.amount
        rule = self._rules[id(row)]
        settlement = row.row.settlement
        draft.lines.append(EntryLine(side, found.code, made.amount, rule, made.text, settlement=settlement))

    def _check_sums(self, draft: _Draft) -> None:
        if draft.reasons:
            return
        scheme = self.scheme.scheme
        if draft.debit != draft.credit:
            sums: dict[str, Value] = {
                "debit": f"{draft.debit:.2f}",
                "credit": f"{draft.credit:.2f}",
                "difference": f"{abs(draft.debit - draft.credit):.2f}",
            }
            draft.reasons.append(Reason(problems.UNBALANCED, sums, scheme.span))
        elif not draft.lines and not scheme.may_post_nothing:
            draft.reasons.append(Reason(problems.NOTHING_POSTED, {"symbol": scheme.symbol}, scheme.span))


def _text(formula: ValueOf | None, values: Row) -> str:
    return (text_of(formula(values)) or "") if formula else ""


def merged(lines: list[EntryLine]) -> tuple[EntryLine, ...]:
    """Lines of the same side, account, currency, description and settlement as one; those that vanish are left out."""
    together: dict[tuple[object, ...], EntryLine] = {}
    for line in lines:
        key = (line.side, line.account, line.currency, line.description, line.settlement)
        known = together.get(key)
        together[key] = _sum(known, line) if known else line
    return tuple(line for line in together.values() if line.amount)


def _sum(one: EntryLine, other: EntryLine) -> EntryLine:
    labels = dict.fromkeys([*one.rule.row.split("+"), other.rule.row])
    return replace(one, amount=one.amount + other.amount, rule=replace(one.rule, row="+".join(labels)))
