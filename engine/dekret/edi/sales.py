"""Invoices and corrections of sales as the records of a file (001:155–240; comarch-edi 2, 7.1, 7.6).

Whether a document may be exported at all is told by rules (`rules/edi`); here is what stands where. What a document
does not have stays empty, and the shape of the file tells that it is missing.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import TypeVar, overload

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
_NUMBER, _CODE, _ITEM, _REASON, _REMARKS, _PKWIU = 35, 35, 70, 256, 1050, 50


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
        orders = {each.number: self._order(each, invoice, texts) for each in invoice.orders}
        deliveries = {each.number: self._delivery(each, invoice, texts) for each in invoice.deliveries}
        one_order = _only(orders.values()) if orders else self._named_order(invoice, texts)
        one_delivery = _only(deliveries.values())
        lines = tuple(self._lines(invoice, texts, {} if one_order else orders, {} if one_delivery else deliveries))
        due = payment.due_date if payment else None
        fees = [line.sugar_fee for line in lines if line.sugar_fee is not None]
        totals, before, difference = _totals(lines)
        reason = self._reason(invoice, chain)
        returns = chain == TESCO and reason == _TESCO_RETURNS
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
            tuple(_tax_sums(lines)),
            totals,
            before,
            difference,
            totals.net_amount - sum(fees, ZERO) if fees else None,
            sum(fees, ZERO) if fees else None,
            _date(attribute(invoice.attributes, "CORRECTIONAGREEDDATE")) if invoice.correction else None,
            texts.fit("Przyczyna korekty", reason, _REASON),
            texts.fit("Opis", invoice.description, _REMARKS) if reason == _TESCO_TERMS and chain == TESCO else "",
            next(iter(invoice.corrected_numbers), "") if invoice.correction else "",
            invoice.corrected_date if invoice.correction else None,
            attribute(invoice.attributes, "RETURNSNOTICENUMBER") if returns else "",
            _date(attribute(invoice.attributes, "RETURNSNOTICEDATE")) if returns else None,
            one_order,
            one_delivery,
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

    def _order(self, order: OrderReference, invoice: SaleInvoice, texts: Texts) -> EdiOrder:
        """The order of the buyer; attributes of the document go before the order (001:218–234)."""
        day = order.reservation_date if self.by_reservation else order.issue_date
        return EdiOrder(
            texts.fit("Numer zamówienia", attribute(invoice.attributes, "BUYERORDERNUMBER") or order.number, _NUMBER),
            _date(attribute(invoice.attributes, "BUYERORDERDATE")) or day,
        )

    @staticmethod
    def _named_order(invoice: SaleInvoice, texts: Texts) -> EdiOrder | None:
        """The order that attributes alone name, without a document."""
        number = attribute(invoice.attributes, "BUYERORDERNUMBER")
        if not number:
            return None
        number = texts.fit("BUYERORDERNUMBER", number, _NUMBER)
        return EdiOrder(number, _date(attribute(invoice.attributes, "BUYERORDERDATE")))

    @staticmethod
    def _delivery(delivery: Delivery, invoice: SaleInvoice, texts: Texts) -> EdiDelivery:
        """A goods issue; its receiver's address where the buyer wants it (001:169–173)."""
        receiver = delivery.receiver or invoice.receiver
        wanted = attribute(invoice.party.attributes, "DELIVERYADDRESS").casefold() == "tak"
        return EdiDelivery(
            (receiver.gln if receiver else "") or invoice.party.gln,
            delivery.delivery_date or delivery.issue_date,
            texts.fit("Numer dostawy", delivery.number, _NUMBER),
            delivery.issue_date,
            texts.party(receiver) if wanted and receiver else None,
        )

    def _lines(
        self, invoice: SaleInvoice, texts: Texts, orders: dict[str, EdiOrder], deliveries: dict[str, EdiDelivery]
    ) -> Iterable[EdiLine]:
        for place, position in enumerate(invoice.positions, 1):
            goods = position.goods
            now, before, difference = _states(position) if invoice.correction else (_state(position), None, None)
            fee = position.sugar_fee if position.sugar_fee and not invoice.correction else None
            yield EdiLine(
                position.line_number or place if invoice.correction else place,
                goods.ean,
                texts.fit("BUYERITEMCODE", position.buyer_item_code, _CODE),
                texts.fit("Kod towaru", goods.code, _CODE),
                texts.fit("Nazwa towaru", goods.name, _ITEM),
                unit_code(position.unit),
                now,
                texts.fit("PKWiU", goods.pkwiu, _PKWIU),
                fee,
                _without_fee(now, fee) if fee else None,
                before,
                difference,
                orders.get(position.order_number),
                deliveries.get(position.delivery_number),
            )


def _only(found: Iterable[T]) -> T | None:
    """The one thing there is; None where there are more."""
    several = list(found)
    return several[0] if len(several) == 1 else None


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
    change = position.price or ZERO
    was = _amounts(before.quantity, before.price, before.rate, before.vat, before.net)
    now = _amounts(
        before.quantity + position.quantity,
        before.price + change,
        position.rate,
        before.vat + position.vat,
        before.net + position.net,
    )
    price = now.unit_net_price - was.unit_net_price
    return now, was, _amounts(position.quantity, price, position.rate, position.vat, position.net)


def _without_fee(now: Amounts, fee: Decimal) -> Decimal:
    """The price of a unit without the sugar fee of the whole line (comarch-edi 2.4)."""
    return rounded(now.unit_net_price - (fee / now.quantity if now.quantity else ZERO), mode=HALF_UP)


def _sum(amounts: Sequence[Amounts]) -> Totals:
    net, tax = sum([each.net_amount for each in amounts], ZERO), sum([each.tax_amount for each in amounts], ZERO)
    return Totals(net, tax, net + tax)


def _totals(lines: tuple[EdiLine, ...]) -> tuple[Totals, Totals | None, Totals | None]:
    before = [line.before for line in lines if line.before]
    difference = [line.difference for line in lines if line.difference]
    if len(before) < len(lines):
        return _sum([line.now for line in lines]), None, None
    return _sum([line.now for line in lines]), _sum(before), _sum(difference)


def _tax_sums(lines: tuple[EdiLine, ...]) -> Iterable[TaxSum]:
    """The summary by rate; on a correction by rate now and rate before (comarch-edi 2.3), in order of appearance."""
    groups: dict[object, list[EdiLine]] = {}
    for line in lines:
        now, was = line.now, line.before
        rate: object = now.tax_rate if now.tax_rate is not None else now.tax_category_code
        if was:
            rate = (now.tax_rate, now.tax_category_code, was.tax_rate, was.tax_category_code)
        if rate in groups:
            groups[rate].append(line)
        else:
            groups[rate] = [line]
    for group in groups.values():
        yield TaxSum(
            _of_rate(group[0].now, [line.now for line in group]),
            _of_rate(group[0].before, [line.before for line in group]),
            _of_rate(group[0].difference, [line.difference for line in group]),
        )


@overload
def _of_rate(first: Amounts, amounts: list[Amounts]) -> Amounts: ...
@overload
def _of_rate(first: Amounts | None, amounts: list[Amounts | None]) -> Amounts | None: ...
def _of_rate(first: Amounts | None, amounts: Sequence[Amounts | None]) -> Amounts | None:
    """The sum of amounts of one rate; it has no quantity and no price."""
    known = [each for each in amounts if each]
    if first is None or len(known) < len(amounts):
        return None
    total = _sum(known)
    rate, category = first.tax_rate, first.tax_category_code
    return Amounts(ZERO, ZERO, rate, category, total.tax_amount, total.net_amount, total.gross_amount)
