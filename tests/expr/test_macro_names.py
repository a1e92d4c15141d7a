"""Which macro a mistaken name means."""

import pytest

from dekret.documents.document_types import CASH_REPORT, SALE_INVOICE, VAT_PURCHASE


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("@StawkaTowaru", "@StawkaVat"),
        ("@StawkaElem", "@StawkaVat"),
        ("@VatStawka", "@StawkaVat"),
        ("@StawkaPozycja", "@StawkaPozycji"),
        ("@KodKontrahenta", "@KodPodmiotu"),
        ("@NIP", "@NipPodmiotu"),
        ("@SposobPlatnosci", "@FormaPlatnosci"),
        ("@NumerFaktury", "@NumerPelny"),
        ("@WartoscNetto", "@Netto"),
        ("@BruttoPozycji", "@Brutto"),
        ("@kodpodmotu", "@KodPodmiotu"),
        ("@Netot", "@Netto"),
        ("@Xyz", None),
        ("@Ilosc", None),
    ],
)
def test_of_an_entry_of_the_register(written, meant):
    assert VAT_PURCHASE.words.nearest(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("@StawkaTowaru", "@StawkaPozycji"),
        ("@CenaPozycji", "@PozCena"),
        ("@RabatPozycji", "@PozRabat"),
        ("@SymbolTowaru", "@KodTowaru"),
        ("@BruttoPozycji", "@PozBrutto"),
    ],
)
def test_of_an_invoice(written, meant):
    assert SALE_INVOICE.words.nearest(written) == meant


def test_letters_decide_where_no_word_is_alike():
    assert CASH_REPORT.words.nearest("@kontorahc") == "@KontoRach"
    assert CASH_REPORT.words.nearest("@KontoRahc") == "@KontoRach"
