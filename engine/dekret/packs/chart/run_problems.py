"""Problems of running charts."""

from dekret.text.diagnostic import Problem, Severity
from dekret.text.wording import Wording

_CASE = """=== raporty.wykres
wykres "RAPORTY"
[Ogólne]
nazwa = Raporty
tylko tabela = tak
[Zapytanie]
\"\"\"
SELECT Numer=BRp_NumerPelny FROM CDN.BnkRaporty
\"\"\"
=== baza.sql
CREATE SCHEMA CDN;
CREATE TABLE CDN.BnkRaporty (BRp_NumerPelny VARCHAR);
INSERT INTO CDN.BnkRaporty SELECT 'RKB/' || range FROM range(3000);
=== raporty.przypadek
przypadek "raporty"
wykres = RAPORTY
baza = baza.sql
najwyżej sekund = 20
[Wynik]
\"\"\"
| Ile |
|-----|
| 1   |
\"\"\""""
_COUNTS = _CASE.replace("SELECT Numer=BRp_NumerPelny", "SELECT Ile=COUNT(DISTINCT 1)")
ENGINE_REFUSED = Problem(
    "chart/engine",
    Wording("Baza ({engine}) nie wykonała zapytania: {reason}.", "The database ({engine}) gave no answer: {reason}."),
    Wording(
        "Obejrzyj zapytanie: dekret chart expand; sprawdź nazwy tabel i kolumn w tej bazie.",
        "Look at the query: dekret chart expand; see to the names of tables and columns in this database.",
    ),
    bad=_COUNTS.replace("FROM CDN.BnkRaporty\n", "FROM CDN.BnkRaport\n"),
    good=_COUNTS,
)
TOO_SLOW = Problem(
    "chart/too-slow",
    Wording("Zapytanie nie skończyło się w {seconds} s i zostało przerwane.", "The query did not end in {seconds} s."),
    Wording("Zawęź okres albo wydłuż czas: --timeout 900.", "Narrow the period, or give it more time: --timeout 900."),
    bad=_COUNTS.replace("= 20", "= 0,1").replace(
        "FROM CDN.BnkRaporty\n",
        "FROM CDN.BnkRaporty a CROSS JOIN CDN.BnkRaporty b CROSS JOIN CDN.BnkRaporty c "
        "WHERE CONCAT(a.BRp_NumerPelny, b.BRp_NumerPelny) LIKE CONCAT('%', c.BRp_NumerPelny)\n",
    ),
    good=_COUNTS,
)

# --- user columns

_LISTS = """=== faktury.kolumny
kolumny "FAKTURY"
[Ogólne]
nazwa = Faktury
porządek = A.TrN_TrNID
[Tabele domyślne]
\"\"\"
CDN.TraNag A
\"\"\"
[Kolumny listy]
| Nazwa | Instrukcja |
|-------|------------|
| Numer | A.TrN_NumerPelny |
[Tabele]
| Nazwa tabeli | Instrukcja łączenia | Klucz |
|--------------|---------------------|-------|
| CDN.TraElem | UsrA.TrE_TrNId = A.TrN_TrNID AND UsrA.TrE_Lp = 1 | TrE_TrNId, TrE_Lp |
[Kolumny]
| Nazwa | Instrukcja | Typ formatu | Format |
|-------|------------|-------------|--------|
| Ilość | UsrA.TrE_Ilosc | Numeric | n2 |
[Aliasy]
| Alias | Rodzaj |
|-------|--------|
| filtr_Lp | liczba |
=== baza.sql
CREATE SCHEMA CDN;
CREATE TABLE CDN.TraNag (TrN_TrNID INTEGER, TrN_NumerPelny VARCHAR);
CREATE TABLE CDN.TraElem (TrE_TrNId INTEGER, TrE_Lp INTEGER, TrE_Ilosc DECIMAL(15,4));
INSERT INTO CDN.TraNag VALUES (1, 'FA/1'), (2, 'FA/2');
INSERT INTO CDN.TraElem VALUES (1, 1, 5), (1, 2, 7);
=== faktury.przypadek
przypadek "dwie faktury"
kolumny = FAKTURY
baza = baza.sql
[Wynik]
\"\"\"
| Numer | Ilość |
|-------|-------|
| FA/1  | 5,00  |
| FA/2  |       |
\"\"\""""
ROWS_MULTIPLIED = Problem(
    "chart/rows-multiplied",
    Wording(
        "Dodatkowe tabele dodane w personalizacji powodują powielanie wierszy na liście: z tabelą {table} ({alias}) "
        "jest ich {after}, bez niej {before}.",
        "Additional tables multiply the rows of the list: with the table {table} ({alias}) there are {after}, "
        "without it {before}.",
    ),
    Wording(
        "Dopisz do złączenia warunek, który wskaże jeden wiersz, albo zamiast tabeli dodaj kolumnę (SELECT …). Optima "
        "otworzyłaby tę listę bez kolumn użytkownika.",
        "Add to the join what finds one row, or instead of the table add a column (SELECT …). Optima would open this "
        "list without user columns.",
    ),
    bad=_LISTS.replace(" AND UsrA.TrE_Lp = 1", "").replace("TrE_TrNId, TrE_Lp |", "TrE_TrNId |"),
    good=_LISTS,
)
FORMAT_OF_OTHER_KIND = Problem(
    "chart/format-of-other-kind",
    Wording(
        "Format „{format}” kolumny {name} nie ma czego formatować: w bazie są tam {kind}.",
        "The format '{format}' of the column {name} has nothing to show: the database has {kind} there.",
    ),
    Wording(
        "Zmień typ formatu albo wyrażenie kolumny, np. CAST(… AS decimal(15,2)).",
        "Change the type of the format, or the expression: CAST(… AS decimal(15,2)).",
    ),
    bad=_LISTS.replace("| Numeric | n2 |", "| DateTime | d |"),
    good=_LISTS,
    severity=Severity.WARNING,
)
ALIAS_WITHOUT_VALUE = Problem(
    "chart/alias-without-value",
    Wording("Alias #{name}# nie ma wartości.", "The alias #{name}# has no value."),
    Wording(
        "Podaj ją: --app {name}=…, w przypadku w [Wartości], albo wpisz domyślną w [Aliasy].",
        "Give it: --app {name}=…, in a case in [Wartości], or write a default in [Aliasy].",
    ),
    bad=_LISTS.replace("UsrA.TrE_Lp = 1", "UsrA.TrE_Lp = #filtr_Lp#"),
    good=_LISTS,
)

PROBLEMS = tuple(value for value in list(globals().values()) if isinstance(value, Problem))
