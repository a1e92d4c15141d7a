"""An order: a payment as it leaves in a file, with the one who orders it, the day, and its place in the file."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from dekret.values.identifiers import plain_account
from dekret.values.rounding import ZERO

if TYPE_CHECKING:
    from dekret.model.payments import Payer, Payment


@dataclass(slots=True)
class FileFacts:
    """What is known of a file while it is written: its day, how many orders it has so far, and their sum.

    `accounts` is the sum of the last sixteen digits of the payees' accounts, a control total some banks ask for.
    """

    day: dt.date
    name: str = ""
    count: int = 0
    total: Decimal = ZERO
    accounts: int = 0
    adds_accounts: bool = True

    def take(self, payment: Payment) -> None:
        """Counts one more order."""
        self.count += 1
        self.total += payment.amount
        if self.adds_accounts:
            digits = plain_account(payment.account)[-16:]
            self.accounts += int(digits) if digits.isdigit() else 0


@dataclass(slots=True)
class Order:
    """A payment with what surrounds it. `day` is the date of the transfer (data operacji), `number` its place."""

    payment: Payment
    payer: Payer
    day: dt.date
    number: int = 1
