"""`dekret chart run|go|list` on a small demo database, as a user types them."""

import csv
import json
import shutil

import pytest

from dekret.cli.main import main

DAY = ["--date", "2026-03-31"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory, small_demo):
    there = tmp_path_factory.mktemp("wykresy")
    shutil.copy(small_demo, there / "firma.duckdb")
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
    assert "0 wierszy" in err


def test_charts_are_listed(chart):
    code, out, _ = chart("list")
    assert code == 0
    assert "KS-OBROTY-NA-KONTACH" in out


def test_what_is_no_chart_is_told_with_the_command_for_it(chart, tmp_path):
    assert main(["new", "filtr", "DUZE", "-o", str(tmp_path / "duze.filtr")]) == 0
    assert main(["new", "kolumny", "TOWARY", "-o", str(tmp_path / "towary.kolumny")]) == 0
    rules = ["--rules", str(tmp_path), "--db", "firma.duckdb", *DAY]
    code, out, err = chart("run", "DUZE", *rules)
    assert (code, out) == (2, "")
    assert "DUZE to filtr" in err
    assert "dekret chart filter DUZE" in err
    code, out, err = chart("run", "TOWARY", *rules)
    assert (code, out) == (2, "")
    assert "dekret chart columns run TOWARY" in err


def test_what_is_no_database_is_told_in_words(chart, tmp_path):
    statement = tmp_path / "wyciag.sta"
    statement.write_text(":20:1\n:25:PL\n" * 400, encoding="ascii")
    code, _, err = chart("run", "KS-OBROTY-NA-KONTACH", "--db", str(statement), *DAY)
    assert (code, f"{statement} nie jest plikiem DuckDB. Podaj inną ścieżkę." in err) == (1, True)
    code, _, err = chart("run", "KS-OBROTY-NA-KONTACH", "--db", ".", *DAY)
    assert (code, "to jest folder. Podaj ścieżkę pliku." in err) == (1, True)


@pytest.mark.parametrize(
    "limit",
    [
        ("--limit", "-1"),
        ("--limit", "0"),
        ("--limit", "2,5"),
        ("--timeout", "0"),
        ("--timeout", "inf"),
        ("--timeout", "x"),
    ],
)
def test_limits_that_limit_nothing_are_refused(chart, capsys, limit):
    with pytest.raises(SystemExit) as stopped:
        chart("run", "KS-OBROTY-NA-KONTACH", "--db", "firma.duckdb", *DAY, *limit)
    said = capsys.readouterr().err
    assert stopped.value.code == 2
    assert f"{limit[0]}: ma tu stać liczba" in said
    assert f"„{limit[1]}”" in said


def test_a_session_keeps_the_day_that_was_named(chart, folder):
    session = ["--session", "dzien.json"]
    code, out, _ = chart("run", "KS-OBROTY-NA-KONTACH", "--db", "firma.duckdb", *session, *DAY)
    assert code == 0
    assert chart("go", "explore", "--in", "1", "--to", "KS-ZAPISY-NA-KONTACH", *session)[0] == 0
    assert json.loads((folder / "dzien.json").read_text(encoding="utf-8"))["day"] == "2026-03-31"
    assert chart("go", "back", *session, "--date", "2026-02-28")[1] == out
    kept = json.loads((folder / "dzien.json").read_text(encoding="utf-8"))
    assert kept["day"] == "2026-02-28"
    (folder / "dzien.json").write_text(json.dumps({**kept, "day": "jutro"}), encoding="utf-8")
    code, _, err = chart("go", "refresh", *session)
    assert (code, "nie jest plikiem sesji" in err) == (2, True)


TWO_SERIES = """wykres "DWIE-SERIE"
[Ogólne]
nazwa = Dwie serie
[Zapytanie]
\"\"\"
SELECT PunktID=Acc_AccId, Nr=Acc_AccId, Konto=Acc_Numer,
    Winien=CAST(1234.5 AS DECIMAL(15,2)), Ma=CAST(-617.25 AS DECIMAL(15,2))
FROM CDN.Konta WHERE Acc_AccId <= ??Ile
@PAR ?@n5|Ile|Ile kont:2@? PAR@
\"\"\"
[Grafika]
\"\"\"
/@Type=4 /@Series=4,5
\"\"\"
"""


def test_all_series_remarks_and_no_rows(chart, folder, tmp_path):
    pytest.importorskip("vl_convert", reason="no vl-convert here (pip install 'dekret[pictures]')")
    (tmp_path / "dwie.wykres").write_text(TWO_SERIES, encoding="utf-8")
    run = ["run", "DWIE-SERIE", "--rules", str(tmp_path), "--db", "firma.duckdb", *DAY]
    code, out, err = chart(*run)
    assert (code, err) == (0, "")
    shown = [line.rpartition("|") for line in out.splitlines() if line[0] != "|"]
    assert [(before.split()[-1], len(bar), bar[0]) for before, _, bar in shown] == [
        *(("Winien", 40, "#"), ("Ma", 20, "-")),
        *(("Winien", 40, "#"), ("Ma", 20, "-")),
    ]
    assert "1 234,50" in out
    assert "1,234.50" in chart(*run, "--lang", "en")[1]
    code, _, err = chart(*run, "-o", "dwie.svg")
    assert (code, "Ma: koło nie pokazuje wartości ujemnych" in err) == (0, True)
    code, out, err = chart(*run, "--set", "Ile=0")
    assert (code, err) == (0, "0 wierszy: brak danych dla tych wartości.\n")
    assert len(out.splitlines()) == 2
    code, _, err = chart(*run, "--set", "Ile=0", "-o", "nic.svg", "--lang", "en")
    assert (code, "0 rows" in err) == (0, True)
    assert "no data" in (folder / "nic.svg").read_text(encoding="utf-8")


def test_a_type_of_picture_that_is_not_there_is_told_by_check(tmp_path, capsys):
    (tmp_path / "dwie.wykres").write_text(TWO_SERIES.replace("Type=4", "Type=9"), encoding="utf-8")
    capsys.readouterr()
    main(["check", str(tmp_path)])
    said = capsys.readouterr()
    assert "[chart/no-such-type]" in said.out + said.err
    assert "1 kolumnowy, 2 liniowy, 4 kołowy" in said.out + said.err


@pytest.mark.parametrize(("expected", "code"), [("1 234,50", 0), ("1234,50", 0), ("1 234,5", 0), ("12 34,50", 1)])
def test_rows_may_be_copied_from_a_run_into_a_case(tmp_path, expected, code):
    (tmp_path / "baza.sql").write_text(
        "CREATE SCHEMA CDN; CREATE TABLE CDN.Konta (Acc_AccId INTEGER, Acc_Numer VARCHAR);"
        "INSERT INTO CDN.Konta VALUES (1, '010');",
        encoding="utf-8",
    )
    (tmp_path / "dwie.wykres").write_text(TWO_SERIES, encoding="utf-8")
    (tmp_path / "dwie.przypadek").write_text(
        'przypadek "dwie"\nwykres = DWIE-SERIE\nbaza = baza.sql\n[Wynik]\n"""\n'
        f'| Konto | Winien |\n|---|---|\n| 010 | {expected} |\n"""\n',
        encoding="utf-8",
    )
    assert main(["test", str(tmp_path)]) == code
