"""Parties of orders: what the company's file knows of them, and whether two are the same."""

import msgspec

from dekret.model.directory import Directory, KnownParty
from dekret.model.parties import Party, code_key
from dekret.values.identifiers import plain_tax_id

_FILLED = ("code", "name", "tax_id", "country", "street", "postal_code", "city", "gln")


def known_party(party: Party, directory: Directory | None) -> KnownParty | None:
    """The party of the company's file: by its code, its GLN, its NIP, in this order."""
    if directory is None:
        return None
    return (
        directory.parties.get(code_key(party.code))
        or directory.trade.parties_by_gln.get(party.gln)
        or directory.parties_by_tax_id.get(plain_tax_id(party.tax_id))
    )


def filled(party: Party, directory: Directory | None) -> Party:
    """The party with what it does not say itself and the company's file knows, as far as its fields take that."""
    known = known_party(party, directory)
    if known is None:
        return party
    said = msgspec.structs.asdict(party)
    more = {name: getattr(known, name) for name in _FILLED if not said[name] and getattr(known, name)}
    for name, value in more.items():
        try:
            msgspec.convert({**msgspec.to_builtins(party), name: value}, Party)
        except msgspec.ValidationError:
            continue
        party = msgspec.structs.replace(party, **{name: value})
    return party


def same_party(one: Party, other: Party) -> bool:
    """Whether two parties are one: by the first of code, GLN, NIP and name that both have.

    >>> same_party(Party(code="MARKET"), Party(code="market", name="Market Dom"))
    True
    >>> same_party(Party(name="Market Dom"), Party(code="MARKET"))
    False
    """
    if one == other:
        return True
    pairs = (
        (code_key(one.code), code_key(other.code)),
        (one.gln, other.gln),
        (plain_tax_id(one.tax_id), plain_tax_id(other.tax_id)),
        (one.name.casefold(), other.name.casefold()),
    )
    return next((left == right for left, right in pairs if left and right), False)


def shown_party(party: Party) -> str:
    """What a party is called in a sentence."""
    return party.code or party.name or party.gln or party.tax_id or "–"
