"""What all records share: frozen, no unknown field, money as `Decimal`, a Polish title for every field.

Amounts are read from the decimal text of the file, `"123.45"` or `123.45`, never by way of a binary fraction; one
with more than two places is refused.
"""

import datetime as dt
from decimal import Decimal, InvalidOperation
from typing import Annotated

from msgspec import Meta, Struct

from dekret.values.rounding import GROSZ

LARGEST = Decimal(10) ** 16
"""Amounts are below this, as in SQL Server's decimal(18, 2)."""
_SMALLEST = -LARGEST
LARGEST_RATE = Decimal(10) ** 14
_QUANTITY_STEP = Decimal("0.0001")
_RATE_STEP = Decimal("0.00000001")


class Record(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """A frozen record that refuses unknown fields."""


class FieldValueError(ValueError):
    """A value that its type allows and its field does not; holds the fault and the name of the field."""

    def __init__(self, fault: str, field: str = "") -> None:
        super().__init__(f"{fault}:{field}")


def is_amount(value: Decimal) -> bool:
    """Whether a number can be an amount: at most two places, 16 digits before them.

    >>> is_amount(Decimal("12.5")), is_amount(Decimal("0.001")), is_amount(Decimal("NaN"))
    (True, False, False)
    """
    return value.is_finite() and _SMALLEST < value < LARGEST and value == value.quantize(GROSZ)


def is_rate(value: Decimal) -> bool:
    """Whether a number can be an exchange rate: above zero, at most eight places."""
    return value.is_finite() and 0 < value < LARGEST_RATE and value == value.quantize(_RATE_STEP)


def is_quantity(value: Decimal) -> bool:
    """Whether a number can be a quantity: at most four places."""
    return value.is_finite() and -LARGEST < value < LARGEST and value == value.quantize(_QUANTITY_STEP)


def is_measure(value: Decimal) -> bool:
    """Whether a number can be a weight or a volume: not below zero, at most four places."""
    return is_quantity(value) and value >= 0


def need_quantities(*quantities: Decimal | None) -> None:
    """Raises `FieldValueError` where one of these is no quantity (or price)."""
    for quantity in quantities:
        if quantity is not None and not is_quantity(quantity):
            raise FieldValueError("number")


def need_amounts(*amounts: Decimal | None) -> None:
    """Raises `FieldValueError` where one of these is no amount."""
    try:
        for amount in amounts:
            if amount is not None and (amount.quantize(GROSZ) != amount or not _SMALLEST < amount < LARGEST):
                raise FieldValueError("places")
    except InvalidOperation:
        raise FieldValueError("places") from None


def need_rate(currency: str, rate: Decimal | None) -> None:
    """Raises `FieldValueError` where a foreign currency has no rate, or the rate cannot be one."""
    if rate is None:
        if currency != "PLN":
            raise FieldValueError("rate", "exchange_rate")
    elif not is_rate(rate):
        raise FieldValueError("number", "exchange_rate")


_TIDY = r"^(\S(.*\S)?)?$"

Money = Annotated[Decimal, Meta(extra={"is": is_amount, "fault": "places"})]
"""An amount with two decimal places, up to 16 digits before them."""
PositiveMoney = Annotated[Decimal, Meta(extra={"is": is_amount, "fault": "places", "positive": True})]
"""An amount above zero."""
Rate = Annotated[Decimal, Meta(extra={"is": is_rate, "fault": "number"})]
"""An exchange rate: PLN for one unit of the currency."""
Quantity = Annotated[Decimal, Meta(extra={"is": is_quantity, "fault": "number"})]
"""A quantity: at most four decimal places."""
Price = Annotated[Decimal, Meta(extra={"is": is_quantity, "fault": "number"})]
"""A price of a unit: at most four decimal places."""
Measure = Annotated[Decimal, Meta(extra={"is": is_measure, "fault": "number"})]
"""A weight in kg or a volume in m³: at most four decimal places, not below zero."""
Date = dt.date
Currency = Annotated[str, Meta(pattern=r"^[A-Z]{3}$", extra={"form": "currency"})]
Code = Annotated[str, Meta(pattern=_TIDY, max_length=50)]
"""A code or an account, without blanks around it; may be empty."""
Symbol = Annotated[str, Meta(pattern=r"^\S(.*\S)?$", min_length=1, max_length=50)]
"""As `Code`, but never empty."""
Number = Annotated[str, Meta(pattern=r"^\S(.*\S)?$", min_length=1, max_length=256)]
"""The number of a document."""
Text = Annotated[str, Meta(max_length=255)]
Gln = Annotated[str, Meta(pattern=r"^(\d{13})?$", extra={"form": "gln"})]
"""A GLN (ILN) of thirteen digits; may be empty. Whether its check digit is right, rules tell."""
Ordinal = Annotated[int, Meta(ge=1, le=999_999)]
"""A place in a list, counted from one."""
VatRate = Annotated[
    str,
    Meta(
        title="Stawka VAT",
        pattern=r"^((?!0+\.0?[1-9])\d{1,2}(\.\d{1,2})?|0 (KR|WDT|EX)|zw|np( I| II)?|oo|marża|OSS)$",
        max_length=10,
        extra={"form": "vat_rate"},
    ),
]
"""A percentage, or one of the words: KSeF's codes, and marża (margin scheme) and OSS, for which it has no code.

A fraction as spreadsheets have it (0.23) is none: taken for a percentage it would be a quarter of one.
"""
