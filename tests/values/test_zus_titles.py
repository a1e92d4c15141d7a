"""What titles of transfers to ZUS say, and what is none of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dekret.values.zus_titles import ZusTitle, read_zus_title


@pytest.mark.parametrize(
    ("text", "declaration", "period", "number"),
    [
        ("SKŁADKI 12/2025", "", "25M12", ""),
        ("składki ZUS 01/26", "", "26M01", ""),
        ("ZUS DRA 12.2025", "DRA", "25M12", ""),
        ("DRA 2025-12", "DRA", "25M12", ""),
        ("DRA/12/2025", "DRA", "25M12", ""),
        ("dra 01/12/2025", "DRA", "25M12", "01"),
        ("Deklaracja nr 01 za 12/2025", "", "25M12", "01"),
        ("deklaracja 40 12 2025 składki", "", "25M12", "40"),
        ("Składki za GRUDZIEŃ 2025 r.", "", "25M12", ""),
        ("składki za październik 2025", "", "25M10", ""),
        ("ZUS 202512", "", "25M12", ""),
        ("5250000009 P90021512347 S 201712 01", "S", "17M12", "01"),
        ("S20171201", "S", "17M12", "01"),
        ("ZUS DRA", "DRA", "", ""),
    ],
)
def test_what_is_said(text, declaration, period, number):
    assert read_zus_title(text) == ZusTitle(declaration, period, number)


@pytest.mark.parametrize(
    "text", ["składki", "", "wpłata z dnia 15.01.2026", "2026-01-15", "13/2025", "umowa 12/2025/7", "drapak", "01/12"]
)
def test_what_is_not_said(text):
    assert read_zus_title(text) is None


@given(st.text())
def test_any_title_can_be_read(text):
    found = read_zus_title(text)
    assert found is None or found.declaration or found.period
