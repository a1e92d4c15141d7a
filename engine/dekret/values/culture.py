"""How a region writes numbers and dates: separators, currency, names of months and days. No locale is read."""

from dataclasses import dataclass


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


POLISH = Culture()
