"""What a bank line says of the open items: its side, its party, and the items whose numbers it names."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import islice

from dekret.matching.index import Items
from dekret.matching.invoice_numbers import Likeness, spellings, without_prefixes
from dekret.matching.open_items import Side
from dekret.matching.parties import PartyKey, line_keys
from dekret.matching.title_numbers import Hit, Named
from dekret.model.payments import TaxLiability
from dekret.model.statements import BankLine
from dekret.text.wording import Wording
from dekret.values.zus_titles import ZusTitle, read_zus_title

MOST_LIKE = 50
"""Where more items have a number, those of the party and of the amount are looked at, else so many of the oldest."""
MOST_WALKED = 500
"""Of one party, or of one amount, no more items are looked at."""


@dataclass(frozen=True, slots=True)
class Naming:
    """How a title names an item: what is written there, whether it is surely the number, the amount beside it."""

    written: str
    sure: bool
    amount: Decimal | None = None


@dataclass(slots=True)
class Numbers:
    """The items a line names, number by number; `offsets` are of the other direction, as corrections are.

    `groups` holds for each number the items that may be meant, `unknown` the numbers that no item has.
    """

    groups: list[tuple[int, ...]] = field(default_factory=list)
    namings: dict[int, Naming] = field(default_factory=dict)
    offsets: list[int] = field(default_factory=list)
    unknown: tuple[str, ...] = ()
    remarks: list[Wording] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Look:
    """A line as it is compared with the items. `amount` is above zero, `parties` begins with the surest sign."""

    line: BankLine
    items: Items
    side: Side
    amount: Decimal
    parties: tuple[PartyKey, ...]

    @property
    def other_side(self) -> Side:
        return ("out" if self.line.is_in else "in", self.line.currency)

    def of_party(self, side: Side) -> Sequence[int]:
        """The items by the surest sign of the party that any has, oldest first."""
        found = (self.items.by_party(side, party) for party in self.parties)
        return next((places for places in found if places), ())[:MOST_WALKED]

    def of_party_and_amount(self) -> tuple[int, ...]:
        """The items of the amount, by any sign of the party."""
        found = (self.items.by_party_and_amount(self.side, party, self.amount) for party in self.parties)
        return tuple(dict.fromkeys(place for places in found for place in places[:MOST_LIKE]))

    def is_tax_of(self, place: int) -> bool | None:
        """Whether a transfer is for the period and form of an item: PIT37 is as good as PIT-37; None if not known.

        What an item of ZUS is for, its number tells: DRA/12/2025. What one of the two leaves out is no difference.
        """
        paid, item = self.line.tax, self.items[place]
        if paid is None:
            return None
        if self.line.kind == "zus":
            owed = read_zus_title(item.number) if item.kind == "zus" else None
            return _agree(paid, owed) if owed and owed.period and paid.period else None
        return None if item.tax is None else _tax_key(paid) == _tax_key(item.tax)


def _agree(paid: TaxLiability, owed: ZusTitle) -> bool:
    pairs = ((paid.period, owed.period), (paid.form, owed.declaration), (paid.liability, owed.number))
    return all(one == other for one, other in pairs if one and other)


def _tax_key(tax: TaxLiability) -> tuple[str, str]:
    return tax.period.upper(), "".join(character for character in tax.form.upper() if character.isalnum())


def look(line: BankLine, items: Items) -> Look:
    """The line, its side and what tells its party."""
    return Look(line, items, ("in" if line.is_in else "out", line.currency), abs(line.amount), line_keys(line))


def numbers_of(seen: Look) -> Numbers:
    """The items whose numbers the line names. The title of a tax transfer names none."""
    found = Numbers()
    if seen.line.kind == "tax" and seen.line.tax is not None:
        return found
    named = _named(seen)
    found.unknown = named.unknown
    for hit in named.hits:
        like = _like(seen, hit)
        same = {place: likeness for place, likeness in like.items() if seen.items[place].side == seen.side}
        others = [place for place in like if seen.items[place].side == seen.other_side]
        if same:
            _note(found, hit, same)
        elif others:
            found.offsets += [place for place in others[:1] if place not in found.offsets]
        else:
            found.remarks.append(_of_other_currency(seen, hit, next(iter(like))))
    return found


def _named(seen: Look) -> Named:
    """The numbers that a split payment states, short as they may be, and those of the title."""
    items, line = seen.items, seen.line
    stated = tuple(
        Hit(0, 0, key, number, sure=True)
        for number in line.invoices
        for key in [key for key in spellings(number) if items.by_number(key)][:1]
    )
    named = items.named_in(line.title)
    keys = {hit.key for hit in stated}
    hits = (*stated, *(hit for hit in named.hits if hit.key not in keys))
    missing = tuple(number for number in line.invoices if not any(hit.written == number for hit in stated))
    return Named(hits, missing or named.unknown)


def _like(seen: Look, hit: Hit) -> Mapping[int, Likeness]:
    """The items that the number may mean; FV 1/2026 may be the one recorded as 1/2026, too."""
    plain = seen.items.by_number(tuple(without_prefixes(hit.key)))
    found = {place: min(likeness, Likeness.PLAIN) for place, likeness in plain.items()}
    found.update(seen.items.by_number(hit.key))
    if len(found) <= MOST_LIKE:
        return found
    near = {place: found[place] for place in islice(_near(seen), MOST_WALKED) if place in found}
    return near or dict(islice(sorted(found.items()), MOST_LIKE))


def _near(seen: Look) -> Iterator[int]:
    yield from seen.of_party_and_amount()
    yield from seen.of_party(seen.side)
    yield from seen.items.by_amount(seen.side, seen.amount)


def _note(found: Numbers, hit: Hit, same: Mapping[int, Likeness]) -> None:
    """Parts of numbers count where nothing is more like; a number with other letters before it is less sure."""
    best = max(same.values())
    meant = [place for place, likeness in same.items() if likeness > Likeness.PART or best is Likeness.PART]
    for place in meant:
        sure = hit.sure and best is not Likeness.PART and same[place] is best
        if place not in found.namings or sure:
            found.namings[place] = Naming(hit.written, sure, hit.amount)
    if tuple(meant) not in found.groups:
        found.groups.append(tuple(meant))


def _of_other_currency(seen: Look, hit: Hit, place: int) -> Wording:
    item = seen.items[place]
    values = (item.number, item.currency, seen.line.currency)
    return Wording(
        "„{}”: pozycja {} jest w {}, a przelew w {}.".format(hit.written, *values),
        "“{}”: item {} is in {}, the transfer in {}.".format(hit.written, *values),
    )
