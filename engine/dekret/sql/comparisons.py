"""Comparing as SQL Server does with Polish_CI_AS: no letter case, blanks at the end do not count, accents do.

Both sides become the kind that ranks higher, before they are compared.
"""

import re
from collections.abc import Sequence

from dekret.sql import engine_words as words
from dekret.sql.functions import as_text, unified
from dekret.sql.kinds import Sort
from dekret.sql.said import Said, name, quoted, refuse
from dekret.sql.scopes import Query


def compared(sign: str, left: Said, right: Said, dialect: str) -> str:
    """`left = right`, in parentheses."""
    (one, other), kind = unified((left, right), dialect)
    if kind.sort is not Sort.TEXT:
        return f"({one.text} {sign} {other.text})"
    if sign in ("=", "<>"):
        for text, literal in ((one, other.constant), (other, one.constant)):
            if isinstance(literal, str) and literal == literal.swapcase() and text.constant is None:
                return f"({words.unpadded(text.text, dialect)} {sign} {quoted(literal.rstrip(' '))})"
        return f"({text_key(one, dialect)} {sign} {text_key(other, dialect)})"
    return words.in_order(sign, one.text, other.text, dialect)


def text_key(said: Said, dialect: str) -> str:
    """What equal texts share; of a literal it is known before."""
    if isinstance(said.constant, str):
        return quoted(said.constant.rstrip(" ").lower())
    return words.key(said.text, dialect)


def in_values(given: Said, values: "Sequence[Said] | Query", dialect: str) -> str:
    """`given IN (…)`: a list, or a query of one column."""
    if isinstance(values, Query):
        if len(values.kinds) != 1:
            raise refuse("IN (SELECT …)", "ma dać jedną kolumnę", "has to give one column")
        inner = Said(f'"q".{name("x")}', values.kinds[0])
        (one, other), kind = unified((given, inner), dialect)
        is_text = kind.sort is Sort.TEXT
        shown = [words.key(each.text, dialect) if is_text else each.text for each in (one, other)]
        return f'({shown[0]} IN (SELECT {shown[1]} FROM ({values.text}) AS "q"({name("x")})))'
    shown_values, kind = unified((given, *values), dialect)
    if kind.sort is Sort.TEXT:
        shown = [text_key(each, dialect) for each in shown_values]
    else:
        shown = [each.text for each in shown_values]
    return f"({shown[0]} IN ({', '.join(shown[1:])}))"


def like(given: Said, pattern: Said, escape: str | None, dialect: str) -> str:
    """LIKE; a pattern with `[…]` becomes a regular expression, and has to be known for that."""
    value, shape = as_text(given, dialect), as_text(pattern, dialect)
    if isinstance(shape.constant, str):
        if "[" in shape.constant:
            return f"({words.matches(value.text, _regular(shape.constant, escape), dialect)})"
        return words.like(value.text, quoted(shape.constant), escape, dialect)
    plain = words.like(value.text, shape.text, escape, dialect)
    failed = words.fail("LIKE [", shape.text, dialect)
    bracket = f"CASE WHEN strpos({shape.text}, '[') > 0 THEN {failed} ELSE 1 END = 1"
    return f"(({bracket}) AND {plain})"


_PIECE = re.compile(r"\[(\^?)(.*?)\]|(.)", re.DOTALL)


def _regular(pattern: str, escape: str | None) -> str:
    if escape:
        raise refuse("LIKE '[…]' ESCAPE")
    found = []
    for piece in _PIECE.finditer(pattern.lower()):
        negated, inside, other = piece.groups()
        match other:
            case None:
                if not re.fullmatch(r"(?:[0-9]-[0-9]|[\w %_.,/-])+", inside) or re.search(
                    r"[a-ząćęłńóśźż]-[^0-9]", inside
                ):
                    raise refuse(f"LIKE '{pattern}'")
                if re.search(r"(?<![0-9])-(?!$)|-(?![0-9]|$)", inside):
                    raise refuse(f"LIKE '{pattern}'")
                found.append(f"[{negated}{inside}]")
            case "%":
                found.append(".*")
            case "_":
                found.append(".")
            case "[":
                raise refuse(f"LIKE '{pattern}'")
            case _:
                found.append(
                    other if other.isalnum() or other == " " else f"[{other}]" if other not in "^\\" else f"\\{other}"
                )
    return "".join(found)
