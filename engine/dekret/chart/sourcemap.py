"""Where every character of an expanded text was written: in the chart itself, in an insert, in a value given to one."""

from bisect import bisect_right
from dataclasses import dataclass, field

from dekret.syntax.nodes import Cell
from dekret.text.diagnostic import Related
from dekret.text.source import Span
from dekret.text.wording import Wording


@dataclass(frozen=True, slots=True, eq=False)
class Fragment:
    """A text of an author: the query of a chart, the content of an insert. `title` says which, for messages."""

    cell: Cell
    title: Wording
    insert: str = ""
    """The name of the insert; empty for a chart's own text."""
    whole: bool = False
    """The text was made of what stands there, as of a table: every place in it is the place of all of it."""

    @property
    def text(self) -> str:
        return self.cell.text

    def span(self, start: int, end: int) -> Span:
        return self.cell.span if self.whole else self.cell.place(start, end)


@dataclass(frozen=True, slots=True, eq=False)
class Call:
    """Where an insert was called: the place of its @INS, and the call that stands above it."""

    fragment: Fragment
    start: int
    end: int
    name: str
    above: "Call | None"
    depth: int = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "depth", self.above.depth + 1 if self.above else 1)

    def related(self) -> tuple[Related, ...]:
        """The chain of calls for a message, the nearest first."""
        found: list[Related] = []
        call: Call | None = self
        while call:
            label = Wording(f"tu wstawiono {call.name}", f"{call.name} was inserted here")
            found.append(Related(call.fragment.span(call.start, call.end), label))
            call = call.above
        return tuple(found)

    def chain(self) -> list[str]:
        """The names of the inserts, the outermost first."""
        return [*(self.above.chain() if self.above else []), self.name]


@dataclass(frozen=True, slots=True, eq=False)
class Origin:
    """Where a stretch of a text begins, and by which calls it came to stand there."""

    fragment: Fragment
    start: int
    call: Call | None


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch taken from an author's text as it stands there."""

    text: str
    origin: Origin


@dataclass(frozen=True, slots=True, eq=False)
class Traced:
    """A text made of runs, that knows where each of its characters was written."""

    runs: tuple[Run, ...]
    text: str = field(init=False)
    starts: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        starts, place = [], 0
        for run in self.runs:
            starts.append(place)
            place += len(run.text)
        object.__setattr__(self, "text", "".join(run.text for run in self.runs))
        object.__setattr__(self, "starts", tuple(starts))

    def run_at(self, offset: int) -> tuple[Run, int]:
        """The run that a character lies in, and how far; offsets beyond the ends lie in the first and in the last."""
        index = max(bisect_right(self.starts, offset) - 1, 0)
        run = self.runs[index]
        return run, min(max(offset - self.starts[index], 0), len(run.text))

    def span(self, start: int, end: int) -> Span:
        """Where a stretch was written; where it came from several places, the first of them."""
        run, into = self.run_at(start)
        width = min(max(end - start, 0), len(run.text) - into)
        return run.origin.fragment.span(run.origin.start + into, run.origin.start + into + width)

    def related(self, offset: int) -> tuple[Related, ...]:
        """The calls by which a character came to stand here."""
        call = self.run_at(offset)[0].origin.call
        return call.related() if call else ()
