"""The nearest known word."""

import pytest

from dekret.text.nearest import nearest, plain


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Naglowek", "Nagłówek"),
        ("konto wm", "Konto Wn"),
        ("zrodlo", "Źródło"),
        ("KontoMa", "Konto Ma"),
        ("Kwotta", "Kwota"),
    ],
)
def test_diacritics_and_slips_are_forgiven(written, meant):
    known = ["Nagłówek", "Konto Wn", "Konto Ma", "Źródło", "Kwota", "Warunek"]
    assert nearest(written, known) == meant


def test_nothing_is_near():
    assert nearest("zupełnie co innego", ["Kwota", "Opis"]) is None
    assert nearest("x", []) is None


def test_plain_forgives_blanks_of_any_kind():
    assert plain("Konto\xa0 Wn") == plain("konto wn")
