"""What is kept in a store: opened and closed with it, changed in transactions."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from dekret.store.database import Database, open_database


class Stored:
    """Part of what a store holds, over its `database`. Leaving the context forgets what is not committed."""

    def __init__(self, database: Database) -> None:
        self.database = database

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> Self:
        """The store of a file, made where there is none. Raises `FileError`.

        Several programs may read a store at once, but none while another may change it. A store of an older program
        gets the tables it lacks; one that is only read stays as it is.
        """
        return cls(open_database(path, read_only=read_only))

    def close(self) -> None:
        self.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def begin(self) -> None:
        self.database.begin()

    def commit(self) -> None:
        """Keeps everything since `begin`. Raises `FileError`, and then nothing is kept."""
        self.database.commit()

    def rollback(self) -> None:
        """Forgets everything since `begin`."""
        self.database.rollback()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Commits at the end of the block; an error in it forgets all of it."""
        self.begin()
        try:
            yield
            self.commit()
        except BaseException:
            self.rollback()
            raise
