"""Proposals for many lines together: an item goes to the line with the best proposal for it.

An item paid in parts may go to several lines, as far as its amount reaches. Among equal scores the earlier line comes
first. All lines are kept in memory with their proposals.
"""

from collections.abc import Iterable
from decimal import Decimal

from dekret.matching.drafts import Draft, proposal_of
from dekret.matching.index import Items
from dekret.matching.proposals import Match
from dekret.matching.propose import drafts_for
from dekret.model.statements import BankLine
from dekret.text.wording import Wording, amount_wording

_TAKEN = Wording(
    "Pozycja {number} przypadła operacji z {date} na kwotę {amount}, która pasuje do niej lepiej albo jest wcześniej.",
    "Item {number} went to the operation of {date} for {amount}, which fits it better or comes earlier.",
)


def propose_all(lines: Iterable[BankLine], items: Items) -> tuple[Match, ...]:
    """The lines in their order, each with its proposals; no item is proposed first for more than is open of it.

    What would be first but for another line is among the alternatives, and a remark names that line.
    """
    given = tuple(lines)
    made = [drafts_for(line, items) for line in given]
    chosen, takers = _handed_out([drafts for drafts, _ in made], items)
    matches: list[Match] = []
    for number, (line, (drafts, remarks)) in enumerate(zip(given, made, strict=True)):
        first = chosen.get(number)
        taken = _taken(drafts[0], takers, given, items) if drafts and first != 0 else []
        proposals = [proposal_of(draft, items) for draft in drafts]
        proposal = None if first is None else proposals.pop(first)
        matches.append(
            Match(
                line=line,
                proposal=proposal,
                alternatives=tuple(proposals),
                remarks=tuple(dict.fromkeys((*remarks, *taken))),
            )
        )
    return tuple(matches)


def _handed_out(made: list[list[Draft]], items: Items) -> tuple[dict[int, int], dict[int, int]]:
    """Which draft each line gets, by the numbers of both; and which line was the last to get each item."""
    ranked = sorted(
        (-draft.score, number, rank) for number, drafts in enumerate(made) for rank, draft in enumerate(drafts)
    )
    chosen: dict[int, int] = {}
    takers: dict[int, int] = {}
    left: dict[int, Decimal] = {}
    for _, number, rank in ranked:
        parts = made[number][rank].parts
        if number in chosen or any(abs(amount) > left.get(place, items[place].amount) for place, amount in parts):
            continue
        chosen[number] = rank
        for place, amount in parts:
            left[place] = left.get(place, items[place].amount) - abs(amount)
            takers[place] = number
    return chosen, takers


def _taken(draft: Draft, takers: dict[int, int], lines: tuple[BankLine, ...], items: Items) -> list[Wording]:
    """Which lines got the items that a line would have had first."""
    others = [(place, lines[takers[place]]) for place, _ in draft.parts if place in takers]
    return [
        _TAKEN.fill(
            {"number": items[place].number, "date": line.date.isoformat(), "amount": amount_wording(abs(line.amount))}
        )
        for place, line in others
    ]
