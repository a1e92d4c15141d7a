"""What was written is read back: for every format that reads, and payments with whatever characters there are."""

import datetime as dt
import io
import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

import bank_formats as formats
from dekret.bank.field import Shape
from dekret.bank.file import BankFile, Written
from dekret.bank.language import Join, Overflow
from dekret.bank.orders import FileFacts, Order
from dekret.bank.read import Reader, ReadRecord
from dekret.model.payments import KIND_WORDS, Payee, Payer, Payment
from dekret.values.identifiers import nrb_of, plain_account

HOSTILE = st.text(
    st.one_of(
        st.sampled_from("\"',;|/~\t\n\r\\ ąĄłŁżŻóß„”–…\u00a0\u200b_09aZ()&:@$%"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=60,
)
TAME = st.text(st.sampled_from("abcXYZ 0123ąłż.-"), max_size=34)
MARKED = st.text(st.sampled_from("abc ąŻ„”\"'|,;~\n\t/"), max_size=34)
TEXT = st.one_of(TAME, TAME, MARKED, MARKED, HOSTILE)
ACCOUNT = st.builds(lambda n: nrb_of("1140200", f"{n:016}"), st.integers(0, 10**16 - 1))
PAYEES = st.builds(
    Payee, code=st.just("X"), name=TEXT, name2=TEXT, street=TEXT, postal_code=st.just("00-001"), city=TEXT
)
AMOUNTS = st.builds(lambda n: Decimal(n) / 100, st.integers(1, 10**13))
PAYMENTS = st.builds(
    Payment,
    number=st.just("FZ/1"),
    state=st.just("approved"),
    amount=AMOUNTS,
    account=ACCOUNT,
    party=PAYEES,
    kind=st.sampled_from(["ordinary", "tax", "zus", "mpp", "sepa", "foreign", "direct_debit"]),
    description=st.lists(TEXT, max_size=4).map(tuple),
    info=st.lists(TEXT, max_size=6).map(tuple),
    vat_amount=st.one_of(st.none(), AMOUNTS),
    document_date=st.just(dt.date(2026, 1, 2)),
)
PAYER = Payer(
    name="Żółw „Bursztyn” | spółka", name2="", street="ul. Łąkowa 1/2", postal_code="90-001", city="Łódź",
    account=nrb_of("1010000", "0123456789012345"), tax_id="5580730219",
)  # fmt: skip
DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2069, 12, 31))
ALL = [
    *((name, formats.own) for name in formats.OWN),
    *((name, formats.standard) for name in formats.standard_symbols()),
]
FEWER = settings(max_examples=max(10, settings().max_examples // 8))
"""There are many formats, and most of them differ in little."""
READING = [(name, get) for name, get in ALL if get(name).format.use.reads and get(name).format.use.writes]
WRITING = [(name, get) for name, get in ALL if get(name).format.use.writes]


def written(checked, payments, day):
    """The bytes of a file of those payments that fit, and their orders."""
    file = BankFile(checked, PAYER, FileFacts(day, "plik"))
    rows, orders = [], []
    for payment in payments:
        row = file.add(payment, day)
        if isinstance(row, Written):
            rows.append(row.data)
            orders.append(Order(payment, PAYER, day, len(orders) + 1))
    header, footer = file.header(), file.footer()
    assert isinstance(header, bytes)
    assert isinstance(footer, bytes)
    return header + b"".join(rows) + footer, orders, rows


@pytest.mark.parametrize(("name", "get"), READING, ids=[name for name, _ in READING])
@FEWER
@given(data=st.data())
def test_a_file_is_read_back(name, get, data):
    checked = get(name)
    day = data.draw(DAYS)
    file, orders, _ = written(checked, data.draw(st.lists(PAYMENTS, max_size=3)), day)
    records = list(Reader(checked).read(io.BytesIO(file)))
    assert all(isinstance(record, ReadRecord) for record in records), [
        r for r in records if not isinstance(r, ReadRecord)
    ]
    assert len(records) == len(orders)
    for record, order in zip(records, orders, strict=True):
        assert order.payment.kind in record.kinds or len(record.kinds) < 7
        for cell in record.cells:
            if cell.position.field.written is None:
                assert plain(cell.value, cell, checked) == expected(cell, order, checked), cell.position.field.word.pl


def plain(value, cell, checked):
    """What was read, without blanks where lines were broken."""
    return squeezed(value) if cell.position.lines > 1 else value


def squeezed(text):
    return re.sub(r"\s+", "", text)


def expected(cell, order, checked):
    """What must stand in a cell: the value of the payment after the replacements that the format declares."""
    position = cell.position
    value = position.field.read(order, FileFacts(order.day))
    if position.field.shape is Shape.DATE or value is None:
        return "" if value is None else value
    if position.field.shape in (Shape.AMOUNT, Shape.VAT_AMOUNT, Shape.COUNT):
        return value
    if position.field.shape is Shape.ACCOUNT:
        return plain_account(value) if position.strip else value
    if position.lines > 1:
        lines = position.field.lines(order) if position.field.lines else (value,)
        return squeezed("".join(cleaned(line, checked) for line in lines))
    text = cleaned(value, checked)
    if position.overflow is Overflow.CUT and position.width:
        text = shortened(text, position.width, checked)
    if not checked.format.variable:
        fill = position.fill or " "
        text = text.lstrip(fill) if position.align and position.align.name == "RIGHT" else text.rstrip(fill)
    return text


def cleaned(text, checked):
    """A slow and simple reading of the rules of replacement."""
    separators, characters = checked.format.separators, checked.format.characters
    for character, becomes in characters.mapped.items():
        text = text.replace(character, becomes)
    text = checked.format.charset.simplified(text)
    text = re.sub("\r\n|[\x00-\x1f\x7f-\x9f\u2028\u2029]", " ", text)
    if characters.becomes is not None:
        kept = {separators.part, separators.delimiter} - characters.forbidden
        text = "".join(
            letter if allowed(letter, characters) or letter in kept else characters.becomes for letter in text
        )
    if separators.delimiter:
        text = text.replace(separators.delimiter, separators.delimiter_becomes or "?")
    if separators.part:
        text = text.replace(separators.part, separators.part_becomes)
    return text.strip(" ")


def allowed(letter, characters):
    if letter in characters.forbidden:
        return False
    return characters.allowed is None or letter in characters.allowed or letter.isalnum() or letter == " "


def shortened(text, width, checked):
    if checked.format.variable:
        return text[:width].rstrip(" ")
    while len(checked.format.charset.encode(text)) > width:
        text = text[:-1]
    return text


@pytest.mark.parametrize(("name", "get"), WRITING, ids=[name for name, _ in WRITING])
@FEWER
@given(data=st.data())
def test_records_have_the_shape_that_is_declared(name, get, data):
    checked = get(name)
    _, orders, rows = written(checked, data.draw(st.lists(PAYMENTS, min_size=1, max_size=2)), formats.DAY)
    for row, order in zip(rows, orders, strict=True):
        table = checked.of(order.payment.kind)
        if not checked.format.variable:
            widths = [(each.position.width or 0) * each.position.lines for each in table]
            assert len(row.rstrip(b"\r\n")) == sum(widths)
        elif checked.format.separators.delimiter and not any(each.condition for each in table):
            fields = sum(each.position.join in (Join.NEW, Join.RECORD) for each in table)
            assert count_fields(row, checked) == fields


def count_fields(row, checked):
    """The fields of a record, counted with nothing but its separators."""
    separators = checked.format.separators
    text = checked.format.charset.decode(row).removesuffix(separators.row)
    within, count = False, 1
    for letter in text:
        if letter == separators.delimiter:
            within = not within
        elif letter == separators.field and not within:
            count += 1
    return count + text.count(separators.row)


def test_most_payments_are_written():
    """Lest the properties above hold of nothing: those of plain words fit everywhere."""
    payment = Payment(
        number="FZ/1", state="approved", amount=Decimal("1.23"), account=nrb_of("1140200", "0" * 16),
        party=Payee(name="Żółw „A” | B", street="Krzywa 1", postal_code="30-002", city="Łódź", tax_id="6736819308"),
        description=('za "węgiel"', "FV 1|2"), vat_amount=Decimal("0.23"), execution_date=formats.DAY,
    )  # fmt: skip
    payments = [replace(payment, kind=kind) for kind in KIND_WORDS]
    for name, get in WRITING:
        assert written(get(name), payments, formats.DAY)[1], name
