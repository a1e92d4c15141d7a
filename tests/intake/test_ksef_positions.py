"""KSeF invoices as invoices with their lines."""

import re
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dekret.intake.ksef import Reading, read_ksef
from dekret.intake.received import Received, Rejected
from dekret.values.rounding import ZERO
from official import OFFICIAL

INVENTED = Path(__file__).parents[2] / "rules" / "demo" / "ksef"
OWN = "5580730219"
WITH_LINES, REGISTER = Reading(None, OWN, positions=True), Reading(None, OWN)
SALE = """<Faktura xmlns="http://crd.gov.pl/wzor/2025/06/25/13775/">
 <Podmiot1><DaneIdentyfikacyjne><NIP>5580730219</NIP><Nazwa>Bursztyn</Nazwa></DaneIdentyfikacyjne></Podmiot1>
 <Podmiot2><DaneIdentyfikacyjne><NIP>6736819308</NIP><Nazwa>Aloza</Nazwa></DaneIdentyfikacyjne></Podmiot2>
 <Fa><KodWaluty>PLN</KodWaluty><P_1>2026-03-05</P_1><P_2>FS/12/2026</P_2>{sums}
  <Adnotacje>{notes}</Adnotacje><RodzajFaktury>{kind}</RodzajFaktury>{lines}</Fa>
</Faktura>
"""


def read(sums, lines, *, kind="VAT", notes=""):
    text = SALE.format(sums=sums, lines=lines, kind=kind, notes=notes)
    return read_ksef("x.xml", text.encode(), WITH_LINES)


def line(values, number=1):
    """A line of elements written `P_7 kubki; P_11 100`."""
    parts = "".join("<{0}>{1}</{0}>".format(*each.split(" ", 1)) for each in values.split("; "))
    return f"<FaWiersz><NrWierszaFa>{number}</NrWierszaFa>{parts}</FaWiersz>"


def invoice(sums, *lines, **more):
    found = read(sums, "".join(line(each, number) for number, each in enumerate(lines, start=1)), **more)
    assert isinstance(found, Received), [each.message.en for each in found.diagnostics]
    return found.document


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


CORRECTION = "<P_13_1>-20</P_13_1><P_14_1>-4.60</P_14_1><P_15>-24.60</P_15>"


def test_states_before_and_after_are_one_position():
    before, after = "P_7 a; P_8B 5; P_9A 20; P_11 100; P_12 23; StanPrzed 1", "P_7 a; P_8B 4; P_9A 20; P_11 80; P_12 23"
    found = invoice(CORRECTION, before, after, kind="KOR")
    (position,) = found.positions
    assert (position.quantity, position.price, position.net, position.vat) == (-1, 0, -20, Decimal("-4.60"))
    assert (position.before.quantity, position.before.price, position.before.net) == (5, 20, 100)


def test_states_are_told_apart_by_their_marks():
    lines = (
        "UU_ID x; P_7 a; P_8B 5; P_11 100; P_12 23; StanPrzed 1",
        "UU_ID y; P_7 b; P_8B 1; P_11 10; P_12 23; StanPrzed 1",
        "UU_ID y; P_7 b; P_8B 1; P_11 10; P_12 23",
        "UU_ID x; P_7 a; P_8B 4; P_11 80; P_12 23",
    )
    found = invoice(CORRECTION, *lines, kind="KOR")
    assert [(each.goods.name, each.net) for each in found.positions] == [("a", -20), ("b", ZERO)]


@pytest.mark.parametrize(
    ("sums", "lines", "kind", "said"),
    [
        (PLAIN, (), "ZAL", "the file has none"),
        (PLAIN, ("P_7 a; P_12 23",), "VAT", "a line has no value"),
        (PLAIN, ("P_7 a; P_11 90; P_12 23",), "VAT", "do not add up to P_13_1: net 10.00 and tax 2.30 are missing"),
        (PLAIN, ("P_7 a; P_11 100; P_12 8",), "VAT", "do not add up to P_13_1"),
        (PLAIN, ("P_7 a; P_11 90; P_12 23",), "ROZ", "do not add up to P_13_1"),
        (CORRECTION, ("P_7 a; P_11 20; P_12 23; StanPrzed 1",), "KOR", "1 states before the correction and 0 after"),
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
