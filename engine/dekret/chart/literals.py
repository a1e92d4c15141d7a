"""Values as T-SQL literals: the one place where a value becomes part of a query.

A literal is one token or stands in parentheses, so that nothing around it binds to half of it: `a -(-5)`, never `--5`.
"""

import datetime as dt
from decimal import Decimal

from dekret.chart.pictures import Value

EMPTY_DATE = dt.date(1900, 1, 1)
"""An empty date in a query: the zero of SQL Server, so that `??Od=0` holds, as filters of the manuals expect."""


def literal(value: Value) -> str:
    """A value as T-SQL.

    >>> literal(Decimal("-1.50")), literal("to 'jest'"), literal(dt.date(2026, 1, 31))
    ('(-1.50)', "'to ''jest'''", "CONVERT(DATETIME,'2026-01-31',120)")
    """
    match value:
        case Decimal():
            return number(value)
        case dt.date() | None:
            return f"CONVERT(DATETIME,'{(value or EMPTY_DATE).isoformat()}',120)"
        case str():
            return text(value)


def number(value: Decimal) -> str:
    """A number without an exponent; a negative one in parentheses, for `--` begins a comment."""
    return f"({value:f})" if value.is_signed() else f"{value:f}"


def text(value: str) -> str:
    """A text in quotes, those in it doubled. What cp1250 does not hold is marked N, as SQL Server would lose it."""
    quoted = value.replace("'", "''")
    if value.isascii():
        return f"'{quoted}'"
    try:
        value.encode("cp1250")
    except UnicodeEncodeError:
        return f"N'{quoted}'"
    return f"'{quoted}'"
