"""Macros of despatch advices (awiza), which rules may be about: what they share with invoices, and their packages."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING

from dekret.documents.invoice_macros import of_sale_invoices
from dekret.documents.macros import DATE, NUMBER, NUMBER_OR_NULL, TEXT, WHOLE, Macro, Of, Scope
from dekret.documents.trade_macros import number_of_line
from dekret.expr.kinds import Kind, Type
from dekret.values.rounding import ZERO

if TYPE_CHECKING:
    from dekret.model.trade import Package

_SHARED = (
    *("@Dokument", "@KodPodmiotu", "@NazwaPodmiotu", "@NipPodmiotu", "@KrajPodmiotu", "@TypPodmiotu", "@GlnPodmiotu"),
    *("@UlicaPodmiotu", "@MiastoPodmiotu", "@KodPocztowyPodmiotu", "@AtrybutPodmiotu", "@DataWystawienia"),
    *("@GlnOdbiorcy", "@KodOdbiorcy", "@NazwaOdbiorcy"),
    *("@KodTowaru", "@NazwaTowaru", "@TypTowaru", "@EanTowaru", "@Pkwiu", "@AtrybutTowaru"),
    *("@Jednostka", "@PozIlosc", "@KodUKupujacego"),
)
"""Macros of sale invoices that read fields which awizos have, too."""
_WHOLE_OR_NULL = Type(Kind.NUMBER, whole=True, nullable=True)
_HEADER = (
    ("@DataDostawy", DATE, lambda d, _: d.delivery_date, "data dostawy", "delivery date"),
    ("@KodDostawcy", TEXT, lambda d, _: d.supplier_code, "kod firmy u kupującego", "code of the company at the buyer"),
    (
        "@TypTransportu",
        TEXT,
        lambda d, _: d.transport,
        "kod transportu: 10 morski, 20 kolejowy, 30 drogowy, 40 lotniczy, 60 mieszany",
        "code of transport: 10 sea, 20 rail, 30 road, 40 air, 60 several",
    ),
    ("@WarunkiDostawy", TEXT, lambda d, _: d.delivery_terms, "warunki dostawy (Incoterms), np. DDP", "Incoterms"),
    (
        "@NumerDostawy",
        TEXT,
        lambda d, _: d.delivery.number if d.delivery else "",
        "numer wydania (WZ), gdy jest jedno; inaczej tekst pusty",
        "number of the goods issue where there is one alone, or empty",
    ),
    (
        "@CzyZatwierdzony",
        TEXT,
        lambda d, _: "TAK" if d.approved else "NIE",
        "TAK zatwierdzone, NIE w buforze",
        "TAK approved, NIE in the buffer",
    ),
    ("@LiczbaPozycji", WHOLE, lambda d, _: Decimal(len(d.positions)), "ile pozycji", "how many positions"),
    ("@LiczbaOpakowan", WHOLE, lambda d, _: Decimal(len(d.packages)), "ile opakowań", "how many packages"),
)
_POSITION = (
    ("@Lp", WHOLE, lambda d, p: number_of_line(d.positions, p), "numer pozycji, od 1", "number, from 1"),
    (
        "@GlnSklepu",
        TEXT,
        lambda _, p: p.ultimate_customer,
        "GLN sklepu, do którego idzie pozycja, albo tekst pusty",
        "GLN of the shop that the position is for, or empty",
    ),
    ("@NumerZamowienia", TEXT, lambda _, p: p.order_number, "numer zamówienia pozycji", "number of its order"),
    ("@NumerRezerwacji", TEXT, lambda _, p: p.reservation, "numer rezerwacji (RO) pozycji", "number of its RO"),
    (
        "@IloscZapakowana",
        NUMBER,
        lambda d, p: _packed(d.packages, number_of_line(d.positions, p)),
        "ile z pozycji leży w opakowaniach",
        "how much of it lies in packages",
    ),
)
_PACKAGE = (
    ("@NumerOpakowania", WHOLE, lambda _, p: Decimal(p.number), "numer opakowania", "number of the package"),
    (
        "@NumerNadrzednego",
        _WHOLE_OR_NULL,
        lambda _, p: None if p.parent is None else Decimal(p.parent),
        "numer opakowania nadrzędnego albo NULL",
        "number of the package that it is in, or NULL",
    ),
    ("@TypOpakowania", TEXT, lambda _, p: p.type, "typ opakowania", "type of the package"),
    ("@Sscc", TEXT, lambda _, p: p.sscc, "numer SSCC opakowania albo tekst pusty", "SSCC of the package, or empty"),
    ("@WagaOpakowania", NUMBER_OR_NULL, lambda _, p: p.weight, "waga w kg albo NULL", "weight in kg, or NULL"),
    ("@ObjetoscOpakowania", NUMBER_OR_NULL, lambda _, p: p.volume, "objętość w m3 albo NULL", "volume in m³, or NULL"),
    ("@LiczbaTowarow", WHOLE, lambda _, p: Decimal(len(p.contents)), "ile towarów leży w nim", "how many goods in it"),
)


def _packed(packages: Iterable[Package], number: Decimal) -> Decimal:
    return sum((each.quantity for package in packages for each in package.contents if each.position == number), ZERO)


DESPATCH_ADVICE: tuple[Macro, ...] = (
    *of_sale_invoices(_SHARED),
    *(Of(Scope.DOCUMENT)(*row) for row in _HEADER),
    *(Of(Scope.POSITION)(*row) for row in _POSITION),
    *(Of(Scope.PACKAGE)(*row) for row in _PACKAGE),
)
