"""The four printouts of labels by `dekret render`: what stands on them, and in which layout."""

import re
from pathlib import Path

import pytest

from dekret.cli.main import main
from dekret.despatch.problem_examples import ADVICE

DIRECTORY = """kartoteka "MOJA"
[Firma]
nazwa = Bursztyn sp. z o.o.
nip = 5580730219
[Podmioty]
| Kod    | Nazwa                | GLN           |
|--------|----------------------|---------------|
| SKLEP1 | Market Dom 1 Wrocław | 5900000000039 |
"""
APPROVED = ADVICE.replace('"number": "17042026"', '"number": "17042026", "approved": true')


@pytest.fixture(autouse=True)
def firma(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("moja.kartoteka").write_text(DIRECTORY, encoding="utf-8")
    Path("a.json").write_text(APPROVED, encoding="utf-8")


@pytest.mark.parametrize(
    ("template", "labels", "sections"),
    [
        ("ETYKIETY", 3, 2),
        ("ETYKIETY-JEDNA", 3, 3),
        ("ETYKIETY-ZBIORCZE", 1, 1),
        ("ETYKIETY-ZBIORCZE-JEDNA", 1, 1),
    ],
)
def test_labels_and_the_waybill(template, labels, sections):
    assert main(["render", template, "a.json", "-o", "e.html"]) == 0
    page = Path("e.html").read_text(encoding="utf-8")
    assert page.count('class="etykieta"') == labels == page.count("<svg ")
    assert page.count('<section class="kartka') == sections
    assert page.count('kartka jedna"') == (sections if "JEDNA" in template else 0)
    assert page.count("List przewozowy") == 1
    assert "(00)359012345670000016" in page
    assert "Market Dom 1</p>" in page
    assert '<span class="rodzaj">podrzędne,</span> ' in page, "the kind of a package is not parted in mid-word"


def test_an_awizo_in_the_buffer_is_not_printed(capsys):
    Path("a.json").write_text(ADVICE, encoding="utf-8")
    assert main(["render", "ETYKIETY", "a.json", "-o", "e.html"]) == 1
    assert "awizo/not-approved" in capsys.readouterr().err
    assert not Path("e.html").exists()


POLISH = re.compile("[ąćęłńóśźż]")


def test_labels_in_english(capsys):
    """What is not data of the awizo is English: the words of labels, kinds, types, transport and terms."""
    assert main(["render", "ETYKIETY", "a.json", "--set", "Język=angielski", "-o", "e.html"]) == 0
    page = Path("e.html").read_text(encoding="utf-8")
    shown = " ".join(re.sub(r"<style>.*?</style>|<[^>]+>", " ", page, flags=re.DOTALL).split())
    for text in ("Waybill", "for despatch advice 17042026", "Goods issue", "Units handed over", "road", "outer"):
        assert text in shown
    own = ("Wrocław", "Market", "Łąka", "Kraków", "Poznań", "Gdańsk")
    assert [word for word in shown.split() if POLISH.search(word) and not word.startswith(own)] == []
    assert main(["render", "ETYKIETY", "a.json", "--set", "Język=niemiecki"]) == 1
    assert "render/unfit-answer" in capsys.readouterr().err


def test_labels_are_json_and_no_page(tmp_path, capsys):
    output = tmp_path / "e.pdf"
    assert main(["awizo", "labels", "a.json", "-o", str(output)]) == 2
    assert "końcówką .json." in capsys.readouterr().err
    assert not output.exists()
