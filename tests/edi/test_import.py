"""Invoices, corrections and orders as they come in (001:450–545), rule by rule, on files that our export writes."""

import datetime as dt
from decimal import Decimal

import pytest
from msgspec.structs import replace

from dekret import api
from dekret.edi.examples import ORDER
from dekret.model.invoices import BeforeCorrection, Goods, InvoicePosition
from edi_incoming import BUYER, document, exported, ids, imported
from edi_samples import COMPANY, GLUE, GUM, correction, invoice

NEW = "2900000000018"


@pytest.fixture
def files(tmp_path):
    """An invoice and its correction, as files."""
    return exported(tmp_path, COMPANY, [invoice(), correction()])


def one(folder, text, **more):
    (item,) = imported(folder, {"a.xml": text}, **more)
    return item


# --- invoices: the header, then the positions


def test_header_of_an_invoice(tmp_path, files):
    found = document(one(tmp_path, files["FS_7_2026.xml"]))
    assert found.number == "FS/7/2026"
    assert (found.party.code, found.party.gln) == ("BURSZTYN", "5900000000015")
    assert found.warehouse == "MAG"
    assert (found.issue_date, found.operation_date) == (dt.date(2026, 3, 31), dt.date(2026, 3, 30))
    assert [(each.method, each.due_date) for each in found.payments] == [("przelew", dt.date(2026, 4, 14))]
    assert found.algorithm == "net"
    assert found.description == "ZAM/5"
    assert found.total == Decimal("240.15")


def test_positions_of_an_invoice(tmp_path, files):
    item = one(tmp_path, files["FS_7_2026.xml"])
    gum, glue = document(item).positions
    assert (gum.goods.code, gum.unit, gum.rate, gum.description) == ("G-01", "opak", "23", "998877")
    assert (glue.goods.code, glue.goods.name, glue.unit, glue.rate) == ("12345", "Klej biurowy", "kg", "8")
    assert [(each.net, each.vat) for each in (gum, glue)] == [(GUM.net, GUM.vat), (GLUE.net, GLUE.vat)]
    (made,) = item.goods
    assert (made.code, made.ean, made.unit, made.rate, made.pkwiu) == ("12345", "12345", "kg", "8", "")
    assert ids(item) == ["mapping/created"]


def test_the_unit_is_that_of_the_ean(tmp_path, files):
    text = files["FS_7_2026.xml"].replace(NEW, "2900000000032")
    gum, _ = document(one(tmp_path, text)).positions
    assert (gum.goods.code, gum.unit) == ("G-01", "karton")


def test_created_goods_have_the_pkwiu_and_rate_of_the_file(tmp_path, files):
    company = BUYER.replace(NEW, "2900000000049")
    item = one(tmp_path, files["FS_7_2026.xml"], company=company)
    assert [(each.code, each.rate, each.pkwiu) for each in item.goods] == [(NEW, "23", "20.52"), ("12345", "8", "")]
    assert document(item).positions[0].goods.pkwiu == "20.52"


def test_rows_of_created_goods_fit_the_company_file(tmp_path, files):
    item = one(tmp_path, files["FS_7_2026.xml"])
    row = api.card_rows(item.goods, ()).splitlines()[-1]
    company = BUYER.replace("[Jednostki i kody]", "").partition("| Towar | EAN ")[0]
    header = "| Kod | Nazwa | Jednostka | EAN | Stawka VAT | PKWiU |\n"
    table = company.partition("[Towary]")[0] + "[Towary]\n" + header + row + "\n"
    text = in_unit(files["FS_7_2026.xml"], "KGM").replace(NEW, "12345")
    again = one(tmp_path / "potem", text, company=table)
    assert again.goods == ()


def test_goods_that_cannot_be_created_refuse_the_document(tmp_path, files):
    item = one(tmp_path, files["FS_7_2026.xml"].replace("<EAN>12345<", "<EAN>2900000000019<"))
    assert isinstance(item, api.Refused)
    assert "edi/cannot-create" in ids(item)


def test_what_a_refused_document_created_is_created_again(tmp_path, files):
    text = files["FS_7_2026.xml"]
    wrong = text.replace("<NetAmount>125.00", "<NetAmount>sto")
    doubtful = text.replace(NEW, "2900000000019").replace("FS/7/2026", "FS/6/2026")
    items = imported(tmp_path, {"a.xml": wrong, "b.xml": doubtful, "c.xml": text})
    assert [isinstance(item, api.Refused) for item in items] == [True, True, False]
    assert [each.code for each in items[2].goods] == ["12345"]


def test_a_contractor_without_payment_method_is_told(tmp_path, files):
    item = one(tmp_path, files["FS_7_2026.xml"], company=BUYER.replace("przelew", "       "))
    assert "edi/no-method" in ids(item)
    assert document(item).payments[0].due_date == dt.date(2026, 4, 14)


def test_net_amounts_are_kept_not_computed(tmp_path, files):
    text = files["FS_7_2026.xml"].replace("<NetAmount>125.00", "<NetAmount>124.99")
    item = one(tmp_path, text)
    assert document(item).positions[0].net == Decimal("124.99")
    assert "edi/other-total" in ids(item)


def test_the_same_invoice_again_is_refused(tmp_path, files):
    text = files["FS_7_2026.xml"]
    first, second = imported(tmp_path, {"a.xml": text, "b.xml": text})
    assert ("edi/invoice-there" in ids(first), "edi/invoice-there" in ids(second)) == (False, True)
    known = replace(document(first), positions=document(first).positions[:1])
    assert "edi/invoice-there" in ids(one(tmp_path / "znana", text, known=[known]))
    assert second.diagnostics[-1].message.pl.endswith(f"z 2026-03-31, w {tmp_path / 'pliki' / 'a.xml'}.")
    cancelled = replace(known, cancelled=True)
    assert "edi/invoice-there" not in ids(one(tmp_path / "anulowana", text, known=[cancelled]))


def test_quantity_times_price_is_held_against_the_net(tmp_path, files):
    text = files["FS_7_2026.xml"]
    assert "edi/other-value" not in ids(one(tmp_path / "a", text))
    item = one(tmp_path / "b", text.replace("<NetAmount>125.00", "<NetAmount>1125.00"))
    (said,) = [each for each in item.remarks if each.id == "edi/other-value"]
    assert said.message.pl == "FS/7/2026, pozycja 1: 10 po 12,50 to 125,00, a wartość netto w pliku to 1 125,00."


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("<NetAmount>125.00", "<NetAmount>125.05", False),  # ten prices, each up to half a grosz off, and the net
        ("<NetAmount>125.00", "<NetAmount>125.06", True),
        ("<NetAmount>125.00", "<NetAmount>100.00", True),
        ("<MessageType>INV", "<MessageType>ZAL", False),
    ],
)
def test_how_far_a_net_may_be_from_quantity_times_price(tmp_path, files, old, new, told):
    text = files["FS_7_2026.xml"]
    text = text.replace(old, new) if "ZAL" not in new else text.replace(old, new).replace(">12.50<", ">20.00<")
    assert ("edi/other-value" in ids(one(tmp_path, text))) is told


def test_a_line_with_an_allowance_is_not_reckoned(tmp_path, files):
    text = files["FS_7_2026.xml"].replace("<NetAmount>125.00", "<NetAmount>100.00")
    allowance = (
        "</Line-Item><Line-Allowances><Allowance><AllowanceAmount>25.00</AllowanceAmount></Allowance></Line-Allowances>"
    )
    assert "edi/other-value" not in ids(one(tmp_path, text.replace("</Line-Item>", allowance, 1)))


def test_a_charge_may_be_in_the_price_or_beside_it(tmp_path, files):
    charge = "</Line-Item><Line-Charges><Charge><ChargeAmount>25.00</ChargeAmount></Charge></Line-Charges>"
    text = files["FS_7_2026.xml"].replace("</Line-Item>", charge, 1)
    for place, net in enumerate(("125.00", "150.00")):
        item = one(tmp_path / str(place), text.replace("<NetAmount>125.00", f"<NetAmount>{net}"))
        assert "edi/other-value" not in ids(item)


@pytest.mark.parametrize(
    ("changes", "names"),
    [
        ([("<TotalNetAmount>205.00", "<TotalNetAmount>1205.00")], ["TotalNetAmount"]),
        ([("<TotalGrossAmount>240.15", "<TotalGrossAmount>1240.15")], ["TotalGrossAmount"]),
        ([("<NetAmount>80.00", "<NetAmount>81.00")], ["TotalNetAmount"]),
        (
            [
                ("<TotalNetAmount>205.00", "<TotalNetAmount>2.00"),
                ("<TotalGrossAmount>240.15", "<TotalGrossAmount>3.00"),
            ],
            ["TotalNetAmount", "TotalGrossAmount"],
        ),
    ],
)
def test_a_wrong_total_is_told_once(tmp_path, files, changes, names):
    text = files["FS_7_2026.xml"]
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    said = [each.message.pl for each in one(tmp_path, text).remarks if each.id == "edi/other-total"]
    assert [each.split()[1] for each in said] == names


def test_what_a_refused_document_would_have_created_is_not_told(tmp_path, files):
    item = one(tmp_path, files["FS_7_2026.xml"].replace("<EAN>12345<", "<EAN>2900000000019<"))
    assert "mapping/created" not in ids(item)


def test_a_message_names_its_position_once(tmp_path, files):
    item = one(tmp_path, files["FS_7_2026.xml"].replace("<EAN>12345<", "<EAN>2900000000019<"))
    (said,) = [each.message.pl for each in item.diagnostics if each.id == "EDI-FZ/EAN-CYFRA"]
    assert said.lower().count("pozycja 2") == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [("<Seller>\n<ILN>5900000000015", "<Seller>\n<ILN>5900000000022"), ("<TaxID>5580730219", "<TaxID>673-681-93-08")],
)
def test_an_invoice_of_the_company_itself_is_refused(tmp_path, files, old, new):
    assert old in files["FS_7_2026.xml"]
    assert ids(one(tmp_path, files["FS_7_2026.xml"].replace(old, new, 1))) == ["edi/own-document"]


def test_an_order_of_the_company_itself_is_refused(tmp_path):
    text = ORDER_XML.replace("<Buyer><ILN>5900000000022", "<Buyer><ILN>5900000000015")
    assert ids(one(tmp_path, text, company=COMPANY)) == ["edi/own-document"]


RATE = "<TargetCurrency>PLN</TargetCurrency><CurrencyExchangeRate>4.25000</CurrencyExchangeRate>"


def test_an_invoice_in_a_currency_needs_the_rate_of_its_file(tmp_path, files):
    text = files["FS_7_2026.xml"].replace("<InvoiceCurrency>PLN", "<InvoiceCurrency>EUR")
    item = one(tmp_path / "a", text)
    assert ids(item) == ["edi/no-rate"]
    assert item.diagnostics[0].span.text.startswith("<InvoiceCurrency>EUR")
    found = document(one(tmp_path / "b", text.replace("</InvoiceCurrency>", f"</InvoiceCurrency>{RATE}")))
    assert (found.currency, found.exchange_rate) == ("EUR", Decimal("4.25"))


def test_a_correction_of_an_advance_is_one(tmp_path, files):
    texts = {name: each.replace("<MessageType>INV", "<MessageType>ZAL") for name, each in files.items()}
    assert [document(item).kind for item in imported(tmp_path, texts)] == ["advance", "advance"]


RETURNABLE = """<Line><Line-Item><LineNumber>3</LineNumber><EAN>2900000000018</EAN><ItemType>RC</ItemType>
<InvoiceQuantity>10.000</InvoiceQuantity><InvoiceUnitNetPrice>0.50</InvoiceUnitNetPrice>
<TaxCategoryCode>NA</TaxCategoryCode><DepositAmount>5.00</DepositAmount></Line-Item></Line></Invoice-Lines>"""
IN_GROSS = ("<TotalGrossAmount>240.15", "<TotalGrossAmount>245.15")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ([], []),
        ([IN_GROSS], []),
        ([("<TotalGrossAmount>240.15", "<TotalGrossAmount>241.15")], ["TotalGrossAmount"]),
        ([("</Invoice-Lines>", RETURNABLE), ("<TotalLines>2", "<TotalLines>3")], []),
        (
            [
                ("</Invoice-Lines>", RETURNABLE),
                ("<TotalLines>2", "<TotalLines>3"),
                ("<TotalDepositAmount>5.00</TotalDepositAmount>", ""),
            ],
            ["TotalDepositAmount"],
        ),
    ],
)
def test_the_deposit_for_packages_is_no_net(tmp_path, changes, said):
    (text,) = exported(tmp_path, COMPANY, [invoice(charges=Decimal("5.00"))]).values()
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    item = one(tmp_path, text)
    found = document(item)
    assert found.net == Decimal("205.00")
    assert [each.message.pl.split()[1] for each in item.remarks if each.id == "edi/other-total"] == said
    if not said:
        assert (found.total, found.charges) == (Decimal("240.15"), Decimal("5.00"))
        assert "FAKTURY/SUMA" not in ids(item)


def drink(**fields):
    usual = {"rate": "5", "net": Decimal("60.00"), "vat": Decimal("3.00"), "quantity": Decimal(10), "price": Decimal(6)}
    return InvoicePosition(goods=Goods(code="SOK"), unit="l", line_number=1, **{**usual, **fields})


def sugar(fee):
    """A correction that takes back two of ten litres, and so much of a fee of 10.00."""
    before = BeforeCorrection(
        quantity=Decimal(10),
        price=Decimal(6),
        rate="5",
        net=Decimal("60.00"),
        vat=Decimal("3.00"),
        sugar_fee=Decimal("10.00"),
    )
    changed = {"net": Decimal("-12.00"), "vat": Decimal("-0.60"), "quantity": Decimal(-2), "price": None}
    return correction(positions=(drink(**changed, sugar_fee=Decimal(fee), before=before),))


@pytest.mark.parametrize("fee", ["-2.00", "0.00", "-10.00"])
def test_the_sugar_fee_comes_in(tmp_path, fee):
    whole = invoice(positions=(drink(sugar_fee=Decimal("10.00")),))
    first, second = map(document, imported(tmp_path, exported(tmp_path, COMPANY, [whole, sugar(fee)])))
    assert first.positions[0].sugar_fee == Decimal("10.00")
    (back,) = second.positions
    assert (back.before.sugar_fee, back.sugar_fee) == (Decimal("10.00"), Decimal(fee))


def test_a_correction_that_says_nothing_of_the_sugar_fee_leaves_it(tmp_path):
    whole = invoice(positions=(drink(sugar_fee=Decimal("10.00")),))
    files = exported(tmp_path, COMPANY, [whole, sugar("-2.00")])
    files["FK_2_2026.xml"] = files["FK_2_2026.xml"].replace(">TX<", ">ZZ<")
    _, item = imported(tmp_path, files)
    assert (document(item).positions[0].before.sugar_fee, document(item).positions[0].sugar_fee) == (10, 0)


# --- corrections


def test_a_correction_takes_warehouse_and_goods_of_its_invoice(tmp_path, files):
    known = replace(document(one(tmp_path / "a", files["FS_7_2026.xml"])), warehouse="ODLEGLY")
    found = document(one(tmp_path / "b", files["FK_2_2026.xml"], known=[known]))
    assert (found.correction, found.correction_kind, found.warehouse) == (True, "quantity", "ODLEGLY")
    assert (found.number, found.corrected_numbers, found.corrected_date) == (
        "FK/2/2026",
        ("FS/7/2026",),
        known.issue_date,
    )
    gum, glue = found.positions
    assert (gum.goods.code, gum.unit, gum.line_number) == ("G-01", "opak", 1)
    assert (gum.quantity, gum.net, gum.vat) == (Decimal(-4), Decimal("-50.00"), Decimal("-11.50"))
    assert gum.before
    assert (gum.before.quantity, gum.before.net, gum.before.rate) == (Decimal(10), Decimal("125.00"), "23")
    assert (glue.quantity, glue.net) == (0, 0)
    assert (found.payments[0].method, found.payments[0].due_date) == ("przelew", dt.date(2026, 4, 14))
    assert found.total == Decimal("-61.50")


def test_differences_follow_where_the_file_does_not_say_them(tmp_path, files):
    text = "\n".join(line for line in files["FK_2_2026.xml"].splitlines() if "<Correction" not in line)
    first, second = imported(tmp_path, {"a.xml": files["FS_7_2026.xml"], "b.xml": text})
    gum = document(second).positions[0]
    assert (gum.quantity, gum.net, gum.vat, gum.price) == (Decimal(-4), Decimal(-50), Decimal("-11.50"), 0)
    assert document(first).number == "FS/7/2026"


def test_invoices_come_before_their_corrections_whatever_the_names(tmp_path, files):
    items = imported(tmp_path, {"1.xml": files["FK_2_2026.xml"], "2.xml": files["FS_7_2026.xml"]})
    assert [document(item).number for item in items] == ["FS/7/2026", "FK/2/2026"]


def next_correction(text, *, day="2026-04-02"):
    """The correction after that of the sample: two more gums come back."""
    for old, new in (
        ("FK/2/2026", "FK/10/2026"), ("<InvoiceDate>2026-03-31", f"<InvoiceDate>{day}"),
        (">6.000<", ">4.000<"), ("Previous>10.000", "Previous>6.000"), ("-4.000", "-2.000"), ("-50.00", "-25.00"),
        ("-11.50", "-5.75"), (">10.000<", ">6.000<"), (">75.00<", ">50.00<"), (">125.00<", ">75.00<"),
        (">17.25<", ">11.50<"), (">28.75<", ">17.25<"),
    ):  # fmt: skip
        text = text.replace(old, new)
    return text


def test_corrections_are_taken_in_the_order_of_their_issue(tmp_path, files):
    second = next_correction(files["FK_2_2026.xml"])
    texts = {"0.xml": second, "1.xml": files["FK_2_2026.xml"], "2.xml": files["FS_7_2026.xml"]}
    items = imported(tmp_path, texts)
    assert [document(item).number for item in items] == ["FS/7/2026", "FK/2/2026", "FK/10/2026"]


def test_a_correction_before_its_turn_is_refused(tmp_path, files):
    second = next_correction(files["FK_2_2026.xml"])
    items = imported(tmp_path, {"0.xml": second, "2.xml": files["FS_7_2026.xml"]})
    assert ids(items[1])[-1] == "edi/other-before"
    assert "ilość 6, netto 75,00 i VAT 17,25, a na fakturze" in items[1].diagnostics[-1].message.pl


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ([("PreviousTaxRate>23.00", "PreviousTaxRate>8.00")], "stawkę VAT 8, a na fakturze"),
        (
            [("PreviousTaxAmount>28.75", "PreviousTaxAmount>10.00"), ("<TaxAmount>17.25", "<TaxAmount>-1.50")],
            "VAT 10,00, a na fakturze",
        ),
        (
            [
                ("PreviousInvoiceUnitNetPrice>12.50", "PreviousInvoiceUnitNetPrice>12.40"),
                ("<InvoiceUnitNetPrice>12.50", "<InvoiceUnitNetPrice>12.40"),
            ],
            "cenę netto 12,40, a na fakturze",
        ),
    ],
)
def test_what_a_correction_says_was_before_is_what_was(tmp_path, files, changes, told):
    text = files["FK_2_2026.xml"]
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    _, item = imported(tmp_path, {"1.xml": files["FS_7_2026.xml"], "2.xml": text})
    assert ids(item)[-1] == "edi/other-before"
    assert told in item.diagnostics[-1].message.pl


@pytest.mark.parametrize(("price", "rate", "vat"), [(None, "23.0", "28.75"), (Decimal("12.5049"), "23.00", "28.76")])
def test_prices_taxes_and_rates_that_a_file_holds_alike_are_alike(tmp_path, files, price, rate, vat):
    whole = document(one(tmp_path / "a", files["FS_7_2026.xml"]))
    gum, glue = whole.positions
    known = replace(whole, positions=(replace(gum, price=price, rate=rate, vat=Decimal(vat)), glue))
    assert document(one(tmp_path / "b", files["FK_2_2026.xml"], known=[known])).correction


def test_a_number_of_two_positions_refuses_the_invoice(tmp_path, files):
    item = one(tmp_path, files["FS_7_2026.xml"].replace("<LineNumber>2", "<LineNumber>1"))
    assert ids(item) == ["edi/doubled-line"]
    assert item.diagnostics[0].message.pl == "FS/7/2026: numer 1 (LineNumber) ma kilka pozycji."


def test_a_number_of_two_positions_refuses_the_correction(tmp_path, files):
    whole = document(one(tmp_path / "a", files["FS_7_2026.xml"]))
    text = files["FK_2_2026.xml"].replace("<LineNumber>2", "<LineNumber>1").replace("<EAN>12345", f"<EAN>{NEW}")
    assert "edi/doubled-line" in ids(one(tmp_path / "b", text, known=[whole]))
    gum, glue = whole.positions
    known = replace(whole, positions=(gum, replace(glue, line_number=1)))
    item = one(tmp_path / "c", files["FK_2_2026.xml"], known=[known])
    assert ids(item) == ["edi/doubled-line", "edi/no-line"]


def test_a_correction_after_a_later_one_is_refused(tmp_path, files):
    invoice_, first = map(
        document, imported(tmp_path / "a", {"1.xml": files["FS_7_2026.xml"], "2.xml": files["FK_2_2026.xml"]})
    )
    early = next_correction(files["FK_2_2026.xml"], day="2026-03-30")
    assert ids(one(tmp_path / "b", early, known=[first, invoice_]))[-1] == "edi/later-correction"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("<LineNumber>2", "<LineNumber>3", "edi/no-line"),
        ("<EAN>12345", "<EAN>2900000000025", "edi/other-goods"),
        ("InvoiceReferenceNumber>FS/7", "InvoiceReferenceNumber>FS/8", "edi/no-corrected"),
        ("<CorrectionNetAmount>-50", "<CorrectionNetAmount>-49", "edi/other-difference"),
        ("<PreviousNetAmount>80.00", "<PreviousNetAmount>79.00", "edi/other-difference"),
        ("<DocumentFunctionCode>C", "<DocumentFunctionCode>Z", "edi/other-function"),
    ],
)
def test_corrections_that_do_not_fit(tmp_path, files, old, new, said):
    assert old in files["FK_2_2026.xml"]
    texts = {"1.xml": files["FS_7_2026.xml"], "2.xml": files["FK_2_2026.xml"].replace(old, new)}
    refused = [item for item in imported(tmp_path, texts) if isinstance(item, api.Refused)]
    assert len(refused) == 1
    assert said in ids(refused[0])


def test_goods_of_a_correction_may_have_another_ean_of_the_same_goods(tmp_path, files):
    text = files["FK_2_2026.xml"].replace(f"<EAN>{NEW}", "<EAN>2900000000032")
    items = imported(tmp_path, {"1.xml": files["FS_7_2026.xml"], "2.xml": text})
    assert document(items[1]).positions[0].goods.ean == NEW


# --- orders


SELLER = (
    COMPANY.replace("| Forma płatności |", "| Forma płatności | Grupa cenowa |")
    .replace("| przelew         |\n", "| przelew         | hurtowa |\n")
    .replace("|-----------------|\n| ALOZA", "|-----------------|---|\n| ALOZA")
)
ORDER_XML = ORDER.rpartition("=== edi-import.xml\n")[2]


def test_header_and_positions_of_an_order(tmp_path):
    found = document(one(tmp_path, ORDER_XML, company=COMPANY))
    assert (found.order_number, found.party.code, found.warehouse) == ("ZAM/5", "ALOZA", "MAG")
    assert found.algorithm == "net"
    (gum,) = found.positions
    assert (gum.goods.code, gum.quantity, gum.price, gum.buyer_item_code) == ("GUMA", 10, Decimal("12.50"), "998877")


@pytest.mark.parametrize("price", ["", "<OrderedUnitNetPrice>0.00</OrderedUnitNetPrice>"])
def test_a_missing_price_is_that_of_the_contractor(tmp_path, price):
    text = ORDER_XML.replace("<OrderedUnitNetPrice>12.50</OrderedUnitNetPrice>", price)
    item = one(tmp_path, text, company=SELLER)
    assert document(item).positions[0].price == Decimal("11.00")
    assert ids(item) == ["edi/price-proposed"]
    discounted = one(tmp_path / "rabat", text.replace(NEW, "2900000000025"), company=SELLER)
    assert document(discounted).positions[0].price == Decimal("4.9000")


def test_goods_in_another_unit_than_that_of_the_price_get_none(tmp_path):
    boxes = SELLER.replace(
        "[Ceny]", "[Jednostki i kody]\n| Towar | EAN | Jednostka |\n| GUMA | 2900000000032 | karton |\n[Ceny]"
    )
    assert boxes != SELLER
    text = ORDER_XML.replace("<OrderedUnitNetPrice>12.50</OrderedUnitNetPrice>", "").replace(
        "2900000000018", "2900000000032"
    )
    item = one(tmp_path, text, company=boxes)
    assert (document(item).positions[0].unit, document(item).positions[0].price) == ("karton", None)


def test_codes_of_buyers_are_proposed_and_never_overwritten(tmp_path):
    other = ORDER_XML.replace("998877", "1")
    assert ids(one(tmp_path / "a", other, company=COMPANY)) == ["edi/code-kept"]
    bare = COMPANY.replace("| towar   | GUMA  | BUYERITEMCODE | ALOZA      | 998877  |\n", "")
    again = ORDER_XML.replace("ZAM/5", "ZAM/6")
    first, second = imported(tmp_path / "b", {"a.xml": ORDER_XML, "b.xml": again}, company=bare)
    assert (ids(first), ids(second)) == (["edi/code-new"], [])
    assert (
        api.card_rows((), first.codes).splitlines()[-1] == "| towar   | GUMA | BUYERITEMCODE | ALOZA      | 998877  |"
    )


def test_an_order_that_replaces_another_is_warned_of(tmp_path):
    text = ORDER_XML.replace(">O</DocumentFunctionCode>", ">R</DocumentFunctionCode>")
    assert ids(one(tmp_path, text, company=COMPANY)) == ["edi/copy"]


# --- files


CUT = ORDER_XML[: ORDER_XML.index("</Order-Lines>")]
DEEP = "<Document-Order>" + "<a>" * 80 + "</a>" * 80 + "</Document-Order>"
ENTITY = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + ORDER_XML.replace("ZAM/5", "&x;")

OTHER_BYTES = b'<?xml version="1.0" encoding="UTF-8"?>' + ORDER_XML.replace("ZAM/5", "Żółw").encode("cp1250")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (CUT, "mapping/broken-xml"),
        (ORDER_XML + "<tail/>", "mapping/broken-xml"),
        (DEEP, "mapping/too-deep"),
        (ENTITY, "mapping/doctype"),
        (OTHER_BYTES, "mapping/wrong-encoding"),
        ("<Faktura/>", "edi/other-document"),
        ("", "mapping/broken-xml"),
        (" ", "mapping/broken-xml"),
        ("to nie XML", "mapping/broken-xml"),
    ],
)  # fmt: skip
def test_files_that_cannot_be_read_are_refused_whole(tmp_path, text, said):
    item = one(tmp_path, text, company=COMPANY)
    assert isinstance(item, api.Refused)
    assert ids(item) == [said]
    assert item.diagnostics[0].span.source.name.endswith("a.xml")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "plik jest pusty"),
        (ORDER_XML[: ORDER_XML.index("</OrderNumber>") + 8], "znacznik nie kończy się znakiem >; plik może być ucięty"),
        (CUT, "plik jest ucięty, element Order-Lines nie ma zakończenia"),
        (ORDER_XML[: ORDER_XML.index("<OrderDate>") + 6], "plik jest ucięty, element Order nie ma zakończenia"),
    ],
)
def test_why_a_file_is_no_xml(tmp_path, text, reason):
    assert one(tmp_path, text, company=COMPANY).diagnostics[0].message.pl.endswith(f"jako XML: {reason}.")


def test_windows_1250_without_a_declaration_is_read_and_said(tmp_path):
    text = ORDER_XML.replace("<OrderDate>", "<PromotionReference>wiosenna żółć</PromotionReference><OrderDate>")
    item = one(tmp_path, text.encode("cp1250"), company=COMPANY)
    assert "mapping/guessed-encoding" in ids(item)
    assert document(item).description == "wiosenna żółć"


# --- units (comarch-edi 5.1)


def in_unit(text, code):
    """The invoice whose first position is in a unit of another code; none where that is empty."""
    element = f"<UnitOfMeasure>{code}</UnitOfMeasure>" if code else ""
    return text.replace("<UnitOfMeasure>PCE</UnitOfMeasure>", element, 1)


@pytest.mark.parametrize(
    ("code", "said"),
    [("PCE", []), ("pce", []), ("", []), ("KGM", ["edi/other-unit"]), ("CT", ["edi/unknown-unit"])],
)
def test_the_unit_of_the_file_is_held_against_that_on_file(tmp_path, files, code, said):
    item = one(tmp_path, in_unit(files["FS_7_2026.xml"], code))
    assert [each for each in ids(item) if each.endswith("-unit")] == said
    assert isinstance(item, api.Refused) == (code == "KGM")
    if code == "CT":
        assert document(item).positions[0].unit == "opak"


def test_goods_by_weight_do_not_come_in_as_pieces(tmp_path, files):
    company = BUYER.replace("[Jednostki i kody]", "| KLEJ | Klej | kg | 12345 | 8 |\n[Jednostki i kody]")
    text = files["FS_7_2026.xml"]
    assert document(one(tmp_path / "a", text, company=company)).positions[1].unit == "kg"
    item = one(tmp_path / "b", text.replace(">KGM<", ">PCE<"), company=company)
    (said,) = item.diagnostics
    assert said.message.pl == "FS/7/2026, pozycja 2: plik podaje ilość w PCE, a towar KLEJ ma jednostkę kg."


def test_findings_of_positions_stand_at_their_lines(tmp_path, files):
    text = files["FS_7_2026.xml"]
    item = one(tmp_path, text.replace("<TaxAmount>6.40", "<TaxAmount>9.20", 1))
    (said,) = [each for each in item.remarks if each.id == "FAKTURY/VAT-STAWKA"]
    lines = [number for number, each in enumerate(text.splitlines(), 1) if each.strip() == "<Line-Item>"]
    assert (said.span.line, said.span.text) == (lines[1], "<Line-Item>")


def test_final_invoices_are_refused_and_advances_come_in_as_such(tmp_path, files):
    text = files["FS_7_2026.xml"]
    advance = text.replace("<MessageType>INV", "<MessageType>ZAL")
    assert document(one(tmp_path / "a", advance)).kind == "advance"
    item = one(tmp_path / "b", text.replace("<MessageType>INV", "<MessageType>ROZ"))
    assert isinstance(item, api.Refused)
    assert "EDI-FZ/KONCOWA" in ids(item)
