"""Entries on their way into the tables: JSON that DuckDB takes apart by itself, and the queries that do it.

Lines of JSON in one text are what DuckDB takes fastest without Arrow: engine/decisions/0009.
"""

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

import msgspec

from dekret.errors import UsageError
from dekret.model.accounts import Account
from dekret.model.entries import DocumentRef, Entry, EntryLine, RuleRef

_MOST_ENTRIES = 4096
_MOST_LINES = 40_000
_TOO_LARGE = Decimal(10) ** 16
"""What neither DECIMAL(18,2) nor DECIMAL(28,12) can hold."""


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """A row of DekretyNag. `debit` and `credit` leave out off-balance lines."""

    id: int
    document: DocumentRef
    journal: str
    journal_id: int
    date: dt.date
    description: str
    buffer: bool
    number: int
    period: str
    debit: Decimal
    credit: Decimal


class Line(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A row of DekretyElem. Short names and what is left out make half the text, and half the time."""

    a: str
    """account"""
    m: Decimal
    """amount"""
    r: int
    """place of the rule"""
    ma: bool = False
    """credit side"""
    d: str = ""
    """description"""
    ac: str = "PLN"
    """account_currency"""
    c: str = "PLN"
    """currency"""
    cm: Decimal | None = None
    """currency_amount"""
    x: Decimal | None = None
    """exchange_rate"""
    k: str = ""
    """category"""
    w: str = ""
    """dimension"""
    s: bool = False
    """settlement"""
    o: bool = False
    """off_balance"""


class Body(msgspec.Struct, frozen=True):
    """The rows of DekretyElem of one entry; `first` is the id of the first."""

    id: int
    first: int
    number: str
    lines: list[Line]


class Placed(msgspec.Struct, frozen=True):
    """A rule and the number that the lines of a chunk call it by."""

    place: int
    rule: RuleRef


class AccountRow(msgspec.Struct, frozen=True, kw_only=True):
    """A row of Konta."""

    number: str
    currency: str
    name: str
    dictionary: str
    off_balance: bool
    settlement: bool
    inactive: bool


def account_row(account: Account) -> AccountRow:
    return AccountRow(
        number=account.code,
        currency=account.currency,
        name=account.name,
        dictionary=account.dictionary.value.pl if account.dictionary else "",
        off_balance=account.off_balance,
        settlement=account.settlement,
        inactive=account.inactive,
    )


def account_of(line: EntryLine) -> AccountRow:
    """What a line tells of its account."""
    return AccountRow(
        number=line.account,
        currency=line.account_currency,
        name="",
        dictionary="",
        off_balance=line.off_balance,
        settlement=line.settlement,
        inactive=False,
    )


def head(entry: Entry, *, id_: int, journal_id: int) -> Head:
    """The row of an entry. Raises as `sums` does."""
    debit, credit = sums(entry)
    return Head(
        id=id_,
        document=entry.document,
        journal=entry.journal,
        journal_id=journal_id,
        date=entry.date,
        description=entry.description,
        buffer=entry.buffer,
        number=entry.number,
        period=entry.period,
        debit=debit,
        credit=credit,
    )


def body(entry: Entry, *, id_: int, first: int, rules: dict[RuleRef, int]) -> Body:
    """The lines of an entry; rules that are new are added to `rules`."""
    lines = [
        Line(
            a=line.account,
            m=line.amount,
            r=rules.setdefault(line.rule, len(rules) + 1),
            ma=line.side == "Ma",
            d=line.description,
            ac=line.account_currency,
            c=line.currency,
            cm=line.currency_amount,
            x=line.exchange_rate,
            k=line.category,
            w=line.dimension,
            s=line.settlement,
            o=line.off_balance,
        )
        for line in entry.lines
    ]
    return Body(id_, first, entry.document.number, lines)


def sums(entry: Entry) -> tuple[Decimal, Decimal]:
    """The two sides of an entry in PLN, off-balance lines left out.

    Raises `UsageError` for an amount that the store cannot hold. An amount with parts of a grosz is our own mistake,
    and so are sides that do not agree.
    """
    debit = credit = Decimal("0.00")
    all_of_them = Decimal("0.00")
    for line in entry.lines:
        all_of_them += abs(line.amount)
        if line.currency_amount is not None:
            all_of_them += abs(line.currency_amount)
        if line.exchange_rate is not None and abs(line.exchange_rate) >= _TOO_LARGE:
            raise _too_large(entry.document.number, line.exchange_rate)
        if line.off_balance:
            continue
        if line.side == "Wn":
            debit += line.amount
        else:
            credit += line.amount
    if all_of_them >= _TOO_LARGE:
        raise _too_large(entry.document.number, all_of_them)
    exponent = all_of_them.as_tuple().exponent
    assert isinstance(exponent, int)
    assert exponent >= -2, f"{entry.document.identity}: parts of a grosz"
    assert debit == credit, f"{entry.document.identity}: {debit} is not {credit}"
    return debit, credit


def _too_large(number: str, value: Decimal) -> UsageError:
    return UsageError(
        f"Liczby dokumentu {number} nie mieszczą się w bazie: {value:f}. Popraw dokument.",
        f"The figures of the document {number} do not fit the store: {value:f}. Correct the document.",
    )


def chunks(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    """Entries by some thousands, so that memory does not grow with a batch."""
    chunk: list[Entry] = []
    lines = 0
    for entry in entries:
        chunk.append(entry)
        lines += len(entry.lines)
        if len(chunk) == _MOST_ENTRIES or lines >= _MOST_LINES:
            yield chunk
            chunk, lines = [], 0
    if chunk:
        yield chunk


def text(rows: Sequence[msgspec.Struct]) -> str:
    """Rows as lines of JSON. Half characters, as a file name of another system may hold, become question marks."""
    assert rows
    try:
        return msgspec.json.Encoder().encode_lines(rows).decode().removesuffix("\n")
    except UnicodeEncodeError:
        lines = [json.dumps(msgspec.to_builtins(row), ensure_ascii=False) for row in rows]
        return "\n".join(lines).encode(errors="replace").decode()


def array(words: Sequence[str]) -> str:
    """Words as an array of JSON; a bound list is slow in DuckDB 1."""
    return msgspec.json.encode(words).decode()


_DOCUMENT = {"type": "VARCHAR", "number": "VARCHAR", "party": "VARCHAR", "identity": "VARCHAR"}
_HEAD = {
    "id": "BIGINT",
    "document": _DOCUMENT,
    "journal": "VARCHAR",
    "journal_id": "INTEGER",
    "date": "DATE",
    "description": "VARCHAR",
    "buffer": "BOOLEAN",
    "number": "INTEGER",
    "period": "VARCHAR",
    "debit": "DECIMAL(18,2)",
    "credit": "DECIMAL(18,2)",
}
_RULE = {"scheme": "VARCHAR", "row": "VARCHAR", "file": "VARCHAR", "line": "INTEGER", "version": "VARCHAR"}
_PLACED = {"place": "INTEGER", "rule": _RULE}
_LINE = {
    "a": "VARCHAR",
    "m": "DECIMAL(18,2)",
    "r": "INTEGER",
    "ma": "BOOLEAN",
    "d": "VARCHAR",
    "ac": "VARCHAR",
    "c": "VARCHAR",
    "cm": "DECIMAL(18,2)",
    "x": "DECIMAL(28,12)",
    "k": "VARCHAR",
    "w": "VARCHAR",
    "s": "BOOLEAN",
    "o": "BOOLEAN",
}
_BODY = {"id": "BIGINT", "first": "BIGINT", "number": "VARCHAR", "lines": [_LINE]}
_ACCOUNT = {
    "number": "VARCHAR",
    "currency": "VARCHAR",
    "name": "VARCHAR",
    "dictionary": "VARCHAR",
    "off_balance": "BOOLEAN",
    "settlement": "BOOLEAN",
    "inactive": "BOOLEAN",
}


def shaped(shape: Mapping[str, object], as_: str, *, bound: str = "$rows") -> str:
    """The part of a query that gives the bound lines of JSON as values of a shape."""
    lines = f"SELECT unnest(string_split({bound}, chr(10))) AS line"
    return f"(SELECT from_json(line, '{json.dumps(shape)}') AS {as_} FROM ({lines}))"


INSERT_HEADS = f"""
INSERT INTO CDN.DekretyNag (
    DeN_DeNId, DeN_DziId, DeN_Dziennik, DeN_Bufor, DeN_DataDok, DeN_KwotaWn, DeN_KwotaMa, DeN_Dokument,
    DeN_NrDziennika, DeN_Kategoria, DeN_DkrTozsamosc, DeN_DkrTypDokumentu, DeN_DkrPodmiot, DeN_DkrOkres)
SELECT
    e.id, e.journal_id, e.journal, e.buffer::TINYINT, e.date, e.debit, e.credit, e.document.number,
    e.number, e.description, e.document.identity, e.document.type, e.document.party, e.period
FROM {shaped(_HEAD, "e")}"""

INSERT_LINES = f"""
INSERT INTO CDN.DekretyElem (
    DeE_DeEId, DeE_DeNId, DeE_Lp, DeE_AccWnId, DeE_AccMaId, DeE_KontoWn, DeE_KontoMa,
    DeE_Kwota, DeE_KwotaWal, DeE_Waluta, DeE_Dokument, DeE_Kategoria, DeE_DkrKurs,
    DeE_DkrKategoria, DeE_DkrWymiar, DeE_DkrRozrachunek, DeE_DkrPozabilansowy,
    DeE_DkrSchemat, DeE_DkrPozycja, DeE_DkrPlik, DeE_DkrLinia, DeE_DkrWersja)
SELECT
    first + lp - 1, id, lp,
    CASE WHEN l.ma THEN NULL ELSE Acc_AccId END, CASE WHEN l.ma THEN Acc_AccId END,
    CASE WHEN l.ma THEN NULL ELSE l.a END, CASE WHEN l.ma THEN l.a END,
    l.m, l.cm, coalesce(nullif(l.c, 'PLN'), ''), number, coalesce(l.d, ''), l.x,
    coalesce(l.k, ''), coalesce(l.w, ''), coalesce(l.s, FALSE), coalesce(l.o, FALSE),
    placed.rule.scheme, placed.rule."row", placed.rule.file, placed.rule.line, placed.rule.version
FROM (
    SELECT b.id AS id, b.first AS first, b.number AS number,
        unnest(b.lines) AS l, unnest(range(1, len(b.lines) + 1)) AS lp
    FROM {shaped(_BODY, "b")}
)
LEFT JOIN {shaped(_PLACED, "placed", bound="$rules")} ON placed.place = l.r
LEFT JOIN CDN.Konta ON Acc_NumerIdx = lower(l.a) AND Acc_Waluta = coalesce(nullif(l.ac, 'PLN'), '')"""

INSERT_ACCOUNTS = f"""
INSERT INTO CDN.Konta (
    Acc_AccId, Acc_Poziom, Acc_Segment, Acc_Numer, Acc_NumerIdx, Acc_Nazwa, Acc_TypKonta, Acc_Rozrachunkowe,
    Acc_Waluta, Acc_DkrSlownik, Acc_DkrNieaktywne)
SELECT
    $first + row_number() OVER (ORDER BY idx, currency) - 1,
    len(string_split(a.number, '-')), string_split(a.number, '-')[-1], a.number, idx, a.name,
    CASE WHEN a.off_balance THEN 6 END, a.settlement::TINYINT, currency, a.dictionary, a.inactive::TINYINT
FROM (
    SELECT a, lower(a.number) AS idx, CASE a.currency WHEN 'PLN' THEN '' ELSE a.currency END AS currency
    FROM {shaped(_ACCOUNT, "a")}
    QUALIFY row_number() OVER (PARTITION BY idx, currency) = 1
)
"""

NEW_ACCOUNTS_ONLY = INSERT_ACCOUNTS + "ON CONFLICT DO NOTHING"
ACCOUNTS_AS_GIVEN = (
    INSERT_ACCOUNTS
    + """ON CONFLICT (Acc_NumerIdx, Acc_Waluta) DO UPDATE SET
    Acc_Nazwa = excluded.Acc_Nazwa,
    Acc_TypKonta = excluded.Acc_TypKonta,
    Acc_Rozrachunkowe = excluded.Acc_Rozrachunkowe,
    Acc_DkrSlownik = excluded.Acc_DkrSlownik,
    Acc_DkrNieaktywne = excluded.Acc_DkrNieaktywne"""
)

TIE_PARENTS = """
UPDATE CDN.Konta SET Acc_ParId = parent
FROM (SELECT Acc_NumerIdx AS above, min(Acc_AccId) AS parent FROM CDN.Konta GROUP BY Acc_NumerIdx)
WHERE Acc_ParId IS NULL AND Acc_Poziom > 1 AND above = regexp_replace(Acc_NumerIdx, '-[^-]*$', '')"""

MARK_PARENTS = """
UPDATE CDN.Konta SET Acc_Analityka = 1
WHERE Acc_Analityka = 0 AND Acc_AccId IN (SELECT Acc_ParId FROM CDN.Konta)"""
