"""What a scheme does to example documents: rows that never post, documents that nothing posts, that do not balance.

The conditions say which values matter: those they compare macros with, and one beside. Every combination is tried on
a document; where a condition is about more than comparisons with constants, nothing is claimed of its row.
"""

import datetime as dt
import json
import random
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import compress, product
from math import prod

from dekret.expr.cells import Formula
from dekret.expr.kinds import Kind, Value
from dekret.expr.nodes import Between, Comparison, InList, IsNull, Like, Macro, Node, Null, Number, Sign, Text, walk
from dekret.model.accounts import Account, AccountPlan
from dekret.model.documents import Document
from dekret.model.faults import read_document
from dekret.posting import problems
from dekret.posting.check import CheckedRow, CheckedScheme
from dekret.posting.compile import compile_scheme
from dekret.posting.examples import EXAMPLES, SETTERS, Data, example, examples
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
_OTHER = "INNE"


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
    _check_values(checked, report)
    if checked.scheme.date and checked.date and checked.date.type.nullable:
        report.add(problems.DATE_MAY_BE_MISSING.at(checked.scheme.date.cell.span))
    candidates = _candidates(checked)
    posting = Posting(compile_scheme(checked), _ANY_PLAN, _DAY)
    most = min(_MOST, max(_MOST_ROWS // max(len(checked.rows), 1), 40))
    tried = _try(posting, candidates, most, _rival_pairs(checked))
    whole = prod(len(values) for values in candidates.values()) <= most
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
    shown = ", ".join(f"{name} = {_constant(value)}" for name, value in settings.items())
    where = Wording(f" z {shown}", f" with {shown}") if shown else Wording("", "")
    found = problem.filled(checked.scheme.span, {"where": where, **(values or {})})
    text = json.dumps(_shortened(data, _usual(data)), ensure_ascii=False)
    return replace(found, detail=Wording(text, text))


_BESIDE = frozenset(
    (
        *("additional_amounts", "analytic_rows", "employee_advances", "advance_holder", "settled_advances"),
        *("category", "category2", "name", "tax_id", "country", "general_code", "description", "foreign_number"),
        *("own_number", "operation_date", "receipt_date", "register_name", "exchange_rate", "contra_account"),
    )
)
"""Fields that an example has only to be complete."""


def _usual(data: Data) -> Data:
    return next(base for base in EXAMPLES[str(data["type"])] if base.get("difference") == data.get("difference"))


def _shortened(data: object, usual: object) -> object:
    """The example without what it has only for the sake of completeness, unless it was chosen for it."""
    if isinstance(data, list):
        first = usual[0] if isinstance(usual, list) and usual else None
        return [_shortened(item, first) for item in data]
    if not isinstance(data, dict):
        return data
    before = usual if isinstance(usual, dict) else {}
    return {
        name: _shortened(value, before.get(name))
        for name, value in data.items()
        if name not in _BESIDE or value != before.get(name)
    }


def _constant(value: Value) -> str:
    if value is None:
        return "NULL"
    return f"{value:f}" if isinstance(value, Decimal) else f"'{value}'"


# --- which values matter


def _conditions(checked: CheckedScheme) -> Iterator[Formula]:
    if checked.scheme.condition:
        yield checked.scheme.condition
    yield from (row.row.condition for row in checked.rows if row.row.condition)


def _candidates(checked: CheckedScheme) -> dict[str, list[Value]]:
    """For every macro that conditions compare and that can be set: the values to try."""
    type_ = checked.scheme.type
    setters = SETTERS[type_.kind]
    found: dict[str, dict[Value, None]] = {}
    for formula in _conditions(checked):
        for name, value in _compared(formula.node):
            macro = type_.words.find(name)
            if macro is None or macro.name not in setters:
                continue
            kind = macro.type.kind
            values = found.setdefault(macro.name, {})
            words = setters[macro.name].words
            if words is not None:
                values.update(dict.fromkeys(words))
            elif kind is Kind.NUMBER and isinstance(value, Decimal):
                values.update(dict.fromkeys((value - 1, value, value + 1)))
            elif kind is not Kind.NUMBER and isinstance(value, str):
                values.update(dict.fromkeys((value, _other(macro.name))))
            elif value is None and macro.type.nullable:
                values[None] = None
    return {name: list(values) for name, values in found.items() if values}


def _other(name: str) -> str:
    """A value that a condition is not likely to name."""
    if "Waluta" in name:
        return "CHF"
    if name == "@TypRozl":
        return "PK-PK"
    if "Data" in name:
        return "2026-03-05"
    return "23" if "Stawka" in name else "888" if "Konto" in name else "XX" if "TypDok" in name else _OTHER


def _compared(node: Node) -> Iterator[tuple[str, Value]]:
    """Macros with the constants that they are compared with."""
    for part in walk(node):
        match part:
            case Comparison(left=Macro(name=name), right=other) | Comparison(left=other, right=Macro(name=name)):
                yield from ((name, value) for value in _constants((other,)))
            case InList(operand=Macro(name=name), options=options):
                yield from ((name, value) for value in _constants(options))
            case Between(operand=Macro(name=name), low=low, high=high):
                yield from ((name, value) for value in _constants((low, high)))
            case Like(operand=Macro(name=name), pattern=Text(value=pattern)):
                yield name, pattern.replace("%", "").replace("_", "x")
            case IsNull(operand=Macro(name=name)):
                yield name, None
            case _:
                pass


def _constants(nodes: Iterable[Node]) -> Iterator[Value]:
    for node in nodes:
        match node:
            case Text(value=text):
                yield text
            case Number(value=number):
                yield number
            case Sign(operator="-", operand=Number(value=number)):
                yield -number
            case _:
                pass


def _is_simple(row: CheckedRow, checked: CheckedScheme) -> bool:
    """Whether the trials tell all about the condition of a row: only settable macros beside constants."""
    if row.row.condition is None:
        return False
    formulas = [row.row.condition, *([checked.scheme.condition] if checked.scheme.condition else [])]
    return all(_is_plain(formula.node, checked) for formula in formulas)


def _is_plain(node: Node, checked: CheckedScheme) -> bool:
    setters = SETTERS[checked.scheme.type.kind]
    inside: set[int] = set()
    for part in walk(node):
        match part:
            case (
                Comparison(left=Macro(), right=Text() | Number() | Sign() | Null(), operator=operator)
                | Comparison(left=Text() | Number() | Sign() | Null(), right=Macro(), operator=operator)
            ):
                text = isinstance(part.left, Text) or isinstance(part.right, Text)
                if text and operator not in ("=", "<>"):
                    return False
                inside |= {id(part.left), id(part.right)}
            case InList(operand=Macro() as macro) | IsNull(operand=Macro() as macro):
                inside.add(id(macro))
            case Macro():
                spec = checked.scheme.type.words.find(part.name)
                if spec is None or spec.name not in setters:
                    return False
            case Like() | Between():
                return False
            case _:
                pass
    return all(id(part) in inside for part in walk(node) if isinstance(part, Macro))


# --- trials


def _try(posting: Posting, candidates: Mapping[str, list[Value]], most: int, rivals: list[tuple[int, int]]) -> _Tried:
    kind = posting.type.kind
    tried = _Tried(set(), {})
    for base in examples(kind):
        for settings in _combinations(candidates, most):
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


def _combinations(candidates: Mapping[str, list[Value]], most: int) -> Iterator[dict[str, Value]]:
    names = list(candidates)
    if prod(len(values) for values in candidates.values()) <= most:
        for values in product(*candidates.values()):
            yield dict(zip(names, values, strict=True))
        return
    chance = random.Random(len(names))  # noqa: S311 - a choice of examples, always the same
    for _ in range(most):
        yield {name: chance.choice(values) for name, values in candidates.items()}


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


def _check_values(checked: CheckedScheme, report: Report) -> None:
    """Constants that a macro of a few known values is compared with, and never has."""
    for formula in _conditions(checked):
        for part in walk(formula.node):
            match part:
                case (
                    Comparison(left=Macro(name=name), right=Text() as text)
                    | Comparison(left=Text() as text, right=Macro(name=name))
                ):
                    _check_value(checked, formula, name, text, report)
                case InList(operand=Macro(name=name), options=options):
                    for option in options:
                        if isinstance(option, Text):
                            _check_value(checked, formula, name, option, report)
                case _:
                    pass


def _check_value(checked: CheckedScheme, formula: Formula, name: str, text: Text, report: Report) -> None:
    type_ = checked.scheme.type
    macro = type_.words.find(name)
    setter = SETTERS[type_.kind].get(macro.name) if macro else None
    if macro is None or setter is None or setter.words is None:
        return
    if text.value.strip().casefold() not in (word.casefold() for word in setter.words):
        known = ", ".join(f"'{word}'" for word in setter.words)
        place = formula.cell.place(text.start, text.end)
        report.add(problems.VALUE_NEVER.at(place, name=macro.name, value=text.value, known=known))


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
        shown = ", ".join(f"{name} = {_constant(value)}" for name, value in settings.items()) or "–"
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
