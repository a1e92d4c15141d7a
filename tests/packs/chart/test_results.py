"""Results of charts as files: what a sheet, a page, a picture of them holds."""

import datetime as dt
import io
from dataclasses import replace
from decimal import Decimal

import pytest
from lxml import etree

from dekret.model.results import ColumnKind, ResultColumn, ResultTable
from dekret.render.pictures import WIDTH, PictureStyle, drawn, remarks, specification
from dekret.render.sheets import sheet
from dekret.render.tables import csv_text, heads, html_text, plain_text, visible, xml_text
from dekret.values.culture import culture_of

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
    assert "| 1 234,50 |" in plain_text(TABLE, ALL, HEAD)
    shown = html_text(TABLE, ALL, HEAD, "A & <B>")
    assert "A &amp; &lt;B&gt;" in shown
    assert "&lt;b&gt;&amp;" in shown


def test_sheet_shows_every_decimal_and_days_without_a_time():
    openpyxl = pytest.importorskip("openpyxl", reason="no openpyxl here (pip install 'dekret[xlsx]')")
    noon = dt.datetime.fromisoformat("2026-01-31 12:00")
    kinds = (ColumnKind.NUMBER, ColumnKind.DATETIME, ColumnKind.DATETIME)
    columns = tuple(ResultColumn(name, kind) for name, kind in zip(("Ilość", "Dzień", "Chwila"), kinds, strict=True))
    table = ResultTable(columns, ((Decimal("1.2500"), MIDNIGHT, MIDNIGHT), (Decimal("0.0375"), MIDNIGHT, noon)))
    book = openpyxl.load_workbook(io.BytesIO(sheet(table, [0, 1, 2], heads(table, [0, 1, 2]), "Kursy: 2026")))
    first, *rows = book.active.iter_rows()
    assert [each.number_format for each in rows[0]] == ["#,##0.0000", "yyyy-mm-dd", "yyyy-mm-dd hh:mm:ss"]
    assert [each.alignment.horizontal for each in first] == ["right", "left", "left"]
    assert (book.properties.title, book.active.auto_filter.ref) == ("Kursy: 2026", "A1:C3")


def test_page_has_amounts_in_threes_and_says_when_rows_were_left_out():
    page = html_text(replace(TABLE, cut=True), ALL, HEAD, "x")
    assert '<td class="number">1 234,50</td>' in page
    assert '<td class="short">2026-02-28</td>' in page
    assert "Wierszy: 3, dalsze pominięto" in page
    assert "pominięto" not in html_text(TABLE, ALL, HEAD, "x")


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


# --- what pictures look like, by their specifications


def months(*rows, columns=1):
    """A result with numbered rows; each row its name and its values."""
    series = [ResultColumn(f"Seria{number + 1}", ColumnKind.NUMBER) for number in range(columns)]
    head = (ResultColumn("PunktID", ColumnKind.WHOLE), ResultColumn("Lp", ColumnKind.WHOLE))
    return ResultTable(
        (*head, ResultColumn("Nazwa", ColumnKind.TEXT), *series),
        tuple((at, at, name, *values) for at, (name, *values) in enumerate(rows, start=1)),
    )


def axis(spec, name="x"):
    return spec["layer"][0]["encoding"][name]


def values(spec):
    return [each["v"] for each in spec["data"]["values"]]


def test_rows_of_one_name_are_points_of_their_own_and_empty_ones_keep_their_place():
    spec = specification(months(("Luty", Decimal(1)), ("Luty", Decimal(2)), ("Marzec", None)), PictureStyle())
    assert [each["n"] for each in spec["data"]["values"]] == [0, 1, 2]
    assert axis(spec)["scale"]["domain"] == [0, 1, 2]
    assert axis(spec)["axis"]["labelExpr"] == '["Luty", "Luty", "Marzec"][datum.value]'


def test_values_have_as_many_decimals_as_the_most_exact_of_them():
    assert values(specification(months(("a", Decimal("290000.00")), ("b", Decimal("7.50"))), PictureStyle())) == [
        "290\u00a0000,00",
        "7,50",
    ]
    assert values(specification(months(("a", Decimal("2.00")), ("b", Decimal("7.00"))), PictureStyle())) == ["2", "7"]
    assert values(specification(months(("a", Decimal("4.3215")), ("b", Decimal(1))), PictureStyle())) == [
        "4,3215",
        "1,0000",
    ]


def test_values_are_upright_where_they_would_run_into_each_other_and_have_room_then():
    wide = [(f"2026-{month:02}", Decimal("7344843.17"), Decimal("-1234567.89")) for month in range(1, 13)]
    spec = specification(months(*wide, columns=2), PictureStyle(series=(4, 5)))
    assert spec["layer"][-1]["mark"]["angle"] == 270
    low, high = axis(spec, "y")["scale"]["domain"]
    assert low < -1_400_000
    assert high > 8_000_000
    few = specification(months(("a", Decimal(1)), ("b", Decimal(2))), PictureStyle())
    assert "angle" not in few["layer"][-1]["mark"]
    lines = specification(months(*wide, columns=2), PictureStyle(2, series=(4, 5)))
    assert all("angle" not in each["mark"] for each in lines["layer"])


def test_no_values_where_there_is_no_room_or_none_are_asked_for():
    many = months(*((str(number), Decimal(number)) for number in range(200)))
    assert len(specification(many, PictureStyle())["layer"]) == 1
    assert len(specification(months(("a", Decimal(1))), PictureStyle(labels=False))["layer"]) == 1


def test_names_that_do_not_fit_are_left_out_unless_the_author_says_which():
    many = months(*((f"2026-01-{number:03}", Decimal(1)) for number in range(100)))
    shown = axis(specification(many, PictureStyle()))["axis"]
    assert shown["labelAngle"] == -35
    assert shown["values"] == list(range(0, 100, 4))
    assert axis(specification(many, PictureStyle(every=33)))["axis"]["values"] == [0, 33, 66, 99]


def test_wide_bars_of_several_series_do_not_cover_each_other():
    rows = [(str(number), Decimal(1), Decimal(2)) for number in range(6)]
    spec = specification(months(*rows, columns=2), PictureStyle(series=(4, 5), bar_width=10))
    assert spec["layer"][0]["mark"]["width"] * 2 * 6 < WIDTH


@pytest.mark.parametrize("kind", [1, 2, 4])
@pytest.mark.parametrize(
    "rows", [(), (("Ł\u2028\x01😀", None),), (("a", Decimal(0)),), (('"\\</script>', Decimal("-0.5")),)]
)
def test_pictures_of_little_are_drawn(kind, rows):
    pytest.importorskip("vl_convert", reason="no vl-convert here (pip install 'dekret[pictures]')")
    svg = drawn(specification(months(*rows), PictureStyle(kind, "Tytuł")), "svg")
    said = " ".join("".join(each.itertext()) for each in etree.fromstring(svg).iter("{*}text"))
    assert "Tytuł" in said
    drawable = [name for name, value in rows if value is not None and (kind != 4 or value > 0)]
    assert ("brak danych" in said) is (not drawable)
    assert all(name.translate({1: "\ufffd"}) in said for name in drawable)


def test_a_long_title_goes_over_several_lines():
    spec = specification(months(("a", Decimal(1))), PictureStyle(title="Obroty " * 30))
    assert len(spec["title"]["text"]) == 3


# --- pictures


def rows(*found, series=("Kwota",)):
    kinds = (ResultColumn("Id", ColumnKind.WHOLE), ResultColumn("Nr", ColumnKind.WHOLE))
    columns = (
        *kinds,
        ResultColumn("Opis", ColumnKind.TEXT),
        *(ResultColumn(name, ColumnKind.NUMBER) for name in series),
    )
    return ResultTable(columns, tuple((n, n, label, *map(Decimal, values)) for n, (label, *values) in enumerate(found)))


def pies_of(table, style, language="pl"):
    """The slices of every pie as its legend has them, with their colours."""
    found = []
    for each in specification(table, style, language)["concat"]:
        scale = each["layer"][0]["encoding"]["color"]["scale"]
        found.append(dict(zip(scale["domain"], scale["range"], strict=True)))
    return found


def plain(text):
    return text.replace("\u00a0", " ")


def test_every_slice_has_a_colour_of_its_own():
    (slices,) = pies_of(rows(*((f"K{n}", n + 1) for n in range(12))), PictureStyle(4))
    assert len(slices) == len(set(slices.values())) == 12
    many = rows(*((f"K{n}", 10 * (n + 1)) for n in range(15)))
    (slices,) = pies_of(many, PictureStyle(4))
    assert len(slices) == len(set(slices.values())) == 12
    first, *_, last = (plain(each) for each in slices)
    assert (first, last) == ("K4: 50,00 (4,2%)", "pozostałe (4): 100,00 (8,3%)")
    assert [each.pl for each in remarks(many, PictureStyle(4))] == [
        "Kwota: „pozostałe” to suma wartości mniejszych niż 11 pokazanych, których jest 4"
    ]


def test_a_pie_tells_what_is_no_share():
    table = rows(("Sprzedaż", "300"), ("Korekty", "-1234.50"), ("Nic", "0"), ("Sprzedaż", "100"))
    (slices,) = pies_of(table, PictureStyle(4), "en")
    assert list(slices) == ["Sprzedaż: 400.00 (100.0%)"]
    (said,) = remarks(table, PictureStyle(4))
    assert plain(said.pl) == "Kwota: koło nie pokazuje wartości ujemnych; pominięto: Korekty -1 234,50"
    assert said.en == "Kwota: a pie shows no negative values; left out: Korekty -1,234.50"
    assert specification(table, PictureStyle(4))["title"]["subtitle"] == [said.pl]


def test_every_series_is_a_pie_with_its_name():
    table = rows(("A", "1", "2"), ("B", "3", "4"), series=("Winien", "Ma"))
    drawings = specification(table, PictureStyle(4, series=(4, 5, 9)))["concat"]
    assert [each["title"]["text"] for each in drawings] == ["Winien", "Ma"]
    assert [[point["y"] for point in each["data"]["values"]] for each in drawings] == [[1.0, 3.0], [2.0, 4.0]]


def test_labels_of_small_slices_stand_in_the_legend_alone():
    table = rows(("A", "97"), ("B", "1"), ("C", "2"))
    (drawing,) = specification(table, PictureStyle(4))["concat"]
    assert [point["v"] for point in drawing["data"]["values"]] == ["97,0%", "", ""]


def x_axis(table, style):
    return specification(table, style)["layer"][0]["encoding"]["x"]["axis"]


def test_labels_of_the_axis_are_tilted_where_they_are_too_long():
    months = rows(*((str(n), n) for n in range(1, 13)))
    assert x_axis(months, PictureStyle())["labelAngle"] == 0
    long = rows(*((f"Usługi informatyczne {n}", n) for n in range(1, 13)))
    assert x_axis(long, PictureStyle())["labelAngle"] == -35
    assert x_axis(long, PictureStyle(every=6))["labelAngle"] == 0


@pytest.mark.parametrize("kind", [1, 2, 4])
@pytest.mark.parametrize(("language", "said"), [("pl", "brak danych"), ("en", "no data")])
def test_a_picture_without_rows_says_so(kind, language, said):
    spec = specification(rows(), PictureStyle(kind), language)
    assert spec["mark"]["text"] == said
    assert said in html_text(rows(), [0, 1, 2, 3], HEAD, "Obroty", language=language)


def test_a_type_that_is_not_there_is_told():
    table = rows(("A", "1"))
    assert [each.pl.partition(";")[0] for each in remarks(table, PictureStyle(9))] == ["Typu wykresu 9 nie ma"]
    assert remarks(table, PictureStyle(2)) == ()


@pytest.mark.parametrize(("language", "amount"), [("pl", "54 822,78"), ("en", "54,822.78")])
def test_amounts_have_one_form_in_a_language(language, amount):
    table = rows(("Amortyzacja", "54822.78"))
    assert f"| {amount} |" in plain_text(table, ALL, ["Id", "Nr", "Opis", "Kwota"], (), culture_of(language))
    assert amount in html_text(table, ALL, HEAD, "Obroty", language=language)
    spec = specification(table, PictureStyle(), language)
    assert [plain(each["v"]) for each in spec["data"]["values"]] == [amount]
    assert plain(spec["config"]["locale"]["number"]["thousands"]) == amount[2]
    assert csv_text(table, ALL, HEAD).splitlines()[1] == "0;0;Amortyzacja;54822,78"


def test_a_name_of_a_sheet_is_cut_cleanly():
    openpyxl = pytest.importorskip("openpyxl", reason="no openpyxl here (pip install 'dekret[xlsx]')")
    found = sheet(TABLE, ALL, HEAD, "Obroty na kontach typu koszty, przychody i inne")
    assert openpyxl.load_workbook(io.BytesIO(found)).active.title == "Obroty na kontach typu koszty"
