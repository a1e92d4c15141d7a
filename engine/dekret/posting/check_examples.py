"""What a scheme does to example documents: rows that never post, documents that nothing posts, that do not balance.

The conditions say which values matter: those they compare macros with, and one beside. Every combination is tried on
a document; where a condition is about more than comparisons with constants, nothing is claimed of its row.
"""

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import compress

from dekret.documents.examples import Data, example, examples
from dekret.documents.trials import (
    candidates,
    combinations,
    constant,
    is_plain,
    is_whole,
    shortened,
    usual,
    values_never,
)
from dekret.expr.cells import Formula
from dekret.expr.kinds import Value
from dekret.expr.nodes import Macro, Node, walk
from dekret.model.accounts import Account, AccountPlan
from dekret.model.documents import Document
from dekret.model.faults import read_document
from dekret.posting import problems
from dekret.posting.check import CheckedRow, CheckedScheme
from dekret.posting.compile import compile_scheme
from dekret.posting.nodes import SchemeRow
from dekret.posting.post import Posting, Refusal
from dekret.text.diagnostic import Diagnostic, Problem, Related
from dekret.text.report import Report
from dekret.text.wording import Value as Shown
from dekret.text.wording import Wording

_MOST = 768
_MOST_ROWS = 60_000
"""Combinations that are tried, and rows of schemes on them; where there are more, so many of them are picked."""
_DAY = dt.date(2026, 3, 31)


class _AnyAccount(AccountPlan):
    """A chart that has every account; those of the off-balance team are off balance."""

    def find(self, code: str, currency: str | None = None) -> Account | None:  # noqa: ARG002 - any currency will do
        return Account(code, off_balance=code.startswith(self.off_balance_team or "9"))

    def has_accounts_below(self, code: str) -> bool:  # noqa: ARG002 - none is split further
        return False


_ANY_PLAN = _AnyAccount("", ())


@dataclass(slots=True)
class _Tried:
    """What came of the trials: the rows that fired, with whom, and the first documents that went wrong."""

    fired: set[int]
    together: dict[tuple[int, int], dict[str, Value]]
    nothing: tuple[dict[str, Value], Data] | None = None
    unbalanced: tuple[dict[str, Value], Data, dict[str, Shown]] | None = None


def check_examples(checked: CheckedScheme, report: Report) -> None:
    """Tries the scheme out; only for a scheme that was checked without errors."""
    _check_twice(checked.scheme.rows, report)
    for formula, name, text, known in values_never(checked.scheme.type, _conditions(checked)):
        place = formula.cell.place(text.start, text.end)
        report.add(problems.VALUE_NEVER.at(place, name=name, value=text.value, known=known))
    if checked.scheme.date and checked.date and checked.date.type.nullable:
        report.add(problems.DATE_MAY_BE_MISSING.at(checked.scheme.date.cell.span))
    found = candidates(checked.scheme.type, _conditions(checked))
    posting = Posting(compile_scheme(checked), _ANY_PLAN, _DAY)
    most = min(_MOST, max(_MOST_ROWS // max(len(checked.rows), 1), 40))
    tried = _try(posting, found, most, _rival_pairs(checked))
    whole = is_whole(found, most)
    for index, row in enumerate(checked.rows):
        if whole and index not in tried.fired and _is_simple(row, checked):
            assert row.row.condition
            report.add(problems.NEVER_FIRES.at(row.row.condition.cell.span))
    _check_overlaps(checked, tried, report)
    if tried.nothing and not checked.scheme.may_post_nothing:
        report.add(_with_example(problems.SOME_NOT_POSTED, checked, *tried.nothing))
    if tried.unbalanced:
        report.add(_with_example(problems.SOME_UNBALANCED, checked, *tried.unbalanced))


def _with_example(
    problem: Problem,
    checked: CheckedScheme,
    settings: Mapping[str, Value],
    data: Data,
    values: Mapping[str, Shown] | None = None,
) -> Diagnostic:
    shown = ", ".join(f"{name} = {constant(value)}" for name, value in settings.items())
    where = Wording(f" z {shown}", f" with {shown}") if shown else Wording("", "")
    found = problem.filled(checked.scheme.span, {"where": where, **(values or {})})
    text = json.dumps(shortened(data, usual(data)), ensure_ascii=False)
    return replace(found, detail=Wording(text, text))


def _conditions(checked: CheckedScheme) -> Iterator[Formula]:
    if checked.scheme.condition:
        yield checked.scheme.condition
    yield from (row.row.condition for row in checked.rows if row.row.condition)


def _is_simple(row: CheckedRow, checked: CheckedScheme) -> bool:
    """Whether the trials tell all about the condition of a row: only settable macros beside constants."""
    if row.row.condition is None:
        return False
    formulas = [row.row.condition, *([checked.scheme.condition] if checked.scheme.condition else [])]
    return all(is_plain(formula.node, checked.scheme.type) for formula in formulas)


# --- trials


def _try(posting: Posting, found: Mapping[str, list[Value]], most: int, rivals: list[tuple[int, int]]) -> _Tried:
    kind = posting.type.kind
    tried = _Tried(set(), {})
    for base in examples(kind):
        for settings in combinations(found, most):
            data = example(base, kind, settings)
            document = read_document(data) if data is not None else ()
            if data is None or isinstance(document, tuple):
                continue
            fired = _fired(posting, document)
            if fired is None:
                continue
            tried.fired |= fired
            for pair in rivals:
                if fired.issuperset(pair):
                    tried.together.setdefault(pair, settings)
            result = posting.post(document, "")
            if isinstance(result, Refusal):
                _remember(result, settings, data, tried)
    return tried


def _remember(result: Refusal, settings: dict[str, Value], data: Data, tried: _Tried) -> None:
    for reason in result.reasons:
        if reason.problem is problems.NOTHING_POSTED and tried.nothing is None:
            tried.nothing = (settings, data)
        if reason.problem is problems.UNBALANCED and tried.unbalanced is None:
            tried.unbalanced = (settings, data, reason.values)


def _fired(posting: Posting, document: Document) -> set[int] | None:
    """The rows whose condition holds for a part of a document; None where the header's does not."""
    scheme = posting.scheme
    header = scheme.scopes[0].values(document, document, _DAY)
    if scheme.condition and not scheme.condition(header):
        return None
    return {
        row.index
        for scope in scheme.scopes
        for part in posting.parts(scope, document, header)
        for row in compress(scope.rows, scope.select(part.values))
    }


# --- values and rows


def _check_twice(rows: Iterable[SchemeRow], report: Report) -> None:
    """Two rows that say the same post everything twice."""
    seen: dict[tuple[object, ...], SchemeRow] = {}
    for row in rows:
        formulas = (row.debit, row.credit, row.amount, row.condition)
        key = (*(formula.node if formula else None for formula in formulas), row.split, row.currency)
        first = seen.setdefault(key, row)
        if first is not row:
            where = Related(first.span, Wording(f"wiersz {first.label}", f"row {first.label}"))
            report.add(problems.ROW_TWICE.at(row.span, related=(where,), row=row.label, first=first.label))


def _check_overlaps(checked: CheckedScheme, tried: _Tried, report: Report) -> None:
    """Rows that post one amount on one side to different accounts, by conditions that hold for the same document."""
    for (before, index), settings in tried.together.items():
        row, other = checked.rows[index].row, checked.rows[before].row
        shown = ", ".join(f"{name} = {constant(value)}" for name, value in settings.items()) or "–"
        where = Related(other.span, Wording(f"wiersz {other.label}", f"row {other.label}"))
        assert row.condition
        place = row.condition.cell.span
        report.add(problems.ROWS_OVERLAP.at(place, related=(where,), row=row.label, other=other.label, example=shown))


def _rival_pairs(checked: CheckedScheme) -> list[tuple[int, int]]:
    conditional = [index for index, row in enumerate(checked.rows) if row.row.condition]
    return [
        (before, index)
        for place, index in enumerate(conditional)
        for before in conditional[:place]
        if _rivals(checked.rows[index], checked.rows[before])
    ]


def _rivals(row: CheckedRow, other: CheckedRow) -> bool:
    one, two = row.row, other.row
    if one.condition is None or two.condition is None or one.amount is None or two.amount is None:
        return False
    if row.scope is not other.scope or one.amount.node != two.amount.node or one.condition.node == two.condition.node:
        return False
    same_sides = (one.debit is None) == (two.debit is None) and (one.credit is None) == (two.credit is None)
    return same_sides and bool(_macros(one.condition.node) & _macros(two.condition.node))


def _macros(node: Node) -> set[str]:
    return {part.name.casefold() for part in walk(node) if isinstance(part, Macro)}
