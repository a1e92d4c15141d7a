"""What has to agree in statements: balances with lines, sums with lines, a statement with the one before it.

A difference is a problem, which is a warning, and its figures; where it is said is the business of the reader.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from dekret.bank.mt940 import file_problems as problems
from dekret.bank.mt940.values import Sum
from dekret.model.statements import Balance, BankLine
from dekret.text.diagnostic import Problem
from dekret.text.wording import Value, Wording, amount_wording

Difference = tuple[str, Problem, dict[str, Value]]
"""The tag that it is said of, `62` or `90D`; the problem and its figures."""
_MOST_ACCOUNTS = 10_000
_LONGEST_NUMBER = 5
"""Longer numbers are dates or references: nothing tells the next one."""
ZERO = Decimal(0)


@dataclass(slots=True)
class Tally:
    """Number and sum of the lines of a side; of those that are booked, and of those expected."""

    count: int = 0
    total: Decimal = ZERO
    expected_count: int = 0
    expected_total: Decimal = ZERO

    def add(self, line: BankLine) -> None:
        if line.expected:
            self.expected_count += 1
            self.expected_total += line.amount
        else:
            self.count += 1
            self.total += line.amount

    def agrees(self, stated: Sum) -> bool:
        """Whether a bank states the same; it may count expected lines or leave them out."""
        booked, everything = (
            (self.count, self.total),
            (self.count + self.expected_count, self.total + self.expected_total),
        )
        return any(
            abs(total) == stated.amount and stated.count in (None, count) for count, total in (booked, everything)
        )


def balance_difference(opening: Balance, total: Decimal, closing: Balance) -> Difference | None:
    """Opening balance and lines beside the closing balance."""
    expected = opening.amount + total
    if expected == closing.amount and opening.currency == closing.currency:
        return None
    return (
        "62",
        problems.BALANCE_DIFFERS,
        {
            "opening": _written(opening.amount, opening.currency),
            "total": amount_wording(total),
            "expected": _written(expected, opening.currency),
            "closing": _written(closing.amount, closing.currency),
            "difference": amount_wording(closing.amount - expected),
        },
    )


def sum_difference(tag: str, stated: Sum, found: Tally) -> Difference | None:
    """The sum of a side (`:90D:`, `:90C:`) beside its lines."""
    if found.agrees(stated):
        return None
    of_lines = _counted(found.count, abs(found.total), stated.currency)
    return (
        tag,
        problems.SUM_DIFFERS,
        {
            "tag": f":{tag}:",
            "stated": _counted(stated.count, stated.amount, stated.currency),
            "found": of_lines,
        },
    )


def _counted(count: int | None, amount: Decimal, currency: str) -> Wording:
    written = _written(amount, currency)
    if count is None:
        return written
    return Wording(f"pozycji {count}, razem {written.pl}", f"{count} lines, {written.en} together")


def _written(amount: Decimal, currency: str) -> Wording:
    written = amount_wording(amount)
    return Wording(f"{written.pl} {currency}".strip(), f"{written.en} {currency}".strip())


@dataclass(slots=True)
class Accounts:
    """How the last statement of each account ended, and its number; of the latest accounts alone."""

    _ended: dict[str, tuple[tuple[str, str] | None, Balance | None]] = field(default_factory=dict)

    def differences(self, account: str, opening: Balance | None, number: tuple[str, str]) -> Iterator[Difference]:
        """What does not agree at the beginning of a statement with the one before."""
        last, before = self._ended.get(account, (None, None))
        if before and opening and (before.amount, before.currency) != (opening.amount, opening.currency):
            yield (
                "60",
                problems.OPENING_DIFFERS,
                {
                    "account": account,
                    "opening": _written(opening.amount, opening.currency),
                    "closing": _written(before.amount, before.currency),
                },
            )
        if last and not _follows(last, number):
            before_, now = ("/".join(filter(None, each)) for each in (last, number))
            yield "28", problems.NUMBER_GAP, {"account": account, "before": before_, "number": now}

    def ended(self, account: str, closing: Balance | None, number: tuple[str, str]) -> None:
        """Keeps how a statement ended."""
        if len(self._ended) >= _MOST_ACCOUNTS and account not in self._ended:
            self._ended.clear()
        self._ended[account] = (number, closing)


def _follows(last: tuple[str, str], number: tuple[str, str]) -> bool:
    """Whether a statement number and page may stand behind another: the next page, the next number, a new year.

    >>> _follows(("7", "1"), ("7", "2")), _follows(("7", "2"), ("8", "1")), _follows(("365", ""), ("1", ""))
    (True, True, True)
    >>> _follows(("7", "1"), ("9", "1")), _follows(("7", "1"), ("7", "3"))
    (False, False)
    """
    old, new = (_whole(each[0].partition("/")[0]) for each in (last, number))
    if old is None or new is None:
        return True
    page, next_page = _whole(last[1]), _whole(number[1])
    if old == new:
        return page is None or next_page is None or next_page in (page, page + 1)
    return new in (1, old + 1) and next_page in (None, 0, 1)


def _whole(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _LONGEST_NUMBER else None
