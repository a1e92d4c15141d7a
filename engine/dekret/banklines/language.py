"""The language `wyciąg`: its sections, keys and columns."""

from dataclasses import dataclass
from enum import Enum

from dekret.banklines.patterns import ACCOUNTS, TEXTS, Pattern
from dekret.expr import cells as expressions
from dekret.syntax import cells
from dekret.syntax.schema import Field, Language, SectionSchema, Word
from dekret.text.wording import Wording


class Choice(Enum):
    """Which of the rules that fit a line is taken."""

    FIRST = Word("pierwsza", "first")
    POINTS = Word("punkty", "points")


class Direction(Enum):
    """Where the money goes."""

    IN = Word("przychód", "in", ("uznanie",))
    OUT = Word("rozchód", "out", ("obciążenie",))


NAME = Field(Word("nazwa", "name"), cells.TEXT, Wording("nazwa reguł", "name of the rules"), required=True)
CHOICE: Field[Choice] = Field(
    Word("wybór", "choice"),
    cells.choice(Wording("wybór reguły", "choice of the rule"), {choice.value: choice for choice in Choice}),
    Wording(
        "która z pasujących reguł działa: pierwsza w tabeli (tak jest bez tego klucza) albo ta, która ma najwięcej "
        "punktów; z równych pierwsza",
        "which of the rules that fit works: the first of the table (also without this key), or the one with most "
        "points; of equal ones the first",
    ),
)

_PATTERNS = Wording(
    "bez % jako słowa w tekście, z % i _ jak w LIKE; „nie” przed wzorcem wyklucza; przecinek w tekście zastępuje _",
    "without % as words of the text, with % and _ as in LIKE; 'nie' excludes; _ stands for a comma in the text",
)


@dataclass(frozen=True, slots=True, eq=False)
class TextColumn:
    """A column of patterns, and the fields of a line that they are looked for in; accounts are not folded."""

    field: Field[tuple[Pattern, ...]]
    sources: tuple[str, ...]
    folded: bool = True


def _texts(word: Word, sources: tuple[str, ...], pl: str, en: str) -> TextColumn:
    return TextColumn(Field(word, TEXTS, Wording(f"{pl}; {_PATTERNS.pl}", f"{en}; {_PATTERNS.en}")), sources)


NOTHING = Word("brak", "none", ("-", "–"))
"""What a case writes where nothing is proposed; no rule may have it for its code."""
CODE = Field(Word("Kod", "Code"), cells.TEXT, Wording("kod reguły, jeden na regułę", "code of the rule"), required=True)
DIRECTION: Field[Direction] = Field(
    Word("Kierunek", "Direction"),
    cells.choice(Wording("kierunek", "direction"), {direction.value: direction for direction in Direction}),
    Wording("wpływ albo wypływ pieniędzy; pusty: każdy", "money in or out; empty: either"),
)
TITLE = _texts(Word("Tytuł", "Title"), ("title",), "tytuł pozycji", "title of the line")
PARTY = _texts(
    Word("Kontrahent", "Contractor"),
    ("party_name",),
    "nazwa drugiej strony, jak podał ją bank",
    "name of the other side",
)
ACCOUNT_PATTERN = TextColumn(
    Field(
        Word("Rachunek", "Bank account"),
        ACCOUNTS,
        Wording(
            "rachunek drugiej strony: cały, ze spacjami lub bez, albo początek z %; _ to jedna cyfra",
            "account of the other side: whole, with or without blanks, or its beginning with %; _ is one digit",
        ),
    ),
    ("party_account",),
    folded=False,
)
OPERATION = _texts(
    Word("Operacja", "Operation"),
    ("code", "operation"),
    "kod albo nazwa operacji według banku",
    "the bank's code or name of the operation",
)
TEXT_COLUMNS: tuple[TextColumn, ...] = (TITLE, PARTY, ACCOUNT_PATTERN, OPERATION)
LEAST = Field(
    Word("Kwota od", "Amount from"), cells.AMOUNT, Wording("najmniejsza kwota, bez znaku", "least amount, unsigned")
)
MOST = Field(
    Word("Kwota do", "Amount to"), cells.AMOUNT, Wording("największa kwota, bez znaku", "largest amount, unsigned")
)
CONDITION = Field(
    Word("Warunek", "Condition"),
    expressions.CONDITION,
    Wording("warunek na makrach pozycji, np. @Waluta = 'EUR'", "a condition on macros of the line"),
)
CONDITIONS: tuple[Field[object], ...] = (
    DIRECTION,
    *(column.field for column in TEXT_COLUMNS),
    LEAST,
    MOST,
    CONDITION,
)
"""The columns that narrow a rule."""
POINTS = Field(
    Word("Punkty", "Points"), cells.WHOLE, Wording("waga reguły, gdy wybór = punkty", "weight, where choice = points")
)
ACCOUNT = Field(
    Word("Konto", "Account"),
    expressions.ACCOUNT,
    Wording("konto przeciwstawne: 402-05 albo wyrażenie", "the opposite account: 402-05 or an expression"),
)
CATEGORY = Field(Word("Kategoria", "Category"), cells.TEXT, Wording("kod kategorii", "code of the category"))
PARTY_CODE = Field(Word("Podmiot", "Entity"), cells.TEXT, Wording("kod podmiotu", "code of the entity"))
DESCRIPTION = Field(
    Word("Opis", "Description"),
    expressions.TEXT,
    Wording("opis zapisu: 'Prowizja: ' + @Tytul", "description of the entry: 'Fee: ' + @Tytul"),
)
REMARK = Field(Word("Uwagi", "Remarks"), cells.TEXT, Wording("objaśnienie dla czytających", "a note for readers"))

GENERAL = SectionSchema(
    Word("Ogólne", "General"),
    Wording("nazwa i wybór reguły", "name, and choice of the rule"),
    keys=(NAME, CHOICE),
    required=True,
)
RULES = SectionSchema(
    Word("Reguły", "Rules"),
    Wording(
        "tabela reguł: warunki, które muszą zachodzić wszystkie, i to, co reguła proponuje; pusty warunek nie zawęża, "
        "pusty wynik zostawia to, co jest",
        "the rules: conditions, all of which have to hold, and what the rule proposes; an empty condition does not "
        "narrow, an empty result leaves what is there",
    ),
    columns=(
        CODE,
        *CONDITIONS,
        POINTS,
        ACCOUNT,
        CATEGORY,
        PARTY_CODE,
        DESCRIPTION,
        REMARK,
    ),
    required=True,
)
LANGUAGE = Language(
    Word("wyciąg", "statement"),
    "wyciag",
    Wording(
        "reguły wyciągu: jakie konto, kategorię, podmiot i opis dostaje pozycja wyciągu bankowego",
        "rules of statements: the account, category, entity and description proposed for a line of a bank statement",
    ),
    (GENERAL, RULES),
)
