"""Files in MT940: what stands around messages, ends of lines, tags, encodings (bank fact sheet 3.2, 3.4, 3.8)."""

import codecs
from decimal import Decimal

import pytest

from bank_statements import OWN, events, feet, heads, lines, odd, reader, reader_of, statement
from dekret.bank.mt940.problems import MT940_FORMAT
from dekret.bank.read import Remark, Unread
from dekret.model.statements import BankLine

ITEM = ":61:2601150115D123,00NTRFNONREF//B1\n:86:020~20FV 1~32KLIENT\n"
FILE = statement(ITEM, closing="C260115PLN877,00")
NEXT = statement("", opening="C260115PLN877,00", closing="C260115PLN877,00", number="8/1")
BLOCK = "{1:F01AAAAPLPWXXXX0000000000}{2:O9400000000000}{4:\n"


@pytest.mark.parametrize(
    "file",
    [
        FILE + NEXT,
        FILE.removesuffix("-\n") + NEXT.removesuffix("-\n"),
        FILE.removesuffix("\n") + "\n\n" + NEXT.removesuffix("\n"),
        BLOCK + FILE.replace("-\n", "-}\n") + BLOCK + NEXT.replace("-\n", "-}{5:{CHK:0}}\n"),
        BLOCK + FILE.replace("-\n", "-}") + BLOCK + NEXT.replace("-\n", "-}"),
        "\x01\n" + FILE.replace("-\n", "-\x03\n") + "\x01\n" + NEXT.replace("-\n", "-\x03\n"),
        "\x01" + FILE.replace("-\n", "-\x03\n") + "\x01" + NEXT.replace("-\n", "-\x03"),
        "\n\n" + FILE + NEXT + "\x1a",
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_frames(file, end):
    found = events(file.replace("\n", end))
    assert [type(event).__name__ for event in found] == [
        "StatementHead", "BankLine", "StatementFoot", "StatementHead", "StatementFoot",
    ]  # fmt: skip
    assert [head.number for head in heads(file.replace("\n", end))] == ["7", "8"]


def test_places_are_lines_and_bytes_of_the_file():
    for end in ("\n", "\r\n", "\r"):
        data = (FILE + FILE).replace("\n", end).encode()
        found = [(line.file_line, line.offset) for line in lines(data)]
        rows = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
        assert [row for row, _ in found] == [n for n, row in enumerate(rows, start=1) if row.startswith(b":61:")]
        assert all(data[offset:].startswith(b":61:") for _, offset in found)


def test_a_byte_order_mark_is_no_text():
    by = reader_of(MT940_FORMAT.replace("Latin II", "UTF8"))
    (line,) = lines(codecs.BOM_UTF8 + FILE.encode(), by)
    assert line.offset == len(codecs.BOM_UTF8) + FILE.index(":61:")


def test_chunks_end_anywhere():
    class Slow:
        """A stream that gives seven bytes at a time."""

        def __init__(self, data):
            self.data, self.place = data, 0

        def read(self, _size):
            self.place += 7
            return self.data[self.place - 7 : self.place]

    for end in ("\n", "\r\n", "\r"):
        data = (FILE + NEXT).replace("\n", end).encode()
        assert list(reader().read(Slow(data))) == events(data)


def test_soh_before_a_message_is_no_text_of_the_one_before():
    interim = FILE.partition(":62F:")[0]
    for end in ("\n", "\r\n"):
        for between in ("", "-\n", "-\x03\n"):
            data = f"{interim}{between}\x01{interim}".replace("\n", end)
            assert {line.party_name for line in lines(data)} == {"KLIENT"}
            assert "bank/mt940-outside" not in odd(data)


def test_a_megabyte_of_carriage_returns_takes_no_time():
    data = FILE.replace("\n", "\r").encode() + b"\r" * (1 << 20)
    assert events(data) == events(FILE.replace("\n", "\r"))


def test_blocks_of_a_large_file_are_read_as_one():
    count = 20_000
    body = "".join(f":61:2601150115C1,00NTRFNONREF//B{n}\n:86:020~20FV {n}\n~32KLIENT\n" for n in range(count))
    file = statement(body, closing=f"C260115PLN{1000 + count},00").replace("\n", "\r\n").encode()
    found = lines(file)
    assert [line.bank_reference for line in found] == [f"B{n}" for n in range(count)]
    assert odd(file) == []
    for line in found[:: count // 50]:
        assert file[line.offset :].startswith(b":61:")
        assert file.count(b"\n", 0, line.offset) + 1 == line.file_line


def test_information_of_many_statements_is_kept():
    text = "INFORMACJA " * 400
    file = "".join(statement(f":86:{text}\n") for _ in range(300))
    assert [foot.information for foot in feet(file)] == [text] * 300


def test_an_envelope_that_is_named_is_the_only_one():
    file = FILE.replace("~32KLIENT", "~32KLIENT\n-\nSKA")
    assert lines(file)[0].party_name == "KLIENT"
    by = reader_of(MT940_FORMAT.replace("postać", "koperta = bloki SWIFT\npostać"))
    assert lines(BLOCK + file.replace("00\n-\n", "00\n-}\n"), by)[0].party_name == "KLIENT-SKA"


@pytest.mark.parametrize(
    ("written", "account"),
    [(OWN, OWN), (f"/{OWN}", OWN), (f"PL{OWN}", OWN), (f"/PL{OWN}", OWN), (f"/PL {OWN[:2]} {OWN[2:]}EUR", OWN)],
)
def test_the_account(written, account):
    assert heads(statement("", account=written))[0].account == account


@pytest.mark.parametrize(
    ("written", "number", "page"),
    [("8/1", "8", "1"), ("00008/00001", "8", "1"), ("10", "10", ""), ("8/2026/BPL", "8/2026", ""), ("A/1", "A", "1")],
)
def test_number_and_page(written, number, page):
    head = heads(statement("", number=written))[0]
    assert (head.number, head.page) == (number, page)


def test_an_86_behind_the_closing_balance_is_of_the_statement():
    file = FILE.removesuffix("-\n") + ":64:C260115PLN800.5\n:65:C260116PLN1,\n:86:ODSETKI 0,5\n:86:W ROKU\n-\n"
    (foot,) = feet(file)
    assert foot.information == "ODSETKI 0,5\nW ROKU"
    assert (foot.available.amount, foot.forward[0].amount) == (Decimal("800.5"), Decimal(1))
    assert lines(file)[0].title == "FV 1"


def test_an_unknown_tag_is_said_once():
    file = FILE.replace(":28C:", ":77E:X\n:28C:").replace(":62F:", ":77E:Y\n:62F:")
    assert odd(file) == ["bank/mt940-unknown-tag"]
    assert lines(file)[0].title == "FV 1"


def test_ns_is_a_note_of_the_item_or_nothing():
    file = FILE.replace(":28C:", ":NS:22FIRMA\n:28C:").replace(":86:", ":NS:191030\n:86:")
    assert lines(file)[0].details["NS"] == "191030"
    assert odd(file) == []


@pytest.mark.parametrize("encoding", [("Windows 1250", "cp1250"), ("Latin II", "cp852"), ("ISO 8859-2", "latin2"),
                                      ("UTF8", "utf-8"), ("Mazovia", None)])  # fmt: skip
def test_encodings(encoding):
    name, codec = encoding
    by = reader_of(MT940_FORMAT.replace("Latin II", name))
    text = FILE.replace("FV 1", "ZAŻÓŁĆ gęślą")
    data = text.encode(codec) if codec else by.format.charset.encode(text)
    assert lines(data, by)[0].title == "ZAŻÓŁĆ gęślą"
    assert odd(data, by) == []


def test_a_byte_that_means_nothing_is_replaced_and_told():
    by = reader_of(MT940_FORMAT.replace("Latin II", "UTF8"))
    data = FILE.replace("~32KLIENT", "\n~32ŁÓDŹ").encode().replace("Ó".encode(), b"\xd3", 1)
    found = events(data, by)
    (line,) = [event for event in found if isinstance(event, BankLine)]
    (remark,) = [event for event in found if isinstance(event, Remark)]
    assert line.party_name == "Ł�DŹ"
    assert (remark.problem.id, remark.values["byte"], remark.values["offset"]) == (
        "bank/mt940-undecodable", "D3", data.index(b"\xd3"),
    )  # fmt: skip
    assert (remark.row.text, remark.row.line, remark.start) == ("~32Ł�DŹ", 7, 4)
    assert data[remark.row.offset :].startswith(b"~32")


@pytest.mark.parametrize("data", [b"", b"Data;Kwota\n", b"\x00\xff\xfe", b":99:A\n", b"-\n-\n", b"{1:F01}{4:\n-}"])
def test_a_file_of_another_kind_is_told(data):
    found = events(data)
    assert [type(event) for event in found if not isinstance(event, Remark)] == [Unread]
    assert found[-1].problem.id == "bank/mt940-not-a-statement"


def test_text_outside_is_told():
    for file in (FILE + "KONIEC ŁĄCZA\n", "POCZĄTEK\n" + FILE, FILE + "-}{5:{CHK:0}}\nKONIEC"):
        data = file.replace("\n", "\r\n").encode("cp852")
        (remark,) = [event for event in events(data) if isinstance(event, Remark)]
        assert data[remark.row.offset :].startswith((b"KONIEC", b"POCZ"))
        assert data.count(b"\n", 0, remark.row.offset) + 1 == remark.row.line
    assert odd(FILE + "KONIEC\n") == ["bank/mt940-outside"]
    assert odd("POCZATEK\n" + FILE) == ["bank/mt940-outside"]
    assert odd(FILE.replace("\n-\n", "\nRESZTA\n-\n")) == ["bank/mt940-outside"]


def test_a_byte_behind_a_message_that_means_nothing_is_told_at_its_place():
    by = reader_of(MT940_FORMAT.replace("Latin II", "UTF8"))
    data = FILE.encode() + b"KONIEC\n\xff\n"
    (remark,) = [event for event in events(data, by) if getattr(event, "problem", None) and "byte" in event.values]
    assert (remark.row.line, remark.row.offset) == (data.count(b"\n"), data.index(b"\xff"))


@pytest.mark.parametrize(
    "file",
    [
        "\n\nOBCY\n" + FILE,
        FILE.replace(":20:", "{1:OBCY}\nOBCY\n:20:", 1),
        FILE.replace("\n:25:", "\nOBCY\nŻÓŁTY\n:25:"),
        FILE.replace("\n:25:", " ŻÓŁĆ\n\n  OBCY\n:25:"),
        FILE.replace("\n-\n", "\nOBCY\n-\n"),
        FILE + "OBCY",
        FILE + "{5:OBCY}\n -\n\nOBCY\n",
        FILE.replace(":28C:", ":OBCY\n:28C:"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_text_outside_is_told_where_it_stands(file, end):
    data = file.replace("\n", end).encode("cp852")
    (remark,) = [event for event in events(data) if isinstance(event, Remark)]
    assert remark.problem.id == "bank/mt940-outside"
    assert remark.row.text.lstrip(":").startswith("OBCY")
    assert data[remark.row.offset :].lstrip(b":").startswith(b"OBCY")
    before = data[: remark.row.offset].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    assert remark.row.line == before.count(b"\n") + 1
    assert before.endswith((b"\n", b"\n  "))


def test_text_outside_is_told_however_many_blanks_are_before_it():
    assert odd(FILE + "\n" * 5000 + "KONIEC\n") == ["bank/mt940-outside"]
    assert odd(FILE + "-}" * 5000 + " KONIEC\n") == ["bank/mt940-outside"]
    (remark,) = [event for event in events(FILE + "\n" * 5000 + "KONIEC\n") if isinstance(event, Remark)]
    assert remark.row.line == FILE.count("\n") + 5001


def test_several_notes_of_an_item_are_kept():
    (line,) = lines(FILE.replace("~32KLIENT\n", "~32KLIENT\n:NS:01PIERWSZA\n:NS:02DRUGA\n"))
    assert line.details["NS"] == "01PIERWSZA 02DRUGA"


def test_an_endless_field_does_not_fill_the_memory():
    tail = ":)\n" * 600_000
    file = FILE.replace("~32KLIENT\n", f"~32KLIENT\n{tail}")
    assert odd(file)[0] == "bank/mt940-outside"
    assert len(lines(file)[0].party_name) < 1 << 21
