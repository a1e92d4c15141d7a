"""Shapes: the elements of an XML document, read from a rule file of the language `kształt`."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from dekret.mapping import shape_language as language
from dekret.mapping import shape_problems as problems
from dekret.mapping.formats import Format
from dekret.mapping.shape_language import Certainty, Must
from dekret.syntax.read import VALID_FROM, VALID_UNTIL, Reading, Record
from dekret.text.diagnostic import Related
from dekret.text.nearest import nearest
from dekret.text.report import Report
from dekret.text.source import Span
from dekret.text.wording import Wording

_NAME = r"[^\W\d][\w.\-]*"
_PATH = re.compile(rf"{_NAME}(?:/{_NAME})*")
ANY_NUMBER = 0


@dataclass(frozen=True, slots=True)
class ShapeElement:
    """An element of a document. `most` is how many of it its parent may have; `ANY_NUMBER` where there is no limit."""

    span: Span
    path: str
    must: Must
    most: int
    format: Format | None
    certainty: Certainty

    @property
    def name(self) -> str:
        return self.path.rpartition("/")[2]

    @property
    def parent(self) -> str:
        """The path of the element around it; empty for one right below the root."""
        return self.path.rpartition("/")[0]

    @property
    def is_mandatory(self) -> bool:
        return self.must is Must.MANDATORY


@dataclass(frozen=True)
class Shape:
    """A document: its root, and its elements by path, in the order in which they stand in a file."""

    span: Span
    symbol: str
    name: str
    root: str
    elements: Mapping[str, ShapeElement]
    valid_from: dt.date | None
    valid_until: dt.date | None

    @cached_property
    def below(self) -> Mapping[str, Mapping[str, ShapeElement]]:
        """The elements right within an element, by name and in their order; those of the root by an empty path."""
        found: dict[str, dict[str, ShapeElement]] = {}
        for element in self.elements.values():
            found.setdefault(element.parent, {})[element.name] = element
        return found

    def holds_elements(self, path: str) -> bool:
        """Whether an element is there to hold others."""
        return path in self.below

    def nearest(self, path: str) -> str | None:
        """The known path most like one that is not: with the same last name, else spelt almost so."""
        last = path.rpartition("/")[2]
        same = [known for known, element in self.elements.items() if element.name == last]
        return nearest(path, same, cutoff=0.0) or nearest(path, self.elements)

    def repeated_on(self, path: str, base: str = "") -> str | None:
        """The first element on the way to a path that may stand several times; `base` and what is above it aside."""
        steps = path.split("/")
        for count in range(1, len(steps) + 1):
            here = "/".join(steps[:count])
            known = self.elements.get(here)
            if known and known.most != 1 and not (base == here or base.startswith(here + "/")):
                return here
        return None


def read_shape(reading: Reading, report: Report) -> Shape:
    """The shape, as far as it could be read. What is wrong stands in the report."""
    general, part = reading.part(language.GENERAL).keys, reading.part(language.ELEMENTS)
    elements: dict[str, ShapeElement] = {}
    for row in part.rows:
        element = _element(row, report)
        if element is None:
            continue
        first = elements.setdefault(element.path, element)
        if first is not element:
            where = Related(first.span, Wording("pierwszy raz tutaj", "first here"))
            report.add(problems.PATH_REPEATED.at(row.place(language.PATH), related=(where,), path=element.path))
    _check_parents(elements, report)
    return Shape(
        reading.span,
        reading.symbol.text,
        general.get(language.NAME) or "",
        general.get(language.ROOT) or "",
        elements,
        reading.preamble.get(VALID_FROM),
        reading.preamble.get(VALID_UNTIL),
    )


def _element(row: Record, report: Report) -> ShapeElement | None:
    path = row.get(language.PATH) or ""
    if path and not _PATH.fullmatch(path):
        report.add(problems.BAD_PATH.at(row.place(language.PATH), path=path))
        return None
    most = _most(row, report)
    must, certainty = row.get(language.MUST), row.get(language.CERTAINTY)
    if not path or must is None or certainty is None:
        return None
    return ShapeElement(row.place(language.PATH), path, must, most, row.get(language.FORM), certainty)


def _most(row: Record, report: Report) -> int:
    text = row.get(language.MOST) or "1"
    if text.casefold() == "n":
        return ANY_NUMBER
    if text.isascii() and text.isdigit() and int(text[:9]) > 0:
        return int(text[:9])
    report.add(problems.BAD_COUNT.at(row.place(language.MOST), text=text))
    return 1


def _check_parents(elements: Mapping[str, ShapeElement], report: Report) -> None:
    """Every element stands below one that is there, comes first, and holds no value."""
    seen: set[str] = set()
    for element in elements.values():
        seen.add(element.path)
        if element.parent and element.parent not in seen:
            report.add(problems.NO_PARENT.at(element.span, path=element.path, parent=element.parent))
        elif element.parent and (around := elements[element.parent]).format:
            where = Related(around.span, Wording("ma postać wartości", "has the format of a value"))
            report.add(problems.VALUE_AROUND.at(element.span, related=(where,), parent=element.parent))


def leaves(shape: Shape, base: str = "") -> Iterator[ShapeElement]:
    """The elements that hold values, those below a path alone."""
    for path, element in shape.elements.items():
        if not shape.holds_elements(path) and (not base or path.startswith(base + "/")):
            yield element
