"""Explanations of what rules say of a document, as a text tree and as JSON."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import msgspec

from dekret.intake.received import Received
from dekret.model.documents import AnyDocument
from dekret.packs.explained import CONDITION, VERSION, plain_data, trace_lines
from dekret.packs.validation.validator import Validated, Validator
from dekret.text.visible import visible
from dekret.text.wording import Language, Wording
from dekret.validation.explain import Outcome, PartAsked, RuleExplained, RuleSetExplained, explain


@dataclass(frozen=True, slots=True)
class ValidationExplained:
    """What the rules say of a document, and why, set by set."""

    validated: Validated
    sets: tuple[RuleSetExplained, ...]


def explained(validator: Validator, received: Received[AnyDocument]) -> ValidationExplained:
    """A document checked and explained."""
    whole = validator.completed(received)
    sets = tuple(explain(validation, whole) for validation in validator.validations_of(received.document))
    return ValidationExplained(validator.validate(received), sets)


OUTCOMES: Mapping[Outcome, tuple[str, Wording]] = {
    "held": ("+", Wording("w porządku", "holds")),
    "broken": ("!", Wording("naruszona", "broken")),
    "undecided": ("?", Wording("nierozstrzygnięta", "undecided")),
    "aside": ("-", Wording("nie dotyczy", "does not apply")),
}
_APPLIES = Wording("jeżeli", "if")
_NO_PARTS = Wording("dokument nie ma takich części", "the document has no such parts")
_RULES = Wording("Reguły", "Rules")
_NOTHING = Wording("Żadne reguły nie są dla tego dokumentu.", "No rules are for this document.")


def as_text(found: ValidationExplained, language: Language) -> str:
    """A tree of indented lines."""
    return "\n".join(map(visible, _lines(found, language))) + "\n"


def _lines(found: ValidationExplained, language: Language) -> Iterator[str]:
    yield f"# {found.validated.number}"
    if not found.sets:
        yield _NOTHING.in_(language)
    for each in found.sets:
        yield ""
        place = f"{each.file}:{each.line}, {VERSION.in_(language)} {each.version}"
        yield f"{_RULES.in_(language)} {each.symbol}: {each.name} ({place})"
        for rule in each.rules:
            yield from _rule(rule, language)


def _rule(rule: RuleExplained, language: Language) -> Iterator[str]:
    sign, outcome = OUTCOMES[rule.outcome]
    about = f"{rule.subject.in_(language)}, {rule.level.in_(language)}"
    yield f"  {sign} {rule.code} ({about}): {outcome.in_(language)}   {rule.file}:{rule.line}"
    if rule.message:
        yield f"      {rule.message.in_(language)}"
    if not rule.parts:
        yield f"      {_NO_PARTS.in_(language)}"
    for part in rule.parts:
        yield from _part(part, language)


def _part(part: PartAsked, language: Language) -> Iterator[str]:
    indent = "      "
    if part.part is not None:
        sign, outcome = OUTCOMES[part.outcome]
        yield f"    {sign} {part.part}: {outcome.in_(language)}"
        indent += "  "
    if part.message:
        yield f"{indent}{part.message.in_(language)}"
    if part.applies:
        yield from trace_lines(part.applies, language, f"{indent}{_APPLIES.in_(language)} ")
    if not part.applies or part.applies.truth != "false":
        yield from trace_lines(part.condition, language, f"{indent}{CONDITION.in_(language)} ")


def as_json(found: ValidationExplained, language: Language) -> str:
    """A JSON object: number, sets of rules."""
    record = {
        "number": found.validated.number,
        "sets": [plain_data(msgspec.to_builtins(each), language) for each in found.sets],
    }
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"
