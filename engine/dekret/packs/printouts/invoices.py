"""Sales invoices as records for printing: parties, VAT by rate, totals, words, accounts, annotations.

Sources: 001:87–113 (triangular trade, the prefix of the NIP, two accounts), 001:704–724 (export invoices),
art. 106e and 106f of the VAT act (what an invoice says; what a final one does).
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import TypedDict

from dekret.model.directory import Directory, KnownParty, Transaction
from dekret.model.invoices import Goods, InvoicePosition, SaleInvoice, TradeInvoice
from dekret.model.parties import Attribute, Party, attribute, code_key
from dekret.model.printouts import (
    PrintedAccount,
    PrintedAdvance,
    PrintedInvoice,
    PrintedParty,
    PrintedPayment,
    PrintedPosition,
)
from dekret.model.settlement import Settlement
from dekret.packs.printouts import problems
from dekret.packs.printouts.said import annotations
from dekret.packs.printouts.totals import (
    MARGIN,
    advance_rates,
    left_after_advances,
    rate_sums,
    rate_text,
    total_of,
)
from dekret.syntax import cells
from dekret.text.diagnostic import Diagnostic
from dekret.text.source import Span
from dekret.values.identifiers import is_in_eu, plain_account, plain_tax_id
from dekret.values.rounding import HALF_UP, ZERO, rounded
from dekret.values.words import amount_words

_WITH_PREFIX = (Transaction.EU, Transaction.TRIANGULAR)


@dataclass(frozen=True, slots=True)
class Company:
    """The company that prints, and what its file knows of others."""

    directory: Directory

    def known(self, party: Party) -> KnownParty | None:
        """The party of a code, else of a NIP."""
        found = self.directory.parties.get(code_key(party.code)) if party.code else None
        return found or (self.directory.parties_by_tax_id.get(plain_tax_id(party.tax_id)) if party.tax_id else None)

    def attributes(self, goods: Goods) -> tuple[Attribute, ...]:
        """The attributes of goods: those of the document, before those of their card."""
        known = self.directory.trade.goods.get(code_key(goods.code))
        return (*goods.attributes, *(known.attributes if known else ()))

    def transaction(self, invoice: TradeInvoice) -> Transaction:
        """What trade with the buyer is: by its file, else by the rates of the invoice, else by its country."""
        known = self.known(invoice.party)
        if known and known.transaction:
            return known.transaction
        rates = {position.rate for position in invoice.positions}
        country = invoice.party.country or (known.country if known else "")
        if "0 WDT" in rates:
            return Transaction.EU
        if "0 EX" in rates:
            return Transaction.OUTSIDE
        if country in ("", "PL"):
            return Transaction.DOMESTIC
        return Transaction.EU if is_in_eu(country) else Transaction.OUTSIDE

    def unknown(self, invoice: TradeInvoice | Settlement, place: Span) -> Diagnostic | None:
        """That nobody tells the name of a party, which an invoice has to say (art. 106e ust. 1 pkt 3)."""
        receiver = invoice.receiver if isinstance(invoice, TradeInvoice) else None
        for party in filter(None, (invoice.party, receiver)):
            known = self.known(party)
            if not party.name and not (known and known.name):
                who = party.code or party.tax_id or "–"
                return problems.UNKNOWN_PARTY.at(place, number=invoice.number, party=who)
        return None

    def itself(self) -> PrintedParty:
        """The company as it stands on whatever is not a sale."""
        return self.seller(Transaction.DOMESTIC)

    def seller(self, transaction: Transaction) -> PrintedParty:
        """The company; its NIP has the prefix PL in trade within the EU alone (001:101–107)."""
        own = self.directory
        tax_id = f"PL{own.tax_id}" if transaction in _WITH_PREFIX and own.tax_id else own.tax_id
        return PrintedParty(
            name=" ".join(filter(None, (own.company, own.name2))),
            address=address(own.street, own.postal_code, own.city, ""),
            tax_id=tax_id,
            country=own.country or "PL",
        )

    def other(self, party: Party) -> PrintedParty:
        """Somebody else, completed from the company's file; the number is printed whole, as it is kept (001:109)."""
        known = self.known(party)
        country = party.country or (known.country if known else "")
        abroad = country if country not in ("", "PL") else ""
        if party.street or party.city:
            lines = address(party.street, party.postal_code, party.city, abroad)
        else:
            lines = address(known.street, known.postal_code, known.city, abroad) if known else ()
        name = party.name or (" ".join(filter(None, (known.name, known.name2))) if known else "")
        return PrintedParty(
            name=name or party.code,
            address=lines,
            tax_id=party.tax_id or (known.tax_id if known else ""),
            code=party.code or (known.code if known else ""),
            country=country,
            gln=party.gln,
        )

    def accounts(self, invoice: TradeInvoice) -> tuple[PrintedAccount, ...]:
        """The account to pay to; with VAT on an invoice in a currency the PLN account for the tax, too (001:113)."""
        stated = next((plain_account(each.account) for each in invoice.payments if each.account), "")
        own = [register for register in self.directory.registers.values() if register.account]
        fitting = [register for register in own if register.account == stated]
        fitting = fitting or [register for register in own if register.currency == invoice.currency and not stated]
        found = [PrintedAccount(number=stated, currency=invoice.currency)] if stated and not fitting else []
        found += [
            PrintedAccount(number=each.account, currency=each.currency, bank=each.bank_name, bic=each.bic)
            for each in fitting[:1]
        ]
        if invoice.currency != "PLN" and invoice.vat:
            found += [
                PrintedAccount(number=each.account, currency="PLN", bank=each.bank_name, bic=each.bic)
                for each in own
                if each.currency == "PLN"
            ][:1]
        return tuple(found)

    def refund_accounts(self, invoice: TradeInvoice) -> tuple[PrintedAccount, ...]:
        """Where money of a correction goes back to: the buyer's account on the document, else in its file, if any."""
        own = {register.account for register in self.directory.registers.values()}
        stated = [plain_account(each.account) for each in invoice.payments if each.account]
        known = self.known(invoice.party)
        bic = known.bic if known else ""
        theirs = plain_account(known.account) if known else ""
        number = next((each for each in stated if each not in own), theirs)
        if not number:
            return ()
        return (PrintedAccount(number=number, currency=invoice.currency, bic=bic if number == theirs else ""),)


def address(street: str, postal_code: str, city: str, country: str) -> tuple[str, ...]:
    """The lines of an address; the country stands behind the town."""
    town = " ".join(filter(None, (postal_code, city)))
    return tuple(filter(None, (street, ", ".join(filter(None, (town, country))))))


def printed_invoice(invoice: SaleInvoice, company: Company) -> PrintedInvoice:
    """The record of an invoice."""
    ordered = rate_sums(invoice, invoice.positions)
    sums = left_after_advances(invoice, ordered)
    due = invoice.due
    due_pln = _due_pln_of(invoice)
    paid = sum([each.amount or ZERO for each in _payments(invoice) if each.paid_date], ZERO)
    if _is_received(invoice):
        paid = due
    return PrintedInvoice(
        **head(invoice, company),
        kind={"advance": "Faktura zaliczkowa", "final": "Faktura końcowa"}.get(invoice.kind, "Faktura"),
        positions=tuple(_positions(invoice, company)),
        sums=sums,
        total=total_of(sums),
        order_sums=ordered,
        order_total=total_of(ordered),
        advances=_advances(invoice),
        charges=invoice.charges,
        charges_pln=invoice.in_pln(invoice.charges),
        deductions=invoice.deductions,
        deductions_pln=invoice.in_pln(invoice.deductions),
        rounding=invoice.rounding,
        rounding_pln=invoice.rounding_pln,
        due=due,
        due_words=amount_words(due, invoice.currency),
        due_pln=due_pln,
        due_pln_words=amount_words(due_pln),
        paid=paid,
        paid_pln=invoice.in_pln(paid),
        left=due - paid,
        left_pln=due_pln - invoice.in_pln(paid),
        received=receipt_day(invoice) is not None and paid >= due,
        from_net=invoice.algorithm == "net",
    )


def _due_pln_of(invoice: TradeInvoice) -> Decimal:
    return invoice.gross_pln + invoice.rounding_pln + invoice.in_pln(invoice.charges - invoice.deductions)


def receipt_day(invoice: TradeInvoice) -> dt.date | None:
    """The day on which the payment was received that an advance invoice is of (art. 106e ust. 1 pkt 6 of the VAT act).

    That is the day of the last payment, else the operation's where that is not after the issue. None of other invoices,
    and of an advance one that was issued before the payment (art. 106i ust. 7) or does not tell.
    """
    if invoice.kind != "advance" or invoice.correction:
        return None
    paid = [payment.paid_date for payment in invoice.payments if payment.paid_date]
    if paid or invoice.operation_date is None or invoice.operation_date > invoice.issue_date:
        return max(paid, default=None)
    return invoice.operation_date


def _is_received(invoice: TradeInvoice) -> bool:
    """Whether all of an advance was received on the day of the operation, as no payment has a day of its own."""
    return receipt_day(invoice) is not None and not any(payment.paid_date for payment in invoice.payments)


class Head(TypedDict):
    """The fields of `PrintedHead`."""

    number: str
    ksef_number: str
    issue_date: dt.date
    sale_date: dt.date
    advance: bool
    receipt_date: dt.date | None
    place: str
    seller: PrintedParty
    buyer: PrintedParty
    receiver: PrintedParty | None
    currency: str
    is_foreign: bool
    exchange_rate: Decimal | None
    split_payment: bool
    annotations: tuple[str, ...]
    orders: tuple[str, ...]
    deliveries: tuple[str, ...]
    accounts: tuple[PrintedAccount, ...]
    payments: tuple[PrintedPayment, ...]
    remarks: str


def head(invoice: TradeInvoice, company: Company) -> Head:
    """What invoices and corrections share, as fields of `PrintedHead`."""
    transaction = company.transaction(invoice)
    receiver = company.other(invoice.receiver) if invoice.receiver else None
    buyer = company.other(invoice.party)
    return {
        "number": invoice.number,
        "ksef_number": invoice.ksef_number,
        "issue_date": invoice.issue_date,
        "sale_date": invoice.operation_date or invoice.issue_date,
        "advance": invoice.kind == "advance" and not invoice.correction,
        "receipt_date": receipt_day(invoice),
        "place": company.directory.city,
        "seller": company.seller(transaction),
        "buyer": buyer,
        "receiver": None if receiver == buyer else receiver,
        "currency": invoice.currency,
        "is_foreign": invoice.currency != "PLN",
        "exchange_rate": invoice.exchange_rate if invoice.currency != "PLN" else None,
        "split_payment": invoice.split_payment,
        "annotations": annotations(invoice, transaction),
        "orders": tuple(order.number for order in invoice.orders),
        "deliveries": tuple(delivery.number for delivery in invoice.deliveries),
        "accounts": company.accounts(invoice),
        "payments": tuple(_payments(invoice)),
        "remarks": invoice.description,
    }


def unit_price(position: InvoicePosition, algorithm: str) -> Decimal:
    """The price of a unit, net or gross as the invoice is counted; what the position says, else the amount by quantity.

    What is sold by the margin procedure has a gross price alone (art. 106e ust. 2, 3 of the VAT act).
    The quotient is printed with as many places as it needs, at most four.
    """
    from_net = algorithm == "net" and position.rate != MARGIN
    if from_net and position.price is not None:
        return position.price
    amount = position.net if from_net else position.gross
    return rounded(amount / position.quantity, 4, mode=HALF_UP) if position.quantity else ZERO


def _positions(invoice: TradeInvoice, company: Company) -> Iterable[PrintedPosition]:
    for ordinal, position in enumerate(invoice.positions, start=1):
        price = unit_price(position, invoice.algorithm)
        known = company.attributes(position.goods)
        yield PrintedPosition(
            ordinal=ordinal,
            code=position.goods.code,
            name=position.goods.name or position.goods.code,
            description=position.description,
            ean=position.goods.ean,
            pkwiu=position.goods.pkwiu,
            buyer_code=position.buyer_item_code,
            is_service=position.goods.kind == "service",
            quantity=position.quantity,
            unit=position.unit,
            price=price,
            price_pln=rounded(price * invoice.effective_rate, mode=HALF_UP) if invoice.currency != "PLN" else price,
            discount=position.discount,
            rate=rate_text(position.rate),
            net=position.net,
            vat=position.vat,
            gross=position.gross,
            net_pln=invoice.line_net_pln(position),
            vat_pln=invoice.line_vat_pln(position),
            gross_pln=invoice.line_gross_pln(position),
            margin=position.rate == MARGIN,
            goods_description=attribute(known, "OPIS"),
            packing=attribute(known, "OPAKOWANIE"),
            packages=_packages(position, known),
            attributes={each.code: each.value for each in reversed(known)},
        )


def _packages(position: InvoicePosition, known: Iterable[Attribute]) -> Decimal | None:
    """How many packages there are, two places; None where the goods do not say what one holds."""
    each = cells.read_number(attribute(known, "ILOSC-W-OPAKOWANIU"))
    return rounded(position.quantity / each, mode=HALF_UP) if each else None


def _payments(invoice: TradeInvoice) -> Iterable[PrintedPayment]:
    """The payments; the one without an amount is for what the others leave of the due; several have none.

    In PLN the last of payments that are the due takes what the others leave, so that they add up.
    """
    amounts = [payment.amount for payment in invoice.payments]
    rest = invoice.due - sum([amount for amount in amounts if amount is not None], ZERO)
    if amounts.count(None) == 1:
        amounts[amounts.index(None)], rest = rest, ZERO
    rest_pln = _due_pln_of(invoice)
    received = receipt_day(invoice) if _is_received(invoice) else None
    for place, (payment, amount) in enumerate(zip(invoice.payments, amounts, strict=True), start=1):
        in_pln = None if amount is None else invoice.in_pln(amount)
        if in_pln is not None and place == len(amounts) and not rest:
            in_pln = rest_pln
        rest_pln -= in_pln or ZERO
        yield PrintedPayment(
            method=payment.method,
            due_date=payment.due_date,
            paid_date=payment.paid_date or received,
            amount=amount,
            amount_pln=in_pln,
        )


def _advances(invoice: TradeInvoice) -> tuple[PrintedAdvance, ...]:
    rates = advance_rates(invoice)
    return tuple(
        PrintedAdvance(
            number=each.number or "–",
            rate=rate or "",
            net=each.net or ZERO,
            vat=each.vat or ZERO,
            gross=each.gross if each.gross is not None else (each.net or ZERO) + (each.vat or ZERO),
        )
        for each, rate in zip(invoice.settled_advances, rates, strict=True)
    )
