"""Files that are written whole or not at all."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

from dekret.errors import FileError


class Output:
    """Text that is kept only when all of it is there: in a file, or handed on to standard output.

    Until `keep` the text lies in a temporary file (beside the file that it will become), so that memory does not
    grow with it. Newlines are written as they are given. Raises `FileError` where the folder cannot be written.
    """

    def __init__(self, path: Path | None) -> None:
        self.path = path
        try:
            folder = path.parent if path else None
            descriptor, name = tempfile.mkstemp(prefix=f".{path.name}." if path else "dekret-", dir=folder)
        except OSError as error:
            raise FileError.writing(path or tempfile.gettempdir(), error) from error
        self._temporary = Path(name)
        self._stream = os.fdopen(descriptor, "w+", encoding="utf-8", newline="")

    def write(self, text: str) -> None:
        self._stream.write(text)

    def keep(self, show: Callable[[str], None] | None = None) -> None:
        """Puts the file in its place in one step, replacing what stood there; without a path shows the text."""
        if self.path is None:
            assert show
            self._stream.seek(0)
            while text := self._stream.read(1 << 20):
                show(text)
            return
        try:
            self._stream.close()
            mode = self.path.stat().st_mode & 0o777 if self.path.exists() else 0o666 & ~_umask()
            self._temporary.chmod(mode)
            self._temporary.replace(self.path)
        except OSError as error:
            raise FileError.writing(self.path, error) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stream.close()
        self._temporary.unlink(missing_ok=True)


def write_whole(path: Path, text: str) -> None:
    """Writes a file in one step. Raises `FileError`."""
    with Output(path) as file:
        file.write(text)
        file.keep()


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
