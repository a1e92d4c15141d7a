"""Checks of functions of a pack: their names, their parameters, their expressions; functions that need each other."""

import re
from collections.abc import Iterable, Mapping

from dekret.chart import function_problems as problems
from dekret.chart.definitions import SqlFunction
from dekret.sql.pack_functions import called, expression_faults
from dekret.text.report import Report

_NAME = re.compile(r"[^\W\d]\w*\.[^\W\d]\w*")
_PARAMETER = re.compile(r"@[^\W\d]\w*")


def check_function(function: SqlFunction, report: Report) -> None:
    """What is wrong with one function; it goes to the report."""
    place = function.span.source.span(function.span.start)
    if not _NAME.fullmatch(function.symbol):
        report.add(problems.FUNCTION_NAME.at(place, symbol=function.symbol))
    seen: set[str] = set()
    for written in function.written:
        if not _PARAMETER.fullmatch(written) or written.casefold() in seen:
            report.add(problems.FUNCTION_PARAMETER.at(function.parameters_place, text=written))
        seen.add(written.casefold())
    if not function.expression.text.strip():
        return
    for fault in expression_faults(function.expression.text, function.parameters):
        report.add(
            problems.FUNCTION_EXPRESSION.at(function.expression.span(fault.start, fault.end), reason=fault.reason)
        )
    used = {name.casefold() for name in re.findall(r"@([^\W\d]\w*)", function.expression.text)}
    for name in function.parameters:
        if name.casefold() not in used:
            report.add(problems.FUNCTION_UNUSED.at(function.parameters_place, name=name))


def check_circles(functions: Iterable[SqlFunction], known: Mapping[str, SqlFunction], report: Report) -> None:
    """Functions that call themselves, by whatever way; and calls of functions that nobody says."""
    needs = {
        key: [name.casefold() for name, _, _ in called(f"SELECT A=({each.expression.text}\n)")]
        for key, each in known.items()
    }
    for function in functions:
        place = function.expression.span(0, len(function.expression.text))
        missing = [name for name in needs.get(function.symbol.casefold(), ()) if name not in known]
        if missing:
            report.add(problems.FUNCTION_UNKNOWN.at(place, name=missing[0]))
        way = _circle(function.symbol.casefold(), needs)
        if way:
            chain = " → ".join(known[key].symbol for key in way)
            report.add(problems.FUNCTION_CIRCLE.at(place, chain=chain))


def _circle(start: str, needs: Mapping[str, list[str]]) -> list[str] | None:
    """The way from a function back to itself."""
    waiting: list[list[str]] = [[start]]
    seen: set[str] = set()
    while waiting:
        way = waiting.pop()
        for key in needs.get(way[-1], ()):
            if key == start:
                return [*way, key]
            if key in needs and key not in seen:
                seen.add(key)
                waiting.append([*way, key])
    return None
