"""SSCC of the company: padded, checked, never twice, ended where a series ends."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from awizos import AWIZO, with_package
from dekret.despatch.sscc import Series, packages_to_number
from dekret.model.directory import SsccSettings
from dekret.packs.despatch.files import advice_text
from dekret.packs.despatch.numbers import number_packages
from dekret.packs.despatch.run import Awizo
from dekret.store.sscc_numbers import SsccNumbers
from dekret.text.report import Report
from dekret.text.source import Source
from dekret.values.gs1 import is_sscc

TIME = dt.datetime(2026, 4, 16, 12, tzinfo=dt.UTC)
SETTINGS = SsccSettings("3", "590", "1234567", "1")
WITHOUT = replace(AWIZO, packages=tuple(replace(each, sscc="") for each in AWIZO.packages))


@pytest.mark.parametrize(
    ("extension", "company", "serial", "expected"),
    [
        ("3", "1234567", 42, "359012345670000429"),
        ("0", "1234", 1, "059012340000000017"),
        ("9", "12345", 99999999, "959012345999999994"),
        ("0", "654321", 17, "059065432100000171"),
    ],
)
def test_worked_examples_of_the_standard(extension, company, serial, expected):
    series = Series.of(SsccSettings(extension, "590", company, "1"))
    assert series.sscc(serial) == expected
    assert series.serial(expected) == serial


digits = st.text("0123456789", min_size=4, max_size=7)


@given(st.sampled_from("0123456789"), digits, st.data())
def test_numbers_have_eighteen_digits_and_lead_back(extension, company, data):
    series = Series.of(SsccSettings(extension, "590", company, "0"))
    assert series.last == 10 ** (13 - len(company)) - 1
    serial = data.draw(st.integers(0, series.last))
    sscc = series.sscc(serial)
    assert is_sscc(sscc)
    assert series.serial(sscc) == serial


def numbered(advice, database, settings=SETTINGS, packages=()):
    text = advice_text(advice)
    opened = Awizo(advice, Report(), Source("awizo.json", text).span(0, len(text)))
    return number_packages(opened, settings, database, TIME, packages)


@pytest.fixture
def database(tmp_path):
    return tmp_path / "firma.duckdb"


def given_of(database):
    with SsccNumbers.open(database, read_only=True) as numbers:
        return [(each.serial, each.advice, each.package) for each in numbers.given()]


def serials(advice):
    return [Series.of(SETTINGS).serial(each.sscc) if each.sscc else None for each in advice.packages]


def test_packages_without_a_number_get_the_next_free_ones(database):
    found = numbered(WITHOUT, database)
    assert (serials(found.awizo.advice), found.count) == ([1, 2, 3], 3)
    assert given_of(database) == [(1, "17042026", 1), (2, "17042026", 2), (3, "17042026", 3)]
    again = numbered(found.awizo.advice, database)
    assert (again.awizo.advice, again.count) == (found.awizo.advice, 0)


def test_the_next_awizo_goes_on_and_gaps_are_filled(database):
    first = with_package(WITHOUT, 1, sscc=Series.of(SETTINGS).sscc(2))
    assert serials(numbered(first, database).awizo.advice) == [2, 1, 3]
    other = replace(WITHOUT, number="1704202601")
    assert serials(numbered(other, database).awizo.advice) == [4, 5, 6]


def test_a_new_number_for_one_package_and_the_old_one_is_not_given_again(database):
    numbered(AWIZO, database)
    found = numbered(AWIZO, database, packages=(2,))
    assert serials(found.awizo.advice) == [1, 4, 3]
    assert serials(numbered(replace(WITHOUT, number="X"), database).awizo.advice) == [5, 6, 7]


def test_a_series_begins_where_the_settings_say_and_ends(database):
    late = SsccSettings("3", "590", "1234567", "999998")
    found = numbered(WITHOUT, database, late)
    assert found.awizo.advice is None
    (said,) = found.awizo.report.diagnostics
    assert said.id == "awizo/sscc-exhausted"
    assert ("2" in said.message.pl, "3" in said.message.pl) == (True, True)
    assert given_of(database) == [], "all or none"
    assert (
        serials(numbered(WITHOUT, database, SsccSettings("4", "590", "1234567", "999997")).awizo.advice) == [None] * 3
    )


def test_a_number_of_another_awizo_is_told_and_can_be_replaced(database):
    numbered(AWIZO, database)
    copied = replace(AWIZO, number="1704202601")
    found = numbered(with_package(copied, 3, sscc=""), database)
    assert {each.id for each in found.awizo.report.diagnostics} == {"awizo/sscc-of-another"}
    assert serials(numbered(copied, database, packages=(1, 2, 3)).awizo.advice) == [4, 5, 6]


def test_numbers_of_other_companies_are_left_alone(database):
    foreign = with_package(WITHOUT, 1, sscc="059012340000000017")
    found = numbered(foreign, database).awizo.advice
    assert found.packages[0].sscc == "059012340000000017"
    assert [each[0] for each in given_of(database)] == [1, 2]


def test_nothing_is_given_where_something_is_said(database):
    for advice, settings, packages, expected in (
        (WITHOUT, None, (), "awizo/no-sscc-settings"),
        (replace(WITHOUT, approved=True), SETTINGS, (), "awizo/approved"),
        (WITHOUT, SETTINGS, (9,), "awizo/no-such-package"),
    ):
        found = numbered(advice, database, settings, packages)
        assert found.awizo.advice is None
        assert {each.id for each in found.awizo.report.diagnostics} == {expected}
    assert not database.exists()


def test_which_packages_are_numbered():
    assert packages_to_number(with_package(AWIZO, 2, sscc=""), ()) == (1,)
    assert packages_to_number(AWIZO, (3, 1)) == (0, 2)
