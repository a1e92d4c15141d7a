"""Arithmetic of columns: one that is the running sum of another is a balance, and then signs are certain."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from dekret.bank.sniff.columns import Column, Columns, Kind

_NEARLY_ALL = Decimal("0.9")
_FEW = 4
"""With so few steps every one must fit; with more one may not, as files are cut and put together."""
Amounts = Sequence[Decimal | None]


@dataclass(frozen=True, slots=True)
class Movement:
    """Which columns say what a line moves: `amount` alone or with `side`, or `debit` and `credit`.

    `debits` and `credits` are the texts of the side. `unsigned` is 1 or -1 where all amounts have no sign and go the
    same way, 0 where they have signs or it is not known.
    """

    amount: Column | None = None
    debit: Column | None = None
    credit: Column | None = None
    side: Column | None = None
    debits: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    unsigned: int = 0


@dataclass(frozen=True, slots=True)
class Running:
    """A balance that follows from a movement: in `fits` of `steps` steps; `newest_first` tells the order of lines."""

    balance: Column
    movement: Movement
    fits: int
    steps: int
    newest_first: bool
    signed: bool = True

    @property
    def certain(self) -> bool:
        """Whether chance is out of the question."""
        return self.fits >= 2


def running_balance(columns: Columns, amount_kind: Kind) -> Running | None:
    """The balance of a sample and what it is the running sum of; None where no column is one."""
    amounts = columns.of(amount_kind)
    whole = [column for column in amounts if len(column.filled) == len(column.texts)]
    values = {column.index: columns.amounts(column) for column in amounts}
    known = list(movements(amounts, columns.of(Kind.SIDE), values))
    best: Running | None = None
    for balance in whole:
        if balance.distinct < 2:
            continue
        for movement in known:
            if balance in (movement.amount, movement.debit, movement.credit):
                continue
            found = _fits(values[balance.index], _moves(movement, values), balance, movement)
            if found and (best is None or (found.signed, found.fits) > (best.signed, best.fits)):
                best = found
    return best


def movements(amounts: list[Column], sides: list[Column], values: Mapping[int, Amounts]) -> Iterator[Movement]:
    """Whatever might say what lines move; `values` are those of the amounts, by the index of the column."""
    sides = [column for column in sides if column.distinct == 2]
    for amount in (column for column in amounts if len(column.filled) == len(column.texts)):
        yield Movement(amount=amount)
        for side in sides:
            one, other = sorted(set(side.filled))
            yield Movement(amount=amount, side=side, debits=(one,), credits=(other,))
            yield Movement(amount=amount, side=side, debits=(other,), credits=(one,))
    for debit in amounts:
        for credit in amounts:
            if debit is not credit and exclusive(values[debit.index], values[credit.index]):
                yield Movement(debit=debit, credit=credit)


def exclusive(one: Amounts, other: Amounts) -> bool:
    """Whether in every line exactly one of two columns has an amount, and neither has all."""
    pairs = [(bool(first), bool(second)) for first, second in zip(one, other, strict=True)]
    return all(first != second for first, second in pairs) and len({first for first, _ in pairs}) == 2


def _moves(movement: Movement, values: Mapping[int, Amounts]) -> list[Decimal | None]:
    """What each line moves."""
    if movement.debit and movement.credit:
        pairs = zip(values[movement.debit.index], values[movement.credit.index], strict=True)
        return [(credit or Decimal(0)) - abs(debit or Decimal(0)) for debit, credit in pairs]
    assert movement.amount
    amounts = values[movement.amount.index]
    if movement.side is None:
        return list(amounts)
    signs = (-1 if text in movement.debits else 1 for text in movement.side.texts)
    return [None if amount is None else abs(amount) * sign for amount, sign in zip(amounts, signs, strict=True)]


def _fits(balances: Amounts, moves: Amounts, balance: Column, movement: Movement) -> Running | None:
    """The balance as the running sum of moves, forward or back in time; else of moves whose signs are not told."""
    steps = len(balances) - 1
    forward = [_step(after, before, move) for (before, after), move in zip(pairwise(balances), moves[1:], strict=True)]
    back = [_step(before, after, move) for (before, after), move in zip(pairwise(balances), moves, strict=False)]
    for signed in (True, False):
        counts = [sum(difference == 0 if signed else bare for difference, bare in each) for each in (forward, back)]
        best = max(counts)
        if (
            best
            and best >= (steps if steps <= _FEW else min(_NEARLY_ALL * steps, Decimal(steps - 1)))
            and (signed or (movement.amount and not movement.side))
        ):
            return Running(balance, movement, best, steps, counts[1] > counts[0], signed)
    return None


def _step(later: Decimal | None, earlier: Decimal | None, move: Decimal | None) -> tuple[Decimal | None, bool]:
    """What is missing between two balances and a move, and whether the move fits with the other sign at least."""
    if later is None or earlier is None or move is None:
        return None, False
    change = later - earlier
    return change - move, abs(change) == abs(move) != 0
