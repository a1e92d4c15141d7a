"""Advance and final invoices posted: what is said where a scheme, or a document, does not tell them apart."""

import datetime as dt
from decimal import Decimal

import pytest

from booking import PURCHASE, SALE, row
from dekret import api
from dekret.packs.outcome import By
from dekret.packs.poster import Poster
from dekret.packs.remarks import remarks
from dekret.text.source import Source

DAY = dt.date(2026, 3, 31)
SETTLED = [{"number": "Z/1", "net": "10.00", "vat": "2.30"}]


ASKS, ASKS_NOT = row("221", "401", condition="@CzyZaliczkowa = 'NIE'"), row("221", "401")


def said(book, rows=ASKS, **fields):
    scheme = book.checked(rows)
    found = remarks(book.document(**fields), None, lambda: Source("d", "x").span(), scheme=scheme)
    return [each.id for each in found]


@pytest.mark.parametrize("book", [SALE, PURCHASE])
def test_a_scheme_that_does_not_ask_is_told(book):
    assert said(book, ASKS_NOT) == []
    for kind in ("advance", "final"):
        assert said(book, ASKS_NOT, kind=kind) == ["pack/advance-as-ordinary"]
        assert said(book, ASKS_NOT, kind=kind, correction=True) == ["pack/advance-as-ordinary"]
    assert said(book, kind="advance") == []


@pytest.mark.parametrize("book", [SALE, PURCHASE])
def test_a_final_invoice_without_advances_is_told(book):
    assert said(book, kind="final") == ["pack/no-advances"]
    assert said(book, kind="final", settled_advances=SETTLED) == []
    assert said(book, kind="final", correction=True) == []


def test_charges_beside_the_invoice_that_are_not_posted_are_told():
    assert said(SALE, charges="5.00") == ["pack/not-posted"]
    assert said(SALE, ASKS + row("221", "401", "@Obciazenia"), charges="5.00") == []
    assert said(SALE, deductions="5.00") == [], "what was paid too much was posted then"


def test_an_advance_in_a_currency_without_its_rate_is_told():
    in_eur = {"kind": "final", "currency": "EUR", "exchange_rate": "4.20"}
    assert said(SALE, **in_eur, settled_advances=SETTLED) == ["pack/advance-rate"]
    assert said(SALE, **in_eur, settled_advances=[{**SETTLED[0], "exchange_rate": "4.30"}]) == []
    assert said(PURCHASE, **in_eur, settled_advances=SETTLED) == [], "a register has the rest alone"


def test_an_advance_in_a_currency_is_taken_off_at_its_own_rate():
    """100 + 23 EUR at 4.20, of which 50 + 11.50 EUR at 4.30 are paid: the rest is 50 + 11.50 EUR at 4.20."""
    found = SALE.document(
        kind="final",
        currency="EUR",
        exchange_rate="4.20",
        positions=[{"goods": {"code": "A"}, "rate": "23", "net": "100.00", "vat": "23.00"}],
        settled_advances=[{"number": "Z/1", "net": "215.00", "vat": "49.45", "exchange_rate": "4.30"}],
    )
    assert (found.net, found.vat) == (Decimal("50.00"), Decimal("11.50"))
    assert (found.net_pln, found.vat_pln) == (Decimal("210.00"), Decimal("48.30"))


@pytest.mark.parametrize(
    ("scheme", "asks"),
    [
        ("FAKTURY-ZAKUPU", True),
        ("KSEF-ZAKUP", True),
        ("SPRZEDAZ-ZALICZKI", True),
        ("ZAKUP-KATEGORIE", False),
        ("OPIS-ANALITYCZNY", False),
    ],
)
def test_which_standard_schemes_ask(scheme, asks):
    poster = Poster(api.library([]), By(scheme, DAY))
    found = poster.rules_of(SALE.document() if "SPRZEDAZ" in scheme else PURCHASE.document())
    assert ("@CzyZaliczkowa" in found.checked.macros) is asks
