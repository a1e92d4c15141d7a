"""Reading of MT940 and MT942: the bytes of a file as heads, lines and feet of statements, by the rules of a format."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import IO, TYPE_CHECKING

from dekret.bank.mt940_item import Items
from dekret.bank.mt940_reading import FileReading
from dekret.bank.mt940_tags import tags

if TYPE_CHECKING:
    from dekret.bank.check import CheckedFormat
    from dekret.bank.frame import Passed
    from dekret.bank.read import StatementEvent


_TOGETHER = 256
"""So many tags are read before what they gave is given away."""


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
        found = tags(stream, self.rules.envelope)
        while together := tuple(islice(found, _TOGETHER)):
            for tag, data, line, offset in together:
                file.take(tag, data, (line, offset))
            yield from file.events
            file.events.clear()
        file.end()
        yield from file.events
