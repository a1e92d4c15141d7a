"""Whatever the bytes of a file are, they give events, and what a good file says is there."""

import io
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from bank_statements import OWN, PACK, events, reader, reader_of
from dekret.bank.mt940_language import Envelope
from dekret.bank.mt940_problems import MT940_FORMAT
from dekret.bank.mt940_tags import LONGEST, tags
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
    assert list(tags(Few(data), envelope)) == list(tags(io.BytesIO(data), envelope))
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


def test_every_format_of_the_pack_reads_every_case():
    for file in FILES:
        for symbol in SYMBOLS:
            sound(events(file, symbol))
            assert reader(symbol).rules
