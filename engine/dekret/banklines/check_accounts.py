"""Checks of rules for lines against charts of accounts: accounts written in them must exist and take lines."""

from collections.abc import Sequence

from dekret.banklines import problems
from dekret.banklines.check import CheckedRule, CheckedRules
from dekret.expr.core import Constant
from dekret.model.accounts import AccountPlan
from dekret.text.diagnostic import Problem
from dekret.text.nearest import nearest
from dekret.text.report import Report
from dekret.text.wording import Value, Wording, listed


def check_accounts(checked: CheckedRules, plans: Sequence[AccountPlan], report: Report) -> None:
    """Looks at accounts that are written out; those that come from macros are known only on a line.

    An account is wrong where no chart can take it; the first chart is spoken of. A dictionary account is right: the
    scheme that posts the line splits it.
    """
    for rule in checked.tried:
        code = _written(rule)
        if code is None or not rule.rule.account:
            continue
        tried = [_wrong(plan, code) for plan in plans]
        if tried and tried[0] and all(tried):
            problem, values = tried[0]
            report.add(problem.filled(rule.rule.account.cell.span, {**values, "code": rule.rule.code}))


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
        near = nearest(code, [account.code for account in plan.accounts])
        advice = Wording(f"Czy chodziło o {near}? ", f"Did you mean {near}? ") if near else Wording("", "")
        return problems.MISSING_ACCOUNT, {**values, "advice": advice}
    if known.inactive:
        return problems.INACTIVE_ACCOUNT, values
    if not known.dictionary and plan.has_accounts_below(code):
        return problems.SYNTHETIC_ACCOUNT, {**values, "below": listed(plan.below(known.code), limit=6)}
    return None
