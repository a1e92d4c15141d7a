"""Display formats as number formats of Excel, where it has one that shows the same (ECMA-376, part 1, 18.8.31).

Excel has no per mille, no hours of half a day without AM/PM, and names days in its own short way; a column with such a
format keeps its kind, and is shown as others of it are.
"""

from typing import assert_never

from dekret.values.culture import POLISH
from dekret.values.display_formats import DisplayFormat, StandardMoment, StandardNumber
from dekret.values.display_patterns import MomentPattern, NumberPattern, Piece

_POLISH_NAMES = "[$-415]"
"""Months and days by their Polish names, whatever the language of Excel."""


def sheet_format(form: DisplayFormat, moments: bool) -> str | None:  # noqa: FBT001 - which of the two ways of a format
    """The number format for a column of numbers or of `moments`; None where there is none.

    >>> from dekret.values.display_formats import display_format
    >>> sheet_format(display_format("Numeric", "c2"), False), sheet_format(display_format("DateTime", "D"), True)
    ('#,##0.00" zł"', '[$-415]d mmmm yyyy')
    """
    way = form.moment if moments else form.number
    match way:
        case None:
            return None
        case StandardNumber():
            return _standard(way)
        case NumberPattern():
            sections = [_section(section.pieces) for section in way.sections]
            return None if None in sections else ";".join(str(each) for each in sections)
        case StandardMoment(pattern, _):
            return _moment(pattern.pieces)
        case MomentPattern():
            return _moment(way.pieces)
        case _ as never:
            assert_never(never)


def _standard(number: StandardNumber) -> str:
    """As `display_formats` shows them: P without a precision has four places, D shows digits alone."""
    if number.letter == "D":
        return "0" * number.precision if number.precision else "General"
    places = POLISH.places if number.precision is None else number.precision
    if number.letter == "P" and number.precision is None:
        places = 4
    digits = "#,##0" + ("." + "0" * places if places else "")
    return digits + {"C": f'"{POLISH.currency[1]}"', "N": "", "P": " %"}[number.letter]


def _section(pieces: tuple[Piece, ...]) -> str | None:
    """The symbols 0 # . , % are Excel's, too; all other letters are quoted."""
    found = []
    for piece in pieces:
        if not piece.literal and piece.text[0] in "0#.,%":
            found.append(piece.text)
        elif not piece.literal and piece.text[0] == "‰":
            return None
        else:
            found.append(_quoted(piece.text))
    return "".join(found)


_SAME = {"y": "y", "M": "m", "d": "d", "H": "h", "m": "m", "s": "s"}
"""What Excel calls them; it tells minutes from months by what stands beside them."""


def _moment(pieces: tuple[Piece, ...]) -> str | None:
    """None for hours of half a day, short names of days, and minutes and months that Excel would take for the other."""
    found, symbols = [], [piece.text for piece in pieces if not piece.literal and piece.text[0] in "yMdhHms"]
    for piece in pieces:
        first = piece.text[0] if piece.text else ""
        if piece.literal or first not in "yMdhHms/:":
            found.append(_quoted(piece.text))
        elif first in "/:":
            found.append(_quoted(POLISH.date_separator * len(piece.text)) if first == "/" else piece.text)
        elif first == "h" or piece.text == "ddd" or (first in "mM" and (first == "m") != _by_time(symbols, piece.text)):
            return None
        else:
            found.append(_SAME[first] * len(piece.text))
    named = any(len(each) > 2 and each[0] in "Md" for each in symbols)
    return (_POLISH_NAMES if named else "") + "".join(found)


def _by_time(symbols: list[str], symbol: str) -> bool:
    """Whether a symbol stands behind hours or before seconds."""
    place = symbols.index(symbol)
    return symbols[place - 1 : place] in (["H"], ["HH"]) or symbols[place + 1 : place + 2] in (["s"], ["ss"])


def _quoted(text: str) -> str:
    """Letters that stay letters; blanks and the signs of dates need no quotes."""
    if all(letter in " -/:()" for letter in text):
        return text
    return "".join(f"\\{letter}" for letter in text) if '"' in text else f'"{text}"'
