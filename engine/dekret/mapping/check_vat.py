"""Parts whose VAT nobody fills although their rate has some: they would be posted with their net alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from dekret.expr.check import Checked
from dekret.expr.core import Constant
from dekret.mapping import problems
from dekret.mapping.nodes import Row
from dekret.model.base import Record
from dekret.model.faults import fields_of
from dekret.text.report import Report
from dekret.values.vat import percent_of

_RATE, _VAT = ("rate",), ("vat",)


@dataclass(frozen=True, slots=True)
class Filled:
    """A row with the way to the field that it fills, and its formulas; None for a path alone."""

    row: Row
    path: tuple[str, ...]
    formulas: tuple[Checked | None, ...]


def check_vat(model: type[Record], rows: Sequence[Filled], report: Report) -> None:
    """Reports a rate without its VAT, unless all that the map gives as a rate is zero or a word such as zw."""
    if "vat" not in fields_of(model) or any(each.path == _VAT for each in rows):
        return
    for each in rows:
        if each.path == _RATE and not all(map(_untaxed, each.formulas)):
            report.add(problems.NO_VAT.at(each.row.target.span, name=each.row.name))


def _untaxed(formula: Checked | None) -> bool:
    """Whether a source is a constant rate that has no VAT."""
    core = formula.core if formula else None
    return isinstance(core, Constant) and percent_of(str(core.value)) in (None, Decimal(0))
