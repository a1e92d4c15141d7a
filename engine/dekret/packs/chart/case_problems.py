"""Problems of cases of charts."""

from dekret.text.diagnostic import Problem
from dekret.text.wording import Wording

_CHART = """=== raporty.wykres
wykres "RAPORTY"
[Ogólne]
nazwa = Raporty
tylko tabela = tak
[Zapytanie]
\"\"\"
SELECT Numer=BRp_NumerPelny FROM CDN.BnkRaporty WHERE BRp_BRaID=?@n5|Rejestr|&Rejestr:1@?
\"\"\"
[Grafika]
\"\"\"
/@HeaderName={'Rejestr ' & ??Rejestr}
\"\"\"
=== raporty.przypadek
przypadek "rejestr 7"
wykres = RAPORTY
zaznaczone = 1, 2
[Wartości]
| Parametr | Wartość |
|----------|---------|
| Rejestr  | 7       |
"""
_QUERY = _CHART + "[Rozwinięcie]\nzawiera = BRp_BRaID=7"
_WHOLE = _CHART + '[Rozwinięcie]\n"""\nSELECT Numer=BRp_NumerPelny FROM CDN.BnkRaporty\nWHERE BRp_BRaID=7\n"""'
_SHOWN = _CHART + "[Parametry graficzne]\n| Symbol | Wartość |\n| HeaderName | Rejestr 7 |"

NO_EXPECTATION = Problem(
    "case/no-expansion",
    Wording("Przypadek wykresu nie mówi, co ma wyjść.", "The case of a chart does not say what has to come out."),
    Wording(
        "Dopisz [Rozwinięcie] z zapytaniem albo zawiera = …, [Parametry graficzne] albo [Odmowa].",
        "Add [Rozwinięcie] with a query or zawiera = …, [Parametry graficzne], or [Odmowa].",
    ),
    bad=_CHART.removesuffix("\n"),
    good=_QUERY,
)
BAD_SELECTION = Problem(
    "case/bad-selection",
    Wording("„{text}” to nie identyfikatory rekordów.", "'{text}' are no identifiers of records."),
    Wording("Wpisz liczby po przecinku: 3, 5, 8.", "Write numbers with commas: 3, 5, 8."),
    bad=_QUERY.replace("zaznaczone = 1, 2", "zaznaczone = 1 i 2"),
    good=_QUERY,
)
EXPANSION_DIFFERS = Problem(
    "case/expansion-differs",
    Wording("Wyszło inne zapytanie, niż oczekiwano.", "Another query came out."),
    Wording("Popraw wykres albo sekcję [Rozwinięcie].", "Correct the chart, or the section [Rozwinięcie]."),
    bad=_WHOLE.replace("BRp_BRaID=7", "BRp_BRaID=8"),
    good=_WHOLE,
)
EXPANSION_LACKS = Problem(
    "case/expansion-lacks",
    Wording("W zapytaniu nie ma tekstu „{text}”.", "The query has no text '{text}'."),
    Wording("Popraw wykres albo klucz zawiera.", "Correct the chart, or the key zawiera."),
    bad=_QUERY.replace("=7", "=8"),
    good=_QUERY,
)
EXPANSION_HAS = Problem(
    "case/expansion-has",
    Wording("W zapytaniu jest tekst „{text}”, a miało go nie być.", "The query has the text '{text}', and may not."),
    Wording("Popraw wykres albo klucz nie zawiera.", "Correct the chart, or the key nie zawiera."),
    bad=_QUERY + "\nnie zawiera = BnkRaporty",
    good=_QUERY + "\nnie zawiera = BnkRachunki",
)
GRAPHIC_DIFFERS = Problem(
    "case/graphic-differs",
    Wording("{symbol} to „{found}”, a miało być „{expected}”.", "{symbol} is '{found}', and had to be '{expected}'."),
    Wording("Popraw wykres albo sekcję [Parametry graficzne].", "Correct the chart, or [Parametry graficzne]."),
    bad=_SHOWN.replace("Rejestr 7 |", "Rejestr 8 |"),
    good=_SHOWN,
)
CHART_NOT_REFUSED = Problem(
    "case/chart-not-refused",
    Wording("Zapytanie powstało, a miała być odmowa {id}.", "There is a query; the refusal {id} was expected."),
    Wording("Popraw wykres albo sekcję [Odmowa].", "Correct the chart, or the section [Odmowa]."),
    bad=_CHART + "[Odmowa]\nproblem = chart/value-refused",
    good=_CHART.replace("| 7       |", "| abc     |") + "[Odmowa]\nproblem = chart/value-refused",
)

_RUN = """=== raporty.wykres
wykres "RAPORTY"
[Ogólne]
nazwa = Raporty
tylko tabela = tak
[Zapytanie]
\"\"\"
SELECT Numer=BRp_NumerPelny, Obroty=BRp_Przychody FROM CDN.BnkRaporty ORDER BY BRp_BRpID
\"\"\"
=== baza.sql
CREATE SCHEMA CDN;
CREATE TABLE CDN.BnkRaporty (BRp_BRpID INT, BRp_NumerPelny VARCHAR, BRp_Przychody DECIMAL(15,2));
INSERT INTO CDN.BnkRaporty VALUES (1, 'RKB/1', 100.50);
=== raporty.przypadek
przypadek "jeden raport"
wykres = RAPORTY
baza = baza.sql
[Wynik]
\"\"\"
| Numer | Obroty |
|-------|--------|
| RKB/1 | 100,50 |
\"\"\""""
NO_DATABASE = Problem(
    "case/no-chart-database",
    Wording("Bazy {path} nie da się przygotować: {reason}.", "The database {path} cannot be made: {reason}."),
    Wording("Popraw plik .sql: CREATE TABLE i INSERT w SQL DuckDB.", "Correct the file .sql: CREATE TABLE and INSERT."),
    bad=_RUN.replace("CREATE SCHEMA CDN;", "CREATE SCHEME CDN;"),
    good=_RUN,
)
NO_RESULT_COLUMN = Problem(
    "case/no-result-column",
    Wording("Wynik nie ma kolumny {name}; ma: {known}.", "The result has no column {name}, only: {known}."),
    Wording("Popraw nagłówek tabeli w [Wynik].", "Correct the header of the table in [Wynik]."),
    bad=_RUN.replace("| Numer |", "| Nummer |"),
    good=_RUN,
)
RESULT_DIFFERS = Problem(
    "case/chart-result-differs",
    Wording("Z bazy wyszły inne wiersze, niż oczekiwano.", "Other rows came out of the database."),
    Wording(
        "Popraw wykres albo [Wynik]; wiersze z bazy widać poniżej.",
        "Correct the chart, or [Wynik]; the rows are below.",
    ),
    bad=_RUN.replace("| 100,50 |", "| 100,60 |"),
    good=_RUN,
)

PROBLEMS = tuple(value for value in list(globals().values()) if isinstance(value, Problem))
