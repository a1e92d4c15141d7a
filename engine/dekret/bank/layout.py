"""The shape of a record: rows of fields, fields of parts. What the writer fills in and the reader takes apart."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dekret.bank.check import CheckedPosition
from dekret.bank.fields import KIND_MACRO
from dekret.bank.language import Join
from dekret.expr import compile as expressions
from dekret.expr.collation import fold
from dekret.expr.compile import Layout
from dekret.model.payments import KIND_WORDS


@dataclass(frozen=True, slots=True)
class FieldLayout:
    """A field of a row: its parts in order, the first of which tells its type."""

    parts: tuple[CheckedPosition, ...]

    @property
    def first(self) -> CheckedPosition:
        return self.parts[0]


@dataclass(frozen=True, slots=True)
class RecordLayout:
    """The rows of a record."""

    rows: tuple[tuple[FieldLayout, ...], ...]

    @property
    def positions(self) -> tuple[CheckedPosition, ...]:
        """All positions in order."""
        return tuple(part for row in self.rows for field in row for part in field.parts)


def layout_of(positions: Sequence[CheckedPosition], kind: str | None = None) -> RecordLayout:
    """Positions gathered to fields and rows; those that the kind of a payment rules out are left out.

    A field is there with its first part: what is joined to a position that is left out is left out with it.
    """
    rows: list[list[list[CheckedPosition]]] = [[]]
    present = True
    for checked in positions:
        join = checked.position.join
        begins = join in (Join.NEW, Join.RECORD)
        there = kind is None or not rules_out(checked, kind)
        if begins:
            present = there
        if not present or not there:
            continue
        if join is Join.RECORD and rows[-1]:
            rows.append([])
        if begins or not rows[-1]:
            rows[-1].append([checked])
        else:
            rows[-1][-1].append(checked)
    return RecordLayout(tuple(tuple(FieldLayout(tuple(field)) for field in row) for row in rows if row))


def rules_out(checked: CheckedPosition, kind: str) -> bool:
    """Whether a position is surely not there in payments of a kind."""
    if checked.condition is None or not checked.by_kind_alone:
        return False
    layout = Layout()
    condition = expressions.compile_condition(checked.condition.condition, layout)
    return not condition(kind_values(layout, kind))


def kind_values(layout: Layout, kind: str) -> list[object]:
    """The values of a layout that asks for nothing but the kind of the payment."""
    word = KIND_WORDS[kind].pl
    values: Iterable[object] = (fold(word) if folded else word for name, _, folded in layout.slots)
    assert all(name == KIND_MACRO for name, _, _ in layout.slots)
    return list(values)
