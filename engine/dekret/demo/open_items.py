"""What invoices of the sample company leave open, and the payments, compensations and differences that settle it.

Most invoices are paid near their term, some late or in parts, some never; what falls behind the period stays open.
"""

import datetime as dt
import json
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice
from typing import TypeAlias

from dekret.demo.chance import Chance
from dekret.demo.parties import Roster
from dekret.demo.period import Day, Period
from dekret.demo.words import words
from dekret.model.cash import CashReport
from dekret.model.documents import Document
from dekret.model.entries import Entry, EntryLine
from dekret.model.invoices import Invoice
from dekret.values.rounding import DOWN, ZERO, rounded

Fields: TypeAlias = dict[str, object]
_USUAL_TERM = 14
_ENTRIES = 8
"""At most so many entries on a report."""
_SLOW, _NEVER, _COMPENSATED = 7, 11, 9
"""Every seventh party pays late, every eleventh part of its invoices never; of ninths of both-way parties."""


@dataclass(frozen=True, slots=True)
class Item:
    """A line of an entry on the account of a party: the account without the code of the party, and the code."""

    entry: Entry
    place: int
    account: str
    party: str

    @property
    def line(self) -> EntryLine:
        return self.entry.lines[self.place]

    @property
    def amount(self) -> Decimal:
        """What is open, in the currency of the account."""
        return self.line.amount if self.line.currency_amount is None else self.line.currency_amount


@dataclass(frozen=True, slots=True)
class Payment:
    """Two lines that settle each other, of which `left` is the older one, and by how much.

    `kind` is cash, advance, compensation or difference; `entry` is the place of the cash entry in its report.
    """

    kind: str
    left: Item
    right: Item
    amount: Decimal
    in_currency: Decimal
    entry: int = 0


@dataclass(frozen=True, slots=True)
class _Due:
    """A payment to come: in full or in part."""

    item: Item
    amount: Decimal
    day: Day
    number: str


class Planner:
    """Gathers what is open and when it is paid; `awaited` tells what the documents made of it settle."""

    def __init__(self, period: Period, parties: Roster) -> None:
        self.days = period.days
        self._dates = [day.date for day in period.days]
        self._both = {party.code for party in parties.both}
        self._codes = {party.code: number for number, party in enumerate(parties.contractors)}
        self.due: dict[tuple[str, dt.date], list[_Due]] = defaultdict(list)
        self.tills: dict[dt.date, Decimal] = defaultdict(lambda: ZERO)
        self.settled_at_once: list[Payment] = []
        self.awaited: dict[str, list[tuple[int, Item]]] = {}
        self._purchases: dict[str, _Due] = {}
        self.offset: list[tuple[_Due, _Due, Decimal]] = []

    def day_after(self, date: dt.date, days: int) -> Day | None:
        """The working day so many working days after a date; None behind the period."""
        place = bisect_left(self._dates, date) + days
        return self.days[place] if place < len(self.days) else None

    def add(self, item: Item | None, document: Document) -> None:
        """Plans how an invoice is paid. Corrections are not: they wait for the next invoice."""
        if not isinstance(document, Invoice) or item is None or item.amount <= 0 or item.party not in self._codes:
            return
        chance = Chance("zapłata", item.entry.document.identity)
        left = item.amount - self._advances(item)
        if left <= 0 or chance.below(100) < (30 if self._codes[item.party] % _NEVER == 0 else 3):
            return
        terms = [payment.due_date for payment in document.payments if payment.due_date]
        term = terms[0] if terms else document.issue_date + dt.timedelta(days=_USUAL_TERM)
        late = chance.between(5, 70) if self._codes[item.party] % _SLOW == 0 else chance.between(-2, 12)
        day = self.day_after(max(term, item.entry.date), max(0, late))
        if day is None:
            return
        whole = item.line.currency_amount is not None
        parts = 1 if whole else 1 + (chance.below(10) == 0) + (chance.below(40) == 0)
        if parts == 1 and not whole and self._offset(chance, _Due(item, left, day, document.number)):
            return
        for number in range(parts):
            later = self.day_after(day.date, 15 * number)
            amount = left if number == parts - 1 else rounded(left / 3, mode=DOWN)
            if later and amount:
                currency = item.line.currency
                self.due[currency, later.date].append(_Due(item, amount, later, document.number))
            left -= amount

    def _advances(self, item: Item) -> Decimal:
        """What employees' advances paid: the entry itself has the other side."""
        paid = ZERO
        for place, line in enumerate(item.entry.lines):
            if line.account == item.line.account and line.side != item.line.side:
                right = Item(item.entry, place, item.account, item.party)
                self.settled_at_once.append(Payment("advance", item, right, line.amount, ZERO))
                paid += line.amount
        return paid

    def _offset(self, chance: Chance, due: _Due) -> bool:
        """Sets a sale off against an open purchase of the same party, at times."""
        party = due.item.party
        if party not in self._both:
            return False
        if due.item.line.side == "Ma":
            if party in self._purchases or chance.below(_COMPENSATED):
                return False
            self._purchases[party] = due
            return True
        purchase = self._purchases.pop(party, None)
        if purchase is None:
            return False
        amount = min(purchase.amount, due.amount)
        later = max(purchase, due, key=lambda each: each.day.date)
        self.offset.append((purchase, due, amount))
        for each in (purchase, due):
            if rest := each.amount - amount:
                self.due["PLN", later.day.date].append(_Due(each.item, rest, later.day, each.number))
        return True

    def fills_till(self, document: Document) -> None:
        """The bank gives what a cash report takes in from money in transit."""
        assert isinstance(document, CashReport)
        transit = words().accounts["in_transit"]
        for entry in document.entries:
            if entry.contra_account == transit:
                self.tills[document.date] += entry.amount

    def reports(self, currency: str, fee_account: str) -> Iterator[str]:
        """The bank reports of a register."""
        accounts = words().accounts
        register, account = ("BANK", accounts["bank"]) if currency == "PLN" else (currency, accounts["foreign_bank"])
        number = 0
        for day in self.days:
            due = iter(self.due.get((currency, day.date), ()))
            extra = self._extra(day, fee_account) if currency == "PLN" else []
            while (part := list(islice(due, _ENTRIES))) or extra:
                number += 1
                name = f"RB/{register}/{number}/{day.month}"
                entries = [_entry(f"{number}/{place}/{day.month}", each) for place, each in enumerate(part, 1)]
                self.awaited[name] = [(place, each.item) for place, each in enumerate(part)]
                entries += [row | {"number": f"KW/{number}/{place}/{day.month}"} for place, row in enumerate(extra, 20)]
                rates: Fields = (
                    {} if currency == "PLN" else {"currency": currency, "exchange_rate": day.rate_texts[currency]}
                )
                head: Fields = {"type": "cash_report", "number": name, "date": day.iso, "register_name": register}
                rest: Fields = {"account": account, "entries": entries}
                yield _json(head | rest | rates)
                extra = []

    def _extra(self, day: Day, fee_account: str) -> list[Fields]:
        """The till filled, and the fee of the month."""
        accounts = words().accounts
        rows: list[Fields] = []
        if amount := self.tills.get(day.date):
            rows.append(_out(day, amount, accounts["in_transit"], "Zasilenie kasy"))
        if day.date.day <= 3 and Chance("prowizja", day.iso).below(2):
            fee = Decimal(Chance("prowizja", day.month).between(1500, 9000)) / 100
            rows.append(_out(day, fee, fee_account, "Prowizja"))
        return rows

    def compensations(self) -> Iterator[str]:
        for number, (purchase, sale, amount) in enumerate(self.offset, 1):
            day = max(purchase.day, sale.day, key=lambda each: each.date)
            name = f"KOMP/{number}/{day.month}"
            self.awaited[name] = [(0, purchase.item), (1, sale.item)]
            yield _settlement(name, day, _side("FZ", purchase, amount), _side("FS", sale, amount), {})

    def differences(self, payments: list[Payment]) -> Iterator[str]:
        """What invoices in currencies cost more or less when they are paid."""
        number = 0
        for payment in payments:
            invoice, paid = payment.left.line, payment.right.line
            if invoice.currency_amount is None or invoice.amount == paid.amount:
                continue
            number += 1
            day = self.day_after(payment.right.entry.date, 0)
            assert day
            name = f"RK/{invoice.currency}/{number}/{day.month}"
            older = invoice.amount > paid.amount
            self.awaited[name] = [(0, payment.left if older else payment.right)]
            party = {"code": payment.left.party}
            amount = str(payment.left.amount)
            sides: list[Fields] = [
                {
                    "kind": kind,
                    "number": f"{name}/{kind}",
                    "party": party,
                    "amount": amount,
                    "amount_pln": str(line.amount),
                }
                for kind, line in (("FZ", invoice), ("KW", paid))
            ]
            rest: Fields = {"currency": invoice.currency, "difference": str(invoice.amount - paid.amount)}
            yield _settlement(name, day, sides[0], sides[1], rest)


def reports(planner: Planner, fee_account: str) -> Iterator[tuple[str, Iterator[str]]]:
    """The documents that settle, with the name of what posts them."""
    yield "bank", planner.reports("PLN", fee_account)
    for currency in words().exchange:
        yield "foreign", planner.reports(currency, fee_account)
    yield "compensation", planner.compensations()


def pair(planner: Planner, document: Document, entry: Entry) -> Iterator[Payment]:
    """What an entry settles: its lines on the accounts of the items awaited, found by account, side and amount."""
    used: set[int] = set()
    for place, item in planner.awaited.get(document.number, ()):
        of_entry = document.entries[place].amount if isinstance(document, CashReport) else None
        for number, line in enumerate(entry.lines):
            amount = line.amount if line.currency_amount is None else line.currency_amount
            if number in used or line.account != item.line.account or line.side == item.line.side:
                continue
            if of_entry in (None, amount):
                used.add(number)
                kind = (
                    "cash" if of_entry is not None else "difference" if item.line.currency != "PLN" else "compensation"
                )
                right = Item(entry, number, item.account, item.party)
                yield Payment(
                    kind, item, right, min(line.amount, item.line.amount), line.currency_amount or ZERO, place
                )
                break
        else:
            raise AssertionError(f"{document.number}: {item.party}")


def _entry(name: str, due: _Due) -> Fields:
    into = due.item.line.side == "Wn"
    return {
        "number": f"{'KP' if into else 'KW'}/{name}",
        "date": due.day.iso,
        "direction": "in" if into else "out",
        "amount": str(due.amount),
        "party": {"code": due.item.party},
        "contra_account": due.item.account,
        "foreign_number": due.number,
        "description": f"Zapłata {due.number}",
    }


def _out(day: Day, amount: Decimal, account: str, what: str) -> Fields:
    fields: Fields = {"date": day.iso, "direction": "out", "amount": f"{amount:.2f}"}
    fields |= {"contra_account": account, "description": what}
    return fields


def _side(kind: str, due: _Due, amount: Decimal) -> Fields:
    return {"kind": kind, "number": due.number, "party": {"code": due.item.party}, "amount": str(amount)}


def _settlement(number: str, day: Day, left: Fields, right: Fields, rest: Fields) -> str:
    fields: Fields = {"type": "settlement", "number": number, "date": day.iso, "left": left, "right": right}
    return _json(fields | rest)


def _json(fields: Fields) -> str:
    return json.dumps(fields, ensure_ascii=False) + "\n"
