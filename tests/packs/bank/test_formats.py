"""Formats based on others: on the one that holds on the day."""

import datetime as dt
from pathlib import Path

import pytest

from dekret.errors import UsageError
from dekret.packs.bank.formats import check_formats, format_of
from dekret.packs.library import load_sources
from dekret.text.source import Source

BANKS = Path(__file__).parents[3] / "rules" / "banki"
BASE = """format "BAZA"
{valid}
[Ogólne]
nazwa = {name}
format do = eksport
kodowanie = UTF8
separator pól = ";"
[Pozycje]
| Pole | Typ | Wymagane |
|------|-----|----------|
| Kwota płatności | Liczba <#.## | tak |
"""
OLD = BASE.format(valid="obowiązuje do = 2025-12-31", name="dawny")
NEW = BASE.format(valid="obowiązuje od = 2026-01-01", name="nowy")


def name_of(symbol: str, day: dt.date, *texts: str) -> str:
    library = load_sources([Source(f"{number}.format", text) for number, text in enumerate(texts)])
    library.standard = (BANKS,)
    check_formats(library)
    checked, report = format_of(library, symbol, day)
    assert checked
    assert not report.has_errors
    assert not library.report.has_errors, library.report.diagnostics
    return checked.format.name


def test_a_base_is_the_one_of_the_day():
    derived = 'format "X"\nna podstawie = BAZA\n'
    for texts in ((OLD, NEW, derived), (derived, NEW, OLD)):
        assert name_of("X", dt.date(2025, 6, 1), *texts) == "dawny"
        assert name_of("X", dt.date(2026, 6, 1), *texts) == "nowy"


def test_a_later_version_may_be_based_on_the_one_before():
    later = 'format "BAZA"\nna podstawie = BAZA\nobowiązuje od = 2026-01-01\n[Ogólne]\nrozszerzenie = pli\n'
    assert name_of("BAZA", dt.date(2026, 6, 1), OLD, later) == "dawny"


def test_versions_of_the_users_own_may_stand_for_one_standard_format():
    texts = [
        f'format "ELIXIR-0"\nna podstawie = ELIXIR-0\nobowiązuje {valid}\n[Ogólne]\nnazwa = {name}\n'
        for valid, name in (("do = 2025-12-31", "moj dawny"), ("od = 2026-01-01", "moj nowy"))
    ]
    assert name_of("ELIXIR-0", dt.date(2025, 6, 1), *texts) == "moj dawny"
    assert name_of("ELIXIR-0", dt.date(2026, 6, 1), *texts) == "moj nowy"


def test_a_format_that_does_not_hold_then_is_not_said_to_be_unknown():
    library = load_sources([Source("baza.format", OLD)])
    assert not library.report.diagnostics
    with pytest.raises(UsageError, match="The format baza does not hold on 2026-01-15"):
        format_of(library, "baza", dt.date(2026, 1, 15))
