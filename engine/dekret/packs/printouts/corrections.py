"""Corrections of sales invoices as records for printing: what was, what is, and the difference of each position.

A position of a correction holds the difference. What was before stands in it (`before`), or on the corrected invoice,
which may be given beside.
"""

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from dekret.documents.posted import parts_by_rate
from dekret.model.invoices import BeforeCorrection, InvoicePosition, SaleInvoice
from dekret.model.printouts import PrintedChange, PrintedCorrection, PrintedState, PrintedSum
from dekret.packs.printouts import problems
from dekret.packs.printouts.invoices import Company, head, unit_price
from dekret.packs.printouts.totals import MARGIN, added, rate_text, rate_text_order, total_of
from dekret.text.diagnostic import Diagnostic
from dekret.text.source import Span
from dekret.values.rounding import HALF_UP, ZERO, rounded
from dekret.values.words import amount_words

_PLACES = 4
"""Places of a price that follows from net and quantity."""


def printed_correction(
    invoice: SaleInvoice, company: Company, others: Mapping[str, SaleInvoice], place: Span
) -> PrintedCorrection | Diagnostic:
    """The record of a correction; `others` are invoices by number, of which it may correct one."""
    originals = [others[number] for number in invoice.corrected_numbers if number in others]
    positions: list[InvoicePosition] = []
    changes: list[PrintedChange] = []
    for line, position in enumerate(invoice.positions, start=1):
        before = position.before or _before(position, originals)
        if before is None:
            return problems.NO_BEFORE.at(place, number=invoice.number, line=line)
        positions.append(replace(position, before=before))
        changes.append(_change(line, position, before))
    sums = _sums(invoice, positions)
    due = invoice.due
    original = originals[0] if originals else None
    shared = head(invoice, company)
    if due < 0:
        shared["accounts"] = company.refund_accounts(invoice)
    return PrintedCorrection(
        **shared,
        corrected=invoice.corrected_numbers,
        corrected_date=invoice.corrected_date or (original.issue_date if original else None),
        reason=invoice.correction_reason,
        positions=tuple(changes),
        sums=sums,
        total_before=_total(change.before for change in changes),
        total_after=_total(change.after for change in changes),
        total=total_of(sums),
        due=max(due, ZERO),
        returned=max(-due, ZERO),
        due_words=amount_words(abs(due), invoice.currency),
    )


def _before(position: InvoicePosition, originals: list[SaleInvoice]) -> BeforeCorrection | None:
    """What a position was on the corrected invoice: the one of its number there, else the only one of its goods."""
    if len(originals) != 1:
        return None
    listed = originals[0].positions
    for place, each in enumerate(listed, start=1):
        if position.line_number == (each.line_number or place):
            return _state(each)
    same = [each for each in listed if each.goods.code == position.goods.code]
    return _state(same[0]) if len(same) == 1 else None


def _state(position: InvoicePosition) -> BeforeCorrection:
    return BeforeCorrection(
        quantity=position.quantity,
        price=unit_price(position, "net"),
        rate=position.rate,
        net=position.net,
        vat=position.vat,
        net_pln=position.net_pln,
        vat_pln=position.vat_pln,
    )


def _change(line: int, position: InvoicePosition, before: BeforeCorrection) -> PrintedChange:
    quantity, net, vat = before.quantity + position.quantity, before.net + position.net, before.vat + position.vat
    price = position.price_after(before)
    if -int(price.as_tuple().exponent) > _PLACES:
        price = rounded(price, _PLACES, mode=HALF_UP)
    return PrintedChange(
        ordinal=line,
        code=position.goods.code,
        name=position.goods.name or position.goods.code,
        unit=position.unit,
        before=PrintedState(
            quantity=before.quantity,
            price=before.price,
            rate=rate_text(before.rate),
            net=before.net,
            vat=before.vat,
            gross=before.net + before.vat,
            margin=before.rate == MARGIN,
        ),
        after=PrintedState(
            quantity=quantity,
            price=price,
            rate=rate_text(position.rate),
            net=net,
            vat=vat,
            gross=net + vat,
            margin=position.rate == MARGIN,
        ),
        difference=PrintedState(
            quantity=position.quantity,
            price=price - before.price,
            rate=rate_text(position.rate),
            net=position.net,
            vat=position.vat,
            gross=position.gross,
            margin=MARGIN in (position.rate, before.rate),
        ),
    )


def _sums(invoice: SaleInvoice, positions: Iterable[InvoicePosition]) -> tuple[PrintedSum, ...]:
    """The VAT table of the differences; where the rate changed the old one is taken back whole.

    In PLN the amounts are those that are posted: as the document states them, else by its rate.
    """
    found: dict[str, PrintedSum] = {}
    for part in (part for position in positions for part in parts_by_rate(invoice, position)):
        rate = rate_text(part.rate)
        so_far = found.get(rate, PrintedSum(rate=rate, margin=part.rate == MARGIN))
        in_pln = (invoice.line_net_pln(part), invoice.line_vat_pln(part))
        found[rate] = added(so_far, (part.net, part.vat), in_pln)
    return tuple(found[rate] for rate in sorted(found, key=rate_text_order))


def _total(states: Iterable[PrintedState]) -> PrintedSum:
    found = list(states)
    return PrintedSum(
        net=sum([each.net for each in found if not each.margin], ZERO),
        vat=sum([each.vat for each in found if not each.margin], ZERO),
        gross=sum([each.gross for each in found], ZERO),
        margin=all(each.margin for each in found),
    )
