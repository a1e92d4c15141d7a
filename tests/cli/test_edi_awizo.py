"""Awizos as files of Comarch EDI: what stands where, and that one in the buffer is none."""

from pathlib import Path

import pytest
from lxml import etree

from dekret.cli.main import main
from dekret.despatch.problem_examples import ADVICE
from edi_samples import COMPANY

BUYER = "5900000000015"
APPROVED = ADVICE.replace('"number": "17042026"', '"number": "17042026", "approved": true')


@pytest.fixture(autouse=True)
def firma(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("f.kartoteka").write_text(COMPANY, encoding="utf-8")


def test_packages_stand_before_their_goods(tmp_path):
    Path("a.json").write_text(APPROVED, encoding="utf-8")
    assert main(["edi", "export", "a.json", "-o", "pliki"]) == 0
    root = etree.parse(str(tmp_path / "pliki" / "17042026.xml")).getroot()
    assert root.tag == "Document-DespatchAdvice"
    packages = root.findall("DespatchAdvice-Consignment/Packing-Sequence")
    assert [each.findtext("Packing-Reference/ParentId") for each in packages] == [None, "1", None]
    assert [len(each.findall("Line")) for each in packages] == [0, 1, 1]
    outer, inner, ordinary = packages
    weight = "Packing-Reference/PackageWeight"
    assert outer.findtext(weight) == inner.findtext(weight) == "125.500"
    assert inner.findtext("Line/Line-Item/QuantityDespatched") == "10.000"
    assert [each.findtext("Line/Line-Item/LineNumber") for each in (inner, ordinary)] == ["1", "2"]
    assert inner.findtext("Line/Line-Parties/UltimateCustomer/ILN") == "5900000000039"
    assert inner.findtext("Line/Line-Order/BuyerOrderNumber") == "ZAM-7"


def test_a_file_of_another_buyer_is_not_replaced(capsys):
    Path("a.json").write_text(APPROVED, encoding="utf-8")
    assert main(["edi", "export", "a.json", "-o", "pliki"]) == 0
    assert main(["edi", "export", "a.json", "-o", "pliki"]) == 0, "the same document again"
    before = Path("pliki/17042026.xml").read_bytes()
    assert APPROVED.count(BUYER) == 1
    Path("b.json").write_text(APPROVED.replace(BUYER, "5900000000046"), encoding="utf-8")
    Path("c.json").write_text(APPROVED.replace("17042026", "18042026"), encoding="utf-8")
    capsys.readouterr()
    assert main(["edi", "export", "b.json", "c.json", "-o", "pliki"]) == 1
    assert "17042026.xml jest inny dokument" in capsys.readouterr().err
    assert [each.name for each in Path("pliki").iterdir()] == ["17042026.xml"]
    assert main(["edi", "export", "b.json", "c.json", "-o", "pliki", "--keep-going"]) == 1
    assert Path("pliki/17042026.xml").read_bytes() == before
    assert Path("pliki/18042026.xml").exists()
    Path("pliki/18042026.xml").write_text("notatki", encoding="utf-8")
    assert main(["edi", "export", "c.json", "-o", "pliki"]) == 1


def test_an_awizo_in_the_buffer_is_not_exported(capsys):
    Path("a.json").write_text(ADVICE, encoding="utf-8")
    assert main(["edi", "export", "a.json", "-o", "pliki"]) == 1
    assert "awizo/not-approved" in capsys.readouterr().out
    assert not Path("pliki").exists()
