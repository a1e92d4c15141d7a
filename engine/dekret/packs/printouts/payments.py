"""Compensations and transfer orders as records for printing."""

from dekret.bank.titles import title_lines
from dekret.company.payments import completed_payment, payer_of
from dekret.model.parties import Party, code_key
from dekret.model.payments import KIND_WORDS, Payee, Payment
from dekret.model.printed_accounts import PrintedCompensation, PrintedSettled, PrintedTransfer
from dekret.model.printouts import PrintedAccount, PrintedParty
from dekret.model.settlement import SettledDocument, Settlement
from dekret.packs.printouts import problems
from dekret.packs.printouts.invoices import Company, address
from dekret.text.diagnostic import Diagnostic
from dekret.text.source import Span
from dekret.text.wording import Value
from dekret.values.identifiers import plain_tax_id
from dekret.values.rounding import ZERO
from dekret.values.words import amount_words

_CLAIMS = ("FS", "FZK")
_DEBTS = ("FZ", "FSK")
"""Kinds of documents that a party owes for, and that the company does: corrections give money back."""
_ORDINARY = "ordinary"


def is_compensation(settlement: Settlement) -> bool:
    """Whether one side is a claim and the other a debt, invoices or corrections: no money moves."""
    kinds = {settlement.left.kind, settlement.right.kind}
    return bool(kinds & set(_CLAIMS)) and bool(kinds & set(_DEBTS))


def not_compensable(settlement: Settlement, company: Company, place: Span) -> tuple[Diagnostic, ...]:
    """Why a compensation cannot be declared: art. 498 § 1 of the Civil Code asks for mutual claims of two persons."""
    left, right = settlement.left, settlement.right
    unknown = company.unknown(settlement, place)
    found = [unknown] if unknown else []
    values: dict[str, Value] = {"number": settlement.number}
    if not is_compensation(settlement):
        found.append(problems.NO_SET_OFF.filled(place, values | {"left": left.kind, "right": right.kind}))
    if _identity(left.party, company) != _identity(right.party, company):
        parties: dict[str, Value] = {"left": _shown(left.party), "right": _shown(right.party)}
        found.append(problems.OTHER_PARTY.filled(place, values | parties))
    found += [
        problems.NO_CLAIM.filled(place, values | {"side": side.number, "amount": f"{side.amount:.2f}"})
        for side in (left, right)
        if side.amount <= 0
    ]
    return tuple(found)


def _identity(party: Party, company: Company) -> str:
    """What tells a party from others: its code in the company's file, else its NIP, code or name."""
    known = company.known(party)
    return code_key(known.code if known else plain_tax_id(party.tax_id) or party.code or party.name)


def _shown(party: Party) -> str:
    return party.code or party.name or party.tax_id or "–"


def printed_compensation(settlement: Settlement, company: Company) -> PrintedCompensation:
    """The record of a compensation; the lower of the two amounts is what is set off (art. 498 § 2)."""
    sides = (settlement.left, settlement.right)
    claims = tuple(_settled(side) for side in sides if side.kind in _CLAIMS)
    debts = tuple(_settled(side) for side in sides if side.kind in _DEBTS)
    amount = min(settlement.left.amount, settlement.right.amount)
    return PrintedCompensation(
        company=company.itself(),
        party=company.other(settlement.party),
        number=settlement.number,
        date=settlement.date,
        place=company.directory.city,
        claims=claims,
        debts=debts,
        amount=amount,
        claims_left=sum([side.amount for side in claims], ZERO) - amount,
        debts_left=sum([side.amount for side in debts], ZERO) - amount,
        currency=settlement.currency,
        words=amount_words(amount, settlement.currency),
        description=settlement.description,
    )


def _settled(side: SettledDocument) -> PrintedSettled:
    return PrintedSettled(kind=side.kind, number=side.number, amount=side.amount)


def printed_transfer(payment: Payment, company: Company, place: Span) -> PrintedTransfer | Diagnostic:
    """The record of a transfer order, or why there is none. Raises `UsageError` for an unknown register."""
    if payment.direction == "in":
        return problems.INCOMING.at(place, number=payment.number)
    whole = completed_payment(payment, company.directory)
    payer = payer_of(company.directory, whole.register)
    if not whole.account:
        return problems.NO_PAYEE_ACCOUNT.at(place, number=whole.number, party=_payee(whole.party).name or "–")
    if not payer.account:
        return problems.NO_PAYER_ACCOUNT.at(place, number=whole.number, register=payer.register)
    kind = KIND_WORDS[whole.kind].pl
    return PrintedTransfer(
        payer=company.itself(),
        payer_account=PrintedAccount(
            number=payer.account, currency=payer.currency, bank=payer.bank_name, bic=payer.bic
        ),
        payee=_payee(whole.party),
        payee_account=PrintedAccount(
            number=whole.account, currency=whole.currency, bank=whole.bank_name, bic=whole.bic
        ),
        number=whole.number,
        kind="" if whole.kind == _ORDINARY else kind,
        title_lines=title_lines(whole) or (whole.number,),
        amount=whole.amount,
        currency=whole.currency,
        words=amount_words(whole.amount, whole.currency),
        date=whole.execution_date or whole.due_date,
        charges=whole.charges if whole.kind == "foreign" else "",
    )


def _payee(party: Payee) -> PrintedParty:
    name = " ".join(filter(None, (party.name, party.name2, party.name3)))
    country = party.country if party.country != "PL" else ""
    return PrintedParty(
        name=name or party.code,
        address=address(party.street, party.postal_code, party.city, country),
        tax_id=party.tax_id,
        code=party.code,
        country=party.country,
    )
