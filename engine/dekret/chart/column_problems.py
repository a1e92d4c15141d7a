"""Problems of user columns: cells that are no part of a query, aliases, display formats, rows that multiply."""

from dekret.text.diagnostic import Problem, Severity
from dekret.text.wording import Wording


def _goods(*, table: str = "CDN.KodyCN", join: str = "Twr_KCNId = KCN_KCNId", more: str = "", **cells: str) -> str:
    """Columns of a list of goods: example 2 of the manual (seeds/002:3037)."""
    row = {"expression": "KCN_Kod", "type": "", "format": "", **cells}
    return (
        f'kolumny "TOWARY"\n[Ogólne]\nnazwa = Kod CN\n{more}[Tabele domyślne]\n"""\nCDN.Towary A\n"""\n'
        f"[Tabele]\n| Nazwa tabeli | Instrukcja łączenia |\n|---|---|\n| {table} | {join} |\n"
        f"[Kolumny]\n| Nazwa | Instrukcja | Typ formatu | Format |\n|---|---|---|---|\n"
        f"| Kod CN | {row['expression']} | {row['type']} | {row['format']} |\n"
    )


_PLAIN = _goods()
_STOCK = "(SELECT SUM(TwZ_Ilosc) FROM CDN.TwrZasoby WHERE TwZ_TwrId=A.Twr_TwrId AND TwZ_MagId={alias})"
_MAGAZINE = "#filtrMagazynGridLookup_ID#"

# --- cells

NOT_VALUE = Problem(
    "chart/not-a-column",
    Wording("Instrukcja kolumny ma być jednym wyrażeniem: {reason}.", "A column has to be one expression: {reason}."),
    Wording(
        "Wpisz pole, wyrażenie albo zapytanie w nawiasach: (SELECT …). Nazwa stoi w kolumnie Nazwa.",
        "Write a field, an expression, or a query in parentheses: (SELECT …). The name stands in Nazwa.",
    ),
    bad=_goods(expression="KCN_Kod, Twr_Nazwa"),
    good=_PLAIN,
)
NOT_JOIN = Problem(
    "chart/not-a-join",
    Wording("Instrukcja łączenia ma być jednym warunkiem: {reason}.", "A join has to be one condition: {reason}."),
    Wording(
        "Wpisz, po czym łączą się tabele: Twr_KCNId = KCN_KCNId, bez ON i bez WHERE.",
        "Write what ties the tables: Twr_KCNId = KCN_KCNId, without ON and WHERE.",
    ),
    bad=_goods(join="(SELECT KCN_KCNId FROM CDN.KodyCN)"),
    good=_PLAIN,
)
NOT_TABLE = Problem(
    "chart/not-a-table",
    Wording("W kolumnie Nazwa tabeli ma stać jedna tabela: {reason}.", "One table has to stand here: {reason}."),
    Wording(
        "Dołącz każdą tabelę w osobnym wierszu, z własną instrukcją łączenia.",
        "Join every table in a row of its own, with its own condition.",
    ),
    bad=_goods(table="CDN.KodyCN JOIN CDN.Kategorie ON 1=1"),
    good=_PLAIN,
)
NOT_TABLES = Problem(
    "chart/not-default-tables",
    Wording("To nie są tabele domyślne listy: {reason}.", "These are no default tables of a list: {reason}."),
    Wording(
        "Wpisz to, co w zapytaniu listy stoi za FROM; WHERE i ORDER BY mają klucze warunek i porządek.",
        "Write what stands behind FROM; WHERE and ORDER BY have the keys 'warunek' and 'porządek'.",
    ),
    bad=_PLAIN.replace("CDN.Towary A", "CDN.Towary A WHERE Twr_Typ=1"),
    good=_goods(more="warunek = Twr_Typ=1\n"),
)
NOT_LIST_CONDITION = Problem(
    "chart/not-list-condition",
    Wording("Klucz warunek ma być jednym warunkiem: {reason}.", "The key condition has to be one: {reason}."),
    Wording("Wpisz sam warunek, bez WHERE: TrN_TypDokumentu=302.", "Write the condition alone: TrN_TypDokumentu=302."),
    bad=_goods(more="warunek = (1)\n"),
    good=_goods(more="warunek = Twr_Typ=1\n"),
)
NOT_ORDER = Problem(
    "chart/not-an-order",
    Wording("To nie jest porządek wierszy: {reason}.", "This is no order of rows: {reason}."),
    Wording("Wpisz kolumny po przecinku: A.Twr_Kod, Twr_TwrId DESC.", "Write columns: A.Twr_Kod, Twr_TwrId DESC."),
    bad=_goods(more="porządek = Twr_Kod OFFSET 5 ROWS\n"),
    good=_goods(more="porządek = Twr_Kod\n"),
)
CAPTION_TWICE = Problem(
    "chart/caption-twice",
    Wording("Dwie kolumny listy nazywają się {name}.", "Two columns of the list are called {name}."),
    Wording("Zmień nazwę jednej, żeby dało się je odróżnić.", "Rename one, so that they can be told apart."),
    bad=_PLAIN + "| kod cn | Twr_Nazwa | | |\n",
    good=_PLAIN + "| Nazwa | Twr_Nazwa | | |\n",
    severity=Severity.WARNING,
)

# --- aliases

UNKNOWN_ALIAS = Problem(
    "chart/unknown-alias",
    Wording("Nie ma aliasu #{name}#.", "There is no alias #{name}#."),
    Wording(
        "{advice}Są: {known}. Inny alias panelu filtra nazwij w [Aliasy], z rodzajem.",
        "{advice}There are: {known}. Name another alias of the filter panel in [Aliasy], with its kind.",
    ),
    bad=_goods(expression=_STOCK.format(alias="#filtrMagazynLookup_ID#")),
    good=_goods(expression=_STOCK.format(alias=_MAGAZINE)),
)
ALIAS_IN_TEXT = Problem(
    "chart/alias-in-text",
    Wording("Alias #{name}# stoi w apostrofach i zostanie tekstem.", "The alias #{name}# is quoted and stays a text."),
    Wording("Usuń apostrofy: wartość wchodzi z własnymi.", "Remove the apostrophes: the value has its own."),
    bad=_goods(expression=_STOCK.format(alias=f"'{_MAGAZINE}'")),
    good=_goods(expression=_STOCK.format(alias=_MAGAZINE)),
    severity=Severity.WARNING,
)

# --- display formats

DISPLAY_FORMAT = Problem(
    "chart/display-format",
    Wording("„{format}” to nie format typu {type}.", "'{format}' is no format of the type {type}."),
    Wording("{advice}Formaty: {known}, albo własny wzorzec.", "{advice}Formats: {known}, or a pattern of your own."),
    bad=_goods(type="Numeric", format="f2"),
    good=_goods(type="Numeric", format="n2"),
)
FORMAT_WITHOUT_TYPE = Problem(
    "chart/format-without-type",
    Wording(
        "Formatu „{format}” nic nie użyje: typ formatu to None.",
        "Nothing uses the format '{format}': the type of the format is None.",
    ),
    Wording("Wpisz typ: Numeric, DateTime albo Custom.", "Write a type: Numeric, DateTime or Custom."),
    bad=_goods(format="n2"),
    good=_goods(type="Numeric", format="n2"),
    severity=Severity.WARNING,
)

# --- rows

MAY_MULTIPLY = Problem(
    "chart/join-may-multiply",
    Wording(
        "Warunek złączenia z {table} ({alias}) nie wskazuje jednego wiersza: nie ma w nim klucza {columns}.",
        "The join with {table} ({alias}) does not find one row: its key {columns} is not in the condition.",
    ),
    Wording(
        "Dopisz klucz do warunku. Jeśli jeden wiersz wskazują inne kolumny, nazwij je w kolumnie Klucz; liczbę wierszy "
        "sprawdzi na bazie: dekret chart columns check.",
        "Put the key into the condition. If other columns find one row, name them in the column Klucz; dekret chart "
        "columns check counts the rows on a database.",
    ),
    bad=_goods(join="Twr_KodDostawcy = KCN_Kod"),
    good=_PLAIN,
    severity=Severity.WARNING,
)

PROBLEMS = tuple(value for value in list(globals().values()) if isinstance(value, Problem))
