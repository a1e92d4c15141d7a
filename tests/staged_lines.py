"""Bank lines that are staged, made from words alone so that two processes make the same ones."""

import datetime as dt
import hashlib
from decimal import Decimal

from dekret.store.imported_line_rows import BankImport, StagedLine
from sent_payments import OWN

TIME = dt.datetime(2026, 3, 6, 9, 30, tzinfo=dt.UTC)
IMPORT = BankImport(
    register="BANK",
    account=OWN,
    currency="PLN",
    file="wyciag.sta",
    report="RB/3/2026",
    statement="7",
    opening=None,
    closing=None,
    closing_date=None,
    receipts_to=3,
    payments_to=4,
    year=2026,
)


def transaction(word, account=OWN):
    """What is kept of a transaction of that name: account, key, date, amount."""
    number = int.from_bytes(hashlib.blake2b(word.encode(), digest_size=8).digest(), "big")
    return account, number, dt.date(2026, 3, len(word)), Decimal(number % 9999 - 5000).scaleb(-2)


def lines(words, account=OWN):
    """Lines of transactions that are named `a`, or `a:7` with the reference 7."""
    found = []
    for ordinal, word in enumerate(words.split() if isinstance(words, str) else words):
        name, _, reference = word.partition(":")
        _, key, date, amount = transaction(name)
        found.append(
            StagedLine(ordinal=ordinal, key=key, account=account, date=date, amount=amount, reference=reference)
        )
    return found
