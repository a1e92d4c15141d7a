"""What is said against an awizo or against making one: a problem, where in the document, the values of its sentences.

The place is a path into the document, as `model.faults` writes it; where that stands in a file comes later.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from dekret.model.faults import Path
from dekret.text.diagnostic import Problem, Severity
from dekret.text.wording import Value, Wording


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere in a document; `document` counts from zero where several were asked about."""

    path: Path
    document: int = 0


@dataclass(frozen=True, slots=True)
class Objection:
    """One reason against, or, where the problem is a warning, something to look at; `also` are second places."""

    problem: Problem
    place: Place
    values: Mapping[str, Value] = field(default_factory=dict)
    also: tuple[tuple[Place, Wording], ...] = ()

    @property
    def severity(self) -> Severity:
        return self.problem.severity

    @property
    def said(self) -> tuple[str, Mapping[str, Value]]:
        """What it says, wherever that stands: the same objection after others were added or taken away."""
        return self.problem.id, self.values


Objections: TypeAlias = tuple[Objection, ...]
Values: TypeAlias = dict[str, Value]


def against(problem: Problem, *path: str | int, **values: Value) -> Objection:
    """An objection at a place of the one document."""
    return Objection(problem, Place(path), values)


def errors(found: Iterable[Objection]) -> Objections:
    """Those that are no mere warnings."""
    return tuple(each for each in found if each.severity is Severity.ERROR)
