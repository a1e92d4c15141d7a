"""Documents from JSON and JSONL."""

import io
import json
from decimal import Decimal

import pytest

from dekret.intake.json_reader import read_json
from dekret.intake.locate import locate
from dekret.intake.read import read_stream
from dekret.intake.received import Received, Rejected
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
        ({**DOCUMENT, "elements": []}, "intake/missing-field", ""),
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
    assert "elements[1].net (Netto)" in next(d.message.pl for d in found if d.id == "intake/too-many-places")


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
    assert stream(b"") == []


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
