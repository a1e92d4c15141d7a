"""The kinds of paths that no shape tells: a path that is multiplied is a number, one of which the year is taken a date.

What nothing tells is a text. And which paths of an expression are amounts where its target is one.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from dekret.expr.functions import FUNCTIONS, Takes
from dekret.expr.kinds import Kind
from dekret.expr.nodes import (
    Arithmetic,
    Between,
    Call,
    Case,
    Comparison,
    InList,
    Located,
    Macro,
    Number,
    Parenthesis,
    Sign,
    walk,
)

_KINDS = {Takes.NUMBER: Kind.NUMBER, Takes.WHOLE: Kind.NUMBER, Takes.DATE: Kind.DATE}
_AS_THEY_ARE = ("ISNULL", "COALESCE", "ABS")
_TAKES = {function.name: function.takes for function in FUNCTIONS}


def amounts_in(node: Located) -> Iterator[str]:
    """The paths whose values an expression for an amount gives as they are: alone, in sums, in what CASE chooses.

    >>> from dekret.expr.parse import parse
    >>> sorted(amounts_in(parse("ISNULL([net], 0) - [back] + [price] * [count]").value))
    ['back', 'net']
    """
    match node:
        case Macro(name=name) if name.startswith("["):
            yield name[1:-1].strip()
        case Parenthesis(inner=inner):
            yield from amounts_in(inner)
        case Sign(operand=operand):
            yield from amounts_in(operand)
        case Arithmetic(operator="+" | "-", left=left, right=right):
            yield from (*amounts_in(left), *amounts_in(right))
        case Case(branches=branches, otherwise=otherwise):
            for value in (*(branch.value for branch in branches), *([otherwise] if otherwise else ())):
                yield from amounts_in(value)
        case Call(name=name, arguments=arguments) if name in _AS_THEY_ARE:
            for argument in arguments:
                yield from amounts_in(argument)


@dataclass(slots=True)
class _Uses:
    found: dict[str, Kind] = field(default_factory=dict)

    def mark(self, node: Located, kind: Kind) -> None:
        """What stands here has to be of a kind; of a sum so do its parts."""
        match node:
            case Macro(name=name) if name.startswith("["):
                self.found.setdefault(name[1:-1].strip(), kind)
            case Parenthesis(inner=inner):
                self.mark(inner, kind)
            case Sign(operand=operand):
                self.mark(operand, kind)
            case Arithmetic(left=left, right=right):
                self.mark(left, kind)
                self.mark(right, kind)

    def beside(self, nodes: Iterable[Located]) -> None:
        """Paths that stand beside a number are numbers."""
        together = list(nodes)
        if any(isinstance(node, Number) for node in together):
            for node in together:
                self.mark(node, Kind.NUMBER)


def kinds_by_use(node: Located) -> Mapping[str, Kind]:
    """The kinds of the paths of an expression, as far as their use tells.

    >>> from dekret.expr.parse import parse
    >>> kinds_by_use(parse("ROUND([a] * [b], 2)").value)["b"].name, kinds_by_use(parse("[a] + 'x'").value)
    ('NUMBER', {})
    """
    uses = _Uses()
    for part in walk(node):
        match part:
            case Arithmetic(operator="+", left=left, right=right):
                uses.beside((left, right))
            case Arithmetic() | Sign():
                uses.mark(part, Kind.NUMBER)
            case Comparison(left=left, right=right):
                uses.beside((left, right))
            case Between(operand=operand, low=low, high=high):
                uses.beside((operand, low, high))
            case InList(operand=operand, options=options):
                uses.beside((operand, *options))
            case Call(name=name, arguments=arguments):
                for takes, argument in zip(_TAKES.get(name, ()), arguments, strict=False):
                    if takes in _KINDS:
                        uses.mark(argument, _KINDS[takes])
    return uses.found
