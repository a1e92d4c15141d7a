"""Files of a folder that are kept all together: none is in its place before all of them are written."""

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from dekret.errors import FileError


class OutputFolder:
    """Files that are moved to a folder at once when they are kept; until then they lie in one beside it.

    Memory does not grow with them. A file that stands there already is replaced. Raises `FileError`.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.names: list[str] = []
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._held = Path(tempfile.mkdtemp(prefix=f".{path.name}.", dir=path.parent))
        except OSError as error:
            raise FileError.writing(path, error) from error

    def write(self, name: str, data: bytes) -> None:
        """Adds a file."""
        try:
            (self._held / name).write_bytes(data)
        except OSError as error:
            raise FileError.writing(self.path / name, error) from error
        self.names.append(name)

    def keep(self) -> Sequence[Path]:
        """Puts the files in their places."""
        try:
            self.path.mkdir(exist_ok=True)
            for name in self.names:
                (self._held / name).replace(self.path / name)
        except OSError as error:
            raise FileError.writing(self.path, error) from error
        return [self.path / name for name in self.names]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        shutil.rmtree(self._held, ignore_errors=True)
