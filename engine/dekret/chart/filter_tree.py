"""A filter as a tree of conditions (seeds/001:3916-3960), and the same as text: `VaN_Detal=1`.

What a person puts together in a window is a tree; what runs is its text. The way back is in `filter_parse`.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from dekret.chart.literals import literal
from dekret.chart.operators import Operator
from dekret.syntax.cells import read_date

_COMPARED = {
    Operator.EQUAL: "=",
    Operator.NOT_EQUAL: "<>",
    Operator.GREATER: ">",
    Operator.AT_LEAST: ">=",
    Operator.LESS: "<",
    Operator.AT_MOST: "<=",
}
LIKE = {
    Operator.CONTAINS: ("", "%", "%"),
    Operator.NOT_CONTAINS: ("NOT ", "%", "%"),
    Operator.BEGINS: ("", "", "%"),
    Operator.ENDS: ("", "%", ""),
    Operator.LIKE: ("", "", ""),
    Operator.NOT_LIKE: ("NOT ", "", ""),
}


@dataclass(frozen=True, slots=True)
class Held:
    """One condition: field, operator, values as they are typed; `??Name` is a parameter, `{…}` an expression."""

    field: str
    operator: Operator
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Joined:
    """Conditions of which all have to hold (Oraz), or any (Lub)."""

    any_of: bool
    parts: tuple["Branch", ...]


Branch: TypeAlias = Held | Joined


@dataclass(frozen=True, slots=True)
class Said:
    """How a tree is said in a language of conditions; `field` is what a value is held against.

    `blank` and `filled` are the conditions that a field has no value, or has one.
    """

    value: Callable[[str, str], str]
    text: Callable[[str], str]
    blank: Callable[[str], str]
    filled: Callable[[str], str]
    name: Callable[[str], str] = str


def text_of(branch: Branch, said: Said | None = None) -> str:
    """The text of a tree, as it runs: in SQL, where nothing else is `said`.

    >>> text_of(Held("VaN_Detal", Operator.EQUAL, ("1",)))
    'VaN_Detal=1'
    >>> text_of(Joined(True, (Held("a", Operator.EMPTY), Held("b", Operator.BEGINS, ("FV",)))))
    "(a IS NULL OR a='') OR b LIKE 'FV%'"
    """
    how = said or SQL
    if isinstance(branch, Held):
        return _held(branch, how)
    word = " OR " if branch.any_of else " AND "
    return word.join(_inner(part, how) for part in branch.parts) or "1=1"


def _inner(part: Branch, said: Said) -> str:
    text = text_of(part, said)
    return f"({text})" if isinstance(part, Joined) and len(part.parts) > 1 else text


def _held(held: Held, said: Said) -> str:
    field = said.name(held.field)
    values = [said.value(held.field, value) for value in held.values]
    match held.operator:
        case Operator.EMPTY:
            return said.blank(field)
        case Operator.NOT_EMPTY:
            return said.filled(field)
        case Operator.BETWEEN | Operator.NOT_BETWEEN:
            word = "NOT " if held.operator is Operator.NOT_BETWEEN else ""
            return f"{field} {word}BETWEEN {values[0]} AND {values[1]}"
        case Operator.ONE_OF | Operator.NONE_OF:
            word = "NOT " if held.operator is Operator.NONE_OF else ""
            return f"{field} {word}IN ({', '.join(values)})"
        case operator if operator in LIKE:
            word, before, after = LIKE[operator]
            return f"{field} {word}LIKE {_pattern(held.values[0], before, after, said)}"
        case operator:
            return f"{field}{_COMPARED[operator]}{values[0]}"


def _pattern(value: str, before: str, after: str, said: Said) -> str:
    """A pattern of LIKE; in a value that is contained, begins or ends, signs of LIKE stand for themselves."""
    if is_dynamic(value):
        return " + ".join(
            part for part in (f"'{before}'" if before else "", value, f"'{after}'" if after else "") if part
        )
    value = unquoted(value)
    shielded = re.sub(r"[\[%_]", lambda found: f"[{found[0]}]", value) if before or after else value
    return said.text(f"{before}{shielded}{after}")


def is_dynamic(value: str) -> bool:
    """Whether a value is a parameter or an expression, which goes into the text as it is."""
    return value.startswith(("??", "?@", "{"))


def sql_value(value: str) -> str:
    """A value as T-SQL: numbers and days by their looks, all else a text; what stands in apostrophes is a text, too."""
    if is_dynamic(value):
        return value
    if _is_quoted(value):
        return literal(unquoted(value))
    plain = value.replace("\u00a0", "").replace(" ", "").replace(",", ".")
    if re.fullmatch(r"-?\d{1,15}(\.\d{1,6})?", plain) and not re.match(r"-?0\d", plain):
        return plain
    day = read_date(value)
    return literal(day or value)


SQL = Said(
    lambda _, value: sql_value(value),
    literal,
    lambda field: f"({field} IS NULL OR {field}='')",
    lambda field: f"({field} IS NOT NULL AND {field}<>'')",
)


def _is_quoted(value: str) -> bool:
    return len(value) > 1 and value[0] == value[-1] == "'"


def unquoted(value: str) -> str:
    """A value without the apostrophes that it may stand in."""
    return value[1:-1].replace("''", "'") if _is_quoted(value) else value


def as_typed(text: str, *, value: bool = False) -> str:
    """A text as it is typed in a cell: in apostrophes where a cell, or its looks, would make something else of it.

    `value` says that numbers and days are told by their looks there (not so in a pattern).

    >>> as_typed("FV"), as_typed("5", value=True), as_typed("a; b")
    ('FV', "'5'", "'a; b'")
    """
    stays = text and text == text.strip() and ";" not in text and text[0] != "'" and not is_dynamic(text)
    if stays and (not value or sql_value(text) == literal(text)):
        return text
    return "'" + text.replace("'", "''") + "'"


_VALUE = re.compile(r"\s*((?:'(?:[^']|'')*'(?=\s*(?:;|$))|\?@(?:(?!@\?).)*@\?|\{[^{}]*\}|[^;])*)(?:;|$)")
"""A value up to its semicolon: in apostrophes, in a definition or in braces a semicolon parts nothing."""


def values_of(cell: str) -> tuple[str, ...]:
    """The values of a cell.

    >>> values_of("1; 'a; b'")
    ('1', "'a; b'")
    """
    found = [match[1].strip() for match in _VALUE.finditer(cell)] if cell else []
    return tuple(found[:-1] if len(found) > 1 and not found[-1] and not cell.rstrip().endswith(";") else found)


@dataclass(frozen=True, slots=True)
class TreeRow:
    """A row of a table of conditions: its group (`1.1`), how that is joined (None: not said), its condition."""

    group: str
    any_of: bool | None
    held: Held | None
    """None: a row that says nothing but how its group is joined."""


def of_rows(rows: Sequence[TreeRow]) -> Branch:
    """The tree of a table: a group stands below the one whose number begins its own."""
    return _group("", rows)


def _group(group: str, rows: Sequence[TreeRow]) -> Branch:
    own = [row for row in rows if row.group == group]
    any_of = any(row.any_of for row in own)
    before = f"{group}." if group else ""
    below = list(
        dict.fromkeys(
            before + row.group.removeprefix(before).partition(".")[0]
            for row in rows
            if row.group != group and row.group.startswith(before)
        )
    )
    parts = (*(row.held for row in own if row.held), *(_group(each, rows) for each in below))
    return parts[0] if len(parts) == 1 else Joined(any_of, parts)


def to_rows(branch: Branch) -> list[TreeRow]:
    """The rows of a table that says a tree."""
    if isinstance(branch, Held):
        return [TreeRow("", None, branch)]
    return list(_rows(branch, ""))


def _rows(joined: Joined, group: str) -> Iterator[TreeRow]:
    if joined.any_of and not any(isinstance(part, Held) for part in joined.parts):
        yield TreeRow(group, joined.any_of, None)
    number = 0
    for part in joined.parts:
        if isinstance(part, Held):
            yield TreeRow(group, joined.any_of, part)
        else:
            number += 1
            yield from _rows(part, f"{group}.{number}" if group else str(number))
