"""`dekret chart filter`: filters as tables of conditions and as SQL, as a user types them."""

import datetime as dt
import io
import json
import shutil
import sys
from pathlib import Path

import duckdb
import pytest

from dekret.chart.language import Scope
from dekret.cli.main import main
from dekret.errors import UsageError
from dekret.packs.chart.filters import find_filter
from dekret.packs.library import load

FILTERS = Path(__file__).parents[1] / "cases" / "wykresy" / "filtry"
DETAL = """# DETAL: Sprzedaż detaliczna

[Warunki]
| Pole      | Operator   | Wartość |
|-----------|------------|---------|
| VaN_Detal | Jest równe | 1       |

# SQL
VaN_Detal=1
"""
TABLE = """| Grupa | Łącznik | Pole | Operator       | Wartość |
|-------|---------|------|----------------|---------|
|       | Oraz    | a    | Jest równe     | 1       |
| 1     | Lub     | b    | Zaczyna się od | x\\|y    |
| 1     | Lub     | c    | Jest jednym z  | 1; 'a;b' |
"""


@pytest.fixture
def shown(monkeypatch, capsys):
    def run(*words, stdin=""):
        monkeypatch.chdir(FILTERS)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode()), encoding="utf-8"))
        capsys.readouterr()
        code = main(["chart", "filter", *words])
        return code, *capsys.readouterr()

    return run


def test_a_filter_by_symbol_is_a_table_and_sql(shown):
    assert shown("DETAL") == (0, DETAL, "")
    assert shown("detal", "--format", "sql") == (0, "VaN_Detal=1\n", "")


def test_a_condition_and_its_table_are_each_others_way_back(shown):
    code, table, _ = shown("a=1 AND (b LIKE 'x|y%' OR c IN (1, 'a;b'))", "--format", "table")
    assert code == 0
    assert shown("-", "--format", "sql", stdin=table)[1] == "a=1 AND (b LIKE 'x|y%' OR c IN (1, 'a;b'))\n"
    assert shown("-", "--format", "table", stdin=TABLE)[1] == table
    assert shown("-", "--format", "sql", stdin=shown("DETAL", "--format", "file")[1])[1] == "VaN_Detal=1\n"


def test_what_is_no_tree_is_named_and_stays_a_text(shown):
    code, out, err = shown("OKRES")
    assert code == 0
    assert "[Warunki]" not in out
    assert "BZp_DataDok BETWEEN ?@D17|Od|" in out
    assert "?@X|Wszystkie|&Także rozliczone:0@? – z lewej stoi wartość, a nie kolumna" in err
    code, out, err = shown("LEN(a)=3", "--format", "table")
    assert (code, out) == (1, "")
    assert "LEN(a) – to funkcja" in err


def test_a_broken_condition_is_told_at_its_own_line(shown):
    code, out, err = shown("a = 1\nAND b =")
    assert (code, out) == (1, "")
    assert "warunek:2:" in err
    assert "chart/not-condition" in err
    code, _, err = shown("-", stdin="| Pole | Operator | Wartość |\n|---|---|---|\n| a | Między | 1 |\n")
    assert code == 1
    assert err.count("błąd:") == 1
    assert "-:3:" in err


def test_an_unknown_symbol_has_a_near_one(shown):
    code, _, err = shown("DETLA")
    assert code == 2
    assert "Czy chodziło o DETAL?" in err


def test_json_says_the_tree(shown):
    found = json.loads(shown("a=1 OR b='x'", "--format", "json")[1])
    assert found["sql"] == "a=1 OR b='x'"
    assert found["tree"]["joined"] == "or"
    assert found["tree"]["parts"][1] == {"field": "b", "operator": "Equals", "values": ["x"]}
    assert json.loads(shown("LEN(a)=1", "--format", "json")[1])["construct"] == "LEN(a)"


@pytest.fixture
def chart(monkeypatch, capsys):
    def run(*words, folder=FILTERS):
        monkeypatch.chdir(folder)
        capsys.readouterr()
        code = main(["chart", *words])
        return code, *capsys.readouterr()

    return run


def test_a_named_filter_brings_its_parameters(chart):
    code, out, _ = chart("params", "ZAPISY", "--filter", "KWOTA", "--set", "Kwota=5", "--date", "2026-03-31")
    assert code == 0
    names = [line.split("|")[1].strip() for line in out.splitlines()[2:]]
    assert names == ["Kwota", "Opis", "Od", "FiltrApp"]
    assert "(5=0 OR BZp_Kwota=5 OR BZp_Kwota=-5)" in out


def test_a_named_filter_and_one_that_is_typed_exclude_each_other(chart):
    code, _, err = chart("expand", "ZAPISY", "--filter", "KWOTA", "--app", "filtrapp=1=1")
    assert code == 2
    assert "wykluczają się" in err


def test_a_filter_of_another_table_is_told(chart):
    code, _, err = chart("expand", "ZAPISY", "--filter", "DETAL")
    assert code == 0
    assert "chart/filter-of-other-table" in err
    assert "CDN.BnkZapisy" in err


def test_a_filter_of_a_standard_pack_is_seen_where_it_is_global(tmp_path):
    text = (FILTERS / "detal.filtr").read_text(encoding="utf-8")
    (tmp_path / "detal.filtr").write_text(text, encoding="utf-8")
    (tmp_path / "bez-konta.filtr").write_bytes((FILTERS / "bez-konta.filtr").read_bytes())
    day = dt.date(2026, 3, 31)
    below = load([], [tmp_path])
    assert find_filter(below, "BEZ-KONTA", day)[0].scope is Scope.GLOBAL
    with pytest.raises(UsageError, match="only global ones are seen"):
        find_filter(below, "DETAL", day)
    assert find_filter(load([tmp_path]), "DETAL", day)[0].scope is Scope.USER


def test_a_filter_is_kept_with_the_session(chart, tmp_path):
    folder = tmp_path / "reguly"
    shutil.copytree(FILTERS, folder)
    with duckdb.connect(folder / "zapisy.duckdb") as database:
        database.execute((FILTERS / "zapisy.sql").read_text(encoding="utf-8"))

    def numbers(*words):
        code, out, err = chart(*words, "--session", "s.json", folder=folder)
        assert code == 0, err
        return [line.split("|")[1].strip() for line in out.splitlines()[2:] if line.startswith("|")]

    assert numbers("run", "ZAPISY", "--db", "zapisy.duckdb", "--filter", "BEZ-KONTA") == ["KP/2", "KP/3"]
    assert numbers("go", "refresh") == ["KP/2", "KP/3"]
    (folder / "od.filtr").write_text(
        'filtr "OD"\n[Ogólne]\nnazwa = Od kwoty\n[Warunek]\n"""\nBZp_Kwota>=?@n14.2|Ile|&Ile:0@?\n"""\n',
        encoding="utf-8",
    )
    assert numbers("go", "refresh", "--filter", "OD", "--set", "Ile=300") == ["KP/3"]
    assert numbers("go", "refresh") == ["KP/3"]


DOCUMENTS = """{"type": "vat_purchase", "number": "FZ/1", "issue_date": "2026-03-05", "party": {"code": "A"},
 "elements": [{"rate": "23", "net": "100.00", "vat": "23.00"}]}
{"type": "vat_purchase", "number": "FZ/2", "issue_date": "2026-03-05", "party": {"code": "B"},
 "elements": [{"rate": "23", "net": "300.00", "vat": "69.00"}]}
"""


def test_documents_answer_a_filter(shown, tmp_path):
    path = tmp_path / "d.jsonl"
    path.write_text(DOCUMENTS.replace(",\n", ","), encoding="utf-8")
    code, out, err = shown("Netto>=100 AND receipt_date<>'2026-03-01' OR party.code='b'", "--on", str(path))
    assert (code, err) == (0, "")
    assert [line.split("|")[2].strip() for line in out.splitlines()[2:]] == ["nieznane", "tak"]
    code, out, err = shown("VaN_Detal=1", "--on", str(path))
    assert (code, out) == (2, "")
    assert "dokument typu Rejestr VAT zakupu nie ma pola VaN_Detal" in err
    path.write_text('{"type": "vat_purchase"}\n', encoding="utf-8")
    assert shown("Netto=1", "--on", str(path))[0] == 1
