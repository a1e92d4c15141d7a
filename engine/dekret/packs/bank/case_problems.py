"""Problems of cases of bank formats."""

from dekret.text.diagnostic import Problem
from dekret.text.wording import Wording

_FORMAT = """format "PROSTY"
[Ogólne]
nazwa = Prosty
format do = eksport
kodowanie = Windows (1250)
separator pól = ";"
ogranicznik tekstu = '"'
format daty = RRRR-MM-DD
separator dziesiętny = ","
[Pozycje]
| Pole                          | Typ          | Wymagane |
|-------------------------------|--------------|----------|
| Data operacji                 | Liczba       | tak      |
| Kwota płatności               | Liczba <#.## | tak      |
| Pełny numer rachunku podmiotu | Tekst        | tak      |
| Nazwa podmiotu                | Tekst        |          |
"""
_BANK_CASE = """przypadek "przelew"
format = PROSTY
na dzień = 2026-01-15
[Zleceniodawca]
Nazwa = Bursztyn sp. z o.o.
Rachunek = 24101000000000123456789012
[Przelew]
Numer dokumentu = FZ/1/2026
Stan = do realizacji
Kwota = 123,00
Data realizacji = 2026-01-15
Rachunek podmiotu = 61114020044000000000001234
Podmiot Nazwa = Aloza sp. z o.o.
"""
_FILE = '''[Plik]
"""
2026-01-15;123,00;"61114020044000000000001234";"Aloza sp. z o.o."
"""
'''
_BANK_GOOD = f"=== prosty.format\n{_FORMAT}=== przelew.przypadek\n{_BANK_CASE}{_FILE}"

NO_RULE = Problem(
    "case/no-rule",
    Wording("Przypadek nie mówi, co sprawdza.", "The case does not say what it tries."),
    Wording(
        "Wpisz pod nagłówkiem schemat = SYMBOL, format = SYMBOL albo wyciąg = SYMBOL.",
        "Write 'schemat = SYMBOL', 'format = SYMBOL' or 'wyciąg = SYMBOL'.",
    ),
    bad=_BANK_GOOD.replace("format = PROSTY\n", ""),
    good=_BANK_GOOD,
)
NO_PAYMENTS = Problem(
    "case/no-payments",
    Wording("Przypadek formatu nie ma przelewu.", "The case of a format has no payment."),
    Wording("Dopisz sekcję [Przelew] albo tabelę [Przelewy].", "Add the section [Przelew] or the table [Przelewy]."),
    bad=_BANK_GOOD[: _BANK_GOOD.index("[Przelew]")] + _FILE,
    good=_BANK_GOOD,
)
NO_FILE = Problem(
    "case/no-file",
    Wording("Przypadek formatu nie mówi, co ma wyjść.", "The case of a format does not say what has to come out."),
    Wording(
        'Dopisz sekcję [Plik] z plikiem między wierszami """ albo [Odmowa].',
        'Add the section [Plik] with the file between lines of """, or [Odmowa].',
    ),
    bad=_BANK_GOOD[: _BANK_GOOD.index("[Plik]")],
    good=_BANK_GOOD,
)
FILE_WITH_REFUSAL = Problem(
    "case/file-with-refusal",
    Wording("Przypadek oczekuje i pliku, i odmowy.", "The case expects a file and a refusal, too."),
    Wording("Usuń sekcję [Plik] albo [Odmowa].", "Remove the section [Plik] or [Odmowa]."),
    bad=_BANK_GOOD + "[Odmowa]\nproblem = bank/too-long\n",
    good=_BANK_GOOD,
)
FILE_DIFFERS = Problem(
    "case/file-differs",
    Wording(
        "Wyszedł inny plik, niż oczekiwano: wiersz {row}, znak {column}.",
        "Another file came out than was expected: row {row}, character {column}.",
    ),
    Wording(
        "Popraw format albo, jeśli to plik jest dobry, sekcję [Plik].",
        "Correct the format or, if the file is right, the section [Plik].",
    ),
    bad=_BANK_GOOD.replace(";123,00;", ";123.00;"),
    good=_BANK_GOOD,
)
_FILLED = """format "PROSTY"
[Ogólne]
nazwa = Prosty
format do = eksport i import
kodowanie = Windows (1250)
zmienna szerokość pola = nie
format daty = RRRRMMDD
[Pozycje]
| Pole            | Typ          | Szerokość | Dopełnienie | Wymagane |
|-----------------|--------------|-----------|-------------|----------|
| Data operacji   | Liczba       | 8         |             | tak      |
| Kwota płatności | Liczba <#.## | 9         | "1"         | tak      |
"""
NOT_READ_BACK = Problem(
    "case/not-read-back",
    Wording(
        "Format ma także czytać, a własnego pliku nie odczytał: {reason}",
        "The format is to read, too, and did not read its own file: {reason}",
    ),
    Wording(
        "Popraw typy i szerokości pozycji, albo wpisz format do = eksport.",
        "Correct types and widths of the positions, or write format do = eksport.",
    ),
    bad=_BANK_GOOD.replace(_FORMAT, _FILLED).replace(
        '2026-01-15;123,00;"61114020044000000000001234";"Aloza sp. z o.o."', "20260115111112300"
    ),
    good=_BANK_GOOD,
)
REMARKS_DIFFER = Problem(
    "case/remarks-differ",
    Wording("Ostrzeżenia są inne: {found} zamiast {expected}.", "The warnings are others: {found}, not {expected}."),
    Wording(
        "Popraw format, dane przypadku albo klucz „ostrzeżenia”; bez niego ostrzeżeń się nie sprawdza.",
        "Correct the format, the data of the case or the key 'ostrzeżenia'; without it warnings are not looked at.",
    ),
    bad=_BANK_GOOD.replace("[Plik]\n", "[Plik]\nostrzeżenia = bank/shortened\n"),
    good=_BANK_GOOD.replace("[Plik]\n", "[Plik]\nostrzeżenia = brak\n"),
)

PROBLEMS: tuple[Problem, ...] = tuple(found for found in list(globals().values()) if isinstance(found, Problem))
"""All problems of this module, in order."""
