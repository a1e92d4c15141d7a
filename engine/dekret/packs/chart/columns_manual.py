"""What the manual says of user columns besides their sections: the query, aliases, display formats, commands."""

from dekret.chart.aliases import STANDARD, Alias
from dekret.text.table import worded
from dekret.text.wording import Language, Wording
from dekret.values.display_formats import STANDARD_FORMATS, FormatType, display_format


def columns_parts(language: Language) -> tuple[str, ...]:
    """Titles, texts and tables, from what the engine itself works by."""
    aliases = [
        [f"#{alias.name}#", _kind(alias, language), alias.default or "–", alias.doc.in_(language)] for alias in STANDARD
    ]
    formats = [
        [type_, text, _shown(type_, text, language)] for type_, known in STANDARD_FORMATS.items() for text in known
    ]
    return (
        Wording("## Zapytanie listy", "## The query of the list").in_(language),
        _QUERY.in_(language),
        Wording("## Aliasy", "## Aliases").in_(language),
        _ALIASES.in_(language),
        worded(_ALIAS_HEADER, aliases, language),
        Wording("## Formaty wyświetlania", "## Display formats").in_(language),
        _FORMATS.in_(language),
        worded(_FORMAT_HEADER, formats, language),
        Wording("## Na bazie", "## On a database").in_(language),
        _COMMANDS.in_(language),
    )


def _kind(alias: Alias, language: Language) -> str:
    word = alias.kind.value
    return word.pl if language == "pl" else word.en


def _shown(type_: FormatType, text: str, language: Language) -> str:
    form = display_format(type_, text)
    assert form, text
    return form.describe().in_(language)


_QUERY = Wording(
    """Kolumny listy, a za nimi kolumny użytkownika, stoją w jednym SELECT. Za FROM są tabele domyślne, potem w
porządku Lp tabele użytkownika, każda jako LEFT JOIN. Tabela użytkownika nazywa się w zapytaniu UsrA, następna
UsrB i tak dalej, chyba że ma własną nazwę (CDN.TwrCeny Hurt). _DATASOURCE_ to wiersz listy: pierwsza z tabel
domyślnych; przydaje się tam, gdzie zapytanie w nawiasach ma kolumnę o tej samej nazwie. Każda komórka jest
jedną częścią zapytania: kolumna wyrażeniem, złączenie warunkiem. Długą komórkę przedłuża wiersz, który zaczyna
się od „…”; wspólny tekst wstawia @INS Nazwa|| INS@. Całe zapytanie: dekret chart expand SYMBOL.

Tabela, której warunek nie wskazuje jednego wiersza, powiela wiersze listy. Gdy klucz tabeli jest znany i nie ma
go w warunku, mówi o tym ostrzeżenie; inny klucz nazywa kolumna Klucz. Na bazie wiersze są policzone z każdą
tabelą i bez niej.""",
    """The columns of the list and those of the user behind them stand in one SELECT. Behind FROM are the default
tables, then, in the order of Lp, the tables of the user, each as a LEFT JOIN. A table of the user is called
UsrA in the query, the next one UsrB and so on, unless it has a name of its own (CDN.TwrCeny Hurt). _DATASOURCE_
is the row of the list: the first of the default tables; it helps where a query in parentheses has a column of
the same name. Every cell is one part of the query: a column is an expression, a join a condition. A row that
begins with … continues a long cell; text that several share is put in by @INS Name|| INS@. The whole query:
dekret chart expand SYMBOL.

A table whose condition does not find one row multiplies the rows of the list. Where the key of the table is
known and not in the condition, a warning says so; the column Klucz names another key. On a database the rows
are counted with each table and without it.""",
)
_ALIASES = Wording(
    """Alias stoi w miejscu wartości, bez apostrofów: wchodzi jako liczba, data albo tekst i nigdy nie staje się kodem.
Wartość podaje aplikacja (--app filtr_dtDataAkt=2026-01-31, w przypadku [Wartości] ze źródłem aplikacja);
kreska: trzeba ją podać. Aliasy, które wymienia instrukcja OPT074 (inne nazwij w [Aliasy]):""",
    """An alias stands in the place of a value, without quotes: it becomes a number, a date or a text, and never code.
The application gives the value (--app filtr_dtDataAkt=2026-01-31, in a case [Wartości] with the source
application); a dash: it has to be given. The aliases that the manual OPT074 names (name others in [Aliasy]):""",
)
_ALIAS_HEADER = (
    Wording("Alias", "Alias"),
    Wording("Rodzaj", "Kind"),
    Wording("Domyślnie", "Default"),
    Wording("Co znaczy", "Meaning"),
)
_FORMATS = Wording(
    """Typ None pokazuje wartość zwyczajnie, z daty i czasu sam dzień. Numeric to liczby, DateTime daty i czas, Custom
jedno albo drugie według wzorca. Litera z cyframi to format standardowy, reszta jest wzorcem: 0 # , . % w
liczbach, y M d h H m s w datach, a tekst w cudzysłowie zostaje tekstem. Tabela na ekranie i strona html
pokazują format; arkusz xlsx ma wartość i format liczb Excela, jeśli jest taki sam; csv i xml mają same
wartości.""",
    """The type None shows a value plainly, of a date with time the day alone. Numeric is for numbers, DateTime for
dates and times, Custom for either by a pattern. A letter with digits is a standard format, all else a pattern:
0 # , . % in numbers, y M d h H m s in dates, and text in quotes stays text. A table on the screen and an html
page show the format; a sheet (xlsx) has the value, and the number format of Excel where it shows the same; csv
and xml have plain values.""",
)
_FORMAT_HEADER = (Wording("Typ", "Type"), Wording("Format", "Format"), Wording("Co pokazuje", "What it shows"))
_COMMANDS = Wording(
    """    dekret chart columns check SYMBOL|PLIK --db BAZA   nazwy, formaty, liczba wierszy; bez --db składnia
    dekret chart columns run SYMBOL|PLIK --db BAZA     lista z kolumnami; -o lista.xlsx, --hidden
    dekret chart columns time SYMBOL|PLIK --db BAZA    ile czasu dodaje każda tabela i kolumna
    dekret test                                        przypadki: kolumny = SYMBOL, baza = plik.sql, [Wynik]

Przykłady z instrukcji są w pakiecie rules/kolumny, każdy z komentarzem o tym, co w nim poprawiono. Nie ma w nim
przykładu 18 (CDN.SplitString jest funkcją SQL Servera) ani elementów oferty (przykład 4 CRM), których tabeli
instrukcje nie nazywają.""",
    """    dekret chart columns check SYMBOL|FILE --db BASE   names, formats, rows; without --db the syntax
    dekret chart columns run SYMBOL|FILE --db BASE     the list with the columns; -o list.xlsx, --hidden
    dekret chart columns time SYMBOL|FILE --db BASE    how much time each table and column adds
    dekret test                                        cases: kolumny = SYMBOL, baza = file.sql, [Wynik]

The examples of the manual are in the pack rules/kolumny, each with a comment on what was mended. Example 18 is
not there (CDN.SplitString is a function of SQL Server), nor the elements of offers (example 4 of CRM), whose
table no manual names.""",
)
