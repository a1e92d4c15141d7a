"""By what an open item and a bank line may have the same party: an account, a NIP, a code, a name.

Names are compared without the form of the company and without what follows it: banks add the address.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from dekret.matching.open_items import OpenItem
from dekret.matching.title_words import folded
from dekret.model.parties import code_key
from dekret.model.statements import BankLine
from dekret.values.identifiers import plain_account, plain_tax_id

By = Literal["account", "tax_id", "code", "name"]


@dataclass(frozen=True, slots=True)
class PartyKey:
    """One thing that tells a party."""

    by: By
    value: str


_NIP = re.compile(r"\bNIP[ .:]*(?:PL ?)?([0-9](?:[ \-]?[0-9]){9})(?![0-9])")
_WORD = re.compile(r"[^\W_]+")
_FORM_BEGINS = frozenset(("SP", "SPOLKA", "SA", "SC", "SPJ", "SPK", "SPZOO", "ZOO", "PSA", "GMBH", "LTD", "SRO"))
_ADDRESS_BEGINS = frozenset(("UL", "ULICA", "AL", "ALEJA", "OS", "OSIEDLE", "PL", "PLAC"))
_LEAST_LETTERS = 4
"""A name has so many letters at least: short ones are the same by chance."""


def item_keys(item: OpenItem) -> tuple[PartyKey, ...]:
    """What tells the party of an open item."""
    return tuple(
        dict.fromkeys(
            (
                *(PartyKey("account", account) for account in item.accounts),
                *_keys("tax_id", item.party_tax_id),
                *_keys("code", code_key(item.party_code)),
                *_keys("name", plain_name(item.party_name)),
            )
        )
    )


def line_keys(line: BankLine) -> tuple[PartyKey, ...]:
    """What tells the party of a bank line, the surest first; a NIP may stand in the title."""
    nip = _NIP.search(folded(line.title))
    return (
        *_keys("account", plain_account(line.party_account)),
        *_keys("tax_id", plain_tax_id(line.party_tax_id) or (plain_tax_id(nip[1]) if nip else "")),
        *_keys("code", code_key(line.party_code)),
        *_keys("name", plain_name(line.party_name)),
    )


def plain_name(name: str) -> str:
    """The words that tell a party, in alphabetical order; empty of a name too short.

    >>> plain_name("ALOZA Sp. z o.o. ul. Prosta 1"), plain_name("Jan Nowak"), plain_name("NOWAK JAN 00-001 DOLNA")
    ('ALOZA', 'JAN NOWAK', 'JAN NOWAK')
    >>> plain_name("AB S.A.")
    ''
    """
    found = " ".join(sorted(_name_words(folded(name))))
    return found if len(found) >= _LEAST_LETTERS else ""


def _name_words(name: str) -> Iterator[str]:
    words: list[str] = _WORD.findall(name)
    for place, word in enumerate(words):
        is_form = word in _FORM_BEGINS or words[place : place + 2] in (["S", "A"], ["S", "C"])
        if place and (is_form or word in _ADDRESS_BEGINS or word.isdigit()):
            return
        yield word


def _keys(by: By, value: str) -> tuple[PartyKey, ...]:
    return (PartyKey(by, value),) if value else ()
