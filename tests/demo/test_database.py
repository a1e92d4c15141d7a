"""The demo database: the tables of the description, entries that balance, keys that lead somewhere, the same rows."""

import datetime as dt
from pathlib import Path

import pytest

from dekret import api
from dekret.cli.main import main
from dekret.demo.database import fill_database
from dekret.errors import FileError
from dekret.store.database import open_any
from dekret.store.tables import tables

LAST = dt.date(2026, 3, 1)
LINES = 10_000


def fill(path, *, years=3, lines=LINES, **rest):
    return {found.table: found.rows for found in fill_database(path, LAST, years=years, lines=lines, **rest)}


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    path = tmp_path_factory.mktemp("baza") / "demo.duckdb"
    counts = fill(path)
    database = open_any(path)
    yield path, counts, database
    database.close()


@pytest.fixture
def ask(filled):
    return filled[2].rows


def test_tables_are_those_of_the_description(ask):
    found = {}
    known = "FROM duckdb_columns() WHERE schema_name = 'CDN' ORDER BY column_index"
    for table, column, type_ in ask(f"SELECT table_name, column_name, data_type {known}"):
        found.setdefault(table, []).append((column, type_))
    assert set(found) == {table.name for table in tables()}
    for table in tables():
        assert [name for name, _ in found[table.name]] == [column.name for column in table.columns]
        if not table.view:
            shown = [column.shown.partition("(")[0] if column.length else column.shown for column in table.columns]
            assert [type_ for _, type_ in found[table.name]] == shown, table.name


def test_names_and_targets_of_the_description_are_sound():
    names = [table.name.casefold() for table in tables()]
    assert len(set(names)) == len(names)
    for table in tables():
        columns = [column.name.casefold() for column in table.columns]
        assert len(set(columns)) == len(columns), table.name
        for column in table.columns:
            assert not column.target or column.target.casefold() in names, column.name


def test_no_table_is_empty(filled):
    _, counts, _ = filled
    assert not [name for name, count in counts.items() if not count]


def test_it_has_about_as_many_lines_as_wanted(filled):
    assert LINES * 0.9 < filled[1]["DekretyElem"] < LINES * 1.15


def test_keys_tell_rows_apart(ask):
    for table in tables():
        if table.key:
            assert ask(f"SELECT count(*) = count(DISTINCT {table.key.name}) FROM CDN.{table.name}")[0][0], table.name


REFERENCES = [
    (table, column) for table in tables() for column in table.columns if column.target and column.name != "Knt_Grupa"
]


def test_keys_lead_to_rows(ask):
    keys = {table.name: table.key for table in tables()}
    for table, column in REFERENCES:
        key = keys[column.target]
        lost = ask(
            f"SELECT count(*) FROM CDN.{table.name} WHERE {column.name} IS NOT NULL "
            f"AND {column.name} NOT IN (SELECT {key.name} FROM CDN.{column.target})"
        )
        assert lost == [(0,)], column.name


NOTHING = dict(
    part.partition("\n")[::2]
    for part in Path(__file__).with_name("consistency.sql").read_text(encoding="utf-8").rstrip(";\n").split("\n-- ")[1:]
)
"""Queries that find what must not be, by what is to be."""


@pytest.mark.parametrize("name", NOTHING)
def test_it_is_consistent(ask, name):
    assert ask(NOTHING[name])[:3] == []


def contents(database):
    """A number for the rows of every table, whatever their order."""
    return {
        table.name: database.rows(f"SELECT count(*), sum(hash(t)) FROM CDN.{table.name} AS t")[0] for table in tables()
    }


def test_the_same_years_give_the_same_rows(tmp_path):
    found = []
    for name in ("pierwsza", "druga"):
        fill(tmp_path / name, years=1, lines=3_000)
        database = open_any(tmp_path / name)
        found.append(contents(database))
        database.close()
    assert found[0] == found[1]


def test_copies_are_consistent_too(tmp_path, monkeypatch):
    monkeypatch.setattr("dekret.demo.database.POSTED", 3_000)
    monkeypatch.setattr("dekret.demo.database._AT_ONCE", 3_000)
    counts = fill(tmp_path / "kopie.duckdb", years=1, lines=6_000)
    assert 5_000 < counts["DekretyElem"] < 7_500
    database = open_any(tmp_path / "kopie.duckdb")
    wrong = [name for name, query in NOTHING.items() if database.rows(query.replace("- 2023", "- 2025"))]
    assert wrong == []
    numbers = "VaN_Dokument LIKE 'FV/1/%' OR VaN_Dokument LIKE 'FV/1-%'"
    assert database.number(f"SELECT count(DISTINCT VaN_PodID) FROM CDN.VatNag WHERE {numbers}") > 1
    database.close()


def test_a_file_that_is_there_is_kept_until_forced(filled, tmp_path, capsys):
    path = tmp_path / "moja.duckdb"
    path.write_text("moje", encoding="utf-8")
    assert main(["demo", "--db", str(path), "--lines", "5000"]) == 1
    assert "--force" in capsys.readouterr().err
    assert path.read_text(encoding="utf-8") == "moje"


def test_what_fails_leaves_nothing(tmp_path, monkeypatch):
    monkeypatch.setattr("dekret.demo.database._scripts", lambda: iter([("x.sql", ["SELECT 1 FROM nowhere"])]))
    with pytest.raises(Exception, match="nowhere"):
        fill(tmp_path / "x.duckdb", years=1, lines=5_000)
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(FileError):
        fill(tmp_path / "nie" / "ma.duckdb")


def test_the_command_says_what_it_made(tmp_path, capsys):
    path = tmp_path / "demo.duckdb"
    assert main(["demo", "--db", str(path), "--years", "1", "--lines", "5000", "--lang", "en"]) == 0
    said, written = capsys.readouterr()
    assert "CDN.DekretyElem" in said
    assert str(path) in written
    assert [found.name for found in tmp_path.iterdir()] == ["demo.duckdb"]


@pytest.mark.parametrize("words", [["--lines", "3"], ["--years", "0"]])
def test_wrong_numbers_are_told(tmp_path, words, capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["demo", "--db", str(tmp_path / "x.duckdb"), *words])
    assert stopped.value.code == 2
    assert words[0] in capsys.readouterr().err


def test_a_folder_and_a_database_are_not_both_made(tmp_path, capsys):
    assert main(["demo", str(tmp_path / "folder"), "--db", str(tmp_path / "x.duckdb")]) == 2
    assert "--db" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("language", ["pl", "en"])
def test_the_manual_has_every_column(language):
    page = api.manual_page("baza", language)
    for table in tables():
        assert f"CDN.{table.name}:" in page
        for column in table.columns:
            assert f"| {column.name} " in page


def test_the_worked_example_of_the_charts_runs(ask):
    """001:2178–2200: turnovers of registers."""
    found = ask(
        "SELECT BRa_Symbol, sum(BRp_Przychody - BRp_Rozchody) FROM CDN.BnkRachunki JOIN CDN.BnkRaporty "
        "ON BRa_BRaID = BRp_BRaID WHERE BRp_Zamkniety IN (0, 1) AND BRa_Typ = 2 GROUP BY BRa_Symbol ORDER BY 1"
    )
    assert [symbol for symbol, _ in found] == ["BANK", "EUR", "USD"]
