"""What each kind of payment asks for: taxes, ZUS, split payments, SEPA, foreign payments, direct debits.

Of a tax transfer or a split payment that has both a description with tags and the fields of which a title is made, the
description is sent (`titles`), and a warning tells where the two differ.

Where the sources are silent: a split payment of several invoices is refused, as its title names one, and the law
allows for more only a period of which all is paid (art. 108a of the VAT act); the number of the payment stands for
that of the invoice where none is given. A direct debit of either direction may be sent: the manual sends outgoing
payments alone (002:1097), yet who sends a debit collects; the outgoing one is a warning. Its title is not looked at.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dekret.bank import kind_problems as problems
from dekret.bank.objections import Objection, against
from dekret.bank.titles import structured, tax_title, title_of
from dekret.text.wording import amount_wording
from dekret.values.identifiers import is_bic, is_tax_account, is_zus_account, owner_of, plain_tax_id
from dekret.values.transfer_titles import SplitTitle, TaxTitle, faults, parse

if TYPE_CHECKING:
    from dekret.model.payments import Payer, Payment

IN_PLN = ("tax", "zus", "mpp", "direct_debit")
"""Kinds of payments within Poland."""
ABROAD = ("sepa", "foreign")
TAX_ACCOUNTS_SINCE = dt.date(2020, 1, 1)
ZUS_ACCOUNTS_SINCE = dt.date(2018, 1, 1)


def of_kind(payment: Payment, payer: Payer, *, today: dt.date, tagged: bool = True) -> Iterator[Objection]:
    """What is said against a payment by its kind; of a title with tags where it is written (`tagged`)."""
    if payment.kind in IN_PLN and payment.currency != "PLN":
        yield against(payment, problems.NOT_PLN, kind=payment.kind, currency=payment.currency)
    match payment.kind:
        case "tax":
            yield from _of_tax(payment, today)
        case "zus":
            yield from _of_zus(payment, payer, today)
        case "mpp":
            yield from _of_split(payment) if tagged else _of_split_parts(payment)
        case "sepa":
            yield from _of_sepa(payment)
        case "foreign":
            yield from _of_foreign(payment)
        case "direct_debit":
            yield from _of_debit(payment)
        case "ordinary":
            pass


# --- the tax office, ZUS


def _of_tax(payment: Payment, today: dt.date) -> Iterator[Objection]:
    title = structured(payment) or parse(title_of(payment))
    if not isinstance(title, TaxTitle):
        yield against(payment, problems.NO_TAX_TITLE)
        return
    yield from _of_title(payment, title)
    if payment.tax and tax_title(payment.tax) != title:
        yield against(payment, problems.TITLE_DIFFERS, title=title_of(payment), field="tax")
    if not is_tax_account(payment.account):
        if today >= TAX_ACCOUNTS_SINCE:
            yield against(payment, problems.NOT_A_TAX_ACCOUNT, account=payment.account)
        return
    owner = owner_of(payment.account) or ""
    # one person may have the account of the PESEL and pay by the NIP
    if len(owner) == len(title.id) and owner != title.id:
        yield against(payment, problems.OTHER_OWNER, account=payment.account, owner=owner, expected=title.id)


def _of_zus(payment: Payment, payer: Payer, today: dt.date) -> Iterator[Objection]:
    if not is_zus_account(payment.account):
        if today >= ZUS_ACCOUNTS_SINCE:
            yield against(payment, problems.NOT_A_ZUS_ACCOUNT, account=payment.account)
        return
    owner, expected = owner_of(payment.account) or "", plain_tax_id(payer.tax_id)
    if expected and owner != expected:
        yield against(payment, problems.OTHER_OWNER, account=payment.account, owner=owner, expected=expected)


def _of_title(payment: Payment, title: TaxTitle | SplitTitle) -> Iterator[Objection]:
    """Each part of a title that a bank or an office would refuse."""
    for fault in faults(title):
        part = problems.PARTS[fault.part]
        yield against(
            payment,
            problems.TITLE_FAULT,
            part=part.name,
            value=str(getattr(title, fault.part)),
            reason=problems.REASONS[fault.reason].fill({"limit": fault.limit}),
            rule=part.rule,
        )


# --- split payments


def _of_split(payment: Payment) -> Iterator[Objection]:
    made = structured(payment)
    text = title_of(payment)
    title = made or parse(text)
    if not isinstance(title, SplitTitle):
        given = text.startswith("/VAT/")
        problem = problems.BAD_SPLIT_TITLE if given else problems.NO_VAT_AMOUNT
        yield against(payment, problem, **({"title": text} if given else {}))
        return
    if made is None:
        yield from _differing(payment, title, text)
    elif len(payment.invoices) > 1:
        yield against(payment, problems.SEVERAL_INVOICES, invoices=", ".join(payment.invoices))
    yield from _of_title(payment, title)
    if title.vat > payment.amount:
        yield against(
            payment, problems.VAT_ABOVE_AMOUNT, vat=amount_wording(title.vat), amount=amount_wording(payment.amount)
        )


def _of_split_parts(payment: Payment) -> Iterator[Objection]:
    """What is said of a split payment whose parts have fields of their own."""
    if payment.vat_amount is None or payment.vat_amount < 0:
        yield against(payment, problems.NO_VAT_AMOUNT)
    elif payment.vat_amount > payment.amount:
        vat, amount = amount_wording(payment.vat_amount), amount_wording(payment.amount)
        yield against(payment, problems.VAT_ABOVE_AMOUNT, vat=vat, amount=amount)


def _differing(payment: Payment, title: SplitTitle, text: str) -> Iterator[Objection]:
    """Where the title that was given says another thing than the fields of the payment."""
    if payment.vat_amount not in (None, title.vat):
        yield against(payment, problems.TITLE_DIFFERS, title=text, field="vat_amount")
    if payment.party.tax_id and plain_tax_id(payment.party.tax_id) != plain_tax_id(title.tax_id):
        yield against(payment, problems.TITLE_DIFFERS, title=text, field="party.tax_id")
    if payment.invoices and payment.invoices != (title.invoice,):
        yield against(payment, problems.TITLE_DIFFERS, title=text, field="invoices")


# --- abroad, direct debits


def _of_sepa(payment: Payment) -> Iterator[Objection]:
    """Outgoing and in EUR (004:57–61); the bank finds the BIC by the IBAN."""
    if payment.currency != "EUR":
        yield against(payment, problems.NOT_EUR, currency=payment.currency)
    yield from _of_bic(payment)


def _of_foreign(payment: Payment) -> Iterator[Objection]:
    if not payment.bic and not payment.bank_name.strip():
        yield against(payment, problems.NO_BANK, account=payment.account)
    yield from _of_bic(payment)


def _of_bic(payment: Payment) -> Iterator[Objection]:
    if payment.bic and not is_bic(payment.bic):
        yield against(payment, problems.BAD_BIC, bic=payment.bic)


def _of_debit(payment: Payment) -> Iterator[Objection]:
    if payment.direction == "out":
        amount = amount_wording(payment.amount)
        yield against(
            payment, problems.DEBIT_SENT_OUT, amount=amount, currency=payment.currency, account=payment.account
        )
