"""Which columns are the amount of a line, its side and the balance after it, and how certain that is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from dekret.bank.reading_language import USUAL_CREDITS, USUAL_DEBITS
from dekret.bank.sniff.balance import Movement, Running, exclusive, running_balance
from dekret.bank.sniff.columns import Column, Columns, Kind
from dekret.bank.sniff.titles import by_title
from dekret.expr.collation import fold
from dekret.text.wording import Wording
from dekret.values.identifiers import is_routing_number

_CREDITS = USUAL_CREDITS | {fold("CT")}


@dataclass(frozen=True, slots=True)
class Money:
    """The columns of money. `sure` is how certain amount and side are, `why` the reason, `check` what to look at."""

    movement: Movement
    running: Running | None
    kind: Kind
    sure: int
    why: Wording
    check: Wording | None = None


def money_of(columns: Columns) -> Money:
    """What the columns of amounts mean."""
    kind = Kind.AMOUNT if columns.of(Kind.AMOUNT) else Kind.WHOLE
    running = running_balance(columns, kind)
    if running and running.signed:
        return _proved(running, kind)
    for found in (_titled_pair(columns, kind), _exclusive_pair(columns, kind, running)):
        if found:
            return found
    return _amount(columns, kind, running)


def _proved(running: Running, kind: Kind) -> Money:
    """A movement that the balance proves."""
    movement = running.movement
    if movement.amount and movement.side is None and not _has_signs(movement.amount):
        movement = Movement(amount=movement.amount, unsigned=1)
    why = Wording(
        f"saldo po operacji zgadza się z kwotami w {running.fits} z {running.steps} wierszy",
        f"the balance follows from the amounts in {running.fits} of {running.steps} rows",
    )
    sure = 99 if running.certain else 80
    return Money(movement, running, kind, sure, why, None if running.certain else _FEW)


_FEW = Wording("Sprawdź na pliku z większą liczbą operacji.", "See to it in a file with more lines.")


def _titled_pair(columns: Columns, kind: Kind) -> Money | None:
    """Debits and credits that the names of columns tell."""
    found: dict[str, Column] = {}
    for column in columns.of(kind, Kind.AMOUNT, Kind.WHOLE, Kind.EMPTY):
        meant = by_title(column.title)
        if meant and meant[0] in ("Kwota obciążenia", "Kwota uznania"):
            found.setdefault(meant[0], column)
    if len(found) < 2 or all(column.kind is Kind.EMPTY for column in found.values()):
        return None
    movement = Movement(debit=found["Kwota obciążenia"], credit=found["Kwota uznania"])
    why = Wording("tak mówią nazwy kolumn", "so the names of the columns say")
    return Money(movement, None, kind, 90, why)


def _exclusive_pair(columns: Columns, kind: Kind, running: Running | None) -> Money | None:
    """Two columns of which each line fills one: the one with amounts below zero is that of debits, else the first."""
    amounts = [column for column in columns.of(kind) if not (running and column is running.balance)]
    for place, one in enumerate(amounts):
        for other in amounts[place + 1 :]:
            if not exclusive(columns.amounts(one), columns.amounts(other)):
                continue
            why = Wording(
                "w każdym wierszu wypełniona jest dokładnie jedna z dwóch", "each row fills exactly one of two"
            )
            if _has_signs(one) == _has_signs(other):
                return Money(Movement(debit=one, credit=other), running, kind, 50, why, _WHICH)
            debit, credit = (one, other) if _has_signs(one) else (other, one)
            return Money(Movement(debit=debit, credit=credit), running, kind, 85, why)
    return None


_WHICH = Wording(
    "Sprawdź na jednej znanej operacji, która z kolumn to obciążenia: przyjęto, że pierwsza.",
    "Check with a known line which column has the debits: the first is taken.",
)


def _amount(columns: Columns, kind: Kind, running: Running | None) -> Money:
    """One column of amounts, with a side or signs, or neither."""
    ranked = sorted(columns.of(kind) or columns.of(Kind.WHOLE), key=lambda column: _rank(column, running))
    if not ranked:
        return Money(Movement(), None, kind, 0, Wording("nie ma kolumny z kwotami", "there is no column of amounts"))
    amount = ranked[0]
    several = len([column for column in ranked if _rank(column, running)[0] == _rank(amount, running)[0]]) > 1
    sure = 60 if several else 85
    why = Wording("kolumna z kwotami", "a column of amounts")
    if _has_signs(amount):
        why = Wording("kwoty ze znakiem: minus to wypływ", "amounts with signs: a minus is money out")
        return Money(Movement(amount=amount), running, kind, sure, why, _OTHERS if several else None)
    if running:
        return _without_side(columns, running, kind)
    for side, debits, credits_ in _sides(columns):
        movement = Movement(amount=amount, side=side, debits=debits, credits=credits_)
        why = Wording("kwoty bez znaku, a obok strona operacji", "amounts without signs, and a side beside them")
        return Money(movement, running, kind, sure, why)
    return Money(Movement(amount=amount, unsigned=1), running, kind, 60, why, _UNSIGNED)


_OTHERS = Wording(
    "Jest więcej kolumn z kwotami: sprawdź, która jest kwotą operacji w walucie rachunku.",
    "There are more columns of amounts: which one is that of the line in the currency of the account?",
)
_UNSIGNED = Wording(
    "Kwoty nie mają znaku ani strony: sprawdź, czy plik ma same wpływy; jeśli same wypływy, zmień „kwoty bez znaku”.",
    "Amounts have neither sign nor side: are they all money in? If out, change 'kwoty bez znaku'.",
)


def _without_side(columns: Columns, running: Running, kind: Kind) -> Money:
    """Amounts without signs whose direction only the balance tells: all the same way, or not to be told by a format."""
    changes = _changes(columns, running)
    movement = Movement(amount=running.movement.amount, unsigned=1 if all(changes) else -1)
    if len(set(changes)) == 1:
        why = Wording(
            "saldo zmienia się o kwotę, zawsze w tę samą stronę", "the balance moves by it, always the same way"
        )
        return Money(movement, running, kind, 80, why, _UNSIGNED)
    why = Wording(
        "kwoty nie mają znaku, a saldo raz rośnie, raz maleje", "amounts have no signs and the balance goes up and down"
    )
    return Money(movement, running, kind, 20, why, _NO_SIDE)


_NO_SIDE = Wording(
    "Wskaż kolumnę ze stroną operacji albo wybierz w banku inny plik: bez niej nie wiadomo, co jest wypływem.",
    "Find the column that tells the side, or another file of the bank: without it nothing tells money out from in.",
)


def _changes(columns: Columns, running: Running) -> list[bool]:
    """Whether the balance rises, step by step in time."""
    values = columns.amounts(running.balance)
    if running.newest_first:
        values.reverse()
    return [
        after > before
        for before, after in pairwise(values)
        if after is not None and before is not None and after != before
    ]


def _rank(column: Column, running: Running | None) -> tuple[int, int, int]:
    """Amounts that a title names first, balances last; else those with signs, with most different values."""
    if running:
        return (
            (9, 0, 0) if column is running.balance else (0 if column is running.movement.amount else 5, column.index, 0)
        )
    meant = by_title(column.title)
    if meant:
        ranks = {"Kwota płatności": 0, "Saldo po operacji": 8, "Kwota VAT": 7, "Inne informacje": 7}
        return ranks.get(meant[0], 3), -meant[1], 0
    return (6 if column.filled and _is_code(column) else 2), -_has_signs(column), -column.distinct


def _is_code(column: Column) -> bool:
    """Whether whole numbers are no amounts: always the same, counted up, or routing numbers of banks."""
    if not all(text.isdigit() for text in column.filled):
        return False
    if len(column.filled) < 2:
        return len(column.filled[0]) < 4 or is_routing_number(column.filled[0])
    counted = [text.lstrip("0") for text in column.filled] == [str(n) for n in range(1, len(column.filled) + 1)]
    return column.constant or counted or all(map(is_routing_number, column.filled))


def _has_signs(column: Column) -> bool:
    return any(text.startswith("-") for text in column.texts)


def _sides(columns: Columns) -> Iterator[tuple[Column, tuple[str, ...], tuple[str, ...]]]:
    """Columns of sides with the texts that mean money out and in; those that a title names first."""
    found = [column for column in columns.of(Kind.SIDE) if column.distinct <= 2]
    for column in sorted(found, key=lambda each: (by_title(each.title) or ("", 0))[0] != "Strona operacji"):
        texts = sorted(set(column.filled))
        debits = tuple(text for text in texts if fold(text) in USUAL_DEBITS)
        credits_ = tuple(text for text in texts if fold(text) in _CREDITS)
        if len(debits) + len(credits_) == len(texts):
            yield column, debits, credits_
