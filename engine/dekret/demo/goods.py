"""The price list of the sample company: goods with made up EAN-13 and services, as documents name them."""

import json
from dataclasses import dataclass
from functools import cache

from dekret.demo.words import words
from dekret.values.identifiers import ean13_of


@dataclass(frozen=True, slots=True)
class Item:
    """Goods or a service: its JSON, its unit's JSON (none for pieces) and its price in grosze."""

    json: str
    unit: str
    price: int


@cache
def price_list() -> tuple[Item, ...]:
    """Every kind of goods in every model, then the services."""
    lists = words().lists
    found = []
    for number, name in enumerate(f"{kind} {model}" for kind in lists["goods"] for model in lists["models"]):
        ean = ean13_of(f"2900000{number + 1:05}")
        text = json.dumps({"code": f"T{number + 1:04}", "name": name, "ean": ean}, ensure_ascii=False)
        found.append(Item(text, "", 4_900 + 3_700 * (number * 29 % 60)))
    for number, name in enumerate(lists["services"]):
        data = {"code": f"U{number + 1:04}", "name": name, "kind": "service"}
        found.append(Item(json.dumps(data, ensure_ascii=False), ', "unit": "godz"', 9_000 + 2_500 * number))
    return tuple(found)
