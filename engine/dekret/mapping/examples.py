"""The map and the shape that examples of problems are made of."""

SHAPE = """kształt "ZAMOWIENIE"
[Nagłówek]
nazwa = Zamówienie
korzeń = Order
[Elementy]
| Ścieżka | Obecność | Ile | Postać | Pewność |
| Head | M | | | urzędowa |
| Head/Number | M | | X(35) | urzędowa |
| Head/Date | M | | data | urzędowa |
| Head/Due | O | | data | urzędowa |
| Head/Total | M | | R2 | urzędowa |
| Head/Buyer | M | | X(13) | urzędowa |
| Head/Remark | O | n | X(70) | urzędowa |
| Line | M | n | | urzędowa |
| Line/Ean | M | | X(14) | urzędowa |
| Line/Net | M | | R2 | urzędowa |
"""
GOOD = """mapa "FAKTURY"
[Nagłówek]
nazwa = Faktury z pliku do zapłaty
kierunek = odczyt
z = XML
do = Płatności
dokument = /Order
[Pola]
| Cel | Źródło | Domyślnie | Wymagane | Słownik | Gdy brak |
| Numer dokumentu | Head/Number | | tak | | |
| Kwota | Head/Total | | | | |
| Stan | 'do realizacji' | | | | |
| Podmiot | Head/Buyer | | | podmioty wg NIP | odmów |
| Termin płatności | | Head/Due; Head/Date | | | |
| Priorytet | CASE WHEN [Head/Total] = '1' THEN 'wysoki' END | 'normalny' | | | |
"""
SHAPED = GOOD.replace("dokument =", "kształt = ZAMOWIENIE\ndokument =").replace("= '1'", "> 1000")


def with_shape(mapping: str) -> str:
    """An example of several files: the shape beside a map."""
    return f"=== zamowienie.ksztalt\n{SHAPE}=== faktury.mapa\n{mapping}".removesuffix("\n")


INVOICE = """mapa "ZAKUPY"
[Nagłówek]
nazwa = Faktury zakupu
kierunek = odczyt
z = XML
do = Faktury zakupu
dokument = /Order
[Pola]
| Cel | Źródło |
| Numer dokumentu | Head/Number |
| Data wystawienia | Head/Date |
| Podmiot | Head/Buyer |
[Pozycje]
dla = Line
| Cel | Źródło | Słownik | Gdy brak |
| Towar | Ean | towary wg EAN | utwórz |
| Netto | Net | | |
| Stawka VAT | 'zw' | | |
"""
INVOICE_SHAPED = INVOICE.replace("dokument =", "kształt = ZAMOWIENIE\ndokument =")
GOOD_SHAPED = with_shape(SHAPED)


# --- files that are read

_XML = (
    "<Order><Head><Number>ZAM/1</Number><Date>2026-03-02</Date><Total>150.00</Total><Buyer>6736819308</Buyer>"
    "<Priority>wysoki</Priority></Head></Order>"
)
_RUN = GOOD.replace("CASE WHEN [Head/Total] = '1' THEN 'wysoki' END", "Head/Priority")
_EXPECTED = "[Rekord]\n| Pole | Wartość |\n| Podmiot | ALOZA |\n"


def run_example(
    *changes: tuple[str, str], encoding: str = "", kind: str = "XML", path: str = "/Order", mapping: str = _RUN
) -> str:
    """An example of several files: a map, and a case with a file that it reads."""
    xml = _XML
    for old, new in changes:
        xml = xml.replace(old, new)
    coded = f"kodowanie = {encoding}\n" if encoding else ""
    mapping = mapping.replace("z = XML", f"z = {kind}").replace("dokument = /Order", f"dokument = {path}")
    return (
        f'=== faktury.mapa\n{mapping}=== faktury.przypadek\nprzypadek "Plik"\nmapa = FAKTURY\n{coded}'
        f'[Plik]\n"""\n{xml}\n"""\n{_EXPECTED}'
    ).removesuffix("\n")


GOOD_RUN = run_example()
INVOICE_RUN = (
    f'=== zakupy.mapa\n{INVOICE}=== zakupy.przypadek\nprzypadek "Plik"\nmapa = ZAKUPY\n[Plik]\n"""\n'
    "<Order><Head><Number>ZAM/1</Number><Date>2026-03-02</Date><Buyer>ALOZA</Buyer></Head>"
    "<Line><Ean>5901234123457</Ean><Net>10.00</Net></Line></Order>"
    '\n"""\n[Rekord]\n| Pole | Wartość |\n| Numer dokumentu | ZAM/1 |'
)
AGAIN = (
    INVOICE_RUN.replace("dokument = /Order", "dokument = /Orders/Order")
    .replace(
        "<Order>",
        "<Orders>" + INVOICE_RUN[INVOICE_RUN.index("<Order>") : INVOICE_RUN.index('\n"""\n[Rekord]')] + "<Order>",
    )
    .replace("</Order>\n", "</Order></Orders>\n")
)


def json_example(documents: str) -> str:
    """An example of several files: a map of JSON, and a case with a file whose list of documents this is."""
    mapping = GOOD[: GOOD.index("[Pola]")].replace("z = XML", "z = JSON").replace("/Order", "faktury")
    fields = "| Cel | Źródło |\n| Numer dokumentu | nr |\n| Kwota | kwota |\n| Stan | 'do realizacji' |\n"
    return (
        f'=== faktury.mapa\n{mapping}[Pola]\n{fields}=== faktury.przypadek\nprzypadek "Plik"\nmapa = FAKTURY\n'
        f'[Plik]\n"""\n{{"faktury": {documents}}}\n"""\n[Rekord]\n| Pole | Wartość |\n| Kwota | 10,00 |'
    )


def csv_example(titles: str = "Number;Net", row: str = "ZAM/1;10.00") -> str:
    """An example of several files: a map of a CSV, and a case with a file of one row."""
    mapping = (
        GOOD[: GOOD.index("[Pola]")].replace("z = XML", "z = CSV").replace("dokument = /Order", "dokument = Number")
    )
    fields = "| Cel | Źródło |\n| Numer dokumentu | Number |\n| Kwota | Net |\n| Stan | 'do realizacji' |\n"
    return (
        f'=== faktury.mapa\n{mapping}[Pola]\n{fields}=== faktury.przypadek\nprzypadek "Plik"\nmapa = FAKTURY\n'
        f'[Plik]\n"""\n{titles}\n{row}\n"""\n[Rekord]\n| Pole | Wartość |\n| Kwota | 10,00 |'
    )


# --- records for templates

_PREPARE = """mapa "WYDRUK"
[Nagłówek]
nazwa = Zakup dla szablonu
kierunek = zapis
z = Faktury zakupu
do = zamowienie.xml
kształt = WYDRUK
[Pola]
| Cel | Źródło | Wymagane |
| Head/Number | Numer dokumentu | tak |
| Head/Buyer | [Podmiot NIP] | tak |
[Pozycje]
jako = Line
| Cel | Źródło | Wymagane |
| Quantity | Ilość | |
"""
_PRINT = """kształt "WYDRUK"
[Nagłówek]
nazwa = Wydruk
korzeń = Order
[Elementy]
| Ścieżka | Obecność | Ile | Postać | Pewność |
| Head | M | | | urzędowa |
| Head/Number | M | | X(35) | urzędowa |
| Head/Buyer | M | | X(13) | urzędowa |
| Line | M | n | | urzędowa |
| Line/Quantity | M | | R3 | urzędowa |
"""


def prepare_example(*changes: tuple[str, str]) -> str:
    """An example of a map that prepares, with its shape."""
    text = _PREPARE
    for old, new in changes:
        text = text.replace(old, new)
    return f"=== wydruk.ksztalt\n{_PRINT}=== wydruk.mapa\n{text}".removesuffix("\n")


PREPARE = prepare_example()
PREPARE_RUN = (
    PREPARE
    + """
=== wydruk.przypadek
przypadek "Zakup"
mapa = WYDRUK
[Dokument]
Numer dokumentu = ZAM/1
Data wystawienia = 2026-03-02
Podmiot = ALOZA
Podmiot NIP = 6736819308
[Pozycje faktury]
| Towar | Netto | Stawka VAT | Ilość |
| KAWA | 10,00 | 23 | 2,5 |
[Rekord]
| Pole | Wartość |
| Head/Number | ZAM/1 |"""
)
PREPARED_FILE = (
    PREPARE + """
=== zakup.json
{"type": "purchase_invoice", "number": "ZAM/1", "issue_date": "2026-03-02", "party": {"tax_id": "6736819308"}, """
    """"positions": [{"goods": {"code": "KAWA"}, "rate": "23", "net": "10.00"}]}
=== wydruk.przypadek
przypadek "Zakup"
mapa = WYDRUK
plik = zakup.json
[Rekord]
| Pole | Wartość |
| Head/Number | ZAM/1 |"""
)
