"""Rules for awizos and price lists, and what their cases say: `tests/cases/reguly`."""

import datetime as dt
from pathlib import Path

import pytest

from dekret import api
from dekret.documents.document_types import DESPATCH_ADVICE, PRICE_LIST
from dekret.documents.examples import EXAMPLES, example
from dekret.model.documents import ALL_DOCUMENTS
from dekret.model.faults import read_record
from validation_rules import said

RULES = api.check([Path(__file__).parents[1] / "cases" / "reguly"])


def test_the_rules_are_clean():
    assert RULES.report.diagnostics == []
    assert {each.rules.symbol for each in RULES.rule_sets} == {"AWIZO", "CENNIK"}


@pytest.mark.parametrize("case", RULES.rule_set_cases, ids=lambda case: case.name)
def test_case(case):
    result = next(each for each in api.run_rule_set_cases(RULES, dt.date(2026, 3, 31)) if each.case is case)
    assert [each.message.pl for each in result.diagnostics] == []


def test_every_rule_is_broken_by_a_case():
    broken = {
        (case.rules, found.found.rule.code)
        for case, result in zip(RULES.rule_set_cases, api.run_rule_set_cases(RULES, dt.date(2026, 3, 31)), strict=True)
        for found in result.found
    }
    assert broken == {(each.rules.symbol, rule.code) for each in RULES.rule_sets for rule in each.rules.rules}


@pytest.mark.parametrize("type_", [DESPATCH_ADVICE, PRICE_LIST], ids=lambda type_: type_.kind)
def test_every_macro_has_a_value_of_its_kind(type_):
    document = read_record(example(EXAMPLES[type_.kind][0], type_.kind, {}), ALL_DOCUMENTS)
    for macro in type_.macros:
        (part, *_) = type_.parts[macro.scope](document)
        value = macro.readers[macro.scope](document, part, *(["KOD"] if macro.spec.argument else []))
        assert value is not None or macro.spec.type.nullable, macro.spec.name


def test_packages_are_parts_of_awizos_alone():
    assert said("K | każde opakowanie | | @Sscc <> '' | błąd | x", type_="Awiza wysyłki") == []
    assert said("K | każde opakowanie | | @Sscc <> '' | błąd | x", type_="Cenniki")[0] == "validation/no-such-part"
    assert said("K | każda pozycja | | @Sscc <> '' | błąd | x", type_="Awizo") == ["validation/other-part"]
