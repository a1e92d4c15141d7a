"""Settlements: debts set off against each other, and exchange differences between invoices and payments."""

from collections.abc import Iterator

from dekret.demo.chance import Chance
from dekret.demo.parties import Sample
from dekret.demo.period import Day, in_pln
from dekret.demo.source import CURRENCIES, Company, money

_LONGEST_CREDIT = 15
"""An invoice was issued at most so many working days before it is paid."""


def compensations(company: Company, chance: Chance, count: int) -> Iterator[str]:
    """A purchase set off against a sale of the same party."""
    parties = company.parties.both
    for number, day in company.numbered(count):
        party = chance.often(parties)
        amount = money(chance.between(1_000, 900_000))
        left = _side("FZ", f"FA/{number}/{day.month}", party, amount, "")
        right = _side("FS", f"FV/{number}/{day.month}", party, amount, "")
        yield _settlement(f"KOMP/{number}/{day.month}", day, left, right, "")


def differences(company: Company, chance: Chance, count: int) -> Iterator[str]:
    """A payment at another rate than that of its invoice: every other one of a purchase, the others of a sale."""
    places = {day.iso: place for place, day in enumerate(company.period.days)}
    for number, day in company.numbered(count):
        currency = chance.of(CURRENCIES)
        party = chance.of(company.foreign[currency])
        issued = company.period.days[max(0, places[day.iso] - chance.between(1, _LONGEST_CREDIT))]
        invoice_rate, rate = issued.rates[currency], day.rates[currency]
        if invoice_rate == rate:
            invoice_rate += chance.between(1, 99)
        amount = chance.between(10_000, 900_000)
        invoice, payment = in_pln(amount, invoice_rate), in_pln(amount, rate)
        purchase = number % 2
        of_invoice, of_payment, invoiced = ("FZ", "KW", "FZ") if purchase else ("FS", "KP", "FS")
        difference = invoice - payment if purchase else payment - invoice
        left = _side(of_invoice, f"{invoiced}/{number}/{issued.month}", party, money(amount), money(invoice))
        right = _side(of_payment, f"{of_payment}/{number}/1/{day.month}", party, money(amount), money(payment))
        rest = f', "currency": "{currency}", "difference": "{money(difference)}"'
        yield _settlement(f"RK/{currency}/{number}/{day.month}", day, left, right, rest)


def _side(kind: str, number: str, party: Sample, amount: str, in_zlotys: str) -> str:
    pln = f', "amount_pln": "{in_zlotys}"' if in_zlotys else ""
    return f'{{"kind": "{kind}", "number": "{number}", "party": {party.by_code}, "amount": "{amount}"{pln}}}'


def _settlement(number: str, day: Day, left: str, right: str, rest: str) -> str:
    return (
        f'{{"type": "settlement", "number": "{number}", "date": "{day.iso}", "left": {left}, "right": {right}{rest}}}\n'
    )
