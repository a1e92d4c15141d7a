"""The chart of accounts, and the dictionaries whose codes its accounts end with."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from dekret.text.wording import Wording

PLN = "PLN"


class Dictionary(Enum):
    """What an account may be split by (podział na słowniki)."""

    PARTIES = Wording("Podmioty", "Parties")
    EMPLOYEES = Wording("Pracownicy", "Employees")
    GOODS = Wording("Towary", "Goods")
    CATEGORIES = Wording("Kategorie", "Categories")
    FIXED_ASSETS = Wording("Środki trwałe", "Fixed assets")


@dataclass(frozen=True, slots=True)
class Account:
    """An account of the chart. A dictionary account is posted to through its analytic accounts alone."""

    code: str
    name: str = ""
    dictionary: Dictionary | None = None
    currency: str = PLN
    off_balance: bool = False
    settlement: bool = False
    inactive: bool = False


@dataclass(frozen=True)
class AccountPlan:
    """A chart of accounts. Segments of a code are joined by hyphens: 201-2-1 is the parent of 201-2-1-ALOZA.

    A code may stand several times, for accounts in several currencies. `opens_dictionary` and `opens_other` say
    which missing accounts posting may open by itself.
    """

    symbol: str
    accounts: tuple[Account, ...]
    opens_dictionary: bool = True
    opens_other: bool = False
    off_balance_team: str = ""

    @cached_property
    def _by_key(self) -> Mapping[str, Mapping[str, Account]]:
        found: dict[str, dict[str, Account]] = {}
        for account in self.accounts:
            found.setdefault(account.code.casefold(), {})[account.currency] = account
        return found

    @cached_property
    def marks_settlements(self) -> bool:
        """Whether the chart says of any account that its lines are settled."""
        return any(account.settlement for account in self.accounts)

    @cached_property
    def _parents(self) -> frozenset[str]:
        return frozenset(parent.casefold() for account in self.accounts for parent in ancestors(account.code))

    def find(self, code: str, currency: str | None = None) -> Account | None:
        """The account of a code, in a currency or (None) in PLN before others; letter case does not matter."""
        versions = self._by_key.get(code.casefold())
        if versions is None or currency is not None:
            return versions.get(currency) if versions and currency else None
        return versions.get(PLN) or next(iter(versions.values()))

    def currencies(self, code: str) -> tuple[str, ...]:
        """The currencies that the account of a code is kept in."""
        return tuple(self._by_key.get(code.casefold(), ()))

    def has_accounts_below(self, code: str) -> bool:
        """Whether an account is split further, so that it cannot be posted to itself."""
        return code.casefold() in self._parents

    def below(self, code: str) -> list[str]:
        """The accounts right below an account."""
        return [account.code for account in self.accounts if ancestors(account.code)[:1] == [code]]

    def nearest_above(self, code: str) -> Account | None:
        """The nearest account above a code that is in the chart."""
        return next((account for above in ancestors(code) if (account := self.find(above))), None)


_CODE = re.compile(r"[^\W_][\w./!]*(-[\w./! ]+)*")


def is_code(text: str) -> bool:
    """Whether a text can be the code of an account: segments of letters, digits, dots and slashes.

    >>> is_code("501-1_19-411"), is_code("-1_19-"), is_code("201-2-1-MAT. BIUROWE")
    (True, False, True)
    """
    return _CODE.fullmatch(text) is not None


def ancestors(code: str) -> list[str]:
    """The codes above an account, from the nearest.

    >>> ancestors("201-2-1")
    ['201-2', '201']
    """
    found: list[str] = []
    parent, hyphen, _ = code.rpartition("-")
    while hyphen:
        found.append(parent)
        parent, hyphen, _ = parent.rpartition("-")
    return found
