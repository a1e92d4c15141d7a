"""The one rounding function of the house; the mode is named at the call."""

import decimal
from decimal import Decimal, InvalidOperation

HALF_UP = decimal.ROUND_HALF_UP
"""Half away from zero: money in Polish law and in T-SQL's ROUND."""
DOWN = decimal.ROUND_DOWN
"""Toward zero: what cuts digits off."""

CONTEXT = decimal.Context(prec=38, rounding=decimal.ROUND_HALF_EVEN, traps=[decimal.InvalidOperation])
"""Arithmetic of 38 digits, as SQL Server's decimals; longer results are rounded at the 38th digit."""

GROSZ = Decimal("0.01")
_GROSZ_PLACES = 2
ZERO = Decimal("0.00")


def rounded(value: Decimal, places: int = 2, *, mode: str) -> Decimal:
    """The value with so many decimal places; negative places round to tens, hundreds.

    Raises `decimal.InvalidOperation` where the result has more than 38 digits.

    >>> rounded(Decimal("-2.005"), mode=HALF_UP), rounded(Decimal("1250"), -2, mode=HALF_UP)
    (Decimal('-2.01'), Decimal('1300'))
    """
    if places == _GROSZ_PLACES:
        return value.quantize(GROSZ, mode, CONTEXT)
    if places >= 0:
        return value.quantize(Decimal(1).scaleb(-places), rounding=mode, context=CONTEXT)
    tens = value.quantize(Decimal(1).scaleb(-places), rounding=mode, context=CONTEXT)
    return tens.quantize(Decimal(1), context=CONTEXT)


def rounded_or_none(value: Decimal, places: int, *, mode: str) -> Decimal | None:
    """As `rounded`; None where the result would not fit in 38 digits."""
    try:
        return rounded(value, places, mode=mode)
    except InvalidOperation:
        return None
