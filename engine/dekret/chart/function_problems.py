"""Problems of functions `CDN.…` that a pack says in T-SQL."""

from dekret.text.diagnostic import Problem, Severity
from dekret.text.wording import Wording

_FUNCTION = '''funkcja "CDN.Polowa"
[Ogólne]
nazwa = Połowa kwoty, do groszy
parametry = @Kwota
[Wyrażenie]
"""
ROUND(@Kwota / 2, 2)
"""
'''
_TWO = (
    "=== polowa.funkcja\n"
    + _FUNCTION
    + "=== cwierc.funkcja\n"
    + _FUNCTION.replace("Polowa", "Cwierc").replace("@Kwota / 2", "CDN.Polowa(@Kwota) / 2").removesuffix("\n")
)

FUNCTION_NAME = Problem(
    "chart/function-name",
    Wording("„{symbol}” nie jest nazwą funkcji ze schematem.", "'{symbol}' is no name of a function with its schema."),
    Wording("Nazwij ją tak, jak wywołują ją wykresy: CDN.Polowa.", "Name it as charts call it: CDN.Polowa."),
    bad=_FUNCTION.replace("CDN.Polowa", "Polowa"),
    good=_FUNCTION,
)
FUNCTION_PARAMETER = Problem(
    "chart/function-parameter",
    Wording("„{text}” nie może być tu parametrem.", "'{text}' cannot be a parameter here."),
    Wording("Wypisz różne nazwy z @, po przecinku: @Kwota, @Kurs.", "List different names with @: @Kwota, @Kurs."),
    bad=_FUNCTION.replace("= @Kwota", "= @Kwota, Kurs"),
    good=_FUNCTION,
)
FUNCTION_EXPRESSION = Problem(
    "chart/function-expression",
    Wording("To nie jest wyrażenie funkcji: {reason}.", "This is no expression of a function: {reason}."),
    Wording(
        "Napisz jedno wyrażenie T-SQL na parametrach funkcji, bez SELECT i kolumn.",
        "Write one expression of T-SQL over the parameters, with no SELECT and no columns.",
    ),
    bad=_FUNCTION.replace("@Kwota / 2", "@Kurs / 2"),
    good=_FUNCTION,
)
FUNCTION_UNUSED = Problem(
    "chart/function-parameter-unused",
    Wording("Wyrażenie nie używa parametru @{name}.", "The expression does not use the parameter @{name}."),
    Wording(
        "Użyj go albo go usuń, o ile funkcja w bazie też go nie ma.",
        "Use it, or remove it if the function of the database lacks it, too.",
    ),
    bad=_FUNCTION.replace("= @Kwota", "= @Kwota, @Kurs"),
    good=_FUNCTION,
    severity=Severity.WARNING,
)
FUNCTION_UNKNOWN = Problem(
    "chart/function-unknown",
    Wording(
        "Nie ma funkcji {name}, którą to wyrażenie wywołuje.", "There is no function {name}, which is called here."
    ),
    Wording("Popraw nazwę albo dodaj plik .funkcja.", "Correct the name, or add its file .funkcja."),
    bad=_TWO.replace("CDN.Polowa(@", "CDN.Polwa(@"),
    good=_TWO,
)
FUNCTION_CIRCLE = Problem(
    "chart/function-circle",
    Wording("Funkcje wywołują się w kółko: {chain}.", "Functions call each other in a circle: {chain}."),
    Wording("Zapisz jedną z nich bez wywołania pozostałych.", "Write one of them without calling the others."),
    bad=_TWO.replace("ROUND(@Kwota / 2, 2)", "CDN.Cwierc(@Kwota)"),
    good=_TWO,
)

PROBLEMS = tuple(value for value in list(globals().values()) if isinstance(value, Problem))
