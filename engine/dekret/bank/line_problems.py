"""Problems of the lines of a statement, and of its balances (002:71, 1430–1505)."""

from dekret.bank.problem_examples import statement
from dekret.text.diagnostic import Problem, Severity
from dekret.text.wording import Wording

_HEADED = statement("Data;Strona;Kwota;Saldo;Waluta;Tytuł\n2026-01-15;C;123,00;1123,00;PLN;FV 1/2026").replace(
    "[Pozycje]", "wierszy nagłówka = 1\n[Pozycje]"
)
GOOD_STATEMENT = statement("2026-01-15;C;123,00;1123,00;PLN;FV 1/2026")
NO_DATE = Problem(
    "bank/line-without-date",
    Wording("Pozycja wyciągu nie ma daty.", "The line has no date."),
    Wording("Sprawdź wiersz w pliku banku.", "See to the row in the bank's file."),
    bad=statement(";C;123,00;1123,00;PLN;FV 1/2026"),
    good=GOOD_STATEMENT,
)
NO_AMOUNT = Problem(
    "bank/line-without-amount",
    Wording("Pozycja wyciągu nie ma kwoty.", "The line has no amount."),
    Wording("Sprawdź wiersz w pliku banku.", "See to the row in the bank's file."),
    bad=statement("2026-01-15;C;;1123,00;PLN;FV 1/2026"),
    good=GOOD_STATEMENT,
)
TWO_AMOUNTS = Problem(
    "bank/two-amounts",
    Wording(
        "Pozycja wyciągu ma i uznanie, i obciążenie: nie wiadomo, które jest jej kwotą.",
        "The line has both a credit and a debit: which is its amount cannot be told.",
    ),
    Wording("Sprawdź wiersz w pliku banku i pozycje formatu.", "See to the row and to the positions of the format."),
    bad=statement("2026-01-15;100,00;123,00;1123,00;PLN;FV 1/2026", sides=False),
    good=statement("2026-01-15;;123,00;1123,00;PLN;FV 1/2026", sides=False),
)
UNKNOWN_SIDE = Problem(
    "bank/unknown-side",
    Wording(
        "„{side}” nie jest stroną operacji, którą zna format: kwota mogłaby dostać zły znak.",
        "'{side}' is no side that the format knows: the amount might get the wrong sign.",
    ),
    Wording(
        "Dopisz ten tekst w kluczu „obciążenia” albo „uznania”.", "Add the text to the key 'obciążenia' or 'uznania'."
    ),
    bad=statement("2026-01-15;X;123,00;1123,00;PLN;FV 1/2026"),
    good=GOOD_STATEMENT,
)
NOT_A_CURRENCY = Problem(
    "bank/not-a-currency",
    Wording("Pole Waluta: „{text}” nie jest kodem waluty.", "The field Waluta: '{text}' is no code of a currency."),
    Wording("Sprawdź kolejność pozycji formatu.", "See to the order of the positions."),
    bad=statement("2026-01-15;C;123,00;1123,00;FV 1/2026;PLN"),
    good=GOOD_STATEMENT,
)
TWO_CURRENCIES = Problem(
    "bank/two-currencies",
    Wording(
        "Pole Waluta mówi {stated}, a za kwotą stoi {beside}.",
        "The field Waluta says {stated}; behind the amount stands {beside}.",
    ),
    Wording(
        "Jeśli bank podaje też kwotę w walucie rachunku, w formacie wskaż jej kolumnę.",
        "Where the bank gives the amount in the currency of the account, too, name its column in the format.",
    ),
    bad=statement("2026-01-15;C;123,00 EUR;1123,00;PLN;FV 1/2026"),
    good=statement("2026-01-15;C;123,00 PLN;1123,00 PLN;PLN;FV 1/2026"),
)
BALANCE_BREAKS = Problem(
    "bank/balance-breaks",
    Wording(
        "Saldo po operacji to {balance}, a z poprzedniego salda i kwoty wychodzi {expected}: czegoś tu brakuje albo "
        "coś jest dwa razy.",
        "The balance is {balance}; the one before and the amount give {expected}: a line is missing, or there twice.",
    ),
    Wording(
        "Porównaj plik z wyciągiem w banku: może być skrócony, sklejony z kilku albo mieć zamienione kolumny kwot.",
        "Hold the file against the bank's statement: it may be cut short, put together, or have its amounts swapped.",
    ),
    bad=statement(
        "2026-01-15;C;123,00;1123,00;PLN;FV 1/2026\n2026-01-15;D;23,00;1000,00;PLN;prowizja\n"
        "2026-01-15;D;1,00;999,00;PLN;prowizja"
    ),
    good=statement("2026-01-15;C;123,00;1123,00;PLN;FV 1/2026\n2026-01-15;D;23,00;1100,00;PLN;prowizja"),
    severity=Severity.WARNING,
)
LINE_PASSED_OVER = Problem(
    "bank/line-passed-over",
    Wording(
        "Ten wiersz pominięto ({part}), a czyta się jak operacja z dnia {date} na {amount}.",
        "This row was passed over ({part}), and reads as a line of {date}, {amount}.",
    ),
    Wording(
        "Popraw w formacie liczbę wierszy albo wzorzec: pustych wierszy się nie liczy.",
        "Correct the number of rows, or the pattern, in the format: empty rows do not count.",
    ),
    bad=_HEADED.replace("nagłówka = 1", "nagłówka = 2"),
    good=_HEADED,
    severity=Severity.WARNING,
)

PROBLEMS: tuple[Problem, ...] = tuple(found for found in list(globals().values()) if isinstance(found, Problem))
"""All problems of this module, in order."""
