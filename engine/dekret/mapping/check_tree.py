"""An XML document held against its shape: what is missing, unknown, misplaced, too long, no number or no code.

Reused for documents that come in and for those that templates write. Holds nothing of what sums and codes mean.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from dekret.mapping import shape_problems as problems
from dekret.mapping.formats import fault_of
from dekret.mapping.places import shortened, span_of
from dekret.mapping.shapes import ANY_NUMBER, Shape, ShapeElement
from dekret.markup.xml import Element
from dekret.text.diagnostic import Diagnostic, Problem
from dekret.text.wording import Value, Wording


def check_tree(element: Element, shape: Shape, name: str, path: str = "") -> Iterator[Diagnostic]:
    """What is wrong with an element of a file of this name, told by its path in the shape (empty: the root).

    The elements are walked in their order, so that the findings stand in the order of the file.
    """
    waiting = [(element, path)]
    while waiting:
        here, at = waiting.pop()
        known = shape.below.get(at, {})
        yield from _of_children(_At(name, shape, here, at), known)
        waiting.extend((child, _join(at, child.name)) for child in reversed(list(here.parts)) if child.name in known)


class _At:
    """An element of a file with its path."""

    def __init__(self, name: str, shape: Shape, element: Element, path: str) -> None:
        self.name = name
        self.shape = shape
        self.element = element
        self.path = path

    def say(self, problem: Problem, element: Element, **values: Value) -> Diagnostic:
        return problem.filled(span_of(self.name, element), values)


def _join(path: str, name: str) -> str:
    return f"{path}/{name}" if path else name


def _of_children(at: _At, known: Mapping[str, ShapeElement]) -> Iterator[Diagnostic]:
    order = {name: place for place, name in enumerate(known)}
    counts: Counter[str] = Counter()
    furthest, last = -1, ""
    own = at.element.text
    if own and known:
        yield at.say(problems.TEXT_IN_SECTION, at.element, path=at.path or at.shape.root, text=shortened(own))
    for child in at.element.parts:
        name = child.name
        path = _join(at.path, name)
        counts[name] += 1
        if name not in known:
            yield _unknown(at, child, path)
            continue
        if order[name] < furthest:
            yield at.say(problems.OUT_OF_ORDER, child, path=path, before=last)
        else:
            furthest, last = order[name], path
        yield from _of_value(at, child, known[name])
    for name, element in known.items():
        if element.is_mandatory and not counts[name]:
            yield at.say(problems.MISSING_ELEMENT, at.element, path=element.path)
        elif element.most != ANY_NUMBER and counts[name] > element.most:
            yield at.say(problems.TOO_MANY, at.element, path=element.path, count=counts[name], most=element.most)


def _of_value(at: _At, child: Element, known: ShapeElement) -> Iterator[Diagnostic]:
    if known.format is None:
        return
    text = child.text
    if not text:
        if known.is_mandatory:
            yield at.say(problems.MISSING_ELEMENT, child, path=known.path)
        return
    reason = fault_of(known.format, text)
    if reason:
        shown, form = shortened(text), known.format.written
        yield at.say(problems.BAD_VALUE, child, path=known.path, text=shown, reason=reason, format=form)


def _unknown(at: _At, child: Element, path: str) -> Diagnostic:
    near = at.shape.nearest(path)
    advice = Wording(f" Czy chodziło o {near}?", f" Did you mean {near}?") if near else Wording("", "")
    return at.say(problems.UNKNOWN_ELEMENT, child, path=path, shape=at.shape.symbol, near=advice)
