"""From checked rules to functions: what runs for every document, made once for a set of rules and a type of document.

A rule is one formula of three-valued logic, "Jeżeli implies Warunek" (of `żadna`: "implies not Warunek"). Where it is
true the rule says nothing, where it is false it is broken, and where it is unknown the rule is undecided, which is
told and never passed over. So a condition that is met settles a rule even where it is not known whether the rule
applies. A rule on `jakaś` part is "no part is meant, or one that is meant meets the condition"; without Jeżeli every
part is meant, and a document without such parts breaks it.

All rules over one kind of part are one function over the values of the part; only where one does not hold is it asked
whether it is false or unknown, and only then are the values of its message fetched.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import getcontext, setcontext
from itertools import compress
from operator import not_
from typing import Literal, TypeAlias

from dekret.documents.document_types import DocumentType
from dekret.documents.macros import Reader, Scope
from dekret.documents.readers import readers_of
from dekret.documents.trace import Follower
from dekret.expr import compile as expressions
from dekret.expr.check import Checked
from dekret.expr.compile import Layout, Row
from dekret.expr.core import All, Any, Condition, Not
from dekret.expr.kinds import shown
from dekret.model.documents import AnyDocument
from dekret.text.wording import Wording
from dekret.validation.check import CheckedMessage, CheckedRule, CheckedRuleSet
from dekret.validation.messages import written
from dekret.validation.nodes import Rule
from dekret.validation.subjects import Quantifier
from dekret.values.rounding import CONTEXT

Truth: TypeAlias = Literal["false", "unknown"]
Test: TypeAlias = Callable[[Row], bool]
_NULL = shown(None)


@dataclass(frozen=True, slots=True)
class Found:
    """A rule that does not hold, or cannot be decided, for a document or a part of it, counted from one."""

    rule: Rule
    scope: Scope
    part: int | None
    truth: Truth
    message: Wording
    missing: tuple[str, ...] = ()
    """Of a rule that cannot be decided: the macros that have no value; what it asks where all of them have one."""


@dataclass(frozen=True, slots=True)
class _At:
    """Where a rule looked: the document, its parts in question, the day."""

    document: object
    parts: Sequence[object]
    today: dt.date


class CompiledRule:
    """A rule as functions. `fails` tells what is false from what is unknown."""

    def __init__(self, checked: CheckedRule, index: int, type_: DocumentType, layout: Layout) -> None:
        self.checked = checked
        self.rule = checked.rule
        self.index = index
        self.type = type_
        self.fails: Test = expressions.compile_refutation(required(checked), layout)
        self._messages: tuple[_Text, _Text] | None = None

    def found(self, at: "_At", number: int | None, truth: Truth) -> Found:
        """What is to be said of a document and a part of it, or of the document and all its parts."""
        scope = self.checked.scope
        message = self._said(at)
        missing = tuple(dict.fromkeys(self._missing(at))) if truth == "unknown" else ()
        return Found(self.rule, scope, number, truth, message, missing)

    def _missing(self, at: "_At") -> Iterator[str]:
        assert self.rule.condition
        formulas = [formula for formula in (self.rule.applies, self.rule.condition) if formula]
        named = False
        for part in at.parts:
            follower = Follower(self.type, self.checked.scope, at.document, part, at.today)
            for formula in formulas:
                for value in follower.values(formula):
                    if value.value == _NULL:
                        named = True
                        yield value.text
        if not named:
            yield self.rule.condition.cell.text

    def _said(self, at: "_At") -> Wording:
        """The message; of a rule on `jakaś` part it is about the document. What has no English text stays Polish."""
        part = at.document if self.rule.subject.is_some else at.parts[0]
        if self._messages is None:
            scope = Scope.DOCUMENT if self.rule.subject.is_some else self.checked.scope
            polish = _text(self.checked.message, scope, self.type)
            english = _text(self.checked.english, scope, self.type) if self.checked.english else polish
            self._messages = polish, english
        polish, english = self._messages
        return Wording(
            "".join(each if isinstance(each, str) else each(at, part).pl for each in polish),
            "".join(each if isinstance(each, str) else each(at, part).en for each in english),
        )


class _Value:
    """An expression of a message."""

    def __init__(self, checked: Checked, scope: Scope, type_: DocumentType) -> None:
        layout = Layout()
        self._compute = expressions.compile_value(checked.value, layout)
        self._readers = readers_of(type_, scope, layout)
        self._whole = checked.type.whole

    def __call__(self, at: "_At", part: object) -> Wording:
        value = self._compute([read(at.document, part, at.today) for read in self._readers])
        return Wording(written(value, "pl", whole=self._whole), written(value, "en", whole=self._whole))


_Text: TypeAlias = tuple[str | _Value, ...]


def _text(message: CheckedMessage, scope: Scope, type_: DocumentType) -> _Text:
    return tuple(each if isinstance(each, str) else _Value(each, scope, type_) for each in message)


def required(checked: CheckedRule) -> Condition:
    """The formula of a rule for the document or one part of it; of one on `jakaś`: that the part is meant and fits."""
    assert checked.condition
    condition = checked.condition.condition
    if checked.rule.subject.quantifier is Quantifier.NO:
        condition = Not(condition)
    if checked.applies is None:
        return condition
    applies = checked.applies.condition
    if checked.rule.subject.is_some:
        return All((applies, condition))
    return Any((Not(applies), condition))


@dataclass(frozen=True, slots=True)
class _Some:
    """The rules on `jakaś` part of a scope: which parts meet them, which are not meant, and where either is false."""

    rules: tuple[CompiledRule, ...]
    meets: Callable[[Row], tuple[object, ...]]
    meant: tuple[Test | None, ...]
    not_meant: tuple[Test | None, ...]

    def found(self, at: _At, rows: Sequence[Row]) -> Iterator[tuple[int, Found]]:
        held = [False] * len(self.rules)
        for row in rows:
            held = [before or bool(now) for before, now in zip(held, self.meets(row), strict=True)]
        for place, rule in enumerate(self.rules):
            if held[place] or self._no_part_is_meant(place, rows):
                continue
            truth: Truth = "false" if self._is_broken(rule, place, rows) else "unknown"
            yield rule.index, rule.found(at, None, truth)

    def _no_part_is_meant(self, place: int, rows: Sequence[Row]) -> bool:
        not_meant = self.not_meant[place]
        return not_meant is not None and all(not_meant(row) for row in rows)

    def _is_broken(self, rule: CompiledRule, place: int, rows: Sequence[Row]) -> bool:
        """Whether a part is meant for certain, and none meets the condition for certain."""
        meant = self.meant[place]
        certain = meant is None or any(meant(row) for row in rows)
        return certain and all(rule.fails(row) for row in rows)


@dataclass(frozen=True, slots=True)
class _Scope:
    """A scope that rules run over: its parts, what fetches the values of one, the rules."""

    scope: Scope
    parts: Callable[..., Iterable[object]]
    readers: tuple[Reader, ...]
    rules: tuple[CompiledRule, ...]
    holds: Callable[[Row], tuple[object, ...]]
    some: _Some | None

    def found(self, document: AnyDocument, today: dt.date) -> Iterator[tuple[int, Found]]:
        parts = tuple(self.parts(document))
        rows = []
        readers, rules, holds = self.readers, self.rules, self.holds
        for place, part in enumerate(parts):
            row = [read(document, part, today) for read in readers]
            held = holds(row)
            if not all(held):
                number = None if self.scope is Scope.DOCUMENT else place + 1
                at = _At(document, (part,), today)
                for rule in compress(rules, map(not_, held)):
                    yield rule.index, rule.found(at, number, "false" if rule.fails(row) else "unknown")
            if self.some:
                rows.append(row)
        if self.some:
            yield from self.some.found(_At(document, parts, today), rows)


class Validation:
    """The rules of one symbol over documents of one type, on one day."""

    def __init__(self, checked: CheckedRuleSet, type_: DocumentType, today: dt.date) -> None:
        """Only for rules that were checked without errors."""
        self.rules = checked.rules
        self.checked = checked.by_type[type_.kind]
        self.type = type_
        self.today = today
        layouts: dict[Scope, Layout] = {}
        compiled = [
            CompiledRule(each, index, type_, layouts.setdefault(each.scope, Layout()))
            for index, each in enumerate(self.checked)
        ]
        self._scopes = tuple(_scope(scope, compiled, type_, layout) for scope, layout in layouts.items())

    def validate(self, document: AnyDocument) -> list[Found]:
        """The rules that do not hold or cannot be decided, in their order, each over the parts in theirs."""
        outside = getcontext()
        setcontext(CONTEXT)
        try:
            found = [each for scope in self._scopes for each in scope.found(document, self.today)]
        finally:
            setcontext(outside)
        if len(found) > 1:
            found.sort(key=lambda each: (each[0], each[1].part or 0))
        return [each for _, each in found]


def _scope(scope: Scope, compiled: Iterable[CompiledRule], type_: DocumentType, layout: Layout) -> _Scope:
    own = [rule for rule in compiled if rule.checked.scope is scope]
    each = tuple(rule for rule in own if not rule.rule.subject.is_some)
    some = tuple(rule for rule in own if rule.rule.subject.is_some)
    holds = expressions.compile_conditions([required(rule.checked) for rule in each], layout)
    of_some = _some(some, layout) if some else None
    return _Scope(scope, type_.parts[scope], readers_of(type_, scope, layout), each, holds, of_some)


def _some(rules: tuple[CompiledRule, ...], layout: Layout) -> _Some:
    applies = [rule.checked.applies.condition if rule.checked.applies else None for rule in rules]
    return _Some(
        rules,
        expressions.compile_conditions([required(rule.checked) for rule in rules], layout),
        tuple(expressions.compile_condition(each, layout) if each else None for each in applies),
        tuple(expressions.compile_refutation(each, layout) if each else None for each in applies),
    )
