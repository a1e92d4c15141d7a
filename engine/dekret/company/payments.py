"""What a payment does not say and the company's file knows: the payee of a code, the payer of a bank register.

A payment that names its payee by code alone is completed from the party of that code (002:1096–1101). What stands on
the payment is never changed, and never joined with what it does not fit: an account comes with the BIC of its bank, an
address is filled in as a whole, and a party whose NIP is another than the payment's is not its payee.
"""

from typing import cast

from msgspec.structs import replace

from dekret.errors import UsageError
from dekret.model.directory import BankRegister, Directory, KnownParty
from dekret.model.parties import PartyKind, code_key
from dekret.model.payments import Payee, Payer, Payment
from dekret.text.wording import listed
from dekret.values.identifiers import plain_account, plain_tax_id

_BANK_OF_BIC = 8
"""How many characters of a BIC name the bank; a branch may follow."""


def payer_of(directory: Directory, register: str) -> Payer:
    """The company and the account of one of its bank registers; an empty code is the only register there is.

    Raises `UsageError` where there is no such register, or the code is empty and there are several.
    """
    found = _register(directory, register)
    return Payer(
        name=directory.company,
        name2=directory.name2,
        street=directory.street,
        postal_code=directory.postal_code,
        city=directory.city,
        country=directory.country,
        tax_id=directory.tax_id,
        register=found.code,
        account=found.account,
        currency=found.currency,
        bank_name=found.bank_name,
        bic=found.bic,
        fee_account=found.fee_account,
    )


def completed_payment(payment: Payment, directory: Directory) -> Payment:
    """The payment with what the company knows of its payee; the same one where it lacks nothing or is unknown."""
    known = _known(payment.party, directory)
    if known is None:
        return payment
    changes: dict[str, object] = dict(_bank(payment, known))
    payee = _payee(payment.party, known)
    if payee:
        changes["party"] = replace(payment.party, **payee)
    return replace(payment, **changes) if changes else payment


def _register(directory: Directory, code: str) -> BankRegister:
    known = listed([register.code for register in directory.registers.values()]) or "–"
    if not code:
        if len(directory.registers) == 1:
            return next(iter(directory.registers.values()))
        raise UsageError(f"Wskaż rejestr bankowy; są: {known}.", f"Name a bank register; there are: {known}.")
    found = directory.registers.get(code_key(code))
    if found is None:
        raise UsageError(
            f"Nie ma rejestru bankowego {code}. Dopisz go w sekcji [Rejestry]; są tam: {known}.",
            f"There is no bank register {code}. Add it in [Rejestry]; there are: {known}.",
        )
    return found


def _known(payee: Payee, directory: Directory) -> KnownParty | None:
    """The party of the code, else of the NIP; None where the two are of different parties."""
    known = directory.parties.get(code_key(payee.code)) if payee.code else None
    if not payee.tax_id:
        return known
    if known is None:
        return directory.parties_by_tax_id.get(plain_tax_id(payee.tax_id))
    same = known.tax_id in ("", payee.tax_id) or known.tax_id == plain_tax_id(payee.tax_id)
    return known if same else None


def _payee(payee: Payee, known: KnownParty) -> dict[str, str]:
    """The fields of the payee that are empty and known."""
    found: dict[str, str] = {}
    if not payee.code:
        found["code"] = known.code
    if not payee.tax_id and known.tax_id:
        found["tax_id"] = known.tax_id
    if payee.kind != known.kind and payee.kind == "contractor":
        found["kind"] = cast("PartyKind", known.kind)
    if not payee.name and known.name:
        found["name"] = known.name
        if not payee.name2 and not payee.name3:
            found["name2"] = known.name2
    return found | _address(payee, known)


def _address(payee: Payee, known: KnownParty) -> dict[str, str]:
    """The address as a whole, where the payment says nothing of it but perhaps the same country."""
    if payee.street or payee.postal_code or payee.city:
        return {}
    country = known.country if len(known.country) == 2 else ""
    if payee.country and payee.country != country:
        return {}
    whole = {"street": known.street, "postal_code": known.postal_code, "city": known.city, "country": country}
    return {name: value for name, value in whole.items() if value and value != getattr(payee, name)}


def _bank(payment: Payment, known: KnownParty) -> dict[str, str]:
    """Account and BIC of the party's bank, unless the payment names another account or another bank."""
    if payment.account and payment.bic:
        return {}
    if payment.account and plain_account(payment.account) != plain_account(known.account):
        return {}
    if payment.bic and payment.bic[:_BANK_OF_BIC] != known.bic[:_BANK_OF_BIC]:
        return {}
    whole = {"account": known.account, "bic": known.bic}
    return {name: value for name, value in whole.items() if value and not getattr(payment, name)}
