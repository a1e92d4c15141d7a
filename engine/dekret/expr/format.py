"""Expressions written the one way: keywords in capitals, single blanks, straight quotes. Parentheses stay."""

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
    Node,
    Null,
    Number,
    Parenthesis,
    Sign,
    Text,
    TypeName,
)

_ANY_OF, _ALL_OF, _NOT, _PREDICATE, _SUM, _PRODUCT, _FACTOR, _ATOM = range(8)
"""How tightly the alternatives of the grammar bind, from the loosest."""


def format_expression(node: Node) -> str:
    """The text of an expression; parentheses are added only where the tree would be read otherwise.

    >>> from dekret.expr.parse import parse
    >>> format_expression(parse("@a='x' or not(@b is null)").value)
    "@a = 'x' OR NOT (@b IS NULL)"
    """
    return _text(node, _ANY_OF)


def _binding(node: Node) -> int:
    match node:
        case AnyOf():
            return _ANY_OF
        case AllOf():
            return _ALL_OF
        case Negation():
            return _NOT
        case Comparison() | IsNull() | Like() | InList() | Between():
            return _PREDICATE
        case Arithmetic(operator="+" | "-"):
            return _SUM
        case Arithmetic():
            return _PRODUCT
        case Sign():
            return _FACTOR
        case _:
            return _ATOM


def _text(node: Node, least: int) -> str:
    """The text of a node where something binding at least so tightly must stand."""
    text = _bare(node)
    return f"({text})" if _binding(node) < least else text


def _bare(node: Node) -> str:
    match node:
        case Number(value=number, whole=whole):
            text = f"{number:f}"
            return text if whole or "." in text else text + "."
        case Text(value=value):
            return _quoted(value)
        case Null():
            return "NULL"
        case Name(name=name):
            return name
        case Macro(name=name, arguments=arguments):
            return f"{name}({_list(arguments)})" if arguments else name
        case Call(name=name, arguments=arguments):
            return f"{name}({_list(arguments)})"
        case Cast():
            return _cast(node)
        case Case():
            return _case(node)
        case Parenthesis(inner=inner):
            return f"({_text(inner, _ANY_OF)})"
        case Arithmetic(operator=operator, left=left, right=right):
            own = _binding(node)
            return f"{_text(left, own)} {operator} {_text(right, own + 1)}"
        case Sign(operator=operator, operand=operand):
            signed = _text(operand, _FACTOR)
            return f"{operator} {signed}" if signed[0] in "+-" else operator + signed
        case _:
            return _condition(node)


def _condition(node: Node) -> str:
    match node:
        case AnyOf(operands=operands):
            return " OR ".join(_text(operand, _ALL_OF) for operand in operands)
        case AllOf(operands=operands):
            return " AND ".join(_text(operand, _NOT) for operand in operands)
        case Negation(operand=operand):
            return f"NOT {_text(operand, _NOT)}"
        case Comparison(operator=operator, left=left, right=right):
            return f"{_text(left, _SUM)} {operator} {_text(right, _SUM)}"
        case IsNull(operand=operand, negated=negated):
            return f"{_text(operand, _SUM)} IS {_not(negated=negated)}NULL"
        case Like(operand=operand, pattern=pattern, escape=escape, negated=negated):
            tail = f" ESCAPE {_text(escape, _SUM)}" if escape else ""
            return f"{_text(operand, _SUM)} {_not(negated=negated)}LIKE {_text(pattern, _SUM)}{tail}"
        case InList(operand=operand, options=options, negated=negated):
            return f"{_text(operand, _SUM)} {_not(negated=negated)}IN ({_list(options)})"
        case Between(operand=operand, low=low, high=high, negated=negated):
            ends = f"{_text(low, _SUM)} AND {_text(high, _SUM)}"
            return f"{_text(operand, _SUM)} {_not(negated=negated)}BETWEEN {ends}"
        case _:
            raise AssertionError(node)


def _cast(node: Cast) -> str:
    value, type_ = _text(node.value, _ANY_OF), _type(node.type)
    if not node.convert:
        return f"CAST({value} AS {type_})"
    style = f", {_text(node.style, _ANY_OF)}" if node.style else ""
    return f"CONVERT({type_}, {value}{style})"


def _type(type_: TypeName) -> str:
    sizes = ", ".join(str(size) for size in type_.sizes)
    return f"{type_.name}({sizes})" if sizes else type_.name


def _case(node: Case) -> str:
    words = ["CASE"]
    if node.subject:
        words.append(_text(node.subject, _ANY_OF))
    for branch in node.branches:
        words += ["WHEN", _text(branch.condition, _ANY_OF), "THEN", _text(branch.value, _ANY_OF)]
    if node.otherwise:
        words += ["ELSE", _text(node.otherwise, _ANY_OF)]
    return " ".join([*words, "END"])


def _list(nodes: tuple[Node, ...]) -> str:
    return ", ".join(_text(node, _ANY_OF) for node in nodes)


def _not(*, negated: bool) -> str:
    return "NOT " if negated else ""


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
