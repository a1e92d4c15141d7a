"""The VAT table of an invoice: sums by rate, what advances leave of them, the margin procedure.

Sources: art. 106e ust. 1 pkt 13, 14 and ust. 2, 3, art. 106f ust. 3 of the VAT act.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from dekret.model.invoices import InvoicePosition, TradeInvoice
from dekret.model.printouts import PrintedSum
from dekret.values.rounding import ZERO

MARGIN = "marża"
"""The rate of what is sold by the margin procedure: neither its net nor its tax is printed."""


def rate_text(rate: str) -> str:
    """A rate as it is printed: `23%`, `zw.`, `np.`.

    >>> rate_text("23"), rate_text("0 WDT"), rate_text("zw"), rate_text("np II")
    ('23%', '0%', 'zw.', 'np.')
    """
    if rate[:1].isdigit():
        return f"{rate.split(maxsplit=1)[0].replace('.', ',')}%"
    return {"zw": "zw.", "np": "np.", "np I": "np.", "np II": "np.", "oo": "oo"}.get(rate, rate)


def rate_text_order(text: str) -> tuple[int, Decimal, str]:
    """Printed rates: percentages from the highest, then words."""
    number = text.removesuffix("%")
    return (0, -Decimal(number.replace(",", ".")), text) if number != text else (1, ZERO, text)


def rate_sums(invoice: TradeInvoice, positions: Sequence[InvoicePosition]) -> tuple[PrintedSum, ...]:
    """The VAT table: the sums of positions of each rate as it is printed."""
    found: dict[str, PrintedSum] = {}
    for position in positions:
        text, margin = rate_text(position.rate), position.rate == MARGIN
        in_pln = (invoice.line_net_pln(position), invoice.line_vat_pln(position))
        so_far = found.get(text, PrintedSum(rate=text, margin=margin))
        found[text] = added(so_far, (position.net, position.vat), in_pln)
    return tuple(found[rate] for rate in sorted(found, key=rate_text_order))


def added(row: PrintedSum, more: tuple[Decimal, Decimal], in_pln: tuple[Decimal, Decimal]) -> PrintedSum:
    """A row of the table with net and tax added, both in the currency of the invoice and in PLN."""
    shown = 0 if row.margin else 1
    return PrintedSum(
        rate=row.rate,
        net=row.net + more[0] * shown,
        vat=row.vat + more[1] * shown,
        gross=row.gross + sum(more),
        net_pln=row.net_pln + in_pln[0] * shown,
        vat_pln=row.vat_pln + in_pln[1] * shown,
        gross_pln=row.gross_pln + sum(in_pln),
        margin=row.margin,
    )


def total_of(sums: Iterable[PrintedSum]) -> PrintedSum:
    """All rows of a VAT table together."""
    rows = tuple(sums)
    total = PrintedSum(margin=bool(rows) and all(row.margin for row in rows))
    for row in rows:
        total = PrintedSum(
            net=total.net + row.net,
            vat=total.vat + row.vat,
            gross=total.gross + row.gross,
            net_pln=total.net_pln + row.net_pln,
            vat_pln=total.vat_pln + row.vat_pln,
            gross_pln=total.gross_pln + row.gross_pln,
            margin=total.margin,
        )
    return total


def advance_rates(invoice: TradeInvoice) -> tuple[str | None, ...]:
    """The printed rate of every settled advance; None where neither it nor a single rate of the order tells."""
    rates = {rate_text(position.rate) for position in invoice.positions}
    only = rates.pop() if len(rates) == 1 else None
    return tuple(rate_text(each.rate) if each.rate else only for each in invoice.settled_advances)


def left_after_advances(invoice: TradeInvoice, ordered: tuple[PrintedSum, ...]) -> tuple[PrintedSum, ...]:
    """The VAT table of a final invoice: what was ordered less the advances of each rate (art. 106f ust. 3).

    Other invoices have the table that they have.
    """
    if invoice.kind != "final" or not invoice.settled_advances:
        return ordered
    rows = {each.rate: each for each in ordered}
    for advance, rate in zip(invoice.settled_advances, advance_rates(invoice), strict=True):
        own = rows.get(rate or "", PrintedSum(rate=rate or ""))
        currency = (-invoice.advance_in_currency(advance, each) for each in (advance.net, advance.vat))
        in_pln = (-invoice.advance_in_pln(advance, each) for each in (advance.net, advance.vat))
        rows[own.rate] = added(own, (next(currency), next(currency)), (next(in_pln), next(in_pln)))
    return tuple(rows[rate] for rate in sorted(rows, key=rate_text_order))
