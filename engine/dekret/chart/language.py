"""The languages `wykres`, `wstawka`, `filtr` and `kolumny`: their sections, keys and columns."""

import re
from enum import Enum
from functools import cache

from dekret.chart.operators import Operator
from dekret.syntax import cells, grammar
from dekret.syntax.problems import PASTED_CHARACTERS
from dekret.syntax.schema import CellKind, Field, Language, Parsed, SectionSchema, Word
from dekret.text.wording import Wording


class Action(Enum):
    """Where the rows of a chart come from (seeds/001:1728-1749)."""

    SQL = Word("SQL", "SQL")
    PROCEDURE = Word("procedura", "procedure")
    QUEUE = Word("kolejka", "queue", ("kolejka globalna",))


class Selection(Enum):
    """How the records marked on a list reach the query (seeds/001:1988-2018)."""

    NONE = Word("brak", "none")
    TEMPORARY = Word("tabela tymczasowa", "temporary table")
    LIST = Word("klauzula IN", "IN list")


class Scope(Enum):
    """Who sees a filter (seeds/001:3958)."""

    USER = Word("użytkownik", "user")
    GLOBAL = Word("globalny", "global")


class FormatType(Enum):
    """How a column is shown (seeds/002:2903)."""

    NONE = Word("None", "None", ("brak",))
    NUMERIC = Word("Numeric", "Numeric", ("liczba",))
    DATE = Word("DateTime", "DateTime", ("data",))
    CUSTOM = Word("Custom", "Custom", ("własny",))


class AliasKind(Enum):
    """What an alias of the application stands for (seeds/002:3017-3027)."""

    DATE = Word("data", "date")
    NUMBER = Word("liczba", "number")
    TEXT = Word("tekst", "text")


_PASTED = {**dict.fromkeys("’‘‚‛", "'"), **dict.fromkeys("\u00a0\u2007\u202f", " ")}
_INNER = re.compile(r"\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}|\?@(?:(?!\?@|@\?).)*@\?", re.DOTALL)
"""Expressions and definitions."""


@cache
def _token() -> re.Pattern[str]:
    return re.compile(f"{grammar.terminal('dpl', 'QUOTED')}|(?P<pasted>[{''.join(_PASTED)}])")


def _read_sql(text: str) -> Parsed[str]:
    """SQL with pasted quotes and blanks made plain where they are no part of a T-SQL text, name or comment.

    >>> _read_sql("a = ’x’").value
    "a = 'x'"
    """
    if text.isascii():
        return Parsed(text)
    found = [match for match in _token().finditer(text) if match["pasted"]]
    characters = list(text)
    for match in found:
        characters[match.start()] = _PASTED[match.group()]
    findings = tuple(PASTED_CHARACTERS.found(match.start(), match.end()) for match in found)
    return Parsed("".join(characters), findings)


def _read_graphics(text: str) -> Parsed[str]:
    """Graphic parameters, with pasted quotes made plain in expressions and definitions alone: a title keeps its own.

    >>> _read_graphics("/@HeaderName=Ala’s {’Rok ’ & ??Rok}").value
    "/@HeaderName=Ala’s {'Rok ' & ??Rok}"
    """
    places = [
        inner.start()
        for found in _INNER.finditer(text)
        for inner in re.compile("[’‘‚‛]").finditer(text, found.start(), found.end())
    ]
    characters = list(text)
    for place in places:
        characters[place] = "'"
    return Parsed("".join(characters), tuple(PASTED_CHARACTERS.found(place, place + 1) for place in places))


SQL = CellKind(Wording("SQL z językiem wykresów", "SQL with the chart language"), _read_sql)


def _choice(name: Wording, kind: type[Enum]) -> CellKind[Enum]:
    return cells.choice(name, {each.value: each for each in kind})


NAME = Field(Word("nazwa", "name"), cells.TEXT, Wording("nazwa dla użytkownika", "name for the user"), required=True)
ACTION = Field(
    Word("akcja", "action"),
    _choice(Wording("akcja wykresu", "action of a chart"), Action),
    Wording(
        "skąd są wiersze, bez tego klucza SQL; kolejkę wypełnia aplikacja",
        "where the rows come from, SQL without this key; the application fills a queue",
    ),
)
TABLE_ONLY = Field(
    Word("tylko tabela", "table only"),
    cells.FLAG,
    Wording(
        "wynik jest samą tabelą bez rysunku, z 1–20 dowolnymi kolumnami",
        "the result is a table with no picture, with 1–20 columns of any kind",
    ),
)
SELECTION = Field(
    Word("obsługa zaznaczeń", "selection"),
    _choice(Wording("obsługa zaznaczeń", "selection"), Selection),
    Wording("jak zapytanie dostaje rekordy zaznaczone na liście", "how the query gets the records marked on a list"),
)
CHART_GENERAL = SectionSchema(
    Word("Ogólne", "General"),
    Wording("nazwa i rodzaj wykresu", "name and kind of the chart"),
    keys=(NAME, ACTION, TABLE_ONLY, SELECTION),
    required=True,
)
QUERY = SectionSchema(
    Word("Zapytanie", "Query"),
    Wording(
        "Zapytanie T-SQL z językiem wykresów (dekret docs dpl); przy akcji procedura jej wywołanie: DLL|PROC(…). Z "
        "rysunkiem pierwsze kolumny to numer punktu (PunktID), liczba na osi X i jej opis, dalej serie.",
        "T-SQL with the chart language (dekret docs dpl); for a procedure its call: DLL|PROC(…). With a picture the "
        "first columns are the number of the point (PunktID), a number of the X axis and its label, then series.",
    ),
    text=True,
    content=SQL,
)
GRAPHICS = SectionSchema(
    Word("Grafika", "Graphics"),
    Wording(
        "Parametry graficzne, np. /@Type=1 /@HeaderName=Obroty; wszystkie wypisuje dekret docs dpl.",
        "Graphic parameters, as /@Type=1 /@HeaderName=Obroty; dekret docs dpl lists them all.",
    ),
    text=True,
    content=CellKind(Wording("parametry graficzne", "graphic parameters"), _read_graphics),
)
PROCEDURE = Field(
    Word("Procedura", "Procedure"),
    cells.TEXT,
    Wording("okno programu, np. Rachunki bankowe; puste: wszędzie", "a window of the program; empty: anywhere"),
)
CONTEXT = Field(
    Word("Kontekst", "Context"),
    cells.TEXT,
    Wording("miejsce w oknie, np. Lista; puste: całe okno", "a place in the window; empty: all of it"),
)
ORDER = Field(Word("Lp", "No"), cells.WHOLE, Wording("kolejność", "order"))
DEFAULT = Field(
    Word("Domyślny", "Default"),
    cells.FLAG,
    Wording("czy otwiera go zwykłe kliknięcie", "whether a plain click opens it"),
)
OFFERED_IF = Field(
    Word("Warunek", "Condition"),
    cells.TEXT,
    Wording("wyrażenie na zmiennych aplikacji, np. BRa_Typ = 1", "an expression on variables of the application"),
)
CALLS = SectionSchema(
    Word("Wywołania", "Call points"),
    Wording("gdzie wykres jest wykresem startowym", "where the chart is a start chart"),
    columns=(PROCEDURE, CONTEXT, ORDER, DEFAULT, OFFERED_IF),
)
BELOW = Field(
    Word("Wykres", "Chart"), cells.TEXT, Wording("symbol podwykresu", "symbol of the sub-chart"), required=True
)
SUB_CHARTS = SectionSchema(
    Word("Podwykresy", "Sub-charts"),
    Wording(
        "wykresy, do których się z niego wchodzi; mogą tworzyć pętle", "charts opened from it; they may form circles"
    ),
    columns=(BELOW, ORDER, DEFAULT),
)
CHART = Language(
    Word("wykres", "chart"),
    "wykres",
    Wording("wykres: analiza danych z bazy, z parametrami", "a chart: an analysis of the database, with parameters"),
    (CHART_GENERAL, QUERY, GRAPHICS, CALLS, SUB_CHARTS),
)

SHARED = Field(
    Word("wspólna", "shared"),
    cells.FLAG,
    Wording(
        "czy jest także dla wykresów spoza tych plików; bez tego klucza nieużywana ma ostrzeżenie",
        "whether it is for charts of other files, too; without this key one that is not used has a warning",
    ),
)
INSERT_GENERAL = SectionSchema(
    Word("Ogólne", "General"), Wording("nazwa wstawki", "name of the insert"), keys=(NAME, SHARED), required=True
)
CONTENT = SectionSchema(
    Word("Treść", "Content"),
    Wording(
        "Tekst, który zastępuje @INS …|| INS@; może mieć @INSP, teksty warunkowe i inne wstawki (dekret docs dpl).",
        "The text that @INS …|| INS@ is replaced by; it may hold @INSP, conditional texts, inserts (dekret docs dpl).",
    ),
    text=True,
    content=SQL,
    required=True,
)
INSERT = Language(
    Word("wstawka", "insert"),
    "wstawka",
    Wording("wstawka: tekst wspólny wielu wykresów", "an insert: text that many charts share"),
    (INSERT_GENERAL, CONTENT),
)

LIST = Field(
    Word("lista", "list"),
    cells.TEXT,
    Wording("lista, której dotyczy, np. zapisy kasowe/bankowe", "the list it is for, as cash entries"),
)
SCOPE = Field(
    Word("zakres", "scope"),
    _choice(Wording("zakres filtra", "scope of a filter"), Scope),
    Wording("kto go widzi, bez tego klucza użytkownik", "who sees it, the user without this key"),
)
TABLE = Field(
    Word("tabela", "table"),
    cells.TEXT,
    Wording("tabela, której wiersze filtruje, np. CDN.VatNag", "the table whose rows it filters, as CDN.VatNag"),
)
DOCUMENT_TYPE = Field(
    Word("typ", "type"),
    cells.TEXT,
    Wording(
        "typ dokumentu, gdy filtr ma wybierać także dokumenty: Rejestr VAT zakupu …; pola są wtedy makrami",
        "type of document, where the filter chooses documents, too: VAT purchase register …; fields are macros then",
    ),
)
FILTER_GENERAL = SectionSchema(
    Word("Ogólne", "General"),
    Wording("nazwa i zakres filtra", "name and scope of the filter"),
    keys=(NAME, LIST, TABLE, DOCUMENT_TYPE, SCOPE),
    required=True,
)
CONDITION = SectionSchema(
    Word("Warunek", "Condition"),
    Wording(
        "Warunek SQL z językiem wykresów (dekret docs dpl), np. VaN_Detal=1.",
        "A condition of SQL with the chart language (dekret docs dpl), as VaN_Detal=1.",
    ),
    text=True,
    content=SQL,
)
GROUP = Field(
    Word("Grupa", "Group"),
    cells.TEXT,
    Wording("numer grupy: 1, 1.1; pusty: grupa główna", "number of the group: 1, 1.1; empty: the main group"),
)
CONNECTOR = Field(
    Word("Łącznik", "Connector"),
    cells.choice(Wording("łącznik", "connector"), {Word("Oraz", "And"): False, Word("Lub", "Or"): True}),
    Wording(
        "Oraz albo Lub: jak łączą się warunki grupy; wystarczy w jednym jej wierszu (bez niego Oraz)",
        "And or Or: how the conditions of the group are joined; in one of its rows (else And)",
    ),
)
FIELD = Field(Word("Pole", "Field"), cells.TEXT, Wording("kolumna, np. VaN_Detal", "a column, as VaN_Detal"))
OPERATOR = Field(
    Word("Operator", "Operator"),
    _choice(Wording("operator", "operator"), Operator),
    Wording("Jest równe, Jest puste, Zawiera, Zaczyna się od, Między …", "Equals, Is blank, Contains, Begins with …"),
)
HELD_VALUE = Field(
    Word("Wartość", "Value"),
    cells.TEXT,
    Wording(
        "wartość; dwie lub więcej po średniku; ??Nazwa to parametr, {…} wyrażenie",
        "the value; two or more with semicolons; ??Name is a parameter, {…} an expression",
    ),
)
PARAMETERS = SectionSchema(
    Word("Parametry", "Parameters"),
    Wording("deklaracje parametrów dla tabeli warunków: @PAR … PAR@", "declarations for the table: @PAR … PAR@"),
    text=True,
    content=SQL,
)
CONDITIONS = SectionSchema(
    Word("Warunki", "Conditions"),
    Wording(
        "warunek jako drzewo: wiersz na warunek, zamiast [Warunek]", "the condition as a tree, instead of [Warunek]"
    ),
    columns=(GROUP, CONNECTOR, FIELD, OPERATOR, HELD_VALUE),
)
FILTER = Language(
    Word("filtr", "filter"),
    "filtr",
    Wording("filtr: warunek na wiersze listy", "a filter: a condition on the rows of a list"),
    (FILTER_GENERAL, CONDITION, PARAMETERS, CONDITIONS),
)

NUMBER = Field(Word("Lp", "No"), cells.WHOLE, Wording("kolejność dołączania", "order of joining"))
TABLE_NAME = Field(
    Word("Nazwa tabeli", "Table"), cells.TEXT, Wording("tabela, np. CDN.Kategorie", "a table"), required=True
)
JOIN = Field(
    Word("Instrukcja łączenia", "Join"),
    SQL,
    Wording("warunek złączenia, np. Twr_KCNId=KCN_KCNId", "the condition of the join, as Twr_KCNId=KCN_KCNId"),
    required=True,
)
KEY = Field(
    Word("Klucz", "Key"),
    cells.TEXT,
    Wording(
        "kolumny po przecinku, których wartości razem nie powtarzają się w tabeli, gdy silnik ich nie zna",
        "columns, with commas, that together are unlike in all rows of the table, where the engine does not know them",
    ),
)
CAPTION = Field(
    Word("Nazwa", "Caption"), cells.TEXT, Wording("nazwa dla użytkownika", "caption for the user"), required=True
)
EXPRESSION = Field(
    Word("Instrukcja", "Expression", ("Instrukcja pobierania danych",)),
    SQL,
    Wording("pole albo wyrażenie SQL jednej kolumny", "a field or an expression of SQL"),
    required=True,
)
FORMAT_TYPE = Field(
    Word("Typ formatu", "Format type"),
    _choice(Wording("typ formatu", "format type"), FormatType),
    Wording("rodzaj formatu wyświetlania, bez niego None", "the kind of display format, None without it"),
)
FORMAT = Field(
    Word("Format", "Format"), cells.TEXT, Wording("format wyświetlania: N2, d, 00.00", "display format: N2, d, 00.00")
)
VISIBLE = Field(Word("Widoczna", "Visible"), cells.FLAG, Wording("czy domyślnie widoczna", "visible by default"))
AVAILABLE = Field(Word("Dostępna", "Available"), cells.FLAG, Wording("czy domyślnie dostępna", "available by default"))
REMARK = Field(Word("Opis", "Description"), cells.TEXT, Wording("opis nad nagłówkiem kolumny", "text over the header"))
LIST_CONDITION = Field(
    Word("warunek", "condition"),
    SQL,
    Wording("warunek, z którym lista pobiera wiersze (WHERE)", "the condition of the list's own query (WHERE)"),
)
LIST_ORDER = Field(
    Word("porządek", "order"), SQL, Wording("porządek wierszy listy (ORDER BY)", "order of the rows (ORDER BY)")
)
COLUMNS_GENERAL = SectionSchema(
    Word("Ogólne", "General"),
    Wording("nazwa i lista, do której należą kolumny", "name, and the list that the columns belong to"),
    keys=(NAME, LIST, LIST_CONDITION, LIST_ORDER),
    required=True,
)
FROM = SectionSchema(
    Word("Tabele domyślne", "Default tables"),
    Wording("To, co w zapytaniu listy stoi za FROM, np. CDN.Towary A.", "What stands behind FROM in the list's query."),
    text=True,
    content=SQL,
    required=True,
)
JOINS = SectionSchema(
    Word("Tabele", "Tables", ("Tabele użytkownika",)),
    Wording("tabele dołączane przez użytkownika", "tables that the user joins"),
    columns=(NUMBER, TABLE_NAME, JOIN, KEY),
)
OWN_COLUMNS = SectionSchema(
    Word("Kolumny listy", "Columns of the list"),
    Wording(
        "kolumny, które lista ma bez kolumn użytkownika; stoją przed nimi",
        "the columns that the list has without those of the user; they stand before them",
    ),
    columns=(CAPTION, EXPRESSION, FORMAT_TYPE, FORMAT),
)
ALIAS = Field(
    Word("Alias", "Alias"),
    cells.TEXT,
    Wording("nazwa między znakami #, np. filtr_dtDataAkt", "the name between # and #"),
    required=True,
)
ALIAS_KIND = Field(
    Word("Rodzaj", "Kind"),
    _choice(Wording("rodzaj aliasu", "kind of an alias"), AliasKind),
    Wording("co podaje aplikacja", "what the application gives"),
    required=True,
)
ALIAS_DEFAULT = Field(
    Word("Domyślnie", "Default"),
    cells.TEXT,
    Wording("wartość, gdy nikt jej nie poda: 0, {Today()}", "the value where nobody gives one: 0, {Today()}"),
)
ALIASES = SectionSchema(
    Word("Aliasy", "Aliases"),
    Wording(
        "wartości z panelu filtra tej listy, poza tymi, które wymienia dekret docs kolumny",
        "values of the list's filter panel, besides those that dekret docs columns names",
    ),
    columns=(ALIAS, ALIAS_KIND, ALIAS_DEFAULT, REMARK),
)
COLUMNS_TABLE = SectionSchema(
    Word("Kolumny", "Columns", ("Kolumny użytkownika",)),
    Wording("kolumny dodane przez użytkownika", "the columns that the user adds"),
    columns=(CAPTION, EXPRESSION, FORMAT_TYPE, FORMAT, VISIBLE, AVAILABLE, REMARK),
    required=True,
)
COLUMNS = Language(
    Word("kolumny", "columns"),
    "kolumny",
    Wording("kolumny użytkownika na liście", "columns of a user on a list"),
    (COLUMNS_GENERAL, FROM, OWN_COLUMNS, JOINS, COLUMNS_TABLE, ALIASES),
)

SET_CHART = Field(Word("Wykres", "Chart"), cells.TEXT, Wording("symbol wykresu", "symbol of the chart"), required=True)
SHOWN = Field(
    Word("Dostępny", "Available"),
    cells.FLAG,
    Wording("czy wykres jest w tym miejscu widoczny", "whether it is offered here"),
)
SETTINGS_TABLE = SectionSchema(
    Word("Wykresy", "Charts"),
    Wording(
        "ustawienia podłączeń: czego nie zmieniono, zostaje z pliku wykresu; wykres standardowy można ukryć, uczynić "
        "domyślnym albo uzależnić od warunku, ale nie podłączyć gdzie indziej",
        "settings of connections; what is left empty stays as in the chart. A standard chart may be hidden, made the "
        "default or given a condition, and not be connected elsewhere",
    ),
    columns=(SET_CHART, PROCEDURE, CONTEXT, ORDER, DEFAULT, OFFERED_IF, SHOWN),
    required=True,
)
SETTINGS = Language(
    Word("podłączenia", "connections"),
    "podlaczenia",
    Wording(
        "podłączenia: które wykresy i gdzie widzi użytkownik o tym symbolu; „*” znaczy: każdy",
        "connections: which charts the user of this symbol is offered where; '*' means anybody",
    ),
    (SETTINGS_TABLE,),
)

FUNCTION_PARAMETERS = Field(
    Word("parametry", "parameters"),
    cells.TEXT,
    Wording("nazwy z @, w kolejności wywołania: @Kwota, @Kurs", "names with @, in the order of a call: @Kwota, @Kurs"),
)
FUNCTION_GENERAL = SectionSchema(
    Word("Ogólne", "General"),
    Wording("nazwa i parametry funkcji", "name and parameters of the function"),
    keys=(NAME, FUNCTION_PARAMETERS),
    required=True,
)
FUNCTION_EXPRESSION = SectionSchema(
    Word("Wyrażenie", "Expression"),
    Wording(
        "Jedno wyrażenie T-SQL na parametrach, bez zapytań i kolumn; może wołać inne funkcje pakietów.",
        "One expression of T-SQL over the parameters, with no queries and no columns; it may call other functions.",
    ),
    text=True,
    content=SQL,
    required=True,
)
FUNCTION = Language(
    Word("funkcja", "function"),
    "funkcja",
    Wording(
        "funkcja CDN.… bazy SQL Server, powiedziana dla baz, które jej nie mają",
        "a function CDN.… of SQL Server, said for databases that lack it",
    ),
    (FUNCTION_GENERAL, FUNCTION_EXPRESSION),
)

LANGUAGES: tuple[Language, ...] = (CHART, INSERT, FILTER, COLUMNS, SETTINGS, FUNCTION)
"""The languages of charts."""
