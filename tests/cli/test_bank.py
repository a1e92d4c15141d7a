"""`dekret bank` as it is typed: files written, kept, refused, taken back."""

import datetime as dt
import json
import re
from pathlib import Path

import duckdb
import pytest

from dekret.bank.white_list import digest
from dekret.cli.main import main
from dekret.errors import FileError
from dekret.store.files import Output
from dekret.values.identifiers import nrb_of

DIRECTORY = """kartoteka "MOJA"
[Firma]
nazwa = Bursztyn sp. z o.o.
nip = 5580730219
[Rejestry]
| Rejestr | Rachunek                   | Format przelewów | Format US | Format MPP |
|---------|----------------------------|------------------|-----------|------------|
| BANK    | 24101000000000123456789012 | ELIXIR-0         | ELIXIR-0  | ELIXIR-0   |
[Podmioty]
| Kod   | Nazwa            | NIP        | Rachunek                   |
|-------|------------------|------------|----------------------------|
| ALOZA | Aloza sp. z o.o. | 6736819308 | 61114020044000000000001234 |
"""
PAYMENT = {
    "number": "FZ/1/2026",
    "state": "approved",
    "amount": "123.45",
    "party": {"code": "ALOZA"},
    "execution_date": "2026-01-15",
    "description": ["FV 1/2026"],
}
TAX = {
    **PAYMENT,
    "number": "VAT-7",
    "kind": "tax",
    "account": "14101000712222525000000900",
    "party": {"name": "Urząd Skarbowy"},
    "description": [],
    "tax": {"id_type": "N", "id": "5250000009", "period": "26M01", "form": "VAT-7"},
}
SPLIT = {**PAYMENT, "number": "FZ/2/2026", "kind": "mpp", "vat_amount": "23.00", "description": []}
ZUS = {**PAYMENT, "number": "ZUS", "kind": "zus", "account": "31600000020260005580730219"}


@pytest.fixture
def firma(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("moja.kartoteka").write_text(DIRECTORY, encoding="utf-8")
    return tmp_path


def pay(*payments, name="p.jsonl"):
    Path(name).write_text("".join(json.dumps(each) + "\n" for each in payments), encoding="utf-8")


def export(*words, code=0):
    """Runs an export on a day of January; gives the names of the files that are there."""
    before = {path.name for path in Path().iterdir()}
    assert main(["bank", "export", "p.jsonl", "-o", "p.pli", "--date", "2026-01-12", *words]) == code
    return sorted({path.name for path in Path().iterdir()} - before)


def rows(name="p.pli"):
    data = Path(name).read_bytes()
    assert data.endswith(b"\r\n")
    return data.decode("cp852").split("\r\n")[:-1]


def test_kinds_go_to_files_of_their_own(firma):
    pay(PAYMENT, TAX, SPLIT)
    assert export() == ["p-US.pli", "p.pli"]
    ordinary, split = rows()
    assert ordinary.startswith(
        '110,20260115,12345,10100000,0,"24101000000000123456789012","61114020044000000000001234"'
    )
    assert '"/VAT/23,00/IDC/6736819308/INV/FZ/2/' in split
    assert split.endswith('"","","53"')
    (tax,) = rows("p-US.pli")
    assert '"/TI/N5250000009/OKR/26M01/SFP/VAT-7"' in tax
    assert tax.endswith('"","","71"')


def test_all_kinds_of_one_format_may_go_to_one_file(firma):
    pay(TAX, PAYMENT, SPLIT)
    assert export("--one-file") == ["p.pli"]
    assert [row[-3:-1] for row in rows()] == ["71", "51", "53"]


def test_a_kind_without_a_format_is_refused_in_the_words_of_the_manual(firma, capsys):
    pay(PAYMENT, ZUS)
    assert export(code=1) == []
    said = capsys.readouterr().err
    assert "Brak domyślnego formatu eksportu dla ZUS. Wybierz format na karcie banku." in said
    assert export("--format", "ZUS=PLI-ZUS") == ["p-ZUS.pli", "p.pli"]


def test_nothing_is_written_where_one_is_refused_unless_the_rest_is_asked_for(firma, capsys):
    pay(PAYMENT, {**PAYMENT, "number": "FZ/3/2026", "state": "draft"})
    assert export(code=1) == []
    assert "bank/not-approved" in capsys.readouterr().err
    assert export("--keep-going", "--rejects", "odmowy.jsonl", code=1) == ["odmowy.jsonl", "p.pli"]
    (reject,) = [json.loads(line) for line in Path("odmowy.jsonl").read_text(encoding="utf-8").splitlines()]
    assert reject["document"]["number"] == "FZ/3/2026"
    assert reject["reasons"][0]["id"] == "bank/not-approved"


def test_a_required_field_is_named_in_the_words_of_the_manual(firma, capsys):
    Path("moj.format").write_text(
        'format "MOJ"\nna podstawie = PLI-KRAJOWE\n[Ogólne]\nformat do = eksport\n[Pozycje]\n'
        "| Pole | Typ | Wymagane |\n|---|---|---|\n| Opis do banku (pierwsza linijka) | Tekst | tak |\n",
        encoding="utf-8",
    )
    pay({**PAYMENT, "number": "fz 10/2013", "description": []})
    assert export("-f", "MOJ", code=1) == []
    wanted = (
        "Przelew [fz 10/2013] nie został wyeksportowany z powodu błędów. Właściwość [Opis do banku (pierwsza linijka)] "
        "jest wymagana i musi zostać wypełniona."
    )
    assert wanted in capsys.readouterr().err


def test_a_file_that_is_there_is_not_overwritten(firma, capsys):
    pay(PAYMENT)
    export()
    first = rows()
    assert export(code=2) == []
    assert "--append" in capsys.readouterr().err
    pay({**PAYMENT, "number": "FZ/9/2026"})
    assert export("--append") == []
    assert rows()[0] == first[0]
    assert len(rows()) == 2
    assert export("--force") == []
    assert len(rows()) == 1


@pytest.mark.parametrize("name", ["prze:lewy.pli", "a?.pli", "a*.pli", "<a>.pli", "a|b.pli", "-"])
def test_names_that_not_every_system_takes_are_refused(firma, capsys, name):
    pay(PAYMENT)
    assert main(["bank", "export", "p.jsonl", "-o", name, "--date", "2026-01-12"]) == 2
    assert "zastosowano niedozwolone znaki" in capsys.readouterr().err


def test_a_payment_is_sent_once_and_an_export_can_be_taken_back(firma, capsys):
    pay(PAYMENT, TAX)
    assert export("--db", "w.duckdb") == ["p-US.pli", "p.pli", "w.duckdb"]
    assert export("--db", "w.duckdb", "--force", code=1) == []
    assert "bank/sent-before" in capsys.readouterr().err
    assert main(["bank", "sent", "--db", "w.duckdb"]) == 0
    assert "| 1  |" in capsys.readouterr().out
    assert main(["bank", "sent", "--db", "w.duckdb", "--take-back", "1"]) == 0
    assert export("--db", "w.duckdb", "--force") == []
    assert export("--db", "w.duckdb", "--force", "--resend") == []
    assert main(["bank", "sent", "--db", "w.duckdb", "--take-back", "7"]) == 2


def test_a_payment_that_stands_twice_is_refused(firma, capsys):
    pay(PAYMENT, PAYMENT)
    assert export(code=1) == []
    assert "bank/repeated" in capsys.readouterr().err
    pay(PAYMENT, {**PAYMENT, "id": "inna"})
    assert export() == ["p.pli"]


def test_days_are_chosen_and_moved(firma, capsys):
    saturday = {**PAYMENT, "execution_date": "2026-01-17", "due_date": "2026-01-20"}
    pay(saturday)
    export()
    assert rows()[0].startswith("110,20260117,")
    assert "bank/not-a-bank-day" in capsys.readouterr().err
    for words, day in (
        (("--next-bank-day",), "20260119"),
        (("--transfer-date", "termin"), "20260120"),
        (("--transfer-date", "dziś"), "20260112"),
        (("--transfer-date", "2026-02-02"), "20260202"),
    ):
        export("--force", *words)
        assert rows()[0].startswith(f"110,{day},"), words
    pay({**PAYMENT, "execution_date": "2026-01-02"})
    assert export("--force", code=1) == []
    assert export("--force", "--past-today") == []
    assert rows()[0].startswith("110,20260112,")
    assert main(["bank", "export", "p.jsonl", "-o", "p.pli", "--transfer-date", "jutro"]) == 2


def test_collective_transfers(firma, capsys):
    later = {
        **PAYMENT,
        "number": "FZ/2/2026",
        "amount": "0.55",
        "execution_date": "2026-01-16",
        "description": ["FV 2"],
    }
    pay(PAYMENT, later)
    export("--group")
    (row,) = rows()
    assert row.startswith("110,20260115,12400,")
    assert '"FV 1/2026 FV 2"' in row
    assert "bank/paid-earlier" in capsys.readouterr().err
    export("--force", "--by-day")
    assert len(rows()) == 2
    export("--force", "--separate")
    assert Path("p-0001.pli").exists()
    assert Path("p-0002.pli").exists()


def test_only_marked_payments(firma, capsys):
    pay(PAYMENT, {**PAYMENT, "number": "FZ/2/2026"})
    export("--only", "FZ/2/2026")
    assert len(rows()) == 1
    assert main(["bank", "export", "p.jsonl", "-o", "x.pli", "--date", "2026-01-12", "--only", "NIC"]) == 2
    assert "NIC" in capsys.readouterr().err
    assert not Path("x.pli").exists()


def test_a_control_sum_reads_accounts_as_they_are_meant(firma):
    Path("suma.format").write_text(
        'format "SUMA"\n[Ogólne]\nnazwa = S\nformat do = eksport\nkodowanie = UTF8\nseparator pól = ";"\n'
        "[Pozycje]\n| Pole | Typ | Wymagane |\n|---|---|---|\n| Pełny numer rachunku podmiotu | Liczba | tak |\n"
        "[Stopka]\n| Pole | Typ |\n|---|---|\n| Liczba przelewów | Liczba |\n| Suma kontrolna rachunków | Liczba |\n",
        encoding="utf-8",
    )
    for number, account in enumerate(["61114020044000000000001234", "PL 61 1140 2004 4000 0000 0000 1234"]):
        pay({**PAYMENT, "account": account})
        export("-f", "SUMA", "--force")
        assert rows("p.pli")[1] == "1;4000000000001234", number


def test_every_field_is_shown(firma, capsys):
    pay(PAYMENT)
    export()
    capsys.readouterr()
    assert main(["bank", "preview", "p.pli", "-f", "ELIXIR-0"]) == 0
    assert "| Kwota płatności " in capsys.readouterr().out
    assert main(["bank", "preview", "p.pli", "-f", "ELIXIR-0", "-o", "p.html"]) == 0
    page = Path("p.html").read_text(encoding="utf-8")
    assert "Aloza sp. z o.o." in page
    assert '<mark class="c' in page
    Path("zly.pli").write_bytes(b"110,2026-01-15,1\r\n")
    assert main(["bank", "preview", "zly.pli", "-f", "ELIXIR-0"]) == 1
    assert "zly.pli:1:5" in capsys.readouterr().err


def test_formats_are_listed_and_shown(firma, capsys):
    assert main(["bank", "formats"]) == 0
    assert "PLI-KRAJOWE" in capsys.readouterr().out
    assert main(["bank", "formats", "pli-krajowe"]) == 0
    assert "Adres podmiotu – ulica" in capsys.readouterr().out
    assert main(["bank", "formats", "PLI-KRAJOW"]) == 2
    assert "PLI-KRAJOWE" in capsys.readouterr().err
    assert main(["bank", "exprt"]) == 2
    assert "bank export" in capsys.readouterr().err
    assert main(["bank"]) == 2


def test_no_file_that_is_read_is_written(firma, capsys):
    pay(PAYMENT)
    before = {path: path.read_bytes() for path in (Path("p.jsonl"), Path("moja.kartoteka"))}
    for words in (
        ("-o", "p.jsonl", "--force"),
        ("-o", "moja.kartoteka", "--append"),
        ("--rejects", "p.jsonl"),
        ("--rejects", "p.pli"),
        ("--db", "p.jsonl"),
        ("-o", "w.duckdb", "--db", "w.duckdb"),
    ):
        command = ["bank", "export", "p.jsonl", "--date", "2026-01-12"]
        assert main([*command, *(() if "-o" in words else ("-o", "p.pli")), *words]) == 2, words
        assert "wśród plików wejściowych" in capsys.readouterr().err
        assert {path: path.read_bytes() for path in before} == before
        assert not Path("p.pli").exists()


def test_a_preview_does_not_overwrite_the_file_it_shows(firma, capsys):
    pay(PAYMENT)
    export()
    first = rows()
    assert main(["bank", "preview", "p.pli", "-f", "ELIXIR-0", "-o", "p.pli"]) == 2
    assert main(["bank", "preview", "p.pli", "-f", "ELIXIR-0", "-o", "moja.kartoteka"]) == 2
    assert rows() == first
    assert Path("moja.kartoteka").read_text(encoding="utf-8") == DIRECTORY


@pytest.mark.parametrize("words", [(), ("--separate",), ("--append",)])
def test_a_file_whose_payments_are_all_refused_is_not_written(firma, capsys, words):
    pay({**TAX, "party": {"name": "Urząd ☎"}}, PAYMENT)
    written = export("--keep-going", *words, code=1)
    assert written == (["p-0002.pli"] if words == ("--separate",) else ["p.pli"])
    pay({**TAX, "party": {"name": "Urząd ☎"}})
    assert export("--keep-going", "--force", code=1) == []
    assert "Niczego nie zapisano" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("account", "said"),
    [
        ("6111402004400000000000123", "cyfr jest 25 zamiast 26"),
        ("61114020044000000000001243", "cyfry kontrolne 61 nie pasują do reszty"),
        ("6111402004400000000000123A", "ma znak „A”, który nie jest cyfrą"),
    ],
)
def test_a_wrong_account_is_told_at_its_place_with_what_is_wrong(firma, capsys, account, said):
    pay({**PAYMENT, "account": account})
    assert export(code=1) == []
    shown = capsys.readouterr().err
    assert f"{account} nie jest poprawnym numerem rachunku (NRB): {said}" in shown
    source, carets = re.search(r"\n +1 \| (.*)\n +\| ( *\^+)\n", shown).groups()
    assert source[carets.index("^") :][: carets.count("^")] == account
    assert "SEPA albo zagraniczny" in shown


def test_what_was_not_written_is_not_called_done(firma, capsys):
    pay({**TAX, "party": {"name": "Urząd ☎"}}, PAYMENT)
    assert export(code=1) == []
    assert "Przelewów do zapisania: 1; odmów: 1." in capsys.readouterr().err


def test_what_is_appended_to_ends_with_a_row(firma, capsys):
    pay(PAYMENT)
    Path("p.pli").touch()
    assert export("--append") == []
    assert len(rows()) == 1
    for whole in (b"110,1", b"110,1\n", b"\n", b"110,1\r\n\x1a"):
        Path("p.pli").write_bytes(whole)
        assert export("--append", code=2) == []
        assert "nie kończy się separatorem wierszy" in capsys.readouterr().err
        assert Path("p.pli").read_bytes() == whole


def test_numbered_payments_are_not_appended(firma, capsys):
    Path("lp.format").write_text(
        'format "LP"\n[Ogólne]\nnazwa = S\nformat do = eksport\nkodowanie = UTF8\nseparator pól = ";"\n'
        "[Pozycje]\n| Pole | Typ | Wymagane |\n|---|---|---|\n| Kwota płatności | Liczba <#.## | tak |\n"
        "| Numer kolejny | Liczba | |\n",
        encoding="utf-8",
    )
    pay(PAYMENT)
    assert export("-f", "LP") == ["p.pli"]
    assert export("-f", "LP", "--append", code=2) == []
    assert "numery kolejne" in capsys.readouterr().err
    assert rows() == ["12345;1"]


@pytest.mark.parametrize("error", [FileError("pełny dysk", "disk full"), KeyboardInterrupt()])
@pytest.mark.parametrize("word", ["--append", "--force", "--resend"])
def test_files_and_marks_are_as_they_were_where_the_last_file_fails(firma, monkeypatch, error, word):
    pay(PAYMENT, TAX)
    export("--db", "w.duckdb")
    if word == "--resend":
        Path("p.pli").unlink()
        Path("p-US.pli").unlink()
    else:
        pay({**PAYMENT, "number": "FZ/8/2026"}, {**TAX, "number": "VAT-8"})
    before = {path: path.read_bytes() for path in Path().glob("*.pli")}
    keep = Output.keep

    def fails(output):
        if output.path and output.path.name == "p-US.pli":
            monkeypatch.undo()
            raise error
        keep(output)

    monkeypatch.setattr(Output, "keep", fails)
    export("--db", "w.duckdb", word, code=1)
    monkeypatch.chdir(firma)
    assert {path: path.read_bytes() for path in Path().glob("*.pli")} == before
    assert not list(Path().glob(".*"))
    assert export("--db", "w.duckdb", "--force", code=1 if word == "--resend" else 0) == []


@pytest.mark.parametrize("period", ["luty 2026 i wszystkie dni do połowy marca", "2026/TXT/02"])
def test_a_period_that_no_title_can_hold_is_refused(firma, capsys, period):
    pay(SPLIT, {**SPLIT, "number": "FZ/4/2026"})
    assert export("--split-period", period, code=2) == []
    assert "/INV/" in capsys.readouterr().err
    assert export("--split-period", "2026-01") == ["p.pli"]
    assert "/INV/2026-|01" in rows()[0]


def test_warnings_do_not_hide_why_nothing_was_written(firma, capsys):
    saturday = {**PAYMENT, "execution_date": "2026-01-17"}
    pay(*({**saturday, "number": f"S{number}"} for number in range(250)), {**PAYMENT, "state": "draft"})
    assert export(code=1) == []
    assert "bank/not-approved" in capsys.readouterr().err
    Path("stopka.format").write_text(
        'format "STOPKA"\n[Ogólne]\nnazwa = S\nformat do = eksport\nkodowanie = UTF8\nseparator pól = ";"\n'
        "[Pozycje]\n| Pole | Typ | Wymagane |\n|---|---|---|\n| Kwota płatności | Liczba <#.## | tak |\n"
        "[Stopka]\n| Pole | Typ | Wymagane |\n|---|---|---|\n| Nazwa własna 2 | Liczba | tak |\n",
        encoding="utf-8",
    )
    pay(*({**saturday, "number": f"S{number}"} for number in range(250)))
    assert export("-f", "STOPKA", code=1) == []
    said = capsys.readouterr().err
    assert "Nazwa własna 2" in said
    assert "nie da się zapisać nagłówka albo stopki" in said


@pytest.mark.skipif(not hasattr(__import__("os"), "sysconf"), reason="the limit of open files is set as Unix has it")
def test_more_files_than_can_be_open(firma):
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    pay(*({**PAYMENT, "number": f"FZ/{number}/2026"} for number in range(200)))
    resource.setrlimit(resource.RLIMIT_NOFILE, (100, hard))
    try:
        assert len(export("--separate")) == 200
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def test_a_currency_is_named_in_the_records_of_its_own_kind(firma, capsys):
    directory = DIRECTORY.replace("| Rejestr |", "| Rejestr | Waluta |").replace(
        "|---------|---", "|---|---------|---", 1
    )
    Path("moja.kartoteka").write_text(directory.replace("| BANK    |", "| BANK | EUR |"), encoding="utf-8")
    table = "| Pole | Typ | Wymagane |\n|---|---|---|\n| Kwota płatności | Liczba <#.## | tak |\n"
    Path("dwa.format").write_text(
        'format "DWA"\n[Ogólne]\nnazwa = D\nformat do = eksport\nkodowanie = UTF8\nseparator pól = ";"\n'
        f"[Pozycje]\n{table}[Pozycje SEPA]\n{table}| Waluta | Liczba | |\n",
        encoding="utf-8",
    )
    pay({**PAYMENT, "currency": "EUR"})
    assert export("-f", "DWA", code=1) == []
    assert "bank/currency-not-taken" in capsys.readouterr().err
    pay({**PAYMENT, "currency": "EUR", "kind": "sepa"})
    assert export("-f", "SEPA=DWA") == ["p-SEPA.txt"]
    assert Path("p-SEPA.txt").read_bytes() == b"12345;EUR\r\n"


def test_accounts_are_looked_up_in_the_white_list(firma, capsys):
    account, day = "61114020044000000000001234", dt.date(2026, 1, 12)
    flat = {
        "naglowek": {"dataGenerowaniaDanych": "20260112", "liczbaTransformacji": "3", "schemat": "RRRRMMDDNNNN"},
        "skrotyPodatnikowCzynnych": sorted([digest(day, "6736819308", account, 3), "0" * 128, "f" * 128]),
        "skrotyPodatnikowZwolnionych": ["0" * 128, "f" * 128],
        "maski": [],
    }
    Path("wykaz.json").write_text(json.dumps(flat, separators=(",", ":")), encoding="utf-8")
    large = {**PAYMENT, "amount": "15000.00"}
    other = {**large, "number": "FZ/2/2026", "account": nrb_of("1140200", "0" * 16)}
    pay(large, {**PAYMENT, "number": "FZ/3/2026", "account": other["account"]})
    assert export("--white-list", "wykaz.json") == ["p.pli"]
    pay(large, other)
    assert export("--white-list", "wykaz.json", "--force", code=1) == []
    assert "bank/not-listed" in capsys.readouterr().err
    assert export("--white-list", "wykaz.json", "--force", "--unlisted") == []
    assert "bank/unlisted-taken" in capsys.readouterr().err
    assert main(["bank", "export", "p.jsonl", "-o", "q.pli", "--date", "2026-01-13", "--white-list", "wykaz.json"]) == 2


def test_a_query_asks_the_database_of_the_payment(firma, capsys):
    with duckdb.connect("dane.duckdb") as database:
        database.execute("CREATE TABLE podmioty (id VARCHAR, miasto VARCHAR)")
        database.execute("INSERT INTO podmioty VALUES ('4711', 'Łódź')")
    query = "SELECT miasto FROM podmioty WHERE id = {ZdarzenieID}"
    Path("sql.format").write_text(
        'format "SQL"\n[Ogólne]\nnazwa = S\nformat do = eksport\nkodowanie = Windows 1250\nseparator pól = ";"\n'
        "[Pozycje]\n| Pole | Typ | Wartość | Wymagane |\n|---|---|---|---|\n"
        "| Kwota płatności | Liczba <#.## | | tak |\n"
        f"| Zapytanie SQL | Liczba | {query} | tak |\n",
        encoding="utf-8",
    )
    pay({**PAYMENT, "id": "4711"})
    assert export("-f", "SQL", "--data", "dane.duckdb") == ["p.pli"]
    assert Path("p.pli").read_bytes() == "12345;Łódź\r\n".encode("cp1250")
    for payment, words, problem in (
        ({**PAYMENT, "id": "4712"}, ("--data", "dane.duckdb"), "bank/required"),
        (PAYMENT, ("--data", "dane.duckdb"), "bank/no-id"),
        ({**PAYMENT, "id": "4711"}, (), "bank/no-queries"),
    ):
        pay(payment)
        assert export("-f", "SQL", "--force", *words, code=1) == []
        assert problem in capsys.readouterr().err
