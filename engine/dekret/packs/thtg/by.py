"""What an exchange with the Integrator goes by, and what all its runs need: the company's file, the rules, the maps."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import IO, TypeAlias

from dekret.errors import UsageError
from dekret.intake.received import Received, Rejected
from dekret.mapping.run_problems import EMPTY_LIST, NOTHING_FOUND
from dekret.model.directory import Directory
from dekret.model.documents import AnyDocument
from dekret.packs.library import Library
from dekret.packs.mapping.opened import directory_of, open_map
from dekret.packs.mapping.run import Mapped, Mapping
from dekret.packs.validation.rule_sets import ValidateBy
from dekret.packs.validation.validator import Validator
from dekret.text.diagnostic import Diagnostic, Severity
from dekret.text.report import Report

Read: TypeAlias = Received[AnyDocument] | Rejected
_NOTHING = {NOTHING_FOUND.id, EMPTY_LIST.id}
"""What a map says of a file that has nothing for it."""


@dataclass(frozen=True, slots=True)
class ThtgBy:
    """The day, the company's file and its chart (None: the one there is)."""

    today: dt.date
    directory: str | None = None
    plan: str | None = None


class Reading:
    """Files read by maps and checked by the rules of an operation."""

    def __init__(self, library: Library, by: ThtgBy, symbols: Sequence[str], operation: str) -> None:
        """Raises `UsageError` where a symbol means nothing; errors of the maps stand in `report`."""
        self.report = Report()
        self.directory = self._company(library, by)
        self._maps = [self._map(library, symbol, by) for symbol in symbols]
        validate = ValidateBy(by.today, operation, (), self.directory.symbol, completes=False)
        self._validator = Validator(library, validate)

    def _company(self, library: Library, by: ThtgBy) -> Directory:
        found = directory_of(library, by.directory, by.today)
        if found is None:
            raise UsageError(
                "Nie ma kartoteki firmy, a po niej rozpoznaje się kontrahentów (dekret new kartoteka; --rules).",
                "There is no company's file, by which contractors are known (dekret new kartoteka; --rules).",
            )
        return found

    def _map(self, library: Library, symbol: str, by: ThtgBy) -> Mapping:
        found, report = open_map(library, symbol, by.today, self.directory.symbol)
        self.report.extend(report.diagnostics)
        if not isinstance(found, Mapping):
            raise UsageError(f"Mapa {symbol} nie czyta plików.", f"The map {symbol} reads no files.")
        return found

    def read(self, path: Path, standard_input: IO[bytes]) -> Iterator[Read]:
        """The records of a file, by one map after the other; `-` is standard input. Raises `FileError`.

        A map that finds nothing in the file says so only where no other finds anything, and a fault of the whole file
        is told once.
        """
        empty: list[Rejected] = []
        told: set[tuple[str, int]] = set()
        count = 0
        for item in self._by_all(path, standard_input):
            if isinstance(item, Rejected):
                ids = {(each.id, each.span.line) for each in item.diagnostics}
                if {each.id for each in item.diagnostics} <= _NOTHING:
                    empty.append(item)
                    continue
                if ids <= told:
                    continue
                told |= ids
            count += 1
            yield item
        if not count:
            lists = [each for each in empty if each.diagnostics[0].id == EMPTY_LIST.id]
            yield from (lists or empty)[:1]

    def _by_all(self, path: Path, standard_input: IO[bytes]) -> Iterator[Read]:
        data = standard_input.read() if str(path) == "-" else b""
        for by in self._maps:
            found = by.stream("-", BytesIO(data)) if str(path) == "-" else by.file(path)
            for item in found:
                yield item.received if isinstance(item, Mapped) else item

    def said(self, item: Received[AnyDocument]) -> tuple[Diagnostic, ...]:
        """What the rules of the operation say of a record, its remarks before it."""
        return self._validator.validate(item).diagnostics


def is_refused(found: Iterable[Diagnostic]) -> bool:
    """Whether there is an error among what is said."""
    return any(each.severity is Severity.ERROR for each in found)
