"""A bank file in the making: header, records, footer as bytes, each with its row separators."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from dekret.bank.orders import FileFacts, Order
from dekret.bank.write import Writer, macros_around, uses_totals

if TYPE_CHECKING:
    from dekret.bank.assemble import Fault
    from dekret.bank.check import CheckedFormat
    from dekret.bank.compile import Query
    from dekret.model.payments import Payer, Payment


class Written(NamedTuple):
    """The bytes of a payment's record, and what was shortened in it."""

    data: bytes
    remarks: tuple[Fault, ...] = ()


class BankFile:
    """Writes one file of a format. The caller keeps the bytes, in the order header, records, footer.

    Where `header_is_late`, the header tells counts or sums: it is asked for once all records are written.
    """

    def __init__(self, checked: CheckedFormat, payer: Payer, facts: FileFacts, query: Query | None = None) -> None:
        self.checked = checked
        self.format = checked.format
        self.facts = facts
        self.header_is_late = uses_totals(checked)
        self._writer = Writer(checked, payer, query)
        facts.adds_accounts = "@SumaRachunkow" in macros_around(checked)
        self._payer = payer
        self._ends = checked.format.last_separator
        self._separator = checked.format.separators.row
        self._encode = checked.format.charset.encode

    def add(self, payment: Payment, day: dt.date) -> Written | tuple[Fault, ...]:
        """The record of one more payment; one that does not fit is not counted."""
        facts = self.facts
        text = self._writer.record(Order(payment, self._payer, day, facts.count + 1), facts)
        if not isinstance(text, str):
            return text
        facts.take(payment)
        data = self._bytes(text, first=facts.count == 1 and not self.checked.header)
        return Written(data, self._writer.remarks)

    def header(self) -> bytes | tuple[Fault, ...]:
        """The rows before the records."""
        return self._rows(self._writer.header(self.facts), first=True)

    def footer(self) -> bytes | tuple[Fault, ...]:
        """The rows after the records."""
        return self._rows(self._writer.footer(self.facts), first=False)

    def _rows(self, text: str | tuple[Fault, ...], *, first: bool) -> bytes | tuple[Fault, ...]:
        if not isinstance(text, str):
            return text
        return self._bytes(text, first=first) if text else b""

    def _bytes(self, text: str, *, first: bool) -> bytes:
        """Rows with their separator: after them, or before them where the file does not end with one."""
        if self._ends:
            text += self._separator
        elif not first:
            text = self._separator + text
        data = self._encode(text)
        assert data is not None, text
        return data
