"""The language `schemat`: its sections, keys and columns."""

from dekret.documents.document_types import DOCUMENT_TYPES, DocumentType, Split
from dekret.expr import cells as expressions
from dekret.expr.nodes import Node
from dekret.syntax import cells
from dekret.syntax.schema import CellKind, Field, Language, Parsed, SectionSchema, Word
from dekret.text.wording import Wording

NAME = Field(Word("nazwa", "name"), cells.TEXT, Wording("nazwa schematu", "name of the scheme"), required=True)
TYPE: Field[DocumentType] = Field(
    Word("typ", "type"),
    cells.choice(Wording("typ dokumentu", "type of document"), {known.word: known for known in DOCUMENT_TYPES}),
    Wording("typ dokumentu, który schemat księguje", "the type of document that the scheme posts"),
    required=True,
)
JOURNAL = Field(Word("dziennik", "journal"), cells.TEXT, Wording("symbol dziennika", "symbol of the journal"))
BUFFER = Field(
    Word("księgowanie przez bufor", "through the buffer", ("bufor",)),
    cells.FLAG,
    Wording(
        "czy zapisy trafiają do bufora dziennika, bez numeru", "whether entries go to the buffer, without a number"
    ),
)
FROM_SETTINGS = Word("z konfiguracji", "from settings")


def _read_date(text: str) -> Parsed[Node]:
    return Parsed(None) if FROM_SETTINGS.is_(text) else expressions.DATE.read(text)


def _tidy_date(text: str) -> str:
    return FROM_SETTINGS.pl if FROM_SETTINGS.is_(text) else expressions.DATE.tidy(text)


DATE: Field[Node] = Field(
    Word("data księgowania", "posting date"),
    CellKind(
        Wording("wyrażenie dające datę albo: z konfiguracji", "expression that gives a date, or: from settings"),
        _read_date,
        _tidy_date,
    ),
    Wording(
        "data zapisu, zwykle makro (@DataOperacji); z konfiguracji i bez tego klucza: według kartoteki",
        "the date of the entry, usually a macro (@DataOperacji); from settings, and without this key: by the directory",
    ),
)
DESCRIPTION = Field(
    Word("opis", "description"),
    expressions.TEXT,
    Wording("opis zapisu (@NumerPelny)", "description of the entry (@NumerPelny)"),
)
CONDITION = Field(
    Word("warunek", "condition"),
    expressions.CONDITION,
    Wording("które dokumenty schemat w ogóle księguje", "which documents the scheme posts at all"),
)
MERGE = Field(
    Word("scalaj", "merge"),
    cells.FLAG,
    Wording(
        "czy połączyć pozycje o tej samej stronie, koncie, walucie, opisie, kategorii i wymiarach",
        "whether lines of the same side, account, currency, description, category and dimensions become one",
    ),
)
MAY_POST_NOTHING = Field(
    Word("może nic nie zaksięgować", "may post nothing"),
    cells.FLAG,
    Wording("czy dokument, do którego nie pasuje żaden wiersz, jest w porządku", "whether no line at all is fine"),
)

NUMBER = Field(Word("Lp", "No", ("Lp.",)), cells.WHOLE, Wording("numer wiersza", "number of the row"))
DEBIT = Field(
    Word("Konto Wn", "Debit account"),
    expressions.ACCOUNT,
    Wording("konto strony Wn: 202-2-1 albo wyrażenie", "debit account: 202-2-1 or an expression"),
)
CREDIT = Field(
    Word("Konto Ma", "Credit account"),
    expressions.ACCOUNT,
    Wording("konto strony Ma: 202-2-1 albo wyrażenie", "credit account: 202-2-1 or an expression"),
)
NO_SPLIT = Word("brak", "none", ("-",))
SPLIT_WORDS = {
    Word("Podmioty", "Parties", ("Kontrahenci",)): Split.PARTIES,
    Word("Podmioty2", "Parties2", ("Podmioty 2",)): Split.PARTIES2,
    Word("Zaliczkobiorcy", "Advance holders", ("Zaliczkobiorca",)): Split.ADVANCE_HOLDERS,
    Word("Pracownicy", "Employees"): Split.EMPLOYEES,
    Word("Towary", "Goods"): Split.GOODS,
    Word("Kategorie", "Categories"): Split.CATEGORIES,
    Word("Środki trwałe", "Fixed assets"): Split.FIXED_ASSETS,
}


def split_word(split: Split) -> Word:
    """The word of a split."""
    return next(word for word, known in SPLIT_WORDS.items() if known is split)


SPLIT: Field[Split | None] = Field(
    Word("Słownik", "Dictionary", ("Podział na słowniki",)),
    cells.choice(Wording("podział na słowniki", "split by a dictionary"), {NO_SPLIT: None, **SPLIT_WORDS}),
    Wording("czyim kodem kończy się konto słownikowe", "whose code a dictionary account ends with"),
)
AMOUNT = Field(
    Word("Kwota", "Amount"),
    expressions.AMOUNT,
    Wording("kwota: makro (@Netto) albo wyrażenie", "the amount: a macro (@Netto) or an expression"),
    required=True,
)
CURRENCY = Field(
    Word("Waluta", "Currency", ("Księg. walut.", "Księgowanie walutowe", "Księg. walut")),
    cells.FLAG,
    Wording(
        "czy księgować w walucie dokumentu (kwota w walucie, kurs, kwota w PLN)",
        "whether to post in the currency of the document (amount in it, rate, amount in PLN)",
    ),
)
SETTLEMENT = Field(
    Word("Rozrachunek", "Settlement"),
    cells.FLAG,
    Wording("czy pozycja tworzy rozrachunek", "whether the line is to be settled"),  # 002:721
)
LINE_DESCRIPTION = Field(
    Word("Opis", "Description"),
    expressions.TEXT,
    Wording("opis pozycji; bez niego opis zapisu", "description of the line; else that of the entry"),
)
LINE_CONDITION = Field(
    Word("Warunek", "Condition"),
    expressions.CONDITION,
    Wording("kiedy wiersz księguje; pusty: zawsze", "when the row posts; empty: always"),
)
REMARK = Field(Word("Uwagi", "Remarks"), cells.TEXT, Wording("objaśnienie dla czytających", "a note for readers"))

HEADER = SectionSchema(
    Word("Nagłówek", "Header"),
    Wording("nazwa, typ dokumentu, dziennik, data i opis zapisu", "name, type, journal, date and description"),
    keys=(NAME, TYPE, JOURNAL, BUFFER, DATE, DESCRIPTION, CONDITION, MERGE, MAY_POST_NOTHING),
    required=True,
)
ROWS = SectionSchema(
    Word("Pozycje", "Rows"),
    Wording("tabela pozycji: konta, słownik, kwota, warunek", "the rows: accounts, dictionary, amount, condition"),
    columns=(NUMBER, DEBIT, CREDIT, SPLIT, AMOUNT, CURRENCY, SETTLEMENT, LINE_DESCRIPTION, LINE_CONDITION, REMARK),
    required=True,
)
LANGUAGE = Language(
    Word("schemat", "scheme"),
    "schemat",
    Wording("schemat księgowy: jak dokument staje się zapisem", "posting scheme: how a document becomes an entry"),
    (HEADER, ROWS),
)
