"""The language `plan`: a chart of accounts."""

import re

from dekret.company import problems
from dekret.model.accounts import Account, AccountPlan, Dictionary, ancestors
from dekret.syntax import cells
from dekret.syntax.read import Reading, Record
from dekret.syntax.schema import Field, Language, SectionSchema, Word
from dekret.text.diagnostic import Related
from dekret.text.report import Report
from dekret.text.wording import Wording

_CODE = re.compile(r"[^\W_][\w./]*(-[\w./]+)*")
_CURRENCY = re.compile(r"[A-Z]{3}")
_OFF_BALANCE_TEAM = "9"
"""Where off-balance accounts stand unless the chart says otherwise."""
NO_DICTIONARY = Word("brak", "none", ("-",))
DICTIONARY_WORDS = {
    Dictionary.PARTIES: Word("Podmioty", "Parties", ("Kontrahenci",)),
    Dictionary.EMPLOYEES: Word("Pracownicy", "Employees"),
    Dictionary.GOODS: Word("Towary", "Goods"),
    Dictionary.CATEGORIES: Word("Kategorie", "Categories"),
    Dictionary.FIXED_ASSETS: Word("Środki trwałe", "Fixed assets"),
}

NAME = Field(Word("nazwa", "name"), cells.TEXT, Wording("nazwa planu kont", "name of the chart"))
OPENS_DICTIONARY = Field(
    Word("zakładanie kont słownikowych", "open dictionary accounts"),
    cells.FLAG,
    Wording(
        "czy księgowanie samo zakłada konta analityczne podmiotów i innych słowników (tak)",
        "whether posting opens the analytic accounts of parties and other dictionaries by itself (yes)",
    ),
)
OPENS_OTHER = Field(
    Word("zakładanie kont niesłownikowych", "open other accounts"),
    cells.FLAG,
    Wording(
        "czy księgowanie samo zakłada pozostałe brakujące konta (nie)",
        "whether posting opens other missing accounts by itself (no)",
    ),
)
OFF_BALANCE_TEAM = Field(
    Word("zespół pozabilansowy", "off-balance team"),
    cells.TEXT,
    Wording(
        "pierwsza cyfra kont pozabilansowych, których strony nie muszą się zgadzać (9)",
        "first digit of off-balance accounts, whose sides need not agree (9)",
    ),
)
CODE = Field(Word("Konto", "Account"), cells.TEXT, Wording("numer konta", "code of the account"), required=True)
TITLE = Field(Word("Nazwa", "Name"), cells.TEXT, Wording("nazwa konta", "name of the account"))
DICTIONARY: Field[Dictionary | None] = Field(
    Word("Słownik", "Dictionary"),
    cells.choice(
        Wording("słownik", "dictionary"),
        {NO_DICTIONARY: None, **{word: dictionary for dictionary, word in DICTIONARY_WORDS.items()}},
    ),
    Wording("słownik, na który konto się dzieli", "the dictionary by which the account is split"),
)
CURRENCY = Field(Word("Waluta", "Currency"), cells.TEXT, Wording("waluta konta (PLN)", "currency of the account (PLN)"))
OFF_BALANCE = Field(
    Word("Pozabilansowe", "Off balance"),
    cells.FLAG,
    Wording("czy konto jest pozabilansowe (tak w zespole 9)", "whether the account is off balance (yes in team 9)"),
)
SETTLEMENT = Field(
    Word("Rozrachunkowe", "Settlement"),
    cells.FLAG,
    Wording("czy zapisy konta się rozlicza", "whether lines of the account are settled"),
)
INACTIVE = Field(
    Word("Nieaktywne", "Inactive"), cells.FLAG, Wording("czy konto jest wyłączone z użycia", "whether it is out of use")
)

GENERAL = SectionSchema(
    Word("Ogólne", "General"),
    Wording("nazwa planu i zakładanie kont", "name of the chart and opening of accounts"),
    keys=(NAME, OPENS_DICTIONARY, OPENS_OTHER, OFF_BALANCE_TEAM),
)
ACCOUNTS = SectionSchema(
    Word("Konta", "Accounts"),
    Wording("tabela kont", "the table of accounts"),
    columns=(CODE, TITLE, DICTIONARY, CURRENCY, OFF_BALANCE, SETTLEMENT, INACTIVE),
    required=True,
)
LANGUAGE = Language(
    Word("plan", "chart-of-accounts"),
    "plan",
    Wording("plan kont", "chart of accounts"),
    (GENERAL, ACCOUNTS),
)


def read_plan(reading: Reading, report: Report) -> AccountPlan:
    """The chart of accounts; its errors go to the report."""
    general = reading.part(GENERAL).keys
    team = general.get(OFF_BALANCE_TEAM) or _OFF_BALANCE_TEAM
    accounts: dict[tuple[str, str], Account] = {}
    places: dict[tuple[str, str], Record] = {}
    for row in reading.part(ACCOUNTS).rows:
        account = _account(row, team, report)
        if account is None:
            continue
        key = (account.code.casefold(), account.currency)
        if key in accounts:
            first = Related(places[key].place(CODE), Wording("pierwszy raz tutaj", "first here"))
            report.add(problems.ACCOUNT_REPEATED.at(row.place(CODE), related=(first,), account=account.code))
            continue
        accounts[key], places[key] = account, row
    codes = {code for code, _ in accounts}
    said: set[str] = set()
    for key, row in places.items():
        _check_parent(accounts[key].code, codes, said, row, report)
    return AccountPlan(
        reading.symbol.text,
        tuple(accounts.values()),
        opens_dictionary=general.get(OPENS_DICTIONARY) is not False,
        opens_other=general.get(OPENS_OTHER) is True,
        off_balance_team=team,
    )


def _account(row: Record, team: str, report: Report) -> Account | None:
    code = row.get(CODE)
    if code is None:
        return None
    if not _CODE.fullmatch(code):
        report.add(problems.BAD_ACCOUNT.at(row.place(CODE), account=code))
        return None
    currency = (row.get(CURRENCY) or "PLN").upper()
    if not _CURRENCY.fullmatch(currency):
        report.add(problems.BAD_CURRENCY.at(row.place(CURRENCY), currency=currency))
    off_balance = row.get(OFF_BALANCE)
    return Account(
        code,
        row.get(TITLE) or "",
        row.get(DICTIONARY),
        currency,
        off_balance=code.startswith(team) if off_balance is None else off_balance,
        settlement=row.get(SETTLEMENT) is True,
        inactive=row.get(INACTIVE) is True,
    )


def _check_parent(code: str, codes: set[str], said: set[str], row: Record, report: Report) -> None:
    """An account above must be there; of those missing, each is said once."""
    above = ancestors(code)
    if above and above[0].casefold() not in codes and above[0] not in said:
        said.add(above[0])
        report.add(problems.NO_PARENT.at(row.place(CODE), account=code, parent=above[0]))
