"""Verbs on maps: files read into documents, documents prepared for templates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING

from dekret.packs.library import Library
from dekret.text.diagnostic import Diagnostic
from dekret.text.report import Report

if TYPE_CHECKING:
    from dekret.packs.mapping.prepared import Preparing
    from dekret.packs.mapping.run import Mapping
    from dekret.packs.poster import Poster


@dataclass(frozen=True, slots=True)
class MappedText:
    """A document that a map has made, as JSON, and what is to be said of it all the same."""

    text: str
    remarks: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class MapRefused:
    """A document that was refused, and why."""

    diagnostics: tuple[Diagnostic, ...]


def open_map(rules: Library, symbol: str, day: dt.date, directory: str | None) -> tuple[Mapping | Preparing, Report]:
    """A map ready to run, and what is wrong with it. Raises `UsageError` for an unknown symbol.

    `directory` is the company's file that look-ups ask (None: the one there is).
    """
    from dekret.packs.mapping.opened import open_map

    return open_map(rules, symbol, day, directory, tells_again=True)


def open_posting_map(
    rules: Library, symbol: str, poster: Poster, directory: str | None
) -> tuple[Mapping | None, Report]:
    """A map whose documents a poster takes; None where it has errors. Raises `UsageError` for any other map."""
    from dekret.packs.mapping.opened import open_posting_map

    return open_posting_map(rules, symbol, poster, directory)


def run_map(
    by: Mapping | Preparing, files: Sequence[Path], standard_input: IO[bytes]
) -> Iterator[MappedText | MapRefused]:
    """What becomes of every document of files, in order, as a stream; `-` is standard input. Raises `FileError`."""
    from dekret.intake.received import Rejected
    from dekret.packs.mapping.opened import json_of, remarks_of

    for path in files:
        found = by.stream("-", standard_input) if str(path) == "-" else by.file(path)
        for item in found:
            if isinstance(item, Rejected):
                yield MapRefused(item.diagnostics)
            else:
                yield MappedText(json_of(item), remarks_of(item))
