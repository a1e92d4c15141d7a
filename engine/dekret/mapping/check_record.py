"""A prepared record held against its shape: which mandatory elements it lacks, which stand more often than they may.

Formats of values are asked as they are written (`mapping.prepare`). Holds nothing of files: see `mapping.check_tree`.
"""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from dekret.mapping import prepare_problems as problems
from dekret.mapping.shapes import ANY_NUMBER, Shape, ShapeElement
from dekret.text.diagnostic import Diagnostic
from dekret.text.source import Span

_Fields: TypeAlias = Mapping[str, object]


def check_record(record: _Fields, shape: Shape, place: Span) -> Iterator[Diagnostic]:
    """What a record lacks or has too often, said at the document that it was prepared from; elements by their paths.

    Of several parts each is told by its number: `Line#2/Quantity`.
    """
    yield from _within(record, "", _Place(shape, place, ""))


class _Place:
    """An element of the record, by its path with numbers of parts; empty for the root."""

    def __init__(self, shape: Shape, span: Span, shown: str) -> None:
        self.shape = shape
        self.span = span
        self.shown = shown

    def below(self, name: str) -> "_Place":
        return _Place(self.shape, self.span, f"{self.shown}/{name}" if self.shown else name)


def _within(record: _Fields, path: str, at: _Place) -> Iterator[Diagnostic]:
    for name, element in at.shape.below.get(path, {}).items():
        value, here = record.get(name), at.below(name)
        items = value if isinstance(value, list) else [] if value in (None, "") else [value]
        if not items and element.is_mandatory and _holds_value(element, at.shape):
            yield problems.SHAPE_MISSING.at(here.span, path=here.shown, shape=at.shape.symbol)
        if element.most != ANY_NUMBER and len(items) > element.most:
            yield problems.SHAPE_TOO_MANY.at(
                here.span, path=here.shown, count=len(items), most=element.most, shape=at.shape.symbol
            )
        for number, item in enumerate(items, start=1):
            if isinstance(item, Mapping):
                inner = at.below(f"{name}#{number}") if isinstance(value, list) else here
                yield from _within(item, element.path, inner)


def _holds_value(element: ShapeElement, shape: Shape) -> bool:
    """Whether an element has a mandatory value; one that has none is for the template to write."""
    inner = shape.below.get(element.path)
    return not inner or any(each.is_mandatory and _holds_value(each, shape) for each in inner.values())
