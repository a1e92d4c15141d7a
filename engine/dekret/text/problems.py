"""Problems of the bytes of a file."""

from dekret.text.diagnostic import Problem, Severity
from dekret.text.wording import Wording

_PLAN = 'bytes: # żółw\\nplan "A"\\n[Konta]\\n| Konto |\\n| 100   |\\n'

NOT_TEXT = Problem(
    "text/not-text",
    Wording("To nie jest plik tekstowy.", "This is not a text file."),
    Wording(
        "Zapisz plik jako zwykły tekst UTF-8 (arkusz i dokument Worda trzeba najpierw zapisać jako tekst).",
        "Save it as plain UTF-8 text (a spreadsheet or a Word document has to be saved as text first).",
    ),
    bad=_PLAN + "\\x00\\x01\\x02",
    good=_PLAN,
)
MIXED_ENCODING = Problem(
    "text/mixed-encoding",
    Wording(
        "Plik jest po części w UTF-8, a po części w innym kodowaniu: bajt {byte} w wierszu {line}.",
        "The file is partly UTF-8 and partly in another encoding: byte {byte} in line {line}.",
    ),
    Wording(
        "Popraw polskie litery w tym wierszu i zapisz cały plik jako UTF-8.",
        "Correct the Polish letters of that line and save the whole file as UTF-8.",
    ),
    bad=_PLAN + "# \\xbf\\xf3\\xb3w\\n",
    good=_PLAN,
)
LEGACY_ENCODING = Problem(
    "text/legacy-encoding",
    Wording("Plik odczytano jako {encoding}, a nie UTF-8.", "The file was read as {encoding}, not UTF-8."),
    Wording(
        "Sprawdź polskie litery; „dekret fmt” zapisze plik w UTF-8.",
        "Check the Polish letters; 'dekret fmt' saves the file as UTF-8.",
    ),
    bad=_PLAN.replace("żółw", "\\xbf\\xf3\\xb3w"),
    good=_PLAN,
    severity=Severity.WARNING,
)

PROBLEMS = tuple(value for value in list(globals().values()) if isinstance(value, Problem))
