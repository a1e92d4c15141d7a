"""Static checks of rules for lines: expressions, codes, and rules that can never be taken.

What passes here cannot fail on a line. Accounts are held against a chart by `check_accounts`.
"""

from dataclasses import dataclass
from decimal import Decimal

from dekret.banklines import problems
from dekret.banklines.language import NOTHING
from dekret.banklines.macros import WORDS
from dekret.banklines.nodes import LineRule, LineRules
from dekret.banklines.patterns import all_covered
from dekret.expr.cells import check_formula
from dekret.expr.check import Checked
from dekret.expr.kinds import Kind
from dekret.text.diagnostic import Related
from dekret.text.report import Report
from dekret.text.wording import Wording, listed


@dataclass(frozen=True, slots=True)
class CheckedRule:
    """A rule whose expressions are checked."""

    rule: LineRule
    condition: Checked | None
    account: Checked | None
    description: Checked | None


@dataclass(frozen=True, slots=True)
class CheckedRules:
    """The rules of one symbol, checked, in the order in which they are tried."""

    rules: LineRules
    tried: tuple[CheckedRule, ...]


def check_line_rules(rules: LineRules, report: Report) -> CheckedRules:
    """The rules with every expression checked; they may run only where the report has no errors."""
    _codes(rules, report)
    _reached(rules, report)
    return CheckedRules(rules, tuple(_checked(rule, report) for rule in rules.tried))


def _checked(rule: LineRule, report: Report) -> CheckedRule:
    return CheckedRule(
        rule,
        check_formula(rule.condition, WORDS, Kind.CONDITION, report),
        check_formula(rule.account, WORDS, Kind.ACCOUNT, report),
        check_formula(rule.description, WORDS, Kind.TEXT, report),
    )


def _codes(rules: LineRules, report: Report) -> None:
    seen: dict[str, LineRule] = {}
    for rule in rules.rules:
        if NOTHING.is_(rule.code):
            report.add(problems.RESERVED_CODE.at(rule.code_place, code=rule.code))
        first = seen.setdefault(rule.code.casefold(), rule)
        if first is not rule and rule.code:
            where = Related(first.code_place, Wording("pierwsza z nich", "the first one"))
            report.add(problems.CODE_REPEATED.at(rule.code_place, related=(where,), code=rule.code))


def _reached(rules: LineRules, report: Report) -> None:
    """Rules that another one always comes before; only where that is certain."""
    tried = rules.tried
    for place, rule in enumerate(tried):
        if rule.takes_all and place + 1 < len(tried):
            after = listed([other.code for other in tried[place + 1 :]], limit=6)
            where = Related(tried[place + 1].span, Wording("tu nic już nie dojdzie", "nothing gets here"))
            report.add(problems.NO_CONDITION.at(rule.span, related=(where,), code=rule.code, after=after))
            return
        wider = next((other for other in tried[:place] if is_wider(other, rule)), None)
        if wider:
            where = Related(wider.span, Wording("bierze wszystko, co tamta", "takes all that the other would"))
            report.add(problems.COVERED.at(rule.span, related=(where,), code=rule.code, other=wider.code))


def is_wider(wide: LineRule, narrow: LineRule) -> bool:
    """Whether every line that fits the narrow rule surely fits the wide one, too."""
    if not wide.is_whole or wide.direction not in (None, narrow.direction) or not _is_range_within(wide, narrow):
        return False
    if wide.condition and (narrow.condition is None or wide.condition.node != narrow.condition.node):
        return False
    looks = {look.column: look.patterns for look in narrow.looks}
    return all(look.column in looks and all_covered(look.patterns, looks[look.column]) for look in wide.looks)


def _is_range_within(wide: LineRule, narrow: LineRule) -> bool:
    return _least(wide) <= _least(narrow) and (
        wide.most is None or (narrow.most is not None and narrow.most <= wide.most)
    )


def _least(rule: LineRule) -> Decimal:
    return Decimal(0) if rule.least is None else rule.least
