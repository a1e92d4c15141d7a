"""Running of cases of rules for lines: what is proposed for every line is held against what was expected."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dekret.banklines.check import CheckedRules
from dekret.banklines.compile import Proposed
from dekret.banklines.explain import explain
from dekret.banklines.language import NOTHING
from dekret.banklines.macros import Around
from dekret.model.statements import BankLine
from dekret.packs.bank import line_case_problems as problems
from dekret.packs.bank.line_cases import COLUMNS, Expected, LineCase
from dekret.packs.bank.lines_explained import rule_lines
from dekret.packs.bank.proposals import Proposals
from dekret.packs.library import Library
from dekret.text.diagnostic import Diagnostic
from dekret.text.table import cell_text, titled
from dekret.text.wording import Language, Wording


@dataclass(frozen=True, slots=True)
class Reached:
    """A rule that was taken in a case, and the rules it belongs to."""

    rules: CheckedRules
    code: str


@dataclass(frozen=True, slots=True)
class LineCaseResult:
    """A case that was run; it passed where `diagnostics` is empty. `reached` are the rules that were taken.

    `differing` is what came out where something else was expected, in the order of COLUMNS.
    """

    case: LineCase
    diagnostics: tuple[Diagnostic, ...]
    reached: tuple[Reached, ...] = ()
    differing: tuple[tuple[Expected, tuple[str, ...]], ...] = ()


def run_line_case(case: LineCase, library: Library, today: dt.date) -> LineCaseResult:
    """The result of one case; every line by the rules that hold on its day."""
    found: list[Diagnostic] = []
    reached: list[Reached] = []
    differing: list[tuple[Expected, tuple[str, ...]]] = []
    around = Around(case.today or today, case.register)
    proposals = Proposals(library, case.rules, around)
    for number, (written, expected) in enumerate(zip(case.lines, case.expected, strict=True), start=1):
        line = written.read()
        if isinstance(line, list):
            found += line
            continue
        proposer = proposals.on(line.date)
        if proposer is None:
            found.append(problems.NO_VERSION.at(case.rules_place, symbol=case.rules, day=str(line.date)))
            continue
        proposed = proposer.propose(line, around)
        if proposed:
            reached.append(Reached(proposer.checked, proposed.rule))
        if not _fits(expected, _cells(proposed)):
            differing.append((expected, _cells(proposed)))
            found.append(_difference(number, expected, proposer.checked, line, around))
    return LineCaseResult(case, tuple(found), tuple(reached), tuple(differing))


def _cells(proposed: Proposed | None) -> tuple[str, ...]:
    """A proposal in the order of the columns of a case."""
    if proposed is None:
        return ("",) * len(COLUMNS)
    parts = (proposed.rule, proposed.account, proposed.category, proposed.party, proposed.description)
    return tuple(part or "" for part in parts)


def _fits(expected: Expected, made: tuple[str, ...]) -> bool:
    """Codes are the same in any letter case, descriptions only as they are written."""
    *codes, (description, made_description) = zip(expected.cells, made, strict=True)
    same = all(wanted is None or wanted.casefold() == found.casefold() for wanted, found in codes)
    return same and description in (None, made_description)


def _difference(number: int, expected: Expected, rules: CheckedRules, line: BankLine, around: Around) -> Diagnostic:
    """Both sides in a table, and below it why the rule that was expected was not taken, and why another was."""
    explained = explain(rules, line, around)
    taken = explained.proposed.rule if explained.proposed else None
    wanted = expected.cells[0]
    asked = [code.casefold() for code in (wanted, taken) if code]
    tried = [rule for rule in explained.rules if rule.code.casefold() in asked]

    def shown(language: Language) -> Iterator[str]:
        yield from _beside(expected, _cells(explained.proposed), language)
        if wanted and not any(rule.code.casefold() == wanted.casefold() for rule in explained.rules):
            yield _NO_RULE.in_(language).format(code=wanted)
        for rule in tried:
            yield from rule_lines(rule, language)

    detail = Wording("\n".join(shown("pl")), "\n".join(shown("en")))
    return replace(problems.PROPOSAL_DIFFERS.at(expected.place, number=number), detail=detail)


_EXPECTED = Wording("oczekiwano", "expected")
_MADE = Wording("wyszło", "came out")
_ANY = "…"
_NO_RULE = Wording("reguły {code} nie ma", "there is no rule {code}")


def _beside(expected: Expected, made: tuple[str, ...], language: Language) -> list[str]:
    """A row of what was expected above one of what came out; `…` where it was no matter."""
    nothing = NOTHING.pl if language == "pl" else NOTHING.en
    header = ["", *(column.word.pl if language == "pl" else column.word.en for column in COLUMNS)]
    wanted = [_ANY if text is None else cell_text(text) or nothing for text in expected.cells]
    found = [cell_text(text) or nothing for text in made]
    return titled(header, [[_EXPECTED.in_(language), *wanted], [_MADE.in_(language), *found]])
