"""Single files checked and tested with the rules they need: `--rules`, or the current folder."""

import json

import pytest

import frames
from dekret.cli.main import main

CASE = (
    'przypadek "zakup"\nschemat = RAMA\ndokument = d.json\n[Dekrety]\n| Konto Wn | Konto Ma | Kwota |\n'
    "| 221-1 | 202-2-1-ALOZA | 23,00 |\n| 401 | 202-2-1-ALOZA | 100,00 |\n"
)
DOCUMENT = {
    "type": "vat_purchase",
    "number": "FZ/1",
    "issue_date": "2026-03-05",
    "party": {"code": "ALOZA"},
    "elements": [{"rate": "23", "net": "100.00", "vat": "23.00"}],
}


def dekret(*arguments):
    return main([str(argument) for argument in arguments])


@pytest.fixture
def company(tmp_path, monkeypatch):
    """A company's folder, a folder of its cases, and another company's beside it; the first is the current one."""
    own, other = tmp_path / "firma", tmp_path / "inna"
    for folder in (own, own / "przypadki", other):
        folder.mkdir()
    (own / "zakup.schemat").write_text(frames.POSTING_SCHEME, encoding="utf-8")
    (own / "p.plan").write_text(frames.PLAN, encoding="utf-8")
    (own / "k.kartoteka").write_text(frames.DIRECTORY, encoding="utf-8")
    (own / "przypadki" / "d.json").write_text(json.dumps(DOCUMENT), encoding="utf-8")
    (own / "przypadki" / "a.przypadek").write_text(CASE, encoding="utf-8")
    (own / "przypadki" / "b.przypadek").write_text(CASE.replace("100,00", "99,00"), encoding="utf-8")
    monkeypatch.chdir(own)
    return own


def test_a_single_case_takes_the_rules_of_the_current_folder(company, capsys):
    assert dekret("test", "przypadki/a.przypadek") == 0
    assert "Przypadków: 1, zgodnych: 1" in capsys.readouterr().err
    assert dekret("check", "przypadki/a.przypadek") == 0
    assert "Plików: 1." in capsys.readouterr().err


def test_a_single_case_of_elsewhere_takes_those_of_its_folder(company, capsys, monkeypatch):
    (company / "przypadki" / "zakup.schemat").write_text(frames.POSTING_SCHEME, encoding="utf-8")
    (company / "przypadki" / "p.plan").write_text(frames.PLAN, encoding="utf-8")
    monkeypatch.chdir(company.parent / "inna")
    assert dekret("test", company / "przypadki" / "a.przypadek") == 0


def test_rules_can_be_named(company, capsys, monkeypatch):
    monkeypatch.chdir(company.parent / "inna")
    cases = company / "przypadki"
    assert dekret("test", cases, "--rules", company) == 1
    assert "Przypadków: 2, zgodnych: 1" in capsys.readouterr().err
    assert dekret("test", cases / "a.przypadek", "--rules", company) == 0
    assert dekret("test", cases / "a.przypadek") == 1
    assert "Nie ma schematu RAMA" in capsys.readouterr().out


def test_a_scheme_is_held_against_the_chart_of_the_rules(company, capsys):
    assert dekret("check", "zakup.schemat") == 0
    assert "--rules FOLDER" in capsys.readouterr().err
    (company / "p.plan").write_text(frames.PLAN.replace("| 401 ", "| 409 "), encoding="utf-8")
    assert dekret("check", "zakup.schemat", "--rules", ".") == 1
    assert "posting/missing-account" in capsys.readouterr().out


def test_of_the_rules_around_errors_alone_are_told(company, capsys):
    (company / "inny.schemat").write_text(frames.POSTING_SCHEME.replace("RAMA", "INNY", 1) + "\xa0\n", encoding="utf-8")
    assert dekret("check", ".") == 0
    assert "inny.schemat" in capsys.readouterr().out
    assert dekret("check", "zakup.schemat", "--rules", ".") == 0
    assert "inny.schemat" not in capsys.readouterr().out
    (company / "inny.schemat").write_text("schemat", encoding="utf-8")
    assert dekret("check", "zakup.schemat", "--rules", ".") == 1
    assert "inny.schemat" in capsys.readouterr().out
