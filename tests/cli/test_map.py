"""`dekret map` from the command line: the tutorial as printed, files to start from, refusals, posting by a map."""

import json
import re
import shlex
from pathlib import Path

import pytest

from dekret.cli.main import main

FILE = re.compile(r"^(?:Plik|The file) (\S+):\n\n((?:(?!    \$ )    .*\n|\n)+)", re.MULTILINE)
COMMAND = re.compile(r"^    \$ (dekret .*)\n((?:(?!    \$ )    .*\n|\n(?=    (?!\$ )))*)", re.MULTILINE)


@pytest.mark.parametrize("language", ["pl", "en"])
def test_the_tutorial_works_as_printed(tmp_path, monkeypatch, capsys, language):
    monkeypatch.chdir(tmp_path)
    assert main(["docs", "mapa", "--lang", language]) == 0
    text = capsys.readouterr().out
    parts = sorted([*FILE.finditer(text), *COMMAND.finditer(text)], key=lambda found: found.start())
    assert [found.re for found in parts].count(FILE) == 7
    assert len(parts) == 12
    for found in parts:
        if found.re is FILE:
            Path(found[1]).write_text(plain(found[2]), encoding="utf-8")
            continue
        main([*shlex.split(found[1])[1:], "--lang", language])
        shown = capsys.readouterr()
        assert plain(found[2]) == plain(shown.out + shown.err), found[1]


def plain(block):
    """The lines of a block without the margin that tells it from the text around it."""
    margin = "    " if block.startswith("    ") else ""
    return "\n".join(line.removeprefix(margin).rstrip() for line in block.splitlines()).strip("\n") + "\n"


@pytest.fixture
def started(tmp_path, monkeypatch):
    """A folder with the files that `dekret new` begins."""
    monkeypatch.chdir(tmp_path)
    assert main(["new", "mapa", "ZAKUPY-XML", "-o", "zakupy.mapa"]) == 0
    assert main(["new", "kształt", "FAKTURY", "-o", "faktury.ksztalt"]) == 0
    assert main(["new", "przypadek-mapy", "faktura", "-o", "faktura.przypadek"]) == 0
    return tmp_path


ORDER = """<Faktury>
  <Faktura><Naglowek><Numer>1/2026</Numer><Data>{date}</Data></Naglowek>
    <Sprzedawca><NIP>6736819308</NIP></Sprzedawca>
    <Pozycje><Pozycja><EAN>5901234123457</EAN><Ilosc>2</Ilosc><Cena>10.00</Cena></Pozycja></Pozycje></Faktura>
  <Faktura><Naglowek><Numer>2/2026</Numer><Data>2026-03-02</Data></Naglowek>
    <Sprzedawca><NIP>6736819308</NIP></Sprzedawca>
    <Pozycje><Pozycja><EAN>5901234123457</EAN><Ilosc>1</Ilosc><Cena>10.00</Cena></Pozycja></Pozycje></Faktura>
</Faktury>
"""


def test_files_to_start_from_are_clean_and_their_cases_hold(started, capsys):
    assert main(["check"]) == 0
    assert main(["fmt", "--check"]) == 0
    assert main(["test"]) == 0
    assert "Przypadków: 2, zgodnych: 2" in capsys.readouterr().err


def test_a_started_map_fits_the_started_shape(started, capsys):
    text = Path("zakupy.mapa").read_text(encoding="utf-8")
    Path("zakupy.mapa").write_text(text.replace("dokument =", "kształt = FAKTURY\ndokument =", 1), encoding="utf-8")
    assert main(["check"]) == 0
    assert main(["test"]) == 0
    assert "2, zgodnych: 2" in capsys.readouterr().err


def test_documents_one_a_line_and_as_an_array(started, capsys):
    Path("a.xml").write_text(ORDER.format(date="2026-03-01"), encoding="utf-8")
    assert main(["map", "ZAKUPY-XML", "a.xml"]) == 0
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert (first["number"], second["number"]) == ("1/2026", "2/2026")
    assert first["positions"][0]["net"] == "20.00"
    assert main(["map", "ZAKUPY-XML", "a.xml", "-o", "b.json"]) == 0
    assert [each["number"] for each in json.loads(Path("b.json").read_text(encoding="utf-8"))] == ["1/2026", "2/2026"]


def test_what_was_created_is_said_once(started, capsys):
    Path("a.xml").write_text(ORDER.format(date="2026-03-01"), encoding="utf-8")
    assert main(["map", "ZAKUPY-XML", "a.xml"]) == 0
    said = capsys.readouterr().err
    assert said.count("[mapping/created]") == 2


def test_a_refused_document_keeps_the_others_out_unless_told(started, capsys):
    Path("a.xml").write_text(ORDER.format(date="2026-02-30"), encoding="utf-8")
    assert main(["map", "ZAKUPY-XML", "a.xml", "-o", "b.jsonl"]) == 1
    said = capsys.readouterr().err
    assert not Path("b.jsonl").exists()
    assert "a.xml:2:" in said
    assert "Naglowek/Data = „2026-02-30” nie jest datą" in said
    assert "zakupy.mapa:" in said
    assert said.count("[mapping/unreadable]") == 1
    assert main(["map", "ZAKUPY-XML", "a.xml", "-o", "b.jsonl", "--keep-going"]) == 1
    assert json.loads(Path("b.jsonl").read_text(encoding="utf-8"))["number"] == "2/2026"


def test_an_unknown_map_is_named_with_the_nearest_one(started, capsys):
    assert main(["map", "ZAKUPY-XM", "a.xml"]) == 2
    assert "Czy chodziło o ZAKUPY-XML?" in capsys.readouterr().err
    assert main(["map", "ZAKUPY-XML", "brak.xml"]) == 1
    assert "brak.xml" in capsys.readouterr().err


SCHEME = """schemat "PROSTY"
[Nagłówek]
nazwa = Prosty
typ = Faktury zakupu
[Pozycje]
| Konto Wn | Konto Ma | Kwota  |
|----------|----------|--------|
| 401      | 202      | @Netto |
"""
PLAN = """plan "PROSTY"
[Konta]
| Konto | Nazwa     |
|-------|-----------|
| 202   | Dostawcy  |
| 401   | Materiały |
"""


def test_files_are_posted_by_a_map(started, capsys):
    Path("a.xml").write_text(ORDER.format(date="2026-03-01"), encoding="utf-8")
    Path("prosty.schemat").write_text(SCHEME, encoding="utf-8")
    Path("prosty.plan").write_text(PLAN, encoding="utf-8")
    assert main(["post", "a.xml", "--map", "ZAKUPY-XML", "-s", "PROSTY", "--no-standard", "-o", "d.jsonl"]) == 0
    journal = Path("d.jsonl").read_text(encoding="utf-8")
    assert '"20.00"' in journal
    assert '"10.00"' in journal
    assert "Zaksięgowano dokumentów: 2" in capsys.readouterr().err


def test_a_map_of_another_type_does_not_post(started, capsys):
    Path("a.xml").write_text(ORDER.format(date="2026-03-01"), encoding="utf-8")
    assert main(["post", "a.xml", "--map", "EDI-ZAMOWIENIE", "-s", "FAKTURY-ZAKUPU"]) == 2
    assert "prowadzi do: Rezerwacje odbiorcy" in capsys.readouterr().err


def test_a_result_has_no_ending_of_another_format(started, capsys):
    Path("z.xml").write_text(ORDER.format(date="2026-03-01"), encoding="utf-8")
    assert main(["map", "ZAKUPY-XML", "z.xml", "-o", "w.pdf"]) == 2
    assert ".json albo .jsonl" in capsys.readouterr().err
    assert not Path("w.pdf").exists()
