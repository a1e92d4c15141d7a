"""Imported bank lines: none lost, none twice, whole imports or nothing, and taken back."""

import datetime as dt
import random
import sys
from array import array
from collections import Counter
from contextlib import contextmanager
from dataclasses import replace
from decimal import Decimal

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dekret.errors import UsageError
from dekret.store import imported_lines
from dekret.store.imported_line_rows import AccountState
from dekret.store.imported_lines import ImportedLines
from dekret.store.ledger import Ledger
from dekret.store.payments import SentPayments
from killed import told_until_killed
from sent_payments import OTHER, OWN, payments
from staged_lines import IMPORT, TIME, lines, transaction
from stored_entries import entry, numbered


@pytest.fixture
def path(tmp_path):
    return tmp_path / "firma.duckdb"


@pytest.fixture
def store(path):
    with ImportedLines.open(path) as opened:
        yield opened


@pytest.fixture(scope="module")
def open_store(tmp_path_factory):
    with ImportedLines.open(tmp_path_factory.mktemp("store") / "firma.duckdb") as opened:
        yield opened


def bring(store, staged, **more):
    """Imports lines within a transaction; gives the ordinals of those that were there."""
    store.stage(staged)
    repeated = store.repeated()
    store.keep(replace(IMPORT, **more), TIME, repeated=repeated)
    return list(repeated)


def bring_in(store, staged, **more):
    with store.transaction():
        return bring(store, staged, **more)


def state(store):
    return [store.database.rows(f"FROM dekret.{table} ORDER BY ALL") for table in ("bank_imports", "imported_lines")]


def hashes(store):
    """The same rows, each told by its hash, which is read faster."""
    hashed = "SELECT hash(found) FROM dekret.{} found ORDER BY ALL"
    return [store.database.rows(hashed.format(table)) for table in ("bank_imports", "imported_lines")]


def kept(store):
    """The lines of imports that were not taken back, as transactions."""
    standing = "SELECT import_id FROM dekret.bank_imports WHERE NOT taken_back"
    query = f"SELECT account, key, date, amount FROM dekret.imported_lines SEMI JOIN ({standing}) USING (import_id)"  # noqa: S608 - our own words
    return Counter(store.database.rows(query))


def without_imports(path):
    """A store of before there were imports."""
    with SentPayments.open(path) as store, store.transaction():
        store.mark(payments(1, 2))
        for table in ("bank_imports", "imported_lines"):
            store.database.rows(f"DROP TABLE dekret.{table}")


# --- which lines are there already


def test_a_statement_imported_again_brings_nothing(store):
    assert bring_in(store, lines("a b c")) == []
    assert bring_in(store, lines("a b c")) == [0, 1, 2]
    assert [each.count for each in store.imports()] == [3, 0]


def test_the_half_that_is_new_is_kept(store):
    bring_in(store, lines("a b c"))
    assert bring_in(store, lines("b c d e")) == [0, 1]
    assert bring_in(store, lines("e d c b a f")) == [0, 1, 2, 3, 4]
    assert sorted(kept(store).values()) == [1] * 6


def test_twins_of_one_statement_are_two_lines_and_a_third_is_new(store):
    assert bring_in(store, lines("a a b")) == []
    assert bring_in(store, lines("a b")) == [0, 1]
    assert bring_in(store, lines("a a a")) == [0, 1]
    assert kept(store)[transaction("a")] == 3


@pytest.mark.parametrize(
    ("there", "staged", "repeated"),
    [
        ("a:1", "a:1", [0]),
        ("a:1", "a:2", []),
        ("a:1", "a:2 a:1", [1]),
        ("a:1 a:1", "a:1 a:1 a:1", [0, 1]),
        ("a:1", "a", [0]),
        ("a", "a:1", [0]),
        ("a", "a:1 a:2", [0]),
        ("a a:1", "a:2 a:1", [0, 1]),
        ("a:1 a:2", "a", [0]),
        ("a:1 a:2", "a a a", [0, 1]),
        ("a:1 a", "a a:2", [0]),
        ("a:1", "a a:1", [1]),
        ("a:1 b", "b:2 a:3", [0]),
    ],
)
def test_references_tell_lines_that_are_alike(store, there, staged, repeated):
    bring_in(store, lines(there))
    assert bring_in(store, lines(staged)) == repeated


def rewritten(words, account=OWN):
    """The lines of these words as a bank writes them another time: all but day, amount and reference are others."""
    return [replace(line, key=line.key ^ 1) for line in lines(words, account)]


@pytest.mark.parametrize(
    ("there", "staged", "changed", "repeated"),
    [
        ("a:1", "", "a:1", {0: 1}),
        ("a:1 b:2", "", "b:2 a:1", {0: 1, 1: 1}),
        ("a", "", "a", {}),
        ("a:1", "", "a:2", {}),
        ("a:1", "", "b:1", {}),
        ("a:1", "a:1", "a:1", {}),
        ("a:1 a:1", "", "a:1", {0: 1}),
        ("a:1", "", "a:1 a:1", {0: 1}),
        ("a:1 bb:1", "", "a:1", {}),
        ("a:1", "bb:1", "a:1", {}),
        ("a:1 bb:2", "", "a:1", {0: 1}),
    ],
)
def test_a_reference_of_the_bank_tells_a_line_in_other_words(store, there, staged, changed, repeated):
    """But not where it stands on several days, nor where the file has the line in the old words, too."""
    bring_in(store, lines(there))
    fresh = lines(staged)
    store.stage([*fresh, *(replace(line, ordinal=line.ordinal + len(fresh)) for line in rewritten(changed))])
    found = store.repeated()
    assert store.rewritten() == {place + len(fresh): import_ for place, import_ in repeated.items()}
    assert set(store.rewritten()) <= set(found)
    assert len(found) == len(set(found)) == len(repeated) + bool("a:1" in staged)
    assert store.file_of(1) == IMPORT.file


def test_what_was_taken_back_and_other_accounts_tell_no_line(store):
    bring_in(store, lines("a:1"))
    assert bring_in(store, rewritten("a:1", account=OTHER)) == []
    with store.transaction():
        store.take_back(1)
    assert bring_in(store, rewritten("a:1")) == []
    assert bring_in(store, lines("a:1")) == [0]
    store.stage(lines("a:1"))
    assert list(store.repeated()) == [0]
    assert store.rewritten() == {0: 3}


def test_lines_of_another_account_are_other_lines(store):
    bring_in(store, lines("a b"))
    assert bring_in(store, lines("a b", account=OTHER)) == []
    assert bring_in(store, [*lines("a"), replace(lines("a", account=OTHER)[0], ordinal=1)]) == [0, 1]


def test_an_account_with_blanks_is_the_same_account(store):
    spaced = "PL " + " ".join((OWN[:2], *(OWN[start : start + 4] for start in range(2, 26, 4))))
    bring_in(store, lines("a", account=spaced), account=spaced)
    assert bring_in(store, lines("a")) == [0]
    assert store.is_known_statement(OWN, "7")
    assert store.state(spaced, "BANK", year=2026) == store.state(OWN, "BANK", year=2026)


def test_any_number_of_64_bits_and_any_words_are_kept_as_they_are(store):
    odd = 'zażółć "cytat" \\ \n\t\0\U0001f600 {"a": [1]} $rows \'x\''
    line = replace(lines("a")[0], key=2**64 - 1, reference=odd, amount=Decimal("-1E+3"))
    half = replace(line, ordinal=1, reference="\udcb1")
    bring_in(store, [line, half], file="\udcb1.sta", register="\udcb1", statement=odd)
    assert [row[3:] for row in state(store)[1]] == [
        (2**64 - 1, line.date, Decimal("-1000.00"), odd),
        (2**64 - 1, line.date, Decimal("-1000.00"), "?"),
    ]
    assert bring_in(store, [line, half]) == [0, 1]
    assert store.imports()[0].bank_import.file == "?.sta"
    assert store.state("x", "\udcb1", year=2026).receipts_to == 3
    assert store.is_known_statement(OWN, odd)


def test_slices_of_keys_decide_as_the_whole_does(store, monkeypatch):
    words = [f"x{seed % 40}:{seed % 3 or ''}" for seed in range(120)]
    bring_in(store, lines(words[:70]))
    store.stage(lines(words[30:]))
    whole = store.repeated()
    monkeypatch.setattr(imported_lines, "_DECIDED_AT_ONCE", 7)
    monkeypatch.setattr(imported_lines, "_AT_ONCE", 9)
    store.stage(lines(words[30:]))
    assert store.repeated() == whole
    assert bring_in(store, lines(words[30:])) == list(whole)
    assert store.imports()[1].count == 90 - len(whole) > 0


# --- what is kept and refused


def test_what_the_caller_does_not_call_repeated_is_kept(store):
    bring_in(store, lines("a b"))
    store.stage(lines("a b"))
    with store.transaction():
        store.keep(IMPORT, TIME, repeated=array("q", [1]))
    assert kept(store) == {transaction("a"): 2, transaction("b"): 1}


def test_staging_begins_anew_and_ends_with_the_import(store):
    store.stage(lines("x y z"))
    store.stage(lines("a"))
    with store.transaction():
        store.keep(IMPORT, TIME, repeated=store.repeated())
    assert kept(store) == {transaction("a"): 1}
    store.begin()
    with pytest.raises(duckdb.CatalogException, match="staged_lines"):
        store.keep(IMPORT, TIME, repeated=array("q"))


def test_what_was_staged_before_outlives_a_roll_back(store):
    store.stage(lines("a b"))
    with pytest.raises(ValueError, match="the report failed"), store.transaction():  # noqa: PT012 - both belong to it
        store.keep(IMPORT, TIME, repeated=store.repeated())
        raise ValueError("the report failed")
    assert state(store) == [[], []]
    with store.transaction():
        assert store.keep(IMPORT, TIME, repeated=store.repeated()) == 1
    assert len(kept(store)) == 2


def test_a_statement_without_lines_is_an_import(store):
    bring_in(store, [], closing=Decimal("5.00"), closing_date=dt.date(2026, 3, 9))
    assert store.imports()[0].count == 0
    assert store.state(OWN, "BANK", year=2026).closing == Decimal("5.00")


def test_an_amount_too_large_is_told_and_parts_of_a_grosz_are_our_mistake(store):
    one = lines("a")[0]
    for amount in ("1E16", "-1E16"):
        with pytest.raises(UsageError) as refused:
            bring_in(store, [replace(one, amount=Decimal(amount))])
        assert "z 2026-03-01" in refused.value.pl
        with pytest.raises(UsageError, match=r"balance of the account .* in wyciag.sta does not fit"):
            bring_in(store, [one], closing=Decimal(amount))
    with pytest.raises(AssertionError, match="parts of a grosz"):
        store.stage([replace(one, amount=Decimal("0.001"))])
    with pytest.raises(AssertionError, match="parts of a grosz"):
        bring_in(store, [one], opening=Decimal("0.001"))
    with pytest.raises(AssertionError, match="one ordinal"):
        store.stage([one, one])
    assert state(store) == [[], []]
    bring_in(store, [replace(one, amount=Decimal("-9999999999999999.99"))], closing=Decimal("9999999999999999.99"))


# --- what imports left


def test_the_state_is_that_of_the_latest_day_and_the_highest_numbers(store):
    def balance(amount, day, **more):
        bring_in(store, [], closing=Decimal(amount), closing_date=day and dt.date(2026, 3, day), **more)

    assert store.state(OWN, "BANK", year=2026) is None
    balance("10.00", 9, receipts_to=2, payments_to=5)
    balance("20.00", 31, receipts_to=4, payments_to=5)
    balance("15.00", 20, receipts_to=4, payments_to=8)
    bring_in(store, lines("a"), closing=None, closing_date=None)
    latest = AccountState(closing=Decimal("20.00"), closing_date=dt.date(2026, 3, 31), receipts_to=4, payments_to=8)
    assert store.state(OWN, "BANK", year=2026) == latest
    assert store.state(OWN, "BANK", year=2027) == replace(latest, receipts_to=0, payments_to=0)
    assert store.state(OTHER, "BANK", year=2026) == replace(latest, closing=None, closing_date=None)
    assert store.state(OTHER, "WALUTA", year=2026) is None
    with store.transaction():
        store.take_back(2)
    assert store.state(OWN, "BANK", year=2026).closing == Decimal("15.00")


def test_a_statement_is_known_by_account_and_whole_number(store):
    bring_in(store, lines("a"), statement="1/2026, 12/2026")
    asked = ("1/2026", "12/2026", "2/2026", "1/2026, 12/2026", "")
    assert [store.is_known_statement(OWN, number) for number in asked] == [True, True, False, False, False]
    assert not store.is_known_statement(OTHER, "1/2026")
    with store.transaction():
        store.take_back(1)
    assert not store.is_known_statement(OWN, "1/2026")


def test_imports_are_listed_with_what_they_were(store):
    whole = replace(IMPORT, opening=Decimal("-1.50"), closing=Decimal("7.00"), closing_date=dt.date(2026, 3, 5))
    warsaw = dt.timezone(dt.timedelta(hours=1))
    store.stage(lines("a b"))
    with store.transaction():
        store.keep(whole, dt.datetime(2026, 3, 6, 0, 30, tzinfo=warsaw), repeated=array("q"))
    [only] = store.imports()
    assert (only.id, only.taken_back, only.count, only.bank_import) == (1, False, 2, whole)
    assert only.time == dt.datetime(2026, 3, 5, 23, 30, tzinfo=dt.UTC)


# --- taking back


def test_an_import_is_taken_back_whole_and_its_lines_come_again(store):
    bring_in(store, lines("a b c"))
    bring_in(store, lines("c d"))
    with store.transaction():
        assert store.take_back(1) == 3
        assert bring(store, lines("a b c d")) == [3]
    assert [(each.id, each.count, each.taken_back) for each in store.imports()] == [
        (1, 3, True),
        (2, 1, False),
        (3, 3, False),
    ]


def test_an_import_that_is_not_there_or_was_taken_back_is_told(store):
    bring_in(store, lines("a"))
    with store.transaction():
        store.take_back(1)
    for number, told in ((1, "jest już cofnięty"), (2, "Nie ma importu 2"), (0, "Nie ma"), (10**30, "Nie ma")):
        with pytest.raises(UsageError) as refused, store.transaction():
            store.take_back(number)
        assert told in refused.value.pl
    bring_in(store, lines("a"))
    assert [each.id for each in store.imports()] == [1, 2]


def test_what_is_taken_back_without_commit_stays(path):
    with ImportedLines.open(path) as store:
        bring_in(store, lines("a"))
        store.begin()
        assert store.take_back(1) == 1
    with ImportedLines.open(path) as store:
        assert not store.imports()[0].taken_back
        assert bring_in(store, lines("a")) == [0]


# --- one file for all


def test_a_ledger_sent_payments_and_imports_share_a_file_and_its_transactions(path):
    with Ledger.open(path) as ledger:
        store, sent = ImportedLines(ledger.database), SentPayments(ledger.database)
        with ledger.transaction():
            ledger.add(numbered(1, 3))
            sent.mark(payments(1, 2))
            bring(store, lines("a"))
        before = state(store)
        with pytest.raises(UsageError), ledger.transaction():  # noqa: PT012 - both belong to it
            bring(store, lines("b"))
            ledger.add([entry(3)])
        assert state(store) == before
    with ImportedLines.open(path) as store:
        assert Ledger(store.database).count() == 3
        assert bring_in(store, lines("a b")) == [0]


def test_an_older_store_gets_the_tables_and_keeps_what_it_has(path):
    without_imports(path)
    with ImportedLines.open(path, read_only=True) as store:
        store.stage(lines("a"))
        assert (store.repeated(), store.imports(), store.state(OWN, "BANK", year=2026)) == (array("q"), [], None)
        assert not store.is_known_statement(OWN, "7")
    with ImportedLines.open(path) as store:
        bring_in(store, lines("a"))
        assert SentPayments(store.database).known(["P1"], OWN) == {"P1"}


def test_a_store_that_is_only_read_tells_what_is_repeated(path):
    with ImportedLines.open(path) as store:
        bring_in(store, lines("a"))
    with ImportedLines.open(path, read_only=True) as store:
        store.stage(lines("b a"))
        assert list(store.repeated()) == [1]
        with pytest.raises(AssertionError):
            store.begin()


# --- whatever the bank gives

_FEW = max(10, settings().max_examples // 4)
"""A store for every example takes its time."""
_DAYS = st.integers(0, 6)
_BANK = st.lists(
    st.tuples(st.sampled_from([OWN, OTHER]), _DAYS, st.sampled_from("xy"), st.sampled_from(["", "1", "2"])),
    max_size=14,
)
_WINDOWS = st.lists(st.tuples(_DAYS, _DAYS, st.booleans(), st.randoms(use_true_random=False)), min_size=1, max_size=4)


@contextmanager
def undone(store):
    """A transaction that leaves nothing: one store serves all examples."""
    store.begin()
    try:
        yield
    finally:
        store.rollback()


@settings(max_examples=_FEW)
@given(_BANK, _WINDOWS)
def test_windows_of_whole_days_bring_each_transaction_once(open_store, bank, windows):
    """Some files leave the references out; each is in an order of its own."""
    seen = set()
    with undone(open_store):
        for one, other, bare, chance in windows:
            first, last = sorted((one, other))
            seen |= set(range(first, last + 1))
            file = [each for each in bank if first <= each[1] <= last]
            chance.shuffle(file)
            bring(open_store, [staged(*each, ordinal=ordinal, bare=bare) for ordinal, each in enumerate(file)])
        assert kept(open_store) == Counter(
            transaction(f"{word}{day}", acc) for acc, day, word, _ in bank if day in seen
        )


def staged(account, day, word, reference, *, ordinal, bare):
    [line] = lines([f"{word}{day}:{'' if bare else reference}"], account=account)
    return replace(line, ordinal=ordinal)


def paired(there, statement):
    """The rule in plain words: equal references first, then one that is empty."""
    free, found = list(there), []
    for fits in (lambda one, other: one == other, lambda one, other: "" in (one[1], other[1]) and one[0] == other[0]):
        for ordinal, line in enumerate(statement):
            other = next((other for other in free if fits(line, other)), None)
            if ordinal not in found and other:
                free.remove(other)
                found.append(ordinal)
    return sorted(found)


_LINES = st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from(["", "", "1", "2", "3"])), max_size=12)


@settings(max_examples=_FEW)
@given(_LINES, _LINES)
def test_lines_are_paired_by_the_rule_in_plain_words(open_store, there, statement):
    with undone(open_store):
        bring(open_store, lines([":".join(line) for line in there]))
        assert bring(open_store, lines([":".join(line) for line in statement])) == paired(there, statement)


# --- large, and killed


BATCH = """
from dekret.store.imported_lines import ImportedLines
from staged_lines import IMPORT, TIME, lines
store = ImportedLines.open(Path({path!r}))
print('ready', flush=True)
store.begin()
done = len(store.imports())
if done:
    store.take_back(done)
store.stage(lines(['x%d' % seed for seed in range(4000)]))
store.keep(IMPORT, TIME, repeated=store.repeated())
print('commit', flush=True)
store.commit()
print('done', flush=True)
store.close()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_killed_at_any_moment_an_import_is_there_whole_or_not_at_all(path):
    """Each import takes back the one before it and brings its lines anew."""
    chance = random.Random(20260305)  # noqa: S311 - chance that comes out the same each time
    with ImportedLines.open(path) as store:
        before = hashes(store)
    for kill in range(6):
        told = told_until_killed(BATCH.format(path=str(path)), chance, in_commit=bool(kill % 2))
        with ImportedLines.open(path) as store:
            after = hashes(store)
            imports = store.imports()
        if after != before:
            assert "commit" in told
            assert len(after[1]) == len(before[1]) + 4000
            assert [each.taken_back for each in imports] == [True] * len(before[0]) + [False]
        else:
            assert "done" not in told
        before = after
