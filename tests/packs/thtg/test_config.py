"""The configuration of ThtgEsb: the manual's own, every field left out or of a wrong kind, passwords never shown."""

import json

import pytest

from dekret import api
from dekret.model.thtg import CASH_AND_BANK, CASH_AND_BANK_PLUS
from dekret.packs.thtg.config import read_config
from dekret.text.report import Report

MANUAL = """{
  "optimaUser": "Adam",
  "optimaPassword": "pwd",
  "companies": [
    {"name": "Zielona Sp. z o.o.", "taxId": "1234567890", "accounts": []},
    {"name": "Czerwona", "taxId": "2345678901", "accounts": []}
  ]
}
"""


def said(text):
    return [each.id for each in read_config("config.json", text.encode()).diagnostics]


def changed(**fields):
    data = {**json.loads(MANUAL), **fields}
    return json.dumps({name: value for name, value in data.items() if value is not None})


def test_the_manuals_example_is_read_with_warnings_about_its_invented_numbers():
    found = read_config("config.json", MANUAL.encode())
    assert [each.id for each in found.diagnostics] == ["thtg/other-check-digit"] * 2
    assert [each.severity for each in found.diagnostics] == [api.Severity.WARNING] * 2
    assert found.config.application_mode == CASH_AND_BANK
    assert found.licence.pl == "Kasa/Bank"


def test_the_second_list_of_the_manual_is_the_other_licence():
    found = read_config("config.json", changed(applicationMode=list(CASH_AND_BANK_PLUS)).encode())
    assert found.licence.pl == "Kasa/Bank Plus"


@pytest.mark.parametrize("field", ["optimaUser", "optimaPassword", "companies"])
def test_fields_that_it_cannot_do_without(field):
    assert [id_ for id_ in said(changed(**{field: None})) if not id_.startswith("thtg/")] == ["intake/missing-field"]


@pytest.mark.parametrize(
    ("fields", "id_"),
    [
        ({"optimaUser": 7}, "intake/wrong-kind"),
        ({"optimaUser": "A" * 256}, "intake/too-long"),
        ({"optimaPassword": 7}, "intake/wrong-kind"),
        ({"optimaUser": ""}, "intake/empty-field"),
        ({"companies": []}, "intake/empty-field"),
        ({"companies": {"name": "A"}}, "intake/wrong-kind"),
        ({"applicationMode": "KB"}, "intake/wrong-kind"),
        ({"applicationMode": [True] * 19}, "intake/wrong-kind"),
        ({"applicationMode": [0] * 16 + [2, 0, 0]}, "thtg/bad-mode"),
        ({"applicationMode": [0] * 17 + [1, 0]}, "thtg/unknown-mode"),
        ({"applicationmode": [0]}, "intake/unknown-field"),
    ],
)
def test_fields_of_a_wrong_kind(fields, id_):
    assert id_ in said(changed(**fields))


@pytest.mark.parametrize(
    "written",
    ['"tajne-hasło"', '"tajne\\"hasło"', '"tajne-hasło', '["tajne-hasło"]', '{"x": "tajne-hasło"}', '\n"tajne-hasło"'],
)
@pytest.mark.parametrize("name", ["optimaPassword", "OptimaPassword", "haslo"])
@pytest.mark.parametrize("form", ["text", "json", "github", "sarif", "junit"])
def test_a_password_is_never_shown(name, written, form):
    text = f'{{"optimaUser": "Adam", "{name}": {written}, "companies": [{{"name": 1}}]}}'
    report = Report(list(read_config("config.json", text.encode()).diagnostics))
    assert report.has_errors
    shown = api.FORMATS[form](report, "pl")
    assert "tajne" not in shown
    assert "hasło" not in shown.replace("„haslo”", "")


def test_wrong_fields_hide_nothing():
    companies = [
        {"name": "", "taxId": "123", "accounts": ["1"]},
        {"name": "Czerwona", "taxId": "5580730219", "acounts": []},
        {"name": "Czerwona", "taxId": 5, "accounts": [6]},
    ]
    found = said(changed(optimaUser=None, companies=companies, applicationMode=[0, 1]))
    assert sorted(found) == [
        "intake/empty-field",
        "intake/missing-field",
        "intake/unknown-field",
        "intake/wrong-kind",
        "intake/wrong-kind",
        "thtg/bad-account",
        "thtg/bad-mode",
        "thtg/name-twice",
        "thtg/no-tax-id",
    ]


def test_places_stay_what_they_are_behind_a_password():
    found = read_config("config.json", b'{"optimaPassword": "a\\"b", "optimaUser": 7, "companies": []}').diagnostics
    wrong = next(each for each in found if each.id == "intake/wrong-kind")
    assert wrong.span.text == "7"
