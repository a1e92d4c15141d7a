"""SQL Server by pyodbc: the author's T-SQL runs there as it is, nothing is re-printed.

pyodbc is an extra, `dekret[sqlserver]`. It is tested with a connection that only pretends; no server was at hand.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from dekret.errors import FileError
from dekret.model.results import ColumnKind, ResultColumn, ResultTable
from dekret.sql.kinds import Schema, kind_of
from dekret.store.engines import EngineError, Limits, cell_of

if TYPE_CHECKING:
    import pyodbc

_COLUMNS = (
    "SELECT TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME, DATA_TYPE, NUMERIC_PRECISION, NUMERIC_SCALE,"
    " CHARACTER_MAXIMUM_LENGTH FROM INFORMATION_SCHEMA.COLUMNS ORDER BY TABLE_SCHEMA, TABLE_NAME, ORDINAL_POSITION"
)
_TIMED_OUT = ("HYT00", "HYT01")


class SqlServerEngine:
    """A SQL Server: one connection, one run at a time. What a run did to the session is rolled back."""

    dialect = "tsql"

    def __init__(self, connection: "pyodbc.Connection") -> None:
        """A connection that does not commit by itself; see `of_connection_string`."""
        self._connection = connection
        self._cursor: pyodbc.Cursor | None = None

    @classmethod
    def of_connection_string(cls, words: str) -> "SqlServerEngine":
        """A server by `Driver={ODBC Driver 18 for SQL Server};Server=…;Database=…`. Raises `FileError`."""
        try:
            import pyodbc
        except ImportError:
            raise FileError(
                'SQL Server wymaga biblioteki pyodbc: pip install "dekret[sqlserver]".',
                'SQL Server needs the library pyodbc: pip install "dekret[sqlserver]".',
            ) from None
        try:
            return cls(pyodbc.connect(words, autocommit=False, readonly=True, timeout=10))
        except pyodbc.Error as error:
            why = _reason(error)
            raise FileError(f"Z serwerem nie da się połączyć: {why}", f"The server does not answer: {why}") from error

    def schema(self) -> Schema:
        try:
            rows = self._connection.cursor().execute(_COLUMNS).fetchall()
        except Exception as error:
            raise _told(error) from error
        return Schema.of(
            (schema, table, column, kind_of(written, precision=p, scale=s, size=n))
            for schema, table, column, written, p, s, n in rows
        )

    def run(self, statements: Sequence[str], values: Sequence[object], limits: Limits) -> ResultTable:
        """The rows of the last result of a batch: `statements` are one text each, as the author wrote them."""
        cursor = self._connection.cursor()
        self._cursor = cursor
        try:
            self._connection.timeout = max(1, int(limits.seconds))
            cursor.execute("SET NOCOUNT ON")
            cursor.execute(";\n".join(statements), *values)
            while cursor.description is None and cursor.nextset():
                pass
            described = cursor.description or ()
            rows = cursor.fetchmany(limits.rows + 1) if described else []
        except Exception as error:
            raise _told(error) from error
        finally:
            self._cursor = None
            self._connection.rollback()
        columns = tuple(ResultColumn(str(each[0]), _kind(each[1])) for each in described)
        shown = tuple(tuple(cell_of(cell) for cell in row) for row in rows[: limits.rows])
        return ResultTable(columns, shown, cut=len(rows) > limits.rows)

    def stop(self) -> None:
        cursor = self._cursor
        if cursor is not None:
            cursor.cancel()

    def close(self) -> None:
        self._connection.close()


def _kind(python: Any) -> ColumnKind:
    """The kind of a column by the type that pyodbc gives its values."""
    names = {"bool": ColumnKind.FLAG, "int": ColumnKind.WHOLE, "date": ColumnKind.DATE, "datetime": ColumnKind.DATETIME}
    return ColumnKind.NUMBER if python in (Decimal, float) else names.get(python.__name__, ColumnKind.TEXT)


def _told(error: Exception) -> EngineError:
    """An error of pyodbc: its state and its words. SQL Server tells a line at most, and not here."""
    state = str(error.args[0]) if error.args else ""
    if not type(error).__module__.startswith("pyodbc") and not hasattr(error, "args"):
        raise error
    return EngineError(_reason(error), stopped=state in _TIMED_OUT)


def _reason(error: Exception) -> str:
    words = str(error.args[1]) if len(error.args) > 1 else str(error)
    return words.rpartition("]")[2].partition("(")[0].strip() or words
