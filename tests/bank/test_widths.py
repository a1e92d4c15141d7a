"""Widths in which no value of a field fits are told before anything is exported."""

import pytest

from dekret import api
from dekret.bank.problem_examples import EXPORT, GOOD, IMPORT

AMOUNT = "| Kwota płatności | Liczba <#.## | | 15 | | tak |\n"


def said(text):
    report = api.check_sources([api.Source("a.format", text)]).report
    return [(found.id, found.span.text.strip()) for found in report.diagnostics]


@pytest.mark.parametrize(
    ("field", "narrow", "wide"),
    [
        ("Data operacji | Liczba", 7, 8),
        ("Pełny numer rachunku podmiotu | Tekst", 20, 26),
        ("Pełny numer rachunku własnego | Liczba", 25, 26),
        ("Rachunek podmiotu IBAN | Tekst", 26, 28),
        ("Numer rozliczeniowy banku podmiotu | Liczba", 7, 8),
    ],
)
def test_the_cell_of_the_width_is_told(field, narrow, wide):
    row = "| {} | | {} | | |\n"
    assert said(EXPORT + AMOUNT + row.format(field, narrow)) == [("bank/too-narrow", str(narrow))]
    assert said(EXPORT + AMOUNT + row.format(field, wide)) == []


def test_a_mask_with_dashes_needs_ten():
    found = api.check_sources([api.Source("a.format", GOOD.replace("RRRRMMDD", "RRRR-MM-DD"))]).report.diagnostics
    assert [each.id for each in found] == ["bank/too-narrow"]
    assert "w szerokości 8 nie mieści się data w postaci RRRR-MM-DD, bo ma znaków 10" in found[0].message.pl


def test_a_width_has_no_sign():
    (found,) = api.check_sources([api.Source("a.format", GOOD.replace("| 34 |", "| -5 |"))]).report.diagnostics
    assert found.message.pl == "„-5” nie jest liczbą całkowitą bez znaku."


def test_a_date_of_one_digit_may_be_short():
    assert said(GOOD.replace("RRRRMMDD", "D.M.RRRR")) == []


@pytest.mark.parametrize("kinds", ["SEPA", "zagraniczne", "SEPA, zagraniczne"])
def test_accounts_abroad_may_be_shorter(kinds):
    text = GOOD.replace("[Pozycje]", f"rodzaje przelewów = {kinds}\n[Pozycje]").replace("| 34 |", "| 20 |")
    assert "bank/too-narrow" not in {id_ for id_, _ in said(text)}


def test_what_is_read_may_have_any_account():
    text = (
        IMPORT + AMOUNT + "| Data dokumentu | Liczba | | | | |\n| Pełny numer rachunku podmiotu | Tekst | | 10 | | |\n"
    )
    assert said(text) == []
