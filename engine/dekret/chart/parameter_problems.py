"""Problems of dynamic parameters, of their values and of `{expressions}`."""

from dekret.chart.problems import table_chart
from dekret.text.diagnostic import Problem, Severity
from dekret.text.wording import Wording

_DECLARES = table_chart(
    "@PAR ?@n5|Rejestr|&Rejestr:1@? @RL(1) PAR@\nSELECT Rok=1 FROM CDN.BnkRaporty WHERE BRp_BRaID=??Rejestr"
)
_LISTS = table_chart(
    "@PAR ?@R(SELECT ID=BRa_BRaID, KOD=BRa_Symbol FROM CDN.BnkRachunki)|Rejestr|&Rejestr:1@? PAR@\n"
    "SELECT Rok=1 FROM CDN.BnkRaporty WHERE BRp_BRaID=??Rejestr AND BRp_NumerPelny=??_RES2_Rejestr"
)
_COMPUTES = table_chart("SELECT Rok=1 FROM CDN.BnkRaporty WHERE BRp_DataDok<{DateSQL(Today())}")
_PICTURED = """wykres "TABELA"
[Ogólne]
nazwa = Obroty
[Zapytanie]
\"\"\"
SELECT PunktID=BRp_BRpID, Numer=BRp_BRpID, Raport=BRp_NumerPelny, Obroty=BRp_Przychody FROM CDN.BnkRaporty
\"\"\"
[Grafika]
\"\"\"
/@Type=1 /@ShowXLabelsEvery={@RECORDS/3}
\"\"\"
"""
_SHOWN = "[Parametry graficzne]\n| Symbol | Wartość |\n|---|---|\n| ShowXLabelsEvery | 4 |"
_MARKED = table_chart("SELECT Knt_Kod FROM CDN.Kontrahenci WHERE {Zaznaczenia(Knt_KntID, 1)}").replace(
    "[Zapytanie]", "obsługa zaznaczeń = klauzula IN\n[Zapytanie]"
)


def _case(chart: str, values: dict[str, str], expected: str, *, rest: str = "") -> str:
    """A chart with a case that gives it values."""
    table = "[Wartości]\n| Parametr | Wartość |\n|---|---|\n" if values else ""
    table += "".join(f"| {name} | {value} |\n" for name, value in values.items())
    head = 'przypadek "Próba"\nwykres = TABELA\nna dzień = 2026-03-31\n'
    body = f"{rest}{table}[Rozwinięcie]\nzawiera = {expected}" if expected else f"{table}{rest}"
    return f"=== tabela.wykres\n{chart.removesuffix(chr(10))}\n=== proba.przypadek\n{head}{body}"


_FITS = _case(_DECLARES, {"Rejestr": "5"}, "BRp_BRaID=5")
_TEXT = table_chart("SELECT Rok=1 FROM CDN.BnkRaporty WHERE ?@s255_NQ|FiltrApp|Filtr:@?")
_RAW = _case(_TEXT, {"FiltrApp": "BRp_BRaID=1"}, "(BRp_BRaID=1)")

# --- declarations

UNKNOWN_PICTURE = Problem(
    "chart/unknown-picture",
    Wording("Nie ma postaci parametru „{picture}”.", "There is no picture '{picture}'."),
    Wording(
        "Tekst: s20; liczba: n5, n-14.2; data: D17; tak/nie: X; opcje: O(Kasa:1|Bank:2); lista: R(SELECT …). "
        "Wszystkie: dekret docs dpl.",
        "Text: s20; number: n5, n-14.2; date: D17; yes or no: X; options: O(Kasa:1|Bank:2); list: R(SELECT …). "
        "All of them: dekret docs dpl.",
    ),
    bad=_DECLARES.replace("?@n5|", "?@zz9|"),
    good=_DECLARES,
)
PICTURES_DIFFER = Problem(
    "chart/pictures-differ",
    Wording(
        "Parametr {name} ma dwie różne postaci: {first} i {second}.",
        "The parameter {name} has two different pictures: {first} and {second}.",
    ),
    Wording(
        "Zostaw jedną definicję, a w innych miejscach pisz ??{name}, albo zmień nazwę drugiego.",
        "Keep one definition and write ??{name} elsewhere, or rename the other.",
    ),
    bad=_DECLARES.replace("=??Rejestr", "=?@n9|Rejestr|&Rejestr:1@?"),
    good=_DECLARES,
)
UNDEFINED = Problem(
    "chart/undefined-parameter",
    Wording("??{name} odwołuje się do parametru, którego nie ma.", "??{name} refers to a parameter that is not there."),
    Wording(
        "{advice}Zdefiniuj go: @PAR ?@n5|{name}|Pytanie:1@? PAR@.",
        "{advice}Define it: @PAR ?@n5|{name}|Prompt:1@? PAR@.",
    ),
    bad=_DECLARES.replace("??Rejestr", "??Rejstr"),
    good=_DECLARES,
)
NO_SECOND_COLUMN = Problem(
    "chart/no-second-column",
    Wording("??_RES2_{name}: parametr {name} nie jest listą R.", "??_RES2_{name}: the parameter {name} is no list R."),
    Wording("Drugą kolumnę ma tylko lista R(SELECT …).", "Only a list R(SELECT …) has a second column."),
    bad=_DECLARES.replace("??Rejestr", "??_RES2_Rejestr"),
    good=_LISTS,
)
UNKNOWN_OPTION = Problem(
    "chart/unknown-option",
    Wording("Nie ma opcji @{option}.", "There is no option @{option}."),
    Wording("Opcje deklaracji: {known}.", "Options of a declaration: {known}."),
    bad=_DECLARES.replace("@RL(1)", "@RR(1)"),
    good=_DECLARES,
)
BAD_LIMIT = Problem(
    "chart/bad-limit",
    Wording("Granica @{option} to nie liczba: „{text}”.", "The limit @{option} is no number: '{text}'."),
    Wording("Wpisz liczbę: @{option}(100).", "Write a number: @{option}(100)."),
    bad=_DECLARES.replace("@RL(1)", "@RL(jeden)"),
    good=_DECLARES,
)

# --- values

VALUE_REFUSED = Problem(
    "chart/value-refused",
    Wording(
        "Wartość „{value}” parametru {name} nie pasuje do postaci {picture}: {wanted}.",
        "The value '{value}' of the parameter {name} does not fit its picture {picture}: {wanted}.",
    ),
    Wording("Podaj na przykład: {example}.", "Give for instance: {example}."),
    bad=_case(_DECLARES, {"Rejestr": "abc"}, "BRp_BRaID=5"),
    good=_FITS,
)
CONDITION_REFUSED = Problem(
    "chart/condition-refused",
    Wording(
        "Wartość „{value}” parametru {name} nie jest jednym warunkiem: {reason}.",
        "The value '{value}' of the parameter {name} is not one condition: {reason}.",
    ),
    Wording(
        "Parametr _NQ przyjmuje jeden warunek SQL, bez komentarzy i średników, np. BRp_BRaID=1.",
        "A parameter _NQ takes one condition of SQL with no comments and semicolons, as BRp_BRaID=1.",
    ),
    bad=_case(_TEXT, {"FiltrApp": "1=1; DROP TABLE CDN.BnkRaporty"}, "(BRp_BRaID=1)"),
    good=_RAW,
)
UNKNOWN_PARAMETER = Problem(
    "chart/unknown-parameter",
    Wording("Nie ma parametru {name}.", "There is no parameter {name}."),
    Wording("{advice}Parametry: {known}.", "{advice}The parameters: {known}."),
    bad=_case(_DECLARES, {"Rejstr": "5"}, "BRp_BRaID=5"),
    good=_FITS,
)
DEFAULT_REFUSED = Problem(
    "chart/default-refused",
    Wording(
        "Wartość domyślna „{value}” parametru {name} nie pasuje do postaci {picture}: {wanted}.",
        "The default '{value}' of the parameter {name} does not fit its picture {picture}: {wanted}.",
    ),
    Wording(
        "Wpisz na przykład: {example}, albo zmień postać.", "Write for instance: {example}, or change the picture."
    ),
    bad=_DECLARES.replace(":1@?", ":abc@?"),
    good=_DECLARES,
)
DEFAULTS_IN_CIRCLE = Problem(
    "chart/defaults-in-circle",
    Wording(
        "Wartości domyślne zależą od siebie nawzajem: {chain}.",
        "The defaults depend on each other: {chain}.",
    ),
    Wording(
        "Daj jednemu z tych parametrów stałą wartość domyślną.", "Give one of these parameters a constant default."
    ),
    bad=_DECLARES.replace(":1@?", ":{??Rejestr + 1}@?"),
    good=_DECLARES,
)
GLUED = Problem(
    "chart/glued-value",
    Wording(
        "Wartość parametru {name} skleiłaby się z tym, co stoi tuż obok.",
        "The value of the parameter {name} would stick to what stands right beside it.",
    ),
    Wording(
        "Oddziel ją spacją albo połącz teksty plusem: '%' + ??{name} + '%'.",
        "Put a blank between, or join texts with a plus: '%' + ??{name} + '%'.",
    ),
    bad=_DECLARES.replace("=??Rejestr", "=1??Rejestr"),
    good=_DECLARES,
)
VALUE_IN_TEXT = Problem(
    "chart/value-in-text",
    Wording(
        "Wartość {name} trafiłaby w środek tekstu, nazwy albo komentarza SQL.",
        "The value of {name} would go into a text, a name or a comment of SQL.",
    ),
    Wording(
        "Zamknij przed nią apostrof, nawias kwadratowy lub komentarz; teksty łączy plus: 'a' + ??{name}.",
        "Close the apostrophe, bracket or comment before it; texts are joined by a plus: 'a' + ??{name}.",
    ),
    bad=_DECLARES.replace("=??Rejestr", "=[BRp\n??Rejestr]"),
    good=_DECLARES,
)
OPEN_TEXT = Problem(
    "chart/open-text",
    Wording(
        "„{value}” ({name}) zaczyna tekst, nazwę albo komentarz SQL i nie kończy go.",
        "'{value}' ({name}) begins a text, a name or a comment of SQL and does not end it.",
    ),
    Wording("Zamknij go w tej samej wartości.", "End it in the same value."),
    bad=table_chart("SELECT Rok=1 FROM CDN.BnkRaporty WHERE BRp_NumerPelny={'''' & 'KASA'}"),
    good=table_chart("SELECT Rok=1 FROM CDN.BnkRaporty WHERE BRp_NumerPelny={'''' & 'KASA' & ''''}"),
)

# --- expressions

UNKNOWN_FUNCTION = Problem(
    "chart/unknown-function",
    Wording("Nie ma funkcji {name}.", "There is no function {name}."),
    Wording("{advice}Funkcje wypisuje: dekret docs dpl.", "{advice}The functions are listed by: dekret docs dpl."),
    bad=_COMPUTES.replace("Today()", "Todey()"),
    good=_COMPUTES,
)
ARGUMENTS = Problem(
    "chart/arguments",
    Wording(
        "Funkcja {name} ma tyle argumentów: {wanted}, a nie {found}.", "{name} takes {wanted} arguments, not {found}."
    ),
    Wording("Opis funkcji: dekret docs dpl.", "The functions are described by: dekret docs dpl."),
    bad=_COMPUTES.replace("Today()", "Today(1)"),
    good=_COMPUTES,
)
SELECTION_COLUMN = Problem(
    "chart/selection-column",
    Wording(
        "Pierwszy argument Zaznaczenia to nazwa kolumny.", "The first argument of Zaznaczenia is the name of a column."
    ),
    Wording("Napisz Zaznaczenia(Knt_KntID, 1), bez apostrofów.", "Write Zaznaczenia(Knt_KntID, 1), with no quotes."),
    bad=_MARKED.replace("Knt_KntID, 1", "'Knt_KntID', 1"),
    good=_MARKED,
)
BARE_WORD = Problem(
    "chart/bare-word",
    Wording("Słowo „{word}” nic tu nie znaczy.", "The word '{word}' means nothing here."),
    Wording(
        "Tekst stoi w apostrofach: '{word}'; wartość parametru to ??{word}.",
        "A text stands in quotes: '{word}'; the value of a parameter is ??{word}.",
    ),
    bad=_COMPUTES.replace("Today()", "Dzisiaj"),
    good=_COMPUTES,
)
UNKNOWN_SYMBOL = Problem(
    "chart/unknown-symbol",
    Wording(
        "Nie ma zmiennej {symbol}; wielkość liter ma znaczenie.", "There is no variable {symbol}; letter case counts."
    ),
    Wording("Jest tylko @RECORDS: liczba wierszy wyniku.", "There is only @RECORDS: the number of rows of the result."),
    bad=_PICTURED.replace("@RECORDS", "@records"),
    good=_PICTURED,
)
SYMBOL_IN_QUERY = Problem(
    "chart/symbol-in-query",
    Wording(
        "{symbol} jest znane dopiero po wykonaniu zapytania.",
        "{symbol} is known only when the query has been run.",
    ),
    Wording("Użyj go w parametrach graficznych.", "Use it in graphic parameters."),
    bad=_COMPUTES.replace("DateSQL(Today())", "@RECORDS"),
    good=_COMPUTES,
)
NO_RECORDS = Problem(
    "chart/no-records",
    Wording("Nie wiadomo jeszcze, ile wierszy ma wynik ({symbol}).", "The number of rows is not known yet ({symbol})."),
    Wording(
        "Podaj liczbę wierszy: --records 120, w przypadku liczba wierszy = 120.",
        "Give the number of rows: --records 120, in a case liczba wierszy = 120.",
    ),
    bad=_case(_PICTURED, {}, "", rest=_SHOWN),
    good=_case(_PICTURED, {}, "", rest="liczba wierszy = 12\n" + _SHOWN),
    severity=Severity.WARNING,
)
NOT_COMPUTED = Problem(
    "chart/not-computed",
    Wording("Nie można obliczyć wyrażenia: {reason}.", "The expression cannot be computed: {reason}."),
    Wording("Popraw wyrażenie albo wartość parametru.", "Correct the expression, or the value of the parameter."),
    bad=_case(_COMPUTES.replace("Today()", "'wczoraj'"), {}, "BRp"),
    good=_case(_COMPUTES, {}, "CONVERT(DATETIME,'2026-03-31',120)"),
)

PROBLEMS = tuple(value for value in list(globals().values()) if isinstance(value, Problem))
