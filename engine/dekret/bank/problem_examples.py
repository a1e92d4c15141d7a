"""What the examples of bank problems are made of: a small format, a payment, a file."""

HEAD = """format "BANK"
[Ogólne]
nazwa = Przelewy krajowe
format do = {use}
kodowanie = Latin II
separator pól = ","
ogranicznik tekstu = '"'
format daty = RRRRMMDD
sekwencja podziału pola = "|"
[Pozycje]
| Pole | Typ | Wartość | Szerokość | Opcje | Wymagane |
|------|-----|---------|-----------|-------|----------|
"""
ROWS = """| Data operacji | Liczba | | 8 | | tak |
| Kwota płatności | Liczba <#.## | | 15 | | tak |
| Pełny numer rachunku podmiotu | Tekst | | 34 | | tak |
| Nazwa podmiotu 1 | Tekst | | 35 | | |
| Opis do banku (pierwsza linijka) | Tekst | | 35 | | |
"""
EXPORT = HEAD.format(use="eksport")
GOOD = EXPORT + ROWS
IMPORT = HEAD.format(use="import")
READ = IMPORT + "| Data dokumentu | Liczba | | | | |\n| Kwota płatności | Liczba <#.## | | | | |\n"
FIXED = """format "X"
[Ogólne]
nazwa = X
format do = eksport
kodowanie = UTF8
zmienna szerokość pola = nie
sekwencja podziału pola = "|"
[Pozycje]
| Pole | Typ | Szerokość | Wyrównanie | Dopełnienie | Linie | Wymagane |
|------|-----|-----------|------------|-------------|-------|----------|
| Kwota płatności | Liczba <#.## | 15 | | | | tak |
{more}
"""
NEXT = "===\n"
PAYMENT = """{"number": "FZ/1/2026", "state": "approved", "amount": "123.00", "execution_date": "2026-01-15",
 "account": "61114020044000000000001234", "party": {"name": "Aloza sp. z o.o."}, "description": ["FV 1/2026"]}
"""
SENT = GOOD + NEXT + PAYMENT


def sent(old: str, new: str) -> str:
    """The example with another payment."""
    assert old in PAYMENT
    return GOOD + NEXT + PAYMENT.replace(old, new)


def read(text: str) -> str:
    """A file of the format READ."""
    return f"{READ}=== plik\n{text}\n"


GOOD_FILE = read("20260115,12300")

_STATEMENT = """format "WYCIAG"
[Ogólne]
nazwa = Wyciąg
format do = import
kodowanie = Latin II
separator pól = ";"
ogranicznik tekstu = '"'
format daty = RRRR-MM-DD
separator dziesiętny = ","
[Pozycje]
| Pole | Typ |
|------|-----|
| Data księgowania | Liczba |
| {side} | Liczba |
| {amount} | Liczba <#.## |
| Saldo po operacji | Liczba <#.## |
| Waluta | Liczba |
| Tytuł przelewu | Tekst |
=== wyciąg
"""


def statement(text: str, *, sides: bool = True) -> str:
    """A statement whose amounts have a code of the side, or stand in columns of debits and credits."""
    names = ("Strona operacji", "Kwota płatności") if sides else ("Kwota obciążenia", "Kwota uznania")
    side, amount = names
    head = _STATEMENT.format(side=side, amount=amount)
    return head.replace(f"| {side} | Liczba |", f"| {side} | Liczba <#.## |") + text if not sides else head + text


LINE = PAYMENT.replace("\n ", " ")
"""The payment on one line."""
TAX_ACCOUNT = "82101000712222558073021900"
ZUS_ACCOUNT = "31600000020260005580730219"
"""Those of the payer whom `tests/frames.py` puts around examples; the NIP is 5580730219."""
_ACCOUNT = '"account": "61114020044000000000001234"'
_DESCRIPTION = '"description": ["FV 1/2026"]'
_TAX_PARTS = '{"id_type": "N", "id": "5580730219", "period": "26M01", "form": "VAT-7"}'
TAX_LINE = LINE.replace(_ACCOUNT, f'"kind": "tax", "account": "{TAX_ACCOUNT}"').replace(
    _DESCRIPTION, f'"tax": {_TAX_PARTS}'
)
ZUS_LINE = LINE.replace(_ACCOUNT, f'"kind": "zus", "account": "{ZUS_ACCOUNT}"')
SPLIT_LINE = LINE.replace(_DESCRIPTION, '"kind": "mpp", "vat_amount": "23.00"').replace(
    '"party": {', '"party": {"tax_id": "6736819308", '
)
SEPA_LINE = LINE.replace(
    _ACCOUNT, '"kind": "sepa", "currency": "EUR", "exchange_rate": "4.25", "account": "DE89370400440532013000"'
)
FOREIGN_LINE = LINE.replace(
    _ACCOUNT,
    '"kind": "foreign", "currency": "USD", "exchange_rate": "3.65", "account": "US-000123456789", '
    '"bank_country": "US", "bic": "CHASUS33"',
)


def transfer(old: str = "", new: str = "", *, line: str = LINE) -> str:
    """An example of one payment, a piece of its line exchanged."""
    assert old in line
    return f"przelewy: {line.replace(old, new) if old else line}"
