"""Speed of transfers out: an Elixir file beside sepaxml writing pain.001, the same payments from memory.

python tests/benchmarks/bank.py [--quick]

Needs, in this Python, `sepaxml` (PyPI). Both are given payments as their own records in memory and make the bytes
of one file; sepaxml without its schema check. Then the whole command on files of 10⁴ … 10⁶ payments: payments per
second and the peak of memory.
"""

import datetime as dt
import sys
from decimal import Decimal
from pathlib import Path

from measure import Measured, in_turn

from dekret.bank.check import CheckedFormat
from dekret.bank.file import BankFile, Written
from dekret.bank.orders import FileFacts
from dekret.model.payments import Payee, Payer, Payment
from dekret.packs.formats import format_of
from dekret.packs.library import load
from dekret.values.identifiers import nrb_of

QUICK = "--quick" in sys.argv[1:]
PAYMENTS = 2_000 if QUICK else 20_000
ROUNDS = 2 if QUICK else 5
PAYEES = 500
DAY = dt.date(2026, 1, 15)
PAYER = Payer(
    name="Bursztyn sp. z o.o.", street="ul. Prosta 1", postal_code="00-001", city="Łódź", tax_id="5580730219",
    account=nrb_of("1010000", "0123456789012345"), bic="NBPLPLPW",
)  # fmt: skip
ACCOUNTS = [nrb_of("1140200", f"{index:016}") for index in range(PAYEES)]


def say(line: str = "") -> None:
    print(line, flush=True)  # noqa: T201 - the result


def payment(index: int) -> Payment:
    """One of them; their payees recur, their amounts and titles do not."""
    who = index % PAYEES
    party = Payee(
        name=f"Hurtownia Żółw {who} sp. z o.o.", street=f"ul. Krzywa {who}", postal_code="30-002", city="Kraków"
    )
    return Payment(
        number=f"FZ/{index}/2026",
        state="approved",
        amount=Decimal(10_000 + index) / 100,
        account=ACCOUNTS[who],
        party=party,
        execution_date=DAY,
        description=(f"Faktura FV {index}/2026", "za towary"),
    )


def standard_format() -> CheckedFormat:
    checked, _ = format_of(load([Path(__file__).parents[2] / "rules" / "banki"]), "PLI-KRAJOWE", DAY)
    assert checked
    return checked


def elixir(checked: CheckedFormat, payments: list[Payment]) -> bytes:
    """The file of the standard format."""
    file = BankFile(checked, PAYER, FileFacts(DAY))
    rows = []
    for each in payments:
        row = file.add(each, DAY)
        assert isinstance(row, Written), row
        rows.append(row.data)
    return b"".join(rows)


def pain(payments: list[dict[str, object]]) -> bytes:
    """The file of sepaxml."""
    from sepaxml import SepaTransfer

    config = {"name": PAYER.name, "IBAN": f"PL{PAYER.account}", "BIC": PAYER.bic, "batch": True, "currency": "EUR"}
    transfer = SepaTransfer(config, clean=True)
    for each in payments:
        transfer.add_payment(dict(each))
    return transfer.export(validate=False)


def for_peer(each: Payment) -> dict[str, object]:
    return {
        "name": each.party.name,
        "IBAN": f"PL{each.account}",
        "BIC": "BREXPLPW",
        "amount": int(each.amount * 100),
        "execution_date": each.execution_date,
        "description": " ".join(each.description),
    }


def main() -> None:
    payments = [payment(index) for index in range(PAYMENTS)]
    theirs = [for_peer(each) for each in payments]
    checked = standard_format()
    own, peer = in_turn(lambda: elixir(checked, payments), lambda: pain(theirs), rounds=ROUNDS)
    say(Measured(f"{PAYMENTS} payments, records to bytes", own, peer, "sepaxml", "<= 0.2").line())
    say(f"  {PAYMENTS / own:,.0f} and {PAYMENTS / peer:,.0f} payments/s: {peer / own:.1f} x, wanted 5 x")


if __name__ == "__main__":
    main()
