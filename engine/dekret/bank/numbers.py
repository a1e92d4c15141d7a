"""Amounts as a bank file writes and reads them (002:1165–1167, 1433)."""

import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation

from dekret.bank.language import Form
from dekret.model.base import is_amount

_CODES = """
PLN EUR USD GBP CHF CZK SEK NOK DKK HUF RON UAH BGN JPY CAD AUD CNY TRY GEL HKD MXN ZAR NZD SGD ILS
"""
CURRENCIES = frozenset(_CODES.split())
"""Currencies that are known beside an amount: other letters may be a side."""
_BESIDE = re.compile(r"(.*[0-9])[ \xa0\u202f]?([A-Z]{3}|[zZ][łŁ])")
_GROSZ_PLACES = 2
_BLANKS = " \xa0\u202f"
_PLACES = {Form.TEXT: 2, Form.WHOLE: 0, Form.TWO: 2, Form.FOUR: 4}


def amount_writer(form: Form, decimal: str, thousands: str) -> Callable[[Decimal], str | None]:
    """The function that writes an amount; None where digits would be lost.

    Without a decimal separator the places follow the digits at once: 184,50 is 18450 (002:1433).

    >>> write = amount_writer(Form.TWO, "", "")
    >>> write(Decimal("184.50")), write(Decimal("0.05")), write(Decimal("-1.00"))
    ('18450', '5', '-100')
    >>> amount_writer(Form.TWO, ",", ".")(Decimal("1234567.8"))
    '1.234.567,80'
    >>> amount_writer(Form.WHOLE, ",", "")(Decimal("1.50")) is None
    True
    """
    places = _PLACES[form]
    form_text = f"{',' if thousands else ''}.{places}f"
    table = str.maketrans({".": decimal, ",": thousands})

    def write(amount: Decimal) -> str | None:
        plain = str(amount)
        if places == _GROSZ_PLACES and not thousands and plain[-3:-2] == "." and plain[0] not in "-0":
            return f"{plain[:-3]}{decimal}{plain[-2:]}"
        exponent = amount.as_tuple().exponent
        if isinstance(exponent, int) and -exponent > places and amount != round(amount, places):
            return None
        text = f"{amount:{form_text}}".translate(table)
        if decimal:
            return text
        digits = text.lstrip("-").lstrip("0") or "0"
        return f"-{digits}" if text.startswith("-") and digits != "0" else digits

    return write


def read_amount(text: str, form: Form, decimal: str, thousands: str) -> Decimal | None:
    r"""The amount that a text means; None where it is none, or what no account can hold: parts of a grosz, 17 digits.

    A blank for thousands stands for no-break ones, too.

    >>> read_amount("1.234,5", Form.TWO, ",", "."), read_amount("18450", Form.TWO, "", "")
    (Decimal('1234.5'), Decimal('184.50'))
    >>> read_amount("1\xa0234,50", Form.TWO, ",", " "), read_amount("1,2345", Form.FOUR, ",", "")
    (Decimal('1234.50'), None)
    """
    plain = text.strip()
    for mark in _BLANKS if thousands == " " else thousands:
        plain = plain.replace(mark, "")
    if decimal and decimal != ".":
        if "." in plain:
            return None
        plain = plain.replace(decimal, ".")
    if not plain or not plain.lstrip("+-").replace(".", "", 1 if decimal else 0).isdigit() or not plain.isascii():
        return None
    try:
        number = Decimal(plain)
    except InvalidOperation:
        return None
    if not decimal:
        number = number.scaleb(-_PLACES[form])
    return number if is_amount(number) else None


def amount_and_currency(text: str) -> tuple[str, str]:
    """An amount without the currency behind it, and its code; nothing for the code where there is none.

    >>> amount_and_currency("1 234,56 PLN"), amount_and_currency("12,00zł"), amount_and_currency("12,00 CR")
    (('1 234,56', 'PLN'), ('12,00', 'PLN'), ('12,00 CR', ''))
    """
    found = _BESIDE.fullmatch(text.strip())
    code = "" if found is None else "PLN" if found[2].casefold() == "zł" else found[2]
    return (found[1], code) if found and code in CURRENCIES else (text, "")
