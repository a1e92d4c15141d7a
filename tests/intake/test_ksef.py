"""KSeF invoices as register documents."""

import io
import re
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dekret.intake.ksef import Reading, read_ksef
from dekret.intake.read import read_stream
from dekret.intake.received import Received, Rejected
from dekret.matching.open_items import terms_of_document
from dekret.model.documents import decode
from dekret.values.rounding import HALF_UP, rounded
from official import OFFICIAL

ROOT = Path(__file__).parents[2]
INVENTED = ROOT / "rules" / "demo" / "ksef"
OWN = "5580730219"


def read(path, own=OWN, direction=None):
    return read_ksef(str(path), path.read_bytes(), Reading(direction, own))


def document(name):
    (path,) = INVENTED.glob(f"*{name}*")
    found = read(path)
    assert isinstance(found, Received), [d.message.pl for d in found.diagnostics]
    return found.document


def sums(found):
    return [(element.rate, str(element.net), str(element.vat)) for element in found.elements]


def test_a_total_a_grosz_above_the_sums():
    found = document("0A10C3D4E5F6")
    assert sums(found) == [("23", "812.19", "186.80"), ("5", "19.05", "0.95")]
    assert (found.gross, found.total, found.rounding) == (Decimal("1018.99"), Decimal("1019.00"), Decimal("0.01"))
    assert found.type == "vat_purchase"
    assert found.receipt_date.isoformat() == "2026-03-06"
    assert found.ksef_number == "6736819308-20260306-0A10C3D4E5F6-DC"
    assert found.party.tax_id == "6736819308"
    assert found.payments[0].paid_date.isoformat() == "2026-03-05"
    assert found.description == "niszczarka dokumentów"


def test_a_correction_with_lines_before_and_after():
    found = document("0A10C3D4E601")
    assert found.correction
    assert found.corrected_numbers == ("FV/118/03/2026",)
    assert sums(found) == [("23", "-81.30", "-18.70")]


def test_deductions_change_what_is_paid_and_the_factor_is_paid():
    found = document("0B20AA00BB11")
    assert found.total == Decimal("11500.50")
    assert found.deductions == Decimal("500.00")
    assert found.payments[0].amount == Decimal("11000.50")
    assert found.payments[0].account == "66999000090000030000012026"
    assert found.operation_date.isoformat() == "2026-03-10"


def test_a_simplified_invoice_without_sums():
    assert sums(document("0B20AA00BB77")) == [("23", "100.00", "23.00")]


def test_a_period_and_an_exempt_part():
    found = document("sprzedaz-najem")
    assert found.type == "vat_sale"
    assert found.operation_date.isoformat() == "2026-02-28"
    assert sums(found) == [("23", "4000.00", "920.00"), ("zw", "350.00", "0.00")]


def test_an_advance_and_the_final_invoice_that_settles_it():
    advance, final = document("sprzedaz-zaliczka"), document("sprzedaz-koncowa")
    assert (advance.kind, final.kind) == ("advance", "final")
    (settled,) = final.settled_advances
    assert settled.number == "FZAL/1/03/2026"
    assert (settled.net, settled.vat, settled.gross) == (Decimal("2439.02"), Decimal("560.98"), Decimal("3000.00"))
    assert settled.net == advance.elements[0].net
    assert [payment.amount for payment in final.payments] == [None, None]


def test_a_foreign_currency():
    found = document("sprzedaz-euro")
    assert (found.currency, found.exchange_rate) == ("EUR", Decimal("4.2515"))
    assert (found.net_pln, found.vat_pln, found.gross_pln) == (
        Decimal("5314.38"),
        Decimal("1222.31"),
        Decimal("6536.69"),
    )


def test_a_correction_of_data_alone_says_why_it_is_no_document():
    (path,) = INVENTED.glob("*0C30FF10A0B2*")
    found = read(path)
    assert isinstance(found, Rejected)
    assert [diagnostic.id for diagnostic in found.diagnostics] == ["ksef/no-amounts"]
    assert "E/410/2026" in found.diagnostics[0].remedy.pl


INVOICE = """<?xml version="1.0" encoding="UTF-8"?>
<Faktura xmlns="http://crd.gov.pl/wzor/{space}/">
<Podmiot1><DaneIdentyfikacyjne><NIP>6736819308</NIP><Nazwa>S</Nazwa></DaneIdentyfikacyjne></Podmiot1>
<Podmiot2><DaneIdentyfikacyjne>{buyer}</DaneIdentyfikacyjne></Podmiot2>{third}
<Fa><KodWaluty>{currency}</KodWaluty><P_1>2026-03-05</P_1><P_2>A/1</P_2>{sums}<P_15>{total}</P_15>
<RodzajFaktury>{kind}</RodzajFaktury>{rest}</Fa></Faktura>
"""


def made(**parts):
    usual = {
        "space": "2025/06/25/13775", "buyer": f"<NIP>{OWN}</NIP>", "third": "", "currency": "PLN",
        "sums": "<P_13_1>100</P_13_1><P_14_1>23</P_14_1>", "total": "123", "kind": "VAT", "rest": "",
    }  # fmt: skip
    own = parts.pop("own", OWN)
    text = parts.pop("text", INVOICE).format(**{**usual, **parts})
    return read_ksef("x.xml", text.encode(), Reading(None, own))


def line(**fields):
    return "<FaWiersz>" + "".join(f"<{name}>{value}</{name}>" for name, value in fields.items()) + "</FaWiersz>"


def test_fa2_is_read_like_fa3():
    found = made(space="2023/06/29/12648").document
    assert sums(found) == [("23", "100.00", "23.00")]


def test_an_old_rate_comes_from_the_lines():
    found = made(sums="<P_13_1>100</P_13_1><P_14_1>22</P_14_1>", total="122", rest=line(P_12="22")).document
    assert found.elements[0].rate == "22"


def test_every_kind_of_sum_has_its_rate():
    fields = {
        "P_13_2": "8", "P_13_3": "5", "P_13_4": "4", "P_13_5": "OSS", "P_13_6_1": "0 KR", "P_13_6_2": "0 WDT",
        "P_13_6_3": "0 EX", "P_13_7": "zw", "P_13_8": "np I", "P_13_9": "np II", "P_13_10": "oo", "P_13_11": "marża",
    }  # fmt: skip
    for name, rate in fields.items():
        found = made(sums=f"<{name}>5</{name}>", total="5").document
        assert sums(found) == [(rate, "5.00", "0.00")]


def test_margin_beside_a_standard_rate():
    found = made(sums="<P_13_1>100</P_13_1><P_14_1>23</P_14_1><P_13_11>50</P_13_11>", total="173").document
    assert [element.rate for element in found.elements] == ["23", "marża"]
    assert found.rounding == 0


def test_rates_that_differ_line_by_line():
    lines = line(P_11="60", P_12="23", KursWaluty="4") + line(P_11="40", P_12="23", KursWaluty="5")
    found = made(
        currency="EUR", sums="<P_13_1>100</P_13_1><P_14_1>23</P_14_1><P_14_1W>101.20</P_14_1W>", rest=lines
    ).document
    assert found.net_pln == Decimal("440.00")
    assert found.vat_pln == Decimal("101.20")
    assert found.exchange_rate == Decimal("4.4")


def test_a_recipient_beside_the_buyer_is_a_buyer_too():
    third = f"<Podmiot3><DaneIdentyfikacyjne><NIP>{OWN}</NIP></DaneIdentyfikacyjne><Rola>4</Rola></Podmiot3>"
    assert made(buyer="<NIP>4642621295</NIP>", third=third).document.type == "vat_purchase"


@pytest.mark.parametrize(
    ("buyer", "tax_id"),
    [
        ("<KodUE>DE</KodUE><NrVatUE>123456789</NrVatUE>", "DE123456789"),
        ("<KodKraju>US</KodKraju><NrID>X 12</NrID>", "X 12"),
        ("<BrakID>1</BrakID><Nazwa>Jan Nowak</Nazwa>", ""),
    ],
)
def test_buyers_without_a_polish_number(buyer, tax_id):
    found = made(buyer=buyer, own="6736819308").document
    assert found.type == "vat_sale"
    assert found.party.tax_id == tax_id


def test_partly_paid():
    parts = (
        "<Platnosc><ZnacznikZaplatyCzesciowej>1</ZnacznikZaplatyCzesciowej><ZaplataCzesciowa>"
        "<KwotaZaplatyCzesciowej>23</KwotaZaplatyCzesciowej><DataZaplatyCzesciowej>2026-03-06</DataZaplatyCzesciowej>"
        "</ZaplataCzesciowa><TerminPlatnosci><Termin>2026-04-01</Termin></TerminPlatnosci>"
        "<RachunekBankowy><NrRB>66 9990 0009 0000 0300 0001 2026</NrRB></RachunekBankowy></Platnosc>"
    )
    paid, due = made(rest=parts).document.payments
    assert (paid.amount, due.amount) == (Decimal("23.00"), Decimal("100.00"))
    assert due.account == "66999000090000030000012026"


def test_charges_are_kept_apart():
    charges = "<Rozliczenie><SumaObciazen>15.50</SumaObciazen><DoZaplaty>138.50</DoZaplaty></Rozliczenie>"
    found = made(rest=charges).document
    assert (found.charges, found.total) == (Decimal("15.50"), Decimal("123.00"))


CHARGE = "<Obciazenia><Kwota>5</Kwota><Powod>kaucja</Powod></Obciazenia>"
DEDUCTION = "<Odliczenia><Kwota>20</Kwota><Powod>zwrot</Powod></Odliczenia>"


@pytest.mark.parametrize(
    ("block", "due"),
    [
        ("<SumaObciazen>5</SumaObciazen>", 128),
        ("<SumaObciazen>5</SumaObciazen><SumaOdliczen>20</SumaOdliczen>", 108),
        (CHARGE + CHARGE + DEDUCTION, 113),
        ("<SumaOdliczen>150</SumaOdliczen><DoRozliczenia>27</DoRozliczenia>", -27),
    ],
)
def test_what_is_due_has_charges_and_no_deductions_where_the_file_gives_no_sum(block, due):
    term = "<Platnosc><TerminPlatnosci><Termin>2026-04-01</Termin></TerminPlatnosci></Platnosc>"
    found = made(rest=f"<Rozliczenie>{block}</Rozliczenie>{term}").document
    assert [payment.amount for payment in found.payments] == [due]
    assert [each.amount for each in terms_of_document(found)] == [abs(due)]
    assert found.total + found.charges - found.deductions == due


def refusal(data, name="x.xml"):
    found = read_ksef(name, data, Reading(None, OWN))
    assert isinstance(found, Rejected)
    return found.diagnostics[0]


def test_entities_are_refused():
    bomb = b'<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]>\n<Faktura>&d;</Faktura>'
    found = refusal(bomb)
    assert found.id == "ksef/forbidden-xml"
    assert found.span.line == 2


def test_a_doctype_in_utf16_is_refused_too():
    text = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a SYSTEM "file:///etc/passwd"><Faktura/>'
    assert refusal(text.encode("utf-16")).id in ("ksef/forbidden-xml", "ksef/bad-xml")


def test_depth_is_limited():
    assert refusal(b"<a>" * 100 + b"</a>" * 100).id == "ksef/forbidden-xml"


def test_a_broken_file_names_the_line():
    found = refusal(b"<Faktura>\n<Fa>\n</Faktura>")
    assert found.id == "ksef/bad-xml"
    assert found.span.line == 3


def problems_of(found):
    assert isinstance(found, Rejected)
    return [diagnostic.id for diagnostic in found.diagnostics]


# --- amounts in PLN

EUR = "<P_13_1>1000</P_13_1><P_14_1>230</P_14_1><P_14_1W>989</P_14_1W>"
EUR_8 = "<P_13_2>1000</P_13_2><P_14_2>80</P_14_2><P_14_2W>320</P_14_2W>"


def in_eur(sums, lines, total, **parts):
    return made(currency="EUR", sums=sums, rest=lines, total=total, **parts)


def test_groups_with_one_rate_each_are_priced_by_their_own():
    lines = line(P_11="1000", P_12="23", KursWaluty="4.30") + line(P_11="1000", P_12="8", KursWaluty="4.00")
    found = in_eur(EUR + EUR_8, lines, "2310").document
    assert [str(element.net_pln) for element in found.elements] == ["4300.00", "4000.00"]
    assert [str(element.vat_pln) for element in found.elements] == ["989.00", "320.00"]
    assert found.in_pln(found.total) == found.gross_pln == Decimal("9609.00")
    without_tax = (EUR + EUR_8).replace("<P_14_2W>320</P_14_2W>", "")
    assert str(in_eur(without_tax, lines, "2310").document.elements[1].vat_pln) == "320.00"


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        (
            line(P_11="500", P_12="23", KursWaluty="4.30") + line(P_11="500", P_12="23", KursWaluty="4"),
            "dają netto 1000",
        ),
        (line(P_11A="60", P_12="23", KursWaluty="4.30") + line(P_11A="40", P_12="23", KursWaluty="4"), "P_11"),
        (
            line(P_11="60", P_12="23", KursWaluty="4.30") + line(P_11="40", P_12="8", KursWaluty="4") + line(P_12="23"),
            "kurs",
        ),
        (line(P_11="60", P_12="zw", KursWaluty="4.30") + line(P_11="40", P_12="8", KursWaluty="4"), "żadna pozycja"),
    ],
)
@pytest.mark.parametrize("kind", ["VAT", "ROZ"])
def test_rates_that_the_sums_do_not_follow_are_refused(lines, why, kind):
    sums_ = "<P_13_1>100</P_13_1><P_14_1>23</P_14_1><P_14_1W>95.45</P_14_1W>"
    found = in_eur(sums_, lines, "123", kind=kind)
    assert problems_of(found) == ["ksef/differing-rates"]
    assert why in found.diagnostics[0].message.pl
    assert "4, 4.30" in found.diagnostics[0].message.pl


def test_no_tax_in_pln_beside_lines_of_different_rates_is_refused():
    lines = line(P_11="60", P_12="23", KursWaluty="4") + line(P_11="40", P_12="23", KursWaluty="5")
    found = in_eur("<P_13_1>100</P_13_1><P_14_1>23</P_14_1>", lines, "123")
    assert "P_14_1W" in found.diagnostics[0].message.pl


def test_lines_of_different_rates_need_no_tax():
    lines = line(P_11="60", P_12="0 WDT", KursWaluty="4") + line(P_11="40", P_12="0 WDT", KursWaluty="5")
    found = in_eur("<P_13_6_2>100</P_13_6_2>", lines, "100").document
    assert (found.net_pln, found.exchange_rate) == (Decimal("440.00"), Decimal("4.4"))


def test_a_correction_by_lines_before_and_after_at_different_rates():
    before = line(P_11="1000", P_12="23", KursWaluty="4.30", StanPrzed="1")
    after = line(P_11="1000", P_12="23", KursWaluty="4.30") + line(P_11="100", P_12="23", KursWaluty="4.20")
    sums_ = "<P_13_1>100</P_13_1><P_14_1>23</P_14_1><P_14_1W>96.60</P_14_1W>"
    found = in_eur(sums_, before + after, "123", kind="KOR").document
    assert (found.net_pln, found.exchange_rate) == (Decimal("420.00"), Decimal("4.2"))


def test_the_rate_is_told_by_the_largest_tax():
    small = "<P_13_1>0.22</P_13_1><P_14_1>0.05</P_14_1><P_14_1W>0.21</P_14_1W>"
    large = "<P_13_2>1000</P_13_2><P_14_2>80</P_14_2><P_14_2W>340.12</P_14_2W>"
    assert in_eur(small + large, "", "1080.27").document.exchange_rate == Decimal("4.2515")
    found = in_eur(small + "<P_13_7>10000</P_13_7>", "", "10000.27")
    assert problems_of(found) == ["ksef/vague-rate"]
    assert "0.20 PLN" in found.diagnostics[0].remedy.pl


@pytest.mark.parametrize("net", ["0.40", "7.77", "99.99", "1234.56", "250000.01"])
@pytest.mark.parametrize("percent", ["23", "8", "5", "4"])
@pytest.mark.parametrize("rate", ["4.2515", "0.0108"])
def test_an_invoice_all_of_which_is_taxed_tells_its_rate(net, percent, rate):
    group = {"23": 1, "8": 2, "5": 3, "4": 4}[percent]
    tax = rounded(Decimal(net) * Decimal(percent) / 100, mode=HALF_UP)
    in_pln = rounded(tax * Decimal(rate), mode=HALF_UP)
    total = Decimal(net) + tax
    sums_ = (
        f"<P_13_{group}>{net}</P_13_{group}><P_14_{group}>{tax}</P_14_{group}><P_14_{group}W>{in_pln}</P_14_{group}W>"
    )
    found = in_eur(sums_, "", str(total))
    if not in_pln:
        assert problems_of(found) == ["ksef/no-exchange-rate"]
        return
    assert abs(total * found.document.exchange_rate - total * Decimal(rate)) <= Decimal("0.25")


# --- advances


def final(lines, sums_, total, kind):
    advance = "<FakturaZaliczkowa><NrFaZaliczkowej>Z/1</NrFaZaliczkowej></FakturaZaliczkowa>"
    (found,) = made(sums=sums_, total=total, kind=kind, rest=advance + lines).document.settled_advances
    assert found.number == "Z/1"
    return found.net, found.vat, found.gross


BEFORE_AND_AFTER = line(P_11="10000", P_12="23", StanPrzed="1") + line(P_11="9000", P_12="23")


def test_a_correction_of_a_final_invoice_leaves_the_advances_alone():
    sums_ = "<P_13_1>-1000</P_13_1><P_14_1>-230</P_14_1>"
    assert final(BEFORE_AND_AFTER, sums_, "-1230", "KOR_ROZ") == (0, 0, 0)
    assert final(line(P_11="-1000", P_12="23"), sums_, "-1230", "KOR_ROZ") == (0, 0, 0)


@pytest.mark.parametrize(
    ("lines", "sums_", "total", "kind"),
    [
        (BEFORE_AND_AFTER, "<P_13_1>-400</P_13_1><P_14_1>-92</P_14_1>", "-492", "KOR_ROZ"),
        (line(P_11="100", P_12="23"), "<P_13_1>100</P_13_1><P_14_1>23</P_14_1>", "123", "ROZ"),
        (line(P_11="50", P_12="23"), "<P_13_1>100</P_13_1><P_14_1>23</P_14_1>", "123", "ROZ"),
        (line(P_11="500", P_12="²"), "<P_13_1>100</P_13_1><P_14_1>23</P_14_1>", "123", "ROZ"),
        (line(P_11A="500", P_12="23"), "<P_13_1>100</P_13_1><P_14_1>23</P_14_1>", "123", "ROZ"),
        ("", "<P_13_1>100</P_13_1><P_14_1>23</P_14_1>", "123", "ROZ"),
    ],
)
def test_advances_that_the_lines_do_not_tell_stay_unknown(lines, sums_, total, kind):
    assert final(lines, sums_, total, kind) == (None, None, None)


# --- values that cannot be


def test_long_numbers_are_taken_whole():
    number = "FV/" + "1" * 253
    found = made(rest="<P_2/>").document
    assert found.number == "A/1"
    text = INVOICE.replace("A/1", number)
    assert made(text=text).document.number == number
    assert made(text=INVOICE.replace("A/1", "FV/1\n   2026")).document.number == "FV/1 2026"


@pytest.mark.parametrize(
    ("parts", "path"),
    [
        ({"currency": "eur"}, "KodWaluty"),
        ({"currency": "EURO"}, "KodWaluty"),
        ({"currency": "EUR", "rest": line(P_12="23", KursWaluty="-4.25")}, "KursWaluty"),
        ({"currency": "EUR", "rest": line(P_12="23", KursWaluty="0")}, "KursWaluty"),
        ({"currency": "EUR", "rest": line(P_12="23", KursWaluty="4,25")}, "KursWaluty"),
        ({"currency": "EUR", "rest": line(P_12="23", KursWaluty="9" * 15)}, "KursWaluty"),
        ({"currency": "EUR", "rest": "<KursWalutyZ>-1</KursWalutyZ>"}, "KursWalutyZ"),
        ({"currency": "EUR", "sums": "<P_13_1>1</P_13_1><P_14_1>2</P_14_1><P_14_1W>-9</P_14_1W>"}, "P_14_1W"),
        ({"currency": "EUR", "total": "9" * 16, "rest": line(P_12="23", KursWaluty="4.25")}, "P_15"),
        ({"sums": f"<P_13_1>{'9' * 17}</P_13_1>"}, "P_13_1"),
        ({"sums": "<P_13_1>1.005</P_13_1>"}, "P_13_1"),
        ({"sums": "<P_13_1>١٢</P_13_1>"}, "P_13_1"),
        ({"total": "9" * 5000}, "P_15"),
        ({"kind": "vat"}, "RodzajFaktury"),
        ({"kind": "FAKTURA"}, "RodzajFaktury"),
        ({"rest": "<P_6>2026-13-01</P_6>"}, "P_6"),
        ({"rest": "<P_6>20260305</P_6>"}, "P_6"),
        ({"rest": "<P_6>2026-03-05 rano</P_6>"}, "P_6"),
        ({"text": INVOICE.replace("A/1", "A" * 257)}, "P_2"),
        (
            {
                "total": "9" * 16,
                "rest": "<Platnosc><ZaplataCzesciowa><KwotaZaplatyCzesciowej>-" + "9" * 16 + "</KwotaZaplatyCzesciowej>"
                "</ZaplataCzesciowa></Platnosc>",
            },
            "KwotaZaplatyCzesciowej",
        ),
    ],
)
def test_values_that_cannot_be_are_refused_with_their_place(parts, path):
    found = made(**parts)
    assert problems_of(found) == ["ksef/bad-value"]
    (found,) = found.diagnostics
    assert path in found.message.pl
    assert f"<{path}>" in found.span.text
    assert len(found.message.pl) < 200


def test_a_day_may_have_a_time_zone():
    assert made(rest="<P_6>2026-03-04+01:00</P_6>").document.operation_date.isoformat() == "2026-03-04"


def test_whole_invoices_obey_the_rules_of_every_document():
    found = made(rest="<DaneFaKorygowanej><NrFaKorygowanej>A</NrFaKorygowanej></DaneFaKorygowanej>")
    assert decode(found.canonical) == (found.document, found.canonical)


# --- broken XML

WHOLE = INVOICE.format(
    space="2025/06/25/13775", buyer=f"<NIP>{OWN}</NIP>", third="", currency="PLN",
    sums="<P_13_1>100</P_13_1><P_14_1>23</P_14_1>", total="123", kind="VAT", rest="<P_7>żółw</P_7>",
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "line_", "reason", "advice"),
    [
        (WHOLE[:-20], 6, "ucięty", "pobierz"),
        (WHOLE[:200], 4, "ucięty", "pobierz"),
        (WHOLE.replace("</P_2>", "</P_3>"), 5, "element P_2 z wiersza 5 zamyka znacznik P_3", "P_2"),
        (WHOLE.replace("A/1", "A&nbsp;1"), 5, "encja &nbsp; nie jest znana", "UTF-8"),
        (WHOLE.replace("A/1", "A & 1"), 5, "&", "&amp;"),
        (WHOLE.replace("A/1", "A&1"), 5, "&", "&amp;"),
        (WHOLE.replace("A/1", "A<1"), 5, "po znaku <", "&lt;"),
        (WHOLE.replace("A/1", "A\x01"), 5, "sterujący", "Usuń"),
        (WHOLE.replace("<P_2>", "<P_2 x=1>"), 5, "cudzysłowie", "cudzysłowie"),
        (WHOLE.replace("<P_2>", "<p:P_2>").replace("</P_2>", "</p:P_2>"), 5, "przedrostek p", "xmlns:p"),
        (WHOLE + "<a/>", 7, "po zakończeniu", "jedna faktura"),
        ("<!-- -->" + WHOLE, 1, "na początku", "przed"),
        (WHOLE.encode("cp1250"), 6, "kodowaniu", "UTF-8"),
        (WHOLE.replace("UTF-8", "x-polski"), 1, "nieznane kodowanie x-polski", "UTF-8"),
        (WHOLE.replace("UTF-8", "UTF-16"), 1, "inne kodowanie", "UTF-8"),
        (WHOLE.replace("<Fa>", "<Fa><a " * 3), 5, "", ""),
        ("<", 1, "", ""),
    ],
)
def test_broken_xml_is_explained_in_polish(text, line_, reason, advice):
    found = refusal(text if isinstance(text, bytes) else text.encode())
    assert found.id == "ksef/bad-xml"
    assert reason in found.message.pl
    assert advice in found.remedy.pl
    assert found.span.line == line_
    assert not re.search("tag|Entity|xmlParse|expected|line ", found.message.pl + found.remedy.pl)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1250", "iso8859-2"])
def test_invoices_in_encodings_that_they_name(encoding):
    declared = {"utf-8-sig": "UTF-8", "utf-16": "UTF-16", "cp1250": "windows-1250", "iso8859-2": "ISO-8859-2"}
    text = WHOLE.replace("UTF-8", declared.get(encoding, "UTF-8")).replace("<Nazwa>S<", "<Nazwa>Żółw<")
    (found,) = read_stream("x.xml", io.BytesIO(text.encode(encoding)), None, OWN)
    assert found.document.party.name == "Żółw"
    assert "żółw" in found.region.source.text


def test_a_huge_attribute_and_elements_nested_beyond_the_parser():
    assert refusal(b'<Faktura x="' + b"y" * 2_900_000 + b'"/>').id == "ksef/unknown-namespace"
    assert refusal(b"<a>" * 5000).id == "ksef/forbidden-xml"
    assert refusal(b"<a>" * 1_100_000).id == "ksef/too-large"


@given(st.binary(max_size=30), st.integers(0, len(WHOLE)), st.integers(0, 30))
def test_no_bytes_stop_the_reader(noise, place, cut):
    data = WHOLE.encode()
    assert isinstance(
        read_ksef("x.xml", data[:place] + noise + data[place + cut :], Reading(None, OWN)), Received | Rejected
    )


EXPECTED = {
    "1": ("ordinary", "PLN", "1667.61", "383.38", "0.01"),
    "2": ("ordinary", "PLN", "-162.60", "-37.40", "0.00"),
    "4": ("ordinary", "PLN", "52260.10", "12019.82", "0.00"),
    "9": ("ordinary", "PLN", "2300.00", "460.00", "0.00"),
    "10": ("advance", "PLN", "16260.16", "3739.84", "0.00"),
    "14": ("final", "PLN", "284277.75", "23357.25", "0.00"),
    "15": ("ordinary", "PLN", "365.85", "84.15", "0.00"),
    "20": ("ordinary", "EUR", "61026.78", "14036.16", "0.00"),
}


@pytest.mark.skipif(OFFICIAL is None, reason="the Ministry's sample invoices are not here (DEKRET_KSEF_SAMPLES)")
@pytest.mark.parametrize("number", EXPECTED)
def test_official_samples(number):
    found = read(OFFICIAL / f"fa3-przyklad-{number}.xml", own="9999999999").document
    made_of = (found.kind, found.currency, str(found.net_pln), str(found.vat_pln), str(found.rounding))
    assert made_of == EXPECTED[number]
    assert found.party.tax_id == "1111111111"
    assert found.type == "vat_sale"


@pytest.mark.skipif(OFFICIAL is None, reason="the Ministry's sample invoices are not here (DEKRET_KSEF_SAMPLES)")
def test_the_official_final_invoice_settles_thirty_thousand():
    found = read(OFFICIAL / "fa3-przyklad-14.xml", own="9999999999").document
    assert [str(advance.gross) for advance in found.settled_advances] == ["30000.00"]
    assert found.total == Decimal("307635.00")
    assert len(found.payments) == 2


@pytest.mark.skipif(OFFICIAL is None, reason="the Ministry's sample invoices are not here (DEKRET_KSEF_SAMPLES)")
def test_the_official_correction_is_a_purchase_for_its_buyer():
    found = read(OFFICIAL / "fa3-przyklad-2.xml", own="1111111111").document
    assert found.type == "vat_purchase"
    assert found.corrected_numbers == ("FV2026/02/150",)
    assert found.party.tax_id == "9999999999"
