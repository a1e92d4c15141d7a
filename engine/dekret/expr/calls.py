"""Checking of functions and conversions: arguments, their kinds, patterns and sizes."""

import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Protocol

from dekret.expr import dates, problems, runtime
from dekret.expr.core import (
    NULL,
    Apply,
    Choose,
    Compare,
    Condition,
    Constant,
    Core,
    FirstKnown,
    Kept,
    Let,
    Load,
    Operator,
    is_cheap,
)
from dekret.expr.functions import BY_NAME, COUNTED_PARTS, DATE_PARTS, Function, Takes
from dekret.expr.kinds import Form, Kind, Type
from dekret.expr.nodes import Call, Cast, Located, Name, Node, Number, Text, TypeName
from dekret.text.diagnostic import Problem
from dekret.text.nearest import did_you_mean
from dekret.text.wording import Value, listed

TODAY = Load(Type(Kind.DATE), "GETDATE()")
"""The day for which the command runs; given to every expression like a macro."""


class Values(Protocol):
    """What the checker offers to the checks of calls."""

    def fresh(self) -> int: ...
    def error(self, problem: Problem, node: Located, **values: Value) -> None: ...
    def value(self, node: Node) -> Core | None: ...
    def condition(self, node: Node) -> Condition | None: ...
    def united(self, values: Iterable[Core | None], nodes: Iterable[Node]) -> Type | None: ...
    def compared(
        self, operator: Operator, left: tuple[Core | None, Node], right: tuple[Core | None, Node]
    ) -> Compare | None: ...


def as_date(value: Core, style: Decimal = Decimal(0)) -> Core | None:
    """A constant text that is a date, as the date."""
    if isinstance(value, Constant) and isinstance(value.value, str):
        date = dates.text_as_date(value.value, style)
        return Constant(Type(Kind.DATE), date) if date else None
    return None


def call(checker: Values, node: Call) -> Core | None:
    """A function applied to its arguments."""
    function = BY_NAME.get(node.name)
    if function is None or function.name in ("CAST", "CONVERT"):
        advice = did_you_mean(node.name, BY_NAME)
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
    if function.name in _KEEPS_TYPE:
        return Apply(_kept_type(function, known[0].type, nullable=nullable), function.run, known)
    if function.name == "STUFF":
        known = (*known[:3], _or_empty(known[3]))
    return Apply(replace(function.type, nullable=nullable), function.run, known)


_KEEPS_TYPE = ("ABS", "ROUND")
"""Functions that give a number of the type they take: ROUND(7, 0) is whole, and MONEY stays MONEY."""


def _kept_type(function: Function, taken: Type, *, nullable: bool) -> Type:
    rounded = function.name == "ROUND" and taken.form is Form.QUOTIENT
    return Type(Kind.NUMBER, nullable, taken.whole, Form.EXACT if rounded else taken.form)


def _or_empty(value: Core) -> Core:
    """The text, or an empty one for NULL: STUFF with NULL cuts out and puts nothing in."""
    empty = Constant(Type(Kind.TEXT), "")
    if value.type.kind is Kind.UNKNOWN:
        return empty
    return FirstKnown(Type(Kind.TEXT), (value, empty)) if value.type.nullable else value


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
    return FirstKnown(replace(type_, nullable=nullable), known)


def _null_if(checker: Values, node: Call) -> Core | None:
    first, second = node.arguments
    value = checker.value(first)
    same = checker.compared("=", (value, first), (checker.value(second), second))
    if value is None or same is None:
        return None
    type_ = value.type.or_null()
    if is_cheap(value):
        return Choose(type_, ((same, NULL),), value)
    place = checker.fresh()
    kept = Kept(value.type, place)
    left = replace(same.left, arguments=(kept,)) if isinstance(same.left, Apply) and same.left.run == "fold" else kept
    return Let(type_, place, value, Choose(type_, ((replace(same, left=left), NULL),), kept))


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
    return Apply(Type(Kind.TEXT), "concat", tuple(_written(value) for value in values if value), takes_null=True)


def _written(value: Core, style: Constant | None = None) -> Core:
    """A number as the text of its form; any other value as it is."""
    if value.type.kind is not Kind.NUMBER:
        return value
    match value.type.form:
        case Form.MONEY:
            return Apply(Type(Kind.TEXT, nullable=True), "money_as_text", (value, style) if style else (value,))
        case Form.QUOTIENT:
            return Apply(Type(Kind.TEXT, nullable=True), "quotient_as_text", (value,))
        case _:
            return Apply(Type(Kind.TEXT, value.type.nullable), "number_as_text", (value,))


_NUMBER_PATTERN = re.compile(r"(?P<letter>[NnFf])(?P<digits>\d{0,2})|(?P<group>#,##)?0(?:\.(?P<zeros>0{1,10}))?")
_CULTURES = {"en-us": (",", "."), "pl-pl": ("\xa0", ",")}


def _format(checker: Values, node: Call) -> Core | None:
    value = checker.value(node.arguments[0])
    pattern, *named = [argument.value if isinstance(argument, Text) else None for argument in node.arguments[1:]]
    culture = (named[0] or "").casefold() if named else "en-us"
    if pattern is None or culture not in _CULTURES:
        checker.error(problems.BAD_PATTERN, node.arguments[-1 if pattern else 1])
        return None
    if value is None:
        return None
    if value.type.kind is Kind.DATE:
        return _format_date(checker, node, value, pattern, culture if named else None)
    group, point = _CULTURES[culture]
    type_ = Type(Kind.TEXT, nullable=True)
    found = _NUMBER_PATTERN.fullmatch(pattern)
    if value.type.kind is Kind.NUMBER and found:
        grouped = (found["letter"] or "").upper() == "N" or found["group"]
        places = int(found["digits"] or 2) if found["letter"] else len(found["zeros"] or "")
        digits = Constant(Type(Kind.NUMBER, whole=True), Decimal(places))
        signs = [Constant(Type(Kind.TEXT), text) for text in (group if grouped else "", point)]
        return Apply(type_, "format_number", (value, digits, *signs))
    checker.error(problems.BAD_PATTERN, node.arguments[1])
    return None


def _format_date(checker: Values, node: Call, value: Core, pattern: str, culture: str | None) -> Core | None:
    """FORMAT of a date; `culture` is None where none was named, and then no name may be asked for."""
    known = dates.DATE_PATTERN.fullmatch(pattern)
    if pattern in ("y", "M", "d"):
        checker.error(problems.ONE_LETTER_PATTERN, node.arguments[1], pattern=pattern)
    elif known is None or (known["slash"] and culture == "pl-pl"):
        checker.error(problems.BAD_PATTERN, node.arguments[1])
    elif culture is None and dates.has_names(pattern):
        checker.error(problems.NAMES_OF_NO_CULTURE, node.arguments[1], pattern=pattern)
    else:
        words = [Constant(Type(Kind.TEXT), text) for text in (pattern, culture or "en-us")]
        return Apply(Type(Kind.TEXT, value.type.nullable), "format_date", (value, *words))
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
    if (
        node.style
        and not (value.type.kind is Kind.DATE or value.type.form is Form.MONEY)
        and (target.name not in _DATE_TYPES)
    ):
        checker.error(problems.NEEDLESS_STYLE, node.style)
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


def _sizes(checker: Values, type_: TypeName, most: int) -> tuple[int, ...] | None:
    """The sizes of a type, MAX as the longest; None, and an error, where they are none or too many."""
    sizes = tuple(runtime.LONGEST if size == "MAX" and most == 1 else size for size in type_.sizes)
    known = tuple(size for size in sizes if isinstance(size, int))
    if len(sizes) > most or known != sizes:
        checker.error(problems.BAD_SIZE, type_)
        return None
    return known


def _to_text(checker: Values, node: Cast, value: Core) -> Core | None:
    text = Type(Kind.TEXT, value.type.nullable)
    sizes = _sizes(checker, node.type, 1)
    if sizes is None:
        return None
    size = sizes[0] if sizes else _DEFAULT_SIZE
    if not 1 <= size <= runtime.LONGEST:
        checker.error(problems.BAD_SIZE, node.type)
        return None
    width = _size(size)
    padded = node.type.name in ("CHAR", "NCHAR")
    if value.type.kind is Kind.NUMBER:
        style = _style(checker, node, 0, known=_MONEY_STYLES) if value.type.form is Form.MONEY else None
        if style is None and value.type.form is Form.MONEY:
            return None
        value = Apply(text.or_null(), "fitting_text", (_written(value, style), width))
        return Apply(value.type, "padded_text", (value, width)) if padded else value
    if value.type.kind is Kind.DATE:
        style = _style(checker, node, 23)
        if style is None:
            return None
        value = Apply(text, "date_as_text", (value, style))
    return Apply(text, "padded_text" if padded else "cut_text", (value, width))


_MONEY_STYLES = (0, 1, 2)


def _style(
    checker: Values, node: Cast, usual: int, *, known: Collection[int] = tuple(dates.DATE_STYLES)
) -> Constant | None:
    """The style of a conversion, or the usual one where none was given."""
    match node.style:
        case None:
            return _size(usual)
        case Number(value=number) if number in known:
            return _size(int(number))
        case other:
            checker.error(problems.BAD_STYLE, other, known=listed([str(style) for style in known]))
            return None


def _to_whole(checker: Values, node: Cast, value: Core) -> Core | None:
    whole = Type(Kind.NUMBER, value.type.nullable, whole=True)
    if _sizes(checker, node.type, 0) is None:
        return None
    if value.type.kind is Kind.NUMBER:
        run = "money_as_whole" if value.type.form is Form.MONEY else "as_whole"
        return value if value.type.whole else Apply(whole, run, (value,))
    if value.type.is_text:
        return Apply(whole.or_null(), "text_as_whole", (value,))
    checker.error(problems.NO_CONVERSION, node, found=value.type.kind.value, name=node.type.name)
    return None


def _to_decimal(checker: Values, node: Cast, value: Core) -> Core | None:
    money = node.type.name in ("MONEY", "SMALLMONEY")
    sizes = _sizes(checker, node.type, 0 if money else 2)
    if sizes is None:
        return None
    if not money and len(sizes) < 2:
        checker.error(problems.NO_SCALE, node.type, name=node.type.name)
    precision, scale = (*sizes, *_DECIMAL_TYPES[node.type.name][len(sizes) :])
    if not 1 <= precision <= 38 or not 0 <= scale <= precision:
        checker.error(problems.BAD_SIZE, node.type)
        return None
    if value.type.is_text:
        value = Apply(Type(Kind.NUMBER, nullable=True), "text_as_number", (value,))
    if value.type.kind is not Kind.NUMBER:
        checker.error(problems.NO_CONVERSION, node, found=value.type.kind.value, name=node.type.name)
        return None
    type_ = Type(Kind.NUMBER, True, scale == 0, Form.MONEY if money else Form.EXACT)
    return Apply(type_, "as_decimal", (value, _size(precision), _size(scale)))


def _to_date(checker: Values, node: Cast, value: Core) -> Core | None:
    """A date of a text by its style; without one only by the forms that mean the same everywhere."""
    style = _style(checker, node, 0)
    if style is None or _sizes(checker, node.type, int(node.type.name == "DATETIME2")) is None:
        return None
    if value.type.kind is Kind.DATE:
        return value
    if not value.type.is_text:
        checker.error(problems.NO_CONVERSION, node, found=value.type.kind.value, name=node.type.name)
        return None
    if isinstance(value, Constant) and isinstance(value.value, str):
        assert isinstance(style.value, Decimal)
        date = as_date(value, style.value)
        if date is None:
            checker.error(problems.NOT_A_DATE, node.value, text=value.value)
        return date
    return Apply(Type(Kind.DATE, nullable=True), "text_as_date", (value, style) if node.style else (value,))
