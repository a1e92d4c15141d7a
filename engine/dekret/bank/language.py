"""The language `format`: its sections, keys and columns (002:1154–1201), and what formats need beyond the manual."""

import re
from dataclasses import replace
from enum import Enum

from dekret.bank import problems
from dekret.bank.charsets import CHARSETS, Charset
from dekret.bank.dates import DATE_MASK, DateMask
from dekret.bank.field import BankField
from dekret.bank.fields import FIELDS
from dekret.bank.mt940.language import FIELD_86, FILE_KIND, MT940
from dekret.bank.reading_language import KEYS as READING_KEYS
from dekret.bank.separators import CHARACTERS, SEPARATOR
from dekret.expr import cells as expressions
from dekret.expr.nodes import Node
from dekret.model.payments import KIND_WORDS
from dekret.syntax import cells
from dekret.syntax.schema import CellKind, Field, Language, Parsed, SectionSchema, Word, find
from dekret.text.wording import Wording


class Use(Enum):
    """What a format is for."""

    EXPORT = "export"
    IMPORT = "import"
    BOTH = "both"

    @property
    def writes(self) -> bool:
        return self is not Use.IMPORT

    @property
    def reads(self) -> bool:
        return self is not Use.EXPORT


class Form(Enum):
    """The type of a position: text within delimiters, or bare, amounts with so many decimal places."""

    TEXT = "text"
    WHOLE = "#"
    TWO = "#.##"
    FOUR = "#.####"


class Join(Enum):
    """Whether a position begins a field or goes on with the one before, and what stands between."""

    NEW = "new"
    PLAIN = "plain"
    BLANK = "blank"
    PART = "part"
    RECORD = "record"


class Overflow(Enum):
    """What becomes of a value that is longer than its width."""

    REFUSE = "refuse"
    CUT = "cut"


class Align(Enum):
    LEFT = "left"
    RIGHT = "right"


class Simplify(Enum):
    """What becomes of a character that the encoding does not have."""

    SIMPLIFY = "simplify"
    REFUSE = "refuse"


def _read_kinds(text: str) -> Parsed[frozenset[str]]:
    """Kinds of payment, with commas between them."""
    found = []
    for written in re.finditer(r"[^,;]+", text):
        word = find(KIND_WORDS.values(), written[0].strip())
        if word is None:
            wrong = cells.unknown_choice(written[0].strip(), tuple(KIND_WORDS.values()))
            return Parsed(None, (replace(wrong, start=written.start(), end=written.end()),))
        found.append(next(kind for kind, known in KIND_WORDS.items() if known is word))
    return Parsed(frozenset(found))


def _read_currencies(text: str) -> Parsed[frozenset[str]]:
    """Codes of currencies with commas between them; `wszystkie` is every one, an empty set."""
    if ALL_CURRENCIES.is_(text):
        return Parsed(frozenset())
    codes = [code.strip().upper() for code in re.split("[,;]", text)]
    if not all(re.fullmatch("[A-Z]{3}", code) for code in codes):
        return Parsed(None, (problems.BAD_CURRENCIES.found(0, len(text), text=text),))
    return Parsed(frozenset(codes))


ALL_CURRENCIES = Word("wszystkie", "all")
KINDS_CELL = CellKind(
    Wording("rodzaje po przecinku", "kinds, with commas"), _read_kinds, words=tuple(KIND_WORDS.values())
)
CURRENCIES_CELL = CellKind(
    Wording("kody walut po przecinku albo: wszystkie", "codes of currencies, or: all"), _read_currencies
)

NAME = Field(
    Word("nazwa", "name", ("nazwa formatu",)),
    cells.TEXT,
    Wording("nazwa formatu; wymagana bez „na podstawie”", "name of the format; required unless it is based on another"),
)
BASED_ON = Field(
    Word("na podstawie", "based on"),
    cells.TEXT,
    Wording(
        "symbol formatu, z którego bierze się wszystko, czego tu nie podano",
        "symbol of the format that gives all that is not said here",
    ),
)
USE: Field[Use] = Field(
    Word("format do", "format for"),
    cells.choice(
        Wording("eksport, import albo oba", "export, import or both"),
        {
            Word("eksport", "export", ("eksportu", "eksportu przelewów")): Use.EXPORT,
            Word("import", "import", ("importu", "importu wyciągów bankowych")): Use.IMPORT,
            Word("eksport i import", "export and import", ("eksportu i importu", "oba", "both")): Use.BOTH,
        },
    ),
    Wording(
        "do czego służy format; wymagane bez „na podstawie”", "what it is for; required unless it is based on another"
    ),
)
EXTENSION = Field(
    Word("rozszerzenie", "extension", ("rozszerzenie pliku",)),
    cells.TEXT,
    Wording("rozszerzenie pliku: pli, csv, txt", "extension of the file: pli, csv, txt"),
)
CHARSET: Field[Charset] = Field(
    Word("kodowanie", "encoding"),
    cells.choice(Wording("strona kodowa", "code page"), CHARSETS),
    Wording("strona kodowa pliku; wymagana bez „na podstawie”", "code page; required unless it is based on another"),
)
SEPARATED = Field(
    Word("oddzielaj pola", "separate fields"),
    cells.FLAG,
    Wording("czy między polami stoi separator (tak)", "whether a separator stands between fields (yes)"),
)
FIELD_SEPARATOR = Field(
    Word("separator pól", "field separator"),
    SEPARATOR,
    Wording('separator pól: ";" "," "|" <Tab> <Spacja> <Enter>', 'field separator: ";" "," "|" <Tab> <Space> <Enter>'),
)
ROW_SEPARATOR = Field(
    Word("separator wierszy", "row separator"),
    SEPARATOR,
    Wording(
        "koniec wiersza (<Enter>: pisze CRLF, czyta CRLF, LF i CR)", "end of a row (<Enter>: writes CRLF, reads any)"
    ),
)
DELIMITER = Field(
    Word("ogranicznik tekstu", "text delimiter", ("ograniczniki tekstu",)),
    SEPARATOR,
    Wording("znak wokół pól typu Tekst", "the character around fields of type Tekst"),
)
DELIMITER_BECOMES = Field(
    Word("zamiana ogranicznika", "delimiter becomes", ("zamiana ograniczników w tekście na", "zamiana ograniczników")),
    SEPARATOR,
    Wording(
        "czym zastąpić ogranicznik wewnątrz tekstu ('); brak: odmowa",
        "what a delimiter within a text becomes ('); none: the payment is refused",
    ),
)
VARIABLE = Field(
    Word("zmienna szerokość pola", "variable width"),
    cells.FLAG,
    Wording("czy pola mają różną długość (tak); nie: stała szerokość", "whether fields vary in length (yes)"),
)
DATES: Field[DateMask] = Field(
    Word("format daty", "date format"),
    DATE_MASK,
    Wording(
        "maska z R, M, D: RRRRMMDD, DD-MM-RR; godziny za datą się nie czyta",
        "mask of R, M, D: RRRRMMDD, DD-MM-RR; a time behind a date is read over",
    ),
)
DECIMAL = Field(
    Word("separator dziesiętny", "decimal separator"),
    SEPARATOR,
    Wording("kropka, przecinek albo brak (wtedy kwoty w groszach)", "point, comma or none (amounts in grosze)"),
)
VAT_DECIMAL = Field(
    Word("separator dziesiętny VAT", "VAT decimal separator", ("separator dziesiętny dla kwoty VAT",)),
    SEPARATOR,
    Wording("separator dziesiętny kwoty VAT (przecinek)", "decimal separator of the VAT amount (comma)"),
)
THOUSANDS = Field(
    Word("separator tysięcy", "thousands separator"),
    SEPARATOR,
    Wording("kropka, przecinek, spacja albo brak (brak)", "point, comma, blank or none (none)"),
)
PART_SEPARATOR = Field(
    Word("sekwencja podziału pola", "part separator", ("sekwencja podziału pola na części",)),
    SEPARATOR,
    Wording('co stoi między częściami pola: "|"', 'what stands between the parts of a field: "|"'),
)
PART_BECOMES = Field(
    Word("zamiana sekwencji podziału", "part separator becomes"),
    SEPARATOR,
    Wording("czym zastąpić sekwencję podziału w tekście (/)", "what a part separator within a text becomes (/)"),
)
GROUP_SEPARATOR = Field(
    Word("separator w opisie przelewów zbiorczych", "collective description separator"),
    SEPARATOR,
    Wording("co stoi między opisami w przelewie zbiorczym (spacja)", "between descriptions joined in one (a blank)"),
)
EMPTY_PARTS = Field(
    Word("puste części na końcu", "empty parts at the end"),
    cells.FLAG,
    Wording("czy pisać puste części pola na jego końcu (tak)", "whether empty parts at the end are written (yes)"),
)
LAST_SEPARATOR = Field(
    Word("separator po ostatnim wierszu", "separator after the last row"),
    cells.FLAG,
    Wording("czy plik kończy się separatorem wierszy (tak)", "whether the file ends with a row separator (yes)"),
)
ALLOWED = Field(
    Word("dozwolone znaki", "allowed characters"),
    CHARACTERS,
    Wording(
        'znaki poza literami, cyframi i spacją, które bank przyjmuje: "()-:,.?/"',
        "characters that the bank takes besides letters, digits and blanks",
    ),
)
FORBIDDEN = Field(
    Word("niedozwolone znaki", "forbidden characters"),
    CHARACTERS,
    Wording('znaki, których bank nie przyjmuje: ":;&@$"', "characters that the bank does not take"),
)
FORBIDDEN_BECOMES = Field(
    Word("zamiana niedozwolonych", "forbidden become"),
    SEPARATOR,
    Wording("czym je zastąpić; bez tego klucza przelew jest odmawiany", "what they become; else a payment is refused"),
)
MISSING_CHARACTER: Field[Simplify] = Field(
    Word("znak spoza kodowania", "character not in the encoding"),
    cells.choice(
        Wording("uprość albo odmów", "simplify or refuse"),
        {Word("uprość", "simplify"): Simplify.SIMPLIFY, Word("odmów", "refuse"): Simplify.REFUSE},
    ),
    Wording("co zrobić ze znakiem, którego kodowanie nie ma (uprość: ł→l)", "what becomes of it (simplify: ł→l)"),
)
KINDS = Field(
    Word("rodzaje przelewów", "kinds of payments"),
    KINDS_CELL,
    Wording(
        "rodzaje, które format zapisuje, po przecinku; innych odmawia (wszystkie)",
        "kinds that the format writes, with commas; it refuses others (all)",
    ),
)
CURRENCIES = Field(
    Word("waluty", "currencies"),
    CURRENCIES_CELL,
    Wording(
        "waluty, które format zapisuje, po przecinku, albo: wszystkie; bez klucza PLN, a z polem Waluta wszystkie",
        "currencies that the format writes, with commas, or: wszystkie; else PLN, or all where it has Waluta",
    ),
)
SKIPPED_LINES = Field(
    Word("wierszy nagłówka", "header lines"),
    cells.WHOLE,
    Wording("ile wierszy nagłówka ma plik, gdy różni się od sekcji [Nagłówek]", "how many header lines the file has"),
)

FIELD_WORDS = {field.word: field for field in FIELDS}
FIELD: Field[BankField] = Field(
    Word("Pole", "Field", ("Nazwa pola",)),
    cells.choice(Wording("nazwa pola", "name of a field"), FIELD_WORDS),
    Wording("co stoi w tym miejscu; listę daje „dekret docs pola”", "what stands here; all: dekret docs pola"),
    required=True,
)
TYPE: Field[Form] = Field(
    Word("Typ", "Type", ("Typ pola",)),
    cells.choice(
        Wording("typ pola", "type of the field"),
        {
            Word("Tekst", "Text"): Form.TEXT,
            Word("Liczba", "Number", ("Liczba <#", "Liczba<#", "Number <#", "Number<#", "Liczba #")): Form.WHOLE,
            Word("Liczba <#.##", "Number <#.##", ("Liczba<#.##", "Number<#.##", "Liczba #.##")): Form.TWO,
            Word("Liczba <#.####", "Number <#.####", ("Liczba<#.####", "Number<#.####", "Liczba #.####")): Form.FOUR,
        },
    ),
    Wording("Tekst stoi w ogranicznikach, Liczba bez nich", "a text stands in delimiters, a number does not"),
    required=True,
)
VALUE = Field(
    Word("Wartość", "Value"),
    cells.TEXT,
    Wording("tekst stałej, wyrażenie albo zapytanie", "text of a constant, expression or query"),
)
WIDTH = Field(Word("Szerokość", "Width"), cells.WHOLE, Wording("najwięcej znaków", "most characters"))
JOIN: Field[Join] = Field(
    Word("Opcje", "Options", ("Opcje pola",)),
    cells.choice(
        Wording("nowe pole albo łączenie", "new field or joining"),
        {
            Word("nowe pole", "new field"): Join.NEW,
            Word("łącz", "join", ("łącz z poprzednim",)): Join.PLAIN,
            Word("łącz: spacja", "join: blank", ("łącz z poprzednim (spacja)",)): Join.BLANK,
            Word(
                "łącz: znak podziału",
                "join: part separator",
                ("łącz z poprzednim (znak podziału pola na części)", "łącz z poprzednim (znak podziału)"),
            ): Join.PART,
            Word("nowy wiersz", "new row"): Join.RECORD,
        },
    ),
    Wording(
        "nowe pole (tak jest domyślnie), łączenie z poprzednim, albo pole zaczynające nowy wiersz pliku",
        "a new field (by default), joined with the one before, or a field that begins a new row of the file",
    ),
)
STRIP = Field(
    Word("Usuwaj znaki", "Strip", ("Usuwaj znaki rozdzielające", "Usuwaj znaki rozdzielające w numerze rachunku")),
    cells.FLAG,
    Wording("numer rachunku jako ciąg cyfr, bez spacji i kresek (tak)", "the account as digits, without blanks (yes)"),
)
REQUIRED = Field(
    Word("Wymagane", "Required"),
    cells.FLAG,
    Wording("bez wartości przelew nie jest eksportowany", "without a value the payment is not exported"),
)
ALIGN: Field[Align] = Field(
    Word("Wyrównanie", "Alignment"),
    cells.choice(
        Wording("lewo albo prawo", "left or right"),
        {Word("lewo", "left", ("do lewej",)): Align.LEFT, Word("prawo", "right", ("do prawej",)): Align.RIGHT},
    ),
    Wording("przy stałej szerokości: tekst do lewej, liczba do prawej", "fixed width: texts left, numbers right"),
)
FILL = Field(
    Word("Dopełnienie", "Fill"),
    SEPARATOR,
    Wording("znak dopełniający stałą szerokość (spacja; kwot 0)", "what fills a fixed width (blank; amounts 0)"),
)
LINES = Field(
    Word("Linie", "Lines", ("Podpola",)),
    cells.WHOLE,
    Wording(
        "ile części o tej szerokości; tekst łamany na wyrazach, tytuł ze znacznikami co tyle znaków",
        "how many parts of this width; texts break at words, titles with tags anywhere",
    ),
)
EMPTY_LINES = Field(
    Word("Puste części", "Empty parts"),
    cells.FLAG,
    Wording(
        "czy pisać puste części na końcu pola, które ta pozycja zaczyna; bez wpisu jak klucz „puste części na końcu”",
        "whether empty parts at the end of the field that begins here are written; else as the key says",
    ),
)
OVERFLOW: Field[Overflow] = Field(
    Word("Gdy za długie", "When too long"),
    cells.choice(
        Wording("odmów albo skróć", "refuse or shorten"),
        {Word("odmów", "refuse"): Overflow.REFUSE, Word("skróć", "shorten"): Overflow.CUT},
    ),
    Wording("co zrobić z wartością dłuższą niż szerokość (odmów)", "what becomes of a longer value (refuse)"),
)
CONDITION: Field[Node] = Field(
    Word("Warunek", "Condition"),
    expressions.CONDITION,
    Wording("kiedy pozycja jest w rekordzie; pusty: zawsze", "when the position is there; empty: always"),
)
REMARK = Field(Word("Uwagi", "Remarks"), cells.TEXT, Wording("objaśnienie dla czytających", "a note for readers"))
COLUMNS = (
    FIELD, TYPE, VALUE, WIDTH, JOIN, STRIP, REQUIRED, ALIGN, FILL, LINES, EMPTY_LINES, OVERFLOW, CONDITION, REMARK,
)  # fmt: skip

GENERAL = SectionSchema(
    Word("Ogólne", "General"),
    Wording("parametry wspólne dla całego pliku", "parameters of the whole file"),  # 002:1148–1170
    keys=(
        NAME, USE, EXTENSION, CHARSET, SEPARATED, FIELD_SEPARATOR, ROW_SEPARATOR, DELIMITER, DELIMITER_BECOMES,
        VARIABLE, DATES, DECIMAL, VAT_DECIMAL, THOUSANDS, PART_SEPARATOR, GROUP_SEPARATOR,
        PART_BECOMES, EMPTY_PARTS, LAST_SEPARATOR, ALLOWED, FORBIDDEN, FORBIDDEN_BECOMES, MISSING_CHARACTER,
        KINDS, CURRENCIES, FILE_KIND, SKIPPED_LINES, *READING_KEYS,
    ),
)  # fmt: skip
HEADER = SectionSchema(
    Word("Nagłówek", "Header"),
    Wording("wiersze przed przelewami", "rows before the payments"),  # 002:1172–1184
    columns=COLUMNS,
)
POSITIONS = SectionSchema(
    Word("Pozycje", "Positions"),
    Wording("pola jednego przelewu, po kolei", "the fields of one payment, in order"),  # 002:1186–1201
    columns=COLUMNS,
)
FOOTER = SectionSchema(
    Word("Stopka", "Footer"),
    Wording("wiersze po przelewach; tylko w eksporcie", "rows after the payments; for export alone"),
    columns=COLUMNS,
)
BY_KIND = {
    kind: SectionSchema(
        Word(f"Pozycje {word.pl}", f"Positions {word.en}"),
        Wording(f"pola przelewu rodzaju {word.pl}, gdy inne niż w [Pozycje]", f"fields of payments: {word.en}"),
        columns=COLUMNS,
    )
    for kind, word in KIND_WORDS.items()
}
CHARACTER = Field(Word("Znak", "Character"), SEPARATOR, Wording("znak w tekście", "character"), required=True)
BECOMES = Field(Word("Na", "Becomes"), SEPARATOR, Wording("czym go zastąpić", "what it becomes"))
CHARACTER_TABLE = SectionSchema(
    Word("Znaki", "Characters"),
    Wording("zamiana znaków w tekstach; puste Na usuwa znak", "replacements in texts; an empty one drops it"),
    columns=(CHARACTER, BECOMES),
)
LANGUAGE = Language(
    Word("format", "format"),
    "format",
    Wording("format pliku bankowego: przelewy do banku i z banku", "bank file: payments to and from a bank"),
    (GENERAL, HEADER, POSITIONS, *BY_KIND.values(), FOOTER, CHARACTER_TABLE, MT940, FIELD_86),
    preamble=(BASED_ON,),
)

NEEDED: tuple[Field[object], ...] = (NAME, USE, CHARSET)
"""Keys that a format has to have, of its own or from the one it is based on."""
TABLES = (HEADER, POSITIONS, FOOTER, *BY_KIND.values())
