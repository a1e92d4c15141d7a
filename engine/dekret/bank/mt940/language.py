"""What the language `format` has for files in MT940 and MT942: the keys of [MT940], the table [Pole 86].

Such a format has no positions: its lines are told by tags, and what a bank writes into `:86:` by marks, which are rows
of the table. How a file is then read is in `mt940`.
"""

import re
from enum import Enum

from dekret.bank.field import BankField
from dekret.bank.fields import FIELDS
from dekret.bank.mt940 import problems
from dekret.syntax import cells
from dekret.syntax.schema import CellKind, Field, Parsed, SectionSchema, Word
from dekret.text.wording import Wording


class FileKind(Enum):
    """What a file is made of."""

    RECORDS = "records"
    MT940 = "mt940"


class Envelope(Enum):
    """What stands around the messages of a file (bank fact sheet 3.4)."""

    DETECT = "detect"
    SWIFT = "swift"
    BARE = "bare"
    SOH = "soh"


class Form86(Enum):
    """How `:86:` is made (bank fact sheet 3.5); that of a separator is the separator."""

    DETECT = "detect"
    TILDE = "~"
    ANGLE = "<"
    CARET = "^"
    PLUS = "+"
    QUESTION = "?"
    LABELS = "labels"
    KEYWORDS = "keywords"
    TEXT = "text"

    __hash__ = object.__hash__  # asked for several times a line; that of an enumeration takes ten times as long


SEPARATED = (Form86.TILDE, Form86.ANGLE, Form86.CARET, Form86.PLUS, Form86.QUESTION)
"""The forms of a separator and two digits."""


class Gap(Enum):
    """What is put between lines, or between parts; a row may give way to those above it."""

    NOTHING = ""
    BLANK = " "
    IF_NONE = "if none"


class Supplement(Enum):
    """What the second line of `:61:` is."""

    DETECT = "detect"
    CODE = "code"
    NAME = "name"
    OTHER = "other"


class CodeFrom(Enum):
    """Where the code of an operation comes from first."""

    FIELD_61 = "61"
    FIELD_86 = "86"


CODE_MARK = "kod"
"""The mark of the digits that `:86:` begins with."""
START_MARK = "początek"
"""The mark of the text before the first subfield or label, behind these digits."""
_RANGE = re.compile(r"(\d\d)\s*[-–]\s*(\d\d)")
_CODES = re.compile(r"\w{1,4}(\s*,\s*\w{1,4})*")


def _read_codes(text: str) -> Parsed[frozenset[str]]:
    """Codes of operations, with commas between them."""
    if not _CODES.fullmatch(text):
        return Parsed(None, (problems.BAD_CODES.found(0, len(text), text=text),))
    return Parsed(frozenset(code.strip() for code in text.split(",")))


def marks_of(text: str) -> tuple[str, ...]:
    """The marks that a cell stands for.

    >>> marks_of("20-22"), marks_of("31"), marks_of("TYT.")
    (('20', '21', '22'), ('31',), ('TYT.',))
    """
    found = _RANGE.fullmatch(text)
    if not found:
        return (text,)
    return tuple(f"{number:02}" for number in range(int(found[1]), int(found[2]) + 1))


_FORM_WORDS = {
    **{Word(form.value, form.value): form for form in SEPARATED},
    Word("etykiety", "labels"): Form86.LABELS,
    Word("słowa kluczowe", "keywords"): Form86.KEYWORDS,
}
_DETECT = Word("wykryj", "detect")
_NOTHING, _BLANK = Word("bez odstępu", "no blank"), Word("spacja", "blank")

FILE_KIND: Field[FileKind] = Field(
    Word("rodzaj pliku", "kind of file"),
    cells.choice(
        Wording("rekordy albo MT940", "records or MT940"),
        {Word("rekordy", "records"): FileKind.RECORDS, Word("MT940", "MT940", ("MT942",)): FileKind.MT940},
    ),
    Wording(
        "rekordy opisane pozycjami (tak jest bez klucza) albo MT940 i MT942 opisane w [MT940] i [Pole 86]",
        "records told by positions (by default), or MT940 and MT942 told in [MT940] and [Pole 86]",
    ),
)
ENVELOPE: Field[Envelope] = Field(
    Word("koperta", "envelope"),
    cells.choice(
        Wording("wykryj, bloki SWIFT, goły albo SOH", "detect, SWIFT blocks, bare or SOH"),
        {
            _DETECT: Envelope.DETECT,
            Word("bloki SWIFT", "SWIFT blocks"): Envelope.SWIFT,
            Word("goły", "bare"): Envelope.BARE,
            Word("SOH", "SOH"): Envelope.SOH,
        },
    ),
    Wording(
        "co otacza komunikat: {1:…}{4: i -}, nic (kończy go wiersz -), wiersz z SOH i - z ETX (wykryj)",
        "what stands around a message: {1:…}{4: and -}, nothing (a line - ends it), SOH and - with ETX (detect)",
    ),
)
FORM: Field[Form86] = Field(
    Word("postać pola 86", "form of field 86"),
    cells.choice(
        Wording("wykryj, ~ < ^ + ?, etykiety, słowa kluczowe albo tekst", "detect, ~ < ^ + ?, labels, keywords, text"),
        {_DETECT: Form86.DETECT, **_FORM_WORDS, Word("tekst", "text"): Form86.TEXT},
    ),
    Wording(
        "jak zbudowane jest pole 86; wykryj rozpoznaje każdą pozycję osobno (wykryj)",
        "how field 86 is made; detect tells it line by line (detect)",
    ),
)
LINES_GAP: Field[Gap] = Field(
    Word("łączenie linii", "joining of lines"),
    cells.choice(Wording("bez odstępu albo spacja", "no blank or blank"), {_NOTHING: Gap.NOTHING, _BLANK: Gap.BLANK}),
    Wording("czym połączyć wiersze pola 86 (bez odstępu)", "what is put between the lines of field 86 (no blank)"),
)
PARTS_GAP: Field[Gap] = Field(
    Word("łączenie części", "joining of parts"),
    LINES_GAP.kind,
    Wording("czym połączyć podpola jednego wiersza tabeli (bez odstępu)", "what is put between subfields of one row"),
)
SUPPLEMENT: Field[Supplement] = Field(
    Word("drugi wiersz pola 61", "second line of field 61"),
    cells.choice(
        Wording("wykryj, kod operacji, nazwa operacji albo inne dane", "detect, code, name or other"),
        {
            _DETECT: Supplement.DETECT,
            Word("kod operacji", "operation code"): Supplement.CODE,
            Word("nazwa operacji", "operation"): Supplement.NAME,
            Word("inne dane", "other"): Supplement.OTHER,
        },
    ),
    Wording(
        "czym jest drugi wiersz pola 61; wykryj: cyfry na początku to kod, reszta nazwa operacji (wykryj)",
        "what the second line of field 61 is; detect: digits are the code, the rest the operation (detect)",
    ),
)
CODE_FROM: Field[CodeFrom] = Field(
    Word("kod operacji z", "code from"),
    cells.choice(
        Wording("pola 86 albo pola 61", "field 86 or field 61"),
        {Word("pola 86", "field 86"): CodeFrom.FIELD_86, Word("pola 61", "field 61"): CodeFrom.FIELD_61},
    ),
    Wording(
        "skąd najpierw brać kod operacji: z pola 86 albo z typu w polu 61, np. NTRF (pola 86)",
        "where the code is taken from first: field 86, or the type in field 61 such as NTRF (field 86)",
    ),
)

ROW_FORM: Field[Form86] = Field(
    Word("Postać", "Form"),
    cells.choice(Wording("~ < ^ + ?, etykiety albo słowa kluczowe", "~ < ^ + ?, labels or keywords"), _FORM_WORDS),
    Wording("której postaci pola 86 dotyczy wiersz", "the form of field 86 that the row is of"),
    required=True,
)
MARK: Field[str] = Field(
    Word("Znacznik", "Mark"),
    cells.TEXT,
    Wording(
        "podpola 20-25, 31; etykieta TYT.; słowo /BENM/; kod: cyfry na początku pola; początek: tekst przed resztą",
        "subfields 20-25, 31; label TYT.; keyword /BENM/; 'kod': digits at the start; 'początek': text before the rest",
    ),
    required=True,
)
ROW_FIELD: Field[BankField] = Field(
    Word("Pole", "Field", ("Nazwa pola",)),
    cells.choice(Wording("nazwa pola", "name of a field"), {field.word: field for field in FIELDS}),
    Wording(
        "co tam stoi („dekret docs pola”); Inne informacje zostają przy pozycji pod znacznikiem",
        "what stands there (dekret docs pola); Inne informacje stay with the line under their mark",
    ),
    required=True,
)
ROW_GAP: Field[Gap] = Field(
    Word("Łączenie", "Joining"),
    cells.choice(
        Wording("bez odstępu, spacja albo gdy brak", "no blank, blank or if none"),
        {_NOTHING: Gap.NOTHING, _BLANK: Gap.BLANK, Word("gdy brak", "if none"): Gap.IF_NONE},
    ),
    Wording(
        "jak łączyć podpola wiersza; gdy brak: tylko gdy pola nie dały wiersze wyżej",
        "what is put between subfields of the row; gdy brak: only where no row above gave the field",
    ),
)
CODES: Field[frozenset[str]] = Field(
    Word("Warunek kodu", "Codes"),
    CellKind(Wording("kody operacji po przecinku", "codes, with commas"), _read_codes),
    Wording(
        "tylko dla tych kodów operacji, np. 114; ma pierwszeństwo przed wierszem bez kodu",
        "for these operation codes alone, such as 114; goes before a row without codes",
    ),
)
ROW_REMARK = Field(Word("Uwagi", "Remarks"), cells.TEXT, Wording("objaśnienie dla czytających", "a note for readers"))

MT940 = SectionSchema(
    Word("MT940", "MT940"),
    Wording("jak czytać komunikaty MT940 i MT942", "how messages MT940 and MT942 are read"),
    keys=(ENVELOPE, FORM, LINES_GAP, PARTS_GAP, SUPPLEMENT, CODE_FROM),
)
FIELD_86 = SectionSchema(
    Word("Pole 86", "Field 86"),
    Wording("co znaczą podpola, etykiety i słowa kluczowe pola 86", "what the subfields, labels, keywords of 86 mean"),
    columns=(ROW_FORM, MARK, ROW_FIELD, ROW_GAP, CODES, ROW_REMARK),
)
