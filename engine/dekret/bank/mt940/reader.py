"""Reading of MT940 and MT942: the bytes of a file as heads, lines and feet of statements, by the rules of a format."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, TYPE_CHECKING

from dekret.bank.mt940.item import Items
from dekret.bank.mt940.pairs import take_block
from dekret.bank.mt940.reading import FileReading
from dekret.bank.mt940.tags import blocks

if TYPE_CHECKING:
    from dekret.bank.check import CheckedFormat
    from dekret.bank.frame import Passed
    from dekret.bank.read import StatementEvent


class Mt940Reader:
    """Reads files of one format, whose `mt940` must be there."""

    def __init__(self, checked: CheckedFormat) -> None:
        assert checked.format.mt940
        self.format = checked.format
        self.rules = checked.format.mt940
        self.items = Items(self.rules)

    def read(self, stream: IO[bytes], passed: Passed | None = None) -> Iterator[StatementEvent]:  # noqa: ARG002
        """The statements of a file, in order. Nothing of it is `passed` over."""
        file = FileReading(self.items, self.format.charset)
        for block in blocks(stream, self.rules.envelope):
            take_block(file, block, self.format.charset)
            yield from file.events
            file.events.clear()
        file.end()
        yield from file.events
