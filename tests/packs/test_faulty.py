"""Hand-made faulty schemes: each is caught by the check or by its case, and its one correction makes it clean."""

import datetime as dt
import tomllib
from pathlib import Path

import pytest

from dekret import api
from dekret.text.source import Source

FOLDER = Path(__file__).parents[1] / "cases" / "faulty"
SHARED = ("proba.plan", "proba.kartoteka")
EXPECTED = tomllib.loads((FOLDER / "oczekiwane.toml").read_text(encoding="utf-8"))
BY_CHECK = sorted(name for name, expected in EXPECTED.items() if "check" in expected)
BY_CASE = sorted(name for name, expected in EXPECTED.items() if "case" in expected)
TODAY = dt.date(2026, 3, 31)


def checked(name, *, corrected=False):
    """The library of one faulty scheme with its case and what they share."""
    sources = []
    for path in (*sorted((FOLDER / name).iterdir()), *(FOLDER / shared for shared in SHARED)):
        text = path.read_text(encoding="utf-8")
        if corrected and path.suffix == ".schemat":
            assert text.count(EXPECTED[name]["zamiast"]) == 1
            text = text.replace(EXPECTED[name]["zamiast"], EXPECTED[name]["ma być"])
        sources.append(Source(str(path), text))
    return api.check_sources(sources)


def failed(library):
    return [result.case.name for result in api.run_cases(library, TODAY) if result.diagnostics]


def test_every_folder_says_how_it_is_caught():
    assert sorted(EXPECTED) == sorted(path.name for path in FOLDER.iterdir() if path.is_dir())
    assert sorted(EXPECTED) == sorted([*BY_CHECK, *BY_CASE])


@pytest.mark.parametrize("name", BY_CHECK)
def test_the_check_finds_the_fault(name):
    expected = EXPECTED[name]
    found = checked(name).report.diagnostics
    assert sorted(d.id for d in found) == sorted([expected["check"], *expected.get("przy okazji", ())])
    assert (expected["check"], expected["linia"]) in {(d.id, d.span.line) for d in found}


@pytest.mark.parametrize("name", BY_CASE)
def test_the_case_finds_the_fault(name):
    library = checked(name)
    assert library.report.ids() == set()
    assert failed(library) == [EXPECTED[name]["case"]]


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_nothing_else_is_wrong(name):
    library = checked(name, corrected=True)
    assert library.report.ids() == set()
    assert failed(library) == []
    assert library.cases or name in BY_CHECK
