"""A correction of a rate of VAT: rows that ask for rates see the position at the old one and at the new one."""

import pytest

from booking import PURCHASE, SALE, row
from dekret.model.faults import read_document
from dekret.packs.remarks import remarks
from dekret.text.source import Source

BEFORE = {"quantity": "2", "price": "50.00", "rate": "23", "net": "100.00", "vat": "23.00"}
CORRECTED = {
    "correction": True,
    "corrected_numbers": ["FS/1"],
    "positions": [
        {"goods": {"code": "LISTWA"}, "rate": "23", "net": "10.00", "vat": "2.30"},
        {"goods": {"code": "DESKA"}, "rate": "8", "net": "0.00", "vat": "-15.00", "quantity": "0", "before": BEFORE},
    ],
}


def posted(*rows, **fields):
    found = SALE.posting(row("201", "", "@Brutto", "Podmioty"), *rows).post(
        SALE.document(**{**CORRECTED, **fields}), ""
    )
    return [(line.account, str(line.amount)) for line in found.lines if line.side == "Ma"]


def rates(amount, **cells):
    return [
        row("", "221", amount, condition="@PozStawkaVat = '23'", **cells),
        row("", "751", amount, condition="@StawkaPozycji = '8'", **cells),
    ]


def test_the_tax_of_each_rate_goes_to_its_account():
    net = row("", "731", "@PozNetto")
    assert posted(net, *rates("@PozVat")) == [("731", "10.00"), ("221", "2.30"), ("221", "-23.00"), ("751", "8.00")]


def test_what_does_not_ask_for_rates_sees_the_difference():
    assert posted(row("", "730", "@PozBrutto", "Towary")) == [("730-LISTWA", "12.30"), ("730-DESKA", "-15.00")]


def test_net_moves_between_accounts_of_rates():
    rest = row("", "752", "@PozVat")
    assert posted(*rates("@PozNetto"), rest) == [
        *(("221", "10.00"), ("221", "-100.00"), ("751", "100.00")),
        *(("752", "2.30"), ("752", "-15.00")),
    ]


def test_both_parts_are_of_one_position():
    found = SALE.entry(
        row("201", "", "@Brutto", "Podmioty"),
        *rates("@PozBrutto", text="CONCAT(@Lp, ': ', @PozIlosc)"),
        **CORRECTED,
    )
    assert [line.description for line in found.lines if line.side == "Ma"] == ["1: 1", "2: -2", "2: 2"]


def test_each_part_has_the_deviation_of_its_own_tax():
    wrong = {**CORRECTED["positions"][1], "vat": "-14.00", "before": {**BEFORE, "vat": "23.50"}}
    found = SALE.entry(
        row("201", "", "@Brutto", "Podmioty"),
        *rates("@PozVat", text="CONCAT(@PozVat, ' ', @OdchylenieVat)"),
        **{**CORRECTED, "positions": [wrong]},
    )
    assert [line.description for line in found.lines if line.side == "Ma"] == ["-23.50 -0.50", "9.50 1.50"]


def test_each_part_has_its_own_price():
    dearer = {**CORRECTED["positions"][1], "net": "10.00", "vat": "-14.20", "price": "5.00"}
    found = posted(*rates("@PozIlosc * @PozCena"), row("", "752", "@PozVat"), positions=[dearer])
    assert found == [("221", "-100.00"), ("751", "110.00"), ("752", "-14.20")]


@pytest.mark.parametrize(
    "huge",
    [
        {"before": {**BEFORE, "net": "9000000000000.00"}, "currency": "EUR", "exchange_rate": "9000"},
        {"before": {**BEFORE, "quantity": "9000000000000000"}, "quantity": "9000000000000000"},
    ],
)
def test_amounts_beyond_all_measure_are_refused_when_read(huge):
    head = {key: huge.pop(key) for key in ("currency", "exchange_rate") if key in huge}
    positions = [{**CORRECTED["positions"][1], **huge}]
    assert isinstance(read_document({**SALE.usual, **CORRECTED, **head, "positions": positions}), tuple)


def test_a_quantity_that_changes_with_the_rate():
    half = {**CORRECTED["positions"][1], "quantity": "-1", "net": "-50.00", "vat": "-19.00"}
    assert posted(*rates("@PozBrutto"), positions=[half]) == [("221", "-123.00"), ("751", "54.00")]


def test_a_correction_at_one_rate_is_one_line():
    same = {**CORRECTED["positions"][1], "rate": "23", "net": "-50.00", "vat": "-11.50"}
    assert posted(*rates("@PozBrutto"), positions=[same]) == [("221", "-61.50")]


@pytest.mark.parametrize("in_pln", [{}, {"net_pln": "0.00", "vat_pln": "-64.02"}])
def test_the_parts_in_pln_are_the_whole_to_the_grosz(in_pln):
    position = {**CORRECTED["positions"][1], **in_pln}
    fields = {"currency": "EUR", "exchange_rate": "4.2671", "positions": [position]}
    found = dict(posted(*rates("@PozVat"), row("", "752", "@PozNetto"), **fields))
    assert found["221"] == "-98.14"  # 23.00 EUR
    whole = -64.02 if in_pln else -64.01  # -15.00 EUR
    assert float(found["751"]) == pytest.approx(whole + 98.14)
    assert "752" not in found


def said(book, **fields):
    found = remarks(book.document(**fields), None, lambda: Source("d", "x").span())
    return [(each.id, each.message.pl) for each in found]


def test_a_corrected_tax_at_one_rate_is_held_against_what_is_after_it():
    missed = {**CORRECTED["positions"][1], "rate": "23", "vat": "1.00", "before": {**BEFORE, "vat": "22.00"}}
    assert said(SALE, **{**CORRECTED, "positions": [missed]}) == []


def test_each_part_has_the_tax_of_its_rate():
    assert said(SALE, **CORRECTED) == []
    wrong = {**CORRECTED["positions"][1], "before": {**BEFORE, "vat": "0.00"}}
    assert said(SALE, **{**CORRECTED, "positions": [wrong]}) == [
        ("pack/other-tax", "Pozycja 1: VAT 0,00 nie odpowiada stawce 23% od -100,00; byłoby -23,00."),
        ("pack/other-tax", "Pozycja 1: VAT -15,00 nie odpowiada stawce 8% od 100,00; byłoby 8,00."),
    ]


@pytest.mark.parametrize(("book", "lines"), [(SALE, "positions"), (PURCHASE, "elements")])
def test_tax_without_net_and_without_what_was_before_is_told(book, lines):
    line = {"rate": "8", "net": "0.00", "vat": "-15.00"} | ({"goods": {"code": "A"}} if book is SALE else {})
    found = said(book, correction=True, **{lines: [line]})
    assert [each[0] for each in found] == ["pack/rate-before"]
    assert "VAT -15,00 przy netto 0,00" in found[0][1]
    assert [each[0] for each in said(book, **{lines: [line]})] == ["pack/other-tax"]
