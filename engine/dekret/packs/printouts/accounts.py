"""Entries, journals, trial balances and ages as records for printing."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from dekret.matching.open_items import OpenItem
from dekret.model.accounts import ancestors
from dekret.model.directory import Directory
from dekret.model.parties import code_key
from dekret.model.printed_accounts import (
    PrintedAge,
    PrintedAgeGroup,
    PrintedAges,
    PrintedBalance,
    PrintedEntry,
    PrintedJournal,
    PrintedSide,
    PrintedTurnover,
)
from dekret.model.printouts import PrintedParty
from dekret.store.balance import Balance
from dekret.store.journal import JournalLine
from dekret.store.queries import Turnover
from dekret.values.rounding import ZERO
from dekret.values.words import amount_words


@dataclass(frozen=True, slots=True)
class AccountNames:
    """The names of accounts; of one that is not in the chart, of the party it ends with, else of the one above it."""

    accounts: Mapping[str, str]
    directory: Directory

    def of(self, account: str) -> str:
        """The name of an account; empty where nothing is known."""
        if account in self.accounts:
            return self.accounts[account]
        party = self.directory.parties.get(code_key(account.rpartition("-")[2]))
        above = (self.accounts[code] for code in ancestors(account) if code in self.accounts)
        return party.name if party and party.name else next(above, "")


def printed_entry(lines: Sequence[JournalLine], company: PrintedParty, names: AccountNames) -> PrintedEntry:
    """The record of an entry; `names` are those of accounts."""
    first = lines[0]
    debit = sum([Decimal(line.amount) for line in lines if line.side == "Wn"], ZERO)
    credit = sum([Decimal(line.amount) for line in lines if line.side == "Ma"], ZERO)
    return PrintedEntry(
        company=company,
        number=f"{first.journal}/{first.number}/{first.period}" if first.number else first.journal,
        journal=first.journal,
        date=dt.date.fromisoformat(first.date),
        document_number=first.document_number,
        party=first.party,
        description=first.description,
        buffer=first.buffer,
        lines=tuple(_side(place, line, names) for place, line in enumerate(lines, start=1)),
        debit=debit,
        credit=credit,
        words=amount_words(debit),
    )


def _side(place: int, line: JournalLine, names: AccountNames) -> PrintedSide:
    amount = Decimal(line.amount)
    return PrintedSide(
        ordinal=place,
        account=line.account,
        account_name=names.of(line.account),
        debit=amount if line.side == "Wn" else None,
        credit=amount if line.side == "Ma" else None,
        description=line.description,
        currency=line.currency,
        currency_amount=Decimal(line.currency_amount) if line.currency_amount else None,
        exchange_rate=Decimal(line.exchange_rate) if line.exchange_rate else None,
    )


def printed_journal(entries: Sequence[PrintedEntry], company: PrintedParty) -> PrintedJournal:
    """The record of a journal: all entries, in order of dates and then as they came."""
    days = [entry.date for entry in entries]
    return PrintedJournal(
        company=company,
        since=min(days),
        until=max(days),
        journals=tuple(dict.fromkeys(entry.journal for entry in entries)),
        entries=tuple(sorted(entries, key=lambda entry: entry.date)),
        debit=sum([entry.debit for entry in entries], ZERO),
        credit=sum([entry.credit for entry in entries], ZERO),
    )


def printed_balance(balance: Balance, company: PrintedParty, names: AccountNames, day: dt.date) -> PrintedBalance:
    """The record of a trial balance: before the accounts of a synthetic one stands its sum."""
    rows = balance.rows
    found: list[PrintedTurnover] = []
    for synthetic, own in _by_synthetic(rows).items():
        if len(own) > 1 or own[0].account != synthetic:
            found.append(_sum(synthetic, names.of(synthetic), own))
        found += [_turnover(row, names) for row in own]
    total = _sum("", "", rows)
    return PrintedBalance(
        company=company, date=day, since=balance.since, until=balance.until, rows=tuple(found), total=total
    )


def _by_synthetic(rows: Iterable[Turnover]) -> dict[str, list[Turnover]]:
    found: dict[str, list[Turnover]] = {}
    for row in rows:
        found.setdefault(([row.account, *ancestors(row.account)])[-1], []).append(row)
    return found


def _turnover(row: Turnover, names: AccountNames) -> PrintedTurnover:
    return PrintedTurnover(
        account=row.account,
        name=names.of(row.account) or row.name,
        currency=row.currency,
        debit=row.debit,
        credit=row.credit,
        debit_balance=row.debit_balance,
        credit_balance=row.credit_balance,
    )


def _sum(account: str, name: str, rows: Iterable[Turnover]) -> PrintedTurnover:
    """The sum of accounts; balances are added, not set off against each other."""
    found = list(rows)
    return PrintedTurnover(
        account=account,
        name=name,
        synthetic=True,
        debit=sum([row.debit for row in found], ZERO),
        credit=sum([row.credit for row in found], ZERO),
        debit_balance=sum([row.debit_balance for row in found], ZERO),
        credit_balance=sum([row.credit_balance for row in found], ZERO),
    )


_SPANS = ((0, "not_due"), (30, "to_30"), (60, "to_60"), (90, "to_90"), (180, "to_180"))
_TITLES = {"in": "Należności", "out": "Zobowiązania"}


def age_of(item: OpenItem, day: dt.date) -> str:
    """The column that an open item belongs to on a day; the day it is due it is not overdue yet."""
    if item.due_date is None:
        return "no_term"
    late = (day - item.due_date).days
    return next((name for most, name in _SPANS if late <= most), "above_180")


def printed_ages(items: Iterable[OpenItem], company: PrintedParty, day: dt.date) -> PrintedAges:
    """The record of the age structure: receivables before liabilities, PLN before other currencies.

    What is below zero stands on the other side, as in the analysis KS-STRUKTURA-WIEKOWA (001:1138): a correction of a
    sale that gives money back is a liability.
    """
    groups: dict[tuple[str, str], dict[str, dict[str, Decimal]]] = {}
    partly: list[str] = []
    for item in items:
        parties = groups.setdefault((item.direction, item.currency), {})
        party = item.party_name or item.party_code or item.party_tax_id or "–"
        if item.partly:
            partly.append(f"{item.number} ({party})")
        columns = parties.setdefault(party, {})
        for column in (age_of(item, day), "total"):
            columns[column] = columns.get(column, ZERO) + item.amount
    ordered = sorted(groups, key=lambda side: (side[0] != "in", side[1] != "PLN", side[1]))
    found = tuple(_group(side, groups[side]) for side in ordered)
    return PrintedAges(company=company, date=day, groups=found, partly=tuple(dict.fromkeys(partly)))


def _group(side: tuple[str, str], parties: Mapping[str, Mapping[str, Decimal]]) -> PrintedAgeGroup:
    direction, currency = side
    total: dict[str, Decimal] = {}
    for columns in parties.values():
        for column, amount in columns.items():
            total[column] = total.get(column, ZERO) + amount
    rows = tuple(_age(party, parties[party]) for party in sorted(parties, key=str.casefold))
    return PrintedAgeGroup(title=_TITLES[direction], currency=currency, rows=rows, total=_age("", total))


def _age(party: str, columns: Mapping[str, Decimal]) -> PrintedAge:
    return PrintedAge(
        party=party,
        not_due=columns.get("not_due", ZERO),
        to_30=columns.get("to_30", ZERO),
        to_60=columns.get("to_60", ZERO),
        to_90=columns.get("to_90", ZERO),
        to_180=columns.get("to_180", ZERO),
        above_180=columns.get("above_180", ZERO),
        no_term=columns.get("no_term", ZERO),
        total=columns.get("total", ZERO),
    )
