"""Those lines of a file that were imported before, told by their places as the file is read a second time."""

from __future__ import annotations

from array import array
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dekret.store.imported_lines import ImportedLines


@dataclass(frozen=True, slots=True)
class Repeat:
    """A line that is there already; `file` and `number` are of the import that has it in other words, if it has."""

    file: str = ""
    number: int = 0


_ALIKE = Repeat()


@dataclass(slots=True)
class Repeats:
    """The `places` of lines that were imported before, ascending; the imports of those `rewritten` since."""

    store: ImportedLines | None = None
    places: array[int] = field(default_factory=lambda: array("q"))
    rewritten: dict[int, int] = field(default_factory=dict)
    _left: deque[int] = field(init=False)
    _files: dict[int, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._left = deque(self.places)

    def take(self, place: int) -> Repeat | None:
        """What is known of the line at a place; None of a new one. Places are asked in their order."""
        if not self._left or self._left[0] != place:
            return None
        self._left.popleft()
        number = self.rewritten.get(place)
        if number is None:
            return _ALIKE
        assert self.store
        if number not in self._files:
            self._files[number] = self.store.file_of(number)
        return Repeat(self._files[number], number)
