"""What a row of marks of field 86 gives: which pieces go to which attribute of a line, which are joined, what is kept.

Which row of [Pole 86] a mark belongs to is the business of `meaning`.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dekret.bank.mt940.values import account_of_parts, read_account

Values = dict[str, str]
_STRUCTURED = ("/VAT/", "/TI/", "/NIP/")
"""Titles of tags, which no blank may break: split payments, taxes, direct debits."""


@dataclass(frozen=True, slots=True)
class Slot:
    """Where the texts of a row go: an attribute, or `name` among other values."""

    attribute: str | None
    name: str
    gap: str
    gives_way: bool


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """What a row of marks gives: attributes that are pieces without a gap, the account of the party, all others.

    `account` is the place of that account, where it is one piece.
    """

    account: int | None
    plain: tuple[tuple[str, tuple[int, ...]], ...]
    others: tuple[tuple[Slot, tuple[int, ...]], ...]


def shape_of(steps: Sequence[tuple[Slot, tuple[int, ...]]]) -> Shape:
    """The shape of these slots and the places of their pieces, in the order of the table."""
    counts = Counter(slot.attribute for slot, _ in steps)
    plain, others = [], []
    account: int | None = None
    for slot, places in steps:
        attribute = slot.attribute
        one = len(places) == 1
        if attribute is None or counts[attribute] > 1 or not (one or (attribute != "party_account" and not slot.gap)):
            others.append((slot, places))
        elif attribute == "party_account":
            account = places[0]
        else:
            plain.append((attribute, places))
    return Shape(account, tuple(plain), tuple(others))


def given(shape: Shape, pieces: Sequence[str]) -> tuple[Values, Values]:
    """The attributes that texts give, and the others; what gives way to another row is among these."""
    found: Values = {}
    others: Values = {}
    for attribute, places in shape.plain:
        if text := "".join([pieces[place] for place in places]).strip():
            found[attribute] = text
    if shape.account is not None and (text := pieces[shape.account].strip()):
        found["party_account"] = read_account(text)[0]
    for slot, places in shape.others:
        if text := _joined(slot, [pieces[place] for place in places]).strip():
            _put(slot, text, found, others)
    if "party_rest" in found or "party_routing" in found:
        whole = found.get("party_account", "")
        if account := put_together(found.pop("party_routing", ""), found.pop("party_rest", ""), whole, others):
            found["party_account"] = account
    return found, others


def _put(slot: Slot, text: str, found: Values, others: Values) -> None:
    """Puts a text where its slot says; an attribute that is there already goes on, but for accounts."""
    attribute = slot.attribute
    if attribute == "party_account":
        text = read_account(text)[0]
    if attribute is None:
        others[slot.name] = f"{others[slot.name]}; {text}" if slot.name in others else text
    elif attribute not in found:
        found[attribute] = text
    elif slot.gives_way or attribute == "party_account":
        if text != found[attribute]:
            others[slot.name] = text
    else:
        found[attribute] += text if found[attribute].startswith(_STRUCTURED) else f" {text}"


def _joined(slot: Slot, texts: list[str]) -> str:
    """The texts of a row as one; blanks at the ends of the parts are part of the text."""
    gap = "" if texts[0].startswith(_STRUCTURED) else slot.gap
    return gap.join(text for text in texts if text)


def put_together(routing: str, rest: str, whole: str, others: Values) -> str:
    """The account whose bank and rest stand apart; beside a whole one they are kept where their digits are others."""
    account = account_of_parts(routing, rest) if rest else ""
    if rest and whole not in ("", account):
        others["Rachunek"] = rest
    if routing and routing not in (whole or account):
        others["Bank"] = routing
    return whole or account
