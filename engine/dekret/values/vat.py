"""Rates of VAT as documents write them: a percentage, or a word."""

import re
from decimal import Decimal


def percent_of(rate: str) -> Decimal | None:
    """The percentage of a rate of VAT; None for those that are words.

    >>> percent_of("23"), percent_of("5.50"), percent_of("0 KR"), percent_of("zw")
    (Decimal('23'), Decimal('5.50'), None, None)
    """
    return Decimal(rate) if rate.replace(".", "", 1).isdigit() else None


_FRACTION = re.compile(r"0*[.,]\d{1,4}")


def percent_meant(rate: str) -> str:
    """The percentage that a fraction stands for, as a spreadsheet has 23% for 0.23; empty where it is none.

    >>> percent_meant("0.23"), percent_meant("0,055"), percent_meant("23"), percent_meant("0.00")
    ('23', '5.5', '', '')
    """
    found = Decimal(rate.replace(",", ".")) * 100 if _FRACTION.fullmatch(rate) else Decimal(0)
    return f"{found.normalize():f}" if found else ""
