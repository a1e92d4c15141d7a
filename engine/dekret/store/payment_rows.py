"""Sent payments on their way into the tables and out: records, JSON rows, and the queries."""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

import msgspec

from dekret.model.payments import Payment, PaymentKind
from dekret.store.bulk import shaped
from dekret.store.database import Row
from dekret.values.identifiers import plain_account

_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class SentFile:
    """A file of a run. `export_id` tells the run, `time` when that was (with a zone), `sha256` its bytes."""

    export_id: int
    time: dt.datetime
    name: str
    sha256: str
    format: str
    format_version: str = ""

    def __post_init__(self) -> None:
        assert self.export_id > 0
        assert self.time.tzinfo, "a time without a zone is another one on another machine"
        assert _SHA256.fullmatch(self.sha256)


@dataclass(frozen=True, slots=True, kw_only=True)
class SentPayment:
    """A payment as it left: `amount` in `currency`, `day` that of the transfer, `party` the code or name of the payee.

    `own_account` is the account that pays; it may be written with blanks.
    """

    identity: str
    own_account: str
    number: str
    party: str
    account: str
    amount: Decimal
    currency: str
    kind: PaymentKind
    day: dt.date
    file: SentFile


def sent(payment: Payment, *, own_account: str, day: dt.date, file: SentFile) -> SentPayment:
    """What is kept of a payment."""
    return SentPayment(
        identity=payment.identity,
        own_account=own_account,
        number=payment.number,
        party=payment.party.code or payment.party.name,
        account=payment.account,
        amount=payment.amount,
        currency=payment.currency,
        kind=payment.kind,
        day=day,
        file=file,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """A file of a run with what it holds: how many payments, and their sum in each currency, by its code.

    One that was taken back tells what it held.
    """

    file: SentFile
    count: int
    sums: tuple[tuple[str, Decimal], ...]
    taken_back: bool

    @property
    def id(self) -> int:
        """The id of the run."""
        return self.file.export_id


class PaymentRow(msgspec.Struct, frozen=True):
    """A row of sent_payments; short names make half the text."""

    f: int
    """id of the file"""
    i: str
    """identity"""
    o: str
    """own_account"""
    n: str
    """number"""
    p: str
    """party"""
    a: str
    """account"""
    m: Decimal
    """amount"""
    c: str
    """currency"""
    k: str
    """kind"""
    d: dt.date
    """day"""


def payment_row(payment: SentPayment, file_id: int) -> PaymentRow:
    """The row of a payment. An amount with parts of a grosz is our own mistake, as the table would round it."""
    exponent = payment.amount.as_tuple().exponent
    assert isinstance(exponent, int)
    assert exponent >= -2, f"{payment.identity}: parts of a grosz"
    return PaymentRow(
        file_id,
        payment.identity,
        plain_account(payment.own_account),
        payment.number,
        payment.party,
        plain_account(payment.account),
        payment.amount,
        payment.currency,
        payment.kind,
        payment.day,
    )


def key(payment: SentPayment) -> tuple[str, str]:
    """What tells a payment from all others: the account that pays, plain, and the identity."""
    return plain_account(payment.own_account), payment.identity


_SHAPE = {
    "f": "INTEGER",
    "i": "VARCHAR",
    "o": "VARCHAR",
    "n": "VARCHAR",
    "p": "VARCHAR",
    "a": "VARCHAR",
    "m": "DECIMAL(18,2)",
    "c": "VARCHAR",
    "k": "VARCHAR",
    "d": "DATE",
}

INSERT = f"""
INSERT INTO dekret.sent_payments (
    file_id, identity, own_account, number, party, account, amount, currency, kind, day)
SELECT r.f, r.i, r.o, r.n, r.p, r.a, r.m, r.c, r.k, r.d FROM {shaped(_SHAPE, "r")}"""

_SENT_BEFORE = """FROM dekret.sent_payments
WHERE own_account = $own_account AND identity IN (SELECT unnest(from_json($identities, '["VARCHAR"]')))"""
KNOWN = f"SELECT identity {_SENT_BEFORE}"
KEEP_SENT_BEFORE = f"INSERT INTO dekret.taken_back_payments SELECT * {_SENT_BEFORE}"
REMOVE_SENT_BEFORE = f"DELETE {_SENT_BEFORE}"

NEXT_FILE = "SELECT coalesce(max(file_id), 0) + 1 FROM dekret.sent_files"
NEXT_EXPORT = "SELECT coalesce(max(export_id), 0) + 1 FROM dekret.sent_files"
FILES_OF_EXPORT = """
SELECT file_id, time_utc, taken_back,
    file = $name AND sha256 = $sha256 AND format = $format AND format_version = $format_version AND time_utc = $time
FROM dekret.sent_files WHERE export_id = $export_id ORDER BY file_id"""
ADD_FILE = """
INSERT INTO dekret.sent_files (file_id, export_id, time_utc, file, sha256, format, format_version)
VALUES ($file_id, $export_id, $time, $name, $sha256, $format, $format_version)"""

STATE_OF_EXPORT = "SELECT DISTINCT taken_back FROM dekret.sent_files WHERE export_id = $id"
_OF_EXPORT = "FROM dekret.sent_payments WHERE file_id IN (SELECT file_id FROM dekret.sent_files WHERE export_id = $id)"
COUNT = f"SELECT count(*) {_OF_EXPORT}"
KEEP_TAKEN_BACK = f"INSERT INTO dekret.taken_back_payments SELECT * {_OF_EXPORT}"
REMOVE = f"DELETE {_OF_EXPORT}"
MARK_TAKEN_BACK = "UPDATE dekret.sent_files SET taken_back = TRUE WHERE export_id = $id"

_SAME = "other.identity = sent.identity AND other.own_account = sent.own_account"
RESTORE = f"""
INSERT INTO dekret.sent_payments
SELECT sent.* FROM dekret.taken_back_payments AS sent JOIN dekret.sent_files AS file USING (file_id)
WHERE NOT file.taken_back
    AND NOT EXISTS (FROM dekret.sent_payments AS other WHERE {_SAME})
    AND EXISTS (FROM dekret.taken_back_payments AS other JOIN dekret.sent_files AS back USING (file_id)
        WHERE back.export_id = $id AND {_SAME})
QUALIFY row_number() OVER (PARTITION BY sent.identity, sent.own_account ORDER BY sent.file_id DESC) = 1"""
FORGET_RESTORED = f"""
DELETE FROM dekret.taken_back_payments AS other
WHERE EXISTS (FROM dekret.sent_payments AS sent WHERE sent.file_id = other.file_id AND {_SAME})"""

EXPORTS = """
SELECT file_id, export_id, time_utc, file, sha256, format, format_version, taken_back, currency, count(*), sum(amount)
FROM (FROM dekret.sent_payments UNION ALL FROM dekret.taken_back_payments) JOIN dekret.sent_files USING (file_id)
GROUP BY ALL ORDER BY export_id, file_id, currency"""


def file_values(file: SentFile) -> dict[str, object]:
    """The values of `FILES_OF_EXPORT`, and all but one of `ADD_FILE`; the time in UTC."""
    return {
        "export_id": file.export_id,
        "time": file.time.astimezone(dt.UTC).replace(tzinfo=None),
        # the name of a file of another system may hold half characters, which no text of the store does
        "name": file.name.encode(errors="replace").decode(),
        "sha256": file.sha256,
        "format": file.format,
        "format_version": file.format_version,
    }


def exports(rows: Iterable[Row]) -> list[Export]:
    """Rows of `EXPORTS`, several of a file with several currencies, as exports."""
    found: dict[int, Export] = {}
    for file_id, export_id, time, name, sha256, format_, version, taken_back, currency, count, total in rows:
        file = SentFile(
            export_id=export_id,
            time=time.replace(tzinfo=dt.UTC),
            name=name,
            sha256=sha256,
            format=format_,
            format_version=version,
        )
        before = found.get(file_id)
        found[file_id] = Export(
            file=file,
            count=count + (before.count if before else 0),
            sums=(*(before.sums if before else ()), (currency, total)),
            taken_back=taken_back,
        )
    return list(found.values())
