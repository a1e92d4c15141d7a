"""What stands in the bytes of a record: amounts of expressions, remarks of the payer's fields, control characters."""

import datetime as dt
from decimal import Decimal

import pytest

from bank_formats import checked
from dekret import api
from dekret.bank.file import BankFile, Written
from dekret.bank.orders import FileFacts
from dekret.model.payments import Payee, Payer, Payment
from dekret.text.source import Source

DAY = dt.date(2026, 1, 15)
HEAD = """format "X"
[Ogólne]
nazwa = X
format do = eksport
kodowanie = {charset}
separator pól = ";"
ogranicznik tekstu = '"'
{keys}
[Pozycje]
| Pole | Typ | Wartość | Szerokość | Gdy za długie | Wymagane |
|------|-----|---------|-----------|---------------|----------|
"""


def written(
    *rows: str, keys: str = "", charset: str = "UTF8", payer: Payer | None = None, **payment: object
) -> Written:
    """The record of a payment by a format of these rows."""
    format_ = checked(HEAD.format(keys=keys, charset=charset) + "\n".join(rows) + "\n")
    given = {"number": "1", "state": "approved", "amount": Decimal(100), **payment}
    found = BankFile(format_, payer or Payer(), FileFacts(DAY)).add(Payment(**given), DAY)
    assert isinstance(found, Written), found
    return found


@pytest.mark.parametrize(
    ("form", "decimal", "amount", "expected"),
    [
        ("Liczba <#.##", "brak", "100", b"10000"),
        ("Liczba <#.##", "brak", "100.50", b"10050"),
        ("Liczba <#.##", '","', "100", b"100,00"),
        ("Liczba <#.####", '","', "100", b"100,0000"),
        ("Tekst", "brak", "100.00", b'"10000"'),
        ("Liczba", "brak", "100", b"100"),
    ],
)
def test_an_amount_of_an_expression_has_the_same_places_whatever_it_is(form, decimal, amount, expected):
    row = f"| Wyrażenie | {form} | @KwotaPlatnosci | | | tak |"
    found = written(row, keys=f"separator dziesiętny = {decimal}", amount=Decimal(amount))
    assert found.data == expected + b"\r\n"


@pytest.mark.parametrize("value", ["51", "CASE WHEN @RodzajPrzelewu = 'US' THEN 71 ELSE 51 END", "LEN('x') + 50"])
def test_a_whole_number_of_an_expression_is_bare(value):
    assert written(f"| Wyrażenie | Liczba <#.## | {value} | | | tak |").data == b"51\r\n"


def test_a_name_of_the_payer_that_is_shortened_is_remarked_of():
    row = "| Nazwa własna 1 | Tekst | | 8 | skróć | tak |"
    found = written(row, payer=Payer(name="Bursztyn sp. z o.o."))
    assert found.data == b'"Bursztyn"\r\n'
    assert [fault.problem.id for fault in found.remarks] == ["bank/shortened"]


@pytest.mark.parametrize("control", ["\x00", "\x1f", "\x7f", "\x80", "\x85", "\x9f", "\r\n"])
@pytest.mark.parametrize("charset", ["UTF8", "ISO 8859-2"])
def test_control_characters_become_blanks(control, charset):
    party = Payee(name=f"Ala{control}Ola")
    found = written("| Nazwa podmiotu 1 | Tekst | | | | tak |", charset=charset, party=party)
    assert found.data == b'"Ala Ola"\r\n'


FIXED = "oddzielaj pola = nie\nzmienna szerokość pola = nie"


def test_an_amount_on_the_left_is_filled_with_blanks():
    rows = ("| Kwota płatności | Liczba <#.## | | 10 | | tak | lewo |",)
    text = HEAD.format(keys=FIXED, charset="UTF8").replace("| Wymagane |", "| Wymagane | Wyrównanie |")
    format_ = checked(text.replace("|----------|\n", "|----------|---|\n") + "\n".join(rows) + "\n")
    payment = Payment(number="1", state="approved", amount=Decimal(100))
    found = BankFile(format_, Payer(), FileFacts(DAY)).add(payment, DAY)
    assert isinstance(found, Written)
    assert found.data == b"10000     \r\n"


def test_a_blank_that_parts_fields_is_refused_within_a_bare_text():
    row = "| Nazwa podmiotu 1 | Liczba | | | | tak |"
    blank = HEAD.replace('pól = ";"', "pól = <Spacja>").format(keys="", charset="UTF8")
    format_ = checked(blank + row + "\n")
    for name, taken in (("Aloza ", True), ("Aloza sp. z o.o.", False)):
        payment = Payment(number="1", state="approved", amount=Decimal(1), party=Payee(name=name))
        assert isinstance(BankFile(format_, Payer(), FileFacts(DAY)).add(payment, DAY), Written) is taken


@pytest.mark.parametrize(
    ("keys", "row", "problem"),
    [
        ('separator tysięcy = ";"\nseparator dziesiętny = ","', "Kwota płatności | Liczba <#.##", "separators-clash"),
        ('format daty = "DD;MM;RRRR"', "Data operacji | Liczba", "separators-clash"),
        ('separator wierszy = "~"\nformat daty = DD~MM~RRRR', "Data operacji | Liczba", "separators-clash"),
        ("separator wierszy = '\"'", "Nazwa podmiotu 1 | Tekst", "separators-clash"),
        ('sekwencja podziału pola = ";"', "Nazwa podmiotu | Liczba", "separators-clash"),
        ("sekwencja podziału pola = '\"'", "Nazwa podmiotu | Tekst", "separators-clash"),
        ("sekwencja podziału pola = <Enter>", "Nazwa podmiotu | Tekst", "separators-clash"),
        (
            "sekwencja podziału pola = '|'\nzamiana sekwencji podziału = '\"'",
            "Nazwa podmiotu | Tekst",
            "bad-replacement",
        ),
        ('separator wierszy = "¦"\nkodowanie = Flat', "Nazwa podmiotu 1 | Tekst", "unencodable-constant"),
        ('separator wierszy = "~"', "Stała wartość | Tekst | a~b", "separator-in-constant"),
        ("", "Stała wartość | Tekst | a „b” c", "separator-in-constant"),
    ],
)
def test_a_format_whose_fields_could_not_be_told_apart_has_an_error(keys, row, problem):
    table = "[Pozycje]\n| Pole | Typ | Wartość | Szerokość | Linie | Wymagane |\n|---|---|---|---|---|---|\n"
    lines = "2" if row.startswith("Nazwa podmiotu |") else ""
    cells = row if row.count("|") == 2 else f"{row} |"
    charset = "" if "kodowanie" in keys else "kodowanie = Flat\n"
    head = HEAD.split("[Pozycje]", maxsplit=1)[0].replace("kodowanie = {charset}\n", charset).format(keys=keys)
    report = api.check_sources([Source("x.format", f"{head}{table}| {cells} | 35 | {lines} | tak |\n")]).report
    assert f"bank/{problem}" in {found.problem.id for found in report.diagnostics}, report.diagnostics
