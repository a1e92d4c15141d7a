"""The demo database in its smallest size, made once for a run of the tests."""

import datetime as dt

import pytest

from dekret import api

DAY = dt.date(2026, 3, 31)


@pytest.fixture(scope="session")
def small_demo(tmp_path_factory):
    """A DuckDB file of three years until `DAY` with about 5000 journal lines; whoever writes to it takes a copy."""
    path = tmp_path_factory.mktemp("demo") / "firma.duckdb"
    api.fill_demo_database(path, DAY, years=3, lines=5000, force=False)
    return path
