"""What titles of transfers to ZUS say: the declaration, its period and number, where they do.

Since 2018 nothing is prescribed for them, so that what payers write is read: „Składki ZUS DRA 01 12 2025”, „składki za
grudzień 2025”. Before, a title had the type of payment, the declaration and its number: `S 201712 01`.
"""

import re
from dataclasses import dataclass

from dekret.text.nearest import plain


@dataclass(frozen=True, slots=True)
class ZusTitle:
    """What a title says, empty where it does not.

    `declaration` is a form (DRA) or, of old, the type of payment (A, B, D, E, M, S, T or U); `period` a month as in
    titles of taxes, 25M12; `number` that of the declaration, two digits.
    """

    declaration: str = ""
    period: str = ""
    number: str = ""


_MONTHS = ("stycz", "lut", "mar", "kwie", "maj", "czerw", "lip", "sierp", "wrze", "pazdz", "listopad", "grud")
_OLD = re.compile(r"(?<![a-z0-9])([abdemstu])[ /:-]*20(\d\d)(0[1-9]|1[0-2])[ /:-]*(\d\d)(?!\d)")
_FORM = re.compile(r"(?<![a-z])(dra|rca|rsa|rpa)(?![a-z])")
_BEHIND = r"(?<![a-z])(?:dra|rca|rsa|rpa|dekl\w*|nr)[ .:/-]*"
_NUMBERED = re.compile(rf"{_BEHIND}(\d\d)[ ./-](0[1-9]|1[0-2])[ ./-]20(\d\d)(?!\d)")
_NUMBER = re.compile(rf"{_BEHIND}(\d\d)(?![\d./-])(?! (?:0[1-9]|1[0-2])[ ./-])")
_PERIODS = (
    (re.compile(r"(?<!\d)(?<!\d[./-])20(\d\d)[./-]?(0[1-9]|1[0-2])(?![./-]?\d)"), (1, 2)),
    (re.compile(r"(?<!\d)(?<!\d[./-])(0?[1-9]|1[0-2])[./-]20(\d\d)(?![./-]?\d)"), (2, 1)),
    (re.compile(r"(?<!\d)(?<!\d[./-])(0?[1-9]|1[0-2])[./-](1[89]|[2-9]\d)(?![./-]?\d)"), (2, 1)),
)
"""Ways to write a month, with the groups of year and month; a year of two digits is from 2018 on."""
_NAMED = re.compile(rf"(?<![a-z])({'|'.join(_MONTHS)})[a-z]*\.? 20(\d\d)(?!\d)")


def read_zus_title(text: str) -> ZusTitle | None:
    """What a title says of the contributions it pays; None where it says nothing.

    >>> read_zus_title("Składki ZUS DRA 01-12-2025")
    ZusTitle(declaration='DRA', period='25M12', number='01')
    >>> read_zus_title("składki za grudzień 2025"), read_zus_title("składki")
    (ZusTitle(declaration='', period='25M12', number=''), None)
    >>> read_zus_title("NIP 5250000009 S 201712 01")
    ZusTitle(declaration='S', period='17M12', number='01')
    """
    folded = plain(text)
    if old := _OLD.search(folded):
        return ZusTitle(old[1].upper(), f"{old[2]}M{old[3]}", old[4])
    form = _FORM.search(folded)
    declaration = form[1].upper() if form else ""
    if numbered := _NUMBERED.search(folded):
        return ZusTitle(declaration, f"{numbered[3]}M{numbered[2]}", numbered[1])
    number = _NUMBER.search(folded)
    found = ZusTitle(declaration, _period(folded), number[1] if number else "")
    return found if found.declaration or found.period else None


def _period(folded: str) -> str:
    for pattern, (year, month) in _PERIODS:
        if found := pattern.search(folded):
            return f"{found[year]}M{int(found[month]):02}"
    named = _NAMED.search(folded)
    return f"{named[2]}M{_MONTHS.index(named[1]) + 1:02}" if named else ""
