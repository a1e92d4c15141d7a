"""Pictures of Clarion, by which Optima's charts ask for numbers and dates: what a person may type, and how it is shown.

Source: Clarion Language Reference, "Standard Date", "Numeric and Currency Pictures", "Date Pictures" (D1 to D18). Names
of months and Windows' dates (D17, D18) are Polish. Currency symbols, pictures of text and time, prompts: not here.
"""

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from dekret.text.output import plural
from dekret.text.wording import Wording
from dekret.values.rounding import HALF_UP, rounded_or_none

_DAY_0 = dt.date(1800, 12, 28)


def day_number(day: dt.date) -> int:
    """The Clarion number of a day; below 4 for days before 1801, which Clarion does not have.

    >>> day_number(dt.date(2008, 1, 1)), day_number(dt.date(1800, 12, 28))
    (75609, 0)
    """
    return (day - _DAY_0).days


def day_of(number: int) -> dt.date | None:
    """The day of a Clarion number; None outside 4 (1801-01-01) to 2994626 (9999-12-31).

    >>> day_of(75609), day_of(3)
    (datetime.date(2008, 1, 1), None)
    """
    return _DAY_0 + dt.timedelta(number) if 4 <= number <= 2_994_626 else None


_MOST_DIGITS = 38  # as SQL Server's decimals and the context of `rounded`
_NUMBER_PICTURE = re.compile(
    r"(?i)n(?P<before>[-(])?(?P<fill>[0_*])?(?P<size>[1-9][0-9]{0,2})(?P<grouping>[._])?"
    r"(?:(?P<point>[.`v])(?P<places>[0-9]{1,2}))?(?P<after>[-)])?(?P<blank>b)?"
)
_SHOWN = {".": ".", "`": ",", "-": "-", "_": " ", "0": "0", "*": "*"}
_NO_SIGN, _NEGATIVES = ("", ""), (("-", ""), ("", "-"), ("(", ")"))
_MINUSES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))
_TYPED = re.compile(
    r"(?P<before>[-+(]?)[ *]*(?P<whole>[0-9]*|0*[0-9]{1,3}(?P<group>[ .,])[0-9]{3}(?:(?P=group)[0-9]{3})*)"
    r"(?:(?!(?P=group))[.,](?P<decimals>[0-9]+))? ?(?P<after>[-)]?)"
)


@dataclass(frozen=True, slots=True)
class NumberPicture:
    """`n14.2` and its like, in the characters shown (`negative` before and behind). No point: places are implied."""

    size: int
    places: int
    point: str
    grouping: str = ""
    fill: str = ""
    negative: tuple[str, str] = _NO_SIGN
    blank_zero: bool = False

    @property
    def signed(self) -> bool:
        return self.negative != _NO_SIGN

    @property
    def whole(self) -> int:
        """Digits before the point. Grouping and sign take no room of theirs: who types a number does not count them."""
        return min(self.size - len(self.point), _MOST_DIGITS) - self.places

    def read(self, text: str) -> Decimal | None:
        """The number a person typed, with comma or point, in groups of three or not; None where it does not fit.

        A lone comma or point is the decimal one: `1,234` is never a thousand. Where places are implied, digits alone
        are read as they are stored.

        >>> picture = NumberPicture(14, 2, ".")
        >>> picture.read("1 234,5"), picture.read("1,234,567.89"), picture.read("1,234"), picture.read("-5")
        (Decimal('1234.5'), Decimal('1234567.89'), None, None)
        """
        if not text or text.isspace():
            return Decimal(0) if self.blank_zero else None
        typed = _TYPED.fullmatch(text) or _TYPED.fullmatch(" ".join(text.translate(_MINUSES).split()))
        if not typed:
            return None
        before, whole, group, decimals, after = typed.groups("")
        signs = (before, after)
        if signs != _NO_SIGN and signs not in (("+", ""), *(_NEGATIVES if self.signed else ())):
            return None
        whole = whole.replace(group, "") if group else whole
        if whole and not decimals and not self.point:
            stored = whole.zfill(self.places)
            whole, decimals = stored[: len(stored) - self.places], stored[len(stored) - self.places :]
        if not whole + decimals or len(whole.lstrip("0")) > self.whole or len(decimals) > self.places:
            return None
        value = Decimal(f"{whole or '0'}.{decimals}")
        return value.copy_negate() if value and signs in _NEGATIVES else value

    def write(self, value: Decimal) -> str:
        """The number as it is shown, rounded half up. Grouping gives way to digits; what does not fit is `####`.

        >>> picture = NumberPicture(9, 2, ".", ",")
        >>> picture.write(Decimal("4550.755")), picture.write(Decimal("123456.7")), picture.write(Decimal(-5))
        ('4,550.76', '123456.70', '#########')
        """
        cut = rounded_or_none(value, self.places, mode=HALF_UP) if value.is_finite() else None
        if cut is None or (cut < 0 and not self.signed) or (cut and cut.adjusted() >= self.whole):
            return "#" * self.size
        if not cut and self.blank_zero:
            return ""
        before, after = self.negative if cut < 0 else _NO_SIGN
        room = self.size - len(before + after)
        whole, _, decimals = f"{cut.copy_abs():f}".partition(".")
        whole, tail = whole if self.whole else "", f"{self.point}{decimals}"
        digits = re.sub(r"(?<=[0-9])(?=([0-9]{3})+$)", self.grouping, whole) + tail
        digits = (digits if len(digits) <= room else whole + tail).rjust(room if self.fill else 0, self.fill or " ")
        return f"{before}{digits}{after}"

    @property
    def example(self) -> str:
        """A number that fits, as a Pole types it."""
        whole = "1234"[: self.whole] or "0"
        return f"{whole},{'56'.ljust(self.places, '0')[: self.places]}" if self.places else whole

    def describe(self) -> Wording:
        """What may be typed, as a part of a sentence."""
        polish = f"najwyżej {self.whole} {plural(self.whole, ('cyfra', 'cyfry', 'cyfr'))}"
        english = f"at most {self.whole} digit{'' if self.whole == 1 else 's'}"
        sign = Wording(", może być ujemna", ", may be negative") if self.signed else Wording("", "")
        if not self.places:
            return Wording(f"liczba całkowita, {polish}{sign.pl}", f"a whole number, {english}{sign.en}")
        return Wording(
            f"liczba, {polish} przed przecinkiem i {self.places} po nim{sign.pl}",
            f"a number, {english} before the point and {self.places} after it{sign.en}",
        )


def number_picture(text: str) -> NumberPicture | None:
    """The picture of the text behind `@`; None where it is no numeric one.

    `N [sign] [fill] size [grouping] [places] [sign] [B]`; one character to group and to point is refused.

    >>> number_picture("N-15.4").describe().pl, number_picture("s30")
    ('liczba, najwyżej 10 cyfr przed przecinkiem i 4 po nim, może być ujemna', None)
    """
    found = _NUMBER_PICTURE.fullmatch(text)
    if not found:
        return None
    size, places = int(found["size"]), int(found["places"] or 0)
    point, fill = _SHOWN.get(found["point"] or ".", ""), _SHOWN.get(found["fill"], "")
    usual = "" if fill in ("0", " ") else {".": ",", ",": "."}.get(point, "")
    grouping = _SHOWN.get(found["grouping"], usual) if point else ""
    negative = (found["before"] or "", found["after"] or "")
    picture = NumberPicture(size, places, point if places else "", grouping, fill, negative, bool(found["blank"]))
    unsound = picture.whole < 0 or negative not in (_NO_SIGN, *_NEGATIVES) or picture.point == grouping != ""
    return None if unsound else picture


# D1 to D18: day, month, its abbreviation b or name B, year of two digits or four; / and _ give way to the separator
_LAYOUTS = "m/d/y|m/d/Y|b d,Y|B d, Y|d/m/y|d/m/Y|d_b_y|d_b_Y|y/m/d|Y/m/d|ymd|Ymd|m/y|m/Y|y/m|Y/m|d.m.Y|d B Y"
_ALWAYS = ("Y-m-d", "d.m.Y", "d B Y")
_DATE_PICTURE = re.compile(
    r"(?i)d(?P<zero>0?)(?P<number>1[0-8]|[1-9])(?P<separator>[.`_-])?(?:(?P<way>[<>])(?P<range>[0-9]{1,2})?)?b?"
)
_SHORT = "sty lut mar kwi maj cze lip sie wrz paź lis gru"
_OF = "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia"
_FULL = "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień"
_MONTHS = {name: number for names in (_SHORT, _OF, _FULL) for number, name in enumerate(names.split(), 1)}


@cache
def _pattern(layout: str) -> re.Pattern[str]:
    digits = "[0-9]{2}" if layout.isalpha() else "[0-9]{1,2}"
    parts = {"d": f"(?P<d>{digits})", "m": f"(?P<m>{digits})", "y": "(?P<y>[0-9]{4}|[0-9]{2})", "Y": "(?P<y>[0-9]{4})"}
    parts |= dict.fromkeys("bB", r"(?P<name>[^\W\d_]+)")
    between = "[ .,/-]+" if "b" in layout.lower() else ""
    pieces = re.findall("[a-zA-Z]|[^a-zA-Z]+", layout)
    return re.compile("".join(parts.get(piece) or between or re.escape(piece) for piece in pieces) + r"(?: ?r\.?)?")


@dataclass(frozen=True, slots=True)
class DatePicture:
    """`D17`, `d10-` and their like. The hundred years that two digits may mean begin so many before today."""

    layout: str
    zero_filled: bool
    years_back: int = 80

    def read(self, text: str, *, as_of: dt.date | None = None) -> dt.date | None:
        """The day a person typed; None where it is none, or has two digits of a year and nobody says when today is.

        Read are, in this order, the picture's own form (a month is its first day; four digits of the year will do),
        RRRR-MM-DD, DD.MM.RRRR, DD month RRRR and, unless the picture has no separators, a Clarion number.

        >>> DatePicture("d/m/y", zero_filled=True).read("4/05/26", as_of=dt.date(2026, 1, 1))
        datetime.date(2026, 5, 4)
        >>> DatePicture("d.m.Y", zero_filled=True).read("31.02.2026")
        """
        plain = " ".join(text.translate(_MINUSES).casefold().split())
        for layout in (self.layout, *_ALWAYS):
            found = _pattern(layout).fullmatch(plain)
            if found:
                break
        else:
            return day_of(int(plain)) if re.fullmatch("[0-9]{1,7}", plain) and not self.layout.isalpha() else None
        parts, year = found.groupdict(), int(found["y"])
        if as_of and len(found["y"]) == 2:
            first = as_of.year - self.years_back
            year = first + (year - first) % 100
        month = _MONTHS.get(parts["name"], 0) if "name" in parts else int(parts["m"])
        try:
            return day_of(day_number(dt.date(year, month, int(parts.get("d", 1)))))
        except ValueError:
            return None

    def write(self, day: dt.date) -> str:
        """The day as it is shown; what stands first loses its zero unless the picture asks for it (D6, D06).

        >>> DatePicture("d/m/Y", zero_filled=False).write(dt.date(2026, 5, 4))
        '4/05/2026'
        """
        parts = (f"{day.day:02}", f"{day.month:02}", _SHORT.split()[day.month - 1], _OF.split()[day.month - 1])
        shown = _laid_out(self.layout, (*parts, f"{day.year % 100:02}", f"{day.year:04}"))
        return shown if self.zero_filled or self.layout[0] not in "dm" else shown.removeprefix("0")

    @property
    def example(self) -> str:
        """A day as it is to be typed, with all digits of the year."""
        return DatePicture(self.layout.replace("y", "Y"), self.zero_filled).write(dt.date(2026, 5, 4))

    def describe(self) -> Wording:
        polish = _laid_out(self.layout, ("DD", "MM", "miesiąc", "miesiąc", "RRRR", "RRRR"))
        english = _laid_out(self.layout, ("DD", "MM", "month", "month", "YYYY", "YYYY"))
        return Wording(f"data {polish}", f"a date {english}")


def _laid_out(layout: str, parts: tuple[str, ...]) -> str:
    return layout.translate(dict(zip(map(ord, "dmbByY"), parts, strict=True)))


def date_picture(text: str) -> DatePicture | None:
    """The picture of the text behind `@`: `Dn [separator] [direction [range]] [B]`; None where it is none of the 18.

    >>> date_picture("d10-").write(dt.date(2008, 1, 1)), date_picture("D19")
    ('2008-01-01', None)
    """
    found = _DATE_PICTURE.fullmatch(text)
    if not found:
        return None
    number, separator = int(found["number"]), _SHOWN.get(found["separator"])
    layout = _LAYOUTS.split("|")[number - 1].replace("/", separator or "/").replace("_", separator or " ")
    span = int(found["range"] or 80)
    return DatePicture(layout, bool(found["zero"]) or number == 17, 99 - span if found["way"] == ">" else span)
