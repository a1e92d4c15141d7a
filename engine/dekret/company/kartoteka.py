"""The language `kartoteka`: the company itself, its parties, its categories with their account segments (002:787).

The bank registers stand in `bank_accounts`, the dimensions in `dimensions`, goods and what trade needs in `goods`.
"""

from collections.abc import Mapping

from dekret.company import goods, problems
from dekret.company.bank_accounts import (
    BIC,
    COUNTRY_CODE,
    FURTHER_ACCOUNTS,
    REGISTERS,
    read_account,
    read_further_accounts,
    read_registers,
)
from dekret.company.dimensions import DIMENSIONS, ELEMENTS, read_dimensions
from dekret.model.directory import (
    Directory,
    KnownCategory,
    KnownParty,
    Numbering,
    PostingDate,
    Transaction,
    UnknownParty,
)
from dekret.model.parties import code_key
from dekret.syntax import cells
from dekret.syntax.read import Reading, Record
from dekret.syntax.schema import Field, Language, SectionSchema, Word
from dekret.text.diagnostic import Problem, Related
from dekret.text.report import Report
from dekret.text.wording import Wording
from dekret.values.identifiers import is_nip, is_pesel, plain_tax_id

PARTY_KIND_WORDS = {
    "contractor": Word("kontrahent", "contractor"),
    "employee": Word("pracownik", "employee"),
    "office": Word("urząd", "office"),
    "bank": Word("bank", "bank"),
    "partner": Word("wspólnik", "partner"),
}

COMPANY = Field(Word("nazwa", "name"), cells.TEXT, Wording("nazwa firmy", "name of the company"), required=True)
COMPANY_TAX_ID = Field(
    Word("nip", "tax id"),
    cells.TEXT,
    Wording(
        "NIP firmy; po nim rozpoznaje się, czy faktura jest sprzedażą, czy zakupem",
        "the company's NIP; it tells sales from purchases",
    ),
)
COMPANY2 = Field(Word("nazwa 2", "name 2"), cells.TEXT, Wording("dalszy ciąg nazwy", "the name continued"))
COMPANY_STREET = Field(Word("ulica", "street"), cells.TEXT, Wording("ulica i numer", "street and number"))
COMPANY_POSTAL_CODE = Field(Word("kod pocztowy", "postal code"), cells.TEXT, Wording("kod pocztowy", "postal code"))
COMPANY_CITY = Field(Word("miasto", "city"), cells.TEXT, Wording("miasto", "city"))
COMPANY_COUNTRY = Field(Word("kraj", "country"), COUNTRY_CODE, Wording("kraj firmy", "country of the company"))
UNKNOWN = Field(
    Word("nieznany podmiot", "unknown party"),
    cells.choice(
        Wording("postępowanie z nieznanym podmiotem", "what to do with an unknown party"),
        {
            Word("odmów", "refuse"): UnknownParty.REFUSE,
            Word("kod z NIP", "code from tax id"): UnknownParty.FROM_TAX_ID,
            Word("!NIEOKREŚLONY!", "!UNSPECIFIED!", ("nieokreślony",)): UnknownParty.UNSPECIFIED,
        },
    ),
    Wording(
        "co zrobić z dokumentem podmiotu spoza kartoteki: odmów (tak jest domyślnie), kod z NIP albo !NIEOKREŚLONY!",
        "what becomes of a document of a party not on file: refuse (the default), code from tax id, !UNSPECIFIED!",
    ),
)
CODE = Field(Word("Kod", "Code"), cells.TEXT, Wording("kod (akronim) podmiotu", "code of the party"), required=True)
NAME = Field(Word("Nazwa", "Name"), cells.TEXT, Wording("pełna nazwa", "full name"))
TAX_ID = Field(Word("NIP", "Tax id"), cells.TEXT, Wording("numer podatkowy", "tax number"))
KIND = Field(
    Word("Rodzaj", "Kind"),
    cells.choice(Wording("rodzaj podmiotu", "kind of party"), {word: kind for kind, word in PARTY_KIND_WORDS.items()}),
    Wording("kontrahent, pracownik, urząd, bank albo wspólnik", "contractor, employee, office, bank or partner"),
)
COUNTRY = Field(Word("Kraj", "Country"), cells.TEXT, Wording("dwie litery kraju", "two letters of the country"))
PURCHASE_CATEGORY = Field(
    Word("Kategoria zakupu", "Purchase category"),
    cells.TEXT,
    Wording("kategoria pozycji zakupów tego podmiotu", "category of elements of purchases from the party"),
)
SALE_CATEGORY = Field(
    Word("Kategoria sprzedaży", "Sale category"),
    cells.TEXT,
    Wording("kategoria pozycji sprzedaży temu podmiotowi", "category of elements of sales to the party"),
)
NAME2 = Field(
    Word("Nazwa 2", "Name 2"),
    cells.TEXT,
    Wording(
        "dalszy ciąg nazwy; imię pracownika, którego Nazwa to nazwisko",
        "the name continued; the first name of an employee whose name is the surname",
    ),
)
STREET = Field(Word("Ulica", "Street"), cells.TEXT, Wording("ulica i numer", "street and number"))
POSTAL_CODE = Field(Word("Kod pocztowy", "Postal code"), cells.TEXT, Wording("kod pocztowy", "postal code"))
CITY = Field(Word("Miasto", "City"), cells.TEXT, Wording("miasto", "city"))
ACCOUNT = Field(
    Word("Rachunek", "Bank account"),
    cells.TEXT,
    Wording(
        "rachunek, na który idą przelewy: NRB albo IBAN; za granicą także inny",
        "the account that transfers go to: NRB or IBAN; abroad any other, too",
    ),
)
SWIFT = Field(Word("SWIFT", "SWIFT", ("BIC",)), BIC, Wording("kod banku podmiotu", "code of the bank of the party"))
TRANSACTION = Field(
    Word("Rodzaj transakcji", "Transactions", ("Status",)),
    cells.choice(
        Wording("rodzaj transakcji", "transactions"),
        {
            Word("krajowa", "domestic", ("krajowy",)): Transaction.DOMESTIC,
            Word("wewnątrzunijna", "EU", ("wewnątrzunijny",)): Transaction.EU,
            Word(
                "wewnątrzunijna trójstronna", "EU triangular", ("wewnątrzunijny – trójstronny", "trójstronna")
            ): Transaction.TRIANGULAR,
            Word("pozaunijna", "outside the EU", ("pozaunijny",)): Transaction.OUTSIDE,
            Word(
                "pozaunijna – zwrot VAT",
                "outside the EU, VAT refund",
                ("pozaunijny – zwrot VAT", "pozaunijna zwrot VAT"),
            ): Transaction.OUTSIDE_REFUND,
        },
    ),
    Wording(
        "krajowa, wewnątrzunijna, wewnątrzunijna trójstronna, pozaunijna albo pozaunijna – zwrot VAT; bez tego "
        "z kraju i stawek",
        "domestic, EU, EU triangular, outside the EU or outside the EU, VAT refund; else by country and rates",
    ),
)
PESEL = Field(Word("PESEL", "PESEL"), cells.TEXT, Wording("PESEL osoby", "the PESEL of a person"))
CATEGORY_CODE = Field(
    Word("Kod", "Code"), cells.TEXT, Wording("kod szczegółowy kategorii", "code of the category"), required=True
)
GENERAL_CODE = Field(Word("Kod ogólny", "General code"), cells.TEXT, Wording("kod ogólny", "general code"))
CATEGORY_NAME = Field(Word("Opis", "Description"), cells.TEXT, Wording("opis kategorii", "description"))
DEBIT = Field(
    Word("Konto Wn", "Debit account", ("Konto-segment Wn",)), cells.TEXT, Wording("konto-segment Wn", "debit segment")
)
CREDIT = Field(
    Word("Konto Ma", "Credit account", ("Konto-segment Ma",)), cells.TEXT, Wording("konto-segment Ma", "credit segment")
)

POSTING_DATE = Field(
    Word("data księgowania", "posting date"),
    cells.choice(
        Wording("data księgowania", "posting date"),
        {
            Word("data operacji", "operation date"): PostingDate.OPERATION,
            Word("data wystawienia", "issue date"): PostingDate.ISSUE,
            Word("data wpływu", "receipt date"): PostingDate.RECEIPT,
            Word("dzień księgowania", "posting day"): PostingDate.TODAY,
        },
    ),
    Wording(
        "data zapisów schematów, które zostawiają ją konfiguracji (data operacji)",
        "date of entries whose scheme leaves it to the settings (operation date)",
    ),
)
NUMBERING = Field(
    Word("numeracja dzienników", "numbering"),
    cells.choice(
        Wording("numeracja dzienników", "numbering of journals"),
        {Word("roczna", "yearly"): Numbering.YEARLY, Word("miesięczna", "monthly"): Numbering.MONTHLY},
    ),
    Wording("jak długo biegną numery zapisów w dzienniku (roczna)", "how long numbers of a journal run (yearly)"),
)

COMPANY_SECTION = SectionSchema(
    Word("Firma", "Company"),
    Wording("nazwa, NIP i adres firmy, ustawienia", "name, NIP and address of the company, settings"),
    keys=(
        COMPANY,
        COMPANY2,
        COMPANY_TAX_ID,
        COMPANY_STREET,
        COMPANY_POSTAL_CODE,
        COMPANY_CITY,
        COMPANY_COUNTRY,
        UNKNOWN,
        POSTING_DATE,
        NUMBERING,
        *goods.COMPANY_KEYS,
    ),
    required=True,
)
PARTIES = SectionSchema(
    Word("Podmioty", "Parties"),
    Wording("tabela podmiotów", "the table of parties"),
    columns=(
        CODE,
        NAME,
        NAME2,
        TAX_ID,
        KIND,
        STREET,
        POSTAL_CODE,
        CITY,
        COUNTRY,
        ACCOUNT,
        SWIFT,
        PURCHASE_CATEGORY,
        SALE_CATEGORY,
        TRANSACTION,
        PESEL,
        *goods.PARTY_COLUMNS,
    ),
)
CATEGORIES = SectionSchema(
    Word("Kategorie", "Categories"),
    Wording("tabela kategorii", "the table of categories"),
    columns=(CATEGORY_CODE, GENERAL_CODE, CATEGORY_NAME, DEBIT, CREDIT),
)
LANGUAGE = Language(
    Word("kartoteka", "directory"),
    "kartoteka",
    Wording(
        "firma, jej rejestry bankowe, podmioty, kategorie i towary",
        "the company, its bank registers, parties, categories and goods",
    ),
    (COMPANY_SECTION, REGISTERS, PARTIES, FURTHER_ACCOUNTS, CATEGORIES, DIMENSIONS, ELEMENTS, *goods.SECTIONS),
)


def read_directory(reading: Reading, report: Report) -> Directory:
    """The company's file; its errors go to the report."""
    company = reading.part(COMPANY_SECTION).keys
    categories = _categories(reading.part(CATEGORIES).rows, report)
    lost_categories = reading.part(CATEGORIES).codes(CATEGORY_CODE)
    parties = _parties(reading.part(PARTIES).rows, categories, lost_categories, report)
    known = goods.with_attributes(reading, {code: party for code, (party, _) in parties.items()})
    parties = {code: (known[code], row) for code, (_, row) in parties.items()}
    tax_id = _tax_id(company, COMPANY_TAX_ID, report)
    return Directory(
        reading.symbol.text,
        company.get(COMPANY) or "",
        tax_id,
        company.get(UNKNOWN) or UnknownParty.REFUSE,
        company.get(POSTING_DATE) or PostingDate.OPERATION,
        company.get(NUMBERING) or Numbering.YEARLY,
        known,
        _by_key(parties, TAX_ID, "tax_id", problems.TAX_ID_REPEATED, report),
        categories,
        read_dimensions(reading.part(DIMENSIONS).rows, reading.part(ELEMENTS).rows, report),
        read_registers(reading.part(REGISTERS).rows, report),
        company.get(COMPANY2) or "",
        company.get(COMPANY_STREET) or "",
        company.get(COMPANY_POSTAL_CODE) or "",
        company.get(COMPANY_CITY) or "",
        company.get(COMPANY_COUNTRY) or "",
        _by_account(reading, parties, report),
        goods.read_trade(reading, company, parties, reading.part(PARTIES).codes(CODE), report),
        _by_key(parties, PESEL, "pesel", problems.PESEL_REPEATED, report),
    )


def _by_account(
    reading: Reading, parties: Mapping[str, tuple[KnownParty, Record]], report: Report
) -> dict[str, tuple[KnownParty, ...]]:
    """The parties of every bank account, in the order of the file."""
    found: dict[str, dict[str, KnownParty]] = {}
    for key, (party, _) in parties.items():
        if party.account:
            found.setdefault(party.account, {})[key] = party
    codes = parties.keys() | reading.part(PARTIES).codes(CODE)
    for key, account in read_further_accounts(reading.part(FURTHER_ACCOUNTS).rows, codes, report):
        if key in parties:
            found.setdefault(account, {})[key] = parties[key][0]
    return {account: tuple(own.values()) for account, own in found.items()}


def _categories(rows: list[Record], report: Report) -> dict[str, KnownCategory]:
    categories: dict[str, KnownCategory] = {}
    places: dict[str, Record] = {}
    for row in rows:
        code = row.get(CATEGORY_CODE)
        if code is None:
            continue
        key = code_key(code)
        if key in categories:
            _repeated(row, places[key], CATEGORY_CODE, code, report)
            continue
        places[key] = row
        categories[key] = KnownCategory(
            code,
            row.get(GENERAL_CODE) or "",
            row.get(CATEGORY_NAME) or "",
            row.get(DEBIT) or "",
            row.get(CREDIT) or "",
        )
    return categories


def _parties(
    rows: list[Record], categories: dict[str, KnownCategory], lost_categories: frozenset[str], report: Report
) -> dict[str, tuple[KnownParty, Record]]:
    parties: dict[str, tuple[KnownParty, Record]] = {}
    for row in rows:
        code = row.get(CODE)
        if code is None:
            continue
        if code_key(code) in parties:
            _repeated(row, parties[code_key(code)][1], CODE, code, report)
            continue
        for field in (PURCHASE_CATEGORY, SALE_CATEGORY):
            category = row.get(field)
            if category and code_key(category) not in categories and code_key(category) not in lost_categories:
                known = ", ".join(known.code for known in categories.values()) or "–"
                report.add(problems.UNKNOWN_CATEGORY.at(row.place(field), category=category, known=known))
        parties[code_key(code)] = (_party(row, code, report), row)
    return parties


def _party(row: Record, code: str, report: Report) -> KnownParty:
    country = (row.get(COUNTRY) or "").upper()
    return KnownParty(
        code,
        row.get(NAME) or "",
        _tax_id(row, TAX_ID, report),
        row.get(KIND) or "contractor",
        country,
        row.get(PURCHASE_CATEGORY) or "",
        row.get(SALE_CATEGORY) or "",
        row.get(NAME2) or "",
        row.get(STREET) or "",
        row.get(POSTAL_CODE) or "",
        row.get(CITY) or "",
        read_account(row, ACCOUNT, report, country=country),
        row.get(SWIFT) or "",
        row.get(goods.PARTY_GLN) or "",
        row.get(goods.PAYMENT_METHOD) or "",
        row.get(goods.PRICE_GROUP) or "",
        transaction=row.get(TRANSACTION),
        pesel=_pesel(row, report),
    )


def _repeated(row: Record, first: Record, field: Field[str], code: str, report: Report) -> None:
    where = Related(first.place(field), Wording("pierwszy raz tutaj", "first here"))
    report.add(problems.CODE_REPEATED.at(row.place(field), related=(where,), code=code))


def _by_key(
    parties: dict[str, tuple[KnownParty, Record]], field: Field[str], name: str, problem: Problem, report: Report
) -> dict[str, KnownParty]:
    """The parties by their NIP or their PESEL; of several with one number the first counts."""
    found: dict[str, KnownParty] = {}
    for party, row in parties.values():
        number = getattr(party, name)
        if not number:
            continue
        if number in found:
            first = found[number]
            where = Related(
                parties[code_key(first.code)][1].place(field), Wording(f"podmiot {first.code}", f"party {first.code}")
            )
            report.add(problem.at(row.place(field), related=(where,), number=number))
            continue
        found[number] = party
    return found


def _pesel(row: Record, report: Report) -> str:
    written = row.get(PESEL)
    if not written:
        return ""
    pesel = "".join(written.split())
    if not is_pesel(pesel):
        report.add(problems.BAD_PESEL.at(row.place(PESEL), pesel=written))
    return pesel


def _tax_id(record: Record, field: Field[str], report: Report) -> str:
    written = record.get(field)
    if not written:
        return ""
    tax_id = plain_tax_id(written)
    if tax_id.isdigit() and not is_nip(tax_id):
        report.add(problems.BAD_NIP.at(record.place(field), tax_id=written))
    return tax_id
