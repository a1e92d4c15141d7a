"""Problems of cases of rules for documents."""

from dekret.text.diagnostic import Problem
from dekret.text.wording import Wording

_RULES = """=== faktury.reguly
reguly "FAKTURY"
[Nagłówek]
nazwa = Faktury zakupu
typ = Rejestr VAT zakupu, Rejestr VAT sprzedaży
[Reguły]
| Kod | Dla           | Warunek           | Poziom | Komunikat                       |
|-----|---------------|-------------------|--------|---------------------------------|
| NIP | dokument      | @NipPodmiotu <> '' | błąd  | Kontrahent nie ma NIP           |
| ZER | każda pozycja | @Netto <> 0       | błąd   | Pozycja {@Lp} ma wartość {@Netto} |
=== faktury.przypadek
"""
_CASE = """przypadek "bez NIP"
reguly = FAKTURY
typ = Rejestr VAT zakupu
[Dokument]
Numer dokumentu = FZ/12/2026
Data wystawienia = 05.03.2026
Podmiot = KLON
[Pozycje rejestru]
| Stawka VAT | Netto  | VAT   |
|------------|--------|-------|
| 23         | 100,00 | 23,00 |
"""
_FINDINGS = """[Ustalenia]
| Reguła | Poziom | Komunikat             |
|--------|--------|-----------------------|
| NIP    | błąd   | Kontrahent nie ma NIP |
"""
_GOOD = _RULES + _CASE + _FINDINGS

NO_FINDINGS = Problem(
    "case/no-findings",
    Wording("Przypadek reguł nie mówi, co ma wyjść.", "The case of rules does not say what has to come out."),
    Wording(
        "Dopisz sekcję [Ustalenia]; gdy nic nie ma być znalezione: jeden wiersz z kodem brak.",
        "Add the section [Ustalenia]; where nothing may be found: one row with the code brak.",
    ),
    bad=_RULES + _CASE,
    good=_GOOD,
)
TYPE_NEEDED = Problem(
    "case/type-needed",
    Wording(
        "Reguły {symbol} są dla kilku typów dokumentów, a przypadek nie mówi, jaki to typ.",
        "The rules {symbol} are for several types of document; the case does not say which this is.",
    ),
    Wording("Dopisz klucz typ: {known}.", "Add the key 'typ': {known}."),
    bad=_GOOD.replace("typ = Rejestr VAT zakupu\n", ""),
    good=_GOOD,
)
NO_RULES_HOLD = Problem(
    "case/no-rules-hold",
    Wording(
        "Reguły {symbol} nie są dla dokumentu typu {type} z dnia {day}.",
        "The rules {symbol} are not for a document of type {type} of {day}.",
    ),
    Wording(
        "Sprawdź typ dokumentu i daty reguł: obowiązuje od, obowiązuje do.",
        "See to the type of the document and the dates of the rules: 'obowiązuje od', 'obowiązuje do'.",
    ),
    bad=_GOOD.replace("[Nagłówek]", "obowiązuje od = 2027-01-01\n[Nagłówek]"),
    good=_GOOD,
)
FINDINGS_DIFFER = Problem(
    "case/findings-differ",
    Wording(
        "Reguły powiedziały co innego: brakuje {missing}, ponad oczekiwane {extra}.",
        "The rules said something else: missing {missing}, not expected {extra}.",
    ),
    Wording(
        "Popraw reguły; jeśli dobry jest nowy wynik, sekcję [Ustalenia] wpisze na nowo „dekret test --update”.",
        "Correct the rules; if the new result is right, 'dekret test --update' writes [Ustalenia] anew.",
    ),
    bad=_GOOD.replace("| 100,00 | 23,00 |", "| 0,00   | 0,00  |"),
    good=_GOOD,
)

PROBLEMS = tuple(value for value in list(globals().values()) if isinstance(value, Problem))
