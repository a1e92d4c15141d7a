"""The dictionaries that maps look up, out of the company's file."""

from collections.abc import Iterator

from dekret.mapping.language import KEYS_OF, Dictionary, Lookup
from dekret.mapping.lookups import FIELD_OF, Known, Lookups, key_of
from dekret.model.directory import Directory


def lookups_of(directory: Directory | None) -> Lookups:
    """What the company knows; nothing without a company's file."""
    if directory is None:
        return Lookups({})
    known = {Dictionary.PARTIES: list(_parties(directory)), Dictionary.GOODS: list(_goods(directory))}
    tables = {}
    for dictionary, keys in KEYS_OF.items():
        for key in keys:
            name = FIELD_OF[key]
            rows = {key_of(key, row[name]): row for row in reversed(known[dictionary]) if row.get(name)}
            tables[Lookup(dictionary, key)] = rows
    return Lookups(tables)


_PARTY = ("code", "name", "tax_id", "kind", "country", "gln")


def _parties(directory: Directory) -> Iterator[Known]:
    for party in directory.parties.values():
        yield {name: getattr(party, name, "") for name in _PARTY}


def _goods(directory: Directory) -> Iterator[Known]:
    """Goods of the company's file, where it has a table of them."""
    del directory
    return iter(())
