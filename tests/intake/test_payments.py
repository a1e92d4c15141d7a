"""Payments from JSON, JSONL and the CSV of a spreadsheet."""

import io
import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dekret.errors import FileError
from dekret.intake.json_reader import read_json, read_jsonl
from dekret.intake.payments import read_payments, read_payments_stream
from dekret.intake.received import Received, Rejected
from dekret.model.documents import DOCUMENTS
from dekret.model.faults import read_record
from dekret.model.payments import PAYERS, PAYMENTS, Payee, Payer, Payment
from dekret.text.source import Source

PAYMENT = {
    "number": "FZ/12/2026",
    "state": "approved",
    "amount": "1234.50",
    "party": {"code": "ALOZA", "name": "Aloza sp. z o.o.", "tax_id": "6736819308"},
    "account": "61109010140000071219812874",
    "description": ["za FZ/12/2026, FZ/13/2026", "dziękujemy"],
}
HEADER = (
    "Numer dokumentu;Stan;Kwota;Podmiot;Podmiot Nazwa;Podmiot NIP;Rachunek podmiotu;Opis do banku;Termin płatności\n"
)
ROW = (
    "FZ/12/2026;do realizacji;1 234,50;ALOZA;Aloza sp. z o.o.;6736819308;61109010140000071219812874;"
    "za FZ/12/2026, FZ/13/2026|dziękujemy;\n"
)


def read(text, name="platnosci"):
    return list(read_payments_stream(name, io.BytesIO(text if isinstance(text, bytes) else text.encode())))


def errors(text, name="platnosci"):
    return [found for item in read(text, name) if isinstance(item, Rejected) for found in item.diagnostics]


# --- the family


@pytest.mark.parametrize("data", [PAYMENT, {"type": "payment", **PAYMENT}, {**PAYMENT, "type": "payment"}])
def test_the_type_may_be_left_out(data):
    (found,) = read(json.dumps(data))
    assert found.document.amount == Decimal("1234.50")
    assert found.canonical.startswith(b'{"type":"payment","number":"FZ/12/2026"')
    assert found.span.text == "FZ/12/2026"


@pytest.mark.parametrize("type_", ["", '"type": "payment", '])
@pytest.mark.parametrize("number", ["type", '"', "a:b", "żółw"])
def test_at_once_is_read_what_field_by_field_would_be(type_, number):
    data = f'{{{type_}"number": {json.dumps(number)}, "state": "draft", "amount": 5}}'.encode()
    at_once = PAYMENTS.decode(data)
    assert at_once is None or at_once[0] == Payment(number=number, state="draft", amount=Decimal(5))
    (found,) = read(data)
    assert found.document.number == number


def test_the_usual_payment_is_read_at_once():
    assert PAYMENTS.decode(json.dumps(PAYMENT).encode())
    assert PAYMENTS.decode(json.dumps({"type": "payment", **PAYMENT}, ensure_ascii=False).encode())


@pytest.mark.parametrize("type_", ["", '"type": "payment", ', '"\\u0074ype": "payment", '])
def test_a_name_given_twice_is_never_read_at_once(type_):
    text = f'{{{type_}"number": "type", "number": "FZ/2", "state": "draft", "amount": "1"}}'
    assert PAYMENTS.decode(text.encode()) is None
    assert [found.id for found in errors(text)] == ["intake/repeated-field"]


def test_documents_still_need_their_type():
    (found,) = read_json(Source("d.json", json.dumps({"number": "FZ/1"})))
    assert [(each.id, "Typ dokumentu" in each.message.pl) for each in found.diagnostics] == [
        ("intake/missing-field", True)
    ]


def test_another_type_is_no_payment():
    (found,) = errors(json.dumps({**PAYMENT, "type": "vat_sale"}))
    assert found.id == "intake/other-family"
    assert found.message.pl == f"Tu potrzeba: płatności, a {PAYMENT['number']} to dokument typu „vat_sale”."
    assert "dekret post" in found.remedy.pl
    (found,) = errors(json.dumps({**PAYMENT, "type": "sale"}))
    assert (found.id, "Typ płatności" in found.message.pl) == ("intake/unknown-value", True)


def test_a_payer_has_no_type():
    assert read_record({"name": "Bursztyn"}, PAYERS) == Payer(name="Bursztyn")
    (fault,) = read_record({"type": "payer"}, PAYERS)
    assert fault.fault == "unknown-field"
    assert PAYERS.decode(b'{"name": "Bursztyn"}') == (Payer(name="Bursztyn"), b'{"name":"Bursztyn"}')


def test_the_schema_does_not_ask_for_the_type():
    assert PAYMENTS.schema()["$defs"]["Payment"]["required"] == ["number", "state", "amount"]
    assert "type" in DOCUMENTS.schema()["$defs"]["VatSale"]["required"]


amounts = st.decimals("0.01", "9999999999.99", places=2)
texts = st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=30).map(str.strip)
payments = st.builds(
    Payment,
    number=texts.filter(bool),
    state=st.sampled_from(["draft", "approved", "sent"]),
    amount=amounts,
    party=st.builds(Payee, name=texts, kind=st.sampled_from(["contractor", "office"])),
    description=st.lists(texts, max_size=4).map(tuple),
    due_date=st.none() | st.dates(),
)


@given(payments)
def test_what_is_written_is_read_again(payment):
    written = PAYMENTS.encode(payment)
    assert [item.document for item in read_jsonl("p", [written], PAYMENTS)] == [payment]
    unsaid = json.dumps({name: value for name, value in json.loads(written).items() if name != "type"}).encode()
    assert [(item.document, item.canonical) for item in read_jsonl("p", [unsaid], PAYMENTS)] == [(payment, written)]


# --- faults


@pytest.mark.parametrize(
    ("fields", "id_", "title"),
    [
        ({"amount": "0"}, "intake/not-positive", "amount (Kwota): „0”"),
        ({"amount": "-5.00"}, "intake/not-positive", "amount (Kwota): „-5.00”"),
        ({"amount": "1.005"}, "intake/too-many-places", "amount (Kwota)"),
        ({"amount": "NaN"}, "intake/bad-number", "amount (Kwota)"),
        ({"vat_amount": "0.001"}, "intake/too-many-places", "vat_amount (Kwota VAT)"),
        ({"document_total": "1E+20"}, "intake/bad-number", "document_total (Wartość dokumentu w PLN)"),
        ({"currency": "EUR", "exchange_rate": "0"}, "intake/bad-number", "exchange_rate (Kurs)"),
        ({"state": "wysłane"}, "intake/unknown-value", "state (Stan)"),
        ({"bank_country": "Polska"}, "intake/bad-form", "bank_country (Kraj banku podmiotu)"),
        ({"tax": {"form": 7}}, "intake/wrong-kind", "tax.form (Symbol formularza)"),
    ],
)
def test_every_wrong_field_is_named(fields, id_, title):
    (found,) = errors(json.dumps({**PAYMENT, **fields}))
    assert found.id == id_
    assert title in found.message.pl


wild = st.one_of(st.none(), st.booleans(), st.text(max_size=6), st.decimals(), st.integers(), st.just([]))


@given(st.dictionaries(st.sampled_from(["amount", "vat_amount", "document_total", "exchange_rate", "currency"]), wild))
def test_a_fault_always_has_its_field(fields):
    found = read_record({"number": "1", "state": "draft", "amount": "1.00", **fields}, PAYMENTS)
    assert isinstance(found, Payment) or all(error.path for error in found)


# --- files


def test_lines_are_read_as_a_stream():
    def lines():
        yield json.dumps(PAYMENT).encode()
        raise AssertionError("read too far")

    assert isinstance(next(read_jsonl("x", lines(), PAYMENTS)), Received)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_xml_is_no_file_of_payments(encoding):
    (found,) = errors("<?xml version='1.0'?><Faktura/>".encode(encoding))
    assert found.id == "intake/xml-payments"


def test_a_file_without_payments_says_so():
    (found,) = errors("[]", "p.json")
    assert found.message.pl == "W pliku p.json nie ma żadnej płatności."


def test_a_file_of_something_else_is_refused():
    (found,) = errors("cokolwiek;innego\n")
    assert (found.id, "Numer dokumentu;Stan;Kwota" in found.remedy.pl) == ("intake/unknown-format", True)


def test_files_are_read_by_path(tmp_path):
    (tmp_path / "p.csv").write_text(HEADER + ROW, encoding="utf-8")
    (found,) = read_payments(tmp_path / "p.csv")
    assert found.place == (str(tmp_path / "p.csv"), 2)
    with pytest.raises(FileError):
        list(read_payments(tmp_path / "nie-ma.csv"))


# --- spreadsheets


def test_a_spreadsheet_is_read():
    (of_sheet,), (of_json,) = read(HEADER + ROW), read(json.dumps(PAYMENT))
    assert of_sheet.document == of_json.document
    assert of_sheet.canonical == of_json.canonical
    assert of_sheet.span.text == "FZ/12/2026"


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_columns_are_told_by_the_first_line(delimiter):
    lines = ["number", "Stan", "Kwota", "party.name"], ["FZ/1", "draft", '"1,50"', '"a; b, c"']
    (found,) = read("\n".join(delimiter.join(cells) for cells in lines))
    assert (found.document.amount, found.document.party.name) == (Decimal("1.50"), "a; b, c")


@pytest.mark.parametrize("encoding", ["cp1250", "cp852", "iso8859-2", "utf-16"])
def test_encodings_of_windows_and_dos_are_read_with_a_warning(encoding):
    (found,) = read((HEADER + ROW).encode(encoding))
    assert found.document.description == ("za FZ/12/2026, FZ/13/2026", "dziękujemy")
    assert [warning.id for warning in found.warnings] == ["intake/legacy-encoding"]


def test_one_encoding_holds_for_the_whole_file(monkeypatch):
    monkeypatch.setattr("dekret.text.encoding._BLOCK", 1000)
    block = HEADER.encode("cp1250") + ROW.encode("cp1250") * 20
    found = read(block + ROW.encode("cp1250"))
    assert len({item.document for item in found}) == 1
    (*_, refused) = read(block + ROW.encode())
    assert [each.id for each in refused.diagnostics] == ["text/mixed-encoding"]
    (*_, refused) = read(HEADER.encode() + ROW.encode() * 20 + ROW.encode("cp1250"))
    assert [(each.id, each.span.line) for each in refused.diagnostics] == [("text/mixed-encoding", 22)]


@pytest.mark.parametrize(
    ("written", "amount"),
    [("1234.5", "1234.50"), ("1 234,50", "1234.50"), ("1\xa0234,50", "1234.50"), ("1\u202f234", "1234"), ("+5", "5")],
)
def test_amounts_as_spreadsheets_write_them(written, amount):
    (found,) = read(HEADER + ROW.replace("1 234,50", written))
    assert found.document.amount == Decimal(amount)


@pytest.mark.parametrize("written", ["2026-03-05", "5.03.2026", "05.03.2026"])
def test_dates_as_spreadsheets_write_them(written):
    (found,) = read(HEADER + ROW.replace("jemy;", f"jemy;{written}"))
    assert found.document.due_date.isoformat() == "2026-03-05"


@pytest.mark.parametrize(
    ("old", "new", "column", "place", "cause", "remedy"),
    [
        ("1 234,50", "1.234,50", "Kwota", "1.234,50", "nie jest liczbą", "1 234,50"),
        ("1 234,50", "1.234", "Kwota", "1.234", "oddzielać tysiące", "1 000,00"),
        ("1 234,50", "12.500", "Kwota", "12.500", "12 500,00 albo 12,50", "1 000,00"),
        ("1 234,50", "12,3456", "Kwota", "12,3456", "więcej niż dwa miejsca", "12 500,00"),
        ("1 234,50", "0", "Kwota", "0", "większa od zera", "arkuszu"),
        ("1 234,50", "", "Kwota", "", "brakuje wartości", "arkuszu"),
        ("do realizacji", "realizacja", "Stan", "realizacja", "Nieznana wartość", "do realizacji"),
        ("61109010140000071219812874", "6,11E+25", "Rachunek podmiotu", "6,11E+25", "zgubił jego cyfry", "tekst"),
        ("jemy;", "jemy;2026-02-30", "Termin płatności", "2026-02-30", "nie jest datą", "RRRR-MM-DD"),
        ("Aloza sp. z o.o.", "x" * 513, "Podmiot Nazwa", "x" * 513, "za długi", "arkuszu"),
        ("FZ/13/2026|", "x" * 256 + "|", "Opis do banku", None, "za długi", "arkuszu"),
    ],
)
def test_a_wrong_cell_is_named_with_its_line_and_column(old, new, column, place, cause, remedy):
    first, wrong, last = read(HEADER + ROW + ROW.replace(old, new) + ROW)
    assert isinstance(first, Received)
    assert isinstance(last, Received)
    (found,) = wrong.diagnostics
    assert (found.id, found.span.line) == ("intake/sheet-cell", 3)
    assert place is None or found.span.text == place
    assert found.message.pl.startswith(f"Kolumna „{column}”: ")
    assert cause in found.message.pl
    assert remedy in found.remedy.pl


def test_all_wrong_cells_of_a_line_from_left_to_right():
    row = ROW.replace("do realizacji", "?").replace("1 234,50", "-1").replace("jemy;", "jemy;jutro")
    assert [found.span.text for found in errors(HEADER + row)] == ["?", "-1", "jutro"]


@pytest.mark.parametrize(
    ("row", "id_"),
    [
        ("FZ/1;draft;5\n", "intake/sheet-columns"),
        (ROW.replace("1 234,50", "1 234;50"), "intake/sheet-columns"),
        (ROW.replace("Aloza", '"Aloza"'), "intake/sheet-quotes"),
        (ROW.replace("Aloza", '"Aloza'), "intake/sheet-quotes"),
    ],
)
def test_a_broken_line_costs_itself_alone(row, id_):
    found = read(HEADER + row + ROW)
    assert [type(item) for item in found] == [Rejected, Received]
    assert [each.id for each in found[0].diagnostics] == [id_]


def test_quotes_and_empty_lines_of_spreadsheets():
    row = ROW.replace("Aloza sp. z o.o.", '"""Aloza"" sp. z o.o."').replace("dziękujemy", 'hotel "Żubr"')
    (found,) = read("\n" + HEADER.strip() + ";;\n" + row.strip() + ";;\n;;;;;;;;;;\n\n")
    assert found.document.party.name == '"Aloza" sp. z o.o.'
    assert found.document.description[-1] == 'hotel "Żubr"'


@pytest.mark.parametrize(
    ("header", "ids", "shown"),
    [
        ("Numer dokumentu;Stann;Kwota\n", ["rulefile/unknown-column"], "„Stan”"),
        ("Numer dokumentu;Stan;Kwota;amount\n", ["rulefile/column-repeated"], ""),
        ("Numer dokumentu;Kwota\n", ["rulefile/missing-column"], "bufor, do realizacji, wysłane"),
    ],
)
def test_a_wrong_header_refuses_the_file(header, ids, shown):
    found = errors(header + "FZ/1;draft;5\n")
    assert [each.id for each in found] == ids
    assert shown in found[0].remedy.pl


def test_a_workbook_is_no_text():
    assert [found.id for found in errors(b"PK\x03\x04\x14\0\0", "p.xlsx")] == ["text/not-text"]


@given(st.binary(max_size=60) | st.text(max_size=60).map(lambda text: (HEADER + text).encode("utf-8", "replace")))
def test_any_bytes_are_received_or_rejected(data):
    for item in read(data):
        assert isinstance(item, Received) or item.diagnostics
        for found in item.diagnostics if isinstance(item, Rejected) else ():
            assert found.message.pl


def cell(text):
    return '"' + text.replace('"', '""') + '"'


words = st.text("aąZ ;,\t\"'.0", min_size=1, max_size=8).map(str.strip).filter(bool)


@given(payments, words, st.lists(words, min_size=1, max_size=4), st.sampled_from(";\t,"))
def test_a_spreadsheet_of_payments_gives_them_again(payment, name, description, delimiter):
    cells = (cell(text) for text in ("FZ/1", payment.state, str(payment.amount), name, "|".join(description)))
    text = delimiter.join(["number", "state", "amount", "party.name", "description"]) + "\n" + delimiter.join(cells)
    (found,) = read(text)
    assert found.document == Payment(
        number="FZ/1",
        state=payment.state,
        amount=payment.amount,
        party=Payee(name=name),
        description=tuple(description),
    )
