"""How a region writes numbers and dates: separators, currency, names of months and days. No locale is read."""

from dataclasses import dataclass
from decimal import Decimal

from dekret.text.wording import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Culture:
    """What display formats take from the settings of a region (seed 002, lines 2923–2980).

    Months from January, days from Monday as `date.weekday` counts. The abbreviations are those of Windows, of which
    lines 2967 and 2970 print two; `zł` and two places are the złoty's.
    """

    decimal: str = ","
    group: str = " "
    currency: tuple[str, str] = ("", " zł")
    """What stands before and behind an amount."""
    places: int = 2
    """Decimal places where a format of amounts or numbers names none."""
    date_separator: str = "-"
    time_separator: str = ":"
    months: tuple[str, ...] = (
        *("styczeń", "luty", "marzec", "kwiecień", "maj", "czerwiec"),
        *("lipiec", "sierpień", "wrzesień", "październik", "listopad", "grudzień"),
    )
    months_genitive: tuple[str, ...] = (
        *("stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca"),
        *("lipca", "sierpnia", "września", "października", "listopada", "grudnia"),
    )
    months_short: tuple[str, ...] = ("sty", "lut", "mar", "kwi", "maj", "cze", "lip", "sie", "wrz", "paź", "lis", "gru")
    days: tuple[str, ...] = ("poniedziałek", "wtorek", "środa", "czwartek", "piątek", "sobota", "niedziela")
    days_short: tuple[str, ...] = ("Pn", "Wt", "Śr", "Cz", "Pt", "So", "N")
    flags: tuple[str, str] = ("nie", "tak")


_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
POLISH = Culture()
ENGLISH = Culture(
    decimal=".",
    group=",",
    months=_MONTHS,
    months_genitive=_MONTHS,
    months_short=tuple(month[:3] for month in _MONTHS),
    days=_DAYS,
    days_short=tuple(day[:3] for day in _DAYS),
    flags=("no", "yes"),
)
"""How the English side of the product writes; amounts stay złoty, days stay as ISO has them."""


def culture_of(language: Language) -> Culture:
    """How a language of the product writes numbers and dates."""
    return POLISH if language == "pl" else ENGLISH


def grouped(value: Decimal, culture: Culture) -> str:
    """A number with its digits in threes and all its places.

    >>> grouped(Decimal("-54822.780"), POLISH), grouped(Decimal("54822.78"), ENGLISH)
    ('-54 822,780', '54,822.78')
    """
    return f"{value:,f}".translate({ord(","): culture.group, ord("."): culture.decimal})
