"""The day of a transfer: the date chosen, days gone by, days without banks."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dekret.bank.transfer_day import DateChoice, Move, Past, TransferDate, transfer_day
from dekret.model.payments import Payment
from dekret.values.bank_days import is_bank_day

TODAY = dt.date(2026, 1, 15)
SATURDAY, MONDAY = dt.date(2026, 1, 17), dt.date(2026, 1, 19)
DAYS = st.dates(dt.date(2020, 1, 1), dt.date(2030, 12, 31))


def payment(**dates):
    return Payment(number="FZ/1", state="approved", amount=Decimal(1), **dates)


def found(one, date, today=TODAY):
    day, objections = transfer_day(one, date, today=today)
    return day, [objection.problem.id.removeprefix("bank/") for objection in objections]


WHOLE = payment(execution_date=dt.date(2026, 1, 20), due_date=dt.date(2026, 1, 21), document_date=dt.date(2026, 1, 22))


@pytest.mark.parametrize(
    ("choice", "day"),
    [
        (DateChoice.EXECUTION, dt.date(2026, 1, 20)),
        (DateChoice.DUE, dt.date(2026, 1, 21)),
        (DateChoice.DOCUMENT, dt.date(2026, 1, 22)),
        (DateChoice.TODAY, TODAY),
    ],
)
def test_each_choice(choice, day):
    assert found(WHOLE, TransferDate(choice)) == (day, [])


def test_the_date_of_execution_is_the_usual_one():
    assert TransferDate().choice is DateChoice.EXECUTION


def test_a_given_date():
    assert found(WHOLE, TransferDate(DateChoice.GIVEN, MONDAY)) == (MONDAY, [])


@pytest.mark.parametrize("choice", [DateChoice.EXECUTION, DateChoice.DUE, DateChoice.DOCUMENT])
def test_a_missing_date_is_named(choice):
    day, (objection,) = transfer_day(payment(), TransferDate(choice), today=TODAY)
    assert day is None
    assert objection.problem.id == "bank/no-day"
    assert objection.values["field"] == choice.value


def test_a_day_without_banks():
    one = payment(execution_date=SATURDAY)
    day, (objection,) = transfer_day(one, TransferDate(), today=TODAY)
    assert (day, objection.problem.id, objection.values["next"]) == (SATURDAY, "bank/not-a-bank-day", "2026-01-19")
    assert found(one, TransferDate(move=Move.NEXT)) == (MONDAY, [])


def test_a_day_gone_by():
    one = payment(execution_date=dt.date(2026, 1, 10))
    assert found(one, TransferDate()) == (None, ["past-day"])
    assert found(one, TransferDate(past=Past.TODAY)) == (TODAY, [])
    assert found(one, TransferDate(past=Past.TODAY, move=Move.NEXT), today=SATURDAY) == (MONDAY, [])
    assert found(one, TransferDate(past=Past.KEEP)) == (dt.date(2026, 1, 10), ["not-a-bank-day"])


def test_the_calendar_is_polish_for_euros_too():
    one = payment(execution_date=dt.date(2026, 11, 11), currency="EUR", exchange_rate=Decimal(4), kind="sepa")
    assert found(one, TransferDate(move=Move.NEXT)) == (dt.date(2026, 11, 12), [])


@given(DAYS, DAYS, st.sampled_from(Past))
def test_a_moved_day_is_a_bank_day(executed, today, past):
    day, objections = transfer_day(
        payment(execution_date=executed), TransferDate(move=Move.NEXT, past=past), today=today
    )
    if day is None:
        assert objections
        assert executed < today
    else:
        assert not objections
        assert is_bank_day(day)
        assert day >= executed
        assert past is Past.KEEP or day >= today
