"""Numbers of entries in their journals: one after the other within a year or a month; none in the buffer."""

import datetime as dt
from collections.abc import Callable

from msgspec.structs import replace

from dekret.model.directory import Numbering
from dekret.model.entries import Entry


class Journals:
    """Gives every entry the next number of its journal. `last` knows the numbers given before this run."""

    def __init__(self, numbering: Numbering, last: Callable[[str, str], int] | None = None) -> None:
        self._form = numbering.value
        self._last = last or (lambda _journal, _period: 0)
        self._periods: dict[dt.date, str] = {}
        self._numbers: dict[tuple[str, str], int] = {}

    def numbered(self, entry: Entry) -> Entry:
        """The entry with its number; an entry of the buffer gets one when it leaves it."""
        if entry.buffer:
            return entry
        period = self._period(entry)
        return replace(entry, period=period, number=self.next(entry.journal, period))

    def dated(self, entry: Entry) -> Entry:
        """The entry with its period, not yet numbered; unchanged in the buffer."""
        return entry if entry.buffer else replace(entry, period=self._period(entry))

    def _period(self, entry: Entry) -> str:
        period = self._periods.get(entry.date)
        if period is None:
            period = self._periods[entry.date] = entry.date.strftime(self._form)
        return period

    def next(self, journal: str, period: str) -> int:
        """The next number of a journal in a period."""
        key = (journal, period)
        number = (self._numbers[key] if key in self._numbers else self._last(*key)) + 1
        self._numbers[key] = number
        return number
