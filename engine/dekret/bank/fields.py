"""The fields of bank formats: one table that feeds the checker, the writer, the reader, help and documentation.

The names are those of the manual where it has them (002:1322–1418); each is a macro of expressions, too. A field has
a scope: a value of a single payment, of the one who orders, or of the file as a whole.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from dekret.bank.field import PRIORITY_WORDS, BankField, Read, Scope, Shape, Written, along, named
from dekret.bank.line_fields import LINE_FIELDS, STATEMENT_FIELDS
from dekret.bank.titles import description_line, title_lines, title_of
from dekret.expr.vocabulary import MacroSpec, Vocabulary, vocabulary
from dekret.model.payments import KIND_WORDS
from dekret.syntax.schema import Word
from dekret.text.wording import Wording
from dekret.values.identifiers import plain_account, plain_tax_id, routing_number

if TYPE_CHECKING:
    from dekret.bank.orders import Order


def _special(written: Written, word: Word, doc: Wording, example: str) -> BankField:
    return BankField(word, "", Scope.FILE, Shape.TEXT, "", example, doc, lambda _order, _file: "", written=written)


CONSTANT = _special(
    Written.CONSTANT,
    Word("Stała wartość", "Constant", ("Stała",)),
    Wording("tekst z kolumny Wartość", "the text of the column 'Wartość'"),
    "110",
)
OTHER = _special(
    Written.IGNORED,
    Word("Inne informacje", "Other information"),
    Wording(
        "przy eksporcie tekst z kolumny Wartość, przy imporcie pole pomijane",
        "the text of the column 'Wartość' when written, passed over when read",
    ),
    "",
)
EXPRESSION = _special(
    Written.EXPRESSION,
    Word("Wyrażenie", "Expression"),
    Wording("wynik wyrażenia z kolumny Wartość", "what the expression in the column 'Wartość' gives"),
    "CASE @RodzajPrzelewu WHEN 'US' THEN '71' ELSE '51' END",
)
QUERY = _special(
    Written.QUERY,
    Word("Zapytanie SQL", "SQL query"),
    Wording(
        "wynik zapytania z kolumny Wartość; {ZdarzenieID} to identyfikator płatności",  # 002:1438
        "what the query in the column 'Wartość' gives; {ZdarzenieID} is the id of the payment",
    ),
    "SELECT miasto FROM podmioty WHERE id = {ZdarzenieID}",
)
SPECIAL = (CONSTANT, OTHER, EXPRESSION, QUERY)


@lru_cache(maxsize=4096)
def _routing(text: str) -> str:
    return routing_number(plain_account(text)) or ""


def _iban(text: str) -> str:
    plain = plain_account(text)
    return f"PL{plain}" if len(plain) == _NRB_LENGTH and plain.isdigit() else plain


_NRB_LENGTH = 26


def _joined(*texts: str) -> str:
    return " ".join(text for text in texts if text)


def _payee_lines(order: Order) -> tuple[str, ...]:
    party = order.payment.party
    return (party.name, party.name2, party.name3)


def _payment(  # noqa: PLR0913, PLR0917 - a row of a table
    pl: str, en: str, macro: str, shape: Shape, source: str, example: str, about: Wording, read: Read | None = None
) -> BankField:
    path = "" if read else f"payment.{source}"
    return BankField(named(pl, en), macro, Scope.PAYMENT, shape, source, example, about, read or along(path), path)


_PAGE = Wording("pola", "fields")
_T, _A, _D = Shape.TEXT, Shape.ACCOUNT, Shape.DATE
_ORDINALS = (
    ("pierwsza", "first"), ("druga", "second"), ("trzecia", "third"),
    ("czwarta", "fourth"), ("piąta", "fifth"), ("szósta", "sixth"),
)  # fmt: skip


def _line(index: int) -> BankField:
    pl, en = _ORDINALS[index]
    return BankField(
        named(f"Opis do banku ({pl} linijka)", f"Description ({en} line)", f"Opis do banku {index + 1}"),
        f"@OpisDoBanku{index + 1}",
        Scope.PAYMENT,
        Shape.TEXT,
        f"description[{index}]",
        "FV 1/2026",
        Wording(f"{pl} linijka opisu do banku", f"the {en} line of the description"),
        lambda order, _file: description_line(order.payment, index),
    )


def _information(index: int) -> BankField:
    pl, en = _ORDINALS[index]
    return BankField(
        named(
            f"Informacje klient-bank ({pl} linijka)",
            f"Client-bank information ({en} line)",
            f"Informacje klient-bank {index + 1}",
        ),
        f"@InformacjeKlientBank{index + 1}",
        Scope.PAYMENT,
        Shape.TEXT,
        f"info[{index}]",
        "",
        Wording(f"{pl} linijka informacji klient-bank", f"the {en} line of client-bank information"),
        lambda order, _file: order.payment.info[index] if index < len(order.payment.info) else "",
    )


PAYMENT_FIELDS = (
    _payment(
        "Data dokumentu", "Document date", "@DataDokumentu", _D, "document_date", "2026-01-10",
        Wording("data dokumentu", "date of the document"),
    ),
    BankField(
        named("Data operacji", "Transfer date"), "@DataOperacji", Scope.PAYMENT, _D, "", "2026-01-15",
        Wording("data przelewu wybrana przy eksporcie", "date of the transfer, chosen at export"),
        along("day"), "day",
    ),
    _payment(
        "Termin płatności", "Due date", "@TerminPlatnosci", _D, "due_date", "2026-01-20",
        Wording("termin płatności", "the day it is due"),
    ),
    _payment(
        "Data realizacji", "Execution date", "@DataRealizacji", _D, "execution_date", "2026-01-15",
        Wording("data realizacji z preliminarza", "the day it is planned for"),
    ),
    _payment(
        "Kwota płatności", "Amount", "@KwotaPlatnosci", Shape.AMOUNT, "amount", "123,00",
        Wording("kwota przelewu w jego walucie", "the amount in its currency"),
    ),
    _payment(
        "Kwota VAT", "VAT amount", "@KwotaVAT", Shape.VAT_AMOUNT, "vat_amount", "23,00",
        Wording("kwota VAT podzielonej płatności", "VAT of a split payment"),
    ),
    _payment(
        "Waluta", "Currency", "@Waluta", _T, "currency", "PLN",
        Wording("waluta przelewu", "currency of the transfer"),
    ),
    _payment(
        "Numer dokumentu", "Document number", "@NumerDokumentu", _T, "number", "FZ/1/2026",
        Wording("numer dokumentu płatności", "number of the document"),
    ),
    _payment(
        "Numery faktur", "Invoice numbers", "@NumeryFaktur", _T, "invoices", "FV 1/2026, FV 2/2026",
        Wording("numery faktur po przecinku", "numbers of invoices, with commas"),
        lambda o, _: ", ".join(o.payment.invoices),
    ),
    _payment(
        "Identyfikator zdarzenia", "Payment id", "@ZdarzenieID", _T, "id", "4711",
        Wording("identyfikator płatności", "id of the payment"), lambda o, _: o.payment.id or "",
    ),
    _payment(
        "Rodzaj przelewu", "Kind", "@RodzajPrzelewu", _T, "kind", "MPP",
        Wording("rodzaj przelewu", "kind of transfer"), lambda o, _: KIND_WORDS[o.payment.kind].pl,
    ),
    _payment(
        "Priorytet", "Priority", "@Priorytet", _T, "priority", "wysoki",
        Wording("priorytet; wysoki: Express Elixir", "priority; high: Express Elixir"),  # 004:566
        lambda o, _: PRIORITY_WORDS[o.payment.priority].pl,
    ),
    _payment(
        "Akronim podmiotu", "Payee code", "@AkronimPodmiotu", _T, "party.code", "ALOZA",
        Wording("kod podmiotu", "code of the payee"),
    ),
    BankField(
        named("Nazwa podmiotu", "Payee name"), "@NazwaPodmiotu", Scope.PAYMENT, _T, "party.name", "Aloza sp. z o.o.",
        Wording("cała nazwa podmiotu; z kolumną Linie w kilku liniach", "the whole name of the payee, maybe in lines"),
        lambda o, _: _joined(*_payee_lines(o)), lines=_payee_lines,
    ),
    _payment(
        "Nazwa podmiotu 1", "Payee name 1", "@NazwaPodmiotu1", _T, "party.name", "Aloza sp. z o.o.",
        Wording("nazwa podmiotu, nazwisko pracownika", "name of the payee, surname of an employee"),  # 002:1435
    ),
    _payment(
        "Nazwa podmiotu 2", "Payee name 2", "@NazwaPodmiotu2", _T, "party.name2", "Oddział w Radomiu",
        Wording("dalsza nazwa, imię pracownika", "more of the name, first name of an employee"),  # 002:1435
    ),
    _payment(
        "Nazwa podmiotu 3", "Payee name 3", "@NazwaPodmiotu3", _T, "party.name3", "",
        Wording("koniec nazwy", "the rest of the name"),
    ),
    _payment(
        "Adres podmiotu – ulica", "Payee street", "@UlicaPodmiotu", _T, "party.street", "ul. Krzywa 2",
        Wording("ulica, numer domu i lokalu", "street, house and flat"),
    ),
    _payment(
        "Adres podmiotu – kod i miasto", "Payee postcode and city", "@KodIMiastoPodmiotu", _T, "party.city",
        "30-002 Kraków", Wording("kod pocztowy i miasto", "postcode and town"),
        lambda o, _: f"{o.payment.party.postal_code} {o.payment.party.city}".strip(" "),
    ),
    _payment(
        "Adres podmiotu – kod", "Payee postcode", "@KodPocztowyPodmiotu", _T, "party.postal_code", "30-002",
        Wording("kod pocztowy", "postcode"),
    ),
    _payment(
        "Adres podmiotu – miasto", "Payee city", "@MiastoPodmiotu", _T, "party.city", "Kraków",
        Wording("miasto", "town"),
    ),
    _payment(
        "Kraj podmiotu", "Payee country", "@KrajPodmiotu", _T, "party.country", "PL",
        Wording("dwie litery kraju", "two letters of the country"),
    ),
    _payment(
        "NIP podmiotu", "Payee tax id", "@NIPPodmiotu", _T, "party.tax_id", "6736819308",
        Wording("NIP bez kresek", "tax number without hyphens"), lambda o, _: plain_tax_id(o.payment.party.tax_id),
    ),
    _payment(
        "Pełny numer rachunku podmiotu", "Payee account", "@RachunekPodmiotu", _A, "account",
        "61114020044000000000001234", Wording("NRB albo IBAN podmiotu", "NRB or IBAN of the payee"),
    ),
    _payment(
        "Rachunek podmiotu IBAN", "Payee IBAN", "@IBANPodmiotu", _T, "account", "PL61114020044000000000001234",
        Wording("rachunek z literami kraju", "account with the letters of the country"),
        lambda o, _: _iban(o.payment.account),
    ),
    _payment(
        "Numer rozliczeniowy banku podmiotu", "Payee routing number", "@NumerRozliczeniowyPodmiotu", _A, "account",
        "11402004", Wording("cyfry 3–10 rachunku podmiotu", "digits 3–10 of the payee's account"),
        lambda o, _: _routing(o.payment.account),
    ),
    _payment(
        "Nazwa banku podmiotu", "Payee bank", "@BankPodmiotu", _T, "bank_name", "Bank Przykładowy S.A.",
        Wording("nazwa banku podmiotu", "name of the payee's bank"),
    ),
    _payment(
        "SWIFT banku podmiotu", "Payee BIC", "@SWIFTPodmiotu", _T, "bic", "DEUTDEFF",
        Wording("kod SWIFT (BIC) banku podmiotu", "BIC of the payee's bank"),
    ),
    _payment(
        "Kraj banku podmiotu", "Payee bank country", "@KrajBankuPodmiotu", _T, "bank_country", "DE",
        Wording("dwie litery kraju banku", "country of the payee's bank"),
    ),
    *(_line(index) for index in range(4)),
    BankField(
        named("Opis do banku", "Description"), "@OpisDoBanku", Scope.PAYMENT, _T, "description", "FV 1/2026",
        Wording(
            "cały opis, także przelewów US i MPP, bez znaczników",
            "the whole description, of tax and split payments, too, without tags",
        ),
        lambda o, _: _joined(*o.payment.description), lines=lambda o: o.payment.description,
    ),
    BankField(
        named("Tytuł przelewu", "Title"), "@TytulPrzelewu", Scope.PAYMENT, Shape.TEXT, "description", "FV 1/2026",
        Wording(
            "cały opis; dla US i MPP tytuł ze znacznikami /TI/… i /VAT/…",
            "the whole description; of tax and split payments the title with tags /TI/… and /VAT/…",
        ),
        lambda o, _: title_of(o.payment), title=True, lines=lambda o: title_lines(o.payment),
    ),
    _payment(
        "Typ identyfikatora", "Tax id type", "@TypIdentyfikatora", _T, "tax.id_type", "N",
        Wording("typ identyfikatora płatnika: N, P, R, 1, 2, 3", "type of the payer's identifier"),
        lambda o, _: o.payment.tax.id_type if o.payment.tax else "",
    ),
    _payment(
        "Identyfikator płatnika", "Tax payer id", "@IdentyfikatorPlatnika", _T, "tax.id", "5250000009",
        Wording("identyfikator płatnika podatku", "identifier of the tax payer"),
        lambda o, _: o.payment.tax.id if o.payment.tax else "",
    ),
    _payment(
        "Okres podatku", "Tax period", "@OkresPodatku", _T, "tax.period", "26M01",
        Wording("okres: 26M01, 26K03, 26R", "period: 26M01, 26K03, 26R"),
        lambda o, _: o.payment.tax.period if o.payment.tax else "",
    ),
    _payment(
        "Symbol formularza", "Tax form", "@SymbolFormularza", _T, "tax.form", "VAT-7",
        Wording("symbol formularza albo płatności", "symbol of the form or payment"),
        lambda o, _: o.payment.tax.form if o.payment.tax else "",
    ),
    _payment(
        "Identyfikacja zobowiązania", "Tax liability", "@Zobowiazanie", _T, "tax.liability", "",
        Wording("decyzja, tytuł wykonawczy", "decision, writ"),
        lambda o, _: o.payment.tax.liability if o.payment.tax else "",
    ),
    _payment(
        "Koszty", "Charges", "@Koszty", _T, "charges", "SHA",
        Wording("kto ponosi koszty: OUR, SHA, BEN", "who bears the charges"),
    ),
    BankField(
        named("Informacje klient-bank", "Client-bank information"), "@InformacjeKlientBank", Scope.PAYMENT, _T, "info",
        "", Wording("całe informacje klient-bank; z kolumną Linie w kilku liniach", "all client-bank information"),
        lambda o, _: _joined(*o.payment.info), lines=lambda o: o.payment.info,
    ),
    *(_information(index) for index in range(6)),
)  # fmt: skip


def _payer(  # noqa: PLR0913, PLR0917 - a row of a table
    pl: str, en: str, macro: str, shape: Shape, source: str, example: str, about: Wording, read: Read | None = None
) -> BankField:
    path = "" if read else f"payer.{source}"
    return BankField(named(pl, en), macro, Scope.PAYER, shape, source, example, about, read or along(path), path)


PAYER_FIELDS = (
    BankField(
        named("Nazwa własna", "Own name"), "@NazwaWlasna", Scope.PAYER, _T, "name", "Bursztyn sp. z o.o.",
        Wording("cała nazwa firmy; z kolumną Linie w kilku liniach", "the whole name of the company, maybe in lines"),
        lambda o, _: _joined(o.payer.name, o.payer.name2), lines=lambda o: (o.payer.name, o.payer.name2),
    ),
    _payer(
        "Nazwa własna 1", "Own name 1", "@NazwaWlasna1", _T, "name", "Bursztyn sp. z o.o.",
        Wording("nazwa firmy", "name of the company"),
    ),
    _payer(
        "Nazwa własna 2", "Own name 2", "@NazwaWlasna2", _T, "name2", "",
        Wording("dalsza nazwa firmy", "more of the name"),
    ),
    _payer(
        "Adres własny – ulica", "Own street", "@UlicaWlasna", _T, "street", "ul. Prosta 1",
        Wording("ulica firmy", "street of the company"),
    ),
    _payer(
        "Adres własny – kod i miasto", "Own postcode and city", "@KodIMiastoWlasne", _T, "city", "00-001 Warszawa",
        Wording("kod i miasto firmy", "postcode and town of the company"),
        lambda o, _: _joined(o.payer.postal_code, o.payer.city),
    ),
    _payer(
        "Kraj własny", "Own country", "@KrajWlasny", _T, "country", "PL",
        Wording("kraj firmy", "country of the company"),
    ),
    _payer(
        "NIP własny", "Own tax id", "@NIPWlasny", _T, "tax_id", "5580730219",
        Wording("NIP firmy bez kresek", "the company's tax number"), lambda o, _: plain_tax_id(o.payer.tax_id),
    ),
    _payer(
        "Pełny numer rachunku własnego", "Own account", "@RachunekWlasny", _A, "account",
        "24101000000000123456789012", Wording("rachunek rejestru", "account of the register"),
    ),
    _payer(
        "Rachunek własny IBAN", "Own IBAN", "@IBANWlasny", _T, "account", "PL24101000000000123456789012",
        Wording("rachunek rejestru z literami kraju", "account of the register as IBAN"),
        lambda o, _: _iban(o.payer.account),
    ),
    _payer(
        "Numer rozliczeniowy banku własnego", "Own routing number", "@NumerRozliczeniowyWlasny", _A, "account",
        "10100000", Wording("cyfry 3–10 rachunku własnego", "digits 3–10 of the own account"),
        lambda o, _: _routing(o.payer.account),
    ),
    _payer(
        "Nazwa banku własnego", "Own bank", "@BankWlasny", _T, "bank_name", "Bank Przykładowy S.A.",
        Wording("nazwa banku rejestru", "name of the own bank"),
    ),
    _payer(
        "SWIFT banku własnego", "Own BIC", "@SWIFTWlasny", _T, "bic", "NBPLPLPW",
        Wording("kod SWIFT banku własnego", "BIC of the own bank"),  # 004:503
    ),
    _payer(
        "Waluta rachunku własnego", "Own currency", "@WalutaWlasna", _T, "currency", "PLN",
        Wording("waluta rejestru", "currency of the register"),
    ),
    _payer(
        "Rachunek opłat", "Fee account", "@RachunekOplat", _A, "fee_account", "",
        Wording("rachunek, z którego bank pobierze opłaty", "account that charges are taken from"),
    ),
    _payer(
        "Rejestr", "Register", "@Rejestr", _T, "register", "BANK",
        Wording("kod rejestru bankowego", "code of the register"),
    ),
)  # fmt: skip


def _file(  # noqa: PLR0913, PLR0917 - a row of a table
    pl: str, en: str, macro: str, shape: Shape, example: str, about: Wording, read: Read
) -> BankField:
    return BankField(named(pl, en), macro, Scope.FILE, shape, "", example, about, read)


FILE_FIELDS = (
    BankField(
        named("Numer kolejny", "Sequence number", "Lp"), "@NumerKolejny", Scope.PAYMENT, Shape.COUNT, "", "1",
        Wording("numer przelewu w pliku", "place of the payment in the file"), lambda o, _: Decimal(o.number),
    ),
    _file(
        "Liczba przelewów", "Number of payments", "@LiczbaPrzelewow", Shape.COUNT, "12",
        Wording("ile przelewów ma plik", "how many payments the file has"), lambda _, f: Decimal(f.count),
    ),
    _file(
        "Suma kwot", "Total amount", "@SumaKwot", Shape.AMOUNT, "1 234,00",
        Wording("suma kwot przelewów pliku", "the sum of all amounts"), lambda _, f: f.total,
    ),
    _file(
        "Suma kontrolna rachunków", "Account hash total", "@SumaRachunkow", Shape.COUNT, "1234",
        Wording(
            "suma szesnastu ostatnich cyfr rachunków podmiotów",
            "the sum of the last sixteen digits of the payees' accounts",
        ),
        lambda _, f: Decimal(f.accounts),
    ),
    _file(
        "Data pliku", "File date", "@DataPliku", Shape.DATE, "2026-01-15",
        Wording("dzień utworzenia pliku", "the day the file was made"), lambda _, f: f.day,
    ),
    _file(
        "Nazwa pliku", "File name", "@NazwaPliku", Shape.TEXT, "przelewy.pli",
        Wording("nazwa pliku bez folderu", "name of the file"), lambda _, f: f.name,
    ),
)  # fmt: skip

FIELDS: tuple[BankField, ...] = (
    *PAYMENT_FIELDS, *PAYER_FIELDS, *FILE_FIELDS, *LINE_FIELDS, *STATEMENT_FIELDS, *SPECIAL,
)  # fmt: skip
"""All fields, in the order of the documentation."""
BY_MACRO: Mapping[str, BankField] = {field.macro: field for field in FIELDS if field.macro}
KIND_MACRO = "@RodzajPrzelewu"


def vocabulary_of(scopes: frozenset[Scope]) -> Vocabulary:
    """The macros of expressions where only these scopes are at hand."""
    elsewhere = {name.casefold(): field.scope.value for name, field in BY_MACRO.items() if field.scope not in scopes}
    known = (field for field in BY_MACRO.values() if field.scope in scopes)
    return vocabulary((MacroSpec(field.macro, field.type, field.doc) for field in known), elsewhere, page=_PAGE)


def field_named(name: str) -> BankField:
    """A field by its Polish name, for tables of the engine itself."""
    return next(field for field in FIELDS if field.word.pl == name)
