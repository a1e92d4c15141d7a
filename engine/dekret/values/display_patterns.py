"""Patterns of numbers and of moments, put together of symbols (OPT074, seed 002, lines 2945–2980).

Where the manual is silent .NET is followed, to which line 2982 refers. Two things are our own: typographic quotation
marks quote as straight ones do (line 3046), and a pattern with a quote that is not closed, or with a symbol of .NET
that the manual does not list (exponents, fractions of seconds, AM/PM, eras, zones), is no pattern.
"""

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal

from dekret.values.culture import Culture
from dekret.values.rounding import CONTEXT, HALF_UP, rounded


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of one character that may be a symbol, or a literal: quoted, or the character behind a backslash."""

    text: str
    literal: bool


@dataclass(frozen=True, slots=True)
class Section:
    """One pattern of numbers: its places (`0`, `#`) before and behind the point, the power of ten it multiplies by."""

    pieces: tuple[Piece, ...]
    whole: str
    fraction: str
    grouped: bool
    scale: int


@dataclass(frozen=True, slots=True)
class NumberPattern:
    """Sections of positive, negative and zero numbers; where one is missing or empty the first stands in."""

    sections: tuple[Section, ...]

    def section(self, place: int) -> Section:
        chosen = self.sections[place] if place < len(self.sections) else None
        return chosen if chosen and chosen.pieces else self.sections[0]


@dataclass(frozen=True, slots=True)
class MomentPattern:
    """The symbols of a date or a time and what stands between them."""

    pieces: tuple[Piece, ...]


def number_pattern(text: str) -> NumberPattern | None:
    """The pattern; None of a text that has neither a place for a digit nor sections."""
    pieces = _pieces(text)
    if pieces is None:
        return None
    live = _live(pieces)
    if not re.search("[0#;]", live) or re.search("[Ee][+-]?0", live):
        return None
    sections: list[list[Piece]] = [[]]
    for piece in pieces:
        if not piece.literal and piece.text[0] == ";":
            sections += [[] for _ in piece.text]
        else:
            sections[-1].append(piece)
    return NumberPattern(tuple(_section(tuple(section)) for section in sections))


def _section(pieces: tuple[Piece, ...]) -> Section:
    """As in .NET a comma between places groups by three, each comma right before the point divides by a thousand."""
    live = _live(pieces)
    before, _, after = live.partition(".")
    places = re.sub("[^0#,]", "", before).lstrip(",")
    inner = places.rstrip(",")
    scale = 2 * live.count("%") + 3 * live.count("‰") - 3 * (len(places) - len(inner))
    return Section(pieces, inner.replace(",", ""), re.sub("[^0#]", "", after), "," in inner, scale)


def moment_pattern(text: str) -> MomentPattern | None:
    """The pattern; None of a text without a symbol of dates or times."""
    # .NET writes %d for a symbol that would be a standard format if it stood alone
    pieces = _pieces(re.sub("^%(?=[yMdhHms])", "", text))
    if pieces is None:
        return None
    live = set(_live(pieces))
    return MomentPattern(pieces) if live & set("yMdhHms") and not live & set("fFgKtz%") else None


_PIECE = re.compile(
    r"""["„“”](?P<double>[^"„“”]*)["„“”] | '(?P<single>[^']*)' | \\(?P<one>.) | (?P<run>([^"„“”'\\])\5*)""",
    re.DOTALL | re.VERBOSE,
)


def _pieces(text: str) -> tuple[Piece, ...] | None:
    """The pieces of a pattern; None where a quote is not closed or nothing follows the last backslash."""
    pieces, place = [], 0
    while place < len(text):
        found = _PIECE.match(text, place)
        if not found:
            return None
        kind = found.lastgroup or "run"
        pieces.append(Piece(found[kind], kind != "run"))
        place = found.end()
    return tuple(pieces)


def _live(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.text for piece in pieces if not piece.literal)


def number_text(value: Decimal, pattern: NumberPattern, culture: Culture) -> str:
    """A number of at most 38 digits by its pattern.

    A number that its section rounds to zero is shown as zero is. The minus stands in front where the first section
    shows a negative number; a section of negative numbers shows its own.
    """
    section = pattern.section(0 if value > 0 else 1 if value else 2)
    digits = scaled_digits(value, section.scale, len(section.fraction))
    is_zero = not "".join(digits).strip("0")
    if value and is_zero and pattern.section(2) != section:
        section = pattern.section(2)
        digits = "", "0" * len(section.fraction)
    minus = "-" if value < 0 and not is_zero and section is pattern.sections[0] else ""
    return minus + _filled(section, digits, culture)


def scaled_digits(value: Decimal, scale: int, places: int) -> tuple[str, str]:
    """The digits before the point, without leading zeros, and behind it: no sign, halves rounded away from zero.

    >>> scaled_digits(Decimal("-0.125"), 0, 2), scaled_digits(Decimal("0.125"), 2, 2)
    (('', '13'), ('12', '50'))
    """
    exact = value.copy_abs().scaleb(scale, context=CONTEXT)
    exponent = exact.as_tuple().exponent
    assert isinstance(exponent, int)
    if -exponent > places:
        exact = rounded(exact, places, mode=HALF_UP)
    whole, _, fraction = f"{exact:f}".partition(".")
    return whole.lstrip("0"), fraction.ljust(places, "0")


def grouped_digits(digits: str, group: str) -> list[str]:
    """Each digit with the separator behind it.

    >>> grouped_digits("1234", " ")
    ['1 ', '2', '3', '4']
    """
    last = len(digits) - 1
    return [digit + (group if place < last and (last - place) % 3 == 0 else "") for place, digit in enumerate(digits)]


def _filled(section: Section, digits: tuple[str, str], culture: Culture) -> str:
    """The pieces with the digits in their places; what the places before the point do not hold goes to the first."""
    least = len(section.whole) - section.whole.find("0") if "0" in section.whole else 0
    whole = grouped_digits(digits[0].zfill(least), culture.group if section.grouped else "")
    fraction = digits[1].rstrip("0").ljust(section.fraction.rfind("0") + 1, "0")
    point = culture.decimal if fraction else ""
    excess = len(whole) - len(section.whole)
    if not section.whole:
        point, whole = "".join(whole) + point, []
    elif excess > 0:
        whole = ["".join(whole[: excess + 1]), *whole[excess + 1 :]]
    columns = iter([*[""] * -excess, *whole, *fraction, *[""] * (len(section.fraction) - len(fraction))])
    points = iter([point])
    shown: list[str] = []
    for piece in section.pieces:
        match piece.text[:1]:
            case "0" | "#" if not piece.literal:
                shown += (next(columns) for _ in piece.text)
            case "." if not piece.literal:
                shown.append(next(points, ""))
            case "," if not piece.literal:
                pass
            case _:
                shown.append(piece.text)
    return "".join(shown)


def moment_text(value: dt.date, pattern: MomentPattern, culture: Culture) -> str:
    """A date or a date with time by its pattern; a date alone is its midnight."""
    pieces = pattern.pieces
    # a month beside a day is in the genitive: "4 czerwca" (line 2941), "czerwiec" (line 2968)
    with_day = any(not piece.literal and piece.text in ("d", "dd") for piece in pieces)
    months = culture.months_genitive if with_day else culture.months
    return "".join(
        piece.text if piece.literal else _symbol_text(value, piece.text, months, culture) for piece in pieces
    )


def _symbol_text(value: dt.date, symbol: str, months: tuple[str, ...], culture: Culture) -> str:
    size = len(symbol)
    moment = value if isinstance(value, dt.datetime) else dt.datetime.combine(value, dt.time())
    match symbol[0]:
        case "y":
            return f"{moment.year if size > 2 else moment.year % 100:0{size}d}"
        case "M" if size > 2:
            return (culture.months_short if size == 3 else months)[moment.month - 1]
        case "d" if size > 2:
            return (culture.days_short if size == 3 else culture.days)[moment.weekday()]
        case "/":
            return culture.date_separator * size
        case ":":
            return culture.time_separator * size
    numbers = {
        "M": moment.month,
        "d": moment.day,
        "h": moment.hour % 12 or 12,
        "H": moment.hour,
        "m": moment.minute,
        "s": moment.second,
    }
    number = numbers.get(symbol[0])
    return symbol if number is None else f"{number:0{min(size, 2)}d}"
