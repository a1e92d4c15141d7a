"""Open items of payments and of documents."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dekret.matching.open_items import item_of_document, items_of_payments, terms_of_document
from dekret.model.cash import CashEntry, CashReport
from dekret.model.directory import Directory, KnownParty
from dekret.model.documents import DOCUMENTS
from dekret.model.invoices import Goods, InvoicePosition, SaleInvoice, VatElement, VatPurchase, VatSale
from dekret.model.parties import Party
from dekret.model.parts import EmployeeAdvance
from dekret.model.parts import Payment as Term
from dekret.model.payments import Payee, Payment

ACCOUNT, OTHER = "61109010140000071219812874", "24101000000000123456789012"
DAY = dt.date(2026, 1, 15)
KNOWN = KnownParty("ALOZA", "Aloza", "525-000-00-09", account=ACCOUNT)
DIRECTORY = Directory("firma", parties={"aloza": KNOWN}, parties_by_tax_id={"5250000009": KNOWN})


def payment(**more):
    return Payment(**{"number": "FV 1/2026", "state": "approved", "amount": Decimal(123)} | more)


def invoice(record=VatPurchase, *, net="100", vat="23", **more):
    elements = (VatElement(rate="23", net=Decimal(net), vat=Decimal(vat)),)
    plain = {"number": "FV 1/2026", "issue_date": DAY, "party": Party(code="ALOZA", tax_id="5250000009")}
    return record(elements=elements, **plain | more)


def test_a_payment():
    (item,) = items_of_payments(
        [
            payment(
                id="P1", account=f"PL {ACCOUNT}", party=Payee(name="Jan", name2="Nowak"), direction="in", due_date=DAY
            )
        ]
    )
    assert (item.id, item.number, item.direction, item.amount) == ("P1", "FV 1/2026", "in", 123)
    assert (item.accounts, item.party_name, item.due_date) == ((ACCOUNT,), "Jan Nowak", DAY)


@pytest.mark.parametrize("state", ["draft", "approved", "sent"])
@pytest.mark.parametrize(("settled", "open_"), [("no", [False]), ("partly", [True]), ("wholly", []), ("exempt", [])])
def test_what_is_settled_is_left_out(state, settled, open_):
    items = items_of_payments([payment(state=state, settled=settled)])
    assert [item.partly for item in items] == open_


def test_the_company_knows_the_party():
    (item,) = items_of_payments([payment(party=Payee(code="Aloza"))], DIRECTORY)
    assert (item.accounts, item.party_tax_id, item.party_name) == ((ACCOUNT,), "5250000009", "Aloza")
    (item,) = items_of_payments([payment(party=Payee(tax_id="525-000-00-09"), account=OTHER)], DIRECTORY)
    assert (item.party_code, item.accounts) == ("ALOZA", (OTHER, ACCOUNT))
    (item,) = items_of_payments([payment(party=Payee(code="Aloza", tax_id="5580730219"))], DIRECTORY)
    assert item.accounts == ()
    assert [item.accounts for item in items_of_payments([payment()], DIRECTORY)] == [()]


@pytest.mark.parametrize(
    ("record", "net", "vat", "direction", "amount"),
    [
        (VatPurchase, "100", "23", "out", "123"),
        (VatSale, "100", "23", "in", "123"),
        (VatPurchase, "-10", "-2.30", "in", "12.30"),
        (VatSale, "-10", "-2.30", "out", "12.30"),
    ],
)
def test_direction_of_invoices_and_corrections(record, net, vat, direction, amount):
    item = item_of_document(invoice(record, net=net, vat=vat))
    assert (item.direction, item.amount) == (direction, Decimal(amount))


def test_an_invoice_with_positions():
    position = InvoicePosition(goods=Goods(code="T1"), rate="23", net=Decimal(100), vat=Decimal(23))
    sale = SaleInvoice(number="FS 1/2026", issue_date=DAY, party=Party(), positions=(position,))
    item = item_of_document(sale)
    assert (item.id, item.direction, item.amount) == ("sale_invoice FS 1/2026", "in", 123)


def test_other_numbers():
    ksef = "5250000009-20260115-0A1B2C3D4E5F-9B"
    item = item_of_document(invoice(own_number="ZAK/7/2026", ksef_number=ksef))
    assert item.numbers == ("FV 1/2026", "ZAK/7/2026", ksef)


@pytest.mark.parametrize(
    ("more", "amount"),
    [
        ({"total": Decimal(120)}, "120"),
        ({"charges": Decimal(10)}, "133"),
        ({"deductions": Decimal(3)}, "120"),
        ({"employee_advances": (EmployeeAdvance(number="KW/1", amount=Decimal(23)),)}, "100"),
        ({"payments": (Term(paid_date=DAY, amount=Decimal(23)), Term(due_date=DAY))}, "100"),
        ({"payments": (Term(due_date=DAY, amount=Decimal(100)), Term(due_date=DAY, amount=Decimal(23)))}, "123"),
        ({"payments": (Term(paid_date=DAY), Term(due_date=DAY, amount=Decimal(40)))}, "40"),
    ],
)
def test_what_is_open(more, amount):
    assert item_of_document(invoice(**more)).amount == Decimal(amount)


@pytest.mark.parametrize("terms", [(Term(paid_date=DAY),), (Term(paid_date=DAY, amount=Decimal(123)),)])
def test_what_is_paid_is_no_item(terms):
    assert item_of_document(invoice(payments=terms)) is None


def test_accounts_and_dates_of_a_purchase():
    terms = (Term(due_date=DAY + dt.timedelta(30), account=OTHER), Term(due_date=DAY, account=f"PL{OTHER}"))
    item = item_of_document(invoice(payments=terms, split_payment=True), DIRECTORY)
    assert (item.accounts, item.due_date, item.document_date) == ((OTHER, ACCOUNT), DAY, DAY)
    assert (item.kind, item.vat_amount) == ("mpp", 23)


def test_the_account_on_a_sale_is_our_own():
    assert item_of_document(invoice(VatSale, payments=(Term(due_date=DAY, account=OTHER),))).accounts == ()


def test_other_documents_are_no_items():
    entry = CashEntry(number="KP/1", date=DAY, direction="in", amount=Decimal(1))
    assert item_of_document(CashReport(number="RB/1", date=DAY, entries=(entry,))) is None
    assert "cash_report" in DOCUMENTS.kinds


LATER = DAY + dt.timedelta(days=31)


def due(document):
    """Direction, day and amount of every term."""
    return [(each.direction, each.due_date, str(each.amount)) for each in terms_of_document(document)]


@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        ((), [("out", None, "123.00")]),
        (((LATER, "23.00"), (DAY, "100.00")), [("out", DAY, "100.00"), ("out", LATER, "23.00")]),
        (((LATER, None), (DAY, "100.00")), [("out", DAY, "100.00"), ("out", LATER, "23.00")]),
        (((LATER, None), (DAY, None)), [("out", DAY, "123.00")]),
        (((DAY, "100.00"),), [("out", DAY, "100.00"), ("out", None, "23.00")]),
        (((DAY, "100.00"), (LATER, "50.00")), [("out", DAY, "73.00"), ("out", LATER, "50.00")]),
        (((DAY, "143.00"), (LATER, "-20.00")), [("out", DAY, "143.00"), ("in", LATER, "20.00")]),
    ],
)
def test_every_term_is_an_item(terms, expected):
    payments = tuple(Term(due_date=day, amount=Decimal(amount) if amount else None) for day, amount in terms)
    assert due(invoice(payments=payments)) == expected


def test_terms_of_a_correction_stand_on_the_other_side():
    terms = (Term(due_date=DAY, amount=Decimal("-23.00")), Term(due_date=LATER, amount=Decimal("-100.00")))
    correction = invoice(net="-100.00", vat="-23.00", payments=terms)
    assert due(correction) == [("in", DAY, "23.00"), ("in", LATER, "100.00")]


@given(st.lists(st.tuples(st.dates(), st.none() | st.integers(-500, 500)), max_size=5), st.integers(-300, 300))
def test_terms_add_up_to_what_is_open(terms, net):
    payments = tuple(
        Term(due_date=day, amount=None if amount is None else Decimal(amount).quantize(Decimal("0.01")))
        for day, amount in terms
    )
    document = invoice(net=f"{net}.00", vat="0.00", payments=payments)
    signed = sum((each.amount if each.direction == "out" else -each.amount for each in terms_of_document(document)), 0)
    assert signed == net
