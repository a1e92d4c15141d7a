"""KSeF invoices as invoices with their lines."""

import re
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dekret.intake.ksef import Reading, read_ksef
from dekret.intake.received import Received, Rejected
from ksef_frames import OWN, WITH_LINES, invoice, line, read
from official import OFFICIAL

INVENTED = Path(__file__).parents[2] / "rules" / "demo" / "ksef"
REGISTER = Reading(None, OWN)


def amounts(found):
    return [(each.rate, str(each.net), str(each.vat)) for each in found.positions]


PLAIN = "<P_13_1>100</P_13_1><P_14_1>23</P_14_1><P_15>123</P_15>"


def test_a_line_is_a_position():
    found = invoice(PLAIN, "P_7 kubki; Indeks KUBEK; GTIN 5901234123457; P_8A kpl; P_8B 4; P_9A 25; P_11 100; P_12 23")
    (position,) = found.positions
    assert found.type == "sale_invoice"
    assert (position.goods.code, position.goods.name, position.goods.ean) == ("KUBEK", "kubki", "5901234123457")
    assert (position.quantity, position.unit, position.price, position.line_number) == (4, "kpl", 25, 1)
    assert amounts(found) == [("23", "100.00", "23.00")]
    assert found.party.name == "Aloza"


def test_the_last_line_takes_the_grosz_of_rounding():
    """7.59 + 7.59 + 7.59 of tax are 22.77; the sum of the rate says 22.78."""
    third = "P_7 a; P_11 33.01; P_12 23"
    found = invoice("<P_13_1>99.03</P_13_1><P_14_1>22.78</P_14_1><P_15>121.81</P_15>", third, third, third)
    assert amounts(found) == [("23", "33.01", "7.59")] * 2 + [("23", "33.01", "7.60")]


def test_many_grosze_go_one_to_a_line():
    """Thirty lines of 0.02 have no tax each; the sum of the rate says 0.14."""
    sums = "<P_13_1>0.60</P_13_1><P_14_1>0.14</P_14_1><P_15>0.74</P_15>"
    found = invoice(sums, *["P_7 a; P_11 0.02; P_12 23"] * 30)
    assert amounts(found) == [("23", "0.02", "0.00")] * 16 + [("23", "0.02", "0.01")] * 14


def test_a_rate_of_a_final_invoice_without_advances_adds_up():
    """Half of the order at 8% was paid in advance; what is at 23% has the grosz of rounding."""
    sums = "<P_13_1>99.03</P_13_1><P_14_1>22.78</P_14_1><P_13_2>50</P_13_2><P_14_2>4</P_14_2><P_15>175.81</P_15>"
    found = invoice(sums, *["P_7 a; P_11 33.01; P_12 23"] * 3, "P_7 b; P_11 100; P_12 8", kind="ROZ")
    assert [each.rate for each in found.settled_advances] == ["8"]
    assert (found.net, found.vat, found.rounding) == (Decimal("149.03"), Decimal("26.78"), 0)


def test_a_grosz_goes_to_the_line_that_rounding_took_most_from():
    """0.2346 + 0.2323 of tax are 0.4669; a tax that the file states stays."""
    sums = "<P_13_1>2.03</P_13_1><P_14_1>0.47</P_14_1><P_15>2.50</P_15>"
    found = invoice(sums, "P_7 a; P_11 1.02; P_12 23", "P_7 b; P_11 1.01; P_12 23")
    assert amounts(found) == [("23", "1.02", "0.24"), ("23", "1.01", "0.23")]
    found = invoice(sums, "P_7 a; P_11 1.02; P_11Vat 0.23; P_12 23", "P_7 b; P_11 1.01; P_12 23")
    assert amounts(found) == [("23", "1.02", "0.23"), ("23", "1.01", "0.24")]


EURO = "<P_13_1>333.33</P_13_1><P_14_1>76.67</P_14_1><P_14_1W>329.70</P_14_1W><P_15>410.00</P_15>"


@pytest.mark.parametrize(
    ("kind", "lines"),
    [
        ("VAT", ("P_7 a; P_11 333.33; P_12 23; KursWaluty 4.3",)),
        ("VAT", ("P_7 a; P_11 33.33; P_12 23; KursWaluty 4.3", "P_7 b; P_11 300; P_12 23; KursWaluty 4.3")),
        ("ROZ", ("P_7 a; P_11 400; P_12 23; KursWaluty 4.3", "P_7 b; P_11 600; P_12 23; KursWaluty 4.3")),
    ],
)
def test_tax_in_pln_is_the_one_that_the_invoice_states(kind, lines):
    """76.67 at 4.30 are 329.68; 329.70 are stated."""
    found, entry = (invoice(EURO, *lines, kind=kind, currency="EUR", how=how) for how in (WITH_LINES, REGISTER))
    assert (found.net, found.vat, found.vat_pln) == (Decimal("333.33"), Decimal("76.67"), Decimal("329.70"))
    assert (found.net_pln, found.vat_pln) == (entry.net_pln, entry.vat_pln)


def test_gross_prices_give_net_and_tax():
    found = invoice(PLAIN, "P_7 a; P_9B 61.50; P_8B 2; P_11A 123; P_12 23")
    assert found.algorithm == "gross"
    assert found.positions[0].price is None
    assert amounts(found) == [("23", "100.00", "23.00")]


def test_what_an_invoice_has_to_say_comes_along():
    notes = (
        "<P_16>1</P_16><P_17>1</P_17><Zwolnienie><P_19>1</P_19><P_19B>art. 132 dyrektywy</P_19B></Zwolnienie>"
        "<PMarzy><P_PMarzy>1</P_PMarzy><P_PMarzy_3_2>1</P_PMarzy_3_2></PMarzy>"
    )
    sums = "<P_13_7>50</P_13_7><P_13_11>200</P_13_11><P_15>250</P_15>"
    found = invoice(sums, "P_7 kurs; P_11 50; P_12 zw", "P_7 obraz; P_11A 200", notes=notes)
    assert (found.cash_method, found.self_billing, found.exemption, found.margin) == (
        *(True, True),
        *("art. 132 dyrektywy", "art"),
    )
    assert amounts(found) == [("zw", "50.00", "0.00"), ("marża", "200.00", "0.00")]


def test_advances_of_a_final_invoice_by_rate():
    sums = "<P_13_1>60</P_13_1><P_14_1>13.80</P_14_1><P_13_2>50</P_13_2><P_14_2>4</P_14_2><P_15>127.80</P_15>"
    advance = "<FakturaZaliczkowa><NrKSeFZN>1</NrKSeFZN><NrFaZaliczkowej>FZAL/1</NrFaZaliczkowej></FakturaZaliczkowa>"
    lines = line("P_7 a; P_11 100; P_12 23") + line("P_7 b; P_11 50; P_12 8", 2)
    found = read(sums, advance + lines, kind="ROZ").document
    assert [(each.number, each.rate, each.net, each.vat) for each in found.settled_advances] == [
        ("FZAL/1", "23", Decimal(40), Decimal("9.20"))
    ]
    assert (found.net, found.vat, found.rounding) == (110, Decimal("17.80"), 0)


@pytest.mark.parametrize(
    ("sums", "lines", "kind", "said"),
    [
        (PLAIN, (), "ZAL", "the file has none"),
        (PLAIN, ("P_7 a; P_12 23",), "VAT", "a line has no value"),
        (PLAIN, ("P_7 a; P_11 90; P_12 23",), "VAT", "do not add up to P_13_1: net 10.00 and tax 2.30 are missing"),
        (PLAIN, ("P_7 a; P_11 100; P_12 8",), "VAT", "do not add up to P_13_1"),
        (PLAIN, ("P_7 a; P_11 90; P_12 23",), "ROZ", "do not add up to P_13_1"),
    ],
)
def test_lines_that_do_not_make_up_the_amounts_are_refused(sums, lines, kind, said):
    found = read(sums, "".join(line(each) for each in lines), kind=kind)
    assert isinstance(found, Rejected)
    assert found.diagnostics[-1].id == "ksef/no-positions"
    assert said in found.diagnostics[-1].message.en


INVENTED_WITH_LINES = ("0A10C3D4E5F6", "0A10C3D4E601", "0B20AA00BB11", "euro", "koncowa", "najem")


@pytest.mark.parametrize("name", INVENTED_WITH_LINES)
def test_the_amounts_are_those_of_the_register(name):
    (path,) = INVENTED.glob(f"*{name}*")
    found, entry = (read_ksef(str(path), path.read_bytes(), how).document for how in (WITH_LINES, REGISTER))
    for field in ("number", "net", "vat", "net_pln", "vat_pln", "total", "rounding", "payments"):
        assert getattr(found, field) == getattr(entry, field), field


@pytest.mark.skipif(OFFICIAL is None, reason="the Ministry's sample invoices are not here (DEKRET_KSEF_SAMPLES)")
@pytest.mark.parametrize("number", ["1", "2", "4", "9", "14", "20"])
def test_official_samples(number):
    path = OFFICIAL / f"fa3-przyklad-{number}.xml"
    found, entry = (
        read_ksef(str(path), path.read_bytes(), Reading("vat_sale", "", positions=lines)).document
        for lines in (True, False)
    )
    assert (found.net_pln, found.vat_pln, found.rounding) == (entry.net_pln, entry.vat_pln, entry.rounding)


FIELDS = ("P_8B", "P_9A", "P_9B", "P_10", "P_11", "P_11A", "P_11Vat", "P_12", "P_12_XII")
NUMBERS = st.sampled_from(["0", "100", "-1", "99999999999999999999", "0.000001", "1e5", "", "1,5", "0.12345678"])


@given(st.lists(st.tuples(st.sampled_from(FIELDS), NUMBERS)))
def test_no_values_stop_the_reader(values):
    parts = "; ".join(["P_7 a", "P_12 23", *(f"{name} {text}" for name, text in values)])
    found = read(PLAIN, re.sub(r"<(\w+)></\1>", r"<\1/>", line(parts)))
    assert isinstance(found, Received | Rejected)
