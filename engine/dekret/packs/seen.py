"""Which documents a run has seen already: a hash table of numbers alone, so that a million of them stay small."""

from array import array

from dekret.text.source import Source, Span

_EMPTY = 0
_FIRST_SIZE = 1 << 12
_FULL = 0.6
_LINE_BITS = 40


class Seen:
    """Remembers 64-bit digests and where each was first seen.

    Sixteen bytes for each slot and at most twice as many slots as digests when it grows, where Python's own set
    of integers takes about a hundred for each.
    """

    def __init__(self) -> None:
        self._digests = array("Q", [_EMPTY]) * _FIRST_SIZE
        self._places = array("Q", [0]) * _FIRST_SIZE
        self._count = 0
        self._last = _FIRST_SIZE - 1
        self._most = int(_FIRST_SIZE * _FULL)

    def first(self, digest: int, place: int) -> int | None:
        """The place where a digest was seen before; None where it is new, and then it is remembered.

        >>> seen = Seen()
        >>> seen.first(7, 1), seen.first(7, 2)
        (None, 1)
        """
        digest = digest or 1
        digests = self._digests
        slot = digest & self._last
        if digests[slot]:
            slot = self._slot(digest)
            if digests[slot]:
                return self._places[slot]
        digests[slot] = digest
        self._places[slot] = place
        self._count += 1
        if self._count > self._most:
            self._grow()
        return None

    def _slot(self, digest: int) -> int:
        digests, last = self._digests, self._last
        slot = digest & last
        while digests[slot] not in (_EMPTY, digest):
            slot = (slot + 1) & last
        return slot

    def _grow(self) -> None:
        digests, places = self._digests, self._places
        self._digests = array("Q", [_EMPTY]) * (len(digests) * 2)
        self._places = array("Q", [0]) * (len(digests) * 2)
        self._last = len(self._digests) - 1
        self._most = int(len(self._digests) * _FULL)
        for digest, place in zip(digests, places, strict=True):
            if digest:
                slot = self._slot(digest)
                self._digests[slot] = digest
                self._places[slot] = place


class SeenInFiles:
    """Remembers 64-bit digests and the file and line where each was first seen."""

    def __init__(self) -> None:
        self._seen = Seen()
        self._files: list[str] = []

    def first(self, digest: int, name: str, line: int) -> Span | None:
        """Where a digest was seen before; None where it is new, and then it is remembered.

        >>> seen = SeenInFiles()
        >>> seen.first(7, "a.json", 3), seen.first(7, "b.json", 1).line
        (None, 3)
        """
        if not self._files or name != self._files[-1]:
            self._files.append(name)
        first = self._seen.first(digest, (len(self._files) - 1 << _LINE_BITS) + line)
        if first is None:
            return None
        return Source(self._files[first >> _LINE_BITS], "", first_line=first & (1 << _LINE_BITS) - 1).span()
