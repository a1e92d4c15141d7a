"""The journal: one record for every line of every entry, as JSONL, and as a table to be read."""

import json
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import TypeAlias

from dekret.model.entries import Entry, EntryLine
from dekret.text.table import cell_text, titled
from dekret.text.wording import Language, Wording

JournalRecord: TypeAlias = dict[str, str | int | bool | None]

_COLUMNS = (
    Wording("Konto Wn", "Debit"),
    Wording("Konto Ma", "Credit"),
    Wording("Kwota", "Amount"),
    Wording("Wiersz", "Row"),
    Wording("Opis", "Description"),
)


def records(entry: Entry) -> Iterator[JournalRecord]:
    """The records of an entry; amounts are texts with two places, as no program then rounds them."""
    for line in entry.lines:
        yield _record(entry, line)


def _record(entry: Entry, line: EntryLine) -> JournalRecord:
    return {
        "journal": entry.journal,
        "date": entry.date.isoformat(),
        "document_type": entry.document.type,
        "document_number": entry.document.number,
        "party": entry.document.party,
        "side": line.side,
        "account": line.account,
        "amount": f"{line.amount:.2f}",
        "currency": line.currency,
        "currency_amount": None if line.currency_amount is None else f"{line.currency_amount:.2f}",
        "exchange_rate": None if line.exchange_rate is None else f"{line.exchange_rate:f}",
        "description": line.description,
        "settlement": line.settlement,
        "scheme": line.rule.scheme,
        "row": line.rule.row,
        "rule_file": line.rule.file,
        "rule_line": line.rule.line,
        "rule_version": line.rule.version,
        "document_id": entry.document.identity,
    }


def jsonl(entry: Entry) -> str:
    """The lines of a JSONL file for an entry."""
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records(entry))


def table(entry: Entry, language: Language) -> str:
    """An entry as an accountant reads it: a heading and a table of its lines."""
    heading = " · ".join(
        cell_text(part)
        for part in (entry.date.isoformat(), entry.journal, entry.document.number, entry.document.party)
        if part
    )
    rows = [
        [
            cell_text(line.account) if line.side == "Wn" else "",
            cell_text(line.account) if line.side == "Ma" else "",
            amount_text(line.amount, language),
            line.rule.row,
            cell_text(line.description),
        ]
        for line in entry.lines
    ]
    header = [column.in_(language) for column in _COLUMNS]
    return "\n".join([heading, *titled(header, rows, right=frozenset({2}))]) + "\n"


def amount_text(amount: Decimal, language: Language) -> str:
    """1 234,50 in Polish, 1,234.50 in English.

    >>> amount_text(Decimal("-1234.5"), "pl"), amount_text(Decimal("1234.5"), "en")
    ('-1 234,50', '1,234.50')
    """
    text = f"{amount:,.2f}"
    return text.replace(",", " ").replace(".", ",") if language == "pl" else text


def turnovers(entries: Iterable[Entry]) -> Mapping[str, tuple[Decimal, Decimal]]:
    """The sums of both sides of every account, by account."""
    sums: dict[str, list[Decimal]] = {}
    for entry in entries:
        for line in entry.lines:
            sides = sums.setdefault(line.account, [Decimal("0.00"), Decimal("0.00")])
            sides[0 if line.side == "Wn" else 1] += line.amount
    return {account: (debit, credit) for account, (debit, credit) in sorted(sums.items())}


def turnover_table(sums: Mapping[str, tuple[Decimal, Decimal]], language: Language) -> str:
    """Turnovers of accounts with their totals."""
    header = [
        word.in_(language) for word in (Wording("Konto", "Account"), Wording("Wn", "Debit"), Wording("Ma", "Credit"))
    ]
    rows = [
        [cell_text(account), amount_text(d, language), amount_text(c, language)] for account, (d, c) in sums.items()
    ]
    debit = sum((d for d, _ in sums.values()), Decimal("0.00"))
    credit = sum((c for _, c in sums.values()), Decimal("0.00"))
    total = [Wording("Razem", "Total").in_(language), amount_text(debit, language), amount_text(credit, language)]
    return "\n".join(titled(header, [*rows, total], right=frozenset({1, 2}))) + "\n"
