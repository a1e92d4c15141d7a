"""Kinds of values in T-SQL, with the rules by which they combine, and the tables of a database with their columns.

Lengths and digits are those of SQL Server: what a decimal times a decimal is, is decided here. No SQL is made here.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TypeAlias

MOST_DIGITS = 38
LEAST_SCALE = 6


class Sort(IntEnum):
    """Sorts of values by the precedence of T-SQL: the higher one of two is what both are converted to."""

    NULL = 0
    TEXT = 1
    BIT = 2
    INT = 3
    DECIMAL = 4
    FLOAT = 5
    DATE = 6
    DATETIME = 7


@dataclass(frozen=True, slots=True)
class Kind:
    """A sort with its measures: digits and decimals of a number, the greatest length of a text (None: not known)."""

    sort: Sort
    precision: int = 0
    scale: int = 0
    size: int | None = None

    @property
    def is_number(self) -> bool:
        return Sort.BIT <= self.sort <= Sort.FLOAT

    @property
    def is_date(self) -> bool:
        return self.sort >= Sort.DATE


NULL = Kind(Sort.NULL)
TEXT = Kind(Sort.TEXT)
BIT = Kind(Sort.BIT, 1)
INT = Kind(Sort.INT, 10)
BIGINT = Kind(Sort.INT, 19)
FLOAT = Kind(Sort.FLOAT, 53)
DATE = Kind(Sort.DATE)
DATETIME = Kind(Sort.DATETIME)


def decimal(precision: int, scale: int) -> Kind:
    """A decimal; digits beyond 38 are taken from the decimals, six of which stay (SQL Server, "Precision and scale").

    >>> decimal(49, 13)
    Kind(sort=<Sort.DECIMAL: 4>, precision=38, scale=6, size=None)
    """
    if precision > MOST_DIGITS:
        whole = precision - scale
        scale = max(MOST_DIGITS - whole, min(scale, LEAST_SCALE))
    return Kind(Sort.DECIMAL, min(precision, MOST_DIGITS), scale)


def text(size: int | None) -> Kind:
    return Kind(Sort.TEXT, size=size)


def common(one: Kind, other: Kind) -> Kind:
    """What two values become where one column, or one comparison, holds both.

    >>> common(decimal(15, 2), INT)
    Kind(sort=<Sort.DECIMAL: 4>, precision=15, scale=2, size=None)
    """
    if one.sort is Sort.NULL or other.sort is Sort.NULL:
        return other if one.sort is Sort.NULL else one
    if one.sort is other.sort is Sort.TEXT:
        return text(None if one.size is None or other.size is None else max(one.size, other.size))
    higher, lower = (one, other) if one.sort >= other.sort else (other, one)
    if higher.sort is Sort.DECIMAL and lower.is_number:
        scale = max(higher.scale, lower.scale)
        return decimal(max(higher.precision - higher.scale, lower.precision - lower.scale) + scale, scale)
    if higher.sort is lower.sort is Sort.INT:
        return Kind(Sort.INT, max(higher.precision, lower.precision, 10))
    return higher


def combined(sign: str, left: Kind, right: Kind) -> Kind:
    """What `+ - * / %` of two numbers give, one of them a decimal or both whole.

    >>> combined("/", decimal(15, 2), decimal(15, 4))
    Kind(sort=<Sort.DECIMAL: 4>, precision=35, scale=18, size=None)
    >>> combined("/", INT, INT) == INT
    True
    """
    if Sort.FLOAT in (left.sort, right.sort):
        return FLOAT
    if Sort.DECIMAL not in (left.sort, right.sort):
        return BIGINT if 19 in (left.precision, right.precision) else INT
    p1, s1, p2, s2 = left.precision, left.scale, right.precision, right.scale
    match sign:
        case "*":
            return decimal(p1 + p2 + 1, s1 + s2)
        case "/":
            scale = max(LEAST_SCALE, s1 + p2 + 1)
            return decimal(p1 - s1 + s2 + scale, scale)
        case "%":
            scale = max(s1, s2)
            return decimal(min(p1 - s1, p2 - s2) + scale, scale)
        case _:
            scale = max(s1, s2)
            return decimal(max(p1 - s1, p2 - s2) + scale + 1, scale)


_DECIMAL = re.compile(r"(?:DECIMAL|NUMERIC)\((\d+), ?(\d+)\)")
_NAMED: Mapping[str, Kind] = {
    **dict.fromkeys(("TINYINT", "UTINYINT"), Kind(Sort.INT, 3)),
    **dict.fromkeys(("SMALLINT", "USMALLINT", "INT2"), Kind(Sort.INT, 5)),
    **dict.fromkeys(("INTEGER", "INT", "INT4"), INT),
    **dict.fromkeys(("BIGINT", "UINTEGER", "INT8"), BIGINT),
    **dict.fromkeys(("DOUBLE", "DOUBLE PRECISION", "REAL", "FLOAT"), FLOAT),
    **dict.fromkeys(("BOOLEAN", "BIT"), BIT),
    **dict.fromkeys(("VARCHAR", "TEXT", "CHARACTER VARYING", "NVARCHAR"), TEXT),
    "DATE": DATE,
    **dict.fromkeys(("TIMESTAMP", "TIMESTAMP WITHOUT TIME ZONE", "DATETIME", "DATETIME2", "TIMESTAMP_S"), DATETIME),
    **dict.fromkeys(("TIMESTAMP_MS", "SMALLDATETIME"), DATETIME),
}


def kind_of(
    data_type: str, *, precision: int | None = None, scale: int | None = None, size: int | None = None
) -> Kind | None:
    """The kind of a column by the words of `information_schema.columns`; None for one that no query here may touch.

    >>> kind_of("DECIMAL(15,2)") == kind_of("numeric", precision=15, scale=2) == decimal(15, 2)
    True
    >>> kind_of("uuid")
    """
    name = data_type.upper()
    written = _DECIMAL.fullmatch(name)
    if written:
        return decimal(int(written[1]), int(written[2]))
    if name in ("NUMERIC", "DECIMAL") and precision is not None and scale is not None:
        return decimal(precision, scale)
    found = _NAMED.get(name)
    return text(size) if found is TEXT else found


# --- tables

Columns: TypeAlias = Mapping[str, tuple[str, Kind | None]]
"""Columns in their order: by their names without case, the name as the database has it, and the kind."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table or view as the database calls it."""

    schema: str
    name: str
    columns: Columns


@dataclass(frozen=True, slots=True)
class Schema:
    """The tables of a database; names are looked for without letter case, as SQL Server does."""

    tables: Mapping[tuple[str, str], Table] = field(default_factory=dict)

    @classmethod
    def of(cls, rows: Iterable[tuple[str, str, str, Kind | None]]) -> "Schema":
        """Of rows of schema, table, column and kind, in the order of the columns."""
        found: dict[tuple[str, str], tuple[str, str, dict[str, tuple[str, Kind | None]]]] = {}
        for schema, table, column, kind in rows:
            key = (schema.casefold(), table.casefold())
            found.setdefault(key, (schema, table, {}))[2][column.casefold()] = (column, kind)
        return cls({key: Table(*each) for key, each in found.items()})

    def table(self, schema: str, name: str) -> Table | None:
        """The table of a name; without a schema the one that exists once, or the one in CDN."""
        if schema:
            return self.tables.get((schema.casefold(), name.casefold()))
        found = [table for (_, each), table in self.tables.items() if each == name.casefold()]
        in_cdn = self.tables.get(("cdn", name.casefold()))
        return in_cdn or (found[0] if len(found) == 1 else None)
