"""Databases that analyses run on: DuckDB files, PostgreSQL servers. A query only reads; time and rows are limited.

What is handed over is SQL of that engine already; `?` stand for values. Temporary tables live as long as one run.
"""

import datetime as dt
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from dekret.errors import FileError
from dekret.model.results import Cell, ColumnKind, ResultColumn, ResultTable

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a run may take, and how many rows it may give."""

    seconds: float = 300
    rows: int = 100_000


class EngineError(Exception):
    """The engine gave no answer. `place` is the offset in the statement, where it tells one; `stopped`: out of time."""

    def __init__(self, reason: str, *, place: int | None = None, stopped: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.place = place
        self.stopped = stopped


class Engine(Protocol):
    """A database that statements run on, in its own SQL."""

    dialect: str

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
        for setting in _CLOSED:
            connection.execute(setting)

    @classmethod
    def of_file(cls, path: Path) -> "DuckDbEngine":
        """A file, opened to be read only. Raises `FileError` where there is none, or none of DuckDB."""
        import duckdb

        if not path.is_file():
            raise FileError(f"Nie ma pliku bazy {path}.", f"There is no database {path}.")
        try:
            return cls(duckdb.connect(str(path), read_only=True))
        except duckdb.Error as error:
            why = _first_line(error)
            raise FileError(f"Pliku {path} nie da się otworzyć: {why}", f"{path} cannot be opened: {why}") from error

    @classmethod
    def of_script(cls, script: str) -> "DuckDbEngine":
        """A database in memory, filled by statements of DuckDB. Raises `EngineError` with the reason."""
        import duckdb

        try:
            connection = duckdb.connect(":memory:")
            connection.execute(_NO_CASE)
            connection.execute(script)
            return cls(connection)
        except duckdb.Error as error:
            raise EngineError(_first_line(error)) from error

    def run(self, statements: Sequence[str], values: Sequence[object], limits: Limits) -> ResultTable:
        import duckdb

        cursor = self._connection.cursor()
        try:
            with _limited(cursor.interrupt, limits.seconds) as stopped:
                try:
                    for statement in statements[:-1]:
                        cursor.execute(statement)
                    cursor.execute(statements[-1], list(values) or None)
                    rows = cursor.fetchmany(limits.rows + 1)
                except (duckdb.Error, RuntimeError) as error:
                    raise EngineError(_first_line(error), stopped=stopped.is_set()) from error
            described = cursor.description or []
            columns = tuple(ResultColumn(str(each[0]), _kind(str(each[1]))) for each in described)
            shown = tuple(tuple(_cell(cell) for cell in row) for row in rows[: limits.rows])
            return ResultTable(columns, shown, cut=len(rows) > limits.rows)
        finally:
            cursor.close()

    def stop(self) -> None:
        self._connection.interrupt()

    def close(self) -> None:
        self._connection.close()


_NO_CASE = "SET default_collation = 'NOCASE'"
_CLOSED = (
    "SET enable_progress_bar = false",
    _NO_CASE,
    "SET autoinstall_known_extensions = false",
    "SET autoload_known_extensions = false",
    "SET enable_external_access = false",
    "SET python_enable_replacements = false",
    "SET lock_configuration = true",
)
"""Texts compare with no letter case, as in Polish_CI_AS; nothing outside the file can be reached."""


@contextmanager
def _limited(interrupt: "Any", seconds: float) -> Iterator[threading.Event]:
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


def _cell(value: object) -> Cell:
    """A value as results have it: a float becomes the Decimal that prints the same."""
    match value:
        case float():
            return Decimal(repr(value)) if isfinite(value) else None
        case None | bool() | int() | str() | Decimal() | dt.datetime() | dt.date():
            return value
        case _:
            return str(value)


def open_engine(address: str) -> Engine:
    """The engine of an address: a path is a DuckDB file, `postgresql://…` a server. Raises `FileError`."""
    return DuckDbEngine.of_file(Path(address))
