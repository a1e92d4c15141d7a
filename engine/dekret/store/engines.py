"""Databases that analyses run on, and DuckDB files as the first kind. A query only reads; time and rows are limited.

What is handed over is SQL of that engine already; `?` stand for values. Temporary tables live as long as one run.
"""

import datetime as dt
import re
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from dekret.model.results import Cell, ColumnKind, ResultColumn, ResultTable
from dekret.sql.kinds import Schema, kind_of
from dekret.store.database import look_for_duckdb, not_opened

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a run may take, and how many rows it may give."""

    seconds: float = 300
    rows: int = 100_000


class EngineError(Exception):
    """The engine gave no answer. `stopped`: out of time.

    `place` is the offset in the statement, where the engine tells one; `statement` counts them from 0, -1 is the last.
    """

    def __init__(self, reason: str, *, place: int | None = None, statement: int = -1, stopped: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.place = place
        self.statement = statement
        self.stopped = stopped


class Engine(Protocol):
    """A database that statements run on, in its own SQL."""

    @property
    def dialect(self) -> str: ...

    def schema(self) -> Schema:
        """The tables that queries may name. Raises `EngineError`."""

    def run(self, statements: Sequence[str], values: Sequence[object], limits: Limits) -> ResultTable:
        """The rows of the last statement, whose `?` are `values`. Raises `EngineError`."""

    def stop(self) -> None:
        """Ends a run from another thread; it raises `EngineError`."""

    def close(self) -> None: ...


class DuckDbEngine:
    """A DuckDB database, shut off from other files and the network."""

    dialect = "duckdb"

    def __init__(self, connection: "DuckDBPyConnection") -> None:
        """Shuts the connection off; see `of_file` and `of_script`."""
        self._connection = connection
        self._running: DuckDBPyConnection | None = None
        self._schema: Schema | None = None
        locked = connection.execute("SELECT current_setting('lock_configuration')").fetchone()
        for setting in () if locked == (True,) else _CLOSED:  # a file opened again shares its settings
            connection.execute(setting)

    @classmethod
    def of_file(cls, path: Path) -> "DuckDbEngine":
        """A file, opened to be read only. Raises `FileError` where there is none, or none of DuckDB."""
        import duckdb

        look_for_duckdb(path)
        try:
            return cls(duckdb.connect(str(path), read_only=True))
        except duckdb.Error as error:
            raise not_opened(path, str(error)) from error

    @classmethod
    def of_script(cls, script: str) -> "DuckDbEngine":
        """A database in memory, filled by statements of DuckDB. Raises `EngineError` with the reason."""
        import duckdb

        try:
            connection = duckdb.connect(":memory:")
            connection.execute(script)
            return cls(connection)
        except duckdb.Error as error:
            raise EngineError(_first_line(error)) from error

    def run(self, statements: Sequence[str], values: Sequence[object], limits: Limits) -> ResultTable:
        import duckdb

        cursor = self._connection.cursor()
        self._running = cursor
        number = 0
        try:
            with limited(cursor.interrupt, limits.seconds) as stopped:
                try:
                    for number, statement in enumerate(statements):
                        is_last = number == len(statements) - 1
                        cursor.execute(statement, list(values) if is_last and values else None)
                    rows = cursor.fetchmany(limits.rows + 1)
                except (duckdb.Error, RuntimeError) as error:
                    place = _caret(str(error), statements[number])
                    why = _first_line(error)
                    raise EngineError(why, place=place, statement=number, stopped=stopped.is_set()) from error
            described = cursor.description or []
            columns = tuple(ResultColumn(str(each[0]), _kind(str(each[1]))) for each in described)
            shown = tuple(tuple(cell_of(cell) for cell in row) for row in rows[: limits.rows])
            return ResultTable(columns, shown, cut=len(rows) > limits.rows)
        finally:
            self._running = None
            cursor.close()

    def schema(self) -> Schema:
        import duckdb

        if self._schema is not None:
            return self._schema
        try:
            rows = self._connection.execute(_COLUMNS).fetchall()
        except duckdb.Error as error:
            raise EngineError(_first_line(error)) from error
        self._schema = Schema.of((schema, table, column, kind_of(written)) for schema, table, column, written in rows)
        return self._schema

    def stop(self) -> None:
        running = self._running
        if running is not None:
            running.interrupt()

    def close(self) -> None:
        self._connection.close()


_CLOSED = (
    "SET enable_progress_bar = false",
    "SET autoinstall_known_extensions = false",
    "SET autoload_known_extensions = false",
    "SET enable_external_access = false",
    "SET python_enable_replacements = false",
    "SET lock_configuration = true",
)
"""Nothing outside the file can be reached. That letter case does not count is said in every query (`sql.typed`)."""
_COLUMNS = (
    "SELECT table_schema, table_name, column_name, data_type FROM information_schema.columns"
    " WHERE table_catalog = current_database() ORDER BY table_schema, table_name, ordinal_position"
)


@contextmanager
def limited(interrupt: "Any", seconds: float) -> Iterator[threading.Event]:
    """Calls `interrupt` after a time, and tells whether it did."""
    stopped = threading.Event()

    def end() -> None:
        stopped.set()
        interrupt()

    timer = threading.Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        yield stopped
    finally:
        timer.cancel()


_CARET = re.compile(r"^LINE (\d+): (.*)\n( *)\^", re.MULTILINE)


def _caret(message: str, statement: str) -> int | None:
    """The place in a statement that DuckDB's caret points at; it shows a part of the line, cut with `...`."""
    found = _CARET.search(message)
    if found is None:
        return None
    number, shown, blanks = int(found[1]), found[2], len(found[3]) - len(f"LINE {found[1]}: ")
    lines = statement.splitlines(keepends=True)
    if not 0 < number <= len(lines):
        return None
    start = sum(len(line) for line in lines[: number - 1])
    head = 3 if shown.startswith("...") else 0
    at = lines[number - 1].find(shown.removeprefix("...").removesuffix("..."))
    return None if at < 0 or blanks < head else start + at + blanks - head


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0].rstrip(".") if str(error) else type(error).__name__


def _kind(written: str) -> ColumnKind:
    """The kind of a column by DuckDB's name of its type."""
    name = written.upper()
    if name.startswith("DECIMAL") or name in ("DOUBLE", "FLOAT", "NUMBER"):
        return ColumnKind.NUMBER
    if "INT" in name:
        return ColumnKind.WHOLE
    if name.startswith("TIMESTAMP") or name == "DATETIME":
        return ColumnKind.DATETIME
    if name == "DATE":
        return ColumnKind.DATE
    return ColumnKind.FLAG if name in ("BOOLEAN", "BOOL") else ColumnKind.TEXT


def cell_of(value: object) -> Cell:
    """A value as results have it: a float becomes the Decimal that prints the same."""
    match value:
        case float():
            return Decimal(repr(value)) if isfinite(value) else None
        case None | bool() | int() | str() | Decimal() | dt.datetime() | dt.date():
            return value
        case _:
            return str(value)
