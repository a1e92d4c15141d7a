"""The pack `rules/analizy`: its cases on both engines (seeds/001:725-1203)."""

import datetime as dt
from functools import cache

import duckdb
import pytest

from dekret import api, assets
from dekret.packs.chart import run_case
from dekret.store.postgres import PostgresEngine

PACK = assets.folder("rules") / "analizy"
RULES = api.check([PACK])
DAY = dt.date(2026, 3, 31)


def test_the_pack_is_clean():
    assert [found for found in RULES.report.diagnostics if found.severity is not api.Severity.INFO] == []


@pytest.fixture(scope="module")
def results():
    return {id(result.case): result for result in api.run_chart_cases(RULES, DAY)}


@pytest.fixture(scope="module")
def postgres_results(postgres_address):
    """The results of the same cases on a server; every script is a database of its own there."""
    psycopg = pytest.importorskip("psycopg", reason="no psycopg here (pip install 'dekret[postgres]')")
    engines = []

    @cache
    def engine(script):
        name = f"analizy{len(engines)}"
        with psycopg.connect(postgres_address, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        address = postgres_address.replace("/postgres?", f"/{name}?")
        with psycopg.connect(address, autocommit=True) as connection:
            copy(script, connection)
        engines.append(PostgresEngine.of_address(address))
        return engines[-1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(run_case, "_engine", engine)
        yield {id(result.case): result for result in api.run_chart_cases(RULES, DAY)}
    for each in engines:
        each.close()


def copy(script, connection):
    """The tables that a script makes in DuckDB, made on a server with names as they are written."""
    database = duckdb.connect(":memory:")
    database.execute(script)
    connection.execute('CREATE SCHEMA "CDN"')
    columns = (
        "SELECT column_name, data_type FROM information_schema.columns WHERE table_name = ? ORDER BY ordinal_position"
    )
    for (table,) in database.execute("SELECT table_name FROM information_schema.tables").fetchall():
        kinds = database.execute(columns, [table]).fetchall()
        listed = ", ".join(f'"{name}" {kind.replace("TINYINT", "SMALLINT")}' for name, kind in kinds)
        connection.execute(f'CREATE TABLE "CDN"."{table}" ({listed})')
        rows = database.execute(f'SELECT * FROM "CDN"."{table}"').fetchall()
        with connection.cursor() as cursor:
            cursor.executemany(f'INSERT INTO "CDN"."{table}" VALUES ({", ".join(["%s"] * len(kinds))})', rows)


def told(result):
    return [each.message.pl + (each.detail.pl if each.detail else "") for each in result.diagnostics]


@pytest.mark.parametrize("case", RULES.chart_cases, ids=lambda case: f"{case.chart}: {case.name}")
def test_case(case, results):
    assert told(results[id(case)]) == []


@pytest.mark.parametrize("case", RULES.chart_cases, ids=lambda case: f"{case.chart}: {case.name}")
def test_case_on_postgres(case, postgres_results):
    assert told(postgres_results[id(case)]) == []


def test_every_analysis_has_three_cases_or_hangs_below_one():
    counts = {}
    for case in RULES.chart_cases:
        counts[case.chart.casefold()] = counts.get(case.chart.casefold(), 0) + 1
    symbols = [each.symbol for _, each in RULES.charts if type(each).__name__ == "Chart" and each.calls]
    assert symbols
    assert [symbol for symbol in symbols if counts.get(symbol.casefold(), 0) < 3] == []


def test_what_several_analyses_ask_for_stands_in_an_insert():
    asked = [
        line
        for path in sorted(PACK.rglob("*.w*"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.startswith("@PAR ?@") and not line.startswith("@PAR ?@H")
    ]
    assert len(asked) > 30
    assert [line for line in set(asked) if asked.count(line) > 1] == []
