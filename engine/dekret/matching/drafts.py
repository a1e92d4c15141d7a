"""Proposals in the making: items by their places with the grounds for them, and what speaks for one item or several."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from dekret.matching import grounds
from dekret.matching.grounds import Ground
from dekret.matching.index import Items
from dekret.matching.look import Look, Numbers
from dekret.matching.parties import By
from dekret.matching.proposals import Part, Proposal
from dekret.text.wording import Wording, amount_wording, listed
from dekret.values.rounding import ZERO

_NEAR = 7
"""Days between the due date and the transfer that are near."""
_BY: dict[By, Ground] = {
    "account": grounds.ACCOUNT,
    "tax_id": grounds.TAX_ID,
    "code": grounds.CODE,
    "name": grounds.NAME,
}


@dataclass(frozen=True, slots=True)
class Draft:
    """Items by place with the amounts settled of them, what is left of the line, and the grounds."""

    parts: tuple[tuple[int, Decimal], ...]
    rest: Decimal
    grounds: tuple[Ground, ...]
    exact: bool

    @property
    def score(self) -> int:
        return grounds.score(self.grounds)

    @property
    def weight(self) -> int:
        """The points that tell one proposal from another: a due date near is no proof."""
        return sum(ground.points for ground in self.grounds if ground is not grounds.DUE)

    def but(self, *more: Ground) -> "Draft":
        """The same with more grounds."""
        return replace(self, grounds=(*self.grounds, *more))


def proposal_of(draft: Draft, items: Items) -> Proposal:
    """The record of a draft."""
    return Proposal(
        parts=tuple(Part(item=items[place], amount=amount) for place, amount in draft.parts),
        score=draft.score,
        reasons=tuple(ground.sentence for ground in draft.grounds),
        rest=draft.rest,
    )


def single(seen: Look, numbers: Numbers, place: int) -> Draft:
    """One item, settled wholly or in part."""
    item = seen.items[place]
    said = (
        *_number_grounds(seen, numbers, (place,)),
        *_tax_grounds(seen, place),
        *_party_grounds(seen, (place,)),
        _amount_ground(seen, place),
        *_vat_grounds(seen, place),
        *_date_grounds(seen, place),
    )
    settled = min(item.amount, seen.amount)
    return Draft(((place, settled),), seen.amount - settled, said, exact=seen.amount == item.amount)


def several(seen: Look, numbers: Numbers, places: Sequence[int], offsets: Sequence[int] = ()) -> Draft:
    """Several items of the line's side, less those of the other; the oldest first, till the amount is used up.

    Where the title states how much of each is paid, so much of it. The items set against the others must be less than
    these.
    """
    places = sorted(places)
    taken_away = sum((seen.items[place].amount for place in offsets), ZERO)
    total = sum((seen.items[place].amount for place in places), -taken_away)
    assert total > 0
    stated = () if offsets or total == seen.amount else _stated(seen, numbers, places)
    parts = [
        *(stated or _filled(seen, places, seen.amount + taken_away)),
        *((place, -seen.items[place].amount) for place in offsets),
    ]
    said = [
        *_number_grounds(seen, numbers, places),
        *_party_grounds(seen, places),
        _stated_ground(stated) if stated else _sum_ground(seen, total, len(places) + len(offsets)),
    ]
    if offsets:
        said.append(grounds.OFFSETS.said(numbers=listed([seen.items[place].number for place in offsets])))
    return Draft(tuple(parts), max(seen.amount - total, ZERO), tuple(said), exact=seen.amount == total)


def _filled(seen: Look, places: Iterable[int], left: Decimal) -> Iterable[tuple[int, Decimal]]:
    for place in places:
        settled = min(seen.items[place].amount, left)
        if settled:
            yield place, settled
        left -= settled


def _stated(seen: Look, numbers: Numbers, places: Sequence[int]) -> tuple[tuple[int, Decimal], ...]:
    """What the title says is paid of each item, where it says so of all, and the line is for as much."""
    amounts = [naming.amount if (naming := numbers.namings.get(place)) else None for place in places]
    found = tuple((place, amount) for place, amount in zip(places, amounts, strict=True) if amount)
    fits = len(found) == len(places) and sum(amount for _, amount in found) == seen.amount
    return found if fits and all(amount <= seen.items[place].amount for place, amount in found) else ()


# --- grounds


def _number_grounds(seen: Look, numbers: Numbers, places: Sequence[int]) -> Iterable[Ground]:
    namings = [numbers.namings[place] for place in places if place in numbers.namings]
    if len(namings) < len(places):
        others = [naming.written for naming in numbers.namings.values()] or numbers.unknown
        if others:
            yield grounds.OTHER_NUMBER.said(numbers=listed(tuple(dict.fromkeys(others))))
        return
    sure = all(naming.sure for naming in namings)
    if len(places) > 1:
        ground = grounds.NUMBERS if sure else grounds.MAYBE_NUMBERS
        yield ground.said(numbers=listed([seen.items[place].number for place in places]))
    elif sure:
        yield grounds.NUMBER.said(number=seen.items[places[0]].number)
    else:
        yield grounds.MAYBE_NUMBER.said(number=seen.items[places[0]].number, written=namings[0].written)
    if numbers.unknown:
        yield grounds.UNKNOWN.said(numbers=listed(numbers.unknown))


def _party_grounds(seen: Look, places: Sequence[int]) -> tuple[Ground, ...]:
    """Those of the item whose party is the least sure."""
    return min((party_grounds(seen, place) for place in places), key=_points, default=())


def _points(said: Iterable[Ground]) -> int:
    return sum(ground.points for ground in said)


def party_grounds(seen: Look, place: int) -> tuple[Ground, ...]:
    """The best sign that the party is the same, and signs that it is another."""
    item, line = seen.items[place], seen.line
    same = [key.by for key in seen.parties if key in seen.items.party_of(place)]
    found = [_BY[by] for by in same[:1]]
    stated = {key.by: key.value for key in seen.parties}
    if "tax_id" not in same and item.party_tax_id and "tax_id" in stated:
        found.append(grounds.OTHER_TAX_ID)
    elif not line.is_in and not {"account", "tax_id"} & {*same} and item.accounts and "account" in stated:
        found.append(grounds.OTHER_ACCOUNT)
    return tuple(found)


def _amount_ground(seen: Look, place: int) -> Ground:
    item = seen.items[place]
    if item.partly and seen.amount <= item.amount:
        return grounds.PARTLY
    return grounds.EQUAL if seen.amount == item.amount else _difference(seen.amount - item.amount)


def _stated_ground(stated: Iterable[tuple[int, Decimal]]) -> Ground:
    shown = [amount_wording(amount) for _, amount in stated]
    amounts = Wording(" + ".join(each.pl for each in shown), " + ".join(each.en for each in shown))
    return grounds.STATED.said(amounts=amounts)


def _sum_ground(seen: Look, total: Decimal, count: int) -> Ground:
    return grounds.SUM.said(count=count) if seen.amount == total else _difference(seen.amount - total)


def _difference(difference: Decimal) -> Ground:
    ground = grounds.MORE if difference > 0 else grounds.LESS
    return ground.said(difference=amount_wording(abs(difference)))


def _vat_grounds(seen: Look, place: int) -> tuple[Ground, ...]:
    vat = seen.line.vat_amount
    return (grounds.VAT,) if vat is not None and vat == seen.items[place].vat_amount else ()


def _date_grounds(seen: Look, place: int) -> Iterable[Ground]:
    item, day = seen.items[place], seen.line.date
    if item.due_date and abs((item.due_date - day).days) <= _NEAR:
        yield grounds.DUE
    if item.document_date and day < item.document_date:
        yield grounds.EARLY


def _tax_grounds(seen: Look, place: int) -> tuple[Ground, ...]:
    agrees = seen.is_tax_of(place)
    return () if agrees is None else (grounds.TAX,) if agrees else (grounds.OTHER_TAX,)
