"""Despatch advices as the records of a file (001:366–384; comarch-edi 3.3).

Weights and volumes of outer packages, and the order in which packages stand, are given: they follow from the awizo
(`despatch.packages`), which this package does not know.
"""

from collections.abc import Iterable
from decimal import Decimal
from itertools import count
from typing import NamedTuple

from dekret.edi.codes import unit_code
from dekret.edi.parties import Texts
from dekret.model.directory import Directory
from dekret.model.edi import EdiDespatchAdvice, EdiPackage, EdiPackedLine
from dekret.model.trade import DespatchAdvice, Package

_STREET, _CODE, _ITEM, _TYPE, _NUMBER = 35, 35, 70, 17, 35


class Weighed(NamedTuple):
    """A package with the weight and volume it has, or that follow from those within it."""

    package: Package
    weight: Decimal | None
    volume: Decimal | None


def despatch_record(advice: DespatchAdvice, packages: tuple[Weighed, ...], directory: Directory) -> EdiDespatchAdvice:
    """The finished record of an awizo, its packages in the order in which they are to stand."""
    texts, numbers = Texts(street=_STREET), count(1)
    delivery = advice.delivery
    made = tuple(_package(each, advice, texts, numbers) for each in packages)
    return EdiDespatchAdvice(
        advice.number,
        advice.issue_date,
        advice.delivery_date,
        _common(each.order_number for each in advice.positions),
        texts.number("Numer wydania", delivery.number, _NUMBER) if delivery else "",
        delivery.issue_date if delivery else None,
        advice.delivery_terms,
        advice.transport,
        texts.party(advice.party),
        texts.company(directory, code=advice.supplier_code),
        texts.party(advice.receiver),
        _common(each.ultimate_customer for each in advice.positions),
        made,
        len(made),
        tuple(texts.cuts),
    )


def _package(weighed: Weighed, advice: DespatchAdvice, texts: Texts, numbers: Iterable[int]) -> EdiPackage:
    package = weighed.package
    lines = []
    for packed, number in zip(package.contents, numbers, strict=False):
        position = advice.positions[packed.position - 1]
        lines.append(
            EdiPackedLine(
                number,
                position.goods.ean,
                texts.number("BUYERITEMCODE", position.buyer_item_code, _CODE),
                texts.fit("Kod towaru", position.goods.code, _CODE),
                packed.quantity,
                unit_code(position.unit),
                texts.fit("Nazwa towaru", position.goods.name, _ITEM),
            )
        )
    return EdiPackage(
        package.number,
        package.parent,
        texts.fit("Typ opakowania", package.type, _TYPE),
        package.sscc,
        weighed.weight,
        weighed.volume,
        texts.number("Numer zamówienia", package.order_number, _NUMBER),
        package.ultimate_customer,
        tuple(lines),
    )


def _common(values: Iterable[str]) -> str:
    """The value that all have; empty where they differ."""
    found = set(values)
    return found.pop() if len(found) == 1 else ""
