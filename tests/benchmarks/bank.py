"""Speed of transfers out: an Elixir file beside sepaxml writing pain.001, the same payments from memory.

python tests/benchmarks/bank.py [--quick]

Needs, in this Python, `sepaxml` (PyPI). Both are given payments as their own records in memory and make the bytes
of one file; sepaxml without its schema check. Then the whole command on files of 10⁴ … 10⁶ payments: payments per
second and the peak of memory.
"""

import datetime as dt
import sys
import tempfile
from decimal import Decimal
from pathlib import Path

import processes
from measure import Measured, in_turn
from processes import Command

from dekret.bank.check import CheckedFormat
from dekret.bank.file import BankFile, Written
from dekret.bank.orders import FileFacts
from dekret.model.payments import PAYMENTS, Payee, Payer, Payment
from dekret.packs.bank.formats import format_of
from dekret.packs.library import load
from dekret.values.identifiers import nrb_of

QUICK = "--quick" in sys.argv[1:]
FORMAT = "ELIXIR-0"
COUNT = 2_000 if QUICK else 20_000
SIZES = (1_000, 10_000) if QUICK else (10_000, 100_000, 1_000_000)
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
    checked, _ = format_of(load([Path(__file__).parents[2] / "rules" / "banki"]), FORMAT, DAY)
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


def directory() -> str:
    """The company's file of the whole command."""
    return (
        'kartoteka "BADANA"\n[Firma]\nnazwa = Bursztyn sp. z o.o.\n[Rejestry]\n'
        f"| Rejestr | Rachunek | Format przelewów |\n|---|---|---|\n| BANK | {PAYER.account} | {FORMAT} |\n"
    )


def whole_command(folder: Path) -> None:
    """`dekret bank export` on files of several sizes: payments per second and the peak of memory."""
    base = processes.environment(folder / "bytecode")
    (folder / "firma.kartoteka").write_text(directory(), encoding="utf-8")
    for count in SIZES:
        payments, output = folder / "platnosci.jsonl", folder / f"przelewy-{count}.pli"
        with payments.open("wb") as file:
            file.writelines(PAYMENTS.encode(payment(index)) + b"\n" for index in range(count))
        words = (sys.executable, "-m", "dekret", "bank", "export", str(payments), "-o", str(output), "--force")
        words += ("--rules", str(folder / "firma.kartoteka"), "--date", "2026-01-12")
        run = processes.run(Command("export", words, folder / "said"), base)
        rows = sum(1 for _ in output.open("rb"))
        assert rows == count, rows
        rate = f"{count / run.wall:9,.0f} payments/s"
        say(f"  {count:>9,} payments: wall {run.wall:6.1f} s, user {run.user:6.1f} s, {rate}, peak {run.peak:4.0f} MiB")
        output.unlink()


def main() -> None:
    payments = [payment(index) for index in range(COUNT)]
    theirs = [for_peer(each) for each in payments]
    checked = standard_format()
    own, peer = in_turn(lambda: elixir(checked, payments), lambda: pain(theirs), rounds=ROUNDS)
    say(Measured(f"{COUNT} payments, records to bytes", own, peer, "sepaxml", "<= 0.2").line())
    say(f"  {COUNT / own:,.0f} and {COUNT / peer:,.0f} payments/s: {peer / own:.1f} x, wanted 5 x")
    with tempfile.TemporaryDirectory() as folder:
        whole_command(Path(folder))


if __name__ == "__main__":
    main()
