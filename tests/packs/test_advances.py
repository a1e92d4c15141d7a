"""Advance and final invoices posted: what is said where a scheme, or a document, does not tell them apart."""

import datetime as dt

import pytest

from booking import PURCHASE, SALE
from dekret import api
from dekret.packs.outcome import By
from dekret.packs.poster import Poster
from dekret.packs.remarks import remarks
from dekret.text.source import Source

DAY = dt.date(2026, 3, 31)
SETTLED = [{"number": "Z/1", "net": "10.00", "vat": "2.30"}]


def said(book, unasked="", **fields):
    return [
        each.id for each in remarks(book.document(**fields), None, lambda: Source("d", "x").span(), unasked=unasked)
    ]


@pytest.mark.parametrize("book", [SALE, PURCHASE])
def test_a_scheme_that_does_not_ask_is_told(book):
    assert said(book, "S") == []
    for kind in ("advance", "final"):
        assert said(book, "S", kind=kind) == ["pack/advance-as-ordinary"]
        assert said(book, "S", kind=kind, correction=True) == ["pack/advance-as-ordinary"]
    assert said(book, kind="advance") == []


@pytest.mark.parametrize("book", [SALE, PURCHASE])
def test_a_final_invoice_without_advances_is_told(book):
    assert said(book, kind="final") == ["pack/no-advances"]
    assert said(book, kind="final", settled_advances=SETTLED) == []
    assert said(book, kind="final", correction=True) == []


@pytest.mark.parametrize(
    ("scheme", "unasked"),
    [
        ("FAKTURY-ZAKUPU", ""),
        ("KSEF-ZAKUP", ""),
        ("SPRZEDAZ-ZALICZKI", ""),
        ("ZAKUP-KATEGORIE", "ZAKUP-KATEGORIE"),
        ("OPIS-ANALITYCZNY", "OPIS-ANALITYCZNY"),
    ],
)
def test_which_standard_schemes_ask(scheme, unasked):
    poster = Poster(api.library([]), By(scheme, DAY))
    found = poster.rules_of(SALE.document() if "SPRZEDAZ" in scheme else PURCHASE.document())
    assert found.unasked == unasked
