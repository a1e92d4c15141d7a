"""The lines of a document for rows that ask for rates: a position whose rate a correction changes is two."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from msgspec.structs import replace

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dekret.model.invoices import Invoice, InvoiceLine, InvoicePosition


RATE_MACROS = frozenset({"@PozStawkaVat", "@StawkaPozycji", "@OdchylenieVat"})
"""What is asked by rows that need to see both rates. Others see the difference, which is right for all else."""


def posted_lines(document: Invoice) -> Sequence[InvoiceLine]:
    """The lines of a document, those with a corrected rate parted: all taken back at the old one, all anew at the new.

    The difference that such a position holds would put the tax of the old rate on the accounts of the new one. Net,
    tax and quantity of the two together are those of the position, in PLN, too; the price of each is its own.
    """
    lines = document.lines
    if not any(_has_new_rate(line) for line in lines):
        return lines
    return [part for line in lines for part in parts_by_rate(document, line)]


def _has_new_rate(line: InvoiceLine) -> bool:
    before = getattr(line, "before", None)  # elements of a register have none
    return before is not None and before.rate != line.rate


def parts_by_rate(document: Invoice, line: InvoiceLine) -> Iterator[InvoiceLine]:
    """A line, or the two parts of one with a new rate; both keep `before`, by which the line is known."""
    if not _has_new_rate(line):
        yield line
        return
    position = cast("InvoicePosition", line)
    was = position.before
    assert was
    net_pln = document.in_pln(was.net) if was.net_pln is None else was.net_pln
    vat_pln = document.in_pln(was.vat) if was.vat_pln is None else was.vat_pln
    yield replace(
        position,
        rate=was.rate,
        quantity=-was.quantity,
        price=was.price,
        net=-was.net,
        vat=-was.vat,
        net_pln=-net_pln,
        vat_pln=-vat_pln,
        sugar_fee=-was.sugar_fee,
    )
    yield replace(
        position,
        quantity=was.quantity + position.quantity,
        price=None if position.price is None else was.price + position.price,
        sugar_fee=was.sugar_fee + position.sugar_fee,
        net=was.net + position.net,
        vat=was.vat + position.vat,
        net_pln=document.line_net_pln(position) + net_pln,
        vat_pln=document.line_vat_pln(position) + vat_pln,
    )
