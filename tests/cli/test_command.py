"""The command as its users type it."""

import io
import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

import frames
from dekret.cli.main import main

GOOD = (
    'schemat "ZAKUP"\n[Nagłówek]\nnazwa = Zakup\ntyp = Rejestr VAT zakupu\n'
    + frames.POSTING_SCHEME.split("zakupu\n")[1]
)
DOCUMENT = {
    "type": "vat_purchase",
    "number": "FZ/1",
    "issue_date": "2026-03-05",
    "party": {"code": "ALOZA"},
    "elements": [{"rate": "23", "net": "100.00", "vat": "23.00"}],
}
FIVE_WAYS = """schemat "ZEPSUTY"
[Naglowek]
nazwaa = Pięć błędów
typ = Rejestr VAT zakupu
[Pozycje]
| Konto Wn | Konto Ma | Słownik  | Kwota         | Warunek          |
|----------|----------|----------|---------------|------------------|
| 401      | 202-2-1  | Podmioty | @Netto * 0,23 | @Waluta 'PLN'    |
| 401      | 202-2-1  | Towarzy  | @Netot        |                  |
"""


def dekret(*arguments):
    return main([str(argument) for argument in arguments])


@pytest.fixture
def rules(tmp_path, monkeypatch):
    """A folder with a scheme, a chart and a company's file, which is the current one."""
    (tmp_path / "zakup.schemat").write_text(GOOD, encoding="utf-8")
    (tmp_path / "p.plan").write_text(frames.PLAN, encoding="utf-8")
    (tmp_path / "k.kartoteka").write_text(frames.DIRECTORY, encoding="utf-8")
    (tmp_path / "d.json").write_text(json.dumps(DOCUMENT), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_help_in_both_languages(capsys):
    assert dekret("--help") == 0
    assert "użycie:" in capsys.readouterr().out
    assert dekret("--lang", "en", "--help") == 0
    assert "usage:" in capsys.readouterr().out
    assert dekret() == 2


@pytest.mark.parametrize("command", ["check", "test", "fmt", "post", "docs", "demo", "new"])
@pytest.mark.parametrize("language", ["pl", "en"])
def test_help_of_every_command(command, language, capsys):
    with pytest.raises(SystemExit) as stop:
        dekret(command, "--help", "--lang", language)
    assert stop.value.code == 0
    assert ("opcje:" if language == "pl" else "options:") in capsys.readouterr().out


@pytest.mark.parametrize("command", ["export", "import"])
def test_values_are_named_in_one_language(command, capsys):
    for language, named, other in (("pl", "PLIK", "FILE"), ("en", "FILE", "PLIK")):
        with pytest.raises(SystemExit):
            dekret("bank", command, "--help", "--lang", language)
        said = capsys.readouterr().out
        assert named in said
        assert other not in said
        assert ("RRRR-MM-DD" in said) == (language == "pl")


def test_an_explanation_is_in_one_language(rules, capsys):
    assert dekret("explain", "-s", "ZAKUP", "d.json", "--lang", "en") == 0
    said = capsys.readouterr().out
    assert "Debit account: 221-1 | Credit account: 202-2-1 |" in said
    assert "Konto" not in said


def test_an_unknown_language(capsys):
    assert dekret("--lang", "de", "check") == 2
    assert "pl" in capsys.readouterr().err


def test_an_unknown_command_gets_the_nearest(capsys):
    assert dekret("chek") == 2
    assert "„check”" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["post"], "brakuje: PLIK, -s/--scheme"),
        (["check", "--fromat", "json"], "„--format”"),
        (["check", "--format", "xml"], "nie ma wartości „xml”"),
        (["post", "-s"], "-s/--scheme wymaga wartości"),
        (["demo", "--month", "marzec"], "--month: miesiąc ma postać RRRR-MM, np. 2026-01, a nie „marzec”"),
        (["bank", "match", "r.json", "--settle", "200"], "--settle: ocena to liczba od 1 do 100, a nie „200”"),
        (["bank", "import", "w", "--balance", "x"], "--balance: kwota to liczba, np. 1234,50, a nie „x”"),
        (
            ["bank", "import", "w", "--from", "1.2.26"],
            "--from: data ma postać RRRR-MM-DD, np. 2026-01-31, a nie „1.2.26”",
        ),
        (
            ["chart", "run", "w", "--set", "Maska"],
            "--set: ma tu stać NAZWA=WARTOŚĆ, np. Rok=2026, a nie „Maska”",
        ),
        (["bank", "sniff", "w", "--rows", "x"], "--rows: ma tu stać liczba całkowita, a nie „x”"),
        (["bank", "import", "w", "-o", "wyniki/"], "-o/--output: wyniki/ to folder; podaj też nazwę pliku"),
        (["post", "-s", "X", "d.json", "--db", "wyniki/"], "--db: wyniki/ to folder"),
        (["bank", "import", "w", "--balance", "x", "--lang", "en"], "--balance: an amount is a number, as 1234.50"),
    ],
)
def test_wrong_usage_is_said_in_words(words, said, capsys):
    with pytest.raises(SystemExit) as stop:
        dekret(*words)
    assert stop.value.code == 2
    assert said in capsys.readouterr().err


def test_five_errors_in_one_run_in_both_languages(tmp_path, capsys):
    path = tmp_path / "zepsuty.schemat"
    path.write_text(FIVE_WAYS, encoding="utf-8")
    assert dekret("check", path) == 1
    polish = capsys.readouterr().out
    for said in ("Czy chodziło o „nazwa”?", "0.23", "@Waluta <> 'PLN'", "„Towarzy”", "@Netto?", "5 błędów"):
        assert said in polish
    assert dekret("check", path, "--lang", "en") == 1
    english = capsys.readouterr().out
    for said in ("Did you mean 'nazwa'?", "0.23", "@Waluta <> 'PLN'", "'Towarzy'", "@Netto?"):
        assert said in english


@pytest.mark.parametrize("encoding", ["cp1250", "cp852"])
def test_files_of_old_windows_and_dos_still_work(rules, encoding, capsys):
    (rules / "zakup.schemat").write_bytes(GOOD.replace("\n", "\r\n").encode(encoding))
    assert dekret("check", ".") == 0
    assert "text/legacy-encoding" in capsys.readouterr().out
    assert dekret("post", "-s", "ZAKUP", "d.json") == 0


def test_a_scheme_pasted_from_a_word_processor_still_works(rules, capsys):
    pasted = GOOD.replace('"', "”").replace(" = ", "\xa0= ").replace("| 401 ", "| ’401′ ").replace("202-2-1", "202–2–1")
    (rules / "zakup.schemat").write_text(pasted, encoding="utf-8")
    assert dekret("check", ".") == 0
    assert "rulefile/pasted-characters" in capsys.readouterr().out
    assert dekret("post", "-s", "ZAKUP", "d.json") == 0
    assert '"account":"202-2-1-ALOZA"' in capsys.readouterr().out
    assert dekret("fmt", "zakup.schemat") == 0
    assert dekret("check", ".") == 0
    assert "pasted" not in capsys.readouterr().out


def test_check_forms(rules, capsys):
    (rules / "zly.schemat").write_text(FIVE_WAYS, encoding="utf-8")
    assert dekret("check", "zly.schemat", "--format", "json") == 1
    records = json.loads(capsys.readouterr().out)
    assert {record["severity"] for record in records} == {"error"}
    assert dekret("check", "zly.schemat", "--format", "github") == 1
    assert capsys.readouterr().out.startswith("::error file=zly.schemat,line=3,")


def test_check_explains_a_problem(capsys):
    assert dekret("check", "--explain", "posting/unbalanced-entry") == 0
    assert "Strony nie zgadzają się" in capsys.readouterr().out
    assert dekret("check", "--explain", "posting/unbalanced-entri") == 2
    assert "posting/unbalanced-entry" in capsys.readouterr().err


def test_docs(capsys):
    for topic in (
        "start",
        "schemat",
        "plan",
        "kartoteka",
        "przypadek",
        "makra",
        "funkcje",
        "macros",
        "functions",
        "scheme",
    ):
        assert dekret("docs", topic) == 0
        assert capsys.readouterr().out.startswith("# ")
    assert dekret("docs", "--problems") == 0
    assert "posting/unbalanced-entry" in capsys.readouterr().out
    assert dekret("docs", "nic") == 2


def test_post_to_standard_output_and_to_a_file(rules, capsys):
    assert dekret("post", "-s", "zakup", "d.json") == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(line["side"], line["account"], line["amount"]) for line in lines] == [
        ("Wn", "221-1", "23.00"),
        ("Ma", "202-2-1-ALOZA", "23.00"),
        ("Wn", "401", "100.00"),
        ("Ma", "202-2-1-ALOZA", "100.00"),
    ]
    assert {line["rule_file"] for line in lines} == {"zakup.schemat"}
    assert dekret("post", "-s", "zakup", "d.json", "-o", "dziennik.jsonl") == 0
    assert (rules / "dziennik.jsonl").read_text(encoding="utf-8").count("\n") == 4


def test_post_shows_a_table(rules, capsys):
    assert dekret("post", "-s", "ZAKUP", "d.json", "--table") == 0
    assert "| 401      | " in capsys.readouterr().out


def test_patterns_that_the_shell_left_are_expanded(rules, capsys):
    (rules / "faktury").mkdir()
    for number in (3, 1, 2):
        document = json.dumps({**DOCUMENT, "number": f"FZ/{number}"})
        (rules / "faktury" / f"{number}.json").write_text(document, encoding="utf-8")
    assert dekret("post", "-s", "ZAKUP", "faktury/*.json") == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert list(dict.fromkeys(line["document_number"] for line in lines)) == ["FZ/1", "FZ/2", "FZ/3"]
    assert dekret("check", "*.schemat", "**/*.json") == 0
    assert "Plików: 5." in capsys.readouterr().err
    (rules / "f[1].json").write_text(json.dumps(DOCUMENT), encoding="utf-8")
    assert dekret("post", "-s", "ZAKUP", "f[1].json") == 0
    assert dekret("post", "-s", "ZAKUP", "faktury/67*.xml") == 1
    assert "Żaden plik nie pasuje do wzorca" in capsys.readouterr().err


@pytest.mark.parametrize("text", ["", "[]", "\n"])
def test_a_file_without_documents_posts_nothing(rules, capsys, text):
    (rules / "pusty.json").write_text(text, encoding="utf-8")
    assert dekret("post", "-s", "ZAKUP", "pusty.json", "-o", "dziennik.jsonl") == 1
    said = capsys.readouterr().err
    assert "intake/no-documents" in said
    assert "pominięto: 0" in said
    assert "Niczego nie zapisano: nie ma dokumentów." in said
    assert not (rules / "dziennik.jsonl").exists()
    assert dekret("post", "-s", "ZAKUP", "pusty.json", "d.json") == 0


def test_strict_makes_warnings_errors(rules, capsys):
    (rules / "zakup.schemat").write_bytes(GOOD.encode("cp1250"))
    assert dekret("check") == 0
    assert dekret("check", "--strict") == 1
    assert "text/legacy-encoding" in capsys.readouterr().out
    (rules / "zakup.schemat").write_text(GOOD, encoding="utf-8")
    assert dekret("check", "--strict") == 0


def test_post_reads_standard_input(rules, capsys, monkeypatch):
    text = json.dumps(DOCUMENT) + "\n" + json.dumps({**DOCUMENT, "number": "FZ/2"}) + "\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    assert dekret("post", "-s", "ZAKUP", "-") == 0
    assert len(capsys.readouterr().out.splitlines()) == 8


def test_a_refused_document_stops_the_batch_unless_told(rules, capsys):
    bad = {**DOCUMENT, "number": "FZ/2", "party": {"code": "NIKT"}}
    (rules / "d.jsonl").write_text(json.dumps(DOCUMENT) + "\n" + json.dumps(bad) + "\n", encoding="utf-8")
    (rules / "dziennik.jsonl").write_text("stary\n", encoding="utf-8")
    assert dekret("post", "-s", "ZAKUP", "d.jsonl", "-o", "dziennik.jsonl") == 1
    captured = capsys.readouterr()
    assert "d.jsonl:2:" in captured.err
    assert "kartoteka/unknown-party" in captured.err
    assert "niczego nie zapisano" in captured.err
    assert "Do zaksięgowania dokumentów: 1" in captured.err
    assert "Zaksięgowano" not in captured.err
    assert (rules / "dziennik.jsonl").read_text(encoding="utf-8") == "stary\n"
    assert dekret("post", "-s", "ZAKUP", "d.jsonl", "-o", "dziennik.jsonl", "--keep-going") == 1
    assert (rules / "dziennik.jsonl").read_text(encoding="utf-8").count("FZ/1") >= 4
    assert {path.name for path in rules.iterdir()} == {
        "zakup.schemat", "p.plan", "k.kartoteka", "d.json", "d.jsonl", "dziennik.jsonl",
    }  # fmt: skip


def test_broken_rules_post_nothing(rules, capsys):
    (rules / "zly.schemat").write_text(FIVE_WAYS, encoding="utf-8")
    assert dekret("post", "-s", "ZAKUP", "d.json") == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "niczego nie uruchomiono" in captured.err


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["post", "-s", "ZAKUPY", "d.json"], 2, "ZAKUP"),
        (["post", "-s", "ZAKUP", "--plan", "X", "d.json"], 2, "RAMA"),
        (["post", "-s", "ZAKUP", "nie-ma.json"], 1, "nie-ma.json"),
        (["post", "-s", "ZAKUP", "d.json", "-o", "nie/ma/x.jsonl"], 1, "nie/ma/x.jsonl"),
        (["check", "nie-ma"], 1, "nie-ma"),
        (["check", "--explain", "x"], 2, "x"),
    ],
)
def test_what_is_not_there_is_named(rules, words, code, said, capsys):
    assert dekret(*words) == code
    assert said.replace("/", os.sep) in capsys.readouterr().err.replace("/", os.sep)


def test_a_folder_without_rules(tmp_path, capsys):
    assert dekret("check", tmp_path) == 1
    assert "Nie ma tu plików reguł" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["check", "test", "fmt"])
def test_a_statement_of_a_bank_is_no_rule_file(tmp_path, capsys, command):
    for name, text in (("w.sta", ":20:MT940\n:25:/PL1\n-\n"), ("w.csv", "Data;Kwota\n2026-01-15;1,00\n")):
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert dekret(command, tmp_path / name) == 1
        said = "".join(capsys.readouterr())
        assert said.count("błąd:") == 1
        assert "[rulefile/other-file]" in said
        assert f"dekret bank import {tmp_path / name}" in said


def test_a_header_is_advised_that_fits_the_file(tmp_path, capsys):
    (tmp_path / "a.przypadek").write_text("schemat = ZAKUP\n", encoding="utf-8")
    assert dekret("check", tmp_path) == 1
    assert 'np. przypadek "MOJ"' in capsys.readouterr().out


def test_a_folder_without_cases(rules, capsys):
    assert dekret("test") == 1
    assert "Nie ma tu przypadków, plików .przypadek („.”)." in capsys.readouterr().err


def test_documents_can_be_checked_too(rules, capsys):
    assert dekret("check", "d.json") == 0
    (rules / "zly.json").write_text(json.dumps({**DOCUMENT, "numbr": 1}), encoding="utf-8")
    assert dekret("check", "zly.json") == 1
    assert "„number”" in capsys.readouterr().out


def test_a_text_of_a_document_cannot_break_the_table(rules, capsys):
    (rules / "d.json").write_text(json.dumps({**DOCUMENT, "number": "a|b\x1b[31m c"}), encoding="utf-8")
    assert dekret("post", "-s", "ZAKUP", "d.json", "--table") == 0
    assert "a\\|b [31m c" in capsys.readouterr().out


def test_cases_pass_and_fail(rules, capsys):
    case = (
        'przypadek "zakup"\nschemat = ZAKUP\ndokument = d.json\n[Dekrety]\n| Konto Wn | Konto Ma | Kwota |\n'
        "| 221-1 | 202-2-1-ALOZA | 23,00 |\n| 401 | 202-2-1-ALOZA | 100,00 |\n"
    )
    (rules / "a.przypadek").write_text(case, encoding="utf-8")
    assert dekret("test") == 0
    assert "zgodnych: 1" in capsys.readouterr().err
    (rules / "a.przypadek").write_text(case.replace("100,00", "99,00"), encoding="utf-8")
    assert dekret("test") == 1
    captured = capsys.readouterr()
    assert (
        "| ! | Wn                 | 401           | 99,00 | Wn             | 401           | 100,00 |" in captured.out
    )
    assert "niezgodnych: 1" in captured.err


CASE_BEGUN = 'przypadek "{name}"\nschemat = ZAKUP\ndokument = d.json\n[Dekrety]\n'


@pytest.mark.parametrize("begun", ["", "| Konto Wn | Konto Ma | Kwota |\n|---|---|---|\n", "data = 2026-03-05\n\n"])
def test_a_case_that_is_only_begun_is_written_by_an_update(rules, capsys, begun):
    second = CASE_BEGUN.format(name="drugi") + "| Konto Wn | Konto Ma | Kwota |\n| 401 | | 7,00 |\n"
    path = rules / "a.przypadek"
    path.write_text(CASE_BEGUN.format(name="pierwszy") + begun + "\n" + second, encoding="utf-8")
    assert dekret("check") == 0
    assert dekret("test") == 1
    assert "dekret test --update" in capsys.readouterr().out
    assert dekret("test", "--update") == 0
    said = capsys.readouterr()
    assert "case/lines-differ" not in said.out
    assert "Wpisano to, co wyszło: a.przypadek." in said.err
    assert "Przypadków: 2, zgodnych: 2" in said.err
    text = path.read_text(encoding="utf-8")
    assert text.count("| 221-1    |") == 2
    assert "7,00" not in text
    assert ("data = 2026-03-05" in text) == ("data" in begun)
    assert dekret("fmt", "--check", path) == 0
    assert dekret("test") == 0


def test_a_begun_case_at_the_end_of_a_file_is_written(rules):
    path = rules / "a.przypadek"
    path.write_text(CASE_BEGUN.format(name="a").rstrip(), encoding="utf-8")
    assert dekret("test", "--update") == 0
    assert "[Dekrety]\n| Konto Wn |" in path.read_text(encoding="utf-8")


def test_what_an_update_cannot_write_still_fails(rules, capsys):
    path = rules / "a.przypadek"
    path.write_text(CASE_BEGUN.format(name="a") + "data = 2026-04-01\n", encoding="utf-8")
    assert dekret("test", "--update") == 1
    said = capsys.readouterr().out
    assert "case/date-differs" in said
    assert "case/lines-differ" not in said


def test_fmt_check_and_diff(rules, capsys):
    assert dekret("fmt", "--check") == 1
    assert "zakup.schemat" in capsys.readouterr().out
    before = (rules / "zakup.schemat").read_bytes()
    assert dekret("fmt", "--diff") == 0
    assert "+++ " in capsys.readouterr().out
    assert (rules / "zakup.schemat").read_bytes() == before
    assert dekret("fmt") == 0
    assert dekret("fmt", "--check") == 0


STANDARD = Path(__file__).parents[2] / "rules"


def test_standard_packs_are_clean():
    assert dekret("check", "--strict", STANDARD) == 0


def test_standard_packs_are_tidy():
    assert dekret("fmt", "--check", STANDARD) == 0


def test_the_cases_of_standard_packs_pass():
    """Those of charts run in tests/chart, each by itself: test_standard_analyses, test_user_columns."""
    of_charts = {"analizy", "kolumny"}
    assert of_charts < {folder.name for folder in STANDARD.iterdir()}
    assert dekret("test", *(folder for folder in STANDARD.iterdir() if folder.name not in of_charts)) == 0


@pytest.mark.parametrize("language", ["pl", "en"])
def test_the_tutorial_works_as_printed(tmp_path, monkeypatch, capsys, language):
    monkeypatch.chdir(tmp_path)
    assert dekret("docs", "start", "--lang", language) == 0
    text = capsys.readouterr().out
    commands = [
        line.strip() for line in text.splitlines() if line.startswith("    dekret ") and "  " not in line.strip()
    ]
    assert len(commands) == 11
    for command in commands:
        assert main(shlex.split(command)[1:]) == 0, command
    scheme = text[text.index('    schemat "ZAKUP"') :].split("\n\n##")[0]
    lines = [line.removeprefix("    ") for line in scheme.splitlines() if line.startswith("    ") or not line]
    (tmp_path / "zakup.schemat").write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert dekret("check") == 0
    assert dekret("test") == 0


def test_a_new_company_from_the_starting_files(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    for kind, symbol, name in (
        ("plan", "MOJ", "moj.plan"),
        ("kartoteka", "MOJA", "moja.kartoteka"),
        ("schemat", "ZAKUP", "zakup.schemat"),
        ("dokument", "X", "dokument.json"),
        ("przypadek", "pierwszy", "pierwszy.przypadek"),
    ):
        assert dekret("new", kind, symbol, "-o", name) == 0
    assert dekret("check") == 0
    assert dekret("test") == 0
    assert dekret("fmt", "--check") == 0
    assert dekret("new", "plan", "-o", "moj.plan") == 1
    assert dekret("new", "schemta") == 2
    assert "schemat" in capsys.readouterr().err


def run_process(*words, **settings):
    return subprocess.run([sys.executable, "-m", "dekret", *words], capture_output=True, check=False, **settings)


def test_a_console_of_code_page_1250_is_no_obstacle(rules):
    environment = {**os.environ, "PYTHONIOENCODING": "cp1250", "PYTHONUTF8": "0"}
    (rules / "zly.schemat").write_text(FIVE_WAYS.replace("Pięć", "漢字"), encoding="utf-8")
    result = run_process("check", "zly.schemat", env=environment)
    assert result.returncode == 1
    assert "Czy chodziło o „nazwa”?" in result.stdout.decode("utf-8")


def test_a_closed_pipe_is_no_error(rules):
    command = f'"{sys.executable}" -m dekret docs --problems | head -c 10'
    result = subprocess.run(command, shell=True, capture_output=True, check=False)  # noqa: S602 - our own words
    assert b"Traceback" not in result.stderr


def test_the_version():
    assert run_process("--version").stdout.startswith(b"dekret 0.")


# --- what a message names


def test_a_document_of_another_type_is_named_with_schemes_that_post_it(rules, capsys):
    (rules / "d.json").write_text(json.dumps({**DOCUMENT, "type": "vat_sale"}), encoding="utf-8")
    assert dekret("post", "-s", "ZAKUP", "d.json") == 1
    said = capsys.readouterr().err
    assert "Schemat ZAKUP księguje: Rejestr VAT zakupu, a ten dokument to: Rejestr VAT sprzedaży." in said
    assert "Wybierz schemat tego typu dokumentu, np. KSEF-SPRZEDAZ" in said
    assert dekret("post", "-s", "ZAKUP", "d.json", "--no-standard") == 1
    assert "Wybierz schemat tego typu dokumentu.\n" in capsys.readouterr().err


def test_a_party_that_is_not_on_file_gets_the_nearest(rules, capsys):
    (rules / "d.json").write_text(json.dumps({**DOCUMENT, "party": {"code": "ALOZAA"}}), encoding="utf-8")
    assert dekret("post", "-s", "ZAKUP", "d.json") == 1
    assert "Czy chodziło o ALOZA? Dopisz go" in capsys.readouterr().err


def test_a_macro_is_looked_for_in_the_page_of_its_language(rules, capsys):
    (rules / "zakup.schemat").write_text(GOOD.replace("@Vat ", "@Vta "), encoding="utf-8")
    assert dekret("check") == 1
    said = capsys.readouterr().out
    assert "„dekret docs makra”" in said
    assert "docs pola" not in said


def test_a_journal_has_one_of_two_endings(rules, capsys):
    assert dekret("post", "-s", "ZAKUP", "d.json", "-o", "x.txt") == 2
    assert ".jsonl albo .csv" in capsys.readouterr().err
    assert not (rules / "x.txt").exists()


@pytest.mark.parametrize(("group", "listed"), [("chart", "expand"), ("bank", "export, preview")])
def test_commands_of_a_command_are_listed_where_there_is_none(capsys, group, listed):
    assert dekret(group, "bla") == 2
    said = capsys.readouterr().err
    assert "Polecenia: " in said
    assert listed in said


def test_a_page_that_is_not_there_gets_the_nearest_ones(capsys):
    assert dekret("docs", "schema") == 2
    said = capsys.readouterr().err
    assert "Czy chodziło o --schema / schemat" in said
    assert dekret("docs", "nieznany", "--lang", "en") == 2
    said = capsys.readouterr().err
    assert "macros, document, payment" in said
    assert "makra" not in said
