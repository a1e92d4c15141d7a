"""What has to agree in statements, and what is said where it does not (bank fact sheet 3.3)."""

from decimal import Decimal

import pytest

from bank_statements import OWN, events, feet, odd, statement
from dekret.bank.read import Remark, Unread
from dekret.text.wording import Wording

IN, OUT = ":61:260115C5,00NTRFNONREF\n", ":61:260115D2,00NTRFNONREF\n"


def report(body, sums):
    return f":20:A\n:25:{OWN}\n:28C:1/1\n:34F:PLN0,00\n:13D:2601151200+0100\n{body}{sums}-\n"


def test_balances_agree_to_the_grosz():
    assert odd(statement(IN + OUT, closing="C260115PLN1003,00")) == []
    assert odd(statement(IN + OUT + OUT * 2, opening="D260114PLN1,00", closing="D260115PLN2,00")) == []
    file = statement(IN + OUT, closing="C260115PLN1003,01")
    (remark,) = [event for event in events(file) if isinstance(event, Remark)]
    assert remark.problem.id == "bank/mt940-balance-differs"
    assert remark.row.text == ":62F:C260115PLN1003,01"
    assert remark.values["difference"] == Wording("0,01", "0.01")


def test_expected_lines_do_not_count():
    assert odd(statement(IN + IN.replace("C5", "EC5"), closing="C260115PLN1005,00")) == []


def test_another_currency_is_another_balance():
    assert odd(statement("", closing="C260115EUR1000,00")) == ["bank/mt940-balance-differs"]


def test_an_item_that_was_not_read_is_not_said_twice():
    assert odd(statement(":61:X\n" + IN, closing="C260115PLN7,00")) == ["bank/mt940-line"]


@pytest.mark.parametrize(
    ("sums", "found"),
    [
        (":90D:1PLN2,00\n:90C:1PLN5,00\n", []),
        (":90D:1PLN2,\n", []),
        (":90D:PLN2,00\n", []),
        (":90D:2PLN2,00\n", ["bank/mt940-sum-differs"]),
        (":90D:1PLN2,01\n:90C:0PLN0,00\n", ["bank/mt940-sum-differs"] * 2),
        (":90D:PLN\n", ["bank/mt940-tag"]),
    ],
)
def test_sums(sums, found):
    assert odd(report(IN + OUT, sums)) == found


def test_sums_may_count_expected_lines_or_not():
    for sums in (":90C:1PLN5,00\n", ":90C:2PLN10,00\n"):
        assert odd(report(IN + IN.replace("C5", "EC5"), sums)) == []


def test_sums_are_in_the_foot():
    (foot,) = feet(report(IN + OUT, ":90D:1PLN2,00\n:90C:1PLN5,00\n"))
    sums = (foot.debit_count, foot.debit_sum, foot.credit_count, foot.credit_sum)
    assert sums == (1, Decimal(2), 1, Decimal(5))


def followed(first, second, *, opening="C260115PLN1000,00", account=OWN):
    return odd(statement("", number=first) + statement("", number=second, opening=opening, account=account))


@pytest.mark.parametrize(
    ("first", "second"), [("7/1", "8/1"), ("7/1", "7/2"), ("7", "8"), ("365", "1"), ("7", "7"), ("260115", "260117")]
)
def test_numbers_that_follow(first, second):
    assert followed(first, second) == []


@pytest.mark.parametrize(("first", "second"), [("7/1", "9/1"), ("7/1", "7/3"), ("7/1", "8/2"), ("7", "5")])
def test_numbers_with_a_hole(first, second):
    assert followed(first, second) == ["bank/mt940-number-gap"]


def test_the_next_opening_is_the_last_closing_of_the_account():
    assert followed("7", "8", opening="C260115PLN999,00")[0] == "bank/mt940-opening-differs"
    other = "74101000000000000000009012"
    found = statement("") + statement("", account=other, opening="C260114PLN5,00", closing="C260115PLN5,00")
    assert odd(found + statement("", number="8/1")) == []


def test_pages():
    first = statement(IN, number="7/1", closing="C260115PLN1005,00").replace("62F", "62M")
    second = statement(OUT, number="7/2", opening="C260115PLN1005,00", closing="C260115PLN1003,00")
    assert odd(first + second.replace("60F", "60M")) == []


def test_a_statement_that_is_cut_off():
    cut = f":20:A\n:25:{OWN}\n:60F:C260114PLN1,00\n{IN}"
    assert odd(cut) == ["bank/mt940-no-closing"]
    assert [event.problem.id for event in events(cut) if isinstance(event, Unread)] == ["bank/mt940-no-closing"]
    assert odd(statement("").replace(f":25:{OWN}\n", "")) == ["bank/mt940-no-account"]
