"""Settlements: compensations between two parties, exchange differences."""

import pytest

from booking import SETTLEMENT, row

COMPENSATION = (
    row("202", amount="@KwotaRoz1", split="Podmioty"),
    row("", "201", "@KwotaRoz1", split="Podmioty2"),
)
DIFFERENCES = (
    row("204", "", "@RoznicaPlus", split="Podmioty", currency="tak", condition="@TypRozl = 'FZ-KW'"),
    row("", "204", "@RoznicaMinus", split="Podmioty", currency="tak", condition="@TypRozl = 'FZ-KW'"),
    row("", "752", "@RoznicaPlus"),
    row("751", "", "@RoznicaMinus"),
)


def side(kind, code="ALOZA", **fields):
    return {"kind": kind, "number": f"{kind}/1", "party": {"code": code}, "amount": "100.00", **fields}


def foreign(difference, left="430.00", right="425.00", **fields):
    return {
        "currency": "EUR",
        "difference": difference,
        "left": side("FZ", amount_pln=left),
        "right": side("KW", amount_pln=right),
        **fields,
    }


def test_a_compensation_has_the_left_party_and_the_right_one():
    assert SETTLEMENT.lines(*COMPENSATION) == [("Wn", "202-ALOZA", "120.00"), ("Ma", "201-KLON", "120.00")]


def test_parties2_is_a_dictionary_of_settlements_alone_and_other_dictionaries_are_not_theirs():
    for split in ("Zaliczkobiorcy", "Pracownicy", "Towary", "Kategorie", "Środki trwałe"):
        assert set(SETTLEMENT.ids(row("202", "201", "@KwotaRoz1", split=split))) == {"posting/split-unavailable"}


def test_the_kind_of_a_settlement_is_left_then_right():
    rows = row("751", "752", "@KwotaRoz1", condition="@TypRozl = 'FZ-FS'", text="@Dokument1 + '/' + @Dokument2")
    assert SETTLEMENT.entry(rows).lines[0].description == "FZ/1/FS/1"
    turned = {"left": side("FS"), "right": side("FZ")}
    assert SETTLEMENT.refusals(rows, **turned) == ["posting/nothing-posted"]


def test_amounts_of_both_sides_may_differ_in_pln():
    rows = (row("751", "752", "@KwotaRoz1"), row("751", "752", "@KwotaRoz2"))
    found = [line for line in SETTLEMENT.lines(*rows, **foreign("5.00")) if line[0] == "Wn"]
    assert found == [("Wn", "751", "430.00"), ("Wn", "751", "425.00")]


def test_a_positive_difference_is_a_gain_with_nothing_in_the_currency():
    assert SETTLEMENT.foreign(*DIFFERENCES, **foreign("5.00")) == [
        ("Wn", "204-ALOZA", "EUR", "5.00", "EUR", "0.00", None),
        ("Ma", "752", "PLN", "5.00", "PLN", None, None),
    ]


def test_a_negative_difference_is_a_loss_and_posts_without_its_sign():
    assert SETTLEMENT.foreign(*DIFFERENCES, **foreign("-5.00")) == [
        ("Ma", "204-ALOZA", "EUR", "5.00", "EUR", "0.00", None),
        ("Wn", "751", "PLN", "5.00", "PLN", None, None),
    ]


def test_no_difference_posts_nothing():
    assert SETTLEMENT.refusals(*DIFFERENCES, **foreign("0.00")) == ["posting/nothing-posted"]
    assert SETTLEMENT.entry(*DIFFERENCES, header="może nic nie zaksięgować = tak", **foreign("0.00")).lines == ()


def test_another_kind_of_settlement_leaves_the_difference_on_one_side():
    other = {**foreign("5.00"), "left": side("KP", amount_pln="430.00")}
    assert SETTLEMENT.refusals(*DIFFERENCES, **other) == ["posting/unbalanced-entry"]


def test_a_settled_amount_in_currency_has_both_amounts_and_no_rate():
    rows = (row("204", "", "@KwotaRoz1", split="Podmioty", currency="tak"), row("", "752", "@KwotaRoz1"))
    assert SETTLEMENT.foreign(*rows, **foreign("0.00")) == [
        ("Wn", "204-ALOZA", "EUR", "430.00", "EUR", "100.00", None),
        ("Ma", "752", "PLN", "430.00", "PLN", None, None),
    ]


def test_a_settlement_in_pln_has_no_currency_even_in_a_currency_row():
    rows = row("751", "752", "@RoznicaPlus", currency="tak")
    assert SETTLEMENT.foreign(rows, difference="3.00")[0] == ("Wn", "751", "PLN", "3.00", "PLN", None, None)


def test_the_category_is_that_of_the_left_document():
    left = side("FZ", category="MAT")
    found = SETTLEMENT.entry(row("751", "752", "@KwotaRoz1"), left=left)
    assert {line.category for line in found.lines} == {"MAT"}


@pytest.mark.parametrize("code", ["", "KLON"])
def test_the_right_party_must_have_a_code_where_its_account_is_split(code):
    rows = row("751", "201", "@KwotaRoz1", split="Podmioty2")
    right = side("FS", code)
    if code:
        assert SETTLEMENT.lines(rows, right=right)[1][1] == "201-KLON"
    else:
        assert SETTLEMENT.refusals(rows, right=right) == ["posting/no-code"]
