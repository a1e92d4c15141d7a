"""What the standard rules say is there in English, too: message, help and basis of every rule."""

import re

import pytest

from dekret import api
from dekret.packs.library import load
from dekret.packs.validation.rule_sets import all_rule_sets

_POLISH = re.compile(r"[ąćęłńóśźż]|\b(ust\.|pkt|zasad[ay]|uwaga|instrukcja|ustawa|słownik|brak|nie)\b")
_OWN_NAMES = re.compile(r"'[^']*'|\{[^}]*\}")
"""Fields and values as the program names them, and what an expression gives."""


@pytest.fixture(scope="module")
def rules():
    found = all_rule_sets(load(api.standard_rules()))
    return [(each.rules, rule) for each in found for rule in each.rules.rules]


def test_every_rule_of_the_standard_packs_speaks_english(rules):
    assert len(rules) > 100
    assert [f"{each.symbol}/{rule.code}" for each, rule in rules if not (rule.english and rule.english.message)] == []
    without = [f"{each.symbol}/{rule.code}" for each, rule in rules if rule.remedy and not rule.english.remedy]
    assert without == []


def test_no_polish_is_left_in_what_they_say_in_english(rules):
    said = {
        f"{each.symbol}/{rule.code}: {text}"
        for each, rule in rules
        for text in (rule.english.cell.text, rule.english.remedy, rule.english.basis or rule.basis or each.basis)
        if _POLISH.search(_OWN_NAMES.sub("", text))
    }
    assert said == set()


def test_places_of_manuals_are_no_basis(rules):
    assert [f"{each.symbol}/{rule.code}" for each, rule in rules if re.search(r"\d{3}:\d", rule.basis)] == []
