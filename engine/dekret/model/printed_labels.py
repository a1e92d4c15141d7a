"""Finished records for templates: labels of packages and the waybill of an awizo (001:414–438).

Templates look nothing up and count nothing; `despatch.labels` fills these records. Fields have Polish titles.
"""

from decimal import Decimal
from typing import Annotated, Literal

from msgspec import Meta

from dekret.model.base import Date, Record


class LabelParty(Record, frozen=True, kw_only=True):
    """Somebody on a label; the address in lines, those that are empty left out."""

    name: Annotated[str, Meta(title="Nazwa")] = ""
    address: Annotated[tuple[str, ...], Meta(title="Adres")] = ()
    tax_id: Annotated[str, Meta(title="NIP")] = ""
    gln: Annotated[str, Meta(title="GLN")] = ""


class PrintedPackage(Record, frozen=True, kw_only=True):
    """A package as labels and waybills tell of it.

    `goods_issue` are the numbers of its WZ, or ZGRUPOWANA; the name of the ultimate customer stands whole and in the
    two lines of the label. `bars` is the GS1-128 bar code as the path of an SVG picture, one high, `bars_width` wide,
    without its quiet zones of ten; empty without an SSCC.
    """

    number: Annotated[int, Meta(title="Numer")]
    parent: Annotated[int | None, Meta(title="Numer nadrzędnego")] = None
    kind: Annotated[str, Meta(title="Rodzaj")]
    type: Annotated[str, Meta(title="Typ")] = ""
    description: Annotated[str, Meta(title="Opis")] = ""
    customer_gln: Annotated[str, Meta(title="GLN odbiorcy")] = ""
    customer_name: Annotated[str, Meta(title="Nazwa odbiorcy")] = ""
    customer_line1: Annotated[str, Meta(title="Odbiorca wiersz 1")] = ""
    customer_line2: Annotated[str, Meta(title="Odbiorca wiersz 2")] = ""
    order_number: Annotated[str, Meta(title="Numer zamówienia")] = ""
    goods_issue: Annotated[str, Meta(title="Numer WZ")] = ""
    sscc: Annotated[str, Meta(title="SSCC")] = ""
    sscc_text: Annotated[str, Meta(title="SSCC z identyfikatorem")] = ""
    bars: Annotated[str, Meta(title="Kreski")] = ""
    bars_width: Annotated[int, Meta(title="Szerokość kresek")] = 0
    weight: Annotated[Decimal | None, Meta(title="Waga")] = None
    volume: Annotated[Decimal | None, Meta(title="Objętość")] = None


class PrintedWaybill(Record, frozen=True, kw_only=True):
    """The waybill (list przewozowy): all packages of the awizo, inner ones behind their outer one.

    `count` are the packages that are handed over, those that lie in no other; weight and volume are those of all of
    them, None where one is not known.
    """

    packages: Annotated[tuple[PrintedPackage, ...], Meta(title="Opakowania")]
    count: Annotated[int, Meta(title="Liczba jednostek")]
    weight: Annotated[Decimal | None, Meta(title="Waga")] = None
    volume: Annotated[Decimal | None, Meta(title="Objętość")] = None
    transport: Annotated[str, Meta(title="Typ transportu")] = ""
    delivery_terms: Annotated[str, Meta(title="Warunki dostawy")] = ""


class PrintedLabels(Record, frozen=True, kw_only=True):
    """A set of labels with its waybill. Every page holds one label or, in landscape, up to two."""

    number: Annotated[str, Meta(title="Numer awiza")]
    issue_date: Annotated[Date, Meta(title="Data awiza")]
    delivery_date: Annotated[Date, Meta(title="Data dostawy")]
    sender: Annotated[LabelParty, Meta(title="Nadawca")]
    buyer: Annotated[LabelParty, Meta(title="Nabywca")]
    receiver: Annotated[LabelParty, Meta(title="Odbiorca")]
    supplier_code: Annotated[str, Meta(title="Kod dostawcy")] = ""
    layout: Annotated[Literal["landscape", "portrait"], Meta(title="Układ")] = "landscape"
    collective: Annotated[bool, Meta(title="Zbiorcze")] = False
    package_count: Annotated[int, Meta(title="Liczba opakowań")]
    pages: Annotated[tuple[tuple[PrintedPackage, ...], ...], Meta(title="Strony")]
    waybill: Annotated[PrintedWaybill, Meta(title="List przewozowy")]
