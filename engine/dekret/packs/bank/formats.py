"""Bank formats of a library: found by symbol and day, made whole where one is based on another, checked."""

import datetime as dt
from collections.abc import Iterator

from dekret.bank import problems
from dekret.bank.check import CheckedFormat, check_format
from dekret.bank.language import BASED_ON, LANGUAGE
from dekret.bank.parse import base_of, read_format
from dekret.errors import UsageError
from dekret.packs.library import Library
from dekret.syntax.read import Reading
from dekret.text.nearest import nearest
from dekret.text.report import Report
from dekret.text.wording import Wording, listed


def check_formats(library: Library) -> None:
    """Checks every format of a library; the findings go to its report."""
    for reading in library.formats:
        _checked(library, reading, library.report, reading.valid_until or reading.valid_from)


def format_of(library: Library, symbol: str, day: dt.date) -> tuple[CheckedFormat | None, Report]:
    """The format of a symbol that holds on a day, and what is wrong with it; it may run where there is no error.

    Raises `UsageError` for an unknown symbol, and for one that does not hold then.
    """
    reading = _find(library, symbol, day)
    if reading is None:
        raise _not_found(library, symbol, day)
    report = Report()
    return _checked(library, reading, report, day), report


def _not_found(library: Library, symbol: str, day: dt.date) -> UsageError:
    known = format_symbols(library)
    if symbol.casefold() in {each.casefold() for each in known}:
        return UsageError(
            f"Format {symbol} nie obowiązuje {day}. Sprawdź daty: obowiązuje od, obowiązuje do.",
            f"The format {symbol} does not hold on {day}. See to the dates: 'obowiązuje od', 'obowiązuje do'.",
        )
    near = nearest(symbol, known)
    pl, en = (f" Czy chodziło o {near}?", f" Did you mean {near}?") if near else ("", "")
    return UsageError(
        f"Nie ma formatu {symbol}.{pl} Są: {listed(known, limit=30)}.",
        f"There is no format {symbol}.{en} There are: {listed(known, limit=30)}.",
    )


def format_symbols(library: Library) -> list[str]:
    """Symbols of all formats, standard ones, too."""
    return sorted({reading.symbol.text for reading in _all(library)})


def known_formats(library: Library, day: dt.date) -> list[CheckedFormat]:
    """All formats that hold on a day and have no errors, the user's before standard ones of the same symbol."""
    found = []
    for symbol in format_symbols(library):
        reading = _find(library, symbol, day)
        report = Report()
        checked = _checked(library, reading, report, day) if reading else None
        if checked and not report.has_errors:
            found.append(checked)
    return found


def _all(library: Library) -> Iterator[Reading]:
    yield from library.formats
    yield from library.formats_below


def _find(library: Library, symbol: str, day: dt.date) -> Reading | None:
    """The format of a symbol that holds on a day, the user's own before a standard one."""
    wanted = symbol.casefold()
    found = [reading for reading in library.formats if reading.symbol.text.casefold() == wanted]
    found = found or [reading for reading in library.formats_below if reading.symbol.text.casefold() == wanted]
    return next((reading for reading in found if reading.holds_on(day)), None)


def _base(library: Library, symbol: str, day: dt.date | None, besides: Reading) -> Reading | None:
    """The format that another is based on: one that holds on the day, where there is one, the user's own first.

    A format may be based on the one it stands for.
    """
    wanted = symbol.casefold()
    found = [each for each in _all(library) if each.symbol.text.casefold() == wanted and each is not besides]
    return next((each for each in found if day is None or each.holds_on(day)), found[0] if found else None)


def _checked(library: Library, reading: Reading, report: Report, day: dt.date | None) -> CheckedFormat | None:
    whole = _whole(library, reading, report, (reading,), day)
    if whole is None:
        return None
    format_ = read_format(whole, report)
    return check_format(format_, report) if format_ else None


def _whole(
    library: Library, reading: Reading, report: Report, way: tuple[Reading, ...], day: dt.date | None
) -> Reading | None:
    """A format with all that it takes over from those it is based on."""
    symbol = base_of(reading)
    if symbol is None:
        return reading
    place = reading.preamble.place(BASED_ON)
    base = _base(library, symbol, day, reading)
    if base is None:
        own = reading.symbol.text.casefold() == symbol.casefold()
        if own:
            report.add(problems.BASE_CYCLE.at(place, symbols=f"{symbol} → {symbol}"))
            return None
        if library.is_broken(LANGUAGE, symbol):
            return None
        near = nearest(symbol, format_symbols(library))
        advice = Wording(f" Czy chodziło o {near}?", f" Did you mean {near}?") if near else Wording("", "")
        report.add(problems.UNKNOWN_BASE.at(place, symbol=symbol, advice=advice))
        return None
    if base in way:
        symbols = " → ".join(each.symbol.text for each in (*way, base))
        report.add(problems.BASE_CYCLE.at(place, symbols=symbols))
        return None
    above = _whole(library, base, report, (*way, base), day)
    return reading.over(above) if above else None
