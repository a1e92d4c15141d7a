"""What is asked of the store: the queries, and what their rows become."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from dekret.model.accounts import Account, Dictionary
from dekret.model.entries import DocumentRef, Entry, EntryLine, RuleRef
from dekret.store.database import Row

_NOTHING = Decimal("0.00")


class DocumentKey(NamedTuple):
    """A document as people call it; without a party that of any."""

    type: str
    number: str
    party: str = ""


@dataclass(frozen=True, slots=True)
class Turnover:
    """The sums of both sides of an account in PLN."""

    account: str
    currency: str
    name: str
    debit: Decimal
    credit: Decimal

    @property
    def debit_balance(self) -> Decimal:
        """What the debit side exceeds the credit side by; zero where it does not.

        >>> Turnover("100", "PLN", "Kasa", Decimal("7.00"), Decimal("2.50")).debit_balance
        Decimal('4.50')
        """
        return max(self.debit - self.credit, _NOTHING)

    @property
    def credit_balance(self) -> Decimal:
        """What the credit side exceeds the debit side by; zero where it does not."""
        return max(self.credit - self.debit, _NOTHING)


@dataclass(frozen=True, slots=True)
class Unposted:
    """What was removed. `number` is 0 for an entry of the buffer; `amount` is that of one side, in PLN."""

    document: DocumentRef
    journal: str
    number: int
    period: str
    date: dt.date
    buffer: bool
    lines: int
    amount: Decimal


POSTED = """
SELECT DeN_DkrTozsamosc FROM CDN.DekretyNag
WHERE DeN_DkrTozsamosc IN (SELECT unnest(from_json($identities, '["VARCHAR"]')))"""
HIGHEST = """
SELECT coalesce(max(DeN_NrDziennika), 0) FROM CDN.DekretyNag
WHERE DeN_Dziennik = $journal AND DeN_DkrOkres = $period"""
COUNT = "SELECT count(*) FROM CDN.DekretyNag"
DAYS = "SELECT min(DeN_DataDok), max(DeN_DataDok) FROM CDN.DekretyNag WHERE DeN_Bufor <= $buffer"
COUNT_BUFFERED = "SELECT count(*) FROM CDN.DekretyNag WHERE DeN_Bufor <> 0"
NEXT_HEAD = "SELECT coalesce(max(DeN_DeNId), 0) + 1 FROM CDN.DekretyNag"
NEXT_LINE = "SELECT coalesce(max(DeE_DeEId), 0) + 1 FROM CDN.DekretyElem"
NEXT_ACCOUNT = "SELECT coalesce(max(Acc_AccId), 0) + 1 FROM CDN.Konta"
JOURNALS = "SELECT Dzi_Symbol, Dzi_DziId FROM CDN.Dzienniki"
ADD_JOURNAL = "INSERT INTO CDN.Dzienniki VALUES ($id, $symbol)"

_FOUND = """
SELECT DeN_DeNId, DeN_DkrTypDokumentu, DeN_Dokument, DeN_DkrPodmiot, DeN_DkrTozsamosc, DeN_Dziennik, DeN_NrDziennika,
    DeN_DkrOkres, DeN_DataDok, DeN_Bufor <> 0,
    (SELECT count(*) FROM CDN.DekretyElem WHERE DeE_DeNId = DeN_DeNId), DeN_KwotaWn
FROM CDN.DekretyNag
WHERE """
BY_IDENTITY = _FOUND + "DeN_DkrTozsamosc = $identity"
BY_KEY = (
    _FOUND
    + "DeN_DkrTypDokumentu = $type AND DeN_Dokument = $number AND $party IN ('', DeN_DkrPodmiot) ORDER BY DeN_DeNId"
)
REMOVE_LINES = "DELETE FROM CDN.DekretyElem WHERE DeE_DeNId = $id"
BUFFERED = """
SELECT DeN_DeNId, DeN_Dziennik, DeN_DataDok FROM CDN.DekretyNag
WHERE DeN_Bufor = 1 AND ($journal IS NULL OR lower(DeN_Dziennik) = lower($journal))
ORDER BY DeN_DataDok, DeN_DeNId"""
APPROVE = """
UPDATE CDN.DekretyNag SET DeN_Bufor = 0, DeN_NrDziennika = $number, DeN_DkrOkres = $period WHERE DeN_DeNId = $id"""
REMOVE_HEAD = "DELETE FROM CDN.DekretyNag WHERE DeN_DeNId = $id"

NEXT_IDS = "SELECT DeN_DeNId FROM CDN.DekretyNag WHERE DeN_DeNId > $last ORDER BY DeN_DeNId LIMIT $limit"
HEADS = """
SELECT DeN_DeNId, DeN_DkrTypDokumentu, DeN_Dokument, DeN_DkrPodmiot, DeN_DkrTozsamosc, DeN_Dziennik, DeN_DataDok,
    DeN_Kategoria, DeN_Bufor <> 0, DeN_NrDziennika, DeN_DkrOkres
FROM CDN.DekretyNag WHERE DeN_DeNId BETWEEN $first AND $last ORDER BY DeN_DeNId"""
LINES = """
SELECT DeE_DeNId, DeE_AccWnId IS NOT NULL, coalesce(DeE_KontoWn, DeE_KontoMa), DeE_Kwota,
    DeE_DkrSchemat, DeE_DkrPozycja, DeE_DkrPlik, DeE_DkrLinia, DeE_DkrWersja,
    DeE_Kategoria, Acc_Waluta, DeE_Waluta, DeE_KwotaWal, DeE_DkrKurs,
    DeE_DkrKategoria, DeE_DkrWymiar, DeE_DkrRozrachunek, DeE_DkrPozabilansowy
FROM CDN.DekretyElem JOIN CDN.Konta ON Acc_AccId = coalesce(DeE_AccWnId, DeE_AccMaId)
WHERE DeE_DeNId BETWEEN $first AND $last ORDER BY DeE_DeNId, DeE_Lp"""
ACCOUNTS = """
SELECT Acc_Numer, Acc_Nazwa, Acc_DkrSlownik, Acc_Waluta, Acc_TypKonta, Acc_Rozrachunkowe, Acc_DkrNieaktywne
FROM CDN.Konta ORDER BY Acc_NumerIdx, Acc_Waluta"""
TURNOVERS = """
WITH sums AS (
    SELECT coalesce(DeE_AccWnId, DeE_AccMaId) AS account,
        coalesce(sum(DeE_Kwota) FILTER (DeE_AccWnId IS NOT NULL), 0)::DECIMAL(38,2) AS debit,
        coalesce(sum(DeE_Kwota) FILTER (DeE_AccMaId IS NOT NULL), 0)::DECIMAL(38,2) AS credit
    FROM CDN.DekretyElem SEMI JOIN (SELECT * FROM CDN.DekretyNag WHERE DeN_Bufor <= $buffer) ON DeN_DeNId = DeE_DeNId
    GROUP BY ALL
)
SELECT Acc_Numer, CASE Acc_Waluta WHEN '' THEN 'PLN' ELSE Acc_Waluta END, Acc_Nazwa, debit, credit
FROM sums JOIN CDN.Konta ON Acc_AccId = account ORDER BY Acc_NumerIdx, Acc_Waluta"""

_DICTIONARIES = {dictionary.value.pl: dictionary for dictionary in Dictionary}


def unposted(row: Row) -> tuple[int, Unposted]:
    """A row of `BY_IDENTITY` or `BY_KEY`: the id of an entry, and what would be removed with it."""
    id_, type_, number, party, identity, *rest = row
    return id_, Unposted(DocumentRef(type_, number, party, identity), *rest)


def account(row: Row) -> Account:
    """A row of `ACCOUNTS`."""
    code, name, dictionary, currency, kind, settlement, inactive = row
    return Account(
        code=code,
        name=name,
        dictionary=_DICTIONARIES.get(dictionary),
        currency=currency or "PLN",
        off_balance=kind == 6,
        settlement=bool(settlement),
        inactive=bool(inactive),
    )


def entries(heads: Sequence[Row], lines: Sequence[Row]) -> Iterator[Entry]:
    """Rows of `HEADS` and `LINES`, each in its order, as entries."""
    of_entry: dict[int, list[EntryLine]] = {}
    for row in lines:
        of_entry.setdefault(row[0], []).append(_line(row))
    for id_, type_, document_number, party, identity, journal, date, description, buffer, number, period in heads:
        yield Entry(
            document=DocumentRef(type_, document_number, party, identity),
            journal=journal,
            date=date,
            description=description,
            lines=tuple(of_entry.get(id_, ())),
            buffer=buffer,
            number=number,
            period=period,
        )


def _line(row: Row) -> EntryLine:
    _, debit, code, amount, scheme, rule_row, file, rule_line, version, *rest = row
    description, account_currency, currency, currency_amount, rate, *marks = rest
    category, dimension, settlement, off_balance = marks
    return EntryLine(
        side="Wn" if debit else "Ma",
        account=code,
        amount=amount,
        rule=RuleRef(scheme, rule_row, file, rule_line, version),
        description=description,
        account_currency=account_currency or "PLN",
        currency=currency or "PLN",
        currency_amount=currency_amount,
        exchange_rate=None if rate is None else _plain(rate),
        category=category,
        dimension=dimension,
        settlement=settlement,
        off_balance=off_balance,
    )


def _plain(rate: Decimal) -> Decimal:
    """A rate without the zeros that the column adds.

    >>> _plain(Decimal("4.251200000000")), _plain(Decimal("100.000000000000"))
    (Decimal('4.2512'), Decimal('100'))
    """
    return Decimal(f"{rate.normalize():f}")
