"""A purchase invoice with its corrections made into an internal sale document (FSW), by the rules of 001:58–89.

Where the source is silent: the value of a position is that of the purchase in PLN, the price follows from it, so that
both documents agree to the grosz (the manual's program rounds prices first, and lets the user mend what differs,
001:79). The tax of a rate is that of the sum of its positions; the last of them takes the penny.
Corrections count by the rate of the invoice (001:70), which is that of its tax point; what is taken back of a position
is taken off in its currency, so that nothing is left of one that was returned.
A position at np, and a service at any rate but 0%, is an import of services: its tax is due when it is performed
(art. 19a ust. 1 uVAT), that of goods with the invoice. The manual has np for services, 0% for goods and for services
of their delivery (001:16–19).
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
from dekret.wnt.families import PurchaseFamily, issuer_of

_PRICE_PLACES = 4
_LAST_DAY = 15
_UNTAXED = frozenset({"0 KR", "zw"})
"""The rates in words by which a purchase within the EU has no tax due; the others are of sales alone."""
FaultKind = Literal[
    "no-rate",
    "unplaced",
    "negative",
    "nothing",
    "no-change",
    "other-currency",
    "two-tax-points",
    "service-advance",
]
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

    kind: FaultKind
    document: TradeInvoice
    line: int = 0
    text: str = ""


@dataclass(slots=True)
class Purchased:
    """A position of the purchase with its corrections: quantity, net in the currency of the invoice, further PLN."""

    invoice: PurchaseInvoice
    position: InvoicePosition
    quantity: Decimal
    net: Decimal
    more: Decimal = ZERO

    @property
    def value(self) -> Decimal:
        """The value in PLN by the rate of the invoice, costs of border corrections with it."""
        if not self.net:
            return self.more
        known = self.position.net_pln
        if known is None:
            return self.invoice.in_pln(self.net) + self.more
        return known + self.invoice.in_pln(self.net - self.position.net) + self.more


def internal_sale(family: PurchaseFamily, by: ConvertBy) -> InternalSale | tuple[Fault, ...]:
    """The internal sale of a purchase invoice, or everything that stands against it. Amounts are in PLN.

    That the invoice may be converted at all (no tax, foreign trade, no status W), rules have to tell before; so that
    its corrections have no tax.
    """
    faults: list[Fault] = []
    lines = purchased(family.invoice, family.corrections, faults)
    _check_values(lines, faults)
    kept = [(number, line) for number, line in enumerate(lines, start=1) if line.quantity or line.value]
    if not kept and not faults:
        faults.append(Fault("nothing", family.invoice))
    rated = [(line, _rate(line, number, by, faults)) for number, line in kept]
    day = _day(kept, family.invoice, by, faults)
    if faults:
        return tuple(faults)
    invoice = family.invoice
    return InternalSale(
        number=by.number,
        issue_date=by.day,
        party=invoice.party,
        operation_date=day,
        category=invoice.category,
        category2=invoice.category2,
        description=invoice.description,
        exchange_rate=invoice.exchange_rate,
        warehouse=invoice.warehouse,
        algorithm="net",
        positions=tuple(_positions(rated, by)),
        source_numbers=(invoice.number, *(each.number for each in family.corrections)),
        source_parties=tuple(issuer_of(family.party_of(each)) for each in (invoice, *family.corrections)),
        deduction=by.deduction,
    )


def tax_point(invoice: PurchaseInvoice) -> dt.date:
    """The day on which the tax is due: that of the invoice, or the 15th of the month behind the delivery, if earlier.

    So art. 20 ust. 5 uVAT says of goods purchased within the EU; of others it is the day of the operation.
    """
    operation = performed(invoice)
    if not is_within_eu(invoice):
        return operation
    _, days = calendar.monthrange(operation.year, operation.month)
    month_end = operation.replace(day=days)
    return min(invoice.issue_date, month_end + dt.timedelta(days=_LAST_DAY))


def performed(invoice: PurchaseInvoice) -> dt.date:
    """The day of the operation, on which the tax of a service is due (art. 19a ust. 1 uVAT); else that of issue."""
    return invoice.operation_date or invoice.issue_date


def is_within_eu(invoice: PurchaseInvoice) -> bool:
    """Whether a purchase is one within the EU, by the kind of trade of its party, else by its country."""
    trade = invoice.party.transaction
    return trade in ("eu", "triangular") if trade else is_in_eu(invoice.party.country)


# --- positions


def purchased(invoice: PurchaseInvoice, corrections: Sequence[PurchaseInvoice], faults: list[Fault]) -> list[Purchased]:
    """The positions of the invoice with what corrections and border corrections add to them (001:71–74)."""
    lines = [Purchased(invoice, each, each.quantity, each.net) for each in invoice.positions]
    for correction in corrections:
        if correction.currency != invoice.currency and not correction.border_correction:
            faults.append(Fault("other-currency", correction, text=f"{correction.currency}, {invoice.currency}"))
            continue
        for number, position in enumerate(correction.positions, start=1):
            place = place_on(invoice, position)
            if place is None:
                faults.append(Fault("unplaced", correction, number, position.goods.code))
                continue
            _add(lines[place], correction, position)
    return lines


def _add(line: Purchased, correction: PurchaseInvoice, position: InvoicePosition) -> None:
    """Adds a position of a correction; a border correction is in PLN, one of the exchange rate changes PLN alone."""
    if correction.border_correction:
        line.more += correction.line_net_pln(position)
        return
    line.net += position.net
    if correction.correction_kind == "exchange_rate":
        line.more += position.net_pln or ZERO
    if changes_quantities(correction):
        line.quantity += position.quantity


def _check_values(lines: Sequence[Purchased], faults: list[Fault]) -> None:
    for number, line in enumerate(lines, start=1):
        if line.value < 0 or line.quantity < 0 or (line.value and not line.quantity):
            faults.append(Fault("negative", line.invoice, number, f"{line.quantity:f} / {line.value:f}"))


def _day(
    kept: Sequence[tuple[int, Purchased]], invoice: PurchaseInvoice, by: ConvertBy, faults: list[Fault]
) -> dt.date:
    """The day of the tax: that of the goods; where there are services alone, that of their performance.

    One document has one day: an invoice of both whose days are in different months is refused. So is a service on a
    final invoice, as the tax of its advances was due when they were paid (art. 19a ust. 8 uVAT).
    """
    services = [(number, line) for number, line in kept if is_imported_service(line.position, by)]
    if invoice.kind == "final" and any(each.net for each in invoice.settled_advances):
        faults += [Fault("service-advance", invoice, number, line.position.goods.code) for number, line in services]
    of_goods, of_services = tax_point(invoice), performed(invoice)
    if services and len(services) == len(kept):
        return of_services
    if services and (of_goods.year, of_goods.month) != (of_services.year, of_services.month):
        faults.append(Fault("two-tax-points", invoice, services[0][0], f"{of_goods}, {of_services}"))
    return of_goods


def is_imported_service(position: InvoicePosition, by: ConvertBy) -> bool:
    """Whether a position is a service of its own: np is the rate of services (001:16); at 0% they go with goods."""
    known = by.goods.get(code_key(position.goods.code))
    is_service = position.goods.kind == "service" or (known is not None and known.kind == "service")
    word = position.rate.partition(" ")[0]
    return word == "np" or (is_service and word != "0")


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


def _rate(line: Purchased, number: int, by: ConvertBy, faults: list[Fault]) -> str:
    """The rate on the card of the goods, which the document takes (001:81); not that of the purchase."""
    known = by.goods.get(code_key(line.position.goods.code))
    if known is None or (percent_of(known.rate) is None and known.rate not in _UNTAXED):
        faults.append(Fault("no-rate", line.invoice, number, line.position.goods.code))
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


def _positions(rated: Sequence[tuple[Purchased, str]], by: ConvertBy) -> Iterator[InvoicePosition]:
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


def _position(line: Purchased, rate: str, vat: Decimal, by: ConvertBy) -> InvoicePosition:
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
