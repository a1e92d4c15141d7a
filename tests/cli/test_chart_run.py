"""`dekret chart run|go|list` on a small demo database, as a user types them."""

import csv
import json
import os
from pathlib import Path

import pytest

from dekret.cli.main import main

DAY = ["--date", "2026-03-31"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    there = tmp_path_factory.mktemp("wykresy")
    before = Path.cwd()
    os.chdir(there)
    try:
        assert main(["demo", "--db", "firma.duckdb", "--lines", "5000"]) == 0
    finally:
        os.chdir(before)
    return there


@pytest.fixture
def chart(folder, monkeypatch, capsys):
    monkeypatch.chdir(folder)

    def run(*words):
        capsys.readouterr()
        code = main(["chart", *words])
        return code, *capsys.readouterr()

    return run


def test_exploring_back_and_forward(chart, folder):
    session = ["--session", "sesja.json", *DAY]
    code, out, _ = chart("run", "KS-OBROTY-NA-KONTACH", "--db", "firma.duckdb", *session)
    assert code == 0
    accounts = [line.split("|")[1].strip() for line in out.splitlines() if line.startswith("| ")][1:]
    code, entries, _ = chart("go", "explore", "--in", "1", "--to", "KS-ZAPISY-NA-KONTACH", *session)
    assert code == 0
    rows = [line.split("|")[1].strip() for line in entries.splitlines() if line.startswith("| ")][1:]
    assert set(rows) == {accounts[0]}
    assert chart("go", "back", *session) == (0, out, "")
    assert chart("go", "forward", *session) == (0, entries, "")
    assert chart("go", "first", *session)[1] == out
    kept = (folder / "sesja.json").read_bytes()
    code, shown, err = chart("go", "back", *session)
    assert (code, shown, err) == (1, "", "KS-OBROTY-NA-KONTACH jest pierwszym wykresem sesji.\n")
    assert chart("go", "first", *session) == (0, out, err)
    assert chart("go", "last", *session) == (0, entries, "")
    code, shown, err = chart("go", "forward", *session)
    assert (code, shown, err) == (1, "", "KS-ZAPISY-NA-KONTACH jest ostatnim wykresem sesji.\n")
    assert chart("go", "first", *session)[1] == out
    assert (folder / "sesja.json").read_bytes() == kept
    assert json.loads((folder / "sesja.json").read_text(encoding="utf-8"))


def test_result_goes_by_the_name_of_the_file(chart, folder):
    code, out, _ = chart("run", "KS-OBROTY-NA-KONTACH", "--db", "firma.duckdb", *DAY, "-o", "obroty.csv")
    assert (code, out) == (0, "")
    with (folder / "obroty.csv").open(encoding="utf-8-sig", newline="") as file:
        head, *rows = csv.reader(file, delimiter=";")
    assert head == ["Konto", "Obroty", "Nazwa"]
    assert rows
    code, _, err = chart("run", "KS-OBROTY-NA-KONTACH", "--db", "firma.duckdb", *DAY, "-o", "obroty.xls")
    assert code == 2
    assert "obroty.xls" in err
    assert not (folder / "obroty.xls").exists()


def test_unknown_chart_row_and_database_are_told(chart, folder):
    assert chart("run", "KS-NIE-MA", "--db", "firma.duckdb", *DAY)[0] != 0
    code, _, err = chart("run", "KS-OBROTY-NA-KONTACH", "--db", "nie-ma.duckdb", *DAY)
    assert code != 0
    assert "nie-ma.duckdb" in err
    assert not (folder / "nie-ma.duckdb").exists()
    session = ["--session", "druga.json", *DAY]
    assert chart("run", "KS-OBROTY-NA-KONTACH", "--db", "firma.duckdb", *session)[0] == 0
    assert chart("go", "explore", "--in", "9999", *session)[0] != 0


def test_a_result_without_rows_is_told(chart):
    code, out, err = chart("run", "KS-ZAPISY-NA-KONTACH", "--db", "firma.duckdb", "--set", "Konto=999", *DAY)
    assert (code, out.count("\n")) == (0, 2)
    assert "Żaden wiersz" in err


def test_charts_are_listed(chart):
    code, out, _ = chart("list")
    assert code == 0
    assert "KS-OBROTY-NA-KONTACH" in out
