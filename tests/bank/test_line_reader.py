"""Statements in rows: signs and sides, what is passed over, balances; the quick way gives what the slow way does."""

import csv
import datetime as dt
import io
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dekret import api
from dekret.bank.frame import Passed
from dekret.bank.line_reader import LineReader
from dekret.bank.read import Remark, Unread
from dekret.model.statements import BankLine, StatementFoot, StatementHead
from dekret.packs.bank.formats import format_of

HEAD = """format "WYCIAG"
[Ogólne]
nazwa = Wyciąg
format do = import
kodowanie = {encoding}
separator pól = ";"
ogranicznik tekstu = '"'
format daty = RRRR-MM-DD
separator dziesiętny = ","
separator tysięcy = <Spacja>
{keys}
{header}
[Pozycje]
| Pole | Typ | Wymagane |
|------|-----|----------|
"""
PLAIN = ("Data księgowania", "Kwota płatności", "Tytuł przelewu")
AMOUNTS = {"Kwota płatności", "Kwota uznania", "Kwota obciążenia", "Saldo po operacji", "Saldo końcowe"}


def reader_of(folder, fields=PLAIN, *, keys="", header="", encoding="UTF8", required=()):
    """The reader of a format with these fields."""
    rows = "".join(
        f"| {name} | {'Liczba <#.##' if name in AMOUNTS else 'Tekst'} | {'tak' if name in required else ''} |\n"
        for name in fields
    )
    text = HEAD.format(keys=keys, header=header, encoding=encoding) + rows
    (folder / "wyciag.format").write_text(text, encoding="utf-8", newline="\n")
    library = api.check([folder])
    assert not library.report.diagnostics, list(library.report.diagnostics)
    checked, report = format_of(library, "WYCIAG", dt.date(2026, 1, 15))
    assert not report.has_errors, list(report.diagnostics)
    return LineReader(checked)


def events(reader, text, passed=None):
    data = text if isinstance(text, bytes) else text.encode()
    return list(reader.read(io.BytesIO(data), passed))


def lines(reader, text):
    found = events(reader, text)
    assert not [each for each in found if isinstance(each, Unread)], found
    return [each for each in found if isinstance(each, BankLine)]


def unread(reader, text):
    return [
        (each.problem.id, each.row.line, each.row.offset, each.start)
        for each in events(reader, text)
        if isinstance(each, Unread)
    ]


def test_a_signed_amount_is_what_it_is(tmp_path):
    (out, back) = lines(reader_of(tmp_path), "2026-01-15;-1 234,50;czynsz\n2026-01-16;100;zwrot\n")
    assert (out.amount, out.date, out.title) == (Decimal("-1234.50"), dt.date(2026, 1, 15), "czynsz")
    assert back.amount == 100
    assert (back.file_line, back.offset) == (2, 28)


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("D;123,00", "-123"),
        ("C;123,00", "123"),
        ("D;-123,00", "-123"),
        ("wn;1,00", "-1"),
        ("MA;1,00", "1"),
        (";-5,00", "-5"),
    ],
)
def test_a_side_tells_the_sign(tmp_path, written, amount):
    reader = reader_of(tmp_path, ("Data księgowania", "Strona operacji", "Kwota płatności"))
    assert [line.amount for line in lines(reader, f"2026-01-15;{written}\n")] == [Decimal(amount)]


def test_sides_of_the_format_stand_for_the_usual_ones(tmp_path):
    keys = "obciążenia = WYP\nuznania = WPŁ"
    reader = reader_of(tmp_path, ("Data księgowania", "Strona operacji", "Kwota płatności"), keys=keys)
    assert [line.amount for line in lines(reader, "2026-01-15;wyp;1,00\n2026-01-15;WPŁ;2,00\n")] == [-1, 2]
    assert unread(reader, "2026-01-15;D;1,00\n") == [("bank/unknown-side", 1, 0, 13)]


@pytest.mark.parametrize(
    ("written", "amount"),
    [("100,00;", "-100"), ("-100,00;", "-100"), (";50,00", "50"), ("0,00;50,00", "50"), (";-5,00", "-5")],
)
def test_columns_of_debits_and_credits(tmp_path, written, amount):
    reader = reader_of(tmp_path, ("Data księgowania", "Kwota obciążenia", "Kwota uznania"))
    assert [line.amount for line in lines(reader, f"2026-01-15;{written}\n")] == [Decimal(amount)]


def test_amounts_without_a_sign_may_be_money_out(tmp_path):
    reader = reader_of(tmp_path, keys="kwoty bez znaku = obciążenia")
    assert [line.amount for line in lines(reader, "2026-01-15;1,00;a\n")] == [-1]


def test_amounts_in_grosze(tmp_path):
    reader = reader_of(tmp_path, keys="")
    rules = (tmp_path / "wyciag.format").read_text(encoding="utf-8")
    rules = rules.replace('separator dziesiętny = ","\nseparator tysięcy = <Spacja>', "separator dziesiętny = brak")
    (tmp_path / "wyciag.format").write_text(rules, encoding="utf-8", newline="\n")
    checked, _ = format_of(api.check([tmp_path]), "WYCIAG", dt.date(2026, 1, 15))
    reader = LineReader(checked)
    assert [line.amount for line in lines(reader, "2026-01-15;18450;a\n2026-01-15;-5;b\n")] == [
        Decimal("184.50"),
        Decimal("-0.05"),
    ]


def test_everything_that_a_line_can_hold(tmp_path):
    fields = (
        "Data operacji", "Data waluty", "Kwota płatności", "Waluta", "Pełny numer rachunku własnego",
        "Pełny numer rachunku podmiotu", "Nazwa podmiotu 1", "Nazwa podmiotu 2", "Adres podmiotu", "NIP podmiotu",
        "Tytuł przelewu", "Kod operacji", "Nazwa operacji", "Referencja klienta", "Referencja banku", "Numery faktur",
        "Priorytet",
    )  # fmt: skip
    (line,) = lines(
        reader_of(tmp_path, fields),
        '2026-01-15;2026-01-14;1,00;eur;PL24 1010 0000 0000 1234 5678 9012;"61114020044000000000001234";Aloza;'
        'sp. z o.o.;"ul. Krzywa 2\n30-002 Kraków";6736819308;"za ""FV""  1/2026";020;PRZELEW;NONREF;BR1;'
        '"FV 1, FV 2";wysoki\n',
    )
    assert line == BankLine(
        account="24101000000000123456789012",
        date=dt.date(2026, 1, 15),
        value_date=dt.date(2026, 1, 14),
        amount=Decimal("1.00"),
        currency="EUR",
        party_account="61114020044000000000001234",
        party_name="Aloza sp. z o.o.",
        party_address="ul. Krzywa 2 30-002 Kraków",
        party_tax_id="6736819308",
        title='za "FV" 1/2026',
        code="020",
        operation="PRZELEW",
        reference="NONREF",
        bank_reference="BR1",
        invoices=("FV 1", "FV 2"),
        details={"Priorytet": "wysoki"},
        file_line=1,
        offset=0,
    )


def test_an_account_in_two_fields(tmp_path):
    fields = (*PLAIN, "Numer rozliczeniowy banku podmiotu", "Dalsze cyfry rachunku podmiotu")
    (line,) = lines(reader_of(tmp_path, fields), "2026-01-15;1,00;a;11402004;4000000000001234\n")
    assert line.party_account == "61114020044000000000001234"


def test_headers_and_footers_by_count_are_passed_over(tmp_path):
    reader = reader_of(tmp_path, keys="wierszy nagłówka = 3\nwierszy stopki = 2")
    passed = Passed()
    found = events(
        reader, "Bank\n\nWyciąg\nData;Kwota;Tytuł\n2026-01-15;1,00;a\n2026-01-16;2,00;b\nSaldo\n\nKoniec\n", passed
    )
    assert [each.amount for each in found if isinstance(each, BankLine)] == [1, 2]
    assert not [each for each in found if isinstance(each, Unread)]
    assert (passed.header, passed.footer, passed.skipped) == (3, 2, 0)


@pytest.mark.parametrize(("keys", "line"), [("wierszy nagłówka = 2", 3), ("wierszy stopki = 2", 4)])
def test_a_line_counted_to_header_or_footer_is_said(tmp_path, keys, line):
    """Empty rows do not count: who counts them in an editor would lose a line unsaid."""
    reader = reader_of(tmp_path, keys=f"wierszy nagłówka = 1\n{keys}" if "stopki" in keys else keys)
    text = "Data;Kwota;Opis\n\n2026-01-15;-5,00;opłata\n2026-01-16;-6,00;opłata\nKoniec;;\n"
    found = [each for each in events(reader, text) if isinstance(each, Remark)]
    assert [(each.problem.id, each.row.line) for each in found] == [("bank/line-passed-over", line)]


def test_what_is_wrong_in_a_header_stands_at_its_row(tmp_path):
    header = "[Nagłówek]\n| Pole | Typ | Opcje |\n|---|---|---|\n"
    header += "| Inne informacje | Liczba | |\n| Numer wyciągu | Liczba | nowy wiersz |\n"
    reader = reader_of(tmp_path, header=header)
    assert unread(reader, "Wyciąg\n7;2026\n2026-01-15;-5,00;opłata\n") == [("bank/too-many-fields", 2, 8, 1)]


def test_headers_and_footers_by_pattern_and_rows_of_other_types(tmp_path):
    keys = 'nagłówek do = "Data;%"\nstopka od = "Saldo%"\npomijaj wiersze = "#%", "Strona _"'
    reader = reader_of(tmp_path, keys=keys)
    text = "Bank;a;b;c\nOkres\nDATA;kwota\n2026-01-15;1,00;a\nStrona 2\n# uwaga\n2026-01-16;2,00;b\nSaldo;3,00\n-\n"
    passed = Passed()
    found = events(reader, text, passed)
    assert [each.amount for each in found if isinstance(each, BankLine)] == [1, 2]
    assert not [each for each in found if isinstance(each, Unread)]
    assert (passed.header, passed.footer, passed.skipped) == (3, 2, 2)


def test_a_header_that_does_not_end_is_said(tmp_path):
    reader = reader_of(tmp_path, keys='nagłówek do = "Data;%"')
    assert unread(reader, "Bank\n2026-01-15;1,00;a\n") == [("bank/no-header-end", 2, 5, 0)]


def test_what_header_and_footer_say_of_the_statement(tmp_path):
    columns = "| Pole | Typ | Wartość |\n|---|---|---|\n"
    header = f"[Nagłówek]\n{columns}| Stała wartość | Tekst | Rachunek |\n| Pełny numer rachunku własnego | Tekst | |\n"
    header += f"[Stopka]\n{columns}| Stała wartość | Tekst | Saldo |\n| Saldo końcowe | Liczba <#.## | |\n"
    reader = reader_of(tmp_path, header=header)
    found = events(reader, "Rachunek;24 1010 0000 0000 1234 5678 9012\n2026-01-15;1,00;a\nSaldo;11,00\n")
    assert found[0] == StatementHead(account="24101000000000123456789012", file_line=1)
    assert found[-1].closing.amount == 11


def test_a_time_behind_a_date_is_read_over(tmp_path):
    reader = reader_of(tmp_path)
    found = lines(reader, "2026-05-04 12:33;1,00;a\n2026-05-04T12:33:01.5;2,00;b\n")
    assert [each.date for each in found] == [dt.date(2026, 5, 4)] * 2
    assert events(reader, "2026-05-04 12:33 CET;3,00;c\n")[1].problem.id == "bank/not-a-date"


def test_a_currency_behind_an_amount_is_that_of_the_line(tmp_path):
    reader = reader_of(tmp_path)
    found = lines(reader, "2026-01-15;1 234,56 EUR;a\n2026-01-15;-2,00zł;b\n2026-01-15;3,00;c\n")
    assert [(each.amount, each.currency) for each in found] == [
        (Decimal("1234.56"), "EUR"), (Decimal("-2.00"), "PLN"), (Decimal("3.00"), "PLN"),
    ]  # fmt: skip
    assert events(reader, "2026-01-15;4,00 OBC;d\n")[1].problem.id == "bank/not-an-amount", "it may be a side"
    reader = reader_of(tmp_path, ("Data księgowania", "Kwota płatności", "Waluta"))
    good, bad = events(reader, "2026-01-15;1,00 EUR;EUR\n2026-01-15;1,00 EUR;PLN\n")[1:3]
    assert good.currency == "EUR"
    assert bad.problem.id == "bank/two-currencies"


def test_lines_are_in_the_currency_of_the_header(tmp_path):
    header = "[Nagłówek]\n| Pole | Typ |\n| Stała wartość | Liczba |\n| Waluta wyciągu | Liczba |\n"
    reader = reader_of(tmp_path, header=header)
    assert [each.currency for each in lines(reader, "Waluta:;EUR\n2026-01-15;1,00;a\n")] == ["EUR"]
    header = header.replace("Waluta wyciągu |", "Saldo początkowe |").replace("Liczba |\n", "Liczba <#.## |\n")
    reader = reader_of(tmp_path, header=header)
    assert [each.currency for each in lines(reader, "Saldo;7,00 EUR\n2026-01-15;1,00;a\n")] == ["EUR"]


def test_rows_may_be_shorter_or_longer_when_the_format_says_so(tmp_path):
    assert unread(reader_of(tmp_path), "2026-01-15;1,00\n") == [("bank/no-separator", 1, 0, 15)]
    assert unread(reader_of(tmp_path), "2026-01-15;1,00;a;b\n") == [("bank/too-many-fields", 1, 0, 17)]
    (line,) = lines(reader_of(tmp_path, keys="krótsze wiersze = tak"), "2026-01-15;1,00\n")
    assert (line.amount, line.title) == (1, "")
    (line,) = lines(reader_of(tmp_path, keys="dłuższe wiersze = tak"), "2026-01-15;1,00;a;b\n")
    assert line.title == "a"
    required = reader_of(tmp_path, keys="krótsze wiersze = tak", required=("Tytuł przelewu",))
    assert unread(required, "2026-01-15;1,00\n") == [("bank/end-of-file", 1, 0, 15)]


@pytest.mark.parametrize(
    ("text", "problem", "start"),
    [
        ("1,00;2026-01-15;a", "bank/not-a-date", 0),
        ("2026-01-15;1.00;a", "bank/not-an-amount", 11),
        ("2026-01-15;;a", "bank/line-without-amount", 11),
        (";1,00;a", "bank/line-without-date", 0),
        ('2026-01-15;1,00;"a', "bank/no-right-delimiter", 16),
        ("2026-01-15;1,00,00;a", "bank/not-an-amount", 11),
        ("2026-02-30;1,00;a", "bank/not-a-date", 0),
        ("2026-01-15;1,005;a", "bank/not-an-amount", 11),
        ("2026-01-15;99999999999999999,00;a", "bank/not-an-amount", 11),
    ],
)
def test_a_wrong_row_is_said_with_its_place_and_the_others_are_read(tmp_path, text, problem, start):
    reader = reader_of(tmp_path)
    assert unread(reader, f"2026-01-14;1,00;ok\n{text}\n") == [(problem, 2, 19, start)]
    found = events(reader, f"2026-01-14;1,00;ok\n{text}\n2026-01-16;2,00;ok\n")
    read = [each.amount for each in found if isinstance(each, BankLine)]
    assert read == ([1, 2] if problem != "bank/no-right-delimiter" else [1])


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ('rura 5" x', 'rura 5" x'),
        ('5"', '5"'),
        ('"firma "ABC"', 'firma "ABC'),
        ('"firma "ABC""', 'firma "ABC"'),
        (' "a\nb" ', "a b"),
        ('"a ""b""\n""c"""', 'a "b" "c"'),
        ('""', ""),
    ],
)
def test_a_delimiter_within_a_field_does_not_swallow_the_rows_behind_it(tmp_path, text, title):
    for keys in ("", "dłuższe wiersze = tak"):
        found = lines(reader_of(tmp_path, keys=keys), f"2026-01-15;1,00;{text}\n2026-01-16;2,00;b\n2026-01-17;3,00;c\n")
        assert [(line.amount, line.title) for line in found] == [(1, title), (2, "b"), (3, "c")]


@pytest.mark.parametrize("amount", ["1,005", "-,521403", "12345678901234567,00", "9" * 5000])
def test_an_amount_that_no_account_can_hold_is_none(tmp_path, amount):
    assert unread(reader_of(tmp_path), f"2026-01-15;{amount};a\n") == [("bank/not-an-amount", 1, 0, 11)]


def test_an_amount_may_have_more_zeros(tmp_path):
    (line,) = lines(reader_of(tmp_path), "2026-01-15;1,5000;a\n")
    assert line.amount == Decimal("1.5")


def test_a_file_without_the_row_separator_of_the_format_is_read_in_parts(tmp_path):
    reader = reader_of(tmp_path, keys='separator wierszy = "$"')
    found = events(reader, "2026-01-15;1,00;a\n" * 200_000)
    assert 1 < len([each for each in found if isinstance(each, Unread)]) < 5
    assert not [each for each in found if isinstance(each, BankLine)]


def test_a_byte_that_the_encoding_does_not_have(tmp_path):
    reader = reader_of(tmp_path, encoding="Windows 1250")
    assert unread(reader, b"2026-01-15;1,00;ok\n2026-01-15;1,00;\x81\n") == [("bank/bad-byte", 2, 19, 16)]


BALANCES = ("Data księgowania", "Kwota płatności", "Saldo po operacji")


@pytest.mark.parametrize(
    "text",
    [
        "2026-01-14;100,00;1100,00\n2026-01-15;-40,00;1060,00\n2026-01-16;-60,00;1000,00\n",
        "2026-01-16;-60,00;1000,00\n2026-01-15;-40,00;1060,00\n2026-01-14;100,00;1100,00\n",
    ],
)
def test_balances_forward_and_back_in_time(tmp_path, text):
    found = events(reader_of(tmp_path, BALANCES), text)
    assert not [each for each in found if isinstance(each, Remark | Unread)]
    foot = found[-1]
    assert isinstance(foot, StatementFoot)
    assert (foot.opening.amount, foot.closing.amount) == (1000, 1000)


def test_a_missing_line_breaks_the_balance(tmp_path):
    text = "2026-01-14;100,00;1100,00\n2026-01-15;-40,00;1060,00\n2026-01-16;-10,00;1000,00\n"
    (remark,) = [each for each in events(reader_of(tmp_path, BALANCES), text) if isinstance(each, Remark)]
    assert (remark.problem.id, remark.row.line) == ("bank/balance-breaks", 3)


FIELDS = (
    "Data księgowania",
    "Strona operacji",
    "Kwota płatności",
    "Waluta",
    "Nazwa podmiotu 1",
    "Pełny numer rachunku podmiotu",
    "Tytuł przelewu",
)
CELLS = st.one_of(
    st.sampled_from(
        [
            "2026-01-15",
            "2026-02-30",
            "1,00",
            "-5,5",
            "1 000,00",
            "D",
            "C",
            "X",
            "EUR",
            "",
            " ",
            '"',
            '""',
            "a;b",
            "PL61 1140",
        ]
    ),
    st.text(alphabet='ab ;",\nł\x00\x1a', max_size=6),
)


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    quick = reader_of(tmp_path_factory.mktemp("quick"), FIELDS)
    slow = reader_of(tmp_path_factory.mktemp("slow"), FIELDS)
    assert quick.quick
    slow.quick = None
    return quick, slow


@settings(max_examples=400)
@given(rows=st.lists(st.lists(CELLS, min_size=6, max_size=8), max_size=4), quoted=st.booleans(), bare=st.booleans())
def test_the_quick_way_gives_what_the_slow_way_does(both, rows, quoted, bare):
    if bare:
        text = "\r\n".join(";".join(row) for row in rows)
    else:
        made = io.StringIO()
        csv.writer(made, delimiter=";", quoting=csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL).writerows(rows)
        text = made.getvalue()
    quick, slow = both
    assert events(quick, text) == events(slow, text)


GOOD_ROWS = st.tuples(
    st.dates(dt.date(1970, 1, 1), dt.date(2069, 12, 31)).map(str),
    st.sampled_from(["D", "C", ""]),
    st.decimals(-(10**9), 10**9, places=2).map(lambda amount: str(amount).replace(".", ",")),
    st.sampled_from(["PLN", "eur", ""]),
    st.text(alphabet='abł "', max_size=8),
    st.sampled_from(["", "PL61 1140 2004 4000 0000 0000 1234", "kasa"]),
    st.text(alphabet='ab ";\n', max_size=12),
)


@given(rows=st.lists(GOOD_ROWS, max_size=5))
def test_what_csv_writes_is_read(both, rows):
    made = io.StringIO()
    csv.writer(made, delimiter=";", lineterminator="\r\n").writerows(rows)
    for reader in both:
        found = [each for each in events(reader, made.getvalue()) if isinstance(each, BankLine)]
        assert [line.title for line in found] == [" ".join(row[-1].split()) for row in rows]
        assert [abs(line.amount) for line in found] == [abs(Decimal(row[2].replace(",", "."))) for row in rows]


@settings(max_examples=300)
@given(data=st.binary(max_size=200))
def test_arbitrary_bytes_never_raise(both, data):
    for reader in both:
        assert isinstance(events(reader, data), list)
