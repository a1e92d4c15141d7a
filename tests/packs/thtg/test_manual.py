"""The pages of the manual: examples of THTG run as they stand, every field is told; commands of WNT are there."""

import json
import re
from pathlib import Path

import pytest

import thtg_frames
from dekret import api
from dekret.cli.main import main
from dekret.model.faults import fields_of
from dekret.model.thtg import ThtgCompany, ThtgConfig


def examples(language):
    return re.findall(r"```json\n(.*?)```", api.manual_page("thtg", language), re.DOTALL)


@pytest.mark.parametrize("language", ["pl", "en"])
def test_every_field_of_the_configuration_is_told(language):
    page = api.manual_page("thtg", language)
    for name in fields_of(ThtgConfig):
        assert f"| `{name}` |" in page
    for name in fields_of(ThtgCompany):
        assert f"| `companies[].{name}` |" in page


@pytest.mark.parametrize("language", ["pl", "en"])
def test_the_examples_run(language, tmp_path, monkeypatch, capsys):
    thtg_frames.library(tmp_path)
    monkeypatch.chdir(tmp_path)
    for name, text in zip(("config", "kontrahenci", "faktury"), examples(language), strict=True):
        Path(f"{name}.json").write_text(text, encoding="utf-8")
    assert main(["thtg", "test"]) == 0
    assert main(["thtg", "contractors", "kontrahenci.json", "-o", "k.jsonl"]) == 0
    assert main(["thtg", "invoices", "faktury.json", "--mode", "2", "-o", "f.json"]) == 0
    capsys.readouterr()
    made = [json.loads(line) for line in Path("k.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [(each["action"], each["code"]) for each in made] == [
        ("exists", "ALOZA"),
        ("exists", "K_3123"),
        ("create", "K_3124"),
    ]
    cost, sale = json.loads(Path("f.json").read_text(encoding="utf-8"))
    assert (cost["elements"][0]["category"], cost["elements"][0]["category2"]) == ("501", "432")
    assert sale["register_name"] == "SPRZEDAŻ"


def test_a_refusal_writes_nothing(tmp_path, monkeypatch, capsys):
    thtg_frames.library(tmp_path)
    monkeypatch.chdir(tmp_path)
    card = {"kind": "client", "id": 1, "name": "Bez numerów", "modified": "2026-03-05"}
    good = {**card, "id": 2, "pesel": "78113012340"}
    Path("k.json").write_text(json.dumps([card, good]), encoding="utf-8")
    assert main(["thtg", "contractors", "k.json", "-o", "wynik.json"]) == 1
    assert not Path("wynik.json").exists()
    assert main(["thtg", "contractors", "k.json", "-o", "wynik.json", "--keep-going"]) == 1
    assert len(json.loads(Path("wynik.json").read_text(encoding="utf-8"))) == 1
    assert "THTG-KONTRAHENT/KLUCZ" in capsys.readouterr().err


def test_a_test_of_a_configuration_that_is_not_there(capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["thtg", "test"]) == 1
    assert "config.json" in capsys.readouterr().err
