"""`dekret render` as it is used."""

import json
import re
from pathlib import Path

import pytest

import pdfs
from dekret.cli.main import main

CASES = Path(__file__).parents[1] / "cases" / "wydruki"
RULES = ("--rules", str(CASES))


def test_all_printouts_are_listed(capsys):
    assert main(["render", *RULES]) == 0
    assert "FAKTURA-VAT" in capsys.readouterr().out


def test_a_page_goes_to_standard_output_or_to_a_file(tmp_path, capsys):
    assert main(["render", "faktura-vat", str(CASES / "faktura.json"), *RULES]) == 0
    page = capsys.readouterr().out
    assert "FS/128/2026" in page
    assert main(["render", "FAKTURA-VAT", str(CASES / "faktura.json"), *RULES, "-o", str(tmp_path / "a.html")]) == 0
    assert (tmp_path / "a.html").read_text(encoding="utf-8") == page


def test_several_documents_need_a_folder(tmp_path, capsys):
    both = tmp_path / "obie.json"
    documents = [json.loads((CASES / name).read_text(encoding="utf-8")) for name in ("wdt.json", "trojstronna.json")]
    both.write_text(json.dumps(documents), encoding="utf-8")
    words = ["render", "FAKTURA-VAT-UE", str(both), *RULES]
    assert main([*words, "-o", str(tmp_path / "a.html")]) == 2
    assert "-o wydruki/" in capsys.readouterr().err
    assert main([*words, "-o", f"{tmp_path}/wydruki/"]) == 0
    assert sorted(path.name for path in (tmp_path / "wydruki").iterdir()) == ["FS-133-2026.html", "FS-134-2026.html"]


def test_several_documents_make_one_pdf(tmp_path, capsys):
    pdfs.weasyprint_or_skip()
    words = ["render", "FAKTURA-VAT", str(CASES / "faktura.json"), str(CASES / "wdt.json"), *RULES]
    assert main([*words, "-o", str(tmp_path / "a.pdf")]) == 0
    assert capsys.readouterr().err.count("Zapisano") == 1
    assert pdfs.page_count((tmp_path / "a.pdf").read_bytes()) == 2
    assert main([*words[:3], *RULES, "-o", str(tmp_path / "b.pdf")]) == 0
    assert pdfs.page_count((tmp_path / "b.pdf").read_bytes()) == 1


def test_a_refused_document_is_told_and_the_others_are_printed_if_so_wished(tmp_path, capsys):
    words = ["render", "FAKTURA-VAT-UE", str(CASES / "faktura.json"), str(CASES / "wdt.json"), *RULES]
    assert main([*words, "-o", str(tmp_path / "a.html")]) == 1
    told = capsys.readouterr().err
    assert "render/not-foreign" in told
    assert "--keep-going" in told
    assert "Zapisano" not in told
    assert list(tmp_path.iterdir()) == []
    assert main([*words, "-o", str(tmp_path / "a.html"), "--keep-going"]) == 1
    assert "FS/133/2026" in (tmp_path / "a.html").read_text(encoding="utf-8")


def test_answers_are_remembered(tmp_path, capsys):
    memory = ("--memory", str(tmp_path / "pamiec.json"))
    words = ["render", "HDI", str(CASES / "hdi.json"), *RULES, *memory]
    assert main(words) == 1
    assert "Nie podano parametru „Numer HDI”" in capsys.readouterr().err
    answers = ("--set", "Numer HDI=7/2026", "--set", "rynek=Unia Europejska", "--set", "numer weterynaryjny=22610301")
    assert main([*words, *answers]) == 0
    capsys.readouterr()
    assert main(words) == 0
    assert "nr 7/2026" in capsys.readouterr().out
    assert main([*words, "--set", "numer=1"]) == 2
    assert "Czy chodziło o numer_hdi?" in capsys.readouterr().err


def test_a_template_with_errors_does_not_run(tmp_path, capsys):
    header = '{#\nszablon "ZLY"\n\n[Ogólne]\nnazwa = Zły\nrodzaj = tekst\nrekord = faktura\n#}\n'
    (tmp_path / "zly.szablon").write_text(header + "{{ faktura.numr }}", encoding="utf-8")
    assert main(["render", "ZLY", str(CASES / "faktura.json"), *RULES, "--rules", str(tmp_path)]) == 1
    said = capsys.readouterr()
    assert "zly.szablon:9:12" in said.err
    assert said.out == ""


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["FAKTURA-VTA", "x.json"], "Czy chodziło o FAKTURA-VAT?"),
        (["WSPOLNE", "x.json"], "jest częścią innych szablonów"),
        (["FAKTURA-VAT"], "wskaż plik"),
        (["FAKTURA-VAT", str(CASES / "faktura.json"), "--pdf"], "-o wydruk.pdf"),
        (["FAKTURA-VAT", str(CASES / "faktura.json"), "-o", "a.docx"], "Ten szablon daje: .html, .htm, .pdf."),
        (["FAKTURA-VAT", str(CASES / "faktura.json"), "-o", "a"], "nie ma końcówki. Ten szablon daje np. .html"),
        (["FAKTURA", "x.json"], "Czy chodziło o FAKTURA-VAT?"),
        (["EDI-FAKTRA", "x.json"], "Czy chodziło o EDI-FAKTURA?"),
        (["FAKTURA-VAT", str(CASES / "faktura.json"), "--no-standard"], "FAKTURA-VAT jest standardowy"),
        (
            ["FAKTURA-VAT", str(CASES / "faktura.json"), str(CASES / "faktura.json"), "-o", "nowe/"],
            "Dwa dokumenty mają numer FS/128/2026",
        ),
    ],
)
def test_wrong_usage(words, said, capsys):
    try:
        code = main(["render", *words, *RULES])
    except SystemExit as ended:
        code = ended.code
    assert code == 2
    assert said in capsys.readouterr().err


def test_a_new_template_is_clean_and_prints(tmp_path, capsys):
    assert main(["new", "szablon", "MOJ", "-o", str(tmp_path / "moj.szablon")]) == 0
    assert main(["check", str(tmp_path)]) == 0
    assert main(["fmt", "--check", str(tmp_path)]) == 0
    words = [
        "render",
        "MOJ",
        str(CASES / "faktura.json"),
        *RULES,
        "--rules",
        str(tmp_path),
        "--set",
        "dopisek=Dziękujemy",
    ]
    assert main(words) == 0
    assert "Dziękujemy" in capsys.readouterr().out


def test_a_template_of_text_writes_data_files_but_no_pages(tmp_path, capsys):
    header = '{#\nszablon "DANE"\n\n[Ogólne]\nnazwa = Dane\nrodzaj = tekst\nrekord = faktura\n#}\n'
    (tmp_path / "dane.szablon").write_text(header + "{{ faktura.numer }}", encoding="utf-8")
    words = ["render", "DANE", str(CASES / "faktura.json"), *RULES, "--rules", str(tmp_path)]
    assert main([*words, "-o", str(tmp_path / "a.pli")]) == 0
    assert (tmp_path / "a.pli").read_text(encoding="utf-8") == "FS/128/2026"
    assert main([*words, "-o", str(tmp_path / "a.pdf")]) == 2
    assert "zwykły tekst" in capsys.readouterr().err
    assert main([*words, "--pdf", "-o", str(tmp_path / "b.txt")]) == 2


POLISH = re.compile("[ąćęłńóśźż]")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["FAKTURA-VAT", str(CASES / "korekta.json")], "a correction of a sales invoice; the template FAKTURA-VAT"),
        (["ETYKIETY", str(CASES / "faktura.json")], "labels of an approved despatch advice"),
        (["KOMPENSATA", str(CASES / "faktura.json")], "is another (sale invoice)"),
    ],
)
def test_what_is_said_in_english_is_english(words, said, capsys):
    assert main(["--lang", "en", "render", *words, *RULES]) == 1
    told = capsys.readouterr().err
    assert said in told
    messages = [line for line in told.splitlines() if " error: " in line or "help: " in line]
    assert messages
    assert [line for line in messages if POLISH.search(line)] == []


XML_HEADER = '{#\nszablon "PLIK"\n\n[Ogólne]\nnazwa = Plik\nrodzaj = XML\nrekord = faktura\n#}\n'


@pytest.mark.parametrize(("body", "code"), [("<a>{{ faktura.numer }}</a>", 0), ("<a>\n{{ faktura.numer }}", 1)])
def test_a_file_that_is_no_xml_is_not_written(tmp_path, capsys, body, code):
    (tmp_path / "plik.szablon").write_text(XML_HEADER + body, encoding="utf-8")
    output = tmp_path / "n.xml"
    words = ["render", "PLIK", str(CASES / "faktura.json"), *RULES, "--rules", str(tmp_path), "-o", str(output)]
    assert main(words) == code
    said = capsys.readouterr().err
    assert ("render/not-xml" in said, "wiersz 2" in said, output.exists()) == (bool(code), bool(code), not code)


@pytest.mark.parametrize(("opened", "closed", "missing"), [("", "", "{#"), ("{#\n", "", "#}")])
def test_the_mark_that_a_header_lacks_is_named(tmp_path, capsys, opened, closed, missing):
    text = XML_HEADER.replace("{#\n", opened).replace("#}\n", closed) + "<a/>"
    (tmp_path / "plik.szablon").write_text(text, encoding="utf-8")
    assert main(["check", str(tmp_path / "plik.szablon")]) == 1
    said = capsys.readouterr()
    assert f"brakuje {missing}." in said.out + said.err
    assert "rulefile/no-header" not in said.out + said.err
