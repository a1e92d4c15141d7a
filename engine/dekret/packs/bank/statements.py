"""Statements read by a format, whichever kind of file it is for; what is said of a line, at its place in the file."""

from collections.abc import Iterator
from dataclasses import replace
from typing import IO, Protocol

from dekret.bank.charsets import CHARSETS, Charset
from dekret.bank.check import CheckedFormat
from dekret.bank.frame import Passed
from dekret.bank.line_reader import LineReader
from dekret.bank.mt940.reader import Mt940Reader
from dekret.bank.nodes import BankFormat
from dekret.bank.read import Remark, StatementEvent, Unread
from dekret.bank.sniff.encoding import sniff_encoding
from dekret.bank.sniff.messages import are_messages
from dekret.bank.sniff.sample import other_file
from dekret.errors import UsageError
from dekret.model.statements import BankLine
from dekret.packs.bank import import_problems as problems
from dekret.syntax.schema import Word, find
from dekret.text.diagnostic import Diagnostic, Problem
from dekret.text.source import Source
from dekret.text.wording import Value, Wording, amount_wording, listed


class StatementReader(Protocol):
    """What reads statements of one format."""

    def read(self, stream: IO[bytes], passed: Passed | None = None) -> Iterator[StatementEvent]:
        """Heads, lines and feet of the statements in a file, and what is said of its rows."""


def in_encoding(checked: CheckedFormat, encoding: str) -> CheckedFormat:
    """A format with another encoding; the same where none is named. Raises `UsageError` for one nobody knows."""
    if not encoding:
        return checked
    return replace(checked, format=replace(checked.format, charset=CHARSETS[_encoding(encoding)]))


def statement_reader(checked: CheckedFormat) -> StatementReader:
    """The reader of a format. Raises `UsageError` for one that is for export alone."""
    if not checked.format.use.reads:
        symbol = checked.format.symbol
        raise UsageError(
            f"Format {symbol} służy do eksportu, nie do importu.", f"The format {symbol} is for export alone."
        )
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


def refusal_of_file(stream: IO[bytes], name: str) -> Diagnostic | None:
    """Why a file can be no statement of any format: it is empty, or no plain text. Nothing of it is used up."""
    data = _beginning(stream)
    return None if data is None else other_file(name, data)


def diagnostic_of(unread: Unread | Remark, name: str) -> Diagnostic:
    """What is said of a row, at its place in the file."""
    source = Source(name, unread.row.text, first_line=unread.row.line)
    start = min(unread.start, len(unread.row.text))
    found = unread.problem.filled(source.span(start, min(start + 1, len(unread.row.text))), unread.values)
    offset = unread.row.offset
    begins = Wording(f"wiersz zaczyna się od bajtu {offset} pliku", f"the row begins with byte {offset} of the file")
    return replace(found, detail=begins)


def refusal_by_format(stream: IO[bytes], name: str, format_: BankFormat) -> Diagnostic | None:
    """Why a file is none that this format reads, told once for the whole: as `refusal_of_file`, or MT940 in rows."""
    if other := refusal_of_file(stream, name):
        return other
    data = _beginning(stream)
    if data is None or format_.mt940 or not are_messages(data.decode("latin-1").replace("\r\n", "\n")):
        return None
    return problems.LOOKS_LIKE_MT940.at(Source(name, "").span(), file=name, format=format_.symbol)


_LOOKED_AT = 1 << 16
_SURE = 75
"""From this confidence on another encoding is worth a word."""


def said_of_encoding(stream: IO[bytes], name: str, used: Charset) -> tuple[Diagnostic, ...]:
    """A warning where the beginning of a file looks like another encoding than the one it is read in.

    Nothing of the stream is used up; of one that can neither go back nor be looked into nothing is said.
    """
    data = _beginning(stream)
    if data is None or data.isascii():
        return ()
    found, guess = sniff_encoding(data)
    if found is used or guess.confidence < _SURE:
        return ()
    said = {"found": guess.value, "used": Wording(used.word.pl, used.word.en), "reason": guess.why}
    return (problems.OTHER_ENCODING.filled(Source(name, "").span(), {**said}),)


def _beginning(stream: IO[bytes]) -> bytes | None:
    """The first bytes of a stream; None of one that can neither go back nor be looked into."""
    if stream.seekable():
        data = stream.read(_LOOKED_AT)
        stream.seek(0)
        return data
    peek = getattr(stream, "peek", None)
    return bytes(peek(_LOOKED_AT)) if peek else None
