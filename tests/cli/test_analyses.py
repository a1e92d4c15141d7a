"""The page of charts on a database works as printed; its session as files of every kind."""

import io
import re
from decimal import Decimal
from pathlib import Path

import pytest
from lxml import etree

from dekret import api
from dekret.cli.main import main
from tutorials import play


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Where a reader has played the page; its session stands at the reports of the cash desk."""
    pytest.importorskip("vl_convert", reason="no vl-convert here (pip install 'dekret[pictures]')")
    pytest.importorskip("openpyxl", reason="no openpyxl here (pip install 'dekret[xlsx]')")
    there = tmp_path_factory.mktemp("analizy")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(there)
        names = play("analizy", "pl")
    assert names[1:4] == ["obroty-rachunkow.wykres", "obroty-raportow.wykres", "lista-raportow.wykres"]
    assert len(names) == 18
    return there


def test_the_page_works_as_printed(folder):
    assert (folder / "raporty.png").read_bytes().startswith(b"\x89PNG")


def test_the_page_in_english_works_as_printed(folder, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert len(play("analizy", "en")) == 18


TOTAL = Decimal("16518.42")
"""What the cash desk has turned over, as its chart shows; its reports have to sum up to that."""


def reports(folder):
    return (folder / "raporty.csv").read_text(encoding="utf-8-sig").splitlines()


def test_the_reports_sum_up_to_the_point_they_hang_below(folder):
    head, *rows = reports(folder)
    assert head == "NumerRaportu;Obroty"
    assert sum(Decimal(row.split(";")[1].replace(",", ".")) for row in rows) == TOTAL


@pytest.mark.parametrize("kind", api.CHART_RESULTS)
def test_the_session_as_a_file_of_every_kind(folder, kind, monkeypatch):
    monkeypatch.chdir(folder)
    path = Path(f"wynik.{kind}")
    assert main(["chart", "go", "refresh", "--session", "sesja.json", "-o", str(path), "--no-standard"]) == 0
    assert reports(folder)[1].split(";")[0] == "RK/KASA/1/01/2024"
    assert len(reports(folder)) - 1 == READ[kind](path.read_bytes())


def lines_of(data, pattern):
    return len(re.findall(pattern, data.decode("utf-8-sig"), re.MULTILINE))


def of_sheet(data):
    import openpyxl

    rows = list(openpyxl.load_workbook(io.BytesIO(data)).active.iter_rows(min_row=2, values_only=True))
    assert sum(Decimal(str(amount)) for _, amount in rows) == TOTAL
    return len(rows)


def of_svg(data):
    said = [found.text for found in etree.fromstring(data).iter("{*}text")]
    assert "Obroty na raportach rachunku 1" in said
    return sum(text.startswith("RK/KASA/") for text in said if text)


def of_picture(start):
    def read(data):
        assert data.startswith(start)
        assert len(data) > 5000
        return 11

    return read


READ = {
    "txt": lambda data: lines_of(data, r"^\| RK/KASA/"),
    "csv": lambda data: lines_of(data, r"^RK/KASA/.*;"),
    "xml": lambda data: len(etree.fromstring(data).findall("wiersz")),
    "html": lambda data: lines_of(data, r"<tr><td"),
    "xlsx": of_sheet,
    "svg": of_svg,
    "png": of_picture(b"\x89PNG\r\n\x1a\n"),
    "pdf": of_picture(b"%PDF-"),
}


def test_every_kind_of_result_is_read_here():
    assert set(READ) == set(api.CHART_RESULTS)
