"""Problems of how charts hang together."""

from dekret.chart.problems import table_chart
from dekret.text.diagnostic import Problem, Severity
from dekret.text.wording import Wording

_BELOW = table_chart(
    "SELECT Numer=BRp_NumerPelny FROM CDN.BnkRaporty WHERE BRp_BRaID=?@Hn9|RachunekID|Rachunek:@?", symbol="RAPORTY"
).removesuffix("\n")
_ABOVE = (
    table_chart("SELECT RachunekID=BRa_BRaID, Nazwa=BRa_Nazwa FROM CDN.BnkRachunki", symbol="RACHUNKI")
    + "[Wywołania]\n| Procedura | Kontekst |\n|---|---|\n| Rachunki | Lista |\n"
    + "[Podwykresy]\n| Wykres |\n|---|\n| RAPORTY |"
)
_GOOD = f"=== rachunki.wykres\n{_ABOVE}\n=== raporty.wykres\n{_BELOW}"

NO_SUB_CHART = Problem(
    "chart/no-sub-chart",
    Wording("Nie ma wykresu {symbol}.", "There is no chart {symbol}."),
    Wording("{advice}Popraw symbol albo dodaj plik wykresu.", "{advice}Correct the symbol, or add the file."),
    bad=_GOOD.replace("| RAPORTY |", "| RAPROTY |"),
    good=_GOOD,
)
NOT_SUPPLIED = Problem(
    "chart/not-supplied",
    Wording(
        "Ukrytego parametru {name} nie daje ani kolumna, ani parametr wykresu {parent}.",
        "Neither a column nor a parameter of {parent} gives the hidden parameter {name}.",
    ),
    Wording(
        "Dodaj w wykresie {parent} kolumnę {name} albo daj parametrowi wartość domyślną.",
        "Add a column {name} to {parent}, or give the parameter a default.",
    ),
    bad=_GOOD.replace("RachunekID=BRa_BRaID", "Rachunek=BRa_BRaID"),
    good=_GOOD,
    severity=Severity.WARNING,
)
KINDS_DIFFER = Problem(
    "chart/kinds-differ",
    Wording(
        "Kolumna {name} wykresu {parent} jest tekstem, a parametr ma postać {picture}.",
        "The column {name} of {parent} is a text, the parameter has the picture {picture}.",
    ),
    Wording("Zmień postać parametru na s… albo kolumnę na liczbę.", "Make the picture s…, or the column a number."),
    bad=_GOOD.replace("RachunekID=BRa_BRaID", "RachunekID='abc'"),
    good=_GOOD,
)
BAD_CONDITION = Problem(
    "chart/bad-condition",
    Wording("„{text}” to nie wyrażenie.", "'{text}' is no expression."),
    Wording(
        "Napisz wyrażenie na zmiennych aplikacji, np. BRa_Typ = 1 AND Rok > 2025.",
        "Write an expression on variables of the application, as BRa_Typ = 1 AND Rok > 2025.",
    ),
    bad=_GOOD.replace(
        "| Procedura | Kontekst |\n|---|---|\n| Rachunki | Lista |",
        "| Procedura | Warunek |\n|---|---|\n| Rachunki | BRa_Typ = |",
    ),
    good=_GOOD.replace(
        "| Procedura | Kontekst |\n|---|---|\n| Rachunki | Lista |",
        "| Procedura | Warunek |\n|---|---|\n| Rachunki | BRa_Typ = 1 |",
    ),
)
ORPHAN = Problem(
    "chart/orphan",
    Wording(
        "Wykres {symbol} nie jest podłączony ani do wywołania, ani do innego wykresu.",
        "The chart {symbol} hangs on no call point and below no chart.",
    ),
    Wording(
        "Dopisz [Wywołania] albo dodaj go do [Podwykresy] innego wykresu.",
        "Add [Wywołania], or [Podwykresy] elsewhere.",
    ),
    bad=_GOOD.replace("[Podwykresy]\n| Wykres |\n|---|\n| RAPORTY |", ""),
    good=_GOOD,
    severity=Severity.INFO,
)

_SETTINGS = (
    _GOOD + '\n=== moje.podlaczenia\npodłączenia "*"\n[Wykresy]\n| Wykres | Procedura | Kontekst | Dostępny |\n'
    "|---|---|---|---|\n| RACHUNKI | Rachunki | Lista | nie |"
)
STANDARD_ELSEWHERE = Problem(
    "chart/standard-elsewhere",
    Wording(
        "Wykres standardowy {symbol} nie jest tu podłączony, a podłączyć gdzie indziej go nie można.",
        "The standard chart {symbol} is not connected here, and may not be connected elsewhere.",
    ),
    Wording(
        "Wpisz procedurę i kontekst z jego [Wywołania] albo skopiuj wykres pod własnym symbolem.",
        "Write procedure and context of its [Wywołania], or copy the chart under a symbol of your own.",
    ),
    bad=_SETTINGS.replace("| RACHUNKI | Rachunki |", "| KS-OBROTY-NA-KONTACH | Nigdzie |"),
    good=_SETTINGS,
)

PROBLEMS = tuple(value for value in list(globals().values()) if isinstance(value, Problem))
