"""Dates and their texts: the styles of CONVERT, the patterns of FORMAT. Nothing here raises on a value.

Names of months and days are those of .NET with ICU (CLDR): `MMMM` alone is marzec, beside a day of the month marca;
`MMM` is mar, `ddd` is wt., `dddd` is wtorek. They are written only where the culture is named.
"""

import datetime as dt
import re
from decimal import Decimal

DATE_STYLES = {
    23: "%Y-%m-%d",
    101: "%m/%d/%Y",
    102: "%Y.%m.%d",
    103: "%d/%m/%Y",
    104: "%d.%m.%Y",
    105: "%d-%m-%Y",
    110: "%m-%d-%Y",
    111: "%Y/%m/%d",
    112: "%Y%m%d",
    120: "%Y-%m-%d",
    126: "%Y-%m-%d",
}
"""Styles of CONVERT for dates without a time; 4-digit years only."""

_DAY, _YEAR = r"\d{1,2}", r"\d{4}"
_WRITTEN = {
    "d": re.compile(rf"(?P<d>{_DAY})([-./])(?P<m>{_DAY})\2(?P<Y>{_YEAR})", re.ASCII),
    "m": re.compile(rf"(?P<m>{_DAY})([-./])(?P<d>{_DAY})\2(?P<Y>{_YEAR})", re.ASCII),
    "Y": re.compile(rf"(?P<Y>{_YEAR})([-./])(?P<m>{_DAY})\2(?P<d>{_DAY})", re.ASCII),
}
"""What is read by a style, by what stands first in it; as in T-SQL, one sign between is as good as another."""
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}|\d{8}", re.ASCII)


def text_as_date(text: str, style: Decimal = Decimal(0)) -> dt.date | None:
    """A text as a date; without a style RRRR-MM-DD and RRRRMMDD, which mean the same in every language setting.

    >>> text_as_date("01.02.2026", Decimal(104)), text_as_date("01.02.2026")
    (datetime.date(2026, 2, 1), None)
    """
    digits = text.strip()
    try:
        if style:
            found = _WRITTEN[DATE_STYLES[int(style)][1]].fullmatch(digits)
            if found:
                return dt.date(int(found["Y"]), int(found["m"]), int(found["d"]))
        if not _ISO.fullmatch(digits) or (style and "-" in digits):
            return None
        return dt.date.fromisoformat(digits)
    except ValueError:
        return None


def date_as_text(date: dt.date, style: Decimal = Decimal(23)) -> str:
    form = DATE_STYLES[int(style)]
    return form.replace("%Y", f"{date.year:04}").replace("%m", f"{date.month:02}").replace("%d", f"{date.day:02}")


_MONTHS = {
    "pl-pl": "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień",
    "en-us": "January February March April May June July August September October November December",
}
_OF_MONTHS = {
    "pl-pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "en-us": _MONTHS["en-us"],
}
_SHORT_MONTHS = {
    "pl-pl": "sty lut mar kwi maj cze lip sie wrz paź lis gru",
    "en-us": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
}
_DAYS = {
    "pl-pl": "poniedziałek wtorek środa czwartek piątek sobota niedziela",
    "en-us": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
}
_SHORT_DAYS = {"pl-pl": "pon. wt. śr. czw. pt. sob. niedz.", "en-us": "Mon Tue Wed Thu Fri Sat Sun"}

DATE_PATTERN = re.compile(r"(?:(?<!y)(?:yyyy|yy)(?!y)|(?<!M)M{1,4}(?!M)|(?<!d)d{1,4}(?!d)|(?P<slash>/)|[-., ])+")
"""The patterns of FORMAT that are known. A slash stands for the sign of the culture, which is no slash in pl-PL."""
_NAMES = re.compile(r"MMM|ddd")
_FIELDS = re.compile(r"y+|M+|d+")
_DAY_OF_MONTH = re.compile(r"(?<!d)dd?(?!d)")


def has_names(pattern: str) -> bool:
    """Whether a pattern writes the name of a month or of a day."""
    return _NAMES.search(pattern) is not None


def format_date(date: dt.date, pattern: str, culture: str) -> str:
    """FORMAT of a date; what is no field stands for itself.

    >>> format_date(dt.date(2026, 3, 31), "dddd, d MMMM yyyy", "pl-pl")
    'wtorek, 31 marca 2026'
    """
    months = _OF_MONTHS if _DAY_OF_MONTH.search(pattern) else _MONTHS

    def field(found: re.Match[str]) -> str:
        match found.group():
            case "yyyy":
                return f"{date.year:04}"
            case "yy":
                return f"{date.year % 100:02}"
            case "MMMM":
                return months[culture].split()[date.month - 1]
            case "MMM":
                return _SHORT_MONTHS[culture].split()[date.month - 1]
            case "dddd":
                return _DAYS[culture].split()[date.weekday()]
            case "ddd":
                return _SHORT_DAYS[culture].split()[date.weekday()]
            case letters:
                return f"{date.month if letters[0] == 'M' else date.day:0{len(letters)}}"

    return _FIELDS.sub(field, pattern)
