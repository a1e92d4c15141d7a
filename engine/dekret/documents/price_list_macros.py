"""Macros of price lists, which rules may be about: those of invoices that price lists have, and their own."""

from __future__ import annotations

from decimal import Decimal

from dekret.documents.invoice_macros import of_sale_invoices
from dekret.documents.macros import TEXT, WHOLE, Macro, Of, Scope
from dekret.documents.trade_macros import number_of_line

_SHARED = (
    *("@Dokument", "@KodPodmiotu", "@NazwaPodmiotu", "@NipPodmiotu", "@KrajPodmiotu", "@TypPodmiotu", "@GlnPodmiotu"),
    *("@UlicaPodmiotu", "@MiastoPodmiotu", "@KodPocztowyPodmiotu", "@AtrybutPodmiotu", "@DataWystawienia", "@Waluta"),
    *("@KodTowaru", "@NazwaTowaru", "@TypTowaru", "@EanTowaru", "@Pkwiu", "@AtrybutTowaru"),
    *("@Jednostka", "@PozCena", "@KodUKupujacego", "@StawkaPozycji"),
)
"""Macros of sale invoices that read fields which price lists have, too."""
_header = Of(Scope.DOCUMENT)

PRICE_LIST: tuple[Macro, ...] = (
    *of_sale_invoices(_SHARED),
    _header("@GrupaCenowa", TEXT, lambda d, _: d.price_group, "grupa cenowa kontrahenta", "price group"),
    _header("@LiczbaPozycji", WHOLE, lambda d, _: Decimal(len(d.positions)), "ile pozycji", "how many positions"),
    Of(Scope.POSITION)(
        "@Lp", WHOLE, lambda d, p: number_of_line(d.positions, p), "numer pozycji, od 1", "number, from 1"
    ),
)
