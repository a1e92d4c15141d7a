"""Values as T-SQL literals: the one place where a value becomes part of a query.

A literal is one token or stands in parentheses, so that nothing around it binds to half of it: `a -(-5)`, never `--5`.
It stands on one line: SQL Server drops a backslash with the end of its line from texts, and sqlcmd takes lines such as
GO for its own even inside of them.
"""

import datetime as dt
import re
from decimal import Decimal

from dekret.values.pictures import Value

EMPTY_DATE = dt.date(1900, 1, 1)
"""An empty date in a query: the zero of SQL Server, so that `??Od=0` holds, as filters of the manuals expect."""


def literal(value: Value) -> str:
    """A value as T-SQL.

    >>> literal(Decimal("-1.50")), literal("to 'jest'"), literal(dt.date(2026, 1, 31))
    ('(-1.50)', "'to ''jest'''", "CONVERT(DATETIME,'2026-01-31',120)")
    """
    match value:
        case Decimal():
            assert value.is_finite()
            return number(value)
        case dt.date() | None:
            return f"CONVERT(DATETIME,'{(value or EMPTY_DATE).isoformat()}',120)"
        case str():
            return text(value)


def number(value: Decimal) -> str:
    """A number without an exponent; a negative one in parentheses, for `--` begins a comment."""
    return f"({value:f})" if value.is_signed() else f"{value:f}"


NEUTRAL_TEXT, NEUTRAL_NUMBER, NEUTRAL_DATE = "'x'", "0", literal(None)


def neutral(value: Value) -> str:
    """A literal of the same kind, and so of the same shape, that says nothing of the value."""
    match value:
        case str():
            return NEUTRAL_TEXT
        case Decimal():
            return NEUTRAL_NUMBER
        case dt.date() | None:
            return NEUTRAL_DATE


_CONTROL = re.compile(r"([\x00-\x08\x0a-\x1f\x7f])")
_LONGEST = 4000
"""Characters of a text that is no NVARCHAR(MAX): texts joined of shorter ones are cut there."""


def text(value: str) -> str:
    r"""A text in quotes; ends of lines and other control characters are joined to it by their numbers.

    >>> text("GO"), text("a\nGO\n")
    ("'GO'", "('a'+CHAR(10)+'GO'+CHAR(10))")
    """
    if not _CONTROL.search(value):
        return _quoted(value)
    parts = [f"CHAR({ord(part)})" if _CONTROL.match(part) else _quoted(part) for part in _CONTROL.split(value) if part]
    long = ["CAST('' AS NVARCHAR(MAX))"] if len(value) > _LONGEST else []
    return f"({'+'.join([*long, *parts])})"


def _quoted(value: str) -> str:
    """A text in quotes, those in it doubled. What cp1250 does not hold is marked N, as SQL Server would lose it."""
    quoted = value.replace("'", "''")
    if value.isascii():
        return f"'{quoted}'"
    try:
        value.encode("cp1250")
    except UnicodeEncodeError:
        return f"N'{quoted}'"
    return f"'{quoted}'"
