"""What the company's file holds for trade: goods, GLNs, prices, discounts, attributes, SSCC."""

import datetime as dt
from decimal import Decimal

import pytest

from dekret.company.complete import Completion
from dekret.company.known_goods import with_goods
from dekret.model.directory import SsccSettings
from dekret.model.invoices import Goods, InvoicePosition, SaleInvoice
from dekret.model.parties import Attribute, Party
from dekret.packs.library import load_sources
from dekret.text.diagnostic import Severity
from dekret.text.source import Source

FILE = """kartoteka "F"
[Firma]
nazwa = Bursztyn sp. z o.o.
nip = 5580730219
gln = 5900000000015
magazyn główny = MAG
[Podmioty]
| Kod   | Nazwa            | NIP        | GLN           | Forma płatności | Miasto |
|-------|------------------|------------|---------------|-----------------|--------|
| ALOZA | Aloza sp. z o.o. | 6736819308 | 5900000000022 | przelew         | Sopot  |
[Towary]
| Kod  | Nazwa        | Jednostka | EAN           | Stawka VAT | PKWiU |
|------|--------------|-----------|---------------|------------|-------|
| GUMA | Guma arabska | szt       | 2900000000018 | 23         | 20.52 |
| KLEJ | Klej biurowy |           | 12345         | 8%         |       |
[Jednostki i kody]
| Towar | EAN           | Jednostka |
|-------|---------------|-----------|
| guma  | 2900000000025 | karton    |
[Ceny]
| Towar | Grupa cenowa | Cena  |
|-------|--------------|-------|
| GUMA  | Hurtowa      | 12,50 |
[Rabaty]
| Podmiot | Towar | Rabat | Stała cena |
|---------|-------|-------|------------|
| ALOZA   | GUMA  |       | 11,00      |
[Atrybuty]
| Dotyczy | Kod   | Atrybut       | Kontrahent | Wartość |
|---------|-------|---------------|------------|---------|
| podmiot | ALOZA | CODEBYBUYER   |            | D-17    |
| towar   | GUMA  | BUYERITEMCODE | ALOZA      | 998877  |
| towar   | KLEJ  | BARWA         |            | biały   |
[Kody SSCC]
cyfra uzupełniająca = 3
prefiks gs1 = 590
numer identyfikacyjny firmy = 1234
numer seryjny od = 000001
"""


def directory(text=FILE):
    library = load_sources([Source("f.kartoteka", text)])
    assert not library.report.diagnostics, library.report.diagnostics
    return library.directory("F", dt.date(2026, 3, 31))


def test_goods_are_found_by_code_and_by_any_of_their_eans():
    trade = directory().trade
    gum, glue = trade.goods["guma"], trade.goods["klej"]
    assert trade.goods_by_ean == {"2900000000018": gum, "2900000000025": gum, "12345": glue}
    assert gum.units == {"2900000000018": "szt", "2900000000025": "karton"}
    assert gum.prices == {"hurtowa": Decimal("12.50")}
    assert gum.buyer_codes == {"aloza": "998877"}
    assert (glue.unit, glue.rate, glue.purchase_rate) == ("szt", "8", "8")
    assert glue.attributes == (Attribute(code="BARWA", value="biały"),)


def test_the_company_itself():
    trade = directory().trade
    assert (trade.gln, trade.head_gln, trade.warehouse) == ("5900000000015", "5900000000015", "MAG")
    assert trade.sscc == SsccSettings("3", "590", "1234", "000001")
    (discount,) = trade.discounts
    assert (discount.party, discount.goods, discount.fixed_price) == ("aloza", "guma", Decimal("11.00"))


def test_a_party_is_known_by_its_gln_and_completed():
    known = Completion(directory()).party(Party(gln="5900000000022"))
    assert (known.code, known.tax_id, known.city) == ("ALOZA", "6736819308", "Sopot")
    assert known.attributes == (Attribute(code="CODEBYBUYER", value="D-17"),)


def test_an_address_of_the_document_is_not_mixed_with_that_of_the_file():
    known = Completion(directory()).party(Party(code="aloza", street="Polna 3"))
    assert (known.street, known.city) == ("Polna 3", "")


@pytest.mark.parametrize("row", ["| ALOZA | | 150 | |", "| ALOZA | | -10 | |", "| ALOZA | GUMA | | -1,00 |"])
def test_a_discount_is_within_its_bounds(row):
    text = FILE.replace("| ALOZA   | GUMA  |       | 11,00      |", row)
    found = load_sources([Source("f.kartoteka", text)]).report.diagnostics
    assert any(each.severity is Severity.ERROR for each in found)


@pytest.mark.parametrize(
    ("unit", "ean"), [("szt", "2900000000018"), ("karton", "2900000000025"), ("", "2900000000018")]
)
def test_goods_in_another_unit_have_the_code_of_that_unit(unit, ean):
    position = InvoicePosition(
        goods=Goods(code="GUMA"), unit=unit, quantity=Decimal(1), rate="23", net=Decimal(1), vat=Decimal("0.23")
    )
    invoice = SaleInvoice(
        number="F/1", issue_date=dt.date(2026, 3, 5), party=Party(code="ALOZA"), positions=(position,)
    )
    assert with_goods(invoice, directory()).positions[0].goods.ean == ean


HEAD = "| Podmiot | Towar | Grupa | Rabat | Stała cena |\n"
GROUPED = FILE.replace("| PKWiU |", "| PKWiU | Grupa |").replace("| 20.52 |", "| 20.52 | Kleje |")
GROUPED = GROUPED.replace("|------------|-------|", "|------------|-------|-------|", 1).replace(
    "| 8%         |       |", "| 8% | | |"
)


def discounts(*rows):
    """What is wrong where the company's file has these discounts: the problem, its text, the row it names besides."""
    text = GROUPED[: GROUPED.index("[Rabaty]")] + "[Rabaty]\n" + HEAD + "\n".join(rows) + "\n"
    text += GROUPED[GROUPED.index("[Atrybuty]") :]
    found = load_sources([Source("f.kartoteka", text)]).report.diagnostics
    return [(each.id, each.span.text, [other.span.text for other in each.related]) for each in found]


def test_a_discount_on_a_group_that_no_goods_have_is_an_error():
    assert discounts("| ALOZA | | Brak | 10 | |") == [("kartoteka/unknown-group", "Brak", [])]
    assert discounts("| ALOZA | | KLEJE | 10 | |") == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("| ALOZA | GUMA | | 5 | |", "| aloza | guma | | 7 | |"),
        ("| ALOZA | GUMA | | | 11,00 |", "| ALOZA | GUMA | | | 12,00 |"),
        ("| ALOZA | | Kleje | 5 | |", "| ALOZA | | KLEJE | 7 | |"),
        ("| ALOZA | | | 5 | |", "| ALOZA | | | 7 | |"),
    ],
)
def test_two_discounts_on_the_same_contradict_each_other(first, second):
    (found,) = discounts(first, second)
    assert found[0] == "kartoteka/discount-repeated"
    assert [text.strip() for text in (found[1], *found[2])] == [second, first]


def test_discounts_of_different_reach_stand_beside_each_other():
    rows = (
        "| ALOZA | GUMA | | | 11,00 |",
        "| ALOZA | GUMA | | 5 | |",
        "| ALOZA | | Kleje | 7 | |",
        "| ALOZA | | | 2 | |",
    )
    assert discounts(*rows) == []
