"""Whose line of a statement it is: the party by its code, then by its bank account, then by its NIP (002:1079)."""

from enum import Enum
from typing import cast

from msgspec.structs import replace

from dekret.model.directory import UNSPECIFIED_CODE, Directory, KnownParty
from dekret.model.parties import Party, PartyKind, code_key
from dekret.model.statements import BankLine
from dekret.text.wording import Wording
from dekret.values.identifiers import plain_tax_id

_LONGEST_NAME, _LONGEST_CODE = 512, 50


class ToldBy(Enum):
    """What told the party."""

    CODE = Wording("akronim", "code")
    ACCOUNT = Wording("rachunek", "account")
    TAX_ID = Wording("NIP", "tax id")
    NOTHING = Wording("nierozpoznany", "not recognised")
    SEVERAL = Wording("rachunek kilku podmiotów", "account of several parties")
    __hash__ = object.__hash__  # of each there is one alone; lines are counted by it


def party_of(line: BankLine, directory: Directory | None) -> tuple[Party, ToldBy]:
    """The party of a line, and what told it; `!NIEOKREŚLONY!` with the bank's name of it where nothing does.

    An account that several parties have tells none of them, unless the line has the NIP of one, too. The NIP is not in
    the manual, which stops at the account; it is as sure as that.
    """
    known, told = _known(line, directory)
    if known:
        return _as_known(known), told
    tax_id = plain_tax_id(line.party_tax_id)[:_LONGEST_CODE] if line.party_tax_id else ""
    return Party(code=UNSPECIFIED_CODE, name=line.party_name[:_LONGEST_NAME], tax_id=tax_id), told


def party_named(code: str, otherwise: Party, directory: Directory | None) -> Party:
    """The party of a code that a rule gives; where the company does not know it, the other one by that code."""
    known = directory.parties.get(code_key(code)) if directory else None
    return _as_known(known) if known else replace(otherwise, code=code, kind="contractor")


def _as_known(known: KnownParty) -> Party:
    return Party(kind=cast("PartyKind", known.kind), code=known.code, name=known.name, tax_id=known.tax_id)


def _known(line: BankLine, directory: Directory | None) -> tuple[KnownParty | None, ToldBy]:
    if directory is None:
        return None, ToldBy.NOTHING
    by_code = directory.parties.get(code_key(line.party_code)) if line.party_code else None
    if by_code:
        return by_code, ToldBy.CODE
    tax_id = plain_tax_id(line.party_tax_id) if line.party_tax_id else ""
    owners = directory.parties_by_account.get(line.party_account, ()) if line.party_account else ()
    if len(owners) > 1:
        owners = tuple(owner for owner in owners if tax_id and owner.tax_id == tax_id)
        return (owners[0], ToldBy.ACCOUNT) if len(owners) == 1 else (None, ToldBy.SEVERAL)
    if owners:
        return owners[0], ToldBy.ACCOUNT
    by_tax_id = directory.parties_by_tax_id.get(tax_id) if tax_id else None
    return (by_tax_id, ToldBy.TAX_ID) if by_tax_id else (None, ToldBy.NOTHING)
