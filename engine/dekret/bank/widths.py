"""Widths that no value of a field could fit in: dates have that of their mask, Polish accounts that of an NRB.

What is longer for some payments alone (a name, a foreign account) is refused when that payment is written. Of formats
that are only read nothing is said: banks cut what they write, and what cannot be read is told with its row.
"""

import datetime as dt
from collections.abc import Iterator

from dekret.bank import problems
from dekret.bank.field import Shape
from dekret.bank.kind_rules import ABROAD
from dekret.bank.language import Overflow
from dekret.bank.nodes import BankFormat, Position
from dekret.text.report import Report
from dekret.text.wording import Wording

_SHORT_DAY = dt.date(2026, 1, 1)
"""A day that no mask writes any shorter."""
_NRB, _IBAN = Wording("numer rachunku (NRB)", "an account number (NRB)"), Wording("IBAN rachunku", "the IBAN")
_ROUTING = Wording("numer rozliczeniowy", "a routing number")
_OWN = {
    "@RachunekWlasny": (26, _NRB),
    "@IBANWlasny": (28, _IBAN),
    "@NumerRozliczeniowyWlasny": (8, _ROUTING),
}
_PAYEE = {
    "@RachunekPodmiotu": (26, _NRB),
    "@IBANPodmiotu": (28, _IBAN),
    "@NumerRozliczeniowyPodmiotu": (8, _ROUTING),
}


def check_widths(format_: BankFormat, report: Report) -> None:
    """Positions of a format that writes which are narrower than every value of their field."""
    if not format_.use.writes:
        return
    for position, abroad in _positions(format_):
        found = _least(position, format_, abroad=abroad)
        if found and position.width and position.width * position.lines < found[0]:
            report.add(
                problems.TOO_NARROW.at(
                    position.width_span, name=position.name, width=position.width, what=found[1], least=found[0]
                )
            )


def _positions(format_: BankFormat) -> Iterator[tuple[Position, bool]]:
    """Every position, and whether it is one of payments abroad alone: their accounts have other lengths."""
    common = format_.kinds - format_.by_kind.keys()
    tables = [(format_.header, False), (format_.positions, common <= set(ABROAD)), (format_.footer, False)]
    tables += [(table, kind in ABROAD) for kind, table in format_.by_kind.items()]
    return ((position, abroad) for table, abroad in tables for position in table)


def _least(position: Position, format_: BankFormat, *, abroad: bool) -> tuple[int, Wording] | None:
    """The width of the shortest value, and what that is; None where values have no known length."""
    field = position.field
    if field.shape is Shape.DATE and format_.dates:
        mask = format_.dates.text
        what = Wording(f"data w postaci {mask}", f"a date as {mask}")
        return len(format_.dates.write(_SHORT_DAY)), what
    cut = position.overflow is Overflow.CUT and field.shape is Shape.TEXT
    if position.condition or cut:
        return None
    return _OWN.get(field.macro) or (None if abroad else _PAYEE.get(field.macro))
