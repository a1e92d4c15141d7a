"""Problems of payments that a format cannot write (002:1442–1451)."""

from dekret.bank.problem_examples import GOOD, LINE, NEXT, PAYMENT, SENT, sent
from dekret.text.diagnostic import Problem, Severity
from dekret.text.wording import Wording

REQUIRED = Problem(
    "bank/required",
    Wording(
        "Przelew [{number}] nie został wyeksportowany z powodu błędów. Właściwość [{name}] jest wymagana i musi zostać "
        "wypełniona.",
        "The payment [{number}] was not exported. [{name}] is required and must be filled in.",
    ),
    Wording(
        "Uzupełnij ją na płatności albo zmień kolumnę Wymagane formatu.",
        "Fill it in, or change the column Wymagane of the format.",
    ),
    bad=(GOOD + NEXT + PAYMENT)
    .replace("(pierwsza linijka) | Tekst | | 35 | | |", "(pierwsza linijka) | Tekst | | 35 | | tak |")
    .replace(', "description": ["FV 1/2026"]', ""),
    good=SENT,
)
KIND_NOT_TAKEN = Problem(
    "bank/kind-not-taken",
    Wording(
        "Przelew [{number}]: format {format} nie zapisuje przelewów rodzaju {kind}.",
        "The payment [{number}]: the format {format} does not write payments of the kind {kind}.",
    ),
    Wording(
        "Wybierz format tego rodzaju albo dopisz rodzaj w kluczu „rodzaje przelewów”.",
        "Choose a format of this kind, or add the kind to the key 'rodzaje przelewów'.",
    ),
    bad=SENT.replace("format daty", "rodzaje przelewów = US, ZUS\nformat daty"),
    good=SENT,
)
CURRENCY_NOT_TAKEN = Problem(
    "bank/currency-not-taken",
    Wording(
        "Przelew [{number}] jest w {currency}, a rekord formatu {format} nie mówi o walucie: bank wziąłby {known}.",
        "The payment [{number}] is in {currency}, and {format} names no currency: the bank would take {known}.",
    ),
    Wording(
        "Dopisz pozycję Waluta albo klucz „waluty”, jeśli bank wie o niej skądinąd.",
        "Add the position Waluta, or the key 'waluty' where the bank knows it from elsewhere.",
    ),
    bad=(GOOD + NEXT + PAYMENT).replace('"account"', '"currency": "EUR", "kind": "sepa", "account"'),
    good=SENT,
)
TOO_LONG = Problem(
    "bank/too-long",
    Wording(
        "Przelew [{number}]: {name} „{text}” ma znaków {length}, a mieści się {width}.",
        "The payment [{number}]: {name} '{text}' has {length} characters; {width} fit.",
    ),
    Wording(
        "Skróć wartość albo popraw format: kolumnę Szerokość, a dla tekstów Gdy za długie = skróć.",
        "Shorten it, or correct the format: the column 'Szerokość', or for texts 'Gdy za długie = skróć'.",
    ),
    bad=sent("Aloza sp. z o.o.", "Aloza Wielobranżowe Przedsiębiorstwo Usługowe sp. z o.o."),
    good=SENT,
)
SHORTENED = Problem(
    "bank/shortened",
    Wording(
        "Przelew [{number}]: {name} „{text}” skrócono do {width} znaków.",
        "The payment [{number}]: {name} '{text}' was shortened to {width} characters.",
    ),
    Wording("Sprawdź, czy to, co zostało, wystarcza.", "See whether what is left will do."),
    bad=(GOOD + NEXT + PAYMENT)
    .replace("| Wymagane |", "| Gdy za długie |")
    .replace("| tak |", "| |")
    .replace("| 35 | | |", "| 35 | | skróć |")
    .replace("Aloza sp.", "Aloza Wielobranżowe Przedsiębiorstwo Usługowe sp."),
    good=SENT,
    severity=Severity.WARNING,
)
PRIORITY_LOST = Problem(
    "bank/priority-lost",
    Wording(
        "Przelew [{number}] ma priorytet wysoki, a format {format} go nie zapisuje: wyjdzie jako zwykły.",
        "The payment [{number}] has a high priority, which {format} does not write: it leaves as an ordinary one.",
    ),
    Wording(
        "Express Elixir zleć w banku, albo użyj formatu z polem lub warunkiem @Priorytet.",
        "Order Express Elixir at the bank, or use a format with @Priorytet.",
    ),
    bad=(GOOD + NEXT + PAYMENT).replace('"account"', '"priority": "high", "account"'),
    good=SENT,
    severity=Severity.WARNING,
)
TITLE_TOO_LONG = Problem(
    "bank/title-too-long",
    Wording(
        "Przelew [{number}]: tytuł „{text}” ma znaków {length}, a mieści się {width}; obcięty straciłby znaczniki.",
        "The payment [{number}]: the title '{text}' has {length} characters; {width} fit, and cut it would lose tags.",
    ),
    Wording("Skróć numer faktury albo tekst po /TXT/.", "Shorten the invoice number or the text after /TXT/."),
    bad=GOOD.replace("| Wymagane |", "| Linie |").replace("| tak |", "| |")
    + "| Tytuł przelewu | Tekst | | 10 | | 2 |\n"
    + NEXT
    + PAYMENT.replace('["FV 1/2026"]', '["/TI/N5580730219/OKR/26M01/SFP/VAT-7"]').replace(
        "| Opis do banku (pierwsza linijka) | Tekst | | 35 | | |\n", ""
    ),
    good=SENT,
)
UNENCODABLE = Problem(
    "bank/unencodable",
    Wording(
        "Przelew [{number}]: kodowanie {encoding} nie ma znaku „{character}” („{text}”).",
        "The payment [{number}]: the encoding {encoding} does not have '{character}' ('{text}').",
    ),
    Wording(
        "Popraw tekst na płatności albo dopisz zamianę znaku w sekcji [Znaki] formatu.",
        "Correct the text, or add the character to the section [Znaki] of the format.",
    ),
    bad=sent("FV 1/2026", "FV 1/2026 ☎"),
    good=SENT,
)
FORBIDDEN_CHARACTER = Problem(
    "bank/forbidden-character",
    Wording(
        "Przelew [{number}]: bank nie przyjmuje znaku „{character}” („{text}”).",
        "The payment [{number}]: the bank does not take '{character}' ('{text}').",
    ),
    Wording(
        "Popraw tekst, albo wpisz w formacie „zamiana niedozwolonych” lub znak w sekcji [Znaki].",
        "Correct the text, or give 'zamiana niedozwolonych' or the character in the section [Znaki] of the format.",
    ),
    bad=sent("FV 1/2026", "FV 1 & 2").replace("format daty", 'niedozwolone znaki = ":;&@$"\nformat daty'),
    good=SENT.replace("format daty", 'niedozwolone znaki = ":;&@$"\nformat daty'),
)
SEPARATOR_IN_TEXT = Problem(
    "bank/separator-in-text",
    Wording(
        "Przelew [{number}]: w tekście „{text}” jest {character}, który kończy pole.",
        "The payment [{number}]: the text '{text}' holds {character}, which ends a field.",
    ),
    Wording(
        "Daj pozycji typ Tekst, albo dopisz zamianę tego znaku w sekcji [Znaki] formatu.",
        "Make the position a Tekst, or add the character to the section [Znaki] of the format.",
    ),
    bad=sent("Aloza sp. z o.o.", "Aloza, Radom").replace("Nazwa podmiotu 1 | Tekst", "Nazwa podmiotu 1 | Liczba"),
    good=SENT,
)
DIGITS_LOST = Problem(
    "bank/digits-lost",
    Wording(
        "Przelew [{number}]: kwota {amount} straciłaby grosze w polu typu Liczba.",
        "The payment [{number}]: the amount {amount} would lose its grosze in a field of the type Liczba.",
    ),
    Wording("Wpisz w formacie typ Liczba <#.##.", "Write the type Liczba <#.## in the format."),
    bad=sent("123.00", "123.45").replace("Liczba <#.##", "Liczba"),
    good=SENT,
)
NO_QUERIES = Problem(
    "bank/no-queries",
    Wording(
        "Przelew [{number}]: pole {name} wymaga bazy, a jej nie podano.",
        "The payment [{number}]: the field {name} needs a database, and none was given.",
    ),
    Wording("Wskaż bazę opcją --db.", "Name one: --db."),
    bad=GOOD + "| Zapytanie SQL | Tekst | SELECT 'x' | | | |\n" + NEXT + PAYMENT,
    good=SENT,
)
_ASKING = f"{GOOD}| Zapytanie SQL | Tekst | SELECT brak FROM nigdzie | | | |\n"  # noqa: S608 - an example
NO_ID = Problem(
    "bank/no-id",
    Wording(
        "Przelew [{number}]: pole {name} pyta o ZdarzenieID, a płatność nie ma identyfikatora.",
        "The payment [{number}]: the field {name} asks for ZdarzenieID, and the payment has no id.",
    ),
    Wording(
        "Dopisz id płatności z bazy: po numerze można by trafić na cudze zdarzenie.",
        "Add the id of the payment in the database: its number might be that of another one.",
    ),
    bad=_ASKING + NEXT + PAYMENT,
    good=SENT,
)
QUERY_FAILED = Problem(
    "bank/query-failed",
    Wording(
        "Przelew [{number}]: zapytanie nie dało wartości: {reason}.",
        "The payment [{number}]: the query gave no value: {reason}.",
    ),
    Wording("Popraw zapytanie w kolumnie Wartość.", "Correct the query in the column 'Wartość'."),
    bad=_ASKING + NEXT + PAYMENT.replace('"number"', '"id": "7", "number"'),
    good=SENT,
)
NO_FORMAT = Problem(
    "bank/no-format",
    Wording(
        "Brak domyślnego formatu eksportu dla {kind}. Wybierz format na karcie banku.",
        "There is no default export format for {kind}. Choose one for the bank.",
    ),
    Wording(
        "Wpisz go w sekcji [Rejestry] kartoteki (Format US, Format ZUS, …) albo w opcji --format.",
        "Write it in the section [Rejestry] of the company's file (Format US, Format ZUS, …) or in --format.",
    ),
    bad=GOOD.replace("[Pozycje]", "# brak formatu\n[Pozycje]") + NEXT + PAYMENT,
    good=SENT,
)
_WITH_NIP = LINE.replace('"party": {', '"party": {"tax_id": "6736819308", ')
SENT_BEFORE = Problem(
    "bank/sent-before",
    Wording(
        "Przelew [{number}] wysłano już z rachunku {account}: jest w bazie wysłanych.",
        "The payment [{number}] was sent from the account {account} before: the store of what was sent has it.",
    ),
    Wording(
        "Jeśli bank nie przyjął pliku, cofnij eksport (dekret bank sent --take-back); drugi raz wysyła --resend.",
        "If the bank refused the file, take the export back (dekret bank sent --take-back); --resend sends it again.",
    ),
    bad="przelewy wysłane: " + LINE,
    good=SENT,
)
REPEATED = Problem(
    "bank/repeated",
    Wording("Przelew [{number}] jest w tym zbiorze drugi raz.", "The payment [{number}] is here a second time."),
    Wording(
        "Usuń powtórzenie; jeśli to inna płatność, daj każdej własne id.",
        "Remove the repetition; if it is another payment, give each an id of its own.",
    ),
    bad=GOOD + NEXT + LINE + LINE,
    good=SENT,
)
NOT_LISTED = Problem(
    "bank/not-listed",
    Wording(
        "Przelew [{number}]: rachunku {account} podatnika {nip} nie ma w Wykazie podatników VAT na dzień {day}.",
        "The payment [{number}]: the account {account} of {nip} is not on the list of VAT taxpayers of {day}.",
    ),
    Wording(
        "Sprawdź rachunek u kontrahenta; eksport mimo to: opcja --unlisted.",
        "Check the account with the payee; to export all the same: the option --unlisted.",
    ),
    bad="przelewy spoza wykazu: " + _WITH_NIP,
    good=SENT,
)
UNLISTED_TAKEN = Problem(
    "bank/unlisted-taken",
    Wording(
        "Przelew [{number}] wychodzi, choć rachunku {account} podatnika {nip} nie ma w Wykazie podatników VAT ({day}).",
        "The payment [{number}] leaves although the account {account} of {nip} is not on the list of VAT taxpayers "
        "({day}).",
    ),
    Wording(
        "Zawiadom urząd skarbowy (ZAW-NR) w terminie 7 dni od zlecenia (art. 117ba Ordynacji podatkowej).",
        "Notify the tax office (ZAW-NR) within 7 days (art. 117ba of the Tax Ordinance).",
    ),
    bad="przelewy mimo wykazu: " + _WITH_NIP,
    good=SENT,
    severity=Severity.WARNING,
)

PROBLEMS: tuple[Problem, ...] = tuple(found for found in list(globals().values()) if isinstance(found, Problem))
"""All problems of this module, in order."""
