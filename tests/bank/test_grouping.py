"""Collective transfers: what is joined, sums, descriptions, and that every payment is found in one group."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from dekret.bank.grouping import Collective, groups
from dekret.bank.selection import objections
from dekret.bank.titles import title_of
from dekret.model.payments import Payee, Payer, Payment, TaxLiability
from dekret.values.transfer_titles import lines_of

DAY = dt.date(2026, 1, 15)
LATER = dt.date(2026, 1, 16)
NRB, OTHER = "61114020044000000000001234", "61109010140000071219812874"
ALOZA, GAMA = Payee(code="ALOZA", name="Aloza sp. z o.o."), Payee(code="GAMA", name="Gama S.A.")


def payment(number, amount="100.00", **fields):
    usual = {"party": ALOZA, "account": NRB, "description": (f"FV {number}",)}
    return Payment(number=number, state="approved", amount=Decimal(amount), **usual | fields)


def grouped(payments, how=None, days=None):
    return list(groups(zip(payments, days or [DAY] * len(payments), strict=True), how))


def numbers(found):
    return [[part.number for part in group.parts] for group in found]


def test_without_options_each_is_alone_and_nothing_is_held():
    stream = groups((payment(str(at)), DAY) for at in range(10**12))
    first = next(iter(stream))
    assert first.payment is first.parts[0]


def test_same_entity_account_and_currency_are_joined_in_the_order_of_the_first():
    found = grouped(
        [
            payment("1"),
            payment("2", party=GAMA),
            payment("3", account="PL61 1140 2004 4000 0000 0000 1234"),
            payment("4", account=OTHER),
            payment("5", currency="EUR", exchange_rate=Decimal(4)),
            payment("6", party=replace(ALOZA, code="aloza")),
        ],
        Collective(),
    )
    assert numbers(found) == [["1", "3", "6"], ["2"], ["4"], ["5"]]
    assert found[0].payment.amount == Decimal("300.00")
    assert found[0].payment.number == "1, 3, 6"
    assert found[0].payment.id is None
    assert [part.number for part in found[0].parts] == ["1", "3", "6"]
    assert found[0].payment.description == ("FV 1 FV 3 FV 6",)


def test_without_a_code_all_that_is_known_makes_the_entity():
    one = Payee(name="Aloza", city="Radom")
    found = grouped(
        [payment("1", party=one), payment("2", party=one), payment("3", party=Payee(name="Aloza"))], Collective()
    )
    assert numbers(found) == [["1", "2"], ["3"]]


def test_an_unspecified_party_is_no_entity():
    parties = [Payee(code="!NIEOKREŚLONY!", name=name) for name in ("Kowalski", "Nowak")]
    assert len(grouped([payment("1", party=parties[0]), payment("2", party=parties[1])], Collective())) == 2


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "sepa"},
        {"register": "BANK2"},
        {"charges": "OUR"},
        {"priority": "high"},
        {"bic": "BREXPLPW"},
        {"info": ("REF 1",)},
    ],
)
def test_what_a_file_would_write_otherwise_is_not_joined(fields):
    assert len(grouped([payment("1"), payment("2", **fields)], Collective())) == 2


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "tax", "tax": TaxLiability(), "description": ()},
        {"kind": "zus"},
        {"kind": "direct_debit"},
        {"kind": "mpp", "vat_amount": Decimal(23)},
        {"description": ("/TI/N5580730219/OKR/26M01/SFP/VAT-7",)},
    ],
)
def test_what_is_never_joined(fields):
    payments = [payment("1", **fields), payment("2", **fields)]
    found = grouped(payments, Collective())
    assert [group.payment for group in found] == payments


def test_by_days():
    payments = [payment("1"), payment("2"), payment("3")]
    days = [LATER, DAY, LATER]
    assert numbers(grouped(payments, Collective(by_day=True), days)) == [["1", "3"], ["2"]]
    (found,) = grouped(payments, Collective(), days)
    assert found.day == DAY


def test_dates_are_the_earliest():
    payments = [payment("1", due_date=LATER), payment("2", due_date=DAY, execution_date=LATER), payment("3")]
    (found,) = grouped(payments, Collective())
    assert (found.payment.due_date, found.payment.execution_date) == (DAY, LATER)


# --- split payments


def test_split_payments_of_a_supplier_name_the_period():
    supplier = Payee(code="ALOZA", name="Aloza", tax_id="6736819308")
    payments = [payment(n, kind="mpp", vat_amount=Decimal(23), party=supplier, description=()) for n in ("1", "2")]
    (found,) = grouped(payments, Collective(split_period="styczeń 2026"))
    assert (found.payment.vat_amount, found.payment.invoices) == (Decimal(46), ("styczeń 2026",))
    payer = Payer(account="24101000000000123456789012")
    assert objections(found.payment, payer, today=DAY) == ()


def test_split_payments_with_titles_of_their_own_stay_alone():
    title = ("/VAT/23,00/IDC/6736819308/INV/1",)
    supplier = Payee(code="ALOZA", tax_id="6736819308")
    payments = [payment(n, kind="mpp", vat_amount=Decimal(23), party=supplier, description=title) for n in ("1", "2")]
    assert len(grouped(payments, Collective(split_period="styczeń 2026"))) == 2


# --- descriptions


def test_descriptions_first_line_or_number_or_all_lines():
    payments = [payment("1", description=("FV 1", " ", "za towar")), payment("2", description=())]
    (short,) = grouped(payments, Collective(separator="; "))
    assert short.payment.description == ("FV 1; 2",)
    (long,) = grouped(payments, Collective(separator=";", all_lines=True))
    assert long.payment.description == ("FV 1;za towar;2",)


def test_what_finds_no_room_is_left_out_whole_and_named():
    payments = [payment(str(at), description=(letter * 30,)) for at, letter in enumerate("abcdef")]
    payments.append(payment("krótki", description=("g",)))
    (found,) = grouped(payments, Collective())
    assert found.payment.description == ("a" * 30, "b" * 30, "c" * 30, "d" * 30 + " g")
    assert found.left_out == ("4", "5")
    (objection,) = found.objections
    assert (objection.problem.id, objection.values["left_out"]) == ("bank/description-left-out", "4, 5")


def test_split_by_length_makes_several_that_hold_all():
    payments = [payment(str(at), description=(letter * 30, "za towar")) for at, letter in enumerate("abcdef")]
    found = grouped(payments, Collective(split_by_length=True))
    assert numbers(found) == [["0", "1"], ["2", "3"], ["4", "5"]]
    assert all(not group.left_out for group in found)


def test_a_number_is_never_cut():
    payments = [payment(f"FAKTURA/{at:026}", description=()) for at in range(3)]
    (found,) = grouped(payments, Collective(separator=";"))
    first, second, third = (one.number for one in payments)
    assert found.payment.description == (f"{first};", f"{second};", third)


def test_numbers_of_many_are_counted():
    (found,) = grouped([payment(f"FZ/{at}/2026") for at in range(100)], Collective())
    assert found.payment.number == "FZ/0/2026, … (100)"
    assert len(found.parts) == 100


def test_sums_beyond_measure_are_not_made():
    most = "9999999999999999.99"
    assert len(grouped([payment("1", most), payment("2", most)], Collective())) == 2


# --- properties

AMOUNTS = st.decimals(Decimal("0.01"), Decimal("9999999999999999.99"), places=2)
LINES = st.lists(
    st.sampled_from(["", " ", "FV 1/2026", "za towar", "x" * 40, "y" * 200]) | st.text(max_size=50), max_size=4
)
PAYMENTS = st.lists(
    st.tuples(
        AMOUNTS,
        st.sampled_from([ALOZA, GAMA, Payee(name="Aloza")]),
        st.sampled_from([NRB, OTHER]),
        st.sampled_from(["ordinary", "tax", "zus", "mpp", "sepa", "foreign"]),
        st.sampled_from(["PLN", "EUR"]),
        st.none() | st.just(Decimal("0.23")),
        LINES,
        st.sampled_from([DAY, LATER]),
    ),
    max_size=14,
)
WAYS = st.builds(
    Collective,
    by_day=st.booleans(),
    all_lines=st.booleans(),
    split_by_length=st.booleans(),
    separator=st.sampled_from([" ", ";", ", ", " | ", " /", ""]),
    width=st.integers(1, 140),
    lines=st.integers(1, 4),
    split_period=st.sampled_from(["", "styczeń 2026"]),
)


def made(drawn):
    return [
        (
            payment(
                f"FZ/{at}",
                amount,
                party=party,
                account=account,
                kind=kind,
                currency=currency,
                exchange_rate=Decimal(4),
                vat_amount=vat,
                description=tuple(lines),
            ),
            day,
        )
        for at, (amount, party, account, kind, currency, vat, lines, day) in enumerate(drawn)
    ]


@given(PAYMENTS, st.none() | WAYS)
def test_sums_are_those_of_the_parts_and_no_payment_is_lost(drawn, how):
    dated = made(drawn)
    found = list(groups(dated, how))
    order = {one.number: at for at, (one, _) in enumerate(dated)}
    places = [[order[part.number] for part in group.parts] for group in found]
    assert sorted(place for parts in places for place in parts) == list(range(len(dated)))
    assert all(parts == sorted(parts) for parts in places)
    assert [parts[0] for parts in places] == sorted(parts[0] for parts in places)
    for group in found:
        assert group.payment.amount == sum(part.amount for part in group.parts)
        assert {part.currency for part in group.parts} == {group.payment.currency}
        assert {part.kind for part in group.parts} == {group.payment.kind}


@given(PAYMENTS, WAYS)
def test_descriptions_have_room_and_by_length_all_of_them(drawn, how):
    for group in groups(made(drawn), how):
        if len(group.parts) == 1:
            assert group.payment is group.parts[0]
            continue
        lines = group.payment.description
        assert len(lines) <= how.lines
        assert all(len(line) <= how.width for line in lines)
        assert not (how.split_by_length and group.left_out)
        if group.payment.kind != "mpp":
            assert title_of(group.payment) == " ".join(lines)
            assert (lines_of(" ".join(lines), how.width, how.lines, hard=False) or ()) == lines
