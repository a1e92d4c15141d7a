"""Problems of numbering packages with SSCC (001:355, 440–452)."""

from dekret.despatch.problem_examples import ADVICE
from dekret.text.diagnostic import Problem
from dekret.text.wording import Wording

_BARE = ADVICE.replace('"sscc": "359012345670000030", ', "")
_GOOD = f"awizo sscc --first 000001: {_BARE}"

NO_SETTINGS = Problem(
    "awizo/no-sscc-settings",
    Wording("Kartoteka nie ma sekcji [Kody SSCC].", "The company's file has no section [Kody SSCC]."),
    Wording(
        "Wpisz w niej cyfrę uzupełniającą, prefiks GS1, numer firmy i pierwszy numer seryjny.",
        "Give it the extension digit, the GS1 prefix, the number of the company, and the first serial number.",
    ),
    bad=f"awizo sscc: {_BARE}",
    good=_GOOD,
)
EXHAUSTED = Problem(
    "awizo/sscc-exhausted",
    Wording(
        "W serii SSCC {prefix}… wolnych numerów jest {free}, a potrzeba {asked}.",
        "The series of SSCC {prefix}… has {free} free numbers; {asked} are needed.",
    ),
    Wording(
        "Zmień w kartotece cyfrę uzupełniającą ([Kody SSCC]): każda daje nową serię.",
        "Change the extension digit on file ([Kody SSCC]): every one begins a new series.",
    ),
    bad=f"awizo sscc --first 999999 --used 999999: {_BARE}",
    good=f"awizo sscc --first 999998 --used 999999: {_BARE}",
)
OF_ANOTHER = Problem(
    "awizo/sscc-of-another",
    Wording(
        "Opakowanie {package}: numer SSCC {sscc} dostało już opakowanie awiza {advice}.",
        "The package {package}: the SSCC {sscc} was given to a package of the awizo {advice}.",
    ),
    Wording(
        "Nadaj temu opakowaniu nowy numer: dekret awizo sscc --package.",
        "Give this package a new number: dekret awizo sscc --package.",
    ),
    bad=f"awizo sscc --first 000001 --used 000001: {_BARE}",
    good=f"awizo sscc --first 000001 --used 000004: {_BARE}",
)

PROBLEMS = tuple(value for value in list(globals().values()) if isinstance(value, Problem))
