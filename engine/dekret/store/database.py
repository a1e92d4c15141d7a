"""A DuckDB file: opened, asked, and its errors told as ours. Knows no tables but those of the version."""

import errno
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from dekret.errors import FileError
from dekret.store import schema

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Row: TypeAlias = tuple[Any, ...]
"""A row of an answer: what its columns hold stands in the query."""
Values: TypeAlias = dict[str, object]

Settings: TypeAlias = dict[str, str | bool | int | float | list[str]]

_SETTINGS: Settings = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}
"""The engine never asks the network; without these DuckDB fetches what a query seems to need."""

_AS_WRITTEN: Settings = {"disabled_optimizers": "join_order,build_side_probe_side"}
"""Joins as they stand in a script: DuckDB 2.0.0 may end large ones in an order of its own by an error (its #24807)."""

_SILENT = "SET enable_progress_bar = false"
"""A statement of more than two seconds would draw its progress onto standard output, into what the user redirects."""

_CLOSED = (
    "SET enable_external_access = false",
    "SET python_enable_replacements = false",
    "SET lock_configuration = true",
)
"""What an open store is shut off from: other files, the network, the variables of Python, and opening them again."""


class Database:
    """An open file. Every change is made between `begin` and `commit`; what is not committed leaves no trace."""

    def __init__(self, path: Path, connection: "DuckDBPyConnection", *, read_only: bool) -> None:
        self.path = path
        self.read_only = read_only
        self.changing = False
        self._connection = connection

    def rows(self, query: str, values: Values | None = None) -> list[Row]:
        """Runs a query with its `$names` bound. Raises `FileError` where the file or the disk gives out.

        A constraint that does not hold is a mistake of our own: whoever inserts looks first.
        """
        import duckdb

        try:
            return self._connection.execute(query, values or None).fetchall()
        except duckdb.ConstraintException as error:
            raise AssertionError(str(error)) from error
        except duckdb.TransactionException as error:
            if query != "COMMIT":
                raise AssertionError(str(error)) from error
            raise _failed(self.path, str(error)) from error
        except (duckdb.IOException, duckdb.FatalException, duckdb.OutOfMemoryException, duckdb.InternalException) as e:
            raise _failed(self.path, str(e)) from e
        except RuntimeError as error:
            if "interrupted" in str(error):
                # how DuckDB tells of Ctrl-C
                raise KeyboardInterrupt from error
            raise

    def number(self, query: str, values: Values | None = None) -> int:
        """The one whole number a query gives."""
        return int(self.rows(query, values)[0][0])

    def begin(self) -> None:
        assert not self.changing
        assert not self.read_only
        self.rows("BEGIN TRANSACTION")
        self.changing = True

    def commit(self) -> None:
        """Keeps all changes at once. Raises `FileError`, and then nothing is kept."""
        assert self.changing
        self.rows("COMMIT")
        self.changing = False

    def rollback(self) -> None:
        """Forgets the changes; does nothing where there are none, or where DuckDB has given them up already."""
        import duckdb

        if self.changing:
            self.changing = False
            try:
                self._connection.execute("ROLLBACK")
            except duckdb.Error:
                return

    def second(self) -> "DuckDBPyConnection":
        """Another connection to the open file, with transactions of its own; it does not see what is not committed."""
        connection = self._connection.cursor()
        connection.execute("USE store")
        return connection

    def close(self) -> None:
        self.rollback()
        self._connection.close()


def open_database(path: Path, *, read_only: bool) -> Database:
    """Opens the store at a path; makes it where there is none, unless it is to be read only.

    Raises `FileError`: no folder, no permission, no DuckDB file, not a store, one of a newer program, or one that
    another program holds.
    """
    database = _open(path, _foreign(path), read_only=read_only)
    try:
        _settle(database)
    except BaseException:
        database.close()
        raise
    return database


def look_for_duckdb(path: Path) -> None:
    """Sees that there is a file to be read. Raises `FileError` for none and for a folder."""
    _look_at(path, _no_duckdb(path), read_only=True)


def not_opened(path: Path, reason: str) -> FileError:
    """Why DuckDB would not open a file to be read, by what it says."""
    return _unopened(path, reason, _no_duckdb(path))


def open_any(path: Path) -> Database:
    """Opens any DuckDB file to be read, such as tables taken out of another program. Raises `FileError`."""
    return _open(path, _no_duckdb(path), read_only=True)


def create_database(path: Path) -> Database:
    """Makes an empty DuckDB file that is to become something else than a store. Raises `FileError`."""
    return _open(path, _no_duckdb(path), read_only=False, more=_AS_WRITTEN)


def _open(path: Path, foreign: FileError, *, read_only: bool, more: "Settings | None" = None) -> Database:
    """Opens a DuckDB file and shuts it off from everything else; a file of something else is `foreign`."""
    import duckdb

    _look_at(path, foreign, read_only=read_only)
    connection = duckdb.connect(
        ":memory:", config=_SETTINGS | (more or {}) | {"temp_directory": f"{path.absolute()}.tmp"}
    )
    try:
        connection.execute(_SILENT)
        _attach(connection, path, foreign, read_only=read_only)
        for statement in _CLOSED:
            connection.execute(statement)
    except BaseException:
        connection.close()
        raise
    return Database(path, connection, read_only=read_only)


def _look_at(path: Path, foreign: FileError, *, read_only: bool) -> None:
    """What is plain before DuckDB looks. The file is not opened: closing it would give up the lock of this process."""
    try:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, "")
        if path.exists():
            if not path.is_file():
                raise foreign
        elif read_only or not path.absolute().parent.is_dir():
            raise FileNotFoundError(errno.ENOENT, "")
    except OSError as error:
        raise (FileError.reading if read_only else FileError.writing)(path, error) from error


def _attach(connection: "DuckDBPyConnection", path: Path, foreign: FileError, *, read_only: bool) -> None:
    """Attaches the file as `store`: a database takes the name of its file otherwise, which may be any word."""
    import duckdb

    quoted = str(path.absolute()).replace("'", "''")
    options = "TYPE duckdb, READ_ONLY" if read_only else "TYPE duckdb"
    try:
        connection.execute(f"ATTACH '{quoted}' AS store ({options})")
        connection.execute("USE store")
    except duckdb.Error as error:
        raise _unopened(path, str(error), foreign) from error


def _settle(database: Database) -> None:
    """Sees that the file is a store of this version; makes one of an empty file, and adds tables that came later."""
    if database.number(schema.HAS_VERSION):
        version = database.number(schema.VERSION_OF_STORE)
        if version != schema.VERSION:
            raise _other_version(database.path, version)
        for has, create in () if database.read_only else schema.CAME_LATER:
            if not database.number(has):
                _create(database, create)
    elif database.read_only or database.number(schema.HAS_TABLES):
        raise _foreign(database.path)
    else:
        _create(database, schema.CREATE)


def _create(database: Database, statements: tuple[str, ...]) -> None:
    database.begin()
    for statement in statements:
        database.rows(statement)
    database.commit()


_HELD = re.compile(r"set lock|already attached|used by another process|file handle conflict", re.IGNORECASE)
_NEWER = re.compile(r"version number \d+|newer version of DuckDB|storage version", re.IGNORECASE)
_OF_SYSTEM = (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOSPC, errno.EISDIR, errno.ENOTDIR, errno.ENOENT)
"""Reasons of the system that DuckDB hands on in its words."""


def _unopened(path: Path, reason: str, foreign: FileError) -> FileError:
    """Why DuckDB would not open a file. It has one kind of error for all of them, so its words decide."""
    if _HELD.search(reason):
        holder = re.search(r"PID (\d+)", reason)
        pl, en = (f" (proces {holder[1]})", f" (process {holder[1]})") if holder else ("", "")
        return FileError(
            f"Baza {path} jest otwarta w innym programie{pl}. Zamknij go i spróbuj ponownie.",
            f"The store {path} is open in another program{en}. Close it and try again.",
        )
    if _NEWER.search(reason):
        return FileError(
            f"Bazę {path} zapisał nowszy DuckDB. Zaktualizuj pakiet duckdb.",
            f"The store {path} was written by a newer DuckDB. Update the package duckdb.",
        )
    if "not a valid DuckDB" in reason:
        return foreign
    return _failed(path, reason)


def _failed(path: Path, reason: str) -> FileError:
    """The file or the disk gave out."""
    for number in _OF_SYSTEM:
        if os.strerror(number) in reason:
            return FileError.writing(path, OSError(number, ""))
    first = reason.splitlines()[0]
    return FileError(
        f"Baza {path} nie działa: {first} – nic nie zapisano. Sprawdź dysk albo przywróć kopię.",
        f"The store {path} has failed: {first} – nothing was kept. Check the disk or restore a copy.",
    )


def _foreign(path: Path) -> FileError:
    return FileError(
        f"{path} nie jest bazą Dekretu. Podaj inną ścieżkę; nowa baza powstanie, gdy pliku nie ma.",
        f"{path} is not a store of Dekret. Give another path; a new store is made where there is no file.",
    )


def _no_duckdb(path: Path) -> FileError:
    return FileError(
        f"{path} nie jest plikiem DuckDB. Podaj inną ścieżkę.",
        f"{path} is no file of DuckDB. Give another path.",
    )


def _other_version(path: Path, version: int) -> FileError:
    return FileError(
        f"Baza {path} ma wersję {version}, a ten program zna wersję {schema.VERSION}. Zaktualizuj dekret.",
        f"The store {path} has version {version}, this program knows version {schema.VERSION}. Update dekret.",
    )
