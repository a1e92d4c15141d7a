"""Amounts as data files hold them, written at once where their own digits are those of the file already.

Most amounts of a document have no more places than the file wants; their text is the file's, with zeros behind it. All
others go the long way.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal

_LONGEST = 16
_SAFE = 3
"""With more places an exponent could be taken for them, as in 1.5E-7."""


def pointed(
    places: int, others: Mapping[object, str], check: Callable[[str], bool] | None
) -> Callable[[object], str] | None:
    """What `punkt(places)` gives of an amount; `others` writes what is not seen at once.

    None where some amount of so many places would not keep to its element.

    >>> write = pointed(2, {Decimal("1.505"): "1.51"}, None)
    >>> write(Decimal("12.5")), write(Decimal("12")), write(Decimal("1.505"))
    ('12.50', '12.00', '1.51')
    """
    zeros = "." + "0" * places
    widest = "9" * _LONGEST + zeros
    if places < 1 or (check and not all(map(check, (f"0{zeros}", widest, f"-{widest}")))):
        return None
    start, end = -places - 1, -places
    behind = tuple("0" * (places - each) for each in range(places + 1))

    def write(value: object) -> str:
        if value.__class__ is Decimal:
            text = str(value)
            if text[start:end] == "." and places <= _SAFE and len(text) < _LONGEST and (text[0] != "-" or value):
                return text
            if len(text) < _LONGEST:
                head, point, tail = text.partition(".")
                if not point:
                    if head.isdigit():
                        return head + zeros
                elif tail.isdigit() and len(tail) <= places and (head != "-0" or value):
                    return text + behind[len(tail)]
        return others[value]

    return write
