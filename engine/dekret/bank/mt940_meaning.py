"""What the pieces of field 86 mean: the attributes of a line that the rows of [Pole 86] give, and what is left over.

Texts of one row are joined as the row says; rows that give the same attribute with a blank between, in the order of
the table; of accounts the first is taken (`targets`). Whatever no row knows stays under its mark.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter

from dekret.bank.fields import OTHER
from dekret.bank.mt940_field86 import Splitter
from dekret.bank.mt940_language import CODE_MARK, SEPARATED, START_MARK, Form86, Gap
from dekret.bank.mt940_nodes import Mt940Rules, Subfield
from dekret.bank.mt940_values import account_of_parts, read_account
from dekret.bank.targets import TARGETS

Values = dict[str, str]
_STRUCTURED = ("/VAT/", "/TI/", "/NIP/")
"""Titles of tags, which no blank may break: split payments, taxes, direct debits."""
WHOLE = ":86:"
"""The name of what field 86 has before its first subfield, where no row knows it."""
_MOST_SHAPES = 4096


@dataclass(frozen=True, slots=True)
class _Slot:
    """Where the texts of a row go: an attribute, or `name` among other values."""

    attribute: str | None
    name: str
    gap: str
    gives_way: bool


@dataclass(frozen=True, slots=True)
class _Plan:
    """The rows that hold for a code: which slot a mark has. `shapes` keeps for marks that were met what they give."""

    form: Form86
    slots: tuple[_Slot, ...]
    by_mark: Mapping[str, int]
    shapes: dict[tuple[str, ...], "_Shape"] = field(default_factory=dict)

    def shape(self, marks: tuple[str, ...]) -> "_Shape":
        """What these marks give, in the order of the table."""
        places: dict[int, list[int]] = {}
        unknown: list[tuple[_Slot, tuple[int, ...]]] = []
        for place, mark in enumerate(marks):
            if mark in self.by_mark:
                places.setdefault(self.by_mark[mark], []).append(place)
            else:
                name = WHOLE if mark == START_MARK else _name(self.form, mark)
                unknown.append((_Slot(None, name, "", gives_way=False), (place,)))
        known = [(self.slots[slot], tuple(found)) for slot, found in sorted(places.items())]
        if len(self.shapes) >= _MOST_SHAPES:
            self.shapes.clear()
        return self.shapes.setdefault(marks, _shape([*known, *unknown]))


@dataclass(frozen=True, slots=True)
class _Shape:
    """What a row of marks gives: attributes that are one piece, those that are pieces without a gap, all others.

    `account` is the place of the account of the party, where it is one piece.
    """

    account: int | None
    single: tuple[tuple[str, int], ...]
    joined: tuple[tuple[str, Callable[[Sequence[str]], Iterable[str]]], ...]
    others: tuple[tuple[_Slot, tuple[int, ...]], ...]


def _shape(steps: list[tuple[_Slot, tuple[int, ...]]]) -> _Shape:
    counts = Counter(slot.attribute for slot, _ in steps)
    single, joined, others = [], [], []
    account: int | None = None
    for slot, places in steps:
        attribute = slot.attribute
        one = len(places) == 1
        if attribute is None or counts[attribute] > 1 or not (one or (attribute != "party_account" and not slot.gap)):
            others.append((slot, places))
        elif attribute == "party_account":
            account = places[0]
        elif one:
            single.append((attribute, places[0]))
        else:
            joined.append((attribute, itemgetter(*places)))
    return _Shape(account, tuple(single), tuple(joined), tuple(others))


class Meaning:
    """Reads fields 86 by the table of a format."""

    def __init__(self, rules: Mt940Rules) -> None:
        self._splitter = Splitter(rules)
        codes = sorted({code for row in rules.subfields for code in row.codes})
        forms = dict.fromkeys((*(row.form for row in rules.subfields), Form86.TEXT))
        self._plans = {form: {code: _plan(rules, form, code) for code in ("", *codes)} for form in forms}

    def read(self, texts: list[str], type_: str) -> tuple[Values, Values]:
        """The attributes of a line, and other values by their names. `type_` is that of `:61:`, such as N114."""
        form, (marks, pieces) = self._splitter.split(texts)
        plans = self._plans[form]
        code = pieces[0] if marks and marks[0] == CODE_MARK else type_[1:]
        plan = plans.get(code) or plans.get(type_[1:]) or plans[""]
        return _given(plan.shapes.get(marks) or plan.shape(marks), pieces)


def _given(shape: _Shape, pieces: Sequence[str]) -> tuple[Values, Values]:
    """The attributes that texts give, and the others; what gives way to another row is among these."""
    found: Values = {}
    others: Values = {}
    for attribute, place in shape.single:
        if text := pieces[place].strip():
            found[attribute] = text
    for attribute, get in shape.joined:
        if text := "".join(get(pieces)).strip():
            found[attribute] = text
    if shape.account is not None and (text := pieces[shape.account].strip()):
        found["party_account"] = read_account(text)[0]
    for slot, places in shape.others:
        if text := _joined(slot, [pieces[place] for place in places]).strip():
            _put(slot, text, found, others)
    if "party_rest" in found or "party_routing" in found:
        _put_together(found, others)
    return found, others


def _put(slot: _Slot, text: str, found: Values, others: Values) -> None:
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


def _joined(slot: _Slot, texts: list[str]) -> str:
    """The texts of a row as one; blanks at the ends of the parts are part of the text."""
    gap = "" if texts[0].startswith(_STRUCTURED) else slot.gap
    return gap.join(text for text in texts if text)


def _put_together(found: Values, others: Values) -> None:
    """The account whose bank and rest stand apart; beside a whole one they are kept where their digits are others."""
    routing, rest = found.pop("party_routing", ""), found.pop("party_rest", "")
    account = account_of_parts(routing, rest) if rest else ""
    whole = found.get("party_account")
    if rest and whole is None:
        found["party_account"] = account
    if rest and whole not in (None, account):
        others["Rachunek"] = rest
    if routing and routing not in found.get("party_account", ""):
        others["Bank"] = routing


def _plan(rules: Mt940Rules, form: Form86, code: str) -> _Plan:
    """What holds for a code: rows that name it, and of the others the marks that these do not take."""
    rows = [row for row in rules.subfields if row.form is form and (not row.codes or code in row.codes)]
    taken = {mark for row in rows if row.codes for mark in row.marks}
    slots: list[_Slot] = []
    by_mark: dict[str, int] = {}
    for row in rows:
        marks = [mark for mark in row.marks if row.codes or mark not in taken]
        for group in _groups(row, marks):
            by_mark |= dict.fromkeys(group, len(slots))
            slots.append(_slot(row, rules, group))
    if form is Form86.TEXT:
        by_mark[START_MARK] = len(slots)
        slots.append(_Slot("title", WHOLE, "", gives_way=False))
    return _Plan(form, tuple(slots), by_mark)


def _groups(row: Subfield, marks: list[str]) -> Iterable[list[str]]:
    """Marks that are read together: those of a field, and one by one those that stay under their marks."""
    return [[mark] for mark in marks] if row.gives is OTHER else [marks] if marks else []


def _slot(row: Subfield, rules: Mt940Rules, marks: list[str]) -> _Slot:
    attribute = TARGETS.get(row.gives)
    name = _name(row.form, marks[0] if row.gives is OTHER else row.mark)
    if attribute is None and row.gives is not OTHER:
        name = row.gives.word.pl
    gap = row.gap if row.gap in (Gap.NOTHING, Gap.BLANK) else rules.parts_gap
    return _Slot(attribute, name, gap.value, row.gap is Gap.IF_NONE)


def _name(form: Form86, mark: str) -> str:
    return f"{form.value}{mark}" if form in SEPARATED and mark[0].isdigit() else mark
