"""May a payment be sent: every reason against it, by state, payee, accounts, currency and kind."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from dekret.bank.selection import Wanted, objections
from dekret.errors import UsageError
from dekret.model.payments import Payee, Payer, Payment, TaxLiability
from dekret.text.diagnostic import Severity
from dekret.text.source import Source
from dekret.values.identifiers import nrb_of, tax_account_of

TODAY = dt.date(2026, 1, 15)
NIP = "5580730219"
SUPPLIER = "6736819308"
NRB = "61114020044000000000001234"
OWN = "24101000000000123456789012"
PAYER = Payer(name="Bursztyn sp. z o.o.", tax_id=NIP, register="BANK", account=OWN)
IN_EUR = replace(PAYER, currency="EUR")
PLAIN = Payment(
    number="FZ/1/2026",
    state="approved",
    amount=Decimal("123.00"),
    account=NRB,
    party=Payee(name="Aloza sp. z o.o."),
    description=("FV 1/2026",),
)
LIABILITY = TaxLiability(id=NIP, period="26M01", form="VAT-7")
TAX = replace(PLAIN, kind="tax", account=tax_account_of(NIP), description=(), tax=LIABILITY)
ZUS_ACCOUNT = nrb_of("6000000", f"026000{NIP}")
ZUS = replace(PLAIN, kind="zus", account=ZUS_ACCOUNT)
SPLIT = replace(
    PLAIN, kind="mpp", vat_amount=Decimal(23), description=(), party=Payee(name="Aloza sp. z o.o.", tax_id=SUPPLIER)
)
SEPA = replace(PLAIN, kind="sepa", currency="EUR", exchange_rate=Decimal("4.25"), account="DE89 3704 0044 0532 0130 00")
FOREIGN = replace(
    PLAIN,
    kind="foreign",
    currency="USD",
    exchange_rate=Decimal("3.65"),
    account="000123456789",
    bank_country="US",
    bank_name="Chase",
)


def ids(payment, payer=PAYER, today=TODAY):
    return [found.problem.id.removeprefix("bank/") for found in objections(payment, payer, today=today)]


@pytest.mark.parametrize("payment", [PLAIN, TAX, ZUS, SPLIT])
def test_payments_as_they_should_be(payment):
    assert ids(payment) == []


def test_payments_abroad_as_they_should_be():
    assert ids(SEPA, IN_EUR) == []
    assert ids(FOREIGN, replace(PAYER, currency="USD")) == []


def test_every_reason_is_told():
    worst = replace(PLAIN, state="draft", settled="wholly", direction="in", party=Payee(), account="", currency="PLN")
    assert ids(worst, Payer(currency="EUR")) == [
        "not-outgoing",
        "not-approved",
        "not-open",
        "no-payee",
        "no-account",
        "no-own-account",
        "other-currency",
    ]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"state": "sent"}, ["already-sent"]),
        ({"settled": "exempt"}, ["not-open"]),
        ({"settled": "partly"}, ["settled-in-part"]),
        ({"register": "bank"}, []),
        ({"register": "KASA"}, ["other-register"]),
        ({"party": Payee(code="ALOZA")}, ["no-payee-name"]),
        ({"party": Payee(code="!Nieokreślony!", name="!NIEOKREŚLONY!")}, ["no-payee"]),
        ({"party": Payee(name="  ")}, ["no-payee"]),
        ({"party": Payee(name="Aloza", tax_id="PL 673-681-93-09")}, ["bad-payee-nip"]),
        ({"party": Payee(name="Aloza", tax_id="DE136695976")}, []),
        ({"party": Payee(name="Aloza", tax_id="123", country="CZ")}, []),
        ({"party": Payee(name="Kowalski", name2="Jan", tax_id="90021512347")}, []),
        ({"account": "PL61 1140 2004 4000 0000 0000 1234"}, []),
        ({"account": "62114020044000000000001234"}, ["bad-nrb"]),
        ({"account": "DE89370400440532013000"}, ["bad-nrb"]),
        ({"account": "6111402004400000000000123"}, ["bad-nrb"]),
        ({"account": "DE89370400440532013000", "bank_country": "DE"}, []),
        ({"account": "36114020054000000000001234"}, ["bad-routing-number"]),
        ({"account": f"PL {OWN}"}, ["same-account"]),
        ({"currency": "EUR", "exchange_rate": Decimal(4)}, ["other-currency"]),
    ],
)
def test_what_is_said_of_any_payment(changes, expected):
    assert ids(replace(PLAIN, **changes)) == expected


def test_own_account():
    assert ids(PLAIN, replace(PAYER, account="")) == ["no-own-account"]
    assert ids(PLAIN, replace(PAYER, account=OWN[::-1])) == ["bad-own-account"]
    assert ids(PLAIN, replace(PAYER, account="DE89370400440532013000")) == []


# --- kinds


@pytest.mark.parametrize("payment", [TAX, ZUS, SPLIT, replace(PLAIN, kind="direct_debit", direction="in")])
def test_payments_within_poland_are_in_pln(payment):
    assert ids(replace(payment, currency="EUR", exchange_rate=Decimal(4))) == ["not-pln"]
    assert ids(payment, IN_EUR) == ["other-currency"]


@pytest.mark.parametrize(
    ("liability", "parts"),
    [
        (replace(LIABILITY, id="5580730218", period="26M13"), ["identyfikator (/TI/)", "okres (/OKR/)"]),
        (replace(LIABILITY, form=""), ["symbol formularza (/SFP/)"]),
        (replace(LIABILITY, liability="x" * 21), ["identyfikacja zobowiązania (/TXT/)"]),
    ],
)
def test_faults_of_a_tax_title_are_named_each(liability, parts):
    found = objections(replace(TAX, tax=liability), PAYER, today=TODAY)
    assert [one.values["part"].pl for one in found if one.problem.id == "bank/title-fault"] == parts


def test_the_limit_of_a_part_is_told():
    found = objections(replace(TAX, tax=replace(LIABILITY, liability="x" * 21)), PAYER, today=TODAY)
    assert found[0].values["reason"].pl == "za długie, najwyżej znaków: 20"


def test_title_of_a_tax_transfer():
    right = ("/TI/N5580730219/OKR/26M01/S", "FP/VAT-7")
    assert ids(replace(TAX, tax=None)) == ["no-tax-title"]
    assert ids(replace(TAX, tax=None, description=right)) == []
    assert ids(replace(TAX, description=right)) == []
    assert ids(replace(TAX, description=("VAT za styczeń",))) == ["no-tax-title"]
    assert ids(replace(TAX, tax=replace(LIABILITY, period="26M02"), description=right)) == ["title-differs"]
    assert ids(replace(TAX, tax=None, description=("/VAT/23,00/IDC/6736819308/INV/1",))) == ["no-tax-title"]


def test_account_of_a_tax_transfer():
    assert ids(replace(TAX, account=NRB)) == ["not-a-tax-account"]
    assert ids(replace(TAX, account=NRB), today=dt.date(2019, 12, 31)) == []
    assert ids(replace(TAX, account=tax_account_of("5250000009"))) == ["other-owner"]
    assert ids(replace(TAX, account=tax_account_of("90021512347"))) == []


def test_account_of_a_payment_to_zus():
    assert ids(replace(ZUS, account=NRB)) == ["not-a-zus-account"]
    assert ids(replace(ZUS, account="83101010230000261395100000"), today=dt.date(2017, 12, 31)) == []
    assert ids(replace(ZUS, account=nrb_of("6000000", "0260005250000009"))) == ["other-owner"]
    assert ids(ZUS, replace(PAYER, tax_id="558-073-02-19")) == []
    assert ids(ZUS, replace(PAYER, tax_id="")) == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"vat_amount": None}, ["no-vat-amount"]),
        ({"vat_amount": Decimal("123.01")}, ["vat-above-amount"]),
        ({"vat_amount": Decimal("123.00")}, []),
        ({"party": Payee(name="Aloza")}, ["title-fault"]),
        ({"party": Payee(name="Aloza", tax_id="6736819309")}, ["title-fault"]),
        ({"invoices": ("FV 1", "FV 2")}, ["several-invoices"]),
        ({"invoices": ("x" * 36,)}, ["title-fault"]),
        ({"invoices": ("styczeń 2026",), "description": ("za towar",)}, []),
        ({"description": ("x" * 34,)}, ["title-fault"]),
        ({"description": ("/VAT/23,00/IDC/6736819308/INV/FV 1/", "2026"), "vat_amount": None}, []),
        ({"description": ("/VAT/23.00/IDC/6736819308/INV/FV 1",)}, ["bad-split-title"]),
        ({"description": ("/VAT/22,00/IDC/5250000009/INV/FV 1",)}, ["title-differs"] * 2),
        ({"description": ("/VAT/23,00/IDC/6736819308/INV/FV 1",), "invoices": ("FV 2",)}, ["title-differs"]),
        ({"description": ("/VAT/200,00/IDC/6736819308/INV/1",), "vat_amount": None}, ["vat-above-amount"]),
    ],
)
def test_split_payments(changes, expected):
    assert ids(replace(SPLIT, **changes)) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"account": "DE89370400440532013001"}, ["bad-iban"]),
        ({"account": "12345678"}, ["bad-iban"]),
        ({"account": NRB}, []),
        ({"account": "62114020044000000000001234"}, ["bad-nrb"]),
        ({"bic": "BREXPLPW"}, []),
        ({"bic": "BREX"}, ["bad-bic"]),
        ({"direction": "in"}, ["not-outgoing"]),
    ],
)
def test_sepa(changes, expected):
    assert ids(replace(SEPA, **changes), IN_EUR) == expected


def test_sepa_is_in_eur_and_leaves_from_any_account():
    assert ids(SEPA) == ["converted"]
    assert ids(replace(SEPA, currency="PLN")) == ["not-eur"]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"bank_name": ""}, ["no-bank"]),
        ({"bank_name": "", "bic": "CHASUS33"}, []),
        ({"bank_country": "", "bic": "CHASUS33"}, []),
        ({"bank_country": ""}, ["bad-iban"]),
        ({"account": "DE88370400440532013000", "bank_country": "DE"}, ["bad-iban"]),
        ({"account": "ACC 12/345"}, []),
        ({"account": "konto: 1"}, ["bad-iban"]),
    ],
)
def test_foreign(changes, expected):
    assert ids(replace(FOREIGN, **changes), replace(PAYER, currency="USD")) == expected


def test_direct_debits():
    assert ids(replace(PLAIN, kind="direct_debit", direction="in")) == []
    assert ids(replace(PLAIN, kind="direct_debit")) == ["debit-sent-out"]


def test_warnings_and_errors():
    (found,) = objections(replace(PLAIN, settled="partly"), PAYER, today=TODAY)
    assert found.severity is Severity.WARNING
    assert found.values["amount"].pl == "123,00"


ODD = st.text(max_size=12) | st.sampled_from(
    ["/VAT/1,00/IDC/x/INV/", "/TI/", "PL12", "DE8", "1" * 26, "٣" * 10, NRB, NIP]
)


@given(
    st.sampled_from(["ordinary", "tax", "zus", "mpp", "sepa", "foreign", "direct_debit"]),
    st.tuples(ODD, ODD, ODD, ODD, ODD),
    st.lists(ODD, max_size=3).map(tuple),
    st.none() | st.just(LIABILITY) | st.builds(TaxLiability, id=ODD, period=ODD, form=ODD, liability=ODD),
    st.none() | st.decimals(-10, 200, places=2),
)
def test_whatever_is_written_something_can_be_said(kind, texts, lines, tax, vat):
    name, tax_id, account, bic, number = texts
    odd = replace(
        PLAIN,
        kind=kind,
        number=number,
        account=account,
        bic=bic,
        description=lines,
        invoices=lines,
        tax=tax,
        vat_amount=vat,
    )
    odd = replace(odd, party=Payee(name=name, code=name, tax_id=tax_id))
    for objection in objections(odd, replace(PAYER, account=account, tax_id=tax_id), today=TODAY):
        message = objection.at(Source("plik", "x").span()).message
        assert message.pl
        assert number in message.pl


# --- which are wanted


def test_all_are_wanted_by_default():
    wanted = Wanted()
    assert wanted.takes(PLAIN)
    wanted.finish()


def test_marked_ones_by_number_or_identity():
    wanted = Wanted([" FZ/1/2026", "Z-7"])
    assert wanted.takes(PLAIN)
    assert wanted.takes(replace(PLAIN, number="FZ/7", id="Z-7"))
    assert not wanted.takes(replace(PLAIN, number="FZ/2/2026"))
    wanted.finish()


def test_unknown_ones_are_named():
    wanted = Wanted(["FZ/1/2026", "FZ/8", "FZ/9"])
    assert wanted.takes(PLAIN)
    with pytest.raises(UsageError) as raised:
        wanted.finish()
    assert "FZ/8, FZ/9" in raised.value.pl
    assert "FZ/1/2026" not in raised.value.pl


def test_a_number_of_several_payments_is_not_enough():
    wanted = Wanted(["FZ/1/2026"])
    for identity in ("rata 1", "rata 2"):
        assert wanted.takes(replace(PLAIN, id=identity))
    with pytest.raises(UsageError) as raised:
        wanted.finish()
    assert "rata 1, rata 2" in raised.value.pl
