"""Problems of the SQL that a chart makes, and of what charts and inserts have to do with each other."""

from dekret.chart.problems import table_chart
from dekret.text.diagnostic import Problem, Severity
from dekret.text.wording import Wording

_PLAIN = table_chart("SELECT Rok=1, Kwota=BRp_Przychody FROM CDN.BnkRaporty WHERE BRp_BRaID=1")
_GRAPHIC = """wykres "OBROTY"
[Ogólne]
nazwa = Obroty
[Zapytanie]
\"\"\"
SELECT PunktID=BRp_BRpID, Numer=BRp_BRpID, Raport=BRp_NumerPelny, Obroty=BRp_Przychody FROM CDN.BnkRaporty
\"\"\"
[Grafika]
\"\"\"
/@Type=1
\"\"\"
"""
_WIDE = ", ".join(f"K{place}={place}" for place in range(1, 21))
_LISTS = table_chart(
    "SELECT Rok=1 FROM CDN.BnkRaporty WHERE BRp_BRaID=?@R(SELECT ID=BRa_BRaID, KOD=BRa_Symbol FROM CDN.BnkRachunki)"
    "|Rejestr|&Rejestr:1@?"
)
_DECLARES = table_chart(
    "@PAR ?@n5|Rejestr|&Rejestr:1@? PAR@\nSELECT Rok=1 FROM CDN.BnkRaporty WHERE BRp_BRaID=??Rejestr"
)


def _with_insert(query: str, content: str) -> str:
    chart = table_chart(query).removesuffix("\n")
    insert = f'wstawka "FILTR"\n[Ogólne]\nnazwa = Warunek\n[Treść]\n"""\n{content}\n"""'
    return f"=== tabela.wykres\n{chart}\n=== filtr.wstawka\n{insert}"


_TESTS = _with_insert(
    "SELECT Rok=1 FROM CDN.BnkRaporty WHERE @INS FILTR||KASA INS@", "BRp_Zamkniety=1 @IF(KASA) AND BRp_BRaID=1 IF@"
)

_ALLOWS = (
    f'=== tabela.wykres\n{_PLAIN}=== proba.przypadek\nprzypadek "Próba"\nwykres = TABELA\n'
    "dozwolone tabele = CDN.BnkRaporty\n[Rozwinięcie]\nzawiera = BRp_BRaID=1"
)
_SAYS = (
    "=== tabela.wykres\n"
    + table_chart("SELECT Kwota=SUM(BRp_Przychody) FROM CDN.BnkRaporty")
    + '=== proba.przypadek\nprzypadek "Próba"\nwykres = TABELA\ndialekt = duckdb\n'
    "[Rozwinięcie]\nzawiera = FROM CDN.BnkRaporty"
)
_CALL = (
    'wykres "LISTA"\n[Ogólne]\nnazwa = Lista raportów\nakcja = procedura\n[Zapytanie]\n"""\n'
    'OP_KASAI.DLL|CALLBRPLISTA(\'BRA\',?@s6|RachunekID|Rachunek:0@?)\n"""\n'
)
_MARKS = table_chart("SELECT Knt_Kod FROM CDN.Kontrahenci WHERE {Zaznaczenia(Knt_KntID, 1)}").replace(
    "[Zapytanie]", "obsługa zaznaczeń = klauzula IN\n[Zapytanie]"
)
_FILTERS = (
    'filtr "DETAL"\n[Ogólne]\nnazwa = Sprzedaż detaliczna\ntabela = CDN.VatNag\n[Warunek]\n"""\nVaN_Detal=1\n"""\n'
)
SQL_FAULT = Problem(
    "chart/sql",
    Wording("To nie jest poprawne zapytanie T-SQL: {reason}.", "This is no T-SQL: {reason}."),
    Wording(
        "Popraw zapytanie; rozwinięte pokazuje: dekret chart expand.",
        "Correct the query; dekret chart expand shows it.",
    ),
    bad=_PLAIN.replace("WHERE BRp_BRaID=1", "WHERE BRp_BRaID="),
    good=_PLAIN,
)
FORBIDDEN = Problem(
    "chart/not-reading",
    Wording("Tego zapytanie wykresu nie może: {reason}.", "A query of a chart may not do this: {reason}."),
    Wording(
        "Wolno SELECT, tabele #tymczasowe i zmienne; na końcu ma stać SELECT.",
        "SELECT, #temporary tables and variables are allowed; a SELECT has to stand last.",
    ),
    bad=_PLAIN.replace("SELECT Rok", "DELETE FROM CDN.BnkRaporty;\nSELECT Rok"),
    good=_PLAIN,
)
NOT_CONDITION = Problem(
    "chart/not-condition",
    Wording("Filtr ma być jednym warunkiem SQL: {reason}.", "A filter has to be one condition of SQL: {reason}."),
    Wording(
        "Wpisz sam warunek, bez SELECT, WHERE i ORDER BY, np. BZp_Kwota > 0.",
        "Write the condition alone, without SELECT, WHERE and ORDER BY, as BZp_Kwota > 0.",
    ),
    bad=_FILTERS.replace("VaN_Detal=1", "WHERE VaN_Detal=1"),
    good=_FILTERS,
)
TABLE_NOT_ALLOWED = Problem(
    "chart/table-not-allowed",
    Wording("Tabeli {table} nie ma na liście dozwolonych.", "The table {table} is not among those allowed."),
    Wording("Użyj dozwolonej albo dopisz ją: --allow {table}.", "Use an allowed one, or add it: --allow {table}."),
    bad=_ALLOWS.replace("= CDN.BnkRaporty", "= CDN.BnkZapisy"),
    good=_ALLOWS,
)
CROSS_JOIN = Problem(
    "chart/cross-join",
    Wording(
        "Tabela {table} jest złączona bez warunku: każdy wiersz z każdym.",
        "The table {table} is joined with no condition: every row with every row.",
    ),
    Wording("Dopisz warunek złączenia ON, jeśli to nie było zamierzone.", "Add the condition ON, unless it is meant."),
    bad=_PLAIN.replace("CDN.BnkRaporty", "CDN.BnkRaporty CROSS JOIN CDN.BnkRachunki"),
    good=_PLAIN,
    severity=Severity.INFO,
)
SQL_WITH_OPTION = Problem(
    "chart/sql-with-option",
    Wording(
        "Gdy {name} = {value}, zapytanie nie jest poprawne: {reason}.",
        "With {name} = {value} the query is no T-SQL: {reason}.",
    ),
    Wording("Popraw wartość tej opcji albo miejsce, w które trafia.", "Correct the option, or the place it goes to."),
    bad=table_chart(
        "SELECT Rok=1 FROM CDN.BnkRaporty ORDER BY ?@O(Rok:1|Data:BRp_DataDok DESC ASC)|Porzadek|Porządek:1@?"
    ),
    good=table_chart(
        "SELECT Rok=1 FROM CDN.BnkRaporty ORDER BY ?@O(Rok:1|Data:BRp_DataDok DESC)|Porzadek|Porządek:1@?"
    ),
)
SQL_OTHERWISE = Problem(
    "chart/sql-otherwise",
    Wording(
        "{with_} tego tekstu zapytanie wykresu {chart} nie jest poprawne: {reason}.",
        "{with_} this text the query of the chart {chart} is no T-SQL: {reason}.",
    ),
    Wording(
        "Dziś nikt tak nie wywołuje wstawki; popraw tekst, żeby działał i z parametrem, i bez niego.",
        "Nobody calls the insert so today; mend the text so that it works with the parameter and without.",
    ),
    bad=_with_insert(
        "SELECT Rok=1 FROM CDN.BnkRaporty WHERE @INS FILTR||KASA INS@", "BRp_Zamkniety=1 AND @IF(KASA) BRp_BRaID=1 IF@"
    ),
    good=_TESTS,
    severity=Severity.WARNING,
)

NOT_FAITHFUL = Problem(
    "chart/not-faithful",
    Wording("Tego zapytania nie da się zapisać w {dialect}: {reason}.", "This cannot be said in {dialect}: {reason}."),
    Wording(
        "Uruchom je na SQL Serverze (--dialect tsql) albo zapisz inaczej.",
        "Run it on SQL Server (--dialect tsql), or write it otherwise.",
    ),
    bad=_SAYS.replace("SUM(BRp_Przychody)", "STUFF(BRp_NumerPelny, 1, 1, '')"),
    good=_SAYS,
)
KIND_MATTERS = Problem(
    "chart/kind-matters",
    Wording("W {dialect} wynik zależy od rodzaju kolumn: {reason}.", "In {dialect} it depends on kinds: {reason}."),
    Wording(
        "Zapisz to tak, by rodzaj był pewny: CAST(a AS decimal(15,2)) / b, CONCAT(a, b).",
        "Write it so that the kind is certain: CAST(a AS decimal(15,2)) / b, CONCAT(a, b).",
    ),
    bad=_SAYS.replace("SUM(BRp_Przychody)", "BRp_Przychody/BRp_Rozchody"),
    good=_SAYS,
    severity=Severity.WARNING,
)

# --- columns

UNNAMED_COLUMN = Problem(
    "chart/unnamed-column",
    Wording("Kolumna {number} nie ma nazwy.", "Column {number} has no name."),
    Wording("Nazwij ją: Nazwa=wyrażenie.", "Name it: Name=expression."),
    bad=_PLAIN.replace("Kwota=BRp_Przychody", "SUM(BRp_Przychody)"),
    good=_PLAIN,
)
COLUMN_TWICE = Problem(
    "chart/column-twice",
    Wording("Dwie kolumny nazywają się {name}.", "Two columns are called {name}."),
    Wording(
        "Zmień nazwę jednej: wykres podrzędny szuka wartości po nazwie kolumny.",
        "Rename one: a sub-chart looks for values by the name of a column.",
    ),
    bad=_PLAIN.replace("Kwota=", "Rok="),
    good=_PLAIN,
    severity=Severity.WARNING,
)
STAR = Problem(
    "chart/star",
    Wording(
        "Gwiazdka: nie wiadomo, ile kolumn ma wykres i jak się nazywają.",
        "A star: no telling how many columns there are.",
    ),
    Wording("Wymień kolumny z nazwy.", "Name the columns."),
    bad=table_chart("SELECT * FROM CDN.BnkRaporty"),
    good=_PLAIN,
    severity=Severity.WARNING,
)
TOO_MANY_COLUMNS = Problem(
    "chart/too-many-columns",
    Wording("Kolumn jest {count}, a może być najwyżej {most}.", "There are {count} columns; {most} is the most."),
    Wording("Usuń zbędne kolumny albo podziel wykres na dwa.", "Remove columns, or make two charts."),
    bad=table_chart(f"SELECT {_WIDE}, K21=21"),
    good=table_chart(f"SELECT {_WIDE}"),
)
TOO_FEW_COLUMNS = Problem(
    "chart/too-few-columns",
    Wording(
        "Wykres z rysunkiem ma mieć najmniej {least} kolumny (numer punktu, X, opis X, serie), a ma {count}.",
        "A chart with a picture needs {least} columns at least (point, X, label of X, series), and has {count}.",
    ),
    Wording(
        "Dopisz kolumny albo ustaw: tylko tabela = tak.",
        "Add columns, or set: tylko tabela = tak.",
    ),
    bad=_GRAPHIC.replace(", Obroty=BRp_Przychody", ""),
    good=_GRAPHIC,
)
FIRST_COLUMN = Problem(
    "chart/first-columns",
    Wording("Kolumna {number} ma być {wanted}, a jest {found}.", "Column {number} has to be {wanted}, and is {found}."),
    Wording(
        "Pierwsza kolumna to liczba całkowita, inna w każdym wierszu, druga to liczba na osi X, trzecia jej opis. Gdy "
        "pierwszej nie ma, dopisz w grafice /@NoPunktIDCol.",
        "The first is a whole number unlike all others, the second a number of the X axis, the third its label. "
        "Without the first write /@NoPunktIDCol.",
    ),
    bad=_GRAPHIC.replace("PunktID=BRp_BRpID", "PunktID='a'"),
    good=_GRAPHIC,
)
POINT_CONSTANT = Problem(
    "chart/constant-point",
    Wording(
        "Kolumna {name} ma w każdym wierszu tę samą wartość, a ma odróżniać punkty wykresu.",
        "The column {name} is the same in every row, and has to tell the points of the chart apart.",
    ),
    Wording(
        "Wstaw identyfikator albo ROW_NUMBER() OVER (ORDER BY …).",
        "Put an identifier, or ROW_NUMBER() OVER (ORDER BY …).",
    ),
    bad=_GRAPHIC.replace("PunktID=BRp_BRpID", "PunktID=1"),
    good=_GRAPHIC,
    severity=Severity.WARNING,
)
LIST_COLUMNS = Problem(
    "chart/list-columns",
    Wording(
        "Lista R potrzebuje dwóch kolumn: identyfikatora i tekstu.", "A list R needs two columns: identifier and text."
    ),
    Wording("Napisz R(SELECT ID=…, KOD=… FROM …).", "Write R(SELECT ID=…, KOD=… FROM …)."),
    bad=_LISTS.replace(", KOD=BRa_Symbol", ""),
    good=_LISTS,
)

NOT_A_CALL = Problem(
    "chart/not-a-call",
    Wording("To nie jest wywołanie procedury.", "This is no call of a procedure."),
    Wording(
        "Zapisz BIBLIOTEKA.DLL|PROCEDURA(argumenty), np. OP_KASAI.DLL|CALLBRPLISTA('BRA',??RachunekID).",
        "Write LIBRARY.DLL|PROCEDURE(arguments), as OP_KASAI.DLL|CALLBRPLISTA('BRA',??RachunekID).",
    ),
    bad=_CALL.replace("OP_KASAI.DLL|", ""),
    good=_CALL,
)
SELECTION_UNUSED = Problem(
    "chart/selection-unused",
    Wording(
        "Wykres obsługuje zaznaczenia, ale zapytanie ich nie używa.", "The chart takes marked records, the query not."
    ),
    Wording(
        "Dopisz {wanted} albo usuń klucz obsługa zaznaczeń.", "Write {wanted}, or remove the key 'obsługa zaznaczeń'."
    ),
    bad=_MARKS.replace(" WHERE {Zaznaczenia(Knt_KntID, 1)}", ""),
    good=_MARKS,
    severity=Severity.WARNING,
)
SELECTION_NOT_SAID = Problem(
    "chart/selection-not-said",
    Wording(
        "Zapytanie używa zaznaczeń, a wykres ich nie dostaje.", "The query uses marked records, the chart gets none."
    ),
    Wording(
        "Dopisz w [Ogólne]: obsługa zaznaczeń = klauzula IN.", "Write in [Ogólne]: 'obsługa zaznaczeń = klauzula IN'."
    ),
    bad=_MARKS.replace("obsługa zaznaczeń = klauzula IN\n", ""),
    good=_MARKS,
    severity=Severity.WARNING,
)

# --- what nobody uses

UNUSED_DECLARATION = Problem(
    "chart/unused-declaration",
    Wording("Parametru {name} nikt nie używa.", "Nobody uses the parameter {name}."),
    Wording(
        "Wpisz ??{name} w zapytaniu albo usuń deklarację.", "Write ??{name} in the query, or remove the declaration."
    ),
    bad=_DECLARES.replace("=??Rejestr", "=1"),
    good=_DECLARES,
    severity=Severity.WARNING,
)
UNUSED_INSERT = Problem(
    "chart/unused-insert",
    Wording("Wstawki {name} nikt nie wstawia.", "Nobody inserts {name}."),
    Wording(
        "Wstaw ją: @INS {name}|| INS@, usuń plik albo dopisz wspólna = tak, jeśli jest dla wykresów spoza tych plików.",
        "Insert it: @INS {name}|| INS@, remove the file, or write shared = yes, if charts of other files use it.",
    ),
    bad=_TESTS.replace("@INS FILTR||KASA INS@", "1=1"),
    good=_TESTS,
    severity=Severity.WARNING,
)
NOBODY_PASSES = Problem(
    "chart/nobody-passes",
    Wording("Parametru {segment} nikt tej wstawce nie podaje.", "Nobody gives this insert the parameter {segment}."),
    Wording(
        "{advice}Podaj go w wywołaniu: @INS {insert}||{segment} INS@, albo usuń go z warunku.",
        "{advice}Give it in a call: @INS {insert}||{segment} INS@, or remove it from the condition.",
    ),
    bad=_TESTS.replace("@IF(KASA)", "@IF(KASA,BANK)"),
    good=_TESTS,
    severity=Severity.WARNING,
)
NEVER_KEPT = Problem(
    "chart/unreachable-text",
    Wording("Ten tekst nigdy nie zostaje: {reason}.", "This text is never kept: {reason}."),
    Wording("Usuń go albo popraw warunek.", "Remove it, or correct the condition."),
    bad=_TESTS.replace("@IF(KASA)", "@IFNOT(KASA)").replace("=1 IF@", "=1 IFNOT@"),
    good=_TESTS,
    severity=Severity.WARNING,
)

PROBLEMS = tuple(value for value in list(globals().values()) if isinstance(value, Problem))
