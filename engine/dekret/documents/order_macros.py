"""Macros of orders, which rules may be about and schemes may not: those of invoices that orders have, and their own."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from dekret.documents.invoice_macros import of_sale_invoices
from dekret.documents.macros import DATE_OR_NULL, NUMBER, TEXT, WHOLE, Macro, Of, Scope
from dekret.documents.trade_macros import number_of_line

STATUSES: Mapping[str, str] = {
    "open": "niezrealizowane",
    "partly": "zrealizowane częściowo",
    "done": "zrealizowane",
    "closed": "zamknięte",
    "cancelled": "anulowane",
}
_SHARED = (
    *("@Dokument", "@Opis", "@KodPodmiotu", "@NazwaPodmiotu", "@NipPodmiotu", "@KrajPodmiotu", "@TypPodmiotu"),
    *("@GlnPodmiotu", "@UlicaPodmiotu", "@MiastoPodmiotu", "@KodPocztowyPodmiotu", "@AtrybutPodmiotu", "@Waluta"),
    *("@DataWystawienia", "@GlnOdbiorcy", "@KodOdbiorcy", "@NazwaOdbiorcy", "@LiczonaOd", "@Magazyn"),
    *("@LiczbaPlatnosci", "@LiczbaWydan", "@NumerDostawy", "@DataDostawy", "@AtrybutDokumentu"),
    *("@FormaPlatnosci", "@TerminPlatnosci", "@RachunekPlatnosci"),
    *("@KodTowaru", "@NazwaTowaru", "@TypTowaru", "@EanTowaru", "@Pkwiu", "@AtrybutTowaru"),
    *("@Jednostka", "@PozIlosc", "@PozCena", "@KodUKupujacego", "@StawkaPozycji"),
)
"""Macros of sale invoices that read fields which orders have, too."""
_header = Of(Scope.DOCUMENT)
_of_position = Of(Scope.POSITION)

ORDER: tuple[Macro, ...] = (
    *of_sale_invoices(_SHARED),
    _header("@NumerZamowienia", TEXT, lambda d, _: d.order_number, "numer zamówienia", "number of the order"),
    _header(
        "@DataRealizacji",
        DATE_OR_NULL,
        lambda d, _: d.delivery_date,
        "data rezerwacji albo planowanej dostawy; NULL, gdy jej nie ma",
        "day of the reservation or of the planned delivery, or NULL",
    ),
    _header("@StatusZamowienia", TEXT, lambda d, _: STATUSES[d.status], "status zamówienia", "status, in Polish"),
    _header("@LiczbaPozycji", WHOLE, lambda d, _: Decimal(len(d.positions)), "ile pozycji", "how many positions"),
    _of_position("@Lp", WHOLE, lambda d, p: number_of_line(d.positions, p), "numer pozycji, od 1", "number, from 1"),
    _of_position("@IloscZrealizowana", NUMBER, lambda _, p: p.delivered, "ile już wydano", "delivered already"),
)
