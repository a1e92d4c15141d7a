"""Rates of VAT as documents write them: a percentage, or a word."""

from decimal import Decimal


def percent_of(rate: str) -> Decimal | None:
    """The percentage of a rate of VAT; None for those that are words.

    >>> percent_of("23"), percent_of("5.50"), percent_of("0 KR"), percent_of("zw")
    (Decimal('23'), Decimal('5.50'), None, None)
    """
    return Decimal(rate) if rate.replace(".", "", 1).isdigit() else None
