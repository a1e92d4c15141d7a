"""Problems of graphic parameters."""

from dekret.text.diagnostic import Problem, Severity
from dekret.text.wording import Wording

_GOOD = """wykres "OBROTY"
[Ogólne]
nazwa = Obroty
[Zapytanie]
\"\"\"
SELECT PunktID=BRp_BRpID, Numer=BRp_BRpID, Raport=BRp_NumerPelny, Obroty=BRp_Przychody FROM CDN.BnkRaporty
\"\"\"
[Grafika]
\"\"\"
/@Type=1 /@HeaderName=Obroty /@Series=4
\"\"\"
"""
UNKNOWN_GRAPHIC = Problem(
    "chart/unknown-graphic",
    Wording("Nie ma parametru graficznego {symbol}.", "There is no graphic parameter {symbol}."),
    Wording("{advice}Znane: {known}.", "{advice}Known: {known}."),
    bad=_GOOD.replace("HeaderName", "HeadName"),
    good=_GOOD,
    severity=Severity.WARNING,
)
GRAPHIC_TWICE = Problem(
    "chart/graphic-twice",
    Wording(
        "Parametr graficzny {symbol} stoi dwa razy; działa ostatni.", "{symbol} stands twice; the last one counts."
    ),
    Wording("Zostaw jeden.", "Keep one."),
    bad=_GOOD.replace("/@Series=4", "/@Series=4 /@Type=2"),
    good=_GOOD,
    severity=Severity.WARNING,
)
COLUMN_NUMBER = Problem(
    "chart/column-number",
    Wording(
        "{symbol}: „{text}” to nie numer kolumny od {least} do {most}.",
        "{symbol}: '{text}' is no number of a column from {least} to {most}.",
    ),
    Wording(
        "Wpisz numery kolumn po przecinku: /@{symbol}=5,4.", "Write numbers of columns with commas: /@{symbol}=5,4."
    ),
    bad=_GOOD.replace("/@Series=4", "/@Series=3"),
    good=_GOOD,
)
NO_SUCH_COLUMN = Problem(
    "chart/no-such-column",
    Wording(
        "{symbol}: kolumny {number} nie ma, zapytanie daje ich {columns}.",
        "{symbol}: there is no column {number}, the query gives {columns}.",
    ),
    Wording("Popraw numer albo dopisz kolumnę do SELECT.", "Correct the number, or add a column to the SELECT."),
    bad=_GOOD.replace("/@Series=4", "/@Series=5"),
    good=_GOOD,
    severity=Severity.WARNING,
)
NO_SUCH_TYPE = Problem(
    "chart/no-such-type",
    Wording(
        "{symbol}: wartości „{text}” nie ma; rysunek będzie kolumnowy.",
        "{symbol}: there is no '{text}'; the picture will have columns.",
    ),
    Wording("Wpisz jedną z tych, które są – {known}.", "Write one of those there are – {known}."),
    bad=_GOOD.replace("Type=1", "Type=9"),
    good=_GOOD,
    severity=Severity.WARNING,
)

PROBLEMS = tuple(value for value in list(globals().values()) if isinstance(value, Problem))
