"""Invoices and corrections of sales as the records of a file (001:155–240; comarch-edi 2, 7.1, 7.6).

Whether a document may be exported at all is told by rules (`rules/edi`); here is what stands where. What a document
does not have stays empty, and the shape of the file tells that it is missing.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from operator import attrgetter
from typing import TypeAlias, TypeVar

from dekret.edi.codes import means_code, rate_percent, tax_category, unit_code
from dekret.edi.parties import Texts, account_of
from dekret.model.directory import Directory
from dekret.model.edi import Amounts, EdiDelivery, EdiInvoice, EdiLine, EdiOrder, TaxSum, Totals
from dekret.model.invoices import InvoicePosition, SaleInvoice
from dekret.model.parties import attribute
from dekret.model.parts import Delivery, OrderReference
from dekret.values.rounding import HALF_UP, ZERO, rounded

SPLIT_PAYMENT = "mechanizm podzielonej płatności"
TESCO = "TESCO"
_TESCO_REASONS = {"value": "1", "quantity": "2"}
_TESCO_RETURNS, _TESCO_TERMS = "2", "3"
T = TypeVar("T")
_Group: TypeAlias = tuple[list[Amounts], list[Amounts], list[Amounts]]
"""Amounts of lines of one rate: as they are, before a correction, by how much they differ."""
_NOTICE = "RETURNSNOTICENUMBER"
_ORDER, _DELIVERY = attrgetter("order_number"), attrgetter("delivery_number")
_NUMBER, _CODE, _ITEM, _REASON, _REMARKS = 35, 35, 70, 256, 1050


class Sales:
    """Makes the records of invoices of one company. `by_reservation` takes the date of an order from its reservation.

    Of the dates of an order the manual names both: the reservation's (001:168) and, for MAKRO, that of the issue
    (001:232); the second is what a file gets.
    """

    def __init__(self, directory: Directory, *, by_reservation: bool = False) -> None:
        self.directory = directory
        self.by_reservation = by_reservation

    def record(self, invoice: SaleInvoice) -> EdiInvoice:
        """The finished record of an invoice or a correction, whose goods are as `with_goods` gives them."""
        texts, trade = Texts(), self.directory.trade
        chain = trade.chains.get(invoice.party.gln, "")
        payment = invoice.payments[0] if invoice.payments else None
        account = account_of(self.directory, payment.account if payment else "", chain=chain)
        code = attribute(invoice.attributes, "CODEBYBUYER") or attribute(invoice.party.attributes, "CODEBYBUYER")
        one_order, orders = self._orders(invoice, texts)
        one_delivery, deliveries = self._deliveries(invoice, texts)
        lines = tuple(_lines(invoice, texts, orders, deliveries))
        due = payment.due_date if payment else None
        fees = [line.sugar_fee for line in lines if line.sugar_fee is not None]
        tax = tuple(_tax_sums(lines))
        totals, before, difference = _totals(tax)
        reason = self._reason(invoice, chain)
        returns = chain == TESCO and reason == _TESCO_RETURNS
        corrected, notice = next(iter(invoice.corrected_numbers), ""), attribute(invoice.attributes, _NOTICE)
        return EdiInvoice(
            invoice.number,
            invoice.issue_date,
            invoice.operation_date or invoice.issue_date,
            invoice.currency,
            due,
            (due - invoice.issue_date).days if due else None,
            means_code(payment.method) if payment else "",
            SPLIT_PAYMENT if invoice.split_payment else "",
            invoice.correction,
            texts.party(invoice.party),
            texts.company(self.directory, account=account, code=code),
            trade.head_gln,
            next((gln for each in invoice.orders if (gln := attribute(each.attributes, "ULTIMATECUSTOMERGLN"))), ""),
            lines,
            tax,
            totals,
            before,
            difference,
            totals.net_amount - sum(fees, ZERO) if fees else None,
            sum(fees, ZERO) if fees else None,
            _date(attribute(invoice.attributes, "CORRECTIONAGREEDDATE")) if invoice.correction else None,
            texts.fit("Przyczyna korekty", reason, _REASON),
            texts.fit("Opis", invoice.description, _REMARKS) if reason == _TESCO_TERMS and chain == TESCO else "",
            "ZAL" if invoice.kind == "advance" else "INV",
            texts.number("Numer faktury korygowanej", corrected, _NUMBER) if invoice.correction else "",
            invoice.corrected_date if invoice.correction else None,
            texts.number("Numer zawiadomienia o zwrotach", notice, _NUMBER) if returns else "",
            _date(attribute(invoice.attributes, "RETURNSNOTICEDATE")) if returns else None,
            one_order,
            one_delivery,
            invoice.charges or None,
            _with_deposit(totals, invoice.charges),
            tuple(texts.cuts),
        )

    def _reason(self, invoice: SaleInvoice, chain: str) -> str:
        """Why the invoice is corrected (001:177–178); for TESCO a digit by the kind of correction (001:239–245)."""
        if not invoice.correction:
            return ""
        given = attribute(invoice.attributes, "CORRECTIONREASON")
        if not given and chain == TESCO:
            given = _TESCO_REASONS.get(invoice.correction_kind or "", "")
        return given or invoice.correction_reason

    def _orders(self, invoice: SaleInvoice, texts: Texts) -> tuple[EdiOrder | None, Mapping[str, EdiOrder]]:
        """The order of all lines, else those of the lines by number.

        Attributes of the document go before its orders (001:218–234): the number they give is that of all lines.
        """
        number = attribute(invoice.attributes, "BUYERORDERNUMBER")
        day = _date(attribute(invoice.attributes, "BUYERORDERDATE"))
        if number:
            days = {self._day(each) for each in invoice.orders}
            day = day or (days.pop() if len(days) == 1 else None)
            return EdiOrder(texts.number("BUYERORDERNUMBER", number, _NUMBER), day), {}
        orders = {
            each.number: EdiOrder(texts.number("Numer zamówienia", each.number, _NUMBER), day or self._day(each))
            for each in invoice.orders
        }
        return _of_all(orders, map(_ORDER, invoice.positions))

    def _day(self, order: OrderReference) -> dt.date | None:
        return order.reservation_date if self.by_reservation else order.issue_date

    def _deliveries(self, invoice: SaleInvoice, texts: Texts) -> tuple[EdiDelivery | None, Mapping[str, EdiDelivery]]:
        """The delivery of all lines, else those of the lines by number."""
        deliveries = {each.number: self._delivery(each, invoice, texts) for each in invoice.deliveries}
        return _of_all(deliveries, map(_DELIVERY, invoice.positions))

    @staticmethod
    def _delivery(delivery: Delivery, invoice: SaleInvoice, texts: Texts) -> EdiDelivery:
        """A goods issue; its receiver's address where the buyer wants it (001:169–173)."""
        receiver = delivery.receiver or invoice.receiver
        wanted = attribute(invoice.party.attributes, "DELIVERYADDRESS").casefold() == "tak"
        return EdiDelivery(
            (receiver.gln if receiver else "") or invoice.party.gln,
            delivery.delivery_date or delivery.issue_date,
            texts.number("Numer dostawy", delivery.number, _NUMBER),
            delivery.issue_date,
            texts.party(receiver) if wanted and receiver else None,
        )


def _lines(
    invoice: SaleInvoice, texts: Texts, orders: Mapping[str, EdiOrder], deliveries: Mapping[str, EdiDelivery]
) -> Iterator[EdiLine]:
    for place, position in enumerate(invoice.positions, 1):
        goods = position.goods
        now, before, difference = _states(position) if invoice.correction else (_state(position), None, None)
        fee = _fee_after(position) if invoice.correction else position.sugar_fee or None
        yield EdiLine(
            position.line_number or place if invoice.correction else place,
            goods.ean,
            texts.number("BUYERITEMCODE", position.buyer_item_code, _CODE),
            texts.fit("Kod towaru", goods.code, _CODE),
            texts.fit("Nazwa towaru", goods.name, _ITEM),
            unit_code(position.unit),
            now,
            goods.pkwiu,
            fee,
            _without_fee(now, fee) if fee and not invoice.correction else None,
            before,
            difference,
            orders.get(position.order_number),
            deliveries.get(position.delivery_number),
        )


def _of_all(found: Mapping[str, T], named: Iterable[str]) -> tuple[T | None, Mapping[str, T]]:
    """The one thing that all lines have; else what there is, by the names that lines give (7.77, notes 10 and 11).

    That every line names one of several is asked by rules (EDI-FS).
    """
    if len(found) < 2:
        return next(iter(found.values()), None), {}
    names = set(named)
    return (found.get(names.pop()), {}) if len(names) == 1 else (None, found)


def _date(text: str) -> dt.date | None:
    """The date of an attribute; None for any other text."""
    try:
        return dt.date.fromisoformat(text.strip())
    except ValueError:
        return None


@lru_cache(256)
def _rate(rate: str) -> tuple[Decimal | None, str]:
    return rate_percent(rate), tax_category(rate)


def _amounts(quantity: Decimal, price: Decimal, rate: str, tax: Decimal, net: Decimal) -> Amounts:
    percent, category = _rate(rate)
    return Amounts(quantity, rounded(price, mode=HALF_UP), percent, category, tax, net, net + tax)


def _state(position: InvoicePosition) -> Amounts:
    """What an invoice says of a position; without a price, the one that net and quantity give."""
    price = position.price
    if price is None:
        price = position.net / position.quantity if position.quantity else ZERO
    return _amounts(position.quantity, price, position.rate, position.vat, position.net)


def _states(position: InvoicePosition) -> tuple[Amounts, Amounts | None, Amounts | None]:
    """What a correction says of a position: after it, before it, and the difference, which the position holds."""
    before = position.before
    if before is None:
        return _state(position), None, None
    was = _amounts(before.quantity, before.price, before.rate, before.vat, before.net)
    now = _amounts(
        before.quantity + position.quantity,
        position.price_after(before),
        position.rate,
        before.vat + position.vat,
        before.net + position.net,
    )
    price = now.unit_net_price - was.unit_net_price
    return now, was, _amounts(position.quantity, price, position.rate, position.vat, position.net)


def _fee_after(position: InvoicePosition) -> Decimal | None:
    """The sugar fee after a correction (001:173; comarch-edi 2.3, 2.4); None where there was none, and there is none.

    The price without the fee is of the profile F alone.
    """
    was = position.before.sugar_fee if position.before else ZERO
    return was + position.sugar_fee if was or position.sugar_fee else None


def _without_fee(now: Amounts, fee: Decimal) -> Decimal:
    """The price of a unit without the sugar fee of the whole line (comarch-edi 2.4)."""
    return rounded(now.unit_net_price - (fee / now.quantity if now.quantity else ZERO), mode=HALF_UP)


def _totals(tax: tuple[TaxSum, ...]) -> tuple[Totals, Totals | None, Totals | None]:
    """The totals after, before, and the difference: those of all rates together."""
    before = [each.before for each in tax if each.before]
    difference = [each.difference for each in tax if each.difference]
    if len(before) < len(tax):
        return _sum([each.now for each in tax]), None, None
    return _sum([each.now for each in tax]), _sum(before), _sum(difference)


def _with_deposit(totals: Totals, deposit: Decimal) -> Totals | None:
    """The totals with the deposit for packages, which has no tax (art. 29a ust. 11 of the VAT act; comarch-edi 2.4)."""
    if not deposit:
        return None
    return Totals(totals.net_amount + deposit, totals.tax_amount, totals.gross_amount + deposit)


def _sum(amounts: Sequence[Amounts]) -> Totals:
    net, tax = sum([each.net_amount for each in amounts], ZERO), sum([each.tax_amount for each in amounts], ZERO)
    return Totals(net, tax, net + tax)


def _tax_sums(lines: tuple[EdiLine, ...]) -> Iterator[TaxSum]:
    """The summary by rate; on a correction by rate now and rate before (comarch-edi 2.3), in order of appearance."""
    groups: dict[object, _Group] = {}
    for line in lines:
        now, was = line.now, line.before
        rate: object = now.tax_category_code if now.tax_rate is None else now.tax_rate
        if was is not None:
            rate = (now.tax_rate, now.tax_category_code, was.tax_rate, was.tax_category_code)
        group = groups.get(rate)
        if group is None:
            group = groups[rate] = ([], [], [])
        group[0].append(now)
        if was is not None and line.difference is not None:
            group[1].append(was)
            group[2].append(line.difference)
    for after, before, difference in groups.values():
        if before:
            yield TaxSum(_of_rate(after), _of_rate(before), _of_rate(difference))
        else:
            yield TaxSum(_of_rate(after))


def _of_rate(amounts: list[Amounts]) -> Amounts:
    """The sum of amounts of one rate; it has no quantity and no price."""
    rate, category, total = amounts[0].tax_rate, amounts[0].tax_category_code, _sum(amounts)
    return Amounts(ZERO, ZERO, rate, category, total.tax_amount, total.net_amount, total.gross_amount)
