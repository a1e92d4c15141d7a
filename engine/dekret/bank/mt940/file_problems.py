"""Problems of files in MT940 and MT942: what cannot be read, and what does not agree (bank fact sheet 3.3)."""

from dekret.bank.mt940.problems import MT940_FORMAT
from dekret.text.diagnostic import Problem, Severity
from dekret.text.wording import Wording

_FILE = """:20:MT940
:25:/PL24101000000000123456789012
:28C:7/1
:60F:C260114PLN1000,00
:61:2601150115D123,00NTRFNONREF//BR0001
:86:020~20FV 1/2026~32ODBIORCA TESTOWY
:62F:C260115PLN877,00
-
"""
_SECOND = """:20:MT940
:25:/PL24101000000000123456789012
:28C:8/1
:60F:C260115PLN877,00
:62F:C260116PLN877,00
-
"""
_INTERIM = """:20:MT942
:25:/PL24101000000000123456789012
:28C:7/1
:34F:PLN0,00
:13D:2601151200+0100
:61:2601150115D123,00NTRFNONREF//BR0001
:90D:1PLN123,00
:90C:0PLN0,00
-
"""


def _read(file: str = _FILE, old: str = "", new: str = "") -> str:
    """An example of a file, a piece of it exchanged."""
    assert old in file
    return f"{MT940_FORMAT}=== plik\n{file.replace(old, new) if old else file}"


BAD_LINE = Problem(
    "bank/mt940-line",
    Wording("Pole 61: tutaj powinno być: {what}.", "Field 61: here should stand: {what}."),
    Wording(
        "Pozycji nie odczytano, jej tekst jest wyżej; zapytaj bank albo popraw plik i wczytaj go ponownie.",
        "The line was not read, its text stands above; ask the bank, or correct the file and read it again.",
    ),
    bad=_read(_FILE, "0115D123", "0115X123"),
    good=_read(),
)
BAD_TAG = Problem(
    "bank/mt940-tag",
    Wording(
        "Pole {tag} nie ma postaci ze standardu: {what}.", "The field {tag} is not as the standard has it: {what}."
    ),
    Wording(
        "Pole pominięto, więc sumy wyciągu nie są sprawdzone; porównaj je z wyciągiem banku.",
        "It was passed over, so the sums are not checked; compare them with the statement of the bank.",
    ),
    bad=_read(_FILE, "C260115PLN877,00", "C260115877,00"),
    good=_read(),
)
NOT_A_STATEMENT = Problem(
    "bank/mt940-not-a-statement",
    Wording(
        "W pliku nie ma żadnego pola MT940 (:20:, :25:, :61: …).", "The file has no field of MT940 (:20:, :61: …)."
    ),
    Wording(
        "Sprawdź, czy to wyciąg MT940 albo MT942, i wybierz format tego pliku.",
        "See whether it is a statement in MT940 or MT942, and choose the format of this file.",
    ),
    bad=_read("Data;Kwota\n2026-01-15;123,00\n"),
    good=_read(),
)
UNKNOWN_TAG = Problem(
    "bank/mt940-unknown-tag",
    Wording("Pole {tag} jest nieznane; pominięto je.", "The field {tag} is not known; it was passed over."),
    Wording(
        "Jeśli ważne jest, co w nim stoi, zapytaj bank o opis; o dalszych takich polach nie będzie mowy.",
        "Ask the bank what it holds if that matters; further ones of its name are not spoken of.",
    ),
    bad=_read(_FILE, ":28C:", ":26T:K9\n:28C:"),
    good=_read(),
    severity=Severity.WARNING,
)
OUTSIDE = Problem(
    "bank/mt940-outside",
    Wording("Tekst poza komunikatami pominięto: „{text}”.", "Text outside of messages was passed over: '{text}'."),
    Wording(
        "Sprawdź, czy plik nie jest ucięty, i klucz „koperta” formatu.",
        "See whether the file is cut off, and the key 'koperta' of the format.",
    ),
    bad=_read(_FILE + "Koniec danych\n"),
    good=_read(),
    severity=Severity.WARNING,
)
UNDECODABLE = Problem(
    "bank/mt940-undecodable",
    Wording(
        "Bajt {byte} (nr {offset} w pliku) nic nie znaczy w kodowaniu {encoding}; zastępuje go znak �.",
        "The byte {byte} (number {offset} of the file) means nothing in {encoding}; � stands in its place.",
    ),
    Wording(
        "Wybierz kodowanie, w którym bank daje plik: Windows 1250, Latin II, ISO 8859-2, Mazovia albo UTF8.",
        "Choose the encoding of the bank's file: Windows 1250, Latin II, ISO 8859-2, Mazovia or UTF8.",
    ),
    bad=_read(_FILE, "FV 1", "Łódź").replace("Latin II", "UTF8"),
    good=_read(_FILE, "FV 1", "Łódź"),
    severity=Severity.WARNING,
)
NO_ACCOUNT = Problem(
    "bank/mt940-no-account",
    Wording("Wyciąg nie mówi, którego rachunku dotyczy (:25:).", "The statement does not name its account (:25:)."),
    Wording("Wskaż rachunek przy wczytywaniu albo zapytaj bank.", "Name the account when reading, or ask the bank."),
    bad=_read(_FILE, ":25:/PL24101000000000123456789012\n", ""),
    good=_read(),
    severity=Severity.WARNING,
)
NO_CLOSING = Problem(
    "bank/mt940-no-closing",
    Wording(
        "Wyciąg nie ma salda końcowego (:62F:): jest ucięty, a jego ostatnia pozycja może być niepełna.",
        "The statement has no closing balance (:62F:): it is cut off, and its last line may not be whole.",
    ),
    Wording(
        "Pobierz plik z banku ponownie; jeśli bank nie podaje salda, resztę wczyta --keep-going.",
        "Get the file from the bank again; where the bank states no balance, --keep-going reads the rest.",
    ),
    bad=_read(_FILE, ":62F:C260115PLN877,00\n", ""),
    good=_read(_INTERIM),
)
BALANCE_DIFFERS = Problem(
    "bank/mt940-balance-differs",
    Wording(
        "Saldo końcowe się nie zgadza: {opening} i pozycje {total} to {expected}, a bank podaje {closing}"
        " (różnica {difference}).",
        "The closing balance does not agree: {opening} and lines of {total} make {expected}; the bank says {closing}"
        " (difference {difference}).",
    ),
    Wording(
        "Porównaj pozycje z wyciągiem banku: brakuje którejś, jest dwa razy albo plik ucięto w środku kwoty.",
        "Compare the lines with the statement of the bank: one is missing, or there twice, or the file was cut off"
        " within an amount.",
    ),
    bad=_read(_FILE, "PLN877,00", "PLN876,99"),
    good=_read(),
    severity=Severity.WARNING,
)
SUM_DIFFERS = Problem(
    "bank/mt940-sum-differs",
    Wording(
        "Pole {tag} mówi: {stated}, a pozycje tej strony to: {found}.",
        "The field {tag} says {stated}; the lines of that side are {found}.",
    ),
    BALANCE_DIFFERS.remedy,
    bad=_read(_INTERIM, ":90D:1PLN123,00", ":90D:2PLN246,00"),
    good=_read(_INTERIM),
    severity=Severity.WARNING,
)
OPENING_DIFFERS = Problem(
    "bank/mt940-opening-differs",
    Wording(
        "Saldo początkowe to {opening}, a poprzedni wyciąg rachunku {account} kończy się saldem {closing}.",
        "The opening balance is {opening}; the statement before of the account {account} ends with {closing}.",
    ),
    Wording(
        "Sprawdź, czy między nimi nie brakuje wyciągu i czy stoją w kolejności dni.",
        "See whether a statement is missing between them, and whether they are in the order of their days.",
    ),
    bad=_read(_FILE + _SECOND.replace("877,00", "900,00")),
    good=_read(_FILE + _SECOND),
    severity=Severity.WARNING,
)
NUMBER_GAP = Problem(
    "bank/mt940-number-gap",
    Wording(
        "Po wyciągu {before} rachunku {account} stoi {number}: brakuje numerów albo stron.",
        "The statement {before} of the account {account} is followed by {number}: numbers or pages are missing.",
    ),
    Wording(
        "Sprawdź, czy plik ma wszystkie wyciągi; brakujące pobierz z banku.",
        "See whether the file has all statements; get missing ones from the bank.",
    ),
    bad=_read(_FILE + _SECOND.replace(":8/1", ":10/1")),
    good=_read(_FILE + _SECOND),
    severity=Severity.WARNING,
)

PROBLEMS: tuple[Problem, ...] = tuple(found for found in list(globals().values()) if isinstance(found, Problem))
"""All problems of this module, in order."""
