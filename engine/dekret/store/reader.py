"""Statements of other people over an open DuckDB file: looked at, and run so that they can change nothing."""

import re
from typing import TYPE_CHECKING

from dekret.store.database import Database, Row, Values

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_BEFORE = re.compile(r"(?:\s|\(|--[^\n]*(?:\n|$)|/\*.*?\*/)*", re.DOTALL)
_READS = re.compile(r"(?:SELECT|WITH|VALUES)\b", re.IGNORECASE)
_ACTS = re.compile(
    r"\b((?:enable|disable)_(?:logging|profiling)|(?:force_)?checkpoint|write_log|truncate_duckdb_logs"
    r"|\w+_external_resource\w*|query|query_table|json_execute_serialized_sql)\s*\"?\s*\(",
    re.IGNORECASE,
)
"""Functions that do something in a SELECT, and those that run a text. DuckDB 1.4 sets up logs in spite of the lock."""


class ReadError(Exception):
    """DuckDB gives no answer. `by_value` tells that another value might have had one."""

    def __init__(self, reason: str, *, by_value: bool = False) -> None:
        super().__init__(reason)
        self.by_value = by_value


class Reader:
    """A connection of its own to an open file, in transactions that only read."""

    def __init__(self, database: Database) -> None:
        self._connection: DuckDBPyConnection = database.second()

    def close(self) -> None:
        self._connection.close()

    def only_reads(self, text: str, parameter: str) -> bool:
        """Whether a text is one SELECT, WITH or VALUES that does nothing but read.

        Raises `ReadError` for what is no SQL, or has other parameters than the one.
        """
        import duckdb

        try:
            statements = self._connection.extract_statements(text)
        except duckdb.Error as error:
            raise _failed(error) from error
        if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
            return False
        if not statements[0].named_parameters <= {parameter}:
            raise ReadError("unknown parameter")
        start = _BEFORE.match(text)
        assert start
        return bool(_READS.match(text, start.end())) and not _ACTS.search(text)

    def rows(self, query: str, values: Values | None, most: int) -> tuple[int, list[Row]]:
        """How many columns an answer has, and its rows up to a number. Raises `ReadError`."""
        import duckdb

        self._connection.execute("BEGIN TRANSACTION READ ONLY")
        try:
            answer = self._connection.execute(query, values or None)
            return len(answer.description or ()), answer.fetchmany(most)
        except duckdb.Error as error:
            raise _failed(error) from error
        except RuntimeError as error:
            if "interrupted" in str(error):
                # how DuckDB tells of Ctrl-C
                raise KeyboardInterrupt from error
            raise
        finally:
            self._end()

    def _end(self) -> None:
        """DuckDB may have given up the transaction by itself."""
        import duckdb

        try:
            self._connection.execute("ROLLBACK")
        except duckdb.Error:
            return


def _failed(error: Exception) -> ReadError:
    import duckdb

    by_value = isinstance(error, duckdb.DataError)
    return ReadError(str(error).splitlines()[0].rstrip("."), by_value=by_value)
