"""A condition or value followed through: what each of its parts was, with the values of the macros in it."""

import datetime as dt
from typing import Literal, TypeAlias

from msgspec import Struct

from dekret.documents.document_types import DocumentType
from dekret.documents.macros import Scope
from dekret.documents.readers import readers_of
from dekret.expr import compile as expressions
from dekret.expr.cells import Formula
from dekret.expr.check import Checker, Use, check
from dekret.expr.compile import Layout, Row
from dekret.expr.kinds import Kind, Value, shown
from dekret.expr.nodes import AllOf, AnyOf, Comparison, Macro, Negation, Node, Null, Number, Parenthesis, Text

Truth: TypeAlias = Literal["true", "false", "unknown"]


class Named(Struct, frozen=True):
    """A macro, or a part of an expression, and its value as it is shown; NULL for what is not known."""

    text: str
    value: str


class Trace(Struct, frozen=True):
    """A condition or a part of it: its text, its truth, its parts, or the values that it compared."""

    text: str
    truth: Truth
    parts: "tuple[Trace, ...]" = ()
    values: tuple[Named, ...] = ()


class Follower:
    """Evaluates parts of the expressions of a row for one part of a document."""

    def __init__(self, type_: DocumentType, scope: Scope, document: object, part: object, today: dt.date) -> None:
        self.type = type_
        self.scope = scope
        self._at = (document, part, today)

    def condition(self, formula: Formula) -> Trace:
        """A condition, branch by branch."""
        return self._traced(formula, formula.node)

    def computed(self, formula: Formula) -> tuple[Named, ...]:
        """The macros of a cell and the value that they give; a bare macro once."""
        whole = Named(formula.cell.text, shown(self.value(formula)))
        found = self.values(formula)
        return found if whole in found else (*found, whole)

    def value(self, formula: Formula, *, foreign: bool = False) -> Value:
        """The value of a whole cell."""
        return self._evaluated(formula.node, foreign=foreign)

    def values(self, formula: Formula) -> tuple[Named, ...]:
        """The macros of a cell with their values."""
        return self._named(formula, formula.node)

    def _traced(self, formula: Formula, node: Node) -> Trace:
        text = _text(formula, node)
        match node:
            case Parenthesis(inner=inner):
                return self._traced(formula, inner)
            case AnyOf(operands=operands) | AllOf(operands=operands):
                parts = tuple(self._traced(formula, operand) for operand in operands)
                return Trace(text, self._truth(node), parts)
            case Negation(operand=operand):
                return Trace(text, self._truth(node), (self._traced(formula, operand),))
            case _:
                return Trace(text, self._truth(node), (), self._compared(formula, node))

    def _truth(self, node: Node) -> Truth:
        checked = check(node, self.type.words, Kind.CONDITION)
        layout = Layout()
        holds = expressions.compile_condition(checked.condition, layout)
        fails = expressions.compile_refutation(checked.condition, layout)
        row = self._row(layout)
        return "true" if holds(row) else "false" if fails(row) else "unknown"

    def _compared(self, formula: Formula, node: Node) -> tuple[Named, ...]:
        """The sides of a comparison that are no bare macro or constant, and all macros in it."""
        computed = []
        if isinstance(node, Comparison):
            sides = [side for side in (node.left, node.right) if not isinstance(side, Macro | Number | Text | Null)]
            computed = [Named(_text(formula, side), shown(self._evaluated(side))) for side in sides]
        return (*self._named(formula, node), *computed)

    def _named(self, formula: Formula, node: Node) -> tuple[Named, ...]:
        """The macros of a part of a cell with their values, each once."""
        checker = Checker(self.type.words)
        if isinstance(node, Macro):
            checker.value(node)
        else:
            quiet = Checker(self.type.words)
            (checker.value if quiet.value(node) is not None else checker.condition)(node)
        found: dict[str, Named] = {}
        for use in checker.uses:
            text = formula.cell.text[use.start : use.end]
            found.setdefault(text.casefold(), Named(text, shown(self._macro(use))))
        return tuple(found.values())

    def _macro(self, use: Use) -> Value:
        layout = Layout()
        layout.slots[use.spec.name, use.argument, False] = 0
        (read,) = readers_of(self.type, self.scope, layout)
        return read(*self._at)

    def _evaluated(self, node: Node, *, foreign: bool = False) -> Value:
        core = Checker(self.type.words).value(node)
        assert core
        layout = Layout()
        compiled = expressions.compile_value(core, layout)
        return compiled(self._row(layout, foreign=foreign))

    def _row(self, layout: Layout, *, foreign: bool = False) -> Row:
        return [read(*self._at) for read in readers_of(self.type, self.scope, layout, foreign=foreign)]


def _text(formula: Formula, node: Node) -> str:
    return formula.cell.text[node.start : node.end]
