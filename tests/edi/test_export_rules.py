"""The rules of the export through `dekret edi export`: each with a document that breaks it alone, and what it puts
into the file (001:157–262)."""

import json
from decimal import Decimal
from pathlib import Path

import pytest
from lxml import etree
from msgspec.structs import replace

from dekret.cli.main import main
from dekret.model.documents import ALL_DOCUMENTS
from dekret.model.invoices import BeforeCorrection, Goods, InvoicePosition
from dekret.model.parties import Attribute, Party
from dekret.model.parts import Delivery, OrderReference, Payment
from dekret.model.trade import OrderPosition, SupplierOrder
from edi_samples import BUYER, CHAIN, COMPANY, DAY, GLUE, GUM, TRANSFER, correction, invoice

MAKRO = COMPANY.replace("| Tesco | 5900000000039 |", "| Makro | 5900000000022 |")
LONG_ACCOUNT = replace(TRANSFER, account="MT84MALT011000012345MTLCAST001S")
ORDER = OrderReference(number="ZAM/5", issue_date=DAY)
SEVERAL_ORDERS = tuple(OrderReference(number=each, issue_date=DAY) for each in ("Z1", "Z2"))
SEVERAL_DELIVERIES = tuple(Delivery(number=each, issue_date=DAY, delivery_date=DAY) for each in ("W1", "W2"))
SHOP = replace(BUYER, gln="5900000000046", name="Sklep nr 3", street="Leśna 7", city="Reda", postal_code="84-240")


def with_attributes(**values):
    return tuple(Attribute(code=code, value=value) for code, value in values.items())


@pytest.fixture
def export(tmp_path, monkeypatch, capsys):
    """The files of documents as trees by name, and the rules that are broken with their levels."""
    monkeypatch.chdir(tmp_path)

    def run(*documents, company=COMPANY):
        Path("firma.kartoteka").write_text(company, encoding="utf-8")
        Path("d.jsonl").write_bytes(b"\n".join(map(ALL_DOCUMENTS.encode, documents)))
        main(["edi", "export", "d.jsonl", "-o", "pliki", "--format", "json", "--date", "2026-04-30"])
        found = json.loads(capsys.readouterr().out)
        files = Path("pliki").iterdir() if Path("pliki").exists() else ()
        return {each.name: etree.parse(each).getroot() for each in files}, {
            each["id"]: each["severity"] for each in found
        }

    return run


def text(tree, path):
    return [each.text or "" for each in tree.iterfind(path)]


# --- rules that refuse, each broken alone


@pytest.mark.parametrize(
    ("document", "rule"),
    [
        (correction(correction_kind="data"), "EDI-FS/KOREKTA"),
        (correction(correction_kind="collective"), "EDI-FS/KOREKTA"),
        (correction(correction_kind="exchange_rate"), "EDI-FS/KOREKTA"),
        (invoice(payments=(replace(TRANSFER, method="gotówka"),)), "EDI-FS/PRZELEW"),
        (invoice(number="FS/12345678/2026"), None),
        (invoice(number="FS/123456789/2026"), "EDI-FS/NUMER"),
        (invoice(payments=(LONG_ACCOUNT,)), "EDI-FS/RACHUNEK"),
        (invoice(algorithm="gross"), "EDI-FS/ALGORYTM"),
        (invoice(currency="EUR", exchange_rate=Decimal("4.25")), "EDI-FS/WALUTA"),
        (invoice(positions=(replace(GUM, goods=Goods(code="BEZ", name="Bez kodu")),)), "EDI-FS/EAN"),
        (invoice(party=replace(BUYER, code="INNY", gln="")), "EDI-FS/GLN"),
        (invoice(payments=()), "EDI-FS/PLATNOSC"),
        (correction(corrected_numbers=()), "EDI-FS/KOREKTA-DO"),
        (invoice(cancelled=True), "EDI-FS/ANULOWANA"),
        (invoice(kind="final"), "EDI-FS/KONCOWA"),
        (invoice(kind="advance"), None),
        (correction(corrected_numbers=("FS/7/2026", "FS/8/2026")), "EDI-FS/KOREKTA-JEDNEJ"),
        (correction(corrected_numbers=("FS/7/2026", "FS/7/2026")), None),
        (invoice(orders=SEVERAL_ORDERS), "EDI-FS/ZAMOWIENIE-POZYCJI"),
        (
            invoice(orders=SEVERAL_ORDERS, positions=(replace(GUM, order_number="Z1"), GLUE)),
            "EDI-FS/ZAMOWIENIE-POZYCJI",
        ),
        (invoice(orders=SEVERAL_ORDERS, positions=(replace(GUM, order_number="Z3"),)), "EDI-FS/ZAMOWIENIE-POZYCJI"),
        (invoice(positions=(replace(GUM, order_number="ZAM/6"), GLUE)), "EDI-FS/ZAMOWIENIE-POZYCJI"),
        (invoice(orders=(), positions=(replace(GUM, order_number="ZAM/6"), GLUE)), "EDI-FS/ZAMOWIENIE-POZYCJI"),
        (invoice(orders=SEVERAL_ORDERS, attributes=with_attributes(BUYERORDERNUMBER="M-1")), None),
        (invoice(deliveries=SEVERAL_DELIVERIES), "EDI-FS/WYDANIE-POZYCJI"),
        (invoice(orders=(replace(ORDER, number="Z" * 36),)), "edi/number-too-long"),
        (invoice(attributes=with_attributes(BUYERORDERNUMBER="Z" * 36)), "edi/number-too-long"),
        (invoice(deliveries=(Delivery(number="W" * 36, issue_date=DAY, delivery_date=DAY),)), "edi/number-too-long"),
        (correction(corrected_numbers=("F" * 36,)), "edi/number-too-long"),
        (invoice(positions=(replace(GUM, buyer_item_code="7" * 36),)), "edi/number-too-long"),
        (invoice(attributes=with_attributes(BUYERORDERDATE="15.03.2026x")), "EDI-FS/ZAM-DATA"),
        (invoice(attributes=with_attributes(RETURNSNOTICEDATE="marzec")), "EDI-FS/ZWROT-DATA"),
    ],
)
def test_a_rule_broken_alone_refuses_the_document(export, document, rule):
    extra = COMPANY.replace(
        "[Towary]",
        "| INNY | Inny | 5261040828 | | | | | |\n[Towary]",
        1,
    )
    files, said = export(document, company=extra)
    errors = [each for each, severity in said.items() if severity == "error"]
    assert errors == ([rule] if rule else [])
    assert bool(files) is (rule is None)


def test_quantities_of_more_places_are_warned_of_alone(export):
    net, vat = Decimal("14.06"), Decimal("3.23")
    files, said = export(invoice(positions=(replace(GUM, quantity=Decimal("1.125"), net=net, vat=vat), GLUE)))
    assert said == {"EDI-FS/ILOSC": "warning"}
    assert text(files["FS_7_2026.xml"], ".//InvoiceQuantity") == ["1.125", "2.000"]


def test_a_code_of_five_digits_stands_for_an_ean(export):
    files, said = export(invoice())
    assert said == {}
    assert text(files["FS_7_2026.xml"], ".//EAN") == ["2900000000018", "12345"]


# --- rules that say what goes into the file


def test_rule_1_every_document_is_a_file_of_its_own(export):
    files, _ = export(invoice(), invoice(number="FS/8/2026"), correction())
    assert {name: text(tree, "Invoice-Header/InvoiceNumber") for name, tree in files.items()} == {
        "FS_7_2026.xml": ["FS/7/2026"],
        "FS_8_2026.xml": ["FS/8/2026"],
        "FK_2_2026.xml": ["FK/2/2026"],
    }


@pytest.mark.parametrize("kind", ["quantity", "value", "rate"])
def test_rule_2_corrections_of_quantity_value_and_rate_are_files(export, kind):
    files, _ = export(correction(correction_kind=kind))
    assert text(files["FK_2_2026.xml"], "Invoice-Header/DocumentFunctionCode") == ["C"]


def test_rule_10_number_and_date_of_the_order(export):
    header = export(invoice())[0]["FS_7_2026.xml"].find("Invoice-Header/Order")
    assert text(header, "*") == ["ZAM/5", "2026-03-20"]
    assert export(invoice(number="FS/9", orders=()))[0]["FS_9.xml"].find("Invoice-Header/Order") is None


def test_rule_11_number_and_date_of_the_delivery(export):
    tree = export(invoice())[0]["FS_7_2026.xml"]
    assert text(tree, "Invoice-Header/Delivery/DespatchNumber") == ["WZ/3"]
    assert text(tree, "Invoice-Header/Delivery/DeliveryDate") == ["2026-03-30"]
    assert text(tree, "Invoice-Header/Delivery/Name") == []


def test_rule_11_the_address_where_the_contractor_wants_it(export):
    wanting = replace(BUYER, attributes=with_attributes(DELIVERYADDRESS="Tak"))
    issue = Delivery(number="WZ/3", issue_date=DAY, receiver=SHOP)
    tree = export(invoice(party=wanting, deliveries=(issue,)))[0]["FS_7_2026.xml"]
    delivery = tree.find("Invoice-Header/Delivery")
    assert text(delivery, "DeliveryLocationNumber") == ["5900000000046"]
    names = ("Name", "StreetAndNumber", "CityName", "PostalCode")
    assert [text(delivery, name) for name in names] == [["Sklep nr 3"], ["Leśna 7"], ["Reda"], ["84-240"]]


def test_rule_12_who_the_order_is_for_in_the_end(export):
    order = OrderReference(
        number="ZAM/5", issue_date=DAY, attributes=with_attributes(ULTIMATECUSTOMERGLN="5900000000046")
    )
    assert text(export(invoice(orders=(order,)))[0]["FS_7_2026.xml"], "Invoice-Parties/OrderedBy/ILN") == [
        "5900000000046"
    ]


def test_rule_13_the_code_of_the_document_before_that_of_the_card(export):
    path = "Invoice-Parties/Seller/CodeByBuyer"
    assert text(export(invoice())[0]["FS_7_2026.xml"], path) == ["D-17"]
    own = invoice(number="FS/8", attributes=with_attributes(CODEBYBUYER="X-1"))
    assert text(export(own)[0]["FS_8.xml"], path) == ["X-1"]


def test_rule_14_the_sugar_fee(export):
    drink = replace(GLUE, goods=Goods(code="SOK"), rate="5", net=Decimal("60.00"), vat=Decimal("3.00"), unit="l")
    sweet = replace(drink, quantity=Decimal(10), price=Decimal(6), sugar_fee=Decimal("10.00"))
    tree = export(invoice(positions=(GUM, sweet)))[0]["FS_7_2026.xml"]
    assert text(tree, ".//Line-Charges/Charge/ChargeAmount") == ["10.00"]
    assert text(tree, ".//InvoiceUnitPriceWithoutCharges") == ["5.00"]
    assert text(tree, "Invoice-Summary/TotalNetAmountWithoutCharges") == ["175.00"]


def test_rule_15_the_day_on_which_the_correction_was_agreed(export):
    agreed = correction(attributes=with_attributes(CORRECTIONAGREEDDATE="2026-03-30"))
    assert text(export(agreed)[0]["FK_2_2026.xml"], "Invoice-Header/CorrectionAgreedDate") == ["2026-03-30"]
    wrong = correction(number="FK/3", attributes=with_attributes(CORRECTIONAGREEDDATE="wczoraj"))
    assert export(wrong)[1] == {"EDI-FS/KOREKTA-DATA": "error"}


def test_rule_16_the_reason_of_the_correction(export):
    path = "Invoice-Header/CorrectionReason"
    assert text(export(correction())[0]["FK_2_2026.xml"], path) == ["zwrot towaru"]
    attribute = correction(number="FK/3", attributes=with_attributes(CORRECTIONREASON="uszkodzone"))
    assert text(export(attribute)[0]["FK_3.xml"], path) == ["uszkodzone"]
    assert export(correction(number="FK/4", correction_reason=""))[1] == {"EDI-FS/KOREKTA-POWOD": "warning"}


def test_several_orders_and_deliveries_stand_on_every_line(export):
    positions = (
        replace(GUM, order_number="Z2", delivery_number="W1"),
        replace(GLUE, order_number="Z1", delivery_number="W2"),
    )
    tree = export(invoice(orders=SEVERAL_ORDERS, deliveries=SEVERAL_DELIVERIES, positions=positions))[0][
        "FS_7_2026.xml"
    ]
    assert text(tree, "Invoice-Header/Order") == text(tree, "Invoice-Header/Delivery") == []
    assert text(tree, ".//Line-Order/BuyerOrderNumber") == ["Z2", "Z1"]
    assert text(tree, ".//Line-Delivery/DespatchNumber") == ["W1", "W2"]


def test_one_of_several_orders_that_all_lines_name_stands_in_the_header(export):
    positions = tuple(replace(each, order_number="Z2") for each in (GUM, GLUE))
    tree = export(invoice(orders=SEVERAL_ORDERS, positions=positions))[0]["FS_7_2026.xml"]
    assert text(tree, "Invoice-Header/Order/BuyerOrderNumber") == ["Z2"]
    assert tree.find(".//Line-Order") is None


def test_the_number_of_an_attribute_is_that_of_all_lines(export):
    named = invoice(orders=SEVERAL_ORDERS, attributes=with_attributes(BUYERORDERNUMBER="M-1"))
    tree = export(named)[0]["FS_7_2026.xml"]
    assert text(tree, "Invoice-Header/Order/*") == ["M-1", "2026-03-31"]


def test_a_receiver_is_completed_from_the_companys_file_and_told_where_it_has_no_gln(export):
    known = Delivery(number="WZ/3", issue_date=DAY, delivery_date=DAY, receiver=Party(code="SIEC"))
    files, said = export(invoice(deliveries=(known,)))
    assert said == {}
    assert text(files["FS_7_2026.xml"], ".//DeliveryLocationNumber") == ["5900000000039"]
    unknown = replace(known, receiver=Party(name="Sklep nr 4"))
    files, said = export(invoice(number="FS/8", deliveries=(unknown,)))
    assert said == {"EDI-FS/ODBIORCA-BEZ-GLN": "warning"}
    assert text(files["FS_8.xml"], ".//DeliveryLocationNumber") == ["5900000000022"]


def test_validation_knows_what_the_export_completes(export, capsys):
    issue = Delivery(number="WZ/3", issue_date=DAY, delivery_date=DAY, receiver=Party(code="SIEC"))
    gum = replace(GUM, goods=Goods(code="GUMA"))
    bare = invoice(
        party=Party(code="ALOZA"), positions=(gum, replace(GLUE, goods=Goods(code="BRAK"))), deliveries=(issue,)
    )
    _, said = export(bare)
    assert said == {"EDI-FS/EAN": "error"}
    main(["validate", "d.jsonl", "--operation", "eksport EDI", "--format", "json", "--date", "2026-04-30"])
    told = [each["message"] for each in json.loads(capsys.readouterr().out) if each["id"].startswith("EDI-FS")]
    assert told == ["FS/7/2026, pozycja 2: Towar BRAK nie ma kodu EAN"]


def test_an_advance_says_that_it_is_one(export):
    assert text(export(invoice(kind="advance"))[0]["FS_7_2026.xml"], "Invoice-Header/MessageType") == ["ZAL"]
    assert text(export(invoice(number="FS/8"))[0]["FS_8.xml"], "Invoice-Header/MessageType") == ["INV"]


def drinks(fee, fee_before):
    """A correction that takes back two of ten litres of a sweet drink."""
    before = BeforeCorrection(
        quantity=Decimal(10),
        price=Decimal(6),
        rate="5",
        net=Decimal("60.00"),
        vat=Decimal("3.00"),
        sugar_fee=Decimal(fee_before),
    )
    drink = InvoicePosition(
        goods=Goods(code="SOK"), rate="5", net=Decimal("-12.00"), vat=Decimal("-0.60"), quantity=Decimal(-2), unit="l",
        line_number=1, sugar_fee=Decimal(fee), before=before,
    )  # fmt: skip
    return correction(positions=(drink,))


@pytest.mark.parametrize(
    ("fee", "before", "charge", "without"),
    [("-2.00", "10.00", "8.00", "40.00"), ("0.00", "10.00", "10.00", "38.00"), ("-10.00", "10.00", "0.00", "48.00")],
)
def test_the_sugar_fee_of_a_correction_is_that_after_it(export, fee, before, charge, without):
    files, said = export(drinks(fee, before))
    tree = files["FK_2_2026.xml"]
    assert said == {}
    assert text(tree, ".//Line-Charges/Charge/ChargeAmount") == [charge]
    assert text(tree, "Invoice-Summary/TotalNetAmountWithoutCharges") == [without]
    assert tree.find(".//InvoiceUnitPriceWithoutCharges") is None


def test_a_sugar_fee_below_nothing_is_refused(export):
    assert export(drinks("-2.00", "0.00"))[1] == {"EDI-FS/OPLATA-CUKROWA": "error"}


# --- what is to be paid beside the gross


def test_charges_are_a_deposit_for_packages(export):
    files, said = export(invoice(charges=Decimal("5.00")))
    assert said == {"EDI-FS/OBCIAZENIA-KAUCJA": "info"}
    summary = files["FS_7_2026.xml"].find("Invoice-Summary")
    assert [each.tag for each in summary][4:6] == ["TotalGrossAmount", "TotalDepositAmount"]
    assert (text(summary, "TotalGrossAmount"), text(summary, "TotalDepositAmount")) == (["240.15"], ["5.00"])
    assert text(summary, "Deposit-Summary/*") == ["210.00", "245.15"]
    assert export(invoice(number="FS/8"))[0]["FS_8.xml"].find(".//Deposit-Summary") is None


@pytest.mark.parametrize(
    ("document", "rule"),
    [
        (invoice(charges=Decimal("-5.00")), "EDI-FS/OBCIAZENIA"),
        (correction(charges=Decimal("5.00")), "EDI-FS/OBCIAZENIA-KOREKTY"),
        (invoice(deductions=Decimal("1.00")), "EDI-FS/ODLICZENIA"),
        (invoice(total=Decimal("240.16")), "EDI-FS/ZAOKRAGLENIE"),
        (correction(total=Decimal("-61.00")), "EDI-FS/ZAOKRAGLENIE"),
    ],
)
def test_what_a_file_has_no_place_for_refuses_the_document(export, document, rule):
    files, said = export(document)
    assert (files, said) == ({}, {rule: "error"})


# --- chains


def test_makro_names_what_it_wants(export):
    document = invoice(
        positions=(GUM,),
        attributes=with_attributes(BUYERORDERNUMBER="N-77", BUYERORDERDATE="2026-03-19"),
    )
    files, said = export(document, company=MAKRO)
    assert said == {}
    tree = files["FS_7_2026.xml"]
    assert text(tree, "Invoice-Header/Order/*") == ["N-77", "2026-03-19"]
    assert text(tree, ".//BuyerItemCode") == ["998877"]


@pytest.mark.parametrize(
    ("changes", "company", "rule"),
    [
        ({"positions": (GUM, GLUE)}, MAKRO, "EDI-FS-MAKRO/KOD-TOWARU"),
        (
            {"party": replace(BUYER, attributes=())},
            MAKRO.replace("| podmiot | ALOZA | CODEBYBUYER   |            | D-17    |\n", ""),
            "EDI-FS-MAKRO/KOD-DOSTAWCY",
        ),
        (
            {"orders": (), "attributes": with_attributes(BUYERORDERDATE="2026-03-19")},
            MAKRO,
            "EDI-FS-MAKRO/ZAMOWIENIE",
        ),
        ({"orders": (OrderReference(number="ZAM/5"),)}, MAKRO, "EDI-FS/ZAMOWIENIE-DATA"),
    ],
)
def test_what_makro_misses(export, changes, company, rule):
    files, said = export(invoice(**{"positions": (GUM,), **changes}), company=company)
    assert said == {rule: "error"}
    assert files == {}


def test_what_makro_wants_others_may_lack(export):
    files, said = export(invoice(orders=()))
    assert said == {}
    assert text(files["FS_7_2026.xml"], ".//BuyerItemCode") == ["998877", ""]


RETURNS = {"RETURNSNOTICENUMBER": "ZW/9", "RETURNSNOTICEDATE": "2026-03-28"}


def test_tesco_gets_returns_with_a_correction_of_quantity(export):
    document = correction(party=CHAIN, attributes=with_attributes(CORRECTIONREASON="2", **RETURNS))
    files, said = export(document)
    assert said == {}
    assert text(files["FK_2_2026.xml"], "Invoice-Header/Returns/*") == ["ZW/9", "2026-03-28"]
    assert text(files["FK_2_2026.xml"], "Invoice-Header/CorrectionReason") == ["2"]


def test_tesco_gets_the_reason_that_follows_from_the_kind(export):
    files, said = export(correction(party=CHAIN, attributes=with_attributes(**RETURNS)))
    assert said == {}
    assert text(files["FK_2_2026.xml"], "Invoice-Header/CorrectionReason") == ["2"]
    assert export(correction(party=CHAIN, attributes=()))[1] == {"EDI-FS-TESCO/ZWROT": "error"}
    rate = correction(party=CHAIN, correction_kind="rate", attributes=())
    assert "EDI-FS-TESCO/POWOD" in export(rate)[1]


def test_tesco_gets_the_description_with_a_correction_of_terms(export):
    document = correction(party=CHAIN, description="bonus", attributes=with_attributes(CORRECTIONREASON="3"))
    files, said = export(document)
    assert said == {}
    assert text(files["FK_2_2026.xml"], "Invoice-Header/Remarks") == ["bonus"]
    assert text(files["FK_2_2026.xml"], "Invoice-Header/Returns") == []


@pytest.mark.parametrize(
    ("attributes", "rule", "level"),
    [
        ({"CORRECTIONREASON": "zwrot"}, "EDI-FS-TESCO/POWOD", "error"),
        ({"CORRECTIONREASON": "2"}, "EDI-FS-TESCO/ZWROT", "error"),
        ({"CORRECTIONREASON": "3"}, "EDI-FS-TESCO/OPIS", "warning"),
    ],
)
def test_what_tesco_misses(export, attributes, rule, level):
    assert export(correction(party=CHAIN, attributes=with_attributes(**attributes)))[1] == {rule: level}


def test_tesco_gets_accounts_without_blanks(export):
    paid = replace(TRANSFER, account="31 9981 0018 0000 0000 0000 0001")
    tree = export(invoice(party=CHAIN, payments=(paid,)))[0]["FS_7_2026.xml"]
    assert text(tree, "Invoice-Parties/Seller/AccountNumber") == ["31998100180000000000000001"]


# --- orders to suppliers


def order(**fields):
    position = OrderPosition(goods=Goods(code="GUMA"), quantity=Decimal("2.125"), price=Decimal("10.00"))
    usual = {"number": "ZD/4/2026", "issue_date": DAY, "party": BUYER, "positions": (position,)}
    return SupplierOrder(**{**usual, **fields})


def test_an_order_bears_the_name_of_its_number(export):
    files, said = export(order(), order(number="ZD/5/2026"))
    assert said == {}
    assert set(files) == {"ZD_4_2026.xml", "ZD_5_2026.xml"}
    tree = files["ZD_4_2026.xml"]
    assert text(tree, "Order-Parties/Seller/CodeByBuyer") == ["D-17"]
    assert text(tree, ".//BuyerItemCode") == ["998877"]
    assert text(tree, ".//OrderedQuantity") == ["2.125"]


@pytest.mark.parametrize(
    ("document", "rule", "level"),
    [
        (order(number="ZD/123456789/2026"), "EDI-ZD/NUMER", "error"),
        (order(payments=(Payment(account="PL12 " + "3" * 29),)), "EDI-ZD/RACHUNEK", "error"),
        (order(algorithm="gross"), "EDI-ZD/ALGORYTM", "error"),
        (order(currency="EUR"), "EDI-ZD/WALUTA", "error"),
        (order(status="cancelled"), "EDI-ZD/ANULOWANE", "error"),
        (order(positions=(replace(order().positions[0], quantity=Decimal("2.1251")),)), "EDI-ZD/ILOSC", "warning"),
        (
            order(positions=(replace(order().positions[0], goods=Goods(code="BEZ"), buyer_item_code="1"),)),
            "EDI-ZD/EAN",
            "error",
        ),
        (order(positions=(replace(order().positions[0], goods=Goods(code="KLEJ")),)), "EDI-ZD/KOD-TOWARU", "info"),
        (
            order(party=CHAIN, positions=(replace(order().positions[0], buyer_item_code="1"),)),
            "EDI-ZD/KOD-DOSTAWCY",
            "info",
        ),
    ],
)
def test_a_rule_of_orders_broken_alone(export, document, rule, level):
    files, said = export(document)
    assert said == {rule: level}
    assert bool(files) is (level != "error")


def test_a_unit_without_code_is_told(export):
    boxes = invoice(positions=(replace(GUM, unit="karton"), replace(GLUE, unit="rolka"), replace(GUM, unit="karton")))
    files, said = export(boxes)
    assert said == {"edi/no-unit-code": "warning"}
    assert text(files["FS_7_2026.xml"], ".//UnitOfMeasure") == ["PCE"] * 3
    assert export(invoice(positions=(replace(GUM, unit="Szt."), replace(GLUE, unit="m kw."))))[1] == {}


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"price": Decimal("12.501")}, {"EDI-FS/CENA": "warning"}),
        ({"price": Decimal("12.500")}, {}),
        ({"quantity": Decimal("10.001")}, {"EDI-FS/ILOSC": "warning"}),
        ({"quantity": Decimal("10.0001")}, {"EDI-FS/ILOSC-PLIK": "warning"}),
    ],
)
def test_what_loses_places_is_told(export, changes, said):
    assert export(invoice(positions=(replace(GUM, **changes),)))[1] == said
