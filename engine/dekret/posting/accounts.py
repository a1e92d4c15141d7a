"""Which account a row really posts to: dictionary split, opening of accounts, refusals (002:719, 002:783)."""

from collections.abc import Mapping
from dataclasses import dataclass

from dekret.model.accounts import Account, AccountPlan, Dictionary
from dekret.posting import problems
from dekret.text.diagnostic import Problem
from dekret.text.wording import Value, Wording


@dataclass(frozen=True, slots=True)
class Resolved:
    """The account to post to; `opened` where it is not in the chart yet."""

    code: str
    off_balance: bool
    settlement: bool
    opened: bool = False


@dataclass(frozen=True, slots=True)
class NoAccount:
    """Why there is none: a problem and the values of its sentence."""

    problem: Problem
    values: Mapping[str, Value]


def resolve(
    plan: AccountPlan, account: str, *, split: str | None = None, fits: frozenset[Dictionary] = frozenset()
) -> Resolved | NoAccount:
    """The account of a line.

    `split` is the code by which a dictionary account is split, None for a row without a dictionary; `fits` are
    the dictionaries that the split goes with. An account that already carries the analytic part, or is no
    dictionary account, is left as it is.
    """
    account = account.strip()
    if not account:
        return NoAccount(problems.EMPTY_ACCOUNT, {})
    known = plan.find(account)
    if known and known.dictionary:
        return _analytic(plan, known, split, fits)
    if known:
        return _as_it_is(plan, known)
    above = plan.nearest_above(account)
    if above and above.dictionary and split and account.casefold() == f"{above.code}-{split}".casefold():
        return _analytic(plan, above, split, fits)
    if plan.opens_other and not (above and above.dictionary):
        return _opened(plan, account, above)
    return NoAccount(problems.MISSING_ACCOUNT, {"account": account, "plan": plan.symbol})


def _as_it_is(plan: AccountPlan, known: Account) -> Resolved | NoAccount:
    if known.inactive:
        return NoAccount(problems.INACTIVE_ACCOUNT, {"account": known.code, "plan": plan.symbol})
    if plan.has_accounts_below(known.code):
        return NoAccount(problems.SYNTHETIC_ACCOUNT, {"account": known.code, "plan": plan.symbol})
    return Resolved(known.code, known.off_balance, known.settlement)


def _analytic(
    plan: AccountPlan, parent: Account, split: str | None, fits: frozenset[Dictionary]
) -> Resolved | NoAccount:
    assert parent.dictionary
    if split is None:
        return NoAccount(problems.SPLIT_NEEDED, {"account": parent.code, "dictionary": parent.dictionary.value})
    if parent.dictionary not in fits:
        wanted = ", ".join(dictionary.value.pl for dictionary in Dictionary if dictionary in fits)
        english = ", ".join(dictionary.value.en for dictionary in Dictionary if dictionary in fits)
        return NoAccount(
            problems.WRONG_SPLIT,
            {"account": parent.code, "dictionary": parent.dictionary.value, "split": Wording(wanted, english)},
        )
    if not split:
        return NoAccount(problems.NO_CODE, {"account": parent.code, "dictionary": parent.dictionary.value})
    code = f"{parent.code}-{split}"
    known = plan.find(code)
    if known:
        return _as_it_is(plan, known)
    if plan.opens_dictionary:
        return _opened(plan, code, parent)
    return NoAccount(problems.MISSING_ACCOUNT, {"account": code, "plan": plan.symbol})


def _opened(plan: AccountPlan, code: str, above: Account | None) -> Resolved:
    """A new account takes after the one above it."""
    team = plan.off_balance_team
    off_balance = above.off_balance if above else bool(team) and code.startswith(team)
    return Resolved(code, off_balance, above.settlement if above else False, opened=True)
