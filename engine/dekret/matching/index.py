"""The open items by what a bank line may say of them; built once, so that a line never walks all of them."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from dekret.matching.invoice_numbers import Key, Likeness, spellings
from dekret.matching.open_items import OpenItem, Side
from dekret.matching.parties import PartyKey, item_keys
from dekret.matching.title_numbers import Named, named_in

_FAR = "9999-12-31"


class Items:
    """Open items, oldest due first. Elsewhere an item is its place in that order.

    >>> item = OpenItem(id="1", number="FV 1/2026", direction="in", amount=Decimal(123))
    >>> items = Items([item])
    >>> items.by_amount(("in", "PLN"), Decimal("123.00")), items.by_amount(("out", "PLN"), Decimal(123))
    ([0], [])
    """

    def __init__(self, items: Iterable[OpenItem]) -> None:
        self._items = tuple(sorted(items, key=_age))
        self._keys: list[tuple[PartyKey, ...]] = []
        self._numbers: dict[Key, dict[int, Likeness]] = {}
        self._likeness: dict[Key, Likeness] = {}
        self._amounts: dict[tuple[Side, Decimal], list[int]] = {}
        self._parties: dict[tuple[Side, PartyKey], list[int]] = {}
        self._party_amounts: dict[tuple[Side, PartyKey, Decimal], list[int]] = {}
        for place, item in enumerate(self._items):
            self._add(place, item)
        self._longest = max(map(len, self._numbers), default=0)

    def _add(self, place: int, item: OpenItem) -> None:
        self._amounts.setdefault((item.side, item.amount), []).append(place)
        self._keys.append(item_keys(item))
        for party in self._keys[place]:
            self._parties.setdefault((item.side, party), []).append(place)
            self._party_amounts.setdefault((item.side, party, item.amount), []).append(place)
        for number in item.numbers:
            for key, likeness in spellings(number).items():
                places = self._numbers.setdefault(key, {})
                places[place] = max(likeness, places.get(place, likeness))
                self._likeness[key] = max(likeness, self._likeness.get(key, likeness))

    def __len__(self) -> int:
        return len(self._items)

    def __getitem__(self, place: int) -> OpenItem:
        return self._items[place]

    def party_of(self, place: int) -> tuple[PartyKey, ...]:
        """What tells the party of an item."""
        return self._keys[place]

    def named_in(self, title: str) -> Named:
        """The numbers of open items that a title names."""
        return named_in(title, known=self._known, longest=self._longest)

    def _known(self, key: Key) -> int:
        return self._likeness.get(key, 0)

    def by_number(self, key: Key) -> Mapping[int, Likeness]:
        """Items that may be spelled so, of any side."""
        return self._numbers.get(key, {})

    def by_amount(self, side: Side, amount: Decimal) -> Sequence[int]:
        """Items of this amount."""
        return self._amounts.get((side, amount), [])

    def by_party(self, side: Side, party: PartyKey) -> Sequence[int]:
        """Items of a party."""
        return self._parties.get((side, party), [])

    def by_party_and_amount(self, side: Side, party: PartyKey, amount: Decimal) -> Sequence[int]:
        """Items of a party and of this amount."""
        return self._party_amounts.get((side, party, amount), [])


def _age(item: OpenItem) -> tuple[str, str, str, str]:
    """By due date, else the date of the document; those without come last."""
    first = item.due_date or item.document_date
    document = item.document_date or item.due_date
    return (first.isoformat() if first else _FAR, document.isoformat() if document else _FAR, item.number, item.id)
