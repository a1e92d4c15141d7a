"""The rows of a file are the same however it is cut, and whether whole pieces are taken at once or not."""

import datetime as dt
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dekret.bank import rows as of_rows
from dekret.bank.rows import FileRow, rows
from dekret.packs.bank.formats import format_of
from dekret.packs.library import load_sources
from dekret.text.source import Source

FORMAT = """format "W"
[Ogólne]
nazwa = Wyciąg
format do = import
kodowanie = {encoding}
separator pól = ";"
ogranicznik tekstu = '"'
format daty = RRRR-MM-DD
[Pozycje]
| Pole             | Typ   |
|------------------|-------|
| Data księgowania | Tekst |
| Kwota płatności  | Tekst |
"""

PIECES = st.sampled_from(
    [
        *(
            b"a",
            b"b;c",
            b'"',
            b'"x\ny"',
            b"\n",
            b"\n\n",
            b"\r\n",
            b"\r",
            b" ",
            b"\x1a",
            b"\t",
            b"\xef\xbb\xbf",
            b"\xb9",
        ),
        *("łódź".encode(), b"abc;def\n", b"abc;def\r\n"),
    ]
)


@pytest.fixture(scope="module", params=["UTF8", "Windows 1250"])
def format_(request):
    source = Source("w.format", FORMAT.format(encoding=request.param))
    checked, report = format_of(load_sources([source]), "W", dt.date(2026, 1, 15))
    assert checked, list(report.diagnostics)
    return checked.format


@given(data=st.lists(PIECES, max_size=30).map(b"".join), size=st.integers(1, 40))
def test_rows_do_not_depend_on_how_a_file_is_cut(format_, data, size):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(of_rows.Cutter, "plain", lambda *_: None)
        one_by_one = list(rows(io.BytesIO(data), format_))
    assert list(rows(io.BytesIO(data), format_)) == one_by_one
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(of_rows, "_CHUNK", size)
        assert list(rows(io.BytesIO(data), format_)) == one_by_one


def test_a_piece_with_nothing_delimited_is_taken_at_once(format_):
    data = "a;ż\r\n\r\n \x1a\nb;c\n".encode("utf-8" if format_.charset.word.pl == "UTF8" else "cp1250")
    end = len(data) - len(b"b;c\n")
    assert list(rows(io.BytesIO(data), format_)) == [FileRow("a;ż", 1, 0), FileRow("b;c", 4, end)]
