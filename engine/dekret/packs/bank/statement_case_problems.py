"""Problems of cases of formats that read."""

from dekret.text.diagnostic import Problem
from dekret.text.wording import Wording

_FORMAT = """format "WYCIAG"
[Ogólne]
nazwa = Wyciąg
format do = import
kodowanie = Latin II
rodzaj pliku = MT940
[MT940]
postać pola 86 = ~
[Pole 86]
| Postać | Znacznik | Pole           |
|--------|----------|----------------|
| ~      | 20-25    | Tytuł przelewu |
| ~      | 32-33    | Nazwa podmiotu |
"""
_FILE = '''[Plik]
"""
:20:MT940
:25:/PL24101000000000123456789012
:28C:7/1
:60F:C260114PLN1000,00
:61:2601150115D123,00NTRFNONREF//BR0001
:86:020~20FV 1/2026~32ODBIORCA TESTOWY
:62F:C260115PLN877,00
-
"""
'''
_EXPECTED = """[Wyciąg]
rachunek = 24101000000000123456789012
numer = 7
saldo początkowe = 1000,00
saldo końcowe = 877,00
ostrzeżenia = brak
[Pozycje wyciągu]
| Data księgowania | Kwota   | Tytuł     | Inne dane    |
|------------------|---------|-----------|--------------|
| 2026-01-15       | -123,00 | FV 1/2026 | kod=020      |
"""
_CASE = 'przypadek "tylda"\nformat = WYCIAG\n'
_GOOD = f"=== wyciag.format\n{_FORMAT}=== wyciag.przypadek\n{_CASE}{_FILE}{_EXPECTED}"

NO_FILE_TO_READ = Problem(
    "case/no-file-to-read",
    Wording("Przypadek nie ma pliku do odczytania.", "The case has no file to be read."),
    Wording(
        'Dopisz sekcję [Plik] z plikiem banku między wierszami """.',
        'Add the section [Plik] with the file of the bank between lines of """.',
    ),
    bad=_GOOD.replace(_FILE, ""),
    good=_GOOD,
)
FILE_NOT_ENCODABLE = Problem(
    "case/file-not-encodable",
    Wording(
        "Kodowanie {encoding} nie ma znaku „{character}”, więc takiego pliku bank by nie dał.",
        "The encoding {encoding} does not have '{character}': no bank would give such a file.",
    ),
    Wording(
        r"Zmień znak albo kodowanie formatu; dowolny bajt to \xHH, np. \x01.",
        r"Change the character or the encoding of the format; any byte is \xHH, such as \x01.",
    ),
    bad=_GOOD.replace("ODBIORCA", "☎"),
    good=_GOOD.replace("ODBIORCA", "ŁÓDŹ"),
)
STATEMENT_DIFFERS = Problem(
    "case/statement-differs",
    Wording("Z pliku wyszło co innego: {key} = {found}.", "Another value came out of the file: {key} = {found}."),
    Wording(
        "Popraw format albo, jeśli plik czytany jest dobrze, sekcję [Wyciąg].",
        "Correct the format or, if the file is read right, the section [Wyciąg].",
    ),
    bad=_GOOD.replace("saldo końcowe = 877,00", "saldo końcowe = 876,00"),
    good=_GOOD,
)
LINE_DIFFERS = Problem(
    "case/statement-line-differs",
    Wording(
        "Pozycja {number}, {field}: wyszło „{found}” zamiast „{expected}”.",
        "Line {number}, {field}: '{found}' came out, not '{expected}'.",
    ),
    Wording(
        "Popraw format albo, jeśli plik czytany jest dobrze, tę komórkę; pusta znaczy: wszystko jedno.",
        "Correct the format or, if the file is read right, this cell; an empty one means: no matter what.",
    ),
    bad=_GOOD.replace("| FV 1/2026 |", "| FV 2/2026 |"),
    good=_GOOD,
)
LINE_COUNT_DIFFERS = Problem(
    "case/statement-line-count",
    Wording(
        "Plik ma pozycji {found}, a przypadek oczekuje {expected}.", "The file has {found} lines, {expected} expected."
    ),
    Wording(
        "Wpisz w [Pozycje wyciągu] wszystkie pozycje pliku, po kolei.",
        "Write all lines of the file into [Pozycje wyciągu], in order.",
    ),
    bad=_GOOD + "| 2026-01-15 | -1,00 | | |\n",
    good=_GOOD,
)
LINE_UNREAD = Problem(
    "case/line-unread",
    Wording("Wiersza {row} pliku nie odczytano: {reason}", "Line {row} of the file was not read: {reason}"),
    Wording(
        "Popraw plik albo format; jeśli tak ma być, wpisz identyfikator w kluczu „ostrzeżenia”.",
        "Correct the file or the format; if it is meant, write its id in the key 'ostrzeżenia'.",
    ),
    bad=_GOOD.replace("0115D123", "0115X123"),
    good=_GOOD,
)

PROBLEMS: tuple[Problem, ...] = tuple(found for found in list(globals().values()) if isinstance(found, Problem))
"""All problems of this module, in order."""
