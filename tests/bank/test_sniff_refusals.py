"""Files that no format can be proposed for say why; whatever bytes there are, nothing breaks."""

import codecs
import datetime as dt
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bank_samples import TODAY, Shape, sample
from dekret.bank.charsets import CHARSETS
from dekret.bank.sniff.encoding import decode, sniff_encoding
from dekret.bank.sniff.sample import Sample, read_sample, refusal
from dekret.bank.sniff.sniff import propose
from dekret.packs.bank.run_sniff import How, Sniffed, sniffed
from dekret.packs.library import Library
from dekret.text.diagnostic import Diagnostic

TEXT = "Data;Kwota\n2026-01-15;1,00\n2026-01-16;-2,00\n"


@pytest.mark.parametrize(
    ("data", "id_"),
    [
        (b"", "bank/sniff-empty"),
        (b"\xef\xbb\xbf \r\n\x1a", "bank/sniff-empty"),
        (b"PK\x03\x04" + b"\0" * 90, "bank/sniff-binary"),
        (b"%PDF-1.7\n", "bank/sniff-binary"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "bank/sniff-binary"),
        (b"\x07\x08\x0e\x0f" * 9, "bank/sniff-binary"),
        (TEXT.encode("utf-16"), "bank/sniff-utf16"),
        (TEXT.encode("utf-16-le"), "bank/sniff-utf16"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "bank/sniff-utf16"),
        (b'<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"/>', "bank/sniff-xml"),
        (b"dzien dobry\nnic tu nie ma\n", "bank/sniff-no-rows"),
        (b"2026-01-15 12:00:01 CET;1,00\n2026-01-16 12:00:01 CET;2,00\n", "bank/sniff-date-and-time"),
        (b"2026-01-15;1,00 CR\n2026-01-16;2,00 DR\n", "bank/sniff-odd-amounts"),
        (b"2026-01-15;1,00-\n2026-01-16;2,00\n", "bank/sniff-odd-amounts"),
        (b"P;2026-01-15;1,00\nT;FV 1;x\n" * 4, "bank/sniff-several-rows"),
        (b"20260115 1,00 " + b"x" * 300_000, "bank/sniff-no-rows"),
    ],
)
def test_what_is_no_sample_is_refused_with_the_reason(data, id_):
    found = propose(Sample("plik", data), TODAY)
    assert isinstance(found, Diagnostic)
    assert found.id == id_
    assert found.remedy.pl


def test_camt_is_called_by_its_name():
    found = refusal(Sample("plik", b'<?xml version="1.0"?><Document xmlns="urn:camt.053.001.02"/>'))
    assert "camt" in found.message.pl


@given(st.binary(max_size=300))
def test_arbitrary_bytes_never_break_it(data):
    propose(Sample("plik", data), TODAY)


MARKS = [";", ",", "\t", "|", '"', "'", " ", "\n", "\r\n", "%", "[", "„", "…", '"""', "\xa0", "#", "=", "\\", "\x01"]
WORDS = [
    "Data",
    "Kwota",
    "Saldo końcowe",
    "D",
    "C",
    "PLN",
    "61114020044000000000001234",
    "żółw",
    ":20:",
    ":61:",
    ":86:",
]
VALUES = ["2026-01-15", "15.01.26", "20260115", "1,00", "-2.50", "1 000,00", "0", "12:00:01"]
PIECES = st.lists(st.sampled_from([*MARKS, *WORDS, *VALUES]), max_size=60).map("".join)


@given(PIECES)
def test_what_is_proposed_passes_the_check(text):
    found = sniffed(Sample("plik.csv", text.encode("cp1250", errors="replace")), Library(), How(TODAY))
    if isinstance(found, Sniffed) and not found.proposal.base:
        wrong = {each.id for each in found.report.diagnostics if each.span.source.name.endswith(".format")}
        assert not wrong, found.format


@given(st.text(alphabet="ąćęłńóśźżĄĆĘŁŃÓŚŹŻ abc;1", max_size=40), st.sampled_from(sorted(CHARSETS, key=str)))
def test_an_encoding_that_is_given_is_taken(text, word):
    charset = CHARSETS[word]
    data = charset.encode(charset.simplified(text)) or b""
    assert decode(data, charset).text == charset.decode(data)


def test_a_tie_is_said_to_be_one():
    charset, guess = sniff_encoding("żółć".encode("cp1250"))
    assert charset.word.pl == "Windows 1250"
    assert guess.confidence <= 60
    assert "ISO 8859-2" in guess.why.pl


def test_long_files_are_looked_at_from_both_ends():
    rows = ["Data;Kwota;Tytuł", *(f"2026-01-{1 + n % 28:02};{n},50;FV {n}" for n in range(90_000)), "Suma;1,00"]
    data = "\n".join(rows).encode("cp1250")
    looked = read_sample("plik", io.BytesIO(data), 500)
    assert looked.left_out
    assert len(looked.data) < 100_000
    found = propose(looked, dt.date(2026, 3, 1))
    assert dict(found.general)["stopka od"] == '"Suma;%"'


def test_a_stream_that_cannot_be_turned_back_is_read_from_its_beginning():
    class Pipe(io.BytesIO):
        def seekable(self):
            return False

    looked = read_sample("-", Pipe(sample(Shape()) * 50), 10)
    assert looked.left_out
    assert looked.data.count(b"\n") == 10
