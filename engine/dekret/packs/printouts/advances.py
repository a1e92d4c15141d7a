"""Whether the advances of a final invoice can be taken off what was ordered, rate by rate (art. 106f ust. 3 uVAT).

What cannot be is refused rather than printed: an advance without its rate where the order has several, one at a rate
that nothing was ordered at, one whose amounts are not one another's sum, advances above the order. The last is an
overpaid advance, which a correction of the advance invoice gives back (art. 106j ust. 1), and no final invoice.
"""

from collections.abc import Iterator

from dekret.model.invoices import TradeInvoice
from dekret.model.printouts import PrintedSum
from dekret.packs.printouts import problems
from dekret.packs.printouts.totals import added, advance_rates, left_after_advances, rate_sums
from dekret.text.diagnostic import Diagnostic
from dekret.text.source import Span
from dekret.text.wording import Wording, amount_wording
from dekret.values.rounding import GROSZ, ZERO


def unfit_advances(invoice: TradeInvoice, place: Span) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with the advances of a final invoice; nothing of other invoices."""
    if invoice.kind != "final":
        return ()
    return tuple(_one_by_one(invoice, place)) or tuple(_above_order(invoice, place))


def _one_by_one(invoice: TradeInvoice, place: Span) -> Iterator[Diagnostic]:
    ordered = [row.rate for row in rate_sums(invoice, invoice.positions)]
    for advance, rate in zip(invoice.settled_advances, advance_rates(invoice), strict=True):
        number = advance.number or "–"
        net, vat = advance.net or ZERO, advance.vat or ZERO
        if rate is None:
            yield problems.NO_ADVANCE_RATE.at(place, number=invoice.number, advance=number)
        elif rate not in ordered and (net or vat):
            yield problems.ADVANCE_NOT_ORDERED.at(
                place, number=invoice.number, advance=number, rate=rate, rates=", ".join(ordered)
            )
        if advance.gross is not None and advance.gross != net + vat:
            yield problems.ADVANCE_GROSS.at(
                place,
                number=invoice.number,
                advance=number,
                net=amount_wording(net),
                vat=amount_wording(vat),
                sum=amount_wording(net + vat),
                gross=amount_wording(advance.gross),
            )


def _above_order(invoice: TradeInvoice, place: Span) -> Iterator[Diagnostic]:
    """The rates whose advances are above the order, but for a grosz of rounding for each advance."""
    ordered = {row.rate: row for row in rate_sums(invoice, invoice.positions)}
    rates = advance_rates(invoice)
    for row in left_after_advances(invoice, tuple(ordered.values())):
        if row.rate not in rates or row.rate not in ordered or ordered[row.rate].gross < 0:
            continue
        if min(row.net, row.vat, row.gross) < -GROSZ * rates.count(row.rate):
            whole = ordered[row.rate]
            yield problems.ADVANCES_ABOVE_ORDER.at(
                place,
                number=invoice.number,
                rate=row.rate,
                ordered=_amounts(whole),
                advances=_amounts(added(whole, (-row.net, -row.vat), (ZERO, ZERO))),
                currency=invoice.currency,
            )


def _amounts(row: PrintedSum) -> Wording:
    net, vat = amount_wording(row.net), amount_wording(row.vat)
    return Wording(f"netto {net.pl}, VAT {vat.pl}", f"net {net.en}, VAT {vat.en}")
