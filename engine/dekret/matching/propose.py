"""Proposals for one bank line: which open items it may settle, the best first.

In this order: the items whose numbers the title names; those of the party, or of the tax, with the amount; several of
the party that add up to it; failing all, the oldest of the party; failing a party, items of the amount. A proposal is
a proposal: whether the line settles anything is for an accountant to say.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from dekret.matching import grounds
from dekret.matching.drafts import Draft, party_grounds, proposal_of, several, single
from dekret.matching.index import Items
from dekret.matching.look import MOST_WALKED, Look, Numbers, look, numbers_of
from dekret.matching.proposals import Match
from dekret.matching.sums import MOST_ITEMS, choose
from dekret.model.statements import BankLine
from dekret.text.wording import Wording, listed

MOST_PROPOSALS = 5
"""So many proposals are made for one line, the best."""
_MOST_OFFSETS = 4

_EXPECTED = Wording("Operacja dopiero oczekiwana: nie rozlicza niczego.", "Only expected yet: it settles nothing.")
_REVERSAL = Wording(
    "Storno: cofa wcześniejszą operację, nie rozlicza pozycji.",
    "A reversal: it takes back an operation and settles no item.",
)
_NO_AMOUNT = Wording("Kwota zero: nie ma czego rozliczać.", "The amount is zero: there is nothing to settle.")
_NONE = Wording(
    "Żadna otwarta pozycja nie pasuje ani numerem, ani podmiotem, ani kwotą.",
    "No open item fits by number, party or amount.",
)
_UNKNOWN = Wording(
    "Numery z tytułu, których nie ma żadna otwarta pozycja: {numbers}.",
    "Numbers in the title that no open item has: {numbers}.",
)
_CUT = Wording(
    "Podmiot ma zbyt wiele pozycji, by sprawdzić wszystkie sumy; sprawdzono {count} najstarszych.",
    "The party has too many items to try all sums; the {count} oldest were tried.",
)


def propose(line: BankLine, items: Items) -> Match:
    """The proposals for a line, the best first.

    Money in settles items with direction "in" of the same currency, money out those with "out".

    >>> import datetime as dt
    >>> from decimal import Decimal
    >>> from dekret.matching.open_items import OpenItem
    >>> items = Items([OpenItem(id="1", number="FV 1/2026", direction="in", amount=Decimal(123))])
    >>> line = BankLine(date=dt.date(2026, 1, 9), amount=Decimal(123), title="za fv 0001/26")
    >>> found = propose(line, items).proposal
    >>> found.score, [reason.pl for reason in found.reasons]
    (80, ['numer FV 1/2026 w tytule', 'kwota równa'])
    >>> [remark.pl for remark in propose(BankLine(date=dt.date(2026, 1, 9), amount=Decimal(-7)), items).remarks]
    ['Żadna otwarta pozycja nie pasuje ani numerem, ani podmiotem, ani kwotą.']
    """
    drafts, remarks = drafts_for(line, items)
    proposals = tuple(proposal_of(draft, items) for draft in drafts)
    return Match(
        line=line, proposal=proposals[0] if proposals else None, alternatives=proposals[1:], remarks=tuple(remarks)
    )


def drafts_for(line: BankLine, items: Items) -> tuple[list[Draft], list[Wording]]:
    """The proposals in the making, the best first, and the remarks."""
    if refused := _refused(line):
        return [], [refused]
    seen = look(line, items)
    numbers = numbers_of(seen)
    found = _told_apart([*_named(seen, numbers), *_of_amount(seen, numbers)])
    remarks = list(numbers.remarks)
    if not any(draft.exact for draft in found) and (line.tax is None or line.kind == "zus"):
        found += _sums(seen, numbers, remarks)
    found = found or list(_last_resort(seen, numbers))
    best = sorted((draft for draft in found if draft.score), key=lambda draft: -draft.score)[:MOST_PROPOSALS]
    if numbers.unknown and not numbers.groups:
        remarks.append(_UNKNOWN.fill({"numbers": listed(numbers.unknown)}))
    if not best and not remarks:
        remarks.append(_NONE)
    return best, remarks


def _refused(line: BankLine) -> Wording | None:
    if line.expected:
        return _EXPECTED
    if line.reversal:
        return _REVERSAL
    return None if line.amount else _NO_AMOUNT


# --- where proposals come from


def _named(seen: Look, numbers: Numbers) -> Iterator[Draft]:
    """Of all numbers named; where some of them are not sure to be numbers, of the others alone, too."""
    sure = [group for group in numbers.groups if any(numbers.namings[place].sure for place in group)]
    yield from _of_groups(seen, numbers, numbers.groups)
    if 0 < len(sure) < len(numbers.groups):
        yield from _of_groups(seen, numbers, sure)


def _of_groups(seen: Look, numbers: Numbers, groups: Sequence[Sequence[int]]) -> Iterator[Draft]:
    """One item for each number named, together; and each item alone, of several numbers those of the amount."""
    best = [_best(seen, numbers, group) for group in groups]
    chosen = sorted({places[0] for places in best})
    offsets = numbers.offsets[:_MOST_OFFSETS]
    if sum(seen.items[place].amount for place in offsets) >= sum(seen.items[place].amount for place in chosen):
        offsets = []
    if len(chosen) > 1 or (chosen and offsets):
        together = several(seen, numbers, chosen, offsets)
        most = max(map(len, best))
        yield together if most == 1 else together.but(grounds.SAME.said(count=most))
    for place in dict.fromkeys(place for group in groups for place in group):
        if len(chosen) == 1 or seen.items[place].amount == seen.amount:
            yield single(seen, numbers, place)


def _best(seen: Look, numbers: Numbers, group: Sequence[int]) -> list[int]:
    """The items of a number that fit the party best, all as good as the first."""
    fit = {
        place: (sum(ground.points for ground in party_grounds(seen, place)), numbers.namings[place].sure)
        for place in group
    }
    best = max(fit.values())
    return [place for place in sorted(fit) if fit[place] == best]


def _of_amount(seen: Look, numbers: Numbers) -> Iterator[Draft]:
    """Items of the party with the amount; of a tax transfer those of its period and form, too."""
    places = dict.fromkeys(seen.of_party_and_amount())
    if seen.line.tax is not None:
        places |= dict.fromkeys(place for place in seen.of_party(seen.side) if seen.is_tax_of(place))
    for place in places:
        if place not in numbers.namings:
            yield single(seen, numbers, place)


def _sums(seen: Look, numbers: Numbers, remarks: list[Wording]) -> Iterator[Draft]:
    """Several items of the party that add up to the amount, with corrections where it cannot be without."""
    if numbers.groups:
        return
    owed = [place for place in seen.of_party(seen.side) if not seen.items[place].partly]
    less = [place for place in seen.of_party(seen.other_side) if not seen.items[place].partly][:_MOST_OFFSETS]
    for offsets in ([], less) if less else ([],):
        places = [*offsets, *(place for place in owed if offsets or seen.items[place].amount < seen.amount)]
        signs = [-1] * len(offsets) + [1] * (len(places) - len(offsets))
        cents = [sign * int(seen.items[place].amount * 100) for sign, place in zip(signs, places, strict=True)]
        choice = choose(cents, int(seen.amount * 100))
        if choice.places:
            taken = [places[place] for place in choice.places]
            draft = several(seen, numbers, sorted({*taken} - {*less}), sorted({*taken} & {*less}))
            yield draft.but(grounds.OTHER_SUMS) if choice.others else draft
            return
        if not choice.complete and offsets == less:
            remarks.append(_CUT.fill({"count": MOST_ITEMS}))


def _last_resort(seen: Look, numbers: Numbers) -> Iterator[Draft]:
    """The oldest item of the party; where it has none, items of the amount, whosever they are."""
    if seen.line.kind in ("tax", "zus"):
        return
    if oldest := seen.of_party(seen.side)[:1]:
        yield single(seen, numbers, oldest[0]).but(grounds.OLDEST)
        return
    alike = islice(seen.items.by_amount(seen.side, seen.amount), MOST_WALKED)
    drafts = [single(seen, numbers, place).but(grounds.ALONE) for place in alike]
    fitting = [draft for draft in drafts if draft.score]
    for draft in fitting[:MOST_PROPOSALS]:
        yield draft if len(fitting) == 1 else draft.but(grounds.SAME.said(count=len(fitting)))


def _told_apart(drafts: Sequence[Draft]) -> list[Draft]:
    """Each proposal once; of those equally good every one says that there are others, and is worth less."""
    once = {draft.parts: draft for draft in sorted(drafts, key=lambda draft: draft.weight)}
    alike = Counter(draft.weight for draft in once.values())
    return [
        draft if alike[draft.weight] == 1 else draft.but(grounds.SAME.said(count=alike[draft.weight]))
        for draft in sorted(once.values(), key=lambda draft: draft.parts)
    ]
