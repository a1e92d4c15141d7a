"""A slow evaluator of expressions, written apart from the compiler: it walks the nodes as they were written.

Values are texts, Decimals, dates or None; conditions are True, False or None (unknown).
"""

import datetime as dt
import re
from decimal import Decimal, localcontext
from unicodedata import normalize

from dekret.expr import dates, runtime
from dekret.expr.functions import BY_NAME, DATE_PARTS
from dekret.expr.nodes import (
    AllOf,
    AnyOf,
    Arithmetic,
    Between,
    Call,
    Case,
    Cast,
    Comparison,
    InList,
    IsNull,
    Like,
    Macro,
    Name,
    Negation,
    Null,
    Number,
    Parenthesis,
    Sign,
    Text,
)
from dekret.values.rounding import CONTEXT

ALPHABET = "aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż"


def evaluate(node, values):
    with localcontext(CONTEXT):
        return _value(node, values)


def _value(node, values):
    match node:
        case Number(value=value) | Text(value=value):
            return value
        case Null():
            return None
        case Macro(name=name):
            return values[name]
        case Parenthesis(inner=inner):
            return _value(inner, values)
        case Sign(operator=operator, operand=operand):
            value = _value(operand, values)
            return value if value is None or operator == "+" else -value if value else value
        case Arithmetic():
            return _arithmetic(node.operator, _value(node.left, values), _value(node.right, values))
        case Call():
            return _call(node, values)
        case Cast():
            return _cast(node, _value(node.value, values))
        case Case():
            return _case(node, values)
    return truth(node, values)


def _arithmetic(operator, a, b):
    if a is None or b is None:
        return None
    if isinstance(a, str):
        return a + b
    if operator in "/%" and b == 0:
        return None
    result = {"+": lambda: a + b, "-": lambda: a - b, "*": lambda: a * b, "/": lambda: a / b, "%": lambda: a % b}[
        operator
    ]()
    return result if abs(result) < Decimal(10) ** 38 else None


def _call(node, values):
    name, arguments = node.name, node.arguments
    if name == "GETDATE":
        return values["GETDATE()"]
    if name == "IIF":
        return _value(arguments[1] if truth(arguments[0], values) is True else arguments[2], values)
    if name in ("ISNULL", "COALESCE"):
        return next((value for a in arguments if (value := _value(a, values)) is not None), None)
    if name == "NULLIF":
        a, b = (_value(argument, values) for argument in arguments)
        return None if compare("=", a, b) is True else a
    found = [_part(a) if isinstance(a, Name) else _value(a, values) for a in arguments]
    if name == "CONCAT":
        return "".join(_written(a, v) or "" for a, v in zip(arguments, found, strict=True))
    if name == "STUFF" and found[3] is None:
        found[3] = ""
    if None in found:
        return None
    if name == "FORMAT":
        return _format(*found)
    return getattr(runtime, BY_NAME[name].run)(*found)


def _format(value, pattern):
    if isinstance(value, dt.date):
        for letters, text in (
            ("yyyy", f"{value.year:04}"),
            ("yy", f"{value.year % 100:02}"),
            ("MM", f"{value.month:02}"),
        ):
            pattern = pattern.replace(letters, text)
        return pattern.replace("dd", f"{value.day:02}")
    places = {"N2": 2, "F1": 1, "0": 0, "#,##0.00": 2}[pattern]
    number = runtime.round_(value, Decimal(places))
    if number is None:
        return None
    number = number or Decimal(0)
    return f"{number:,.{places}f}" if pattern in ("N2", "#,##0.00") else f"{number:.{places}f}"


def _part(name):
    return next(part for part, forms in DATE_PARTS.items() if name.name.casefold() in forms)


def _cast(node, value):
    kind, sizes = node.type.name, node.type.sizes
    if value is None:
        return None
    if kind in ("VARCHAR", "CHAR"):
        if isinstance(value, Decimal):
            text = _written(node.value, value)
            if text is None or len(text) > sizes[0]:
                return None
            return text.ljust(sizes[0]) if kind == "CHAR" else text
        if isinstance(value, dt.date):
            value = f"{value.day:02}.{value.month:02}.{value.year:04}" if node.style else value.isoformat()
        return value[: sizes[0]].ljust(sizes[0]) if kind == "CHAR" else value[: sizes[0]]
    if kind == "DATE":
        return value if isinstance(value, dt.date) else dates.text_as_date(value)
    if isinstance(value, str):
        if not re.fullmatch(r"\s*[-+]?(\d+(\.\d*)?|\.\d+)\s*", value) or (kind == "INT" and "." in value):
            return None
        value = Decimal(value.strip())
    if kind == "INT":
        return value.to_integral_value(rounding="ROUND_DOWN")
    number = runtime.round_(value, Decimal(sizes[1]))
    return None if number is None or len(str(abs(int(number)))) > sizes[0] - sizes[1] else number


def _written(node, value):
    """The text of a value; what was divided has six decimal places, and zero has no sign."""
    if not isinstance(value, Decimal):
        return value if value is None or isinstance(value, str) else value.isoformat()
    if _divided(node):
        if len(str(abs(int(value)))) > 32:
            return None
        value = value.quantize(Decimal("0.000001"), rounding="ROUND_DOWN")
    return f"{value:f}" if value else f"{value:f}".lstrip("-")


def _divided(node):
    """Whether a number has the decimal places of a division."""
    match node:
        case Parenthesis(inner=part) | Sign(operand=part) | Call(name="ABS" | "NULLIF", arguments=(part, *_)):
            return _divided(part)
        case Arithmetic(operator=operator, left=left, right=right):
            return operator == "/" or _divided(left) or _divided(right)
        case Call(name="ISNULL" | "COALESCE", arguments=parts) | Call(name="IIF", arguments=(_, *parts)):
            return any(_divided(part) for part in parts)
        case Case(branches=branches, otherwise=otherwise):
            return any(_divided(branch.value) for branch in branches) or _divided(otherwise)
    return False


def _case(node, values):
    for branch in node.branches:
        if node.subject is None:
            holds = truth(branch.condition, values)
        else:
            holds = compare("=", _value(node.subject, values), _value(branch.condition, values))
        if holds is True:
            return _value(branch.value, values)
    return None if node.otherwise is None else _value(node.otherwise, values)


def truth(node, values):
    match node:
        case Parenthesis(inner=inner):
            return truth(inner, values)
        case Negation(operand=operand):
            return _not(truth(operand, values))
        case AllOf(operands=operands):
            found = [truth(operand, values) for operand in operands]
            return False if False in found else None if None in found else True
        case AnyOf(operands=operands):
            found = [truth(operand, values) for operand in operands]
            return True if True in found else None if None in found else False
        case IsNull(operand=operand, negated=negated):
            return (_value(operand, values) is None) != negated
        case Comparison(operator=operator, left=left, right=right):
            return compare(operator, _value(left, values), _value(right, values))
        case Between():
            value = _value(node.operand, values)
            low = compare(">=", value, _value(node.low, values))
            high = compare("<=", value, _value(node.high, values))
            found = False if False in (low, high) else None if None in (low, high) else True
            return _not(found) if node.negated else found
        case InList():
            value = _value(node.operand, values)
            found = [compare("=", value, _value(option, values)) for option in node.options]
            result = True if True in found else None if None in found else False
            return _not(result) if node.negated else result
        case Like():
            return _like(node, values)
    raise AssertionError(node)


def _not(value):
    return None if value is None else not value


def _fold(text):
    return normalize("NFC", text).rstrip(" ").casefold()


def _rank(text):
    return [
        (2, ALPHABET.index(c)) if c in ALPHABET else (1, int(c)) if c in "0123456789" else (0, ord(c)) for c in text
    ]


def compare(operator, a, b):
    if a is None or b is None:
        return None
    if isinstance(a, str):
        a, b = _fold(a), _fold(b)
        if operator not in ("=", "<>"):
            a, b = _rank(a), _rank(b)
    return {"=": a == b, "<>": a != b, "<": a < b, ">": a > b, "<=": a <= b, ">=": a >= b}[operator]


def _like(node, values):
    value, pattern = _value(node.operand, values), _value(node.pattern, values)
    if value is None or pattern is None:
        return None
    escape = node.escape.value if node.escape else None
    folded = normalize("NFC", value).casefold()
    candidates = {folded[: len(folded) - cut] for cut in range(len(folded) - len(folded.rstrip(" ")) + 1)}
    pattern = normalize("NFC", pattern).casefold()
    found = any(_fits(candidate, pattern, escape) for candidate in candidates)
    return found != node.negated


def _fits(text, pattern, escape):
    """Whether a text fits a pattern, tried character by character."""
    if not pattern:
        return not text
    first, rest = pattern[0], pattern[1:]
    if first == escape:
        return bool(rest) and text[:1] == rest[0] and _fits(text[1:], rest[1:], escape)
    if first == "%":
        return any(_fits(text[start:], rest, escape) for start in range(len(text) + 1))
    if first == "_":
        return bool(text) and _fits(text[1:], rest, escape)
    if first == "[":
        members, after = _bracket(rest, escape)
        return members is not None and bool(text) and _in_set(text[0], members) and _fits(text[1:], after, escape)
    return text[:1] == first and _fits(text[1:], rest, escape)


def _bracket(rest, escape):
    """The members of a set, those that were escaped as themselves in a tuple, and what comes after its bracket."""
    members = []
    while rest:
        if rest[0] == escape and len(rest) > 1:
            members.append((rest[1],))
            rest = rest[2:]
        elif rest[0] == "]" and members:
            return members, rest[1:]
        else:
            members.append(rest[0])
            rest = rest[1:]
    return None, ""


def _in_set(character, members):
    negated = members[0] == "^"
    members = members[1:] if negated else members
    found = False
    while members:
        if members[1:2] == ["-"] and len(members) > 2:
            found |= _place(members[0][0]) <= _place(character) <= _place(members[2][0])
            members = members[3:]
        else:
            found |= members[0][0] == character
            members = members[1:]
    return found != negated


def _place(character):
    """Where a character stands in the order of texts: signs, digits, letters; an accent comes after none."""
    plain = character if character in ALPHABET else normalize("NFD", character)[0]
    if plain in ALPHABET:
        return (2, ALPHABET.index(plain), character)
    return (1, int(character), "") if character in "0123456789" else (0, ord(character), "")
