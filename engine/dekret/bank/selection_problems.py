"""Problems of payments that may not be sent, or not as they stand, whatever their kind (002:1092–1122)."""

from dekret.bank.problem_examples import LINE, SEPA_LINE, transfer
from dekret.text.diagnostic import Problem, Severity
from dekret.text.wording import Wording

_ACCOUNT = "61114020044000000000001234"
_NIP = '"party": {"tax_id": "6736819308", '

# --- where a payment stands

NOT_OUTGOING = Problem(
    "bank/not-outgoing",
    Wording(
        "Przelew [{number}] ma kierunek przepływu przychód, a do banku idą rozchody.",
        "The payment [{number}] is incoming; outgoing ones are sent to the bank.",
    ),
    Wording(
        "Jeśli to zapłata, wpisz Kierunek = rozchód (direction: out).", "If it is to be paid, change direction to out."
    ),
    bad=transfer('"state"', '"direction": "in", "state"'),
    good=transfer(),
)
NOT_APPROVED = Problem(
    "bank/not-approved",
    Wording(
        "Przelew [{number}] nie ma stanu „zatwierdzone do realizacji”.",
        "The payment [{number}] is not approved for sending.",
    ),
    Wording("Zatwierdź go: Stan = do realizacji (state: approved).", "Approve it: state = approved."),
    bad=transfer("approved", "draft"),
    good=transfer(),
)
ALREADY_SENT = Problem(
    "bank/already-sent",
    Wording("Przelew [{number}] ma stan „wysłane”.", "The payment [{number}] was sent already."),
    Wording(
        "Jeśli bank go nie przyjął, przywróć Stan = do realizacji (state: approved).",
        "If the bank did not take it, give the state back: state = approved.",
    ),
    bad=transfer("approved", "sent"),
    good=transfer(),
)
NOT_OPEN = Problem(
    "bank/not-open",
    Wording(
        "Przelew [{number}] ma status „{status}”, a do banku idą nierozliczone i rozliczone częściowo.",
        "The payment [{number}] has the status '{status}'; those not settled, or in part, are sent to the bank.",
    ),
    Wording(
        "Jeśli jest co płacić, popraw pole Rozliczone (settled).",
        "If there is something to pay, correct the field settled.",
    ),
    bad=transfer('"state"', '"settled": "wholly", "state"'),
    good=transfer('"state"', '"settled": "no", "state"'),
)
SETTLED_IN_PART = Problem(
    "bank/settled-in-part",
    Wording(
        "Przelew [{number}] jest rozliczony częściowo, a wyjdzie na {amount} {currency}.",
        "The payment [{number}] is settled in part; {amount} {currency} will leave.",
    ),
    Wording("Sprawdź, czy kwota to tylko to, co zostało.", "See whether the amount is only what is left."),
    bad=transfer('"state"', '"settled": "partly", "state"'),
    good=transfer(),
    severity=Severity.WARNING,
)
OTHER_REGISTER = Problem(
    "bank/other-register",
    Wording(
        "Przelew [{number}] jest w rejestrze {register}, a eksport jest z rejestru {own}.",
        "The payment [{number}] belongs to the register {register}; {own} is exported.",
    ),
    Wording(
        "Wyeksportuj rejestr {register} albo zmień rejestr na płatności.",
        "Export the register {register}, or change the register of the payment.",
    ),
    bad=transfer('"state"', '"register": "KASA", "state"'),
    good=transfer('"state"', '"register": "BANK", "state"'),
)

# --- whom it goes to

NO_PAYEE = Problem(
    "bank/no-payee",
    Wording("Przelew [{number}] nie ma podmiotu.", "The payment [{number}] has no payee."),
    Wording("Wpisz nazwę podmiotu albo jego kod.", "Give the name of the payee, or its code."),
    bad=transfer('"name": "Aloza sp. z o.o."', ""),
    good=transfer(),
)
NO_PAYEE_NAME = Problem(
    "bank/no-payee-name",
    Wording(
        "Przelew [{number}]: podmiot {code} nie ma nazwy, a większość banków jej żąda.",
        "The payment [{number}]: the payee {code} has no name; most banks ask for it.",
    ),
    Wording("Dopisz podmiot {code} w kartotece albo nazwę na płatności.", "Add {code} to the company's file."),
    bad=transfer('"name": "Aloza sp. z o.o."', '"code": "ALOZA"'),
    good=transfer('"name"', '"code": "ALOZA", "name"'),
    severity=Severity.WARNING,
)
BAD_PAYEE_NIP = Problem(
    "bank/bad-payee-nip",
    Wording(
        "Przelew [{number}]: NIP podmiotu {nip} ma złą cyfrę kontrolną albo długość.",
        "The payment [{number}]: the payee's NIP {nip} has a wrong check digit or length.",
    ),
    Wording("Popraw NIP albo wpisz kraj podmiotu.", "Correct it, or give the country of the payee."),
    bad=transfer('"party": {', _NIP.replace("9308", "9309")),
    good=transfer('"party": {', _NIP),
    severity=Severity.WARNING,
)

# --- from where, to where

NO_ACCOUNT = Problem(
    "bank/no-account",
    Wording("Przelew [{number}] nie ma numeru rachunku podmiotu.", "The payment [{number}] has no account to go to."),
    Wording(
        "Wpisz rachunek na płatności albo w kartotece podmiotu.", "Give it on the payment, or in the company's file."
    ),
    bad=transfer(_ACCOUNT, ""),
    good=transfer(),
)
BAD_NRB = Problem(
    "bank/bad-nrb",
    Wording(
        "Przelew [{number}]: {account} nie jest poprawnym numerem rachunku (NRB): {fault}.",
        "The payment [{number}]: {account} is no right Polish account number (NRB): {fault}.",
    ),
    Wording(
        "Porównaj numer z fakturą albo zapytaj podmiot; przelew na konto za granicą ma rodzaj SEPA albo zagraniczny "
        "(w JSON: sepa, foreign).",
        "Compare it with the invoice, or ask the payee; a payment abroad has the kind SEPA or zagraniczny (in JSON: "
        "sepa, foreign).",
    ),
    bad=transfer(_ACCOUNT, _ACCOUNT.replace("1234", "1243")),
    good=transfer(_ACCOUNT, "PL61 1140 2004 4000 0000 0000 1234"),
)
BAD_IBAN = Problem(
    "bank/bad-iban",
    Wording(
        "Przelew [{number}]: {account} nie jest poprawnym numerem IBAN.",
        "The payment [{number}]: {account} is no right IBAN.",
    ),
    Wording(
        "Popraw numer; rachunek spoza krajów IBAN wymaga rodzaju zagraniczny (w JSON: foreign) i kraju banku.",
        "Correct it; an account outside the IBAN countries needs the kind zagraniczny (foreign in JSON) and the "
        "country of the bank.",
    ),
    bad=transfer("DE89", "DE98", line=SEPA_LINE),
    good=transfer(line=SEPA_LINE),
)
BAD_ROUTING_NUMBER = Problem(
    "bank/bad-routing-number",
    Wording(
        "Przelew [{number}]: numer rozliczeniowy {routing} w rachunku {account} ma złą cyfrę kontrolną.",
        "The payment [{number}]: the routing number {routing} in the account {account} has a wrong check digit.",
    ),
    Wording("Sprawdź rachunek u podmiotu.", "Ask the payee whether the account is right."),
    bad=transfer(_ACCOUNT, "36114020054000000000001234"),
    good=transfer(),
    severity=Severity.WARNING,
)
NO_OWN_ACCOUNT = Problem(
    "bank/no-own-account",
    Wording(
        "Przelew [{number}]: rejestr {register} nie ma rachunku, z którego miałby wyjść.",
        "The payment [{number}]: the register {register} has no account for it to leave from.",
    ),
    Wording("Wpisz Rachunek w sekcji [Rejestry] kartoteki.", "Give Rachunek in the section [Rejestry]."),
    bad='zleceniodawca: {"register": "BANK"}\n' + transfer(),
    good=transfer(),
)
BAD_OWN_ACCOUNT = Problem(
    "bank/bad-own-account",
    Wording(
        "Przelew [{number}]: własny rachunek {account} rejestru {register} nie jest poprawnym NRB ani IBAN.",
        "The payment [{number}]: the own account {account} of the register {register} is no right NRB or IBAN.",
    ),
    Wording("Popraw Rachunek w sekcji [Rejestry] kartoteki.", "Correct Rachunek in the section [Rejestry]."),
    bad='zleceniodawca: {"register": "BANK", "account": "24101000000000123456789021"}\n' + transfer(),
    good=transfer(),
)
SAME_ACCOUNT = Problem(
    "bank/same-account",
    Wording(
        "Przelew [{number}] idzie na rachunek {account}, z którego ma wyjść.",
        "The payment [{number}] goes to the account {account} it is to leave from.",
    ),
    Wording("Popraw rachunek podmiotu.", "Correct the account of the payee."),
    bad=transfer(_ACCOUNT, "24101000000000123456789012"),
    good=transfer(),
)
OTHER_CURRENCY = Problem(
    "bank/other-currency",
    Wording(
        "Przelew [{number}] jest w walucie {currency}, a rachunek rejestru {register} w {own}.",
        "The payment [{number}] is in {currency}, the account of the register {register} in {own}.",
    ),
    Wording(
        "Wybierz rejestr w walucie {currency}; z rachunku w {own} wyślesz przelew rodzaju SEPA albo zagraniczny.",
        "Choose a register in {currency}; from an account in {own} payments of the kinds SEPA, zagraniczny leave.",
    ),
    bad=transfer('"state"', '"currency": "EUR", "exchange_rate": "4.25", "state"'),
    good=transfer(),
)
CONVERTED = Problem(
    "bank/converted",
    Wording(
        "Przelew [{number}] jest w walucie {currency}, a rachunek w {own}: bank przewaluta go po swoim kursie.",
        "The payment [{number}] is in {currency}, the account in {own}: the bank will convert it at its own rate.",
    ),
    Wording(
        "Jeśli masz rachunek w {currency}, wybierz jego rejestr.", "Choose a register in {currency} if you have one."
    ),
    bad=transfer(line=SEPA_LINE),
    good='zleceniodawca: {"account": "24101000000000123456789012", "currency": "EUR"}\n' + transfer(line=SEPA_LINE),
    severity=Severity.WARNING,
)

# --- when

NO_DAY = Problem(
    "bank/no-day",
    Wording("Przelew [{number}] nie ma daty: {field}.", "The payment [{number}] has no {field}."),
    Wording("Uzupełnij ją albo wybierz inną datę przelewu.", "Fill it in, or choose another date of the transfer."),
    bad=transfer(', "execution_date": "2026-01-15"', ""),
    good=transfer(),
)
PAST_DAY = Problem(
    "bank/past-day",
    Wording(
        "Przelew [{number}]: {field} {day} jest przed dniem dzisiejszym {today}.",
        "The payment [{number}]: {field} {day} is before today, {today}.",
    ),
    Wording(
        "Zmień datę, albo wybierz dla minionych dat dzień dzisiejszy.",
        "Change the date, or choose today for dates gone by.",
    ),
    bad=transfer("2026-01-15", "2026-01-14"),
    good=transfer(),
)
NOT_A_BANK_DAY = Problem(
    "bank/not-a-bank-day",
    Wording(
        "Przelew [{number}]: {day} banki nie pracują; następny dzień bankowy to {next}.",
        "The payment [{number}]: banks do not work on {day}; the next bank day is {next}.",
    ),
    Wording(
        "Zmień datę albo wybierz przesunięcie na następny dzień bankowy.",
        "Change the date, or choose to move it to the next bank day.",
    ),
    bad=transfer("2026-01-15", "2026-01-17"),
    good=transfer("2026-01-15", "2026-01-19"),
    severity=Severity.WARNING,
)

# --- collective transfers

DESCRIPTION_LEFT_OUT = Problem(
    "bank/description-left-out",
    Wording(
        "Przelew zbiorczy [{number}]: w opisie nie mieszczą się opisy {left_out}.",
        "The collective transfer [{number}]: there is no room for the descriptions of {left_out}.",
    ),
    Wording(
        "Wybierz dzielenie przelewów według długości opisu, albo skróć opisy.",
        "Choose to split transfers by the length of descriptions, or shorten these.",
    ),
    bad="przelewy zbiorczo: " + "".join(LINE.replace("FV 1/2026", f"FV {at}/2026/za towar") for at in range(8)),
    good="przelewy zbiorczo: " + "".join(LINE.replace("FV 1/2026", f"FV {at}/2026") for at in range(8)),
    severity=Severity.WARNING,
)
PAID_EARLIER = Problem(
    "bank/paid-earlier",
    Wording(
        "Przelew zbiorczy [{number}] wyjdzie {day}, a płatności {later} mają datę późniejszą.",
        "The collective transfer [{number}] leaves on {day}; the payments {later} have a later day.",
    ),
    Wording("Jeśli mają wyjść w swoich dniach: --by-day.", "If they are to leave on their own days: --by-day."),
    bad="przelewy zbiorczo: " + LINE + LINE.replace("2026-01-15", "2026-01-16"),
    good="przelewy zbiorczo: " + LINE + LINE,
    severity=Severity.WARNING,
)

PROBLEMS: tuple[Problem, ...] = tuple(found for found in list(globals().values()) if isinstance(found, Problem))
"""All problems of this module, in order."""
