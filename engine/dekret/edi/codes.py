"""Codes of Comarch EDI and what stands for them in documents (comarch-edi 5.1, 5.2, 5.4)."""

from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache

from dekret.values.rounding import ZERO
from dekret.values.vat import percent_of

_UNITS: Mapping[str, tuple[str, ...]] = {
    "PCE": ("szt", "sztuka"),
    "KGM": ("kg",),
    "MTR": ("m", "mb", "m b"),
    "MTK": ("m2", "m kw", "m²"),
    "LTR": ("l", "litr"),
    "PR": ("para", "par"),
    "TNE": ("t", "tona"),
}
"""Units of measure: the code, and the units it is written for; the first of them is what it is read as."""
PIECE = "PCE"
_CODE_OF = {unit: code for code, units in _UNITS.items() for unit in units}
_CATEGORIES: Mapping[str, str] = {"zw": "E", "np": "NA", "np I": "NA", "np II": "NA", "oo": "AE"}
_TRANSFER = "42"
_MEANS: Mapping[str, str] = {
    "gotówka": "10",
    "czek": "20",
    "kredyt": "30",
    "karta": "54",
    "kompensata": "97",
}
"""Codes of other methods of payment by their names; only transfers are exported (001:162)."""


def means_code(method: str) -> str:
    """The code of a method of payment; any that begins as a transfer is one. Nothing for methods without a code.

    >>> means_code("Przelew bankowy"), means_code("gotówka"), means_code("barter")
    ('42', '10', '')
    """
    plain = method.strip().casefold()
    return _TRANSFER if plain.startswith("przelew") else _MEANS.get(plain, "")


@lru_cache(1024)
def unit_code(unit: str) -> str:
    """The code of a unit; any other unit is a piece.

    >>> unit_code("kg"), unit_code("szt."), unit_code("karton")
    ('KGM', 'PCE', 'PCE')
    """
    return _CODE_OF.get(unit.casefold().rstrip("."), PIECE)


@lru_cache(1024)
def has_code(unit: str) -> bool:
    """Whether a unit is written for one of the codes; one that nobody names is a piece.

    >>> has_code("kg"), has_code(""), has_code("karton")
    (True, True, False)
    """
    return not unit or unit.casefold().rstrip(".") in _CODE_OF


def is_code(code: str) -> bool:
    """Whether a code of a unit is in the specification.

    >>> is_code("KGM"), is_code("CT")
    (True, False)
    """
    return code.strip().upper() in _UNITS


def unit_of(code: str) -> str:
    """The unit of a code; pieces where the code is missing or not in the specification (001:487).

    >>> unit_of("KGM"), unit_of("ZZ"), unit_of("")
    ('kg', 'szt', 'szt')
    """
    return _UNITS.get(code.strip().upper(), _UNITS[PIECE])[0]


@lru_cache(256)
def tax_category(rate: str) -> str:
    """The category of a VAT rate of the model: S for a percentage; empty for rates that no domestic file can hold.

    >>> tax_category("23"), tax_category("zw"), tax_category("0 WDT")
    ('S', 'E', '')
    """
    if rate in _CATEGORIES:
        return _CATEGORIES[rate]
    return "S" if rate_percent(rate) is not None else ""


@lru_cache(256)
def rate_percent(rate: str) -> Decimal | None:
    """The percentage of a rate; None for those that are words.

    >>> rate_percent("8"), rate_percent("0 KR"), rate_percent("zw")
    (Decimal('8'), Decimal('0.00'), None)
    """
    return ZERO if rate == "0 KR" else percent_of(rate)
