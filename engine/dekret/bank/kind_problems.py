"""Problems of payments by their kind: to the tax office and ZUS, split payments, SEPA and foreign ones."""

from collections.abc import Mapping
from dataclasses import dataclass

from dekret.bank.problem_examples import (
    FOREIGN_LINE,
    SEPA_LINE,
    SPLIT_LINE,
    TAX_ACCOUNT,
    TAX_LINE,
    ZUS_ACCOUNT,
    ZUS_LINE,
    transfer,
)
from dekret.text.diagnostic import Problem, Severity
from dekret.text.wording import Wording
from dekret.values.transfer_titles import Reason

_OTHER_ACCOUNT = "61114020044000000000001234"
_IN_EUR = '"currency": "EUR", "exchange_rate": "4.25", "state"'


@dataclass(frozen=True, slots=True)
class TitlePart:
    """A part of a title: its name with its tag, and what would be right."""

    name: Wording
    rule: Wording


PARTS: Mapping[str, TitlePart] = {
    "id_type": TitlePart(
        Wording("typ identyfikatora (/TI/)", "the type of the identifier (/TI/)"),
        Wording("N, R, P, 1, 2 albo 3", "N, R, P, 1, 2 or 3"),
    ),
    "id": TitlePart(
        Wording("identyfikator (/TI/)", "the identifier (/TI/)"),
        Wording("NIP, PESEL albo REGON, zgodnie z typem, bez kresek", "a NIP, PESEL or REGON by its type, no hyphens"),
    ),
    "period": TitlePart(
        Wording("okres (/OKR/)", "the period (/OKR/)"),
        Wording(
            "rok 26R, półrocze 26P01, kwartał 26K03, miesiąc 26M12, dekada 26D0305, dzień 26J0504 albo 0",
            "a year 26R, half 26P01, quarter 26K03, month 26M12, ten days 26D0305, day 26J0504, or 0",
        ),
    ),
    "form": TitlePart(
        Wording("symbol formularza (/SFP/)", "the symbol of the form (/SFP/)"),
        Wording("np. VAT-7, PIT37, CIT-8", "such as VAT-7, PIT37, CIT-8"),
    ),
    "liability": TitlePart(
        Wording("identyfikacja zobowiązania (/TXT/)", "the liability (/TXT/)"),
        Wording("najwyżej 20 znaków, bez znaczników", "at most 20 characters, no tags"),
    ),
    "vat": TitlePart(
        Wording("kwota VAT (/VAT/)", "the VAT amount (/VAT/)"),
        Wording("kwota od 0 do 9999999999,99", "an amount from 0 to 9999999999.99"),
    ),
    "tax_id": TitlePart(
        Wording("NIP dostawcy (/IDC/)", "the NIP of the supplier (/IDC/)"),
        Wording("NIP podmiotu: dziesięć cyfr", "the NIP of the payee: ten digits"),
    ),
    "invoice": TitlePart(
        Wording("numer faktury (/INV/)", "the number of the invoice (/INV/)"),
        Wording("jeden numer albo okres, najwyżej 35 znaków", "one number, or the period, at most 35 characters"),
    ),
    "text": TitlePart(
        Wording("tekst (/TXT/)", "the text (/TXT/)"),
        Wording("najwyżej 33 znaki, bez znaczników", "at most 33 characters, no tags"),
    ),
}
"""By the names that faults of titles have."""
REASONS: Mapping[Reason, Wording] = {
    "missing": Wording("brak wartości", "it is missing"),
    "too-long": Wording("za długie, najwyżej znaków: {limit}", "too long, at most {limit} characters"),
    "shape": Wording("zła postać", "of a wrong form"),
    "check-digit": Wording("zła cyfra kontrolna", "its check digit is wrong"),
    "tag": Wording("jest w nim znacznik, np. /TXT/", "it holds a tag, such as /TXT/"),
}

NOT_PLN = Problem(
    "bank/not-pln",
    Wording(
        "Przelew [{number}] rodzaju {kind} jest w walucie {currency}, a musi być w PLN.",
        "The payment [{number}] of the kind {kind} is in {currency}; it has to be in PLN.",
    ),
    Wording("Przelicz kwotę na PLN albo zmień rodzaj przelewu.", "Give the amount in PLN, or change the kind."),
    bad=transfer('"state"', _IN_EUR, line=SPLIT_LINE),
    good=transfer(line=SPLIT_LINE),
)
TITLE_FAULT = Problem(
    "bank/title-fault",
    Wording(
        "Przelew [{number}]: w tytule {part} „{value}” – {reason}.",
        "The payment [{number}]: in the title, {part} '{value}': {reason}.",
    ),
    Wording("Ma tu być: {rule}.", "There has to be: {rule}."),
    bad=transfer("26M01", "26M13", line=TAX_LINE),
    good=transfer(line=TAX_LINE),
)
TITLE_DIFFERS = Problem(
    "bank/title-differs",
    Wording(
        "Przelew [{number}]: opis „{title}” mówi co innego niż pole {field}; do banku idzie opis.",
        "The payment [{number}]: the description '{title}' differs from the field {field}; the description is sent.",
    ),
    Wording("Popraw jedno z nich albo usuń opis.", "Correct one of them, or remove the description."),
    bad=transfer('"tax": {', '"description": ["/TI/N5580730219/OKR/26M02/SFP/VAT-7"], "tax": {', line=TAX_LINE),
    good=transfer('"tax": {', '"description": ["/TI/N5580730219/OKR/26M01/SFP/VAT-7"], "tax": {', line=TAX_LINE),
    severity=Severity.WARNING,
)

# --- the tax office, ZUS

NO_TAX_TITLE = Problem(
    "bank/no-tax-title",
    Wording(
        "Przelew [{number}] do urzędu skarbowego nie mówi, co płaci: brak tytułu /TI/…/OKR/…/SFP/….",
        "The payment [{number}] to the tax office does not say what it pays: no title /TI/…/OKR/…/SFP/….",
    ),
    Wording(
        "Uzupełnij pole tax (identyfikator, okres, formularz) i zostaw pusty opis.",
        "Fill in the field tax (identifier, period, form) and leave the description empty.",
    ),
    bad=transfer('"tax": {', '"description": ["VAT za styczeń"], "tax": {', line=TAX_LINE),
    good=transfer(line=TAX_LINE),
)
NOT_A_TAX_ACCOUNT = Problem(
    "bank/not-a-tax-account",
    Wording(
        "Przelew [{number}]: {account} nie jest mikrorachunkiem podatkowym.",
        "The payment [{number}]: {account} is no tax account (mikrorachunek).",
    ),
    Wording(
        "PIT, CIT i VAT płaci się na mikrorachunek; inne należności sprawdź w wykazie rachunków urzędów.",
        "PIT, CIT and VAT are paid to the tax account; for other dues see the list of the offices' accounts.",
    ),
    bad=transfer(TAX_ACCOUNT, _OTHER_ACCOUNT, line=TAX_LINE),
    good=transfer(line=TAX_LINE),
    severity=Severity.WARNING,
)
NOT_A_ZUS_ACCOUNT = Problem(
    "bank/not-a-zus-account",
    Wording(
        "Przelew [{number}] do ZUS: {account} nie jest numerem rachunku składkowego (cyfry 3–10 to 60000002).",
        "The payment [{number}] to ZUS: {account} is no ZUS account (digits 3–10 are 60000002).",
    ),
    Wording("Numer rachunku składkowego (NRS) podaje ZUS, także na PUE.", "ZUS tells the number, on PUE, too."),
    bad=transfer(ZUS_ACCOUNT, _OTHER_ACCOUNT, line=ZUS_LINE),
    good=transfer(line=ZUS_LINE),
    severity=Severity.WARNING,
)
OTHER_OWNER = Problem(
    "bank/other-owner",
    Wording(
        "Przelew [{number}]: rachunek {account} jest płatnika {owner}, a nie {expected}.",
        "The payment [{number}]: the account {account} is that of {owner}, not of {expected}.",
    ),
    Wording("Sprawdź rachunek i identyfikator płatnika.", "See to the account and to whose payment it is."),
    bad=transfer(ZUS_ACCOUNT, "73600000020260005250000009", line=ZUS_LINE),
    good=transfer(line=ZUS_LINE),
    severity=Severity.WARNING,
)

# --- split payments

NO_VAT_AMOUNT = Problem(
    "bank/no-vat-amount",
    Wording(
        "Przelew [{number}] z podzieloną płatnością nie ma kwoty VAT.",
        "The split payment [{number}] has no VAT amount.",
    ),
    Wording("Uzupełnij pole Kwota VAT (vat_amount).", "Fill in the field vat_amount."),
    bad=transfer(', "vat_amount": "23.00"', "", line=SPLIT_LINE),
    good=transfer(line=SPLIT_LINE),
)
BAD_SPLIT_TITLE = Problem(
    "bank/bad-split-title",
    Wording(
        "Przelew [{number}]: opis „{title}” nie jest tytułem /VAT/…/IDC/…/INV/….",
        "The payment [{number}]: the description '{title}' is no title /VAT/…/IDC/…/INV/….",
    ),
    Wording(
        "Popraw go, albo usuń i uzupełnij pole Kwota VAT (vat_amount).",
        "Correct it, or remove it and fill in vat_amount.",
    ),
    bad=transfer('"vat_amount"', '"description": ["/VAT/23.00/IDC/6736819308/INV/1"], "vat_amount"', line=SPLIT_LINE),
    good=transfer('"vat_amount"', '"description": ["/VAT/23,00/IDC/6736819308/INV/1"], "vat_amount"', line=SPLIT_LINE),
)
VAT_ABOVE_AMOUNT = Problem(
    "bank/vat-above-amount",
    Wording(
        "Przelew [{number}]: kwota VAT {vat} jest większa od kwoty przelewu {amount}.",
        "The payment [{number}]: the VAT amount {vat} is above the amount {amount}.",
    ),
    Wording("Popraw kwotę VAT albo kwotę przelewu.", "Correct one of the amounts."),
    bad=transfer('"23.00"', '"123.01"', line=SPLIT_LINE),
    good=transfer(line=SPLIT_LINE),
)
SEVERAL_INVOICES = Problem(
    "bank/several-invoices",
    Wording(
        "Przelew [{number}] z podzieloną płatnością płaci faktury {invoices}, a w tytule jest miejsce na jedną.",
        "The split payment [{number}] pays the invoices {invoices}; its title has room for one.",
    ),
    Wording(
        "Zrób osobny przelew na każdą fakturę, albo wpisz w Numery faktur (invoices) okres, za który płacisz temu "
        "dostawcy wszystko.",
        "Pay each by a payment of its own, or put the period in invoices of which all is paid to this supplier.",
    ),
    bad=transfer('"vat_amount"', '"invoices": ["FV 1", "FV 2"], "vat_amount"', line=SPLIT_LINE),
    good=transfer('"vat_amount"', '"invoices": ["FV 1"], "vat_amount"', line=SPLIT_LINE),
)

# --- abroad, direct debits

NOT_EUR = Problem(
    "bank/not-eur",
    Wording(
        "Przelew SEPA [{number}] jest w walucie {currency}, a musi być w EUR.",
        "The SEPA payment [{number}] is in {currency}; it has to be in EUR.",
    ),
    Wording(
        "W innej walucie wyślesz przelew rodzaju zagraniczny (foreign).",
        "In another currency a payment has the kind foreign.",
    ),
    bad=transfer("EUR", "USD", line=SEPA_LINE),
    good=transfer(line=SEPA_LINE),
)
NO_BANK = Problem(
    "bank/no-bank",
    Wording(
        "Przelew zagraniczny [{number}] nie mówi, w jakim banku jest rachunek {account}.",
        "The foreign payment [{number}] does not say of what bank the account {account} is.",
    ),
    Wording("Wpisz bic albo bank_name.", "Give bic, or bank_name."),
    bad=transfer(', "bic": "CHASUS33"', "", line=FOREIGN_LINE),
    good=transfer('"bic": "CHASUS33"', '"bank_name": "Chase, New York"', line=FOREIGN_LINE),
)
BAD_BIC = Problem(
    "bank/bad-bic",
    Wording("Przelew [{number}]: {bic} nie jest kodem SWIFT (BIC).", "The payment [{number}]: {bic} is no BIC."),
    Wording("Kod ma 8 albo 11 wielkich liter i cyfr.", "It has 8 or 11 capitals and digits."),
    bad=transfer("CHASUS33", "CHASUS3", line=FOREIGN_LINE),
    good=transfer(line=FOREIGN_LINE),
)
DEBIT_SENT_OUT = Problem(
    "bank/debit-sent-out",
    Wording(
        "Polecenie zapłaty [{number}] o kierunku rozchód pobierze {amount} {currency} z rachunku {account} podmiotu.",
        "The direct debit [{number}], outgoing, will collect {amount} {currency} from the account {account}.",
    ),
    Wording(
        "Jeśli to dostawca pobiera z Twojego rachunku, nie wysyłaj go; jeśli pobierasz, zmień direction na in.",
        "If the supplier collects from you, do not send it; if you collect, change direction to in.",
    ),
    bad=transfer('"state"', '"kind": "direct_debit", "state"'),
    good=transfer('"state"', '"kind": "direct_debit", "direction": "in", "state"'),
    severity=Severity.WARNING,
)

PROBLEMS: tuple[Problem, ...] = tuple(found for found in list(globals().values()) if isinstance(found, Problem))
"""All problems of this module, in order."""
