"""Values of a KSeF invoice, found by the names of its elements; one that cannot be read ends the reading."""

import datetime as dt
import re
from dataclasses import dataclass, field
from decimal import Decimal

from dekret.intake import problems
from dekret.markup.xml import Element
from dekret.model.base import is_amount, is_rate
from dekret.text.diagnostic import Diagnostic, Problem
from dekret.text.source import Source, Span
from dekret.text.wording import Value
from dekret.values.rounding import GROSZ

_AMOUNT = re.compile(r"-?[0-9]{1,22}(\.[0-9]{1,8})?")
_DATE = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(Z|[+-][0-9]{2}:[0-9]{2})?")


class Stop(Exception):  # noqa: N818 - no error of the engine: ends the reading of one invoice
    """The invoice cannot become a document; the diagnostics say why."""


@dataclass(frozen=True, slots=True)
class Finder:
    """The text of an invoice, and what was found to be said of it."""

    source: Source
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def span(self, element: Element) -> Span:
        """The line of an element."""
        start = self.source.line_starts[min(element.line, len(self.source.line_starts)) - 1]
        line = self.source.line(element.line)
        indent = len(line) - len(line.lstrip())
        return self.source.span(start + indent, start + len(line))

    def stop(self, problem: Problem, span: Span, **values: Value) -> Stop:
        """What to raise."""
        self.diagnostics.append(problem.filled(span, values))
        return Stop()

    def bad(self, element: Element, path: str, given: str = "") -> Stop:
        """What to raise where the value at a path below an element cannot be."""
        found = element.first(path) or element
        shown = given or found.text
        return self.stop(problems.BAD_VALUE, self.span(found), path=path, given=shown[:60])

    def need(self, element: Element, path: str) -> str:
        """A text that has to be there."""
        found = element.value(path)
        if not found:
            raise self.stop(problems.MISSING_ELEMENT, self.span(element), path=f"{element.name}/{path}")
        return found

    def money(self, element: Element, path: str) -> Decimal | None:
        """An amount of the schema, with two places; None where the element is missing."""
        number = self.number(element, path)
        if number is None:
            return None
        if not is_amount(number):
            raise self.bad(element, path)
        return number.quantize(GROSZ)

    def rate(self, element: Element, path: str) -> Decimal | None:
        """An exchange rate, above zero; None where the element is missing."""
        number = self.number(element, path)
        if number is not None and not is_rate(number):
            raise self.bad(element, path)
        return number

    def number(self, element: Element, path: str) -> Decimal | None:
        """A decimal of the schema: a point, no grouping."""
        found = element.first(path)
        if found is None:
            return None
        if not _AMOUNT.fullmatch(found.text):
            raise self.bad(element, path)
        return Decimal(found.text)

    def date(self, element: Element, path: str) -> dt.date | None:
        """A day; a time zone after it changes nothing. None where the element is missing."""
        found = element.first(path)
        if found is None:
            return None
        written = _DATE.fullmatch(found.text)
        try:
            return dt.date.fromisoformat(written[1] if written else "")
        except ValueError:
            raise self.bad(element, path) from None
