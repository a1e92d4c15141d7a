"""The words and figures that the sample company is made of: `rules/demo/firma.json`, read once."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dekret import assets

FILE = "firma.json"


@dataclass(frozen=True, slots=True)
class KnownCompany:
    """A contractor whose invoices lie among the KSeF samples. Without a category it sells nothing."""

    code: str
    name: str
    tax_id: str
    category: str
    buys: bool


@dataclass(frozen=True, slots=True)
class CostCategory:
    """A category with its account and the range of prices in złotys."""

    code: str
    general: str
    name: str
    account: str
    prices: tuple[int, int]


@dataclass(frozen=True, slots=True)
class ForeignName:
    word: str
    form: str
    country: str
    currency: str


@dataclass(frozen=True, slots=True)
class Building:
    """The analytic description: the header category, dimensions, building sites, kinds of cost."""

    category: str
    dimensions: tuple[tuple[str, str, str, str], ...]
    sites: tuple[tuple[str, str], ...]
    costs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """All of the file; `rates` are VAT rates with their weights, `exchange` rates in ten-thousandths of a złoty.

    `branches` of trade stand with the categories of what they sell.
    """

    symbol: str
    company: str
    tax_id: str
    known: tuple[KnownCompany, ...]
    categories: tuple[CostCategory, ...]
    goods_category: str
    building: Building
    accounts: Mapping[str, str]
    rates: tuple[tuple[str, int], ...]
    exchange: Mapping[str, int]
    branches: tuple[tuple[str, str], ...]
    foreign: tuple[ForeignName, ...]
    foreign_branches: tuple[tuple[str, str], ...]
    lists: Mapping[str, tuple[str, ...]]

    def category(self, code: str) -> CostCategory:
        return next(category for category in self.categories if category.code == code)


_LISTS = (
    "brands",
    "forms",
    "first_names",
    "last_names",
    "goods",
    "models",
    "services",
)


@cache
def words() -> Words:
    """The file of the sample company."""
    data = json.loads((assets.folder("rules") / "demo" / FILE).read_text(encoding="utf-8"))
    building = data["building"]
    return Words(
        symbol=data["company"]["symbol"],
        company=data["company"]["name"],
        tax_id=data["company"]["tax_id"],
        known=tuple(KnownCompany(**known) for known in data["known"]),
        categories=tuple(
            CostCategory(**{**category, "prices": tuple(category["prices"])}) for category in data["categories"]
        ),
        goods_category=data["goods_category"],
        building=Building(
            building["category"],
            tuple((code, name, kind, within) for code, name, kind, within in building["dimensions"]),
            tuple((code, name) for code, name in building["sites"]),
            tuple(building["costs"]),
        ),
        accounts=data["accounts"],
        rates=tuple((rate, weight) for rate, weight in data["rates"]),
        exchange=data["exchange"],
        branches=tuple((name, category) for name, category in data["branches"]),
        foreign_branches=tuple((name, category) for name, category in data["foreign_branches"]),
        foreign=tuple(ForeignName(**foreign) for foreign in data["foreign"]),
        lists={name: tuple(data[name]) for name in _LISTS},
    )
