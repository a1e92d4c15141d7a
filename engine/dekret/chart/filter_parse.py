"""The tree of a filter from its text, the way back of `filter_tree`. What says more than a tree can stays a text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlglot import exp

from dekret.chart.filter_tree import LIKE, Branch, Held, Joined, as_typed, sql_value
from dekret.chart.nodes import Braces, Declaration, Definition, Reference, Words
from dekret.chart.operators import Operator
from dekret.chart.parse import parse_inserts, parse_parameters
from dekret.sql import tsql
from dekret.sql.words import SqlFault
from dekret.syntax.cells import read_date
from dekret.text.wording import Wording

_BEFORE = "SELECT 1 AS a WHERE "
_MARK = "\ue000"
"""Stands with a number for a parameter or an expression where the text is read as SQL."""
_MARKED = re.compile(f"'?{_MARK}(\\d+)'?")


@dataclass(frozen=True, slots=True)
class NoTree:
    """Why a text stays a text: the construct that no row of a table says, as it was written, and what it is."""

    construct: str
    reason: Wording


@dataclass(frozen=True, slots=True)
class Tree:
    """A text as a tree, and the declarations of its parameters, which stand apart from it in a rule file."""

    branch: Branch
    declarations: tuple[str, ...] = ()


def tree_of(text: str) -> Tree | NoTree:
    """The tree of a condition; its parameters and expressions are values, as they are in a table of conditions.

    >>> tree_of("VaN_Detal=??Detal").branch.values
    ('??Detal',)
    >>> tree_of("LEN(Knt_Kod)=3").construct
    'LEN(Knt_Kod)'
    """
    masked = _masked(text)
    if isinstance(masked, NoTree):
        return masked
    found = tsql.parse(_BEFORE + masked.text)
    if isinstance(found, SqlFault):
        where = max(found.start - len(_BEFORE), 0), max(found.end - len(_BEFORE), 0)
        return NoTree(masked.written(masked.text[slice(*where)]) or text.strip(), found.reason)
    where_ = found[0].tree.args.get("where") if len(found) == 1 else None
    if not isinstance(where_, exp.Where):
        return NoTree(text.strip(), Wording("to więcej niż jeden warunek", "it is more than one condition"))
    try:
        return Tree(_Reader(masked).branch(where_.this), masked.declarations)
    except _Stays as stays:
        return stays.found


class _Stays(Exception):  # noqa: N818 - carries an answer out of the recursion below
    def __init__(self, found: NoTree) -> None:
        super().__init__(found.construct)
        self.found = found


@dataclass(frozen=True, slots=True)
class _Masked:
    """A text with marks for what the chart language puts values in; declarations are taken out of it."""

    text: str
    values: tuple[str, ...]
    declarations: tuple[str, ...]

    def written(self, text: str) -> str:
        """A piece of the marked text as its author wrote it."""
        return _MARKED.sub(lambda found: self.values[int(found[1])], text).strip()


def _masked(text: str) -> _Masked | NoTree:
    if not text.strip():
        return NoTree("", Wording("warunek jest pusty", "the condition is empty"))
    insert = next((piece for piece in parse_inserts(text).value or () if not isinstance(piece, Words)), None)
    if insert:
        return NoTree(text[insert.start : insert.end].strip(), _INSERT)
    parsed = parse_parameters(text)
    if parsed.value is None or _MARK in text:
        first = parsed.findings[0].problem.message if parsed.findings else Wording("nie do odczytania", "unreadable")
        return NoTree(text.strip(), first.fill(dict(parsed.findings[0].values)) if parsed.findings else first)
    pieces: list[str] = []
    values: list[str] = []
    declarations: list[str] = []
    place = 0
    for element in parsed.value:
        if not isinstance(element, Declaration | Definition | Reference | Braces):
            continue
        pieces.append(text[place : element.start])
        written = text[element.start : element.end]
        if isinstance(element, Declaration):
            declarations.append(written)
        else:
            pieces.append(f"'{_MARK}{len(values)}'")
            values.append(written)
        place = element.end
    pieces.append(text[place:])
    return _Masked("".join(pieces), tuple(values), tuple(declarations))


_COMPARED: tuple[tuple[type[exp.Expr], Operator], ...] = (
    (exp.EQ, Operator.EQUAL),
    (exp.NEQ, Operator.NOT_EQUAL),
    (exp.GT, Operator.GREATER),
    (exp.GTE, Operator.AT_LEAST),
    (exp.LT, Operator.LESS),
    (exp.LTE, Operator.AT_MOST),
)
_REASONS: tuple[tuple[tuple[type[exp.Expr], ...], Wording], ...] = (
    ((exp.Query, exp.Exists, exp.Subquery), Wording("to podzapytanie", "it is a query of its own")),
    ((exp.Case,), Wording("to wyrażenie CASE", "it is a CASE")),
    (
        (exp.Is,),
        Wording(
            "samo IS NULL; „Jest puste” znaczy: NULL albo pusty tekst",
            "a bare IS NULL; 'Is blank' means: NULL or an empty text",
        ),
    ),
    ((exp.Escape,), Wording("LIKE ma ESCAPE", "the LIKE has ESCAPE")),
    ((exp.Not,), Wording("NOT przed całym warunkiem", "NOT before a whole condition")),
    ((exp.Binary, exp.Neg), Wording("to działanie, a nie kolumna ani wartość", "it computes; no column, no value")),
    ((exp.Func,), Wording("to funkcja", "it is a function")),
    ((exp.Column,), Wording("kolumna stoi tam, gdzie wartość", "a column stands where a value does")),
)
_OTHER = Wording("tego nie mówi żaden operator filtra", "no operator of filters says this")
_LEFT = Wording("z lewej stoi wartość, a nie kolumna", "a value stands to the left, no column")
_INSERT = Wording("to wstawka albo tekst warunkowy", "it is an insert or a conditional text")
_LINES = Wording("tekst ma znak końca wiersza, którego komórka nie pomieści", "a text with an end of line fits no cell")


class _Reader:
    """Reads nodes as branches. Raises `_Stays` for what no branch says."""

    def __init__(self, masked: _Masked) -> None:
        self.masked = masked

    def branch(self, node: exp.Expr) -> Branch:
        node = node.unnest()
        empty = _emptiness(node)
        if empty:
            return empty
        if isinstance(node, exp.And | exp.Or):
            return Joined(isinstance(node, exp.Or), tuple(self.branch(part) for part in _flat(node)))
        return self._test(node)

    def _test(self, node: exp.Expr) -> Held:
        negated = isinstance(node, exp.Not) or bool(node.args.get("negate"))
        inner = node.this.unnest() if isinstance(node, exp.Not) else node
        if isinstance(inner, exp.Between):
            values = self._values((inner.args["low"], inner.args["high"]))
            return Held(self._name(inner), Operator.NOT_BETWEEN if negated else Operator.BETWEEN, values)
        if isinstance(inner, exp.In):
            if inner.args.get("query"):
                raise self._stays(inner.args["query"])
            operator = Operator.NONE_OF if negated else Operator.ONE_OF
            return Held(self._name(inner), operator, self._values(inner.expressions))
        if isinstance(inner, exp.Like):
            return self._like(inner, negated=negated)
        compared = next((operator for kind, operator in _COMPARED if type(inner) is kind), None)
        if compared is None or negated:
            raise self._stays(node)
        return Held(self._name(inner), compared, self._values((inner.expression,)))

    def _like(self, node: exp.Like, *, negated: bool) -> Held:
        name, pattern = self._name(node), node.expression
        if dynamic := self._dynamic_pattern(pattern):
            before, value, after = dynamic
            found = next(
                operator
                for operator, (word, first, last) in LIKE.items()
                if (bool(word), first, last) == (negated, before, after)
            )
            return Held(name, found, (value,))
        if not isinstance(pattern, exp.Literal | exp.National):
            raise self._stays(pattern)
        text = self._text(pattern)
        for operator, (word, before, after) in LIKE.items():
            if bool(word) is negated and (before or after):
                plain = _within(text, before, after)
                if plain is not None:
                    return Held(name, operator, (as_typed(plain),))
        return Held(name, Operator.NOT_LIKE if negated else Operator.LIKE, (as_typed(text),))

    def _dynamic_pattern(self, pattern: exp.Expr) -> tuple[str, str, str] | None:
        """`'%' + ??Kod + '%'`: what stands before a parameter, the parameter, what stands behind it."""
        parts = list(_added(pattern))
        values = [self._marked(part) for part in parts]
        signs = ["%" if isinstance(part, exp.Literal) and part.name == "%" else "" for part in parts]
        match values, signs:
            case ([str(value)], _):
                return "", value, ""
            case ([None, str(value)], ["%", _]):
                return "%", value, ""
            case ([str(value), None], [_, "%"]):
                return "", value, "%"
            case ([None, str(value), None], ["%", _, "%"]):
                return "%", value, "%"
            case _ if any(values):
                raise self._stays(pattern)
            case _:
                return None

    def _name(self, node: exp.Expr) -> str:
        """The name of a column, with its table where it has one; of a macro with its @."""
        inner = node.this
        if isinstance(inner, exp.Parameter):
            return f"@{inner.name}"
        if not isinstance(inner, exp.Column):
            is_value = isinstance(inner, exp.Literal | exp.National | exp.Neg | exp.Null)
            raise self._stays(inner if isinstance(inner, exp.Expr) else node, _LEFT if is_value else None)
        return ".".join(f"[{part.name}]" if part.args.get("quoted") else part.name for part in inner.parts)

    def _values(self, nodes: Sequence[exp.Expr]) -> tuple[str, ...]:
        return tuple(self._value(node) for node in nodes)

    def _value(self, node: exp.Expr) -> str:
        if dynamic := self._marked(node):
            return dynamic
        match node:
            case exp.Neg() if isinstance(node.this, exp.Literal) and not node.this.is_string:
                return f"-{node.this.name}"
            case exp.Paren():
                return self._value(node.this)
            case exp.Literal() if not node.is_string and sql_value(node.name) == node.name:
                return str(node.name)
            case exp.Literal() | exp.National() if not isinstance(node, exp.Literal) or node.is_string:
                return as_typed(self._text(node), value=True)
            case exp.Convert() if day := _day(node):
                return day
            case _:
                raise self._stays(node)

    def _text(self, node: exp.Expr) -> str:
        """What a literal says. Raises `_Stays` for what no cell holds, and where a parameter is part of it."""
        text = node.name
        if any(sign in text for sign in "\r\n"):
            raise self._stays(node, _LINES)
        if _MARK in text:
            raise self._stays(node)
        return text

    def _marked(self, node: exp.Expr) -> str | None:
        """The parameter or expression that a literal stands for."""
        found = _MARKED.fullmatch(node.name) if isinstance(node, exp.Literal) and node.is_string else None
        return self.masked.values[int(found[1])] if found else None

    def _stays(self, node: exp.Expr, reason: Wording | None = None) -> _Stays:
        said = reason or next((said for kinds, said in _REASONS if isinstance(node, kinds)), _OTHER)
        return _Stays(NoTree(self.masked.written(_shown(node)), said))


def _shown(node: exp.Expr) -> str:
    """A construct as T-SQL, for people."""
    text = node.sql(dialect="tsql")
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


_LONGEST = 60


def _day(node: exp.Convert) -> str | None:
    """The day of `CONVERT(DATETIME,'2026-01-31',120)`, as values of conditions are written."""
    day, style = node.args.get("expression"), node.args.get("style")
    if not isinstance(day, exp.Literal) or not isinstance(style, exp.Literal) or style.name != "120":
        return None
    return str(day.name) if day.name == str(read_date(day.name)) else None


def _within(text: str, before: str, after: str) -> str | None:
    """What a pattern looks for, where it is a plain text between these signs."""
    inside = text.removeprefix(before) if before else text
    inside = inside.removesuffix(after) if after else inside
    plain = re.sub(r"\[([\[%_])\]", r"\1", inside)
    again = re.sub(r"[%_[]", lambda found: f"[{found[0]}]", plain)
    return plain if plain and text == f"{before}{again}{after}" else None


def _added(node: exp.Expr) -> Iterator[exp.Expr]:
    if isinstance(node, exp.Add):
        yield from _added(node.left)
        yield from _added(node.right)
    else:
        yield node.unnest()


def _flat(node: exp.And | exp.Or) -> Iterator[exp.Expr]:
    for side in (node.left, node.right):
        if type(side) is type(node) and not _emptiness(side):
            yield from _flat(side)
        else:
            yield side


def _emptiness(node: exp.Expr) -> Held | None:
    """`(a IS NULL OR a='')` and its opposite."""
    for operator, kind, equal in ((Operator.EMPTY, exp.Or, exp.EQ), (Operator.NOT_EMPTY, exp.And, exp.NEQ)):
        if isinstance(node, kind) and isinstance(node.right, equal):
            null = node.left
            is_null = (
                isinstance(null, exp.Is)
                if kind is exp.Or
                else isinstance(null, exp.Not) and isinstance(null.this, exp.Is)
            )
            inner = null if kind is exp.Or else null.this
            name, other = _column(inner.this) if is_null else None, _column(node.right.this)
            blank = isinstance(node.right.expression, exp.Literal) and node.right.expression.name == ""
            if name and name == other and blank and node.right.expression.is_string:
                return Held(name, operator)
    return None


def _column(node: object) -> str | None:
    if isinstance(node, exp.Parameter):
        return f"@{node.name}"
    if not isinstance(node, exp.Column):
        return None
    return ".".join(f"[{part.name}]" if part.args.get("quoted") else part.name for part in node.parts)
