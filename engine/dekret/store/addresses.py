"""Which engine an address means: a path, a PostgreSQL server, or SQL Server by an ODBC connection string."""

from pathlib import Path

from dekret.store.engines import DuckDbEngine, Engine
from dekret.store.postgres import PostgresEngine
from dekret.store.sql_server import SqlServerEngine


def open_engine(address: str) -> Engine:
    """The engine of `postgresql://…`, of `odbc:Driver={…};Server=…`, else of a DuckDB file. Raises `FileError`."""
    if address.startswith(("postgresql://", "postgres://")):
        return PostgresEngine.of_address(address)
    if address.lower().startswith("odbc:"):
        return SqlServerEngine.of_connection_string(address[len("odbc:") :])
    return DuckDbEngine.of_file(Path(address))
