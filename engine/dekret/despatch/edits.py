"""What is to be written on a package or on a position: None leaves a field as it is, an empty text empties it."""

from dataclasses import dataclass
from decimal import Decimal

NO_PARENT = 0
"""What takes a package out of its outer one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageEdit:
    """The fields of a package. A weight or volume of zero is none: that of an outer package is computed again."""

    parent: int | None = None
    description: str | None = None
    type: str | None = None
    sscc: str | None = None
    ultimate_customer: str | None = None
    order_number: str | None = None
    weight: Decimal | None = None
    volume: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionEdit:
    """What may be written on a position by hand."""

    ultimate_customer: str | None = None
    order_number: str | None = None
    buyer_item_code: str | None = None
