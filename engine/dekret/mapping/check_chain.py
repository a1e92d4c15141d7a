"""Fallbacks that can never be reached: behind a source that always gives something, or behind itself."""

from collections.abc import Sequence

from dekret.expr.check import Checked
from dekret.expr.core import Constant
from dekret.mapping import problems
from dekret.mapping.nodes import Row, Source
from dekret.text.diagnostic import Related
from dekret.text.report import Report
from dekret.text.source import Span
from dekret.text.wording import Wording


def check_chain(row: Row, formulas: Sequence[Checked | None], report: Report) -> None:
    """Reports the first source of a row that is never asked."""
    before: Source | None = None
    for place, (source, formula) in enumerate(zip(row.chain, formulas, strict=True)):
        same = next((other for other in row.chain[:place] if other.written.node == source.written.node), None)
        if before or same:
            other = before or same
            assert other
            where = Related(_span(other), Wording("to się liczy wcześniej", "this counts before"))
            report.add(problems.NEVER_REACHED.at(_span(source), related=(where,), name=row.name))
            return
        if formula and _always(formula):
            before = source


def _always(formula: Checked) -> bool:
    """Whether a source surely gives something: a constant that is not empty, a number or date that is never NULL."""
    if isinstance(formula.core, Constant):
        return formula.core.value not in (None, "")
    return formula.core is not None and not formula.type.nullable and not formula.type.is_text


def _span(source: Source) -> Span:
    cell = source.cell.after(source.written.start)
    return cell.place(source.written.node.start, source.written.node.end)
