"""What a company knows of parties and goods, by the keys that files name them by; and what a run has created."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dekret.mapping.language import Key, Lookup
from dekret.model.parties import code_key
from dekret.values.identifiers import is_nip, is_pesel, plain_tax_id


@dataclass(frozen=True, slots=True)
class Known:
    """A party or goods: values by the names of the fields of its record, `code` among them.

    `around` are values for the record that holds it: the unit of goods stands on a position.
    """

    values: Mapping[str, str]
    around: Mapping[str, str] = field(default_factory=dict)


def key_of(key: Key, text: str) -> str:
    """A key in its one form: of NIPs the digits, of codes small letters."""
    if key is Key.TAX_ID:
        return plain_tax_id(text)
    return code_key(text) if key is Key.CODE else text.strip()


def is_number(key: Key, text: str, country: str) -> bool:
    """Whether a key may be that of somebody new: a NIP or PESEL with its check digits, as the company's file asks.

    A tax number of another country, by its prefix or by the country of the party, is not judged.

    >>> is_number(Key.TAX_ID, "DE99", ""), is_number(Key.TAX_ID, "1234567890", "")
    (True, False)
    """
    if key is Key.PESEL:
        return is_pesel("".join(text.split()))
    if key is not Key.TAX_ID or is_nip(text):
        return True
    plain = plain_tax_id(text)
    is_foreign = country not in ("", "PL") or (plain[:2].isalpha() and not plain.startswith("PL"))
    return is_foreign and any(character.isdigit() for character in plain)


@dataclass(frozen=True, slots=True)
class Created:
    """A party or goods that the company did not have: by which look-up, its values (the `code` among them)."""

    lookup: Lookup
    values: Mapping[str, str]

    @property
    def code(self) -> str:
        return self.values["code"]


@dataclass(slots=True)
class Lookups:
    """The dictionaries of a run: what the company has, and what was created in the run."""

    known: Mapping[Lookup, Mapping[str, Known]]
    created: dict[Lookup, dict[str, Known]] = field(default_factory=dict)

    def find(self, lookup: Lookup, text: str) -> Known | None:
        """A party or goods by its key."""
        key = key_of(lookup.key, text)
        return self.known.get(lookup, {}).get(key) or self.created.get(lookup, {}).get(key)

    def add(self, made: Created, text: str) -> bool:
        """Remembers what was created by a key; whether it is new to the run."""
        of_lookup = self.created.setdefault(made.lookup, {})
        key = key_of(made.lookup.key, text)
        is_new = key not in of_lookup
        of_lookup.setdefault(key, Known(made.values))
        return is_new

    def forget(self, made: Iterable[Created]) -> None:
        """Takes back what a document created that is refused after all."""
        for each in made:
            self.created[each.lookup].pop(key_of(each.lookup.key, each.values[FIELD_OF[each.lookup.key]]), None)


FIELD_OF = {Key.GLN: "gln", Key.TAX_ID: "tax_id", Key.PESEL: "pesel", Key.EAN: "ean", Key.CODE: "code"}
"""The field of a party or goods that holds a key."""
