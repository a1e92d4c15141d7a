"""The demo database: a DuckDB file with the tables of an Optima company, filled from the posted sample company.

The first documents are posted by the engine; more of them are these again, with other parties of the same kind, other
numbers and larger amounts, made inside DuckDB by the scripts of `rules/demo/baza`, month after month. The same years
and lines give the same rows on every machine.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from dekret.demo.history import history
from dekret.demo.layout import packed
from dekret.demo.parties import contractors_for
from dekret.demo.period import Period
from dekret.demo.staged import Stages
from dekret.demo.staged_columns import COLUMNS
from dekret.demo.words import words
from dekret.errors import FileError
from dekret.store.database import Database, create_database
from dekret.store.files import whole_file
from dekret.store.staging import stage
from dekret.store.tables import FOLDER, SCHEMA, tables

POSTED = 100_000
"""Up to so many lines are all posted by the engine."""
_LINES_EACH = 5
_OTHERS = 70
"""Lines a month that are not of documents: payroll, depreciation, opening balances."""
_RECORDS = 16
"""Lines a month of additional records, which are repeated with the documents."""
_AT_ONCE = 250_000
"""About so many lines are made at once: more would take memory, fewer leave the file in pieces."""
_MONTHLY = "30-miesiace.sql"

Progress = Callable[[int, int], None]
"""Told the step just made, and how many there are."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A table of the finished database, and its rows."""

    table: str
    rows: int


def fill_database(  # noqa: PLR0913 - size and way of one file
    path: Path, last: dt.date, *, years: int, lines: int, force: bool = False, progress: Progress | None = None
) -> list[Filled]:
    """Writes the database with about so many journal lines, whole or not at all; tells the rows of its tables.

    `last` is a day of the last of the years. Raises `FileError`; a file that is there is replaced by `force` alone.
    """
    if path.exists() and not force:
        raise FileError(
            f"Plik {path} już jest. Podaj inną ścieżkę albo dodaj --force, a zostanie zastąpiony.",
            f"The file {path} is there already. Name another path, or add --force to replace it.",
        )
    period = Period(dt.date(last.year - years + 1, 1, 1), 12 * years)
    months = period.months
    copies = max(1, round(lines / POSTED))
    posted = max(500, lines // copies - months * (_OTHERS // copies + _RECORDS))
    made = history(period, posted, contractors_for(lines // _LINES_EACH))
    with whole_file(path) as beside:
        database = create_database(beside)
        try:
            steps = _steps(database, Stages(made), period, copies, _parts(months, lines))
            many = sum(1 for _ in _scripts()) - 1 + len(_parts(months, lines))
            for step, _ in enumerate(steps, 1):
                if progress:
                    progress(step, many)
            return [
                Filled(table.name, database.number(f"SELECT count(*) FROM {SCHEMA}.{table.name}")) for table in tables()
            ]
        finally:
            database.close()


def _parts(months: int, lines: int) -> list[tuple[int, int]]:
    """The months that are made together, the first and the last of each part.

    >>> _parts(36, 10_000), _parts(36, 1_000_000)
    ([(0, 35)], [(0, 8), (9, 17), (18, 26), (27, 35)])
    """
    many = min(months, -(-lines // _AT_ONCE))
    ends = [months * part // many for part in range(many + 1)]
    return [(first, until - 1) for first, until in pairwise(ends)]


def _steps(
    database: Database, stages: Stages, period: Period, copies: int, parts: list[tuple[int, int]]
) -> Iterator[None]:
    for name, rows in stages.all():
        stage(database, name, COLUMNS[name], rows())
    _set(database, "first_year", period.first.year)
    _set(database, "years", period.months // 12)
    _set(database, "copies", copies)
    _set(database, "company", words().company)
    last = dt.date(period.first.year + period.months // 12 - 1, 12, 31)
    for variable, day in (("first", period.first), ("last", last)):
        database.rows(f"SET VARIABLE {variable} = TIMESTAMP '{day.isoformat()}'")
    database.rows(f"CREATE SCHEMA {SCHEMA}")
    for described in tables():
        if not described.view:
            database.rows(described.ddl)
    for script, statements in _scripts():
        for first, until in parts if script == _MONTHLY else [(0, period.months - 1)]:
            _set(database, "from_month", first)
            _set(database, "to_month", until)
            database.begin()
            for statement in statements:
                database.rows(statement)
            database.commit()
            yield


def _set(database: Database, name: str, value: str | int) -> None:
    database.rows(f"SET VARIABLE {name} = $value", {"value": value})


def _scripts() -> Iterator[tuple[str, list[str]]]:
    """The scripts by name, each cut into its statements, which end a line with a semicolon."""
    for path in sorted((packed("demo") / FOLDER).glob("*.sql")):
        text = path.read_text(encoding="utf-8")
        yield path.name, [statement for statement in text.split(";\n") if statement.strip()]
