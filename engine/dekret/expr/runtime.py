"""What compiled expressions call: the functions themselves, on values that are not NULL; texts of dates in `dates`.

None of them raises: what T-SQL would stop the statement for (a division by zero, a negative length, a text
that is no number) gives NULL here, and posting refuses a document whose account or amount is NULL.
What counts characters composes its text first, so that a letter is one character however it was typed.
"""

import calendar
import datetime as dt
import re
from decimal import Decimal, DivisionByZero, InvalidOperation
from functools import lru_cache

from dekret.expr import collation
from dekret.expr.collation import composed
from dekret.expr.kinds import Value
from dekret.values import gs1, identifiers
from dekret.values.rounding import CONTEXT, DOWN, HALF_UP, rounded_or_none

LONGEST = 8000
"""Characters that REPLICATE and the like may make, as VARCHAR in SQL Server."""
_NUMBER = re.compile(r"\s*[-+]?(\d+\.?\d*|\.\d+)\s*", re.ASCII)
_LIMIT = Decimal(10) ** 38


def add(left: Decimal, right: Decimal) -> Decimal | None:
    return _bounded(CONTEXT.add(left, right))


def subtract(left: Decimal, right: Decimal) -> Decimal | None:
    return _bounded(CONTEXT.subtract(left, right))


def multiply(left: Decimal, right: Decimal) -> Decimal | None:
    return _bounded(CONTEXT.multiply(left, right))


def divide(left: Decimal, right: Decimal) -> Decimal | None:
    return _bounded(CONTEXT.divide(left, right)) if right else None


def remainder(left: Decimal, right: Decimal) -> Decimal | None:
    """The sign is that of the left side, as in T-SQL."""
    try:
        return CONTEXT.remainder(left, right) if right else None
    except (InvalidOperation, DivisionByZero):
        return None


def negative(value: Decimal) -> Decimal:
    return value.copy_negate() if value else value


def _bounded(value: Decimal) -> Decimal | None:
    return value if value.copy_abs() < _LIMIT else None


def join(left: str, right: str) -> str:
    return left + right


upper = str.upper
lower = str.lower


def ltrim(text: str) -> str:
    return text.lstrip(" ")


def rtrim(text: str) -> str:
    return text.rstrip(" ")


def trim(text: str) -> str:
    return text.strip(" ")


def substring(text: str, start: Decimal, length: Decimal) -> str | None:
    if length < 0:
        return None
    text, first = composed(text), int(start) - 1
    return text[max(first, 0) : max(first + int(length), 0)]


def left(text: str, length: Decimal) -> str | None:
    return None if length < 0 else composed(text)[: int(length)]


def right(text: str, length: Decimal) -> str | None:
    if length < 0:
        return None
    return composed(text)[-int(length) :] if length else ""


def length(text: str) -> Decimal:
    """Trailing blanks do not count."""
    return Decimal(len(composed(text).rstrip(" ")))


def replace(text: str, old: str, new: str) -> str | None:
    """Every `old`, in any letter case, replaced."""
    if not old:
        return text
    replaced = re.sub(re.escape(composed(old)), lambda _: new, composed(text), flags=re.IGNORECASE)
    return replaced if len(replaced) <= LONGEST else None


def char_index(wanted: str, text: str, start: Decimal = Decimal(1)) -> Decimal:
    if not wanted:
        return Decimal(0)
    text = composed(text)
    first = int(min(max(start - 1, Decimal(0)), Decimal(len(text))))
    found = re.compile(re.escape(composed(wanted)), re.IGNORECASE).search(text, first)
    return Decimal(found.start() + 1) if found else Decimal(0)


def pattern_index(pattern: str, text: str) -> Decimal:
    compiled = collation.index_pattern(pattern)
    found = compiled.search(composed(text)) if compiled else None
    return Decimal(found.start() + 1) if found else Decimal(0)


def like(text: str, pattern: str, escape: str | None = None) -> bool:
    matches = collation.matcher(pattern, escape)
    return matches is not None and matches(text)


def stuff(text: str, start: Decimal, length: Decimal, new: str) -> str | None:
    text = composed(text)
    if not 1 <= start <= len(text) or length < 0:
        return None
    first = int(start) - 1
    return text[:first] + new + text[first + int(length) :]


def replicate(text: str, times: Decimal) -> str | None:
    if times < 0:
        return None
    return text * min(int(times), LONGEST // max(len(text), 1))


def character(code: Decimal) -> str | None:
    """The character of a code of Windows-1250, the code page of Polish databases; NULL for one that has none."""
    if not 0 < code <= 255:
        return None
    return bytes((int(code),)).decode("cp1250", errors="ignore") or None


def concat(*values: Value) -> str:
    """NULL counts as an empty text; numbers and dates are written out."""
    return "".join("" if value is None else as_text(value) for value in values)


def round_(value: Decimal, places: Decimal, cut: Decimal = Decimal(0)) -> Decimal | None:
    if abs(places) > 38:
        return None
    return rounded_or_none(value, int(places), mode=DOWN if cut else HALF_UP)


def floor(value: Decimal) -> Decimal:
    return value.to_integral_value(rounding="ROUND_FLOOR")


def ceiling(value: Decimal) -> Decimal:
    return value.to_integral_value(rounding="ROUND_CEILING")


def sign(value: Decimal) -> Decimal:
    return Decimal((value > 0) - (value < 0))


def absolute(value: Decimal) -> Decimal:
    return value.copy_abs()


def year(date: dt.date) -> Decimal:
    return Decimal(date.year)


def month(date: dt.date) -> Decimal:
    return Decimal(date.month)


def day(date: dt.date) -> Decimal:
    return Decimal(date.day)


def date_part(part: str, date: dt.date) -> Decimal:
    match part:
        case "year":
            return Decimal(date.year)
        case "quarter":
            return Decimal((date.month + 2) // 3)
        case "month":
            return Decimal(date.month)
        case "iso_week":
            return Decimal(date.isocalendar().week)
        case "dayofyear":
            return Decimal(date.timetuple().tm_yday)
        case _:
            return Decimal(date.day)


def date_add(part: str, count: Decimal, date: dt.date) -> dt.date | None:
    if abs(count) > 4_000_000:
        return None
    number = int(count)
    try:
        match part:
            case "year":
                return _add_months(date, 12 * number)
            case "quarter":
                return _add_months(date, 3 * number)
            case "month":
                return _add_months(date, number)
            case "week":
                return date + dt.timedelta(weeks=number)
            case _:
                return date + dt.timedelta(days=number)
    except (OverflowError, ValueError):
        return None


def _add_months(date: dt.date, months: int) -> dt.date:
    """The same day of another month, or its last day."""
    total = date.year * 12 + date.month - 1 + months
    year_, month_ = divmod(total, 12)
    return dt.date(year_, month_ + 1, min(date.day, calendar.monthrange(year_, month_ + 1)[1]))


def date_difference(part: str, first: dt.date, last: dt.date) -> Decimal:
    """How many borders of that part lie between the dates; weeks begin on Sunday, as DATEDIFF has it."""
    match part:
        case "year":
            return Decimal(last.year - first.year)
        case "quarter":
            return Decimal((last.year - first.year) * 4 + (last.month - 1) // 3 - (first.month - 1) // 3)
        case "month":
            return Decimal((last.year - first.year) * 12 + last.month - first.month)
        case "week":
            return Decimal((last.toordinal()) // 7 - first.toordinal() // 7)
        case _:
            return Decimal((last - first).days)


def end_of_month(date: dt.date, months: Decimal = Decimal(0)) -> dt.date | None:
    shifted = date_add("month", months, date)
    if shifted is None:
        return None
    return shifted.replace(day=calendar.monthrange(shifted.year, shifted.month)[1])


def date_from_parts(year_: Decimal, month_: Decimal, day_: Decimal) -> dt.date | None:
    try:
        return dt.date(int(year_), int(month_), int(day_))
    except (OverflowError, ValueError):
        return None


def str_(value: Decimal, width: Decimal = Decimal(10), places: Decimal = Decimal(0)) -> str | None:
    """STR: aligned to the right; decimal places that do not fit are rounded off, asterisks where nothing fits."""
    if not 0 < width <= LONGEST or places < 0:
        return None
    for fraction in range(min(int(places), 16), -1, -1):
        number = rounded_or_none(value, fraction, mode=HALF_UP)
        if number is not None and len(text := number_as_text(number)) <= width:
            return text.rjust(int(width))
    return "*" * int(width)


def as_text(value: str | Decimal | dt.date) -> str:
    if isinstance(value, Decimal):
        return number_as_text(value)
    return value if isinstance(value, str) else value.isoformat()


def cut_text(value: str, size: Decimal) -> str:
    """VARCHAR(n)"""
    return composed(value)[: int(size)]


def padded_text(value: str, size: Decimal) -> str:
    """CHAR(n)"""
    return composed(value)[: int(size)].ljust(int(size))


def number_as_text(value: Decimal) -> str:
    """The digits that a number has; zero has no sign."""
    return f"{value or value.copy_abs():f}"


def quotient_as_text(value: Decimal) -> str | None:
    """Six decimal places, the others cut: what T-SQL keeps of 10.00/3.0."""
    number = rounded_or_none(value, 6, mode=DOWN)
    return None if number is None else number_as_text(number)


def money_as_text(value: Decimal, style: Decimal = Decimal(0)) -> str | None:
    """MONEY by the styles of CONVERT: two places (0), with commas between the thousands (1), four places (2)."""
    number = rounded_or_none(value, 4 if style == 2 else 2, mode=HALF_UP)
    if number is None:
        return None
    return f"{number:,f}" if style == 1 and number else number_as_text(number)


def fitting_text(text: str, size: Decimal) -> str | None:
    """NULL where the text of a number does not fit: cut digits would be another number."""
    return text if len(text) <= size else None


def text_as_number(text: str) -> Decimal | None:
    return Decimal(text.strip()) if _NUMBER.fullmatch(text) and len(text) <= 80 else None


def text_as_whole(text: str) -> Decimal | None:
    number = text_as_number(text)
    return number if number is not None and "." not in text else None


def as_whole(value: Decimal) -> Decimal:
    """CAST of a decimal to a whole number cuts the fraction off."""
    return value.to_integral_value(rounding=DOWN)


def money_as_whole(value: Decimal) -> Decimal:
    """CAST of MONEY to a whole number rounds half away from zero."""
    return value.to_integral_value(rounding=HALF_UP)


def as_decimal(value: Decimal, precision: Decimal, scale: Decimal) -> Decimal | None:
    """CAST to decimal(p, s) rounds half away from zero; NULL where the digits do not fit."""
    number = rounded_or_none(value, int(scale), mode=HALF_UP)
    return number if number is not None and number.copy_abs() < Decimal(1).scaleb(int(precision - scale)) else None


def format_number(value: Decimal, places: Decimal, group: str, point: str) -> str | None:
    """FORMAT of a number: fixed places, digits grouped by threes where `group` is not empty."""
    number = rounded_or_none(value, int(places), mode=HALF_UP)
    if number is None:
        return None
    text = f"{number or number.copy_abs():,f}"
    return text.replace(",", "\0").replace(".", point).replace("\0", group)


# --- numbers with check digits; blanks and hyphens between the digits are forgiven


_SEPARATORS = re.compile(r"[\s\-]+")


def _said(*, right: bool) -> Decimal:
    return _ONE if right else _NONE


_ONE, _NONE = Decimal(1), Decimal(0)


def is_nip(text: str) -> Decimal:
    return _said(right=identifiers.is_nip(identifiers.plain_tax_id(text)))


def is_regon(text: str) -> Decimal:
    return _said(right=identifiers.is_regon(_SEPARATORS.sub("", text)))


def is_pesel(text: str) -> Decimal:
    return _said(right=identifiers.is_pesel(_SEPARATORS.sub("", text)))


def is_nrb(text: str) -> Decimal:
    return _said(right=identifiers.is_nrb(identifiers.plain_account(text)))


def is_iban(text: str) -> Decimal:
    plain = identifiers.plain_account(text)
    return _said(right=identifiers.is_iban(plain) or identifiers.is_nrb(plain))


@lru_cache(maxsize=4096)
def is_gln(text: str) -> Decimal:
    return _said(right=gs1.is_gln(_SEPARATORS.sub("", text)))


@lru_cache(maxsize=4096)
def is_ean(text: str) -> Decimal:
    return _said(right=gs1.is_gtin(_SEPARATORS.sub("", text)))
