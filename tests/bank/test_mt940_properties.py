"""Whatever the bytes of a file are, they give events, and what a good file says is there."""

import io
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bank_statements import OWN, PACK, events, reader, reader_of
from dekret.bank.mt940 import field86, item
from dekret.bank.mt940 import reader as mt940_reader
from dekret.bank.mt940.item import Items
from dekret.bank.mt940.language import Envelope
from dekret.bank.mt940.pairs import take_block, take_tags
from dekret.bank.mt940.problems import MT940_FORMAT
from dekret.bank.mt940.tags import LONGEST, blocks, tags_of
from dekret.model.base import is_amount
from dekret.model.statements import BankLine, StatementFoot, StatementHead

CASES = "".join(path.read_text(encoding="utf-8") for path in sorted((PACK / "przypadki").glob("mt94*")))
FILES = [text.split('"""')[0].strip("\n").encode("cp852", "replace") for text in CASES.split('[Plik]\n"""')[1:]]
SYMBOLS = ("MT940", "MT940-BGZ", "MT940-BRE", "MT940-PBS", "MT940-CITI")
by_symbol = st.sampled_from(SYMBOLS)
piece = st.sampled_from(
    [b":20:", b":25:", b":28C:", b":60F:C260114PLN1,00", b":61:", b":86:", b":62F:", b":90D:", b":13D:", b":34F:PLN",
     b":NS:", b":77X:", b"\n", b"\r\n", b"\r", b"-", b"-}", b"-\x03", b"\x01", b"{1:", b"{4:", b"2601150115", b"RC",
     b"D", b"1,00", b"NTRF", b"//", b"020", b"~20", b"~", b"<27", b"?20", b"+48", b";", b"TNR:", b"TYT.:", b"/REMI/",
     b"\xff", b"PL24101000000000123456789012", b"0", b"9" * 20, b":", b" "]
)  # fmt: skip


def sound(found):
    """Heads and feet in turn, lines between them, amounts that a statement can have."""
    within = False
    for event in found:
        if isinstance(event, StatementHead):
            assert not within
            within = True
        elif isinstance(event, StatementFoot):
            assert within
            within = False
        elif isinstance(event, BankLine):
            assert within
            assert is_amount(event.amount)
    assert not within


@given(st.binary(max_size=300), by_symbol)
def test_bytes_give_events(data, symbol):
    sound(events(data, symbol))


@settings(max_examples=500)
@given(st.lists(st.one_of(piece, piece, st.binary(max_size=4)), max_size=60), by_symbol)
def test_pieces_of_messages_give_events(pieces, symbol):
    data = b"".join(pieces)
    found = events(data, symbol)
    sound(found)
    for event in found:
        if isinstance(event, BankLine):
            assert data[event.offset :].startswith(b":61:")


@settings(max_examples=300)
@given(st.data(), st.sampled_from(FILES), by_symbol)
def test_files_with_a_change_give_events(data, file, symbol):
    start = data.draw(st.integers(0, len(file)))
    end = data.draw(st.integers(start, min(len(file), start + 20)))
    sound(events(file[:start] + data.draw(st.one_of(piece, st.binary(max_size=6))) + file[end:], symbol))


@given(st.lists(st.one_of(piece, st.binary(max_size=4)), max_size=40), st.sampled_from(Envelope), st.integers(1, 9))
def test_tags_are_the_same_however_a_stream_gives_its_bytes(pieces, envelope, size):
    class Few(io.BytesIO):
        def read(self, _size=-1):
            return super().read(size)

    data = b"".join(pieces)
    by_few, at_once = (
        [tag for block in blocks(stream, envelope) for tag in tags_of(block)]
        for stream in (Few(data), io.BytesIO(data))
    )
    assert by_few == at_once
    assert len(data) < LONGEST


amounts = st.integers(0, 10**12)
texts = st.text(st.characters(codec="cp852", exclude_categories=["C", "Z"], exclude_characters="~˙"), min_size=1)
items = st.lists(st.tuples(st.sampled_from(["C", "D", "RC", "RD", "EC", "ED"]), amounts, texts, texts), max_size=8)
SMALL = reader_of(MT940_FORMAT)


@given(items, amounts, st.sampled_from(["\n", "\r\n"]))
def test_what_was_written_is_read(given_items, opening, end):
    total = Decimal(opening) / 100
    rows = [":20:A", f":25:{OWN}", ":28C:1/1", f":60F:C260114PLN{opening // 100},{opening % 100:02}"]
    for mark, cents, title, name in given_items:
        rows.append(f":61:2601150115{mark}{cents // 100},{cents % 100:02}NTRFNONREF")
        rows.append(f":86:020~20{title}~32{name}")
        amount = Decimal(cents) / 100
        total += {"C": amount, "RD": amount, "D": -amount, "RC": -amount}.get(mark, 0)
    side, closing = "D" if total < 0 else "C", abs(total)
    rows += [f":62F:{side}260115PLN{closing:.2f}".replace(".", ","), "-", ""]
    found = events(end.join(rows), SMALL)
    lines = [event for event in found if isinstance(event, BankLine)]
    assert [(line.title, line.party_name, abs(line.amount)) for line in lines] == [
        (title, name, Decimal(cents) / 100) for _, cents, title, name in given_items
    ]
    assert len(found) == len(lines) + 2, "no remark"
    assert found[-1].closing.amount == total


def take_tags_alone(file, block, _charset):
    take_tags(file, block)


def same_either_way(data, by):
    """Reads a file with every quick way open, and with each closed; other values of lines in their order, too."""
    found = []
    for often, most_met, take in ((1, 4, take_block), (10**9, 0, take_tags_alone)):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(item, "_OFTEN", often)
            patch.setattr(field86, "_MOST_MET", most_met)
            patch.setattr(mt940_reader, "take_block", take)
            patch.setattr(by, "items", Items(by.rules))
            given_ = events(data, by)
            found.append((given_, [list(event.details) for event in given_ if isinstance(event, BankLine)]))
    assert found[0] == found[1]


MORE_ROWS = """| ~ | kod | Kod operacji | |
| ~ | 00 | Nazwa operacji | |
| ~ | 26 | Referencja klienta | |
| ~ | 10 | Referencja banku | |
| ~ | 30 | Numer rozliczeniowy banku podmiotu | |
| ~ | 31 | Dalsze cyfry rachunku podmiotu | |
| ~ | 60 | Kwota VAT | |
| ~ | 61 | Numery faktur | |
"""
BY_TYPE = MT940_FORMAT.replace("[Pole 86]", "drugi wiersz pola 61 = kod operacji\nkod operacji z = pola 61\n[Pole 86]")
IN_UTF8 = MT940_FORMAT.replace("Latin II", "UTF8")
READERS = [*map(reader, SYMBOLS), *(reader_of(text + MORE_ROWS) for text in (MT940_FORMAT, BY_TYPE, IN_UTF8))]
ITEM = (
    b"\n:61:2601150115D5,00N114%b//B1\n%b\n:86:020~00PRZELEW~10B2~20 A~21 ~22B\n~26R~3011402004~314000000000001234"
    b"~32K~6012,5~61FV 1, FV 2"
)
FULL = [ITEM % (own, below) for own in (b"NONREF", b"R", b"S") for below in (b"152 0", b"020", b"PRZELEW")]
FULL.append(FULL[0].replace(b":86:", b":86:\xef\xbb\xbf"))
FILES_MORE = [*FILES, b":20:A\n:25:%b\n:28C:1/1\n:60F:C260114PLN99,00" % OWN.encode() + b"".join(FULL) + b"\n:62F:X\n-"]


@settings(max_examples=max(600, settings().max_examples), deadline=None)
@given(st.data(), st.sampled_from(FILES_MORE), st.sampled_from(READERS), st.sampled_from([b"\n", b"\r\n"]))
def test_the_quick_ways_give_the_same(data, file, by, end):
    """Case files, some changed in up to three places, cut anywhere; their items three times, so that many are quick."""
    begin, _, rest = file.partition(b"\n:61:")
    items, closing, foot = rest.partition(b"\n:62")
    file = begin + 3 * (b"\n:61:" + items) + closing + foot
    for _ in range(data.draw(st.integers(0, 3))):
        start = data.draw(st.integers(0, len(file)))
        stop = data.draw(st.integers(start, min(len(file), start + 8)))
        file = file[:start] + data.draw(st.one_of(piece, st.binary(max_size=4))) + file[stop:]
    file = file[: data.draw(st.one_of(st.just(len(file)), st.integers(0, len(file))))]
    same_either_way(file.replace(b"\n", end), by)


def test_every_format_of_the_pack_reads_every_case():
    for file in FILES:
        for symbol in SYMBOLS:
            sound(events(file, symbol))
            assert reader(symbol).rules
