"""Conditions tried out on example documents: which values matter to them, and the documents that have those.

The conditions say which values matter: those they compare macros with, and one beside. Where a condition is about
more than comparisons with constants (`is_plain`), trials prove nothing of it.
"""

import random
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import product
from math import prod

from dekret.documents.document_types import DocumentType
from dekret.documents.examples import EXAMPLES, SETTERS, Data
from dekret.expr.cells import Formula
from dekret.expr.kinds import Kind, Value
from dekret.expr.nodes import Between, Comparison, InList, IsNull, Like, Macro, Node, Null, Number, Sign, Text, walk

_OTHER = "INNE"

_BESIDE = frozenset(
    (
        *("additional_amounts", "analytic_rows", "employee_advances", "advance_holder", "settled_advances", "payments"),
        *(
            "category",
            "category2",
            "name",
            "tax_id",
            "country",
            "gln",
            "ean",
            "general_code",
            "description",
            "foreign_number",
        ),
        *("own_number", "operation_date", "receipt_date", "register_name", "exchange_rate", "contra_account"),
        "foreign_number",
    )
)
"""Fields that an example has only to be complete."""


def usual(data: Data) -> Data:
    """The example that some data were made of."""
    return next(base for base in EXAMPLES[str(data["type"])] if base.get("difference") == data.get("difference"))


def shortened(data: object, before: object) -> object:
    """The example without what it has only for the sake of completeness, unless it was chosen for it."""
    if isinstance(data, list):
        first = before[0] if isinstance(before, list) and before else None
        return [shortened(item, first) for item in data]
    if not isinstance(data, dict):
        return data
    known = before if isinstance(before, dict) else {}
    return {
        name: shortened(value, known.get(name))
        for name, value in data.items()
        if name not in _BESIDE or value != known.get(name)
    }


def constant(value: Value) -> str:
    """A value as an expression has it: NULL, 12.50, 'text'."""
    if value is None:
        return "NULL"
    return f"{value:f}" if isinstance(value, Decimal) else f"'{value}'"


def candidates(type_: DocumentType, conditions: Iterable[Formula]) -> dict[str, list[Value]]:
    """For every macro that conditions compare and that can be set: the values to try."""
    setters = SETTERS[type_.kind]
    found: dict[str, dict[Value, None]] = {}
    for formula in conditions:
        for name, value in _compared(formula.node):
            macro = type_.words.find(name)
            if macro is None or macro.name not in setters:
                continue
            kind = macro.type.kind
            values = found.setdefault(macro.name, {})
            words = setters[macro.name].words
            if words is not None:
                values.update(dict.fromkeys(words))
            elif kind is Kind.NUMBER and isinstance(value, Decimal):
                values.update(dict.fromkeys((value - 1, value, value + 1)))
            elif kind is not Kind.NUMBER and isinstance(value, str):
                values[value] = None
            elif value is None and macro.type.nullable:
                values[None] = None
    for name, values in found.items():
        if any(isinstance(value, str) for value in values) and setters[name].words is None:
            values[_other(name, values)] = None
    return {name: list(values) for name, values in found.items() if values}


_OTHERS = (
    ("Waluta", "CHF"), ("@TypRozl", "PK-PK"), ("Kraj", "FR"), ("Gln", "5900000000022"), ("Data", "2026-03-05"),
    ("Termin", "2026-03-05"), ("Stawka", "23"), ("Konto", "888"), ("TypDok", "XX"),
)  # fmt: skip
"""By a piece of the name of a macro a value that a condition is not likely to name."""
_SECOND = {"CHF": "NOK", "FR": "US", "23": "99", "2026-03-05": "2026-03-04"}
"""What is taken where a condition names it all the same."""


def _other(name: str, values: Mapping[Value, None]) -> str:
    """A value beside those that conditions name."""
    other = next((value for piece, value in _OTHERS if piece in name), _OTHER)
    return _SECOND.get(other, other) if other in values else other


def _compared(node: Node) -> Iterator[tuple[str, Value]]:
    """Macros with the constants that they are compared with."""
    for part in walk(node):
        match part:
            case Comparison(left=Macro(name=name), right=other) | Comparison(left=other, right=Macro(name=name)):
                yield from ((name, value) for value in _constants((other,)))
            case InList(operand=Macro(name=name), options=options):
                yield from ((name, value) for value in _constants(options))
            case Between(operand=Macro(name=name), low=low, high=high):
                yield from ((name, value) for value in _constants((low, high)))
            case Like(operand=Macro(name=name), pattern=Text(value=pattern)):
                yield name, pattern.replace("%", "").replace("_", "x")
            case IsNull(operand=Macro(name=name)):
                yield name, None
            case _:
                pass


def _constants(nodes: Iterable[Node]) -> Iterator[Value]:
    for node in nodes:
        match node:
            case Text(value=text):
                yield text
            case Number(value=number):
                yield number
            case Sign(operator="-", operand=Number(value=number)):
                yield -number
            case _:
                pass


def is_plain(node: Node, type_: DocumentType) -> bool:
    """Whether the trials tell all about a condition: only settable macros beside constants."""
    setters = SETTERS[type_.kind]
    inside: set[int] = set()
    for part in walk(node):
        match part:
            case (
                Comparison(left=Macro(), right=Text() | Number() | Sign() | Null(), operator=operator)
                | Comparison(left=Text() | Number() | Sign() | Null(), right=Macro(), operator=operator)
            ):
                text = isinstance(part.left, Text) or isinstance(part.right, Text)
                if text and operator not in ("=", "<>"):
                    return False
                inside |= {id(part.left), id(part.right)}
            case InList(operand=Macro() as macro) | IsNull(operand=Macro() as macro):
                inside.add(id(macro))
            case Macro():
                spec = type_.words.find(part.name)
                if spec is None or spec.name not in setters:
                    return False
            case Like() | Between():
                return False
            case _:
                pass
    return all(id(part) in inside for part in walk(node) if isinstance(part, Macro))


def is_whole(found: Mapping[str, list[Value]], most: int) -> bool:
    """Whether every combination of candidates is among so many."""
    return prod(len(values) for values in found.values()) <= most


def combinations(found: Mapping[str, list[Value]], most: int) -> Iterator[dict[str, Value]]:
    """All combinations of candidates; where there are more than so many, that many of them, always the same."""
    names = list(found)
    if is_whole(found, most):
        for values in product(*found.values()):
            yield dict(zip(names, values, strict=True))
        return
    chance = random.Random(len(names))  # noqa: S311 - a choice of examples, always the same
    for _ in range(most):
        yield {name: chance.choice(values) for name, values in found.items()}


def values_never(type_: DocumentType, conditions: Iterable[Formula]) -> Iterator[tuple[Formula, str, Text, str]]:
    """Constants that a macro of a few known values is compared with, and never has: with its name, and its values."""
    for formula in conditions:
        for part in walk(formula.node):
            match part:
                case (
                    Comparison(left=Macro(name=name), right=Text() as text)
                    | Comparison(left=Text() as text, right=Macro(name=name))
                ):
                    yield from _never(type_, formula, name, (text,))
                case InList(operand=Macro(name=name), options=options):
                    yield from _never(type_, formula, name, options)
                case _:
                    pass


def _never(
    type_: DocumentType, formula: Formula, name: str, options: Iterable[Node]
) -> Iterator[tuple[Formula, str, Text, str]]:
    macro = type_.words.find(name)
    setter = SETTERS[type_.kind].get(macro.name) if macro else None
    if macro is None or setter is None or setter.words is None:
        return
    known = ", ".join(f"'{word}'" for word in setter.words)
    folded = {word.casefold() for word in setter.words}
    for option in options:
        if isinstance(option, Text) and option.value.strip().casefold() not in folded:
            yield formula, macro.name, option, known
