"""Macros of contractors, which rules may be about: those of the party of an invoice, and of clients of an agreement."""

from __future__ import annotations

from decimal import Decimal

from dekret.documents.invoice_macros import of_sale_invoices
from dekret.documents.macros import TEXT, WHOLE, Macro, Of, Scope
from dekret.documents.trade_macros import number_of_line

_SHARED = (
    *("@Dokument", "@Opis", "@NazwaPodmiotu", "@NipPodmiotu", "@PeselPodmiotu", "@KrajPodmiotu"),
    *("@UlicaPodmiotu", "@MiastoPodmiotu", "@KodPocztowyPodmiotu", "@DataWystawienia"),
)
"""Macros of sale invoices that read fields which contractors have, too."""
_header = Of(Scope.DOCUMENT)
_of_client = Of(Scope.CLIENT)

CONTRACTOR: tuple[Macro, ...] = (
    *of_sale_invoices(_SHARED),
    _header("@LiczbaKlientow", WHOLE, lambda d, _: Decimal(len(d.clients)), "ilu klientów umowy", "how many clients"),
    _of_client("@Lp", WHOLE, lambda d, c: number_of_line(d.clients, c), "numer klienta, od 1", "number, from 1"),
    _of_client("@KodKlienta", TEXT, lambda _, c: c.code, "kod klienta umowy", "code of the client"),
    _of_client("@NazwaKlienta", TEXT, lambda _, c: c.name, "nazwa klienta umowy", "name of the client"),
    _of_client("@NipKlienta", TEXT, lambda _, c: c.tax_id, "NIP klienta albo tekst pusty", "NIP, or empty"),
    _of_client("@PeselKlienta", TEXT, lambda _, c: c.pesel, "PESEL klienta albo tekst pusty", "PESEL, or empty"),
    _of_client("@KrajKlienta", TEXT, lambda _, c: c.country, "kraj klienta, dwie litery", "country of the client"),
)
