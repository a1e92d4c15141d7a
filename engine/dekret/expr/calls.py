"""Checking of functions and conversions: arguments, their kinds, patterns and sizes."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Protocol

from dekret.expr import problems, runtime
from dekret.expr.core import NULL, Apply, Choose, Condition, Constant, Core, FirstKnown, Load, Operator
from dekret.expr.functions import BY_NAME, COUNTED_PARTS, DATE_PARTS, Function, Takes
from dekret.expr.kinds import Kind, Type
from dekret.expr.nodes import Call, Cast, Located, Name, Node, Number, Text
from dekret.text.diagnostic import Problem
from dekret.text.nearest import nearest
from dekret.text.wording import Value, Wording, listed

TODAY = Load(Type(Kind.DATE), "GETDATE()")
"""The day for which the command runs; given to every expression like a macro."""


class Values(Protocol):
    """What the checker offers to the checks of calls."""

    def error(self, problem: Problem, node: Located, **values: Value) -> None: ...
    def value(self, node: Node) -> Core | None: ...
    def condition(self, node: Node) -> Condition | None: ...
    def united(self, values: Iterable[Core | None], nodes: Iterable[Node]) -> Type | None: ...
    def compared(
        self, operator: Operator, left: tuple[Core | None, Node], right: tuple[Core | None, Node]
    ) -> Condition | None: ...


def as_date(value: Core) -> Core | None:
    """A constant text that is a date, as the date."""
    if isinstance(value, Constant) and isinstance(value.value, str):
        date = runtime.text_as_date(value.value)
        return Constant(Type(Kind.DATE), date) if date else None
    return None


def call(checker: Values, node: Call) -> Core | None:
    """A function applied to its arguments."""
    function = BY_NAME.get(node.name)
    if function is None or function.name in ("CAST", "CONVERT"):
        near = nearest(node.name, BY_NAME)
        advice = Wording(f"Czy chodziło o {near}? ", f"Did you mean {near}? ") if near else Wording("", "")
        checker.error(
            problems.UNKNOWN_FUNCTION, node, name=node.name, advice=advice, known=listed(list(BY_NAME), limit=40)
        )
        return None
    if not _count_fits(checker, function, node):
        return None
    match function.name:
        case "GETDATE":
            return TODAY
        case "ISNULL" | "COALESCE":
            return _first_known(checker, node)
        case "NULLIF":
            return _null_if(checker, node)
        case "IIF":
            return _iif(checker, node)
        case "CONCAT":
            return _concat(checker, node)
        case "FORMAT":
            return _format(checker, node)
        case _:
            return _plain(checker, function, node)


def _count_fits(checker: Values, function: Function, node: Call) -> bool:
    given = len(node.arguments)
    most = None if function.variadic else len(function.takes)
    if given < function.required or (most is not None and given > most):
        wanted = f"{function.required}" if most == function.required else f"{function.required}–{most or '…'}"
        example = function.example[0]
        checker.error(problems.ARGUMENT_COUNT, node, name=function.name, given=given, wanted=wanted, example=example)
        return False
    return True


def _plain(checker: Values, function: Function, node: Call) -> Core | None:
    arguments: list[Core | None] = []
    for takes, argument in zip(function.takes, node.arguments, strict=False):
        if takes is Takes.PART:
            arguments.append(_part(checker, function, argument))
        else:
            arguments.append(_argument(checker, function, takes, argument))
    if any(argument is None for argument in arguments):
        return None
    known = tuple(argument for argument in arguments if argument)
    nullable = function.type.nullable or any(argument.type.nullable for argument in known)
    whole = function.type.whole or (function.name == "ABS" and known[0].type.whole)
    return Apply(Type(function.type.kind, nullable, whole), function.run, known)


def _argument(checker: Values, function: Function, takes: Takes, node: Node) -> Core | None:
    value = checker.value(node)
    if value is None or value.type.kind is Kind.UNKNOWN:
        return value
    kind = value.type.kind
    if takes is Takes.TEXT and value.type.is_text:
        return value
    if takes is Takes.NUMBER and kind is Kind.NUMBER:
        return value
    if takes is Takes.DATE and (kind is Kind.DATE or (value := as_date(value) or value).type.kind is Kind.DATE):
        return value
    if takes is Takes.WHOLE and kind is Kind.NUMBER:
        if value.type.whole:
            return value
        checker.error(problems.WHOLE_NUMBER_NEEDED, node, name=function.name)
        return None
    checker.error(problems.ARGUMENT_KIND, node, name=function.name, found=kind.value, wanted=takes.value)
    return None


def _part(checker: Values, function: Function, node: Node) -> Core | None:
    known = tuple(DATE_PARTS) if function.name == "DATEPART" else COUNTED_PARTS
    if isinstance(node, Name):
        for part, forms in DATE_PARTS.items():
            if node.name.casefold() in forms and part in known and not (function.name == "DATEPART" and part == "week"):
                return Constant(Type(Kind.TEXT), part)
    usable = [part for part in known if not (function.name == "DATEPART" and part == "week")]
    checker.error(problems.UNKNOWN_DATE_PART, node, name=function.name, known=listed(usable))
    return None


def _first_known(checker: Values, node: Call) -> Core | None:
    values = [checker.value(argument) for argument in node.arguments]
    type_ = checker.united(values, node.arguments)
    if type_ is None:
        return None
    known = tuple(value for value in values if value)
    nullable = all(value.type.nullable for value in known)
    return FirstKnown(Type(type_.kind, nullable, type_.whole), known)


def _null_if(checker: Values, node: Call) -> Core | None:
    first, second = node.arguments
    value = checker.value(first)
    same = checker.compared("=", (value, first), (checker.value(second), second))
    if value is None or same is None:
        return None
    return Choose(value.type.or_null(), ((same, NULL),), value)


def _iif(checker: Values, node: Call) -> Core | None:
    condition = checker.condition(node.arguments[0])
    values = [checker.value(argument) for argument in node.arguments[1:]]
    type_ = checker.united(values, node.arguments[1:])
    if condition is None or type_ is None or values[0] is None or values[1] is None:
        return None
    return Choose(type_, ((condition, values[0]),), values[1])


def _concat(checker: Values, node: Call) -> Core | None:
    values = [checker.value(argument) for argument in node.arguments]
    if any(value is None for value in values):
        return None
    return Apply(Type(Kind.TEXT), "concat", tuple(value for value in values if value), takes_null=True)


_NUMBER_PATTERN = re.compile(r"(?P<letter>[NnFf])(?P<digits>\d{0,2})|(?P<group>#,##)?0(?:\.(?P<zeros>0{1,10}))?")
_DATE_PATTERN = re.compile(r"(?:yyyy|yy|MM|M|dd|d|[-./ ])+")
_CULTURES = {"en-us": (",", "."), "pl-pl": ("\xa0", ",")}


def _format(checker: Values, node: Call) -> Core | None:
    value = checker.value(node.arguments[0])
    patterns = [argument.value if isinstance(argument, Text) else None for argument in node.arguments[1:]]
    culture = (patterns[1] or "").casefold() if len(patterns) > 1 else "en-us"
    if patterns[0] is None or culture not in _CULTURES:
        checker.error(problems.BAD_PATTERN, node.arguments[-1 if patterns[0] else 1])
        return None
    if value is None:
        return None
    group, point = _CULTURES[culture]
    type_ = Type(Kind.TEXT, nullable=True)
    found = _NUMBER_PATTERN.fullmatch(patterns[0])
    if value.type.kind is Kind.NUMBER and found:
        grouped = (found["letter"] or "").upper() == "N" or found["group"]
        places = int(found["digits"] or 2) if found["letter"] else len(found["zeros"] or "")
        digits = Constant(Type(Kind.NUMBER, whole=True), Decimal(places))
        signs = [Constant(Type(Kind.TEXT), text) for text in (group if grouped else "", point)]
        return Apply(type_, "format_number", (value, digits, *signs))
    if value.type.kind is Kind.DATE and _DATE_PATTERN.fullmatch(patterns[0]):
        return Apply(type_, "format_date", (value, Constant(Type(Kind.TEXT), patterns[0])))
    checker.error(problems.BAD_PATTERN, node.arguments[1])
    return None


_TEXT_TYPES = ("VARCHAR", "NVARCHAR", "CHAR", "NCHAR", "SYSNAME")
_WHOLE_TYPES = ("INT", "INTEGER", "BIGINT", "SMALLINT", "TINYINT")
_DECIMAL_TYPES = {"DECIMAL": (18, 0), "NUMERIC": (18, 0), "DEC": (18, 0), "MONEY": (19, 4), "SMALLMONEY": (10, 4)}
_DATE_TYPES = ("DATE", "DATETIME", "DATETIME2", "SMALLDATETIME")
_TYPES = (*_TEXT_TYPES[:4], *_WHOLE_TYPES[:1], *_DECIMAL_TYPES, *_DATE_TYPES[:2])
_DEFAULT_SIZE = 30


def converted(checker: Values, node: Cast) -> Core | None:
    """CAST and CONVERT."""
    value = checker.value(node.value)
    target = node.type
    if value is None:
        return None
    if value.type.kind is Kind.UNKNOWN:
        return NULL
    if target.name in ("FLOAT", "REAL"):
        checker.error(problems.FLOAT_TYPE, target, name=target.name)
        return None
    if target.name in _TEXT_TYPES:
        return _to_text(checker, node, value)
    if target.name in _WHOLE_TYPES:
        return _to_whole(checker, node, value)
    if target.name in _DECIMAL_TYPES:
        return _to_decimal(checker, node, value)
    if target.name in _DATE_TYPES:
        return _to_date(checker, node, value)
    checker.error(problems.UNKNOWN_TYPE, target, name=target.name, known=listed(_TYPES, limit=20))
    return None


def _size(number: int) -> Constant:
    return Constant(Type(Kind.NUMBER, whole=True), Decimal(number))


def _to_text(checker: Values, node: Cast, value: Core) -> Core | None:
    text = Type(Kind.TEXT, value.type.nullable)
    size = node.type.sizes[0] if node.type.sizes else _DEFAULT_SIZE
    if size is not None and not 1 <= size <= runtime.LONGEST:
        checker.error(problems.BAD_SIZE, node.type)
        return None
    width = _size(runtime.LONGEST if size is None else size)
    if value.type.kind is Kind.NUMBER:
        return Apply(text.or_null(), "number_as_text", (value, width))
    if value.type.kind is Kind.DATE:
        style = _style(checker, node)
        if style is None:
            return None
        value = Apply(text, "date_as_text", (value, style))
    return Apply(text, "padded_text" if node.type.name in ("CHAR", "NCHAR") else "cut_text", (value, width))


def _style(checker: Values, node: Cast) -> Constant | None:
    """The style of a date; 23 (RRRR-MM-DD) where none was given."""
    match node.style:
        case None:
            return _size(23)
        case Number(value=number) if number in runtime.DATE_STYLES:
            return _size(int(number))
        case other:
            known = listed([str(style) for style in runtime.DATE_STYLES])
            checker.error(problems.BAD_STYLE, other, known=known)
            return None


def _to_whole(checker: Values, node: Cast, value: Core) -> Core | None:
    whole = Type(Kind.NUMBER, value.type.nullable, whole=True)
    if value.type.kind is Kind.NUMBER:
        return value if value.type.whole else Apply(whole, "as_whole", (value,))
    if value.type.is_text:
        return Apply(whole.or_null(), "text_as_whole", (value,))
    checker.error(problems.NO_CONVERSION, node, found=value.type.kind.value, name=node.type.name)
    return None


def _to_decimal(checker: Values, node: Cast, value: Core) -> Core | None:
    precision, scale = _DECIMAL_TYPES[node.type.name]
    if node.type.name not in ("MONEY", "SMALLMONEY"):
        if len(node.type.sizes) < 2:
            checker.error(problems.NO_SCALE, node.type, name=node.type.name)
        precision, scale = (*(size or 0 for size in node.type.sizes), *((precision, scale)[len(node.type.sizes) :]))
    if not 1 <= precision <= 38 or not 0 <= scale <= precision:
        checker.error(problems.BAD_SIZE, node.type)
        return None
    if value.type.is_text:
        value = Apply(Type(Kind.NUMBER, nullable=True), "text_as_number", (value,))
    if value.type.kind is not Kind.NUMBER:
        checker.error(problems.NO_CONVERSION, node, found=value.type.kind.value, name=node.type.name)
        return None
    type_ = Type(Kind.NUMBER, nullable=True, whole=scale == 0)
    return Apply(type_, "as_decimal", (value, _size(precision), _size(scale)))


def _to_date(checker: Values, node: Cast, value: Core) -> Core | None:
    if value.type.kind is Kind.DATE:
        return value
    if value.type.is_text:
        return as_date(value) or Apply(Type(Kind.DATE, nullable=True), "text_as_date", (value,))
    checker.error(problems.NO_CONVERSION, node, found=value.type.kind.value, name=node.type.name)
    return None
