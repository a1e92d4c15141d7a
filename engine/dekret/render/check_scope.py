"""What the check of templates knows at a place: names with their types, and what is certainly there."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from jinja2 import nodes

from dekret.model.base import Record
from dekret.render.names import Kind, Named, Value, names_of
from dekret.render.templates import Template

ANY = Value(Kind.ANY)
TEXT = Value(Kind.TEXT)
WHOLE = Value(Kind.WHOLE)
FLAG = Value(Kind.FLAG)


@dataclass(frozen=True, slots=True, eq=False)
class MacroDefinition:
    """A macro: its node, the template it stands in, and the names around it."""

    node: nodes.Macro
    template: Template
    scope: "Scope"


@dataclass(frozen=True, slots=True, eq=False)
class Module:
    """What `{% import %}` gives: the names that another template leaves."""

    template: Template
    names: "dict[str, Thing]"


@dataclass(frozen=True, slots=True)
class Group:
    """Values under names that are no fields of a record: the dialog, the loop."""

    what: str
    names: tuple[tuple[str, Value], ...]
    callable: frozenset[str] = frozenset()


Thing: TypeAlias = Value | MacroDefinition | Module | Group

LOOP = Group(
    "loop",
    (
        *((name, WHOLE) for name in ("index", "index0", "revindex", "revindex0", "length", "depth", "depth0")),
        ("first", FLAG),
        ("last", FLAG),
    ),
    frozenset({"cycle", "changed"}),
)


@dataclass(slots=True)
class Scope:
    """Names of a block. `known` are paths (`faktura.odbiorca`) that a condition says are there.

    `lenient`: a part looked at by itself, whose names come from whoever includes it.
    """

    names: dict[str, Thing]
    known: frozenset[str] = frozenset()
    lenient: bool = False
    caller: bool = False

    def inner(self, **names: Thing) -> "Scope":
        """A block within; what it sets stays in it."""
        shadowed = frozenset(path for path in self.known if path.partition(".")[0] not in names)
        return replace(self, names={**self.names, **names}, known=shadowed)

    def branch(self, known: frozenset[str]) -> "Scope":
        """A branch of a condition under which these paths are there."""
        return replace(self, names=dict(self.names), known=self.known | known)

    def merge(self, branches: "list[Scope]") -> None:
        """Takes over the names that every branch leaves."""
        for name in set.intersection(*(set(branch.names) for branch in branches)):
            things = [branch.names[name] for branch in branches]
            first = things[0]
            same = all(thing == first for thing in things)
            values = [thing for thing in things if isinstance(thing, Value)]
            self.names[name] = first if same else joined(values) if len(values) == len(things) else ANY


def joined(values: list[Value]) -> Value:
    """The type of a value that is one of several."""
    real = [value for value in values if value.kind is not Kind.NOTHING]
    optional = len(real) < len(values) or any(value.optional for value in real)
    if not real:
        return Value(Kind.NOTHING)
    first = real[0].sure()
    if any(value.kind is Kind.ANY for value in real):
        return ANY
    if all(value.sure() == first for value in real):
        return replace(first, optional=optional)
    numbers = all(value.kind in (Kind.AMOUNT, Kind.WHOLE) for value in real)
    return Value(Kind.AMOUNT if numbers else Kind.MIXED, optional=optional)


def path_of(node: nodes.Node | None) -> str:
    """`faktura.odbiorca` of such an expression; empty for any other."""
    match node:
        case nodes.Name():
            return node.name
        case nodes.Getattr():
            inner = path_of(node.node)
            return f"{inner}.{node.attr}" if inner else ""
    return ""


def facts(test: nodes.Node, *, holds: bool) -> frozenset[str]:
    """The paths that are there where a condition holds, or where it does not."""
    match test:
        case nodes.Name() | nodes.Getattr():
            return frozenset({path_of(test)} - {""}) if holds else frozenset()
        case nodes.Not():
            return facts(test.node, holds=not holds)
        case nodes.And():
            sides = facts(test.left, holds=holds), facts(test.right, holds=holds)
            return sides[0] | sides[1] if holds else sides[0] & sides[1]
        case nodes.Or():
            sides = facts(test.left, holds=holds), facts(test.right, holds=holds)
            return sides[0] & sides[1] if holds else sides[0] | sides[1]
        case nodes.Test() if test.name == "none":
            return frozenset() if holds else frozenset({path_of(test.node)} - {""})
        case nodes.Compare() if holds and [operand.op for operand in test.ops] == ["eq"]:
            other = test.ops[0].expr
            return (
                frozenset({path_of(test.expr)} - {""})
                if isinstance(other, nodes.Const) and other.value
                else frozenset()
            )
    return frozenset()


def fields(record: type[Record]) -> Mapping[str, Named]:
    """The fields of a record by their names in templates."""
    return names_of(record)


@dataclass(slots=True)
class Checked:
    """What was looked at already: macros by the types of their arguments, templates that are being included."""

    macros: set[tuple[int, tuple[Thing | None, ...], bool]] = field(default_factory=set)
    called: set[int] = field(default_factory=set)
    macro_names: list[MacroDefinition] = field(default_factory=list)
