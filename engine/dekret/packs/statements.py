"""What reads the statements of a format: heads, lines and feet, whatever kind of file it is."""

from collections.abc import Iterator
from typing import IO, Protocol, TypeAlias

from dekret.bank.check import CheckedFormat
from dekret.bank.mt940 import Mt940Reader
from dekret.bank.read import Remark, Unread
from dekret.errors import UsageError
from dekret.model.statements import BankLine, StatementFoot, StatementHead

StatementEvent: TypeAlias = StatementHead | BankLine | StatementFoot | Unread | Remark


class StatementReader(Protocol):
    """Reads files of one format as a stream."""

    def read(self, stream: IO[bytes], /) -> Iterator[StatementEvent]: ...


def statement_reader(checked: CheckedFormat) -> StatementReader:
    """The reader of a format. Raises `UsageError` for one that reads no statements."""
    if checked.format.mt940:
        return Mt940Reader(checked)
    symbol = checked.format.symbol
    raise UsageError(f"Format {symbol} nie czyta wyciągów.", f"The format {symbol} reads no statements.")
