"""Maps beyond their cases: JSON and CSV, several values, look-ups, fallbacks, records for templates, shapes."""

import datetime as dt
import io
import json
from decimal import Decimal

import pytest

from dekret import assets
from dekret.intake.received import Rejected
from dekret.mapping.check_tree import check_tree
from dekret.mapping.paths import is_bare, way
from dekret.markup import xml
from dekret.packs.library import load, load_sources
from dekret.packs.mapping.maps import check_maps, shape_of
from dekret.packs.mapping.opened import open_map
from dekret.text.source import Source

DAY = dt.date(2026, 3, 31)
HEAD = """mapa "M"
[Nagłówek]
nazwa = Mapa
kierunek = odczyt
z = {file}
do = {to}
dokument = {path}
"""


def library(*texts):
    found = load_sources(Source(f"{index}.{name}", text) for index, (name, text) in enumerate(texts))
    assert not found.report.has_errors, [each.message.pl for each in found.report.diagnostics]
    return found


def read(text, data, *more):
    by, report = open_map(library(("mapa", text), *more), "M", DAY, None, tells_again=True)
    assert not report.has_errors, [each.message.pl for each in report.diagnostics]
    return list(by.stream("plik", io.BytesIO(data if isinstance(data, bytes) else data.encode())))


def records(*arguments):
    items = read(*arguments)
    assert not any(isinstance(item, Rejected) for item in items), [d.message.pl for i in items for d in said(i)]
    return [item.received.document for item in items]


def said(item):
    return item.diagnostics if isinstance(item, Rejected) else item.received.warnings


def refused(*arguments):
    (item,) = read(*arguments)
    assert isinstance(item, Rejected)
    return [each.id for each in item.diagnostics]


PAYMENTS = (
    HEAD.format(file="JSON", to="Płatności", path="/wyplaty")
    + """[Pola]
| Cel             | Źródło              | Domyślnie                 | Wymagane |
|-----------------|---------------------|---------------------------|----------|
| Numer dokumentu | nr                  |                           | tak      |
| Kwota           | kwota/brutto        | kwota/netto; 1            |          |
| Stan            | 'do realizacji'     |                           |          |
| Priorytet       | IIF([kwota/brutto] > 1000, 'wysoki', 'normalny') | |        |
| Termin płatności | termin             |                           |          |
"""
)


def test_json_by_names_with_items_of_an_array_as_documents():
    data = {"wyplaty": [{"nr": "A/1", "kwota": {"brutto": 1200.5}, "termin": "2026-04-01"}, {"nr": 7, "kwota": {}}]}
    first, second = records(PAYMENTS, json.dumps(data))
    assert (first.number, first.amount, first.priority, first.due_date) == (
        "A/1", Decimal("1200.5"), "high", dt.date(2026, 4, 1),
    )  # fmt: skip
    assert (second.number, second.amount, second.priority) == ("7", Decimal(1), "normal")


def test_an_array_without_a_name_is_documents_too():
    found = records(PAYMENTS.replace("/wyplaty", "/"), '[{"nr": "A", "kwota": {"brutto": 1}}]')
    assert [each.number for each in found] == ["A"]


def test_a_wrong_value_of_json_is_said_with_its_line():
    (item,) = read(PAYMENTS, '{"wyplaty": [\n {"nr": "A",\n  "termin": "jutro"}]}')
    (found,) = item.diagnostics
    assert (found.id, found.span.line, found.related[0].span.source.name) == ("mapping/unreadable", 3, "0.mapa")


@pytest.mark.parametrize("data", ["{", "[" * 100_000, '{"wyplaty": [NaN]}', "\x00"])
def test_broken_json_is_refused(data):
    (item,) = read(PAYMENTS, data)
    assert isinstance(item, Rejected)


def test_places_in_json_are_those_of_the_file():
    data = """{"wyplaty": [
  {"nr": "A", "kwota": {"brutto": 1}},
  {"nr": "B", "kwota": {"brutto": "sto"}}]}"""
    good, refusal = read(PAYMENTS, data)
    assert (good.received.span.text, good.received.span.line) == ("A", 2)
    (found,) = refusal.diagnostics
    assert (found.span.text, found.span.line, found.span.column) == ('"sto"', 3, 35)


def test_a_number_beyond_all_measure_is_refused():
    assert refused(PAYMENTS, '{"wyplaty": [{"nr": "A", "kwota": {"brutto": 1e999999999}}]}')


INVOICES = (
    HEAD.format(file="CSV", to="Faktury zakupu", path="Numer")
    + """[Pola]
| Cel              | Źródło             |
|------------------|--------------------|
| Numer dokumentu  | Numer              |
| Data wystawienia | Data wystawienia   |
| Podmiot NIP      | NIP                |
[Pozycje]
dla = wiersze
| Cel        | Źródło                 |
|------------|------------------------|
| Towar      | Towar                  |
| Netto      | [Ilość] * [Cena netto] |
| Stawka VAT | '23'                   |
"""
)
SHEET = """Numer;Data wystawienia;NIP;Towar;Ilość;Cena netto
F/1;02.03.2026;6736819308;KAWA;2;1 010,50
F/1;02.03.2026;6736819308;HERBATA;1;5,00
F/2;2026-03-03;6736819308;KAWA;1;10
"""


def test_rows_of_csv_with_the_same_number_are_one_document():
    first, second = records(INVOICES, SHEET)
    assert [(each.goods.code, each.net) for each in first.positions] == [
        ("KAWA", Decimal("2021.00")),
        ("HERBATA", Decimal("5.00")),
    ]
    assert (second.number, second.issue_date) == ("F/2", dt.date(2026, 3, 3))


AMOUNTS = (
    HEAD.format(file="{file}", to="Rejestr VAT zakupu", path="{path}")
    + """[Pola]
| Cel              | Źródło |
|------------------|--------|
| Numer dokumentu  | Numer  |
| Data wystawienia | Data   |
| Podmiot NIP      | NIP    |
| Kurs             | Kurs   |
[Pozycje rejestru]
dla = {rows}
| Cel        | Źródło   |
|------------|----------|
| Stawka VAT | 'zw'     |
| Netto      | {source} |
"""
)
OF_AMOUNTS = "Numer;Data;NIP;Kurs;Netto\nF/1;2026-03-02;6736819308;1,000;{}\n"


@pytest.mark.parametrize(
    ("source", "amount", "reading"),
    [
        ("Netto", "1,000", "to 1 000,00 albo 1,00: przecinek może oddzielać tysiące"),
        ("Netto", "-12.345", "to -12 345,00 albo -12,345: kropka może oddzielać tysiące"),
        ("Netto", "1000,000", "ma trzy miejsca po przecinku, a kwota ma dwa"),
        ("-[Netto]", "1,000", "to 1 000,00 albo 1,00: przecinek może oddzielać tysiące"),
        ("[Netto] + 1", "1,000", "to 1 000,00 albo 1,00: przecinek może oddzielać tysiące"),
        ("Netto", "1 000,00", ""),
        ("Netto", "1,00", ""),
        ("Netto", "10,0000", ""),
        ("[Netto] * 2", "1,000", ""),
    ],
)
def test_an_amount_of_three_places_may_be_a_thousand(source, amount, reading):
    text = AMOUNTS.format(file="CSV", path="Numer", rows="wiersze", source=source)
    (item,) = read(text, OF_AMOUNTS.format(amount))
    assert [reading in each.message.pl for each in said(item)] == ([True] if reading else [])
    assert isinstance(item, Rejected) is bool(reading)


def test_so_may_any_number_of_a_column_that_separates_thousands():
    text = AMOUNTS.format(file="CSV", path="Numer", rows="wiersze", source="[Netto] * 2")
    items = read(text, OF_AMOUNTS.format("1,000") + "F/2;2026-03-02;6736819308;1;1.000,00\n")
    assert [[each.id for each in said(item)] for item in items] == [["mapping/unreadable"]] * 2
    assert "jest i 1.000,00" in said(items[0])[0].message.pl
    (clear, _) = read(text, OF_AMOUNTS.format("1000,500") + "F/2;2026-03-02;6736819308;1;1.000,00\n")
    assert not isinstance(clear, Rejected)


@pytest.mark.parametrize(
    ("file", "path", "rows", "data"),
    [
        (
            "JSON",
            "/",
            "Pozycje",
            '[{"Numer": "F/1", "Data": "2026-03-02", "NIP": "1", "Pozycje": [{"Netto": "1.000"}]}]',
        ),
        ("XML", "/F", "L", "<F><Numer>F/1</Numer><Data>2026-03-02</Data><L><Netto>1.000</Netto></L></F>"),
    ],
)
def test_json_and_xml_are_read_so_too(file, path, rows, data):
    text = AMOUNTS.format(file=file, path=path, rows=rows, source="Netto")
    assert refused(text, data) == ["mapping/unreadable"]


def test_a_number_of_json_has_no_thousands_to_separate():
    text = AMOUNTS.format(file="JSON", path="/", rows="Pozycje", source="Netto")
    (item,) = read(text, '[{"Numer": "F/1", "Data": "2026-03-02", "NIP": "1", "Pozycje": [{"Netto": 1.000}]}]')
    assert "ma trzy miejsca po przecinku" in said(item)[0].message.pl


def test_csv_of_an_old_windows_and_with_commas():
    data = SHEET.replace("KAWA", "ŻÓŁĆ").encode("cp1250")
    assert records(INVOICES, data)[0].positions[0].goods.code == "ŻÓŁĆ"


def test_a_column_that_is_not_there_is_said_with_the_nearest():
    (item,) = read(INVOICES, SHEET.replace("Cena netto", "Cena neto"))
    (found,) = item.diagnostics
    assert found.id == "mapping/no-column"
    assert "Cena neto" in found.remedy.pl


@pytest.mark.parametrize(
    ("old", "new", "column", "place"),
    [
        ("02.03.2026;6736819308;HERBATA", "03.03.2026;6736819308;HERBATA", "Data wystawienia", (3, 5)),
        ("6736819308;HERBATA", "1234563218;HERBATA", "NIP", (3, 16)),
    ],
)
def test_no_value_of_a_document_is_lost_whose_rows_differ(old, new, column, place):
    refusal, second = read(INVOICES, SHEET.replace(old, new))
    (found,) = refusal.diagnostics
    assert (found.id, second.received.document.number) == ("mapping/rows-differ", "F/2")
    assert f"'{column}'" in found.message.en
    assert (found.span.line, found.span.column) == place
    assert found.span.source.text == SHEET.replace(old, new).splitlines()[2]


def test_a_value_may_stand_in_any_row_of_a_document_or_be_that_of_the_first_by_the_map():
    first, _ = records(INVOICES, SHEET.replace("F/1;02.03.2026;6736819308;KAWA", "F/1;02.03.2026;;KAWA"))
    assert first.party.tax_id == "6736819308"
    chosen = INVOICES.replace("| Data wystawienia   |", "| Data wystawienia#1 |")
    first, _ = records(chosen, SHEET.replace("02.03.2026;6736819308;HERBATA", "03.03.2026;6736819308;HERBATA"))
    assert first.issue_date == dt.date(2026, 3, 2)


@pytest.mark.parametrize(
    ("sheet", "expected", "line"),
    [
        ("", "mapping/empty-file", 1),
        ("\n\n", "mapping/empty-file", 1),
        ("\n" + SHEET.splitlines()[0], "mapping/only-titles", 2),
        ("\n".join(SHEET.splitlines()[1:]), "mapping/no-heading", 1),
        (SHEET + 'F/3;"2026', "mapping/open-quote", 5),
        (SHEET.replace("F/2;", 'F/2;"') + 'F/3;"2026-03-03";1;A;1;1', "mapping/open-quote", 4),
    ],
)
def test_a_file_without_rows_is_said_once(sheet, expected, line):
    (item,) = read(INVOICES, sheet)
    (found,) = item.diagnostics
    assert (found.id, found.span.line) == (expected, line)


NEW_PARTIES = (
    HEAD.format(file="CSV", to="Faktury zakupu", path="Numer")
    + """[Pola]
| Cel              | Źródło           | Słownik         | Gdy brak |
|------------------|------------------|-----------------|----------|
| Numer dokumentu  | Numer            |                 |          |
| Data wystawienia | Data             |                 |          |
| Podmiot          | NIP              | podmioty wg NIP | utwórz   |
[Pozycje]
dla = wiersze
| Cel        | Źródło |
|------------|--------|
| Towar      | 'A'    |
| Netto      | Netto  |
| Stawka VAT | '23'   |
"""
)


@pytest.mark.parametrize(
    ("number", "refused"),
    [
        ("5261040829", True),
        ("PL 526-104-08-29", True),
        ("BRAK", True),
        ("526-104-08-28", False),
        ("DE99", False),
    ],
)
def test_nobody_is_created_by_a_nip_that_cannot_be(number, refused):
    (item,) = read(NEW_PARTIES, f"Numer;Data;NIP;Netto\nF/1;2026-03-02;{number};5\n")
    assert isinstance(item, Rejected) is refused
    said = item.diagnostics if isinstance(item, Rejected) else item.received.warnings
    assert [each.id for each in said] == ["mapping/bad-number" if refused else "mapping/created"]


def test_places_are_those_of_the_file_quotes_and_blanks_too():
    sheet = SHEET.replace("F/2;2026-03-03;6736819308;KAWA", '  "F/2";2026-03-03;6736819308;"KA;""WA"')
    (_, refusal) = read(INVOICES, sheet.replace(";1;10\n", ";1;dwa\n"))
    (found,) = refusal.diagnostics
    assert (found.span.text, found.span.line) == ("dwa", 4)


ORDERS = (
    HEAD.format(file="XML", to="Płatności", path="/Orders/Order")
    + """[Pola]
| Cel             | Źródło          |
|-----------------|-----------------|
| Numer dokumentu | {number}        |
| Kwota           | Amount          |
| Stan            | 'do realizacji' |
"""
)


def order(inner):
    return f"<Orders><Order>{inner}<Amount>5.00</Amount></Order></Orders>"


def test_several_values_have_to_be_the_same_or_chosen():
    twice = order("<Number>A</Number><Number>B</Number>")
    assert refused(ORDERS.format(number="Number"), twice) == ["mapping/several-values"]
    assert records(ORDERS.format(number="Number#2"), twice)[0].number == "B"
    assert records(ORDERS.format(number="Number"), order("<Number>A</Number><Number>A</Number>"))[0].number == "A"


def test_attributes_absolute_paths_and_namespaces():
    text = order('<h:Head xmlns:h="urn:x" no="A/7"/>')
    assert records(ORDERS.format(number="Head/@no"), text)[0].number == "A/7"
    assert records(ORDERS.format(number="/Head/@no"), text)[0].number == "A/7"


def test_a_decimal_comma_in_xml_is_refused():
    text = order("<Number>A</Number>").replace("5.00", "5,00")
    assert refused(ORDERS.format(number="Number"), text) == ["mapping/unreadable"]


@pytest.mark.parametrize(
    ("text", "bare"),
    [("a/b-c", True), ("Data wystawienia", True), ("a - b", False), ("[a]", False), ("a AND b", False), ("@x", True)],
)
def test_what_is_a_bare_path(text, bare):
    assert is_bare(text) is bare


def test_a_path_is_taken_apart():
    assert [(step.name, step.which) for step in way("/a#2/@b").steps] == [("a", 2), ("@b", None)]


DIRECTORY = """kartoteka "K"
[Firma]
nazwa = Firma
[Podmioty]
| Kod   | Nazwa | NIP        | GLN           |
| ALOZA | Aloza | 6736819308 | 5909876543213 |
"""


@pytest.mark.parametrize(
    ("missing", "code"), [("utwórz", "5900000000008"), ("!NIEOKREŚLONY!", "!NIEOKREŚLONY!"), ("odmów", None)]
)
def test_what_becomes_of_a_party_that_is_not_on_file(missing, code):
    rows = (
        "| Cel | Źródło | Słownik | Gdy brak |\n| Numer dokumentu | Number |||\n| Data wystawienia | '2026-03-01' |||\n"
    )
    text = HEAD.format(file="XML", to="Rezerwacja odbiorcy", path="/Orders/Order") + (
        f"[Pola]\n{rows}| Podmiot | Gln | podmioty wg GLN | {missing} |\n"
        "[Pozycje]\ndla = .\n| Cel | Źródło |\n| Towar | 'X' |\n| Ilość | 1 |\n"
    )
    known = records(text, order("<Number>A</Number><Gln>5909876543213</Gln>"), ("kartoteka", DIRECTORY))
    assert (known[0].party.code, known[0].party.tax_id) == ("ALOZA", "6736819308")
    unknown = (text, order("<Number>A</Number><Gln>5900000000008</Gln>"), ("kartoteka", DIRECTORY))
    if code is None:
        assert refused(*unknown) == ["mapping/not-in-dictionary"]
    else:
        assert records(*unknown)[0].party.code == code


CREATING = (
    HEAD.format(file="XML", to="Faktury zakupu", path="/F/D")
    + """[Pola]
| Cel              | Źródło |
|------------------|--------|
| Numer dokumentu  | Nr     |
| Data wystawienia | Data   |
| Podmiot NIP      | NIP    |
[Pozycje]
dla = P
| Cel        | Źródło | Słownik       | Gdy brak |
|------------|--------|---------------|----------|
| Towar      | EAN    | towary wg EAN | utwórz   |
| Netto      | 5      |               |          |
| Stawka VAT | '23'   |               |          |
"""
)


def test_a_refused_document_creates_nothing():
    document = "<D><Nr>A</Nr><Data>{}</Data><NIP>6736819308</NIP><P><EAN>59012344</EAN></P></D>"
    days = ("2026-02-30", "2026-02-03", "2026-02-04")
    first, *others = read(CREATING, f"<F>{''.join(document.format(day) for day in days)}</F>")
    assert isinstance(first, Rejected)
    assert [[each.code for each in item.created] for item in others] == [["59012344"], []]


@pytest.fixture(scope="module")
def edi():
    """The standard pack of EDI."""
    return load([assets.folder("rules") / "edi"])


def test_every_standard_map_is_clean(edi):
    check_maps(edi)
    assert edi.maps
    assert edi.report.diagnostics == []


@pytest.mark.parametrize(
    ("symbol", "count"),
    [("EDI-ORDER", 135), ("EDI-INVOICE-F", 245), ("EDI-INVOICE-FK", 329), ("EDI-DESADV", 78), ("EDI-PRICAT", 35)],
)
def test_the_shapes_of_edi_have_all_their_elements(edi, symbol, count):
    shape = shape_of(edi, symbol)
    assert len(shape.elements) >= count
    assert [each for each in shape.elements.values() if each.format and shape.holds_elements(each.path)] == []


def test_a_tree_is_held_against_its_shape(edi):
    shape = shape_of(edi, "EDI-ORDER")
    root = xml.parse(b"""<Document-Order><Order-Parties><Buyer><ILN>59O</ILN></Buyer></Order-Parties>
        <Order-Header><OrderNumber>1</OrderNumber><OrderDate>2026-13-01</OrderDate><X/></Order-Header></Document-Order>""")
    found = [(each.id, each.span.line) for each in check_tree(root, shape, "a.xml")]
    assert ("shape/out-of-order", 2) in found
    assert ("shape/unknown-element", 2) in found
    assert [each for each in found if each[0] == "shape/bad-value"] == [("shape/bad-value", 1), ("shape/bad-value", 2)]
    assert sum(each[0] == "shape/missing-element" for each in found) == 4


JSON_INVOICES = (
    HEAD.format(file="JSON", to="Faktury zakupu", path="faktury")
    + """[Pola]
| Cel              | Źródło |
|------------------|--------|
| Numer dokumentu  | nr     |
| Data wystawienia | data   |
| Podmiot          | nip    |

[Pozycje]
dla = poz
| Cel        | Źródło |
|------------|--------|
| Towar      | kod    |
| Netto      | netto  |
| VAT        | vat    |
| Stawka VAT | st     |
"""
)


def invoice(number, *positions):
    return {"nr": number, "data": "2026-03-01", "nip": "6736819308", "poz": positions}


def position(**changes):
    return {"kod": "X", "netto": 100, "vat": 23, "st": 23, **changes}


def test_an_invoice_that_stands_twice_in_files_is_told():
    first, again = read(
        JSON_INVOICES, json.dumps({"faktury": [invoice("A/1", position()), invoice("A/1", position())]})
    )
    assert (said(first), [each.id for each in said(again)]) == ((), ["mapping/document-again"])
    assert said(again)[0].related[0].span.line == 1


def test_fields_of_parts_are_named_by_titles_and_numbers():
    data = {"faktury": [invoice("A/1", position(), position(netto=10.0012, st=0.23))]}
    (item,) = read(JSON_INVOICES, json.dumps(data))
    rate, net = sorted(said(item), key=lambda each: each.span.start, reverse=True)
    assert net.message.pl.startswith("Pozycja 2, Netto: kwota ma więcej")
    assert net.message.en.startswith("Position 2, net: ")
    assert rate.message.pl.endswith("(czy chodziło o 23?).")


@pytest.mark.parametrize(
    ("data", "id_"),
    [
        ('{"faktury": []}', "mapping/empty-list"),
        ('{"faktura": []}', "mapping/no-documents"),
        ('{"faktury": null}', "mapping/no-documents"),
    ],
)
def test_an_empty_list_is_told_from_one_that_is_not_there(data, id_):
    assert refused(JSON_INVOICES, data) == [id_]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("| VAT        | vat    |\n", "", True),
        ("| VAT        | vat    |\n| Stawka VAT | st     |", "| Stawka VAT | '23' |", True),
        ("| VAT        | vat    |\n| Stawka VAT | st     |", "| Stawka VAT | 'zw' |", False),
        ("| VAT        | vat    |\n| Stawka VAT | st     |", "| Stawka VAT | '0' |", False),
        ("", "", False),
    ],
)
def test_a_map_that_gives_a_rate_and_no_vat_is_warned_of(old, new, told):
    found = library(("mapa", JSON_INVOICES.replace(old, new)))
    check_maps(found)
    assert [each.id for each in found.report.diagnostics] == ["mapping/no-vat"] * told


LABEL = """mapa "M"
[Nagłówek]
nazwa = Zakup dla szablonu
kierunek = zapis
z = Faktury zakupu
kształt = E
[Pola]
| Cel | Źródło |
| Head/Number | Numer dokumentu |
| Head/Name | [Podmiot Nazwa] |
[Pozycje]
jako = Line
| Cel | Źródło |
| Ean | Towar EAN |
"""
LABEL_SHAPE = """kształt "E"
[Nagłówek]
nazwa = Etykieta
korzeń = Label
[Elementy]
| Ścieżka | Obecność | Ile | Postać | Pewność |
| Head | M | | | urzędowa |
| Head/Number | M | | X(35) | urzędowa |
| Head/Name | {name} | | X(70) | urzędowa |
| Line | M | 2 | | urzędowa |
| Line/Ean | M | | X(14) | urzędowa |
"""


@pytest.mark.parametrize(
    ("name", "eans", "expected"),
    [
        ("O", ["2900000000018", "2900000000025"], []),
        ("M", ["2900000000018"], [("mapping/shape-missing", "Head/Name")]),
        ("O", ["2900000000018", ""], [("mapping/shape-missing", "Line#2/Ean")]),
        ("O", ["2900000000018"] * 3, [("mapping/shape-too-many", "Line")]),
    ],
)
def test_a_record_that_does_not_keep_to_its_shape_is_refused(name, eans, expected):
    rules = library(("ksztalt", LABEL_SHAPE.format(name=name)), ("mapa", LABEL))
    by, report = open_map(rules, "M", DAY, None)
    assert not report.has_errors
    lines = [{"goods": {"code": "KAWA", "ean": ean}, "rate": "23", "net": "1.00", "vat": "0.23"} for ean in eans]
    document = {"type": "purchase_invoice", "number": "F/1", "issue_date": "2026-03-02", "party": {"code": "ALOZA"}}
    (item,) = by.stream("f.json", io.BytesIO(json.dumps({**document, "positions": lines}).encode()))
    found = item.diagnostics if isinstance(item, Rejected) else item.remarks
    assert [each.id for each in found] == [id_ for id_, _ in expected]
    assert all(path in each.message.pl for each, (_, path) in zip(found, expected, strict=True))
    assert isinstance(item, Rejected) == bool(expected)
