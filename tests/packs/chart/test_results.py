"""Results of charts as files: what a sheet, a page, a picture of them holds."""

import datetime as dt
import io
from decimal import Decimal

import pytest
from lxml import etree

from dekret.model.results import ColumnKind, ResultColumn, ResultTable
from dekret.render.pictures import PictureStyle, drawn, specification
from dekret.render.sheets import sheet
from dekret.render.tables import csv_text, heads, html_text, plain_text, visible, xml_text

MIDNIGHT = dt.datetime.fromisoformat("2026-01-31")
TABLE = ResultTable(
    (
        ResultColumn("Id", ColumnKind.WHOLE),
        ResultColumn("Opis", ColumnKind.TEXT),
        ResultColumn("Dzień", ColumnKind.DATE),
        ResultColumn("Kwota", ColumnKind.NUMBER),
    ),
    (
        (1, "=1+1", MIDNIGHT, Decimal("1234.50")),
        (2, 'Łódź; "a" <b>&\x01', dt.date(2026, 2, 28), Decimal("-0.10")),
        (3, None, None, None),
    ),
)
ALL = [0, 1, 2, 3]
HEAD = heads(TABLE, ALL)


def test_sheet_holds_numbers_dates_and_texts():
    openpyxl = pytest.importorskip("openpyxl", reason="no openpyxl here (pip install 'dekret[xlsx]')")
    page = openpyxl.load_workbook(io.BytesIO(sheet(TABLE, ALL, HEAD, "Obroty: 2026/01 [PLN]"))).active
    assert page.title == "Obroty  2026 01  PLN"
    first, second, third = page.iter_rows(min_row=2)
    assert [each.value for each in first] == [1, "=1+1", MIDNIGHT, 1234.5]
    assert [each.data_type for each in first] == ["n", "s", "d", "n"]
    assert (first[2].number_format, first[3].number_format) == ("yyyy-mm-dd", "#,##0.00")
    assert second[1].value == 'Łódź; "a" <b>&\ufffd'
    assert [each.value for each in third] == [3, None, None, None]


def test_rows_as_csv_text_and_page():
    assert csv_text(TABLE, ALL, HEAD).split("\r\n")[:3] == [
        "Id;Opis;Dzień;Kwota",
        "1;=1+1;2026-01-31;1234,50",
        '2;"Łódź; ""a"" <b>&\x01";2026-02-28;-0,10',
    ]
    assert "| 1234,50 |" in plain_text(TABLE, ALL, HEAD)
    shown = html_text(TABLE, ALL, HEAD, "A & <B>")
    assert "A &amp; &lt;B&gt;" in shown
    assert "&lt;b&gt;&amp;" in shown


def test_xml_is_read_back():
    tree = etree.fromstring(xml_text(TABLE, ALL, 'Obroty "A" <B>').encode())
    assert tree.get("nazwa") == 'Obroty "A" <B>'
    assert [each.text for each in tree[1]] == ["2", 'Łódź; "a" <b>&\ufffd', "2026-02-28", "-0.10"]
    assert [each.get("rodzaj") for each in tree[0]] == ["whole", "text", "date", "number"]


def test_hidden_and_headless_columns():
    places = visible(TABLE, [1, 3])
    assert places == [1, 3]
    assert csv_text(TABLE, places, heads(TABLE, places, [2])).startswith(";Kwota\r\n=1+1;1234,50\r\n")


@pytest.mark.parametrize("kind", [1, 2, 4])
def test_pictures_are_drawn(kind):
    pytest.importorskip("vl_convert", reason="no vl-convert here (pip install 'dekret[pictures]')")
    spec = specification(TABLE, PictureStyle(kind, "Obroty w 2026", series=(4,), label=2))
    svg = drawn(spec, "svg").decode()
    tree = etree.fromstring(svg.encode(), etree.XMLParser(huge_tree=False))
    said = " ".join("".join(each.itertext()) for each in tree.iter("{*}text"))
    assert "Obroty w 2026" in said
    assert "1\u00a0234,50" in said
    assert drawn(spec, "png").startswith(b"\x89PNG\r\n\x1a\n")
    assert drawn(spec, "pdf").startswith(b"%PDF-")
