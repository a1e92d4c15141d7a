"""Problems of files that a format cannot read (002:1463–1505)."""

from dekret.bank.problem_examples import GOOD_FILE, read
from dekret.text.diagnostic import Problem
from dekret.text.wording import Wording

END_OF_FILE = Problem(
    "bank/end-of-file",
    Wording(
        "Nie można odczytać wartości pola – niespodziewany koniec pliku",
        "The value of a field cannot be read: the file ends unexpectedly",
    ),
    Wording(
        "Sprawdź szerokości pól i klucz „zmienna szerokość pola”.",
        "See to the widths of the fields and the key 'zmienna szerokość pola'.",
    ),
    bad=read("2026011")
    .replace("[Pozycje]", "zmienna szerokość pola = nie\n[Pozycje]")
    .replace("| Data dokumentu | Liczba | | |", "| Data dokumentu | Liczba | | 8 |")
    .replace("Liczba <#.## | | |", "Liczba <#.## | | 9 |"),
    good=GOOD_FILE,
)
NO_SEPARATOR = Problem(
    "bank/no-separator",
    Wording("Błąd w importowanym wierszu – brak separatora pól.", "Error in an imported row: no field separator."),
    Wording(
        "Sprawdź separator pól; albo format ma więcej pozycji niż wiersz pól.",
        "See to the field separator; or the format has more positions than the row has fields.",
    ),
    bad=read("20260115;12300"),
    good=GOOD_FILE,
)
NO_RIGHT_DELIMITER = Problem(
    "bank/no-right-delimiter",
    Wording(
        "Błąd w importowanym wierszu – brak prawego ogranicznika tekstu.",
        "Error in an imported row: no right text delimiter.",
    ),
    Wording(
        "Sprawdź ogranicznik tekstu i typy pozycji (Tekst, Liczba).",
        "See to the text delimiter and the types of the positions (Tekst, Liczba).",
    ),
    bad=read('20260115,"12300'),
    good=GOOD_FILE,
)
TOO_MANY_FIELDS = Problem(
    "bank/too-many-fields",
    Wording(
        "Wiersz ma więcej pól, niż format pozycji ({fields}).", "The row has more fields than the format ({fields})."
    ),
    Wording(
        "Dopisz pozycje (Inne informacje przyjmuje wszystko) albo popraw separator pól.",
        "Add positions (Inne informacje takes anything), or correct the field separator.",
    ),
    bad=read("20260115,12300,PLN"),
    good=GOOD_FILE,
)
TOO_MANY_PARTS = Problem(
    "bank/too-many-parts",
    Wording("Pole {name} ma więcej części, niż format.", "The field {name} has more parts than the format."),
    Wording("Dopisz pozycje łączone znakiem podziału.", "Add positions joined by the part separator."),
    bad=read('20260115,12300,"a|b|c"').replace(
        "===", "| Nazwa podmiotu 1 | Tekst | | | | |\n| Nazwa podmiotu 2 | Tekst | | | łącz: znak podziału | |\n==="
    ),
    good=GOOD_FILE,
)
OTHER_CONSTANT = Problem(
    "bank/other-constant",
    Wording("Jest tu „{found}”, a format ma stałą „{expected}”.", "Here is '{found}'; the format has '{expected}'."),
    Wording(
        "Wybierz format tego pliku; wartości bez znaczenia to pole Inne informacje.",
        "Choose the format of this file; values of no concern are the field Inne informacje.",
    ),
    bad=read("20260115,12300,120").replace("===", "| Stała wartość | Liczba | 110 | | | |\n==="),
    good=GOOD_FILE,
)
NOT_A_DATE = Problem(
    "bank/not-a-date",
    Wording("Pole {name}: „{text}” nie jest datą {mask}.", "The field {name}: '{text}' is no date {mask}."),
    Wording("Popraw format daty albo kolejność pozycji.", "Correct the date mask or the order of positions."),
    bad=read("2026-01-15,12300"),
    good=GOOD_FILE,
)
NOT_AN_AMOUNT = Problem(
    "bank/not-an-amount",
    Wording("Pole {name}: „{text}” nie jest kwotą.", "The field {name}: '{text}' is no amount."),
    Wording(
        "Popraw separator dziesiętny i separator tysięcy; kwoty w groszach: separator dziesiętny = brak.",
        "Correct the decimal and the thousands separator; for amounts in grosze: 'separator dziesiętny = brak'.",
    ),
    bad=read("20260115,123.00"),
    good=GOOD_FILE,
)
BAD_BYTE = Problem(
    "bank/bad-byte",
    Wording("Kodowanie {encoding} nie ma tego bajtu.", "The encoding {encoding} does not have this byte."),
    Wording("Popraw kodowanie formatu.", "Correct the encoding of the format."),
    bad=read("20260115,12300,ł").replace("Latin II", "Flat").replace("===", "| Waluta | Liczba | | | | |\n==="),
    good=GOOD_FILE,
)

NO_HEADER_END = Problem(
    "bank/no-header-end",
    Wording(
        "W pliku nie ma wiersza „{pattern}”, który kończy nagłówek: nie odczytano niczego.",
        "The file has no row '{pattern}', which ends the header: nothing was read.",
    ),
    Wording(
        "Popraw klucz „nagłówek do” albo wybierz inny format.",
        "Correct the key 'nagłówek do', or choose another format.",
    ),
    bad=read("20260115,12300").replace("[Pozycje]", 'nagłówek do = "Data;%"\n[Pozycje]'),
    good=read("Data;Kwota\n20260115,12300").replace("[Pozycje]", 'nagłówek do = "Data;%"\n[Pozycje]'),
)
REQUIRED_EMPTY = Problem(
    "bank/required-empty",
    Wording(
        "Właściwość [{name}] jest wymagana i musi zostać wypełniona.", "The property [{name}] is required and is empty."
    ),
    Wording(
        "Sprawdź wiersz w pliku banku albo zmień kolumnę Wymagane w formacie.",
        "See to the row in the bank's file, or change the column Wymagane of the format.",
    ),
    bad=read('20260115,12300,""').replace("===", "| Tytuł przelewu | Tekst | | | | tak |\n==="),
    good=read('20260115,12300,"FV 1"').replace("===", "| Tytuł przelewu | Tekst | | | | tak |\n==="),
)

PROBLEMS: tuple[Problem, ...] = tuple(found for found in list(globals().values()) if isinstance(found, Problem))
"""All problems of this module, in order."""
