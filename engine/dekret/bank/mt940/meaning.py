"""What the pieces of field 86 mean: which row of [Pole 86] each is of, and with it the attribute of a line.

Texts of one row are joined as the row says; rows that give the same attribute with a blank between, in the order of
the table; of accounts the first is taken (`targets`). Whatever no row knows stays under its mark.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dekret.bank.fields import OTHER
from dekret.bank.mt940.field86 import Splitter
from dekret.bank.mt940.language import CODE_MARK, SEPARATED, START_MARK, Form86, Gap
from dekret.bank.mt940.nodes import Mt940Rules, Subfield
from dekret.bank.mt940.shape import Shape, Slot, shape_of
from dekret.bank.targets import TARGETS

WHOLE = ":86:"
"""The name of what field 86 has before its first subfield, where no row knows it."""
_MOST_SHAPES = 4096


@dataclass(frozen=True, slots=True)
class _Plan:
    """The rows that hold for a code: which slot a mark has. `shapes` keeps for marks that were met what they give."""

    form: Form86
    slots: tuple[Slot, ...]
    by_mark: Mapping[str, int]
    shapes: dict[tuple[str, ...], Shape] = field(default_factory=dict)

    def shape(self, marks: tuple[str, ...]) -> Shape:
        """What these marks give, in the order of the table."""
        places: dict[int, list[int]] = {}
        unknown: list[tuple[Slot, tuple[int, ...]]] = []
        for place, mark in enumerate(marks):
            if mark in self.by_mark:
                places.setdefault(self.by_mark[mark], []).append(place)
            else:
                name = WHOLE if mark == START_MARK else _name(self.form, mark)
                unknown.append((Slot(None, name, "", gives_way=False), (place,)))
        known = [(self.slots[slot], tuple(found)) for slot, found in sorted(places.items())]
        if len(self.shapes) >= _MOST_SHAPES:
            self.shapes.clear()
        return self.shapes.setdefault(marks, shape_of([*known, *unknown]))


class Meaning:
    """Reads fields 86 by the table of a format."""

    def __init__(self, rules: Mt940Rules) -> None:
        self._splitter = Splitter(rules)
        codes = sorted({code for row in rules.subfields for code in row.codes})
        forms = dict.fromkeys((*(row.form for row in rules.subfields), Form86.TEXT))
        self._plans = {form: {code: _plan(rules, form, code) for code in ("", *codes)} for form in forms}

    def shape(self, texts: Sequence[str], type_: str) -> tuple[Shape, Sequence[str]]:
        """What the pieces of fields 86 give, and the pieces. `type_` is that of `:61:`, such as N114."""
        form, (marks, pieces) = self._splitter.split(texts)
        plans = self._plans[form]
        plan = plans[""]
        if len(plans) > 1:
            code = pieces[0] if marks and marks[0] == CODE_MARK else type_[1:]
            plan = plans.get(code) or plans.get(type_[1:]) or plan
        return plan.shapes.get(marks) or plan.shape(marks), pieces


def _plan(rules: Mt940Rules, form: Form86, code: str) -> _Plan:
    """What holds for a code: rows that name it, and of the others the marks that these do not take."""
    rows = [row for row in rules.subfields if row.form is form and (not row.codes or code in row.codes)]
    taken = {mark for row in rows if row.codes for mark in row.marks}
    slots: list[Slot] = []
    by_mark: dict[str, int] = {}
    for row in rows:
        marks = [mark for mark in row.marks if row.codes or mark not in taken]
        for group in _groups(row, marks):
            by_mark |= dict.fromkeys(group, len(slots))
            slots.append(_slot(row, rules, group))
    if form is Form86.TEXT:
        by_mark[START_MARK] = len(slots)
        slots.append(Slot("title", WHOLE, "", gives_way=False))
    return _Plan(form, tuple(slots), by_mark)


def _groups(row: Subfield, marks: list[str]) -> Iterable[list[str]]:
    """Marks that are read together: those of a field, and one by one those that stay under their marks."""
    return [[mark] for mark in marks] if row.gives is OTHER else [marks] if marks else []


def _slot(row: Subfield, rules: Mt940Rules, marks: list[str]) -> Slot:
    attribute = TARGETS.get(row.gives)
    name = _name(row.form, marks[0] if row.gives is OTHER else row.mark)
    if attribute is None and row.gives is not OTHER:
        name = row.gives.word.pl
    gap = row.gap if row.gap in (Gap.NOTHING, Gap.BLANK) else rules.parts_gap
    return Slot(attribute, name, gap.value, row.gap is Gap.IF_NONE)


def _name(form: Form86, mark: str) -> str:
    return f"{form.value}{mark}" if form in SEPARATED and mark[0].isdigit() else mark
