"""Display formats of a column: how a number or a date is shown, after OPT074 (seed 002, lines 2899–2985).

A format has a type and a text: a standard format (`c2`, `G`), which is a letter, or a pattern (`00.00"%"`,
`dd.MM.yyyy`). Letters that the manual does not list (F, E, X, R) are no formats. Which column has which format, and
the reading of values that are still text, are not here.
"""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias, assert_never

from dekret.text.wording import Wording
from dekret.values.culture import POLISH, Culture
from dekret.values.display_patterns import (
    MomentPattern,
    NumberPattern,
    grouped_digits,
    moment_pattern,
    moment_text,
    number_pattern,
    number_text,
    scaled_digits,
)

FormatType: TypeAlias = Literal["None", "Numeric", "DateTime", "Custom"]
ShownValue: TypeAlias = Decimal | dt.date | dt.datetime | str | None


@dataclass(frozen=True, slots=True)
class StandardNumber:
    """A letter and a precision: decimal places, for D the digits at least (lines 2914–2926)."""

    letter: Literal["C", "N", "D", "P"]
    precision: int | None


@dataclass(frozen=True, slots=True)
class StandardMoment:
    """A letter that stands for a pattern (lines 2928–2943)."""

    pattern: MomentPattern
    name: Wording


@dataclass(frozen=True, slots=True)
class DisplayFormat:
    """A format that was understood: how it shows numbers, and how moments; what it has no way for is shown plainly."""

    type: FormatType
    text: str
    number: StandardNumber | NumberPattern | None = None
    moment: StandardMoment | MomentPattern | None = None

    def shown(self, value: ShownValue, culture: Culture = POLISH) -> str:
        """The value in this format; nothing for None. A number beyond 38 digits is shown plainly.

        >>> c2 = display_format("Numeric", "c2")
        >>> c2.shown(Decimal("-1234.5")), c2.shown("brak")
        ('-1 234,50 zł', 'brak')
        """
        if isinstance(value, Decimal) and self.number and _fits(value):
            if isinstance(self.number, NumberPattern):
                return number_text(value, self.number, culture)
            return _standard_number(value, self.number, culture)
        if isinstance(value, dt.date) and self.moment:
            pattern = self.moment if isinstance(self.moment, MomentPattern) else self.moment.pattern
            return moment_text(value, pattern, culture)
        return _plain(value, culture)

    def describe(self) -> Wording:
        """What the format shows, with an example in Polish settings.

        >>> display_format("Numeric", "n0").describe()
        Wording(pl='liczba, miejsca po przecinku: 0, np. 1 235', en='number, decimal places: 0, e.g. 1 235')
        """
        name = self._name()
        example = self.shown(_sample(self))
        return Wording(f"{name.pl}, np. {example}", f"{name.en}, e.g. {example}")

    def _name(self) -> Wording:
        match self.number or self.moment:
            case StandardNumber() as number:
                return _standard_name(number)
            case StandardMoment(_, name):
                return name
            case NumberPattern():
                return Wording("liczba według wzorca", "number by a pattern")
            case MomentPattern():
                return Wording("data lub czas według wzorca", "date or time by a pattern")
            case None:
                return Wording("wyświetlanie domyślne", "shown by default")
            case _ as never:
                assert_never(never)


_STANDARD_NUMBER = re.compile(r"[CNDPcndp][0-9]{0,2}")
_LETTER_AND_DIGITS = re.compile(r"[A-Za-z][0-9]{0,2}")
_LONGEST = 255


def _standard(text: str, pl: str, en: str) -> StandardMoment:
    pattern = moment_pattern(text)
    assert pattern
    return StandardMoment(pattern, Wording(pl, en))


_DAY_AND_MONTH = _standard("d MMMM", "dzień i miesiąc", "day and month")
_MONTH_AND_YEAR = _standard("MMMM yyyy", "miesiąc i rok", "month and year")
_STANDARD_MOMENTS = {
    "d": _standard("dd/MM/yyyy", "data krótka", "short date"),
    "D": _standard("d MMMM yyyy", "data długa", "long date"),
    "t": _standard("HH:mm", "czas krótki", "short time"),
    "T": _standard("HH:mm:ss", "czas długi", "long time"),
    "f": _standard("d MMMM yyyy HH:mm", "data długa i czas krótki", "long date and short time"),
    "F": _standard("d MMMM yyyy HH:mm:ss", "data długa i czas długi", "long date and long time"),
    "g": _standard("dd/MM/yyyy HH:mm", "data krótka i czas krótki", "short date and short time"),
    "G": _standard("dd/MM/yyyy HH:mm:ss", "data krótka i czas długi", "short date and long time"),
    "m": _DAY_AND_MONTH,
    "M": _DAY_AND_MONTH,
    "y": _MONTH_AND_YEAR,
    "Y": _MONTH_AND_YEAR,
    "s": _standard(r"yyyy\-MM\-dd\THH\:mm\:ss", "data i czas do sortowania", "sortable date and time"),
}


_NUMBER_EXAMPLES = ("c2", "n2", "D8", "P2", "0.00", "#,##0.00", '00.00"%"')
_MOMENT_EXAMPLES = (*_STANDARD_MOMENTS, "dd.MM.yyyy", "yyyy-MM-dd HH:mm", "dddd")
STANDARD_FORMATS: Mapping[FormatType, tuple[str, ...]] = {
    "Numeric": _NUMBER_EXAMPLES,
    "DateTime": _MOMENT_EXAMPLES,
    "Custom": ("0.00", "#,##0.00", '00.00"%"', "dd.MM.yyyy", "yyyy-MM-dd HH:mm", "dddd"),
}
"""For advice: the standard formats of each type, and patterns as the manual shows them."""


def display_format(type_: FormatType, text: str) -> DisplayFormat | None:
    """The format of a text; None where the text, an empty one too, is no format of that type.

    The type None takes any text and shows by default (line 2902). Under Custom the text is a format of numbers
    (line 3046) or of moments, one letter (`d`) of both: each value is shown by what fits it.

    >>> display_format("Custom", "00.00”%”").shown(Decimal("12.5")), display_format("DateTime", "c2")
    ('12,50%', None)
    """
    if type_ == "None":
        return DisplayFormat("None", text)
    if len(text) > _LONGEST:
        return None
    number = _number(text) if type_ != "DateTime" else None
    moment = _moment(text) if type_ != "Numeric" and not isinstance(number, NumberPattern) else None
    return DisplayFormat(type_, text, number, moment) if number or moment else None


def _number(text: str) -> StandardNumber | NumberPattern | None:
    if not _LETTER_AND_DIGITS.fullmatch(text):
        return number_pattern(text)
    if not _STANDARD_NUMBER.fullmatch(text):
        return None
    precision = int(text[1:]) if text[1:] else None
    match text[0].upper():
        case "C" | "N" | "D" | "P" as letter:
            return StandardNumber(letter, precision)
    return None


def _moment(text: str) -> StandardMoment | MomentPattern | None:
    return _STANDARD_MOMENTS.get(text) if len(text) == 1 else moment_pattern(text)


def _fits(value: Decimal) -> bool:
    _, digits, exponent = value.as_tuple()
    return isinstance(exponent, int) and len(digits) <= 38 and abs(exponent) <= 38


def _plain(value: ShownValue, culture: Culture) -> str:
    """A value by default: a number ungrouped, with the places it has; a moment as its short date (line 2900)."""
    match value:
        case None:
            return ""
        case str():
            return value
        case Decimal():
            text = f"{value or value.copy_abs():f}" if _fits(value) else str(value)
            return text.replace(".", culture.decimal)
        case dt.date():
            return moment_text(value, _STANDARD_MOMENTS["d"].pattern, culture)
        case _:
            assert_never(value)


def _standard_number(value: Decimal, number: StandardNumber, culture: Culture) -> str:
    match number.letter:
        case "C":
            return _grouped(value, _places(number, culture), culture, around=culture.currency)
        case "N":
            return _grouped(value, _places(number, culture), culture)
        case "P":
            return _grouped(value, _places(number, culture), culture, scale=2, around=("", " %"))
        case "D":
            # a fraction is left to the default, where .NET refuses it (line 2925)
            return (
                _plain(value, culture) if value != value.to_integral_value() else _padded(value, number.precision or 1)
            )
        case _ as never:
            assert_never(never)


def _places(number: StandardNumber, culture: Culture) -> int:
    """P without a precision has four places (line 2926), where .NET has two; C and N have those of the region."""
    if number.precision is not None:
        return number.precision
    return 4 if number.letter == "P" else culture.places


def _padded(value: Decimal, least: int) -> str:
    whole, _ = scaled_digits(value, 0, 0)
    return ("-" if value < 0 else "") + whole.zfill(least)


def _grouped(
    value: Decimal, places: int, culture: Culture, *, scale: int = 0, around: tuple[str, str] = ("", "")
) -> str:
    whole, fraction = scaled_digits(value, scale, places)
    minus = "-" if value < 0 and (whole + fraction).strip("0") else ""
    digits = "".join(grouped_digits(whole or "0", culture.group))
    return f"{minus}{around[0]}{digits}{culture.decimal if fraction else ''}{fraction}{around[1]}"


_SAMPLE_MOMENT = dt.datetime(2014, 6, 22, 14, 8)  # noqa: DTZ001 - a moment of no zone, as columns hold them
_NAMES = {
    "C": ("kwota", "amount of money"),
    "N": ("liczba", "number"),
    "P": ("procent", "percentage"),
}


def _sample(format_: DisplayFormat) -> ShownValue:
    match format_.number:
        case StandardNumber("D"):
            return Decimal(4392)
        case StandardNumber("P"):
            return Decimal("0.8948")
        case None if format_.moment:
            return _SAMPLE_MOMENT
    return Decimal("1234.5")


def _standard_name(number: StandardNumber) -> Wording:
    if number.letter == "D":
        least = number.precision or 1
        return Wording(f"liczba całkowita, cyfry co najmniej: {least}", f"whole number, digits at least: {least}")
    places = _places(number, POLISH)
    pl, en = _NAMES[number.letter]
    return Wording(f"{pl}, miejsca po przecinku: {places}", f"{en}, decimal places: {places}")
