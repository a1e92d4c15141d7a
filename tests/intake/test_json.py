"""Documents from JSON and JSONL."""

import io
import json
import re
import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dekret.intake.json_reader import read_json
from dekret.intake.locate import locate
from dekret.intake.read import read_stream
from dekret.intake.received import Received, Rejected
from dekret.text.diagnostic import Severity
from dekret.text.source import Source

DOCUMENT = {
    "type": "vat_purchase",
    "number": "FZ/1",
    "issue_date": "2026-03-05",
    "party": {"code": "ALOZA"},
    "elements": [{"rate": "23", "net": "100.00", "vat": "23.00"}],
}


def one(data, **how):
    (found,) = read_json(Source("d.json", json.dumps(data, ensure_ascii=False, **how)))
    return found


def errors(data, **how):
    found = one(data, **how)
    assert isinstance(found, Rejected)
    return found.diagnostics


def with_element(**fields):
    return {**DOCUMENT, "elements": [{**DOCUMENT["elements"][0], **fields}]}


def test_a_document_is_read():
    found = one(DOCUMENT)
    assert isinstance(found, Received)
    assert str(found.document.gross) == "123.00"
    assert found.span.text == "FZ/1"


@pytest.mark.parametrize(("written", "read"), [("100", "100.00"), ("100.01", "100.01"), ("1e2", "100.00")])
def test_numbers_are_read_as_they_are_written(written, read):
    text = json.dumps(DOCUMENT).replace('"100.00"', written)
    (found,) = read_json(Source("d.json", text))
    assert found.document.net == Decimal(read)


@pytest.mark.parametrize(
    ("data", "id_", "shown"),
    [
        ({**DOCUMENT, "numbr": "x"}, "intake/unknown-field", "„number”"),
        (with_element(nett="1.00"), "intake/unknown-field", "„net”"),
        ({**DOCUMENT, "party": {"kod": "A"}}, "intake/unknown-field", "„code”"),
        ({key: DOCUMENT[key] for key in DOCUMENT if key != "number"}, "intake/missing-field", ""),
        ({**DOCUMENT, "elements": []}, "intake/empty-field", ""),
        ({**DOCUMENT, "type": "vat_purchas"}, "intake/unknown-value", "„vat_purchase”"),
        ({**DOCUMENT, "type": None}, "intake/missing-field", ""),
        ({**DOCUMENT, "kind": "advancee"}, "intake/unknown-value", "„advance”"),
        ({**DOCUMENT, "issue_date": "5.03.2026"}, "intake/bad-date", ""),
        (with_element(net=100.005), "intake/too-many-places", '"123.45"'),
        (with_element(net=0.1 + 0.2), "intake/too-many-places", "przybliżonych"),
        (with_element(net="100,01"), "intake/bad-number", ""),
        (with_element(net="NaN"), "intake/bad-number", ""),
        (with_element(net="1.005"), "intake/too-many-places", ""),
        (with_element(net="12345678901234567.00"), "intake/bad-number", ""),
        ({**DOCUMENT, "currency": "EUR", "exchange_rate": "4.123456789"}, "intake/too-many-places", "osiem"),
        (with_element(rate="24 %"), "intake/bad-form", ""),
        ({**DOCUMENT, "currency": "EUR"}, "intake/no-rate", ""),
        ({**DOCUMENT, "currency": "EUR", "exchange_rate": "0"}, "intake/bad-number", ""),
        ({**DOCUMENT, "number": ["FZ/1"]}, "intake/wrong-kind", ""),
        ({**DOCUMENT, "description": "x" * 300}, "intake/too-long", ""),
    ],
)
def test_every_wrong_field_is_named(data, id_, shown):
    found = errors(data)
    assert [diagnostic.id for diagnostic in found] == [id_]
    assert shown in found[0].remedy.pl


def test_all_wrong_fields_at_once_with_their_places():
    data = {**with_element(net=1.555, nett="x"), "issue_date": "jutro"}
    found = errors(data, indent=2)
    assert {diagnostic.id: diagnostic.span.text for diagnostic in found} == {
        "intake/too-many-places": "1.555",
        "intake/unknown-field": '"nett"',
        "intake/bad-date": '"jutro"',
    }
    assert "elements[1].net (pozycja 1, Netto)" in next(d.message.pl for d in found if d.id == "intake/too-many-places")


def test_a_key_given_twice_is_an_error():
    text = json.dumps(DOCUMENT).replace('"number"', '"number": "FZ/0", "number"')
    (found,) = read_json(Source("d.json", text))
    assert [diagnostic.id for diagnostic in found.diagnostics] == ["intake/repeated-field"]


def test_broken_json_names_the_place():
    (found,) = read_json(Source("d.json", '{"type": "vat_sale",\n "number": }'))
    assert found.diagnostics[0].id == "intake/bad-json"
    assert found.diagnostics[0].span.line == 2


def test_an_array_gives_every_document_and_every_error():
    text = json.dumps([DOCUMENT, 5, with_element(net=1.555), {**DOCUMENT, "number": "FZ/2"}])
    found = list(read_json(Source("d.json", text)))
    assert [type(item) for item in found] == [Received, Rejected, Rejected, Received]
    assert found[3].span.text == "FZ/2"


def stream(data: bytes, name="d.jsonl"):
    return list(read_stream(name, io.BytesIO(data), "vat_purchase", ""))


def test_jsonl_keeps_line_numbers_and_goes_on():
    line = json.dumps(DOCUMENT).encode()
    found = stream(b"\n" + line + b"\n\n{broken\n" + line.replace(b"FZ/1", b"\xbf") + b"\r\n" + line)
    assert [type(item) for item in found] == [Received, Rejected, Rejected, Received]
    assert [item.span.line if isinstance(item, Received) else item.diagnostics[0].span.line for item in found] == [
        2,
        4,
        5,
        6,
    ]
    assert found[2].diagnostics[0].id == "intake/not-utf8"


def test_jsonl_may_start_with_a_byte_order_mark():
    assert isinstance(stream(b"\xef\xbb\xbf" + json.dumps(DOCUMENT).encode())[0], Received)


def test_the_kind_of_a_stream_is_told_by_its_beginning():
    assert isinstance(stream(json.dumps(DOCUMENT).encode(), "-")[0], Received)
    assert isinstance(stream(json.dumps(DOCUMENT, indent=1).encode(), "-")[0], Received)
    assert stream(b"<a/>", "-")[0].diagnostics[0].id == "ksef/unknown-namespace"
    assert stream(b"numer;kwota", "-")[0].diagnostics[0].id == "intake/unknown-format"


@pytest.mark.parametrize("name", ["d.json", "d.jsonl", "d.xml", "-"])
@pytest.mark.parametrize("data", [b"", b" \n\n", b"\xef\xbb\xbf", b"\xff\xfe", b"[]", b"[ ]\n"])
def test_a_file_without_documents_is_spoken_of(name, data):
    (found,) = stream(data, name)
    if name == "d.jsonl" and b"[" in data:
        assert [d.id for d in found.diagnostics] == ["intake/not-an-object"]
        return
    assert [(d.id, d.severity) for d in found.diagnostics] == [("intake/no-documents", Severity.WARNING)]
    assert ("wejściu" if name == "-" else name) in found.diagnostics[0].message.pl


def test_jsonl_is_a_stream():
    """Documents come out before the rest of the input is read."""

    def lines():
        yield json.dumps(DOCUMENT).encode() + b"\n"
        raise AssertionError("read too far")

    from dekret.intake.json_reader import read_jsonl

    assert isinstance(next(read_jsonl("x", lines())), Received)


@pytest.mark.parametrize(
    ("path", "key", "found"),
    [
        (("a",), False, '[1, {"b": "x, }"}]'),
        (("a", 1, "b"), False, '"x, }"'),
        (("a", 1, "b"), True, '"b"'),
        (("c",), False, "null"),
        ((), False, None),
        (("a", 7), False, "["),
    ],
)
def test_places_of_fields(path, key, found):
    text = ' {"a": [1, {"b": "x, }"}], "c" : null }'
    start, end = locate(text, path, key=key)
    assert text[start:end] == (text.strip() if found is None else found)


GOOD = json.dumps(DOCUMENT)


@pytest.mark.parametrize(
    ("text", "shown", "reason", "advice"),
    [
        ('{"number": „FZ/1”}', "„", "cudzysłów „ zamiast prostego", "proste"),
        ('{„number": "FZ/1"}', "„", "cudzysłów „ zamiast prostego", "proste"),
        ('{"number": "FZ/1”, "total": "1.00"}', "”", "cudzysłów ” zamiast prostego", "proste"),
        ('{"number": "FZ/1”}', "”", "cudzysłów ” zamiast prostego", "proste"),
        ('{"number": "FZ/1”,\n "total": "1.00"}', "”", "cudzysłów ” zamiast prostego", "proste"),
        ("{'number': 'FZ/1'}", "'", "' zamiast cudzysłowu", "cudzysłowie"),
        ('{"number": "FZ/1}', '"', "zaczęty tutaj tekst nie ma końca", "cudzysłów"),
        ('{"number": "FZ/1,\n "total": "1.00"}', '"', "zaczęty tutaj tekst nie ma końca", "cudzysłów"),
        ('{"number": "FZ/1", "elements": [{"net": "1.0', "", "ucięty albo brakuje zamknięcia }]}", "jeszcze raz"),
        ('{"number": "FZ/1", "elements": [{"net": ', "", "ucięty albo brakuje zamknięcia }]}", "jeszcze raz"),
        ('{"number": "FZ/1", "elements": [{"net": tr', "t", "ucięty albo brakuje zamknięcia }]}", "jeszcze raz"),
        ('{"number": "FZ/1", "elements": [', "", "ucięty albo brakuje zamknięcia ]}", "jeszcze raz"),
        ('{"number": "FZ/1"', "", "ucięty albo brakuje zamknięcia }", "jeszcze raz"),
        ('{"number": "FZ/1",}', "}", "przecinek", "Usuń przecinek"),
        ('{"elements": [1, ]}', "]", "przecinek", "Usuń przecinek"),
        ('{"elements": [1}', "}", "} nie zamyka [", "zamknij ]"),
        ('{"number": }', "}", "przed } brakuje wartości", "Wpisz wartość"),
        ('{"number": , "total": 1}', ",", "przed , brakuje wartości", "Wpisz wartość"),
        ('{"number": "FZ/1" "total": 1}', '"', "brakuje przecinka", "przecinkiem"),
        ('{"number" "FZ/1"}', '"', "nie ma dwukropka", "dwukropek"),
        ('{"number" = "FZ/1"}', "=", "nie ma dwukropka", "dwukropek"),
        ('{"total": 100,01}', "0", "przecinek", "po kropce"),
        ('{"total": 1 234.50}', "2", "odstęp", "bez odstępów"),
        ('{"number": 007}', "0", "zaczyna się od zera", "cudzysłowie"),
        ('{"issue_date": 2026-03-05}', "-", "zaraz po liczbie stoi -", "2026-03-05"),
        ('{"total": +5}', "+", "zaczynać się od +", "ujemną"),
        ('{"total": .5}', ".", "zaczynać się od .", "0.50"),
        ('{number: "FZ/1"}', "n", "nazwa pola number stoi bez cudzysłowu", "cudzysłowie"),
        ('{"correction": True}', "T", "słowo True", "true"),
        ('{"correction": tak}', "t", "słowo tak", "true"),
        ('{"category": None}', "N", "słowo None", "null"),
        ('{"number": FZ/1}', "F", "tekst FZ stoi bez cudzysłowu", "cudzysłowie"),
        ('{"number": "FZ/1"} // koniec', "/", "po dokumencie stoi coś jeszcze", ".jsonl"),
        ('{"number": /* numer */ "FZ/1"}', "/", "komentarzy", "Usuń"),
        ('{"number": "FZ/1"}}', "}", "} niczego nie zamyka", "Usuń"),
        ('{"number": "C:\\dane"}', "\\", "nic nie znaczy", "podwójnie"),
        ('{"number": "\\u12"}', "u", "szesnastkowych", "podwójnie"),
        ('{"number": "a\tb"}', "\t", "tabulator", "\\t"),
        ('{"number":\xa0"FZ/1"}', "\xa0", "U+00A0", "spacja"),
        ('{"total": NaN}', "NaN", "NaN nie jest liczbą", "liczbę"),
        ('{"number": "\\ud83d"}', "\\ud83d", "połowa znaku", "wprost"),
        ("[" * 100_000, "", "zbyt głęboko", "Sprawdź"),
        ('{"a": ' * 2000 + "1" + "}" * 2000, "", "zbyt głęboko", "Sprawdź"),
    ],
)
def test_broken_json_is_explained_in_polish(text, shown, reason, advice):
    (found,) = read_json(Source("d.json", text))
    (found,) = found.diagnostics
    assert found.id == "intake/bad-json"
    assert reason in found.message.pl
    assert advice in found.remedy.pl
    assert found.span.text.startswith(shown)
    assert (found.span.text == "") == (shown == "")
    assert not re.search("Expecting|Invalid|Unterminated|Extra data", found.message.pl + found.remedy.pl)


def test_a_line_that_is_cut_off_is_not_a_file():
    (found,) = stream(GOOD.encode()[:60])
    assert "wiersz jest ucięty" in found.diagnostics[0].message.pl


def test_a_broken_array_gives_no_document_at_all():
    (found,) = read_json(Source("d.json", f"[{GOOD}, {GOOD[:-1]}]"))
    assert isinstance(found, Rejected)


@pytest.mark.parametrize(
    "number", ["9" * 5000, "-" + "9" * 5000, "1e99999999999999999999", "-1e999999999", "0." + "1" * 5000]
)
@pytest.mark.parametrize("name", ["d.json", "d.jsonl"])
def test_numbers_beyond_all_measure(number, name):
    (found,) = stream(GOOD.replace('"100.00"', number).encode(), name)
    (found,) = found.diagnostics
    assert found.id in ("intake/bad-number", "intake/too-many-places")
    assert len(found.message.pl) < 200
    (found,) = stream(GOOD.replace('"FZ/1"', number).encode(), name)
    assert [d.id for d in found.diagnostics] == ["intake/wrong-kind"]


@pytest.mark.parametrize("value", [0, 1, 1.5, True, None, [], {}, "x"])
@pytest.mark.parametrize("field", ["number", "issue_date", "total", "correction", "kind", "currency", "exchange_rate"])
def test_every_kind_of_leaf_takes_its_own_kind_alone(field, value):
    fits = {
        "number": isinstance(value, str), "issue_date": False, "correction": value is True, "kind": False,
        "total": value is None or (isinstance(value, int | float) and value is not True), "currency": False,
        "exchange_rate": value is None or (isinstance(value, int | float) and value is not True and value > 0),
    }  # fmt: skip
    for text in (json.dumps({**DOCUMENT, field: value}), json.dumps([{**DOCUMENT, field: value}])):
        (found,) = read_json(Source("d.json", text))
        assert isinstance(found, Received) == fits[field]


def test_a_name_given_twice_shows_both_places_of_its_own_document():
    second = GOOD.replace('"number"', '"number" : "FZ/0", "number"')
    _, found, _ = read_json(Source("d.json", f"[{GOOD},\n{second},\n{GOOD}]"))
    (found,) = found.diagnostics
    assert found.id == "intake/repeated-field"
    assert (found.span.line, found.related[0].span.line) == (2, 2)
    assert found.related[0].span.start < found.span.start


def test_a_colon_within_a_text_hides_no_name_given_twice():
    text = GOOD.replace('"number": "FZ/1"', '"number": "FZ/0", "number": "FZ\\u003a1"')
    (found,) = read_json(Source("d.json", text))
    assert [d.id for d in found.diagnostics] == ["intake/repeated-field"]


def test_long_arrays_are_read_in_linear_time():
    documents = ",".join(GOOD.replace("FZ/1", f"FZ/{number}") for number in range(3000))
    wrong = documents.replace('"100.00"', '"100,00"')
    started = time.process_time()
    assert sum(isinstance(item, Received) for item in read_json(Source("d.json", f"[{documents}]"))) == 3000
    assert sum(isinstance(item, Rejected) for item in read_json(Source("d.json", f"[{wrong}]"))) == 3000
    assert time.process_time() - started < 5


POLISH = json.dumps({**DOCUMENT, "description": "Usługi księgowe żółw"}, ensure_ascii=False)


@pytest.mark.parametrize(
    ("encoding", "named"),
    [("cp1250", "Windows 1250"), ("cp852", "cp852"), ("utf-16", "UTF-16"), ("utf-16-le", "UTF-16"), ("utf-16-be", "")],
)
@pytest.mark.parametrize("indent", [None, 1])
def test_json_in_other_encodings_is_read_with_a_warning(encoding, named, indent):
    text = json.dumps(json.loads(POLISH), ensure_ascii=False, indent=indent)
    (found,) = stream(text.encode(encoding), "d.json")
    assert found.document.description == "Usługi księgowe żółw"
    assert [d.id for d in found.warnings] == ["intake/legacy-encoding"]
    assert named in found.warnings[0].message.pl


def test_jsonl_in_utf16_is_read_with_one_warning():
    first, second = stream(f"{POLISH}\r\n\r\n{POLISH}\r\n".encode("utf-16"))
    assert ([d.id for d in first.warnings], second.warnings) == (["intake/legacy-encoding"], ())
    assert (first.place, second.place) == (("d.jsonl", 1), ("d.jsonl", 3))


def test_a_line_in_another_encoding_is_shown_as_it_was_meant():
    _, found = stream(f"{GOOD}\n{POLISH}\n".encode("cp1250"))
    (found,) = found.diagnostics
    assert found.id == "intake/not-utf8"
    assert (found.span.line, found.span.text, found.span.source.text) == (2, "ł", POLISH)
    assert f"pozycji {found.span.column}" in found.message.pl
    assert "Windows 1250" in found.message.pl
    assert "iconv -f CP1250" in found.remedy.pl


def test_json_with_one_document_a_line_is_read_by_lines():
    found = stream(f"{GOOD}\n{POLISH}\n".encode(), "d.json")
    assert [item.place for item in found] == [("d.json", 1), ("d.json", 2)]


@given(st.binary(max_size=60), st.integers(0, len(POLISH)), st.sampled_from(["d.json", "d.jsonl", "-", "x.xml"]))
def test_no_bytes_stop_the_reader(noise, place, name):
    data = POLISH.encode("utf-8")
    for item in stream(data[:place] + noise + data[place:], name):
        assert isinstance(item, Received | Rejected)


_SIMPLE = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.sampled_from(["1.00", "EUR"])
)
_VALUES = st.recursive(
    _SIMPLE, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["code", "net"]), inner)
)


@given(st.dictionaries(st.sampled_from([*DOCUMENT, "total", "payments", "category", "currency"]), _VALUES, max_size=2))
def test_no_value_of_a_field_stops_the_reader(fields):
    (found,) = read_json(Source("d.json", json.dumps([{**DOCUMENT, **fields}])))
    assert isinstance(found, Received) or found.diagnostics


def test_a_rate_that_is_a_fraction_is_no_percentage():
    (found,) = errors(with_element(rate="0.23"))
    assert found.id == "intake/bad-form"
    assert found.remedy.pl.startswith("Czy chodziło o „23”? Może tu stać procent bez znaku %")
    assert isinstance(one(with_element(rate="0.00")), Received)


def test_the_kind_of_a_settled_document_is_said_with_what_may_stand_there():
    side = {"number": "1", "party": {"code": "ALOZA"}, "amount": "1.00"}
    data = {"type": "settlement", "number": "R/1", "date": "2026-03-01", "left": {"kind": "Faktura sprzedaży", **side}}
    (found,) = errors({**data, "right": {"kind": "FZ", **side}})
    assert "FS (faktura sprzedaży), FSK" in found.remedy.pl
    assert "waluta" not in found.remedy.pl


def test_a_correction_without_positions_is_told_how_one_of_data_is_written():
    data = {key: value for key, value in DOCUMENT.items() if key != "elements"} | {"type": "sale_invoice"}
    (found,) = errors({**data, "positions": [], "correction": True, "correction_kind": "data"})
    assert (found.id, 'quantity, net i vat "0"' in found.remedy.pl) == ("intake/empty-field", True)
    (found,) = errors({**data, "positions": []})
    assert found.remedy.pl == "Uzupełnij je."
