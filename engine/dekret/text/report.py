"""A collection of diagnostics: all that was found in one run."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from dekret.text.diagnostic import Diagnostic, Severity


@dataclass(slots=True)
class Report:
    """Diagnostics in the order they were found; `sorted` gives them in the order of the files."""

    diagnostics: list[Diagnostic] = field(default_factory=list)

    def add(self, *diagnostics: Diagnostic) -> None:
        self.diagnostics.extend(diagnostics)

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics.extend(diagnostics)

    def count(self, severity: Severity) -> int:
        """How many there are of a severity, each finding once."""
        return sum(1 for diagnostic in dict.fromkeys(self.diagnostics) if diagnostic.severity is severity)

    @property
    def has_errors(self) -> bool:
        return any(diagnostic.severity is Severity.ERROR for diagnostic in self.diagnostics)

    def ids(self) -> set[str]:
        return {diagnostic.id for diagnostic in self.diagnostics}

    def sorted(self) -> list[Diagnostic]:
        """Files in the order of their first finding, places from top to bottom, each finding once."""
        order: dict[int, int] = {}
        for diagnostic in self.diagnostics:
            order.setdefault(id(diagnostic.span.source), len(order))
        unique = dict.fromkeys(self.diagnostics)
        return sorted(unique, key=lambda d: (order[id(d.span.source)], d.span.start, d.span.end))
