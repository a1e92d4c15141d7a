"""`dekret chart columns check|run|time` on a small demo database, as a user types them."""

import shutil

import pytest

from dekret.cli.main import main

DAY = ["--date", "2026-03-31"]
DB = ["--db", "firma.duckdb"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory, small_demo):
    there = tmp_path_factory.mktemp("kolumny")
    shutil.copy(small_demo, there / "firma.duckdb")
    assert main(["new", "kolumny", "TOWARY", "-o", str(there / "towary.kolumny")]) == 0
    return there


@pytest.fixture
def dekret(folder, monkeypatch, capsys):
    monkeypatch.chdir(folder)

    def run(*words):
        capsys.readouterr()
        code = main(list(words))
        return code, *capsys.readouterr()

    return run


@pytest.fixture
def columns(dekret):
    return lambda *words: dekret("chart", "columns", *words)


@pytest.fixture
def changed(folder, tmp_path):
    """The started file with something else in it, beside the rules of the folder."""

    def change(old, new):
        text = (folder / "towary.kolumny").read_text(encoding="utf-8")
        assert old in text
        (tmp_path / "zmienione.kolumny").write_text(text.replace(old, new), encoding="utf-8")
        return str(tmp_path / "zmienione.kolumny")

    return change


def test_a_started_file_is_checked_with_and_without_a_database(columns):
    assert columns("check", "towary.kolumny") == (0, "", "TOWARY: kolumny zostały dodane poprawnie.\n")
    code, out, err = columns("check", "towary.kolumny", *DB)
    assert (code, out) == (0, "")
    assert err == "TOWARY: kolumny zostały dodane poprawnie; wierszy listy: 64.\n"


def test_a_wrong_name_is_told_with_its_place_and_the_nearest_one(columns, changed):
    name = changed("A.Twr_WagaKG", "A.Twr_Waga")
    assert columns("check", name)[0] == 0
    code, out, _ = columns("check", name, *DB)
    assert code == 1
    assert out.startswith(f"{name}:29:12: błąd: ")
    assert "nie ma kolumny A.Twr_Waga; najbliższa to Twr_WagaKG" in out


def test_a_file_takes_its_inserts_from_the_rules_that_are_named(columns, changed, tmp_path):
    name = changed("A.Twr_WagaKG", "@INS WAGA\\|\\| INS@")
    insert = 'wstawka "WAGA"\n\n[Ogólne]\nnazwa = Waga\n\n[Treść]\n"""\nA.Twr_WagaKG\n"""\n'
    (tmp_path / "wstawki").mkdir()
    (tmp_path / "wstawki" / "waga.wstawka").write_text(insert, encoding="utf-8")
    code, out, _ = columns("check", name, *DB)
    assert code == 1
    assert "chart/unknown-insert" in out + _
    code, out, _ = columns("run", name, *DB, "--rules", str(tmp_path / "wstawki"), "--limit", "1")
    assert code == 0
    assert "22,6000" in out


def test_a_file_with_errors_is_not_run(columns, changed):
    name = changed("| N4 ", "| F4 ")
    code, out, err = columns("run", name, *DB)
    assert (code, out) == (1, "")
    assert "chart/display-format" in err


def test_a_list_is_shown_with_formats_or_written_by_the_name_of_the_file(columns, folder):
    code, out, _ = columns("run", "CENNIK", *DB, *DAY, "--limit", "2")
    assert code == 0
    assert out.splitlines()[2].split("|")[3].strip() == "001001"
    code, out, err = columns("run", "CENNIK", *DB, *DAY, "-o", "cennik.csv")
    assert (code, out) == (0, "")
    assert "cennik.csv" in err
    assert (folder / "cennik.csv").read_text(encoding="utf-8-sig").splitlines()[1].split(";")[2] == "1001"
    assert columns("run", "CENNIK", *DB, *DAY, "-o", "cennik.pdf")[0] == 2
    assert not (folder / "cennik.pdf").exists()


def test_an_alias_is_given_by_the_application_and_its_value_is_never_code(columns):
    assert columns("run", "WYPLATY", *DB)[0] == 1
    code, out, _ = columns("run", "WYPLATY", *DB, "--app", "filtr_LookupListaPlac_ID=3")
    assert code == 0
    assert len(out.splitlines()) == 2 + 12
    code, _, err = columns("run", "WYPLATY", *DB, "--app", "filtr_LookupListaPlac_ID=3 OR 1=1")
    assert code == 1
    assert "chart/value-refused" in err


def test_times_are_a_table_with_a_line_for_each_table_and_column(columns):
    code, out, _ = columns("time", "towary.kolumny", *DB, "--repeat", "1")
    assert code == 0
    first = [line.split("|")[1].strip() for line in out.splitlines()[2:]]
    assert first == [
        "lista bez kolumn użytkownika",
        "+ tabela CDN.KodyCN (UsrA)",
        "+ kolumna Kod CN",
        "+ kolumna Waga",
        "+ kolumna Ilość",
        "wszystkie kolumny i tabele",
    ]


def test_expand_params_and_list_know_user_columns(dekret):
    code, out, _ = dekret("chart", "expand", "TOWARY")
    assert code == 0
    assert "LEFT JOIN CDN.KodyCN AS UsrA ON A.Twr_KCNId = UsrA.KCN_KCNId" in out
    code, out, _ = dekret("chart", "params", "CENNIK")
    assert code == 0
    assert "filtrMagazynGridLookup_ID" in out
    assert "kolumny użytkownika" in dekret("chart", "list")[1]


@pytest.mark.parametrize("words", [["check", "CENIK", *DB], ["run", "CENNIK"], ["bieg"], ["run", "CENIK", *DB]])
def test_wrong_usage(columns, words):
    code = 0
    try:
        code = columns(*words)[0]
    except SystemExit as stopped:
        code = stopped.code
    assert code == 2


def test_help_and_the_manual(columns, dekret):
    code, out, _ = columns("--help")
    assert code == 0
    assert all(name in out for name in ("check", "run", "time"))
    for language in ("pl", "en"):
        code, out, _ = dekret("docs", "kolumny", "--lang", language)
        assert code == 0
        assert all(word in out for word in ("#filtr_dtDataAkt#", "UsrA", "_DATASOURCE_", "1 234,50 zł"))


def test_columns_call_functions_of_packs_and_take_no_filter(dekret, columns, tmp_path):
    (tmp_path / "podwojona.funkcja").write_text(
        'funkcja "CDN.Podwojona"\n[Ogólne]\nnazwa = Podwojona\nparametry = @a\n[Wyrażenie]\n"""\n2 * @a\n"""\n',
        encoding="utf-8",
    )
    (tmp_path / "marki.kolumny").write_text(
        'kolumny "MARKI_X"\n[Ogólne]\nnazwa = Marki\n[Tabele domyślne]\n"""\nCDN.Marki\n"""\n'
        "[Kolumny]\n| Nazwa | Instrukcja |\n|---|---|\n| Numer | CDN.Podwojona(Mrk_MrkId) |\n",
        encoding="utf-8",
    )
    assert columns("check", "MARKI_X", "--rules", str(tmp_path), *DB)[0] == 0
    expand = ("chart", "expand", "MARKI_X", "--rules", str(tmp_path), *DAY)
    assert dekret(*expand, "--allow", "CDN.Marki")[0] == 0
    code, _, err = dekret(*expand, "--allow", "CDN.Towary")
    assert (code, "[chart/table-not-allowed]" in err) == (1, True)
    code, _, err = dekret(*expand, "--filter", "JAKIS")
    assert (code, "filtr JAKIS nie ma gdzie wejść" in err) == (2, True)
