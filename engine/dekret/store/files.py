"""Files that are written whole or not at all."""

import errno
import os
import shutil
import stat
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from hashlib import sha256
from io import TextIOWrapper
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING, Self, cast

from dekret.errors import FileError

if TYPE_CHECKING:
    from io import BufferedRandom

_AT_ONCE = 1 << 20


class Output:
    """Text or bytes that are kept only when all of them are there: in a file, or handed on to standard output.

    Until `keep` the content lies in a temporary file (beside the file that it will become), so that memory does not
    grow with it. Newlines are written as they are given. A link stays, the file it leads to is written; a device or
    a pipe is written into and never replaced. Raises `FileError` where the folder cannot be written, and for a path
    that is a folder.
    """

    def __init__(self, path: Path | None) -> None:
        self.path = path
        try:
            self._file = _replaceable(path) if path else None
            folder = self._file.parent if self._file else None
            prefix = f".{self._file.name}." if self._file else "dekret-"
            descriptor, name = tempfile.mkstemp(prefix=prefix, dir=folder)
        except OSError as error:
            raise FileError.writing(path or tempfile.gettempdir(), error) from error
        self._temporary = Path(name)
        self._held: IO[bytes] = os.fdopen(descriptor, "w+b")

    @property
    def _stream(self) -> IO[bytes]:
        """The temporary file, opened again where it was let go."""
        if self._held.closed:
            self._held = self._temporary.open("r+b")
            self._held.seek(0, os.SEEK_END)
        return self._held

    def let_go(self) -> None:
        """Closes the temporary file until it is written again: a run may have more outputs than files can be open."""
        try:
            self._held.close()
        except OSError as error:
            raise FileError.writing(self.path or tempfile.gettempdir(), error) from error

    def write(self, text: str) -> None:
        """Adds text, in UTF-8."""
        self.write_bytes(text.encode())

    def write_bytes(self, data: bytes) -> None:
        """Adds bytes as they are."""
        try:
            self._stream.write(data)
        except OSError as error:
            raise FileError.writing(self.path or tempfile.gettempdir(), error) from error

    def write_file(self, path: Path) -> None:
        """Adds all that a file holds."""
        try:
            with path.open("rb") as source:
                shutil.copyfileobj(source, self._stream)
        except OSError as error:
            raise FileError.reading(path, error) from error

    def pour(self, into: "Output") -> None:
        """Adds all that this output holds so far to another."""
        self._rewind()
        while data := self._stream.read(_AT_ONCE):
            into.write_bytes(data)

    def lines(self) -> Iterator[bytes]:
        """The lines so far, without their ends."""
        self._rewind()
        return (line.rstrip(b"\n") for line in self._stream)

    def sha256(self) -> str:
        """The hash of the bytes so far, in hexadecimal digits."""
        self._rewind()
        found = sha256()
        while data := self._stream.read(_AT_ONCE):
            found.update(data)
        return found.hexdigest()

    def _rewind(self) -> None:
        """Goes to the beginning, once all that was written is on the disk."""
        try:
            self._stream.seek(0)
        except OSError as error:
            raise FileError.writing(self.path or tempfile.gettempdir(), error) from error

    def keep(self, show: Callable[[str], None] | None = None) -> None:
        """Puts the file in its place in one step, replacing what stood there; without a path shows the text."""
        if self.path is None:
            assert show
            self._rewind()
            with TextIOWrapper(cast("BufferedRandom", self._stream), encoding="utf-8", newline="") as written:
                while text := written.read(_AT_ONCE):
                    show(text)
            return
        try:
            self._stream.close()
            if self._file:
                mode = self._file.stat().st_mode & 0o777 if self._file.exists() else 0o666 & ~_umask()
                self._temporary.chmod(mode)
                self._temporary.replace(self._file)
            else:
                _pour(self._temporary, self.path)
        except OSError as error:
            raise FileError.writing(self.path, error) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        # what a full disk does not take is forgotten anyway
        with suppress(OSError):
            self._held.close()
        self._temporary.unlink(missing_ok=True)


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


def write_whole(path: Path, text: str) -> None:
    """Writes a file in one step. Raises `FileError`."""
    with Output(path) as file:
        file.write(text)
        file.keep()


def remove_file(path: Path) -> None:
    """Removes a file. Raises `FileError`."""
    try:
        path.unlink()
    except OSError as error:
        raise FileError.writing(path, error) from error


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """A path beside another one, for what writes a file by itself; it takes its place when the context ends well.

    Whatever was made beside it is gone with the context. Raises `FileError`.
    """
    target = Path(os.path.realpath(path))
    try:
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        folder = tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent)
    except OSError as error:
        raise FileError.writing(path, error) from error
    try:
        beside = Path(folder, target.name)
        yield beside
        try:
            beside.replace(target)
        except OSError as error:
            raise FileError.writing(path, error) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


_HELD_OPEN = ("/dev/std", "/dev/fd/", "/proc/")
"""Paths that stand for what the process already has open, such as the file behind `> journal.jsonl`."""


def _replaceable(path: Path) -> Path | None:
    """The file that a path leads to; None for what may only be written into. Raises `OSError` for a folder."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return Path(os.path.realpath(path))
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(mode) or path.absolute().as_posix().startswith(_HELD_OPEN):
        return None
    return Path(os.path.realpath(path))


def _pour(text: Path, into: Path) -> None:
    """Writes a text into something that is there; at its end, where it has one."""
    descriptor = os.open(into, os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0))
    with text.open("rb") as source, os.fdopen(descriptor, "wb") as target:
        shutil.copyfileobj(source, target)


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current


@contextmanager
def spooled(stream: IO[bytes]) -> Iterator[IO[bytes]]:
    """All that a stream has, in a temporary file that can be read again and again. Raises `FileError`."""
    try:
        with tempfile.TemporaryFile() as file:
            shutil.copyfileobj(stream, file)
            file.seek(0)
            yield file
    except OSError as error:
        raise FileError.writing(tempfile.gettempdir(), error) from error


def temporary_folder() -> tempfile.TemporaryDirectory[str]:
    """A folder that is gone with its context."""
    return tempfile.TemporaryDirectory(prefix="dekret-", ignore_cleanup_errors=True)
