"""From parse trees to nodes: the builders of both grammars of the chart language."""

from decimal import Decimal
from typing import cast

from dekret.chart.nodes import (
    Binary,
    Braces,
    Call,
    Conditional,
    Declaration,
    Default,
    Definition,
    Element,
    Expression,
    Given,
    Insert,
    Number,
    Option,
    Parts,
    Piece,
    Quoting,
    Reference,
    Stray,
    Symbol,
    Test,
    Text,
    Unary,
    Within,
    Word,
    Words,
    XReference,
)
from dekret.syntax.grammar import Lexeme
from dekret.values.pictures import unquoted

_NAMES = {"=<": "<=", "=>": ">=", "~=": "<>", "!=": "<>", "LUB": "OR", "–": "-", "−": "-"}


def segments(text: str) -> tuple[str, ...]:
    """The parts of a condition, folded, for letter case is no matter.

    >>> segments("KASA, Bank")
    ('kasa', 'bank')
    """
    return tuple(part.strip().casefold() for part in text.split(",") if part.strip())


class InsertBuilder:
    """Nodes of the first pass."""

    def start(self, children: list[Piece]) -> tuple[Piece, ...]:
        return tuple(children)

    def text(self, children: list[Lexeme]) -> Words:
        return Words(children[0].start, children[0].end)

    def quoted(self, children: list[Lexeme]) -> Words:
        return Words(children[0].start, children[0].end, quoted=True)

    def x_reference(self, children: list[Lexeme]) -> XReference:
        return _x_reference(children[0])

    def parameter(self, children: list[Lexeme]) -> Parts:
        return tuple(_part(child) for child in children)

    x_value = parameter

    def ordinary(self, children: list[Parts]) -> tuple[Parts, ...]:
        return tuple(child for child in children if child)

    def x_given(self, children: list[object]) -> Given:
        name, value = cast("tuple[Lexeme, Parts]", children)
        return Given(name.start, value[-1].end if value else name.end, name.strip(), value)

    def insert(self, children: list[object]) -> Insert:
        opening, head, *rest, ending = cast("list[Lexeme]", children)
        inner = cast("list[object]", rest)
        condition = next((child for child in inner if isinstance(child, Lexeme)), "")
        ordinary = next((child for child in inner if isinstance(child, tuple)), ())
        given = tuple(child for child in inner if isinstance(child, Given))
        end = ending.end
        return Insert(opening.start, end, head.strip(), segments(condition), ordinary, given, end - 4)

    def conditional(self, children: list[object]) -> Conditional:
        opening, *condition, _, body, ending = cast("list[Lexeme]", children)
        test = Test(opening.rstrip("( \t\r\n").lstrip("@").upper())
        pieces = _without_last_blank(cast("tuple[Piece, ...]", body), ending)
        tested = segments(condition[0]) if condition else ()
        closing = Test(ending.rstrip("@").upper())
        return Conditional(opening.start, ending.end, test, tested, pieces, closing, ending.start)


def _part(lexeme: Lexeme) -> Words | XReference:
    return _x_reference(lexeme) if lexeme.type == "X_REFERENCE" else Words(lexeme.start, lexeme.end)


def _x_reference(lexeme: Lexeme) -> XReference:
    return XReference(lexeme.start, lexeme.end, lexeme.partition("(")[2].rstrip(")").strip())


def _without_last_blank(body: tuple[Piece, ...], ending: Lexeme) -> tuple[Piece, ...]:
    """The blank before IF@ belongs to the marker (seeds/001:1905)."""
    if not body or not isinstance(body[-1], Words) or body[-1].quoted or body[-1].end != ending.start:
        return body
    last = body[-1]
    return (*body[:-1], Words(last.start, last.end - 1)) if last.end - last.start > 1 else body[:-1]


class ParameterBuilder:
    """Nodes of the second pass."""

    def start(self, children: list[Element]) -> tuple[Element, ...]:
        return tuple(children)

    def text(self, children: list[Lexeme]) -> Words:
        return Words(children[0].start, children[0].end)

    def quoted(self, children: list[Lexeme]) -> Words:
        return Words(children[0].start, children[0].end, quoted=True)

    def stray(self, children: list[Lexeme]) -> Stray:
        return Stray(children[0].start, children[0].end)

    def reference(self, children: list[Lexeme]) -> Reference:
        return _reference(children[0])

    value = reference

    def braces(self, children: list[object]) -> Braces:
        opening, expression, ending = cast("tuple[Lexeme, Expression, Lexeme]", children)
        return Braces(opening.start, ending.end, expression)

    inner_braces = braces

    def inner(self, children: list[object]) -> tuple[Within, ...]:
        found: list[Within] = []
        for child in children:
            if isinstance(child, Lexeme) and child.type == "REFERENCE":
                found.append(_reference(child))
            elif isinstance(child, tuple):
                found.extend(child)
            elif isinstance(child, Braces):
                found.append(child)
        return tuple(found)

    def inner_group(self, children: list[object]) -> tuple[Within, ...]:
        return cast("tuple[Within, ...]", children[1])

    def argument(self, children: list[str]) -> str:
        return "".join(children)

    argument_group = argument

    def option(self, children: list[object]) -> Option:
        name, argument, ending = cast("tuple[Lexeme, str, Lexeme]", children)
        written = name.strip()
        start = name.end - len(name.lstrip())
        word = written.rstrip("( \t\r\n").lstrip("@")
        return Option(start, ending.end, word.upper(), argument.strip(), loose=not written.startswith("@"))

    def default(self, children: list[object]) -> Default:
        remembered = any(isinstance(child, Lexeme) and child.type == "REMEMBERED" for child in children)
        written = [child for child in children if isinstance(child, Lexeme)]
        literal = next((child for child in written if child.type.startswith("LITERAL")), None)
        expression = next((child for child in children if not isinstance(child, Lexeme)), None)
        start, end = (written[0].start, written[-1].end) if written else (0, 0)
        value = None if literal is None else str(literal)
        return Default(start, end, remembered, value, cast("Expression | None", expression))

    def body(self, children: list[object]) -> "_Body":
        return _Body(children)

    label = body

    def definition(self, children: list[object]) -> Definition:
        opening, body, *ending = cast("tuple[Lexeme, _Body, *tuple[Lexeme, ...]]", children)
        start = opening.end - len(opening.lstrip())
        return body.definition(start, ending[0].end if ending else body.end, closed=bool(ending))

    defined_value = definition

    def declaration(self, children: list[object]) -> Declaration:
        opening, body, *rest = cast("tuple[Lexeme, _Body, *tuple[object, ...]]", children)
        ending = cast("Lexeme", rest[-1])
        closing = next((c for c in rest[:-1] if isinstance(c, Lexeme)), None)
        start = opening.start + opening.index("?")
        definition = body.definition(start, closing.end if closing else body.end, closed=closing is not None)
        return Declaration(
            opening.start, ending.end, definition, tuple(child for child in rest if isinstance(child, Option))
        )

    # --- expressions

    def binary(self, children: list[object]) -> Binary:
        left, operator, right = cast("tuple[Expression, Lexeme, Expression]", children)
        return Binary(left.start, right.end, _operator(operator), left, right)

    def unary(self, children: list[object]) -> Unary:
        operator, operand = cast("tuple[Lexeme, Expression]", children)
        return Unary(_begin(operator), operand.end, _operator(operator), operand)

    def number(self, children: list[Lexeme]) -> Number:
        return Number(_begin(children[0]), children[0].end, Decimal(children[0].strip()))

    def string(self, children: list[Lexeme]) -> Text:
        return Text(_begin(children[0]), children[0].end, unquoted(children[0].strip()))

    def word(self, children: list[Lexeme]) -> Word:
        return Word(_begin(children[0]), children[0].end, children[0].strip())

    def symbol(self, children: list[Lexeme]) -> Symbol:
        return Symbol(_begin(children[0]), children[0].end, children[0].strip())

    def call(self, children: list[object]) -> Call:
        name, *rest = cast("tuple[Lexeme, *tuple[object, ...]]", children)
        ending = cast("Lexeme", rest[-1])
        arguments = cast("tuple[Expression, ...]", rest[0] if len(rest) > 1 else ())
        return Call(_begin(name), ending.end, name.strip().rstrip("( \t\r\n"), arguments)

    def arguments(self, children: list[Expression]) -> tuple[Expression, ...]:
        return tuple(children)

    def group(self, children: list[object]) -> Expression:
        return cast("Expression", children[1])


class _Body:
    """A definition but for its ends."""

    def __init__(self, children: list[object]) -> None:
        self.lexemes = {child.type: child for child in children if isinstance(child, Lexeme)}
        self.inside = next((child for child in children if isinstance(child, tuple)), None)
        self.default = next((child for child in children if isinstance(child, Default)), None)

    @property
    def end(self) -> int:
        return self.default.end if self.default else self.lexemes["CLOSE"].end

    def definition(self, start: int, end: int, *, closed: bool) -> Definition:
        found = self.lexemes
        picture = found.get("PICTURE") or found.get("PICTURE_OPEN") or found["LABEL_OPEN"]
        name, closing = found.get("NAME"), found.get("CLOSE")
        written = picture.rstrip("( \t\r\n")
        return Definition(
            start,
            end,
            "HIDDEN" in found,
            written,
            Quoting(found["QUOTING"].strip().upper()) if "QUOTING" in found else None,
            name.rstrip("|").strip() if name else None,
            found["PROMPT"].strip() if "PROMPT" in found else "",
            self.default or Default(end, end, remembered=False),
            self.inside if closing else None,
            picture.end,
            closing.start if closing else 0,
            (picture.start, picture.start + len(written)),
            (_begin(name), name.start + len(name.rstrip("|").rstrip())) if name else (start, end),
            closed,
        )


def _begin(lexeme: Lexeme) -> int:
    """Where a token starts, the blanks before it left out."""
    return lexeme.end - len(lexeme.lstrip())


def _operator(lexeme: Lexeme) -> str:
    word = lexeme.strip().upper()
    return _NAMES.get(word, word)


def _reference(lexeme: Lexeme) -> Reference:
    written = lexeme.strip()
    name = written[2:].lstrip()
    start, upper = _begin(lexeme), name.upper()
    if upper.startswith("_RES2_"):
        return Reference(start, lexeme.end, name[6:], None, second=True)
    if upper.startswith("_NQ"):
        return Reference(start, lexeme.end, name[3:], Quoting.RAW)
    if upper.startswith("_Q"):
        return Reference(start, lexeme.end, name[2:], Quoting.QUOTED)
    return Reference(start, lexeme.end, name)
