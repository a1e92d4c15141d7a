"""A purchase invoice with its corrections made into an internal sale document (FSW), by the rules of 001:58–89.

Where the source is silent: the value of a position is that of the purchase in PLN, the price follows from it, so that
both documents agree to the grosz (the manual's program rounds prices first, and lets the user mend what differs,
001:79). The tax of a rate is that of the sum of its positions; the last of them takes the penny.
"""

import calendar
import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from msgspec.structs import replace

from dekret.model.directory import KnownGoods
from dekret.model.invoices import Goods, InternalSale, InvoicePosition, PurchaseInvoice, TradeInvoice
from dekret.model.parties import code_key
from dekret.values.identifiers import is_in_eu
from dekret.values.rounding import HALF_UP, ZERO, rounded
from dekret.values.vat import percent_of
from dekret.wnt.families import PurchaseFamily

_PRICE_PLACES = 4
_LAST_DAY = 15
_UNTAXED = frozenset({"0 KR", "zw"})
"""The rates in words by which a purchase within the EU has no tax due; the others are of sales alone."""
Deduction = Literal["yes", "no", "conditional"]


@dataclass(frozen=True, slots=True)
class ConvertBy:
    """The number and day of the document, the goods on file by code in small letters, whether the tax is deducted."""

    number: str
    day: dt.date
    goods: Mapping[str, KnownGoods]
    deduction: Deduction = "yes"


@dataclass(frozen=True, slots=True)
class Fault:
    """Why no document can be made: what kind of fault, which document and position (from one) it is about."""

    kind: Literal["no-rate", "unplaced", "negative", "nothing", "no-change"]
    number: str
    line: int = 0
    text: str = ""


@dataclass(frozen=True, slots=True)
class _Line:
    """A position of the purchase with its corrections: quantity and value in PLN."""

    position: InvoicePosition
    quantity: Decimal
    value: Decimal


def internal_sale(family: PurchaseFamily, by: ConvertBy) -> InternalSale | tuple[Fault, ...]:
    """The internal sale of a purchase invoice, or everything that stands against it. Amounts are in PLN.

    That the invoice may be converted at all (no tax, foreign trade, no status W), rules have to tell before; so that
    its corrections have no tax.
    """
    faults: list[Fault] = []
    lines = _lines(family, faults)
    kept = [(number, line) for number, line in enumerate(lines, start=1) if line.quantity or line.value]
    if not kept and not faults:
        faults.append(Fault("nothing", family.invoice.number))
    rated = [(line, _rate(line, number, family.invoice, by, faults)) for number, line in kept]
    if faults:
        return tuple(faults)
    invoice = family.invoice
    return InternalSale(
        number=by.number,
        issue_date=by.day,
        party=invoice.party,
        operation_date=tax_point(invoice),
        category=invoice.category,
        category2=invoice.category2,
        description=invoice.description,
        exchange_rate=invoice.exchange_rate,
        warehouse=invoice.warehouse,
        algorithm="net",
        positions=tuple(_positions(rated, by)),
        source_numbers=(invoice.number, *(each.number for each in family.corrections)),
        deduction=by.deduction,
    )


def tax_point(invoice: PurchaseInvoice) -> dt.date:
    """The day on which the tax is due: that of the invoice, or the 15th of the month behind the delivery, if earlier.

    So art. 20 ust. 5 uVAT says of purchases within the EU; of others it is the day of the operation.
    """
    operation = invoice.operation_date or invoice.issue_date
    if not is_within_eu(invoice):
        return operation
    _, days = calendar.monthrange(operation.year, operation.month)
    month_end = operation.replace(day=days)
    return min(invoice.issue_date, month_end + dt.timedelta(days=_LAST_DAY))


def is_within_eu(invoice: PurchaseInvoice) -> bool:
    """Whether a purchase is one within the EU, by the kind of trade of its party, else by its country."""
    trade = invoice.party.transaction
    return trade in ("eu", "triangular") if trade else is_in_eu(invoice.party.country)


# --- positions


def _lines(family: PurchaseFamily, faults: list[Fault]) -> list[_Line]:
    """The positions of the invoice with what corrections and border corrections add to them (001:71–74)."""
    invoice = family.invoice
    quantities = [position.quantity for position in invoice.positions]
    values = [invoice.line_net_pln(position) for position in invoice.positions]
    for correction in family.corrections:
        counts = changes_quantities(correction)
        for number, position in enumerate(correction.positions, start=1):
            place = place_on(invoice, position)
            if place is None:
                faults.append(Fault("unplaced", correction.number, number, position.goods.code))
                continue
            values[place] += correction.line_net_pln(position)
            quantities[place] += position.quantity if counts else 0
    lines = [_Line(*row) for row in zip(invoice.positions, quantities, values, strict=True)]
    for number, line in enumerate(lines, start=1):
        if line.value < 0 or line.quantity < 0 or (line.value and not line.quantity):
            faults.append(Fault("negative", invoice.number, number, f"{line.quantity:f} / {line.value:f}"))
    return lines


def changes_quantities(correction: PurchaseInvoice) -> bool:
    """Whether the quantities of a correction count, and not its values alone."""
    return not correction.border_correction and correction.correction_kind in (None, "quantity")


def place_on(invoice: TradeInvoice, position: InvoicePosition) -> int | None:
    """The position of an invoice that one of a correction is about: of its goods, by its number or the only one."""
    wanted, number = code_key(position.goods.code), position.line_number
    found = [
        place
        for place, each in enumerate(invoice.positions)
        if wanted in ("", code_key(each.goods.code)) and number in (None, each.line_number or place + 1)
    ]
    return found[0] if len(found) == 1 else None


def _rate(line: _Line, number: int, invoice: PurchaseInvoice, by: ConvertBy, faults: list[Fault]) -> str:
    """The rate on the card of the goods, which the document takes (001:81); not that of the purchase."""
    known = by.goods.get(code_key(line.position.goods.code))
    if known is None or (percent_of(known.rate) is None and known.rate not in _UNTAXED):
        faults.append(Fault("no-rate", invoice.number, number, line.position.goods.code))
        return ""
    return known.rate


def taxes(amounts: Sequence[tuple[Decimal, str]]) -> Iterator[Decimal]:
    """The tax of each net amount with its rate. That of a rate is that of its sum; its last amount takes the penny."""
    left = {rate: _tax(sum((net for net, own in amounts if own == rate), ZERO), rate) for _, rate in amounts}
    last = {rate: index for index, (_, rate) in enumerate(amounts)}
    for index, (net, rate) in enumerate(amounts):
        vat = left[rate] if last[rate] == index else _tax(net, rate)
        left[rate] -= vat
        yield vat


def price_of(net: Decimal, quantity: Decimal) -> Decimal:
    """The price of a unit, to four places."""
    return rounded(net / quantity, _PRICE_PLACES, mode=HALF_UP)


def _positions(rated: Sequence[tuple[_Line, str]], by: ConvertBy) -> Iterator[InvoicePosition]:
    amounts = [(line.value, rate) for line, rate in rated]
    for (line, rate), vat in zip(rated, taxes(amounts), strict=True):
        yield _position(line, rate, vat, by)


def _named(goods: Goods, by: ConvertBy) -> Goods:
    """Goods with their name: that of the purchase, else that of the card."""
    known = by.goods.get(code_key(goods.code))
    return replace(goods, name=known.name) if known and known.name and not goods.name else goods


def _tax(net: Decimal, rate: str) -> Decimal:
    """The tax of an amount; none by rates that are words."""
    return rounded(net * (percent_of(rate) or ZERO) / 100, mode=HALF_UP)


def _position(line: _Line, rate: str, vat: Decimal, by: ConvertBy) -> InvoicePosition:
    return replace(
        line.position,
        goods=_named(line.position.goods, by),
        rate=rate,
        net=rounded(line.value, mode=HALF_UP),
        vat=vat,
        net_pln=None,
        vat_pln=None,
        quantity=line.quantity,
        price=price_of(line.value, line.quantity),
        discount=None,
        sugar_fee=ZERO,
        line_number=None,
        before=None,
    )
