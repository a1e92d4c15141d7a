"""What an expression comes to, and whether it came from the author or from outside.

Text that the author wrote may be SQL and goes into the query as it is. What came from outside (a person, a row, the
application) is a value: whatever holds some of it goes in as a literal.
"""

import datetime as dt
from decimal import Decimal
from typing import NamedTuple, TypeAlias

from dekret.values.pictures import Value

Result: TypeAlias = Value | bool


class Computed(NamedTuple):
    """A value. `foreign`: some of it came from outside, and is not made harmless as by DateSQL.

    `parts` are what a text was joined of; the query of GetSql is put together of them.
    """

    value: Result
    foreign: bool = False
    parts: tuple["Computed", ...] = ()

    @property
    def text(self) -> str:
        """The value as a text, in expressions and in graphic parameters."""
        return plain(self.value)

    @property
    def pieces(self) -> tuple["Computed", ...]:
        return self.parts or (self,)


def is_plain(number: Decimal) -> bool:
    """Whether a number can be written with its digits: `1E+999999999` would be a text of a gigabyte."""
    return number.is_finite() and -40 < number.adjusted() < 40


def plain(value: Result) -> str:
    """A value as a text: numbers with a point, days as 2026-01-31, conditions as 1 and 0.

    >>> plain(Decimal("1.50")), plain(dt.date(2026, 1, 31)), plain(None)
    ('1.50', '2026-01-31', '')
    """
    match value:
        case bool():
            return "1" if value else "0"
        case Decimal():
            return f"{value:f}" if is_plain(value) else str(value)
        case dt.date():
            return value.isoformat()
        case None:
            return ""
        case str():
            return value
