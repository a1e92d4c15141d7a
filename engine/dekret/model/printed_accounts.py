"""Finished records for templates: slips, journals, trial balances, ages, compensations, transfer orders.

As in `model.printouts`: the Polish title of a field is its name in templates.
"""

from decimal import Decimal
from typing import Annotated

from msgspec import Meta

from dekret.model.base import Date, Record
from dekret.model.printouts import PrintedAccount, PrintedParty
from dekret.values.rounding import ZERO


class PrintedSide(Record, frozen=True, kw_only=True):
    """A line of an entry: one side of one account, the other None; amounts in PLN."""

    ordinal: Annotated[int, Meta(title="Lp")]
    account: Annotated[str, Meta(title="Konto")]
    account_name: Annotated[str, Meta(title="Nazwa konta")] = ""
    debit: Annotated[Decimal | None, Meta(title="Wn")] = None
    credit: Annotated[Decimal | None, Meta(title="Ma")] = None
    description: Annotated[str, Meta(title="Opis")] = ""
    currency: Annotated[str, Meta(title="Waluta")] = "PLN"
    currency_amount: Annotated[Decimal | None, Meta(title="Kwota w walucie")] = None
    exchange_rate: Annotated[Decimal | None, Meta(title="Kurs")] = None


class PrintedEntry(Record, frozen=True, kw_only=True):
    """An entry of the journal (polecenie księgowania). `number` is the whole one; of the buffer that of the journal."""

    company: Annotated[PrintedParty, Meta(title="Firma")]
    number: Annotated[str, Meta(title="Numer")]
    journal: Annotated[str, Meta(title="Dziennik")]
    date: Annotated[Date, Meta(title="Data")]
    document_number: Annotated[str, Meta(title="Dokument")]
    party: Annotated[str, Meta(title="Podmiot")] = ""
    description: Annotated[str, Meta(title="Opis")] = ""
    buffer: Annotated[bool, Meta(title="Bufor")] = False
    lines: Annotated[tuple[PrintedSide, ...], Meta(title="Pozycje")]
    debit: Annotated[Decimal, Meta(title="Razem Wn")]
    credit: Annotated[Decimal, Meta(title="Razem Ma")]
    words: Annotated[str, Meta(title="Słownie")]


class PrintedJournal(Record, frozen=True, kw_only=True):
    """Entries of a journal with the turnover of all."""

    company: Annotated[PrintedParty, Meta(title="Firma")]
    since: Annotated[Date, Meta(title="Od")]
    until: Annotated[Date, Meta(title="Do")]
    journals: Annotated[tuple[str, ...], Meta(title="Dzienniki")]
    entries: Annotated[tuple[PrintedEntry, ...], Meta(title="Zapisy")]
    debit: Annotated[Decimal, Meta(title="Razem Wn")]
    credit: Annotated[Decimal, Meta(title="Razem Ma")]


class PrintedTurnover(Record, frozen=True, kw_only=True):
    """A row of the trial balance; `synthetic` of an account that sums up those below it."""

    account: Annotated[str, Meta(title="Konto")]
    name: Annotated[str, Meta(title="Nazwa")] = ""
    currency: Annotated[str, Meta(title="Waluta")] = "PLN"
    synthetic: Annotated[bool, Meta(title="Syntetyczne")] = False
    debit: Annotated[Decimal, Meta(title="Obroty Wn")] = ZERO
    credit: Annotated[Decimal, Meta(title="Obroty Ma")] = ZERO
    debit_balance: Annotated[Decimal, Meta(title="Saldo Wn")] = ZERO
    credit_balance: Annotated[Decimal, Meta(title="Saldo Ma")] = ZERO


class PrintedBalance(Record, frozen=True, kw_only=True):
    """The trial balance (zestawienie obrotów i sald); the total is that of the accounts that are no sums."""

    company: Annotated[PrintedParty, Meta(title="Firma")]
    date: Annotated[Date, Meta(title="Dzień")]
    since: Annotated[Date | None, Meta(title="Od")] = None
    until: Annotated[Date | None, Meta(title="Do")] = None
    rows: Annotated[tuple[PrintedTurnover, ...], Meta(title="Konta")]
    total: Annotated[PrintedTurnover, Meta(title="Razem")]


class PrintedAge(Record, frozen=True, kw_only=True):
    """What one party owes, or is owed, by how long it is overdue."""

    party: Annotated[str, Meta(title="Podmiot")] = ""
    not_due: Annotated[Decimal, Meta(title="Nieprzeterminowane")] = ZERO
    to_30: Annotated[Decimal, Meta(title="Do 30 dni")] = ZERO
    to_60: Annotated[Decimal, Meta(title="Do 60 dni")] = ZERO
    to_90: Annotated[Decimal, Meta(title="Do 90 dni")] = ZERO
    to_180: Annotated[Decimal, Meta(title="Do 180 dni")] = ZERO
    above_180: Annotated[Decimal, Meta(title="Powyżej 180 dni")] = ZERO
    no_term: Annotated[Decimal, Meta(title="Bez terminu")] = ZERO
    total: Annotated[Decimal, Meta(title="Razem")] = ZERO


class PrintedAgeGroup(Record, frozen=True, kw_only=True):
    """Receivables or liabilities in one currency."""

    title: Annotated[str, Meta(title="Tytuł")]
    currency: Annotated[str, Meta(title="Waluta")]
    rows: Annotated[tuple[PrintedAge, ...], Meta(title="Podmioty")]
    total: Annotated[PrintedAge, Meta(title="Razem")]


class PrintedAges(Record, frozen=True, kw_only=True):
    """The age structure (struktura wiekowa) of what is open on a day.

    `partly` names what is settled in part and has its whole amount here, as what is left of it is not known.
    """

    company: Annotated[PrintedParty, Meta(title="Firma")]
    date: Annotated[Date, Meta(title="Dzień")]
    groups: Annotated[tuple[PrintedAgeGroup, ...], Meta(title="Grupy")]
    partly: Annotated[tuple[str, ...], Meta(title="Rozliczone częściowo")] = ()


class PrintedSettled(Record, frozen=True, kw_only=True):
    """One side of a compensation."""

    kind: Annotated[str, Meta(title="Rodzaj")]
    number: Annotated[str, Meta(title="Numer")]
    amount: Annotated[Decimal, Meta(title="Kwota")]


class PrintedCompensation(Record, frozen=True, kw_only=True):
    """A compensation (kompensata) of invoices of one party.

    Claims are cancelled up to the lower of the two sums (art. 498 § 2 of the Civil Code): `amount`. `claims_left` is
    what the party still owes, `debts_left` what the company does; one of them is zero.
    """

    company: Annotated[PrintedParty, Meta(title="Firma")]
    party: Annotated[PrintedParty, Meta(title="Podmiot")]
    number: Annotated[str, Meta(title="Numer")]
    date: Annotated[Date, Meta(title="Data")]
    place: Annotated[str, Meta(title="Miejsce")] = ""
    claims: Annotated[tuple[PrintedSettled, ...], Meta(title="Należności")]
    debts: Annotated[tuple[PrintedSettled, ...], Meta(title="Zobowiązania")]
    amount: Annotated[Decimal, Meta(title="Kwota")]
    claims_left: Annotated[Decimal, Meta(title="Pozostaje należności")] = ZERO
    debts_left: Annotated[Decimal, Meta(title="Pozostaje zobowiązań")] = ZERO
    currency: Annotated[str, Meta(title="Waluta")]
    words: Annotated[str, Meta(title="Słownie")]
    description: Annotated[str, Meta(title="Opis")] = ""


class PrintedTransfer(Record, frozen=True, kw_only=True):
    """A transfer order (polecenie przelewu)."""

    payer: Annotated[PrintedParty, Meta(title="Zleceniodawca")]
    payer_account: Annotated[PrintedAccount, Meta(title="Rachunek zleceniodawcy")]
    payee: Annotated[PrintedParty, Meta(title="Odbiorca")]
    payee_account: Annotated[PrintedAccount, Meta(title="Rachunek odbiorcy")]
    number: Annotated[str, Meta(title="Numer")]
    kind: Annotated[str, Meta(title="Rodzaj")]
    title_lines: Annotated[tuple[str, ...], Meta(title="Tytuł")]
    amount: Annotated[Decimal, Meta(title="Kwota")]
    currency: Annotated[str, Meta(title="Waluta")]
    words: Annotated[str, Meta(title="Słownie")]
    date: Annotated[Date | None, Meta(title="Data realizacji")] = None
    charges: Annotated[str, Meta(title="Koszty")] = ""
