"""Problems of formats whose files are MT940."""

from dekret.bank.problem_examples import GOOD
from dekret.text.diagnostic import Problem, Severity
from dekret.text.wording import Wording

MT940_FORMAT = """format "WYCIAG"
[Ogólne]
nazwa = Wyciąg
format do = import
kodowanie = Latin II
rodzaj pliku = MT940
[MT940]
postać pola 86 = ~
[Pole 86]
| Postać | Znacznik | Pole           | Warunek kodu |
|--------|----------|----------------|--------------|
| ~      | 20-25    | Tytuł przelewu |              |
| ~      | 32-33    | Nazwa podmiotu |              |
"""
_ROW = "| ~      | 32-33    | Nazwa podmiotu |              |\n"

BAD_CODES = Problem(
    "bank/mt940-codes",
    Wording("„{text}” to nie kody operacji.", "'{text}' are no codes of operations."),
    Wording("Wpisz kody po przecinku: 114, 115.", "Write codes with commas between: 114, 115."),
    bad=MT940_FORMAT + "| ~ | 38 | Rachunek podmiotu IBAN | kody kart |\n",
    good=MT940_FORMAT + "| ~ | 38 | Rachunek podmiotu IBAN | 114, 115 |\n",
)
SECTION_OF_RECORDS = Problem(
    "bank/mt940-section-of-records",
    Wording(
        "Format plików MT940 nie ma sekcji [{name}]: pola wyznaczają w nich znaczniki, a nie pozycje.",
        "A format of MT940 files has no section [{name}]: tags tell its fields, not positions.",
    ),
    Wording("Usuń sekcję; pole 86 opisuje [Pole 86].", "Remove it; field 86 is told in [Pole 86]."),
    bad=MT940_FORMAT + "[Pozycje]\n| Pole | Typ |\n|---|---|\n| Kwota płatności | Liczba <#.## |\n",
    good=MT940_FORMAT,
)
SECTION_OF_MT940 = Problem(
    "bank/mt940-section-elsewhere",
    Wording("Sekcja [{name}] dotyczy tylko plików MT940.", "The section [{name}] is of MT940 files alone."),
    Wording(
        "Usuń ją albo wpisz w [Ogólne] rodzaj pliku = MT940.", "Remove it, or write rodzaj pliku = MT940 in [Ogólne]."
    ),
    bad=GOOD + "[MT940]\nkoperta = wykryj\n",
    good=GOOD,
)
NOT_WRITTEN = Problem(
    "bank/mt940-not-written",
    Wording("Wyciągów MT940 się nie zapisuje: daje je bank.", "Statements in MT940 are not written: banks make them."),
    Wording("Wpisz format do = import.", "Write format do = import."),
    bad=MT940_FORMAT.replace("= import", "= eksport i import"),
    good=MT940_FORMAT,
)
KEY_OF_RECORDS = Problem(
    "bank/mt940-key-of-records",
    Wording("Klucz „{name}” nic nie znaczy w pliku MT940.", "The key '{name}' means nothing in an MT940 file."),
    Wording(
        "Usuń go: kwoty, daty i znaki MT940 wyznacza standard.", "Remove it: the standard lays down amounts and dates."
    ),
    bad=MT940_FORMAT.replace("rodzaj pliku", "format daty = RRMMDD\nrodzaj pliku"),
    good=MT940_FORMAT,
    severity=Severity.WARNING,
)
NO_ROWS = Problem(
    "bank/mt940-no-rows",
    Wording(
        "Tabela [Pole 86] nie ma wierszy tej postaci: nie wiadomo, co znaczą podpola.",
        "The table [Pole 86] has no rows of this form: nothing tells what its subfields mean.",
    ),
    Wording(
        "Dopisz wiersze, oprzyj format na MT940 (na podstawie = MT940) albo wpisz postać pola 86 = tekst.",
        "Add rows, base the format on MT940 ('na podstawie = MT940'), or write 'postać pola 86 = tekst'.",
    ),
    bad=MT940_FORMAT.replace("postać pola 86 = ~", "postać pola 86 = etykiety"),
    good=MT940_FORMAT.replace("postać pola 86 = ~", "postać pola 86 = tekst"),
)
BAD_MARK = Problem(
    "bank/mt940-bad-mark",
    Wording("„{mark}” nie jest znacznikiem tej postaci.", "'{mark}' is no mark of this form."),
    Wording(
        "Podpola mają dwie cyfry (31, 20-25), słowa kluczowe stoją w ukośnikach (/BENM/), etykiety mają litery (TYT.);"
        " w każdej postaci jest też: kod, początek.",
        "Subfields have two digits (31, 20-25), keywords stand in slashes (/BENM/), labels have letters (TYT.);"
        " any form has besides: 'kod', 'początek'.",
    ),
    bad=MT940_FORMAT.replace("20-25", "25-20"),
    good=MT940_FORMAT,
)
MARK_TWICE = Problem(
    "bank/mt940-mark-twice",
    Wording("Znacznik {mark} jest w tabeli drugi raz.", "The mark {mark} is in the table twice."),
    Wording(
        "Zostaw jeden wiersz albo podaj w drugim Warunek kodu.", "Leave one row, or give the other its 'Warunek kodu'."
    ),
    bad=MT940_FORMAT + "| ~ | 25 | Nazwa podmiotu | |\n",
    good=MT940_FORMAT + "| ~ | 25 | Nazwa podmiotu | 114 |\n",
)
FIELD_NOT_IN_86 = Problem(
    "bank/mt940-field-not-in-86",
    Wording(
        "Pole {name} nie pochodzi z pola 86: daty, kwoty, rachunek i salda mają w MT940 własne pola.",
        "The field {name} does not come from field 86: dates, amounts, account, balances have fields of their own.",
    ),
    Wording(
        "Wpisz pole tekstowe pozycji (Tytuł przelewu, Nazwa podmiotu, Referencja banku …) albo Inne informacje.",
        "Name a text of a line ('Tytuł przelewu', 'Nazwa podmiotu', 'Referencja banku' …), or 'Inne informacje'.",
    ),
    bad=MT940_FORMAT.replace(_ROW, _ROW.replace("Nazwa podmiotu", "Saldo końcowe ")),
    good=MT940_FORMAT,
)

PROBLEMS: tuple[Problem, ...] = tuple(found for found in list(globals().values()) if isinstance(found, Problem))
"""All problems of this module, in order."""
