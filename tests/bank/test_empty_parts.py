"""Empty parts at the end of a field: written or not, while the parts before others keep their places."""

import datetime as dt
from decimal import Decimal

import pytest

from dekret.bank.file import BankFile, Written
from dekret.bank.orders import FileFacts
from dekret.model.payments import Payee, Payer, Payment
from dekret.packs.bank.formats import format_of
from dekret.packs.library import load_sources
from dekret.text.source import Source

DAY = dt.date(2026, 1, 15)
FORMAT = """format "X"
[Ogólne]
nazwa = X
format do = eksport i import
kodowanie = UTF8
separator pól = ","
ogranicznik tekstu = '"'
format daty = RRRRMMDD
sekwencja podziału pola = "|"
puste części na końcu = {key}
[Pozycje]
| Pole                   | Typ          | Szerokość | Linie | Opcje               | Puste części | Wymagane |
|------------------------|--------------|-----------|-------|---------------------|--------------|----------|
| Data operacji          | Liczba       |           |       |                     |              | tak      |
| Kwota płatności        | Liczba <#.## |           |       |                     |              | tak      |
| Nazwa podmiotu         | Tekst        | 35        | 2     |                     | {name}       | tak      |
| Adres podmiotu – ulica | Tekst        | 35        |       | łącz: znak podziału |              |          |
| Tytuł przelewu         | Tekst        | 35        | 4     |                     | {title}      |          |
"""


@pytest.mark.parametrize(
    ("key", "name", "title", "street", "expected"),
    [
        ("tak", "", "", "", '"KLON||","FV 1|||"'),
        ("nie", "", "", "", '"KLON","FV 1"'),
        ("nie", "", "", "KRZYWA 2", '"KLON||KRZYWA 2","FV 1"'),
        ("tak", "", "nie", "", '"KLON||","FV 1"'),
        ("nie", "tak", "", "", '"KLON||","FV 1"'),
    ],
)
def test_empty_parts(key: str, name: str, title: str, street: str, expected: str) -> None:
    library = load_sources([Source("x.format", FORMAT.format(key=key, name=name, title=title))])
    checked, report = format_of(library, "X", DAY)
    assert checked
    assert not report.diagnostics
    party = Payee(name="KLON", street=street)
    payment = Payment(number="1", state="approved", amount=Decimal(1), party=party, description=("FV 1",))
    written = BankFile(checked, Payer(), FileFacts(DAY)).add(payment, DAY)
    assert isinstance(written, Written)
    assert written.data.decode() == f"20260115,100,{expected}\r\n"
