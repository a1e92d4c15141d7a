"""Why rules say what they say of a document: every rule over every part, what it asked and the values it saw.

What became of a rule is what `compile` found; here it is only followed back.
"""

from decimal import localcontext
from typing import Literal, TypeAlias

from msgspec import Struct

from dekret.documents.macros import Scope
from dekret.documents.trace import Follower, Trace
from dekret.model.documents import AnyDocument
from dekret.syntax.schema import Word
from dekret.text.wording import Wording
from dekret.validation.check import CheckedRule
from dekret.validation.compile import Found, Validation
from dekret.validation.language import level_word
from dekret.values.rounding import CONTEXT

Outcome: TypeAlias = Literal["held", "broken", "undecided", "aside"]
"""A rule held, did not, could not be decided, or was about nothing of the document."""


class PartAsked(Struct, frozen=True):
    """A rule over the document or one part of it, counted from one; what it said of it, if anything.

    The outcome of a rule on `jakaś` part is that of its condition for this part alone.
    """

    part: int | None
    outcome: Outcome
    applies: Trace | None
    condition: Trace
    message: Wording | None


class RuleExplained(Struct, frozen=True):
    """A rule: where it stands, what it is about, what became of it over each part; `message` where it is about all."""

    code: str
    file: str
    line: int
    subject: Wording
    level: Wording
    outcome: Outcome
    parts: tuple[PartAsked, ...]
    message: Wording | None


class RuleSetExplained(Struct, frozen=True):
    """The rules of one symbol over a document."""

    symbol: str
    name: str
    file: str
    line: int
    version: str
    rules: tuple[RuleExplained, ...]


def explain(validation: Validation, document: AnyDocument) -> RuleSetExplained:
    """Every rule over a document."""
    found = validation.validate(document)
    rules = validation.rules
    with localcontext(CONTEXT):
        explained = tuple(_rule(checked, validation, document, found) for checked in validation.checked)
    return RuleSetExplained(rules.symbol, rules.name, rules.span.source.name, rules.span.line, rules.version, explained)


def _rule(checked: CheckedRule, validation: Validation, document: AnyDocument, found: list[Found]) -> RuleExplained:
    rule = checked.rule
    own = [each for each in found if each.rule is rule]
    parts = tuple(
        _part(checked, validation, document, part, number, own)
        for number, part in enumerate(validation.type.parts[checked.scope](document), start=1)
    )
    outcome: Outcome = "held"
    if own:
        outcome = "broken" if any(each.truth == "false" for each in own) else "undecided"
    elif rule.applies and all(part.applies and part.applies.truth == "false" for part in parts):
        outcome = "aside"
    span = rule.span
    said = next((each.message for each in own if rule.subject.is_some), None)
    subject, level = _wording(rule.subject.word), _wording(level_word(rule.level))
    return RuleExplained(rule.code, span.source.name, span.line, subject, level, outcome, parts, said)


def _wording(word: Word) -> Wording:
    return Wording(word.pl, word.en)


def _part(  # noqa: PLR0913, PLR0917 - a rule, a document and a part of it
    checked: CheckedRule, validation: Validation, document: AnyDocument, part: object, number: int, own: list[Found]
) -> PartAsked:
    rule = checked.rule
    assert rule.condition
    follower = Follower(validation.type, checked.scope, document, part, validation.today)
    applies = follower.condition(rule.applies) if rule.applies else None
    place = None if checked.scope is Scope.DOCUMENT else number
    said = next((each for each in own if not rule.subject.is_some and each.part == place), None)
    condition = follower.condition(rule.condition)
    outcome: Outcome = "held"
    if said:
        outcome = "broken" if said.truth == "false" else "undecided"
    elif applies and applies.truth == "false":
        outcome = "aside"
    elif rule.subject.is_some and condition.truth != "true":
        outcome = "broken" if condition.truth == "false" else "undecided"
    return PartAsked(place, outcome, applies, condition, said.message if said else None)
