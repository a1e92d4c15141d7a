"""Entries to be stored, made from numbers alone so that two processes make the same ones."""

import datetime as dt
from decimal import Decimal

from dekret.model.accounts import Account
from dekret.model.entries import DocumentRef, Entry, EntryLine, RuleRef

RULES = tuple(RuleRef("ZAKUP", str(row), "zakup.schemat", 10 + row, "2026-01") for row in range(3))


def entry(seed, *, number=0, buffer=False, journal="ZAKUP", party="ALOZA", **more):
    net, vat = Decimal(seed * 37 % 9973) + Decimal("0.41"), Decimal(seed % 97) / 4
    vat = vat.quantize(Decimal("0.01"))
    lines = (
        EntryLine(side="Wn", account="401-01", amount=net, rule=RULES[0], description=f"pozycja {seed}"),
        EntryLine(side="Wn", account="221-1", amount=vat, rule=RULES[1], category="MAT", dimension="projekt"),
        EntryLine(side="Ma", account=f"202-1-K{seed % 7}", amount=net + vat, rule=RULES[2], settlement=True),
    )
    plain = {
        "document": DocumentRef("vat_purchase", f"FZ/{seed}/2026", party, f"{seed:020x}"),
        "journal": journal,
        "date": dt.date(2026, 1 + seed % 12, 1 + seed % 28),
        "description": "Zakup materiałów",
        "lines": lines,
        "buffer": buffer,
        "number": number,
        "period": "" if buffer else "2026",
    }
    return Entry(**plain | more)


def numbered(first, count):
    """Entries whose seeds are their numbers."""
    return [entry(number, number=number) for number in range(first, first + count)]


PLAN = (
    Account("202", "Dostawcy", settlement=True),
    Account("202-1", "Dostawcy krajowi"),
    Account("131", "Rachunek walutowy", currency="EUR"),
    Account("131", "Rachunek bieżący"),
)
