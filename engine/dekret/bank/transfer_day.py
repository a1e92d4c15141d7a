"""The day of a transfer: which date of a payment it is, and what becomes of days gone by or without banks (002:1110).

The manual takes the date of execution unless another is chosen: the due date, today, or one given. The date of the
document is a choice, too, since collective transfers may be made by it (002:1120).

Where the sources are silent: the calendar is the Polish one for every currency; T2, which settles EUR, works on some
Polish holidays, yet the order is given in Poland. A day that is no bank day stays, with a warning, unless it is to be
moved; it moves forward, as tax dates do. A day before today is refused unless the choice says what becomes of it.
"""

import datetime as dt
from dataclasses import dataclass
from enum import Enum
from typing import assert_never

from dekret.bank import selection_problems as problems
from dekret.bank.objections import Objection, against
from dekret.model.payments import Payment
from dekret.text.wording import Wording
from dekret.values.bank_days import is_bank_day, next_bank_day


class DateChoice(Enum):
    """Which date becomes the day of the transfer; the value is its name."""

    EXECUTION = Wording("data realizacji", "execution date")
    DUE = Wording("termin płatności", "due date")
    DOCUMENT = Wording("data dokumentu", "document date")
    TODAY = Wording("data dzisiejsza", "today")
    GIVEN = Wording("podana data", "date given")


class Move(Enum):
    """What becomes of a day on which banks do not work."""

    NONE = Wording("bez zmian", "none")
    NEXT = Wording("następny dzień bankowy", "next")


class Past(Enum):
    """What becomes of a day before today."""

    REFUSE = Wording("odmowa", "refuse")
    TODAY = Wording("dzień dzisiejszy", "today")
    KEEP = Wording("bez zmian", "keep")


@dataclass(frozen=True, slots=True)
class TransferDate:
    """How the day is chosen. `given` is the day of the choice GIVEN."""

    choice: DateChoice = DateChoice.EXECUTION
    given: dt.date | None = None
    move: Move = Move.NONE
    past: Past = Past.REFUSE

    def __post_init__(self) -> None:
        assert (self.choice is DateChoice.GIVEN) == (self.given is not None)


def transfer_day(
    payment: Payment, date: TransferDate, *, today: dt.date
) -> tuple[dt.date | None, tuple[Objection, ...]]:
    """The day on which a payment is to be carried out, with what is said against it; None where there is none.

    >>> from decimal import Decimal
    >>> payment = Payment(number="FZ/1", state="approved", amount=Decimal(1), execution_date=dt.date(2026, 1, 17))
    >>> transfer_day(payment, TransferDate(move=Move.NEXT), today=dt.date(2026, 1, 15))
    (datetime.date(2026, 1, 19), ())
    >>> day, (objection,) = transfer_day(payment, TransferDate(), today=dt.date(2026, 1, 15))
    >>> day, objection.problem.id
    (datetime.date(2026, 1, 17), 'bank/not-a-bank-day')
    """
    day = _chosen(payment, date, today)
    if day is None:
        return None, (against(payment, problems.NO_DAY, field=date.choice.value),)
    if day < today:
        if date.past is Past.REFUSE:
            values = {"day": day.isoformat(), "today": today.isoformat()}
            return None, (against(payment, problems.PAST_DAY, field=date.choice.value, **values),)
        if date.past is Past.TODAY:
            day = today
    if is_bank_day(day):
        return day, ()
    following = next_bank_day(day)
    if date.move is Move.NEXT:
        return following, ()
    values = {"day": day.isoformat(), "next": following.isoformat()}
    return day, (against(payment, problems.NOT_A_BANK_DAY, **values),)


def _chosen(payment: Payment, date: TransferDate, today: dt.date) -> dt.date | None:
    match date.choice:
        case DateChoice.EXECUTION:
            return payment.execution_date
        case DateChoice.DUE:
            return payment.due_date
        case DateChoice.DOCUMENT:
            return payment.document_date
        case DateChoice.TODAY:
            return today
        case DateChoice.GIVEN:
            return date.given
        case _:
            assert_never(date.choice)
