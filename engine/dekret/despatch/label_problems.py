"""Problems of labels (001:428–438)."""

from dekret.despatch.problem_examples import ADVICE
from dekret.text.diagnostic import Problem, Severity
from dekret.text.wording import Wording

_APPROVED = ADVICE.replace('"number": "17042026"', '"number": "17042026", "approved": true')
_OUTER = '{"number": 1, "type": "201", "sscc": "359012345670000016"},'
_FLAT = _APPROVED.replace(', "parent": 1', "").replace(_OUTER, "")
_GOOD = f"awizo labels: {_APPROVED}"

CUSTOMER_NOT_ON_FILE = Problem(
    "awizo/customer-not-on-file",
    Wording("W kartotece nie ma podmiotu z numerem GLN {gln}.", "No party on file has the GLN {gln}."),
    Wording(
        "Dopisz go w [Podmioty] z numerem GLN: etykieta drukuje nazwę ostatecznego odbiorcy z kartoteki.",
        "Add it to [Podmioty] with its GLN: labels print the name of the ultimate customer on file.",
    ),
    bad=_GOOD.replace("5900000000046", "5900000000053"),
    good=_GOOD,
    severity=Severity.WARNING,
)
LETTER_DROPPED = Problem(
    "awizo/letter-dropped",
    Wording(
        "Na etykiecie zniknie 13. znak nazwy „{name}”: „{letter}”.",
        "The label drops the 13th character of the name '{name}': '{letter}'.",
    ),
    Wording(
        "Nazwa zajmuje dwa wiersze: znaki 1–12 i od 14. Ułóż ją w kartotece tak, by 13. znak był spacją.",
        "A name has two lines: characters 1–12, and from the 14th on. Put it on file with a blank as the 13th.",
    ),
    bad=_GOOD.replace("5900000000046", "5900000000060"),
    good=_GOOD,
    severity=Severity.WARNING,
)
NO_OUTER_PACKAGES = Problem(
    "awizo/no-outer-packages",
    Wording(
        "Awizo {number} nie ma opakowań nadrzędnych, więc etykiet zbiorczych nie ma.",
        "The awizo {number} has no outer packages, so there are no collective labels.",
    ),
    Wording("Wydrukuj etykiety wszystkich opakowań.", "Print the labels of all packages."),
    bad=f"awizo labels --collective: {_FLAT}",
    good=_GOOD.replace("labels", "labels --collective"),
    severity=Severity.WARNING,
)

PROBLEMS = tuple(value for value in list(globals().values()) if isinstance(value, Problem))
