"""Static checks of rules: kinds, macros, parts, codes, rules that repeat others.

What passes here cannot fail on a document.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from dekret.documents.document_types import DocumentType
from dekret.documents.macros import Scope
from dekret.expr.cells import Formula, check_formula
from dekret.expr.check import Checked, check
from dekret.expr.kinds import Kind
from dekret.syntax.nodes import Cell
from dekret.text.diagnostic import Related
from dekret.text.nearest import did_you_mean
from dekret.text.report import Report
from dekret.text.wording import Wording
from dekret.validation import problems
from dekret.validation.messages import Message, Piece
from dekret.validation.nodes import English, Rule, RuleSet

CheckedMessage: TypeAlias = tuple[str | Checked, ...]


@dataclass(frozen=True, slots=True)
class CheckedRule:
    """A rule whose expressions are checked for one type of document; `scope` is the part that it runs over there."""

    rule: Rule
    scope: Scope
    applies: Checked | None
    condition: Checked | None
    message: CheckedMessage
    english: CheckedMessage
    """Empty where the rule says nothing in English."""


@dataclass(frozen=True, slots=True)
class CheckedRuleSet:
    """The rules of one symbol, checked for each of their types of document."""

    rules: RuleSet
    by_type: Mapping[str, tuple[CheckedRule, ...]]


def check_rule_set(rules: RuleSet, report: Report) -> CheckedRuleSet:
    """The rules with every expression checked; they may run only where the report has no errors."""
    _codes(rules, report)
    _repeated(rules, report)
    _english(rules, report)
    by_type = {type_.kind: tuple(_Checker(type_, report).rules(rules.rules)) for type_ in rules.types}
    _same_for_each(rules, by_type, report)
    _two_meanings(rules, by_type, report)
    return CheckedRuleSet(rules, by_type)


class _Checker:
    """Checks rules against one type of document."""

    def __init__(self, type_: DocumentType, report: Report) -> None:
        self.type = type_
        self.report = report

    def rules(self, rules: Iterable[Rule]) -> Iterable[CheckedRule]:
        for rule in rules:
            scope = rule.subject.scope(self.type)
            if scope is None:
                word, type_ = rule.subject.word, self.type.word
                part, name = Wording(word.pl, word.en), Wording(type_.pl, type_.en)
                self.report.add(problems.NO_SUCH_PART.at(rule.subject_place, part=part, type=name))
                continue
            told = Scope.DOCUMENT if rule.subject.is_some else scope
            english = rule.english
            yield CheckedRule(
                rule,
                scope,
                self._condition(rule.applies, rule, scope),
                self._condition(rule.condition, rule, scope),
                self._message(rule, rule.message, rule.message_cell, told),
                self._message(rule, english.message, english.cell, told) if english else (),
            )

    def _condition(self, formula: Formula | None, rule: Rule, scope: Scope) -> Checked | None:
        checked = check_formula(formula, self.type.words, Kind.CONDITION, self.report)
        if checked and formula and rule.subject_is_read:
            self._parts(checked, scope, formula, 0)
        return checked

    def _message(self, rule: Rule, message: Message, cell: Cell | None, scope: Scope) -> CheckedMessage:
        return tuple(
            self._piece(each, rule, cell, scope) if cell and isinstance(each, Piece) else str(each) for each in message
        )

    def _piece(self, piece: Piece, rule: Rule, cell: Cell, scope: Scope) -> Checked:
        checked = check(piece.node, self.type.words, None)
        self.report.extend(
            finding.at(cell.place(piece.start + finding.start, piece.start + finding.end))
            for finding in checked.findings
        )
        if rule.subject_is_read:
            self._parts(checked, scope, Formula(cell, piece.node), piece.start)
        return checked

    def _parts(self, checked: Checked, scope: Scope, formula: Formula, start: int) -> None:
        """Every macro must have a value where the rule looks."""
        chain = self.type.chain(scope)
        for use in checked.uses:
            macro = self.type.by_name.get(use.spec.name)
            if macro and macro.scope not in chain:
                place = formula.cell.place(start + use.start, start + use.end)
                self.report.add(problems.OTHER_PART.at(place, name=use.spec.name, part=macro.scope.value))


def _same_for_each(rules: RuleSet, by_type: Mapping[str, tuple[CheckedRule, ...]], report: Report) -> None:
    """Rules over parts that ask about the document alone, so that every part gets the same answer."""
    asking = [
        (checked.rule, _asks_the_document(checked, type_)) for type_ in rules.types for checked in by_type[type_.kind]
    ]
    for rule in rules.rules:
        found = [alone for asked, alone in asking if asked is rule]
        if rule.subject.part and found and all(found):
            assert rule.condition
            word = rule.subject.word
            part = Wording(word.pl, word.en)
            report.add(problems.SAME_FOR_EACH.at(rule.condition.cell.span, code=rule.code, part=part))


def _two_meanings(rules: RuleSet, by_type: Mapping[str, tuple[CheckedRule, ...]], report: Report) -> None:
    """Macros that are of the part for one type of document and of the whole for another, as @Netto of positions."""
    for rule in rules.rules:
        found: dict[str, dict[bool, DocumentType]] = {}
        for type_ in rules.types:
            for checked in by_type[type_.kind]:
                if checked.rule is rule and checked.scope is not Scope.DOCUMENT:
                    for name, is_whole in _whole_by_macro(checked, type_):
                        found.setdefault(name, {}).setdefault(is_whole, type_)
        for name, types in found.items():
            if len(types) > 1:
                words = {key: Wording(type_.word.pl, type_.word.en) for key, type_ in types.items()}
                report.add(
                    problems.TWO_MEANINGS.at(rule.span, code=rule.code, name=name, part=words[False], whole=words[True])
                )


def _whole_by_macro(checked: CheckedRule, type_: DocumentType) -> Iterator[tuple[str, bool]]:
    """The macros of a rule with whether their value is that of the document there."""
    said = [piece for piece in checked.message if isinstance(piece, Checked)]
    for each in (checked.applies, checked.condition, *said):
        for use in each.uses if each else ():
            macro = type_.by_name.get(use.spec.name)
            nearest = macro and next((at for at in type_.chain(checked.scope) if at in macro.readers), None)
            if nearest:
                yield use.spec.name, nearest is Scope.DOCUMENT


def _asks_the_document(checked: CheckedRule, type_: DocumentType) -> bool:
    """Whether every macro that decides a rule has the value of the document there, whatever the part."""
    if checked.condition is None or (checked.rule.applies and checked.applies is None):
        return False
    uses = [use for each in (checked.applies, checked.condition) if each for use in each.uses]
    macros = [macro for use in uses if (macro := type_.by_name.get(use.spec.name))]
    nearest = [next((at for at in type_.chain(checked.scope) if at in macro.readers), None) for macro in macros]
    return bool(nearest) and all(at is Scope.DOCUMENT for at in nearest)


def _codes(rules: RuleSet, report: Report) -> None:
    seen: dict[str, Rule] = {}
    for rule in rules.rules:
        first = seen.setdefault(rule.code.casefold(), rule)
        if first is not rule and rule.code:
            where = Related(first.code_place, Wording("pierwsza z nich", "the first one"))
            report.add(problems.CODE_REPEATED.at(rule.code_place, related=(where,), code=rule.code))


def _english(rules: RuleSet, report: Report) -> None:
    """Every row of [Po angielsku] has to be about a rule, and each rule has one at most."""
    codes = [rule.code for rule in rules.rules]
    seen: dict[str, English] = {}
    for row in rules.english:
        code = row.code.casefold()
        first = seen.setdefault(code, row)
        if row.code and code not in map(str.casefold, codes):
            advice = did_you_mean(row.code, codes)
            report.add(problems.NO_SUCH_RULE.at(row.place, code=row.code, advice=advice))
        elif first is not row and row.code:
            where = Related(first.place, Wording("pierwsza z nich", "the first one"))
            report.add(problems.ENGLISH_REPEATED.at(row.place, related=(where,), code=row.code))


def _repeated(rules: RuleSet, report: Report) -> None:
    """Rules that say nothing that another does not say, too: the same condition, as narrow or narrower."""
    for place, rule in enumerate(rules.rules):
        for other_place, other in enumerate(rules.rules):
            if rule is other or rule.condition is None or other.condition is None:
                continue
            same = rule.subject == other.subject and rule.condition.node == other.condition.node
            narrower = rule.applies is not None and other.applies is None
            alike = (rule.applies and rule.applies.node) == (other.applies and other.applies.node)
            if same and not rule.subject.is_some and (narrower or (alike and other_place < place)):
                where = Related(other.span, Wording(f"reguła {other.code}", f"rule {other.code}"))
                report.add(problems.RULE_COVERED.at(rule.span, related=(where,), code=rule.code, other=other.code))
                break
