"""What the pieces of field 86 mean: the attributes of a line that the rows of [Pole 86] give, and what is left over.

Texts of one row are joined as the row says; rows that give the same attribute with a blank between, in the order of
the table; of accounts the first is taken (`targets`). Whatever no row knows stays under its mark.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dekret.bank.fields import OTHER
from dekret.bank.mt940_field86 import Piece, Splitter
from dekret.bank.mt940_language import CODE_MARK, SEPARATED, START_MARK, Form86, Gap
from dekret.bank.mt940_nodes import Mt940Rules, Subfield
from dekret.bank.mt940_values import account_of_parts, read_account
from dekret.bank.targets import TARGETS

Values = dict[str, str]
_EMPTY = " \xa0\u02d9\xff\t\n"
"""A subfield of these alone is empty: FF is a no-break space in CP852, and ˙ or ÿ in other pages (fact sheet 3.5)."""
_STRUCTURED = ("/VAT/", "/TI/", "/NIP/")
"""Titles of tags, which no blank may break: split payments, taxes, direct debits."""
WHOLE = ":86:"
"""The name of what field 86 has before its first subfield, where no row knows it."""


@dataclass(frozen=True, slots=True)
class _Slot:
    """Where the texts of a row go: an attribute, or `name` among other values."""

    attribute: str | None
    name: str
    gap: str
    gives_way: bool


@dataclass(frozen=True, slots=True)
class _Plan:
    """The rows that hold for a code: which slot a mark has."""

    slots: tuple[_Slot, ...]
    by_mark: Mapping[str, int]


class Meaning:
    """Reads fields 86 by the table of a format."""

    def __init__(self, rules: Mt940Rules) -> None:
        self._splitter = Splitter(rules)
        codes = frozenset(code for row in rules.subfields for code in row.codes)
        forms = dict.fromkeys((*(row.form for row in rules.subfields), Form86.TEXT, rules.form))
        self._plans = {form: {code: _plan(rules, form, code) for code in ("", *sorted(codes))} for form in forms}

    def read(self, texts: list[str], type_: str) -> tuple[Values, Values]:
        """The attributes of a line, and other values by their names. `type_` is that of `:61:`, such as N114."""
        form, pieces = self._splitter.split(texts)
        plans = self._plans[form]
        plan = plans[""]
        if len(plans) > 1:
            code = pieces[0][1] if pieces and pieces[0][0] == CODE_MARK else type_[1:]
            plan = plans.get(code) or plans.get(type_[1:]) or plan
        values, others = _sorted(plan, pieces, form)
        return _given(plan, values, others), others


def _sorted(plan: _Plan, pieces: list[Piece], form: Form86) -> tuple[list[str], Values]:
    """The texts of every slot, and those whose marks no row has."""
    values = [""] * len(plan.slots)
    others: Values = {}
    for mark, text in pieces:
        if not text or not text.strip(_EMPTY):
            continue
        place = plan.by_mark.get(mark)
        if place is None:
            name = WHOLE if mark == START_MARK else _name(form, mark)
            others[name] = f"{others[name]}; {text.strip()}" if name in others else text.strip()
        elif values[place]:
            gap = "" if values[place].startswith(_STRUCTURED) else plan.slots[place].gap
            values[place] += gap + text
        else:
            values[place] = text
    return values, others


def _given(plan: _Plan, values: list[str], others: Values) -> Values:
    """The attributes that texts give; what gives way to another row goes to the others."""
    found: Values = {}
    for slot, value in zip(plan.slots, values, strict=True):
        if not value:
            continue
        text, attribute = value.strip(), slot.attribute
        if attribute is None:
            others[slot.name] = text
        elif attribute == "party_account":
            account = read_account(text)[0]
            if found.setdefault(attribute, account) != account:
                others[slot.name] = text
        elif attribute not in found:
            found[attribute] = text
        elif slot.gives_way:
            others[slot.name] = text
        else:
            found[attribute] += text if found[attribute].startswith(_STRUCTURED) else f" {text}"
    if "party_rest" in found or "party_routing" in found:
        _put_together(found, others)
    return found


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
    return _Plan(tuple(slots), by_mark)


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
