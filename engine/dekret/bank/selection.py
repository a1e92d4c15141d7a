"""May a payment be sent: what is said against it, and which payments are wanted at all (002:1092–1102, 004:513–531).

The manual asks of payments to be sent: not settled or in part, approved, outgoing, payee, bank and account rightly
filled in. Here every reason is told, not the first one; those by the kind of the payment are in `kind_rules`, those of
its day in `transfer_day`, those of a format in `write`.

Where the sources are silent: a payment in another currency than the account it leaves from is refused, since files of
domestic payments name no currency and the amount would change its meaning; of the kinds sepa and foreign it is a
warning, as banks convert those. A NIP with a wrong check digit is a warning where no title needs it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Hashable, Iterable, Iterator

from dekret.bank import selection_problems as problems
from dekret.bank.kind_rules import ABROAD, IN_PLN, of_kind
from dekret.bank.objections import Objection, against
from dekret.errors import UsageError
from dekret.model.directory import UNSPECIFIED_CODE
from dekret.model.payments import Payer, Payment
from dekret.text.wording import Wording, amount_wording, listed
from dekret.values.identifiers import (
    is_iban,
    is_nip,
    is_nrb,
    is_pesel,
    is_routing_number,
    plain_account,
    plain_tax_id,
    routing_number,
)

_HOME = ("", "PL")
_LIKE_IBAN = re.compile(r"[A-Z]{2}[0-9]{2}[0-9A-Z]{11,30}")
_ACCOUNT = re.compile(r"[0-9A-Z/]{1,34}")
_CLOSED = {"wholly": Wording("rozliczone całkowicie", "settled"), "exempt": Wording("nie podlega", "not to be settled")}


def objections(payment: Payment, payer: Payer, *, today: dt.date, tagged: bool = True) -> tuple[Objection, ...]:
    """Everything said against sending a payment from an account of the company; an error among it refuses it.

    `today` tells which rules are in force: tax accounts are asked for since 2020, ZUS accounts since 2018. Titles with
    tags are looked at where they are written (`tagged`): some banks have fields of their own for what these say.
    """
    return (
        *_of_state(payment, payer),
        *_of_payee(payment),
        *_of_account(payment),
        *_of_own_account(payment, payer),
        *_of_currency(payment, payer),
        *of_kind(payment, payer, today=today, tagged=tagged),
    )


def told_by(payment: Payment) -> Hashable | None:
    """All that the objections to a payment depend on, where they do not depend on its amount and title.

    Payments alike in this have the same objections: thousands to the same payees are looked at once.
    """
    if payment.kind not in ("ordinary", "zus", "sepa", "foreign"):
        return None
    return (
        payment.kind,
        payment.state,
        payment.settled,
        payment.direction,
        payment.register,
        payment.party,
        payment.account,
        payment.currency,
        payment.bic,
        payment.bank_name,
        payment.bank_country,
    )


def _of_state(payment: Payment, payer: Payer) -> Iterator[Objection]:
    if payment.direction != "out" and payment.kind != "direct_debit":
        yield against(payment, problems.NOT_OUTGOING)
    if payment.state == "draft":
        yield against(payment, problems.NOT_APPROVED)
    if payment.state == "sent":
        yield against(payment, problems.ALREADY_SENT)
    if payment.settled in _CLOSED:
        yield against(payment, problems.NOT_OPEN, status=_CLOSED[payment.settled])
    if payment.settled == "partly":
        amount = amount_wording(payment.amount)
        yield against(payment, problems.SETTLED_IN_PART, amount=amount, currency=payment.currency)
    if payment.register and payment.register.casefold() != payer.register.casefold():
        yield against(payment, problems.OTHER_REGISTER, register=payment.register, own=payer.register or "–")


def _of_payee(payment: Payment) -> Iterator[Objection]:
    party = payment.party
    name, code = (
        text.strip() if text.strip().casefold() != UNSPECIFIED_CODE.casefold() else ""
        for text in (party.name, party.code)
    )
    if not name:
        yield against(payment, problems.NO_PAYEE_NAME, code=code) if code else against(payment, problems.NO_PAYEE)
    nip = plain_tax_id(party.tax_id)
    # a number of another country begins with its letters; the title of a split payment tells of its own
    polish = nip[:2].isdecimal() and party.country in _HOME and payment.kind != "mpp"
    if polish and not is_nip(nip) and not is_pesel(nip):
        yield against(payment, problems.BAD_PAYEE_NIP, nip=party.tax_id)


def _of_account(payment: Payment) -> Iterator[Objection]:
    """A Polish account is an NRB, with PL or not; one abroad an IBAN, or, of a foreign payment, what its bank has."""
    account = plain_account(payment.account)
    country = payment.bank_country or payment.bic[4:6]
    if not account:
        yield against(payment, problems.NO_ACCOUNT)
    elif is_nrb(account):
        routing = routing_number(account) or ""
        if not is_routing_number(routing):
            yield against(payment, problems.BAD_ROUTING_NUMBER, routing=routing, account=payment.account)
    elif _domestic(payment, country) or (routing_number(account) and country in _HOME):
        yield against(payment, problems.BAD_NRB, account=payment.account, fault=_fault_of_nrb(account))
    elif not is_iban(account) and not _without_iban(payment, account, country):
        yield against(payment, problems.BAD_IBAN, account=payment.account)


def _fault_of_nrb(account: str) -> Wording:
    """What is wrong with an account number without blanks that is no NRB."""
    digits = account.removeprefix("PL")
    if not (digits.isascii() and digits.isdigit()):
        wrong = next(mark for mark in digits if mark not in "0123456789")
        return Wording(f"ma znak „{wrong}”, który nie jest cyfrą", f"'{wrong}' in it is no digit")
    if len(digits) != 26:
        return Wording(f"cyfr jest {len(digits)} zamiast 26", f"it has {len(digits)} digits instead of 26")
    return Wording(
        f"cyfry kontrolne {digits[:2]} nie pasują do reszty: któraś cyfra jest inna albo dwie zamieniono",
        f"the check digits {digits[:2]} do not fit the others: a digit is wrong, or two are swapped",
    )


def _domestic(payment: Payment, country: str) -> bool:
    return payment.kind in IN_PLN or (payment.kind == "ordinary" and payment.currency == "PLN" and country in _HOME)


def _without_iban(payment: Payment, account: str, country: str) -> bool:
    """Whether a foreign payment goes where accounts are no IBANs; what looks like one has to be right everywhere."""
    return (
        payment.kind == "foreign"
        and country not in _HOME
        and _ACCOUNT.fullmatch(account) is not None
        and _LIKE_IBAN.fullmatch(account) is None
    )


def _of_own_account(payment: Payment, payer: Payer) -> Iterator[Objection]:
    own, register = plain_account(payer.account), payer.register or "–"
    if not own:
        yield against(payment, problems.NO_OWN_ACCOUNT, register=register)
    elif not is_nrb(own) and not is_iban(own):
        yield against(payment, problems.BAD_OWN_ACCOUNT, account=payer.account, register=register)
    elif own == plain_account(payment.account):
        yield against(payment, problems.SAME_ACCOUNT, account=payment.account)


def _of_currency(payment: Payment, payer: Payer) -> Iterator[Objection]:
    if payment.currency == payer.currency or (payment.kind in IN_PLN and payment.currency != "PLN"):
        return
    if payment.kind in ABROAD:
        yield against(payment, problems.CONVERTED, currency=payment.currency, own=payer.currency)
    else:
        register = payer.register or "–"
        yield against(
            payment, problems.OTHER_CURRENCY, currency=payment.currency, own=payer.currency, register=register
        )


class Wanted:
    """Which payments are wanted: all of them, or those marked, named by identity or by number.

    The payments go by as a stream; `finish` says at its end whether the names meant what they should.
    """

    def __init__(self, names: Iterable[str] | None = None) -> None:
        self._found: dict[str, dict[str, None]] | None = None
        if names is not None:
            self._found = {name.strip(): {} for name in names}

    def takes(self, payment: Payment) -> bool:
        """Whether this payment is among the wanted ones."""
        if self._found is None:
            return True
        met = self._found.get(payment.identity)
        if met is None:
            met = self._found.get(payment.number)
        if met is None:
            return False
        met[payment.identity] = None
        return True

    def finish(self) -> None:
        """Raises `UsageError` for names that no payment has, and for a number that several payments have."""
        found = self._found or {}
        unknown = [name for name, met in found.items() if not met]
        if unknown:
            raise UsageError(f"Nie ma płatności: {listed(unknown)}.", f"There are no payments: {listed(unknown)}.")
        for name, met in found.items():
            if len(met) > 1:
                ids = listed(list(met))
                raise UsageError(
                    f"Numer {name} ma kilka płatności: {ids}. Wskaż je identyfikatorami.",
                    f"Several payments have the number {name}: {ids}. Name them by their ids.",
                )
