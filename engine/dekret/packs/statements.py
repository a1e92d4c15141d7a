"""Statements read by a format, whichever kind of file it is for; what is said of a line, at its place in the file."""

from collections.abc import Iterator
from dataclasses import replace
from typing import IO, Protocol

from dekret.bank.charsets import CHARSETS
from dekret.bank.check import CheckedFormat
from dekret.bank.frame import Passed
from dekret.bank.line_reader import LineReader
from dekret.bank.mt940 import Mt940Reader
from dekret.bank.read import StatementEvent
from dekret.errors import UsageError
from dekret.model.statements import BankLine
from dekret.syntax.schema import Word, find
from dekret.text.diagnostic import Diagnostic, Problem
from dekret.text.source import Source
from dekret.text.wording import Value, amount_wording, listed


class StatementReader(Protocol):
    """What reads statements of one format."""

    def read(self, stream: IO[bytes], passed: Passed | None = None) -> Iterator[StatementEvent]:
        """Heads, lines and feet of the statements in a file, and what is said of its rows."""


def statement_reader(checked: CheckedFormat, encoding: str = "") -> StatementReader:
    """The reader of a format, in an encoding other than that of the format where one is named.

    Raises `UsageError` for a format that is for export alone, or an encoding nobody knows.
    """
    if not checked.format.use.reads:
        symbol = checked.format.symbol
        raise UsageError(
            f"Format {symbol} służy do eksportu, nie do importu.", f"The format {symbol} is for export alone."
        )
    if encoding:
        checked = replace(checked, format=replace(checked.format, charset=CHARSETS[_encoding(encoding)]))
    return Mt940Reader(checked) if checked.format.mt940 else LineReader(checked)


def _encoding(name: str) -> Word:
    word = find(CHARSETS, name)
    if word is None:
        known = listed([each.pl for each in CHARSETS])
        raise UsageError(f"Nie ma kodowania „{name}”; są: {known}.", f"There is no encoding '{name}': {known}.")
    return word


def said_of(line: BankLine, name: str, problem: Problem, **values: Value) -> Diagnostic:
    """What is said of a line that was read, at its place in the file; the line itself is shown there."""
    shown = f"{line.date} {amount_wording(line.amount).pl} {line.currency} {line.party_name} {line.title}"
    return problem.filled(Source(name, " ".join(shown.split()), first_line=line.file_line).span(), values)
