"""Conditions of connections: expressions over the variables of the application (seeds/001:2064)."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dekret.chart import graph_problems as problems
from dekret.chart.computed import Computed, plain
from dekret.chart.evaluate import Refused, check_expression, evaluate
from dekret.chart.functions import Refusal, number_of
from dekret.chart.nodes import Braces, Definition, Expression, Reference
from dekret.chart.parameter_problems import BARE_WORD
from dekret.chart.parse import parse_parameters
from dekret.syntax.nodes import Cell
from dekret.text.report import Report
from dekret.values.pictures import Value


def read_condition(cell: Cell, report: Report) -> Expression | None:
    """The expression of a condition; what is wrong with it goes to the report."""
    parsed = parse_parameters("{" + cell.text + "}", sql=False)
    elements = parsed.value or ()
    if len(elements) != 1 or not isinstance(elements[0], Braces):
        report.add(problems.BAD_CONDITION.at(cell.span, text=cell.text))
        return None
    expression = elements[0].expression
    wrong = [found for found in check_expression(expression, graphic=False) if found.problem is not BARE_WORD]
    for found in wrong:
        report.add(found.at(cell.place(max(found.start - 1, 0), max(found.end - 1, 0))))
    return None if wrong else expression


@dataclass(frozen=True, slots=True)
class Variables:
    """The variables of the application where a chart would be started; what conditions ask (`evaluate.Values`)."""

    today: dt.date
    known: Mapping[str, Value]

    def word(self, name: str) -> Computed | None:
        folded = {each.casefold(): value for each, value in self.known.items()}
        return Computed(folded.get(name.casefold(), ""), foreign=True)

    def parameter(self, asked: Reference | Definition) -> Computed:
        return self.word(asked.name or "") or Computed("")

    def application(self, name: str) -> str | None:
        found = {each.casefold(): value for each, value in self.known.items()}.get(name.casefold())
        return None if found is None else plain(found)

    @property
    def allowed(self) -> frozenset[str]:
        return frozenset()

    @property
    def untold(self) -> str | None:
        return None

    def answer(self, query: str) -> str | None:  # noqa: ARG002 - a condition asks no database
        return None

    def selection(self) -> Sequence[int] | None:
        return None

    def records(self) -> int | None:
        return None


def holds(condition: Expression, variables: Variables) -> bool:
    """Whether a condition holds; one that cannot be computed does not."""
    try:
        value = evaluate(condition, variables)
        return value.value if isinstance(value.value, bool) else number_of(value) != 0
    except (Refused, Refusal):
        return False
