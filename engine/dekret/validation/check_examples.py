"""What rules say of example documents: rules about nothing, conditions that always hold or never do.

Every rule is tried by itself, with the values that its own conditions speak of. Where a condition is about more than
comparisons of macros with constants, nothing is claimed of it.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dekret.documents.document_types import DocumentType
from dekret.documents.examples import example, examples
from dekret.documents.readers import readers_of
from dekret.documents.trials import candidates, combinations, is_plain, is_whole, values_never
from dekret.expr import compile as expressions
from dekret.expr.cells import Formula
from dekret.expr.compile import Layout
from dekret.expr.kinds import Value
from dekret.model.documents import ALL_DOCUMENTS, AnyDocument
from dekret.model.faults import read_record
from dekret.text.report import Report
from dekret.validation import problems
from dekret.validation.check import CheckedRule, CheckedRuleSet
from dekret.validation.nodes import Rule

_MOST = 256
"""Combinations that are tried of a rule; of one with more, nothing is claimed."""
_DAY = dt.date(2026, 3, 31)


@dataclass(slots=True)
class _Tried:
    """What the trials of a rule saw: parts, those that it applies to, its condition true and not true there."""

    parts: int = 0
    applies: int = 0
    holds: int = 0


def check_rule_examples(checked: CheckedRuleSet, report: Report) -> None:
    """Tries the rules out; only for rules that were checked without errors."""
    types = checked.rules.types
    for number, rule in enumerate(checked.rules.rules):
        for type_ in types:
            for formula, name, text, known in values_never(type_, _formulas(rule)):
                place = formula.cell.place(text.start, text.end)
                report.add(problems.VALUE_NEVER.at(place, name=name, value=text.value, known=known))
        tried = _Tried()
        if all(_try(checked.by_type[type_.kind][number], type_, tried) for type_ in types) and tried.parts:
            _say(rule, tried, report)


def _say(rule: Rule, tried: _Tried, report: Report) -> None:
    assert rule.condition
    if not tried.applies:
        assert rule.applies
        report.add(problems.NEVER_APPLIES.at(rule.applies.cell.span, code=rule.code))
    elif tried.holds == tried.applies:
        report.add(problems.ALWAYS_HOLDS.at(rule.condition.cell.span, code=rule.code))
    elif not tried.holds:
        report.add(problems.NEVER_HOLDS.at(rule.condition.cell.span, code=rule.code))


def _formulas(rule: Rule) -> list[Formula]:
    return [formula for formula in (rule.applies, rule.condition) if formula]


def _try(checked: CheckedRule, type_: DocumentType, tried: _Tried) -> bool:
    """Whether the trials tell all about a rule; what they saw is added up."""
    formulas = _formulas(checked.rule)
    found = candidates(type_, formulas)
    if not is_whole(found, _MOST) or not all(is_plain(formula.node, type_) for formula in formulas):
        return False
    assert checked.condition
    layout = Layout()
    applies = expressions.compile_condition(checked.applies.condition, layout) if checked.applies else None
    holds = expressions.compile_condition(checked.condition.condition, layout)
    readers = readers_of(type_, checked.scope, layout)
    for document in _documents(type_, found):
        if document is None:
            return False
        for part in type_.parts[checked.scope](document):
            row = [read(document, part, _DAY) for read in readers]
            tried.parts += 1
            if applies is None or applies(row):
                tried.applies += 1
                tried.holds += bool(holds(row))
    return True


def _documents(type_: DocumentType, found: Mapping[str, list[Value]]) -> Iterator[AnyDocument | None]:
    """The examples of a type with every combination of values; None for one that no document can have."""
    for base in examples(type_.kind):
        for settings in combinations(found, _MOST):
            data = example(base, type_.kind, settings)
            document = read_record(data, ALL_DOCUMENTS) if data is not None else ()
            yield None if isinstance(document, tuple) else document
