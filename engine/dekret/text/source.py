"""A text with a name and lines: what every span points into.

Holds the text after newlines were made one kind and the byte order mark was taken away; the bytes themselves
are the business of `encoding`.
"""

from bisect import bisect_right
from dataclasses import dataclass, field
from hashlib import sha256


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """A user's text.

    `name` is the path as the user typed it. `first_line` is above 1 where the text is one line of a longer
    file (JSONL), so that line numbers stay those of the file.
    """

    name: str
    text: str = field(repr=False)
    encoding: str = "utf-8"
    newline: str = "\n"
    first_line: int = 1
    line_starts: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        starts = [0]
        found = self.text.find("\n")
        while found >= 0:
            starts.append(found + 1)
            found = self.text.find("\n", found + 1)
        object.__setattr__(self, "line_starts", tuple(starts))

    @property
    def version(self) -> str:
        """What tells one version of a file from another: 12 hexadecimal digits of its SHA-256."""
        return sha256(self.text.encode()).hexdigest()[:12]

    def position(self, offset: int) -> tuple[int, int]:
        r"""Line and column of an offset, both from 1, the column in characters.

        >>> Source("a", "ab\ncd").position(4)
        (2, 2)
        """
        row = bisect_right(self.line_starts, offset) - 1
        return row + self.first_line, offset - self.line_starts[row] + 1

    def line(self, number: int) -> str:
        """The text of a line as numbered by `position`, without its newline; empty beyond the end."""
        row = number - self.first_line
        if not 0 <= row < len(self.line_starts):
            return ""
        start = self.line_starts[row]
        end = self.text.find("\n", start)
        return self.text[start:] if end < 0 else self.text[start:end]

    def span(self, start: int = 0, end: int | None = None) -> "Span":
        """The span of these offsets; without an end, the single place."""
        return Span(self, start, start if end is None else end)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a source: offsets in characters, the end excluded."""

    source: Source
    start: int
    end: int

    @property
    def line(self) -> int:
        return self.source.position(self.start)[0]

    @property
    def column(self) -> int:
        return self.source.position(self.start)[1]

    @property
    def text(self) -> str:
        return self.source.text[self.start : self.end]

    def to(self, other: "Span") -> "Span":
        """From here to the end of another span of the same source."""
        return Span(self.source, self.start, max(self.end, other.end))

    def __str__(self) -> str:
        line, column = self.source.position(self.start)
        return f"{self.source.name}:{line}:{column}"
