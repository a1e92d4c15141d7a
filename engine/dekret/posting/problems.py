"""Problems of posting schemes, found by the check or on a document."""

from dekret.text.diagnostic import Problem, Severity
from dekret.text.wording import Wording

_HEAD = """schemat "ZAKUP"
[Nagłówek]
nazwa = Zakup materiałów
typ = Rejestr VAT zakupu
[Pozycje]
"""
_GOOD = (
    _HEAD
    + """| Konto Wn | Konto Ma | Słownik  | Kwota   |
|----------|----------|----------|---------|
|          | 202-2-1  | Podmioty | @Brutto |
| 221-1    |          |          | @Vat    |
| 401      |          |          | @Netto  |
"""
)

_PURCHASE = """{"type": "vat_purchase", "number": "FZ/12/2026", "issue_date": "2026-03-05",
 "party": {"code": "ALOZA", "name": "Aloza sp. z o.o."},
 "elements": [{"rate": "23", "net": "100.00", "vat": "23.00",
               "category": {"code": "MATERIAŁY", "debit_account": "402-01"}}]}
"""
_NEXT = "===\n"

NO_ROWS = Problem(
    "posting/no-rows",
    Wording("Schemat nie ma ani jednej pozycji.", "The scheme has no row."),
    Wording("Dopisz wiersze tabeli: konto, słownik, kwota.", "Add rows to the table: account, dictionary, amount."),
    bad=_HEAD + "| Konto Wn | Konto Ma | Kwota |\n",
    good=_GOOD,
)
NO_ACCOUNT = Problem(
    "posting/no-account",
    Wording("Wiersz nie ma konta ani po stronie Wn, ani Ma.", "The row has no account on either side."),
    Wording("Wpisz konto w kolumnie Konto Wn albo Konto Ma.", "Write an account in 'Konto Wn' or 'Konto Ma'."),
    bad=_GOOD + "|          |          |          | @Netto  |\n",
    good=_GOOD,
)
PART_IN_HEADER = Problem(
    "posting/part-in-header",
    Wording("{name} ma wartość tylko dla części dokumentu: {part}.", "{name} has a value for a part only: {part}."),
    Wording(
        "W nagłówku użyj makra całego dokumentu, albo przenieś warunek do wierszy.",
        "Use a macro of the whole document in the header, or move the condition to the rows.",
    ),
    bad=_GOOD.replace("[Pozycje]", "warunek = @StawkaVat = '23'\n[Pozycje]"),
    good=_GOOD.replace("[Pozycje]", "warunek = @Waluta = 'PLN'\n[Pozycje]"),
)
MIXED_SCOPES = Problem(
    "posting/mixed-scopes",
    Wording(
        "Wiersz łączy {first} ({one}) i {second} ({two}), a działa dla jednego z nich naraz.",
        "The row joins {first} ({one}) and {second} ({two}), but it runs over one of them at a time.",
    ),
    Wording("Rozbij wiersz na dwa.", "Split the row in two."),
    bad=_GOOD + "| @KatElemKontoWn |      |          | @KwotaDodat |\n",
    good=_GOOD + "| @KontoDodatWn |        |          | @KwotaDodat |\n",
)
WRONG_DOCUMENT_TYPE = Problem(
    "posting/wrong-document-type",
    Wording(
        "Schemat {symbol} księguje: {type}, a ten dokument to: {found}.",
        "The scheme {symbol} posts: {type}; this document is: {found}.",
    ),
    Wording("Wybierz schemat tego typu dokumentu{schemes}.", "Choose a scheme of the type of the document{schemes}."),
    bad=_GOOD + _NEXT + _PURCHASE.replace("vat_purchase", "vat_sale"),
    good=_GOOD + _NEXT + _PURCHASE,
)
CONDITION_NOT_MET = Problem(
    "posting/condition-not-met",
    Wording("Dokument nie spełnia warunku schematu.", "The document does not meet the condition of the scheme."),
    Wording("Zaksięguj go innym schematem.", "Post it by another scheme."),
    bad=_GOOD.replace("[Pozycje]", "warunek = @Waluta = 'EUR'\n[Pozycje]") + _NEXT + _PURCHASE,
    good=_GOOD + _NEXT + _PURCHASE,
    severity=Severity.WARNING,
)
NO_DATE = Problem(
    "posting/no-date",
    Wording("Nie ma daty księgowania: wyrażenie daje NULL.", "There is no posting date: the expression gives NULL."),
    Wording(
        "Uzupełnij datę na dokumencie albo wpisz w schemacie ISNULL(@DataWplywu, @DataOperacji).",
        "Fill in the date of the document, or write ISNULL(@DataWplywu, @DataOperacji) in the scheme.",
    ),
    bad=_GOOD.replace("[Pozycje]", "data księgowania = @DataWplywu\n[Pozycje]") + _NEXT + _PURCHASE,
    good=_GOOD + _NEXT + _PURCHASE,
)
UNKNOWN_AMOUNT = Problem(
    "posting/unknown-amount",
    Wording("Wiersz {row}: kwota jest nieznana (NULL).", "Row {row}: the amount is not known (NULL)."),
    Wording(
        "Uzupełnij dokument albo obsłuż brak wartości: ISNULL(…, 0).",
        "Complete the document, or handle the missing value: ISNULL(…, 0).",
    ),
    bad=_GOOD + "| 401 | 202-2-1 | Podmioty | CAST(@Opis AS DECIMAL(18, 2)) |\n" + _NEXT + _PURCHASE,
    good=_GOOD + _NEXT + _PURCHASE,
)
EMPTY_ACCOUNT = Problem(
    "posting/empty-account",
    Wording(
        "Wiersz {row}, strona {side}: konto jest puste ({formula}, {category}).",
        "Row {row}, side {side}: the account is empty ({formula}, {category}).",
    ),
    Wording(
        "Uzupełnij to, skąd wiersz bierze konto: kategorię (na dokumencie albo w kartotece), kwotę dodatkową, zapis.",
        "Complete what the row takes its account from: the category (on the document or in the company's file), the "
        "additional amount, the cash entry.",
    ),
    bad=_GOOD.replace("| 401      |", "| @KatElemKontoWn |") + _NEXT + _PURCHASE.replace("402-01", ""),
    good=_GOOD.replace("| 401      |", "| @KatElemKontoWn |") + _NEXT + _PURCHASE,
)
MISSING_ACCOUNT = Problem(
    "posting/missing-account",
    Wording(
        "Wiersz {row}, strona {side}: konta {account} nie ma w planie {plan}.",
        "Row {row}, side {side}: the account {account} is not in the chart {plan}.",
    ),
    Wording(
        "{advice}Dopisz konto do planu albo zezwól na zakładanie kont w sekcji [Ogólne] planu.",
        "{advice}Add the account to the chart, or allow the opening of accounts in its section [Ogólne].",
    ),
    bad=_GOOD.replace("221-1", "221-9") + _NEXT + _PURCHASE,
    good=_GOOD + _NEXT + _PURCHASE,
)
CURRENCY_ACCOUNT = Problem(
    "posting/currency-account",
    Wording(
        "Wiersz {row}, strona {side}: konto {account} jest prowadzone w {kept}, a wiersz księguje w {currency}.",
        "Row {row}, side {side}: the account {account} is kept in {kept}; the row posts in {currency}.",
    ),
    Wording(
        "Wpisz w wierszu Waluta = tak, wskaż konto złotowe albo dopisz do planu konto w tej walucie.",
        "Set Waluta = tak in the row, name an account in PLN, or add one in this currency to the chart.",
    ),
    bad=_GOOD.replace("221-1", "135  ") + _NEXT + _PURCHASE,
    good=_GOOD + _NEXT + _PURCHASE,
)
BAD_ACCOUNT_CODE = Problem(
    "posting/bad-account-code",
    Wording(
        "Wiersz {row}, strona {side}: „{account}” nie może być numerem konta.",
        "Row {row}, side {side}: '{account}' cannot be the code of an account.",
    ),
    Wording(
        "Wyrażenie złożyło konto z pustych albo złych części; uzupełnij kategorię albo wymiary dokumentu.",
        "The expression made it of empty or wrong parts; complete the category or the dimensions of the document.",
    ),
    bad=_GOOD.replace("| 401      |", "| @KategoriaNag + '-411' |") + _NEXT + _PURCHASE,
    good=_GOOD + _NEXT + _PURCHASE,
)
SPLIT_UNAVAILABLE = Problem(
    "posting/split-unavailable",
    Wording("Słownika {split} nie ma w typie {type}.", "There is no dictionary {split} in {type}."),
    Wording("Słowniki tego typu: {known}.", "Dictionaries of this type: {known}."),
    bad=_GOOD.replace("| Podmioty |", "| Towary   |"),
    good=_GOOD,
)
NO_CURRENCY_AMOUNT = Problem(
    "posting/no-currency-amount",
    Wording(
        "Wiersz księguje w walucie, a {name} jest tylko w PLN.", "The row posts in currency; {name} is in PLN alone."
    ),
    Wording(
        "Użyj kwoty, którą dokument zna w walucie (@Netto, @Brutto, @Rozchod …), albo wpisz w wierszu Waluta = nie.",
        "Use an amount known in the currency (@Netto, @Brutto, @Rozchod …), or set Waluta = nie in the row.",
    ),
    bad=_HEAD + "| Konto Wn | Konto Ma | Kwota | Waluta |\n| 401 | 402 | @ZalNetto | tak |\n",
    good=_HEAD + "| Konto Wn | Konto Ma | Kwota | Waluta |\n| 401 | 402 | @Netto | tak |\n",
)
INACTIVE_ACCOUNT = Problem(
    "posting/inactive-account",
    Wording(
        "Wiersz {row}, strona {side}: konto {account} jest nieaktywne w planie {plan}.",
        "Row {row}, side {side}: the account {account} is inactive in the chart {plan}.",
    ),
    Wording("Użyj innego konta albo przywróć to konto.", "Use another account, or bring this one back."),
    bad=_GOOD.replace("221-1", "221-8") + _NEXT + _PURCHASE,
    good=_GOOD + _NEXT + _PURCHASE,
)
SYNTHETIC_ACCOUNT = Problem(
    "posting/synthetic-account",
    Wording(
        "Wiersz {row}, strona {side}: konto {account} ma analityki i samo nie przyjmuje zapisów.",
        "Row {row}, side {side}: the account {account} is split further and takes no lines itself.",
    ),
    Wording(
        "Wskaż jedno z kont analitycznych planu {plan}: {below}.", "Name one of those below it in {plan}: {below}."
    ),
    bad=_GOOD.replace("221-1", "221  ") + _NEXT + _PURCHASE,
    good=_GOOD + _NEXT + _PURCHASE,
)
SPLIT_NEEDED = Problem(
    "posting/split-needed",
    Wording(
        "Wiersz {row}, strona {side}: konto {account} jest słownikowe ({dictionary}), a wiersz nie ma słownika.",
        "Row {row}, side {side}: {account} is a dictionary account ({dictionary}); the row has no dictionary.",
    ),
    Wording("Wpisz słownik w kolumnie Słownik.", "Write the dictionary in the column 'Słownik'."),
    bad=_GOOD.replace("Podmioty |", "brak     |") + _NEXT + _PURCHASE,
    good=_GOOD + _NEXT + _PURCHASE,
)
WRONG_SPLIT = Problem(
    "posting/wrong-split",
    Wording(
        "Wiersz {row}, strona {side}: konto {account} dzieli się na słownik {dictionary}, a wiersz na: {split}.",
        "Row {row}, side {side}: {account} is split by {dictionary}, the row by: {split}.",
    ),
    Wording("Zmień słownik wiersza albo konto.", "Change the dictionary of the row, or the account."),
    bad=_GOOD.replace("Podmioty |", "Kategorie |") + _NEXT + _PURCHASE,
    good=_GOOD + _NEXT + _PURCHASE,
)
NO_CODE = Problem(
    "posting/no-code",
    Wording(
        "Wiersz {row}, strona {side}: nie ma kodu, na który podzielić konto {account} ({dictionary}).",
        "Row {row}, side {side}: there is no code to split {account} by ({dictionary}).",
    ),
    Wording("Uzupełnij kod podmiotu na dokumencie albo w kartotece.", "Fill in the code of the party."),
    bad=_GOOD + _NEXT + _PURCHASE.replace('"code": "ALOZA", ', ""),
    good=_GOOD + _NEXT + _PURCHASE,
)
SPLIT_UNUSED = Problem(
    "posting/split-unused",
    Wording(
        "Wiersz {row} ma słownik {split}, a żadne z jego kont ({accounts}) nie jest w planie słownikowe.",
        "Row {row} has the dictionary {split}, but none of its accounts ({accounts}) is split in the chart.",
    ),
    Wording(
        "Oznacz konto w planie w kolumnie Słownik albo usuń słownik z wiersza.",
        "Mark the account in the column 'Słownik' of the chart, or take the dictionary from the row.",
    ),
    bad=_GOOD.replace("221-1    |          |          |", "221-1    |          | Podmioty |") + _NEXT + _PURCHASE,
    good=_GOOD + _NEXT + _PURCHASE,
    severity=Severity.WARNING,
)
UNBALANCED = Problem(
    "posting/unbalanced-entry",
    Wording(
        "Strony nie zgadzają się: Wn {debit}, Ma {credit}, różnica {difference}.",
        "The sides differ: debit {debit}, credit {credit}, difference {difference}.",
    ),
    Wording(
        "Sprawdź, czy któryś wiersz nie pominął części dokumentu albo nie użył złej kwoty.",
        "See whether a row left out a part of the document or took a wrong amount.",
    ),
    bad=_GOOD.replace("| 221-1    |          |          | @Vat    |\n", "") + _NEXT + _PURCHASE,
    good=_GOOD + _NEXT + _PURCHASE,
)
NOTHING_POSTED = Problem(
    "posting/nothing-posted",
    Wording("Żaden wiersz schematu {symbol} nie dał zapisu.", "No row of the scheme {symbol} made a line."),
    Wording(
        "Popraw warunki wierszy albo dopisz w nagłówku: może nic nie zaksięgować = tak.",
        "Correct the conditions of the rows, or write in the header: 'może nic nie zaksięgować = tak'.",
    ),
    bad=_HEAD + "| Konto Wn | Konto Ma | Kwota | Warunek |\n| 401 | 401 | @Netto | @Netto < 0 |\n" + _NEXT + _PURCHASE,
    good=_GOOD + _NEXT + _PURCHASE,
)
_REGISTER = _HEAD + "| Konto Wn | Konto Ma | Słownik | Kwota | Warunek |\n"
ROW_TWICE = Problem(
    "posting/row-twice",
    Wording("Wiersz {row} powtarza wiersz {first}.", "Row {row} repeats row {first}."),
    Wording(
        "Usuń go: ta sama kwota zostałaby zaksięgowana dwa razy. Podwojenie pisze się w kwocie: 2 * @Netto.",
        "Remove it: the same amount would be posted twice. To double it, write so in the amount: 2 * @Netto.",
    ),
    bad=_GOOD + "| 401      |          |          | @Netto  |\n",
    good=_GOOD,
)
NEVER_FIRES = Problem(
    "posting/never-fires",
    Wording(
        "Ten warunek nigdy nie jest spełniony: wiersz nic nie zaksięguje.",
        "This condition is never met: the row will post nothing.",
    ),
    Wording(
        "Popraw warunek (AND zamiast OR? wartość, której makro nie ma?) albo usuń wiersz.",
        "Correct the condition (AND for OR? a value that the macro never has?), or remove the row.",
    ),
    bad=_GOOD.replace("| Kwota   |", "| Kwota | Warunek |")
    .replace("|---------|\n", "|---|---|\n")
    .replace("@Brutto |", "@Brutto | |")
    .replace("@Vat    |", "@Vat | |")
    .replace("@Netto  |", "@Netto | |")
    + "| 501 | 490 | | @Netto | @CzyZaliczkowa = 'TAK' AND @CzyZaliczkowa = 'NIE' |\n",
    good=_GOOD,
    severity=Severity.WARNING,
)
VALUE_NEVER = Problem(
    "posting/value-never",
    Wording("{name} nigdy nie jest '{value}'.", "{name} is never '{value}'."),
    Wording("Ma wartości: {known}.", "Its values are: {known}."),
    bad=_REGISTER + "| 401 | 202-2-1 | Podmioty | @Brutto | @CzyZaliczkowa <> 'FINAL' |\n",
    good=_REGISTER.replace("[Pozycje]", "warunek = @CzyZaliczkowa <> 'FINALNA'\n[Pozycje]")
    + "| 401 | 202-2-1 | Podmioty | @Brutto | @CzyZaliczkowa <> 'FINALNA' |\n",
    severity=Severity.WARNING,
)
DATE_MAY_BE_MISSING = Problem(
    "posting/date-may-be-missing",
    Wording(
        "Data księgowania może być nieznana (NULL); taki dokument zostanie odrzucony.",
        "The posting date may be unknown (NULL); such a document will be refused.",
    ),
    Wording("Wpisz datę zastępczą: ISNULL(@DataWplywu, @DataOperacji).", "Write ISNULL(@DataWplywu, @DataOperacji)."),
    bad=_GOOD.replace("[Pozycje]", "data księgowania = @DataWplywu\n[Pozycje]"),
    good=_GOOD.replace("[Pozycje]", "data księgowania = ISNULL(@DataWplywu, @DataOperacji)\n[Pozycje]"),
    severity=Severity.WARNING,
)
ROWS_OVERLAP = Problem(
    "posting/rows-overlap",
    Wording(
        "Wiersze {other} i {row} księgują tę samą kwotę po tej samej stronie, a oba działają, gdy: {example}.",
        "Rows {other} and {row} post the same amount on the same side, and both do so where: {example}.",
    ),
    Wording(
        "Rozdziel warunki, żeby dla każdego dokumentu działał jeden z tych wierszy.",
        "Part the conditions, so that one of the rows works for each document.",
    ),
    bad=_REGISTER
    + "| 401 | 202-2-1 | Podmioty | @Brutto | @Waluta = 'PLN' |\n"
    + "| 402 | 202-2-1 | Podmioty | @Brutto | @Waluta <> 'EUR' |\n",
    good=_REGISTER
    + "| 401 | 202-2-1 | Podmioty | @Brutto | @Waluta = 'PLN' |\n"
    + "| 402 | 202-2-1 | Podmioty | @Brutto | @Waluta <> 'PLN' |\n",
    severity=Severity.WARNING,
)
SOME_NOT_POSTED = Problem(
    "posting/some-not-posted",
    Wording(
        "Żaden wiersz nie zaksięguje dokumentu{where}; przykład poniżej.",
        "No row will post a document{where}; an example is below.",
    ),
    Wording(
        "Dopisz wiersz dla takich dokumentów albo wyłącz je warunkiem w nagłówku schematu.",
        "Add a row for such documents, or exclude them by a condition in the header of the scheme.",
    ),
    bad=_REGISTER + "| 401 | 202-2-1 | Podmioty | @Brutto | @CzyKorekta = 'NIE' |\n",
    good=_REGISTER.replace("[Pozycje]", "warunek = @CzyKorekta = 'NIE'\n[Pozycje]")
    + "| 401 | 202-2-1 | Podmioty | @Brutto | @CzyKorekta = 'NIE' |\n",
    severity=Severity.WARNING,
)
SOME_UNBALANCED = Problem(
    "posting/some-unbalanced",
    Wording(
        "Dokument{where} nie zbilansuje się: Wn {debit}, Ma {credit}, różnica {difference}; przykład poniżej.",
        "A document{where} will not balance: debit {debit}, credit {credit}, difference {difference}; see below.",
    ),
    Wording(
        "Sprawdź, czy nie brakuje wiersza albo warunku; dokumenty nie dla tego schematu wyłącza warunek w nagłówku.",
        "See whether a row or a condition is missing; a condition in the header excludes documents of others.",
    ),
    bad=_GOOD.replace("| 221-1    |          |          | @Vat    |\n", ""),
    good=_GOOD,
    severity=Severity.WARNING,
)

PROBLEMS = tuple(value for value in list(globals().values()) if isinstance(value, Problem))
