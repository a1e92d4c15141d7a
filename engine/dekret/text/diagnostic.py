"""What can be wrong with a user's file: kinds of problem, and one finding of such a kind at a place.

The sentences themselves stand in the `problems.py` of each language; here is only their shape.
"""

from dataclasses import dataclass
from enum import Enum

from dekret.text.source import Span
from dekret.text.wording import Value, Wording


class Severity(Enum):
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Problem:
    """A kind of problem: one entry of the catalogue.

    `message` names the cause, `remedy` says what to do; both may hold `{fields}`. `bad` and `good` are small
    files (or cells, see tests/frames.py) that do and do not have the problem; they run as tests.
    """

    id: str
    message: Wording
    remedy: Wording
    bad: str
    good: str
    severity: Severity = Severity.ERROR

    def at(self, span: Span, *, related: "tuple[Related, ...]" = (), **values: Value) -> "Diagnostic":
        """This problem found at a place of a file."""
        return self.filled(span, values, related)

    def filled(self, span: Span, values: dict[str, Value], related: "tuple[Related, ...]" = ()) -> "Diagnostic":
        """As `at`, the values given together."""
        return Diagnostic(span, self, self.message.fill(values), self.remedy.fill(values), related)

    def found(self, start: int, end: int, **values: Value) -> "Finding":
        """This problem found in a piece of text whose own place is not known yet (a cell)."""
        return Finding(start, end, self, tuple(values.items()))


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that a diagnostic speaks of, and what is to be seen there."""

    span: Span
    label: Wording


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A problem at a place of a user's file, its sentences complete; the remedy of a user's rule may be empty."""

    span: Span
    problem: Problem
    message: Wording
    remedy: Wording
    related: tuple[Related, ...] = ()
    detail: Wording | None = None
    """Lines to be shown under the place: a table of what was expected beside what came out."""

    @property
    def id(self) -> str:
        return self.problem.id

    @property
    def severity(self) -> Severity:
        return self.problem.severity


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem at offsets of a piece of text: what the parser of a cell returns, being told no file."""

    start: int
    end: int
    problem: Problem
    values: tuple[tuple[str, Value], ...] = ()

    @property
    def severity(self) -> Severity:
        return self.problem.severity

    def at(self, span: Span) -> Diagnostic:
        """The diagnostic once the place is known."""
        return self.problem.filled(span, dict(self.values))
