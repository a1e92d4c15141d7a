"""`dekret edi` as it is typed: the page of the manual as printed, files, folders, standard input, refusals."""

import io
import json
from pathlib import Path

import pytest

from dekret.cli.main import main
from dekret.edi.examples import COMPANY, INVOICE, KNOWN_INVOICE, ORDER
from tutorials import play

NOW = ["--date", "2026-04-30"]


@pytest.mark.parametrize("language", ["pl", "en"])
def test_the_round_between_two_companies_works_as_printed(tmp_path, monkeypatch, language):
    monkeypatch.chdir(tmp_path)
    assert len(play("edi", language)) == 15
    assert json.loads(Path("ro.json").read_text(encoding="utf-8"))[0]["type"] == "customer_order"
    assert {each.name for each in Path("faktury").iterdir()} == {"FS_7_2025.xml"}
    (invoice,) = map(json.loads, Path("fz.jsonl").read_text(encoding="utf-8").splitlines())
    assert invoice["warehouse"] == "SKLEP"


def file_of(example):
    return example.rpartition(".xml\n")[2].partition("\n=== ")[0]


@pytest.fixture
def company(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("firma.kartoteka").write_text(COMPANY, encoding="utf-8")
    Path("przyszly").mkdir()
    Path("przyszly", "a.xml").write_text(file_of(ORDER), encoding="utf-8")
    Path("przyszly", "b.XML").write_text(file_of(INVOICE), encoding="utf-8")
    Path("przyszly", "czytaj.txt").write_text("nic", encoding="utf-8")
    return tmp_path


def test_a_folder_is_read_whole(company, capsys):
    assert main(["edi", "import", "przyszly", *NOW]) == 0
    shown = capsys.readouterr()
    assert [json.loads(line)["number"] for line in shown.out.splitlines()] == ["F/7", "ZAM/5"]
    assert "faktury zakupu z korektami: 1" in shown.err


def test_standard_input(company, capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(file_of(ORDER).encode())))
    assert main(["edi", "import", "-", *NOW]) == 0
    assert json.loads(capsys.readouterr().out)["number"] == "ZAM/5"


def test_all_or_nothing(company, capsys):
    Path("przyszly", "c.xml").write_text(file_of(ORDER)[:-30], encoding="utf-8")
    assert main(["edi", "import", "przyszly", "-o", "wynik.jsonl", *NOW]) == 1
    assert not Path("wynik.jsonl").exists()
    assert "mapping/broken-xml" in capsys.readouterr().err
    assert main(["edi", "import", "przyszly", "-o", "wynik.jsonl", "--keep-going", *NOW]) == 1
    assert len(Path("wynik.jsonl").read_text(encoding="utf-8").splitlines()) == 2


def test_created_goods_go_to_a_file(company, capsys):
    text = file_of(INVOICE).replace("2900000000018", "2900000000025")
    Path("nowy.xml").write_text(text, encoding="utf-8")
    assert main(["edi", "import", "nowy.xml", "-o", "w.json", "--created", "towary.txt", *NOW]) == 0
    rows = Path("towary.txt").read_text(encoding="utf-8").splitlines()
    assert rows[0] == "[Towary]"
    assert rows[-1].split()[1] == "2900000000025"
    assert "towary.txt" in capsys.readouterr().err


def test_documents_that_are_there(company, capsys):
    Path("znane.jsonl").write_text(KNOWN_INVOICE.rpartition("edi-znane.jsonl\n")[2], encoding="utf-8")
    assert main(["edi", "import", "przyszly/b.XML", "--documents", "znane.jsonl", *NOW]) == 1
    assert "edi/invoice-there" in capsys.readouterr().err
    Path("zle.jsonl").write_text("{zle}", encoding="utf-8")
    assert main(["edi", "import", "przyszly/b.XML", "--documents", "zle.jsonl", *NOW]) == 1
    assert "--documents" in capsys.readouterr().err


def test_a_result_is_never_one_of_the_files_read(company, capsys):
    assert main(["edi", "import", "przyszly/a.xml", "-o", "przyszly/a.xml", *NOW]) == 2
    assert "wśród plików wejściowych" in capsys.readouterr().err
    assert main(["edi", "import", "przyszly", "-o", "przyszly/a.xml", *NOW]) == 2


def test_an_empty_folder(company, capsys):
    Path("pusty").mkdir()
    assert main(["edi", "import", "pusty", *NOW]) == 1
    assert "Nie ma czego wczytać" in capsys.readouterr().err


def test_no_company(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    Path("a.xml").write_text(file_of(ORDER), encoding="utf-8")
    assert main(["edi", "import", "a.xml"]) == 2
    assert "kartoteki firmy" in capsys.readouterr().err


# --- price lists


def test_a_price_list(company, capsys):
    assert main(["edi", "prices", "aloza", "--group", "Hurtowa", "--number", "C/1", *NOW]) == 0
    text = Path("C_1.xml").read_text(encoding="utf-8")
    assert "<PriceCatalogueNumber>C/1</PriceCatalogueNumber>" in text
    assert "<UnitNetPrice>12.50</UnitNetPrice>" in text
    assert "<BuyerItemCode>998877</BuyerItemCode>" in text
    assert "aloza: 1" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["ALOZZA", "--group", "hurtowa"], "Czy chodziło o ALOZA"),
        (["ALOZA", "--group", "hurtowe"], "Nie ma grupy cenowej"),
        (["ALOZA", "--group", "hurtowa", "--goods-group", "KLEJE"], "Nie ma grupy towarów"),
    ],
)
def test_price_lists_that_nobody_can_make(company, capsys, words, said):
    assert main(["edi", "prices", *words, *NOW]) == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(("words", "said"), [(["ALOZA"], "--group"), (["--group", "hurtowa"], "KONTRAHENT")])
def test_a_price_list_is_for_one_contractor_by_one_group(company, capsys, words, said):
    with pytest.raises(SystemExit, match="2"):
        main(["edi", "prices", *words, *NOW])
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    ("code", "said"), [("2900000000018", "Towary bez kodu EAN: GUMA."), ("5900000000022", "ALOZA nie ma GLN")]
)
def test_who_and_what_has_no_code_is_named(company, capsys, code, said):
    Path("firma.kartoteka").write_text(COMPANY.replace(code, " " * 13), encoding="utf-8")
    assert main(["edi", "prices", "ALOZA", "--group", "hurtowa", "-o", "c.xml", *NOW]) == 2
    assert said in capsys.readouterr().err
    assert not Path("c.xml").exists()


@pytest.mark.parametrize(("more", "said"), [(["--number", " "], "--number"), (["-o", "c.txt"], "końcówką .xml")])
def test_an_empty_number_and_another_ending_are_refused(company, capsys, more, said):
    assert main(["edi", "prices", "ALOZA", "--group", "hurtowa", *more, *NOW]) == 2
    assert said in capsys.readouterr().err
    assert not Path("c.txt").exists()


def test_a_price_list_tells_what_it_leaves_out_and_what_it_rounds(company, capsys):
    text = COMPANY.replace("12,50 |", "7,1251 |").replace("[Ceny]", "| KLEJ | Klej | 2900000000025 |\n[Ceny]", 1)
    Path("firma.kartoteka").write_text(text, encoding="utf-8")
    assert main(["edi", "prices", "ALOZA", "--group", "hurtowa", "-o", "c.xml", *NOW]) == 0
    told = capsys.readouterr().err
    assert "poza cennikiem, towarów: 1 (KLEJ)" in told
    assert "GUMA 7.1251 → 7.13" in told
