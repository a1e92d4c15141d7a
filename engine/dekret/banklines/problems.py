"""Problems of rules for the lines of statements, found by the check."""

from dekret.text.diagnostic import Problem, Severity
from dekret.text.wording import Wording

_HEAD = """wyciąg "WYCIAGI"
[Ogólne]
nazwa = Pozycje wyciągu
[Reguły]
"""
_TITLES = "| Kod | Tytuł | Konto |\n"
_GOOD = _HEAD + _TITLES + "| PROWIZJE | %prowizj% | 402-01 |\n| ODSETKI | %odset% | 401 |\n"
_AMOUNTS = _HEAD + "| Kod | Kwota od | Kwota do | Konto |\n| DROBNE | 1,00 | 20,00 | 401 |\n"
_ACCOUNTS = _HEAD + "| Kod | Rachunek | Konto |\n| NAJEM | 61 1090 1014 0000 0712 1981 2874 | 402 |\n"
_POINTS = _HEAD.replace("[Reguły]", "wybór = punkty\n[Reguły]") + (
    "| Kod | Tytuł | Punkty | Konto |\n| A | zus | 5 | 401 |\n| B | składka | 9 | 402 |\n"
)
_CHARTED = "=== wyciagi.wyciag\n" + _GOOD.removesuffix("\n")

# --- patterns

EMPTY_PATTERN = Problem(
    "lines/empty-pattern",
    Wording("Między przecinkami nie ma wzorca.", "There is no pattern between the commas."),
    Wording(
        "Usuń zbędny przecinek; przecinek w szukanym tekście zastępuje znak _ we wzorcu z %.",
        "Remove the comma; where the text itself has one, write _ for it in a pattern with %.",
    ),
    bad=_GOOD.replace("%odset%", "%odset%, "),
    good=_GOOD,
)
MATCHES_ALL = Problem(
    "lines/matches-all",
    Wording("Do wzorca „{pattern}” pasuje każdy tekst.", "Every text fits the pattern '{pattern}'."),
    Wording("Zostaw komórkę pustą.", "Leave the cell empty."),
    bad=_GOOD.replace("%odset%", "%"),
    good=_GOOD,
)
MATCHES_NOTHING = Problem(
    "lines/matches-nothing",
    Wording("Do wzorca „{pattern}” nie pasuje żaden tekst.", "No text can fit the pattern '{pattern}'."),
    Wording(
        "Usuń ten wzorzec albo ten z „nie”, który wyklucza wszystko, co on znajduje.",
        "Remove this pattern, or the one with 'nie' that excludes all that it finds.",
    ),
    bad=_GOOD.replace("%odset%", "%odsetki karne%, nie %odset%"),
    good=_GOOD.replace("%odset%", "%odset%, nie %odsetki karne%"),
)
ACCOUNT_NEVER = Problem(
    "lines/account-never",
    Wording("Rachunku „{text}” nie może być: {reason}.", "There can be no account '{text}': {reason}."),
    Wording(
        "Przepisz numer jeszcze raz; początek numeru kończy się znakiem %.",
        "Copy the number again; the beginning of a number ends with %.",
    ),
    bad=_ACCOUNTS.replace("2874", "2875"),
    good=_ACCOUNTS,
)
PART_OF_ACCOUNT = Problem(
    "lines/part-of-account",
    Wording(
        "„{text}” ma {digits} cyfr, a rachunek w Polsce 26: żaden nie będzie taki sam.",
        "'{text}' has {digits} digits, an account in Poland 26: none will be the same.",
    ),
    Wording(
        "Początek rachunku zakończ znakiem %, koniec zacznij od %; cyfrę nieznaną zastępuje _.",
        "End the beginning of an account with %, begin its end with %; _ stands for an unknown digit.",
    ),
    bad=_ACCOUNTS.replace("61 1090 1014 0000 0712 1981 2874", "61 1090 1014"),
    good=_ACCOUNTS.replace("61 1090 1014 0000 0712 1981 2874", "61 1090 1014%"),
)

# --- rules

NO_RULES = Problem(
    "lines/no-rules",
    Wording("W tabeli nie ma ani jednej reguły.", "The table has no rule."),
    Wording("Dopisz wiersze: kod, warunki, konto.", "Add rows: code, conditions, account."),
    bad=_HEAD + _TITLES,
    good=_GOOD,
)
NO_RESULT = Problem(
    "lines/no-result",
    Wording("Reguła niczego nie proponuje.", "The rule proposes nothing."),
    Wording(
        "Wpisz Konto, Kategoria, Podmiot albo Opis, albo usuń regułę.",
        "Write 'Konto', 'Kategoria', 'Podmiot' or 'Opis', or remove the rule.",
    ),
    bad=_GOOD.replace("| 402-01 |", "|  |"),
    good=_GOOD,
)
CODE_REPEATED = Problem(
    "lines/code-repeated",
    Wording("Kod {code} ma już inna reguła.", "Another rule has the code {code} already."),
    Wording("Nadaj regule własny kod.", "Give the rule a code of its own."),
    bad=_GOOD.replace("ODSETKI", "Prowizje"),
    good=_GOOD,
)
RESERVED_CODE = Problem(
    "lines/reserved-code",
    Wording(
        "Reguła nie może mieć kodu {code}: w przypadkach znaczy on, że żadna nie pasuje.",
        "No rule may have the code {code}: in cases it means that none fits.",
    ),
    Wording("Nadaj regule inny kod.", "Give the rule another code."),
    bad=_GOOD.replace("ODSETKI", "BRAK"),
    good=_GOOD,
)
AMOUNTS_REVERSED = Problem(
    "lines/amounts-reversed",
    Wording(
        "Kwota od ({least}) jest większa niż Kwota do ({most}).",
        "'Kwota od' ({least}) is larger than 'Kwota do' ({most}).",
    ),
    Wording("Zamień je miejscami albo popraw jedną z nich.", "Exchange them, or correct one of them."),
    bad=_AMOUNTS.replace("1,00", "30,00"),
    good=_AMOUNTS,
)
NEGATIVE_AMOUNT = Problem(
    "lines/negative-amount",
    Wording(
        "Kwota {amount} jest ujemna, a reguła patrzy na kwotę bez znaku.",
        "The amount {amount} is negative; the rule looks at the amount without its sign.",
    ),
    Wording(
        "Wpisz kwotę bez znaku; wypływ pieniędzy to Kierunek = rozchód.",
        "Write the amount without its sign; money out is 'Kierunek = rozchód'.",
    ),
    bad=_AMOUNTS.replace("1,00", "-1,00"),
    good=_AMOUNTS,
)
POINTS_UNUSED = Problem(
    "lines/points-unused",
    Wording(
        "Punkty nic tu nie zmieniają: działa pierwsza pasująca reguła.",
        "Points change nothing here: the first rule that fits is taken.",
    ),
    Wording(
        "Wpisz w [Ogólne]: wybór = punkty, albo usuń punkty.", "Write 'wybór = punkty' in [Ogólne], or remove them."
    ),
    bad=_POINTS.replace("wybór = punkty\n", ""),
    good=_POINTS,
)
NO_CONDITION = Problem(
    "lines/no-condition",
    Wording(
        "Reguła {code} nie ma warunków, więc pasuje zawsze; nigdy nie zadziałają: {after}.",
        "The rule {code} has no conditions and always fits; these are never taken: {after}.",
    ),
    Wording(
        "Dopisz warunek albo zrób z niej ostatnią (przy punktach: daj jej najmniej).",
        "Add a condition, or make it the last one (with points: give it the fewest).",
    ),
    bad=_GOOD.replace("| %prowizj% |", "|  |"),
    good=_GOOD.replace("| %odset% |", "|  |"),
)
COVERED = Problem(
    "lines/covered",
    Wording(
        "Reguła {code} nigdy nie zadziała: wszystko, co do niej pasuje, bierze wcześniej {other}.",
        "The rule {code} is never taken: all that fits it is taken by {other} before.",
    ),
    Wording(
        "Przenieś ją wyżej (przy punktach: daj jej więcej), zawęź {other} albo usuń jedną z nich.",
        "Move it up (with points: give it more), narrow {other}, or remove one of them.",
    ),
    bad=_GOOD + "| KARNE | %odsetki karne% | 402 |\n",
    good=_GOOD.replace("| ODSETKI", "| KARNE | %odsetki karne% | 402-01 |\n| ODSETKI"),
    severity=Severity.WARNING,
)

# --- accounts

MISSING_ACCOUNT = Problem(
    "lines/missing-account",
    Wording(
        "Reguła {code}: konta {account} nie ma w planie {plan}.",
        "Rule {code}: the account {account} is not in the chart {plan}.",
    ),
    Wording("{advice}Popraw numer albo dopisz konto do planu.", "{advice}Correct it, or add the account to the chart."),
    bad=_CHARTED.replace("402-01", "402-5"),
    good=_CHARTED,
)
INACTIVE_ACCOUNT = Problem(
    "lines/inactive-account",
    Wording(
        "Reguła {code}: konto {account} jest nieaktywne w planie {plan}.",
        "Rule {code}: the account {account} is inactive in the chart {plan}.",
    ),
    Wording("Użyj innego konta albo przywróć to konto.", "Use another account, or bring this one back."),
    bad=_CHARTED.replace("402-01", "221-8"),
    good=_CHARTED,
)
SYNTHETIC_ACCOUNT = Problem(
    "lines/synthetic-account",
    Wording(
        "Reguła {code}: konto {account} ma analityki i samo nie przyjmuje zapisów.",
        "Rule {code}: the account {account} is split further and takes no lines itself.",
    ),
    Wording(
        "Wskaż jedno z kont analitycznych planu {plan}: {below}.", "Name one of those below it in {plan}: {below}."
    ),
    bad=_CHARTED.replace("402-01", "402"),
    good=_CHARTED,
)

PROBLEMS = tuple(value for value in list(globals().values()) if isinstance(value, Problem))
