"""PostgreSQL servers that analyses run on. Every query of an author runs where only reading may (`READ ONLY`).

Temporary tables are made empty before that, as PostgreSQL lets a reading transaction fill them but not make them.
psycopg is an extra, `dekret[postgres]`; who names no server does not need it.
"""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dekret.errors import FileError
from dekret.model.results import ColumnKind, ResultColumn, ResultTable
from dekret.sql.kinds import Schema, kind_of
from dekret.store.engines import EngineError, Limits, cell_of

if TYPE_CHECKING:
    from psycopg import Connection, Error

_FETCHED = 2_000
_KINDS = {
    **dict.fromkeys((20, 21, 23), ColumnKind.WHOLE),
    **dict.fromkeys((700, 701, 1700), ColumnKind.NUMBER),
    16: ColumnKind.FLAG,
    1082: ColumnKind.DATE,
    1114: ColumnKind.DATETIME,
}
"""Kinds by the numbers that PostgreSQL gives its types (pg_type.dat)."""
_MAKES = re.compile(r"(?:CREATE TEMP TABLE|DROP TABLE IF EXISTS) ")
_COLUMNS = (
    "SELECT table_schema, table_name, column_name, data_type, numeric_precision, numeric_scale,"
    " character_maximum_length FROM information_schema.columns"
    " WHERE table_schema NOT IN ('pg_catalog', 'information_schema')"
    " ORDER BY table_schema, table_name, ordinal_position"
)


class PostgresEngine:
    """A PostgreSQL server: one connection, one run at a time."""

    dialect = "postgres"

    def __init__(self, connection: "Connection[tuple[object, ...]]") -> None:
        """A connection that commits by itself; see `of_address`."""
        self._connection = connection
        self._schema: Schema | None = None

    @classmethod
    def of_address(cls, address: str) -> "PostgresEngine":
        """A server by `postgresql://user@host/database`. Raises `FileError` where it does not answer."""
        try:
            import psycopg
        except ImportError:
            raise FileError(
                'PostgreSQL wymaga biblioteki psycopg: pip install "dekret[postgres]".',
                'PostgreSQL needs the library psycopg: pip install "dekret[postgres]".',
            ) from None
        try:
            return cls(psycopg.connect(address, autocommit=True, connect_timeout=10, application_name="dekret"))
        except psycopg.Error as error:
            why = _first_line(error)
            raise FileError(f"Z serwerem nie da się połączyć: {why}", f"The server does not answer: {why}") from error

    def schema(self) -> Schema:
        import psycopg

        if self._schema is not None:
            return self._schema
        try:
            rows = self._connection.execute(_COLUMNS).fetchall()
        except psycopg.Error as error:
            raise EngineError(_first_line(error)) from error
        self._schema = Schema.of(
            (str(one), str(two), str(three), kind_of(str(kind), precision=_int(p), scale=_int(s), size=_int(n)))
            for one, two, three, kind, p, s, n in rows
        )
        return self._schema

    def run(self, statements: Sequence[str], values: Sequence[object], limits: Limits) -> ResultTable:
        import psycopg

        number = 0
        try:
            self._connection.execute("DISCARD TEMP")
            self._connection.execute(f"SET statement_timeout = {max(1, int(limits.seconds * 1000))}")
            for number, statement in enumerate(statements[:-1]):  # noqa: B007 - told where it fails
                if _MAKES.match(statement):
                    self._connection.execute(statement)
                else:
                    with self._connection.transaction():
                        self._connection.execute("SET TRANSACTION READ ONLY")
                        self._connection.execute(statement)
            number = len(statements) - 1
            return self._rows(statements[-1], values, limits)
        except psycopg.Error as error:
            raise _told(error, number, _DECLARED if number == len(statements) - 1 else 0) from error

    def _rows(self, statement: str, values: Sequence[object], limits: Limits) -> ResultTable:
        """The rows of the last statement, by a cursor on the server: what is not asked for is not sent."""
        import psycopg

        with self._connection.transaction():
            self._connection.execute("SET TRANSACTION READ ONLY")
            with psycopg.RawServerCursor(self._connection, "dekret") as cursor:
                cursor.itersize = min(_FETCHED, limits.rows + 1)
                cursor.execute(_numbered(statement) if values else statement, list(values) or None)
                rows = cursor.fetchmany(limits.rows + 1)
                described = cursor.description or []
        columns = tuple(ResultColumn(each.name, _KINDS.get(each.type_code, ColumnKind.TEXT)) for each in described)
        shown = tuple(tuple(cell_of(cell) for cell in row) for row in rows[: limits.rows])
        return ResultTable(columns, shown, cut=len(rows) > limits.rows)

    def stop(self) -> None:
        self._connection.cancel_safe(timeout=5)

    def close(self) -> None:
        self._connection.close()


_DECLARED = len('DECLARE "dekret" CURSOR FOR ')
"""A cursor on the server stands before its query, and PostgreSQL counts from there."""


def _told(error: "Error", number: int, before: int) -> EngineError:
    import psycopg

    stopped = isinstance(error, psycopg.errors.QueryCanceled) and "timeout" in str(error)
    position = error.diag.statement_position
    place = int(position) - 1 - before if position else None
    return EngineError(_first_line(error), place=place, statement=number, stopped=stopped)


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0]


def _int(value: object) -> int | None:
    return value if isinstance(value, int) else None


_PIECES = re.compile(r"'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|\?")


def _numbered(statement: str) -> str:
    """`?` outside texts and names as `$1`, `$2` …"""
    count = 0

    def numbered(found: re.Match[str]) -> str:
        nonlocal count
        if found[0] != "?":
            return found[0]
        count += 1
        return f"${count}"

    return _PIECES.sub(numbered, statement)
