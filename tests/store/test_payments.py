"""Sent payments: told once, whole runs or nothing, and taken back where a bank refused them."""

import datetime as dt
import hashlib
import random
import sys
import time
from dataclasses import replace
from decimal import Decimal

import pytest

from dekret.errors import UsageError
from dekret.model.payments import Payee, Payment
from dekret.store.ledger import Ledger
from dekret.store.payment_rows import sent
from dekret.store.payments import SentPayments
from killed import told_until_killed
from sent_payments import FILE, OTHER, OWN, payments
from stored_entries import entry, numbered


@pytest.fixture
def path(tmp_path):
    return tmp_path / "firma.duckdb"


@pytest.fixture
def store(path):
    with SentPayments.open(path) as opened:
        yield opened


def mark(store, batch):
    with store.transaction():
        return store.mark(batch)


def state(store):
    tables = ("sent_files", "sent_payments", "taken_back_payments")
    return [store.database.rows(f"FROM dekret.{table} ORDER BY ALL") for table in tables]


def without_payments(path):
    """A store of before there were sent payments."""
    with Ledger.open(path) as ledger, ledger.transaction():
        ledger.add(numbered(1, 3))
        for table in ("sent_files", "sent_payments", "taken_back_payments"):
            ledger.database.rows(f"DROP TABLE dekret.{table}")


def test_what_is_marked_is_known_from_the_account_that_paid(path):
    with SentPayments.open(path) as store:
        assert mark(store, iter(payments(1, 25_000))) == 25_000
    asked = [f"P{seed}" for seed in range(24_001, 70_000)]
    with SentPayments.open(path, read_only=True) as store:
        assert store.known(asked, OWN) == set(asked[:1000])
        assert store.known(asked, OTHER) == set()
        assert store.known([], OWN) == set()


def test_an_account_with_blanks_is_the_same_account(store):
    spaced = "PL " + " ".join((OWN[:2], *(OWN[start : start + 4] for start in range(2, 26, 4))))
    mark(store, [replace(payments(1, 1)[0], own_account=spaced)])
    assert store.known(["P1"], OWN) == store.known(["P1"], spaced) == {"P1"}
    with pytest.raises(UsageError, match="is sent already"):
        mark(store, payments(1, 1))


def test_the_same_number_of_two_companies_is_two_payments(store):
    mark(store, [payments(1, 1)[0], payments(1, 1, own_account=OTHER)[0]])
    assert store.exports()[0].count == 2


@pytest.mark.parametrize("batch", [[3], [9, 9], [9, 3]])
def test_a_payment_leaves_once_and_nothing_of_the_batch_stays(store, batch):
    mark(store, payments(1, 5))
    before = state(store)
    with pytest.raises(UsageError) as refused:
        mark(store, [payments(seed, 1, file=replace(FILE, export_id=2))[0] for seed in batch])
    assert f"Płatność FZ/{batch[-1]}/2026 jest już wysłana z rachunku {OWN}" in refused.value.pl
    assert state(store) == before
    mark(store, payments(6, 1))


def test_the_table_itself_refuses_a_payment_twice(store):
    mark(store, payments(1, 1))
    store.begin()
    with pytest.raises(AssertionError, match=r"[Dd]uplicate"):
        store.database.rows("INSERT INTO dekret.sent_payments FROM dekret.sent_payments")


def test_an_amount_too_large_is_told_and_parts_of_a_grosz_are_our_mistake(store):
    one = payments(1, 1)[0]
    with pytest.raises(UsageError, match="does not fit"):
        mark(store, [replace(one, amount=Decimal("1E16"))])
    for amount in ("0.001", "0", "-1"):
        with pytest.raises(AssertionError):
            mark(store, [replace(one, amount=Decimal(amount))])
    mark(store, [replace(one, amount=Decimal("9999999999999999.99"))])


def test_a_payment_with_odd_words_is_kept_as_it_is(store):
    odd = 'zażółć "cytat" \\ \n\t\U0001f600 {"a": [1]} $rows \'x\''
    payment = Payment(
        id=odd, number=odd, state="approved", amount=Decimal("1.50"), party=Payee(name=odd), account="DE89 3704"
    )
    mark(store, [sent(payment, own_account=OWN, day=dt.date(2026, 3, 5), file=replace(FILE, name="\udcb1.pli"))])
    assert store.known([odd], OWN) == {odd}
    rows = store.database.rows("FROM dekret.sent_payments")
    kept = (1, odd, OWN, odd, odd, "DE893704", Decimal("1.50"), "PLN", "ordinary", dt.date(2026, 3, 5))
    assert rows == [kept]
    assert store.exports()[0].file.name == "?.pli"


def test_the_runs_are_listed_file_by_file_with_sums_of_each_currency(store):
    assert store.next_export() == 1
    tax = replace(FILE, name="us.txt", sha256=hashlib.sha256(b"us").hexdigest())
    mark(store, [*payments(1, 3), payments(4, 1, currency="EUR")[0], *payments(5, 1, file=tax, kind="tax")])
    assert store.next_export() == 2
    first, second = store.exports()
    assert (first.id, first.file, first.count, first.taken_back) == (1, FILE, 4, False)
    assert first.sums == (("EUR", Decimal("4.41")), ("PLN", Decimal("7.23")))
    assert (second.file, second.count, second.sums) == (tax, 1, (("PLN", Decimal("5.41")),))


def test_the_time_is_the_same_moment_in_any_zone(store):
    warsaw = dt.timezone(dt.timedelta(hours=1))
    mark(store, payments(1, 1, file=replace(FILE, time=dt.datetime(2026, 3, 5, 0, 30, tzinfo=warsaw))))
    assert store.exports()[0].file.time == dt.datetime(2026, 3, 4, 23, 30, tzinfo=dt.UTC)


def test_a_run_is_taken_back_whole_and_its_payments_leave_again(store):
    tax = replace(FILE, name="us.txt")
    mark(store, [*payments(1, 10), *payments(11, 5, file=tax)])
    mark(store, payments(20, 2, file=replace(FILE, export_id=2)))
    before = store.exports()
    with store.transaction():
        assert store.take_back(1) == 15
        assert store.known(["P1", "P11", "P20"], OWN) == {"P20"}
        assert store.mark(payments(1, 3, file=replace(FILE, export_id=store.next_export()))) == 3
    assert [(each.id, each.count, each.taken_back) for each in store.exports()] == [
        (1, 10, True),
        (1, 5, True),
        (2, 2, False),
        (3, 3, False),
    ]
    assert [each.sums for each in store.exports()[:3]] == [each.sums for each in before]


def test_a_run_that_is_not_there_or_was_taken_back_is_told(store):
    mark(store, payments(1, 2))
    with store.transaction():
        store.take_back(1)
    for number, told in ((1, "jest już cofnięty"), (2, "Nie ma eksportu 2"), (0, "Nie ma"), (10**30, "Nie ma")):
        with pytest.raises(UsageError) as refused, store.transaction():
            store.take_back(number)
        assert told in refused.value.pl
    assert store.next_export() == 2


def test_a_run_goes_on_but_its_number_is_given_to_no_other(path):
    with SentPayments.open(path) as store:
        mark(store, payments(1, 2))
        mark(store, payments(3, 2))
        assert [each.count for each in store.exports()] == [4]
        with pytest.raises(AssertionError, match="another one"):
            mark(store, payments(5, 1, file=replace(FILE, time=FILE.time + dt.timedelta(seconds=1))))
        with store.transaction():
            store.take_back(1)
        assert store.next_export() == 2
        with pytest.raises(AssertionError, match="is taken back"):
            mark(store, payments(1, 2))


def test_what_is_taken_back_without_commit_stays_sent(path):
    with SentPayments.open(path) as store:
        mark(store, payments(1, 9))
        store.begin()
        assert store.take_back(1) == 9
    with SentPayments.open(path) as store:
        assert len(store.known([f"P{seed}" for seed in range(1, 10)], OWN)) == 9
        assert not store.exports()[0].taken_back


def test_a_ledger_and_sent_payments_share_a_file_and_its_transactions(path):
    with Ledger.open(path) as ledger:
        store = SentPayments(ledger.database)
        with ledger.transaction():
            ledger.add(numbered(1, 3))
            store.mark(payments(1, 2))
        other = replace(FILE, export_id=2)
        with pytest.raises(UsageError), ledger.transaction():  # noqa: PT012 - both belong to it
            store.mark(payments(7, 1, file=other))
            ledger.add([entry(3)])
        assert store.known(["P1", "P7"], OWN) == {"P1"}
        mark(store, payments(7, 1, file=other))
        assert [each.id for each in store.exports()] == [1, 2]
    with SentPayments.open(path) as store:
        assert Ledger(store.database).count() == 3


def test_an_older_store_gets_the_tables_and_keeps_its_entries(path):
    without_payments(path)
    with SentPayments.open(path, read_only=True) as store:
        assert (store.known(["P1"], OWN), store.exports(), store.next_export()) == (set(), [], 1)
    with SentPayments.open(path) as store:
        mark(store, payments(1, 1))
    with Ledger.open(path) as ledger:
        assert list(ledger.entries()) == numbered(1, 3)


def test_a_hundred_thousand_payments_take_seconds(store):
    start = time.perf_counter()
    mark(store, payments(1, 100_000))
    store.known([f"P{seed}" for seed in range(1, 200_000)], OWN)
    assert time.perf_counter() - start < 30, "it takes three on two quiet cores"


BATCH = """
from dataclasses import replace
from dekret.store.payments import SentPayments
from sent_payments import FILE, payments
store = SentPayments.open(Path({path!r}))
print('ready', flush=True)
store.begin()
run = replace(FILE, export_id=store.next_export())
if run.export_id > 1:
    store.take_back(run.export_id - 1)
for first in range(1, 4001, 400):
    store.mark(payments(first, 400, file=run))
print('commit', flush=True)
store.commit()
print('done', flush=True)
store.close()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_killed_at_any_moment_a_run_is_there_whole_or_not_at_all(path):
    """Each run takes back the one before it and sends its payments anew."""
    chance = random.Random(20260305)  # noqa: S311 - chance that comes out the same each time
    with SentPayments.open(path) as store:
        before = state(store)
    for kill in range(8):
        told = told_until_killed(BATCH.format(path=str(path)), chance, in_commit=bool(kill % 2))
        with SentPayments.open(path) as store:
            after = state(store)
        if after != before:
            assert "commit" in told
            runs = len(after[0])
            assert runs == len(before[0]) + 1
            assert [len(rows) for rows in after[1:]] == [4000, 4000 * (runs - 1)]
            assert {row[0] for row in after[1]} == {runs}
        else:
            assert "done" not in told
        before = after


def test_what_was_sent_again_is_back_in_the_run_that_nobody_took_back(store):
    mark(store, payments(1, 3))
    first = state(store)
    for number in (2, 3):
        with store.transaction():
            store.mark(payments(2, 2, file=replace(FILE, export_id=number)), again=True)
    with store.transaction():
        store.take_back(2)
        assert store.known(["P1", "P2", "P3"], OWN) == {"P1", "P2", "P3"}
    with store.transaction():
        assert store.take_back(3) == 2
    assert state(store)[1] == first[1]
    with store.transaction():
        assert store.take_back(1) == 3
        assert store.known(["P1", "P2", "P3"], OWN) == set()
