"""Problems of running charts."""

from dekret.text.diagnostic import Problem
from dekret.text.wording import Wording

_CHART = """wykres "RAPORTY"
[Ogólne]
nazwa = Raporty
tylko tabela = tak
[Zapytanie]
\"\"\"
SELECT Numer=BRp_NumerPelny FROM CDN.BnkRaporty
\"\"\"
"""
ENGINE_REFUSED = Problem(
    "chart/engine",
    Wording("Baza ({engine}) nie wykonała zapytania: {reason}.", "The database ({engine}) gave no answer: {reason}."),
    Wording(
        "Obejrzyj zapytanie: dekret chart expand; sprawdź nazwy tabel i kolumn w tej bazie.",
        "Look at the query: dekret chart expand; see to the names of tables and columns in this database.",
    ),
    bad="baza: " + _CHART.replace("BRp_NumerPelny", "BRp_NumrPelny"),
    good="baza: " + _CHART,
)
TOO_SLOW = Problem(
    "chart/too-slow",
    Wording("Zapytanie nie skończyło się w {seconds} s i zostało przerwane.", "The query did not end in {seconds} s."),
    Wording("Zawęź okres albo wydłuż czas: --timeout 900.", "Narrow the period, or give it more time: --timeout 900."),
    bad="baza-wolna: " + _CHART,
    good="baza: " + _CHART,
)

PROBLEMS = tuple(value for value in list(globals().values()) if isinstance(value, Problem))
