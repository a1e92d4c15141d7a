"""Problems of bank formats (002:1442–1505)."""

from dekret.bank.problem_examples import EXPORT, FIXED, GOOD, READ, ROWS
from dekret.text.diagnostic import Problem, Severity
from dekret.text.wording import Wording

# --- cells

BAD_SEPARATOR = Problem(
    "bank/bad-separator",
    Wording("„{text}” nie jest separatorem.", "'{text}' is no separator."),
    Wording(
        'Wpisz znak w cudzysłowie (";"), nazwę <Enter>, <Tab>, <Spacja>, albo: brak.',
        'Write a quoted character (";"), a name <Enter>, <Tab>, <Space>, or: none.',
    ),
    bad=GOOD.replace('separator pól = ","', "separator pól = przecinki"),
    good=GOOD,
)
BAD_DATE_MASK = Problem(
    "bank/bad-date-mask",
    Wording("„{text}” nie jest maską daty.", "'{text}' is no mask of a date."),
    Wording(
        "Maska ma rok RRRR albo RR, miesiąc MM, dzień DD i dowolne separatory: RRRRMMDD, DD-MM-RR.",
        "A mask has the year RRRR or RR, the month MM, the day DD and any separators: RRRRMMDD, DD-MM-RR.",
    ),
    bad=GOOD.replace("RRRRMMDD", "RRRRMM"),
    good=GOOD,
)

BAD_CURRENCIES = Problem(
    "bank/bad-currencies",
    Wording("„{text}” to nie kody walut.", "'{text}' are no codes of currencies."),
    Wording("Wpisz trzy litery każdej, po przecinku: PLN, EUR, albo: wszystkie.", "Write PLN, EUR or: wszystkie."),
    bad=GOOD.replace("format daty", "waluty = złote\nformat daty"),
    good=GOOD.replace("format daty", "waluty = PLN, EUR\nformat daty"),
)

# --- the structure of a format

NO_DATE_POSITION = Problem(
    "bank/no-date-position",
    Wording(
        "Błąd analizy struktury formatu: Format nie zawiera pozycji określającej datę dokumentu",
        "The structure of the format: it has no position for the date of the document",
    ),
    Wording("Dopisz pozycję Data dokumentu.", "Add the position Data dokumentu."),
    bad=READ.replace("Data dokumentu", "Inne informacje"),
    good=READ,
)
NO_AMOUNT_POSITION = Problem(
    "bank/no-amount-position",
    Wording(
        "Błąd analizy struktury formatu: Format nie zawiera pozycji określającej kwotę płatności",
        "The structure of the format: it has no position for the amount",
    ),
    Wording("Dopisz pozycję Kwota płatności.", "Add the position 'Kwota płatności'."),
    bad=READ.replace("Kwota płatności", "Inne informacje"),
    good=READ,
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
    bad=GOOD.replace("ogranicznik tekstu = '\"'\n", ""),
    good=GOOD,
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
    bad=GOOD.replace("format daty", 'separator dziesiętny = ","\nformat daty'),
    good=GOOD,
)
THOUSANDS_IS_DECIMAL = Problem(
    "bank/thousands-is-decimal",
    Wording(
        "Separator tysięcy i separator dziesiętny to ten sam znak {character}.",
        "The thousands separator and the decimal separator are the same {character}.",
    ),
    Wording("Zmień jeden z nich.", "Change one of them."),
    bad=GOOD.replace("format daty", 'separator dziesiętny = "."\nseparator tysięcy = "."\nformat daty'),
    good=GOOD,
)
THOUSANDS_WITHOUT_DECIMAL = Problem(
    "bank/thousands-without-decimal",
    Wording(
        "Kwoty są w groszach (brak separatora dziesiętnego), a separator tysięcy dzieliłby złote: 1.23450.",
        "Amounts are in grosze (no decimal separator), and the thousands separator would part the zlotys: 1.23450.",
    ),
    Wording("Usuń separator tysięcy albo wpisz dziesiętny.", "Remove the thousands separator, or give a decimal one."),
    bad=GOOD.replace("format daty", 'separator tysięcy = "."\nformat daty'),
    good=GOOD.replace("format daty", 'separator tysięcy = "."\nseparator dziesiętny = ":"\nformat daty'),
)
SEPARATORS_CLASH = Problem(
    "bank/separators-clash",
    Wording(
        "„{one}” i „{other}” to ten sam znak {character}: nie byłoby wiadomo, gdzie kończy się pole.",
        "'{one}' and '{other}' are the same {character}: nothing would tell where a field ends.",
    ),
    Wording("Zmień jeden z nich.", "Change one of them."),
    bad=GOOD.replace("RRRRMMDD", "DD,MM,RRRR"),
    good=GOOD.replace("RRRRMMDD", "DD.MM.RRRR").replace("| 8 |", "| 10 |"),
)
NO_POSITIONS = Problem(
    "bank/no-positions",
    Wording("Format nie ma ani jednej pozycji.", "The format has no position."),
    Wording("Dopisz wiersze tabeli w sekcji [Pozycje].", "Add rows to the table in the section [Pozycje]."),
    bad=EXPORT,
    good=GOOD,
)
KIND_WITHOUT_POSITIONS = Problem(
    "bank/kind-without-positions",
    Wording(
        "Format ma zapisywać przelewy rodzaju {kinds}, a nie ma dla nich pozycji.",
        "The format is to write payments of the kind {kinds} and has no positions for them.",
    ),
    Wording(
        "Dopisz sekcję [Pozycje] albo popraw klucz „rodzaje przelewów”.",
        "Add the section [Pozycje], or correct the key 'rodzaje przelewów'.",
    ),
    bad=GOOD.replace("[Pozycje]", "[Pozycje US]").replace("format daty", "rodzaje przelewów = US, ZUS\nformat daty"),
    good=GOOD,
)
BAD_REPLACEMENT = Problem(
    "bank/bad-replacement",
    Wording(
        "„{key}” wstawia w teksty {becomes}, a tego znaku samo nie może w nich być.",
        "'{key}' puts {becomes} in texts, which must not be there itself.",
    ),
    Wording("Wybierz znak, który bank przyjmuje, np. <Spacja>.", "Choose a character that the bank takes, as <Space>."),
    bad=GOOD.replace("format daty", 'dozwolone znaki = "-.,"\nformat daty'),
    good=GOOD.replace(
        "format daty",
        'dozwolone znaki = "-.,"\nzamiana ogranicznika = <Spacja>\nzamiana sekwencji podziału = <Spacja>\nformat daty',
    ),
)
NO_FIELD_SEPARATOR = Problem(
    "bank/no-field-separator",
    Wording(
        "Pola mają zmienną szerokość, a nic ich nie oddziela.", "Fields vary in width and nothing stands between them."
    ),
    Wording(
        "Wpisz separator pól albo zmienna szerokość pola = nie i szerokości pozycji.",
        "Give a 'separator pól', or 'zmienna szerokość pola = nie' and the widths of the positions.",
    ),
    bad=GOOD.replace('separator pól = ","', "oddzielaj pola = nie"),
    good=GOOD,
)
NO_DATE_MASK = Problem(
    "bank/no-date-mask",
    Wording("Format ma pozycję z datą, a nie mówi, jak ją zapisać.", "The format has a date and no mask for it."),
    Wording("Wpisz format daty, np. RRRRMMDD.", "Write format daty, such as RRRRMMDD."),
    bad=GOOD.replace("format daty = RRRRMMDD\n", ""),
    good=GOOD,
)
NOTHING_REQUIRED = Problem(
    "bank/nothing-required",
    Wording(
        "Żadna pozycja nie jest wymagana, więc przelew bez rachunku też trafi do pliku.",
        "No position is required, so a payment without an account would be written, too.",
    ),
    Wording("Wpisz Wymagane = tak przy kwocie, dacie i rachunku.", "Set Wymagane = tak for amount, date and account."),
    bad=GOOD.replace("| tak |", "| |"),
    good=GOOD,
    severity=Severity.WARNING,
)
HEADER_COUNT = Problem(
    "bank/header-count",
    Wording(
        "Klucz „wierszy nagłówka” mówi o {stated}, a sekcja [Nagłówek] ma ich {lines}.",
        "The key 'wierszy nagłówka' says {stated}; the section [Nagłówek] has {lines}.",
    ),
    Wording("Popraw liczbę albo dopisz wiersze nagłówka.", "Correct the number or add rows to the header."),
    bad=GOOD.replace("format daty", "wierszy nagłówka = 2\nformat daty"),
    good=GOOD,
)

# --- positions

FIRST_JOINED = Problem(
    "bank/first-joined",
    Wording("Pierwsza pozycja nie ma z czym się łączyć.", "The first position has nothing to be joined with."),
    Wording("Zostaw kolumnę Opcje pustą: nowe pole.", "Leave the column Opcje empty: a new field."),
    bad=EXPORT + ROWS.replace("| | 8 | |", "| | 8 | łącz |"),
    good=GOOD,
)
JOIN_WITHOUT_SEPARATOR = Problem(
    "bank/join-without-separator",
    Wording(
        "Pole składa się z części, a format nie mówi, co je oddziela.",
        "The field has parts, and the format does not say what stands between them.",
    ),
    Wording('Wpisz w [Ogólne] sekwencja podziału pola = "|".', 'Write in [Ogólne]: sekwencja podziału pola = "|".'),
    bad=GOOD.replace('sekwencja podziału pola = "|"\n', "").replace(
        "(pierwsza linijka) | Tekst | | 35 | |", "(pierwsza linijka) | Tekst | | 35 | łącz: znak podziału |"
    ),
    good=GOOD,
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
    bad=READ + "| Nazwa podmiotu 1 | Tekst | | | | |\n| Nazwa podmiotu 2 | Tekst | | | łącz: spacja | |\n",
    good=READ,
    severity=Severity.WARNING,
)
DUPLICATE_FIELD = Problem(
    "bank/duplicate-field",
    Wording("Pole {name} jest w rekordzie drugi raz.", "The field {name} is in the record twice."),
    Wording("Jeśli to pomyłka, usuń pozycję albo zmień nazwę pola.", "If it is a slip, remove it or change the name."),
    bad=GOOD + "| Nazwa podmiotu 1 | Tekst | | 35 | | |\n",
    good=GOOD + "| Nazwa podmiotu 2 | Tekst | | 35 | | |\n",
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
        "Use a field of the file ('Suma kwot', 'Liczba przelewów', 'Data pliku') or of the payer.",
    ),
    bad=GOOD + "[Stopka]\n| Pole | Typ |\n|---|---|\n| Kwota płatności | Liczba <#.## |\n",
    good=GOOD + "[Stopka]\n| Pole | Typ |\n|---|---|\n| Suma kwot | Liczba <#.## |\n",
)
BAD_ROW_PATTERN = Problem(
    "bank/bad-row-pattern",
    Wording("„{text}” nie jest wzorcem wiersza.", "'{text}' is no pattern of a row."),
    Wording(
        "Pisz jak w LIKE: % to dowolny ciąg znaków, _ jeden znak; kilka wzorców w cudzysłowach, po przecinku.",
        "Write as in LIKE: % is any run of characters, _ is one; several patterns in quotes, with commas.",
    ),
    bad=READ.replace("[Pozycje]", 'pomijaj wiersze = "", "x%"\n[Pozycje]'),
    good=READ.replace("[Pozycje]", 'pomijaj wiersze = "03;%", "Saldo%"\n[Pozycje]'),
)
ONLY_READ = Problem(
    "bank/only-read",
    Wording(
        "{name} jest polem wyciągu: bank je podaje, a przelew go nie ma.",
        "{name} is a field of statements: banks give it, and no payment has it.",
    ),
    Wording("Usuń tę pozycję albo ustaw „format do = import”.", "Remove the position, or set 'format do = import'."),
    bad=GOOD + "| Saldo po operacji | Liczba <#.## | | | | |\n",
    good=READ + "| Saldo po operacji | Liczba <#.## | | | | |\n",
)
NOT_IN_RECORD = Problem(
    "bank/not-in-record",
    Wording(
        "{name} jest znane dopiero na końcu pliku, a nie w rekordzie przelewu.",
        "{name} is known at the end of the file, not in the record of a payment.",
    ),
    Wording("Przenieś pozycję do sekcji [Nagłówek] albo [Stopka].", "Move the position to [Nagłówek] or [Stopka]."),
    bad=GOOD + "| Suma kwot | Liczba <#.## | | | | |\n",
    good=GOOD,
)
VALUE_NOT_USED = Problem(
    "bank/value-not-used",
    Wording(
        "Pole {name} bierze wartość z przelewu; „{value}” nie zostanie użyte.",
        "The field {name} takes its value from the payment; '{value}' is not used.",
    ),
    Wording("Usuń wartość albo zmień pole na Stała wartość.", "Remove the value, or make the field a 'Stała wartość'."),
    bad=GOOD.replace("| Nazwa podmiotu 1 | Tekst | |", "| Nazwa podmiotu 1 | Tekst | Aloza |"),
    good=GOOD,
    severity=Severity.WARNING,
)
VALUE_NEEDED = Problem(
    "bank/value-needed",
    Wording("Pole {name} nie ma wartości.", "The field {name} has no value."),
    Wording("Wpisz ją w kolumnie Wartość.", "Write it in the column 'Wartość'."),
    bad=GOOD + "| Wyrażenie | Tekst | | | | |\n",
    good=GOOD + "| Wyrażenie | Tekst | 'FV ' + @NumerDokumentu | | | |\n",
)
CONSTANT_TOO_WIDE = Problem(
    "bank/constant-too-wide",
    Wording(
        "Stała wartość „{value}” ma znaków {length}, a szerokość pozycji to {width}.",
        "The constant '{value}' has {length} characters; the width of the position is {width}.",
    ),
    Wording("Skróć wartość albo zwiększ szerokość.", "Shorten the value or widen the position."),
    bad=GOOD + "| Stała wartość | Liczba | 1100 | 3 | | |\n",
    good=GOOD + "| Stała wartość | Liczba | 110 | 3 | | |\n",
)
UNENCODABLE_CONSTANT = Problem(
    "bank/unencodable-constant",
    Wording("Kodowanie {encoding} nie ma znaku „{character}”.", "The encoding {encoding} does not have '{character}'."),
    Wording("Zmień stałą albo kodowanie.", "Change the constant or the encoding."),
    bad=GOOD + "| Stała wartość | Tekst | ☎ | | | |\n",
    good=GOOD + "| Stała wartość | Tekst | tel. | | | |\n",
)
SEPARATOR_IN_CONSTANT = Problem(
    "bank/separator-in-constant",
    Wording(
        "W stałej jest {character}, który kończy pole, więc rekord miałby o jedno pole więcej.",
        "The constant holds {character}, which ends a field: the record would have one field more.",
    ),
    Wording("Zmień typ pozycji na Tekst albo usuń ten znak.", "Make the position a Tekst, or remove the character."),
    bad=GOOD + "| Stała wartość | Liczba | 1,5 | | | |\n",
    good=GOOD + "| Stała wartość | Tekst | 1,5 | | | |\n",
)
WIDTH_NEEDED = Problem(
    "bank/width-needed",
    Wording("Pozycja {name} musi mieć szerokość.", "The position {name} must have a width."),
    Wording(
        "Wpisz ją w kolumnie Szerokość: bez niej nie wiadomo, gdzie kończy się pole albo linia.",
        "Write it in the column 'Szerokość': without it, nothing tells where the field or the line ends.",
    ),
    bad=GOOD.replace("zmienna", "zmienna")
    .replace("format daty", "zmienna szerokość pola = nie\nformat daty")
    .replace("| Tekst | | 34 |", "| Tekst | | |"),
    good=GOOD,
)
WIDTH_ZERO = Problem(
    "bank/width-zero",
    Wording("Szerokość 0 nie zostawia miejsca na wartość.", "A width of 0 leaves no room for a value."),
    Wording("Wpisz liczbę znaków albo zostaw pustą komórkę.", "Write the number of characters, or nothing."),
    bad=GOOD.replace("| Tekst | | 34 |", "| Tekst | | 0 |"),
    good=GOOD,
)
TOO_NARROW = Problem(
    "bank/too-narrow",
    Wording(
        "Pozycja {name}: w szerokości {width} nie mieści się {what}, bo ma znaków {least}.",
        "The position {name}: {what} has {least} characters and does not fit in a width of {width}.",
    ),
    Wording(
        "Wpisz w kolumnie Szerokość co najmniej {least}; w polach zmiennej szerokości może być pusta.",
        "Write {least} or more in the column 'Szerokość'; in fields of variable width it may be empty.",
    ),
    bad=GOOD.replace("RRRRMMDD", "RRRR-MM-DD"),
    good=GOOD,
)
BAD_FILL = Problem(
    "bank/bad-fill",
    Wording(
        "Dopełnienie {fill} to nie jeden bajt, więc pole nie miałoby stałej szerokości.",
        "The fill {fill} is not a single byte: the field would not have its fixed width.",
    ),
    Wording("Wpisz jeden znak, np. 0 albo <Spacja>.", "Write one character, as 0 or <Space>."),
    bad=FIXED.format(more="| Waluta | Tekst | 5 | | '--' | | |"),
    good=FIXED.format(more="| Waluta | Tekst | 5 | | '-' | | |"),
)
FILL_CHANGES_AMOUNT = Problem(
    "bank/fill-changes-amount",
    Wording(
        "Dopełnienie {fill} po kwocie wyrównanej do lewej zmienia ją: 100 staje się 100000.",
        "The fill {fill} behind an amount on the left makes it another: 100 becomes 100000.",
    ),
    Wording("Wyrównaj do prawej albo dopełnij spacją.", "Align it right, or fill with blanks."),
    bad=FIXED.format(more="| Kwota VAT | Liczba <#.## | 15 | lewo | '0' | | |"),
    good=FIXED.format(more="| Kwota VAT | Liczba <#.## | 15 | lewo | | | |"),
)
LINES_IN_FIXED_WIDTH = Problem(
    "bank/lines-in-fixed-width",
    Wording(
        "Linie dzielą pole zmiennej szerokości; przy stałej dalsze pola zmieniłyby miejsce.",
        "Lines part a field of variable width; with fixed widths further fields would change their places.",
    ),
    Wording(
        "Wpisz osobną pozycję na każdą linię: Opis do banku (pierwsza linijka), (druga linijka).",
        "Write a position for each line: 'Opis do banku (pierwsza linijka)', '… (druga linijka)'.",
    ),
    bad=FIXED.format(more="| Opis do banku | Tekst | 35 | | | 2 | |"),
    good=FIXED.format(more="| Opis do banku | Tekst | 70 | | | | |"),
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
    bad=GOOD.replace("Liczba <#.##", "Liczba"),
    good=GOOD,
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
    bad=(READ + "| Waluta | Liczba | | | | |\n")
    .replace("| Wymagane |", "| Warunek |")
    .replace("| Waluta | Liczba | | | | |", "| Waluta | Liczba | | | | @Waluta <> 'PLN' |"),
    good=READ,
)
NEVER_THAT_KIND = Problem(
    "bank/never-that-kind",
    Wording("{macro} nigdy nie jest „{text}”.", "{macro} is never '{text}'."),
    Wording("Może być: {known}.", "It may be: {known}."),
    bad=GOOD + "| Wyrażenie | Tekst | CASE WHEN @RodzajPrzelewu = 'MMP' THEN '53' ELSE '51' END | | | |\n",
    good=GOOD + "| Wyrażenie | Tekst | CASE WHEN @RodzajPrzelewu = 'MPP' THEN '53' ELSE '51' END | | | |\n",
)
UNKNOWN_BASE = Problem(
    "bank/unknown-base",
    Wording("Nie ma formatu {symbol}.{advice}", "There is no format {symbol}.{advice}"),
    Wording(
        "Klucz „na podstawie” wymaga symbolu formatu z tych plików albo z pakietów standardowych.",
        "The key 'na podstawie' needs the symbol of a format of these files or of the standard packs.",
    ),
    bad='format "MOJ"\nna podstawie = NIEMA\n[Ogólne]\nnazwa = Mój\n',
    good=GOOD,
)
BASE_CYCLE = Problem(
    "bank/base-cycle",
    Wording("Formaty opierają się na sobie w kółko: {symbols}.", "Formats are based on each other: {symbols}."),
    Wording("Usuń jeden z kluczy „na podstawie”.", "Remove one of the keys 'na podstawie'."),
    bad=GOOD.replace("[Ogólne]", "na podstawie = BANK\n[Ogólne]"),
    good=GOOD,
)

PROBLEMS: tuple[Problem, ...] = tuple(found for found in list(globals().values()) if isinstance(found, Problem))
"""All problems of this module, in order."""
