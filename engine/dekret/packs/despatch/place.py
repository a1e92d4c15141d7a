"""Where an awizo or its labels are written: not over another kind of file, nor over what changed meanwhile."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import msgspec

from dekret.errors import FileError, UsageError
from dekret.model.printed_labels import PrintedLabels
from dekret.packs.despatch.run import open_awizo
from dekret.store.files import Output


@dataclass(frozen=True, slots=True)
class Place:
    """A file (None: standard output), and what it held when the command began (None: it was not there)."""

    path: Path | None
    before: bytes | None

    def write(self, text: str, show: Callable[[str], None]) -> None:
        """Writes the file whole. Raises `FileError`, where somebody else wrote the file meanwhile, too.

        The bytes are compared right before the file is replaced: of several commands at once on one awizo the first
        one that ends wins, and the others say that they changed nothing. No lock is left behind by one that is killed.
        """
        with Output(self.path) as file:
            file.write(text)
            if _held(self.path) != self.before:
                raise FileError(
                    f"Plik {self.path} zmienił się w trakcie pracy polecenia; nic nie zapisano. Uruchom je ponownie.",
                    f"The file {self.path} was changed meanwhile; nothing was written. Run the command again.",
                )
            file.keep(show)


def place_for(path: Path | None, source: Path | None) -> Place:
    """The place for the awizo that is read from `source`, or (None) made anew.

    A file that is there has to hold an awizo, which one made anew replaces in the buffer and without packages alone:
    packages, their SSCC and the approval would be lost. Raises `UsageError`, and `FileError` where nothing can be
    written there, so that this is known before numbers are given.
    """
    before = _held(path)
    if path and before and not (source and path.resolve() == source.resolve()):
        _may_be_replaced(path, anew=source is None)
    with Output(path):
        return Place(path, before)


def labels_place_for(path: Path | None) -> Place:
    """The place for labels: a file that is there has to hold labels. Raises `UsageError`, `FileError`."""
    before = _held(path)
    if before:
        try:
            msgspec.json.decode(before, type=PrintedLabels)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise UsageError(
                f"W pliku {path} jest coś innego niż etykiety; wskaż inny plik wyniku.",
                f"The file {path} holds something other than labels; name another file.",
            ) from error
    with Output(path):
        return Place(path, before)


def _may_be_replaced(path: Path, *, anew: bool) -> None:
    there = open_awizo(path, io.BytesIO()).advice
    if there is None:
        raise UsageError(
            f"W pliku {path} jest coś innego niż jedno awizo; wskaż inny plik wyniku.",
            f"The file {path} holds something other than one awizo; name another file.",
        )
    if anew and (there.approved or there.packages):
        raise UsageError(
            f"W pliku {path} jest awizo {there.number}, zatwierdzone albo z opakowaniami. Wskaż inny plik wyniku albo "
            f"usuń tamto: dekret awizo delete {path} (zatwierdzone najpierw: dekret awizo restore).",
            f"The file {path} holds the awizo {there.number}, which is approved or has packages. Name another file, or "
            f"delete that one: dekret awizo delete {path} (an approved one first: dekret awizo restore).",
        )


def _held(path: Path | None) -> bytes | None:
    """What a file holds; None where there is none, and for what is no file."""
    if path is None or not path.is_file():
        return None
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise FileError.reading(path, error) from error
