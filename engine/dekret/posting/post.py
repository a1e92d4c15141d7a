"""Posting: a document and a compiled scheme give an entry of the journal, or the reasons why not.

All or nothing for every document. A row runs once for every part of its scope; a zero amount makes no line, a
negative one stays on its side (storno czerwone); amounts are rounded to the grosz, halves away from zero.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal, localcontext
from typing import TYPE_CHECKING

from msgspec.structs import replace

from dekret.expr.compile import Row
from dekret.model.accounts import PLN, Account, AccountPlan
from dekret.model.entries import DocumentRef, Entry, EntryLine, RuleRef, Side
from dekret.posting import problems
from dekret.posting.accounts import NoAccount, Resolved, Wanted, resolve
from dekret.posting.compile import CompiledRow, CompiledScheme, CompiledScope, ValueOf, text_of
from dekret.posting.macros import Scope
from dekret.text.diagnostic import Problem
from dekret.text.source import Span
from dekret.text.wording import Value
from dekret.values.rounding import CONTEXT, HALF_UP, ZERO, rounded_or_none

if TYPE_CHECKING:
    from dekret.model.documents import Document

DateOf = Callable[["Document", dt.date], dt.date | None]


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
class Part:
    """A part of the document with the values of its macros; `foreign` are those in its currency, if needed."""

    part: object
    values: Row
    foreign: Row | None


@dataclass(slots=True)
class Draft:
    """The lines of a document so far, and what stands against it."""

    document: "Document"
    currency: str
    description: str
    lines: list[EntryLine] = field(default_factory=list)
    reasons: list[Reason] = field(default_factory=list)
    opened: dict[Account, None] = field(default_factory=dict)
    debit: Decimal = ZERO
    credit: Decimal = ZERO


_CACHED_ACCOUNTS = 50_000


class Posting:
    """One scheme applied to documents by one chart of accounts, on one day.

    `usual_date` gives the date of an entry whose scheme leaves it to the settings.
    """

    def __init__(
        self, scheme: CompiledScheme, plan: AccountPlan, today: dt.date, usual_date: DateOf | None = None
    ) -> None:
        self.scheme = scheme
        self.plan = plan
        self.today = today
        self.type = scheme.scheme.type
        type_date = self.type.date
        self._usual_date: DateOf = usual_date or (lambda document, _: type_date(document))
        self._rules = {id(row): self._rule(row) for row in scheme.rows}
        self._accounts: dict[tuple[object, ...], Resolved | NoAccount] = {}

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
        header = scheme.scopes[0].values(document, document, self.today)
        if scheme.condition and not scheme.condition(header):
            return Refusal((Reason(problems.CONDITION_NOT_MET, {}, scheme.scheme.span),))
        description = _text(scheme.description, header) or getattr(document, "own_number", "") or document.number
        draft = Draft(document, document.currency, description)
        date = self._date(header, draft)
        parts = {scope.scope: self.parts(scope, document, header) for scope in scheme.scopes}
        for row in scheme.rows:
            for part in parts[row.scope]:
                self.run(row, part, draft)
        lines = merged(draft.lines) if scheme.scheme.merge else tuple(draft.lines)
        self._check_sums(draft, lines)
        if draft.reasons or date is None:
            return Refusal(tuple(draft.reasons))
        return Entry(
            document=DocumentRef(document.type, document.number, self.type.party(document), identity),
            journal=scheme.scheme.journal,
            date=date,
            description=description,
            lines=lines,
            opened=tuple(draft.opened),
            buffer=scheme.scheme.buffer,
        )

    def _date(self, header: Row, draft: Draft) -> dt.date | None:
        if self.scheme.date is None:
            date: object = self._usual_date(draft.document, self.today)
        else:
            date = self.scheme.date(header)
        if isinstance(date, dt.date):
            return date
        draft.reasons.append(Reason(problems.NO_DATE, {}, self.scheme.scheme.span))
        return None

    def parts(self, scope: CompiledScope, document: "Document", header: Row) -> list[Part]:
        """The parts of the document in a scope, with the values of their macros."""
        in_currency = bool(scope.foreign) and document.currency != PLN
        today = self.today
        if scope.scope is Scope.DOCUMENT:
            foreign = scope.foreign_values(document, document, today) if in_currency else None
            return [Part(document, header, foreign)]
        return [
            Part(
                part,
                scope.values(document, part, today),
                scope.foreign_values(document, part, today) if in_currency else None,
            )
            for part in scope.parts(document)
        ]

    def run(self, row: CompiledRow, part: Part, draft: Draft) -> None:
        """The lines that a row makes of one part of the document."""
        values = part.values
        if row.condition and not row.condition(values):
            return
        amount = rounded_amount(row.amount(values))
        foreign: Decimal | None = None
        currency = PLN
        if row.foreign and draft.currency != PLN:
            currency = draft.currency
            foreign = rounded_amount(row.foreign(part.values if part.foreign is None else part.foreign))
            unknown = foreign is None or amount is None
        else:
            unknown = amount is None
        if unknown or amount is None:
            draft.reasons.append(Reason(problems.UNKNOWN_AMOUNT, {"row": row.row.label}, row.row.span))
            return
        if not amount and not foreign:
            return
        split = row.split(draft.document, part.part) if row.split else None
        wanted = Wanted(split, row.fits, currency)
        debit = self._account(row, "Wn", row.debit, values, wanted, draft)
        credit = self._account(row, "Ma", row.credit, values, wanted, draft)
        if debit:
            draft.lines.append(self._line("Wn", debit, row, part, amount, foreign, draft))
            draft.debit += ZERO if debit.off_balance else amount
        if credit:
            draft.lines.append(self._line("Ma", credit, row, part, amount, foreign, draft))
            draft.credit += ZERO if credit.off_balance else amount

    def _account(  # noqa: PLR0917, PLR0913 - the inner loop
        self, row: CompiledRow, side: Side, formula: ValueOf | None, values: Row, wanted: Wanted, draft: Draft
    ) -> Account | None:
        if formula is None:
            return None
        code = text_of(formula(values)) or ""
        key = (code, wanted.split, wanted.currency, row.fits)
        found = self._accounts.get(key)
        if found is None:
            if len(self._accounts) >= _CACHED_ACCOUNTS:
                self._accounts.clear()
            found = self._accounts[key] = resolve(self.plan, code, wanted)
        if isinstance(found, NoAccount):
            named = {**found.values, "row": row.row.label, "side": side}
            draft.reasons.append(Reason(found.problem, named, row.row.span))
            return None
        if found.opened:
            draft.opened[found.account] = None
        return found.account

    def _line(  # noqa: PLR0917, PLR0913 - the inner loop
        self,
        side: Side,
        account: Account,
        row: CompiledRow,
        part: Part,
        amount: Decimal,
        foreign: Decimal | None,
        draft: Draft,
    ) -> EntryLine:
        document = draft.document
        return EntryLine(
            side=side,
            account=account.code,
            amount=amount,
            rule=self._rules[id(row)],
            description=_text(row.description, part.values) or draft.description,
            account_currency=account.currency,
            currency=PLN if foreign is None else draft.currency,
            currency_amount=foreign,
            exchange_rate=self.type.rate(document, part.part) if foreign else None,
            category=self.type.category(document, part.part),
            dimension=dimensions_text(part.part) if row.scope is Scope.ANALYTIC else "",
            settlement=row.row.settlement,
            off_balance=account.off_balance,
        )

    def _check_sums(self, draft: Draft, lines: tuple[EntryLine, ...]) -> None:
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
        elif not lines and not scheme.may_post_nothing:
            draft.reasons.append(Reason(problems.NOTHING_POSTED, {"symbol": scheme.symbol}, scheme.span))


def rounded_amount(value: object) -> Decimal | None:
    """An amount as it is posted: rounded to the grosz; None for NULL and for what has too many digits."""
    return rounded_or_none(value, 2, mode=HALF_UP) if isinstance(value, Decimal) else None


def dimensions_text(part: object) -> str:
    """The elements of a row of the analytic description: `BUDOWY=1_19, KONTA_4=411`."""
    dimensions: dict[str, object] = getattr(part, "dimensions", {})
    return ", ".join(f"{dimension}={getattr(found, 'code', found)}" for dimension, found in dimensions.items())


def _text(formula: ValueOf | None, values: Row) -> str:
    return (text_of(formula(values)) or "") if formula else ""


def merged(lines: list[EntryLine]) -> tuple[EntryLine, ...]:
    """Lines of the same side, account, currency, rate, description, category, dimensions and settlement as one.

    Those that vanish are left out.
    """
    together: dict[tuple[object, ...], EntryLine] = {}
    for line in lines:
        key = (
            line.side,
            line.account,
            line.account_currency,
            line.currency,
            line.exchange_rate,
            line.description,
            line.category,
            line.dimension,
            line.settlement,
        )
        known = together.get(key)
        together[key] = _sum(known, line) if known else line
    return tuple(line for line in together.values() if line.amount or line.currency_amount)


def _sum(one: EntryLine, other: EntryLine) -> EntryLine:
    labels = dict.fromkeys([*one.rule.row.split("+"), other.rule.row])
    foreign = None
    if one.currency_amount is not None and other.currency_amount is not None:
        foreign = one.currency_amount + other.currency_amount
    rule = replace(one.rule, row="+".join(labels))
    return replace(one, amount=one.amount + other.amount, currency_amount=foreign, rule=rule)
