"""Checks of how charts hang together: sub-charts that are not there, parameters that nobody gives, orphans."""

from collections.abc import Sequence
from dataclasses import dataclass

from dekret.chart import graph_problems as problems
from dekret.chart.assemble import Assembled
from dekret.chart.definitions import Chart
from dekret.chart.parameters import Parameter
from dekret.sql.tsql import Column
from dekret.text.diagnostic import Related
from dekret.text.nearest import nearest
from dekret.text.report import Report
from dekret.text.wording import Wording
from dekret.values.pictures import Control

_NUMBERS = (Control.NUMBER, Control.CHECK, Control.LIST, Control.LOOKUP)


@dataclass(frozen=True, slots=True)
class Node:
    """A chart with what the check needs of it: its parameters, and the columns of its query."""

    chart: Chart
    assembled: Assembled
    columns: tuple[Column, ...]


def check_graph(nodes: Sequence[Node], known: frozenset[str], report: Report) -> None:
    """Everything wrong with the links between charts; `known` are all symbols, folded, standard ones, too."""
    by_symbol = {node.chart.symbol.casefold(): node for node in nodes}
    reached: set[str] = set()
    parents: dict[str, list[Node]] = {}
    for node in nodes:
        for link in node.chart.below:
            key = link.symbol.casefold()
            reached.add(key)
            if key not in known:
                near = nearest(link.symbol, [each.chart.symbol for each in nodes])
                advice = Wording(f"Czy chodziło o {near}? ", f"Did you mean {near}? ") if near else Wording("", "")
                report.add(problems.NO_SUB_CHART.at(link.span, symbol=link.symbol, advice=advice))
            parents.setdefault(key, []).append(node)
    for key, above in parents.items():
        below = by_symbol.get(key)
        if below:
            _check_supply(below, above, report)
    connected = any(node.chart.calls for node in nodes)
    for node in nodes:
        if connected and not node.chart.calls and node.chart.symbol.casefold() not in reached:
            report.add(problems.ORPHAN.at(node.chart.span.source.span(node.chart.span.start), symbol=node.chart.symbol))


def _check_supply(below: Node, above: Sequence[Node], report: Report) -> None:
    """What a sub-chart asks for, held against what each chart above gives."""
    for parameter in below.assembled.parameters.values():
        for parent in above:
            column = _column(parent, parameter)
            if column is not None:
                _check_kind(parameter, column, parent, report)
            elif parameter.key not in parent.assembled.parameters and _needs(parameter):
                where = Related(
                    parent.chart.span.source.span(parent.chart.span.start), Wording("wykres nadrzędny", "above")
                )
                report.add(
                    problems.NOT_SUPPLIED.at(
                        parameter.span, related=(where,), name=parameter.name, parent=parent.chart.symbol
                    )
                )


def _column(parent: Node, parameter: Parameter) -> Column | None:
    return next((c for c in parent.columns if c.name and c.name.casefold() == parameter.key), None)


def _needs(parameter: Parameter) -> bool:
    """Whether a parameter is nothing without a value from above: one that nobody is asked for, with no default."""
    default = parameter.default
    empty = default.literal in (None, "''", "’’", "0") and default.expression is None and not default.remembered
    return parameter.hidden and empty and parameter.picture.control is not Control.LABEL


def _check_kind(parameter: Parameter, column: Column, parent: Node, report: Report) -> None:
    if column.constant and column.is_text and parameter.picture.control in _NUMBERS[:2]:
        report.add(
            problems.KINDS_DIFFER.at(
                parameter.span, name=parameter.name, parent=parent.chart.symbol, picture=parameter.picture.written
            )
        )
