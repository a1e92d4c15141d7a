"""Awizos as files of Comarch EDI: what stands where, and that one in the buffer is none."""

from pathlib import Path

import pytest
from lxml import etree

from dekret.cli.main import main
from dekret.despatch.problem_examples import ADVICE
from edi_samples import COMPANY

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


def test_an_awizo_in_the_buffer_is_not_exported(capsys):
    Path("a.json").write_text(ADVICE, encoding="utf-8")
    assert main(["edi", "export", "a.json", "-o", "pliki"]) == 1
    assert "awizo/not-approved" in capsys.readouterr().out
    assert not Path("pliki").exists()
