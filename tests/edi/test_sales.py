"""What a file of EDI holds of invoices and corrections of sales (001:155–245)."""

import datetime as dt
import re
from decimal import Decimal
from pathlib import Path

import pytest

from dekret.company.known_goods import with_goods
from dekret.edi import parties
from dekret.edi.sales import Sales
from dekret.model.edi import Cut, EdiOrder
from dekret.model.invoices import BeforeCorrection, Goods, InvoicePosition
from dekret.model.parties import Attribute
from dekret.model.parts import Delivery, OrderReference, Payment
from edi_samples import BUYER, CHAIN, DAY, GLUE, GUM, TRANSFER, correction, directory, invoice

COMPANY = directory()


class Whole(Sales):
    """Sales of documents that are completed first, as an export does."""

    def record(self, invoice):
        return super().record(with_goods(invoice, self.directory))


SALES = Whole(COMPANY)


def with_attributes(**values):
    return tuple(Attribute(code=code, value=value) for code, value in values.items())


def test_an_invoice():
    made = SALES.record(invoice())
    assert (made.invoice_number, made.invoice_date, made.sales_date) == ("FS/7/2026", DAY, dt.date(2026, 3, 30))
    assert (made.payment_means, made.payment_due_date, made.payment_terms) == ("42", dt.date(2026, 4, 14), 14)
    assert (made.seller.iln, made.seller.account_number) == ("5900000000015", "31998100180000000000000001")
    assert (made.seller.code_by_buyer, made.seller.utilization_register_number) == ("D-17", "000012345")
    assert made.head_office_iln == "5900000000015"
    gum, glue = made.lines
    assert (gum.line_number, gum.buyer_item_code, gum.supplier_item_code) == (1, "998877", "GUMA")
    assert (glue.ean, glue.item_description, glue.unit_of_measure) == ("12345", "Klej biurowy", "KGM")
    assert glue.buyer_item_code == ""  # written empty, as the manual says (001:199)
    assert [(each.now.tax_rate, each.now.tax_amount, each.now.net_amount) for each in made.tax] == [
        (Decimal(23), Decimal("28.75"), Decimal("125.00")),
        (Decimal(8), Decimal("6.40"), Decimal("80.00")),
    ]
    assert (made.totals.net_amount, made.totals.gross_amount) == (Decimal("205.00"), Decimal("240.15"))


def test_prices_have_two_places_and_amounts_stay():
    odd = InvoicePosition(
        goods=GUM.goods,
        rate="23",
        net=Decimal("100.02"),
        vat=Decimal("23.00"),
        price=Decimal("33.3450"),
        quantity=Decimal(3),
    )
    (line,) = SALES.record(invoice(positions=(odd,))).lines
    assert (line.now.unit_net_price, line.now.net_amount) == (Decimal("33.35"), Decimal("100.02"))


def test_a_price_that_is_not_there_comes_from_the_net():
    position = InvoicePosition(goods=GUM.goods, rate="23", net=Decimal("10.00"), quantity=Decimal(3))
    (line,) = SALES.record(invoice(positions=(position,))).lines
    assert line.now.unit_net_price == Decimal("3.33")


def test_the_order_of_the_document_goes_before_the_reservation():
    assert SALES.record(invoice()).order == EdiOrder("ZAM/5", dt.date(2026, 3, 20))
    named = invoice(attributes=with_attributes(BUYERORDERNUMBER="M-1", BUYERORDERDATE="2026-03-01"))
    assert SALES.record(named).order == EdiOrder("M-1", dt.date(2026, 3, 1))
    assert SALES.record(invoice(orders=(), attributes=named.attributes)).order == EdiOrder("M-1", dt.date(2026, 3, 1))
    assert SALES.record(invoice(orders=())).order is None


def test_the_date_of_the_reservation_on_demand():
    order = OrderReference(number="Z", issue_date=dt.date(2026, 3, 20), reservation_date=dt.date(2026, 3, 22))
    assert Whole(COMPANY, by_reservation=True).record(invoice(orders=(order,))).order.buyer_order_date.day == 22
    assert SALES.record(invoice(orders=(order,))).order.buyer_order_date.day == 20


def test_several_orders_and_deliveries_stand_on_the_lines():
    orders = tuple(OrderReference(number=each, issue_date=DAY) for each in ("Z1", "Z2"))
    deliveries = tuple(Delivery(number=each, issue_date=DAY) for each in ("W1", "W2"))
    positions = (
        InvoicePosition(goods=GUM.goods, rate="23", net=Decimal(1), order_number="Z2", delivery_number="W1"),
        InvoicePosition(goods=GUM.goods, rate="23", net=Decimal(1), order_number="Z1", delivery_number="W2"),
    )
    made = SALES.record(invoice(orders=orders, deliveries=deliveries, positions=positions))
    assert (made.order, made.delivery) == (None, None)
    assert [line.order.buyer_order_number for line in made.lines] == ["Z2", "Z1"]
    assert [line.delivery.despatch_number for line in made.lines] == ["W1", "W2"]


def test_the_address_of_the_delivery_only_where_it_is_wanted():
    delivery = Delivery(number="WZ/3", delivery_date=DAY, receiver=CHAIN)
    assert SALES.record(invoice(deliveries=(delivery,))).delivery.place is None
    wants = BUYER.__class__(
        **{name: getattr(BUYER, name) for name in BUYER.__struct_fields__ if name != "attributes"},
        attributes=with_attributes(DELIVERYADDRESS="Tak"),
    )
    made = SALES.record(invoice(party=wants, deliveries=(delivery,))).delivery
    assert (made.place.name, made.delivery_location_number) == ("Sieć S.A.", "5900000000039")


def test_who_ordered():
    order = OrderReference(number="Z", attributes=with_attributes(ULTIMATECUSTOMERGLN="5900000000046"))
    assert SALES.record(invoice(orders=(order,))).ordered_by_iln == "5900000000046"


def test_the_code_at_the_buyer_of_the_document_first():
    assert SALES.record(invoice(attributes=with_attributes(CODEBYBUYER="X-1"))).seller.code_by_buyer == "X-1"


def test_the_sugar_fee():
    juice = InvoicePosition(
        goods=Goods(code="SOK"), rate="5", net=Decimal("60.00"), vat=Decimal("3.00"), price=Decimal("6.00"),
        quantity=Decimal(10), unit="l", sugar_fee=Decimal("7.50"),
    )  # fmt: skip
    made = SALES.record(invoice(positions=(juice,)))
    assert (made.lines[0].sugar_fee, made.lines[0].price_without_charges) == (Decimal("7.50"), Decimal("5.25"))
    assert (made.sugar_fee, made.total_net_without_charges) == (Decimal("7.50"), Decimal("52.50"))


def test_a_correction_of_quantity():
    made = SALES.record(correction())
    gum, glue = made.lines
    assert (gum.before.quantity, gum.now.quantity, gum.difference.quantity) == (10, 6, -4)
    assert (gum.now.net_amount, gum.now.unit_net_price) == (Decimal("75.00"), Decimal("12.50"))
    assert (gum.difference.unit_net_price, glue.difference.net_amount) == (0, 0)
    assert (made.reference_number, made.reference_date) == ("FS/7/2026", DAY)
    assert made.correction_reason == "zwrot towaru"
    assert made.totals.net_amount == made.totals_before.net_amount + made.totals_difference.net_amount
    assert [(each.now.tax_amount, each.before.tax_amount, each.difference.tax_amount) for each in made.tax] == [
        (Decimal("17.25"), Decimal("28.75"), Decimal("-11.50")),
        (Decimal("6.40"), Decimal("6.40"), Decimal("0.00")),
    ]


def changed(**fields):
    """A position of ten at 10.00 that a correction changes."""
    before = BeforeCorrection(
        quantity=Decimal(10), price=Decimal("10.00"), rate="23", net=Decimal("100.00"), vat=Decimal("23.00")
    )
    return InvoicePosition(goods=GUM.goods, rate="23", line_number=1, before=before, **fields)


@pytest.mark.parametrize(
    ("quantity", "net", "price", "after"),
    [
        ("0", "-20.00", None, "8.00"),  # of the value alone (001:245)
        ("0", "-20.00", "-3.00", "7.00"),
        ("0", "-0.05", None, "10.00"),  # 9.995, which a file rounds
        ("0", "0.00", None, "10.00"),
        ("-4", "-40.01", None, "10.00"),  # the net follows the quantity
        ("-4", "-50.00", None, "8.33"),
        ("-10", "-100.00", None, "10.00"),
    ],
)
def test_the_price_after_a_correction(quantity, net, price, after):
    position = changed(quantity=Decimal(quantity), net=Decimal(net), price=price and Decimal(price))
    (line,) = SALES.record(correction(positions=(position,))).lines
    assert line.now.unit_net_price == Decimal(after)
    assert line.difference.unit_net_price == Decimal(after) - Decimal("10.00")


def test_a_correction_whose_state_before_is_not_there_says_nothing_of_it():
    made = SALES.record(correction(positions=(GLUE,)))
    assert (made.lines[0].before, made.totals_before, made.totals_difference) == (None, None, None)


def test_the_reason_of_the_attribute_goes_first():
    made = SALES.record(
        correction(attributes=with_attributes(CORRECTIONREASON="reklamacja", CORRECTIONAGREEDDATE="2026-03-15"))
    )
    assert (made.correction_reason, made.correction_agreed_date) == ("reklamacja", dt.date(2026, 3, 15))


@pytest.mark.parametrize(("kind", "reason"), [("value", "1"), ("quantity", "2")])
def test_tesco_is_known_by_its_gln(kind, reason):
    assert SALES.record(correction(party=CHAIN, correction_kind=kind)).correction_reason == reason


def test_tesco_returns_and_remarks():
    notice = with_attributes(RETURNSNOTICENUMBER="ZZ/1", RETURNSNOTICEDATE="2026-03-28")
    made = SALES.record(correction(party=CHAIN, attributes=notice))
    assert (made.returns_notice_number, made.returns_notice_date, made.remarks) == ("ZZ/1", dt.date(2026, 3, 28), "")
    terms = correction(party=CHAIN, attributes=with_attributes(CORRECTIONREASON="3"), description="bonus za marzec")
    assert (SALES.record(terms).remarks, SALES.record(terms).returns_notice_number) == ("bonus za marzec", "")
    assert SALES.record(correction(description="bonus")).remarks == ""


def test_tesco_gets_an_account_of_letters_and_digits():
    payment = Payment(method="przelew", due_date=DAY, account="PL31 9981-0018 0000 0000 0000 0001")
    assert (
        SALES.record(invoice(party=CHAIN, payments=(payment,))).seller.account_number == "PL31998100180000000000000001"
    )
    assert SALES.record(invoice(payments=(payment,))).seller.account_number == payment.account


def test_long_texts_are_cut_from_the_end_and_told():
    long = InvoicePosition(goods=Goods(code="GUMA", name="Ą" * 69 + "bcd"), rate="23", net=Decimal(1))
    made = SALES.record(invoice(positions=(long,)))
    assert made.lines[0].item_description == "Ą" * 69 + "b"
    assert made.cuts == (Cut("Nazwa towaru", "Ą" * 69 + "bcd", 70),)


def test_nothing_is_made_up():
    made = SALES.record(invoice(payments=(), deliveries=(), orders=()))
    assert (made.payment_due_date, made.payment_means, made.delivery) == (None, "", None)
    assert TRANSFER.method == "przelew"


def test_every_field_that_may_be_cut_has_an_english_name():
    sources = (each.read_text(encoding="utf-8") for each in Path(parties.__file__).parent.glob("*.py"))
    named = {name for text in sources for name in re.findall(r'\.(?:fit|number)\(\s*"([^"]+)"', text)}
    assert {name for name in named if not name.isupper()} == set(parties.FIELDS)
