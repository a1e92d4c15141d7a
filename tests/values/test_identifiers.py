"""Numbers with check digits, and what an account number tells."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from stdnum import iban

from dekret.values.identifiers import (
    is_bic,
    is_iban,
    is_nip,
    is_nrb,
    is_pesel,
    is_regon,
    is_routing_number,
    is_tax_account,
    is_zus_account,
    nrb_of,
    owner_of,
    plain_account,
    printed_nrb,
    routing_number,
    tax_account_of,
)

NRB = "24101000000000123456789012"
_DIGITS = st.text("0123456789", min_size=26, max_size=26)


@pytest.mark.parametrize(
    "written",
    [
        NRB,
        f"PL{NRB}",
        f"pl{NRB}",
        "24 1010 0000 0000 1234 5678 9012",
        "24-1010-0000-0000-1234-5678-9012",
        "24.1010.0000.0000.1234.5678.9012",
        "PL 24 1010\xa00000\u202f0000 1234 5678 9012\n",
        "24 1010 0000 0000 1234 – 5678 ‑ 9012",
    ],
)
def test_every_way_to_write_an_account_is_one_number(written):
    assert plain_account(written) == NRB


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("gb82 west 1234 5698 7654 32", "GB82WEST12345698765432"),
        ("PL12345", "PL12345"),
        ("", ""),
        ("24/1010", "24/1010"),
        ("٢" * 26, "٢" * 26),
    ],
)
def test_what_is_no_polish_account_keeps_its_letters(written, plain):
    assert plain_account(written) == plain
    assert routing_number(written) is None
    assert not is_nrb(plain)


@given(digits=_DIGITS, right=st.booleans())
@example(digits="0" * 26, right=False)
def test_an_nrb_is_what_stdnum_takes_behind_pl(digits, right):
    number = f"{iban.calc_check_digits(f'PL00{digits[2:]}')}{digits[2:]}" if right else digits
    assert is_nrb(number) == iban.is_valid(f"PL{number}")
    assert is_nrb(number) or not right


@given(text=st.text(max_size=40) | st.from_regex(r"[A-Z]{2}[0-9]{2}[A-Z0-9 ]{0,30}", fullmatch=True))
@example("²" * 26)
@example("٢" * 26)
@example("PL")
def test_no_text_makes_a_check_fail(text):
    for asked in (is_nrb, is_iban, is_bic, is_nip, is_pesel, is_regon, is_routing_number, is_tax_account):
        assert asked(text) in (True, False)
    assert not is_zus_account(text)
    assert owner_of(text) is None
    assert plain_account(plain_account(text)) == plain_account(text)


def test_one_wrong_digit_is_found_anywhere():
    for place, digit in enumerate(NRB):
        wrong = str((int(digit) + 1) % 10)
        assert not is_nrb(NRB[:place] + wrong + NRB[place + 1 :])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("GB82WEST12345698765432", True),
        ("GB82 WEST 1234 5698 7654 32", True),
        ("BE31435411161155", True),
        ("BE31435411161156", False),
        (f"PL{NRB}", True),
        (NRB, False),
        ("XX82WEST12345698765432", False),
    ],
)
def test_iban_of_any_country(text, expected):
    assert is_iban(text) is expected


@pytest.mark.parametrize("text", ["CITIPLPX", "BREXPLPWMBK", "PKOPPLPW"])
def test_bic(text):
    assert is_bic(text)


@pytest.mark.parametrize(
    "text", ["", "CITIPLP", "citiplpx", "CITI PL PX", "CITIPLPX1", "C1TIPLPX", "CITIZZPX", "CITIPLPX\n"]
)
def test_no_bic(text):
    assert not is_bic(text)


@pytest.mark.parametrize("number", ["10100000", "11402004", "60000002", "10100071"])
def test_routing_numbers_of_the_examples(number):
    assert is_routing_number(number)
    assert not is_routing_number(number[:-1] + str((int(number[-1]) + 1) % 10))


def test_the_maker_of_samples_makes_right_routing_numbers():
    number = nrb_of("1140200", "4000000000001234")
    assert number == "61114020044000000000001234"
    assert is_routing_number(routing_number(number))


def test_printed():
    assert printed_nrb("61114020044000000000001234") == "61 1140 2004 4000 0000 0000 1234"
    assert plain_account(printed_nrb(NRB)) == NRB
    assert printed_nrb(f"PL{NRB}") == printed_nrb(NRB)
    assert printed_nrb("") == ""


@pytest.mark.parametrize("number", ["90021512347", "05220300059"])
def test_pesel(number):
    assert is_pesel(number)
    assert not is_pesel(number[:-1] + str((int(number[-1]) + 1) % 10))


@pytest.mark.parametrize("number", ["012345675", "140000030", "01234567500015"])
def test_regon(number):
    assert is_regon(number)
    assert not is_regon(number[:-1] + str((int(number[-1]) + 1) % 10))


@pytest.mark.parametrize("identifier", ["5250000009", "1130000016", "90021512347", "05220300059"])
def test_a_tax_account_tells_its_owner(identifier):
    account = tax_account_of(identifier)
    assert is_nrb(account)
    assert is_tax_account(account)
    assert not is_zus_account(account)
    assert routing_number(account) == "10100071"
    assert owner_of(account) == identifier


@pytest.mark.parametrize("text", ["", "5250000008", "90021512348", "012345675"])
def test_no_tax_account_of_a_wrong_identifier(text):
    assert tax_account_of(text) is None


@pytest.mark.parametrize("account", ["2223525000000900", "2222525000000901", "2221900215123471", "1112525000000900"])
def test_the_ministrys_bank_keeps_other_accounts_too(account):
    number = nrb_of("1010007", account)
    assert is_nrb(number)
    assert not is_tax_account(number)
    assert owner_of(number) is None


def test_zus_account():
    assert is_zus_account("PL 73 6000 0002 0260 0052 5000 0009")
    assert owner_of("73 6000 0002 0260 0052 5000 0009") == "5250000009"
    assert not is_zus_account("74600000020260005250000009")
    # closed since 2018, kept by another bank
    assert not is_zus_account("83101010230000261395100000")
