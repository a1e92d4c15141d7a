"""What speaks against printing an invoice, and what is told of one that is printed all the same.

A cancelled invoice is not printed: whoever gets the page could not tell it from a valid one, as templates of users say
nothing of it. Nor is one whose own total is not that of its lines: what else is to be paid has fields of its own.
"""

from collections.abc import Iterator
from decimal import Decimal

from dekret.model.invoices import Invoice, TradeInvoice
from dekret.packs.printouts import problems
from dekret.packs.printouts.advances import unfit_advances
from dekret.packs.printouts.invoices import Company, receipt_day
from dekret.packs.printouts.said import unsaid
from dekret.text.diagnostic import Diagnostic
from dekret.text.source import Span
from dekret.text.wording import Value, amount_wording
from dekret.values.rounding import ZERO

_ROUNDING = Decimal(1)
"""The most by which a total is rounded, in the currency of the document; the rule SUMA of FAKTURY has it, too."""
_TRANSFER = "przelew"


def against(invoice: TradeInvoice, company: Company, place: Span) -> tuple[Diagnostic, ...]:
    """Why an invoice or a correction is not printed; nothing where it may be."""
    cancelled = problems.CANCELLED.at(place, number=invoice.number) if invoice.cancelled else None
    found = (cancelled, company.unknown(invoice, place), wrong_total(invoice, place))
    return (*[each for each in found if each], *unfit_advances(invoice, place))


def wrong_total(invoice: Invoice, place: Span) -> Diagnostic | None:
    """That the total of an invoice is no rounding of its lines; what is due by it then nobody knows.

    A total that holds charges and deductions, too, as what is to be paid does, is told by its own name.
    """
    beside, over = invoice.charges - invoice.deductions, invoice.rounding
    if abs(over) <= _ROUNDING and (not beside or over != beside):
        return None
    assert invoice.total is not None
    values: dict[str, Value] = {
        "number": invoice.number,
        "total": amount_wording(invoice.total),
        "gross": amount_wording(invoice.gross),
    }
    if beside and abs(over - beside) <= _ROUNDING:
        return problems.TOTAL_WITH_CHARGES.filled(place, values | {"beside": amount_wording(beside)})
    return problems.WRONG_TOTAL.filled(place, values | {"over": amount_wording(over)})


def remarks(invoice: TradeInvoice, company: Company, place: Span) -> tuple[Diagnostic, ...]:
    """What is told of an invoice or a correction that is printed."""
    return (*unsaid(invoice, place), *_lacking(invoice, company, place))


def _lacking(invoice: TradeInvoice, company: Company, place: Span) -> Iterator[Diagnostic]:
    if invoice.correction:
        return
    if invoice.kind == "final" and not invoice.settled_advances:
        yield problems.NO_ADVANCES.at(place, number=invoice.number)
    without = [each for each in invoice.settled_advances if each.exchange_rate is None and each.net]
    if invoice.kind == "final" and invoice.currency != "PLN" and without:
        yield problems.ADVANCE_RATE.at(place, number=invoice.number, advance=without[0].number or "–")
    if invoice.kind == "advance" and receipt_day(invoice) is None:
        yield problems.NO_RECEIPT_DAY.at(place, number=invoice.number)
    if _is_transferred(invoice) and all(each.currency != invoice.currency for each in company.accounts(invoice)):
        yield problems.NO_ACCOUNT.at(place, number=invoice.number, currency=invoice.currency)


def _is_transferred(invoice: TradeInvoice) -> bool:
    """Whether money is still to be transferred: a transfer, or a term without a method, that is not paid."""
    open_ = [each for each in invoice.payments if not each.paid_date and each.amount != ZERO]
    return invoice.due > 0 and any((each.method or _TRANSFER).casefold().startswith(_TRANSFER) for each in open_)
