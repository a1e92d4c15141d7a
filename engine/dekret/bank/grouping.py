"""Collective transfers: payments of one entity to one account, in one currency, as one transfer (002:1118–1122).

A `Group` keeps the payments it is made of, so that each of them can be marked as sent. Without options each payment is
a group of its own and nothing is held; with them all payments are, and the groups come in the order of their first.

Where the sources are silent:

- Only ordinary, SEPA and foreign payments are joined, and none with a title of tags: two such titles make none. Split
  payments are joined where a period is given, which their title then names (art. 108a of the VAT act).
- Payments are joined where a file would write the same of all of them: kind, register, charges, priority, bank,
  information for the bank. The entity is its code; without one, all that is known of it.
- By dates means by the days of the transfers. Otherwise the earliest day of all is that of the group.
- The description of a payment is its first line, its number where it has none; of all lines, each that is filled. What
  finds no room is left out as a whole, and a warning names it. Splitting by length places all lines of every payment.
- Where one payment's own description is too long, it is not joined with others while splitting by length.
"""

import datetime as dt
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from msgspec.structs import replace

from dekret.bank import selection_problems as problems
from dekret.bank.objections import Objection, against
from dekret.bank.titles import LINE, LINES
from dekret.model.base import is_amount
from dekret.model.directory import UNSPECIFIED_CODE
from dekret.model.payments import Payment
from dekret.text.wording import listed
from dekret.values.identifiers import plain_account, plain_tax_id
from dekret.values.rounding import ZERO
from dekret.values.transfer_titles import is_structured

_JOINED = ("ordinary", "sepa", "foreign")
_NUMBER_LENGTH = 256


@dataclass(frozen=True, slots=True)
class Collective:
    """How payments are joined. `separator` stands between descriptions; `width` and `lines` are those of the title.

    `split_period` is the period that collective split payments name; empty where split payments stay single.
    """

    by_day: bool = False
    all_lines: bool = False
    split_by_length: bool = False
    separator: str = " "
    width: int = LINE
    lines: int = LINES
    split_period: str = ""

    def fitted(self, texts: list[str]) -> tuple[str, ...] | None:
        """The lines of a title of these descriptions; None where they have no room.

        Lines end at blanks and between descriptions, never within a word: joined by blanks, they wrap the same again.

        >>> Collective(width=8, lines=2, separator=";").fitted(["FV 1", "FV 2", "FV 3"])
        ('FV 1;FV', '2;FV 3')
        """
        lines: list[str] = []
        for glue, word in self._words(texts):
            if len(word) > self.width:
                return None
            if lines and len(lines[-1]) + len(glue) + len(word) <= self.width:
                lines[-1] += glue + word
            else:
                lines.append(word)
        return tuple(lines) if len(lines) <= self.lines else None

    def _words(self, texts: list[str]) -> Iterator[tuple[str, str]]:
        """The words of descriptions with the separators, and what stands before each where it begins no line."""
        mark = self.separator.strip()
        before, behind = (mark, "") if self.separator.startswith(" ") else ("", mark)
        glue = " " if self.separator.endswith(" ") else ""
        for at, text in enumerate(texts):
            *words, end = text.split()
            if at and before:
                yield " ", before
            end += behind if at < len(texts) - 1 else ""
            for place, word in enumerate((*words, end)):
                yield (" " if place or not at else glue), word


@dataclass(frozen=True, slots=True)
class Group:
    """A transfer as it leaves: `payment` is written, `parts` are marked as sent.

    Of several parts, `payment` has the sum of the amounts, the earliest of each date, the numbers of all and the
    id of the first. Its `total_pln` is not what the white list asks for: ask by the parts.
    """

    payment: Payment
    parts: tuple[Payment, ...]
    day: dt.date
    left_out: tuple[str, ...] = ()
    later: tuple[str, ...] = ()
    """Numbers of the parts whose description found no room; `later` are those of parts whose own day is a later one."""

    @property
    def objections(self) -> tuple[Objection, ...]:
        """What is said against the transfer as a whole."""
        found = []
        if self.left_out:
            found.append(against(self.payment, problems.DESCRIPTION_LEFT_OUT, left_out=listed(self.left_out)))
        if self.later:
            day, later = self.day.isoformat(), listed(self.later)
            found.append(against(self.payment, problems.PAID_EARLIER, day=day, later=later))
        return tuple(found)


@dataclass(slots=True)
class _Open:
    """A group in the making."""

    parts: list[Payment] = field(default_factory=list)
    days: list[dt.date] = field(default_factory=list)
    day: dt.date = dt.date.max
    total: Decimal = ZERO
    texts: list[str] = field(default_factory=list)

    def add(self, payment: Payment, day: dt.date, texts: list[str]) -> None:
        self.parts.append(payment)
        self.days.append(day)
        self.day = min(self.day, day)
        self.total += payment.amount
        self.texts += texts


def groups(dated: Iterable[tuple[Payment, dt.date]], how: Collective | None = None) -> Iterator[Group]:
    """The transfers of payments with their days, in the order of the first payment of each; as a stream if not joined.

    >>> payments = [Payment(number=number, state="approved", amount=Decimal(2)) for number in ("FZ/1", "FZ/2")]
    >>> day = dt.date(2026, 1, 15)
    >>> [(str(group.payment.amount), group.payment.description) for group in groups([(p, day) for p in payments])]
    [('2', ()), ('2', ())]
    >>> [
    ...     (str(group.payment.amount), group.payment.description)
    ...     for group in groups([(p, day) for p in payments], Collective())
    ... ]
    [('4.00', ('FZ/1 FZ/2',))]
    """
    if how is None:
        return (Group(payment, (payment,), day) for payment, day in dated)
    return _joined(dated, how)


def _joined(dated: Iterable[tuple[Payment, dt.date]], how: Collective) -> Iterator[Group]:
    found: list[_Open] = []
    last: dict[Hashable, _Open] = {}
    for payment, day in dated:
        key = _key(payment, day, how)
        texts = _texts(payment, how)
        open_ = last.get(key) if key is not None else None
        if open_ is None or not _takes(open_, payment, texts, how):
            open_ = _Open()
            found.append(open_)
            if key is not None:
                last[key] = open_
        open_.add(payment, day, texts)
    return (_closed(open_, how) for open_ in found)


def _key(payment: Payment, day: dt.date, how: Collective) -> Hashable:
    """What payments have in common that are joined; None for one that stays alone."""
    if payment.kind == "mpp":
        supplier = plain_tax_id(payment.party.tax_id)
        if not (how.split_period and supplier and payment.vat_amount is not None) or _tagged(payment):
            return None
    elif payment.kind not in _JOINED or _tagged(payment):
        return None
    else:
        supplier = ""
    party = payment.party
    code = party.code.casefold()
    entity = code if code and code != UNSPECIFIED_CODE.casefold() else party
    return (
        payment.kind,
        entity,
        supplier,
        plain_account(payment.account),
        payment.currency,
        payment.direction,
        payment.state,
        payment.register.casefold(),
        payment.charges,
        payment.priority,
        payment.bic,
        payment.bank_name,
        payment.bank_country,
        payment.info,
        day if how.by_day else None,
    )


def _tagged(payment: Payment) -> bool:
    return any(is_structured(line) for line in (payment.number, *payment.description))


def _texts(payment: Payment, how: Collective) -> list[str]:
    """The description of a payment within a collective one."""
    if payment.kind == "mpp":
        return []
    lines = [line.strip() for line in payment.description if line.strip()] or [payment.number]
    return lines if how.all_lines or how.split_by_length else lines[:1]


def _takes(open_: _Open, payment: Payment, texts: list[str], how: Collective) -> bool:
    """Whether one more payment has room in a group: in its amount always, in its description where that is asked."""
    if not is_amount(open_.total + payment.amount):
        return False
    return not how.split_by_length or how.fitted(open_.texts + texts) is not None


def _closed(open_: _Open, how: Collective) -> Group:
    first, *others = open_.parts
    parts = tuple(open_.parts)
    if not others:
        return Group(first, parts, open_.day)
    description, left_out = _description(open_.parts, how)
    vat = [part.vat_amount for part in parts if part.vat_amount is not None]
    split = first.kind == "mpp"
    whole = replace(
        first,
        number=_numbers(parts),
        id=first.id,
        amount=open_.total,
        description=description,
        invoices=(how.split_period,) if split else tuple(invoice for part in parts for invoice in part.invoices),
        vat_amount=sum(vat, ZERO) if len(vat) == len(parts) else None,
        document_total=None,
        document_date=min((part.document_date for part in parts if part.document_date), default=None),
        due_date=min((part.due_date for part in parts if part.due_date), default=None),
        execution_date=min((part.execution_date for part in parts if part.execution_date), default=None),
    )
    later = [part.number for part, day in zip(parts, open_.days, strict=True) if day > open_.day]
    return Group(whole, parts, open_.day, left_out, tuple(later))


def _description(parts: list[Payment], how: Collective) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The lines of the title, and the numbers of those payments whose description had no room in it."""
    texts: list[str] = []
    lines: tuple[str, ...] = ()
    left_out = []
    for part in parts:
        more = _texts(part, how)
        fitted = how.fitted(texts + more)
        if fitted is None:
            left_out.append(part.number)
        else:
            texts += more
            lines = fitted
    return lines, tuple(left_out)


def _numbers(parts: tuple[Payment, ...]) -> str:
    """The numbers of all, or the first one and how many there are."""
    numbers = list(dict.fromkeys(part.number for part in parts))
    whole = ", ".join(numbers)
    if len(whole) <= _NUMBER_LENGTH:
        return whole
    rest = f", … ({len(parts)})"
    return numbers[0][: _NUMBER_LENGTH - len(rest)] + rest
