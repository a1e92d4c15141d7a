"""Problems of the cells of a map, found as they are read."""

from dekret.mapping.examples import GOOD
from dekret.text.diagnostic import Problem
from dekret.text.wording import Wording

EMPTY_SOURCE = Problem(
    "mapping/empty-source",
    Wording("Między średnikami nie ma źródła.", "There is no source between the semicolons."),
    Wording("Usuń zbędny średnik.", "Remove the semicolon."),
    bad=GOOD.replace("Head/Due; Head/Date", "Head/Due;; Head/Date"),
    good=GOOD,
)
SEVERAL_SOURCES = Problem(
    "mapping/several-sources",
    Wording("W kolumnie Źródło stoi jedno źródło.", "The column Source holds one source."),
    Wording("Następne przenieś do kolumny Domyślnie.", "Move the others to the column Default."),
    bad=GOOD.replace("| Head/Number |", "| Head/Number; Head/Other |"),
    good=GOOD,
)
LOOKUP_WITHOUT_KEY = Problem(
    "mapping/lookup-without-key",
    Wording("Nie wiadomo, po czym szukać w słowniku {name}.", "It is not said by what to look up {name}."),
    Wording("Napisz na przykład: {example}.", "Write, for example: {example}."),
    bad=GOOD.replace("podmioty wg NIP", "podmioty"),
    good=GOOD,
)

PROBLEMS: tuple[Problem, ...] = (EMPTY_SOURCE, SEVERAL_SOURCES, LOOKUP_WITHOUT_KEY)
