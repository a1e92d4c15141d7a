"""The check of expressions in templates: every name, field, filter, test and call, by the types of the record."""

import datetime as dt
import inspect
import re
from collections.abc import Callable, Iterable
from decimal import Decimal

from jinja2 import nodes

from dekret.render import problems
from dekret.render.check_scope import (
    ANY,
    FLAG,
    TEXT,
    WHOLE,
    Group,
    MacroDefinition,
    Module,
    Scope,
    Thing,
    facts,
    fields,
    joined,
    path_of,
)
from dekret.render.environment import TESTS
from dekret.render.filters import BY_NAME, FILTERS, Filter, FilterError
from dekret.render.kinds import TemplateKind
from dekret.render.names import Kind, Value
from dekret.render.places import offset_of
from dekret.render.templates import Template
from dekret.text.diagnostic import Problem
from dekret.text.nearest import did_you_mean
from dekret.text.report import Report
from dekret.text.source import Span
from dekret.text.wording import Value as Filling
from dekret.text.wording import Wording, listed

_NUMBERS = (Kind.AMOUNT, Kind.WHOLE)
_SAMPLES: dict[Kind, object] = {
    Kind.TEXT: "x", Kind.AMOUNT: Decimal(1), Kind.WHOLE: 1, Kind.DATE: dt.date(2026, 1, 31), Kind.FLAG: True,
    Kind.LIST: (), Kind.MAP: {},
}  # fmt: skip
_ARITHMETIC = {
    nodes.Add: "+", nodes.Sub: "-", nodes.Mul: "*", nodes.Div: "/", nodes.FloorDiv: "//", nodes.Mod: "%",
    nodes.Pow: "**",
}  # fmt: skip


class ValueCheck:
    """Tells the type of an expression and reports what is wrong with it; `call_macro` checks the body of a macro."""

    def __init__(self, report: Report, call_macro: Callable[[MacroDefinition, nodes.Call, Scope], Value]) -> None:
        self.report = report
        self.call_macro = call_macro
        self.template: Template

    def say(self, problem: Problem, node: nodes.Node, word: str = "", **values: Filling) -> None:
        """Reports a problem at a node; `word` is what is to be marked, from the place of the node on."""
        source, start = self.template.source, offset_of(node)
        found = re.compile(re.escape(word)).search(source.text, start) if word else None
        near = found if found and source.text.count("\n", start, found.start()) == 0 else None
        span = Span(source, near.start(), near.end()) if near else Span(source, start, start)
        self.report.add(problem.filled(span, values))

    def value(self, node: nodes.Node, scope: Scope) -> Value:
        """The type of an expression that has to be a value."""
        thing = self.thing(node, scope)
        if isinstance(thing, Value):
            return thing
        what = Wording("makro albo moduł bez nawiasów", "a macro or module without parentheses")
        self.say(problems.NOT_PRINTABLE, node, path_of(node), what=what)
        return ANY

    def thing(self, node: nodes.Node, scope: Scope) -> Thing:
        """What an expression is."""
        match node:
            case nodes.Name():
                return self._name(node, scope)
            case nodes.Getattr():
                return self._field(node, scope)
            case nodes.Const():
                return self._const(node)
            case nodes.TemplateData():
                return TEXT
            case nodes.Concat():
                for part in node.nodes:
                    self.printable(part, self.value(part, scope), quiet=True)
                return TEXT
            case nodes.List() | nodes.Tuple():
                items = [self.value(item, scope) for item in node.items]
                return Value(Kind.LIST, item=joined(items) if items else ANY)
            case nodes.Filter():
                return self._filter(node, scope)
            case nodes.Test():
                return self._test(node, scope)
            case nodes.Call():
                return self._call(node, scope)
            case nodes.CondExpr():
                return self._choice(node, scope)
            case nodes.And() | nodes.Or():
                return self._both(node, scope)
            case nodes.Not():
                self.value(node.node, scope)
                return FLAG
            case nodes.Compare():
                return self._compare(node, scope)
            case nodes.BinExpr() | nodes.UnaryExpr():
                return self._arithmetic(node, scope)
            case nodes.Getitem():
                return self._item(node, scope)
        self._forbidden(node, Wording("takie wyrażenie", "such an expression"))
        return ANY

    def _forbidden(self, node: nodes.Node, what: Wording, word: str = "") -> None:
        advice = Wording("Są pola rekordu, filtry i makra.", "There are fields of the record, filters and macros.")
        self.say(problems.NOT_ALLOWED, node, word, what=what, advice=advice)

    def _const(self, node: nodes.Const) -> Value:
        match node.value:
            case float():
                self.say(problems.FLOAT, node, text=str(node.value))
                return Value(Kind.AMOUNT)
            case bool():
                return FLAG
            case int():
                return WHOLE
            case None:
                return Value(Kind.NOTHING)
        return TEXT

    def _name(self, node: nodes.Name, scope: Scope) -> Thing:
        found = scope.names.get(node.name)
        if found is None:
            if not scope.lenient:
                known = [name for name in scope.names if not name.startswith("_")]
                self.say(
                    problems.UNKNOWN_NAME,
                    node,
                    node.name,
                    name=node.name,
                    advice=did_you_mean(node.name, known),
                    known=listed(sorted(known)),
                )
            return ANY
        return self._sure(found, node, scope)

    def _sure(self, found: Thing, node: nodes.Node, scope: Scope) -> Thing:
        return found.sure() if isinstance(found, Value) and path_of(node) in scope.known else found

    def _field(self, node: nodes.Getattr, scope: Scope) -> Thing:
        owner = self.thing(node.node, scope)
        if node.attr.startswith("_"):
            self._forbidden(node, Wording(f"sięgać do „{node.attr}”", f"reach for '{node.attr}'"), node.attr)
            return ANY
        match owner:
            case Module():
                known: dict[str, Thing] = {n: t for n, t in owner.names.items() if isinstance(t, MacroDefinition)}
                what = Wording(f"Szablon {owner.template.symbol}", f"The template {owner.template.symbol}")
            case Group():
                known = dict(owner.names)
                what = Wording(owner.what, owner.what)
            case Value(kind=Kind.RECORD, of=record) if record:
                self.there(node.node, owner)
                known = {name: named.value for name, named in fields(record).items()}
                what = Wording(path_of(node.node) or "Rekord", path_of(node.node) or "The record")
            case Value(kind=Kind.ANY):
                return ANY
            case _:
                kind = owner.describe() if isinstance(owner, Value) else Wording("makro", "a macro")
                self._unknown_field(node, Wording(kind.pl.capitalize(), kind.en.capitalize()), ())
                return ANY
        if node.attr not in known:
            self._unknown_field(node, what, known)
            return ANY
        return self._sure(known[node.attr], node, scope)

    def _unknown_field(self, node: nodes.Getattr, what: Wording, known: Iterable[str]) -> None:
        names = sorted(known)
        self.say(
            problems.UNKNOWN_FIELD,
            node,
            node.attr,
            what=what,
            name=node.attr,
            advice=did_you_mean(node.attr, names),
            known=listed(names, limit=30) or "–",
        )

    def there(self, node: nodes.Node, value: Value) -> None:
        """Reports a value that may be missing where there has to be one."""
        if value.optional:
            name = path_of(node)
            self.say(problems.MAY_BE_MISSING, node, name.rpartition(".")[2], name=name or "…")

    def printable(self, node: nodes.Node, value: Value, *, quiet: bool = False) -> None:
        """Reports what cannot be printed as it is; amounts and dates as they are, unless `quiet`."""
        word = path_of(node).rpartition(".")[2]
        match value.kind:
            case Kind.LIST | Kind.MAP | Kind.RECORD | Kind.FLAG | Kind.MIXED:
                self.say(problems.NOT_PRINTABLE, node, word, what=value.describe())
            case Kind.AMOUNT | Kind.DATE if not quiet and self.template.kind is TemplateKind.HTML:
                example, name = ("1234.50", "kwota") if value.kind is Kind.AMOUNT else ("2026-01-31", "data")
                what = Wording("Kwota", "An amount") if value.kind is Kind.AMOUNT else Wording("Data", "A date")
                self.say(problems.UNFORMATTED, node, word, what=what, example=example, filter=name)

    def _filter(self, node: nodes.Filter, scope: Scope) -> Value:
        given = self.value(node.node, scope) if node.node else TEXT
        return self.filtered(node, given, scope)

    def filtered(self, node: nodes.Filter, given: Value, scope: Scope) -> Value:
        """What a filter gives of a value of a type."""
        arguments = [self.value(argument, scope) for argument in node.args]
        arguments += [self.value(keyword.value, scope) for keyword in node.kwargs]
        known = BY_NAME.get(node.name)
        if known is None:
            names = [each.name for each in FILTERS]
            advice = did_you_mean(node.name, names)
            self.say(
                problems.UNKNOWN_FILTER, node, node.name, name=node.name, advice=advice, known=listed(names, limit=30)
            )
            return ANY
        self._filter_takes(node, known, given)
        self._filter_arguments(node, known)
        return known.gives

    def _filter_takes(self, node: nodes.Filter, known: Filter, given: Value) -> None:
        fits = given.kind in (*known.takes, Kind.ANY, Kind.NOTHING)
        if known.name == "join" and given.item and given.item.kind not in (Kind.TEXT, Kind.ANY):
            fits = False
        if known.name == "length" and given.optional:
            self.there(node.node or node, given)
        if not fits:
            wanted = Wording(
                " albo ".join(kind.value.pl for kind in known.takes), " or ".join(kind.value.en for kind in known.takes)
            )
            what = Wording(f"Filtr {known.name}", f"Filter {known.name}")
            self.say(problems.WRONG_KIND, node, node.name, what=what, given=given.describe(), wanted=wanted)

    def _filter_arguments(self, node: nodes.Filter, known: Filter) -> None:
        """Tries the filter with the arguments that are written out, and looks at the number of all."""
        reason: Wording | None = None
        given = len(node.args) + len(node.kwargs)
        needed = sum(each.default is each.empty for each in inspect.signature(known.function).parameters.values()) - 1
        unknown = [keyword.key for keyword in node.kwargs if keyword.key not in known.arguments]
        if node.dyn_args or node.dyn_kwargs:
            reason = Wording("gwiazdki są niedozwolone", "stars are not allowed")
        elif unknown:
            reason = Wording(f"nie ma argumentu „{unknown[0]}”", f"there is no argument '{unknown[0]}'")
        elif given > len(known.arguments):
            reason = Wording(f"argumentów jest za dużo: {given}", f"too many arguments: {given}")
        elif given < needed:
            reason = Wording("brakuje argumentu", "an argument is missing")
        elif all(isinstance(each, nodes.Const) for each in [*node.args, *(k.value for k in node.kwargs)]):
            reason = _tried(node, known)
        if reason:
            names = ", ".join(known.arguments) or "–"
            self.say(problems.FILTER_ARGUMENTS, node, node.name, name=known.name, reason=reason, known=names)

    def _test(self, node: nodes.Test, scope: Scope) -> Value:
        self.value(node.node, scope)
        for argument in node.args:
            self.value(argument, scope)
        if node.name not in TESTS:
            advice = did_you_mean(node.name, TESTS)
            self.say(problems.UNKNOWN_TEST, node, node.name, name=node.name, advice=advice, known=", ".join(TESTS))
            return ANY
        return FLAG

    def _call(self, node: nodes.Call, scope: Scope) -> Value:
        for argument in [*node.args, *(keyword.value for keyword in node.kwargs)]:
            self.value(argument, scope)
        if isinstance(node.node, nodes.Name) and node.node.name == "caller" and scope.caller:
            return TEXT
        if isinstance(node.node, nodes.Getattr):
            owner = self.thing(node.node.node, scope)
            if isinstance(owner, Group) and node.node.attr in owner.callable:
                return joined([self.value(each, scope) for each in node.args]) if node.args else FLAG
        called = self.thing(node.node, scope)
        if isinstance(called, MacroDefinition):
            return self.call_macro(called, node, scope)
        if called is not ANY:
            self._forbidden(node, Wording("wywołać coś, co nie jest makrem", "call what is no macro"))
        return TEXT if scope.lenient else ANY

    def _choice(self, node: nodes.CondExpr, scope: Scope) -> Value:
        self.value(node.test, scope)
        first = self.value(node.expr1, scope.branch(facts(node.test, holds=True)))
        if node.expr2 is None:
            return joined([first, Value(Kind.NOTHING)])
        return joined([first, self.value(node.expr2, scope.branch(facts(node.test, holds=False)))])

    def _both(self, node: nodes.And | nodes.Or, scope: Scope) -> Value:
        left = self.value(node.left, scope)
        holds = isinstance(node, nodes.And)
        right = self.value(node.right, scope.branch(facts(node.left, holds=holds)))
        return joined([left if holds else left.sure(), right])

    def _compare(self, node: nodes.Compare, scope: Scope) -> Value:
        left = self.value(node.expr, scope)
        for operand in node.ops:
            right = self.value(operand.expr, scope)
            if operand.op in ("in", "notin"):
                fits = right.kind in (Kind.LIST, Kind.MAP, Kind.TEXT, Kind.ANY)
            else:
                fits = _comparable(left, right) or (
                    operand.op in ("eq", "ne") and Kind.MIXED in (left.kind, right.kind)
                )
            if not fits:
                what = Wording("Porównanie", "The comparison")
                self.say(problems.WRONG_KIND, node, what=what, given=right.describe(), wanted=left.describe())
            elif operand.op not in ("eq", "ne"):
                self.there(operand.expr, right)
                if operand.op not in ("in", "notin"):
                    self.there(node.expr, left)
            left = right
        return FLAG

    def _arithmetic(self, node: nodes.BinExpr | nodes.UnaryExpr, scope: Scope) -> Value:
        parts = [node.left, node.right] if isinstance(node, nodes.BinExpr) else [node.node]
        values = [self.value(part, scope) for part in parts]
        counts = isinstance(node, nodes.Add | nodes.Sub | nodes.Neg | nodes.Pos)
        if not counts or any(value.kind not in (Kind.WHOLE, Kind.ANY) for value in values):
            sign = next((text for kind, text in _ARITHMETIC.items() if isinstance(node, kind)), "-")
            self.say(problems.COUNTS, node, sign, operator=sign)
        else:
            for part, value in zip(parts, values, strict=True):
                self.there(part, value)
        return WHOLE

    def _item(self, node: nodes.Getitem, scope: Scope) -> Value:
        owner = self.value(node.node, scope)
        self.value(node.arg, scope)
        match owner:
            case Value(kind=Kind.MAP, item=item) if item:
                self.there(node.node, owner)
                return joined([item, Value(Kind.NOTHING)])
            case Value(kind=Kind.ANY):
                return ANY
        what = Wording("wybierać z listy po numerze", "pick from a list by number")
        self._forbidden(node, what)
        return ANY


def _comparable(left: Value, right: Value) -> bool:
    if Kind.ANY in (left.kind, right.kind) or Kind.NOTHING in (left.kind, right.kind):
        return True
    return left.kind is right.kind or (left.kind in _NUMBERS and right.kind in _NUMBERS)


def _tried(node: nodes.Filter, known: Filter) -> Wording | None:
    """What a filter says against the arguments that are written out."""
    arguments = [argument.value for argument in node.args if isinstance(argument, nodes.Const)]
    named = {str(keyword.key): keyword.value.value for keyword in node.kwargs if isinstance(keyword.value, nodes.Const)}
    try:
        known.function(_SAMPLES[known.takes[0]], *arguments, **named)
    except FilterError as error:
        pl, en = (text.partition(": ")[2].rstrip(".") for text in (error.wording.pl, error.wording.en))
        return Wording(pl, en)
    except TypeError:
        return Wording("argumenty są podane dwa razy", "arguments are given twice")
    return None
