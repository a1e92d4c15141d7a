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
_PERSONS = """kartoteka "F"
[Firma]
nazwa = Bursztyn sp. z o.o.
[Podmioty]
| Kod    | Nazwa       | PESEL       |
|--------|-------------|-------------|
| K_3123 | Anna Sowa   | 90021512347 |
| K_3124 | Piotr Kania | 85031512344 |
"""
_REGISTERS = (
    _FILE
    + """[Rejestry]
| Rejestr | Rachunek                         | Waluta | SWIFT    |
|---------|----------------------------------|--------|----------|
| BANK    | 32 9981 0018 0000 2026 0000 0001 |        | ZMYSPLPW |
| DEWIZY  | 05 9981 0018 0000 2026 0000 0002 | EUR    |          |
"""
)

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
RATES_HEADER = Problem(
    "kursy/header",
    Wording(
        "Nagłówek pliku kursów to nie kolumny waluta, data, kurs.", "The header of the rates is not waluta, data, kurs."
    ),
    Wording(
        "Pierwszy wiersz to np. waluta;data;kurs, dalej EUR;2026-01-15;4,2145; kurs jest za 1 jednostkę waluty.",
        "Begin with waluta;data;kurs, then EUR;2026-01-15;4,2145; a rate is for one unit of the currency.",
    ),
    bad="kursy: EUR;2026-01-15;4,2145",
    good="kursy: waluta;data;kurs\nEUR;2026-01-15;4,2145",
)
BAD_RATE = Problem(
    "kursy/row",
    Wording("Wiersz „{row}” nie jest kursem.", "The row '{row}' is no rate."),
    Wording(
        "Wiersz to waluta, data RRRR-MM-DD i kurs większy od zera: EUR;2026-01-15;4,2145, a przy przecinkach "
        "między kolumnami EUR,2026-01-15,4.2145.",
        "A row is a currency, a date YYYY-MM-DD and a rate above zero: EUR;2026-01-15;4,2145, or where commas part "
        "the columns EUR,2026-01-15,4.2145.",
    ),
    bad="kursy: waluta;data;kurs\nEUR;15.01.2026;4,2145",
    good="kursy: waluta;data;kurs\nEUR;2026-01-15;4,2145",
)
OTHER_RATE = Problem(
    "kursy/twice",
    Wording("Kurs {currency} z dnia {day} jest w pliku drugi raz, inny.", "{currency} has another rate of {day}."),
    Wording("Zostaw jeden kurs waluty na dzień.", "Leave one rate of a currency for a day."),
    bad="kursy: waluta;data;kurs\nEUR;2026-01-15;4,2145\nEUR;2026-01-15;4,2150",
    good="kursy: waluta;data;kurs\nEUR;2026-01-15;4,2145\nUSD;2026-01-15;3,8150",
)
_FURTHER = (
    _FILE
    + """
[Rachunki podmiotów]
| Kod   | Rachunek                   |
|-------|----------------------------|
| ALOZA | 61109010140000071219812874 |
"""
)
ACCOUNT_OF_NOBODY = Problem(
    "kartoteka/account-of-nobody",
    Wording(
        "Rachunek podmiotu {code}, którego nie ma w tabeli [Podmioty].",
        "An account of {code}, who is not in [Podmioty].",
    ),
    Wording("Popraw kod albo dopisz podmiot.", "Correct the code, or add the party."),
    bad=_FURTHER.replace("| ALOZA | 611", "| NIKT  | 611"),
    good=_FURTHER,
)
TAX_ID_REPEATED = Problem(
    "kartoteka/tax-id-repeated",
    Wording("Dwa podmioty mają ten sam NIP {number}.", "Two parties have the same NIP {number}."),
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
PESEL_REPEATED = Problem(
    "kartoteka/pesel-repeated",
    Wording("Dwa podmioty mają ten sam PESEL {number}.", "Two parties have the same PESEL {number}."),
    Wording("Popraw numer albo połącz podmioty.", "Correct the number, or join the parties."),
    bad=_PERSONS.replace("85031512344", "90021512347"),
    good=_PERSONS,
)
BAD_PESEL = Problem(
    "kartoteka/bad-pesel",
    Wording("„{pesel}” nie jest numerem PESEL.", "'{pesel}' is no PESEL."),
    Wording(
        "Wpisz jedenaście cyfr; data urodzenia i cyfra kontrolna muszą się zgadzać.",
        "Write eleven digits; the day of birth and the check digit have to be right.",
    ),
    bad=_PERSONS.replace("85031512344", "85031512341"),
    good=_PERSONS,
)
BAD_BANK_ACCOUNT = Problem(
    "kartoteka/bad-bank-account",
    Wording("Rachunek {account} ma złe cyfry kontrolne.", "The bank account {account} has wrong check digits."),
    Wording("Przepisz numer jeszcze raz.", "Copy the number once more."),
    bad=_REGISTERS.replace("32 9981", "33 9981"),
    good=_REGISTERS,
)
NO_BANK_ACCOUNT = Problem(
    "kartoteka/no-bank-account",
    Wording("„{account}” nie jest numerem NRB ani IBAN.", "'{account}' is neither an NRB nor an IBAN."),
    Wording(
        "Wpisz 26 cyfr NRB albo IBAN. Inny numer może mieć tylko podmiot, którego Kraj nie jest Polską.",
        "Write the 26 digits of an NRB, or an IBAN. Only a party whose country is not Poland may have another number.",
    ),
    bad=_REGISTERS.replace("0001 |", "001  |"),
    good=_REGISTERS,
)
BAD_ROUTING_NUMBER = Problem(
    "kartoteka/bad-routing-number",
    Wording(
        "Numer rozliczeniowy banku {number} w rachunku {account} ma złą cyfrę kontrolną.",
        "The routing number {number} of the bank in the account {account} has a wrong check digit.",
    ),
    Wording("Sprawdź cyfry od trzeciej do dziesiątej.", "Check the digits from the third to the tenth."),
    bad=_REGISTERS.replace("32 9981 0018", "07 9981 0019"),
    good=_REGISTERS,
    severity=Severity.WARNING,
)
BAD_BIC = Problem(
    "kartoteka/bad-bic",
    Wording("„{bic}” nie jest kodem SWIFT (BIC).", "'{bic}' is not a SWIFT code (BIC)."),
    Wording("Kod ma 8 albo 11 znaków, np. ABCDPLPW.", "The code has 8 or 11 characters, such as ABCDPLPW."),
    bad=_REGISTERS.replace("ZMYSPLPW", "ZMYSLPW "),
    good=_REGISTERS,
)
BAD_REGISTER_CURRENCY = Problem(
    "kartoteka/bad-currency",
    Wording("„{currency}” nie jest kodem waluty.", "'{currency}' is not the code of a currency."),
    Wording("Wpisz trzy litery, np. EUR.", "Write three letters, such as EUR."),
    bad=_REGISTERS.replace("EUR ", "EURO"),
    good=_REGISTERS,
)
BAD_COUNTRY = Problem(
    "kartoteka/bad-country",
    Wording("„{country}” nie jest kodem kraju.", "'{country}' is not the code of a country."),
    Wording("Wpisz dwie litery, np. PL.", "Write two letters, such as PL."),
    bad=_FILE.replace("[Podmioty]", "kraj = Polska\n[Podmioty]"),
    good=_FILE.replace("[Podmioty]", "kraj = PL\n[Podmioty]"),
)
_SYMBOLS = (
    _FILE
    + """[Rejestry]
| Rejestr | Rachunek                         | Format przelewów | Format importu | Reguły wyciągów |
|---------|----------------------------------|------------------|----------------|-----------------|
| BANK    | 32 9981 0018 0000 2026 0000 0001 | PLI-KRAJOWE      | MT940-BRE      | WYCIAGI         |
"""
)
UNKNOWN_FORMAT = Problem(
    "kartoteka/unknown-format",
    Wording(
        "Rejestr {register}, {column}: nie ma formatu {symbol}.",
        "Register {register}, {column}: there is no format {symbol}.",
    ),
    Wording(
        "{advice}Popraw symbol albo dodaj do reguł plik z tym formatem; są: {known}.",
        "{advice}Correct the symbol, or add a file with the format to the rules; there are: {known}.",
    ),
    bad=_SYMBOLS.replace("MT940-BRE", "MT904-BRE"),
    good=_SYMBOLS,
)
UNKNOWN_LINE_RULES = Problem(
    "kartoteka/unknown-line-rules",
    Wording(
        "Rejestr {register}, {column}: nie ma reguł wyciągu {symbol}.",
        "Register {register}, {column}: there are no rules of statements {symbol}.",
    ),
    Wording(
        "{advice}Popraw symbol albo dodaj plik z tymi regułami; są: {known}.",
        "{advice}Correct the symbol, or add the file with these rules; there are: {known}.",
    ),
    bad=_SYMBOLS.replace("WYCIAGI", "WYCIĄG "),
    good=_SYMBOLS,
)
LINE_RULES_ACCOUNTS = Problem(
    "kartoteka/line-rules-accounts",
    Wording(
        "Reguły {symbol} księgują na konta, których plan {plan} nie przyjmie: {accounts}.",
        "The rules {symbol} post to accounts that the chart {plan} does not take: {accounts}.",
    ),
    Wording(
        "Dopisz te konta do planu albo wpisz przed {symbol} własne reguły z kontami tego planu: działa pierwsza, "
        "która pasuje.",
        "Add them to the chart, or name rules of your own before {symbol}, with accounts of this chart: the first "
        "that fits is taken.",
    ),
    bad="=== firma.kartoteka\n" + _SYMBOLS + "=== plan.plan\n" + _PLAN,
    good="=== firma.kartoteka\n" + _SYMBOLS.replace("WYCIAGI", "       ") + "=== plan.plan\n" + _PLAN,
    severity=Severity.WARNING,
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
        "{advice}Dopisz go w sekcji [Podmioty]: {row} – albo ustaw w [Firma]: nieznany podmiot = kod z NIP.",
        "{advice}Add it in [Podmioty]: {row} – or set in [Firma]: nieznany podmiot = kod z NIP.",
    ),
    bad="""dokument: {"type": "vat_purchase", "number": "FZ/1", "issue_date": "2026-03-05",
 "party": {"name": "Nikt sp. z o.o.", "tax_id": "1562241548"}, "elements": [{"rate": "zw", "net": "5.00"}]}
""",
    good="""dokument: {"type": "vat_purchase", "number": "FZ/1", "issue_date": "2026-03-05",
 "party": {"tax_id": "6736819308"}, "elements": [{"rate": "zw", "net": "5.00"}]}
""",
)
RESERVED_DIMENSION = Problem(
    "kartoteka/reserved-dimension",
    Wording(
        "Nie można dodać wymiaru o kodzie [{code}], gdyż jest zarezerwowany dla opisu analitycznego w płacach.",
        "A dimension of the code [{code}] cannot be added: it is reserved for the payroll's analytic description.",
    ),
    Wording("Nadaj wymiarowi inny kod.", "Give the dimension another code."),
    bad=_FILE + "[Wymiary]\n| Kod |\n| PROJEKT |\n",
    good=_FILE + "[Wymiary]\n| Kod |\n| PROJEKTY |\n",
)
BAD_DIMENSION = Problem(
    "kartoteka/bad-dimension",
    Wording("„{code}” nie może być kodem wymiaru.", "'{code}' cannot be the code of a dimension."),
    Wording(
        "Kod nie zaczyna się od cyfry i nie jest słowem AND, OR, ALL, NOT ani podobnym.",
        "A code does not start with a digit and is no word like AND, OR, ALL, NOT.",
    ),
    bad=_FILE + "[Wymiary]\n| Kod |\n| 4KONTA |\n",
    good=_FILE + "[Wymiary]\n| Kod |\n| KONTA_4 |\n",
)
DIMENSION_CHANGED = Problem(
    "kartoteka/dimension-changed",
    Wording(
        "Kod wymiaru „{written}” zapisuje się jako {code}.", "The code of the dimension '{written}' is kept as {code}."
    ),
    Wording("Wpisz {code}: tak nazwą go też makra.", "Write {code}: macros will name it so, too."),
    bad=_FILE + "[Wymiary]\n| Kod |\n| KONTA-4 |\n",
    good=_FILE + "[Wymiary]\n| Kod |\n| KONTA_4 |\n",
    severity=Severity.WARNING,
)
NO_SUCH_DIMENSION = Problem(
    "kartoteka/no-such-dimension",
    Wording("Nie ma wymiaru opisowego {dimension}.", "There is no descriptive dimension {dimension}."),
    Wording("Elementy mają wymiary opisowe; są: {known}.", "Descriptive dimensions have elements; there are: {known}."),
    bad=_FILE + "[Wymiary]\n| Kod |\n| BUDOWY |\n[Elementy wymiarów]\n| Wymiar | Kod |\n| BUDOWA | 1_19 |\n",
    good=_FILE + "[Wymiary]\n| Kod |\n| BUDOWY |\n[Elementy wymiarów]\n| Wymiar | Kod |\n| BUDOWY | 1_19 |\n",
)
NO_SUCH_DICTIONARY = Problem(
    "kartoteka/no-such-dictionary",
    Wording("„{given}” nie jest słownikiem.", "'{given}' is no dictionary."),
    Wording("Wpisz w kolumnie Zakres: {known}.", "Write in the column Zakres: {known}."),
    bad=_FILE + "[Wymiary]\n| Kod | Typ |\n| KLIENCI | słownik |\n",
    good=_FILE + "[Wymiary]\n| Kod | Typ | Zakres |\n| KLIENCI | słownik | Podmioty |\n",
)
_DIMENSIONS = (
    _FILE
    + "[Wymiary]\n| Kod | Wymagany |\n| BUDOWY | tak |\n"
    + "[Elementy wymiarów]\n| Wymiar | Kod | Konto |\n| BUDOWY | 1_19 | 501-1 |\n===\n"
)
_DESCRIBED = """{"type": "vat_purchase", "number": "FZ/1", "issue_date": "2026-03-05",
 "party": {"tax_id": "6736819308"}, "elements": [{"rate": "zw", "net": "5.00"}],
 "analytic_rows": [{"percent": "100", "dimensions": {"BUDOWY": "1_19"}}]}
"""
NOT_WHOLE = Problem(
    "analityka/not-whole",
    Wording(
        "Opis analityczny pozycji „{position}” obejmuje {described}, a powinien {whole}.",
        "The analytic description of '{position}' covers {described}; it should cover {whole}.",
    ),
    Wording(
        "Popraw procenty albo kwoty, tak by razem dały całość.", "Correct the percents or amounts to make up all of it."
    ),
    bad=_DIMENSIONS + _DESCRIBED.replace('"100"', '"90"'),
    good=_DIMENSIONS + _DESCRIBED,
)
CONTRADICTION = Problem(
    "analityka/contradiction",
    Wording(
        "Opis analityczny pozycji „{position}” mówi {percent}% i {amount}, a z {base} to nie to samo.",
        "The analytic description of '{position}' says {percent}% and {amount}; of {base} these are not the same.",
    ),
    Wording("Zostaw procent albo kwotę.", "Leave the percent or the amount."),
    bad=_DIMENSIONS + _DESCRIBED.replace('"percent": "100"', '"percent": "100", "amount": "4.00"'),
    good=_DIMENSIONS + _DESCRIBED.replace('"percent": "100"', '"percent": "100", "amount": "5.00"'),
)
NO_SUCH_POSITION = Problem(
    "analityka/no-such-position",
    Wording("Dokument nie ma pozycji „{position}”.", "The document has no position '{position}'."),
    Wording(
        "Pozycje: document, line:1, cost:1, vat_cost:1, additional:1 – licząc od jednego.",
        "Positions: document, line:1, cost:1, vat_cost:1, additional:1, counted from one.",
    ),
    bad=_DIMENSIONS + _DESCRIBED.replace('"percent"', '"position": "line:2", "percent"'),
    good=_DIMENSIONS + _DESCRIBED.replace('"percent"', '"position": "line:1", "percent"'),
)
INCOMPLETE_DESCRIPTION = Problem(
    "analityka/incomplete",
    Wording(
        "Opis analityczny jest niepełny. Nie wybrano elementu dla wymiaru [{dimension}].",
        "The analytic description is incomplete. No element was chosen for the dimension [{dimension}].",
    ),
    Wording(
        "Dopisz element albo zmień w [Wymiary] kolumnę Wymagany.",
        "Add an element, or change the column Wymagany in [Wymiary].",
    ),
    bad=_DIMENSIONS + _DESCRIBED.replace('"BUDOWY": "1_19"', ""),
    good=_DIMENSIONS + _DESCRIBED,
)
NO_ELEMENTS = Problem(
    "analityka/no-elements",
    Wording(
        "Wiersz opisu analitycznego ({position}) nie ma żadnego elementu.",
        "A row of the analytic description ({position}) has no element at all.",
    ),
    Wording("Wskaż element choć jednego wymiaru.", "Name an element of one dimension at least."),
    bad=_DIMENSIONS.replace("| tak |", "| nie |") + _DESCRIBED.replace('"BUDOWY": "1_19"', ""),
    good=_DIMENSIONS + _DESCRIBED,
)
UNKNOWN_DIMENSION = Problem(
    "analityka/unknown-dimension",
    Wording("Nie ma wymiaru {dimension} dla tego dokumentu.", "There is no dimension {dimension} for this document."),
    Wording("Wymiary z kartoteki: {known}.", "Dimensions of the company's file: {known}."),
    bad=_DIMENSIONS + _DESCRIBED.replace('"BUDOWY"', '"BUDOWY": "1_19", "ODDZIAŁ"'),
    good=_DIMENSIONS + _DESCRIBED,
)
UNKNOWN_ELEMENT = Problem(
    "analityka/unknown-element",
    Wording(
        "Wymiar {dimension} ({kind}) nie ma elementu {element}.",
        "The dimension {dimension} ({kind}) has no element {element}.",
    ),
    Wording(
        "Dopisz element w [Elementy wymiarów] albo popraw dokument.",
        "Add the element in [Elementy wymiarów], or correct the document.",
    ),
    bad=_DIMENSIONS + _DESCRIBED.replace("1_19", "2_19"),
    good=_DIMENSIONS + _DESCRIBED,
)

PROBLEMS = tuple(value for value in list(globals().values()) if isinstance(value, Problem))
