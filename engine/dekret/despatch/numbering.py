"""Numbers of awizos: DDMMRRRR of the delivery date, then 01, 02, 03 for further ones of the buyer (001:295).

The manual wants numbers to be unique and counts the suffix by buyer, so that two buyers of one day both get the
number without one: a number is unique among the awizos of one buyer. Numbers of awizos that were deleted stay free in
the middle: the next suffix is one more than the highest.
"""

import datetime as dt
import re
from collections.abc import Iterable

from dekret.despatch.parties import same_party
from dekret.model.parties import Party
from dekret.model.trade import DespatchAdvice

_SUFFIX = re.compile(r"\d{2,}")


def next_number(delivery_date: dt.date, buyer: Party, known: Iterable[DespatchAdvice]) -> str:
    """The number of the next awizo of a buyer with this delivery date.

    >>> next_number(dt.date(2026, 4, 17), Party(code="MARKET"), [])
    '17042026'
    """
    first = f"{delivery_date:%d%m%Y}"
    taken = [each.number for each in known if same_party(each.party, buyer) and each.number.startswith(first)]
    if not taken:
        return first
    suffixes = [number.removeprefix(first) for number in taken]
    highest = max((int(suffix) for suffix in suffixes if _SUFFIX.fullmatch(suffix)), default=0)
    return f"{first}{highest + 1:02d}"


def same_number(one: DespatchAdvice, other: DespatchAdvice) -> bool:
    """Whether two awizos of one buyer have the same number."""
    return one.number == other.number and same_party(one.party, other.party)
