"""Running of cases of rules for documents: what the rules say is held against what was expected."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from dekret.documents.document_types import RULED_TYPES
from dekret.errors import FileError, UsageError
from dekret.intake.read import read_any
from dekret.intake.received import Received
from dekret.model.documents import AnyDocument, encode
from dekret.packs import problems as pack_problems
from dekret.packs.inline import Inline
from dekret.packs.library import Library
from dekret.packs.validation import case_problems as problems
from dekret.packs.validation.cases import COLUMNS, OUTCOMES, ExpectedFinding, RuleSetCase
from dekret.packs.validation.rule_sets import ValidateBy
from dekret.packs.validation.validator import RuleFound, Validator
from dekret.text.diagnostic import Diagnostic
from dekret.text.table import cell_text, titled
from dekret.text.wording import Language, Wording
from dekret.validation.language import level_word


@dataclass(frozen=True, slots=True)
class RuleSetCaseResult:
    """A case that was run; it passed where `diagnostics` is empty. `found` is what the rules said."""

    case: RuleSetCase
    diagnostics: tuple[Diagnostic, ...]
    found: tuple[RuleFound, ...] = ()


def run_rule_set_case(case: RuleSetCase, library: Library, today: dt.date) -> RuleSetCaseResult:
    """The result of one case. Its document is completed from a company's file only where the case names one."""
    try:
        by = ValidateBy(case.today or today, "", (case.rules,), case.directory, completes=case.directory is not None)
        validator = Validator(library, by)
    except UsageError as error:
        reason = Wording(error.pl.partition(" Wskaż: --")[0], error.en.partition(" Name one: --")[0])
        return RuleSetCaseResult(case, (pack_problems.UNKNOWN_SYMBOL.at(case.rules_place, reason=reason),))
    received = _document_of(case, validator)
    if not isinstance(received, Received):
        return RuleSetCaseResult(case, received)
    validated = validator.validate(received)
    if not validated.checked:
        type_ = next(known for known in RULED_TYPES if known.kind == received.document.type)
        day, word = type_.date(received.document).isoformat(), Wording(type_.word.pl, type_.word.en)
        said = problems.NO_RULES_HOLD.at(case.rules_place, symbol=case.rules, type=word, day=day)
        return RuleSetCaseResult(case, (said,))
    return RuleSetCaseResult(case, tuple(_compared(case, validated.found)), validated.found)


def _document_of(case: RuleSetCase, validator: Validator) -> Received[AnyDocument] | tuple[Diagnostic, ...]:
    """The document of a case, from its file or from its tables; or why there is none."""
    kinds = list(dict.fromkeys(kind for each in validator.sets for kind in each.by_type))
    kind = case.kind or (kinds[0] if len(kinds) == 1 else None)
    if isinstance(case.document, Inline):
        if kind is None:
            words = [known.word for known in RULED_TYPES if known.kind in kinds]
            known = Wording(", ".join(word.pl for word in words), ", ".join(word.en for word in words))
            return (problems.TYPE_NEEDED.at(case.rules_place, symbol=case.rules, known=known),)
        document = case.document.read(kind)
        if isinstance(document, list):
            return tuple(document)
        return Received(document, encode(document), case.document.span)
    path = Path(case.span.source.name).parent / case.document
    try:
        found = list(read_any(path, kind, validator.own_tax_id))
    except FileError as error:
        reason = Wording(error.pl.rstrip("."), error.en.rstrip("."))
        return (pack_problems.NO_DOCUMENT.at(case.document_place, path=case.document, reason=reason),)
    if len(found) == 1 and isinstance(found[0], Received):
        return found[0]
    rejected = [diagnostic for item in found if not isinstance(item, Received) for diagnostic in item.diagnostics]
    reason = rejected[0].message if rejected else Wording(f"jest ich {len(found)}", f"there are {len(found)}")
    reason = Wording(reason.pl.rstrip("."), reason.en.rstrip("."))
    return (pack_problems.NO_DOCUMENT.at(case.document_place, path=case.document, reason=reason),)


def _compared(case: RuleSetCase, found: tuple[RuleFound, ...]) -> Iterator[Diagnostic]:
    left = list(found)
    missing: list[ExpectedFinding] = []
    for expected in sorted(case.expected, key=_said, reverse=True):
        match = next((each for each in left if _fits(expected, each)), None)
        if match:
            left.remove(match)
        else:
            missing.append(expected)
    if not missing and (case.partial or not left):
        return
    extra = [] if case.partial else left
    lacking, beyond = _codes([each.code for each in missing]), _codes([_code(each) for each in extra])
    place = missing[0].place if missing else case.result_place
    detail = Wording(_beside(missing, extra, "pl"), _beside(missing, extra, "en"))
    yield replace(problems.FINDINGS_DIFFER.at(place, missing=lacking, extra=beyond), detail=detail)


def _said(expected: ExpectedFinding) -> int:
    """How much a row says; those that say most choose first."""
    cells = (expected.part, expected.level, expected.outcome, expected.message)
    return sum(cell is not None for cell in cells)


def _fits(expected: ExpectedFinding, each: RuleFound) -> bool:
    found = each.found
    return (
        expected.code.casefold() == found.rule.code.casefold()
        and expected.part in (None, found.part)
        and expected.level in (None, found.rule.level)
        and expected.outcome in (None, found.truth)
        and expected.message in (None, " ".join(found.message.pl.split()))
    )


def _code(each: RuleFound) -> str:
    return each.found.rule.code


def _codes(codes: list[str]) -> Wording:
    text = ", ".join(dict.fromkeys(codes))
    return Wording(text or "–", text or "–")


def row_of(each: RuleFound) -> list[str]:
    """A finding in the order of the columns of a case."""
    found = each.found
    outcome = next(word.pl for word, truth in OUTCOMES.items() if truth == found.truth)
    part = "" if found.part is None else str(found.part)
    return [_code(each), part, level_word(found.rule.level).pl, outcome, " ".join(found.message.pl.split())]


def _beside(missing: list[ExpectedFinding], extra: list[RuleFound], language: Language) -> str:
    """A table: `-` what is missing, `+` what was not expected."""
    rows = [["-", *_row(each)] for each in missing] + [["+", *row_of(each)] for each in extra]
    header = ["", *(column.word.pl if language == "pl" else column.word.en for column in COLUMNS)]
    return "\n".join(titled(header, [[cell_text(cell) for cell in row] for row in rows]))


def _row(expected: ExpectedFinding) -> list[str]:
    level = level_word(expected.level).pl if expected.level else ""
    outcome = next((word.pl for word, truth in OUTCOMES.items() if truth == expected.outcome), "")
    part = "" if expected.part is None else str(expected.part)
    return [expected.code, part, level, outcome, expected.message or ""]
