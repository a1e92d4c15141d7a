"""Problems of charts of accounts and of the company's file."""

from dekret.text.diagnostic import Problem, Severity
from dekret.text.wording import Wording

_PLAN = """plan "P"
[Konta]
| Konto | Nazwa          |
|-------|----------------|
| 201   | Odbiorcy       |
| 201-1 | Odbiorcy kraj  |
"""
_FILE = """kartoteka "F"
[Firma]
nazwa = Bursztyn sp. z o.o.
nip = 5580730219
[Podmioty]
| Kod   | NIP        | Kategoria zakupu |
|-------|------------|------------------|
| ALOZA | 6736819308 | MATERIAŁY        |
| BIURO | 4642621295 |                  |
[Kategorie]
| Kod       | Konto Wn  |
|-----------|-----------|
| MATERIAŁY | 401-01-03 |
| ENERGIA   | 401-01-05 |
"""

ACCOUNT_REPEATED = Problem(
    "plan/account-repeated",
    Wording("Konto {account} występuje w planie drugi raz.", "The account {account} stands in the chart twice."),
    Wording("Usuń jeden z wierszy.", "Remove one of the rows."),
    bad=_PLAN + "| 201-1 | Odbiorcy       |\n",
    good=_PLAN,
)
BAD_ACCOUNT = Problem(
    "plan/bad-account",
    Wording("„{account}” nie jest numerem konta.", "'{account}' is not the code of an account."),
    Wording(
        "Konto to litery, cyfry, kropki i ukośniki w segmentach połączonych myślnikiem: 201-2-1.",
        "A code is letters, digits, dots and slashes in segments joined by hyphens: 201-2-1.",
    ),
    bad=_PLAN + "| 201 2 | Odbiorcy       |\n",
    good=_PLAN,
)
BAD_CURRENCY = Problem(
    "plan/bad-currency",
    Wording("„{currency}” nie jest kodem waluty.", "'{currency}' is not the code of a currency."),
    Wording("Wpisz trzy litery, np. EUR.", "Write three letters, such as EUR."),
    bad='plan "P"\n[Konta]\n| Konto | Waluta |\n| 131 | EURO |\n',
    good='plan "P"\n[Konta]\n| Konto | Waluta |\n| 131 | EUR |\n',
)
NO_PARENT = Problem(
    "plan/no-parent",
    Wording("Konto {account} nie ma konta nadrzędnego {parent}.", "The account {account} has no parent {parent}."),
    Wording("Dopisz konto {parent}.", "Add the account {parent}."),
    bad=_PLAN + "| 202-2-1 | Dostawcy     |\n",
    good=_PLAN,
    severity=Severity.WARNING,
)
CODE_REPEATED = Problem(
    "kartoteka/code-repeated",
    Wording("Kod {code} występuje drugi raz.", "The code {code} stands twice."),
    Wording("Zmień kod albo usuń jeden z wierszy.", "Change the code, or remove one of the rows."),
    bad=_FILE.replace("ENERGIA  ", "materiały"),
    good=_FILE,
)
TAX_ID_REPEATED = Problem(
    "kartoteka/tax-id-repeated",
    Wording("Dwa podmioty mają ten sam NIP {tax_id}.", "Two parties have the same NIP {tax_id}."),
    Wording(
        "Faktury rozpoznaje się po NIP; popraw numer albo połącz podmioty.",
        "Invoices are recognised by it; correct the number or join the parties.",
    ),
    bad=_FILE.replace("4642621295", "6736819308"),
    good=_FILE,
)
BAD_NIP = Problem(
    "kartoteka/bad-nip",
    Wording("NIP {tax_id} ma złą cyfrę kontrolną.", "The NIP {tax_id} has a wrong check digit."),
    Wording("Sprawdź numer.", "Check the number."),
    bad=_FILE.replace("4642621295", "4642621296"),
    good=_FILE,
)
UNKNOWN_CATEGORY = Problem(
    "kartoteka/unknown-category",
    Wording("Nie ma kategorii {category}.", "There is no category {category}."),
    Wording("Dopisz ją w sekcji [Kategorie]; są tam: {known}.", "Add it in [Kategorie]; there are: {known}."),
    bad=_FILE.replace("MATERIAŁY        |\n", "PALIWO           |\n"),
    good=_FILE,
)
UNKNOWN_PARTY = Problem(
    "kartoteka/unknown-party",
    Wording(
        "Podmiotu „{party}” (NIP {tax_id}) nie ma w kartotece.", "The party '{party}' (NIP {tax_id}) is not on file."
    ),
    Wording(
        "Dopisz go w sekcji [Podmioty]: {row} – albo ustaw w [Firma]: nieznany podmiot = kod z NIP.",
        "Add it in [Podmioty]: {row} – or set in [Firma]: nieznany podmiot = kod z NIP.",
    ),
    bad="""dokument: {"type": "vat_purchase", "number": "FZ/1", "issue_date": "2026-03-05",
 "party": {"name": "Nikt sp. z o.o.", "tax_id": "1562241548"}, "elements": [{"rate": "zw", "net": "5.00"}]}
""",
    good="""dokument: {"type": "vat_purchase", "number": "FZ/1", "issue_date": "2026-03-05",
 "party": {"tax_id": "6736819308"}, "elements": [{"rate": "zw", "net": "5.00"}]}
""",
)

PROBLEMS = tuple(value for value in list(globals().values()) if isinstance(value, Problem))
