"""How the company's file writes accounts, BICs, currencies and countries; what its bank registers hold (002:1092–1124).

Formats and rules are named here by their symbols alone; whether there are such is checked in `packs.check_registers`.
"""

import re
from collections.abc import Container, Iterable, Iterator

from dekret.company import problems
from dekret.model.directory import BankRegister
from dekret.model.parties import code_key
from dekret.model.payments import PaymentKind
from dekret.syntax import cells
from dekret.syntax.read import Record
from dekret.syntax.schema import CellKind, Field, Parsed, SectionSchema, Word
from dekret.text.diagnostic import Related
from dekret.text.report import Report
from dekret.text.wording import Wording
from dekret.values.identifiers import is_bic, is_iban, is_nrb, is_routing_number, plain_account, routing_number

_HOME = ("", "PL")
_CURRENCY = re.compile(r"[A-Z]{3}")
_COUNTRY = re.compile(r"[A-Z]{2}")
_LIKE_IBAN = re.compile(r"[A-Z]{2}[0-9]{2}[0-9A-Z]{11,30}")


def _read_currency(text: str) -> Parsed[str]:
    if _CURRENCY.fullmatch(text.upper()):
        return Parsed(text.upper())
    return Parsed(None, (problems.BAD_REGISTER_CURRENCY.found(0, len(text), currency=text),))


def _read_country(text: str) -> Parsed[str]:
    if _COUNTRY.fullmatch(text.upper()):
        return Parsed(text.upper())
    return Parsed(None, (problems.BAD_COUNTRY.found(0, len(text), country=text),))


def _read_bic(text: str) -> Parsed[str]:
    plain = "".join(text.upper().split())
    return Parsed(plain) if is_bic(plain) else Parsed(None, (problems.BAD_BIC.found(0, len(text), bic=text),))


CURRENCY_CODE = CellKind(Wording("trzy litery waluty", "three letters of the currency"), _read_currency)
COUNTRY_CODE = CellKind(Wording("dwie litery kraju", "two letters of the country"), _read_country)
BIC = CellKind(Wording("kod SWIFT (BIC)", "SWIFT code (BIC)"), _read_bic)

CODE = Field(
    Word("Rejestr", "Register"), cells.TEXT, Wording("kod rejestru bankowego", "code of the register"), required=True
)
NAME = Field(Word("Nazwa", "Name"), cells.TEXT, Wording("nazwa rejestru", "name of the register"))
ACCOUNT = Field(
    Word("Rachunek", "Bank account"),
    cells.TEXT,
    Wording("rachunek firmy, z którego idą przelewy: NRB albo IBAN", "the company's account: NRB or IBAN"),
)
CURRENCY = Field(
    Word("Waluta", "Currency"), CURRENCY_CODE, Wording("waluta rachunku (PLN)", "currency of the account (PLN)")
)
BANK = Field(Word("Bank", "Bank"), cells.TEXT, Wording("nazwa banku", "name of the bank"))
BANK_BIC = Field(
    Word("SWIFT", "SWIFT", ("BIC",)), BIC, Wording("kod banku; żądają go pliki XML", "code of the bank; XML needs it")
)
FEE_ACCOUNT = Field(
    Word("Rachunek opłat", "Fee account"),
    cells.TEXT,
    Wording("rachunek, z którego bank bierze opłaty (ten sam)", "the account that pays the bank's fees (the same)"),
)


def _format(pl: str, en: str, payments: Wording) -> Field[str]:
    doc = Wording(f"symbol formatu pliku przelewów {payments.pl}", f"symbol of the format of {payments.en}")
    return Field(Word(pl, en), cells.TEXT, doc)


FORMATS: dict[PaymentKind, Field[str]] = {
    "ordinary": _format("Format przelewów", "Transfer format", Wording("zwykłych", "ordinary transfers")),
    "mpp": _format("Format MPP", "MPP format", Wording("podzielonej płatności", "split payments")),
    "tax": _format("Format US", "Tax format", Wording("do urzędu skarbowego", "transfers to the tax office")),
    "zus": _format("Format ZUS", "ZUS format", Wording("do ZUS", "transfers to ZUS")),
    "sepa": _format("Format SEPA", "SEPA format", Wording("SEPA", "SEPA transfers")),
    "direct_debit": _format(
        "Format poleceń zapłaty", "Direct debit format", Wording("poleceń zapłaty", "direct debits")
    ),
    "foreign": _format("Format zagraniczny", "Foreign format", Wording("zagranicznych", "foreign transfers")),
}
PARTY = Field(
    Word("Kod", "Code", ("Podmiot",)), cells.TEXT, Wording("kod podmiotu", "code of the party"), required=True
)
PARTY_ACCOUNT = Field(
    Word("Rachunek", "Bank account"), cells.TEXT, Wording("NRB albo IBAN", "NRB or IBAN"), required=True
)
BOOK_ACCOUNT = Field(
    Word("Konto", "Account", ("Konto księgowe",)),
    cells.TEXT,
    Wording("konto rejestru w planie kont", "the register's account in the chart"),
)
IMPORT_FORMAT = Field(
    Word("Format importu", "Import format", ("Format importu wyciągów bankowych", "Format wyciągów")),
    cells.TEXT,
    Wording("symbol formatu wyciągów banku", "symbol of the format of the bank's statements"),
)
LINE_RULES = Field(
    Word("Reguły wyciągów", "Statement rules"),
    cells.TEXT,
    Wording(
        "symbole reguł pozycji wyciągu, po przecinku: własne przed standardowymi",
        "symbols of the rules of statement lines, with commas: one's own before standard ones",
    ),
)
REGISTERS = SectionSchema(
    Word("Rejestry", "Registers"),
    Wording(
        "rejestry bankowe, z których wysyła się przelewy, i formaty plików ich banków",
        "the bank registers that transfers are sent from, and the formats of the files of their banks",
    ),
    columns=(
        CODE,
        NAME,
        ACCOUNT,
        CURRENCY,
        BANK,
        BANK_BIC,
        *FORMATS.values(),
        FEE_ACCOUNT,
        BOOK_ACCOUNT,
        IMPORT_FORMAT,
        LINE_RULES,
    ),
)
FURTHER_ACCOUNTS = SectionSchema(
    Word("Rachunki podmiotów", "Bank accounts of parties"),
    Wording(
        "dalsze rachunki podmiotów; po rachunku poznaje się podmiot na wyciągu",  # 002:1079
        "further bank accounts of parties; an account tells the party of a statement line",
    ),
    columns=(PARTY, PARTY_ACCOUNT),
)


def read_registers(rows: Iterable[Record], report: Report) -> dict[str, BankRegister]:
    """The registers by code in small letters; what is wrong goes to the report."""
    found: dict[str, BankRegister] = {}
    places: dict[str, Record] = {}
    for row in rows:
        code = row.get(CODE)
        if code is None:
            continue
        key = code_key(code)
        if key in found:
            first = Related(places[key].place(CODE), Wording("pierwszy raz tutaj", "first here"))
            report.add(problems.CODE_REPEATED.at(row.place(CODE), related=(first,), code=code))
            continue
        places[key] = row
        found[key] = BankRegister(
            code,
            row.get(NAME) or "",
            read_account(row, ACCOUNT, report),
            row.get(CURRENCY) or "PLN",
            row.get(BANK) or "",
            row.get(BANK_BIC) or "",
            {kind: symbol for kind, field in FORMATS.items() if (symbol := row.get(field))},
            read_account(row, FEE_ACCOUNT, report),
            row.get(BOOK_ACCOUNT) or "",
            row.get(IMPORT_FORMAT) or "",
            row.get(LINE_RULES) or "",
        )
    return found


def read_further_accounts(rows: Iterable[Record], codes: Container[str], report: Report) -> Iterator[tuple[str, str]]:
    """The code of a party, in small letters, and an account of it; for parties that are there (`codes`)."""
    for row in rows:
        code, account = row.get(PARTY), read_account(row, PARTY_ACCOUNT, report)
        if code is None or not account:
            continue
        if code_key(code) in codes:
            yield code_key(code), account
        else:
            report.add(problems.ACCOUNT_OF_NOBODY.at(row.place(PARTY), code=code))


def read_account(record: Record, field: Field[str], report: Report, *, country: str = "") -> str:
    """A bank account without blanks: the NRB of one in Poland, else the IBAN; what is wrong goes to the report.

    A party of another country may have an account that is neither; it is kept as it is written.
    """
    written = record.get(field)
    if not written:
        return ""
    account = plain_account(written).removeprefix("PL")
    if len(account) == 26 and account.isascii() and account.isdigit():
        _check_nrb(account, written, record, field, report)
    elif _LIKE_IBAN.fullmatch(account):
        if not is_iban(account):
            report.add(problems.BAD_BANK_ACCOUNT.at(record.place(field), account=written))
    elif country in _HOME:
        report.add(problems.NO_BANK_ACCOUNT.at(record.place(field), account=written))
    else:
        return written
    return account


def _check_nrb(nrb: str, written: str, record: Record, field: Field[str], report: Report) -> None:
    """Wrong check digits are an error; of the routing number a warning: accounts in official papers have such, too."""
    routing = routing_number(nrb)
    if not is_nrb(nrb):
        report.add(problems.BAD_BANK_ACCOUNT.at(record.place(field), account=written))
    elif routing and not is_routing_number(routing):
        report.add(problems.BAD_ROUTING_NUMBER.at(record.place(field), number=routing, account=written))
