"""The files of the demo laid out in a folder: written only where nothing that a user changed stands in their place."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TextIO

from dekret import assets
from dekret.errors import FileError
from dekret.store.files import Output

_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Laid:
    """A file to lay out: where, and what makes its text, anew each time."""

    path: Path
    text: Callable[[], Iterable[str]]


class Standing:
    """What stands in a file already, compared piece by piece with what would be written there.

    `same` while nothing else was found; a file that is not there is the same as any.
    """

    def __init__(self, path: Path) -> None:
        self.same = True
        self._stream: TextIO | None = None
        if path.exists():
            self._stream = path.open(encoding="utf-8", newline="")

    def takes(self, text: str) -> None:
        if self._stream and self.same:
            try:
                self.same = self._stream.read(len(text)) == text
            except UnicodeDecodeError:
                self.same = False

    def close(self) -> None:
        """After the last piece: the file must end here too."""
        if self._stream:
            with self._stream:
                self.takes("")
                self.same = self.same and not self._stream.read(1)


def lay_out(folder: Path, files: list[Laid], *, force: bool) -> None:
    """Writes all files, or none of them: where one stands that differs, unless `force`. Raises `FileError`."""
    try:
        if not force:
            _refuse(folder, [file.path for file in files if not _stands(file)])
        for file in files:
            file.path.parent.mkdir(parents=True, exist_ok=True)
            keep(folder, file.path, file.text(), force=True)
    except OSError as error:
        raise FileError.writing(folder, error) from error


def keep(folder: Path, path: Path, lines: Iterable[str], *, force: bool) -> Path:
    """Writes one file line by line; raises `FileError` where a file stands that differs, unless `force`."""
    standing = Standing(path)
    with Output(path) as output:
        for line in lines:
            output.write(line)
            standing.takes(line)
        standing.close()
        if not (force or standing.same):
            _refuse(folder, [path])
        output.keep()
    return path


def copies(of: Path, into: Path) -> Iterator[Laid]:
    """The files of a folder of the distribution, to be copied as they are."""
    for path in sorted(of.rglob("*")):
        if path.is_file():
            yield Laid(into / path.relative_to(of), partial(_whole, path))


def _whole(path: Path) -> list[str]:
    return [path.read_bytes().decode("utf-8")]


def packed(name: str) -> Path:
    """A folder of the rules that come with Dekret."""
    return assets.folder("rules") / name


def _stands(file: Laid) -> bool:
    if not file.path.exists():
        return True
    standing = Standing(file.path)
    for text in file.text():
        standing.takes(text)
        if not standing.same:
            break
    standing.close()
    return standing.same


def _refuse(folder: Path, changed: list[Path]) -> None:
    if not changed:
        return
    names = ", ".join(str(path.relative_to(folder)) for path in changed[:_SHOWN])
    more = f", … ({len(changed)})" if len(changed) > _SHOWN else ""
    raise FileError(
        f"W folderze {folder} są już inne pliki niż te, które tu powstaną: {names}{more}. Niczego nie zmieniono. "
        f"Podaj inny folder albo dodaj --force, a zostaną zastąpione.",
        f"The folder {folder} holds files that differ from those to be written: {names}{more}. Nothing was changed. "
        f"Name another folder, or add --force to replace them.",
    )
