"""Problems of the configuration of ThtgEsb besides those of its fields, which `intake` tells (000:172–233)."""

from dekret.text.diagnostic import Problem, Severity
from dekret.text.wording import Wording

_GOOD = """thtg: {
  "optimaUser": "Adam",
  "optimaPassword": "pwd",
  "companies": [
    {"name": "Zielona Sp. z o.o.", "taxId": "5580730219", "accounts": ["61109010140000071219812874"]},
    {"name": "Czerwona", "taxId": "6736819308", "accounts": []}
  ]
}
"""
_LIST = "[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0]"


def _with_mode(mode: str) -> str:
    return _GOOD.replace('"companies"', f'"applicationMode": {mode},\n  "companies"')


EMPTY_FILE = Problem(
    "thtg/empty-file",
    Wording("Plik konfiguracji jest pusty.", "The file of the configuration is empty."),
    Wording(
        "Wpisz optimaUser, optimaPassword i companies; wzór pokazuje dekret docs thtg.",
        "Write optimaUser, optimaPassword and companies; a sample is shown by dekret docs thtg.",
    ),
    bad="thtg: \n",
    good=_GOOD,
)
EMPTY_PASSWORD = Problem(
    "thtg/empty-password",
    Wording("Operator nie ma hasła (optimaPassword).", "The operator has no password (optimaPassword)."),
    Wording(
        "Nadaj operatorowi ThtgEsb hasło w Optimie i wpisz je tutaj: konto widzi dane wszystkich spółek.",
        "Give the operator of ThtgEsb a password in Optima and write it here: it sees the data of all companies.",
    ),
    bad=_GOOD.replace('"pwd"', '""'),
    good=_GOOD,
    severity=Severity.WARNING,
)
BAD_MODE = Problem(
    "thtg/bad-mode",
    Wording(
        "applicationMode to lista 18 albo 19 znaków 0 i 1, a tu jest ich {count} albo są inne.",
        "applicationMode is a list of 18 or 19 marks 0 and 1; here are {count}, or others.",
    ),
    Wording(
        f"Usuń to pole, wtedy jest Kasa/Bank: {_LIST}; dla Kasa/Bank Plus usuń z tej listy ostatnie 0.",
        f"Remove the field, it is Cash/Bank then: {_LIST}; for Cash/Bank Plus take the last 0 off that list.",
    ),
    bad=_with_mode("[0, 1]"),
    good=_with_mode(_LIST),
)
NO_LICENCE = Problem(
    "thtg/no-licence",
    Wording(
        "applicationMode nie wskazuje żadnego modułu, więc ThtgEsb nie zaloguje się do Optimy.",
        "applicationMode names no module, so ThtgEsb cannot log in to Optima.",
    ),
    Wording(
        "Wpisz 1 na miejscu 17 (moduł dostępowy Kasa/Bank albo Kasa/Bank Plus).",
        "Write 1 at place 17 (the module Cash/Bank or Cash/Bank Plus).",
    ),
    bad=_with_mode(_LIST.replace("1", "0")),
    good=_with_mode(_LIST.replace("0, 0]", "0]")),
)
UNKNOWN_MODE = Problem(
    "thtg/unknown-mode",
    Wording(
        "applicationMode wskazuje moduły z miejsc: {places}. Instrukcja zna tylko 17 (Kasa/Bank i Kasa/Bank Plus).",
        "applicationMode names the modules at: {places}. The manual knows 17 alone (Cash/Bank and Cash/Bank Plus).",
    ),
    Wording(
        "Sprawdź z THTG, czy ThtgEsb zajmie licencję, którą masz.",
        "Ask THTG whether ThtgEsb then takes a licence that you have.",
    ),
    bad=_with_mode(_LIST.replace("0, 0, 1, 0, 0]", "1, 0, 1, 0, 0]")),
    good=_with_mode(_LIST),
    severity=Severity.WARNING,
)
NO_TAX_ID = Problem(
    "thtg/no-tax-id",
    Wording("Spółka {name}: „{given}” nie jest NIP-em.", "{name}: '{given}' is no NIP."),
    Wording(
        "Wpisz dziesięć cyfr NIP spółki, jak w danych firmy w Optimie.",
        "Write the ten digits of the company's NIP as Optima has it.",
    ),
    bad=_GOOD.replace("5580730219", "55807302"),
    good=_GOOD,
)
OTHER_CHECK_DIGIT = Problem(
    "thtg/other-check-digit",
    Wording("Spółka {name}: NIP {given} ma złą cyfrę kontrolną.", "{name}: the NIP {given} has the wrong check digit."),
    Wording(
        "Porównaj NIP z danymi firmy w Optimie. To ostrzeżenie, bo takie numery ma też wzór instrukcji.",  # 000:193–208
        "Compare it with Optima. It is a warning, as the example of the manual has such numbers.",  # 000:193–208
    ),
    bad=_GOOD.replace("5580730219", "1234567890"),
    good=_GOOD,
    severity=Severity.WARNING,
)
BAD_ACCOUNT = Problem(
    "thtg/bad-account",
    Wording(
        "Spółka {name}: rachunek {account} nie jest numerem NRB.", "{name}: the account {account} is no account number."
    ),
    Wording(
        "Wpisz 26 cyfr rachunku (może poprzedzać je PL); cyfry kontrolne muszą się zgadzać.",
        "Write the 26 digits of the account (PL may stand before them); the check digits have to be right.",
    ),
    bad=_GOOD.replace("61109010140000071219812874", "62109010140000071219812874"),
    good=_GOOD,
)
NAME_TWICE = Problem(
    "thtg/name-twice",
    Wording("Spółkę {text} wpisano dwa razy.", "The company {text} is given twice."),
    Wording("Zostaw jeden wpis.", "Keep one of the two."),
    bad=_GOOD.replace("Czerwona", "Zielona Sp. z o.o."),
    good=_GOOD,
)
TAX_ID_TWICE = Problem(
    "thtg/tax-id-twice",
    Wording("NIP {text} mają dwie spółki.", "Two companies have the NIP {text}."),
    Wording(
        "Popraw NIP. Bazę testową i produkcyjną tej samej spółki wpisuje się po kolei, nie naraz: dokument trafia do "
        "bazy po NIP.",
        "Correct it. The test database of a company and its real one stand here in turn, not at once: a document finds "
        "its database by the NIP.",
    ),
    bad=_GOOD.replace("6736819308", "558-073-02-19"),
    good=_GOOD,
)
ACCOUNT_TWICE = Problem(
    "thtg/account-twice",
    Wording("Rachunek {text} wpisano dwa razy.", "The account {text} is given twice."),
    Wording(
        "Zostaw go przy spółce, której jest: inaczej wyciąg trafiłby do dwóch baz.",
        "Keep it with the company whose it is: a statement would go to two databases else.",
    ),
    bad=_GOOD.replace('"accounts": []', '"accounts": ["PL61 1090 1014 0000 0712 1981 2874"]'),
    good=_GOOD,
)

PROBLEMS = tuple(value for value in list(globals().values()) if isinstance(value, Problem))
