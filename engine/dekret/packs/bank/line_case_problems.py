"""Problems of cases of rules for lines."""

from dekret.text.diagnostic import Problem
from dekret.text.wording import Wording

_RULES = """wyciąg "WYCIAGI"
[Ogólne]
nazwa = Pozycje wyciągu
[Reguły]
| Kod      | Kierunek | Tytuł     | Konto  | Kategoria |
|----------|----------|-----------|--------|-----------|
| PROWIZJE | rozchód  | %prowizj% | 402-01 | BANK      |
"""
_LINE = """przypadek "prowizja"
wyciąg = WYCIAGI
[Pozycja]
Data księgowania = 2026-01-15
Kwota = -12,00
Tytuł = Prowizja za przelew
"""
_PROPOSAL = """[Propozycja]
Reguła = PROWIZJE
Konto = 402-01
"""
_FILES = f"=== wyciagi.wyciag\n{_RULES}=== prowizja.przypadek\n"
_GOOD = _FILES + _LINE + _PROPOSAL

NO_LINES = Problem(
    "case/no-lines",
    Wording("Przypadek reguł wyciągu nie ma pozycji.", "The case of rules of statements has no line."),
    Wording("Dopisz sekcję [Pozycja].", "Add the section [Pozycja]."),
    bad=_FILES + _LINE[: _LINE.index("[Pozycja]")] + _PROPOSAL,
    good=_GOOD,
)
NO_PROPOSAL = Problem(
    "case/no-proposal",
    Wording(
        "Przypadek reguł wyciągu nie mówi, co ma wyjść.",
        "The case of rules of statements does not say what has to come out.",
    ),
    Wording(
        "Dopisz sekcję [Propozycja]; gdy żadna reguła nie ma pasować: Reguła = brak.",
        "Add the section [Propozycja]; where no rule may fit: 'Reguła = brak'.",
    ),
    bad=_FILES + _LINE,
    good=_GOOD,
)
COUNTS_DIFFER = Problem(
    "case/proposals-count",
    Wording("Pozycji jest {lines}, a propozycji {proposals}.", "There are {lines} lines and {proposals} proposals."),
    Wording("Każda pozycja ma mieć jeden wiersz w [Propozycja].", "Every line has one row in [Propozycja]."),
    bad=_FILES + _LINE + _PROPOSAL + "| Reguła |\n| brak |\n",
    good=_GOOD,
)
PROPOSAL_DIFFERS = Problem(
    "case/proposal-differs",
    Wording("Pozycja {number}: wyszła inna propozycja, niż oczekiwano.", "Line {number}: another proposal came out."),
    Wording(
        "Popraw reguły; jeśli dobry jest nowy wynik, sekcję [Propozycja] wpisze na nowo „dekret test --update”. "
        "Dlaczego tak wyszło, widać poniżej.",
        "Correct the rules; if the new result is right, 'dekret test --update' writes [Propozycja] anew. Why it came "
        "out so is shown below.",
    ),
    bad=_GOOD.replace("Konto = 402-01", "Konto = 401"),
    good=_GOOD,
)
NO_VERSION = Problem(
    "case/no-line-rules",
    Wording("Reguły wyciągu {symbol} nie obowiązują {day}.", "No rules of statements {symbol} hold on {day}."),
    Wording("Sprawdź daty: obowiązuje od, obowiązuje do.", "See to the dates: 'obowiązuje od', 'obowiązuje do'."),
    bad=_GOOD.replace("[Ogólne]", "obowiązuje od = 2027-01-01\n[Ogólne]"),
    good=_GOOD,
)

PROBLEMS = tuple(value for value in list(globals().values()) if isinstance(value, Problem))
