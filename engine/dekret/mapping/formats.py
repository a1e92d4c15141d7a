"""Formats of values in shapes, as tables of EDI messages write them: X(35), [0-9](13), N0, R2, R2(18), data, O,R."""

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from dekret.expr.kinds import Kind
from dekret.mapping.shape_problems import UNKNOWN_FORMAT
from dekret.syntax.schema import CellKind, Parsed
from dekret.text.wording import Wording


class Sort(Enum):
    """What a value is made of."""

    TEXT = Wording("tekst", "text")
    DIGITS = Wording("cyfry", "digits")
    LETTERS = Wording("wielkie litery", "capital letters")
    NUMBER = Wording("liczba", "number")
    DATE = Wording("data RRRR-MM-DD", "date YYYY-MM-DD")
    TIME = Wording("godzina", "time")
    CODE = Wording("jeden z kodów", "one of the codes")


@dataclass(frozen=True, slots=True)
class Format:
    """A format: `length` in characters (of a number its digits), 0 for any; `places` of a number; `codes`."""

    sort: Sort
    length: int = 0
    places: int = 0
    codes: tuple[str, ...] = ()
    written: str = ""

    @property
    def kind(self) -> Kind:
        """The kind of the value in expressions."""
        if self.sort is Sort.NUMBER:
            return Kind.NUMBER
        return Kind.DATE if self.sort is Sort.DATE else Kind.TEXT


_SIZED = re.compile(r"(X|\[0-9\]|\[A-Z\])\((\d{1,7})\)")
_NUMBER = re.compile(r"(?:N0|R(\d))(?:\((\d{1,2})\))?")
_CODES = re.compile(r"[A-Z0-9]{1,6}(?:\s*,\s*[A-Z0-9]{1,6})+|=[A-Z0-9]{1,6}")
_SORTS = {"X": Sort.TEXT, "[0-9]": Sort.DIGITS, "[A-Z]": Sort.LETTERS}
_TIMES = ("hh:mm", "hh:mm:ss")


def read_format(text: str) -> Format | None:
    """The format that a cell writes; None where it is none.

    >>> read_format("R2(18)")
    Format(sort=<Sort.NUMBER: Wording(pl='liczba', en='number')>, length=18, places=2, codes=(), written='R2(18)')
    >>> read_format("X35") is None
    True
    """
    if found := _SIZED.fullmatch(text):
        return Format(_SORTS[found[1]], int(found[2]), written=text)
    if found := _NUMBER.fullmatch(text):
        return Format(Sort.NUMBER, int(found[2] or 0), int(found[1] or 0), written=text)
    if text.casefold() in ("data", "date"):
        return Format(Sort.DATE, written=text)
    if text.casefold() in _TIMES:
        return Format(Sort.TIME, written=text)
    if text == "X":
        return Format(Sort.TEXT, written=text)
    if _CODES.fullmatch(text):
        return Format(Sort.CODE, codes=tuple(code.strip() for code in text.lstrip("=").split(",")), written=text)
    return None


_DECIMAL = re.compile(r"-?(\d+)(?:\.(\d+))?")
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?")
_DATE = re.compile(r"(\d{4}-\d{2}-\d{2})(?:T00:00:00)?")


def fault_of(format_: Format, text: str) -> Wording | None:
    """What is wrong with a value, as the end of a sentence; None where it fits.

    >>> fault_of(read_format("X(3)"), "ABCD").pl
    'ma znaków 4, a może mieć najwyżej 3'
    """
    match format_.sort:
        case Sort.NUMBER:
            return _number_fault(format_, text)
        case Sort.DATE:
            return None if as_date(text) else Wording("nie jest datą RRRR-MM-DD", "is no date YYYY-MM-DD")
        case Sort.TIME:
            return None if _TIME.fullmatch(text) else Wording("nie jest godziną GG:MM", "is no time HH:MM")
        case Sort.CODE:
            known = ", ".join(format_.codes)
            return None if text in format_.codes else Wording(f"nie jest żadnym z: {known}", f"is none of: {known}")
        case Sort.DIGITS if not (text.isascii() and text.isdigit()):
            return Wording("ma mieć same cyfry", "must have digits alone")
        case Sort.LETTERS if not (text.isascii() and text.isalpha() and text.isupper()):
            return Wording("ma mieć same wielkie litery", "must have capital letters alone")
    if format_.length and len(text) > format_.length:
        return Wording(
            f"ma znaków {len(text)}, a może mieć najwyżej {format_.length}",
            f"has {len(text)} characters, and may have {format_.length} at most",
        )
    return None


def _number_fault(format_: Format, text: str) -> Wording | None:
    found = _DECIMAL.fullmatch(text)
    if found is None:
        return Wording("nie jest liczbą z kropką, np. 12.50", "is no number with a point, as 12.50")
    if len((found[2] or "").rstrip("0")) > format_.places:
        return Wording(f"ma więcej miejsc po kropce niż {format_.places}", f"has more places than {format_.places}")
    if format_.length and len(found[1]) + len(found[2] or "") > format_.length:
        return Wording(f"ma więcej cyfr niż {format_.length}", f"has more digits than {format_.length}")
    return None


def as_date(text: str) -> dt.date | None:
    """A date of a file; writers that print a time with it print midnight (comarch-edi.md §6, 13)."""
    found = _DATE.fullmatch(text)
    try:
        return dt.date.fromisoformat(found[1]) if found else None
    except ValueError:
        return None


def as_number(text: str) -> Decimal | None:
    """A number of a file, with a point."""
    return Decimal(text) if _DECIMAL.fullmatch(text) else None


def _read(text: str) -> Parsed[Format]:
    found = read_format(text)
    return Parsed(found, () if found else (UNKNOWN_FORMAT.found(0, len(text), text=text),))


FORMAT = CellKind(Wording("postać wartości", "format of the value"), _read)
