"""Problems of maps that prepare a template's record, and of the records they prepare."""

from dekret.mapping.examples import PREPARE, PREPARE_RUN, prepare_example
from dekret.text.diagnostic import Problem, Severity
from dekret.text.wording import Wording

LOOKUP_IN_WRITING = Problem(
    "mapping/lookup-in-writing",
    Wording("Słownik jest dla odczytu; przy zapisie dokument ma już swoje kody.", "Look-ups are for reading."),
    Wording("Usuń kolumny Słownik i Gdy brak.", "Remove the columns Dictionary and If missing."),
    bad=prepare_example(("| Wymagane |", "| Słownik |"), ("| tak |", "| podmioty wg NIP |")),
    good=PREPARE,
)
SHAPE_NOT_FILLED = Problem(
    "mapping/shape-not-filled",
    Wording(
        "Elementu {path} kształt {shape} wymaga, a nikt go nie wypełnia.", "{shape} needs {path}; nobody fills it."
    ),
    Wording("Dopisz wiersz z celem {path}.", "Add a row with the target {path}."),
    bad=prepare_example(("| Head/Number | Numer dokumentu | tak |\n", "")),
    good=PREPARE,
)
DOES_NOT_FIT = Problem(
    "mapping/does-not-fit",
    Wording("{path} = „{text}” {reason} ({format}).", "{path} = '{text}' {reason} ({format})."),
    Wording(
        "Skróć albo popraw wartość w dokumencie lub w mapie, np. LEFT([pole], 35).",
        "Shorten or correct the value in the document or the map, as by LEFT([field], 35).",
    ),
    bad=PREPARE_RUN.replace("ZAM/1", "ZAM/" + "1" * 40),
    good=PREPARE_RUN,
)
ROUNDED = Problem(
    "mapping/rounded",
    Wording("{path}: {value} zaokrąglono do {rounded} ({format}).", "{path}: {value} rounded to {rounded} ({format})."),
    Wording(
        "Format ma tyle miejsc; kwoty pozycji bierz z dokumentu, nie licz ich z zaokrąglonej ceny.",
        "The format has so many places; take amounts from the document, and do not compute them of a rounded price.",
    ),
    bad=PREPARE_RUN.replace("| 2,5 |", "| 2,5055 |"),
    good=PREPARE_RUN,
    severity=Severity.WARNING,
)
SHAPE_MISSING = Problem(
    "mapping/shape-missing",
    Wording(
        "Rekord nie ma elementu {path}, a kształt {shape} go wymaga.",
        "The record has no element {path}; the shape {shape} needs it.",
    ),
    Wording(
        "Uzupełnij dokument albo kolumnę Domyślnie; gdy odbiorca go nie wymaga, zmień w kształcie M na O.",
        "Complete the document or the column Default; where it is not needed after all, change M to O in the shape.",
    ),
    bad=PREPARE_RUN.replace("[Podmiot NIP] | tak |", "[Podmiot NIP] | |").replace("Podmiot NIP = 6736819308\n", ""),
    good=PREPARE_RUN,
)
SHAPE_TOO_MANY = Problem(
    "mapping/shape-too-many",
    Wording(
        "Element {path} stałby {count} razy, a kształt {shape} dopuszcza najwyżej {most}.",
        "The element {path} would stand {count} times; the shape {shape} allows {most}.",
    ),
    Wording(
        "Podziel dokument albo popraw w kształcie kolumnę Ile, jeśli odbiorca przyjmuje więcej.",
        "Split the document, or correct the column Ile of the shape where the receiver takes more.",
    ),
    bad=PREPARE_RUN.replace("| Line | M | n |", "| Line | M | 1 |").replace(
        "| 2,5 |\n", "| 2,5 |\n| MIÓD | 5,00 | 23 | 1 |\n"
    ),
    good=PREPARE_RUN,
)
EMPTY = Problem(
    "mapping/empty",
    Wording("Wymagane {path} nie ma wartości ({fields}).", "The required {path} has no value ({fields})."),
    Wording("Uzupełnij dokument albo kolumnę Domyślnie.", "Complete the document, or the column Default."),
    bad=PREPARE_RUN.replace("| [Podmiot NIP] |", "| [Numer w rejestrze] |"),
    good=PREPARE_RUN,
)

PROBLEMS = tuple(value for value in list(globals().values()) if isinstance(value, Problem))
