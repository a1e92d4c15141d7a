"""Why a line got what it got: every rule over it, and which of its cells did not fit.

The sentences are those of `packs.bank.lines_explained`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, Self, TypeAlias

from dekret.banklines import language
from dekret.banklines.check import CheckedRule, CheckedRules
from dekret.banklines.compile import Proposed, compile_rules
from dekret.banklines.conditions import Clause, clauses_of, fails
from dekret.banklines.macros import DIRECTIONS, Around, reader
from dekret.banklines.nodes import LineRule
from dekret.expr.check import Checked
from dekret.expr.kinds import shown
from dekret.model.statements import BankLine
from dekret.syntax.schema import Word
from dekret.text.wording import Wording

Outcome: TypeAlias = Literal["taken", "late", "no"]
"""A rule was taken; it fits, but another came before; a condition of it does not hold."""
Truth: TypeAlias = Literal["true", "false", "unknown"]
Test: TypeAlias = Callable[[BankLine, Around], bool]


@dataclass(frozen=True, slots=True)
class CellTried:
    """A condition of a rule: its column, what the cell says, what the line has, whether they go together."""

    column: Wording
    written: str
    found: str
    truth: Truth


@dataclass(frozen=True, slots=True)
class RuleTried:
    """A rule over the line."""

    code: str
    file: str
    line: int
    points: int
    outcome: Outcome
    cells: tuple[CellTried, ...]


@dataclass(frozen=True, slots=True)
class LineExplained:
    """A line explained by the rules of one symbol, in the order in which they are tried."""

    symbol: str
    name: str
    file: str
    line: int
    version: str
    proposed: Proposed | None
    rules: tuple[RuleTried, ...]


def explain(checked: CheckedRules, line: BankLine, around: Around) -> LineExplained:
    """Every rule over a line. Only for rules that were checked without errors."""
    return Explainer(checked).explain(line, around)


class Explainer:
    """Rules ready to explain lines: what tries their cells is made once."""

    def __init__(self, checked: CheckedRules) -> None:
        """Only for rules that were checked without errors."""
        self.rules = checked.rules
        self._proposer = compile_rules(checked)
        self._tried = tuple(_Tried.of(rule) for rule in checked.tried)

    def explain(self, line: BankLine, around: Around) -> LineExplained:
        """Every rule over a line."""
        rules = self.rules
        proposed = self._proposer.propose(line, around)
        taken = proposed.rule if proposed else None
        return LineExplained(
            rules.symbol,
            rules.name,
            rules.span.source.name,
            rules.span.line,
            rules.version,
            proposed,
            tuple(tried.explained(line, around, taken) for tried in self._tried),
        )


@dataclass(frozen=True, slots=True)
class _Tried:
    """A rule with what tries each of its cells; `fails` tells a condition that is false from one that is unknown."""

    checked: CheckedRule
    clauses: tuple[tuple[Clause, Test], ...]
    fails: Test | None

    @classmethod
    def of(cls, checked: CheckedRule) -> Self:
        clauses = tuple((clause, clause.function()) for clause in clauses_of(checked, 0))
        return cls(checked, clauses, fails(checked.condition) if checked.condition else None)

    def explained(self, line: BankLine, around: Around, taken: str | None) -> RuleTried:
        rule = self.checked.rule
        cells = tuple(self._cell(clause, test, line, around) for clause, test in self.clauses)
        outcome: Outcome = "no"
        if all(cell.truth == "true" for cell in cells):
            outcome = "taken" if rule.code == taken else "late"
        return RuleTried(rule.code, rule.span.source.name, rule.span.line, rule.points, outcome, cells)

    def _cell(self, clause: Clause, test: Test, line: BankLine, around: Around) -> CellTried:
        truth: Truth = "true" if test(line, around) else "false"
        found = _found(clause.word, line)
        if clause.word is language.CONDITION.word:
            assert self.checked.condition
            assert self.fails
            if truth == "false" and not self.fails(line, around):
                truth = "unknown"
            found = _values(self.checked.condition, line, around)
        column = Wording(clause.word.pl, clause.word.en)
        return CellTried(column, _written(self.checked.rule, clause.word), found, truth)


def _written(rule: LineRule, word: Word) -> str:
    """What the cell of a rule says."""
    for look in rule.looks:
        if look.column.field.word is word:
            return look.cell.text
    if word is language.CONDITION.word:
        assert rule.condition
        return rule.condition.cell.text
    if word is language.DIRECTION.word:
        assert rule.direction
        direction: Word = rule.direction.value
        return direction.pl
    amount = rule.least if word is language.LEAST.word else rule.most
    return f"{amount:f}"


def _found(word: Word, line: BankLine) -> str:
    """What the line has where a cell looks."""
    if word is language.DIRECTION.word:
        return DIRECTIONS[line.is_in] if line.amount else "0"
    for column in language.TEXT_COLUMNS:
        if column.field.word is word:
            texts = [" ".join(getattr(line, source).split()) for source in column.sources]
            return " / ".join(shown(text) for text in texts if text) or shown("")
    return f"{line.amount.copy_abs():f}"


def _values(checked: Checked, line: BankLine, around: Around) -> str:
    """The macros of a condition with their values, each once: `@Kwota = 12.00, @Tytul = 'ZUS'`."""
    return ", ".join(dict.fromkeys(_named(checked, line, around)))


def _named(checked: Checked, line: BankLine, around: Around) -> Iterator[str]:
    for use in checked.uses:
        argument = "" if use.argument is None else f"('{use.argument}')"
        yield f"{use.spec.name}{argument} = {shown(reader(use.spec.name, use.argument)(line, around))}"
