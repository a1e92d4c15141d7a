"""Bytes of every Polish code page become the same text."""

import pytest

from dekret.text.encoding import guess_legacy, read_source

SENTENCES = [
    "Opłata za żółć",
    "# Zakup materiałów, część druga",
    "ŹDŹBŁO",
    "ćma",
    "źle",
    "Łódź, ul. Świętojańska 5",
    "gęś i jaźń",
]


@pytest.mark.parametrize("encoding", ["cp1250", "cp852", "iso8859-2"])
@pytest.mark.parametrize("sentence", SENTENCES)
def test_legacy_code_pages_are_recognised(sentence, encoding):
    source, found = read_source("x", sentence.encode(encoding))
    assert source.text == sentence
    assert [diagnostic.id for diagnostic in found] == ["text/legacy-encoding"]


def test_typographic_quotes_of_windows_are_recognised():
    data = "konto „201” – zł".encode("cp1250")
    assert guess_legacy(data) == "cp1250"


def test_byte_order_mark_is_no_part_of_the_text():
    source, found = read_source("x", b"\xef\xbb\xbfplan")
    assert (source.text, found) == ("plan", ())


def test_utf16_of_notepad_is_read_with_a_warning():
    source, found = read_source("x", "zażółć".encode("utf-16"))
    assert source.text == "zażółć"
    assert [diagnostic.id for diagnostic in found] == ["text/legacy-encoding"]


@pytest.mark.parametrize(("newline", "kept"), [("\n", "\n"), ("\r\n", "\r\n"), ("\r", "\r")])
def test_newlines_become_one_kind_and_are_remembered(newline, kept):
    source, _ = read_source("x", newline.join(["a", "b", "c"]).encode())
    assert source.text == "a\nb\nc"
    assert source.newline == kept


def test_partly_utf8_is_refused_with_line_and_byte():
    source, found = read_source("x", "żółw\n".encode() + "żółw".encode("cp1250"))
    assert source.text == ""
    assert found[0].id == "text/mixed-encoding"
    assert "0xBF" in found[0].message.pl
    assert found[0].span.line == 2


def test_a_spreadsheet_is_no_text():
    _, found = read_source("x", b"PK\x03\x04\0\0\0\0")
    assert [diagnostic.id for diagnostic in found] == ["text/not-text"]


@pytest.mark.parametrize("before", ["", "a", "aą", "aąą"])
def test_the_byte_that_is_no_utf8_is_named_behind_a_mark_too(before):
    for mark in (b"", b"\xef\xbb\xbf"):
        _, found = read_source("x", mark + before.encode() + "ó".encode() + b"\xff")
        assert [diagnostic.id for diagnostic in found] == ["text/mixed-encoding"]
        assert "0xFF" in found[0].message.pl
