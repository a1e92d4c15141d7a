"""Problems of cases of maps."""

from dekret.mapping.examples import GOOD_RUN, run_example
from dekret.text.diagnostic import Problem
from dekret.text.wording import Wording

_CASE = GOOD_RUN
_REFUSED = run_example(("150.00", "sto")).partition("[Rekord]")[0] + "[Odmowa]\nproblem = mapping/unreadable"

NOTHING_TO_MAP = Problem(
    "cases/nothing-to-map",
    Wording("Przypadek nie ma pliku ani dokumentu dla mapy.", "The case has neither a file nor a document to map."),
    Wording("Dopisz sekcję [Plik], klucz plik albo sekcję [Dokument].", "Add [File], the key file, or [Document]."),
    bad=_CASE.replace("[Plik]", "[Odmowa]").replace("[Rekord]", "[Rekord]"),
    good=_CASE,
)
NO_RECORD = Problem(
    "cases/no-record",
    Wording("Przypadek nie mówi, co ma wyjść z mapy.", "The case does not say what has to come out of the map."),
    Wording("Dopisz sekcję [Rekord] albo [Odmowa].", "Add the section [Record] or [Refusal]."),
    bad=_CASE.partition("[Rekord]")[0].removesuffix("\n"),
    good=_CASE,
)
RECORD_WITH_REFUSAL = Problem(
    "cases/record-with-refusal",
    Wording("Przypadek oczekuje rekordu i odmowy naraz.", "The case expects both a record and a refusal."),
    Wording("Zostaw jedną z sekcji [Rekord] i [Odmowa].", "Keep one of [Record] and [Refusal]."),
    bad=_CASE + "\n[Odmowa]\nproblem = mapping/unreadable",
    good=_REFUSED,
)
OTHER_FIELD = Problem(
    "cases/other-field",
    Wording("„{name}” miało być {expected}, a jest {found}.", "'{name}' was to be {expected}, and is {found}."),
    Wording("Popraw mapę albo oczekiwaną wartość.", "Correct the map, or the value expected."),
    bad=_CASE.replace("| ALOZA |", "| ALOZB |"),
    good=_CASE,
)
UNKNOWN_FIELD = Problem(
    "cases/unknown-map-field",
    Wording("W rekordzie nie ma pola „{name}”.", "The record has no field '{name}'."),
    Wording("{advice}Wpisz tytuł pola z: {known}.", "{advice}Write the title of a field: {known}."),
    bad=_CASE.replace("| Podmiot | ALOZA", "| Podmiott | ALOZA"),
    good=_CASE,
)
OTHER_COUNT = Problem(
    "cases/other-count",
    Wording("Dokumentów miało być {expected}, a jest {found}.", "There were to be {expected} documents, not {found}."),
    Wording("Popraw mapę albo liczbę.", "Correct the map, or the number."),
    bad=_CASE.replace("[Rekord]\n", "[Rekord]\ndokumentów = 2\n"),
    good=_CASE,
)
OTHER_LIST = Problem(
    "cases/other-list",
    Wording("{what}: miało być {expected}, a jest {found}.", "{what}: expected {expected}, found {found}."),
    Wording("Popraw mapę albo przypadek.", "Correct the map, or the case."),
    bad=_CASE.replace("[Rekord]\n", "[Rekord]\nzałożone = ALOZA\n"),
    good=_CASE,
)

PROBLEMS = tuple(value for value in list(globals().values()) if isinstance(value, Problem))
