"""Imported bank lines on their way into the tables and out: records, JSON rows, and the queries.

Which lines are there already is decided by numbers alone. Lines of one account and key are alike but for their
references: so many staged ones are repeated as there are stored ones to pair them with, the first ones first.
"""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

import msgspec

from dekret.store.bulk import shaped
from dekret.store.database import Row
from dekret.values.identifiers import plain_account

BETWEEN_NUMBERS = ", "
"""What stands between the numbers of `BankImport.statement`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StagedLine:
    """A line of a statement, as far as it has to be told from others.

    `ordinal` is its place in the import, `key` a digest of 64 bits of day, other account, amount, title and currency;
    `account` the company's own, which may be written with blanks. `reference` is the bank's, or empty.
    """

    ordinal: int
    key: int
    account: str
    date: dt.date
    amount: Decimal
    reference: str

    def __post_init__(self) -> None:
        assert self.ordinal >= 0
        assert 0 <= self.key < 2**64


@dataclass(frozen=True, slots=True, kw_only=True)
class BankImport:
    """What is kept of an import: whence it came, in which report it went, and what it left.

    `statement` holds the numbers of the statements read, with `BETWEEN_NUMBERS` between them. The balances are in
    `currency`; `closing_date` is the day of `closing`. `receipts_to` and `payments_to` are the last numbers given to
    KP and KW in the register and `year`, 0 where none was given.
    """

    register: str
    account: str
    currency: str
    file: str
    report: str
    statement: str
    opening: Decimal | None
    closing: Decimal | None
    closing_date: dt.date | None
    receipts_to: int
    payments_to: int
    year: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """An import as it is listed: `count` lines were new in it. One that was taken back tells what it was."""

    id: int
    time: dt.datetime
    taken_back: bool
    count: int
    bank_import: BankImport


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountState:
    """What the imports of an account left: the last closing balance, and the last numbers of KP and KW."""

    closing: Decimal | None
    closing_date: dt.date | None
    receipts_to: int
    payments_to: int


class LineRow(msgspec.Struct, frozen=True):
    """A row of staged_lines; short names make half the text."""

    o: int
    """ordinal"""
    k: int
    """key"""
    a: str
    """account"""
    d: dt.date
    """date"""
    m: Decimal
    """amount"""
    r: str
    """reference"""


def line_row(line: StagedLine) -> LineRow:
    """The row of a line. An amount with parts of a grosz is our own mistake, as the table would round it."""
    return LineRow(line.ordinal, line.key, plain_account(line.account), line.date, exact(line.amount), line.reference)


def exact(amount: Decimal) -> Decimal:
    """The amount itself, which has no parts of a grosz."""
    exponent = amount.as_tuple().exponent
    assert isinstance(exponent, int)
    assert exponent >= -2, f"{amount}: parts of a grosz"
    return amount


_SHAPE = {"o": "BIGINT", "k": "UBIGINT", "a": "VARCHAR", "d": "DATE", "m": "DECIMAL(18,2)", "r": "VARCHAR"}

STAGED = """
CREATE OR REPLACE TEMP TABLE staged_lines (
    ordinal BIGINT NOT NULL,
    key UBIGINT NOT NULL,
    account VARCHAR NOT NULL,
    date DATE NOT NULL,
    amount DECIMAL(18,2) NOT NULL,
    reference VARCHAR NOT NULL
)"""
STAGE = f"""
INSERT INTO temp.staged_lines (ordinal, key, account, date, amount, reference)
SELECT r.o, r.k, r.a, r.d, r.m, r.r FROM {shaped(_SHAPE, "r")}"""
FORGET_STAGED = "DROP TABLE temp.staged_lines"

COUNT_STAGED = "SELECT count(*) FROM temp.staged_lines"
REPEATED = "CREATE OR REPLACE TEMP TABLE repeated_lines (ordinal BIGINT NOT NULL, rewritten_of INTEGER)"
_IN_SLICE = "key % $slices::UBIGINT = $slice::UBIGINT"
"""DuckDB would widen the key to 128 bits for a signed number, which is ten times as slow."""
FIND_REPEATED = f"""
INSERT INTO temp.repeated_lines (ordinal)
WITH asked AS (
    SELECT ordinal, account, key, reference FROM temp.staged_lines WHERE {_IN_SLICE}
), stored AS (
    SELECT account, key, reference, count(*) AS count
    FROM dekret.imported_lines
    ANTI JOIN (FROM dekret.bank_imports WHERE taken_back) USING (import_id)
    SEMI JOIN asked USING (account, key)
    WHERE {_IN_SLICE}
    GROUP BY ALL
), staged AS (
    SELECT ordinal, account, key, reference,
        row_number() OVER (PARTITION BY account, key, reference ORDER BY ordinal) AS place
    FROM asked SEMI JOIN stored USING (account, key)
), unpaired AS (
    SELECT ordinal, account, key, reference = '' AS bare,
        row_number() OVER (PARTITION BY account, key, bare ORDER BY ordinal) AS turn
    FROM staged LEFT JOIN stored USING (account, key, reference)
    WHERE place > coalesce(count, 0)
), free AS (
    SELECT account, key, reference <> '' AS bare, sum(count - coalesce(taken, 0)) AS count
    FROM stored LEFT JOIN (SELECT account, key, reference, max(place) AS taken FROM staged GROUP BY ALL)
        USING (account, key, reference)
    WHERE count > coalesce(taken, 0)
    GROUP BY ALL
)
SELECT ordinal FROM staged
ANTI JOIN (SELECT ordinal FROM unpaired LEFT JOIN free USING (account, key, bare) WHERE turn > coalesce(count, 0))
    USING (ordinal)"""
"""Those of the staged lines whose keys fall into a slice. Keys are spread evenly, as digests are.

Equal references, or none on both sides, pair with each other first: `place` counts them. What is left takes its `turn`
among the `free` lines of the other kind: one that is `bare`, without a reference, goes with one that has it.
"""

FIND_REWRITTEN = """
INSERT INTO temp.repeated_lines
WITH asked AS (
    SELECT ordinal, account, date, amount, reference
    FROM temp.staged_lines ANTI JOIN temp.repeated_lines USING (ordinal)
    WHERE reference <> '' AND hash(reference) % $slices::UBIGINT = $slice::UBIGINT
), known AS (
    SELECT import_id, ordinal, account, key, date, amount, reference
    FROM dekret.imported_lines
    ANTI JOIN (FROM dekret.bank_imports WHERE taken_back) USING (import_id)
    SEMI JOIN asked USING (account, reference)
), telling AS (
    SELECT account, reference
    FROM (SELECT account, reference, date FROM asked UNION ALL SELECT account, reference, date FROM known)
    GROUP BY ALL HAVING min(date) = max(date)
), stored AS (
    SELECT import_id, account, reference, date, amount,
        row_number() OVER (PARTITION BY account, reference, date, amount ORDER BY import_id, ordinal) AS place
    FROM known ANTI JOIN temp.staged_lines USING (account, key) SEMI JOIN telling USING (account, reference)
), staged AS (
    SELECT ordinal, account, reference, date, amount,
        row_number() OVER (PARTITION BY account, reference, date, amount ORDER BY ordinal) AS place
    FROM asked
)
SELECT ordinal, import_id FROM staged JOIN stored USING (account, reference, date, amount, place)"""
"""Lines that the bank has written another way since, those of a slice of their references.

Such a line pairs with a stored one of its reference, day and amount whose own text no staged line has. A reference that
stands on several days tells no line: the bank writes it on all.
"""

REPEATED_AFTER = "SELECT ordinal FROM temp.repeated_lines WHERE ordinal > $last ORDER BY ordinal LIMIT $limit"
REWRITTEN = "SELECT ordinal, rewritten_of FROM temp.repeated_lines WHERE rewritten_of IS NOT NULL ORDER BY ordinal"
FILE_OF_IMPORT = "SELECT file FROM dekret.bank_imports WHERE import_id = $id"

LEFT_OUT = "CREATE OR REPLACE TEMP TABLE left_out (ordinal BIGINT NOT NULL)"
LEAVE_OUT = """INSERT INTO temp.left_out SELECT unnest(from_json($ordinals, '["BIGINT"]'))"""

NEXT_IMPORT = "SELECT coalesce(max(import_id), 0) + 1 FROM dekret.bank_imports"
ADD_IMPORT = """
INSERT INTO dekret.bank_imports (
    import_id, time_utc, register, account, currency, file, report, statement,
    opening, closing, closing_date, receipts_to, payments_to, year)
VALUES (
    $id, $time, $register, $account, $currency, $file, $report, $statement,
    $opening, $closing, $closing_date, $receipts_to, $payments_to, $year)"""
KEEP = """
INSERT INTO dekret.imported_lines (import_id, ordinal, account, key, date, amount, reference)
SELECT $id, ordinal, account, key, date, amount, reference
FROM temp.staged_lines ANTI JOIN temp.left_out USING (ordinal) ORDER BY ordinal"""

KNOWS_STATEMENT = f"""
SELECT count(*) FROM dekret.bank_imports
WHERE NOT taken_back AND account = $account
    AND list_contains(string_split(statement, '{BETWEEN_NUMBERS}'), $number)"""

CLOSING = """
SELECT closing, closing_date FROM dekret.bank_imports
WHERE NOT taken_back AND account = $account
ORDER BY closing IS NOT NULL DESC, closing_date DESC NULLS LAST, import_id DESC LIMIT 1"""
NUMBERS = """
SELECT max(receipts_to), max(payments_to) FROM dekret.bank_imports
WHERE NOT taken_back AND register = $register AND year = $year"""

STATE_OF_IMPORT = "SELECT taken_back FROM dekret.bank_imports WHERE import_id = $id"
COUNT = "SELECT count(*) FROM dekret.imported_lines WHERE import_id = $id"
MARK_TAKEN_BACK = "UPDATE dekret.bank_imports SET taken_back = TRUE WHERE import_id = $id"

IMPORTS = """
SELECT import_id, time_utc, taken_back, coalesce(count, 0), register, account, currency, file, report, statement,
    opening, closing, closing_date, receipts_to, payments_to, year
FROM dekret.bank_imports
LEFT JOIN (SELECT import_id, count(*) AS count FROM dekret.imported_lines GROUP BY import_id) USING (import_id)
ORDER BY import_id"""


def import_values(import_: BankImport) -> dict[str, object]:
    """The values of `ADD_IMPORT` but for id and time."""
    return {
        "register": storable(import_.register),
        "account": plain_account(import_.account),
        "currency": import_.currency,
        "file": storable(import_.file),
        "report": storable(import_.report),
        "statement": storable(import_.statement),
        "opening": import_.opening,
        "closing": import_.closing,
        "closing_date": import_.closing_date,
        "receipts_to": import_.receipts_to,
        "payments_to": import_.payments_to,
        "year": import_.year,
    }


def storable(word: str) -> str:
    """A word that may hold half characters, such as the name of a file, as the store can hold it."""
    return word.encode(errors="replace").decode()


def imported(row: Row) -> Imported:
    """A row of `IMPORTS`."""
    id_, time, taken_back, count, register, account, currency, file, report, statement, *left = row
    opening, closing, closing_date, receipts_to, payments_to, year = left
    return Imported(
        id=id_,
        time=time.replace(tzinfo=dt.UTC),
        taken_back=taken_back,
        count=count,
        bank_import=BankImport(
            register=register,
            account=account,
            currency=currency,
            file=file,
            report=report,
            statement=statement,
            opening=opening,
            closing=closing,
            closing_date=closing_date,
            receipts_to=receipts_to,
            payments_to=payments_to,
            year=year,
        ),
    )
