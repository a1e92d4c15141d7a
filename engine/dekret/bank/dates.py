"""Date masks of R, M and D with any separators (002:1164): how a date is written and read.

A time of day behind a date is read over: banks write `2026-05-04 12:33`, and a line has a day alone.
"""

import datetime as dt
import re
from dataclasses import dataclass

from dekret.bank import problems
from dekret.syntax.schema import CellKind, Parsed
from dekret.text.wording import Wording

_RUNS = re.compile(r"R+|M+|D+|[^RMD]+")
_FORMS = {"RRRR": "%Y", "RR": "%y", "MM": "%m", "DD": "%d", "M": "", "D": ""}
_TIME = r"(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?)?"
_CENTURY = 70
"""Years of two digits from 70 on are of the last century, in MT940 as well (bank fact sheet 3.3)."""


@dataclass(frozen=True, slots=True)
class DateMask:
    """A mask taken apart. `pieces` are runs of one letter and what stands between them."""

    text: str
    pieces: tuple[str, ...]
    pattern: re.Pattern[str]

    def write(self, day: dt.date) -> str:
        """The date by the mask.

        >>> read_mask("DD/MM/RR").value.write(dt.date(2026, 1, 5))
        '05/01/26'
        """
        return "".join(_written(piece, day) for piece in self.pieces)

    def read(self, text: str) -> dt.date | None:
        """The date of a text, perhaps with a time behind it; None where it does not fit the mask or is no date.

        >>> read_mask("RRRR-MM-DD").value.read("2026-05-04 12:33")
        datetime.date(2026, 5, 4)
        >>> read_mask("RRRR-MM-DD").value.read("2026-05-04 CET")
        """
        found = self.pattern.fullmatch(text.strip())
        if not found:
            return None
        year = int(found["R"])
        if len(found["R"]) == 2:
            year += 1900 if year >= _CENTURY else 2000
        try:
            return dt.date(year, int(found["M"]), int(found["D"]))
        except ValueError:
            return None


def _written(piece: str, day: dt.date) -> str:
    match piece:
        case "RRRR":
            return f"{day.year:04}"
        case "RR":
            return f"{day.year % 100:02}"
        case "MM":
            return f"{day.month:02}"
        case "M":
            return str(day.month)
        case "DD":
            return f"{day.day:02}"
        case "D":
            return str(day.day)
        case _:
            return piece


def read_mask(text: str) -> Parsed[DateMask]:
    """A mask: one run of each letter; Y is understood as R."""
    mask = text.strip("\"'„”").replace("Y", "R")
    pieces = tuple(_RUNS.findall(mask))
    letters = [piece for piece in pieces if piece[0] in "RMD"]
    if sorted(piece[0] for piece in letters) != ["D", "M", "R"] or any(piece not in _FORMS for piece in letters):
        return Parsed(None, (problems.BAD_DATE_MASK.found(0, len(text), text=text),))
    lengths = {"RRRR": "{4}", "RR": "{2}", "MM": "{2}", "DD": "{2}", "M": "{1,2}", "D": "{1,2}"}
    pattern = "".join(
        rf"(?P<{piece[0]}>\d{lengths[piece]})" if piece in lengths else re.escape(piece) for piece in pieces
    )
    return Parsed(DateMask(mask, pieces, re.compile(pattern + _TIME)))


DATE_MASK = CellKind(Wording("maska daty: RRRRMMDD, DD-MM-RR", "date mask: RRRRMMDD, DD-MM-RR"), read_mask)
ISO = read_mask("RRRR-MM-DD").value
