"""A month of invented invoices: the same month gives the same invoices on every machine."""

import datetime as dt
import json
import random
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from dekret import assets
from dekret.values.rounding import HALF_UP, rounded

_DATA = "miesiac.json"
"""What the sample company buys and sells, beside its company's file in rules/demo."""


@dataclass(frozen=True, slots=True)
class Sample:
    """Suppliers with their categories and the range of their prices, customers, VAT rates with their weights."""

    suppliers: tuple[tuple[str, tuple[str, ...], tuple[int, int]], ...]
    customers: tuple[str, ...]
    prices: tuple[int, int]
    rates: tuple[tuple[str, int], ...]


@cache
def sample() -> Sample:
    """The data of the sample company."""
    data = json.loads((assets.folder("rules") / "demo" / _DATA).read_text(encoding="utf-8"))
    return Sample(
        tuple((s["code"], tuple(s["categories"]), (s["prices"][0], s["prices"][1])) for s in data["suppliers"]),
        tuple(data["customers"]),
        (data["prices"][0], data["prices"][1]),
        tuple(data["rates"].items()),
    )


def purchases(month: dt.date, count: int) -> Iterator[str]:
    """JSONL of so many purchase documents of a month, by date."""
    chance = random.Random(f"zakup {month:%Y-%m} {count}")  # noqa: S311 - samples, no secrets
    for number, day in enumerate(_days(month, count, chance), start=1):
        party, categories, (low, high) = chance.choice(sample().suppliers)
        elements = [_element(chance, low, high, category) for category in categories[: chance.randint(1, 2)]]
        yield _line(
            {
                "type": "vat_purchase",
                "number": f"{party[:2]}/{number}/{month:%m/%Y}",
                "register_name": "ZAKUP",
                "issue_date": day.isoformat(),
                "receipt_date": day.isoformat(),
                "party": {"code": party},
                "elements": elements,
            }
        )


def sales(month: dt.date, count: int) -> Iterator[str]:
    """JSONL of so many sale documents of a month, by date; the last one is a correction."""
    chance = random.Random(f"sprzedaż {month:%Y-%m} {count}")  # noqa: S311 - samples, no secrets
    for number, day in enumerate(_days(month, count, chance), start=1):
        correction = number == count
        elements = [_element(chance, *sample().prices, None) for _ in range(chance.randint(1, 3))]
        if correction:
            elements = [{**elements[0], "net": f"-{elements[0]['net']}", "vat": f"-{elements[0]['vat']}"}]
        yield _line(
            {
                "type": "vat_sale",
                "number": f"{'KOR' if correction else 'FV'}/{number}/{month:%m/%Y}",
                "register_name": "SPRZEDAZ",
                "issue_date": day.isoformat(),
                "party": {"code": chance.choice(sample().customers)},
                "correction": correction,
                "elements": elements,
            }
        )


def _days(month: dt.date, count: int, chance: random.Random) -> list[dt.date]:
    last = monthrange(month.year, month.month)[1]
    return sorted(month.replace(day=chance.randint(1, last)) for _ in range(count))


def _element(chance: random.Random, low: int, high: int, category: str | None) -> dict[str, str]:
    net = Decimal(chance.randint(low * 100, high * 100)) / 100
    rates = sample().rates
    rate = chance.choices([rate for rate, _ in rates], [weight for _, weight in rates])[0]
    percent = Decimal(rate) if rate.isdigit() else Decimal(0)
    vat = rounded(net * percent / 100, mode=HALF_UP)
    element = {"rate": rate, "net": f"{net:.2f}", "vat": f"{vat:.2f}"}
    return {**element, "category": category} if category else element


def _line(document: dict[str, object]) -> str:
    return json.dumps(document, ensure_ascii=False) + "\n"
