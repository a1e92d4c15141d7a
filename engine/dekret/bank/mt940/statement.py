"""One statement or interim report as its tags come: what its head and foot say, and what its lines add up to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from dekret.bank.mt940 import file_problems as problems
from dekret.bank.mt940.totals import Accounts, Difference, Tally, balance_difference, sum_difference
from dekret.bank.mt940.values import Sum, read_account, read_balance, read_number, read_sum
from dekret.bank.rows import FileRow
from dekret.model.statements import Balance, BankLine, StatementFoot, StatementHead
from dekret.text.wording import Wording

HEAD_TAGS = frozenset(("20", "21", "25", "28", "28C", "60F", "60M", "13", "13D", "34F"))
STARTS = frozenset(("20", "25", "28", "28C", "60F", "60M"))
"""Those that begin a new statement where the head of one has been given away."""
_CURRENCY = re.compile(r"\s*([A-Z]{3})")
_BALANCE = Wording("C albo D, data RRMMDD, waluta, kwota", "C or D, date YYMMDD, currency, amount")
_SUM = Wording("liczba pozycji, waluta, kwota", "number of lines, currency, amount")
EXPECTED = {
    **dict.fromkeys(("60F", "60M", "62F", "62M", "64", "64F", "65", "65F"), _BALANCE),
    "90D": _SUM,
    "90C": _SUM,
}
"""What stands in tags that may be wrong."""


@dataclass(slots=True)
class Statement:
    """What is known of a statement so far. `place` is the line and byte of its first tag.

    `headed` is whether its head has been given away: no tag of a head may follow. `unread` is whether something of it
    could not be read, so that nothing is to be added up.
    """

    place: tuple[int, int]
    headed: bool = False
    unread: bool = False
    interim: bool = False
    reference: str = ""
    account: str = ""
    currency: str = ""
    number: tuple[str, str] = ("", "")
    opening: Balance | None = None
    opening_page: bool = False
    closing: Balance | None = None
    closing_page: bool = False
    available: Balance | None = None
    forward: list[Balance] = field(default_factory=list)
    stated: dict[str, Sum] = field(default_factory=dict)
    information: list[str] = field(default_factory=list)
    debits: Tally = field(default_factory=Tally)
    credits: Tally = field(default_factory=Tally)
    rows: dict[str, FileRow] = field(default_factory=dict)
    """Where its tags stand, by their digits: `60`, `62`, `90D`."""

    def add(self, line: BankLine) -> None:
        """Counts a line in."""
        (self.credits if line.amount > 0 else self.debits).add(line)

    def take(self, tag: str, text: str) -> bool:
        """A tag of head or foot; False where its text is not what the tag holds, and is passed over."""
        match tag:
            case "20":
                self.reference = text.strip()
            case "25":
                self.account, currency = read_account(text)
                self.currency = self.currency or currency
            case "28" | "28C":
                self.number = read_number(text)
            case "13" | "13D":
                self.interim = True
            case "34F":
                self.interim = True
                found = _CURRENCY.match(text)
                self.currency = found[1] if found else self.currency
            case "90D" | "90C":
                return self._sum(tag, text)
            case "60F" | "60M" | "62F" | "62M" | "64" | "64F" | "65" | "65F":
                return self._balance(tag, text)
        return True

    def _sum(self, tag: str, text: str) -> bool:
        stated = read_sum(text)
        self.interim = True
        if stated:
            self.stated[tag] = stated
        return stated is not None

    def _balance(self, tag: str, text: str) -> bool:
        balance = read_balance(text.strip())
        if balance is None:
            self.unread = True
            return False
        match tag[:2]:
            case "60":
                self.opening, self.opening_page, self.currency = balance, tag == "60M", balance.currency
            case "62":
                self.closing, self.closing_page = balance, tag == "62M"
            case "64":
                self.available = balance
            case _:
                self.forward.append(balance)
        return True

    def head(self) -> StatementHead:
        """The head of what came so far."""
        self.headed = True
        number, page = self.number
        return StatementHead(
            account=self.account,
            number=number,
            page=page,
            reference=self.reference,
            currency=self.currency,
            kind="interim" if self.interim and self.opening is None else "statement",
            opening=self.opening,
            intermediate=self.opening_page,
            file_line=self.place[0],
            offset=self.place[1],
        )

    def foot(self) -> StatementFoot:
        """The foot, once everything came."""
        debits, credits_ = self.stated.get("90D"), self.stated.get("90C")
        return StatementFoot(
            closing=self.closing,
            intermediate=self.closing_page,
            available=self.available,
            forward=tuple(self.forward),
            debit_count=debits.count if debits else None,
            debit_sum=debits.amount if debits else None,
            credit_count=credits_.count if credits_ else None,
            credit_sum=credits_.amount if credits_ else None,
            information="\n".join(self.information),
        )

    def differences_of_head(self, accounts: Accounts) -> Iterator[Difference]:
        """What is strange about the head, and about it beside the statement before of its account."""
        if not self.account:
            yield "20", problems.NO_ACCOUNT, {}
        elif not self.interim:
            yield from accounts.differences(self.account, self.opening, self.number)

    def differences(self) -> Iterator[Difference]:
        """What does not agree at the end of the statement."""
        if self.opening and not self.closing and not self.unread:
            yield "20", problems.NO_CLOSING, {}
        if self.unread:
            return
        total = self.credits.total + self.debits.total
        if self.opening and self.closing and (found := balance_difference(self.opening, total, self.closing)):
            yield found
        for tag, stated in self.stated.items():
            found = sum_difference(tag, stated, self.debits if tag == "90D" else self.credits)
            if found:
                yield found
