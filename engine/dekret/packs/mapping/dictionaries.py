"""What maps look up in the company's file: parties by GLN, NIP, PESEL and code, goods by EAN and code."""

from collections.abc import Mapping

from dekret.mapping.language import Dictionary, Key, Lookup
from dekret.mapping.lookups import Known, Lookups, key_of
from dekret.model.directory import Directory, KnownGoods, KnownParty

_PARTY = ("code", "name", "tax_id", "kind", "country", "gln", "street", "postal_code", "city", "pesel")
_GOODS = ("code", "name", "kind", "ean", "pkwiu")
_Table = Mapping[str, Known]


def lookups_of(directory: Directory | None) -> Lookups:
    """What the company knows; nothing without a company's file."""
    if directory is None:
        return Lookups({})
    trade = directory.trade
    parties = {party.code: party for party in directory.parties.values()}.values()
    by_gln = {gln: _party(party) for gln, party in trade.parties_by_gln.items()}
    by_tax_id = {key_of(Key.TAX_ID, party.tax_id): _party(party) for party in parties if party.tax_id}
    by_pesel = {pesel: _party(party) for pesel, party in directory.parties_by_pesel.items()}
    tables: dict[Lookup, _Table] = {
        Lookup(Dictionary.PARTIES, Key.GLN): by_gln,
        Lookup(Dictionary.PARTIES, Key.TAX_ID): by_tax_id,
        Lookup(Dictionary.PARTIES, Key.PESEL): by_pesel,
        Lookup(Dictionary.PARTIES, Key.CODE): {key_of(Key.CODE, party.code): _party(party) for party in parties},
        Lookup(Dictionary.GOODS, Key.EAN): {ean: _goods(goods, ean) for ean, goods in trade.goods_by_ean.items()},
        Lookup(Dictionary.GOODS, Key.CODE): {code: _goods(goods) for code, goods in trade.goods.items()},
    }
    return Lookups(tables)


def _party(party: KnownParty) -> Known:
    return Known({name: getattr(party, name) for name in _PARTY})


def _goods(goods: KnownGoods, ean: str = "") -> Known:
    """Goods with the unit of the EAN that they were found by (001:481)."""
    values = {name: getattr(goods, name) for name in _GOODS}
    around = {"unit": goods.units.get(ean, goods.unit), "rate": goods.rate}
    return Known(values, around)
