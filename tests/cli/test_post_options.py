"""`dekret post` with its options, and the commands around it: balance, unpost, explain."""

import csv
import io
import json
import re

import pytest

import batches
from batches import UNKNOWN, invoice, lay_out, write_jsonl
from dekret.cli.main import main


def dekret(*arguments):
    return main([str(argument) for argument in arguments])


def post(*arguments):
    return dekret("post", "-s", "ZAKUP", "--date", "2026-03-31", *arguments)


@pytest.fixture
def rules(tmp_path, monkeypatch):
    """The current folder: rules, one good document, a good one with an unknown party after it."""
    lay_out(tmp_path)
    write_jsonl(tmp_path / "d.jsonl", [invoice(1), invoice(2)])
    write_jsonl(tmp_path / "zle.jsonl", [invoice(3), invoice(4, **UNKNOWN), "{", invoice(5)])
    monkeypatch.chdir(tmp_path)
    return tmp_path


def journal(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


# --- CSV


def test_csv_as_a_polish_spreadsheet_reads_it(rules):
    text = {"description": "=HYPERLINK(1)", "party": {"code": "ALOZA"}, "category": "+48 58"}
    scheme = batches.SCHEME.replace("[Pozycje]", "opis = @Opis\n[Pozycje]")
    lay_out(rules, scheme=scheme)
    write_jsonl(rules / "d.jsonl", [invoice('7";x', **text), invoice(8, description="-1", category="@x")])
    assert post("d.jsonl", "-o", "dziennik.csv") == 0
    data = (rules / "dziennik.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfDziennik;Numer;Okres;Data;")
    assert data.count(b"\xef\xbb\xbf") == 1
    assert data.endswith(b"\r\n")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert [row["Kwota PLN"] for row in rows[:4]] == ["23,00", "23,00", "100,00", "100,00"]
    assert {row["Dokument"] for row in rows} == {'FZ/7";x', "FZ/8"}
    assert {row["Opis"] for row in rows} == {"'=HYPERLINK(1)", "'-1"}
    assert {row["Kategoria"] for row in rows} == {"'+48 58", "'@x"}
    assert {(row["Numer"], row["Rozrachunek"], row["Kurs"]) for row in rows} == {("1", "nie", ""), ("2", "nie", "")}


def test_a_negative_amount_is_a_number_of_the_spreadsheet_not_a_formula(rules):
    write_jsonl(rules / "d.jsonl", [invoice(1, elements=[{"rate": "23", "net": "-100.00", "vat": "-23.00"}])])
    assert post("d.jsonl", "-o", "dziennik.csv") == 0
    assert ";-23,00;" in (rules / "dziennik.csv").read_text(encoding="utf-8-sig")


def test_csv_in_english(rules):
    assert post("d.jsonl", "-o", "dziennik.csv", "--lang", "en") == 0
    assert (rules / "dziennik.csv").read_text(encoding="utf-8-sig").startswith("Journal;Number;Period;")


# --- the store


def stored(rules, capsys):
    """The trial balance of the store, as records."""
    capsys.readouterr()
    assert dekret("balance", "firma.duckdb", "--format", "json") == 0
    return json.loads(capsys.readouterr().out)


def test_posting_twice_is_refused_and_adds_nothing(rules, capsys):
    assert post("d.jsonl", "--db", "firma.duckdb") == 0
    before = stored(rules, capsys)
    assert post("d.jsonl", "--db", "firma.duckdb") == 1
    said = capsys.readouterr().err
    assert said.count("pack/posted-before") == 2
    assert "odrzucono: 2" in said
    assert stored(rules, capsys) == before


def test_one_refused_document_keeps_the_whole_batch_out_of_the_store(rules, capsys):
    assert post("d.jsonl", "--db", "firma.duckdb") == 0
    before = stored(rules, capsys)
    assert post("zle.jsonl", "--db", "firma.duckdb", "-o", "wynik.jsonl") == 1
    assert "niczego nie zapisano" in capsys.readouterr().err
    assert stored(rules, capsys) == before
    assert not (rules / "wynik.jsonl").exists()
    assert post("zle.jsonl", "--db", "firma.duckdb", "-o", "wynik.jsonl", "--keep-going") == 1
    assert {line["number"] for line in journal(rules / "wynik.jsonl")} == {3, 4}
    assert stored(rules, capsys) != before


def test_numbers_go_on_from_run_to_run(rules):
    found = []
    for number in range(1, 4):
        write_jsonl(rules / "d.jsonl", [invoice(number), invoice(10 + number, "2025-12-31")])
        assert post("d.jsonl", "--db", "firma.duckdb", "-o", "wynik.jsonl") == 0
        found += sorted({(line["period"], line["number"]) for line in journal(rules / "wynik.jsonl")})
    assert found == [("2025", 1), ("2026", 1), ("2025", 2), ("2026", 2), ("2025", 3), ("2026", 3)]


def test_what_was_taken_back_can_be_posted_again(rules, capsys):
    assert post("d.jsonl", "--db", "firma.duckdb") == 0
    before = stored(rules, capsys)
    assert dekret("unpost", "FZ/2", "--db", "firma.duckdb", "--type", "vat_purchase") == 2
    assert "zapis ZAKUP/2/2026" not in capsys.readouterr().out
    assert stored(rules, capsys) == before
    assert dekret("unpost", "FZ/2", "--db", "firma.duckdb", "--type", "vat_purchase", "--approved") == 0
    assert "FZ/2: zapis ZAKUP/2/2026, pozycji 4" in capsys.readouterr().err
    assert stored(rules, capsys) != before
    assert dekret("unpost", "FZ/2", "--db", "firma.duckdb", "--type", "vat_purchase") == 2
    assert dekret("unpost", "FZ/2", "--db", "nie-ma.duckdb", "--type", "vat_purchase") == 1
    write_jsonl(rules / "d.jsonl", [invoice(2)])
    assert post("d.jsonl", "--db", "firma.duckdb", "-o", "wynik.jsonl") == 0
    assert {line["number"] for line in journal(rules / "wynik.jsonl")} == {2}
    assert stored(rules, capsys) == before


def test_a_document_is_taken_back_by_its_number_alone(rules):
    assert post("d.jsonl", "--db", "firma.duckdb") == 0
    assert dekret("unpost", "FZ/2", "--db", "firma.duckdb", "--approved") == 0


def test_the_balance_of_the_store_is_that_of_the_journal(rules, capsys):
    assert post("d.jsonl", "zle.jsonl", "--keep-going", "--db", "firma.duckdb", "-o", "dziennik.jsonl") == 1
    figures = []
    for source in ("firma.duckdb", "dziennik.jsonl"):
        capsys.readouterr()
        assert dekret("balance", source, "--rules", ".") == 0
        figures.append(re.findall(r"\d[\d ]*,\d\d", capsys.readouterr().out))
    assert figures[0] == figures[1]
    store = stored(rules, capsys)
    assert dekret("balance", "dziennik.jsonl", "--format", "json") == 0
    lines = json.loads(capsys.readouterr().out)
    assert [{**each, "name": ""} for each in store] == [{**each, "name": ""} for each in lines]
    assert sum(float(each["debit"]) for each in lines) == sum(float(each["credit"]) for each in lines)


def test_names_of_opened_accounts_are_the_same_in_both_balances(rules, capsys):
    assert post("d.jsonl", "--db", "firma.duckdb", "-o", "dziennik.jsonl") == 0
    capsys.readouterr()
    outputs = []
    for source in ("firma.duckdb", "dziennik.jsonl"):
        assert dekret("balance", source, "--rules", ".", "--format", "json") == 0
        outputs.append(json.loads(capsys.readouterr().out))
    assert outputs[0] == outputs[1]


# --- rejects


def test_rejects_have_the_place_the_reasons_and_the_document(rules):
    assert post("d.jsonl", "zle.jsonl", "--rejects", "odmowy.jsonl", "-o", "wynik.jsonl") == 1
    assert not (rules / "wynik.jsonl").exists()
    unknown, broken = journal(rules / "odmowy.jsonl")
    assert (unknown["file"], unknown["line"]) == ("zle.jsonl", 2)
    assert [reason["id"] for reason in unknown["reasons"]] == ["kartoteka/unknown-party"]
    assert "NIKT" in unknown["reasons"][0]["message"]
    assert "[Podmioty]" in unknown["reasons"][0]["remedy"]
    assert unknown["document"] == invoice(4, **UNKNOWN)
    assert (broken["line"], broken["document"]) == (3, "{")


def test_rejects_can_be_corrected_and_posted(rules):
    assert post("zle.jsonl", "--rejects", "odmowy.jsonl", "--keep-going", "-o", "wynik.jsonl") == 1
    corrected = journal(rules / "odmowy.jsonl")[0]["document"] | {"party": {"code": "ALOZA"}}
    write_jsonl(rules / "poprawione.jsonl", [corrected])
    assert post("poprawione.jsonl", "-o", "reszta.jsonl") == 0
    assert len({line["document_id"] for name in ("wynik", "reszta") for line in journal(rules / f"{name}.jsonl")}) == 3


def test_rejects_of_a_clean_batch_are_empty(rules):
    assert post("d.jsonl", "--rejects", "odmowy.jsonl", "-o", "wynik.jsonl") == 0
    assert (rules / "odmowy.jsonl").read_text(encoding="utf-8") == ""


# --- what must not be written


@pytest.mark.parametrize("option", ["-o", "--rejects", "--db"])
@pytest.mark.parametrize("path", ["d.jsonl", "./d.jsonl", "zakup.schemat", "p.plan", "k.kartoteka"])
def test_an_output_that_is_an_input_or_a_rule_is_refused(rules, option, path, capsys):
    before = (rules / path).read_bytes()
    assert post("d.jsonl", option, path) == 2
    assert "wskaż inny plik wyniku" in capsys.readouterr().err
    assert (rules / path).read_bytes() == before


@pytest.mark.parametrize("options", [("-o", "x.jsonl", "--rejects", "x.jsonl"), ("-o", "x.db", "--db", "x.db")])
def test_two_outputs_of_one_name_are_refused(rules, options):
    assert post("d.jsonl", *options) == 2


@pytest.mark.parametrize("text", ["", "\n\n"])
@pytest.mark.parametrize("jobs", [1, 2])
def test_an_empty_input_says_so_and_keeps_what_was_written_before(rules, text, jobs, capsys):
    (rules / "pusty.jsonl").write_text(text, encoding="utf-8")
    (rules / "wynik.jsonl").write_text("stary\n", encoding="utf-8")
    assert post("pusty.jsonl", "-o", "wynik.jsonl", "--jobs", jobs) == 1
    said = capsys.readouterr().err
    assert "pusty.jsonl" in said
    assert "Niczego nie zapisano: nie ma dokumentów." in said
    assert (rules / "wynik.jsonl").read_text(encoding="utf-8") == "stary\n"


# --- several processes


def test_two_processes_write_the_same_file(rules, capsys):
    documents = [invoice(number) for number in range(1700)]
    documents[900] = invoice(900, **UNKNOWN)
    write_jsonl(rules / "d.jsonl", [*documents, invoice(5)])
    said = []
    for jobs in (1, 2):
        how = ("--keep-going", "--jobs", jobs, "-o", f"{jobs}.jsonl", "--rejects", f"odmowy-{jobs}.jsonl")
        assert post("d.jsonl", *how) == 1
        lines = capsys.readouterr().err.replace(f"{jobs}.jsonl", "x").splitlines()
        said.append([re.sub(r":\d+(?=: błąd)", "", line) for line in lines if "^" not in line])
    assert said[0] == said[1]
    for name in ("", "odmowy-"):
        assert (rules / f"{name}1.jsonl").read_bytes() == (rules / f"{name}2.jsonl").read_bytes()


def test_two_processes_point_at_the_same_place(rules, capsys):
    write_jsonl(rules / "d.jsonl", [invoice(1), invoice(1)])
    said = []
    for jobs in (1, 2):
        assert post("d.jsonl", "--jobs", jobs) == 1
        said.append(capsys.readouterr().err)
    assert said[0] == said[1]


@pytest.mark.parametrize("jobs", ["0", "65", "-1", "wiele"])
def test_a_number_of_processes_that_cannot_be(rules, jobs, capsys):
    with pytest.raises(SystemExit) as stop:
        post("d.jsonl", "--jobs", jobs)
    assert stop.value.code == 2
    assert "od 1 do 64" in capsys.readouterr().err or jobs == "-1"


# --- explain


def explain(*arguments):
    return dekret("explain", "-s", "ZAKUP", *arguments)


def test_of_several_documents_one_is_named(rules, capsys):
    assert explain("d.jsonl") == 2
    said = capsys.readouterr().err
    assert "--number" in said
    assert "FZ/1, FZ/2" in said
    assert explain("d.jsonl", "--number", "FZ/2") == 0
    assert capsys.readouterr().out.startswith("# FZ/2\n")
    assert explain("d.jsonl", "--number", "FZ/9") == 2
    assert explain("zle.jsonl", "--number", "FZ/4") == 1
    assert "kartoteka/unknown-party" in capsys.readouterr().out


@pytest.mark.parametrize(("name", "start"), [("x.html", "<!DOCTYPE html>"), ("x.txt", "# FZ/1")])
def test_the_form_of_an_explanation_is_told_by_the_name_of_its_file(rules, name, start):
    assert explain("d.jsonl", "--number", "FZ/1", "-o", name) == 0
    assert (rules / name).read_text(encoding="utf-8").startswith(start)


def test_an_explanation_as_json(rules, capsys):
    assert explain("d.jsonl", "--number", "FZ/1", "--format", "json") == 0
    assert json.loads(capsys.readouterr().out)["entry"]["document"]["number"] == "FZ/1"


def test_entries_of_the_buffer_are_approved(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    for kind, symbol, name in (
        ("plan", "MOJ", "m.plan"),
        ("kartoteka", "M", "m.kartoteka"),
        ("schemat", "Z", "z.schemat"),
        ("dokument", "D", "d.json"),
    ):
        assert main(["new", kind, symbol, "-o", name]) == 0
    scheme = (tmp_path / "z.schemat").read_text(encoding="utf-8")
    buffered = scheme.replace("dziennik = ZAKUP\n", "dziennik = ZAKUP\nksięgowanie przez bufor = tak\n")
    (tmp_path / "z.schemat").write_text(buffered, encoding="utf-8")
    assert main(["approve", "--db", "k.duckdb"]) == 1
    assert main(["post", "-s", "Z", "d.json", "--db", "k.duckdb"]) == 0
    assert main(["unpost", "FZ/1/03/2026", "--db", "k.duckdb"]) == 0
    assert main(["post", "-s", "Z", "d.json", "--db", "k.duckdb", "-o", "d.jsonl"]) == 0
    for source in ("k.duckdb", "d.jsonl"):
        capsys.readouterr()
        assert main(["balance", source]) == 0
        said = capsys.readouterr()
        assert "zapisów w buforze: 1" in said.err
        assert "123,00" in said.out
        assert main(["balance", source, "--without-buffer"]) == 0
        said = capsys.readouterr()
        assert "buforze" not in said.err
        assert "123,00" not in said.out
    assert main(["approve", "--db", "k.duckdb", "--monthly"]) == 0
    assert "zapisów: 1" in capsys.readouterr().err
    assert main(["balance", "k.duckdb"]) == 0
    assert "buforze" not in capsys.readouterr().err
    assert main(["unpost", "FZ/1/03/2026", "--db", "k.duckdb"]) == 2
    said = capsys.readouterr().err
    assert "ZAKUP/1/03/2026" in said
    assert "art. 25 ust. 2" in said
    assert main(["unpost", "FZ/1/03/2026", "--db", "k.duckdb", "--approved"]) == 0
    assert "ZAKUP/1/03/2026" in capsys.readouterr().err


# --- filters

FILTER = """filtr "DUZE"
[Ogólne]
nazwa = Od kwoty
typ = Rejestr VAT zakupu
[Warunek]
\"\"\"
@Netto>=?@n14.2|Od|&Od:150@?
\"\"\"
"""


@pytest.fixture
def filtered(rules):
    (rules / "duze.filtr").write_text(FILTER, encoding="utf-8")
    elements = [{"rate": "23", "net": "200.00", "vat": "46.00"}]
    write_jsonl(rules / "d.jsonl", [invoice(1), invoice(2, elements=elements), invoice(2, elements=elements)])
    return rules


def test_a_filter_leaves_documents_out(filtered, capsys):
    assert post("d.jsonl", "--filter", "duze", "-o", "j.jsonl", "--keep-going") == 1
    assert {line["document_number"] for line in journal(filtered / "j.jsonl")} == {"FZ/2"}
    err = capsys.readouterr().err
    assert "Filtr duze pominął dokumentów: 1." in err
    assert "odrzucono: 1" in err
    assert post("d.jsonl", "--filter", "DUZE", "--set", "Od=1000", "-o", "k.jsonl") == 0
    assert not (filtered / "k.jsonl").exists()
    assert "Filtr DUZE pominął dokumentów: 3." in capsys.readouterr().err


def test_a_filter_leaves_the_same_out_in_several_processes(filtered):
    many = [invoice(n, elements=[{"rate": "23", "net": f"{n}.00", "vat": "0.00"}]) for n in range(100, 200)]
    write_jsonl(filtered / "wiele.jsonl", many)
    assert post("wiele.jsonl", "--filter", "DUZE", "-o", "a.jsonl") == 0
    assert post("wiele.jsonl", "--filter", "DUZE", "-o", "b.jsonl", "--jobs", "2") == 0
    assert (filtered / "a.jsonl").read_bytes() == (filtered / "b.jsonl").read_bytes()
    assert len({line["document_number"] for line in journal(filtered / "a.jsonl")}) == 50


def test_what_one_filter_posted_another_one_leaves_out_of_a_store(filtered):
    (filtered / "male.filtr").write_text(FILTER.replace("DUZE", "MALE").replace(">=", "<"), encoding="utf-8")
    write_jsonl(
        filtered / "d.jsonl", [invoice(1), invoice(2, elements=[{"rate": "23", "net": "200.00", "vat": "46.00"}])]
    )
    assert post("d.jsonl", "--filter", "DUZE", "--db", "z.duckdb") == 0
    assert post("d.jsonl", "--filter", "MALE", "--db", "z.duckdb") == 0


def test_a_filter_that_documents_cannot_be_asked_stops_the_run(filtered, capsys):
    bad = FILTER.replace("typ = Rejestr VAT zakupu\n", "").replace("@Netto", "VaN_RazemNetto")
    (filtered / "duze.filtr").write_text(bad, encoding="utf-8")
    assert post("d.jsonl", "--filter", "DUZE") == 2
    assert "nie ma pola VaN_RazemNetto" in capsys.readouterr().err
    assert post("d.jsonl", "--filter", "DUZY") == 2
    assert "Czy chodziło o DUZE?" in capsys.readouterr().err


# --- tables to read


def test_tables_are_for_the_screen_and_not_for_a_file(rules, capsys):
    for words in (("-o", "j.jsonl"), ("-o", "d.csv"), ("--db", "d.duckdb", "-o", "d.csv")):
        assert post("d.jsonl", "--table", *words) == 2
        assert "--table albo -o" in capsys.readouterr().err
    assert not [path for name in ("j.jsonl", "d.csv", "d.duckdb") for path in rules.glob(name)]


def test_what_goes_to_a_store_is_shown_as_tables_where_they_are_asked_for(rules, capsys):
    assert post("d.jsonl", "--db", "d.duckdb") == 0
    assert capsys.readouterr().out == ""
    assert post("d.jsonl", "--db", "e.duckdb", "--table") == 0
    assert capsys.readouterr().out.count("| 401      | ") == 2
    assert post("d.jsonl", "--db", "e.duckdb", "--table") == 1
    assert "| 401" not in capsys.readouterr().out, "nothing was posted"
