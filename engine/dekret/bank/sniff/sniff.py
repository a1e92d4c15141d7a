"""The whole of it: from the bytes of a sample to a proposal, or to the reason why there is none."""

from __future__ import annotations

import datetime as dt
from pathlib import PurePath

from dekret.bank.charsets import Charset
from dekret.bank.sniff import problems
from dekret.bank.sniff.around import around_of
from dekret.bank.sniff.columns import Columns, Kind, columns_of
from dekret.bank.sniff.encoding import Decoded, decode
from dekret.bank.sniff.fixed import fixed_width
from dekret.bank.sniff.frame import Frame, frame_of
from dekret.bank.sniff.general import guesses_of, keys_of, side_keys
from dekret.bank.sniff.header import header_of, widened
from dekret.bank.sniff.meaning import meanings
from dekret.bank.sniff.messages import are_messages, propose_messages
from dekret.bank.sniff.movement import Money, money_of
from dekret.bank.sniff.proposal import Excerpt, Proposal
from dekret.bank.sniff.rows import Table, separated
from dekret.bank.sniff.sample import Sample, refusal
from dekret.text.diagnostic import Diagnostic
from dekret.text.source import Source

CASE_LINES = 5
"""How many lines a case is made of."""


def propose(sample: Sample, today: dt.date, charset: Charset | None = None) -> Proposal | Diagnostic:
    r"""The format that a sample is in, or why none can be proposed. Dates far from today are taken for misread ones.

    >>> found = propose(Sample("a.csv", b"Data;Kwota\n2026-01-15;12,00\n2026-01-16;-3,50\n"), dt.date(2026, 2, 1))
    >>> [column.field.word.pl for column in found.columns]
    ['Data dokumentu', 'Kwota płatności']
    >>> propose(Sample("a.csv", b""), dt.date(2026, 2, 1)).id
    'bank/sniff-empty'
    """
    refused = refusal(sample)
    if refused:
        return refused
    decoded = decode(sample.data, charset)
    if are_messages(decoded.text):
        return propose_messages(decoded)
    table = separated(decoded.text) or fixed_width(decoded.text, decoded.charset)
    frame = frame_of(table) if table else None
    place = Source(sample.name, "").span()
    if table is None or frame is None:
        return problems.NO_ROWS.at(place)
    if frame.several_rows:
        return problems.SEVERAL_ROWS.at(place)
    columns = widened(columns_of(frame, today), frame)
    if not columns.of(Kind.DATE):
        return problems.DATE_AND_TIME.at(place, text=frame.lines[0].cell(frame.date))
    odd = columns.of(Kind.ODD_AMOUNT)
    if odd and not columns.of(Kind.AMOUNT):
        return problems.ODD_AMOUNTS.at(place, text=odd[0].filled[0])
    money = money_of(columns)
    if not (money.movement.amount or money.movement.debit):
        return problems.NO_ROWS.at(place)
    extension = PurePath(sample.name).suffix.lstrip(".").lower()
    found = _proposal(decoded, table, frame, columns, money, extension or "txt")
    return found if found.has_amount else problems.NO_ROWS.at(place)


def _proposal(  # noqa: PLR0913, PLR0917 - what each stage found
    decoded: Decoded, table: Table, frame: Frame, columns: Columns, money: Money, extension: str
) -> Proposal:
    around = around_of(frame, table)
    header, facts = header_of(frame, columns) if table.separator and not around.header else (around.header, ())
    counted = any(key == "wierszy stopki" for key, _ in around.keys)
    excerpt = Excerpt(
        tuple(row.text for row in frame.header),
        tuple(row.text for row in frame.lines[:CASE_LINES]),
        tuple(row.text for row in frame.footer) if counted else (),
    )
    return Proposal(
        decoded.charset,
        (*guesses_of(decoded, table, frame, columns, money), *around.guesses, *facts),
        (*keys_of(decoded, table, columns, extension), *around.keys, *side_keys(money)),
        meanings(columns, money, table.widths),
        header,
        excerpt=excerpt,
    )
