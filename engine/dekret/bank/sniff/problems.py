"""Why no format can be proposed for a file: what a bank does not send as rows, and rows that tell nothing."""

from dekret.text.diagnostic import Problem
from dekret.text.wording import Wording

GOOD_SAMPLE = "próbka: Data;Kwota;Tytul\n2026-01-15;123,00;FV 1/2026\n2026-01-16;-23,50;czynsz\n"
EMPTY = Problem(
    "bank/sniff-empty",
    Wording("Plik jest pusty.", "The file is empty."),
    Wording("Pobierz z banku wyciąg, w którym są operacje.", "Get a statement with lines from the bank."),
    bad="próbka: \n \n",
    good=GOOD_SAMPLE,
)
BINARY = Problem(
    "bank/sniff-binary",
    Wording("To nie jest plik tekstowy: {kind}.", "It is no text file: {kind}."),
    Wording(
        "Pobierz z banku wyciąg jako CSV albo MT940; arkusz zapisz w programie, który go otwiera, jako CSV.",
        "Get the statement as CSV or MT940 from the bank; save a sheet as CSV in the program that opens it.",
    ),
    bad="próbka: PK\x03\x04\x14\0\0\0",
    good=GOOD_SAMPLE,
)
UTF16 = Problem(
    "bank/sniff-utf16",
    Wording("Plik jest w UTF-16, którego formaty nie czytają.", "The file is in UTF-16, which formats do not read."),
    Wording(
        "Zapisz go w edytorze jako UTF-8 (Plik → Zapisz jako → Kodowanie) albo wybierz w banku inne kodowanie.",
        "Save it as UTF-8 in an editor (File → Save as → Encoding), or choose another encoding in the bank.",
    ),
    bad="próbka: \xff\xfeD\0a\0t\0a\0",
    good=GOOD_SAMPLE,
)
XML = Problem(
    "bank/sniff-xml",
    Wording("To jest plik {kind}, a nie wiersze z polami.", "This is {kind}, not rows of fields."),
    Wording("Pobierz z banku wyciąg jako CSV albo MT940.", "Get the statement as CSV or MT940 from the bank."),
    bad='próbka: <?xml version="1.0"?>\n<Document/>\n',
    good=GOOD_SAMPLE,
)
NO_ROWS = Problem(
    "bank/sniff-no-rows",
    Wording(
        "Nie widać operacji: żaden wiersz nie ma osobno daty i kwoty, ani po średniku, przecinku, tabulatorze lub "
        "kresce, ani w stałych kolumnach.",
        "There are no lines: no row has a date and an amount apart, neither by semicolon, comma, tab or bar nor in "
        "columns of fixed width.",
    ),
    Wording(
        "Wskaż plik, w którym są operacje; jeśli pola oddziela inny znak, napisz format sam (dekret new format).",
        "Name a file with lines; where another character parts the fields, write the format (dekret new format).",
    ),
    bad="próbka: Szanowna Pani,\nwyciag przeslemy jutro.\n",
    good=GOOD_SAMPLE,
)
DATE_AND_TIME = Problem(
    "bank/sniff-date-and-time",
    Wording(
        "Za datą i godziną stoi coś jeszcze („{text}”), czego formaty nie czytają.",
        "Behind date and time something else stands ('{text}') that formats do not read.",
    ),
    Wording(
        "Wybierz w banku plik z samą datą albo usuń to, co za godziną, w edytorze.",
        "Choose a file of the bank with the date alone, or take away what is behind the time in an editor.",
    ),
    bad="próbka: 2026-01-15 12:30:01 CET;123,00\n2026-01-16 08:00:10 CET;-23,50\n",
    good=GOOD_SAMPLE,
)
ODD_AMOUNTS = Problem(
    "bank/sniff-odd-amounts",
    Wording(
        "Kwoty mają za liczbą znak albo litery, które nie są walutą, albo długi minus („{text}”); formaty takich nie "
        "czytają.",
        "Amounts have a sign or letters behind them that are no currency, or a long minus ('{text}'); formats do not "
        "read them.",
    ),
    Wording(
        "Wybierz w banku plik z samymi liczbami albo zamień te znaki w edytorze.",
        "Choose a file of the bank with bare numbers, or replace the characters in an editor.",
    ),
    bad="próbka: 2026-01-15;123,00-\n2026-01-16;23,50-\n",
    good=GOOD_SAMPLE,
)
SEVERAL_ROWS = Problem(
    "bank/sniff-several-rows",
    Wording(
        "Operacja zajmuje tu kilka wierszy: za wierszem z datą i kwotą stoją dalsze, w stałej kolejności.",
        "A line takes several rows here: those with date and amount are followed by others in a fixed order.",
    ),
    Wording(
        "Takiego formatu nie da się zaproponować; napisz go sam, z „nowy wiersz” w kolumnie Opcje.",
        "Such a format cannot be proposed; write it yourself, with 'nowy wiersz' in the column Opcje.",
    ),
    bad="próbka: " + "P;2026-01-15;123,00\nT;FV 1/2026;x\n" * 3,
    good=GOOD_SAMPLE,
)

PROBLEMS: tuple[Problem, ...] = tuple(found for found in list(globals().values()) if isinstance(found, Problem))
"""All problems of this module, in order."""
