"""Problems of the skeleton that every rule file shares."""

from dekret.text.diagnostic import Problem, Severity
from dekret.text.wording import Wording

_HEAD = """schemat "ZAKUP"
[Nagłówek]
nazwa = Zakup materiałów
typ = Rejestr VAT zakupu
"""
_ROWS = """[Pozycje]
| Konto Wn | Konto Ma | Kwota  |
|----------|----------|--------|
| 401      | 202      | @Netto |
"""
_GOOD = _HEAD + _ROWS
_CASE = f"""=== zakup.schemat
{_GOOD.replace("202", "221-1")}=== zakup.przypadek
przypadek "Zakup"
schemat = ZAKUP
[Dokument]
Numer dokumentu = FZ/12/2026
Data wystawienia = 05.03.2026
Podmiot = ALOZA
[Pozycje rejestru]
| Stawka VAT | Netto  |
| zw         | 100,00 |
[Dekrety]
| Konto Wn | Konto Ma | Kwota  |
| 401      | 221-1    | 100,00 |
"""

NO_HEADER = Problem(
    "rulefile/no-header",
    Wording(
        "Plik nie zaczyna się od nagłówka definicji.",
        "The file does not start with the header of a definition.",
    ),
    Wording(
        'Zacznij plik od słowa i symbolu w cudzysłowie, np. {keyword} "MOJ".',
        'Start the file with a keyword and a quoted symbol, such as {keyword} "MOJ".',
    ),
    bad="[Nagłówek]\nnazwa = Zakup materiałów\n",
    good=_GOOD,
)
OTHER_FILE = Problem(
    "rulefile/other-file",
    Wording(
        "To nie jest plik reguł: nie ma w nim nagłówka żadnej definicji.",
        "This is no rule file: it has no header of a definition.",
    ),
    Wording(
        'Plik reguł zaczyna się od słowa i symbolu w cudzysłowie, np. schemat "MOJ"; wyciąg z banku wczyta „dekret bank'
        " import {file}”, a dokumenty w JSON sprawdzi „dekret check”.",
        'A rule file starts with a keyword and a quoted symbol, such as schemat "MOJ"; a statement of a bank is read by'
        " 'dekret bank import {file}', documents in JSON are checked by 'dekret check'.",
    ),
    bad="=== wyciag.sta\n:20:MT940\n:25:/PL24101000000000123456789012\n",
    good=_GOOD,
)
UNQUOTED_SYMBOL = Problem(
    "rulefile/unquoted-symbol",
    Wording("Symbol definicji nie stoi w cudzysłowie.", "The symbol of the definition is not in quotes."),
    Wording(
        'Ujmij symbol w cudzysłów prosty: {keyword} "SYMBOL".',
        'Put the symbol in straight double quotes: {keyword} "SYMBOL".',
    ),
    bad=_GOOD.replace('"ZAKUP"', "ZAKUP"),
    good=_GOOD,
)
EMPTY_SYMBOL = Problem(
    "rulefile/empty-symbol",
    Wording("Definicja nie ma symbolu.", "The definition has no symbol."),
    Wording(
        'Wpisz symbol, po którym definicja będzie znajdowana: {keyword} "SYMBOL".',
        'Write the symbol by which the definition is found: {keyword} "SYMBOL".',
    ),
    bad=_GOOD.replace('"ZAKUP"', '""'),
    good=_GOOD,
)
UNKNOWN_LANGUAGE = Problem(
    "rulefile/unknown-language",
    Wording("Nieznany rodzaj definicji: „{word}”.", "Unknown kind of definition: '{word}'."),
    Wording("{advice}Znane rodzaje: {known}.", "{advice}Known kinds: {known}."),
    bad=_GOOD.replace("schemat", "shcemat"),
    good=_GOOD,
)
SEVERAL_DEFINITIONS = Problem(
    "rulefile/several-definitions",
    Wording("W pliku jest druga definicja.", "The file holds a second definition."),
    Wording("Przenieś ją do osobnego pliku.", "Move it to a file of its own."),
    bad=_GOOD + _GOOD.replace("ZAKUP", "ZAKUP-2"),
    good=_GOOD,
)
TRAILING_TEXT = Problem(
    "rulefile/trailing-text",
    Wording("Zbędny tekst na końcu wiersza: „{text}”.", "Needless text at the end of the line: '{text}'."),
    Wording(
        "Usuń go albo przenieś do osobnego wiersza zaczynającego się od #.",
        "Remove it, or move it to a line of its own that starts with #.",
    ),
    bad=_GOOD.replace("[Pozycje]", "[Pozycje] schematu"),
    good=_GOOD,
)
NOT_A_LINE = Problem(
    "rulefile/not-a-line",
    Wording("Nie wiadomo, czym jest ten wiersz.", "This line is nothing that a rule file knows."),
    Wording(
        "Wiersz to: klucz = wartość, | wiersz | tabeli |, [Sekcja], tekst w potrójnym cudzysłowie "
        "albo komentarz zaczynający się od #.",
        'A line is: key = value, a | row | of a table |, a [Section], a text in triple quotes (""") '
        "or a comment starting with #.",
    ),
    bad=_GOOD.replace("nazwa = Zakup materiałów", "nazwa: Zakup materiałów"),
    good=_GOOD,
)
UNCLOSED_SECTION = Problem(
    "rulefile/unclosed-section",
    Wording("Brak ] po nazwie sekcji.", "The name of the section lacks its ]."),
    Wording("Napisz nazwę w nawiasach: [Pozycje].", "Write the name in brackets: [Pozycje]."),
    bad=_GOOD.replace("[Pozycje]", "[Pozycje"),
    good=_GOOD,
)
UNCLOSED_TEXT = Problem(
    "rulefile/unclosed-text",
    Wording("Tekst otwarty potrójnym cudzysłowem nie jest zamknięty.", "The text opened here is not closed."),
    Wording(
        'Zamknij go wierszem """; oba potrójne cudzysłowy stoją w osobnych wierszach.',
        'Close it with a line """; the three quotes at either end stand on lines of their own.',
    ),
    bad=_GOOD + '"""\nbez końca\n',
    good=_GOOD,
)
NOTHING_TO_CONTINUE = Problem(
    "rulefile/nothing-to-continue",
    Wording(
        "Wiersz zaczyna się od „…”, ale nie ma czego kontynuować.",
        "The line starts with '…' but there is nothing to continue.",
    ),
    Wording(
        "Wiersz z „…” stoi zaraz po wartości lub wierszu tabeli, który przedłuża.",
        "A line with '…' stands right under the value or the table row it makes longer.",
    ),
    bad=_HEAD.replace("nazwa =", "… dalszy ciąg\nnazwa =") + _ROWS,
    good=_HEAD.replace("materiałów", "materiałów\n… i towarów") + _ROWS,
)
ROW_LENGTH = Problem(
    "rulefile/row-length",
    Wording(
        "Komórek w wierszu: {found}, a powinno być {wanted}.",
        "The row has {found} cells instead of {wanted}.",
    ),
    Wording(
        "Uzupełnij wiersz pustymi komórkami albo usuń nadmiar; kreska pionowa wewnątrz komórki to \\|.",
        "Add empty cells or remove what is too much; a bar inside a cell is written \\|.",
    ),
    bad=_GOOD.replace("| 401      | 202      | @Netto |", "| 401 | @Netto |"),
    good=_GOOD,
)
UNKNOWN_SECTION = Problem(
    "rulefile/unknown-section",
    Wording("Nieznana sekcja [{word}].", "Unknown section [{word}]."),
    Wording("{advice}Sekcje: {known}.", "{advice}Sections: {known}."),
    bad=_GOOD.replace("[Pozycje]", "[Pozycja]"),
    good=_GOOD,
)
SECTION_REPEATED = Problem(
    "rulefile/section-repeated",
    Wording("Sekcja [{word}] powtarza się.", "The section [{word}] stands twice."),
    Wording("Połącz obie sekcje w jedną.", "Make one section of the two."),
    bad=_GOOD + _ROWS,
    good=_GOOD,
)
MISSING_SECTION = Problem(
    "rulefile/missing-section",
    Wording("Brak sekcji [{word}].", "The section [{word}] is missing."),
    Wording("Dopisz sekcję [{word}]: {doc}", "Add the section [{word}]: {doc}"),
    bad=_HEAD,
    good=_GOOD,
)
UNKNOWN_KEY = Problem(
    "rulefile/unknown-key",
    Wording("Nieznany klucz „{word}”.", "Unknown key '{word}'."),
    Wording("{advice}Klucze w tym miejscu: {known}.", "{advice}Keys here: {known}."),
    bad=_GOOD.replace("nazwa =", "nazwwa ="),
    good=_GOOD,
)
TEXT_WITHOUT_QUOTES = Problem(
    "rulefile/text-without-quotes",
    Wording(
        "Tekst sekcji [{word}] nie stoi między trzema cudzysłowami.",
        "The text of the section [{word}] does not stand between three quotes.",
    ),
    Wording(
        'Wstaw """ w osobnym wierszu przed tekstem i za nim.',
        'Put """ on a line of its own before the text and behind it.',
    ),
    bad='filtr "DETAL"\n[Ogólne]\nnazwa = Detal\n[Warunek]\nVaN_Detal=1\n',
    good='filtr "DETAL"\n[Ogólne]\nnazwa = Detal\n[Warunek]\n"""\nVaN_Detal=1\n"""\n',
)
KEY_REPEATED = Problem(
    "rulefile/key-repeated",
    Wording("Klucz „{word}” powtarza się.", "The key '{word}' stands twice."),
    Wording("Zostaw jeden z wierszy.", "Keep one of the lines."),
    bad=_GOOD.replace("[Pozycje]", "nazwa = Inna\n[Pozycje]"),
    good=_GOOD,
)
MISSING_KEY = Problem(
    "rulefile/missing-key",
    Wording("Brak klucza „{word}”.", "The key '{word}' is missing."),
    Wording("Dopisz wiersz: {word} = … ({doc})", "Add a line: {word} = … ({doc})"),
    bad=_GOOD.replace("typ = Rejestr VAT zakupu\n", ""),
    good=_GOOD,
)
UNKNOWN_COLUMN = Problem(
    "rulefile/unknown-column",
    Wording("Nieznana kolumna „{word}”.", "Unknown column '{word}'."),
    Wording("{advice}Kolumny: {known}.", "{advice}Columns: {known}."),
    bad=_GOOD.replace("Kwota ", "Kwotta"),
    good=_GOOD,
)
COLUMN_REPEATED = Problem(
    "rulefile/column-repeated",
    Wording("Kolumna „{word}” powtarza się.", "The column '{word}' stands twice."),
    Wording("Zostaw jedną z nich.", "Keep one of the two."),
    bad=_GOOD.replace("Konto Ma", "Konto Wn"),
    good=_GOOD,
)
MISSING_COLUMN = Problem(
    "rulefile/missing-column",
    Wording("Tabela nie ma kolumny „{word}”.", "The table lacks the column '{word}'."),
    Wording("Dodaj kolumnę „{word}”: {doc}", "Add the column '{word}': {doc}"),
    bad=_HEAD + "[Pozycje]\n| Konto Wn | Konto Ma |\n| 401 | 202 |\n",
    good=_GOOD,
)
MISSING_VALUE = Problem(
    "rulefile/missing-value",
    Wording("Brak wartości „{word}”.", "'{word}' has no value."),
    Wording("Wpisz wartość: {doc}", "Write a value: {doc}"),
    bad=_GOOD.replace("| @Netto |", "|        |"),
    good=_GOOD,
)
TABLE_NOT_EXPECTED = Problem(
    "rulefile/table-not-expected",
    Wording("W tym miejscu nie ma tabeli.", "There is no table here."),
    Wording("Przenieś tabelę do sekcji: {known}.", "Move the table to a section that has one: {known}."),
    bad=_GOOD.replace("[Pozycje]", ""),
    good=_GOOD,
)
SECOND_TABLE = Problem(
    "rulefile/second-table",
    Wording("W sekcji jest druga tabela.", "The section holds a second table."),
    Wording(
        "Połącz tabele; wpisy klucz = wartość postaw przed tabelą.",
        "Make one table of them; put key = value lines before the table.",
    ),
    bad=_GOOD + "nazwa = Inna\n| Konto Wn | Konto Ma | Kwota |\n| 1 | 2 | @Vat |\n",
    good=_GOOD,
)
TEXT_NOT_EXPECTED = Problem(
    "rulefile/text-not-expected",
    Wording("W tym miejscu nie ma tekstu w potrójnym cudzysłowie.", "There is no text in triple quotes here."),
    Wording("Usuń go albo zamień na komentarz (#).", "Remove it, or make it a comment (#)."),
    bad=_GOOD + '"""\nuwaga\n"""\n',
    good=_GOOD,
)
PASTED_CHARACTERS = Problem(
    "rulefile/pasted-characters",
    Wording(
        "Znaki wklejone z edytora tekstu ({what}); miejsc: {count}, wiersze: {lines}.",
        "Characters pasted from a text editor ({what}); places: {count}, lines: {lines}.",
    ),
    Wording(
        "Odczytano je jak zwykłe; „dekret fmt” zamieni je na stałe.",
        "They were read as plain ones; 'dekret fmt' replaces them for good.",
    ),
    bad=_GOOD.replace("zakupu", "zakupu", 1).replace("Rejestr VAT", "Rejestr\xa0VAT"),
    good=_GOOD,
    severity=Severity.WARNING,
)
BAD_NUMBER = Problem(
    "rulefile/bad-number",
    Wording("„{text}” nie jest {what}.", "'{text}' is not {what}."),
    Wording("Wpisz liczbę, np. {example}.", "Write a number, such as {example}."),
    bad=_HEAD + "[Pozycje]\n| Lp | Konto Wn | Konto Ma | Kwota |\n| x1 | 401 | 202 | @Netto |\n",
    good=_HEAD + "[Pozycje]\n| Lp | Konto Wn | Konto Ma | Kwota |\n| 1 | 401 | 202 | @Netto |\n",
)
THREE_PLACES = Problem(
    "rulefile/three-places",
    Wording("„{text}” {reason}.", "'{text}' {reason}."),
    Wording(
        "Napisz kwotę z dwoma miejscami po przecinku, tysiące z odstępem: 1 000,00 albo 1,00.",
        "Write the amount with two places, thousands with a blank: 1 000,00 or 1,00.",
    ),
    bad=_CASE.replace("100,00", "1,000"),
    good=_CASE,
)
BAD_FLAG = Problem(
    "rulefile/bad-flag",
    Wording("„{text}” to ani „tak”, ani „nie”.", "'{text}' is neither 'tak' nor 'nie'."),
    Wording("Wpisz tak albo nie.", "Write tak (yes) or nie (no)."),
    bad=_HEAD + "scalaj = czasami\n" + _ROWS,
    good=_HEAD + "scalaj = tak\n" + _ROWS,
)
BAD_DATE = Problem(
    "rulefile/bad-date",
    Wording("„{text}” nie jest datą.", "'{text}' is not a date."),
    Wording("Wpisz datę jako RRRR-MM-DD, np. 2026-01-31.", "Write the date as YYYY-MM-DD, such as 2026-01-31."),
    bad=_GOOD.replace("[Nagłówek]", "obowiązuje od = 31 stycznia\n[Nagłówek]"),
    good=_GOOD.replace("[Nagłówek]", "obowiązuje od = 2026-01-31\n[Nagłówek]"),
)
VALIDITY_REVERSED = Problem(
    "rulefile/validity-reversed",
    Wording(
        "Definicja obowiązuje do {until}, a dopiero od {since}.",
        "The definition is valid until {until} but only from {since}.",
    ),
    Wording("Zamień daty albo popraw jedną z nich.", "Swap the dates or correct one of them."),
    bad=_GOOD.replace("[Nagłówek]", "obowiązuje od = 2026-02-01\nobowiązuje do = 2026-01-31\n[Nagłówek]"),
    good=_GOOD.replace("[Nagłówek]", "obowiązuje od = 2026-01-01\nobowiązuje do = 2026-01-31\n[Nagłówek]"),
)
UNKNOWN_CHOICE = Problem(
    "rulefile/unknown-choice",
    Wording("Nieznana wartość „{word}”.", "Unknown value '{word}'."),
    Wording("{advice}Do wyboru: {known}.", "{advice}One of: {known}."),
    bad=_GOOD.replace("Rejestr VAT zakupu", "Rejestr VAT zakupów i dostaw"),
    good=_GOOD,
)

PROBLEMS = tuple(value for value in list(globals().values()) if isinstance(value, Problem))
