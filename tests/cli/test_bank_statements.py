"""`dekret bank import`, `imported`, `match`, `explain` as they are typed."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from dekret.cli.main import main

STATEMENT = Path("wyciag.sta")


@pytest.fixture
def firma(tmp_path, monkeypatch, capsys):
    """A small company with the statement it begins with."""
    monkeypatch.chdir(tmp_path)
    for kind, name in (("plan", "moj.plan"), ("kartoteka", "moja.kartoteka"), ("mt940", "wyciag.sta")):
        assert main(["new", kind, *(["MOJ"] if kind != "mt940" else []), "-o", name]) == 0
    capsys.readouterr()
    return tmp_path


def dekret(*words, code=0):
    assert main([str(word) for word in words]) == code


def test_a_statement_goes_to_the_journal_in_one_line(firma):
    python = f'"{sys.executable}" -m dekret'
    command = f"{python} bank import wyciag.sta -o - | {python} post -s RAPORTY-KB - -o dziennik.jsonl"
    done = subprocess.run(command, shell=True, capture_output=True, check=False)  # noqa: S602 - as it is typed
    assert done.returncode == 0, done.stderr.decode(errors="replace")
    lines = [json.loads(line) for line in Path("dziennik.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {line["account"] for line in lines} == {"131", "202-2-1-ALOZA", "402-05", "752-1"}
    (file,) = {line["rule_file"] for line in lines}
    assert file.startswith("dekret:ksiegowosc/schematy/"), "a place that no other machine has"


def test_what_was_imported_is_said(firma, capsys):
    dekret("bank", "import", STATEMENT, "-o", "raport.json")
    said = capsys.readouterr().err
    assert "Zaimportowano pozycji: 3 (wpływy 12,34, wypływy 127,50 PLN); odmów: 0." in said
    assert "rachunek 1, nierozpoznany 2" in said
    assert "DOSTAWCA 1, PROWIZJE-OP 1, ODSETKI 1, bez reguły 0" in said
    assert "Zapisano raport.json: WB/61/2026/BANK." in said


def test_the_same_again_writes_nothing(firma, capsys):
    dekret("bank", "import", STATEMENT, "-o", "raport.json", "--db", "w.duckdb")
    capsys.readouterr()
    dekret("bank", "import", STATEMENT, "-o", "znowu.json", "--db", "w.duckdb")
    said = capsys.readouterr().err
    assert "już zaimportowane 3" in said
    assert "wyciag.sta:5  2026-03-05  -123,00 PLN  ALOZA SP. Z O.O.: ZAPLATA ZA FZ 1/03/2026" in said
    assert not Path("znowu.json").exists()
    dekret("bank", "imported", "--db", "w.duckdb")
    assert "wyciag.sta" in capsys.readouterr().out
    dekret("bank", "imported", "--db", "w.duckdb", "--take-back", 1)
    dekret("bank", "import", STATEMENT, "-o", "znowu.json", "--db", "w.duckdb")
    assert Path("znowu.json").exists()


def broken():
    """The statement with an amount that is none."""
    text = STATEMENT.read_text(encoding="utf-8").replace("D4,50N", "D4,5x0N")
    STATEMENT.write_text(text, encoding="utf-8", newline="\n")


def test_a_line_that_cannot_be_read_keeps_all_out_unless_told_otherwise(firma, capsys):
    broken()
    dekret("bank", "import", STATEMENT, "-o", "raport.json", "--db", "w.duckdb", "--rejects", "odmowy.jsonl", code=1)
    said = capsys.readouterr().err
    assert "wyciag.sta:10:" in said
    assert "wiersz zaczyna się od bajtu" in said
    assert "Odczytano pozycji: 2" in said
    assert "Niczego nie zapisano, bo są odmowy. Resztę" in said
    assert "Zaimportowano" not in said
    assert not Path("raport.json").exists()
    (reject,) = map(json.loads, Path("odmowy.jsonl").read_text(encoding="utf-8").splitlines())
    assert reject["line"] == 10
    assert "PROWADZENIE RAC" in json.dumps(reject)
    dekret("bank", "import", STATEMENT, "-o", "raport.json", "--db", "w.duckdb", "--keep-going", code=1)
    assert "różni się od salda końcowego wyciągu 9884,84 o 4,50" in capsys.readouterr().err
    assert len(json.loads(Path("raport.json").read_text(encoding="utf-8"))["entries"]) == 2


def test_what_was_refused_comes_in_once_it_is_mended(firma):
    whole = STATEMENT.read_text(encoding="utf-8")
    broken()
    dekret("bank", "import", STATEMENT, "-o", "raport.json", "--db", "w.duckdb", "--keep-going", code=1)
    STATEMENT.write_text(whole, encoding="utf-8", newline="\n")
    dekret("bank", "import", STATEMENT, "-o", "reszta.json", "--db", "w.duckdb")
    (entry,) = json.loads(Path("reszta.json").read_text(encoding="utf-8"))["entries"]
    assert (entry["amount"], entry["number"]) == ("4.50", "KW/2/2026/BANK")


def test_a_file_that_was_cut_and_the_whole_one_bring_each_line_once(firma, capsys):
    whole = STATEMENT.read_bytes()
    Path("ciety.sta").write_bytes(whole[: whole.index(b"PROWADZENIE")])
    dekret("bank", "import", "ciety.sta", "-o", "a.json", "--db", "w.duckdb", "--keep-going", code=1)
    capsys.readouterr()
    dekret("bank", "import", STATEMENT, "-o", "b.json", "--db", "w.duckdb")
    said = capsys.readouterr().err
    assert "[wyciag/rewritten]" in said
    assert "plik ciety.sta, import 1" in said
    assert "differs" not in said
    entries = [json.loads(Path(name).read_text(encoding="utf-8"))["entries"] for name in ("a.json", "b.json")]
    assert [[entry["amount"] for entry in each] for each in entries] == [["123.00", "4.50"], ["12.34"]]


def test_a_balance_cut_within_its_amount_is_told_with_what_to_look_at(firma, capsys):
    whole = STATEMENT.read_bytes()
    STATEMENT.write_bytes(whole[: whole.index(b"9884,84") + 5])
    dekret("bank", "import", STATEMENT, "-o", "r.json", "--strict", code=1)
    said = capsys.readouterr().err
    assert "plik ucięto w środku kwoty" in said
    assert "czy plik nie jest ucięty" in said


def test_a_report_of_every_statement(firma):
    text = STATEMENT.read_text(encoding="utf-8")
    second = (
        text.replace("61/1", "62/1")
        .replace("C260304PLN10000,00", "C260306PLN9884,84")
        .replace("9884,84\n-", "9769,68\n-")
    )
    STATEMENT.write_text(text + second, encoding="utf-8", newline="\n")
    dekret("bank", "import", STATEMENT, "-o", "raporty.jsonl", "--per-statement")
    reports = [json.loads(line) for line in Path("raporty.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [report["number"] for report in reports] == ["WB/61/2026/BANK", "WB/62/2026/BANK"]
    assert [len(report["entries"]) for report in reports] == [3, 3]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["-f", "MT9"], "MT940"),
        (["-r", "KASA"], "BANK"),
        (["--line-rules", "INNE"], "WYCIAGI"),
        (["--encoding", "EBCDIC"], "Mazovia"),
        (["-f", "PRZYKLAD-CSV"], "służy do eksportu"),
        (["-o", "wyciag.sta"], "wskaż inny plik"),
    ],
)
def test_wrong_words_are_said_before_anything_is_read(firma, capsys, words, said):
    dekret("bank", "import", STATEMENT, *words, code=2)
    assert said in capsys.readouterr().err


def test_a_file_that_looks_like_another_encoding(firma, capsys):
    text = STATEMENT.read_text(encoding="utf-8").replace(
        "PROWIZJA ZA PROWADZENIE RAC~21HUNKU", "Opłata za ksiażeczkę, wpłatę i żądanie~21"
    )
    STATEMENT.write_bytes(text.encode("cp1250"))
    dekret("bank", "import", STATEMENT, "-o", "r.json")
    assert "[wyciag/other-encoding]" in capsys.readouterr().err
    dekret("bank", "import", STATEMENT, "-o", "r.json", "--encoding", "Windows 1250")
    assert "[wyciag/other-encoding]" not in capsys.readouterr().err
    assert "książ" not in Path("r.json").read_text(encoding="utf-8")
    assert "żądanie" in Path("r.json").read_text(encoding="utf-8")


def test_nothing_of_a_file_is_obeyed_by_the_terminal(firma, capsys):
    text = STATEMENT.read_text(encoding="utf-8").replace("ZAPLATA", "Z\x1b[2JAPLATA").replace("D4,50", "D4\x1b[2J,50")
    text = text.replace("KAPITALIZACJA ODSETEK LUTY", "CO\x1b[2J")
    STATEMENT.write_text(text.replace(":25:", "\x1b[2J\n:25:"), encoding="utf-8", newline="\n")
    dekret("bank", "import", STATEMENT, "-o", "r.json", "--keep-going", code=1)
    dekret("bank", "match", "r.json", "--invoices", "r.json", code=1)
    dekret("bank", "explain", "r.json")
    shown = "".join(capsys.readouterr())
    assert shown.count("·[2J") >= 5
    assert "\x1b" not in shown


@pytest.mark.parametrize("form", ["MT940", "PRZYKLAD-WYCIAG"])
@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "sniff-empty"),
        (b" \r\n\r\n", "sniff-empty"),
        (":20:MT940\n:25:/PL1\n".encode("utf-16"), "sniff-utf16"),
        ("Data;Kwota\n2026-01-15;1,00\n".encode("utf-16-le"), "sniff-utf16"),
        (b"PK\x03\x04\x14\0\0\0", "sniff-binary"),
        (b'<?xml version="1.0"?><Document/>', "sniff-xml"),
    ],
)
def test_a_file_that_is_no_statement_is_told_whatever_the_format(firma, capsys, form, data, problem):
    Path("w.txt").write_bytes(data)
    dekret("bank", "import", "w.txt", "-f", form, "-o", "r.json", "--db", "w.duckdb", "--keep-going", code=1)
    said = capsys.readouterr().err
    assert f"[bank/{problem}]" in said
    assert said.count("[") == 1
    assert "Niczego nie zapisano: są odmowy, a żadnej nowej pozycji nie wczytano." in said
    assert not Path("r.json").exists()
    dekret("bank", "preview", "w.txt", "-f", form, code=1)
    assert f"[bank/{problem}]" in capsys.readouterr().err


def test_a_file_that_is_no_statement_leaves_the_others(firma):
    Path("pusty.sta").write_bytes(b"")
    dekret("bank", "import", "pusty.sta", STATEMENT, "-o", "r.json", "--keep-going", code=1)
    assert len(json.loads(Path("r.json").read_text(encoding="utf-8"))["entries"]) == 3


def test_a_statement_without_lines_is_fine(firma, capsys):
    head, _, _ = STATEMENT.read_text(encoding="utf-8").partition(":61:")
    STATEMENT.write_text(f"{head}:62F:C260306PLN10000,00\n-\n", encoding="utf-8", newline="\n")
    dekret("bank", "import", STATEMENT, "-o", "r.json")
    assert "Niczego nie zapisano: wyciąg nie ma żadnej pozycji." in capsys.readouterr().err


INVOICE = {
    "type": "vat_purchase",
    "number": "FZ/1/03/2026",
    "issue_date": "2026-03-05",
    "party": {"code": "ALOZA"},
    "elements": [{"rate": "23", "net": "100.00", "vat": "23.00"}],
}


def test_proposals_settle_nothing_until_told(firma, capsys):
    Path("fz.json").write_text(json.dumps(INVOICE), encoding="utf-8")
    dekret("bank", "import", STATEMENT, "-o", "raport.json")
    capsys.readouterr()
    dekret("bank", "match", "raport.json", "--invoices", "fz.json")
    shown, said = capsys.readouterr()
    assert "100  FZ/1/03/2026 123,00: numer FZ/1/03/2026 w tytule; rachunek podmiotu; kwota równa" in shown
    assert "To tylko propozycje" in said
    dekret("bank", "match", "raport.json", "--invoices", "fz.json", "--settle", 90, "-o", "rozliczenia.jsonl")
    (settled,) = map(json.loads, Path("rozliczenia.jsonl").read_text(encoding="utf-8").splitlines())
    assert (settled["left"]["number"], settled["right"]["number"]) == ("FZ/1/03/2026", "KW/1/2026/BANK")
    dekret("bank", "match", "raport.json", "--invoices", "fz.json", "-o", "propozycje.jsonl")
    first, *_ = map(json.loads, Path("propozycje.jsonl").read_text(encoding="utf-8").splitlines())
    assert (first["entry"], first["match"]["proposal"]["score"]) == ("KW/1/2026/BANK", 100)


def test_why_an_entry_has_its_account(firma, capsys):
    dekret("bank", "import", STATEMENT, "-o", "raport.json")
    capsys.readouterr()
    dekret("bank", "explain", "raport.json", "--number", "KW/2/2026/BANK")
    shown = capsys.readouterr().out
    assert "Propozycja: konto 402-05" in shown
    assert "reguła PROWIZJE-OP" in shown
    dekret("bank", "explain", "raport.json", "--number", "KW/9/2026/BANK", code=1)


def test_standard_input_is_read_twice_where_the_store_asks(firma, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(STATEMENT.read_bytes())))
    dekret("bank", "import", "-", "-o", "raport.json", "--db", "w.duckdb")
    assert len(json.loads(Path("raport.json").read_text(encoding="utf-8"))["entries"]) == 3


def test_english(firma, capsys):
    dekret("bank", "import", STATEMENT, "-o", "raport.json", "--lang", "en")
    assert "Lines imported: 3 (in 12.34, out 127.50 PLN); refused: 0." in capsys.readouterr().err


def test_a_preview_shows_what_was_read(firma, capsys):
    dekret("bank", "preview", STATEMENT, "-f", "MT940")
    shown = capsys.readouterr().out
    assert "Pozycja 1, wiersz 5, bajt " in shown
    assert "| Rachunek podmiotu | 31998100180000202600000019 |" in shown
    assert "10 000,00 PLN 2026-03-04" in shown
    dekret("bank", "preview", STATEMENT, "-f", "MT940", "-o", "p.html", code=2)


def test_strict_makes_a_refusal_of_a_balance_that_differs(firma, capsys):
    dekret("bank", "import", STATEMENT, "-o", "r.json", "--balance", "900,00", "--strict", code=1)
    said = capsys.readouterr().err
    assert "różni się" in said
    assert "bo są ostrzeżenia (--strict)" in said
    assert not Path("r.json").exists()
    dekret("bank", "import", STATEMENT, "-o", "r.json", "--balance", "900,00")
    assert Path("r.json").exists()


def test_a_report_is_no_invoice(firma, capsys):
    dekret("bank", "import", STATEMENT, "-o", "r.json")
    capsys.readouterr()
    dekret("bank", "match", "r.json", "--invoices", "r.json", "-o", "p.jsonl", code=1)
    said = capsys.readouterr().err
    assert "[wyciag/no-invoice]" in said
    assert "Niczego nie zapisano, bo są odmowy" in said
    assert not Path("p.jsonl").exists()


@pytest.mark.parametrize("text", ["", "[]", "\n"])
def test_a_report_without_entries_is_nothing_to_match_or_explain(firma, capsys, text):
    Path("r.json").write_text(text, encoding="utf-8")
    Path("fz.json").write_text(json.dumps(INVOICE), encoding="utf-8")
    dekret("bank", "match", "r.json", "--invoices", "fz.json", "-o", "p.jsonl", code=1)
    said = capsys.readouterr().err
    assert "W raportach nie ma żadnego zapisu" in said
    assert "Niczego nie zapisano: nie ma czego." in said
    assert not Path("p.jsonl").exists()
    dekret("bank", "explain", "r.json", code=1)
    assert "W tych raportach nie ma żadnego zapisu." in capsys.readouterr().err


def test_what_is_no_report_is_told_by_both(firma, capsys):
    Path("fz.json").write_text(json.dumps(INVOICE), encoding="utf-8")
    for words in (["explain"], ["match", "--invoices", "fz.json"]):
        command, *more = words
        dekret("bank", command, STATEMENT, *more, code=1)
        said = capsys.readouterr().err
        assert "dekret bank import wyciag.sta -o raport.json" in said
        assert "nie ma takiego zapisu" not in said.lower()
    dekret("bank", "explain", "fz.json", code=1)
    said = capsys.readouterr().err
    assert "[wyciag/no-report]" in said
    assert "--invoices" not in said
    dekret("bank", "match", "fz.json", "--invoices", "fz.json", code=1)
    assert "faktury wskaż opcją --invoices" in capsys.readouterr().err


def test_an_entry_that_is_not_there_is_named_with_those_there_are(firma, capsys):
    dekret("bank", "import", STATEMENT, "-o", "r.json")
    capsys.readouterr()
    dekret("bank", "explain", "r.json", "--number", "KW/7/2026/BANK", code=1)
    said = capsys.readouterr().err
    assert "nie ma zapisu KW/7/2026/BANK. Zapisów jest 3: od KW/1/2026/BANK do KP/1/2026/BANK." in said
    assert "Czy chodziło o" in said


def test_bad_rates_are_no_rules(firma, capsys):
    Path("kursy.csv").write_bytes("waluta;data;kurs\nEUR;2026-01-15;x\n".encode("utf-16"))
    dekret("bank", "import", STATEMENT, "--rates", "kursy.csv", code=1)
    said = capsys.readouterr().err
    assert "Plik kursów ma błędy, więc niczego nie zaimportowano." in said
    assert "1 błąd\n" in said
    assert "UTF-16" not in said


def test_the_encoding_of_a_report_is_told_by_all_that_read_it(firma, capsys):
    dekret("bank", "import", STATEMENT, "-o", "r.json")
    Path("r.json").write_bytes(Path("r.json").read_text(encoding="utf-8").encode("utf-16"))
    Path("fz.json").write_text(json.dumps(INVOICE), encoding="utf-8")
    capsys.readouterr()
    for words in (
        ["post", "-s", "RAPORTY-KB"], ["check"], ["bank", "explain"], ["bank", "match", "--invoices", "fz.json"],
    ):  # fmt: skip
        command, *more = words if words[0] != "bank" else (" ".join(words[:2]), *words[2:])
        dekret(*command.split(), "r.json", *more)
        assert "Plik odczytano jako UTF-16, a nie UTF-8. [intake/legacy-encoding]" in "".join(capsys.readouterr())


def test_entries_are_held_against_something(firma, capsys):
    dekret("bank", "match", "r.json", code=2)
    assert "--payments" in capsys.readouterr().err


ROWS_FORMAT = """format "CSV"
[Ogólne]
nazwa = CSV
format do = import
kodowanie = UTF8
separator pól = ";"
format daty = RRRR-MM-DD
separator dziesiętny = ","
[Pozycje]
| Pole            | Typ    |
|-----------------|--------|
| Data operacji   | Liczba |
| Kwota płatności | Liczba |
"""


@pytest.mark.parametrize("command", ["import", "preview"])
def test_mt940_by_a_format_of_rows_is_told_once(firma, capsys, command):
    Path("csv.format").write_text(ROWS_FORMAT, encoding="utf-8")
    output = ("-o", "r.json") if command == "import" else ()
    dekret("bank", command, STATEMENT, "-f", "CSV", *output, code=1)
    said = "".join(capsys.readouterr())
    assert said.count("błąd:") == 1
    assert "wyciag.sta wygląda na wyciąg MT940, a format CSV czyta" in said
    assert "-f MT940" in said


def test_letters_in_an_amount_are_told_as_such(firma, capsys):
    text = STATEMENT.read_text(encoding="utf-8").replace("D4,50N", "D4x,50N")
    STATEMENT.write_text(text, encoding="utf-8", newline="\n")
    dekret("bank", "import", STATEMENT, "-o", "raport.json", code=1)
    assert "Pole 61: tutaj powinno być: kwota z cyfr i jednego przecinka" in capsys.readouterr().err
