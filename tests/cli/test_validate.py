"""`dekret validate` as a user meets it: exit codes, operations, forms, explanations, wrong usage."""

import json
from pathlib import Path

import pytest

from dekret.cli.main import main

RULES = """reguly "SPRZEDAZ"
[Nagłówek]
nazwa = Sprzedaż
typ = Rejestr VAT sprzedaży
{operation}[Reguły]
| Kod | Dla           | Jeżeli | Warunek             | Poziom | Komunikat                      | Podstawa  |
| NIP | dokument      |        | @NipPodmiotu <> ''  | {level} | Kontrahent {{@KodPodmiotu}} bez NIP | art. 106e |
| ZER | żadna pozycja |        | @Netto = 0          | błąd   | Pozycja {{@Lp}} jest zerem       |           |
"""
SALE = {
    "type": "vat_sale",
    "number": "FS/1",
    "issue_date": "2026-03-05",
    "party": {"code": "KLON", "name": "Klon", "country": "PL"},
    "elements": [{"rate": "23", "net": "100.00", "vat": "23.00"}],
}


@pytest.fixture
def place(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def write(*documents, level="błąd", operation=""):
        text = RULES.format(level=level, operation=f"operacja = {operation}\n" if operation else "")
        (tmp_path / "s.reguly").write_text(text, encoding="utf-8")
        (tmp_path / "d.jsonl").write_text("".join(json.dumps(each) + "\n" for each in documents), encoding="utf-8")

    return write


def run(capsys, *words):
    code = main(["validate", "d.jsonl", "--no-standard", *words])
    out, err = capsys.readouterr()
    return code, out, err


def test_errors_are_exit_code_one_and_all_are_told(place, capsys):
    zero = {**SALE, "number": "FS/2", "elements": [*SALE["elements"], {"rate": "23", "net": "0.00"}]}
    place(SALE, zero)
    code, out, err = run(capsys, "--format", "json")
    assert code == 1
    told = [(each["id"], each["line"], each["message"], each["related"][0]["line"]) for each in json.loads(out)]
    assert told == [
        ("SPRZEDAZ/NIP", 1, "FS/1: Kontrahent KLON bez NIP", 7),
        ("SPRZEDAZ/NIP", 2, "FS/2: Kontrahent KLON bez NIP", 7),
        ("SPRZEDAZ/ZER", 2, "FS/2, pozycja 2: Pozycja 2 jest zerem", 8),
    ]
    assert "Sprawdzono dokumentów: 2, bez uwag: 0, z błędami: 2; nie sprawdzono: 0." in err


def test_a_rule_without_advice_gives_its_basis_or_nothing(place, capsys):
    place(SALE)
    rule = "| BEZ | dokument | | @Opis <> '' | błąd | Nie ma opisu | |\n"
    Path("s.reguly").write_text(Path("s.reguly").read_text(encoding="utf-8") + rule, encoding="utf-8")
    _, out, _ = run(capsys, "--format", "json")
    assert [each["remedy"] for each in json.loads(out)] == ["Podstawa: art. 106e.", ""]
    _, out, _ = run(capsys)
    assert out.count("rada:") == 1


def test_rules_speak_english_where_they_have_it(place, capsys):
    place(SALE)
    english = "[Po angielsku]\n| Kod | Komunikat | Rada |\n| NIP | {@KodPodmiotu} has no NIP, {@Netto} | Ask them |\n"
    rule = "| BEZ | dokument | | @Opis <> '' | błąd | Nie ma opisu | |\n"
    Path("s.reguly").write_text(Path("s.reguly").read_text(encoding="utf-8") + rule + english, encoding="utf-8")
    _, out, _ = run(capsys, "--format", "json", "--lang", "en")
    assert [(each["message"], each["remedy"]) for each in json.loads(out)] == [
        ("FS/1: KLON has no NIP, 100.00", "Ask them. Basis: art. 106e."),
        ("FS/1: Nie ma opisu", ""),
    ]
    _, out, _ = run(capsys, "--format", "json")
    assert json.loads(out)[0]["message"] == "FS/1: Kontrahent KLON bez NIP"


def test_warnings_are_no_errors(place, capsys):
    place(SALE, level="ostrzeżenie")
    code, out, _ = run(capsys)
    assert code == 0
    assert "ostrzeżenie: FS/1: Kontrahent KLON bez NIP [SPRZEDAZ/NIP]" in out
    assert "Podstawa: art. 106e." in out


def test_operations(place, capsys):
    place(SALE, operation="wysyłka, eksport EDI")
    code, out, err = run(capsys)
    assert (code, out) == (0, out), "rules of an operation hold for it alone"
    assert "validation/no-rules-for-type" in out
    assert "nie sprawdzono: 1" in err
    assert run(capsys, "--operation", "Eksport edi")[0] == 1
    assert run(capsys, "--set", "sprzedaz")[0] == 1
    code, _, err = run(capsys, "--operation", "eksport")
    assert code == 2
    assert "Czy chodziło o eksport EDI?" in err


def test_a_document_that_no_rules_of_the_operation_are_for_is_not_fit(place, tmp_path, capsys):
    place({**SALE, "type": "vat_purchase"}, operation="eksport EDI")
    general = (tmp_path / "s.reguly").read_text(encoding="utf-8").replace("operacja = eksport EDI\n", "")
    general = general.replace("SPRZEDAZ", "ZAKUP").replace("sprzedaży", "zakupu").replace("@NipPodmiotu", "@Dokument")
    (tmp_path / "z.reguly").write_text(general, encoding="utf-8")
    assert run(capsys)[0] == 0
    code, out, _ = run(capsys, "--operation", "eksport EDI")
    assert code == 1
    assert "validation/no-rules-for-operation" in out


def test_without_any_rules(place, tmp_path, capsys):
    place(SALE)
    (tmp_path / "s.reguly").unlink()
    code, _, err = run(capsys)
    assert code == 2
    assert "dekret new reguly" in err


def test_explanations(place, capsys):
    place(SALE)
    code, out, _ = run(capsys, "--explain")
    assert code == 1
    assert "! NIP (dokument, błąd): naruszona" in out
    assert "@NipPodmiotu <> '': nie   (@NipPodmiotu = '')" in out
    assert "+ ZER (żadna pozycja, błąd): w porządku" in out
    _, out, _ = run(capsys, "--explain", "--format", "json")
    assert [rule["outcome"] for rule in json.loads(out)["sets"][0]["rules"]] == ["broken", "held"]
    assert run(capsys, "--explain", "--number", "FS/9")[0] == 2


def test_a_document_that_is_none(place, capsys):
    place(SALE)
    with Path("d.jsonl").open("a", encoding="utf-8") as stream:
        stream.write('{"type": "vat_sale"}\n')
    code, out, err = run(capsys)
    assert code == 1
    assert "d.jsonl:2" in out
    assert "nie sprawdzono: 1" in err


def test_a_user_overrides_a_standard_set(place, tmp_path, capsys):
    place({**SALE, "party": {"code": "KLON", "tax_id": "1111111112", "country": "PL"}})
    assert main(["validate", "d.jsonl", "--set", "FAKTURY"]) == 1
    assert "FAKTURY/NIP" in capsys.readouterr().out
    own = (tmp_path / "s.reguly").read_text(encoding="utf-8").replace('"SPRZEDAZ"', '"FAKTURY"')
    (tmp_path / "s.reguly").write_text(own, encoding="utf-8")
    assert main(["validate", "d.jsonl", "--set", "FAKTURY"]) == 0


def test_a_file_without_documents_is_told_and_not_counted(place, capsys):
    place()
    code, out, err = run(capsys)
    assert code == 1
    assert "intake/no-documents" in out
    assert "Sprawdzono dokumentów: 0, bez uwag: 0, z błędami: 0; nie sprawdzono: 0." in err
