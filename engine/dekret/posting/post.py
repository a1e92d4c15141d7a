"""Posting: a document and a compiled scheme give an entry of the journal, or the reasons why not.

All or nothing for every document. A row runs once for every part of its scope; a zero amount makes no line, a
negative one stays on its side (storno czerwone); amounts are rounded to the grosz, halves away from zero.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation, getcontext, setcontext
from itertools import compress
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from dekret.assets import portable
from dekret.documents.document_types import RULED_TYPES, DocumentType
from dekret.documents.macros import Scope
from dekret.expr.compile import Row
from dekret.expr.kinds import Value as ExprValue
from dekret.model.accounts import PLN, Account, AccountPlan, Dictionary
from dekret.model.cash import CashEntry
from dekret.model.entries import DocumentRef, Entry, EntryLine, RuleRef, Side
from dekret.posting import problems
from dekret.posting.accounts import NoAccount, Resolved, Wanted, resolve
from dekret.posting.compile import CompiledRow, CompiledScheme, CompiledScope, ValueOf, text_of
from dekret.text.diagnostic import Problem
from dekret.text.source import Span
from dekret.text.wording import Value, Wording, amount_wording, listed
from dekret.values.rounding import CONTEXT, GROSZ, HALF_UP, ZERO

if TYPE_CHECKING:
    from dekret.model.documents import Document

DateOf = Callable[["Document", dt.date], dt.date | None]


def wrong_type(symbol: str, type_: DocumentType, kind: str, schemes: list[str] | None = None) -> dict[str, Value]:
    """What is said of a document of another kind than a scheme posts; `schemes` are some that post it."""
    found = next((Wording(each.word.pl, each.word.en) for each in RULED_TYPES if each.kind == kind), kind)
    known = listed(schemes or [])
    return {
        "symbol": symbol,
        "type": Wording(type_.word.pl, type_.word.en),
        "found": found,
        "schemes": Wording(f", np. {known}", f", as {known}") if known else "",
    }


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


class Part(Struct, frozen=True, gc=False):
    """A part of the document with the values of its macros; `foreign` are those in its currency, if needed."""

    part: object
    values: Row
    foreign: Row | None


class Draft(Struct):
    """The lines of a document so far, and what stands against it."""

    document: "Document"
    currency: str
    description: str
    lines: list[EntryLine] = []
    reasons: list[Reason] = []
    opened: dict[Account, None] = {}
    debit: Decimal = ZERO
    credit: Decimal = ZERO


_Fired = tuple[int, int, CompiledRow, Part]
_EMPLOYEES = frozenset({Dictionary.EMPLOYEES})
_Key = tuple[ExprValue, str | None, str, int, bool]
"""What an account is looked up by: its code, split and currency, the row, whether the party is an employee."""
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
        self._rules = [self._rule(row) for row in scheme.rows]
        self._category = self.type.category
        self._marks_nothing = not plan.marks_settlements
        self._accounts: dict[_Key, Resolved | NoAccount] = {}
        self._ready: dict[_Key, Account] = {}

    def _rule(self, row: CompiledRow) -> RuleRef:
        scheme, span = self.scheme.scheme, row.row.span
        return RuleRef(scheme.symbol, row.row.label, portable(span.source.name), span.line, scheme.version)

    def post(self, document: "Document", identity: str) -> Entry | Refusal:
        """The entry of a document, or why it is refused. `identity` tells the document from all others."""
        scheme = self.scheme.scheme
        if document.type != scheme.type.kind:
            values = wrong_type(scheme.symbol, scheme.type, document.type)
            return Refusal((Reason(problems.WRONG_DOCUMENT_TYPE, values, scheme.span),))
        outside = getcontext()
        setcontext(CONTEXT)
        try:
            return self._post(document, identity)
        finally:
            setcontext(outside)

    def _post(self, document: "Document", identity: str) -> Entry | Refusal:
        scheme = self.scheme
        header = scheme.scopes[0].values(document, document, self.today)
        if scheme.condition and not scheme.condition(header):
            return Refusal((Reason(problems.CONDITION_NOT_MET, {}, scheme.scheme.span),))
        description = _text(scheme.description, header) or getattr(document, "own_number", "") or document.number
        draft = Draft(document, document.currency, description)
        date = self._date(header, draft)
        for _, _, row, part in self._fired(document, header):
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

    def _fired(self, document: "Document", header: Row) -> list[_Fired]:
        """Rows with the parts for which their conditions hold: row by row, each over the parts in their order."""
        fired: list[_Fired] = []
        part_index = 0
        for scope in self.scheme.scopes:
            for part in self.parts(scope, document, header):
                found = compress(scope.rows, scope.select(part.values))
                fired += [(row.index, part_index, row, part) for row in found]
                part_index += 1
        fired.sort()  # by row and part: no two have the same, so that nothing further is compared
        return fired

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
        """The lines that a row, whose condition holds, makes of one part of the document."""
        values = part.values
        amount = rounded_amount(row.amount(values))
        foreign: Decimal | None = None
        currency = PLN
        if row.foreign and draft.currency != PLN:
            currency = draft.currency
            foreign = rounded_amount(row.foreign(values if part.foreign is None else part.foreign))
            if foreign is None:
                amount = None
        if amount is None:
            draft.reasons.append(Reason(problems.UNKNOWN_AMOUNT, {"row": row.row.label}, row.row.span))
            return
        if not amount and not foreign:
            return
        split = row.split(draft.document, part.part) if row.split else None
        employee = bool(row.is_employee and row.is_employee(draft.document, part.part))
        if row.debit:
            key = (row.debit(values) or "", split, currency, row.index, employee)
            account = self._ready.get(key) or self._account(key, row, "Wn", part, draft)
            if account:
                draft.lines.append(self._line("Wn", account, row, part, amount, foreign, draft))
                if not account.off_balance:
                    draft.debit += amount
        if row.credit:
            key = (row.credit(values) or "", split, currency, row.index, employee)
            account = self._ready.get(key) or self._account(key, row, "Ma", part, draft)
            if account:
                draft.lines.append(self._line("Ma", account, row, part, amount, foreign, draft))
                if not account.off_balance:
                    draft.credit += amount

    def _account(self, key: _Key, row: CompiledRow, side: Side, part: Part, draft: Draft) -> Account | None:
        """The account of a line that is not ready: not yet looked up, or to be opened, or none."""
        found = self._accounts.get(key)
        if found is None:
            if len(self._accounts) >= _CACHED_ACCOUNTS:
                self._accounts.clear()
                self._ready.clear()
            code, split, currency, _, employee = key
            fits = row.fits - _EMPLOYEES if row.is_employee and not employee else row.fits
            found = self._accounts[key] = resolve(self.plan, text_of(code) or "", Wanted(split, fits, currency))
        if isinstance(found, NoAccount):
            named = {**found.values, "row": row.row.label, "side": side}
            if found.problem is problems.EMPTY_ACCOUNT:
                named |= self._origin(row, side, part, draft)
            draft.reasons.append(Reason(found.problem, named, row.row.span))
            return None
        if found.opened:
            draft.opened[found.account] = None
        else:
            self._ready[key] = found.account
        return found.account

    def _origin(self, row: CompiledRow, side: Side, part: Part, draft: Draft) -> dict[str, Value]:
        """Where a row looked for its account in vain."""
        formula = row.row.debit if side == "Wn" else row.row.credit
        code = self._category(draft.document, part.part)
        category = Wording(f"kategoria {code}", f"category {code}") if code else Wording("bez kategorii", "no category")
        if isinstance(part.part, CashEntry):
            number = part.part.number
            category = Wording(f"zapis {number}, {category.pl}", f"entry {number}, {category.en}")
        return {"formula": formula.cell.text if formula else "", "category": category}

    def _line(  # noqa: PLR0913, PLR0917 - the inner loop
        self,
        side: Side,
        account: Account,
        row: CompiledRow,
        part: Part,
        amount: Decimal,
        foreign: Decimal | None,
        draft: Draft,
    ) -> EntryLine:
        document, described = draft.document, row.description
        return EntryLine(
            side,
            account.code,
            amount,
            self._rules[row.index],
            (_text(described, part.values) if described else "") or draft.description,
            account.currency,
            PLN if foreign is None else draft.currency,
            foreign,
            self.type.rate(document, part.part) if foreign else None,
            self._category(document, part.part),
            dimensions_text(part.part) if row.scope is Scope.ANALYTIC else "",
            row.row.settlement and (account.settlement or self._marks_nothing),
            account.off_balance,
        )

    def _check_sums(self, draft: Draft, lines: tuple[EntryLine, ...]) -> None:
        if draft.reasons:
            return
        scheme = self.scheme.scheme
        if draft.debit != draft.credit:
            sums: dict[str, Value] = {
                "debit": amount_wording(draft.debit),
                "credit": amount_wording(draft.credit),
                "difference": amount_wording(abs(draft.debit - draft.credit)),
            }
            draft.reasons.append(Reason(problems.UNBALANCED, sums, scheme.span))
        elif not lines and not scheme.may_post_nothing:
            draft.reasons.append(Reason(problems.NOTHING_POSTED, {"symbol": scheme.symbol}, scheme.span))


def rounded_amount(value: object) -> Decimal | None:
    """An amount as it is posted: rounded to the grosz; None for NULL and for what has too many digits."""
    if not isinstance(value, Decimal):
        return None
    try:
        return value.quantize(GROSZ, HALF_UP)
    except InvalidOperation:
        return None


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
