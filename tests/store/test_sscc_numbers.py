"""Numbers of packages in the store: the next free one, kept whole or not at all, never two the same."""

import datetime as dt
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dekret.errors import FileError
from dekret.store.ledger import Ledger
from dekret.store.sscc_numbers import GivenNumber, SsccNumbers
from killed import child, told_until_killed

TIME = dt.datetime(2026, 4, 16, 12, tzinfo=dt.UTC)
SERIES = "35901234567"


def number(serial, series=SERIES):
    return GivenNumber(series=series, serial=serial, sscc=f"{series}{serial:06d}0", advice="A", package=1, time=TIME)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "firma.duckdb"


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    with SsccNumbers.open(tmp_path_factory.mktemp("sscc") / "firma.duckdb") as numbers:
        yield numbers


def keep(numbers, *serials, series=SERIES):
    with numbers.transaction():
        for serial in serials:
            numbers.keep(number(serial, series))


@given(st.sets(st.integers(0, 12)), st.integers(0, 12), st.integers(0, 12))
def test_the_next_free_number_is_the_lowest_one_that_was_not_given(shared, taken, first, last):
    shared.begin()
    for serial in taken:
        shared.keep(number(serial))
    free = [serial for serial in range(first, last + 1) if serial not in taken]
    assert shared.next_free(SERIES, first, last) == (free[0] if free else None)
    assert shared.next_free("4", first, last) == (first if first <= last else None)
    shared.rollback()
    assert shared.given() == []


def test_what_is_kept_is_there_when_the_store_is_opened_again(path):
    with SsccNumbers.open(path) as numbers:
        keep(numbers, 7, 3)
        keep(numbers, 5, series="4")
    with SsccNumbers.open(path, read_only=True) as numbers:
        assert [each.serial for each in numbers.given()] == [3, 7, 5]
        assert numbers.owner(number(7).sscc) == number(7)
        assert numbers.owner("1") is None


def test_no_number_is_kept_twice(path):
    with SsccNumbers.open(path) as numbers:
        keep(numbers, 7)
        with pytest.raises(AssertionError):
            keep(numbers, 8, 7)
        assert [each.serial for each in numbers.given()] == [7]


def test_an_older_store_gets_the_table_and_one_that_is_read_does_without(path):
    with Ledger.open(path) as ledger:
        ledger.database.rows("DROP TABLE dekret.sscc_numbers")
    with SsccNumbers.open(path, read_only=True) as numbers:
        assert (numbers.given(), numbers.owner("1"), numbers.next_free(SERIES, 5, 9)) == ([], None, 5)
        assert numbers.next_free(SERIES, 5, 4) is None
    with SsccNumbers.open(path) as numbers:
        keep(numbers, 1)


def test_two_programs_at_once_never_take_one_number(path):
    code = f"""
from dekret.store.sscc_numbers import SsccNumbers
with SsccNumbers.open(Path({str(path)!r})) as numbers:
    numbers.begin()
    print("taken", numbers.next_free({SERIES!r}, 1, 9), flush=True)
    sys.stdin.readline()
"""
    import subprocess

    with child(code, stdin=subprocess.PIPE) as other:
        assert other.stdout.readline() == "taken 1\n"
        with pytest.raises(FileError, match="another program"):
            SsccNumbers.open(path)
        other.communicate("go on\n")
    with SsccNumbers.open(path) as numbers:
        assert numbers.next_free(SERIES, 1, 9) == 1


@pytest.mark.parametrize("seed", range(4))
def test_killed_a_run_has_kept_all_its_numbers_or_none(path, seed):
    code = f"""
import time
sys.path.insert(0, {str(path.parent)!r})
from dekret.store.sscc_numbers import GivenNumber, SsccNumbers
import datetime as dt
TIME = dt.datetime(2026, 4, 16, 12, tzinfo=dt.UTC)
with SsccNumbers.open(Path({str(path)!r})) as numbers:
    print("ready", flush=True)
    numbers.begin()
    for serial in range(50):
        numbers.keep(GivenNumber(series="3", serial=serial, sscc=f"3{{serial}}", advice="A", package=1, time=TIME))
    print("commit", flush=True)
    numbers.commit()
    print("done", flush=True)
"""
    told = told_until_killed(code, random.Random(seed), in_commit=seed % 2 == 1)  # noqa: S311 - a place to be killed at
    with SsccNumbers.open(path) as numbers:
        kept = len(numbers.given())
    assert kept in (0, 50)
    assert kept == 50 or "done" not in told
