"""Open items (pozycje otwarte): what the company is to be paid or is to pay, of the schedule of payments or documents.

Whether an item is still open is known only as far as its source says so: no payment is looked up here. An item that
is given twice, as a payment and as its document, is two items, unless `not_scheduled` leaves the document out.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Annotated, Literal

from msgspec import Meta
from msgspec.structs import replace

from dekret.model.base import Currency, Date, Money, PositiveMoney, Record
from dekret.model.directory import Directory, KnownParty
from dekret.model.documents import AnyDocument
from dekret.model.invoices import InternalSale, Invoice, PurchaseInvoice, SaleInvoice, VatPurchase, VatSale
from dekret.model.parties import code_key
from dekret.model.parts import Payment as InvoicePayment
from dekret.model.payments import Payment, PaymentKind, TaxLiability
from dekret.values.identifiers import plain_account, plain_tax_id
from dekret.values.rounding import ZERO

Direction = Literal["in", "out"]
Side = tuple[Direction, str]
"""Direction and currency: an item of another side is never settled."""


class OpenItem(Record, frozen=True, kw_only=True):
    """A payment or an invoice that is not settled yet.

    `direction` is "in" where the company is to be paid, "out" where it pays. `amount`, above zero, is what is open in
    `currency`; of an item settled `partly` it is the whole, as what is left is not known. A correction that gives
    money back is an item of the other direction. `accounts` and `party_tax_id` are without blanks and hyphens.
    """

    id: Annotated[str, Meta(title="Identyfikator")]
    number: Annotated[str, Meta(title="Numer dokumentu")]
    direction: Annotated[Direction, Meta(title="Kierunek")]
    amount: Annotated[PositiveMoney, Meta(title="Kwota otwarta")]
    currency: Annotated[Currency, Meta(title="Waluta")] = "PLN"
    partly: Annotated[bool, Meta(title="Rozliczone częściowo")] = False
    party_code: Annotated[str, Meta(title="Akronim podmiotu")] = ""
    party_name: Annotated[str, Meta(title="Nazwa podmiotu")] = ""
    party_tax_id: Annotated[str, Meta(title="NIP podmiotu")] = ""
    accounts: Annotated[tuple[str, ...], Meta(title="Rachunki podmiotu")] = ()
    document_date: Annotated[Date | None, Meta(title="Data dokumentu")] = None
    due_date: Annotated[Date | None, Meta(title="Termin płatności")] = None
    kind: Annotated[PaymentKind, Meta(title="Rodzaj przelewu")] = "ordinary"
    invoices: Annotated[tuple[str, ...], Meta(title="Inne numery")] = ()
    tax: Annotated[TaxLiability | None, Meta(title="Podatek")] = None
    vat_amount: Annotated[Money | None, Meta(title="Kwota VAT")] = None

    @property
    def side(self) -> Side:
        """Its direction and currency."""
        return (self.direction, self.currency)

    @property
    def numbers(self) -> tuple[str, ...]:
        """All numbers by which a title may name it."""
        return (self.number, *self.invoices)


def items_of_payments(payments: Iterable[Payment], directory: Directory | None = None) -> Iterator[OpenItem]:
    """The open items of a schedule, in its order. Those settled wholly, or exempt from settlement, are left out.

    The company's file gives the account, the NIP and the name that a payment lacks, by the code of its party.
    """
    for payment in payments:
        if payment.settled in ("no", "partly"):
            yield completed(_item_of_payment(payment), directory)


def _item_of_payment(payment: Payment) -> OpenItem:
    party = payment.party
    return OpenItem(
        id=payment.identity,
        number=payment.number,
        direction=payment.direction,
        amount=payment.amount,
        currency=payment.currency,
        partly=payment.settled == "partly",
        party_code=party.code,
        party_name=" ".join(name for name in (party.name, party.name2, party.name3) if name),
        party_tax_id=plain_tax_id(party.tax_id),
        accounts=(plain_account(payment.account),) if payment.account else (),
        document_date=payment.document_date,
        due_date=payment.due_date,
        kind=payment.kind,
        invoices=payment.invoices,
        tax=payment.tax,
        vat_amount=payment.vat_amount,
    )


def not_scheduled(
    items: Iterable[OpenItem], payments: Iterable[Payment], directory: Directory | None = None
) -> Iterator[OpenItem]:
    """The items of documents that are not in a schedule of payments, which knows better what is open of those that are.

    A payment is of a document by number, direction, currency and party, settled or not: what is settled wholly, or
    exempt from settlement, is not open. A document of the same number that somebody else issued is another one.
    """
    known: dict[tuple[str, Side], list[OpenItem]] = {}
    for payment in payments:
        one = completed(_item_of_payment(payment), directory)
        for number in one.numbers:
            known.setdefault((number.casefold(), one.side), []).append(one)
    for item in items:
        if not any(may_be_one_party(item, one) for one in known.get((item.number.casefold(), item.side), ())):
            yield item


def may_be_one_party(one: OpenItem, other: OpenItem) -> bool:
    """Whether the parties are the same by the first that both tell of NIP, code and name; so if there is no such."""
    told = (
        (one.party_tax_id, other.party_tax_id),
        (code_key(one.party_code), code_key(other.party_code)),
        *[tuple(" ".join(item.party_name.split()).casefold() for item in (one, other))],
    )
    return next((first == second for first, second in told if first and second), True)


def item_of_document(document: AnyDocument, directory: Directory | None = None) -> OpenItem | None:
    """The open item of an invoice or a VAT register entry; None of other documents and of those paid.

    An internal sale document has no payment (001:89), and one that was cancelled none any more.
    Open is what the document gives as due, with its charges and without its deductions, less the payments that have
    a date of payment and the advances of employees. Instalments are one item, due when the first of them is.
    """
    if not isinstance(document, Invoice) or isinstance(document, InternalSale):
        return None
    if getattr(document, "cancelled", False):
        return None
    amount = _open_amount(document)
    if not amount:
        return None
    pays = isinstance(document, VatPurchase | PurchaseInvoice)
    assert pays or isinstance(document, VatSale | SaleInvoice)
    party = document.party
    open_payments = [payment for payment in document.payments if payment.paid_date is None]
    other = (document.own_number, document.ksef_number)
    item = OpenItem(
        id=f"{document.type} {document.number} {party.tax_id or party.code}".strip(),
        number=document.number,
        direction="out" if pays is (amount > 0) else "in",
        amount=abs(amount),
        currency=document.currency,
        party_code=party.code,
        party_name=party.name,
        party_tax_id=plain_tax_id(party.tax_id),
        # what stands on a sale is the company's own account
        accounts=tuple({plain_account(each.account): 0 for each in open_payments if each.account}) if pays else (),
        document_date=document.issue_date,
        due_date=min((each.due_date for each in open_payments if each.due_date), default=None),
        kind="mpp" if document.split_payment else "ordinary",
        invoices=tuple(number for number in other if number and number != document.number),
        vat_amount=abs(document.vat) if document.split_payment else None,
    )
    return completed(item, directory)


def terms_of_document(document: AnyDocument, directory: Directory | None = None) -> tuple[OpenItem, ...]:
    """The open item of a document, one for each of its terms: what is due when.

    A term without an amount takes what the others leave; of several such terms, whose shares the document does not
    say, the earliest. What was paid besides (advances of employees) settles the earliest terms first, and what no
    term asks for has none. A term below zero turns to the other direction, as a negative document does (001:1138).
    """
    whole = item_of_document(document, directory)
    if whole is None:
        return ()
    assert isinstance(document, Invoice)
    sign = 1 if (whole.direction == "out") is isinstance(document, VatPurchase | PurchaseInvoice) else -1
    shares = _shares([each for each in document.payments if each.paid_date is None], whole.amount * sign)
    if len(shares) < 2:
        return (whole,)
    other: Direction = "in" if whole.direction == "out" else "out"
    return tuple(
        replace(whole, due_date=day, amount=abs(share), direction=whole.direction if share * sign > 0 else other)
        for day, share in shares
    )


def _shares(payments: Iterable[InvoicePayment], amount: Decimal) -> list[tuple[dt.date | None, Decimal]]:
    """How much of an open amount is due on which day, the earliest first; their sum is the amount."""
    dated = sorted(payments, key=lambda each: each.due_date or dt.date.max)
    shares = [(each.due_date, each.amount or ZERO) for each in dated]
    rest = amount - sum([share for _, share in shares], ZERO)
    silent = next((place for place, each in enumerate(dated) if each.amount is None), None)
    if silent is not None and rest * amount > 0:
        shares[silent], rest = (dated[silent].due_date, rest), ZERO
    for place, (day, share) in enumerate(shares):
        if rest * amount < 0 < share * amount:
            taken = min(abs(rest), abs(share)) * (1 if amount > 0 else -1)
            shares[place], rest = (day, share - taken), rest + taken
    return [(day, share) for day, share in [*shares, (None, rest)] if share]


def _open_amount(document: Invoice) -> Decimal:
    due = document.gross if document.total is None else document.total
    due += document.charges - document.deductions - sum([each.amount for each in document.employee_advances], ZERO)
    paid = [payment for payment in document.payments if payment.paid_date]
    if any(payment.amount is None for payment in paid):
        # paid, and not said how much of it: all, unless something is left to pay
        left = [payment.amount for payment in document.payments if not payment.paid_date]
        return sum([amount for amount in left if amount is not None], ZERO)
    return due - sum([payment.amount or ZERO for payment in paid], ZERO)


def completed(item: OpenItem, directory: Directory | None) -> OpenItem:
    """The item with what the company knows of its party, by code, else by NIP; what it says itself stays."""
    known = None if directory is None else _known(item, directory)
    if known is None:
        return item
    account = plain_account(known.account) if known.account else ""
    return replace(
        item,
        party_code=item.party_code or known.code,
        party_name=item.party_name or known.name,
        party_tax_id=item.party_tax_id or plain_tax_id(known.tax_id),
        accounts=item.accounts if not account or account in item.accounts else (*item.accounts, account),
    )


def _known(item: OpenItem, directory: Directory) -> KnownParty | None:
    """The party of the code, else of the NIP; None where the two are of different parties."""
    if not item.party_code:
        return directory.parties_by_tax_id.get(item.party_tax_id) if item.party_tax_id else None
    known = directory.parties.get(code_key(item.party_code))
    if known and item.party_tax_id and known.tax_id and plain_tax_id(known.tax_id) != item.party_tax_id:
        return None
    return known
