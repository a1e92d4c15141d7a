"""Which account a row really posts to: dictionary split, currency, opening of accounts, refusals (002:719, 002:783)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from dekret.model.accounts import PLN, Account, AccountPlan, Dictionary, is_code
from dekret.posting import problems
from dekret.text.diagnostic import Problem
from dekret.text.nearest import did_you_mean
from dekret.text.wording import Value, Wording, listed


@dataclass(frozen=True, slots=True)
class Resolved:
    """The account to post to; `opened` where it is not in the chart yet."""

    account: Account
    opened: bool = False


@dataclass(frozen=True, slots=True)
class NoAccount:
    """Why there is none: a problem and the values of its sentence."""

    problem: Problem
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Wanted:
    """How a row wants its account.

    `split` is the code by which a dictionary account is split, None for a row without a dictionary; `fits` are the
    dictionaries that the split goes with; `currency` is that of the line.
    """

    split: str | None = None
    fits: frozenset[Dictionary] = frozenset()
    currency: str = PLN


def resolve(plan: AccountPlan, account: str, wanted: Wanted) -> Resolved | NoAccount:
    """The account of a line.

    An account that already carries the analytic part, or is no dictionary account, is left as it is. Of accounts
    of one code in several currencies a line takes the one in its own, else the one in PLN; a missing analytic
    account is opened in PLN, whatever the currency (002:783).
    """
    account = account.strip()
    if not account:
        return NoAccount(problems.EMPTY_ACCOUNT, {})
    known = plan.find(account)
    if known and known.dictionary:
        return _analytic(plan, known, wanted)
    if known:
        return _as_it_is(plan, known, wanted.currency)
    above = plan.nearest_above(account)
    if above and above.dictionary and wanted.split and account.casefold() == f"{above.code}-{wanted.split}".casefold():
        return _analytic(plan, above, wanted)
    if not is_code(account):
        return NoAccount(problems.BAD_ACCOUNT_CODE, {"account": account})
    if plan.opens_other and not (above and above.dictionary):
        return _opened(plan, account, above)
    return _missing(plan, account)


def _missing(plan: AccountPlan, account: str) -> NoAccount:
    advice = did_you_mean(account, [known.code for known in plan.accounts])
    return NoAccount(problems.MISSING_ACCOUNT, {"account": account, "plan": plan.symbol, "advice": advice})


def _as_it_is(plan: AccountPlan, known: Account, currency: str) -> Resolved | NoAccount:
    found = plan.find(known.code, currency) or plan.find(known.code, PLN)
    if found is None:
        kept = ", ".join(plan.currencies(known.code))
        return NoAccount(problems.CURRENCY_ACCOUNT, {"account": known.code, "currency": currency, "kept": kept})
    if found.inactive:
        return NoAccount(problems.INACTIVE_ACCOUNT, {"account": known.code, "plan": plan.symbol})
    if plan.has_accounts_below(known.code):
        below = listed(plan.below(known.code), limit=6)
        return NoAccount(problems.SYNTHETIC_ACCOUNT, {"account": known.code, "plan": plan.symbol, "below": below})
    return Resolved(found)


def _analytic(plan: AccountPlan, parent: Account, wanted: Wanted) -> Resolved | NoAccount:
    assert parent.dictionary
    if parent.inactive:
        return NoAccount(problems.INACTIVE_ACCOUNT, {"account": parent.code, "plan": plan.symbol})
    if wanted.split is None:
        return NoAccount(problems.SPLIT_NEEDED, {"account": parent.code, "dictionary": parent.dictionary.value})
    if parent.dictionary not in wanted.fits:
        fitting = [dictionary.value for dictionary in Dictionary if dictionary in wanted.fits]
        split = Wording(", ".join(word.pl for word in fitting), ", ".join(word.en for word in fitting))
        values: dict[str, Value] = {"account": parent.code, "dictionary": parent.dictionary.value, "split": split}
        return NoAccount(problems.WRONG_SPLIT, values)
    if not wanted.split:
        return NoAccount(problems.NO_CODE, {"account": parent.code, "dictionary": parent.dictionary.value})
    code = f"{parent.code}-{wanted.split}"
    known = plan.find(code)
    if known:
        return _as_it_is(plan, known, wanted.currency)
    if plan.opens_dictionary:
        return _opened(plan, code, parent)
    return _missing(plan, code)


def _opened(plan: AccountPlan, code: str, above: Account | None) -> Resolved:
    """A new account takes after the one above it."""
    if above:
        return Resolved(replace(above, code=code, dictionary=None, currency=PLN, inactive=False), opened=True)
    team = plan.off_balance_team
    return Resolved(Account(code, off_balance=bool(team) and code.startswith(team)), opened=True)
