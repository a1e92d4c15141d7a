"""Field 61 of MT940: dates, mark, amount, type, references, and the line below it (bank fact sheet 3.3)."""

import re
from dataclasses import dataclass

from dekret.bank.mt940.values import read_amount, read_days
from dekret.text.wording import Wording

BEGINNING, TYPE = r"(\d{6})(\d{4}| {4})?([RE]?[CD])([A-Z])?(\d+[.,]?\d*|[.,]\d+)", "[NSF][A-Z0-9]{3}"
LINE = re.compile(rf"{BEGINNING}(?={TYPE}|//|\s*(?:\n|\Z))({TYPE})?([^\n]*)(?:\n(.*))?", re.ASCII | re.DOTALL)
"""Value date, booking date, mark, third letter of the currency, amount, type, references, the line below.

Behind the amount stand a type, references or nothing: `12x,50` is no amount of 12. Of `RD5,` and `RC5,` the mark has
both letters: R is no currency there. `DD5,` is a debit in dollars.
"""
CURRENCIES = {"N": "PLN", "R": "EUR", "D": "USD"}
"""By the third letter of their code."""
_DIGITS = Wording("kwota z cyfr i jednego przecinka, np. 123,45", "an amount of digits and one comma, as 123,45")
_PARTS = (
    (re.compile(r"\d{6}", re.ASCII), Wording("data waluty RRMMDD", "a value date YYMMDD")),
    (re.compile(r"(?:\d{4}| {4})?", re.ASCII), Wording("data księgowania MMDD", "a booking date MMDD")),
    (re.compile(r"R?[CD]|E[CD]"), Wording("strona C, D, RC, RD, EC albo ED", "a mark C, D, RC, RD, EC or ED")),
    (re.compile(r"[A-Z]?"), Wording("litera waluty", "a letter of the currency")),
    (re.compile(r"\d+[.,]?\d*|[.,]\d+", re.ASCII), _DIGITS),
    (
        re.compile(rf"(?={TYPE}|//|\s*(?:\n|\Z))", re.ASCII),
        Wording("typ operacji: N, S albo F i trzy znaki", "the type of the operation: N, S or F and three characters"),
    ),
)
_DATE = Wording("data, która istnieje", "a date that exists")
_AMOUNT = Wording("kwota z najwyżej dwoma miejscami po przecinku", "an amount of at most two places")
_SOME_TYPE = re.compile(r"[A-Z][A-Z0-9]{3}", re.ASCII)
"""What may have been meant for a type; anything else behind digits belongs to the amount."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What should stand at a place of field 61 and does not."""

    start: int
    what: Wording


def fault_of(text: str) -> Fault:
    """Where a field 61 that could not be read goes wrong.

    >>> fault_of("2601150115X123,00NTRF").start, fault_of("260230D1,NTRF").start, fault_of("260115D1,234NTRF").start
    (10, 0, 7)
    >>> fault_of("260115D12x,00NTRF").what.en
    'an amount of digits and one comma, as 123,45'
    """
    place = 0
    for pattern, what in _PARTS:
        found = pattern.match(text, place)
        if not found:
            in_amount = what is _PARTS[-1][1] and not _SOME_TYPE.match(text, place)
            return Fault(place, _DIGITS if in_amount else what)
        place = found.end()
    found = LINE.match(text)
    assert found
    value, entry, *_ = found.groups(default="")
    if not read_days(value, entry):
        return Fault(0, _DATE)
    assert read_amount(found[5]) is None
    return Fault(found.start(5), _AMOUNT)


_CODE_AND_NAME = re.compile(r"(\d{2,4})\b\s*[-–]?\s*(.*)", re.ASCII | re.DOTALL)


def code_and_name(text: str) -> tuple[str, str]:
    """The line below a field 61 taken apart: a code of digits, a dash, the name of the operation.

    >>> code_and_name("944 - PRZELEW KRAJOWY"), code_and_name("152 0"), code_and_name("OPLATA")
    (('944', 'PRZELEW KRAJOWY'), ('152', ''), ('', 'OPLATA'))
    """
    found = _CODE_AND_NAME.fullmatch(text)
    if not found:
        return "", text
    return found[1], "" if found[2] == "0" else found[2]
