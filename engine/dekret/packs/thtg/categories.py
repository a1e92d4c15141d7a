"""Accounts of the Integrator made categories: `501-432` becomes Kategoria 501 and Kategoria2 432 (000:115–132).

A number is split at the one hyphen that leaves an account of the chart on both sides. One that no hyphen splits so, and
that is an account itself, is the one category. Everything else leaves the line without categories, as the source says;
so does a number that can be split in several ways, of which the source does not tell which is meant.
"""

from dataclasses import dataclass

from dekret.model.accounts import AccountPlan


@dataclass(frozen=True, slots=True)
class Categories:
    """The two categories of a line; the second may be empty. `ways` is in how many ways the account could be split."""

    first: str = ""
    second: str = ""
    ways: int = 0


def categories_of(account: str, plan: AccountPlan) -> Categories:
    """The categories of an account of the Integrator, spelled as the chart has them.

    >>> from dekret.model.accounts import Account
    >>> plan = AccountPlan("P", tuple(Account(code) for code in ("501", "432", "401-01")))
    >>> categories_of("501-432", plan), categories_of("401-01", plan)
    (Categories(first='501', second='432', ways=1), Categories(first='401-01', second='', ways=1))
    >>> categories_of("501-499", plan)
    Categories(first='', second='', ways=0)
    """
    parts = account.replace(" ", "").split("-")
    found = []
    for end in range(1, len(parts)):
        first, second = _code("-".join(parts[:end]), plan), _code("-".join(parts[end:]), plan)
        if first and second:
            found.append(Categories(first, second, 1))
    if not found and (whole := _code("-".join(parts), plan)):
        return Categories(whole, "", 1)
    return found[0] if len(found) == 1 else Categories(ways=len(found))


def _code(text: str, plan: AccountPlan) -> str:
    """The account of the chart; empty where it has none, or only one that is not used any more."""
    account = plan.find(text)
    return account.code if account and not account.inactive else ""
