"""`dekret bank sniff` as it is typed: findings, the format, the case, refusals."""

import json
from pathlib import Path

import pytest

from bank_samples import LINES, OWN, Shape, sample
from dekret.cli.main import main


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("Historia stycznia.csv").write_bytes(sample(Shape(footer=True)))
    return tmp_path


def sniff(*words, code=0):
    assert main(["bank", "sniff", *words]) == code


def test_the_format_goes_to_output_and_the_findings_beside_it(folder, capsys):
    sniff("Historia stycznia.csv")
    said = capsys.readouterr()
    assert 'format "HISTORIA-STYCZNIA"' in said.out
    assert "| Tytuł przelewu" in said.out
    assert "operacji: 6, nieodczytanych: 0" in said.err
    assert "ISO 8859-2 byłby to" in said.err


def test_comments_of_both_files_are_in_the_language_of_the_run(folder, capsys):
    sniff("Historia stycznia.csv", "-o", ".", "--lang", "en")
    for name in ("historia-stycznia.format", "historia-stycznia.przypadek"):
        text = Path(name).read_text(encoding="utf-8")
        comments = [line for line in text.splitlines() if line.startswith(("#", "opis", "nazwa"))]
        assert comments
        assert not [line for line in comments if "wiersz" in line or "Propozycja" in line or "sprawdź" in line]
        assert main(["check", name, "--strict"]) == 0


def test_both_files_are_written_and_read_the_sample(folder, capsys):
    sniff("Historia stycznia.csv", "-o", ".")
    assert {path.suffix for path in Path().iterdir()} == {".csv", ".format", ".przypadek"}
    assert main(["check", "historia-stycznia.format"]) == 0
    assert main(["fmt", "--check", "historia-stycznia.format", "historia-stycznia.przypadek"]) == 0
    assert main(["bank", "preview", "Historia stycznia.csv", "-f", "HISTORIA-STYCZNIA"]) == 0
    assert "UWAGA: są tu prawdziwe dane" in Path("historia-stycznia.przypadek").read_text(encoding="utf-8")


def test_files_that_are_there_stay(folder, capsys):
    Path("a.format").write_text("moje", encoding="utf-8")
    sniff("Historia stycznia.csv", "-o", "a.format", code=1)
    assert "--force" in capsys.readouterr().err
    assert Path("a.format").read_text(encoding="utf-8") == "moje"
    sniff("Historia stycznia.csv", "-o", "a.format", "--force", "--symbol", "BANK-A")
    assert 'format "BANK-A"' in Path("a.format").read_text(encoding="utf-8")
    assert Path("a.przypadek").exists()


@pytest.mark.parametrize("header", ["none", "titles", "long"])
def test_a_case_made_anonymous_tells_of_nobody_and_reads_the_same(folder, header):
    Path("Historia stycznia.csv").write_bytes(sample(Shape(header=header)))
    sniff("Historia stycznia.csv", "-o", ".", "--anonymize")
    case = Path("historia-stycznia.przypadek").read_text(encoding="utf-8")
    assert "Bursztyn" not in case
    assert OWN not in case
    for line in LINES[:5]:
        assert line.title not in case
        assert not line.party or line.party not in case
        assert not line.account or line.account not in case
        assert f"{line.amount:.2f}".replace(".", ",") in case
    assert "Kontrahent 1 sp. z o.o." in case
    assert ("[Wyciąg]" in case) is (header == "long"), "the header names the account"
    assert main(["test", "."]) == 0


def test_for_programs_all_is_one_object(folder, capsys):
    sniff("Historia stycznia.csv", "--format", "json")
    found = json.loads(capsys.readouterr().out)
    assert (found["symbol"], found["lines"], found["unread"]) == ("HISTORIA-STYCZNIA", 6, 0)
    assert {each["what"] for each in found["findings"]} >= {"kodowanie", "format daty", "kolumna 1"}
    assert found["format"].startswith("# Propozycja z pliku Historia stycznia.csv")


@pytest.mark.parametrize("cut", [200, 300, 460])
def test_a_sample_that_is_cut_off_is_an_error_and_gives_no_case_that_fails(folder, capsys, cut):
    assert main(["new", "mt940", "-o", "w.sta"]) == 0
    Path("w.sta").write_bytes(Path("w.sta").read_bytes()[:cut])
    Path("Historia stycznia.csv").unlink()
    sniff("w.sta", "-o", ".", code=1)
    said = capsys.readouterr().err
    assert "[bank/mt940-no-closing]" in said
    assert "Przypadku nie zapisano" in said
    assert {path.name for path in Path().iterdir()} == {"w.sta", "w.format"}


def test_an_encoding_that_is_known_is_taken(folder, capsys):
    sniff("Historia stycznia.csv", "--encoding", "ISO 8859-2")
    assert "kodowanie = ISO 8859-2" in " ".join(capsys.readouterr().out.split())
    sniff("Historia stycznia.csv", "--encoding", "EBCDIC", code=2)
    assert "Mazovia" in capsys.readouterr().err


def test_what_cannot_be_made_out_is_refused_with_the_reason(folder, capsys):
    Path("a.xlsx").write_bytes(b"PK\x03\x04" + bytes(99))
    sniff("a.xlsx", code=1)
    assert "XLSX" in capsys.readouterr().err
    sniff("nie-ma.csv", code=1)
    assert "nie-ma.csv" in capsys.readouterr().err


def test_a_name_of_a_standard_format_is_not_taken(folder, capsys):
    Path("ELIXIR-0.csv").write_bytes(sample(Shape()))
    sniff("ELIXIR-0.csv")
    assert 'format "ELIXIR-0-WYCIAG"' in capsys.readouterr().out


def test_everything_is_said_in_english_too(folder, capsys):
    assert main(["--lang", "en", "bank", "sniff", "Historia stycznia.csv"]) == 0
    said = capsys.readouterr()
    assert "6 lines, 0 not" in said.err
    assert "format daty" not in said.err


def test_that_only_the_ends_of_a_file_were_looked_at_is_said(folder, capsys):
    Path("duży.csv").write_bytes(sample(Shape(), LINES * 100))
    sniff("duży.csv", "--rows", "40")
    assert "--rows" in capsys.readouterr().err
    sniff("Historia stycznia.csv")
    assert "--rows" not in capsys.readouterr().err
