"""Problems of running charts."""

from dekret.text.diagnostic import Problem
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

PROBLEMS = tuple(value for value in list(globals().values()) if isinstance(value, Problem))
