"""Answers that are remembered, and rows that are marked on a list, as a user types them."""

import json
from pathlib import Path

import duckdb
import pytest

from dekret.cli.main import main

GUID = "6F9619FF-8B86-D011-B42D-00C04FC964FF"
SCRIPT = """
CREATE SCHEMA CDN;
CREATE TABLE CDN.Kontrahenci (Knt_KntID INTEGER, Knt_Kod VARCHAR(20));
INSERT INTO CDN.Kontrahenci VALUES (1, 'ALOZA'), (2, 'MARKO'), (3, 'ZETO');
CREATE TABLE CDN.WkrZaznaczenia2 (WkZ2_GUID VARCHAR(50), WkZ2_GIDNumer INTEGER);
INSERT INTO CDN.WkrZaznaczenia2 VALUES ('{0}', 1), ('{0}', 3), ('INNE', 2);
"""
CHART = 'wykres "{0}"\n[Ogólne]\nnazwa = {0}\ntylko tabela = tak\n{1}\n[Zapytanie]\n"""{2}"""\n{3}'
MEMORY = """
SELECT Kod=Knt_Kod, Numer=Knt_KntID FROM CDN.Kontrahenci
WHERE Knt_KntID >= ?@n3|Od|&Od:REG=1@? AND Knt_KntID <= ?@n3|Do|&Do:3@? ORDER BY Knt_KntID
"""
LOWER = """
@PAR ?@Hn9|Numer|Numer:0@? PAR@
SELECT Kod=Knt_Kod, Uwaga=?@s20|Uwaga|&Uwaga:REG='brak'@? FROM CDN.Kontrahenci WHERE Knt_KntID = ??Numer
"""
BY_LIST = """
@PAR ?@X|Zaznaczenia|Zaznaczenia:1@? PAR@
SELECT Kod=Knt_Kod FROM CDN.Kontrahenci WHERE {Zaznaczenia(Knt_KntID, 1)} ORDER BY Kod
"""
BY_TABLE = """
@PAR ?@Hs50|ZazGUID|ZazGUID:''@? PAR@
SELECT Kod=Knt_Kod FROM CDN.Kontrahenci JOIN WkrZaznaczenia2 ON Knt_KntID = WkZ2_GIDNumer
WHERE WkZ2_GUID = ??_QZazGUID ORDER BY Kod
"""
CHARTS = {
    "PAMIEC": ("", MEMORY, "[Podwykresy]\n| Wykres | Lp |\n| NIZEJ | 1 |\n"),
    "NIZEJ": ("", LOWER, ""),
    "ZAZNACZONE": ("obsługa zaznaczeń = klauzula IN", BY_LIST, ""),
    "TABELA": ("obsługa zaznaczeń = tabela tymczasowa", BY_TABLE, ""),
}


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    with duckdb.connect("baza.duckdb") as connection:
        connection.execute(SCRIPT.format(GUID))
    for symbol, parts in CHARTS.items():
        Path(f"{symbol.lower()}.wykres").write_text(CHART.format(symbol, *parts), encoding="utf-8")

    def rows(*words):
        capsys.readouterr()
        assert main(["chart", *words, "--no-standard", "--format", "csv"]) == 0
        return capsys.readouterr().out.split()[1:]

    return rows


def chart(symbol):
    return ("run", symbol, "--db", "baza.duckdb")


def test_answers_are_remembered_where_the_author_says_so(run):
    memory = ("--memory", "pamiec.json")
    assert run(*chart("PAMIEC"), *memory, "--set", "Od=2", "--set", "Do=2") == ["MARKO;2"]
    assert json.loads(Path("pamiec.json").read_text(encoding="utf-8")) == {"pamiec": {"Od": "2"}}
    assert run(*chart("PAMIEC"), *memory) == ["MARKO;2", "ZETO;3"]
    assert run(*chart("PAMIEC"), *memory, "--set", "Od=3") == ["ZETO;3"]
    assert run(*chart("PAMIEC")) == ["ALOZA;1", "MARKO;2", "ZETO;3"]


def test_a_chart_that_is_opened_by_a_row_has_its_own_answers(run):
    kept = ("--session", "s.json", "--memory", "pamiec.json")
    run(*chart("PAMIEC"), *kept)
    assert run("go", "explore", "--in", "2", *kept) == ["MARKO;brak"]
    assert run("go", "refresh", "--set", "Uwaga=pilne", *kept) == ["MARKO;pilne"]
    run("go", "back", *kept)
    assert run("go", "explore", "--in", "3", *kept) == ["ZETO;pilne"]
    assert json.loads(Path("pamiec.json").read_text(encoding="utf-8"))["nizej"] == {"Uwaga": "pilne"}


def test_a_file_that_holds_no_answers_is_not_written_over(run):
    Path("obcy.json").write_text('{"a": 1}', encoding="utf-8")
    assert main(["chart", *chart("PAMIEC"), "--memory", "obcy.json", "--no-standard"]) != 0
    assert Path("obcy.json").read_text(encoding="utf-8") == '{"a": 1}'


@pytest.mark.parametrize(
    ("given", "expected"), [((), ["ALOZA", "MARKO", "ZETO"]), (("--selected", "1,3"), ["ALOZA", "ZETO"])]
)
def test_marked_rows_by_a_list(run, given, expected):
    assert run(*chart("ZAZNACZONE"), *given) == expected
    assert run(*chart("ZAZNACZONE"), "--selected", "") == []


def test_marked_rows_by_a_table_that_the_application_fills(run):
    assert run(*chart("TABELA"), "--app", f"ZazGUID={GUID}") == ["ALOZA", "ZETO"]
    assert run(*chart("TABELA"), "--app", f"zazguid={GUID.lower()}") == ["ALOZA", "ZETO"]
    assert run(*chart("TABELA")) == []
