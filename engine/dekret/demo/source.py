"""What every document is made from: the company's period and parties, amounts as texts, elements with their tax."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from dekret.demo.chance import Chance
from dekret.demo.parties import Roster, Sample
from dekret.demo.period import Day, Period
from dekret.demo.words import CostCategory, words

CURRENCIES = ("EUR", "EUR", "USD")
"""Of three documents in currencies, two are in euros."""


@dataclass(frozen=True)
class Company:
    """The period, the parties, and tables made once."""

    period: Period
    parties: Roster

    @cached_property
    def rates(self) -> tuple[str, ...]:
        """VAT rates, each as often as it weighs."""
        return tuple(rate for rate, weight in words().rates for _ in range(weight))

    @cached_property
    def foreign(self) -> dict[str, tuple[Sample, ...]]:
        return {currency: self.parties.foreign(currency) for currency in words().exchange}

    def numbered(self, count: int) -> Iterator[tuple[int, Day]]:
        """The number and day of each of so many documents."""
        return enumerate(self.period.spread(count), start=1)


_CENTS = tuple(f".{cents:02}" for cents in range(100))


def money(amount: int) -> str:
    """Hundredths as documents write them.

    >>> money(123405), money(-7)
    ('1234.05', '-0.07')
    """
    if amount < 0:
        return f"-{-amount // 100}{_CENTS[-amount % 100]}"
    return f"{amount // 100}{_CENTS[amount % 100]}"


_PERCENT = {str(percent): percent for percent in range(100)}


def vat_of(net: int, rate: str) -> int:
    """The tax on a net amount above zero, halves up; none where the rate is a word."""
    return (net * _PERCENT[rate] + 50) // 100 if rate in _PERCENT else 0


def named(chance: Chance, party: Sample) -> str:
    """The JSON of a party as a document names it: mostly by its code, at times in full or by its NIP."""
    return chance.of(party.names)


def price(chance: Chance, category: CostCategory) -> int:
    """A price of the category in hundredths."""
    low, high = category.prices
    return chance.between(low * 100, high * 100)


def tax(vat: int) -> str:
    """The field of the tax; none where it is zero, as the canonical form has it."""
    return f', "vat": "{money(vat)}"' if vat else ""


def in_currency(currency: str, day: Day) -> str:
    """The fields of a document in a currency; none for PLN."""
    if currency == "PLN":
        return ""
    return f', "currency": "{currency}", "exchange_rate": "{day.rate_texts[currency]}"'
