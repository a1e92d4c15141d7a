"""Problems of bank formats and of payments that leave by them (002:1442–1505)."""

from dekret.text.diagnostic import Problem, Severity
from dekret.text.wording import Wording

_HEAD = """format "BANK"
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
_ROWS = """| Data operacji | Liczba | | 8 | | tak |
| Kwota płatności | Liczba <#.## | | 15 | | tak |
| Pełny numer rachunku podmiotu | Tekst | | 34 | | tak |
| Nazwa podmiotu 1 | Tekst | | 35 | | |
| Opis do banku (pierwsza linijka) | Tekst | | 35 | | |
"""
_EXPORT = _HEAD.format(use="eksport")
_GOOD = _EXPORT + _ROWS
_IMPORT = _HEAD.format(use="import")
_READ = _IMPORT + "| Data dokumentu | Liczba | | | | |\n| Kwota płatności | Liczba <#.## | | | | |\n"
_NEXT = "===\n"
_PAYMENT = """{"number": "FZ/1/2026", "state": "approved", "amount": "123.00", "execution_date": "2026-01-15",
 "account": "61114020044000000000001234", "party": {"name": "Aloza sp. z o.o."}, "description": ["FV 1/2026"]}
"""
_SENT = _GOOD + _NEXT + _PAYMENT


def _payment(old: str, new: str) -> str:
    """The example with another payment."""
    assert old in _PAYMENT
    return _GOOD + _NEXT + _PAYMENT.replace(old, new)


# --- cells

BAD_SEPARATOR = Problem(
    "bank/bad-separator",
    Wording("„{text}” nie jest separatorem.", "'{text}' is no separator."),
    Wording(
        'Wpisz znak w cudzysłowie (";"), nazwę <Enter>, <Tab>, <Spacja>, albo: brak.',
        'Write a quoted character (";"), a name <Enter>, <Tab>, <Space>, or: none.',
    ),
    bad=_GOOD.replace('separator pól = ","', "separator pól = przecinki"),
    good=_GOOD,
)
BAD_DATE_MASK = Problem(
    "bank/bad-date-mask",
    Wording("„{text}” nie jest maską daty.", "'{text}' is no mask of a date."),
    Wording(
        "Maska ma rok RRRR albo RR, miesiąc MM, dzień DD i dowolne separatory: RRRRMMDD, DD-MM-RR.",
        "A mask has the year RRRR or RR, the month MM, the day DD and any separators: RRRRMMDD, DD-MM-RR.",
    ),
    bad=_GOOD.replace("RRRRMMDD", "RRRRMM"),
    good=_GOOD,
)

# --- the structure of a format

NO_DATE_POSITION = Problem(
    "bank/no-date-position",
    Wording(
        "Błąd analizy struktury formatu: Format nie zawiera pozycji określającej datę dokumentu",
        "The structure of the format: it has no position for the date of the document",
    ),
    Wording("Dopisz pozycję Data dokumentu.", "Add the position Data dokumentu."),
    bad=_READ.replace("Data dokumentu", "Inne informacje"),
    good=_READ,
)
NO_AMOUNT_POSITION = Problem(
    "bank/no-amount-position",
    Wording(
        "Błąd analizy struktury formatu: Format nie zawiera pozycji określającej kwotę płatności",
        "The structure of the format: it has no position for the amount",
    ),
    Wording("Dopisz pozycję Kwota płatności.", "Add the position Kwota płatności."),
    bad=_READ.replace("Kwota płatności", "Inne informacje"),
    good=_READ,
)
NO_DELIMITER = Problem(
    "bank/no-delimiter",
    Wording(
        "Błąd analizy struktury formatu: Nie ustawiony ogranicznik tekstu przy zmiennej szerokości kolumn.",
        "The structure of the format: no text delimiter although columns vary in width.",
    ),
    Wording(
        "Wpisz ogranicznik tekstu = '\"', albo zmień typ pól z Tekst na Liczba.",
        "Write ogranicznik tekstu = '\"', or change the type of the fields from Tekst to Liczba.",
    ),
    bad=_GOOD.replace("ogranicznik tekstu = '\"'\n", ""),
    good=_GOOD,
)
DECIMAL_IS_FIELD_SEPARATOR = Problem(
    "bank/decimal-is-field-separator",
    Wording(
        "Błąd analizy struktury formatu: Separator dziesiętny ma wartość identyczną jak separator pól przy zmiennej "
        "szerokości kolumn.",
        "The structure of the format: the decimal separator is the field separator, too, and columns vary in width.",
    ),
    Wording(
        "Zmień jeden z nich albo daj kwocie typ Tekst, w ogranicznikach.",
        "Change one of them, or give the amount the type Tekst, within delimiters.",
    ),
    bad=_GOOD.replace("format daty", 'separator dziesiętny = ","\nformat daty'),
    good=_GOOD,
)
THOUSANDS_IS_DECIMAL = Problem(
    "bank/thousands-is-decimal",
    Wording(
        "Separator tysięcy i separator dziesiętny to ten sam znak {character}.",
        "The thousands separator and the decimal separator are the same {character}.",
    ),
    Wording("Zmień jeden z nich.", "Change one of them."),
    bad=_GOOD.replace("format daty", 'separator dziesiętny = "."\nseparator tysięcy = "."\nformat daty'),
    good=_GOOD,
)
FOOTER_IN_IMPORT = Problem(
    "bank/footer-in-import",
    Wording("Błąd analizy struktury formatu: Format zawiera stopkę.", "The structure of the format: it has a footer."),
    Wording(
        "Format, którym czyta się pliki, nie może mieć sekcji [Stopka]; usuń ją.",
        "A format that files are read by cannot have the section [Stopka]; remove it.",
    ),
    bad=_READ + "[Stopka]\n| Pole | Typ | Wartość |\n|---|---|---|\n| Stała wartość | Liczba | KONIEC |\n",
    good=_READ,
)
NO_POSITIONS = Problem(
    "bank/no-positions",
    Wording("Format nie ma ani jednej pozycji.", "The format has no position."),
    Wording("Dopisz wiersze tabeli w sekcji [Pozycje].", "Add rows to the table in the section [Pozycje]."),
    bad=_EXPORT,
    good=_GOOD,
)
NO_FIELD_SEPARATOR = Problem(
    "bank/no-field-separator",
    Wording(
        "Pola mają zmienną szerokość, a nic ich nie oddziela.", "Fields vary in width and nothing stands between them."
    ),
    Wording(
        "Wpisz separator pól albo zmienna szerokość pola = nie i szerokości pozycji.",
        "Give a separator pól, or zmienna szerokość pola = nie and the widths of the positions.",
    ),
    bad=_GOOD.replace('separator pól = ","', "oddzielaj pola = nie"),
    good=_GOOD,
)
NO_DATE_MASK = Problem(
    "bank/no-date-mask",
    Wording("Format ma pozycję z datą, a nie mówi, jak ją zapisać.", "The format has a date and no mask for it."),
    Wording("Wpisz format daty, np. RRRRMMDD.", "Write format daty, such as RRRRMMDD."),
    bad=_GOOD.replace("format daty = RRRRMMDD\n", ""),
    good=_GOOD,
)
NOTHING_REQUIRED = Problem(
    "bank/nothing-required",
    Wording(
        "Żadna pozycja nie jest wymagana, więc przelew bez rachunku też trafi do pliku.",
        "No position is required, so a payment without an account would be written, too.",
    ),
    Wording("Wpisz Wymagane = tak przy kwocie, dacie i rachunku.", "Set Wymagane = tak for amount, date and account."),
    bad=_GOOD.replace("| tak |", "| |"),
    good=_GOOD,
    severity=Severity.WARNING,
)
HEADER_COUNT = Problem(
    "bank/header-count",
    Wording(
        "Klucz „wierszy nagłówka” mówi o {stated}, a sekcja [Nagłówek] ma ich {lines}.",
        "The key 'wierszy nagłówka' says {stated}; the section [Nagłówek] has {lines}.",
    ),
    Wording("Popraw liczbę albo dopisz wiersze nagłówka.", "Correct the number or add rows to the header."),
    bad=_GOOD.replace("format daty", "wierszy nagłówka = 2\nformat daty"),
    good=_GOOD,
)

# --- positions

FIRST_JOINED = Problem(
    "bank/first-joined",
    Wording("Pierwsza pozycja nie ma z czym się łączyć.", "The first position has nothing to be joined with."),
    Wording("Zostaw kolumnę Opcje pustą: nowe pole.", "Leave the column Opcje empty: a new field."),
    bad=_EXPORT + _ROWS.replace("| | 8 | |", "| | 8 | łącz |"),
    good=_GOOD,
)
JOIN_WITHOUT_SEPARATOR = Problem(
    "bank/join-without-separator",
    Wording(
        "Pole składa się z części, a format nie mówi, co je oddziela.",
        "The field has parts, and the format does not say what stands between them.",
    ),
    Wording('Wpisz w [Ogólne] sekwencja podziału pola = "|".', 'Write sekwencja podziału pola = "|" in [Ogólne].'),
    bad=_GOOD.replace('sekwencja podziału pola = "|"\n', "").replace(
        "(pierwsza linijka) | Tekst | | 35 | |", "(pierwsza linijka) | Tekst | | 35 | łącz: znak podziału |"
    ),
    good=_GOOD,
)
JOIN_NOT_READABLE = Problem(
    "bank/join-not-readable",
    Wording(
        "Pól połączonych bez znaku podziału nie da się rozdzielić przy odczycie: całość trafi do pierwszego.",
        "Positions joined without a part separator cannot be told apart when read: all goes to the first.",
    ),
    Wording(
        "Połącz je znakiem podziału albo zostaw format tylko do eksportu.",
        "Join them by the part separator, or let the format be for export alone.",
    ),
    bad=_READ + "| Nazwa podmiotu 1 | Tekst | | | | |\n| Nazwa podmiotu 2 | Tekst | | | łącz: spacja | |\n",
    good=_READ,
    severity=Severity.WARNING,
)
DUPLICATE_FIELD = Problem(
    "bank/duplicate-field",
    Wording("Pole {name} jest w rekordzie drugi raz.", "The field {name} is in the record twice."),
    Wording("Jeśli to pomyłka, usuń pozycję albo zmień nazwę pola.", "If it is a slip, remove it or change the name."),
    bad=_GOOD + "| Nazwa podmiotu 1 | Tekst | | 35 | | |\n",
    good=_GOOD + "| Nazwa podmiotu 2 | Tekst | | 35 | | |\n",
    severity=Severity.WARNING,
)
NOT_IN_FILE_ROW = Problem(
    "bank/not-in-file-row",
    Wording(
        "{name} to pole przelewu, a nagłówek i stopka są jedne na plik.",
        "{name} belongs to a payment; header and footer are those of the file.",
    ),
    Wording(
        "Użyj pola pliku (Suma kwot, Liczba przelewów, Data pliku) albo zleceniodawcy.",
        "Use a field of the file (Suma kwot, Liczba przelewów, Data pliku) or of the payer.",
    ),
    bad=_GOOD + "[Stopka]\n| Pole | Typ |\n|---|---|\n| Kwota płatności | Liczba <#.## |\n",
    good=_GOOD + "[Stopka]\n| Pole | Typ |\n|---|---|\n| Suma kwot | Liczba <#.## |\n",
)
NOT_IN_RECORD = Problem(
    "bank/not-in-record",
    Wording(
        "{name} jest znane dopiero na końcu pliku, a nie w rekordzie przelewu.",
        "{name} is known at the end of the file, not in the record of a payment.",
    ),
    Wording("Przenieś pozycję do sekcji [Nagłówek] albo [Stopka].", "Move the position to [Nagłówek] or [Stopka]."),
    bad=_GOOD + "| Suma kwot | Liczba <#.## | | | | |\n",
    good=_GOOD,
)
VALUE_NOT_USED = Problem(
    "bank/value-not-used",
    Wording(
        "Pole {name} bierze wartość z przelewu; „{value}” nie zostanie użyte.",
        "The field {name} takes its value from the payment; '{value}' is not used.",
    ),
    Wording("Usuń wartość albo zmień pole na Stała wartość.", "Remove the value, or make the field a Stała wartość."),
    bad=_GOOD.replace("| Nazwa podmiotu 1 | Tekst | |", "| Nazwa podmiotu 1 | Tekst | Aloza |"),
    good=_GOOD,
    severity=Severity.WARNING,
)
VALUE_NEEDED = Problem(
    "bank/value-needed",
    Wording("Pole {name} nie ma wartości.", "The field {name} has no value."),
    Wording("Wpisz ją w kolumnie Wartość.", "Write it in the column Wartość."),
    bad=_GOOD + "| Wyrażenie | Tekst | | | | |\n",
    good=_GOOD + "| Wyrażenie | Tekst | 'FV ' + @NumerDokumentu | | | |\n",
)
CONSTANT_TOO_WIDE = Problem(
    "bank/constant-too-wide",
    Wording(
        "Stała wartość „{value}” ma znaków {length}, a szerokość pozycji to {width}.",
        "The constant '{value}' has {length} characters; the width of the position is {width}.",
    ),
    Wording("Skróć wartość albo zwiększ szerokość.", "Shorten the value or widen the position."),
    bad=_GOOD + "| Stała wartość | Liczba | 1100 | 3 | | |\n",
    good=_GOOD + "| Stała wartość | Liczba | 110 | 3 | | |\n",
)
UNENCODABLE_CONSTANT = Problem(
    "bank/unencodable-constant",
    Wording("Kodowanie {encoding} nie ma znaku „{character}”.", "The encoding {encoding} does not have '{character}'."),
    Wording("Zmień stałą albo kodowanie.", "Change the constant or the encoding."),
    bad=_GOOD + "| Stała wartość | Tekst | ☎ | | | |\n",
    good=_GOOD + "| Stała wartość | Tekst | tel. | | | |\n",
)
SEPARATOR_IN_CONSTANT = Problem(
    "bank/separator-in-constant",
    Wording(
        "W stałej jest {character}, który kończy pole, więc rekord miałby o jedno pole więcej.",
        "The constant holds {character}, which ends a field: the record would have one field more.",
    ),
    Wording("Zmień typ pozycji na Tekst albo usuń ten znak.", "Make the position a Tekst, or remove the character."),
    bad=_GOOD + "| Stała wartość | Liczba | 1,5 | | | |\n",
    good=_GOOD + "| Stała wartość | Tekst | 1,5 | | | |\n",
)
WIDTH_NEEDED = Problem(
    "bank/width-needed",
    Wording("Pozycja {name} musi mieć szerokość.", "The position {name} must have a width."),
    Wording(
        "Wpisz ją w kolumnie Szerokość: bez niej nie wiadomo, gdzie kończy się pole albo linia.",
        "Write it in the column Szerokość: without it, nothing tells where the field or the line ends.",
    ),
    bad=_GOOD.replace("zmienna", "zmienna")
    .replace("format daty", "zmienna szerokość pola = nie\nformat daty")
    .replace("| Tekst | | 34 |", "| Tekst | | |"),
    good=_GOOD,
)
WIDTH_ZERO = Problem(
    "bank/width-zero",
    Wording("Szerokość 0 nie zostawia miejsca na wartość.", "A width of 0 leaves no room for a value."),
    Wording("Wpisz liczbę znaków albo zostaw pustą komórkę.", "Write the number of characters, or nothing."),
    bad=_GOOD.replace("| Tekst | | 34 |", "| Tekst | | 0 |"),
    good=_GOOD,
)
WHOLE_AMOUNT = Problem(
    "bank/whole-amount",
    Wording(
        "Typ Liczba zapisuje kwotę bez groszy; przelew z groszami będzie odmówiony.",
        "The type Liczba writes an amount without grosze; a payment with grosze will be refused.",
    ),
    Wording(
        "Wpisz Liczba <#.##; bez separatora dziesiętnego będą to grosze (18450).",
        "Write Liczba <#.##; without a decimal separator that is in grosze (18450).",
    ),
    bad=_GOOD.replace("Liczba <#.##", "Liczba"),
    good=_GOOD,
    severity=Severity.WARNING,
)
CONDITION_NOT_READABLE = Problem(
    "bank/condition-not-readable",
    Wording(
        "W formacie, którym czyta się pliki, warunek może pytać tylko o @RodzajPrzelewu.",
        "In a format that files are read by, a condition may ask for @RodzajPrzelewu alone.",
    ),
    Wording(
        "Zmień warunek albo zostaw format tylko do eksportu.",
        "Change the condition, or let the format be for export alone.",
    ),
    bad=(_READ + "| Waluta | Liczba | | | | |\n")
    .replace("| Wymagane |", "| Warunek |")
    .replace("| Waluta | Liczba | | | | |", "| Waluta | Liczba | | | | @Waluta <> 'PLN' |"),
    good=_READ,
)
UNKNOWN_BASE = Problem(
    "bank/unknown-base",
    Wording("Nie ma formatu {symbol}.{advice}", "There is no format {symbol}.{advice}"),
    Wording(
        "Klucz „na podstawie” wymaga symbolu formatu z tych plików albo z pakietów standardowych.",
        "The key 'na podstawie' needs the symbol of a format of these files or of the standard packs.",
    ),
    bad='format "MOJ"\nna podstawie = NIEMA\n[Ogólne]\nnazwa = Mój\n',
    good=_GOOD,
)
BASE_CYCLE = Problem(
    "bank/base-cycle",
    Wording("Formaty opierają się na sobie w kółko: {symbols}.", "Formats are based on each other: {symbols}."),
    Wording("Usuń jeden z kluczy „na podstawie”.", "Remove one of the keys 'na podstawie'."),
    bad=_GOOD.replace("[Ogólne]", "na podstawie = BANK\n[Ogólne]"),
    good=_GOOD,
)

# --- payments that a format cannot write

REQUIRED = Problem(
    "bank/required",
    Wording(
        "Przelew [{number}] nie został wyeksportowany z powodu błędów. Właściwość [{name}] jest wymagana i musi zostać "
        "wypełniona.",
        "The payment [{number}] was not exported. [{name}] is required and must be filled in.",
    ),
    Wording(
        "Uzupełnij ją na płatności albo zmień kolumnę Wymagane formatu.",
        "Fill it in, or change the column Wymagane of the format.",
    ),
    bad=(_GOOD + _NEXT + _PAYMENT).replace("| 35 | | |", "| 35 | | tak |").replace('"name": "Aloza sp. z o.o."', ""),
    good=_SENT,
)
TOO_LONG = Problem(
    "bank/too-long",
    Wording(
        "Przelew [{number}]: {name} „{text}” ma znaków {length}, a mieści się {width}.",
        "The payment [{number}]: {name} '{text}' has {length} characters; {width} fit.",
    ),
    Wording(
        "Skróć wartość, albo wpisz w formacie Gdy za długie = skróć.",
        "Shorten it, or write Gdy za długie = skróć in the format.",
    ),
    bad=_payment("Aloza sp. z o.o.", "Aloza Wielobranżowe Przedsiębiorstwo Usługowe sp. z o.o."),
    good=_SENT,
)
SHORTENED = Problem(
    "bank/shortened",
    Wording(
        "Przelew [{number}]: {name} „{text}” skrócono do {width} znaków.",
        "The payment [{number}]: {name} '{text}' was shortened to {width} characters.",
    ),
    Wording("Sprawdź, czy to, co zostało, wystarcza.", "See whether what is left will do."),
    bad=(_GOOD + _NEXT + _PAYMENT)
    .replace("| Wymagane |", "| Gdy za długie |")
    .replace("| tak |", "| |")
    .replace("| 35 | | |", "| 35 | | skróć |")
    .replace("Aloza sp.", "Aloza Wielobranżowe Przedsiębiorstwo Usługowe sp."),
    good=_SENT,
    severity=Severity.WARNING,
)
TITLE_TOO_LONG = Problem(
    "bank/title-too-long",
    Wording(
        "Przelew [{number}]: tytuł „{text}” ma znaków {length}, a mieści się {width}; obcięty straciłby znaczniki.",
        "The payment [{number}]: the title '{text}' has {length} characters; {width} fit, and cut it would lose tags.",
    ),
    Wording("Skróć numer faktury albo tekst po /TXT/.", "Shorten the invoice number or the text after /TXT/."),
    bad=_GOOD.replace("| Wymagane |", "| Linie |").replace("| tak |", "| |")
    + "| Tytuł przelewu | Tekst | | 10 | | 2 |\n"
    + _NEXT
    + _PAYMENT.replace('["FV 1/2026"]', '["/TI/N5580730219/OKR/26M01/SFP/VAT-7"]').replace(
        "| Opis do banku (pierwsza linijka) | Tekst | | 35 | | |\n", ""
    ),
    good=_SENT,
)
UNENCODABLE = Problem(
    "bank/unencodable",
    Wording(
        "Przelew [{number}]: kodowanie {encoding} nie ma znaku „{character}” („{text}”).",
        "The payment [{number}]: the encoding {encoding} does not have '{character}' ('{text}').",
    ),
    Wording(
        "Popraw tekst na płatności albo dopisz zamianę znaku w sekcji [Znaki] formatu.",
        "Correct the text, or add the character to the section [Znaki] of the format.",
    ),
    bad=_payment("FV 1/2026", "FV 1/2026 ☎"),
    good=_SENT,
)
FORBIDDEN_CHARACTER = Problem(
    "bank/forbidden-character",
    Wording(
        "Przelew [{number}]: bank nie przyjmuje znaku „{character}” („{text}”).",
        "The payment [{number}]: the bank does not take '{character}' ('{text}').",
    ),
    Wording(
        "Popraw tekst, albo wpisz w formacie „zamiana niedozwolonych” lub znak w sekcji [Znaki].",
        "Correct the text, or give 'zamiana niedozwolonych' or the character in the section [Znaki] of the format.",
    ),
    bad=_payment("FV 1/2026", "FV 1 & 2").replace("format daty", 'niedozwolone znaki = ":;&@$"\nformat daty'),
    good=_SENT.replace("format daty", 'niedozwolone znaki = ":;&@$"\nformat daty'),
)
SEPARATOR_IN_TEXT = Problem(
    "bank/separator-in-text",
    Wording(
        "Przelew [{number}]: w tekście „{text}” jest {character}, który kończy pole.",
        "The payment [{number}]: the text '{text}' holds {character}, which ends a field.",
    ),
    Wording(
        "Daj pozycji typ Tekst, albo dopisz zamianę tego znaku w sekcji [Znaki] formatu.",
        "Make the position a Tekst, or add the character to the section [Znaki] of the format.",
    ),
    bad=_payment("Aloza sp. z o.o.", "Aloza, Radom").replace("Nazwa podmiotu 1 | Tekst", "Nazwa podmiotu 1 | Liczba"),
    good=_SENT,
)
DIGITS_LOST = Problem(
    "bank/digits-lost",
    Wording(
        "Przelew [{number}]: kwota {amount} straciłaby grosze w polu typu Liczba.",
        "The payment [{number}]: the amount {amount} would lose its grosze in a field of the type Liczba.",
    ),
    Wording("Wpisz w formacie typ Liczba <#.##.", "Write the type Liczba <#.## in the format."),
    bad=_payment("123.00", "123.45").replace("Liczba <#.##", "Liczba"),
    good=_SENT,
)
NO_QUERIES = Problem(
    "bank/no-queries",
    Wording(
        "Przelew [{number}]: pole {name} wymaga bazy, a jej nie podano.",
        "The payment [{number}]: the field {name} needs a database, and none was given.",
    ),
    Wording("Wskaż bazę opcją --db.", "Name one: --db."),
    bad=_GOOD + "| Zapytanie SQL | Tekst | SELECT 'x' | | | |\n" + _NEXT + _PAYMENT,
    good=_SENT,
)
QUERY_FAILED = Problem(
    "bank/query-failed",
    Wording(
        "Przelew [{number}]: zapytanie nie dało wartości: {reason}.",
        "The payment [{number}]: the query gave no value: {reason}.",
    ),
    Wording("Popraw zapytanie w kolumnie Wartość.", "Correct the query in the column Wartość."),
    bad="zapytanie: SELECT brak FROM nigdzie",
    good=_SENT,
)

# --- files that are read

_FILE = "plik: "


def _read(text: str) -> str:
    """A file of the format _READ."""
    return f"{_READ}=== plik\n{text}\n"


_GOOD_FILE = _read("20260115,12300")

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
    bad=_read("2026011")
    .replace("[Pozycje]", "zmienna szerokość pola = nie\n[Pozycje]")
    .replace("| Data dokumentu | Liczba | | |", "| Data dokumentu | Liczba | | 8 |")
    .replace("Liczba <#.## | | |", "Liczba <#.## | | 9 |"),
    good=_GOOD_FILE,
)
NO_SEPARATOR = Problem(
    "bank/no-separator",
    Wording("Błąd w importowanym wierszu – brak separatora pól.", "Error in an imported row: no field separator."),
    Wording(
        "Sprawdź separator pól; albo format ma więcej pozycji niż wiersz pól.",
        "See to the field separator; or the format has more positions than the row has fields.",
    ),
    bad=_read("20260115;12300"),
    good=_GOOD_FILE,
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
    bad=_read('20260115,"12300'),
    good=_GOOD_FILE,
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
    bad=_read("20260115,12300,PLN"),
    good=_GOOD_FILE,
)
TOO_MANY_PARTS = Problem(
    "bank/too-many-parts",
    Wording("Pole {name} ma więcej części, niż format.", "The field {name} has more parts than the format."),
    Wording("Dopisz pozycje łączone znakiem podziału.", "Add positions joined by the part separator."),
    bad=_read('20260115,12300,"a|b|c"').replace(
        "===", "| Nazwa podmiotu 1 | Tekst | | | | |\n| Nazwa podmiotu 2 | Tekst | | | łącz: znak podziału | |\n==="
    ),
    good=_GOOD_FILE,
)
OTHER_CONSTANT = Problem(
    "bank/other-constant",
    Wording("Jest tu „{found}”, a format ma stałą „{expected}”.", "Here is '{found}'; the format has '{expected}'."),
    Wording(
        "Wybierz format tego pliku; wartości bez znaczenia to pole Inne informacje.",
        "Choose the format of this file; values of no concern are the field Inne informacje.",
    ),
    bad=_read("20260115,12300,120").replace("===", "| Stała wartość | Liczba | 110 | | | |\n==="),
    good=_GOOD_FILE,
)
NOT_A_DATE = Problem(
    "bank/not-a-date",
    Wording("Pole {name}: „{text}” nie jest datą {mask}.", "The field {name}: '{text}' is no date {mask}."),
    Wording("Popraw format daty albo kolejność pozycji.", "Correct the date mask or the order of positions."),
    bad=_read("2026-01-15,12300"),
    good=_GOOD_FILE,
)
NOT_AN_AMOUNT = Problem(
    "bank/not-an-amount",
    Wording("Pole {name}: „{text}” nie jest kwotą.", "The field {name}: '{text}' is no amount."),
    Wording(
        "Popraw separator dziesiętny i separator tysięcy; kwoty w groszach: separator dziesiętny = brak.",
        "Correct the decimal and the thousands separator; for amounts in grosze: separator dziesiętny = brak.",
    ),
    bad=_read("20260115,123.00"),
    good=_GOOD_FILE,
)
BAD_BYTE = Problem(
    "bank/bad-byte",
    Wording("Kodowanie {encoding} nie ma tego bajtu.", "The encoding {encoding} does not have this byte."),
    Wording("Popraw kodowanie formatu.", "Correct the encoding of the format."),
    bad=_read("20260115,12300,ł").replace("Latin II", "Flat").replace("===", "| Waluta | Liczba | | | | |\n==="),
    good=_GOOD_FILE,
)

PROBLEMS: tuple[Problem, ...] = tuple(found for found in list(globals().values()) if isinstance(found, Problem))
"""All problems of this module, in order."""
