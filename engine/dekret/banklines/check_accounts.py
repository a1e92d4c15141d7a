"""Checks of rules for lines against charts of accounts: accounts written in them must exist and take lines."""

from collections.abc import Iterator, Sequence

from dekret.banklines import problems
from dekret.banklines.check import CheckedRule, CheckedRules
from dekret.banklines.nodes import LineRule
from dekret.expr.core import Constant
from dekret.model.accounts import AccountPlan
from dekret.text.diagnostic import Problem
from dekret.text.nearest import did_you_mean
from dekret.text.report import Report
from dekret.text.wording import Value, listed


def check_accounts(checked: CheckedRules, plans: Sequence[AccountPlan], report: Report) -> None:
    """Looks at accounts that are written out; those that come from macros are known only on a line.

    An account is wrong where no chart can take it; the first chart is spoken of. A dictionary account is right: the
    scheme that posts the line splits it.
    """
    for rule, problem, values in wrong_accounts(checked, plans):
        assert rule.account
        report.add(problem.filled(rule.account.cell.span, values))


def wrong_accounts(
    checked: CheckedRules, plans: Sequence[AccountPlan]
) -> Iterator[tuple[LineRule, Problem, dict[str, Value]]]:
    """Rules whose account no chart can take, and why the first one cannot."""
    for rule in checked.tried:
        code = _written(rule)
        if code is None:
            continue
        tried = [_wrong(plan, code) for plan in plans]
        if tried and tried[0] and all(tried):
            problem, values = tried[0]
            yield rule.rule, problem, {**values, "code": rule.rule.code}


def _written(rule: CheckedRule) -> str | None:
    """The account of a rule where it is constant."""
    core = rule.account.core if rule.account else None
    return core.value.strip() if isinstance(core, Constant) and isinstance(core.value, str) else None


def _wrong(plan: AccountPlan, code: str) -> tuple[Problem, dict[str, Value]] | None:
    """Why a chart cannot take an account; None where it can."""
    values: dict[str, Value] = {"account": code, "plan": plan.symbol}
    known = plan.find(code)
    if known is None:
        above = plan.nearest_above(code)
        opens = plan.opens_dictionary if above and above.dictionary else plan.opens_other
        if opens:
            return None
        advice = did_you_mean(code, [account.code for account in plan.accounts])
        return problems.MISSING_ACCOUNT, {**values, "advice": advice}
    if known.inactive:
        return problems.INACTIVE_ACCOUNT, values
    if not known.dictionary and plan.has_accounts_below(code):
        return problems.SYNTHETIC_ACCOUNT, {**values, "below": listed(plan.below(known.code), limit=6)}
    return None
