"""Compensations and transfer orders as records for printing."""

from dekret.bank.titles import title_lines
from dekret.company.payments import completed_payment, payer_of
from dekret.model.payments import KIND_WORDS, Payee, Payment
from dekret.model.printed_accounts import PrintedCompensation, PrintedSettled, PrintedTransfer
from dekret.model.printouts import PrintedAccount, PrintedParty
from dekret.model.settlement import SettledDocument, Settlement
from dekret.packs.printouts.invoices import Company, address
from dekret.values.words import amount_words

_SALE = "FS"
_INVOICES = ("FS", "FZ")
_ORDINARY = "ordinary"


def is_compensation(settlement: Settlement) -> bool:
    """Whether both sides are invoices, or corrections of some, of both registers: no money moves."""
    sides = {settlement.left.kind[:2], settlement.right.kind[:2]}
    return sides == set(_INVOICES)


def printed_compensation(settlement: Settlement, company: Company) -> PrintedCompensation:
    """The record of a compensation; the smaller of the two amounts is what is set off."""
    sides = (settlement.left, settlement.right)
    claims = tuple(_settled(side) for side in sides if side.kind.startswith(_SALE))
    debts = tuple(_settled(side) for side in sides if not side.kind.startswith(_SALE))
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
        currency=settlement.currency,
        words=amount_words(amount, settlement.currency),
        description=settlement.description,
    )


def _settled(side: SettledDocument) -> PrintedSettled:
    return PrintedSettled(kind=side.kind, number=side.number, amount=side.amount)


def printed_transfer(payment: Payment, company: Company) -> PrintedTransfer:
    """The record of a transfer order. Raises `UsageError` where the register to pay from is not known."""
    whole = completed_payment(payment, company.directory)
    payer = payer_of(company.directory, whole.register)
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
