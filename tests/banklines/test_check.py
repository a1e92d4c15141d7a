"""What the check says of rules for lines, and of their accounts."""

import pytest
from hypothesis import given, settings

import strategies
from dekret import api
from dekret.banklines.check_accounts import check_accounts
from dekret.model.accounts import Account, AccountPlan, Dictionary
from dekret.text.report import Report
from dekret.text.source import Source
from line_rules import COLUMNS, rules_of, rules_text


def said(*rows, **settings):
    library, _ = rules_of(*rows, **settings)
    return [(found.id, found.span.line) for found in library.report.diagnostics]


FIRST = 6
"""The line of the first rule."""


@pytest.mark.parametrize(
    ("wide", "narrow", "covered"),
    [
        ({"Tytuł": "%opłat%"}, {"Tytuł": "%opłat%"}, True),
        ({"Tytuł": "%opłat%"}, {"Tytuł": "%OPŁATA  za kartę%"}, True),
        ({"Tytuł": "%opłat%"}, {"Tytuł": "opłata za kartę, opłata"}, True),
        ({"Tytuł": "%opłat%"}, {"Tytuł": "opłata, karta"}, False),
        ({"Tytuł": "%opłat%"}, {"Tytuł": "za%opłata"}, True),
        ({"Tytuł": "opłata%"}, {"Tytuł": "opłata za%"}, True),
        ({"Tytuł": "opłata%"}, {"Tytuł": "%opłata"}, False),
        ({"Tytuł": "%opłata"}, {"Tytuł": "%za%opłata"}, True),
        ({"Tytuł": "opłata"}, {"Tytuł": "opłata za kartę"}, True),
        ({"Tytuł": "opłat"}, {"Tytuł": "opłata"}, False),
        ({"Tytuł": "opłata"}, {"Tytuł": "%opłata%"}, False),
        ({"Tytuł": "nie zwrot"}, {"Tytuł": "opłata"}, False),
        ({"Tytuł": "nie zwrot opłaty"}, {"Tytuł": "opłata, nie %zwrot%"}, True),
        ({"Tytuł": "%a%, nie %b%"}, {"Tytuł": "%a%"}, False),
        ({"Kierunek": "rozchód"}, {"Kierunek": "rozchód", "Tytuł": "zus"}, True),
        ({"Kierunek": "rozchód"}, {"Tytuł": "zus"}, False),
        ({"Kwota od": "10,00"}, {"Kwota od": "20,00", "Kwota do": "30,00"}, True),
        ({"Kwota od": "10,00", "Kwota do": "25,00"}, {"Kwota od": "20,00", "Kwota do": "30,00"}, False),
        ({"Kwota do": "25,00"}, {"Tytuł": "zus"}, False),
        ({"Warunek": "@Kwota > 1"}, {"Warunek": "@Kwota  >  1", "Tytuł": "zus"}, True),
        ({"Warunek": "@Kwota > 1"}, {"Warunek": "@Kwota > 2"}, False),
        ({"Rachunek": "__10901014%"}, {"Rachunek": "61 1090 1014 0000 0712 1981 2874"}, True),
        ({"Rachunek": "6%"}, {"Rachunek": "61 10%"}, True),
        ({"Tytuł": "%zus%"}, {"Kontrahent": "%zus%"}, False),
    ],
)
def test_a_rule_behind_a_wider_one(wide, narrow, covered):
    assert said(wide, narrow) == ([("lines/covered", FIRST + 2)] if covered else [])


def test_with_points_the_order_is_that_of_the_points():
    low, high = {"Tytuł": "%a%", "Punkty": "1"}, {"Tytuł": "%ab%", "Punkty": "5"}
    assert said(low, high, choice="punkty") == []
    assert said({**low, "Punkty": "9"}, high, choice="punkty") == [("lines/covered", FIRST + 2)]
    assert said({"Punkty": "9"}, high, choice="punkty") == [("lines/no-condition", FIRST + 1)]
    assert said({"Punkty": "1"}, high, choice="punkty") == []
    assert said({"Tytuł": "%a%", "Punkty": "1"}) == [("lines/points-unused", FIRST + 1)]


def test_a_rule_without_conditions_is_said_once():
    assert said({}, {"Tytuł": "%a%"}, {"Tytuł": "%a%"}) == [("lines/no-condition", FIRST + 1)]
    assert said({"Tytuł": "%a%"}, {}) == []


def test_nothing_is_claimed_of_a_rule_that_could_not_be_read():
    assert said({"Tytuł": "%"}, {"Tytuł": "%a%"}) == [("lines/matches-all", FIRST + 1)]
    assert said({"Tytuł": "%a%", "Warunek": "@Kwota >"}, {"Tytuł": "%a%"}) == [("expr/unfinished", FIRST + 1)]


def test_amounts_are_shown_where_they_stand():
    library, _ = rules_of({"Kwota od": "30,00", "Kwota do": "-1,00"})
    assert [(found.id, found.span.text) for found in library.report.diagnostics] == [
        ("lines/negative-amount", "-1,00"), ("lines/amounts-reversed", "30,00"),
    ]  # fmt: skip


def test_expressions_are_checked():
    assert said({"Warunek": "@Netto > 1"})[0][0] == "expr/unknown-macro"
    assert said({"Warunek": "@Kwota"})[0][0].startswith("expr/")
    assert said({"Konto": "402-@Tytul"})[0][0] == "expr/account-with-macro"
    assert said({"Opis": "@Kwota"})[0][0] == "expr/wrong-kind"


PLAN = AccountPlan(
    "P",
    (
        Account("202"),
        Account("202-1", dictionary=Dictionary.PARTIES),
        Account("402"),
        Account("402-1"),
        Account("403", inactive=True),
    ),
)


@pytest.mark.parametrize(
    ("account", "id_"),
    [
        ("402-1", None),
        ("202-1", None),
        ("202-1-ALOZA", None),
        ("202", "lines/synthetic-account"),
        ("403", "lines/inactive-account"),
        ("402-2", "lines/missing-account"),
        ("@Tytul", None),
    ],
)
def test_accounts_of_a_chart(account, id_):
    _, checked = rules_of({"Tytuł": "%a%", "Konto": account})
    report = Report()
    check_accounts(checked, [PLAN], report)
    assert report.ids() == ({id_} if id_ else set())
    check_accounts(checked, [], report)
    check_accounts(checked, [PLAN, AccountPlan("Q", (), opens_other=True)], other := Report())
    assert other.ids() == set()


@settings(max_examples=max(10, settings().max_examples // 3))
@given(strategies.hostile_text)
def test_reading_rules_never_raises(text):
    for column in COLUMNS:
        cell = text.replace("\n", " ").replace("|", "\\|")
        api.check_sources([Source("x.wyciag", rules_text({column: cell, "Kod": "A"}, {"Tytuł": "%a%"}))])
    api.check_sources([Source("x.wyciag", rules_text({}).replace("[Reguły]", text + "\n[Reguły]"))])
