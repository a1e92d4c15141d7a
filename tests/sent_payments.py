"""Payments that were sent, made from numbers alone so that two processes make the same ones."""

import datetime as dt
from decimal import Decimal

from dekret.store.payment_rows import SentFile, SentPayment
from dekret.values.identifiers import nrb_of

OWN = nrb_of("1090101", "0000071219812874")
OTHER = nrb_of("1140200", "0000370012345678")
FILE = SentFile(
    export_id=1,
    time=dt.datetime(2026, 3, 5, 9, 30, tzinfo=dt.UTC),
    name="przelewy.pli",
    sha256="0123456789abcdef" * 4,
    format="ELIXIR",
    format_version="2026-01",
)


def payments(first, count, **more):
    plain = {
        "own_account": OWN,
        "party": "ALOZA",
        "account": OTHER,
        "currency": "PLN",
        "kind": "ordinary",
        "day": dt.date(2026, 3, 5),
        "file": FILE,
    } | more
    return [
        SentPayment(identity=f"P{seed}", number=f"FZ/{seed}/2026", amount=seed % 977 + Decimal("0.41"), **plain)
        for seed in range(first, first + count)
    ]
